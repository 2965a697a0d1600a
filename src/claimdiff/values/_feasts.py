"""Feasts of the Christian, Islamic, Hebrew and Chinese calendars: which days of ours they take, by maintained libraries.

Easter is python-dateutil's, the Islamic days are hijridate's (the Umm al-Qura calendar of Saudi Arabia), the Hebrew ones
pyluach's, the Chinese ones Borax's; each is imported when a text names such a feast. Where a new moon must be seen, the
day may differ by one from place to place. Diwali is read by no library small enough to be carried for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal

from claimdiff.model import When
from claimdiff.values import _when

_DAY = timedelta(days=1)
_RAMADAN = 30


@dataclass(frozen=True, slots=True)
class _Feast:
    """Month and day of its calendar (for Easter the days from it in ``day``), and how many days it lasts."""

    calendar: Literal["easter", "orthodox", "islamic", "hebrew", "chinese"]
    month: int
    day: int
    days: int = 1


_EASTER = {
    "shrove tuesday": -47,
    "mardi gras": -47,
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "ascension day": 39,
    "pentecost": 49,
}
_FITR, _ADHA = _Feast("islamic", 10, 1, 3), _Feast("islamic", 12, 10, 4)
FEASTS: dict[str, tuple[_Feast, ...]] = {
    **{name: (_Feast("easter", 0, shift),) for name, shift in _EASTER.items()},
    "orthodox easter": (_Feast("orthodox", 0, 0),),
    "ramadan": (_Feast("islamic", 9, 1, _RAMADAN),),
    **dict.fromkeys(("eid al-fitr", "eid ul-fitr", "eid-al-fitr", "eid al fitr"), (_FITR,)),
    **dict.fromkeys(("eid al-adha", "eid ul-adha", "eid-al-adha", "eid al adha"), (_ADHA,)),
    "eid": (_FITR, _ADHA),
    "islamic new year": (_Feast("islamic", 1, 1),),
    **dict.fromkeys(("ashura", "ashoura"), (_Feast("islamic", 1, 10),)),
    "purim": (_Feast("hebrew", 12, 14),),
    **dict.fromkeys(("passover", "pesach"), (_Feast("hebrew", 1, 15, 8),)),
    "shavuot": (_Feast("hebrew", 3, 6, 2),),
    "tisha b'av": (_Feast("hebrew", 5, 9),),
    "rosh hashanah": (_Feast("hebrew", 7, 1, 2),),
    "yom kippur": (_Feast("hebrew", 7, 10),),
    "sukkot": (_Feast("hebrew", 7, 15, 7),),
    **dict.fromkeys(("hanukkah", "chanukah"), (_Feast("hebrew", 9, 25, 8),)),
    **dict.fromkeys(("lunar new year", "chinese new year"), (_Feast("chinese", 1, 1),)),
    "dragon boat festival": (_Feast("chinese", 5, 5),),
    "mid-autumn festival": (_Feast("chinese", 8, 15),),
}
"""Feasts by name, lower case; "Eid" alone may be either."""


def is_moonlit(name: str) -> bool:
    """Whether the day of a feast depends on the sighting of the moon."""
    return FEASTS[name][0].calendar == "islamic"


def days_of(name: str, year: int) -> list[When]:
    """A feast as it falls in a year of our calendar, or begins in it: none, one or, of the Islamic ones, two times."""
    return [_when_of(feast, day) for feast in FEASTS[name] for day in _first_days(feast, year)]


def _when_of(feast: _Feast, day: date) -> When:
    """One day has the day's value, more have both ends; the interval takes in the evening before, and what the moon may shift."""
    found = _when.on_day(day)
    last = day + (feast.days - 1) * _DAY
    long = feast.days > 1 and feast not in (_FITR, _ADHA)  # the feast of Eid is its first day, which others follow
    early = feast.calendar in ("islamic", "hebrew")
    late = 1 + (feast.calendar == "islamic")
    return replace(
        found,
        value=f"{day}/{last}" if long else found.value,
        mod="APPROX" if feast.calendar == "islamic" else None,
        start=datetime.combine(day - early * _DAY, time()),
        before=datetime.combine(last + late * _DAY, time()),
    )


@lru_cache(maxsize=256)
def _first_days(feast: _Feast, year: int) -> tuple[date, ...]:
    candidates = {"easter": _easter, "orthodox": _easter, "islamic": _islamic, "hebrew": _hebrew, "chinese": _chinese}[feast.calendar]
    return tuple(day for day in candidates(feast, year) if day.year == year)


def _easter(feast: _Feast, year: int) -> Iterator[date]:
    from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

    yield easter(year, EASTER_ORTHODOX if feast.calendar == "orthodox" else EASTER_WESTERN) + feast.day * _DAY


def _islamic(feast: _Feast, year: int) -> Iterator[date]:
    from hijridate import Hijri

    first = round((year - 622) * 33 / 32)
    for hijri in range(first - 1, first + 3):
        try:
            yield Hijri(hijri, feast.month, feast.day).to_gregorian()
        except (OverflowError, ValueError):  # beyond the tables, which cover 1924 to 2077
            continue


def _hebrew(feast: _Feast, year: int) -> Iterator[date]:
    from pyluach.dates import HebrewDate
    from pyluach.hebrewcal import Year

    for hebrew in (year + 3760, year + 3761):
        # Purim is kept in the second Adar of a leap year.
        month = 13 if feast.month == 12 and Year(hebrew).leap else feast.month
        yield HebrewDate(hebrew, month, feast.day).to_pydate()


def _chinese(feast: _Feast, year: int) -> Iterator[date]:
    from borax.calendars.lunardate import LunarDate

    if 1901 <= year <= 2099:
        yield LunarDate(year, feast.month, feast.day).to_solar_date()
