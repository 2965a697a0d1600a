"""Whether two ages are of one person: of somebody named or not, now or at another time of life."""

from __future__ import annotations

import re
from functools import lru_cache

from claimdiff.alignment.contrary import are_apart
from claimdiff.alignment.lexicon import concept, outcome, persons
from claimdiff.model import Claim, Quantity
from claimdiff.values.identity import may_be_one
from claimdiff.values.ordinals import find_ordinals

_NEAR_TO = re.compile(
    r" (?:neighbou?r|friend|colleague|brother|sister|wife|husband|mother|father|son|daughter|cousin|nephew|niece|uncle|aunt|roommate"
    r"|girlfriend|boyfriend|witness|bystander)\b(?! of (?:one|two|three|four|five|six|seven|eight)\b)"
)
"""Who is somebody else's: a mother of three is whom the article is about."""

_OTHER = re.compile(r"\bthe other\b")

_ONCE = re.compile(r"\bwhen (?:he|she) was (?:only |just |about )?$")
_NEXT_WORD = re.compile(r" (\w+)")

_SUSPECTED = frozenset({"arrest", "charge"})
_STRUCK = frozenset({"kill", "injure"})
_STRIKING = frozenset({concept("shoot"), "stab"})


def are_ages(one: Claim, other: Claim) -> bool:
    """Whether both numbers are somebody's ages."""
    return isinstance(one.value, Quantity) and isinstance(other.value, Quantity) and one.value.form == other.value.form == "age"


def of_other_times_of_life(one: Claim, other: Claim) -> bool:
    """Whether one tells how old somebody once was, or will be: who turns 30 in June is 29."""
    turning, once = ([told(claim) for claim in (one, other)] for told in (_is_turning, _is_once))
    return turning[0] != turning[1] or once[0] != once[1]


def _is_turning(claim: Claim) -> bool:
    return claim.topic.predicate == "turn"


def _is_once(claim: Claim) -> bool:
    return _ONCE.search(claim.document.text, max(0, claim.extent.start - 30), claim.extent.start) is not None


def of_other_people(one: Claim, other: Claim) -> bool:
    """Whether they are of two people of an order ("the first suspect"), or, of somebody unnamed, of the arrested and of the victim."""
    if are_apart(*(_people_in_turn(claim.sentence.of(claim.document.text)) for claim in (one, other))):
        return True
    return not one.topic.subject and not other.topic.subject and {_part(one), _part(other)} == {"suspected", "struck"}


def _part(claim: Claim) -> str | None:
    """The part in a crime of somebody of that age."""
    become, done = outcome(claim.topic.predicate), concept(claim.topic.predicate)
    if become in _STRUCK or done in _STRIKING:
        return "struck"
    return "suspected" if become in _SUSPECTED else None


@lru_cache(maxsize=1 << 12)
def _people_in_turn(sentence: str) -> frozenset[int]:
    """The places in an order of the people whom a sentence tells of: "the second suspect"."""
    behind = ((_NEXT_WORD.match(sentence, found.end()), number) for found, number in find_ordinals(sentence))
    return frozenset(number for word, number in behind if word and word.group(1) in persons())


def is_of_somebody_else(bearer: str | None, unnamed: str | None, other: Claim) -> bool:
    """Whether the age ``other``, of somebody unnamed, is of somebody else than the bearer.

    So it is where its sentence names the bearer too, or the parse would have told; and where it is of one near to somebody ("the 51-year-old
    neighbour"), or of "the other".
    """
    if bearer is None or unnamed is not None:
        return False
    text = other.document.text
    if _NEAR_TO.match(text, other.extent.end) or _OTHER.search(text, other.sentence.start, other.sentence.end):
        return True
    return any(may_be_one(bearer, name) for name in other.topic.entities)
