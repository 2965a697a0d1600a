"""Words that may mean something else than a time: "May" the person, 1984 the room, "a second" the ordinal."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Span, Token

from claimdiff.extractors._traps import after_year_word
from claimdiff.language import labels
from claimdiff.values.calendar import MONTHS, WEEKDAYS
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
_BEFORE_MONTH = frozenset({"by", "in", "until", "till", "since", "during", "through", "last", "next", "late", "early", "mid"})
_MARCH_OF = re.compile(r" (?:for|of|on|against|to) ")
_THE = re.compile(r"(?:\b(?:the|a|an|annual|that|their|first)|[“\"'‘`]) ?$", re.IGNORECASE)
_FRACTION = re.compile(r"(?:three|one|a)(?:-quarters?\b| quarters? of (?:the|its|their|his|all|a|an|those|these|that) )", re.IGNORECASE)
_INFANTS = re.compile(
    r"[- ]olds?(?: (?:baby|babies|infants?|boys?|girls?|sons?|daughters?|child|children|toddlers?|twins?|triplets?|"
    r"puppy|puppies|kittens?|foal|cub|calf)\b|(?! [a-z]))",
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
    found = Candidate(text, expression, span)
    return (check is None or check(found)) and (expression.kind not in _TITLED or _is_no_title(found))


def _month_is_month(found: Candidate) -> bool:
    """ "May" alone may be a verb or a name: it is a month unless tagged a verb or joined to another name."""
    span = found.span
    if len(span) > 1:
        return True
    token = span[0]
    before = span.doc[token.i - 1] if token.i else None
    if _leads_to_month(before) and token.ent_type_ != labels.PERSON and not _joined(before, token):
        return True  # whatever it is tagged: "by May"
    if _marches(found):
        return False
    if _ABBREVIATED.match(found.expression.text):
        return before is not None and before.pos_ == "ADP"  # "Jan" is a name too, unless it has its full stop
    if not _NAMES.match(found.expression.text):
        return True
    if token.pos_ in ("AUX", "VERB") or token.ent_type_ == labels.PERSON:
        return False
    return not _joined(before, token)


def _leads_to_month(before: Token | None) -> bool:
    return before is not None and before.lower_ in _BEFORE_MONTH


def _marches(found: Candidate) -> bool:
    """ "The March for Bread" is a procession: months do not go on so."""
    return found.expression.text == "March" and bool(_MARCH_OF.match(found.text, found.expression.end)) and bool(_THE.search(found.before(14)))


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
    if words[-1].isalpha():  # spelled out: "sixteen fifty people" counts
        return not (_MEASURED.match(found.text, found.expression.end) or _COUNTED.match(found.text, found.expression.end))
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
    if expression.kind == "duration" and _is_age_or_fraction(found):
        return False
    if expression.match["unit"].casefold() == "second" and found.span[-1].pos_ != "NOUN":
        return False
    return not (expression.kind == "a_duration" and (_RATE.search(found.before(12)) or _PER.search(found.before(30))))


def _is_age_or_fraction(found: Candidate) -> bool:
    """ "34-year-old" and "an 8-month-old girl" are ages, which are quantities; "an 8-month-old truce" has lasted. "Three-quarters" counts nothing."""
    match, start, end = found.expression.match, found.expression.start, found.expression.end
    if (match["old"] or "").casefold().startswith("old"):
        of_year = match["unit"].casefold() not in ("day", "week", "month")
        return of_year or bool(_INFANTS.match(found.text, match.end("plural" if match["plural"] else "unit")))
    return match["unit"].casefold() == "quarter" and bool(_FRACTION.match(found.text[start : end + 8]))


def _set_recurs(found: Candidate) -> bool:
    """ "20% annually" is a rate of its number, as "a year" is, and a daily is a paper."""
    if not found.expression.match["adverb"]:
        return True
    token = found.span[0]
    before = token.nbor(-1) if token.i else None
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    named = before is not None and before.pos_ in ("NOUN", "PROPN") and after is not None and after.pos_ == "PROPN"
    noun = token.pos_ == "NOUN" and before is not None and before.pos_ == "DET" and token.dep_ not in labels.COMPOUND
    return not (named or noun or _RATE.search(found.before(12)) or _PER.search(found.before(30)))


def day_is_unknown(span: Span) -> bool:
    """ "One day" stands before what happens then, or opens a sentence; "lasted one day" is a length."""
    if span[0].lower_ != "one":
        return True
    before = span.doc[span.start - 1] if span.start else None
    after = span.doc[span.end] if span.end < len(span.doc) else None
    acts = after is not None and after.pos_ in ("VERB", "AUX") and (before is None or before.pos_ != "ADP")
    return acts or span.start == span.sent.start


def _is_no_title(found: Candidate) -> bool:
    """ "60 Minutes" and "This Week" in running text are programmes: a time has no capitals there."""
    words = [token for token in found.span if token.is_alpha]
    capitals = words and all(token.is_title and token.lower_ not in WEEKDAYS and token.lower_ not in MONTHS for token in words)
    if not capitals or found.span.start == found.span.sent.start:
        return True
    before = found.span.doc[found.span.start - 1]
    if before.text in _OPENING and found.span.start - 1 == found.span.sent.start:
        return True  # a quotation that opens a sentence
    around = [token for token in found.span.sent if token.is_alpha and not found.span.start <= token.i < found.span.end]
    return sum(token.is_lower for token in around) < len(around) / 2


def _clock_strikes(found: Candidate) -> bool:
    return _clock_is_clock(found) and not (found.expression.match["named"] and found.before(5).casefold() == "high ")


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


_TITLED = frozenset({"unit", "deictic", "duration", "plural", "present", "a_duration", "clock", "future", "this_part"})
"""Kinds whose words are common ones, so that capitals make a name of them."""
_OPENING = frozenset({"“", '"', "'", "‘", "`", "``", "''"})

_CHECKS: dict[str, Callable[[Candidate], bool]] = {
    "month": _month_is_month,
    "year": _year_is_year,
    "weekday": _weekday_is_weekday,
    "clock": _clock_strikes,
    "a_duration": _is_length,
    "duration": _is_length,
    "decade": _decade_is_no_age,
    "plural": _hours_are_a_length,
    "holiday": _is_no_epithet,
    "season": _season_is_time,
    "set": _set_recurs,
}
