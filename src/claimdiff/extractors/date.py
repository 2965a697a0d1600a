"""Dates, times, durations and sets of times, resolved against the publication date, the tense of the clause and the day last spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from spacy.tokens import Doc, Span, Token

from claimdiff.extractors._countdowns import countdown
from claimdiff.extractors._direction import direction_of
from claimdiff.extractors._made import Maker
from claimdiff.extractors._traps import after_year_word
from claimdiff.language import labels
from claimdiff.language.mentions import Mentions
from claimdiff.language.stance import predicate_of
from claimdiff.model import Claim, Document, Extent, Skipped, When
from claimdiff.values.timex import Expression, Reference, find, resolve

_NAMES = re.compile(r"(?:May|April|June|March|August|MAY|JUNE|MARCH)$")
_BARE_CLOCK = re.compile(r"(?:\b(?:at|by|about|around|until|till|from|since|after|before|to|and|between|near|past) |[-–(])$", re.IGNORECASE)
_RATE = re.compile(
    r"(?:[\d%)]|\b(?:dollars|cents|euros|pounds|times|percent|million|billion|hundred|thousand|hours|meals|miles|barrels|tonnes|tons)) $",
    re.IGNORECASE,
)
_COUNTED_YEAR = re.compile(
    r" (?:[a-z]+ ){0,1}(?:people|men|women|children|troops|jobs|[a-z]{3,}(?:ers|ees|ents|ants|ions|ents|ists|ians|ors|ings|ages|ures|ters|tons|bers|cles|ries|ties|les|nts|rds|cts))\b"
)
_MEMORY = 400
"""Characters for which the quarter a text speaks of is remembered."""

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
        if when.start is None or when.type not in ("DATE", "TIME"):
            return
        at = when.start.date()
        if when.granularity in ("day", "daypart", "hour", "minute"):
            self.day = at
        if when.granularity in ("day", "daypart", "hour", "minute", "week", "weekend", "month"):
            self.month = at
        if when.granularity not in ("decade", "century", "none"):
            self.year = at


def extract(doc: Doc, document: Document, mentions: Mentions) -> Iterator[Claim | Skipped]:
    """The temporal expressions of ``doc``, in text order; those that name no date of the calendar are skipped."""
    maker = Maker(doc, document, mentions, "date")
    text = doc.text
    datelines = [clue.extent for clue in document.dates if clue.kind == "dateline" and clue.extent]
    memory = _Memory()
    quarter: tuple[int, tuple[int, int]] | None = None
    for expression in find(text):
        extent = _extent(text, expression)
        if any(extent.overlaps(dateline) for dateline in datelines):
            continue
        span = doc.char_span(extent.start, extent.end, alignment_mode="expand")
        if span is None or not _is_temporal(text, expression, span):
            continue
        remembered = quarter[1] if quarter and expression.start - quarter[0] < _MEMORY else None
        reference = Reference(document.published, direction_of(span), memory.day, memory.month, memory.year, remembered)
        resolved = resolve(expression, reference)
        if resolved is None:
            if re.search(r"\d", expression.text) and expression.kind in _EXACT:
                yield Skipped(document, extent, "no such date, or one that can be read two ways")
            continue
        when = resolved.when
        memory.note(when)
        if when.granularity == "quarter" and when.start and expression.kind in ("quarter", "unit"):
            quarter = (expression.end, (when.start.year, (when.start.month + 2) // 3))
        yield _claim(maker, extent, span, when, resolved.rule)


def _extent(text: str, expression: Expression) -> Extent:
    """Where the claim stands: of a duration the number and its unit, as the quantity has it."""
    start, end = expression.start, expression.end
    if expression.kind == "duration":
        start = expression.match.start("number")
        end = countdown(text, start, end)[1]
    elif expression.kind == "a_duration" and expression.match["about"]:
        start = expression.match.end("about")
    return Extent(start, end)


def _claim(maker: Maker, extent: Extent, span: Span, when: When, rule: str) -> Claim:
    evidence = [rule]
    before = span.doc[span.start - 1] if span.start else None
    if before is not None and before.lower_ in ("since", "until", "till", "by", "from", "before", "after", "during"):
        evidence.append(before.lower_)
    return maker.claim(extent, _event(span), (span.start, span.end), when, tuple(evidence))


def _event(span: Span) -> Token:
    """The verb or noun that happened at that time: what the date hangs on."""
    root = span.root
    head = root.head
    return head if head is not root and head.pos_ in ("VERB", "NOUN", "AUX", "ADJ", "PROPN") else predicate_of(root)


def _is_temporal(text: str, expression: Expression, span: Span) -> bool:
    """Whether words that may mean something else mean a time here."""
    check = _CHECKS.get(expression.kind)
    return check is None or check(text, expression, span)


def _month_is_month(text: str, expression: Expression, span: Span) -> bool:
    """ "May" alone may be a verb or a name: it is a month unless tagged a verb or joined to another name."""
    if len(span) > 1 or not _NAMES.match(expression.text):
        return True
    token = span[0]
    if token.pos_ in ("AUX", "VERB") or token.ent_type_ == labels.PERSON:
        return False
    before = span.doc[token.i - 1] if token.i else None
    after = span.doc[token.i + 1] if token.i + 1 < len(span.doc) else None
    named = before is not None and before.pos_ == "PROPN" and not token.is_sent_start and before.text[-1:].isalpha()
    return not named and not (
        after is not None and after.pos_ == "PROPN" and after.text[:1].isalpha() and before is not None and before.pos_ != "ADP"
    )


def _year_is_year(text: str, expression: Expression, span: Span) -> bool:
    """A bare figure of four digits is a year unless it counts something."""
    if len(expression.text) > 4:
        return True
    if after_year_word(text, expression.start) and not re.match(r" (?:people|men|women)\b", text[expression.end : expression.end + 8]):
        return True
    return not _COUNTED_YEAR.match(text, expression.end)


def _clock_is_clock(text: str, expression: Expression, span: Span) -> bool:
    """ "7:42" without a.m. is a time only where words say so: it may be a score or a lap time."""
    if expression.match["hour24"] is None:
        return True
    return bool(_BARE_CLOCK.search(text, max(0, expression.start - 10), expression.start)) or not expression.text[-1:].isdigit()


def _is_length(text: str, expression: Expression, span: Span) -> bool:
    """Whether it lasts: "34-year-old" is an age, "a day" behind a number a rate, "a second" before a noun an ordinal."""
    if expression.kind == "duration" and (expression.match["old"] or "").casefold().startswith("old"):
        return False  # an age, which is a quantity
    if expression.match["unit"].casefold() == "second" and span[-1].pos_ != "NOUN":
        return False
    return not (expression.kind == "a_duration" and _RATE.search(text, max(0, expression.start - 12), expression.start))


_CHECKS = {
    "month": _month_is_month,
    "year": _year_is_year,
    "clock": _clock_is_clock,
    "a_duration": _is_length,
    "duration": _is_length,
}
