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


def check(article: Article) -> Iterator[Finding]:
    """A finding for every total whose list of parts adds up to something else."""
    counts = [claim for claim in article.claims if claim.kind == "quantity"]
    for at, total in enumerate(counts):
        told = _exact(total)
        parts, singles = _parts(total, counts[at + 1 :]) if told is not None else ([], 0)
        added = sum((_exact(part) or Decimal(0) for part in parts), Decimal(0))
        # "A guide" at the end of a list is one of those counted, or stands beside them.
        if parts and told not in (added, added + singles):
            yield _finding(total, parts, added + singles)


def _exact(claim: Claim) -> Decimal | None:
    """The whole number of things a claim counts, None if it is no such number or no exact one."""
    value = claim.value
    if not isinstance(value, Quantity) or value.form != "count" or value.comparator != "=" or len(value.value) != 1:
        return None
    told = value.value[0]
    return told if told == told.to_integral_value() and value.step == 1 else None


def _parts(total: Claim, later: Sequence[Claim]) -> tuple[list[Claim], int]:
    """The parts listed right behind a total, and how many more are told without a number ("a guide"); none where the list may not hold all."""
    assert isinstance(total.value, Quantity)
    listed = [claim for claim in later if total.sentence.covers(claim.extent)]
    if total.value.part != "total" or not total.value.unit or len(listed) < 2 or not _match(_LEADS, total, listed[0].extent.start):
        return [], 0
    parts, singles = [listed.pop(0)], 0
    at, last = parts[0].extent.end, False
    while True:
        end = listed[0].extent.start if listed else total.sentence.end
        joined = _NEXT.match(total.document.text, at, end)
        if joined and not _OPEN.search(joined["words"]) and (joined["single"] or (listed and joined.end() == end)):
            last = last or "and" in joined["joint"]
            at = joined.end()
            if joined["single"]:
                singles += 1
            else:
                parts.append(listed.pop(0))
                at = parts[-1].extent.end
            continue
        break
    whole = _closed(total, at, last=last) and len(parts) > 1 and all(_is_part(part, total) for part in parts)
    return (parts, singles) if whole else ([], 0)


def _closed(total: Claim, at: int, *, last: bool) -> bool:
    """Whether a list ends at ``at``; a comma ends it only behind its last part, the one with "and"."""
    end = _END.match(total.document.text, at)
    return end is not None and (last or end["by"] != ",") and not _OPEN.search(end["words"])


def _match(pattern: re.Pattern[str], claim: Claim, end: int) -> bool:
    """Whether all that stands between a claim and ``end`` is of the pattern and leaves nothing open."""
    found = pattern.fullmatch(claim.document.text, claim.extent.end, end)
    return found is not None and not _OPEN.search(found["words"] or "")


def _is_part(part: Claim, total: Claim) -> bool:
    """Whether a number counts some of the total's things: exact, less of them, by the same noun, by words of its own, or people all."""
    assert isinstance(part.value, Quantity)
    assert isinstance(total.value, Quantity)
    if _exact(part) is None or part.value.part not in ("total", "part", "rest") or part.value.value >= total.value.value:
        return False
    if part.value.unit is None:
        # "two sons, 11 and 14" are ages.
        return bool(_OWN_WORDS.match(part.document.text, part.extent.end))
    return part.value.unit == total.value.unit or {part.value.unit, total.value.unit} <= _PEOPLE


def _finding(total: Claim, parts: Sequence[Claim], added: Decimal) -> Finding:
    told = [f"“{' '.join(part.text.split())}”" for part in parts]
    listed = f"{', '.join(told[:-1])} and {told[-1]}"
    message = f"The parts of “{' '.join(total.text.split())}” add up to {number(added)}: {listed}."
    return finding(RULE, "numeric", "warning", 0.8, message, (total, *parts))
