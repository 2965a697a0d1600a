"""Ordinals that rank: "the third-largest city", "ranked fifth", "in second place", "the world number one"; other ordinals count nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from claimdiff.values.numerals import parse_number
from claimdiff.values.ordinals import BEGINNINGS, ORDINAL, ordinal
from claimdiff.values.starts import Starts

_NEAR = 4
"""Words between a superlative and the noun it ranks at most."""

_SUPERLATIVE = re.compile(rf"\b(?P<nth>{ORDINAL})[- ](?P<best>most|least|[a-z]{{1,12}}st)\b", re.IGNORECASE)
_BEHIND = (
    r"(?=[- ](?:place|position|spot|overall)\b|\s*[.,;:)]|\s*$"
    r"|\s(?:in|on|among|out|of|behind|with|at|to|after|for|from|and|but|by|worldwide|nationally)\b)"
)
_VERB = re.compile(
    r"\b(?:ranks?|ranked|ranking|placed|places|finish(?:ed|es|ing)?|seeded|tied for|(?P<come>came|comes?|coming))\s"
    rf"(?:(?:at|in|a|the|joint|equal) ){{0,3}}"
    rf"(?P<nth>{ORDINAL})\b{_BEHIND}",
    re.IGNORECASE,
)
_PLACE = re.compile(rf"(?<!in the )\b(?P<nth>{ORDINAL})[- ]place\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"\b(?:(?:ranks?|ranked|ranking|seeded)\s(?:(?:at|as|the)\s){0,2}(?:No\.? ?|number |#)?|world(?:['’]s)? (?:No\.? ?|number ))"
    rf"(?P<number>\d{{1,4}}|one|two|three|four|five|six|seven|eight|nine|ten)\b(?![.,]\d|-)(?:{_BEHIND}|(?=\s(?-i:[A-Z])))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Rank:
    """A place in an order: where it is said, which place, the token that says it, the noun that is ranked (None if none is said)."""

    start: int
    end: int
    place: int
    token: Token
    noun: Token | None


def find_ranks(doc: Doc, text: str) -> list[Rank]:
    """Every rank of ``doc``, whose text is ``text``, in text order, not overlapping."""
    found: list[Rank] = []
    ranks = (rank for read, match in _STARTS.find(text) if (rank := read(doc, match)))
    for rank in sorted(ranks, key=lambda rank: (rank.start, -rank.end)):
        if not found or rank.start >= found[-1].end:
            found.append(rank)
    return found


def _superlative(doc: Doc, match: re.Match[str]) -> Rank | None:
    best = doc.char_span(*match.span("best"), alignment_mode="expand")
    # The tagger knows "largest" from "forest".
    if best is None or best[0].tag_ not in ("JJS", "RBS"):
        return None
    noun = _ranked_noun(best[0])
    end = noun.idx + len(noun) if noun is not None else match.end()
    return Rank(match.start(), end, ordinal(match["nth"]), best[0], noun)


def _ranked_noun(best: Token) -> Token | None:
    """The noun that a superlative stands before, through the adjective it may strengthen ("second most populous city")."""
    at = best.head
    for _ in range(2):
        if at.pos_ == "NOUN":
            return at if best.i < at.i <= best.i + _NEAR else None
        at = at.head
    return None


def _place(doc: Doc, match: re.Match[str]) -> Rank | None:
    place = ordinal(match["nth"])
    if place == 1 and match.groupdict().get("come"):
        # "safety comes first" ranks nothing.
        return None
    return _rank(doc, *match.span("nth"), place)


def _numbered(doc: Doc, match: re.Match[str]) -> Rank | None:
    number = parse_number(match["number"])
    return _rank(doc, *match.span("number"), int(number)) if number is not None else None


def _rank(doc: Doc, start: int, end: int, place: int) -> Rank:
    span = doc.char_span(start, end, alignment_mode="expand")
    assert span is not None  # the offsets are inside the text
    return Rank(start, end, place, span.root, None)


_STARTS = Starts[Callable[[Doc, re.Match[str]], Rank | None]](
    (
        (_superlative, _SUPERLATIVE, BEGINNINGS),
        (_place, _VERB, "rank ranks ranked ranking placed places finish seeded tied came come coming"),
        (_place, _PLACE, BEGINNINGS),
        (_numbered, _NUMBER, "rank ranks ranked ranking seeded world"),
    )
)
