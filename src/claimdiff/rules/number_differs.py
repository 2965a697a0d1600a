"""Two articles give different numbers for the same thing.

What it flags: aligned numbers (counts, measures, money, shares, ages, scores) whose values cannot both be right, units
converted and written precision respected: "about 700" and 693 agree, "more than 700" and 693 do not.

Why it matters: a wrong death toll, price or share is the error readers remember, and the one a correction must name.

Example: "107 people were killed" in one article, "117 people were killed" in the other.

Known false alarms: two counts of different groups that are told in nearly the same words; a number that was updated
between two articles whose dates are unknown.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimdiff.model import Alignment, Claim, Finding, Quantity, Severity
from claimdiff.rules._finding import finding, names
from claimdiff.rules._groups import grouped, majority, odd_first
from claimdiff.rules._published import dates_unknown, days_between, is_before, kept_pace
from claimdiff.values.display import COMPARATORS
from claimdiff.values.relations import Relation, relate

RULE = "number-differs"

SURE = 0.455
"""Alignments less certain than this are no ground for an error about different values."""

GROWING = frozenset(
    """kill die dead death toll fatality perish injure injured injury wound wounded hurt casualty case infection
    arrest detain displace evacuate count missing""".split(),
)
"""Words whose counts only grow while a story develops."""

_AHEAD = ("planned", "possible")
"""How what has not happened yet is put forward."""

_AGREE = (Relation.SAME, Relation.OVERLAP, Relation.ROUNDED, Relation.UNRELATED)


def compare(alignment: Alignment) -> Iterator[Finding]:
    """One finding for aligned numbers that differ; a note where they agree only after rounding."""
    claims = [claim for claim in alignment.claims if isinstance(claim.value, Quantity) and claim.value.form != "countdown"]
    if len(claims) < 2 or len(claims) < len(alignment.claims):
        return
    groups = grouped(claims, lambda one, other: _relation(one, other) in _AGREE or kept_pace(one, other))
    if len(groups) == 1:
        yield from _rounded(claims, alignment)
    elif alignment.score >= SURE:
        yield _different(groups, alignment)


def _relation(one: Claim, other: Claim) -> Relation:
    assert isinstance(one.value, Quantity)
    assert isinstance(other.value, Quantity)
    return relate(one.value, other.value)


def _different(groups: list[list[Claim]], alignment: Alignment) -> Finding:
    claims = odd_first(groups)
    one, other = claims[0], claims[-1]
    severity, reason, reconciliation = _judged(one, other, "both" if len(groups) == 2 else "all")
    called = names(claim.document for claim in claims)
    sources = _sources(claims)
    said = ", ".join(f"{called[claim.document.path]} has {_said(claim)}{source}" for claim, source in zip(claims, sources, strict=True))
    return finding(
        RULE,
        "numeric",
        severity,
        alignment.score if severity == "error" else alignment.score * 0.9,
        f"{said}{majority(groups)}: {reason}.",
        claims,
        reconciliation,
        evidence=alignment.evidence,
    )


def _judged(one: Claim, other: Claim, both: str) -> tuple[Severity, str, str | None]:
    """Severity, the reason in words, and what would reconcile the two; ``both`` is "all" where there are more."""
    if _relation(one, other) is Relation.BOUNDS:
        return "warning", "two different bounds on the same number", None
    if _is_ahead(one) != _is_ahead(other):
        return "warning", "one tells what is planned or possible, the other what is so", "the plan came out otherwise"
    growing = bool({one.topic.predicate, one.topic.head, *one.topic.near} & GROWING)
    order = is_before(one.document, other.document)
    if growing and order is not None:
        earlier, later = (one, other) if order else (other, one)
        if _top(later) > _top(earlier):
            reason = "a count that grows, and the later article has more"
            return "warning", reason, f"the count rose between {_date(earlier)} and {_date(later)}"
        return "error", "a count that only grows, yet the later article has less", None
    if dates_unknown(one.document, other.document):
        known = (
            "the publication dates are unknown"
            if one.document.published is None and other.document.published is None
            else "one publication date is unknown"
        )
        apart = days_between(one, other)
        update = "the later article has an update" if growing else f"{apart} days lie between their publication" if apart else None
        return "error", f"they cannot {both} be right, though {known}", update
    return "error", f"they cannot {both} be right", None


def _is_ahead(claim: Claim) -> bool:
    """Whether it tells of what has not happened yet; people are as old as they are, whatever is planned for them."""
    assert isinstance(claim.value, Quantity)
    return claim.stance.modality in _AHEAD and claim.value.form != "age"


def _rounded(claims: list[Claim], alignment: Alignment) -> Iterator[Finding]:
    for i, one in enumerate(claims):
        for other in claims[i + 1 :]:
            if _relation(one, other) is Relation.ROUNDED:
                called = names((one.document, other.document))
                said = f"{called[one.document.path]} has {_said(one)}, {called[other.document.path]} has {_said(other)}"
                yield finding(
                    RULE,
                    "numeric",
                    "note",
                    alignment.score,
                    f"{said}: they agree after rounding.",
                    (one, other),
                    "rounding",
                    evidence=alignment.evidence,
                )
                return


def _top(claim: Claim) -> float:
    assert isinstance(claim.value, Quantity)
    return float(max(claim.value.value))


def _date(claim: Claim) -> str:
    return str(claim.document.published)


def _said(claim: Claim) -> str:
    """The words of a claim, with the bound or hedge that stands beside them."""
    assert isinstance(claim.value, Quantity)
    return f"{COMPARATORS[claim.value.comparator]}“{' '.join(claim.text.split())}”"


def _sources(claims: list[Claim]) -> list[str]:
    """Who each claim is credited to, where they are credited to different ones: two sources that differ are no outlet's slip."""
    if len({claim.stance.sources for claim in claims}) == 1:
        return [""] * len(claims)
    return [f" (according to {claim.stance.sources[0]})" if claim.stance.sources else "" for claim in claims]
