"""A person's age does not fit the year of birth that the same article gives.

What it flags: "Ruiz, 34, was born in 1954", published in 2021 (he would be 66 or 67). Age and birth must belong to one
name, close together or each right beside it, and the sentence must speak of no other time.

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
"""Characters from age to birth within which the two are told of together; further apart each must stand at the name itself."""
_LAG = timedelta(days=60)
"""How long ago an event may be at which an age of the news was the right one."""
_BORN = re.compile(r"\bborn\b[^.;\n]{0,40}$")
_BESIDE = re.compile(r"[,(]\s?$")
_KIN = re.compile(
    r"\b(?:father|mother|parents?|sons?|daughters?|child(?:ren)?|brothers?|sisters?|siblings?|wife|husband|spouse|twins?|uncle|aunt|cousin|nephew|niece|"
    r"grand\w+|boy|girl|baby|babies|whose|his|her|their)\b",
    re.IGNORECASE,
)
_NAME_TO_BORN = 40


def check(article: Article) -> Iterator[Finding]:
    """A finding for every age that the birth date beside it does not give at publication."""
    published = article.document.published
    if published is None:
        return
    births = [claim for claim in article.claims if _is_birth(claim)]
    for claim in article.claims if births else ():
        age = _age(claim)
        birth = next((birth for birth in births if _of_one_person(claim, birth, article)), None) if age is not None else None
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


def _of_one_person(age: Claim, birth: Claim, article: Article) -> bool:
    person = _person(age)
    if person != _person(birth):
        return False
    if abs(age.extent.start - birth.extent.start) <= _CLOSE:
        return person is not None or age.sentence == birth.sentence
    if person is None or " " not in person or _has_namesake(person, article):
        return False
    return _age_is_at(person, age) and _birth_is_at(person, birth)


def _age_is_at(person: str, age: Claim) -> bool:
    """ "Ruiz, 34" and "34-year-old Ana Ruiz": the name stands right before the age or right behind it."""
    text, last = age.document.text, re.escape(person.rsplit(" ", 1)[-1])
    before = re.search(rf"\b{last}\s?[,(]\s?$", text[max(0, age.extent.start - len(person) - 4) : age.extent.start])
    name = r"[ -]".join(rf"(?:{re.escape(word)})?" for word in person.split()[:-1])
    return bool(before) or re.match(rf" {name} ?{last}\b", text[age.extent.end : age.extent.end + len(person) + 4]) is not None


def _birth_is_at(person: str, birth: Claim) -> bool:
    """ "Ruiz, a teacher, was born in 1954": nobody else and no relative between the name and the birth, nor right before the name."""
    before = birth.document.text[birth.sentence.start : birth.extent.start]
    found = re.search(
        rf"(?P<lead>.*)\b{re.escape(person.rsplit(' ', 1)[-1])}\b(?!['’]s)(?P<between>[^A-Z]{{0,{_NAME_TO_BORN}}})\bborn\b", before, re.DOTALL
    )
    return found is not None and not _KIN.search(found["between"]) and not _KIN.search(found["lead"][-20:])


def _has_namesake(person: str, article: Article) -> bool:
    """Whether the article names another of that surname: whose age or birth it is, no surname alone tells."""
    surname = " " + person.rsplit(" ", 1)[-1]
    return any(name != person and name.endswith(surname) for claim in article.claims for name in claim.topic.entities)


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
