"""The same words are told of two different speakers.

What it flags: aligned statements with nearly the same content whose named speakers cannot be one: two people, or, for a
quotation, two organisations. Names that share a word, an acronym, or a capital that speaks for its country, may be one.

Why it matters: an accusation or a promise pinned on the wrong person is a correction at best.

Example: “We will not pay,” said Elena Marsh, in one article; “We will not pay,” said Lise Holm, in the other.

Known false alarms: two people who really said the same; a nickname or a maiden name that shares no word with the name.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimdiff.model import Alignment, Finding, Severity
from claimdiff.rules._statements import Told, alike, called, finding_at, named_apart, odd_ones, statements
from claimdiff.values.identity import is_body
from claimdiff.values.wording import changes

RULE = "speaker-differs"

SURE = 0.5
"""Alignments less certain than this are no ground for a finding about who spoke."""

ALIKE = 0.7
"""Likeness of reported contents from which they are taken for one statement."""

ENOUGH = 4
"""Words a content must carry: short ones ("it was a good day") are said by anybody."""

ENOUGH_QUOTED = 6
"""Words two quotations must share."""

SAME_WORDS = 0.8
"""Likeness of two quotations that are one."""


def compare(alignment: Alignment) -> Iterator[Finding]:
    """One finding for a statement told of different people."""
    told = statements(alignment)
    if alignment.score < SURE or not told:
        return
    found = odd_ones(told, _apart)
    if found is None:
        return
    odd, most = found
    document = called(odd)
    severity: Severity = "error" if all(one.value.quote == "direct" for one in odd) else "warning"
    said = ", ".join(f"{document[one.claim.document.path]} has {one.who} say it" for one in odd)
    places = [one.at(one.value.source, one.who) for one in odd]
    yield finding_at(
        RULE, "attribution", severity, alignment.score * 0.9, f"{said}{most}: the same words of different speakers.", places, alignment.evidence
    )


def _apart(one: Told, other: Told) -> bool:
    if not named_apart(one, other) or one.value.polarity != other.value.polarity:
        return False
    if one.value.quote == other.value.quote == "direct":
        ratio, shared, _ = changes(one.words, other.words)
        return ratio >= SAME_WORDS and shared >= ENOUGH_QUOTED and alike(one, other) >= ALIKE
    # What organisations report of one fact is a question of sources (source-differs); only people are quoted for what they alone can say.
    people = not is_body(one.value.speaker or "") and not is_body(other.value.speaker or "")
    return people and alike(one, other) >= ALIKE and len(one.stems & other.stems) >= ENOUGH
