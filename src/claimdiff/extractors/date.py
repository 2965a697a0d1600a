"""Dates, times, durations and sets of times, resolved against the publication date, the tense of the clause and the day last spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import zip_longest
from typing import Literal

from spacy.tokens import Doc, Span, Token

from claimdiff.extractors._countdowns import countdown
from claimdiff.extractors._date_checks import day_is_unknown, is_temporal
from claimdiff.extractors._direction import PUT_OFF, direction_of, happened
from claimdiff.extractors._made import Maker
from claimdiff.language import labels
from claimdiff.language.mentions import Mentions
from claimdiff.language.stance import planned_event, predicate_of
from claimdiff.model import Claim, Document, Extent, Skipped, When
from claimdiff.values.ranges import opens_range, resolve_range
from claimdiff.values.timelines import HAPPENED
from claimdiff.values.timex import Expression, Reference, Resolved, find, first_day, order_of, resolve

_MEMORY = 400
"""Characters for which the quarter a text speaks of is remembered."""

_ENDLESS = re.compile(r"\d{7}|\d,\d{3},\d{3}")
_LONGEST_LIST = 5
"""Dates in a row that share one event."""

_ORDERS: tuple[Literal["day-first", "month-first"], ...] = ("day-first", "month-first")

_EXACT = ("iso", "slashed", "month_day", "month", "year", "shift", "clock")
"""Kinds that name a date for certain: one of them that cannot be resolved is worth telling."""


class _Memory:
    """The last days, months and years the text has spoken of, for "the following day", "that month" and "that year"."""

    def __init__(self) -> None:
        self.day: date | None = None
        self.month: date | None = None
        self.year: date | None = None

    def note(self, when: When) -> None:
        """Remember a date; a coarser one makes the finer ones of before stale only for its own unit."""
        at = first_day(when)
        if at is None or when.type not in ("DATE", "TIME"):
            return
        if when.granularity in ("day", "daypart", "hour", "minute"):
            self.day = at
        if when.granularity in ("day", "daypart", "hour", "minute", "week", "weekend", "month"):
            self.month = at
        if when.granularity not in ("decade", "century", "none"):
            self.year = at


def extract(doc: Doc, document: Document, mentions: Mentions) -> Iterator[Claim | Skipped]:
    """The temporal expressions of ``doc``, in text order; those that name no date of the calendar are skipped."""
    maker = Maker(doc, document, mentions, "date")
    text = document.text
    datelines = [clue.extent for clue in document.dates if clue.kind == "dateline" and clue.extent]
    memory = _Memory()
    quarter: tuple[int, tuple[int, int]] | None = None
    expressions = list(find(text))
    order = _order(document, expressions)
    last_end: Resolved | None = None
    for expression, following in zip_longest(expressions, expressions[1:]):
        extent = _extent(text, expression)
        if any(extent.overlaps(dateline) for dateline in datelines):
            continue
        span = doc.char_span(extent.start, extent.end, alignment_mode="expand")
        if span is None or not is_temporal(text, expression, span):
            continue
        remembered = quarter[1] if quarter and expression.start - quarter[0] < _MEMORY else None
        reference = Reference(document.published, direction_of(span), memory.day, memory.month, memory.year, remembered, order)
        ends = _range(doc, text, expression, following, span, reference) if following and last_end is None else None
        resolved, last_end = (ends[0], ends[1]) if ends else (last_end or _resolved(expression, span, reference), None)
        if resolved is None:
            if reason := _why_unread(expression):
                yield Skipped(document, extent, reason)
            continue
        when = resolved.when
        memory.note(when)
        if when.granularity == "quarter" and when.start and expression.kind in ("quarter", "unit"):
            quarter = (expression.end, (int(when.value[:4]), int(when.value[-1])))
        yield _claim(maker, extent, span, when, resolved.rule)


def _order(document: Document, expressions: Sequence[Expression]) -> Literal["day-first", "month-first"] | None:
    """How the article writes all-digit dates: as its header, else as those of the story that can be read one way only."""
    for clue in document.dates:
        for order in _ORDERS:
            if clue.order and clue.order.startswith(order):
                return order
    seen = {order_of(expression) for expression in expressions if expression.kind == "slashed"} - {None}
    return seen.pop() if len(seen) == 1 else None


def _range(doc: Doc, text: str, one: Expression, other: Expression, span: Span, reference: Reference) -> tuple[Resolved, Resolved] | None:
    """Both ends of the range that two neighbouring expressions make, if they make one."""
    if not opens_range(text, one, other):
        return None
    last = doc.char_span(other.start, other.end, alignment_mode="expand")
    if last is None or not is_temporal(text, other, last) or {predicate_of(span.root).lemma_, predicate_of(last.root).lemma_} & PUT_OFF:
        return None
    looks = reference.direction or direction_of(last)
    return resolve_range(one, other, replace(reference, direction=looks), replace(reference, direction=looks))


def _resolved(expression: Expression, span: Span, reference: Reference) -> Resolved | None:
    if expression.kind == "one_day" and not day_is_unknown(span):
        return Resolved(When("DURATION", "P1D", granularity="day"), "duration")
    return resolve(expression, reference)


def _why_unread(expression: Expression) -> str | None:
    """Why an expression that names a date for certain has no value; None if it may name none."""
    if _ENDLESS.search(expression.text):
        return "longer than any calendar"
    if expression.kind in _EXACT and re.search(r"\d", expression.text):
        return "no such date, or one that can be read two ways"
    return None


def _extent(text: str, expression: Expression) -> Extent:
    """Where the claim stands: of a duration the number and its unit, as the quantity has it."""
    start, end = expression.start, expression.end
    if expression.kind == "game_clock":
        start, end = expression.match.span("clock")
    elif expression.kind == "duration":
        start = expression.match.start("low" if expression.match["low"] else "number")
        end = countdown(text, start, end)[1]
    elif expression.kind == "a_duration" and expression.match["about"]:
        start = expression.match.end("about")
    return Extent(start, end)


def _claim(maker: Maker, extent: Extent, span: Span, when: When, rule: str) -> Claim:
    evidence = [rule]
    before = span.doc[span.start - 1] if span.start else None
    if before is not None and before.lower_ in ("since", "until", "till", "by", "from", "before", "after", "during"):
        evidence.append(before.lower_)
    if when.type in ("DATE", "TIME") and happened(span):
        evidence.append(HAPPENED)
    return maker.claim(extent, _event(span), (span.start, span.end), when, tuple(evidence))


def _event(span: Span) -> Token:
    """The verb or noun that happened at that time: what the date hangs on.

    The parser hangs a date on the name before it ("the navy on Saturday seized"): a name does not happen, nor does a
    subject whose verb follows the date.
    """
    root = span.root
    for _ in range(_LONGEST_LIST):
        if root.dep_ not in labels.CONJUNCT or root.head.pos_ not in ("NUM", "PROPN"):
            break
        root = root.head  # "between 1991 and 1998"
    head = root.head
    if head is root or head.pos_ not in ("VERB", "NOUN", "AUX", "ADJ", "PROPN"):
        return predicate_of(root)
    verb = head.head
    follows = head.dep_ in labels.SUBJECT and head.i < span.start and 0 <= verb.i - span.end <= 1
    event = planned_event(head)
    if event is not None:
        return event
    return predicate_of(head) if head.pos_ == "PROPN" or follows else head
