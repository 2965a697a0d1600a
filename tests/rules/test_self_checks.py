"""age-mismatch, elapsed-mismatch and past-after-publication on hand-built articles."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import on, quantity
from claimdiff.model import Article, Claim, Document, Extent, Quantity, Stance, Topic, When
from claimdiff.rules import age_mismatch, elapsed_mismatch, past_after_publication
from claimdiff.values.timelines import HAPPENED


def _article(text: str, published: str | None, *marked: tuple[str, Quantity | When, Claim | None]) -> Article:
    document = Document("a.txt", text, published=date.fromisoformat(published) if published else None)
    claims, at = [], 0
    for words, value, like in marked:
        at = text.index(words, at)
        kind = "quantity" if isinstance(value, Quantity) else "date"
        claim = Claim(document, kind, Extent(at, at + len(words)), Extent(0, len(text)), value)
        claims.append(replace(claim, topic=like.topic, stance=like.stance, evidence=like.evidence) if like else claim)
        at += len(words)
    return Article(document, tuple(claims))


def _lasting(value: str, mod: str | None = None) -> When:
    return When("DURATION", value, mod)


def _like(**fields) -> Claim:
    """A claim whose topic, stance and evidence are lent to others."""
    return Claim(Document("a.txt", ""), "date", Extent(0, 0), Extent(0, 0), on("2021-01-01"), **fields)


def _elapsed(text: str, first: str, length: When, words: str, base: str):
    marked = (("Jan. 9", on(first), None), (words, length, None), ("Jan. 3", on(base), None))
    return list(elapsed_mismatch.check(_article(text, "2021-02-12", *marked)))


@pytest.mark.parametrize(
    ("length", "words", "base", "severity"),
    [
        ("P4D", "four days", "2021-01-03", "warning"),
        ("P5D", "five days", "2021-01-03", "note"),
        ("P3W", "three weeks", "2021-01-03", "warning"),
        ("P2M", "two months", "2021-01-03", "warning"),
        ("P5Y", "five years", "2019-01-03", "warning"),
    ],
)
def test_a_length_that_does_not_lie_between_its_dates_is_found(length, words, base, severity):
    """A day off may be counting, more is not."""
    found = _elapsed(f"It was on Jan. 9, {words} after Jan. 3.", "2021-01-09", _lasting(length), words, base)

    assert [finding.severity for finding in found] == [severity]
    assert [place.text for place in found[0].locations] == ["Jan. 9", words, "Jan. 3"]


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("It was on Jan. 9, six days after Jan. 3.", _lasting("P6D")),
        ("It was on Jan. 9, six days after Jan. 3.", _lasting("P4D", "APPROX")),
        ("It was on Jan. 9, six days after Jan. 3.", _lasting("P1W")),
        ("It was on Jan. 9, six days after Jan. 3.", _lasting("PXD")),
        ("It was on Jan. 9 and six days after Jan. 3.", _lasting("P4D")),
        ("It was on Jan. 9, six days in jail. Jan. 3.", _lasting("P4D")),
        ("It was on Jan. 9, six days after that, and Jan. 3.", _lasting("P4D")),
    ],
    ids=["fits", "hedged", "a rounded week", "vague", "another clause", "not counted from", "counted from something else"],
)
def test_a_length_that_fits_or_cannot_be_checked_is_silent(text, length):
    """No finding where nothing is certain."""
    assert _elapsed(text, "2021-01-09", length, "six days", "2021-01-03") == []


@given(day=st.dates(date(1900, 1, 1), date(2090, 1, 1)), days=st.integers(1, 400))
def test_a_true_sum_is_never_found_wrong(day, days):
    """Whatever the days, the length between them fits them."""
    later = day + timedelta(days=days)
    marked = (("Jan. 9", on(later.isoformat()), None), ("six days", _lasting(f"P{days}D"), None), ("Jan. 3", on(day.isoformat()), None))

    assert list(elapsed_mismatch.check(_article("It was on Jan. 9, six days after Jan. 3.", None, *marked))) == []


def _aged(text: str, age: str, birth: When, born: str, published: str | None = "2021-01-12", names=("Ana Ruiz", "Ana Ruiz")):
    lent = [_like(topic=Topic(entities=(name,))) for name in names]
    years = quantity(age, form="age", unit="year old")
    return list(age_mismatch.check(_article(text, published, (age, years, lent[0]), (born, birth, lent[1]))))


def _year(year: int) -> When:
    return replace(on(f"{year}-01-01", granularity="year"), value=str(year), before=on(f"{year + 1}-01-01").start)


@pytest.mark.parametrize(
    ("age", "birth", "born", "fits"),
    [("34", _year(1954), "1954", "66 or 67"), ("65", _year(1957), "1957", "63 or 64"), ("34", on("1954-05-03"), "May 3, 1954", "66")],
)
def test_an_age_that_the_birth_does_not_give_is_found(age, birth, born, fits):
    """The message says what it would be."""
    (found,) = _aged(f"Ana Ruiz, {age}, was born in {born}.", age, birth, born)

    assert f"is {fits} on 2021-01-12, not {age}" in found.message
    assert found.severity == "warning"


@pytest.mark.parametrize("age", ["66", "67"])
def test_both_ages_of_a_year_are_right(age):
    """The birthday may have been or not."""
    assert _aged(f"Ana Ruiz, {age}, was born in 1954.", age, _year(1954), "1954") == []


@pytest.mark.parametrize(
    ("text", "published", "names"),
    [
        ("Ana Ruiz, 34, was born in 1954.", None, ("Ana Ruiz", "Ana Ruiz")),
        ("Ana Ruiz, 34, was born in 1954.", "2021-01-12", ("Ana Ruiz", "Tom Abara")),
        ("Ana Ruiz left at 34. She was born in 1954.", "2021-01-12", ("Ana Ruiz", "Ana Ruiz")),
        ("Ana Ruiz, 34, has led the firm since 1954.", "2021-01-12", ("Ana Ruiz", "Ana Ruiz")),
    ],
    ids=["undated", "two people", "an age at some time", "no birth"],
)
def test_an_age_that_cannot_be_checked_is_silent(text, published, names):
    """One name, one time, one birth, or nothing."""
    assert _aged(text, "34", _year(1954), "1954", published, names) == []


@pytest.mark.parametrize(("year", "expected"), [(1987, []), (2020, [])])
def test_another_time_in_the_sentence_is_silent(year, expected):
    """The age may be that of the event."""
    text = "In 1987 Ana Ruiz, 34, born in 1954, sang."
    lent = _like(topic=Topic(entities=("Ana Ruiz",)))
    marked = (("1987", _year(year), lent), ("34", quantity("34", form="age", unit="year old"), lent), ("1954", _year(1954), lent))

    assert list(age_mismatch.check(_article(text, "2021-05-12", *marked))) == expected


def _past(day: str, published: str | None, **lent):
    marked = ("Jan. 19", on(day), _like(**{"evidence": (HAPPENED,), **lent}))
    return list(past_after_publication.check(_article("It collapsed on Jan. 19.", published, marked)))


def test_what_happened_after_publication_is_found():
    """The message counts the days."""
    (found,) = _past("2021-01-19", "2021-01-12")

    assert (found.severity, "7 days after" in found.message) == ("warning", True)


@pytest.mark.parametrize(
    ("published", "lent"),
    [
        ("2021-01-19", {}),
        ("2021-01-18", {}),
        (None, {}),
        ("2021-01-12", {"evidence": ()}),
        ("2021-01-12", {"stance": Stance(modality="planned")}),
    ],
    ids=["the day itself", "tomorrow", "undated", "nothing says it happened", "planned"],
)
def test_what_may_lie_ahead_is_silent(published, lent):
    """No finding without a date and a clause that says it is past."""
    assert _past("2021-01-19", published, **lent) == []
