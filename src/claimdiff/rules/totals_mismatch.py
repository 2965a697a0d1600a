"""A total is not the sum of the parts told right behind it.

What it flags: a number of things followed in the same sentence by the list of its parts, every part counted and exact, that
add up to something else: "12 people died: seven men and four women".

Why it matters: one of the numbers is wrong, and readers add up.

Example: "Twelve people died: seven men and four women."

Known false alarms: parts that overlap ("15 people: 12 women and five children, two of them girls").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimdiff.model import Article, Claim, Finding, Quantity
from claimdiff.rules._finding import finding
from claimdiff.values.display import number

RULE = "totals-mismatch"

_PEOPLE = frozenset(
    """people person man woman child boy girl adult teenager baby infant toddler civilian soldier officer policeman policewoman firefighter
    worker miner student pupil teacher passenger driver crew member sailor pilot tourist resident villager victim survivor patient nurse doctor
    prisoner hostage suspect male female migrant refugee guest guard""".split(),
)
"""Nouns of people, who may be counted by one and told apart by another."""

_OF_ONE_SEX = frozenset({"man", "woman", "boy", "girl", "male", "female"})
"""No total of others."""

_PARTITIONS = (frozenset({"man", "woman"}), frozenset({"boy", "girl"}), frozenset({"male", "female"}), frozenset({"adult", "child"}))
"""Parts that leave nobody out: "12 people, seven men and five women" lists all, "12 people, seven miners and two pupils" may be three groups."""

_WORDS = r"(?P<words>[^.,:;!?()\n\d–—]{0,60}?)"
_LEADS = re.compile(r"(?:(?P<words>[^.:;!?()\n\d–—]{0,80}?)(?::|\s[–—-]{1,2}|—|\s?\()\s*|,\s)")
"""From a total to the list of its parts: the rest of the clause and a colon, a dash or a bracket; nothing but a comma in apposition."""
_NEXT = re.compile(rf"{_WORDS}(?P<joint>[,;]\s(?:and\s)?|\sand\s)(?P<single>(?:an?)\s(?=[^\W\d]))?")
_END = re.compile(rf"{_WORDS}(?P<by>[.:;!?)–—\n]|\s-\s|$|,(?!\s(?:and|or|plus|along|as)\b))")
_OPEN = re.compile(
    r"\b(?:and|or|plus|with|including|include[ds]?|among|amongst|mostly|mainly|most|some|several|few|many|another|others?|rest|remaining|remainder|more|"
    r"besides|as well|both|either|about|least|up to|at most|each|every|per|than|of (?:them|whom|which|these|those)|whose|while|after|before|compared|"
    r"up from|down from)\b",
    re.IGNORECASE,
)
"""Words by which a list tells that it is none of all parts, or that a number in it is no part."""
_OWN_WORDS = re.compile(r"\s(?!and\b|or\b)[^\W\d]")


@dataclass
class _List:
    """The list behind a total as far as it is read.

    Attributes:
        parts: the numbers that count the parts.
        singles: how many parts stand there without a number ("a guide").
        end: where it has been read to.
        ended: whether its last part, the one with "and", is among them.
    """

    parts: list[Claim]
    singles: int
    end: int
    ended: bool = False


def check(article: Article) -> Iterator[Finding]:
    """A finding for every total whose list of parts adds up to something else."""
    numbers = [claim for claim in article.claims if claim.kind == "quantity"]
    for at, total in enumerate(numbers):
        told = _exact(total)
        listed = _listed(total, numbers[at + 1 :]) if told is not None else None
        if listed is not None:
            added = sum((_exact(part) or Decimal(0) for part in listed.parts), Decimal(0))
            # "A guide" at the end of a list is one of those counted, or stands beside them.
            if told not in (added, added + listed.singles):
                yield _finding(total, listed, added + listed.singles)


def _exact(claim: Claim) -> Decimal | None:
    """The whole number of things a claim counts, None if it is no such number or no exact one."""
    value = claim.value
    if not isinstance(value, Quantity) or value.form != "count" or value.comparator != "=" or len(value.value) != 1:
        return None
    told = value.value[0]
    return told if told == told.to_integral_value() and value.step == 1 else None


def _listed(total: Claim, later: Sequence[Claim]) -> _List | None:
    """The list of all parts right behind a total, None where there is none or it may not hold them all."""
    assert isinstance(total.value, Quantity)
    following = [claim for claim in later if total.sentence.covers(claim.extent)]
    if total.value.part != "total" or not total.value.unit or len(following) < 2:
        return None
    lead = _LEADS.fullmatch(total.document.text, total.extent.end, following[0].extent.start)
    if lead is None or _OPEN.search(lead["words"] or ""):
        return None
    listed = _read(total, following)
    apposed = lead["words"] is None
    whole = _is_closed(listed, total, bare=apposed) and (not apposed or _leaves_nobody_out(listed.parts))
    return listed if whole and len(listed.parts) > 1 and all(_is_part(part, total) for part in listed.parts) else None


def _read(total: Claim, following: Sequence[Claim]) -> _List:
    """The list that begins with the first of the numbers, as long as one part follows another."""
    text, left = total.document.text, list(following)
    first = left.pop(0)
    listed = _List([first], 0, first.extent.end)
    while True:
        end = left[0].extent.start if left else total.sentence.end
        joint = _NEXT.match(text, listed.end, end)
        if joint is None or _OPEN.search(joint["words"]) or not (joint["single"] or (left and joint.end() == end)):
            return listed
        listed.ended = listed.ended or "and" in joint["joint"]
        if joint["single"]:
            listed.singles, listed.end = listed.singles + 1, joint.end()
        else:
            listed.parts.append(left.pop(0))
            listed.end = listed.parts[-1].extent.end


def _is_closed(listed: _List, total: Claim, *, bare: bool) -> bool:
    """Whether a list ends where it was read to; a comma ends it only behind its last part, and ``bare`` allows no word behind that."""
    end = _END.match(total.document.text, listed.end)
    if end is None or _OPEN.search(end["words"]) or (end["by"] == "," and not listed.ended):
        return False
    # "He asked 12 people, three teachers and two pupils said."
    return not (bare and end["words"].strip() and not listed.singles)


def _is_part(part: Claim, total: Claim) -> bool:
    """Whether a number counts some of the total's things: exact, less of them, by the same noun, by words of its own, or people all."""
    assert isinstance(part.value, Quantity)
    assert isinstance(total.value, Quantity)
    if _exact(part) is None or part.value.part not in ("total", "part", "rest") or part.value.value >= total.value.value:
        return False
    if part.value.unit is None:
        # "two sons, 11 and 14" are ages.
        return bool(_OWN_WORDS.match(part.document.text, part.extent.end))
    return part.value.unit == total.value.unit or (part.value.unit in _PEOPLE and total.value.unit in _PEOPLE - _OF_ONE_SEX)


def _leaves_nobody_out(parts: Sequence[Claim]) -> bool:
    units = {part.value.unit for part in parts if isinstance(part.value, Quantity)}
    return any(units >= partition for partition in _PARTITIONS)


def _finding(total: Claim, listed: _List, added: Decimal) -> Finding:
    told = [f"“{' '.join(part.text.split())}”" for part in listed.parts]
    singles = f", with {listed.singles} more told without a number" if listed.singles else ""
    message = f"The parts of “{' '.join(total.text.split())}” add up to {number(added)}: {', '.join(told[:-1])} and {told[-1]}{singles}."
    return finding(RULE, "numeric", "warning", 0.8, message, (total, *listed.parts))
