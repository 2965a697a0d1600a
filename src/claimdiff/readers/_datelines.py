"""Datelines: where and when a report was filed, before its first word ("LONDON, Jan 12 (Reuters) -")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from claimdiff.model import DateClue, Extent
from claimdiff.readers._header_dates import DATE, MONTH, WEEKDAY, date_of, has_year
from claimdiff.values.calendar import MONTHS

_PLACE = r"[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+){0,3}"
_REGION = rf"(?:,[ ](?!(?i:{WEEKDAY}|{MONTH}))[A-Z][\w.]{{1,15}}(?:[ ][A-Z][\w.]{{1,15}}){{0,2}})?"
_FILED_ON = rf"{MONTH}[ ]\d{{1,2}}(?:,[ ](?:19|20)\d\d)?|\d{{1,2}}[ ]{MONTH}(?:[ ](?:19|20)\d\d)?"
_FILED = rf"(?:,[ ](?P<filed>(?:{WEEKDAY},?[ ])?(?:{_FILED_ON})))?"
_AGENCY = r"\((?P<agency>[A-Z][\w&/.’' -]{1,40}|dpa)\)"
_DASH = r"(?:[ ]?(?:–|—|--|_|:)|[ ]-|-(?=\s|$))(?=[\s\w“\"‘'`-]|$)"
"""A lone hyphen has a space on one side: "BC-Orlo-Bank" is a slug."""
_DATELINE = re.compile(
    rf"[ \t]*(?P<line>(?P<place>{_PLACE}{_REGION})(?i:{_FILED}),?(?:[ ]?{_AGENCY})?(?P<dash>{_DASH}))",
)
_AGENCY_DATELINE = re.compile(
    rf"[ \t]*(?P<line>(?P<place>[A-Z][\w.’'-]+(?:[ ][A-Z][\w.’'-]+){{0,3}}{_REGION})(?i:{_FILED}),?[ ]?{_AGENCY}(?P<dash>{_DASH}))",
)
_WIRES = "Reuters|AP|AFP|UPI|Xinhua|dpa|EFE|ANSA|Bloomberg|CNN|IANS|PTI"
_PLACELESS = re.compile(
    rf"(?i:[ \t]*(?P<line>(?:(?P<filed>{_FILED_ON})[ ])?\((?P<agency>{_WIRES})\)(?P<dash>{_DASH})))(?P<place>)",
)
_SLASHED = re.compile(rf"[ \t]*(?P<line>(?P<place>{_PLACE}{_REGION})(?i:{_FILED})\.[ ]/(?P<agency>[A-Z][\w-]{{1,20}})/(?P<dash>\.))")
_NO_PLACE = frozenset(
    """BREAKING UPDATE UPDATED EXCLUSIVE WATCH VIDEO LIVE CORRECTED CORRECTION ANALYSIS FACTBOX OPINION REVIEW EDITORIAL INTERVIEW
    FEATURE SPECIAL REPORT ALERT NEWS PHOTOS SUMMARY NOTE COLUMN EXPLAINER TIMELINE POLL""".split(),
)
"""Slugs that stand where a place would."""


def _match_dateline(line: str) -> re.Match[str] | None:
    for pattern in (_DATELINE, _AGENCY_DATELINE, _SLASHED, _PLACELESS):
        match = pattern.match(line)
        # "LONDON:" opens a list as often as a report; a colon needs an agency or a date beside it.
        if match and match["place"].partition(" ")[0] not in _NO_PLACE and (match["filed"] or match["agency"] or ":" not in match["dash"]):
            return match
    return None


def place_in(line: str) -> str | None:
    """Where a dateline says that its report was filed."""
    match = _match_dateline(line)
    return (match["place"] or None) if match else None


def dateline(line: str, start: int) -> DateClue | None:
    """The dateline a line begins with, if it begins with one."""
    match = _match_dateline(line)
    if not match:
        return None
    value = "XXXX-XX-XX"
    filed = DATE.search(match["filed"]) if match["filed"] else None
    if filed:
        value = _yearless(filed)
    return DateClue("dateline", value, extent=Extent(start + match.start("line"), start + match.end("line")))


def _yearless(match: re.Match[str]) -> str:
    """ISO date of a dateline, ``XXXX-01-11`` where no year is written, all X where there is no such day."""
    day, _ = date_of(match)
    if day:
        return day.isoformat()
    name, figure = (match["m1"], match["d1"]) if match["m1"] else (match["m2"], match["d2"])
    month, number = MONTHS[name.rstrip(".").casefold()], int(re.sub(r"\D", "", figure))
    try:
        date(2000, month, number)
    except ValueError:
        return "XXXX-XX-XX"
    return f"XXXX-{month:02}-{number:02}" if not has_year(match) else "XXXX-XX-XX"


def with_year(filed: DateClue, clues: Sequence[DateClue]) -> DateClue:
    """A dateline takes the year that brings it nearest to the header's date, the best of ``clues`` first."""
    header = next((clue for clue in clues if "X" not in clue.value), None)
    if header is None or not filed.value.startswith("XXXX-") or "XX-XX" in filed.value:
        return filed
    published = date.fromisoformat(header.value)
    month, day = int(filed.value[5:7]), int(filed.value[8:])
    candidates = []
    for year in (published.year - 1, published.year, published.year + 1):
        try:
            candidates.append(date(year, month, day))
        except ValueError:
            continue
    nearest = min(candidates, key=lambda candidate: abs((candidate - published).days), default=None)
    return replace(filed, value=nearest.isoformat()) if nearest else filed
