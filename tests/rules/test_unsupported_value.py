"""unsupported-value on hand-built claims: what of a draft's numbers, dates and quotations its sources hold, and what they do not."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import claim, document, on, quantity
from claimdiff.model import Article, When
from claimdiff.rules.unsupported_value import support

PERCENT = {"form": "percent", "unit": "%"}
MONEY = {"form": "money", "unit": "USD"}
PEOPLE = {"unit": "people"}
KILOMETRES, MILES = {"form": "measure", "unit": "kilometre"}, {"form": "measure", "unit": "mile"}


def _article(*claims, path="a.txt"):
    return Article(claims[0].document if claims else document(path, "", "2021-03-02"), claims)


def _found(mine, other, words="700 things", their_words="some things", **dates):
    draft, source = claim(mine, words, "draft.txt", **dates), claim(other, their_words, "wire.txt", **dates)
    return list(support(_article(draft), (_article(source),)))


HELD = [
    ("the same number of another noun", quantity(693, unit="passenger"), quantity(693, **PEOPLE)),
    ("about 700 and 693", quantity(700, comparator="~", low=Decimal(630), high=Decimal(770)), quantity(693, **PEOPLE)),
    ("more than 600 and 693", quantity(600, comparator=">", **PEOPLE), quantity(693, **PEOPLE)),
    ("693 and at least 600", quantity(693, **PEOPLE), quantity(600, comparator=">=", **PEOPLE)),
    ("the same bound", quantity(600, comparator=">", **PEOPLE), quantity(600, comparator=">", **PEOPLE)),
    ("rounded", quantity("1.2", step=Decimal("0.1"), **MONEY), quantity("1.18", step=Decimal("0.01"), **MONEY)),
    ("converted", quantity(31, **MILES), quantity(50, **KILOMETRES)),
    ("a share and a percentage", quantity("0.4", form="share", unit="house"), quantity(40, **PERCENT)),
    ("dozens and 80", quantity(12, 120, comparator="~", **PEOPLE), quantity(80, **PEOPLE)),
    ("per head and in all", quantity(7, form="money", unit="USD per share"), quantity(7, **MONEY)),
    ("a part and a total", quantity(14, part="part", **PEOPLE), quantity(14, **PEOPLE)),
    ("an amount without a currency", quantity(500, **MONEY), quantity(500)),
    ("a number nobody meets by chance", quantity("5.3", form="measure", unit="magnitude"), quantity("5.3", unit="quake")),
    ("a score told from the other side", quantity(3, 2, form="score", low=None, high=None), quantity(2, 3, form="score", low=None, high=None)),
    ("a range", quantity(30, 35, **MONEY), quantity(30, 35, **MONEY)),
    ("a countdown and a duration", quantity(12, form="countdown", unit="day", direction="ahead"), quantity(12, form="duration", unit="day")),
]
NOT_HELD = [
    ("another number", quantity(963, **PEOPLE), quantity(693, **PEOPLE)),
    ("another amount", quantity(5, **MONEY), quantity(4, **MONEY)),
    ("another currency", quantity(500, **MONEY), quantity(500, form="money", unit="EUR")),
    ("a percentage and an amount", quantity(5, **PERCENT), quantity(5, **MONEY)),
    ("a bound far off", quantity(600, comparator=">", **PEOPLE), quantity(3000, **PEOPLE)),
    ("two bounds", quantity(7, comparator=">=", **PEOPLE), quantity(6, comparator=">=", **PEOPLE)),
    ("the opposite bound", quantity(40, comparator=">", **MONEY), quantity(40, comparator="<", **MONEY)),
    ("a range that overlaps", quantity(25, 35, **MONEY), quantity(30, 35, **MONEY)),
    ("a fall and a rise", quantity(4, direction="behind", **PERCENT), quantity(4, direction="ahead", **PERCENT)),
    ("a small number of another unit", quantity(12, form="duration", unit="day"), quantity(12, **PEOPLE)),
    ("another score", quantity(3, 1, form="score", low=None, high=None), quantity(3, 2, form="score", low=None, high=None)),
]


@pytest.mark.parametrize(("mine", "other"), [row[1:] for row in HELD], ids=[row[0] for row in HELD])
def test_a_number_that_a_source_has_is_none_to_ask_for(mine, other):
    """Whatever it counts, however it is written."""
    assert _found(mine, other) == []


@pytest.mark.parametrize(("mine", "other"), [row[1:] for row in NOT_HELD], ids=[row[0] for row in NOT_HELD])
def test_a_number_that_no_source_has_is_a_note(mine, other):
    """At the number, in the draft first."""
    (found,) = _found(mine, other)

    assert (found.rule, found.kind, found.severity) == ("unsupported-value", "numeric", "note")
    assert found.locations[0].path == "draft.txt"


@given(st.integers(2, 10**6), st.integers(2, 10**6), st.sampled_from(("count", "money", "percent")))
def test_a_number_stands_where_it_equals(one, other, form):
    """Exact numbers of one unit are held exactly if they are the same."""
    unit = {"count": "people", "money": "USD", "percent": "%"}[form]
    found = _found(quantity(one, form=form, unit=unit), quantity(other, form=form, unit=unit))

    assert (found == []) == (one == other)


def test_the_nearest_number_of_the_same_unit_is_named():
    """And no number of another unit, nor one far away."""
    draft = _article(claim(quantity(117, **PEOPLE), "117 people", "draft.txt"))
    near, far = claim(quantity(107, **PEOPLE), "107 people", "wire.txt"), claim(quantity(900, **PEOPLE), "900 people", "wire.txt")
    other = claim(quantity(116, unit="house"), "116 houses", "wire.txt")
    source = Article(near.document, (far, other, near))
    (found,) = support(draft, (source,))

    assert found.message == "draft.txt has “117 people”, which stands in no source; wire.txt has “107 people”."
    assert [place.text for place in found.locations] == ["117 people", "107 people"]

    (alone,) = support(draft, (Article(near.document, (far, other)),))
    assert alone.message == "draft.txt has “117 people”, which stands in no source."
    assert alone.id == found.id


def test_a_number_in_the_words_of_a_source_is_held_though_it_is_no_claim_there():
    """The text is read as well as the claims."""
    draft = _article(claim(quantity(17, unit="house"), "17 houses", "draft.txt"))
    source = Article(document("wire.txt", "The fire spared No. 17 alone."))

    assert list(support(draft, (source,))) == []
    assert list(support(draft, (Article(document("wire.txt", "The fire spared none.")),)))


@pytest.mark.parametrize(("words", "value"), [("one house", quantity(1, unit="house")), ("two", quantity(2))])
def test_small_numbers_that_say_little_are_not_asked_for(words, value):
    """ "One house" is hardly more than "a house"; figures are meant."""
    assert _found(value, quantity(9, **PEOPLE), words) == []
    assert _found(value, quantity(9, **PEOPLE), words.replace("one", "1").replace("two", "2"))


def _open(value, granularity="day", **fields):
    return When("DATE", value, granularity=granularity, **fields)


def _span(value, first, days, granularity):
    start = datetime.fromisoformat(first)
    return When("DATE", value, start=start, before=start + timedelta(days=days), granularity=granularity)


MARCH = _span("2021-03", "2021-03-01", 31, "month")
DATES_HELD = [
    ("the same day", on("2021-03-01"), on("2021-03-01")),
    ("a month and a day in it", MARCH, on("2021-03-01")),
    ("a year and a day in it", _span("2021", "2021-01-01", 365, "year"), on("2021-03-01")),
    ("weekday and weekday, open", _open("XXXX-WXX-2"), _open("XXXX-WXX-2")),
    ("an open weekday and a day that is one", _open("XXXX-WXX-2"), on("2021-03-02")),
    ("a day and an open one", on("2021-03-01"), _open("XXXX-03-01")),
    ("a quarter", _open("XXXX-Q3", "quarter"), _open("2020-Q3", "quarter")),
    ("a weekday that an undated source may mean", replace(on("2021-03-01"), shift=-1), _open("XXXX-WXX-1")),
    ("a reference", When("DATE", "PRESENT_REF"), on("2021-03-01")),
    ("today", replace(on("2021-03-02"), shift=0), on("1999-01-01")),
    ("a set", When("SET", "P1Y"), on("2021-03-01")),
]
DATES_NOT_HELD = [
    ("another day", on("2021-02-28"), on("2021-03-01")),
    ("a day and its month", on("2021-03-01"), MARCH),
    ("another month", _open("XXXX-04", "month"), _open("XXXX-03", "month")),
    ("another year", _span("2020", "2020-01-01", 366, "year"), on("2021-03-01")),
    ("the same month of another year", _span("2020-03", "2020-03-01", 31, "month"), on("2021-03-01")),
    ("weekday and weekday, open", _open("XXXX-WXX-2"), _open("XXXX-WXX-3")),
    ("another quarter", _open("XXXX-Q3", "quarter"), _open("XXXX-Q2", "quarter")),
    ("a weekday another week", replace(on("2021-02-22"), shift=-8), on("2021-03-01")),
]


@pytest.mark.parametrize(("mine", "other"), [row[1:] for row in DATES_HELD], ids=[row[0] for row in DATES_HELD])
def test_a_date_that_a_source_has_is_none_to_ask_for(mine, other):
    """Resolved, or as written."""
    assert _found(mine, other, "some day", published=None) == []


@pytest.mark.parametrize(("mine", "other"), [row[1:] for row in DATES_NOT_HELD], ids=[row[0] for row in DATES_NOT_HELD])
def test_a_date_that_no_source_has_is_a_note(mine, other):
    """Of kind date."""
    (found,) = _found(mine, other, "some day", published=None)

    assert (found.kind, found.severity, found.locations[0].path) == ("date", "note", "draft.txt")


def test_the_day_a_source_appeared_on_is_held():
    """What happened on Tuesday may be told without a day on Tuesday."""
    assert _found(on("2021-03-02"), on("1999-01-01"), "Tuesday", published="2021-03-02") == []
    assert _found(on("2021-03-02"), on("1999-01-01"), "Tuesday", published="2021-03-04")

    draft = claim(_open("XXXX-WXX-2"), "Tuesday", "draft.txt", published=None)
    assert list(support(_article(draft), (Article(document("wire.txt", "It burned.", "2021-03-02")),))) == []
    assert list(support(_article(draft), (Article(document("wire.txt", "It burned.", "2021-03-04")),)))


@pytest.mark.parametrize(
    ("mine", "other", "words", "their_words", "held"),
    [
        ("XXXX-XX-XXT09:20", "XXXX-XX-XXT09:20", "9:20", "9:20", True),
        ("XXXX-XX-XXT09:40", "XXXX-XX-XXT09:20", "9:40", "9:20", False),
        ("XXXX-XX-XXT09:20", "XXXX-XX-XXT11:20", "9:20 GMT", "11:20", True),
        ("XXXX-XX-XXT09:20", "XXXX-XX-XXT11:25", "9:20 GMT", "11:25", False),
    ],
)
def test_times_of_day_are_compared_by_their_clocks(mine, other, words, their_words, held):
    """Two clocks lie whole or half hours apart."""
    found = _found(When("TIME", mine, granularity="minute"), When("TIME", other, granularity="minute"), words, their_words, published=None)

    assert (found == []) == held


def test_a_date_counted_from_another_one_is_not_asked_for():
    """ "That day" is told of elsewhere."""
    spoken = replace(claim(on("2021-02-28"), "that day", "draft.txt"), evidence=("day beside the one spoken of",))

    assert list(support(_article(spoken), (_article(claim(on("2021-03-01"), "Monday", "wire.txt", published="2021-03-04")),))) == []


ORDERED = [
    ("her second goal", "second"),
    ("the third attempt", "third"),
    ("a fifth goal", "fifth"),
    ("the 70th anniversary", "70th"),
    ("for the first time", "first"),
]
NOT_ORDERED = [
    "the First Lady",
    "the first lady",
    "first aid",
    "on second thoughts",
    "the second of March",
    "at first sight of it",
    "Fifth Avenue",
    "when it first opened",
    "a split second",
]


@pytest.mark.parametrize(("text", "word"), ORDERED, ids=[text for text, _ in ORDERED])
def test_an_ordinal_is_a_number_too(text, word):
    """Held if the source orders or counts so many."""
    draft = Article(document("draft.txt", f"It was {text}."))
    (found,) = support(draft, (Article(document("wire.txt", "It was again so.")),))

    assert found.locations[0].text == word
    assert list(support(draft, (Article(document("wire.txt", f"There was the {word} one.")),))) == []


@pytest.mark.parametrize("text", NOT_ORDERED)
def test_an_ordinal_that_orders_nothing_is_silent(text):
    """Names, set phrases and adverbs."""
    assert list(support(Article(document("draft.txt", f"It was {text}.")), (Article(document("wire.txt", "So it was.")),))) == []


SAID = "“We counted the lifeboats before we left the harbour.”"


@pytest.mark.parametrize(
    "source",
    [
        "“We counted the lifeboats before we left the harbour.”",
        "“Well, we counted the lifeboats before we left the harbor,” she said.",
        "“We counted the lifeboats,” she said, “before we left the harbour.”",
        "“So we counted the lifeboats before we left the harbour that night.”",
    ],
)
def test_a_quotation_stands_where_its_words_do(source):
    """Fillers, spelling and what splits it are no change."""
    assert list(support(Article(document("draft.txt", SAID)), (Article(document("wire.txt", source)),))) == []


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("“We counted the passengers before we left the harbour.”", "lifeboats"),
        ("“We counted the lifeboats before we left the city.”", "harbour"),
        ("“They counted the lifeboats before we left the harbour.”", "We"),
        ("They had all been counted.", SAID[1:-2]),
    ],
)
def test_a_quotation_in_other_words_is_a_note(source, words):
    """At the words that differ, or at the whole where nothing is like it."""
    (found,) = support(Article(document("draft.txt", SAID)), (Article(document("wire.txt", source)),))

    assert (found.kind, found.locations[0].text) == ("quote", words)


def test_words_left_out_of_a_quotation_are_named():
    """Without a mark that tells of it."""
    (found,) = support(
        Article(document("draft.txt", SAID)), (Article(document("wire.txt", SAID.replace("the lifeboats", "nearly all the lifeboats"))),)
    )

    assert found.message.endswith("wire.txt has “nearly all” in it as well.")
    assert [place.text for place in found.locations] == [SAID[1:-2], "nearly all"]


def test_an_age_far_off_is_another_persons():
    """And no nearest."""
    old = {"form": "age", "unit": "year old"}

    assert [len(found.locations) for found in _found(quantity(32, **old), quantity(31, **old))] == [2]
    assert [len(found.locations) for found in _found(quantity(32, **old), quantity(45, **old))] == [1]


def test_a_nickname_in_quotation_marks_is_no_quotation():
    """Nor a short title."""
    assert list(support(Article(document("draft.txt", "“Big Tom” came.")), (Article(document("wire.txt", "He came.")),))) == []


def test_without_sources_nothing_is_asked_for():
    """A draft alone has nothing to stand on, which is no news."""
    assert list(support(_article(claim(quantity(963, **PEOPLE), "963 people", "draft.txt")), ())) == []
