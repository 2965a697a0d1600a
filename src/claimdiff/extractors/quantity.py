"""Quantities: counts, measures, money, shares, durations, countdowns, ages, scores and ranks, with what they count and how exactly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from spacy.tokens import Doc, Span, Token

from claimdiff.extractors._ages import bearer, is_age
from claimdiff.extractors._comparators import interval
from claimdiff.extractors._countdowns import counted
from claimdiff.extractors._counted import attribute_noun, dictionary_form
from claimdiff.extractors._draft import Draft, drafted
from claimdiff.extractors._ellipsis import complete
from claimdiff.extractors._figure import Figure
from claimdiff.extractors._figures import find_figures
from claimdiff.extractors._made import Maker
from claimdiff.extractors._names import is_name_or_pronoun
from claimdiff.extractors._origins import origin
from claimdiff.extractors._other_side import other_side
from claimdiff.extractors._ranks import Rank, find_ranks
from claimdiff.extractors._sets import is_one_thing, upper_of_a_couple
from claimdiff.language.mentions import Mentions
from claimdiff.language.stance import predicate_of
from claimdiff.model import Claim, Document, Extent, Part, Quantity, Skipped
from claimdiff.values.units import YEAR_OLD, measure

RISES = frozenset({"rise", "increase", "climb", "grow", "gain", "jump", "soar", "surge", "advance", "add", "expand", "up", "rally", "widen"})
FALLS = frozenset(
    {"fall", "drop", "decline", "decrease", "slide", "slip", "lose", "plunge", "plummet", "shrink", "sink", "tumble", "down", "cut", "shed", "narrow"}
)

_BY = re.compile(
    r"\bby\s(?:about |around |some |nearly |almost |over |more than |less than |at least |up to |as much as |roughly |just |another )?$",
    re.IGNORECASE,
)
_TO = re.compile(r"\bto\s(?:about |around |some |nearly |almost |over |more than |less than |at least |just |roughly )?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s(?:about |around |some |nearly |almost |over |more than |less than |at least |just |roughly )?$", re.IGNORECASE)
_MORE = re.compile(r"\b(?:another|(?:an )?(?:additional|extra)|(?:a )?further)\s$", re.IGNORECASE)
_MORE_AFTER = re.compile(
    r" (?:(?i:more|others|other|further|additional|extra(?![ -](?:time|innings|bases?|virgin|large)\b))\b(?! than)"
    r"|(?:more|fewer|less) than (?=[A-Z]|the\b|his\b|her\b|its\b))"
)
_REST = re.compile(r"\b(?:the other|(?:the |his |her |its |their )?remaining)\s$", re.IGNORECASE)
_REST_AFTER = re.compile(r" (?:remaining|(?:of (?:them|whom|which) )?(?:remain|remained))\b", re.IGNORECASE)
_PART_AFTER = re.compile(r" of (?:the|its|his|her|their|those|these|them|whom|which|our)\b", re.IGNORECASE)
_WINDOW = 28


def extract(doc: Doc, document: Document, mentions: Mentions) -> Iterator[Claim | Skipped]:
    """The quantities of ``doc``, in text order; numbers too long to be read are skipped."""
    text = document.text
    maker = Maker(doc, document, mentions, "quantity")
    ranks = find_ranks(doc, text)
    drafts: list[Draft] = []
    found: list[tuple[int, Draft | Rank | Skipped]] = [(rank.start, rank) for rank in ranks]
    for figure in find_figures(text):
        if not figure.readable:
            found.append((figure.start, Skipped(document, Extent(figure.start, figure.end), "a number with too many digits")))
            continue
        draft = _draft(doc, text, figure)
        if draft is not None and not any(rank.start < draft.end and draft.figure.start < rank.end for rank in ranks):
            drafts.append(draft)
            found.append((figure.start, draft))
    complete(text, drafts)
    for _, thing in sorted(found, key=lambda pair: pair[0]):
        yield thing if isinstance(thing, Skipped) else _ranked(maker, thing) if isinstance(thing, Rank) else _claim(maker, text, thing)


def _draft(doc: Doc, text: str, figure: Figure) -> Draft | None:
    number = doc.char_span(figure.number_start, figure.number_end, alignment_mode="expand")
    if number is None:
        return None
    draft = drafted(text, figure, number)
    if figure.unit is None and is_one_thing(number, draft.counted):
        return None
    return None if is_name_or_pronoun(number, figure, bounded=draft.counted.head is not None and draft.comparator != "=") else draft


def _ranked(maker: Maker, rank: Rank) -> Claim:
    place = Decimal(rank.place)
    unit = dictionary_form(rank.noun) if rank.noun is not None else None
    head = rank.noun if rank.noun is not None else rank.token
    value = Quantity((place,), place, place, unit, form="rank")
    tokens = (min(rank.token.i, head.i), max(rank.token.i, head.i) + 1)
    return _whole(maker.claim(Extent(rank.start, rank.end), head, tokens, value, ("rank",)))


def _claim(maker: Maker, text: str, draft: Draft) -> Claim:
    figure, number, end, form = draft.figure, draft.number, draft.end, draft.form
    head = draft.counted.head or attribute_noun(number) or _head(number, figure)
    unit = draft.unit
    if form == "count" and unit is None and is_age(number, figure):
        unit, form = YEAR_OLD, "age"
    direction, anchor = None, None
    if form == "duration" and len(figure.value) == 1 and figure.written != "game clock":
        span = number.doc.char_span(figure.start, end, alignment_mode="expand")
        direction, end, anchor = counted(span if span is not None else number, text, figure.start, end)
        form = "countdown" if direction else form
    low, high = (None, None) if form == "score" else interval(figure.value, draft.comparator)
    if (loosely := upper_of_a_couple(figure)) is not None:
        low, high = figure.value[0], loosely
    part, rising = _part(text, figure, number, end)
    value = Quantity(figure.value, low, high, unit, draft.comparator, form, part, direction or rising, figure.step)
    claim = _whole(maker.claim(Extent(figure.start, end), head, (number.start, max(number.end, head.i + 1)), value, _evidence(draft, anchor)))
    if form == "age":
        return replace(claim, topic=replace(claim.topic, subject=bearer(number, maker.mentions)))
    if (side := other_side(number, end, maker.mentions)) is not None:
        return replace(claim, topic=replace(claim.topic, subject=side))
    known = measure(unit)
    if known is None or known.dimension != "length":
        return claim
    return replace(claim, topic=replace(claim.topic, origin=origin(text, figure.start, end, claim.topic.predicate)))


def _whole(claim: Claim) -> Claim:
    """The claim with its own words inside its sentence: no sentence ends inside a number, wherever the parser split it."""
    sentence, words = claim.sentence, claim.extent
    if sentence.start <= words.start and words.end <= sentence.end:
        return claim
    return replace(claim, sentence=Extent(min(sentence.start, words.start), max(sentence.end, words.end)))


def _head(number: Span, figure: Figure) -> Token:
    """The token that stands for the quantity in the clause: the unit's noun, else the number itself."""
    last = number.doc.char_span(figure.start, figure.end, alignment_mode="expand")
    return last.root if last is not None else number.root


