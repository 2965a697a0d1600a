"""Quantities: counts, measures, money, shares, durations, countdowns, ages and scores, with what they count and how exactly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from spacy.tokens import Doc, Span, Token

from claimdiff.extractors._comparators import comparator_of, interval
from claimdiff.extractors._countdowns import countdown
from claimdiff.extractors._counted import Counted, counted_noun, dictionary_form
from claimdiff.extractors._figures import Figure, find_figures
from claimdiff.extractors._made import Maker
from claimdiff.language.mentions import Mentions
from claimdiff.language.stance import predicate_of
from claimdiff.model import Claim, Comparator, Document, Extent, Form, Part, Quantity, Skipped

RISES = frozenset({"rise", "increase", "climb", "grow", "gain", "jump", "soar", "surge", "advance", "add", "expand", "up", "rally", "widen"})
FALLS = frozenset(
    {"fall", "drop", "decline", "decrease", "slide", "slip", "lose", "plunge", "plummet", "shrink", "sink", "tumble", "down", "cut", "shed", "narrow"}
)

_HYPHEN = "-‐‑–"
_LONGEST_EXTENT = 60
_BY = re.compile(
    r"\bby\s(?:about |around |some |nearly |almost |over |more than |less than |at least |up to |as much as |roughly |just |another )?$",
    re.IGNORECASE,
)
_TO = re.compile(r"\bto\s(?:about |around |some |nearly |almost |over |more than |less than |at least |just |roughly )?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s(?:about |around |some |nearly |almost |over |more than |less than |at least |just |roughly )?$", re.IGNORECASE)
_MORE = re.compile(r"\b(?:another|an additional|additional|a further|further)\s$", re.IGNORECASE)
_MORE_AFTER = re.compile(r" (?:more|others|other)\b(?! than)", re.IGNORECASE)
_PART_AFTER = re.compile(r" of (?:the|its|his|her|their|those|these|them|whom|which|our)\b", re.IGNORECASE)
_WINDOW = 28


def extract(doc: Doc, document: Document, mentions: Mentions) -> Iterator[Claim | Skipped]:
    """The quantities of ``doc``, in text order; numbers too long to be read are skipped."""
    maker = Maker(doc, document, mentions, "quantity")
    text = doc.text
    for figure in find_figures(text):
        extent = Extent(figure.start, figure.end)
        if not figure.readable:
            yield Skipped(document, extent, "a number with too many digits")
            continue
        number = doc.char_span(figure.number_start, figure.number_end, alignment_mode="expand")
        if number is None or _is_name_or_pronoun(number, figure):
            continue
        yield _claim(maker, text, figure, number)


def _is_name_or_pronoun(number: Span, figure: Figure) -> bool:
    """ "one" that counts nothing, and a bare figure that is part of a name ("iPhone 14 sold well")."""
    doc = number.doc
    word = number.text.casefold()
    if figure.unit is None and word in ("one", "a hundred", "hundred", "thousand", "million"):
        follower = doc[number.end] if number.end < len(doc) else None
        return word == "one" and (follower is None or follower.pos_ not in ("NOUN", "ADJ"))
    if figure.unit or figure.written != "figure" or number.start == 0 or len(figure.value) > 1:
        return False
    before = doc[number.start - 1]
    if before.pos_ != "PROPN" or before.is_sent_start or not before.whitespace_:
        return False
    follower = doc[number.end] if number.end < len(doc) else None
    token = number[0]
    named = token.pos_ == "PROPN" or token.head == before or (token.head.pos_ == "PROPN" and token.head.i < token.i)
    return named and (follower is None or follower.pos_ not in ("NOUN", "ADJ"))


def _claim(maker: Maker, text: str, figure: Figure, number: Span) -> Claim:
    # Of "hundreds of miles" the parse makes "hundreds" the root, but what they are is miles.
    counts = (figure.form in ("count", "share") or figure.written == "vague") and not figure.attributive
    counted = counted_noun(number) if counts else Counted(None, follows=False)
    comparator, stated = comparator_of(text, figure.start, figure.end)
    if counted.head is None and stated > figure.end and figure.form == "count" and not figure.attributive:
        # "thirty or so boats": the bound may stand between the number and its noun.
        counted = _beyond(number, stated)
    head = counted.head or _head(number, figure)
    end = _end(figure, counted)
    if comparator == "=" and end > figure.end:
        # "107 people or more": the bound may follow the noun.
        comparator, stated = comparator_of(text, end, end)
    unit = figure.unit if figure.unit and figure.form != "count" else _unit(figure, counted)
    form: Form = "share" if _is_part_of_whole(text, figure) else figure.form
    direction = None
    if form == "duration" and len(figure.value) == 1:
        direction, end = countdown(text, figure.start, end)
        form = "countdown" if direction else form
    if len(figure.value) == 2 and figure.written == "vague":
        comparator = "~"
    low, high = (None, None) if form == "score" else interval(figure.value, comparator)
    part, rising = _part(text, figure, number, end)
    value = Quantity(figure.value, low, high, unit, comparator, form, part, direction or rising, figure.step)
    return maker.claim(Extent(figure.start, end), head, (number.start, max(number.end, head.i + 1)), value, _evidence(figure, comparator))


def _beyond(number: Span, stated: int) -> Counted:
    """The noun counted behind the words of a bound that end at offset ``stated``."""
    bounded = number.doc.char_span(number.start_char, stated, alignment_mode="expand")
    return counted_noun(bounded) if bounded is not None else Counted(None, follows=False)


def _head(number: Span, figure: Figure) -> Token:
    """The token that stands for the quantity in the clause: the unit's noun, else the number itself."""
    last = number.doc.char_span(figure.start, figure.end, alignment_mode="expand")
    return last.root if last is not None else number.root


