"""A number, date, name or quotation of a draft stands in none of its sources.

What it flags: with --draft, a value of the draft that no source has, whether or not anything there speaks of the same thing,
and that no other rule flags. Numbers may be rounded, bounded, converted or in words; dates may be resolved or as written; names
may lack the given name, or be told as an acronym or an adjective; a quotation may be cut. A note, so that the list can be read
through; a warning with --select unsupported-value.

Why it matters: it is what was mistyped, taken from memory or from another article, and what to look up before publication.

Example: the draft has "117 people", and "117" stands in none of the wire reports.

Known false alarms: sums, differences and shares worked out from the sources' numbers; a date that only a source's context tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from claimdiff.model import Article, Claim, Document, Extent, Finding, FindingKind, Location, Quantity, Severity, When
from claimdiff.rules._finding import finding, names, place
from claimdiff.rules._held_dates import HeldDates
from claimdiff.rules._held_names import HeldNames
from claimdiff.rules._held_numbers import HeldNumbers, ordinals, way
from claimdiff.rules._held_quotations import HeldQuotations, quotations
from claimdiff.rules._statements import LONGEST, finding_at
from claimdiff.values.display import COMPARATORS, describe

RULE = "unsupported-value"

SELECTED: Severity = "warning"
"""How grave its findings are where the rule was asked for by name."""

_SURE = 0.9
_NOWHERE = "which stands in no source"
_QUOTED = "a quotation"
_WAYS = {"ahead": "up ", "behind": "down ", None: ""}
_EXCERPT = 60
"""Characters of a quotation that a message repeats."""


def support(draft: Article, sources: tuple[Article, ...]) -> Iterator[Finding]:
    """A note for every number, date, name and quotation of the draft that stands in no source; nothing where there are no sources."""
    if not sources:
        return
    called = names(article.document for article in (draft, *sources))
    yield from _numbers(draft, HeldNumbers(sources), called)
    yield from _dates(draft, HeldDates(sources), called)
    yield from _names(draft, HeldNames(sources), called)
    yield from _quotations(draft, HeldQuotations(sources), called)


def _numbers(draft: Article, held: HeldNumbers, called: dict[str, str]) -> Iterator[Finding]:
    for claims in _alike(claim for claim in draft.claims if isinstance(claim.value, Quantity) and not held.hold(claim)):
        yield _of_claims("numeric", claims, map(held.nearest, claims), called)
    places: dict[int, list[Location]] = {}
    for extent, number in ordinals(draft):
        if not held.order(number):
            places.setdefault(number, []).append(place(draft.document, extent, f"number {number} in order"))
    for found in places.values():
        yield finding_at(RULE, "numeric", "note", _SURE, f"{called[draft.document.path]} has “{found[0].text}”, {_NOWHERE}.", found)


def _dates(draft: Article, held: HeldDates, called: dict[str, str]) -> Iterator[Finding]:
    for claims in _alike(claim for claim in draft.claims if isinstance(claim.value, When) and not held.hold(claim)):
        yield _of_claims("date", claims, map(held.nearest, claims), called)


def _names(draft: Article, held: HeldNames, called: dict[str, str]) -> Iterator[Finding]:
    """One note for all names that lack one word, at the first: "Ida Holm" and "Holm" are asked about once."""
    document = draft.document
    told: set[str] = set()
    for extent in draft.names:
        lacking = held.lacking(draft, extent)
        if lacking is None or told & (words := set(lacking.of(document.text).split())):
            continue
        told |= words
        where = place(document, lacking, "a name")
        name, words_of_it = _excerpt(document, extent), _excerpt(document, lacking)
        inside = f" in “{name}”" if extent.covers(lacking) and lacking != extent else ""
        yield finding_at(RULE, "name", "note", _SURE, f"{called[document.path]} has “{words_of_it}”{inside}, {_NOWHERE}.", (where,))


def _quotations(draft: Article, held: HeldQuotations, called: dict[str, str]) -> Iterator[Finding]:
    document = draft.document
    for extent, stretches in quotations(draft):
        if held.hold(stretches):
            continue
        altered = held.altered(stretches)
        if altered is None:
            where = place(document, Extent(extent.start, min(extent.end, extent.start + LONGEST)), _QUOTED)
            message = f"{called[document.path]} quotes “{_excerpt(document, extent)}”, {_NOWHERE}."
            yield finding_at(RULE, "quote", "note", _SURE, message, (where,))
        else:
            mine, theirs = place(document, altered.mine, _QUOTED), place(altered.document, altered.theirs, _QUOTED)
            told = f"{called[theirs.path]} has “{_excerpt(theirs.document, theirs.extent)}”"
            if mine.extent == extent:
                message = f"{called[document.path]} quotes “{_excerpt(document, extent)}”, {_NOWHERE}; {told} in it as well."
            else:
                message = (
                    f"{called[document.path]} has “{_excerpt(document, mine.extent)}” in “{_excerpt(document, extent)}”, {_NOWHERE}; {told} there."
                )
            yield _with(finding_at(RULE, "quote", "note", _SURE, message, (mine,)), theirs)


def _alike(claims: Iterable[Claim]) -> Iterable[list[Claim]]:
    """The claims that tell one value, together: it is looked up once, "41" of the headline with the "41 people" of the text."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        value = claim.value
        if isinstance(value, Quantity) and value.form == "count":
            value = replace(value, unit=None)
        found.setdefault(describe(value), []).append(claim)
    return found.values()


def _of_claims(kind: FindingKind, claims: Sequence[Claim], nearest: Iterable[Claim | None], called: dict[str, str]) -> Finding:
    near = next(filter(None, nearest), None)
    told = "" if near is None else f"; {called[near.document.path]} has {_said(near)}"
    message = f"{called[claims[0].document.path]} has {_said(claims[0])}, {_NOWHERE}{told}."
    found = finding(RULE, kind, "note", _SURE, message, claims)
    return found if near is None else _with(found, Location(near.document, near.extent, near.sentence, describe(near.value)))


def _with(found: Finding, source: Location) -> Finding:
    """The finding with a place in a source behind its own, which is no part of what the finding is known by."""
    return replace(found, locations=(*found.locations, source))


def _said(claim: Claim) -> str:
    """The words of a claim, with the bound, the hedge and the way it went that stand beside them."""
    before = f"{_WAYS[way(claim)]}{COMPARATORS[claim.value.comparator]}" if isinstance(claim.value, Quantity) else ""
    return f"{before}“{' '.join(claim.text.split())}”"


def _excerpt(document: Document, extent: Extent) -> str:
    told = " ".join(extent.of(document.text).split()).strip('“”"')
    return told if len(told) <= _EXCERPT else f"{told[:_EXCERPT].rpartition(' ')[0]} …"
