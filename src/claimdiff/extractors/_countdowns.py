"""Durations that count down to an event, or up from one, told from those that only last."""

from __future__ import annotations

import re
from typing import Literal

from claimdiff.values.units import PERIODS

_LEFT = re.compile(r" (?:\w+ ){0,1}?(?:left|remaining|to go|to spare)\b|[ -]to[ -]go\b", re.IGNORECASE)
_REMAIN = re.compile(r" (?:still )?(?:remain|remains|remained)\b", re.IGNORECASE)
_UNTIL = re.compile(r" (?:away from|until|till)\b", re.IGNORECASE)
_AWAY = re.compile(r"(?:day|week|month|year)s? away\b", re.IGNORECASE)
_BEFORE = re.compile(r" (?:before|ahead of)\b", re.IGNORECASE)
_RESTRICTED = re.compile(
    r"\b(?:with|just|only|barely|merely|are|is|now|still|another|has|have)\s(?:just |only |barely |less than |fewer than |about |under )?$",
    re.IGNORECASE,
)
_WITH = re.compile(r"\bwith\s(?:just|only|barely|merely|mere|a mere|less than|fewer than|under|scarcely)\s(?:about |over )?$", re.IGNORECASE)
_OF = re.compile(r" of (?P<rest>[^.;:\n]{1,90})")
_INTO = re.compile(r" into\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+")


def countdown(text: str, start: int, end: int) -> tuple[Literal["ahead", "behind"] | None, int]:
    """Which way the duration in ``text[start:end]`` counts (None if it does not), and the end of the words that say so.

    "12 days left" and "eight days before the vote" count ahead, so does "with just eight days of her term"; "five years into the war" counts behind.
    """
    if left := _LEFT.match(text, end):
        return "ahead", left.end()
    if _REMAIN.match(text, end) or _UNTIL.match(text, end) or _is_away(text, start, end):
        return "ahead", end
    before = text[max(0, start - 32) : start]
    if _BEFORE.match(text, end) and _RESTRICTED.search(before):
        return "ahead", end
    if _WITH.search(before) and (rest := _OF.match(text, end)) and _names_period(rest["rest"]):
        return "ahead", end
    if _INTO.match(text, end):
        return "behind", end
    return None, end


def _is_away(text: str, start: int, end: int) -> bool:
    """ "two weeks away"; an hour away may be a place."""
    unit = text.rfind(" ", start, end) + 1 if end - start < 60 else end
    return _AWAY.match(text, max(unit, start)) is not None


def _names_period(words: str) -> bool:
    """Whether the clause behind "of", up to its comma, names a period that runs out."""
    clause = words.partition(",")[0].casefold()
    return any(word in PERIODS for word in _WORD.findall(clause))
