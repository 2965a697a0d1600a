"""What is glued to a numeral: currency, unit, age, hyphenated noun."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from claimdiff.extractors._figure import Figure
from claimdiff.extractors._traps import after_year_word, may_be_year
from claimdiff.model import Form
from claimdiff.values import units
from claimdiff.values.money import MILLION, Money
from claimdiff.values.numerals import Numeral

_PER = re.compile(r"(?: per |-per-)(?P<unit>(?:square |cubic )?(?!cent\b)[a-z]+)\b", re.IGNORECASE)
_A_UNIT = re.compile(
    r"(?:/|[ -]an?[ -]| each | every | for every )(?P<unit>(?:square |cubic )?[a-z]+)\b(?! (?:result|while|time|record|half))", re.IGNORECASE
)
_PER_UNITS = frozenset(
    """hour day week month year minute second person head share barrel ounce tonne ton gallon litre liter mile kilometre kilometer acre hectare
    foot metre meter kilogram kilo kg pound unit household customer vote pupil student child piece night game season quarter
    annum megawatt""".split(),
)
_ASIDE = re.compile(r" \([^()\n]{1,40}\)")
_CODE_BEHIND = re.compile(r" (?:(?P<code>[A-Z]{3})\b|U\.?S\.?(?=,|;| per\b| an?\b|\)))")
_OF_UNIT = re.compile(r" (?:of(?: an?)?|an?) (?=[a-z])")
_AGE = re.compile(r"[ -](?P<unit>year|month|week|day)s?(?:[ -]olds?\b| of age\b)|[ -]?yo\b", re.IGNORECASE)
_AGE_UNITS = {"year": units.YEAR_OLD, "month": units.MONTH_OLD, "week": units.WEEK_OLD, "day": units.DAY_OLD}
_AGED = re.compile(
    r"(?:\baged?|\bages?(?: of| between| from)?|\bturn(?:ed|s)?|\bturning|\b(?:dead|died|dies|dying|death) at)\s(?:about |around |just |only )?$"
    r"|\b(?:people|adults|children|women|men|residents|boys|girls|anyone|everyone|patients|pupils)\s(?:aged )?(?:over|under|above|below)\s$",
    re.IGNORECASE,
)
_APPOSED = re.compile(r"[A-Z][\w’'.-]+, $|, (?:now|then) $")
_HYPHENED = re.compile(r"-(?P<noun>[a-z]{2,})\b(?:-(?P<old>old)s?)?", re.IGNORECASE)
_NO_NOUN = frozenset("to and or plus odd strong fold old something ish in on off up".split())
_SUSPENDED = re.compile(r"-(?:,| and\b| or\b| to\b)")
_MULTIPLIED = re.compile(r" ?[x×](?![\w])", re.IGNORECASE)
_NEGATIVE = re.compile(r"(?:(?<!\w)minus[ -]|(?:^|(?<=[ (\n]))[-−–])$", re.IGNORECASE)
_SCREEN_LINES = frozenset(map(Decimal, (240, 360, 480, 576, 720, 1080, 1440, 2160)))
"""Heights of a screen, "1080p", which are no pence."""
_AFTER_METRES = re.compile(
    r"\s*(?:$|[^\w\s]|\s(?:across|deep|high|long|tall|wide|away|down|up|below|above|from|to|into|in|on|at|off|along|under|over|with|while|when|and|or|but|"
    r"before|after|by|for|freestyle|race|sprint|final|relay|hurdles|north|south|east|west|further|farther|short|behind|ahead|apart|freestyle)\b)",
    re.IGNORECASE,
)
_QUAKE = re.compile(r"[- ](?:earthquake|quake|temblor|tremor|aftershock|foreshock)\b", re.IGNORECASE)
"""There is no tenth of a quake: "a 6.1 quake" gives its magnitude."""
_RICHTER = re.compile(r"(?= on the Richter\b| on the moment magnitude\b| in magnitude\b)", re.IGNORECASE)
_MAGNITUDE = re.compile(r"\bmagnitude[- ](?:of )?(?P<bound>about |around |at least |some |over |more than )?$", re.IGNORECASE)
_MONEY_RANGE = re.compile(r"[$£€¥][\d.,]{1,9} ?(?:-|–|to) ?$")
_LETTER_BEHIND = re.compile(r"(?!ish\b|odd\b|plus\b)[^\W\d_]", re.IGNORECASE)
_PLURAL_BEHIND = re.compile(r" (?:[a-z]+ ){0,2}[a-z]+s\b|[ ](?:people|men|women|children)\b")


def with_unit(text: str, numeral: Numeral, money: Money) -> Figure | None:
    """The numeral with what is glued to it, None where that shows that it is no quantity."""
    start, end = numeral.start, numeral.end
    figure = Figure(start, end, start, end, numeral.value, numeral.step, written=numeral.kind, readable=numeral.readable, scale=numeral.scale)
    if signed := _with_sign(text, figure, money):
        return signed
    if negative := _NEGATIVE.search(text, max(0, start - 7), start):
        figure = _negated(figure, negative.start())
    if age := _AGE.match(text, end):
        return replace(figure, end=age.end(), unit=_AGE_UNITS[(age["unit"] or "year").casefold()], form="age")
    if _is_age(text, numeral):
        return replace(figure, unit=units.YEAR_OLD, form="age")
    if numeral.kind == "figure" and (magnitude := _MAGNITUDE.search(text, max(0, start - 30), start)):
        # Its own word is part of it, unless a bound stands between.
        return replace(figure, start=start if magnitude["bound"] else magnitude.start(), unit="magnitude", form="measure")
    if numeral.kind == "figure" and numeral.step < 1 and (quake := _QUAKE.match(text, end) or _RICHTER.match(text, end)):
        return replace(figure, end=quake.end(), unit="magnitude", form="measure")
    if (numeral.glued == "m" and _is_metres(text, numeral)) or numeral.glued == "t":
        # Without a currency a glued "t" is for tonnes.
        measured = ("metre", MILLION) if numeral.glued == "m" else ("tonne", MILLION * MILLION)
        return replace(figure, value=tuple(n / measured[1] for n in figure.value), step=figure.step / measured[1], unit=measured[0], form="measure")
    return _suffixed(text, figure, money)


def _negated(figure: Figure, start: int) -> Figure:
    return replace(figure, start=start, value=tuple(-number for number in figure.value))


def _with_sign(text: str, figure: Figure, money: Money) -> Figure | None:
    """ "$5m", "-£3", "$-3", "A$5", "$5m CAD": money with its sign before the figure."""
    sign = units.prefix_pattern().search(text, max(0, figure.start - 8), figure.start)
    if not sign:
        return None
    code = money.dollar if sign["sign"] == "$" else units.currency_signs()[sign["sign"]]
    negative = _NEGATIVE.search(text, max(0, sign.start() - 7), sign.start())
    if negative or sign["minus"]:
        figure = _negated(figure, figure.start)
    figure = replace(figure, start=(negative or sign).start(), unit=code, form="money")
    behind = _CODE_BEHIND.match(text, figure.end) if sign["sign"] == "$" else None
    if behind and (not behind["code"] or behind["code"] in units.currency_signs()):
        figure = replace(figure, end=behind.end(), unit=behind["code"] or "USD")
    return _per(text, figure)


def _is_age(text: str, numeral: Numeral) -> bool:
    start, end = numeral.start, numeral.end
    if len(numeral.value) != 1 or not 0 < numeral.value[0] < 121 or numeral.step != 1:
        return False
    if _AGED.search(text, max(0, start - 24), start) and not _PLURAL_BEHIND.match(text[end : end + 40]):
        return True
    # "Nichols, 37, told": a figure set off by commas behind a name; but not "Drake, 5, 7 and 9"
    return text[end : end + 2] in (", ", ",\n") and bool(_APPOSED.search(text, max(0, start - 24), start)) and not text[end + 2 : end + 3].isdigit()


def _is_metres(text: str, numeral: Numeral) -> bool:
    """Whether a glued "m" is for metres: "600m" alone is, "35m of its devices", "12.5m people" and "$5-10m" are millions."""
    if _MONEY_RANGE.search(text, max(0, numeral.start - 16), numeral.start):
        return False
    if text[numeral.end - 1] == "M":
        return False
    return _AFTER_METRES.match(text, numeral.end) is not None


def _suffixed(text: str, figure: Figure, money: Money) -> Figure | None:
    suffix = units.suffix_pattern().match(text, figure.end) or _unit_beyond_of(text, figure)
    known = _unit_of(text, figure, suffix, money) if suffix else None
    if suffix is None or known is None:
        return _hyphened(text, figure)
    attributive = text[figure.end] == "-"
    return _per(text, replace(figure, end=suffix.end(), unit=known[0], form=known[1], attributive=attributive))


def _unit_beyond_of(text: str, figure: Figure) -> re.Match[str] | None:
    """The unit in "thousands of miles", "a quarter of a mile" and "half an hour"; "dozens of pounds of butter" is left to the parse."""
    of = _OF_UNIT.match(text, figure.end) if figure.written in ("vague", "fraction") else None
    suffix = units.suffix_pattern().match(text, of.end() - 1) if of else None
    return suffix if suffix and suffix["word"] else None


_FIXED: tuple[tuple[str, str, Form], ...] = (
    ("percent", units.PERCENT, "percent"),
    ("point", units.PERCENTAGE_POINT, "percent"),
    ("basis", units.BASIS_POINT, "percent"),
    ("cents", units.CENT, "money"),
    ("pence", units.PENNY, "money"),
    ("p", units.PENNY, "money"),
)
"""Groups of the pattern of suffixes that stand for one unit each."""


def _unit_of(text: str, figure: Figure, suffix: re.Match[str], money: Money) -> tuple[str, Form] | None:
    """The unit that the words behind the figure name; None where they name none after all ("1080p", "the 12 won")."""
    if suffix["p"] and figure.value[0] in _SCREEN_LINES:
        return None
    for group, unit, form in _FIXED:
        if suffix[group]:
            return unit, form
    if suffix["sign"]:
        return (money.dollar if suffix["sign"] == "$" else units.currency_signs()[suffix["sign"]]), "money"
    if suffix["symbol"]:
        return units.measure_symbols()[suffix["symbol"]], "measure"
    return _unit_word(text, figure, suffix, money)


def _unit_word(text: str, figure: Figure, suffix: re.Match[str], money: Money) -> tuple[str, Form] | None:
    word = suffix["word"].casefold().replace("-", " ")
    name = units.measure_spellings().get(word)
    if word in ("pound", "pounds") and money.is_sterling(int(figure.scale), text[suffix.end() : suffix.end() + 4]):
        return "GBP", "money"
    if name is not None:
        known = units.measure(name)
        return name, "duration" if known and known.dimension == "time" else "measure"
    if word == "won" and figure.scale == 1:
        return None
    code = units.currency_words().get(word) or money.code(word)
    return (code, "money") if code else None


def _hyphened(text: str, figure: Figure) -> Figure | None:
    """ "131-page", "six-member", "1,000-strong", "3x"; a bare year, and a figure with letters glued to it, are dropped."""
    noun = _HYPHENED.match(text, figure.end)
    if noun and noun["noun"].casefold() not in _NO_NOUN:
        return replace(figure, end=noun.end("noun"), unit=noun["noun"].casefold(), attributive=True)
    if noun and noun["noun"].casefold() == "strong":
        return replace(figure, end=noun.end())
    if _SUSPENDED.match(text, figure.end):
        return replace(figure, suspended=True)
    if figure.written == "figure" and (times := _MULTIPLIED.match(text, figure.end)):
        return replace(figure, end=times.end(), unit="time", form="change")
    return None if _is_no_number(text, figure) else figure


def _is_no_number(text: str, figure: Figure) -> bool:
    if figure.written == "figure" and _LETTER_BEHIND.match(text, figure.end):
        return True
    if not may_be_year(text, figure.number_start, figure.number_end):
        return False
    return not _PLURAL_BEHIND.match(text[figure.end : figure.end + 40]) or after_year_word(text, figure.start)


def _per(text: str, figure: Figure) -> Figure:
    """With "per share", "a year" or "/km" behind it, or behind an aside in brackets ("$6 (£4) a share")."""
    if figure.unit == units.PERCENT or figure.attributive:
        return figure
    aside = _ASIDE.match(text, figure.end)
    for at in (figure.end, aside.end() if aside else figure.end):
        per = _PER.match(text, at) or _A_UNIT.match(text, at)
        if per and (per.re is _PER or per["unit"].casefold().split()[-1] in _PER_UNITS):
            form: Form = "measure" if figure.form == "duration" else figure.form
            end = per.end() if at == figure.end else figure.end
            return replace(figure, end=end, unit=f"{figure.unit} per {per['unit'].casefold()}", form=form)
    return figure
