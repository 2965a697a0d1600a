"""One speaker says a thing in one article and denies it in another.

What it flags: aligned statements of the same content by the same speaker, where one article has it asserted and the other
denied by its cue. A denial of a negative asserts: "denied they had ever met" agrees with "said they never met". Silence
("declined to comment"), questions and orders are neither. A "not" inside what is said is the business of negation-differs.

Why it matters: a denial turned into a confirmation is the error that ends in court.

Example: "The ministry denied that it had sold the harbour" in one article, "The ministry confirmed that it had sold the
harbour" in the other.

Known false alarms: a speaker who changed his mind between the two articles; two allegations told in nearly the same words,
of which only one was denied.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimdiff.model import Alignment, Extent, Finding, Location
from claimdiff.rules._statements import Told, alike, called, finding_at, odd_ones, same_speaker, statements
from claimdiff.values.wording import is_negated

RULE = "polarity-differs"

SURE = 0.5
"""Alignments less certain than this are no ground for an error."""

ALIKE = 0.5
"""Likeness of two contents, one of which is denied by its cue, from which they are taken for the same."""


def compare(alignment: Alignment) -> Iterator[Finding]:
    """One error for aligned statements of one speaker that cannot both be right."""
    told = statements(alignment)
    if alignment.score < SURE or not told:
        return
    found = odd_ones(told, opposed)
    if found is None:
        return
    odd, most = found
    document = called(odd)
    said = ", ".join(f"{document[one.claim.document.path]} has {one.who} {_stance(one)} it (“{_cue(one)}”)" for one in odd)
    message = f"{said}{most}: they cannot both be right."
    yield finding_at(RULE, "polarity", "error", alignment.score, message, [_at(one) for one in odd], alignment.evidence)


def opposed(one: Told, other: Told) -> bool:
    """Whether one speaker is told to have said the opposite of the same thing."""
    a, b = denied(one), denied(other)
    if a is None or b is None or a == b or not same_speaker(one, other):
        return False
    by_cue = (one.value.polarity == "denies") != (other.value.polarity == "denies")
    return by_cue and alike(one, other) >= ALIKE and one.claim.stance.modality == other.claim.stance.modality


def denied(told: Told) -> bool | None:
    """Whether the speaker says that the content is not so: a cue that denies and a content that does cancel out; None if he says neither."""
    if told.value.polarity not in ("asserts", "denies"):
        return None
    return (told.value.polarity == "denies") != (told.claim.stance.polarity == "negated")


def _stance(told: Told) -> str:
    return "deny" if denied(told) else "affirm"


def _cue(told: Told) -> str:
    return " ".join(" ".join(extent.of(told.claim.document.text) for extent in told.value.cue).split())


def _at(told: Told) -> Location:
    """The word that turns the statement round, in the cue or in the content; the cue where nothing does."""
    negation = next((word for word in told.words if is_negated([word])), None)
    inside = told.claim.stance.polarity == "negated" and told.value.polarity != "denies" and negation is not None
    where = (Extent(negation.start, negation.end),) if inside and negation is not None else told.value.cue
    return told.at(where, f"{told.who} {'denies' if denied(told) else 'asserts'}")