def _part(text: str, figure: Figure, number: Span, end: int) -> tuple[Part, Literal["ahead", "behind"] | None]:
    """Whether it is a total, a part, the rest, a further amount, or the by, to or from of a change; and which way the change went."""
    if figure.written == "game clock":  # all there is "remaining" is what the clock shows
        return "total", None
    before = text[max(0, figure.start - _WINDOW) : figure.start]
    governor = predicate_of(number.root).lemma_.casefold()
    way: Literal["ahead", "behind"] | None = "ahead" if governor in RISES else "behind" if governor in FALLS else None
    if _MORE.search(before) or _MORE_AFTER.match(text, figure.number_end) or _MORE_AFTER.match(text, end):
        return "more", None
    if _REST.search(before) or _REST_AFTER.match(text, end):
        return "rest", None
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


def _evidence(draft: Draft, anchor: str | None) -> tuple[str, ...]:
    found = [f"number {draft.figure.written}"]
    if draft.unit and draft.unit == draft.figure.unit:
        found.append(f"unit {draft.unit}")
    elif draft.unit and draft.counted.head is None:
        found.append(f"unit {draft.unit} of another number")
    if draft.comparator != "=":
        found.append(f"comparator {draft.comparator}")
    if anchor:
        found.append(anchor)
    return tuple(found)
