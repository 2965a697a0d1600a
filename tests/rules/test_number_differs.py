"""number-differs on hand-built claims: which pairs of values speak, and how loudly."""

from __future__ import annotations

import pytest

from builders import aligned, claim, quantity
from claimdiff.model import Topic
from claimdiff.rules.number_differs import compare

KILLED = Topic(predicate="kill")
SOLD = Topic(predicate="sell")


def _severities(one, other, topic=SOLD, dates=("2021-03-02", "2021-03-02"), score=0.9):
    pair = (claim(one, "one", "a.txt", dates[0], topic), claim(other, "other", "b.txt", dates[1], topic))
    return [finding.severity for finding in compare(aligned(*pair, score=score))]


PEOPLE = {"unit": "person"}
USD = {"unit": "USD", "form": "money"}
LOUD = [
    ("other exact value", quantity(107, **PEOPLE), quantity(117, **PEOPLE), "error"),
    ("bound excluded", quantity(700, comparator=">", **PEOPLE), quantity(693, **PEOPLE), "error"),
    ("strict bound at the value itself", quantity(693, comparator=">", **PEOPLE), quantity(693, **PEOPLE), "error"),
    ("two lower bounds", quantity(6, comparator=">=", **PEOPLE), quantity(7, comparator=">=", **PEOPLE), "warning"),
    ("money", quantity(200_000_000, step="1000000", **USD), quantity(180_000_000, **USD), "error"),
    ("converted and still apart", quantity(12, unit="kilometre", form="measure"), quantity(12, unit="mile", form="measure"), "error"),
    ("another score", quantity(3, 2, form="score", low=None, high=None), quantity(3, 1, form="score", low=None, high=None), "error"),
]
SILENT = [
    ("equal", quantity(12, **PEOPLE), quantity(12, **PEOPLE)),
    ("inside the bound", quantity(10, comparator=">=", **PEOPLE), quantity(12, **PEOPLE)),
    ("inside the approximation", quantity(700, low=630, high=770, comparator="~", **PEOPLE), quantity(693, **PEOPLE)),
    ("overlapping ranges", quantity(10, 15, **PEOPLE), quantity(12, 20, **PEOPLE)),
    ("other currency", quantity(5, unit="USD", form="money"), quantity(4, unit="EUR", form="money")),
    ("other dimension", quantity(5, unit="mile", form="measure"), quantity(8, unit="hour", form="duration")),
    ("a rise and a level", quantity(5, part="by", **PEOPLE), quantity(12, **PEOPLE)),
    ("a further amount and a total", quantity(5, part="more", **PEOPLE), quantity(12, **PEOPLE)),
    ("one score told from both sides", quantity(3, 2, form="score", low=None, high=None), quantity(2, 3, form="score", low=None, high=None)),
]


@pytest.mark.parametrize(("one", "other", "severity"), [row[1:] for row in LOUD], ids=[row[0] for row in LOUD])
def test_values_that_cannot_both_be_right_are_found(one, other, severity):
    """Once, with the severity of the table, whichever comes first."""
    from dataclasses import replace
    from decimal import Decimal

    one, other = (replace(value, step=Decimal(value.step)) for value in (one, other))

    assert _severities(one, other) == _severities(other, one) == [severity]


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in SILENT], ids=[row[0] for row in SILENT])
def test_values_that_can_both_be_right_are_silent(one, other):
    """No finding, whichever comes first."""
    from dataclasses import replace
    from decimal import Decimal

    one, other = (
        replace(v, low=v.low if v.low is None else Decimal(v.low), high=v.high if v.high is None else Decimal(v.high)) for v in (one, other)
    )

    assert _severities(one, other) == _severities(other, one) == []


@pytest.mark.parametrize(
    ("dates", "severity"),
    [
        (("2021-03-02", "2021-03-03"), "warning"),
        (("2021-03-03", "2021-03-02"), "error"),
        (("2021-03-02", "2021-03-02"), "error"),
        ((None, None), "error"),
        ((None, "2021-03-02"), "error"),
    ],
    ids=["more later", "less later", "same day", "undated", "one undated"],
)
def test_a_count_that_only_grows_is_judged_by_the_order_of_the_articles(dates, severity):
    """More in the later article is an update; less, or no order, is an error."""
    assert _severities(quantity(107, **PEOPLE), quantity(117, **PEOPLE), KILLED, dates) == [severity]


def test_unknown_dates_are_said():
    """The message names what is not known."""
    pair = (claim(quantity(7), "7", "a.txt", None, KILLED), claim(quantity(9), "9", "b.txt", None, KILLED))

    assert "publication dates are unknown" in next(compare(aligned(*pair))).message


def test_agreement_after_rounding_is_a_note():
    """$1.2bn and $1.18 billion: the finer, rounded, is the coarser."""
    from decimal import Decimal

    one = quantity(1_200_000_000, step=Decimal(100_000_000), **USD)
    other = quantity(1_180_000_000, step=Decimal(10_000_000), **USD)

    assert _severities(one, other) == ["note"]


def test_a_loose_alignment_is_no_ground_for_an_error():
    """Claims that are only perhaps of one thing stay silent."""
    assert _severities(quantity(107), quantity(117), score=0.44) == []


def test_the_odd_one_out_is_named_first():
    """Three say eight, one says nine: the nine is what to look at."""
    claims = [claim(quantity(value), f"{value} schools", path) for value, path in ((8, "a.txt"), (8, "b.txt"), (9, "c.txt"), (8, "d.txt"))]

    found = list(compare(aligned(*claims)))

    assert [finding.locations[0].path for finding in found] == ["c.txt"]
    assert "3 of 4" in found[0].message


def test_countdowns_are_left_to_their_own_rule():
    """Their numbers differ whenever the dates of the articles do."""
    assert _severities(quantity(12, unit="day", form="countdown"), quantity(8, unit="day", form="countdown")) == []