def _end(figure: Figure, counted: Counted) -> int:
    if counted.head is None or not counted.follows:
        return figure.end
    end = counted.head.idx + len(counted.head)
    return end if figure.end < end <= figure.start + _LONGEST_EXTENT else figure.end


def _unit(figure: Figure, counted: Counted) -> str | None:
    if figure.unit:
        return figure.unit
    return dictionary_form(counted.head) if counted.head is not None else None


def _is_part_of_whole(text: str, figure: Figure) -> bool:
    """Whether a fraction is said of something: "two-thirds of voters", "half of the crew", not "half a dozen eggs"."""
    fraction = figure.written == "fraction" and figure.form == "count" and figure.unit is None
    return fraction and 0 < figure.value[0] < 1 and text.startswith(" of ", figure.number_end)


def _part(text: str, figure: Figure, number: Span, end: int) -> tuple[Part, Literal["ahead", "behind"] | None]:
    """Whether it is a total, a part, a further amount, or the by, to or from of a change; and which way the change went."""
    before = text[max(0, figure.start - _WINDOW) : figure.start]
    governor = predicate_of(number.root).lemma_.casefold()
    way: Literal["ahead", "behind"] | None = "ahead" if governor in RISES else "behind" if governor in FALLS else None
    if _MORE.search(before) or _MORE_AFTER.match(text, figure.number_end) or _MORE_AFTER.match(text, end):
        return "more", None
    if figure.form == "count" and figure.written != "fraction" and _PART_AFTER.match(text, figure.number_end):
        return "part", None
    if way is None:
        return "total", None
    for pattern, part in ((_BY, "by"), (_TO, "to"), (_FROM, "from")):
        if pattern.search(before):
            return part, way if part == "by" else None  # type: ignore[return-value]  # the three words are Parts
    if figure.form in ("percent", "money") or figure.unit == "point":
        return "by", way
    return "total", None


def _evidence(figure: Figure, comparator: Comparator) -> tuple[str, ...]:
    found = [f"number {figure.written}"]
    if figure.unit:
        found.append(f"unit {figure.unit}")
    if comparator != "=":
        found.append(f"comparator {comparator}")
    return tuple(found)
