"""Expressions counted from the publication date or from the date the text speaks of: "yesterday", "last week", "two days ago"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from claimdiff.model import When
from claimdiff.values import _when
from claimdiff.values._absolute import MODS
from claimdiff.values._clock import in_zone, read_clock
from claimdiff.values._durations import amount, duration
from claimdiff.values._nearest import weekday_near
from claimdiff.values._periods import PERIODS
from claimdiff.values._reference import Expression, Reference, Resolver, group

_DEICTIC = {
    "today": (0, None),
    "tonight": (0, "night"),
    "yesterday": (-1, None),
    "tomorrow": (1, None),
    "last night": (-1, "night"),
    "overnight": (0, "overnight"),
    "the day before yesterday": (-2, None),
    "the day after tomorrow": (2, None),
}
_BACK = frozenset({"last", "past", "previous", "the last", "the past", "the previous", "this past"})
_AHEAD = frozenset({"next", "coming", "following", "the next", "the coming", "the following", "this coming"})
_SPOKEN = frozenset({"that", "the same", "that same", "the following", "the previous", "the next", "following", "previous"})
_UP_TO = frozenset({"the last", "the past", "past", "this past"})
_LENGTHS = {"week": timedelta(days=7), "month": timedelta(days=31), "quarter": timedelta(days=92), "year": timedelta(days=366)}
"""How far back "the past year" may reach from publication."""
_IN_A_DAY = {"hour": 24, "minute": 24 * 60, "second": 24 * 60 * 60}


def _weekday(expression: Expression, reference: Reference) -> tuple[When | None, str]:
    match = expression.match
    if group(match, "every") or match["weekday"].casefold().endswith("days") or match["parts"]:
        _, number = weekday_near(match["weekday"], Reference())
        part = group(match, "part")
        return When("SET", f"XXXX-WXX-{number}" + (f"T{_when.DAYPARTS[part][0]}" if part else "")), "weekday set"
    day, shift = weekday_near(match["weekday"], reference, group(match, "rel"))
    part = group(match, "part")
    clock = read_clock(match) if match.groupdict().get("clock") else None
    if day is None:
        suffix = f"T{clock[0]:02}:{clock[1]:02}" if clock else f"T{_when.DAYPARTS[part][0]}" if part else ""
        found = _when.unresolved(f"XXXX-WXX-{shift}{suffix}", "minute" if clock else "daypart" if part else "day", clock=bool(suffix))
        return (in_zone(found, clock, match) if clock else found), "weekday, open"
    rule = "weekday ahead, by tense" if shift > 0 else "last weekday of that name"
    if clock:
        return in_zone(_when.at_clock(day, *clock, shift), clock, match), rule
    if part:
        return _when.at_daypart(day, part, shift), rule
    return _with_phase(_when.on_day(day, shift), expression), rule


def _deictic(expression: Expression, reference: Reference) -> tuple[When | None, str]:
    shift, named = _DEICTIC[expression.match["day"].casefold()]
    part = group(expression.match, "part") or named or _leading_part(expression)
    if reference.published is None:
        suffix = f"T{_when.DAYPARTS[part][0]}" if part else ""
        return _when.unresolved(f"XXXX-XX-XX{suffix}", "daypart" if part else "day", shift, clock=bool(part)), "relative day, open"
    day = reference.published + timedelta(days=shift)
    if part:
        return _when.at_daypart(day, part, shift), "part of a relative day"
    return _with_phase(_when.on_day(day, shift), expression), "relative day"


def _leading_part(expression: Expression) -> str | None:
    """ "mid-afternoon" of "mid-afternoon yesterday"."""
    words = group(expression.match, "before")
    return next((part for part in _when.DAYPARTS if words and words.endswith(part)), None)


def _part_alone(expression: Expression, reference: Reference) -> tuple[When | None, str]:
    """ "By mid-afternoon": of the day spoken of, else of publication; "in the morning" only where something has happened then."""
    match = expression.match
    if not match["phase"] and (reference.direction != "past" or reference.spoken is None):
        return None, ""
    part, day = match["part"].casefold(), reference.spoken or reference.published
    if day is None:
        return _when.unresolved(f"XXXX-XX-XXT{_when.DAYPARTS[part][0]}", "daypart", clock=True), "part of a day, open"
    return _with_phase(_when.at_daypart(day, part), expression), "part of the day spoken of"


def _one_day(expression: Expression, reference: Reference) -> tuple[When | None, str]:
    """ "Will one day be" is no length; where nothing tells which way it looks it is no date either."""
    value = {"past": "PAST_REF", "future": "FUTURE_REF"}.get(reference.direction or "future")
    return _when.unresolved(str(value), "none"), "a day unknown"


def _this_part(expression: Expression, reference: Reference) -> tuple[When | None, str]:
    part, relative = expression.match["part"].casefold(), expression.match["rel"].casefold()
    step = {"the next": 1, "the following": 1, "the previous": -1}.get(relative, 0)
    if relative == "this":
        day, shift = reference.published, 0
    else:
        day, shift = reference.spoken or reference.published, None
    if day is None:
        return _when.unresolved(f"XXXX-XX-XXT{_when.DAYPARTS[part][0]}", "daypart", shift, clock=True), "part of a day, open"
    return _when.at_daypart(day + timedelta(days=step), part, shift), "part of the day spoken of"


def _unit(expression: Expression, reference: Reference) -> tuple[When | None, str]:
    match = expression.match
    relative, unit = (match["rel"] or "the").casefold(), (match["unit"] or match["the"] or match["ofunit"]).casefold()
    step = -1 if relative in _BACK else 1 if relative in _AHEAD else 0
    if unit == "decade" and relative in ("the last", "the past", "past"):
        return When("DURATION", "P10Y", granularity="year"), "window of one"
    spoken = _spoken(reference, unit) if relative in _SPOKEN or match["ofunit"] in ("day", "month") else None
    if spoken is None and reference.published is None:
        return _open_unit(unit, step)
    found = _unit_at(spoken or reference.published or date.min, unit, step)
    if found and spoken is None and reference.published and relative in _UP_TO and unit in _LENGTHS:
        if unit == "week":  # most of the seven days lie in it
            found = _when.in_week(reference.published - timedelta(days=3))
        return _with_phase(_when.up_to(found, reference.published, _LENGTHS[unit]), expression), "calendar unit, or the time up to publication"
    if found and match["fiscal"] and unit in ("year", "quarter"):
        year, _, quarter = found.value.partition("-Q")
        found = _when.in_fiscal_quarter(int(year), int(quarter)) if quarter else _when.in_fiscal_year(int(year))
    rule = "calendar unit spoken of" if spoken else "calendar unit"
    return (_with_phase(found, expression) if found else None), rule


def _spoken(reference: Reference, unit: str) -> date | None:
    """The date spoken of that is exact enough to say which ``unit`` is meant."""
    if unit in ("day", "week", "weekend"):
        return reference.spoken
    return reference.month if unit == "month" else reference.year


def _open_unit(unit: str, step: int) -> tuple[When | None, str]:
    """A unit counted from an unknown day: its form is known, nothing else."""
    if unit in _when.SEASONS:
        return _when.unresolved(f"XXXX-{_when.SEASONS[unit][0]}", "season"), "season, open"
    form = {
        "day": "XXXX-XX-XX",
        "week": "XXXX-WXX",
        "weekend": "XXXX-WXX-WE",
        "month": "XXXX-XX",
        "quarter": "XXXX-QX",
        "year": "XXXX",
        "decade": "XXXX",
        "century": "XXXX",
    }[unit]
    return _when.unresolved(form, "none"), "calendar unit, open"


def _unit_at(base: date, unit: str, step: int) -> When | None:
    if unit == "day":
        return _when.on_day(base + timedelta(days=step))
    if unit == "week":
        return _when.in_week(base + timedelta(weeks=step))
    if unit == "weekend":
        # On a Saturday or Sunday "the weekend" is this one; earlier in the week the last one is meant.
        return _when.on_weekend(base + timedelta(weeks=step) - timedelta(weeks=base.isoweekday() < 5 and step == 0))
    if unit == "month":
        return _when.in_month(base.year, base.month + step)
    if unit == "quarter":
        at = base.year * 4 + (base.month - 1) // 3 + step
        return _when.in_quarter(at // 4, at % 4 + 1)
    if unit in _when.SEASONS:
        return _when.in_season(_season_year(base, unit, step), unit)
    if unit == "decade":
        return _when.in_decade(base.year + 10 * step)
    if unit == "century":
        return _when.in_century((base.year - 1) // 100 + 1 + step)
    return _when.in_year(base.year + step)


def _season_year(base: date, season: str, step: int) -> int:
    """The year in which the season begins that is last, this or next from ``base``."""
    begins = _when.SEASONS[season][1]
    over = (base.month >= begins + 3) if season != "winter" else False
    if step < 0:
        return base.year if over else base.year - 1
    if step > 0:
        return base.year if base.month < begins else base.year + 1
    return base.year


def _shift(expression: Expression, reference: Reference) -> tuple[When | None, str]:
    match = expression.match
    unit = match["unit"].casefold()
    number = amount(match["number"])
    away = group(match, "way") in ("later", "from now", "hence", "afterward", "afterwards")
    anaphoric = group(match, "way") in ("earlier", "later", "before", "afterward", "afterwards", "previously")
    if number is None and anaphoric and away:
        return duration(None, unit), "vague length from the day spoken of"
    if number is None:
        return _when.unresolved("FUTURE_REF" if away else "PAST_REF", "none"), "vague distance"
    base = (_spoken(reference, unit) if anaphoric and away else reference.spoken if anaphoric else None) or reference.published
    if unit in ("second", "minute", "hour") and anaphoric:
        return duration(number, unit, match), "short distance"
    if unit == "year" and number == 1 and reference.quarter and group(match, "way") in ("ago", "earlier", "before"):
        return _when.in_quarter(reference.quarter[0] - 1, reference.quarter[1]), "a year before the quarter spoken of"
    steps = number if away else -number
    if base is None:
        days = {"day": 1, "week": 7, "fortnight": 14}.get(unit)
        return _when.unresolved("XXXX-XX-XX", "day", round(steps * days) if days and not anaphoric else None), "distance, open"
    found = _moved(base, unit, float(steps), own=not anaphoric)
    about = group(match, "about")
    return (
        replace(found, mod="APPROX") if found and about else found
    ), "distance from publication" if base is reference.published else "distance from the day spoken of"


def _moved(base: date, unit: str, steps: float, *, own: bool) -> When | None:
    """``base`` moved by so many units, as exact as the unit."""
    whole = round(steps)
    if unit == "year" and whole != steps:
        return replace(_when.in_month(base.year, base.month + round(12 * steps)), mod="APPROX")
    if unit == "day":
        return _when.on_day(base + timedelta(days=whole), whole if own else None)
    if unit in ("week", "fortnight"):
        return _when.in_week(base + timedelta(weeks=whole * (2 if unit == "fortnight" else 1)))
    if unit == "month":
        return _when.in_month(base.year, base.month + whole)
    if unit == "quarter":
        at = base.year * 4 + (base.month - 1) // 3 + whole
        return _when.in_quarter(at // 4, at % 4 + 1)
    years = {"year": 1, "decade": 10, "centur": 100}.get(unit)
    if years is None:
        days = int(steps / _IN_A_DAY[unit]) if unit in _IN_A_DAY else 0
        return _when.on_day(base + timedelta(days=days), days) if own else None
    year = base.year + round(steps * years)
    if not _when.valid(year):
        return None
    return _when.in_year(year) if unit == "year" else _when.around_year(year, years)


def _next_day(expression: Expression, reference: Reference) -> tuple[When | None, str]:
    match = expression.match
    way = (match["way"] or match["beside"] or "same").casefold()
    step = {"next": 1, "following": 1, "day after": 1, "previous": -1, "day before": -1}.get(way, 0)
    part = group(match, "unit")
    if reference.spoken is None:
        return _when.unresolved("XXXX-XX-XX", "day"), "day beside an unknown day"
    day = reference.spoken + timedelta(days=step)
    if part and part != "day":
        return _when.at_daypart(day, part), "part of the day beside the one spoken of"
    return _when.on_day(day), "day beside the one spoken of"


def _vague_distance(expression: Expression, reference: Reference) -> tuple[When | None, str]:
    match = expression.match
    unit, way = group(match, "unit"), group(match, "way")
    if way in ("later", "afterward", "afterwards"):
        return (duration(None, unit.removesuffix("s")) if unit and unit != "time" else None), "vague length from the day spoken of"
    return _when.unresolved("PAST_REF", "none"), "vague distance"


def _fixed(value: str, rule: str) -> Resolver:
    def resolver(expression: Expression, reference: Reference) -> tuple[When | None, str]:
        return _when.unresolved(value, "none"), rule

    return resolver


def _with_phase(when: When, expression: Expression) -> When:
    phase = group(expression.match, "phase") or group(expression.match, "inphase") or group(expression.match, "ofphase")
    mod = MODS.get(phase or "")
    return replace(when, mod=mod) if mod else when


RELATIVE: dict[str, Resolver] = {
    "weekday": _weekday,
    "deictic": _deictic,
    "this_part": _this_part,
    "unit": _unit,
    **PERIODS,
    "part_alone": _part_alone,
    "one_day": _one_day,
    "shift": _shift,
    "next_day": _next_day,
    "present": _fixed("PRESENT_REF", "present reference"),
    "past": _fixed("PAST_REF", "past reference"),
    "future": _fixed("FUTURE_REF", "future reference"),
    "ago_vague": _vague_distance,
}
"""Resolvers by kind of expression."""
