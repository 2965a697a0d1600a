"""The publication date of an article, from its header lines and its dateline. Every clue is kept, the best one believed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from claimdiff.model import DateClue, Extent, PublishedFrom
from claimdiff.values.calendar import MONTHS, WEEKDAYS

_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = "(?:" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"""(?xi)\b(?:
      (?P<iso>\d{{4}}-\d\d-\d\d)(?!\d)
    | (?P<m1>{_MONTH})\s(?P<d1>{_DAY})\b(?:,?\s(?P<y1>(?:19|20)\d\d)\b)?
    | (?P<d2>{_DAY})\s(?P<m2>{_MONTH}),?(?:\s(?P<y2>(?:19|20)\d\d)\b)?
    | (?P<a3>\d{{1,2}})[/.](?P<b3>\d{{1,2}})[/.](?P<y3>(?:19|20)\d\d)\b
    )""",
)
_CLOCK = (
    r"(?P<hour>[012]?\d)[:.](?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d{1,6})?)?\s?(?P<half>[ap]\.?m\b\.?)?"
    r"(?:\s?(?P<zone>Z\b|GMT|UTC|BST|CES?T|[ECMP][SD]?T\b|IST\b|[+-]\d\d:?\d\d))?"
)
_TIME = re.compile(rf"(?i)(?:T|,?\s(?:at\s)?){_CLOCK}")
_TIME_BEFORE = re.compile(rf"(?i)(?<![\d:.]){_CLOCK},?\s(?:on\s)?$")
_LABEL = re.compile(
    r"(?i)(?:^|[\s|•·(])(?P<label>(?:first |originally )?(?:published|posted|publication date|date|created|filed)|(?:last )?(?:updated|modified|edited))"
    r"(?:\s(?:on|at|by [\w.’' -]{1,60}))?\s?[:|]?\s?$",
)
_BESIDE = re.compile(r"(?i)(?:^|\s)by\s+[A-Z]|[|•·]")
_ONLY = re.compile(rf"(?i)^[\s,|•·()-]*(?:{_WEEKDAY})?[\s,|•·()-]*$")
_UPDATED = re.compile(r"(?i)updated|modified|edited")

_RANKS: tuple[PublishedFrom, ...] = ("flag", "metadata", "header", "dateline")
"""The most believed first."""

_LINES = 14
"""Lines, not counting blank ones, in which a header or a dateline is looked for."""
_PROSE = 240
"""Characters from which a line is prose, where dates are those of the story."""

_PLACE = r"[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+){0,3}"
_REGION = rf"(?:,[ ](?!(?i:{_WEEKDAY}|{_MONTH}))[A-Z][\w.]{{1,15}}(?:[ ][A-Z][\w.]{{1,15}}){{0,2}})?"
_FILED_ON = rf"{_MONTH}[ ]\d{{1,2}}(?:,[ ](?:19|20)\d\d)?|\d{{1,2}}[ ]{_MONTH}(?:[ ](?:19|20)\d\d)?"
_FILED = rf"(?:,[ ](?P<filed>(?:{_WEEKDAY},?[ ])?(?:{_FILED_ON})))?"
_AGENCY = r"\((?P<agency>[A-Z][\w&/.’' -]{1,40})\)"
_DASH = r"[ ]?(?:–|—|--?|_|:)(?=[\s\w“\"‘'`]|$)"
_DATELINE = re.compile(
    rf"[ \t]*(?P<line>(?P<place>{_PLACE}{_REGION})(?i:{_FILED}),?(?:[ ]?{_AGENCY})?(?P<dash>{_DASH}))",
)
_AGENCY_DATELINE = re.compile(
    rf"[ \t]*(?P<line>(?P<place>[A-Z][\w.’'-]+(?:[ ][A-Z][\w.’'-]+){{0,3}}{_REGION})(?i:{_FILED}),?[ ]?{_AGENCY}(?P<dash>{_DASH}))",
)
_NO_PLACE = frozenset(
    """BREAKING UPDATE UPDATED EXCLUSIVE WATCH VIDEO LIVE CORRECTED CORRECTION ANALYSIS FACTBOX OPINION REVIEW EDITORIAL INTERVIEW
    FEATURE SPECIAL REPORT ALERT NEWS PHOTOS SUMMARY NOTE COLUMN EXPLAINER TIMELINE POLL""".split(),
)
"""Slugs that stand where a place would."""


def find_clues(text: str) -> tuple[list[DateClue], list[str]]:
    """Every date in a header line and in the dateline, in text order, and a sentence for each that could not be read for certain."""
    clues: list[DateClue] = []
    doubts: list[str] = []
    filed: DateClue | None = None
    for start, line in _top_lines(text):
        filed = filed or _dateline(line, start)
        if filed and filed.extent and filed.extent.start >= start:
            break
        if len(line) > _PROSE:
            continue
        for match in _DATE.finditer(line):
            if not _is_header(line, match):
                continue
            clue, doubt = _clue(line, match, start)
            clues += [clue] if clue else []
            doubts += [doubt] if doubt else []
    if filed:
        clues.append(_with_year(filed, clues))
    return clues, doubts


def rank(clues: Sequence[DateClue], published: date | None) -> tuple[date | None, PublishedFrom, tuple[DateClue, ...]]:
    """The publication date, what it comes from, and all clues with the believed ones first (flag > header > dateline > updated)."""
    ordered = sorted(clues, key=_rank)
    if published is not None:
        return published, "flag", (DateClue("flag", published.isoformat()), *ordered)
    for clue in ordered:
        if "X" not in clue.value:
            return date.fromisoformat(clue.value), clue.kind, tuple(ordered)
    return None, "none", tuple(ordered)


def place_of(text: str, clues: Sequence[DateClue]) -> str | None:
    """Where the dateline says the article was filed."""
    for clue in clues:
        if clue.kind == "dateline" and clue.extent:
            match = _match_dateline(text[clue.extent.start : clue.extent.end + 1])
            return match["place"] if match else None
    return None


def _rank(clue: DateClue) -> tuple[int, int]:
    # An "updated" line tells when the page changed, so it is believed only where nothing else is said.
    late = clue.kind == "header" and clue.order == "updated"
    return len(_RANKS) if late else _RANKS.index(clue.kind), clue.extent.start if clue.extent else 0


def _top_lines(text: str) -> Iterator[tuple[int, str]]:
    at = seen = 0
    for line in re.split(r"(\r\n|\n|\r)", text[:20_000]):
        if line.strip():
            seen += 1
            yield at, line
        at += len(line)
        if seen >= _LINES:
            return


def _is_header(line: str, match: re.Match[str]) -> bool:
    """Whether a date stands in a header: after a label, beside a byline or a separator, or alone in its line."""
    if _has_year(match) is None:
        return False
    before = line[: match.start()]
    if _LABEL.search(_TIME_BEFORE.sub("", _without_weekday(before))):
        return True
    time = _TIME.match(line, match.end())
    after = line[time.end() if time else match.end() :]
    if _ONLY.match(before) and _ONLY.match(after):
        return True
    # A sentence ends in a full stop; "By Ana Ruiz | 12 May 2021" does not.
    return bool(
        _BESIDE.search(before[-80:]) or _BESIDE.match(after.lstrip()) or after.lstrip()[:3].casefold() == "by "
    ) and not line.rstrip().endswith(".")


def _without_weekday(before: str) -> str:
    return re.sub(rf"(?i){_WEEKDAY},?\s$", "", before[-60:])


def _has_year(match: re.Match[str]) -> str | None:
    return match["iso"] or match["y1"] or match["y2"] or match["y3"]


def _clue(line: str, match: re.Match[str], start: int) -> tuple[DateClue | None, str | None]:
    day, order = _date_of(match)
    if day is None:
        words = match.group()
        doubt = f"“{words}” can be read day first or month first; give the date with --date" if order == "ambiguous" else None
        return None, doubt
    time = _TIME.match(line, match.end())
    told = time or _TIME_BEFORE.search(_without_weekday(line[: match.start()]))
    clock, zone = _clock(told) if told else (None, None)
    end = time.end() if time else match.end()
    if _UPDATED.search(line[max(0, match.start() - 40) : match.start()]):
        order = "updated"
    return DateClue("header", day.isoformat(), clock, zone, Extent(start + match.start(), start + end), order), None


def _date_of(match: re.Match[str]) -> tuple[date | None, str | None]:
    """The day a match names (its year may be missing: None), and how an all-digit one was read."""
    order = None
    if match["iso"]:
        year, month, day = (int(part) for part in match["iso"].split("-"))
    elif match["a3"]:
        one, other, year = int(match["a3"]), int(match["b3"]), int(match["y3"])
        if one <= 12 and other <= 12 and one != other:
            return None, "ambiguous"
        order = "day-first" if one > 12 else "month-first"
        day, month = (one, other) if one > 12 else (other, one)
    else:
        name, figure, written = (match["m1"], match["d1"], match["y1"]) if match["m1"] else (match["m2"], match["d2"], match["y2"])
        if written is None:
            return None, None
        year, month, day = int(written), MONTHS[name.rstrip(".").casefold()], int(re.sub(r"\D", "", figure))
    try:
        return date(year, month, day), order
    except ValueError:
        return None, None


def _clock(match: re.Match[str]) -> tuple[str | None, str | None]:
    hour = int(match["hour"])
    half = (match["half"] or "").casefold()[:1]
    if hour > (12 if half else 23):
        return None, None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{match['minute']}", match["zone"]


def _match_dateline(line: str) -> re.Match[str] | None:
    for pattern in (_DATELINE, _AGENCY_DATELINE):
        match = pattern.match(line)
        # "LONDON:" opens a list as often as a report; a colon needs an agency or a date beside it.
        if match and match["place"].split()[0] not in _NO_PLACE and (match["filed"] or match["agency"] or ":" not in match["dash"]):
            return match
    return None


def _dateline(line: str, start: int) -> DateClue | None:
    match = _match_dateline(line)
    if not match:
        return None
    value = "XXXX-XX-XX"
    filed = _DATE.search(match["filed"]) if match["filed"] else None
    if filed:
        value = _yearless(filed)
    return DateClue("dateline", value, extent=Extent(start + match.start("line"), start + match.end("line")))


def _yearless(match: re.Match[str]) -> str:
    """ISO date of a dateline, ``XXXX-01-11`` where no year is written, all X where there is no such day."""
    day, _ = _date_of(match)
    if day:
        return day.isoformat()
    name, figure = (match["m1"], match["d1"]) if match["m1"] else (match["m2"], match["d2"])
    month, number = MONTHS[name.rstrip(".").casefold()], int(re.sub(r"\D", "", figure))
    try:
        date(2000, month, number)
    except ValueError:
        return "XXXX-XX-XX"
    return f"XXXX-{month:02}-{number:02}" if not _has_year(match) else "XXXX-XX-XX"


def _with_year(filed: DateClue, clues: Sequence[DateClue]) -> DateClue:
    """A dateline takes the year that brings it nearest to the header's date."""
    header = next((clue for clue in sorted(clues, key=_rank) if "X" not in clue.value), None)
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
