"""The clock of a game: "with 6:48 left in the first half", "1:52 into the third round"; lengths of time, not times of the day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from claimdiff.model import Extent

_ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d{1,2}(?:st|nd|rd|th)|opening|final|last)"
_PERIOD = r"(?:half|quarter|period|round|overtime|extra time|regulation|frame|inning|chukka|set|game|match|bout|fight|contest)"
_OF_PERIOD = rf"(?: the| an?)?(?: {_ORDINAL})?(?: extra| added)? {_PERIOD}\b"
_SHOWN = r" on the (?:game |shot |play )?clock\b"
_READ = r"[\d:.]{4,8}"
_NO_HOUR = "".join(rf"(?<!\b(?i:{word}) )" for word in "at by the until till since from for after before around of on a to".split())
"""Words that make an hour, or a train, of the figures behind them: "the 6:48 left on time", "she meant at 6:48 to go"."""
_GOES_ON = r"(?=\s*(?:[.,;:)\]“”\"'’—–]|-(?!\w)|$)|\s+(?:in|on|before|when|as|and|but|to (?:play|go|tie|win)|until|after|of)\b)"

GAME_CLOCK = re.compile(
    rf"(?<![\d:.,$£€/-])(?=\d{{1,3}}:[0-5]\d)"
    rf"(?:{_NO_HOUR}(?={_READ} (?:left|to go){_GOES_ON})"
    rf"|(?={_READ} (?:(?:still )?remain(?:ing|ed|s)?|(?:left )?to play)\b)"
    rf"|(?={_READ}{_SHOWN})"
    rf"|(?<=\b[Tt]he )(?={_READ}[- ]mark\b)"
    rf"|(?<=\bfinal )(?={_READ}(?: of| in| before|[.,;]))|(?<=\blast )(?={_READ}(?: of| in| before|[.,;]))"
    rf"|(?={_READ} into{_OF_PERIOD})"
    rf"|(?={_READ} (?:of (?:the )?{_ORDINAL} {_PERIOD}|in (?:the )?{_ORDINAL} (?:half|quarter|period|overtime))\b))"
    rf"(?P<clock>(?P<minutes>\d{{1,3}}):(?P<seconds>[0-5]\d(?:\.\d{{1,2}})?))(?![\d:])(?! ?[ap]\.?m\b)"
    r"(?:[- ]mark\b)?(?: (?:still )?(?:left|remain(?:ing|ed|s)?|to go|into)\b)?(?: to (?:play|go)\b)?"
    rf"(?:(?: (?:in|of|before))?{_OF_PERIOD}|{_SHOWN})?",
)
"""A game's clock with the words that show it to be one, and the period it runs in, which is none of the calendar."""


@dataclass(frozen=True, slots=True)
class GameClock:
    """What a game's clock shows.

    Attributes:
        clock: where its figures stand.
        words: those with the words around them that belong to it.
        seconds: how long that is.
    """

    clock: Extent
    words: Extent
    seconds: Decimal


def find_game_clocks(text: str) -> Iterator[GameClock]:
    """Every game clock of ``text``, in order, not overlapping; linear in its length."""
    for match in GAME_CLOCK.finditer(text):
        yield GameClock(Extent(*match.span("clock")), Extent(*match.span()), seconds_of(match))


def seconds_of(match: re.Match[str]) -> Decimal:
    """The length of time that a match of ``GAME_CLOCK`` shows."""
    return Decimal(match["minutes"]) * 60 + Decimal(match["seconds"])
