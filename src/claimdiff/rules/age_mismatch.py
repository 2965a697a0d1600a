"""A person's age does not fit the year of birth that the same article gives.

What it flags: "Ruiz, 34, was born in 1954", published in 2021 (he would be 66 or 67). Age and birth must stand close
together and belong to one name, and the sentence must speak of no other time.

Why it matters: one of the two is wrong, and it is a person's.

Example: "Ana Ruiz, 34, was born on May 3, 1954."

Known false alarms: ages at the time of an older event that the sentence does not date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from claimdiff.model import Article, Claim, Finding, Quantity, When
from claimdiff.rules._finding import finding

RULE = "age-mismatch"

_CLOSE = 250
"""Characters from age to birth within which the two are told of together."""
_LAG = timedelta(days=60)
"""How long ago an event may be at which an age of the news was the right one."""
_BORN = re.compile(r"\bborn\b[^.;\n]{0,40}$")
_BESIDE = re.compile(r"[,(]\s$")


def check(article: Article) -> Iterator[Finding]:
    """A finding for every age that the birth date beside it does not give at publication."""
    published = article.document.published
    if published is None:
        return
    births = [claim for claim in article.claims if _is_birth(claim)]
    for claim in article.claims if births else ():
        age = _age(claim)
        birth = next((birth for birth in births if _of_one_person(claim, birth)), None) if age is not None else None
        if age is None or birth is None or _speaks_of_other_time(article, claim, birth, published):
            continue
        low, high = _ages(birth, published)
        if not _ages(birth, published - _LAG)[0] <= age <= high:
            yield _finding(claim, birth, age, f"{low}" if low == high else f"{low} or {high}")


def _is_birth(claim: Claim) -> bool:
    value = claim.value
    if not isinstance(value, When) or value.start is None or value.granularity not in ("day", "month", "year") or value.mod or "/" in value.value:
        return False
    return bool(_BORN.search(claim.document.text, max(0, claim.extent.start - 60), claim.extent.start))


def _age(claim: Claim) -> int | None:
    """The years of a claim that tells how old somebody is now: in apposition or as "34-year-old"."""
    value = claim.value
    if not isinstance(value, Quantity) or value.form != "age" or value.comparator != "=" or len(value.value) != 1 or value.unit != "year old":
        return None
    beside = _BESIDE.search(claim.document.text, max(0, claim.extent.start - 2), claim.extent.start)
    return int(value.value[0]) if beside or claim.text.endswith("old") else None


def _of_one_person(age: Claim, birth: Claim) -> bool:
    close = abs(age.extent.start - birth.extent.start) <= _CLOSE
    return close and _person(age) == _person(birth) and (_person(age) is not None or age.sentence == birth.sentence)


def _person(claim: Claim) -> str | None:
    """The name nearest to a claim that is no place."""
    return next((name for name in claim.topic.entities if name != claim.topic.place), None)


def _speaks_of_other_time(article: Article, age: Claim, birth: Claim, published: date) -> bool:
    """Whether the sentence of the age names a time other than the birth and the days of the news."""
    for claim in article.claims:
        value = claim.value
        if claim is birth or claim.sentence != age.sentence or not isinstance(value, When) or value.start is None or value.before is None:
            continue
        if value.before.date() < published - _LAG or value.start.date() > published:
            return True
    return False


def _ages(birth: Claim, day: date) -> tuple[int, int]:
    """The youngest and the oldest somebody born then can be on this day."""
    assert isinstance(birth.value, When)
    assert birth.value.start
    assert birth.value.before
    return _years(birth.value.before.date() - timedelta(days=1), day), _years(birth.value.start.date(), day)


def _years(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _finding(age: Claim, birth: Claim, written: int, fits: str) -> Finding:
    message = f"Somebody born “{birth.text}” is {fits} on {age.document.published}, not {written}."
    return finding(RULE, "numeric", "warning", 0.85, message, (age, birth), "the age is that of an earlier time")
