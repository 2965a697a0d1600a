"""Clocks of games: what is one, how long it shows, and what is an hour of the day instead."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from claimdiff.values.game_clocks import find_game_clocks
from claimdiff.values.timex import parse_value


@pytest.mark.parametrize(
    ("words", "shown", "seconds"),
    [
        ("with 6:48 left in the first half", "6:48", "408"),
        ("with 0:37 to go.", "0:37", "37"),
        ("and 1:52 remaining in the third quarter", "1:52", "112"),
        ("at the 1:52 mark of the second round", "1:52", "112"),
        ("3:12 into the second half", "3:12", "192"),
        ("at 3:09 of the second period", "3:09", "189"),
        ("the final 12:05 of the game", "12:05", "725"),
        ("45:30 on the clock", "45:30", "2730"),
        ("1:05.4 left to play", "1:05.4", "65.4"),
    ],
)
def test_a_clock_that_runs_is_so_many_seconds(words, shown, seconds):
    """Minutes and seconds, whatever words show that they run."""
    (clock,) = find_game_clocks(words)

    assert (clock.clock.of(words), clock.seconds) == (shown, Decimal(seconds))
    assert clock.words.covers(clock.clock)


@pytest.mark.parametrize(
    "words",
    [
        "left at 6:48 in the rain",
        "at 6:48 left the hall",
        "The 6:48 left on time",
        "with the 6:48 to go on",
        "6:48 p.m. to go",
        "6:48 left-handers",
        "the 2:04:35 mark",
        "a 6:48 finish",
        "at 11:15 in the second round of talks",
        "a 1:52.",
        "$6:48 left",
    ],
)
def test_an_hour_or_a_record_is_no_clock_of_a_game(words):
    """Words that make an hour, a train or a record of it stay what they are."""
    assert list(find_game_clocks(words)) == []


def test_the_period_belongs_to_the_words():
    """ "The third quarter" behind a clock is none of the calendar."""
    (clock,) = find_game_clocks("and 1:52 remaining in the third quarter, they drew")

    assert clock.words.of("and 1:52 remaining in the third quarter, they drew") == "1:52 remaining in the third quarter"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("6:48 left", "PT6M48S"),
        ("0:37 to go", "PT37S"),
        ("2:00 remaining", "PT2M"),
        ("1:05.50 left to play", "PT1M5.5S"),
        ("0:00 on the clock", "PT0S"),
    ],
)
def test_its_timex_is_a_duration(words, value):
    """ISO 8601, without the part that is nought."""
    when = parse_value(words, date(2024, 5, 14))

    assert when is not None
    assert (when.type, when.value) == ("DURATION", value)


@pytest.mark.parametrize("noise", ["6:48 ", "at the 6:", "0:0", "with 6:48 left in the", "1:1:"])
def test_long_noise_hides_no_clock(noise):
    """Whatever a broken file repeats without end, the next paragraph is read."""
    found = list(find_game_clocks(f"{noise * 20_000}\n\nwith 5:11 left."))

    assert found[-1].seconds == Decimal(311)
