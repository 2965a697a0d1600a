"""Numerals with what is glued to them: currency, unit, hyphenated noun; and numerals that make one range or score."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from claimdiff.extractors._traps import after_year_word, inside, may_be_year, traps
from claimdiff.model import Extent, Form
from claimdiff.values import units
from claimdiff.values.numerals import Numeral, find_numerals


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit, before the parse is asked.

    Attributes:
        start, end: where, unit and currency sign included.
        number_start, number_end: the numeral alone.
        value: one number, or two of a range, a vague count or a score.
        step: place value of the last digit written.
        unit: canonical unit or currency; None when it counts a noun that the parse must find.
        form: count until a unit says otherwise.
        attributive: whether the unit is hyphenated to the number ("131-page").
        written: how the numeral is written.
        readable: False when it has too many digits.
        scale: the scale word it ends in, 1 if none.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    value: tuple[Decimal, ...]
    step: Decimal
    unit: str | None = None
    form: Form = "count"
    attributive: bool = False
    written: str = "figure"
    readable: bool = True
    scale: Decimal = Decimal(1)


_PER = re.compile(
    r"(?:/| per | an? | each | every | for every )(?P<unit>(?:square |cubic )?[a-z]+)\b(?! (?:result|while|time|record|time|half))", re.IGNORECASE
)
_PER_UNITS = frozenset(
    """hour day week month year minute second person head share barrel ounce tonne ton gallon litre liter mile kilometre kilometer acre hectare foot metre meter
    kilogram kilo pound unit household customer vote pupil student child piece night game season week quarter annum megawatt""".split(),
)
_MULTIPLES = {"doubled": 2, "tripled": 3, "trebled": 3, "quadrupled": 4, "quintupled": 5}
_MULTIPLE = re.compile(
    r"\b(?:(?P<verb>doubled|tripled|trebled|quadrupled|quintupled)|(?P<fold>\d+|two|three|four|five|six|seven|eight|nine|ten)[- ]?fold)\b",
    re.IGNORECASE,
)
_FOLD = {word: number for number, word in enumerate("two three four five six seven eight nine ten".split(), start=2)}
_OF_UNIT = re.compile(r" (?:of(?: an?)?|an?) (?=[a-z])")
_AGE = re.compile(r"[ -](?P<unit>years?|months?)[ -]olds?\b|[ -]?yo\b", re.IGNORECASE)
_AGED = re.compile(r"(?:\baged?|\bages?(?: of| between| from)?|\bturn(?:ed|s)?|\bturning)\s(?:about |around |just |only )?$", re.IGNORECASE)
_APPOSED = re.compile(r"[A-Z][\w’'.-]+, $")
_HYPHENED = re.compile(r"-(?P<noun>[a-z]+)\b(?:-(?P<old>old)s?)?", re.IGNORECASE)
_NO_NOUN = frozenset("to and or plus odd strong fold old something ish in on off up".split())
_DASH = re.compile(r" ?[-–—] ?$|-to-$")
_TO = re.compile(r" (?:to|and|or|through) $")
_BETWEEN = re.compile(r"\b(?:between|from)\s(?:the ages of |ages |about |some |around |roughly )?$", re.IGNORECASE)
_NEGATIVE = re.compile(r"(?:\bminus[ -]|(?<![\w\d])[-−–])$", re.IGNORECASE)
_AFTER_METRES = re.compile(
    r"\s*(?:$|[^\w\s]|\s(?:across|deep|high|long|tall|wide|away|down|up|below|above|from|to|into|in|on|at|off|along|under|over|with|while|when|and|or|but|"
    r"before|after|by|for|freestyle|race|sprint|final|relay|hurdles|north|south|east|west|further|farther|short|behind|ahead|apart|freestyle)\b)",
    re.IGNORECASE,
)
_MONEY_RANGE = re.compile(r"[$£€¥][\d.,]{1,9} ?(?:-|–|to) ?$")
_CHANGE_BEFORE = re.compile(
    r"\b(?:r[oi]se|rising|risen|increas|gr[eo]w|climb|f[ae]ll|drop|declin|decreas|cut|rais|jump|sl[iu]p|slid|widen|narrow|gone?|went|improv|chang|mov|"
    r"up|down|expand|shr[aiu]nk|lower|reduc|edg|advanc|plung|surg|soar|tumbl)\w*(?: [\w%$,.’'-]+){0,6}? from\s(?:about |around )?$",
    re.IGNORECASE,
)
_DECIDED = re.compile(r"\b(?:vot(?:e|es|ed|ing)|beat|beaten|won|lost|ruled|defeated)(?: (?:by|of|was|against|it|the|[A-Z][\w’'-]+))* $")
_BY_BEFORE = re.compile(r"\bby\s(?:about |around |nearly |almost |some )?$", re.IGNORECASE)
_RATIO = re.compile(r"(?: in (?:every )?| out of (?:every )?|-in-)$", re.IGNORECASE)


def find_figures(text: str) -> Iterator[Figure]:
    """Every number of ``text`` that may be a quantity, with its unit, in order; ranges and scores joined."""
    held: Figure | None = None
    for figure in _multiples(text, _singles(text)):
        if held is not None:
            joined = _join(text, held, figure)
            if joined is not None:
                held = joined
                continue
            yield held
        held = figure
    if held is not None:
        yield held


def _singles(text: str) -> Iterator[Figure]:
    found = traps(text)
    for numeral in find_numerals(text):
        if inside(Extent(numeral.start, numeral.end), found):
            continue
        figure = _with_unit(text, numeral)
        if figure is not None:
            yield figure


def _multiples(text: str, figures: Iterator[Figure]) -> Iterator[Figure]:
    """Puts "doubled" and "threefold" in their place among the figures."""
    extra = [_multiple(match) for match in _MULTIPLE.finditer(text)]
    taken = {figure.start for figure in extra}
    rest = [figure for figure in figures if figure.number_start not in taken]
    yield from sorted([*rest, *extra], key=lambda figure: figure.start)


def _multiple(match: re.Match[str]) -> Figure:
    word = (match["verb"] or match["fold"]).casefold()
    value = Decimal(_MULTIPLES[word] if match["verb"] else int(word) if word.isdigit() and len(word) < 7 else _FOLD.get(word, 0))
    return Figure(match.start(), match.end(), match.start(), match.end(), (value,), Decimal(1), "time", "change", written="word")


def _with_unit(text: str, numeral: Numeral) -> Figure | None:
    start, end = numeral.start, numeral.end
    figure = Figure(start, end, start, end, numeral.value, numeral.step, written=numeral.kind, readable=numeral.readable, scale=numeral.scale)
    negative = _NEGATIVE.search(text, max(0, start - 6), start)
    if negative and (negative.start() == 0 or text[negative.start() - 1] in " (\n"):
        figure = replace(figure, start=negative.start(), value=tuple(-number for number in figure.value))
    sign = units.prefix_pattern().search(text, max(0, start - 5), start)
    if sign:
        figure = replace(figure, start=sign.start(), unit=units.currency_signs()[sign["sign"]], form="money")
        return _per(text, figure)
    if age := _AGE.match(text, end):
        month = (age["unit"] or "").casefold().startswith("month")
        return replace(figure, end=age.end(), unit=units.MONTH_OLD if month else units.YEAR_OLD, form="age")
    if _is_age(text, start, end, numeral):
        return replace(figure, unit=units.YEAR_OLD, form="age")
    if numeral.glued == "m" and _is_metres(text, numeral):
        return replace(figure, value=tuple(number / 1_000_000 for number in figure.value), step=figure.step / 1_000_000, unit="metre", form="measure")
    return _suffixed(text, figure)


def _is_age(text: str, start: int, end: int, numeral: Numeral) -> bool:
    if len(numeral.value) != 1 or not 0 < numeral.value[0] < 121 or numeral.step != 1:
        return False
    if _AGED.search(text, max(0, start - 18), start):
        return True
    # "Nichols, 37, told": a figure set off by commas behind a name; but not "Drake, 5, 7 and 9"
    return (
        text[end : end + 2] in (", ", ",\n", ". ")
        and text[end : end + 1] == ","
        and bool(_APPOSED.search(text, max(0, start - 24), start))
        and not text[end + 2 : end + 3].isdigit()
    )


def _is_metres(text: str, numeral: Numeral) -> bool:
    """Whether a glued "m" is for metres: "600m" alone is, "35m of its devices", "12.5m people" and "$5-10m" are millions."""
    if _MONEY_RANGE.search(text, max(0, numeral.start - 16), numeral.start):
        return False
    if text[numeral.end - 1] == "M":
        return False
    return _AFTER_METRES.match(text, numeral.end) is not None


def _suffixed(text: str, figure: Figure) -> Figure | None:
    suffix = units.suffix_pattern().match(text, figure.end) or _unit_beyond_of(text, figure)
    if suffix is None:
        return _hyphened(text, figure)
    unit, form = _unit_of(suffix)
    attributive = text[figure.end] == "-"
    figure = replace(figure, end=suffix.end(), unit=unit, form=form, attributive=attributive)
    return _per(text, figure)


def _unit_beyond_of(text: str, figure: Figure) -> re.Match[str] | None:
    """The unit in "thousands of miles", "a quarter of a mile" and "half an hour"; "dozens of pounds of butter" is left to the parse."""
    of = _OF_UNIT.match(text, figure.end) if figure.written in ("vague", "fraction") else None
    suffix = units.suffix_pattern().match(text, of.end() - 1) if of else None
    return suffix if suffix and suffix["word"] else None


def _unit_of(suffix: re.Match[str]) -> tuple[str, Form]:
    if suffix["percent"]:
        return units.PERCENT, "percent"
    if suffix["point"]:
        return units.PERCENTAGE_POINT, "percent"
    if suffix["basis"]:
        return units.BASIS_POINT, "percent"
    if suffix["cents"]:
        return units.CENT, "money"
    word = suffix["word"].casefold().replace("-", " ")
    name = units.measure_spellings().get(word)
    if name is None:
        return units.currency_words()[word], "money"
    known = units.measure(name)
    return name, "duration" if known and known.dimension == "time" else "measure"


def _hyphened(text: str, figure: Figure) -> Figure | None:
    """ "131-page", "six-member", "1,000-strong": the noun hangs on the number; a bare year is dropped."""
    noun = _HYPHENED.match(text, figure.end)
    if noun and noun["noun"].casefold() not in _NO_NOUN:
        return replace(figure, end=noun.end("noun"), unit=noun["noun"].casefold(), attributive=True)
    if noun and noun["noun"].casefold() == "strong":
        return replace(figure, end=noun.end(), attributive=True)
    if may_be_year(text, figure.number_start, figure.number_end):
        plural = re.match(r" (?:[a-z]+ ){0,2}[a-z]+s\b|[ ](?:people|men|women|children)\b", text[figure.end : figure.end + 40])
        if not plural or after_year_word(text, figure.start):
            return None
    return figure


def _per(text: str, figure: Figure) -> Figure:
    per = _PER.match(text, figure.end)
    if per and per["unit"].casefold().split()[-1] in _PER_UNITS and figure.unit != units.PERCENT and not figure.attributive:
        return replace(
            figure, end=per.end(), unit=f"{figure.unit} per {per['unit'].casefold()}", form="measure" if figure.form == "duration" else figure.form
        )
    return figure


def _join(text: str, one: Figure, other: Figure) -> Figure | None:
    """One figure of two, if they make a range ("10 to 15 years"), a score ("3-2") or a share ("one in five")."""
    if len(one.value) > 1 or len(other.value) > 1 or other.number_start - one.end > 18 or not (one.readable and other.readable):
        return None
    gap = text[one.end : other.start]
    if _RATIO.search(gap) and one.end == one.number_end:
        return _share(text, one, other)
    if gap.strip() in ("-", "–", "—", "-to-", "to"):
        dashed = _DASH.fullmatch(gap) is not None
        if dashed and _is_score(text, one, other, gap):
            return _score(one, other)
        if gap == " to " and _is_vote(text, one, other):
            return _score(one, other)
        return None if _is_change(text, one) and not dashed else _range(one, other)
    if gap == " or " and other.value[0] - one.value[0] == 1 and one.unit is None:
        return _range(one, other)
    if gap == " and " and _BETWEEN.search(text, max(0, one.start - 28), one.start):
        return _range(one, other)
    return None


def _is_change(text: str, one: Figure) -> bool:
    """Whether "9 to 10" behind "increased from" or "by" tells where a change began, or how large it was, rather than a range."""
    before = text[max(0, one.start - 70) : one.start]
    return bool((one.unit and _BY_BEFORE.search(before)) or _CHANGE_BEFORE.search(before))


def _share(text: str, one: Figure, other: Figure) -> Figure | None:
    above, below = one.value[0], other.value[0]
    if not 0 < above < below <= 1000 or one.unit or may_be_year(text, other.number_start, other.number_end):
        return None
    return replace(one, end=other.end, number_end=other.number_end, value=(above / below,), step=Decimal("0.01"), form="share", written="fraction")


def _is_score(text: str, one: Figure, other: Figure, gap: str) -> bool:
    """Two whole numbers with a dash and no unit: 3-2, 80-19, 2-to-1, 50-50."""
    if one.unit or (other.unit and other.form != "count") or other.attributive or one.step != 1 or other.step != 1:
        return False
    if gap == "-to-" or one.value[0] >= other.value[0]:
        return True
    return max(one.value[0], other.value[0]) < 200 and bool(
        re.match(
            r"[ ,.;)]*(?:(?:decision|vote|victory|win|loss|defeat|lead|score|ruling|draw|tie|verdict|in |on |at |against|over|to |$|\n|[.,;)]))",
            text[other.end : other.end + 14],
        ),
    )


def _score(one: Figure, other: Figure) -> Figure:
    return replace(one, end=other.end, number_end=other.number_end, value=(one.value[0], other.value[0]), form="score", unit=None)


def _is_vote(text: str, one: Figure, other: Figure) -> bool:
    """ "voted 51 to 49", "won 3 to 2": two bare whole numbers right behind a verb of deciding, the larger first; "lost 12 to 15 jobs" is a range."""
    bare = one.unit is None and other.unit is None and one.step == other.step == 1 and one.form == other.form == "count"
    return bare and one.value[0] > other.value[0] and _DECIDED.search(text, max(0, one.start - 40), one.start) is not None


def _range(one: Figure, other: Figure) -> Figure | None:
    if one.unit and one.unit != other.unit and not (one.form == "money" or (one.form == "age" and other.unit is None)):
        return None
    low, high = one.value[0], other.value[0]
    # The scale is said once for both: "four to five thousand", "$5-10m".
    if one.scale == 1 and low * other.scale < high:
        low *= other.scale
    if one.form == "money" and other.unit not in (None, one.unit) and other.form != "money":
        return None
    if low >= high:
        return None
    unit, form = (other.unit, other.form) if other.unit else (one.unit, one.form)
    return replace(
        one, end=other.end, number_end=other.number_end, value=(low, high), step=other.step, unit=unit, form=form, attributive=other.attributive
    )
