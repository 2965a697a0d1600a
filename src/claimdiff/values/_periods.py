"""Periods of business: quarters, halves, fiscal years, "the year" and "the week" of accounts and markets."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from claimdiff.model import When
from claimdiff.values import _when
from claimdiff.values._nearest import near
from claimdiff.values._reference import Expression, Reference, Resolver, group
from claimdiff.values._spelled import day_of
from claimdiff.values.calendar import MONTHS

_BARELY_BEGUN = 22
"""Day of its first month up to which a quarter has only just begun."""
_FISCAL = re.compile(r"fiscal|financial", re.IGNORECASE)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "final": 4, "last": 4}


def _quarter(expression: Expression, reference: Reference) -> tuple[When | None, str]:
    match = expression.match
    if match["q"]:
        nth, what, year = int(match["q"]), "quarter", match["qyear"]
    else:
        what, year = match["what"].casefold(), match["year"] or match["yearpre"]
        nth = _ORDINALS.get(match["nth"].casefold(), 0)
    if what == "half" and not (year or group(match, "yrel")):
        return None, ""  # of a match as often as of a year
    found_year = _quarter_year(expression, reference, nth, int(year) if year else None)
    if found_year is None:
        return _when.unresolved(
            f"XXXX-{'Q' if what == 'quarter' else 'H'}{nth or 'X'}", "quarter" if what == "quarter" else "half"
        ), "quarter without a year"
    if nth == 0:
        return (_latest_quarter(reference.published), "latest quarter") if reference.published else (None, "")
    if what == "half":
        return (_when.in_half(found_year, min(nth, 2)) if nth in (1, 2, 4) else None), "half of a year"
    if match["fiscal"] or match["fiscal2"] or match["fiscal3"]:
        return _when.in_fiscal_quarter(found_year, nth), "fiscal quarter"
    return _when.in_quarter(found_year, nth), "quarter that has begun"


def _quarter_year(expression: Expression, reference: Reference, nth: int, year: int | None) -> int | None:
    """The year of a quarter: the one said, else this one if the quarter has begun, else the last (98 of 100 in news)."""
    if year is not None:
        return year
    published = reference.published
    if published is None:
        return None
    relative = group(expression.match, "yrel") or group(expression.match, "rel") or ""
    if relative.startswith(("last", "year-")):
        return published.year - 1
    if relative.startswith("next"):
        return published.year + 1
    begun = (nth - 1) * 3 < published.month or reference.direction == "future"
    if reference.direction == "past" and begun and nth and published < date(published.year, 3 * nth - 2, _BARELY_BEGUN):
        begun = False  # nobody sums up a quarter that has just begun
    return published.year if begun or relative.startswith("this") else published.year - 1


def _quarter_ref(expression: Expression, reference: Reference) -> tuple[When | None, str]:
    match = expression.match
    if match["month"]:
        return _quarter_ended(match, reference)
    if reference.quarter:
        year, nth = reference.quarter
        return _when.in_quarter(year if match["the"] or match["latest"] else year - 1, nth), "quarter spoken of"
    if reference.published is None:
        return _when.unresolved("XXXX-QX", "quarter"), "quarter, open"
    if match["bare"]:
        return _when.in_year(reference.published.year - 1), "a year earlier"
    back = 5 if match["rel"] else 1
    return _latest_quarter(reference.published, back), "latest quarter" if back == 1 else "latest quarter, a year earlier"


def _latest_quarter(published: date, back: int = 1) -> When:
    """The last quarter that was over at publication, or the one so many quarters before the current."""
    at = published.year * 4 + (published.month - 1) // 3 - back
    return _when.in_quarter(at // 4, at % 4 + 1)


def _quarter_ended(match: re.Match[str], reference: Reference) -> tuple[When | None, str]:
    """The calendar quarter that holds most of the three months to the day named."""
    month, day = MONTHS[match["month"].rstrip(".").casefold()], day_of(match["day"])
    ended = date(int(match["year"]), month, day) if match["year"] else near(month, day, replace(reference, direction="past"))
    if ended is None:
        return _when.unresolved("XXXX-QX", "quarter"), "quarter, open"
    middle = ended - timedelta(days=45)
    return _when.in_quarter(middle.year, (middle.month + 2) // 3), "quarter that ended then"


def _the_year(expression: Expression, reference: Reference) -> tuple[When | None, str]:
    """ "The year ended June 30" lasts a year; "for the year" is the one of the quarter spoken of, else of publication."""
    match = expression.match
    if match["ended"]:
        return When("DURATION", "P1Y", granularity="year"), "year that ended then"
    if match["week"]:
        return _the_week(reference)
    if reference.published is None:
        return _when.unresolved("XXXX", "none"), "year, open"
    year = reference.quarter[0] if reference.quarter else reference.published.year
    year -= bool(match["latest"])
    return (_when.in_fiscal_year(year) if _FISCAL.search(match.group()) else _when.in_year(year)), "year of account"


def _the_week(reference: Reference) -> tuple[When | None, str]:
    """The week that markets look back on: on a Monday the last one."""
    if reference.published is None:
        return _when.unresolved("XXXX-WXX", "none"), "week, open"
    return _when.in_week(reference.published - timedelta(days=1)), "week of account"


PERIODS: dict[str, Resolver] = {"quarter": _quarter, "quarter_ref": _quarter_ref, "the_year": _the_year}
"""Resolvers by kind of expression."""
