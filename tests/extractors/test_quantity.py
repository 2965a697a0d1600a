"""Quantities in running text: every case of fixtures/extractors/quantity.md, and what a table of sentences cannot show.

UPDATE_CASES=1 rewrites the expectations; read the diff before committing it.
"""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import cases
from cases import article
from claimdiff.extractors._figures import find_figures
from claimdiff.model import Article, Claim, Quantity
from claimdiff.values.timelines import ON_GAME_CLOCK
from claimdiff.values.units import measure


def _described(found: Article) -> str:
    """The quantities, one a line, then what was skipped; fields that say nothing are left out."""
    lines = [_line(claim) for claim in found.claims if claim.kind == "quantity"]
    lines += [f"skipped “{skip.extent.of(found.document.text)}”" for skip in found.skipped if "digits" in skip.reason]
    return "".join(f"{line}\n" for line in lines)


def _line(claim: Claim) -> str:
    """“words” form value unit, comparator and interval, size in the base unit, part, direction."""
    value = claim.value
    assert isinstance(value, Quantity)
    known = measure(value.unit)
    fields = [
        f"“{claim.text}” {value.form} {'–'.join(map(_plain, value.value))}{f' {value.unit}' if value.unit else ''}",
        f"{value.comparator} [{_plain(value.low)}, {_plain(value.high)}]" if value.comparator != "=" or value.low != value.high else "",
        f"= {_plain(value.value[0] * known.factor)} {known.dimension}" if known and value.form == "measure" else "",
        value.part if value.part != "total" else "",
        value.direction or "",
    ]
    return ", ".join(field for field in fields if field)


def _plain(number: Decimal | None) -> str:
    return "…" if number is None else f"{number.normalize():f}"


CASES = cases.load("quantity", _described)
_PIECES = st.sampled_from(
    """12 7 1,500 3.5m €4 $5bn -3 ½ 2-1 10-15 one dozen half a million third-largest goats km hours % percent of to and from than more at least (5
    miles) ranked fifth was 34 who four- six-bedroom per day . , In May 2019 Halden Norvane's rose by""".split(),
)


