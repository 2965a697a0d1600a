"""The same fact is credited to two different sources.

What it flags: aligned statements of the same content where one article names its source and the other does not, where two
organisations are named that cannot be one, or a person and a newspaper to which he is not said to have spoken; a note where only
the number or the description of unnamed sources differs.

Why it matters: how far a reader trusts a fact depends on whose it is, and "officials" in one article and a name in the other
is a question for the desk.

Example: "Elena Marsh said the bridge would close" in one article, "two people familiar with the matter said the bridge would
close" in the other.

Known false alarms: articles that asked different people about one fact, each rightly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimdiff.model import Alignment, Finding, Severity
from claimdiff.rules._statements import Told, alike, are_opposed, called, finding_at, named_apart, odd_ones, same_speaker, statements
from claimdiff.values.cues import SOURCE_NOUNS
from claimdiff.values.identity import folded, is_body, is_medium
from claimdiff.values.wording import stems

RULE = "source-differs"

SURE = 0.6
"""Alignments less certain than this are no ground for a finding about sources."""

ALIKE = 0.65
"""Likeness of contents from which they are taken for one fact."""

ENOUGH = 4
"""Words a fact must carry."""

_ONE = frozenset("a an the my our his her its their".split())
"""Words before a description of somebody who has a name."""


def compare(alignment: Alignment) -> Iterator[Finding]:
    """One finding for a fact told of different sources."""
    told = [one for one in statements(alignment) if one.value.source]
    if alignment.score < SURE or len(told) < len(alignment.claims):
        return
    found = odd_ones(told, lambda one, other: _severity(one, other) is not None)
    if found is None:
        return
    odd, most = found
    severity = _severity(odd[0], odd[-1])
    assert severity is not None
    document = called(odd)
    said = ", ".join(f"{document[one.claim.document.path]} has it from {_words(one)}" for one in odd)
    reason = "the same fact from different sources" if severity == "warning" else "the unnamed sources are described differently"
    places = [one.named() for one in odd]
    yield finding_at(RULE, "attribution", severity, alignment.score * 0.8, f"{said}{most}: {reason}.", places, alignment.evidence)


def _severity(one: Told, other: Told) -> Severity | None:
    """How bad that two articles credit these; None if it is nothing, or another fact."""
    if are_opposed(one, other) or one.value.quote != other.value.quote == "direct":
        return None
    if alike(one, other) < ALIKE or len(one.stems & other.stems) < ENOUGH or same_speaker(one, other):
        return None
    if one.value.speaker and other.value.speaker:
        bodies = is_body(one.value.speaker) and is_body(other.value.speaker)
        apart = named_apart(one, other) if bodies else _is_told_apart(one, other)
        return "warning" if apart and one.value.quote == other.value.quote == "indirect" else None
    if one.value.speaker or other.value.speaker:
        named, unnamed = (one, other) if one.value.speaker else (other, one)
        # A body may well be described instead of named ("the hospital"), and a person by his office.
        told = _is_some_medium(unnamed) if is_body(named.value.speaker or "") else _are_people(unnamed)
        return "warning" if unnamed.value.anonymous or told else None
    return "note" if _described_apart(one, other) else None


def _are_people(told: Told) -> bool:
    """Whether a description is of people in general ("officials", "witnesses"), and not of one who has a name in the article."""
    words = (told.value.description or "").split()
    if not words or words[0] in _ONE or any(word.endswith(("'s", "’s")) for word in words):
        return False
    return words[-1].removesuffix("s") in SOURCE_NOUNS


def _is_told_apart(one: Told, other: Told) -> bool:
    """Whether one has it from a medium that does not name the person from whom the other has it, nor he is told to have told the medium."""
    for medium, person in ((one, other), (other, one)):
        paper, name = medium.value.speaker or "", person.value.speaker or ""
        if is_medium(paper) and not is_body(name):
            document = person.claim.document
            return not (_has(medium.claim.document.text, name) or _has(person.claim.sentence.of(document.text), paper))
    return False


def _has(text: str, name: str) -> bool:
    """Whether a text has the last word of a name."""
    return any(re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE) for word in folded(name).split()[-1:])


def _is_some_medium(told: Told) -> bool:
    """Whether it is a medium that is not named ("a local newspaper")."""
    words = (told.value.description or "").split()
    return bool(words) and words[0] in ("a", "an") and is_medium(words[-1])


def _described_apart(one: Told, other: Told) -> bool:
    """Whether unnamed sources differ in number, or in every word that describes them."""
    a, b = one.value, other.value
    if a.source_count != b.source_count:
        return a.anonymous or b.anonymous
    return bool(a.description and b.description) and not stems(a.description or "") & stems(b.description or "")


def _words(told: Told) -> str:
    """The source as it stands there; the name for a pronoun."""
    text = told.claim.document.text
    return f"“{' '.join(' '.join(extent.of(text) for extent in told.named_at()).split())}”"
