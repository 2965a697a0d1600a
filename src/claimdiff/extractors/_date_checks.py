"""Words that may mean something else than a time: "May" the person, 1984 the room, "a second" the ordinal."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Span, Token

from claimdiff.extractors._traps import after_year_word
from claimdiff.language import labels
from claimdiff.values.timex import Expression

_NAMES = re.compile(r"(?:May|April|June|March|August|MAY|JUNE|MARCH|APRIL|AUGUST)$")
_SHORT_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
_ABBREVIATED = re.compile(rf"(?:{_SHORT_MONTHS})$")
_BARE_CLOCK = re.compile(r"(?:\b(?:at|by|about|around|until|till|from|since|after|before|to|and|between|near|past) |[-–(])$", re.IGNORECASE)
_NAMED_DAYS = frozenset("bloody ash holy palm super cyber shrove maundy giving fat".split())
_RATE = re.compile(
    r"(?:[\d%)]|\b(?:dollars|cents|euros|pounds|times|percent|million|billion|hundred|thousand|hours|meals|miles|barrels|tonnes|tons)) $",
    re.IGNORECASE,
)
_KINDS_OF_HOURS = frozenset("morning evening afternoon night business working office opening visiting peak rush small wee school trading".split())
_PER = re.compile(r"\d[\d,.]* (?:[a-z-]{1,15} ){1,2}$")
_COUNTED = re.compile(
    r" (?:[a-z]+ )?(?:people|men|women|children|troops|jobs|"
    r"[a-z]{3,}(?:ers|ees|ents|ants|ions|ists|ians|ors|ings|ages|ures|ters|tons|bers|cles|ries|ties|les|nts|rds|cts))\b"
)
_AND = re.compile(r"(?P<year>\b\d{4},? )?\b(?:and|or|a|an|to) $")
_MEASURED = re.compile(
    r" (?:\d{3}\b|(?:dollars|euros|pounds|yen|rupees|points|votes|miles|kilomet(?:re|er)s|met(?:re|er)s|feet|acres|hectares|tonnes|tons|calories|"
    r"percent|per cent|degrees|km|kg|mph|hours|people|men|women)\b)"
)
_NUMBERED = re.compile(
    r"(?:\b(?:flight|room|route|highway|interstate|no|number|article|section|page|unit|building|suite|apartment|lot|bus|train|channel|platform|"
    r"resolution|bill|boeing|extension|call|dial)\.? #?|[$£€¥#] ?|\d )$",
    re.IGNORECASE,
)
_DAY_FOLLOWS = re.compile(rf",? (?:\d|at |{_SHORT_MONTHS}|May)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An expression where it stands."""

    text: str
    expression: Expression
    span: Span

    def before(self, length: int) -> str:
        """The characters in front of it."""
        return self.text[max(0, self.expression.start - length) : self.expression.start]


def is_temporal(text: str, expression: Expression, span: Span) -> bool:
    """Whether words that may mean something else mean a time here."""
    check = _CHECKS.get(expression.kind)
    return check is None or check(Candidate(text, expression, span))


def _month_is_month(found: Candidate) -> bool:
    """ "May" alone may be a verb or a name: it is a month unless tagged a verb or joined to another name."""
    span = found.span
    if len(span) > 1:
        return True
    token = span[0]
    before = span.doc[token.i - 1] if token.i else None
    if _ABBREVIATED.match(found.expression.text):
        return before is not None and before.pos_ == "ADP"  # "Jan" is a name too, unless it has its full stop
    if not _NAMES.match(found.expression.text):
        return True
    if token.pos_ in ("AUX", "VERB") or token.ent_type_ == labels.PERSON:
        return False
    return not _joined(before, token)


def _joined(before: Token | None, token: Token) -> bool:
    """Whether a name stands beside the token and makes one with it."""
    if before is not None and before.pos_ == "PROPN" and not token.is_sent_start and before.text[-1:].isalpha():
        return True
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    named = after is not None and after.pos_ == "PROPN" and after.text[:1].isalpha()
    return named and (before is None or before.pos_ != "ADP")


def _year_is_year(found: Candidate) -> bool:
    """A bare figure of four digits is a year unless it counts, measures or numbers something."""
    words = found.expression.text
    if not words.isdigit():
        return True
    if _MEASURED.match(found.text, found.expression.end) or _NUMBERED.search(found.before(14)):
        return False
    if not _COUNTED.match(found.text, found.expression.end):
        return True
    joined = _AND.search(found.before(9))
    return bool(joined["year"]) if joined else after_year_word(found.text, found.expression.start)


def _weekday_is_weekday(found: Candidate) -> bool:
    """ "The Sunday Times" is no day, nor "Bloody Sunday" a bare one; "Sat." and "Sun." need a date or "on" beside them."""
    words = found.expression.text
    before = found.span.doc[found.span.start - 1].lower_ if found.span.start else ""
    if before in _NAMED_DAYS or (before == "the" and found.span.end < len(found.span.doc) and found.span.doc[found.span.end].pos_ == "PROPN"):
        return False
    if not words.endswith(".") or " " in words:
        return True
    return found.before(4).casefold().endswith("on ") or bool(_DAY_FOLLOWS.match(found.text, found.expression.end))


def _clock_is_clock(found: Candidate) -> bool:
    """ "7:42" without a.m. is a time only where words say so: it may be a score or a lap time."""
    if found.expression.match["hour24"] is None:
        return True
    return bool(_BARE_CLOCK.search(found.before(10))) or not found.expression.text[-1:].isdigit()


def _is_length(found: Candidate) -> bool:
    """Whether it lasts: "34-year-old" is an age, "a day" behind a number a rate, "a second" before a noun an ordinal."""
    expression = found.expression
    if expression.kind == "duration" and (expression.match["old"] or "").casefold().startswith("old"):
        return False  # an age, which is a quantity
    if expression.match["unit"].casefold() == "second" and found.span[-1].pos_ != "NOUN":
        return False
    return not (expression.kind == "a_duration" and (_RATE.search(found.before(12)) or _PER.search(found.before(30))))


def _decade_is_no_age(found: Candidate) -> bool:
    """ "In his early 30s" is an age: a decade of two figures has its article or its apostrophe."""
    words = found.expression.text
    return len(re.sub(r"\D", "", words)) == 4 or words[0] in "'’" or words[:4].casefold() == "the "


def _hours_are_a_length(found: Candidate) -> bool:
    """ "Morning hours" are no length of time."""
    start = found.span.start
    return not start or found.span.doc[start - 1].lower_ not in _KINDS_OF_HOURS


def _is_no_epithet(found: Candidate) -> bool:
    """ "Christmas party" and "winter meetings" say what sort, not when."""
    root = found.span.root
    return found.expression.match["name"] == "9/11" if root.dep_ in labels.COMPOUND and root.head.i >= found.span.end else True


def _season_is_time(found: Candidate) -> bool:
    root = found.span.root
    return bool(found.expression.match["season"]) or root.dep_ not in labels.COMPOUND


_CHECKS: dict[str, Callable[[Candidate], bool]] = {
    "month": _month_is_month,
    "year": _year_is_year,
    "weekday": _weekday_is_weekday,
    "clock": _clock_is_clock,
    "a_duration": _is_length,
    "duration": _is_length,
    "decade": _decade_is_no_age,
    "plural": _hours_are_a_length,
    "holiday": _is_no_epithet,
    "season": _season_is_time,
}
