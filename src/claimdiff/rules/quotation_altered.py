"""A quotation is worded differently in two articles.

What it flags: aligned quotations of the same speaker that are mostly the same words and part within them: a word replaced,
left out or put in. A quotation that is only cut shorter, an editor's brackets, capitals, punctuation and contractions are no change.

Why it matters: words between quotation marks are what the speaker said, letter by letter; one of the two articles has not
what was said.

Example: “We were never told about the leak” in one article, “We were not told about the leak” in the other.

Known false alarms: two translations of a foreign speaker; a thing said twice, to two reporters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimdiff.model import Alignment, Extent, Finding, Location, Severity
from claimdiff.rules._quoted_words import harmless, spelt_out
from claimdiff.rules._statements import LONGEST, Told, called, finding_at, same_speaker, statements
from claimdiff.values.wording import Change, Word, changes, is_negated

RULE = "quotation-altered"

SURE = 0.5
"""Alignments less certain than this are no ground for comparing letter by letter."""

SAME = 0.7
"""Share of common words from which two quotations are one; below it two things were said."""

ENOUGH = 5
"""Common words below which two quotations may be alike by chance."""

HALF = 0.5
"""Share of the shorter quotation that must be common."""


@dataclass(frozen=True, slots=True)
class _Altered:
    one: Told
    other: Told
    ratio: float
    changes: tuple[Change, ...]


def compare(alignment: Alignment) -> Iterator[Finding]:
    """One finding for the first two aligned quotations that part within their words."""
    told = [one for one in statements(alignment) if one.value.quote == "direct"] if alignment.score >= SURE else []
    for i, one in enumerate(told):
        for other in told[i + 1 :]:
            altered = _altered(one, other)
            if altered is not None:
                yield _finding(altered, alignment)
                return


def _altered(one: Told, other: Told) -> _Altered | None:
    if not same_speaker(one, other):
        return None
    words = spelt_out(one.words), spelt_out(other.words)
    ratio, shared, found = changes(*words)
    parted = tuple(change for change in found if not harmless(change))
    enough = shared >= max(ENOUGH, HALF * min(map(len, words)))
    return _Altered(one, other, ratio, parted) if parted and ratio >= SAME and enough else None


def _finding(altered: _Altered, alignment: Alignment) -> Finding:
    one, other, parted = altered.one, altered.other, altered.changes
    document = called((one, other))
    diff = ", ".join(f"{_words(one, change.one)} / {_words(other, change.other)}" for change in parted[:3])
    more = f" and {len(parted) - 3} more" if len(parted) > 3 else ""
    severity: Severity = "error" if any(map(_grave, parted)) else "warning"
    paths = " and ".join(document[told.claim.document.path] for told in (one, other))
    places = [_place(told, told.words, [change.one if told is one else change.other for change in parted]) for told in (one, other)]
    message = f"{paths} quote {one.who} in different words: {diff}{more}."
    return finding_at(RULE, "quote", severity, alignment.score * altered.ratio, message, places, alignment.evidence)


def _grave(change: Change) -> bool:
    """Whether a number or what is denied differs."""
    if is_negated(list(change.one)) != is_negated(list(change.other)):
        return True
    from claimdiff.values.numerals import parse_number  # noqa: PLC0415 - most runs find no altered quotation, and it takes a moment to compile

    one, other = ({str(number) for word in side if (number := parse_number(word.key)) is not None} for side in (change.one, change.other))
    return one != other and bool(one) and bool(other)


def _words(told: Told, words: Sequence[Word]) -> str:
    return f"“{' '.join(told.claim.document.text[words[0].start : words[-1].end].split())}”" if words else "nothing"


def _place(told: Told, words: Sequence[Word], parts: Sequence[Sequence[Word]]) -> Location:
    """From the first word that differs to the last, or the whole quotation where this one merely lacks words."""
    own = [word for part in parts for word in part]
    start, end = (own[0].start, own[-1].end) if own else (words[0].start, words[-1].end)
    if end - start > LONGEST and own:
        first = next(part for part in parts if part)
        start, end = first[0].start, first[-1].end
    return told.at([Extent(start, end)], f"{told.who}: {_words(told, own or words)}")
