"""Durations that count down to an event, or up from one, told from those that only last."""

from __future__ import annotations

import re
from typing import Literal

from spacy.tokens import Span

from claimdiff.extractors._direction import direction_of, tells_of_now
from claimdiff.language import labels
from claimdiff.language.stance import predicate_of
from claimdiff.values.timelines import FROM_EVENT, FROM_PUBLICATION, SO_LONG_AGO
from claimdiff.values.units import PERIODS

Way = Literal["ahead", "behind"]

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
_IN = re.compile(r" (?:in|on)(?=[,;]|\.\s|$)")
_OPENS = re.compile(r"(?:^|[.!?;:—–,“\"]\s?|\n)(?:(?:now|even|just|only|nearly|almost|about|more than|but|and)\s)?$", re.IGNORECASE)
_AGO = re.compile(r" ago\b")
_SINCE = re.compile(r" since (?!then\b)")
_BEEN = re.compile(
    r"(?:\b(?:has|have|it['’]s) been|\bin the|\bthe)\s(?:just |only |about |nearly |almost |more than |over |less than )?$", re.IGNORECASE
)
_WITHIN = re.compile(r"\bin\s(?:just |only |about |another |less than |under |fewer than )?$", re.IGNORECASE)
_EVENT = re.compile(r" (?P<way>before|ahead of|after|following) (?:(?:the|an?|his|her|its|their|our|last|this)\b|[A-Z0-9]|(?:he|she|it|they) )")
_FALLS_DUE = frozenset(
    """begin start open resume expire end close meet play face premiere debut conclude reopen launch leave depart arrive return retire resign step
    vote decide rule hear appear elapse run lapse finish land wed marry inaugurate reconvene kick go come mature shut die stop cease fall""".split(),
)
"""Verbs that happen on one day: "closes in 10 days" counts down, "will cross the desert in 10 days" lasts."""


def counted(span: Span, text: str, start: int, end: int) -> tuple[Way | None, int, str | None]:
    """Which way the duration ``span``, its number and unit in ``text[start:end]``, counts, where its words end, and from where it counts.

    "12 days left", "closes in 10 days" and "it is two weeks after the vote" count from publication, so does "12 days ago";
    "was fired two weeks after the vote" counts from the vote, whenever it is printed.
    """
    way, until = countdown(text, start, end)
    if way is not None:
        past = _BEFORE.match(text, end) is not None and not tells_of_now(span)
        return way, until, FROM_EVENT if past else FROM_PUBLICATION
    if _AGO.match(text, end):
        return "behind", end, SO_LONG_AGO
    if _IN.match(text, end) and _OPENS.search(text, max(0, start - 24), start):
        return "behind", end, FROM_PUBLICATION  # "five years in, the war goes on"
    if _SINCE.match(text, end) and _BEEN.search(text, max(0, start - 28), start):
        return "behind", end, FROM_PUBLICATION
    if event := _EVENT.match(text, end):
        way = "behind" if event["way"] in ("after", "following") else "ahead"
        return way, end, FROM_PUBLICATION if tells_of_now(span) else FROM_EVENT
    if _WITHIN.search(text, max(0, start - 20), start) and _falls_due(span):
        return "ahead", end, FROM_PUBLICATION
    return None, end, None


def _falls_due(span: Span) -> bool:
    """Whether something happens when the length is over: "will close in 10 days", "the lease expires in two weeks"."""
    predicate = predicate_of(span.root)
    acts_on = any(child.dep_ in labels.OBJECT for child in predicate.children)
    return predicate.lemma_ in _FALLS_DUE and span.root.head.i == predicate.i and not acts_on and direction_of(span) == "future"


def countdown(text: str, start: int, end: int) -> tuple[Way | None, int]:
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