def quantities(text: str) -> list[Claim]:
    """The quantity claims of ``text``."""
    return [claim for claim in article(text).claims if claim.kind == "quantity"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_the_sentence_has_the_quantities_the_case_expects(case):
    """The quantities of the sentence are the ones written below it."""
    assert _described(case.article) == case.expected


@pytest.mark.parametrize("case", cases.silent(CASES), ids=lambda case: case.title)
def test_silent_cases_expect_nothing(case):
    """A case called silent cannot be rewritten into one that speaks."""
    assert case.expected == ""


def test_as_many_cases_are_silent_as_speak():
    """What is no quantity is tested as much as what is."""
    silent = [case for case in CASES if not case.expected]

    assert len(silent) * 2 >= len(CASES) > 0


@pytest.mark.parametrize("form", ["count", "measure", "money", "percent", "share", "duration", "countdown", "age", "rank", "score", "change"])
def test_every_form_has_a_case(form):
    """No form of quantity goes untested."""
    assert any(f"” {form} " in case.expected for case in CASES)


@pytest.mark.parametrize(
    ("words", "digits"),
    [
        ("Seven ferries sank.", "7 ferries sank."),
        ("Twenty-three homes burned.", "23 homes burned."),
        ("A dozen cows were stolen.", "12 cows were stolen."),
        ("Half a million tents were sent.", "500,000 tents were sent."),
        ("It cost five million dollars.", "It cost $5m."),
        ("It cost 1.2 billion pounds sterling.", "It cost £1.2bn."),
        ("The three-day strike ended.", "The 3-day strike ended."),
        ("Ten per cent of voters agreed.", "10% of voters agreed."),
        ("A half-dozen hens were found.", "6 hens were found."),
        ("One in four adults sleeps badly.", "1 in 4 adults sleeps badly."),
    ],
)
def test_words_and_digits_are_one_value(words, digits):
    """Number, unit, form and comparator hang on what is said, not on how it is spelled."""
    (spelled,), (figure,) = quantities(words), quantities(digits)
    one, other = spelled.value, figure.value

    assert (one.value, one.unit, one.form, one.comparator) == (other.value, other.unit, other.form, other.comparator)


@pytest.mark.parametrize(
    ("phrase", "comparator"),
    [
        ("at least", ">="),
        ("no fewer than", ">="),
        ("more than", ">"),
        ("over", ">"),
        ("upwards of", ">"),
        ("up to", "<="),
        ("as many as", "<="),
        ("no more than", "<="),
        ("fewer than", "<"),
        ("under", "<"),
        ("just under", "<"),
        ("about", "~"),
        ("nearly", "~"),
        ("an estimated", "~"),
        ("some", "~"),
        ("only", "="),
        ("exactly", "="),
    ],
)
def test_a_bound_never_changes_the_value(phrase, comparator):
    """The number stays as written; the comparator and the interval say the rest."""
    (claim,) = quantities(f"The flood killed {phrase} 40 hens.")
    value = claim.value

    assert (value.value, value.comparator, claim.text) == ((Decimal(40),), comparator, "40 hens")
    assert (value.low is None) == (comparator in ("<", "<="))
    assert (value.high is None) == (comparator in (">", ">="))


def test_the_extent_is_value_and_noun():
    """A finding marks the differing words alone, never the sentence."""
    (claim,) = quantities("Nobody knew that 12 frightened goats were lost.")

    assert claim.text == "12 frightened goats"


@given(st.lists(_PIECES, min_size=1, max_size=12).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_a_quantity_lies_inside_its_sentence(text):
    """Whatever numbers, units and words stand together: its words are in its sentence, in order, and it is the text's own."""
    found = quantities(text)

    assert all(claim.sentence.start <= claim.extent.start < claim.extent.end for claim in found)
    assert all(claim.extent.end <= claim.sentence.end for claim in found)
    assert all(claim.text == text[claim.extent.start : claim.extent.end] != "" for claim in found)
    assert [claim.extent for claim in found] == sorted(claim.extent for claim in found)


@given(st.integers(2, 10**9 - 1), st.sampled_from(["goat", "kilometre", "hour"]), st.sampled_from([",", ""]))
@settings(max_examples=40, deadline=None)
def test_a_number_written_and_read_is_the_same(number, noun, separator):
    """Formatting and reading back is the identity, for counts, measures and durations."""
    assume(separator or not 0 <= number <= 2459)  # a year, or an hour of the day, without a separator
    (claim,) = quantities(f"They counted {f'{number:,}'.replace(',', separator)} {noun}s.")

    assert (claim.value.value, claim.value.unit, claim.value.comparator) == ((Decimal(number),), noun, "=")


def test_a_score_keeps_its_order_and_has_no_interval():
    """ "3-2" and "2-3" are told from each other by who is named first."""
    (claim,) = quantities("Port Alder beat Norvane 3-2.")

    assert (claim.value.value, claim.value.low, claim.value.high) == ((Decimal(3), Decimal(2)), None, None)


def test_the_rounding_of_a_number_is_kept():
    """The place of the last digit written lets a rule tell rounding from contradiction."""
    steps = [claim.value.step for claim in quantities("It cost $1.2bn, later $1.18 billion, and 41,250 fans came.")]

    assert steps == [Decimal(100_000_000), Decimal(10_000_000), Decimal(1)]


def test_what_a_number_counts_is_its_topic():
    """Alignment finds the noun as the head, and who it is told of among the names."""
    (claim,) = quantities("The Norvane mill hired 40 weavers.")

    assert claim.topic.head == "weaver"


def test_a_number_without_end_is_skipped_and_said():
    """Five thousand digits are shown as something that could not be checked, not read."""
    found = article(f"The forger typed {'7' * 5_000} crowns, and 12 men watched.")

    assert [skip.reason for skip in found.skipped] == ["a number with too many digits"]
    assert [claim.text for claim in found.claims if claim.kind == "quantity"] == ["12 men"]


@pytest.mark.parametrize("noise", ["a-", "abc-1", "x", " \t", "(1) ", "vote by ", "0555 ", "\ufffd", "$", "12-"])
def test_long_noise_hides_no_number(noise):
    """Whatever a broken file repeats without end, the next paragraph is read; patterns that look back from every letter would not end."""
    found = list(find_figures(f"{noise * 20_000}\n\nThe fire killed 107 people."))

    assert found[-1].value == (Decimal(107),)


def test_alignment_can_tell_the_clock_of_a_game():
    """Its evidence is the one that alignment looks for."""
    (claim,) = quantities("Norvane drew with 6:48 left.")

    assert ON_GAME_CLOCK in claim.evidence
