"""Every number of a text that may be a quantity, with what is glued to it, ranges and scores joined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from claimdiff.extractors._figure import Figure
from claimdiff.extractors._joining import join
from claimdiff.extractors._score_lines import find_score_lines
from claimdiff.extractors._suffixes import with_unit
from claimdiff.extractors._traps import inside, traps
from claimdiff.model import Extent
from claimdiff.values.game_clocks import GameClock, find_game_clocks
from claimdiff.values.money import Money
from claimdiff.values.numerals import find_numerals

_MULTIPLES = {"doubled": 2, "tripled": 3, "trebled": 3, "quadrupled": 4, "quintupled": 5}
_MULTIPLE = re.compile(
    r"\b(?:(?P<verb>doubled|tripled|trebled|quadrupled|quintupled)|(?P<fold>\d+|two|three|four|five|six|seven|eight|nine|ten)[- ]?fold)\b",
    re.IGNORECASE,
)
_FOLD = {word: number for number, word in enumerate("two three four five six seven eight nine ten".split(), start=2)}


def find_figures(text: str) -> Iterator[Figure]:
    """Every number of ``text`` that may be a quantity, with its unit, in order; ranges and scores joined."""
    held: Figure | None = None
    for figure in _beside(text, _singles(text)):
        if held is not None:
            if figure.number_start < held.end:
                # the 2 of "32 m2"
                continue
            joined = join(text, held, figure)
            if joined is not None:
                held = joined
                continue
            yield held
        held = figure
    if held is not None:
        yield held


def _singles(text: str) -> Iterator[Figure]:
    numerals = list(find_numerals(text))
    found, money = traps(text, numerals), Money(text)
    for numeral in numerals:
        if inside(Extent(numeral.start, numeral.end), found):
            continue
        figure = with_unit(text, numeral, money)
        if figure is not None:
            yield figure


def _beside(text: str, figures: Iterator[Figure]) -> Iterator[Figure]:
    """Puts "doubled", "threefold", the clocks of games and scores by name in their place among the figures."""
    clocks, (scores, numbered) = list(find_game_clocks(text)), find_score_lines(text)
    multiples = [_multiple(match) for match in _MULTIPLE.finditer(text)]
    taken = {figure.start for figure in multiples}
    whole = sorted([*numbered, *(clock.words for clock in clocks), *(Extent(score.start, score.end) for score in scores)])
    rest = [figure for figure in figures if figure.number_start not in taken and not inside(Extent(figure.number_start, figure.number_end), whole)]
    yield from sorted([*rest, *multiples, *scores, *map(_game_clock, clocks)], key=lambda figure: figure.start)


def _game_clock(clock: GameClock) -> Figure:
    start, end = clock.clock.start, clock.clock.end
    exponent = clock.seconds.as_tuple().exponent
    step = Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)
    return Figure(start, end, start, end, (clock.seconds,), step, "second", "duration", written="game clock")


def _multiple(match: re.Match[str]) -> Figure:
    word = (match["verb"] or match["fold"]).casefold()
    value = Decimal(_MULTIPLES[word] if match["verb"] else int(word) if word.isdigit() and len(word) < 7 else _FOLD.get(word, 0))
    return Figure(match.start(), match.end(), match.start(), match.end(), (value,), Decimal(1), "time", "change", written="word")
