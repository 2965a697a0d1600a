"""Dates of header lines: labels, bylines and stamps of agencies, papers and pages, with their clock and zone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from claimdiff.model import DateClue, Extent
from claimdiff.values.calendar import MONTHS, WEEKDAYS

AMBIGUOUS = "ambiguous"
"""Order of an all-digit date whose day and month could change places."""
UPDATED = "updated"
"""Order of a date that tells when the page was changed."""
MODIFIED = "modified"
"""Order of a date of metadata that tells when the article was changed."""
EMBARGOED = "embargoed"
"""Order of a date of metadata before which the article must not appear."""
CREATED = "created"
"""Order of a date of metadata that tells when the item or file was made."""

EARLIEST, LATEST = 1605, 2999
"""Years in which news is printed: since the first newspaper, until days can no longer be counted."""
_LAST_SLUG = 2060
"""The last year that two figures of a stamp can mean; beyond it the last century is meant."""
MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
WEEKDAY = "(?:" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_END = r"(?=\d{1,2}:\d\d|updated|modified|published|last\b|\b)"
"""Where a year ends: pages saved as text run it into the clock ("202110:46") or the next label ("2021Updated")."""
DATE = re.compile(
    rf"""(?xi)\b(?:
      (?P<iso>\d{{4}}-\d\d-\d\d)(?!\d)
    | (?P<basic>(?:19|20)\d\d[01]\d[0-3]\d)(?=T\d{{4}}|\s*$)
    | (?P<m1>{MONTH})\s(?P<d1>{_DAY})\b(?:,?\s(?P<y1>(?:19|20)\d\d){_END})?
    | (?P<d2>{_DAY})[\s-](?P<m2>{MONTH}),?(?:[\s-](?P<y2>(?:19|20)\d\d){_END})?
    | (?P<a3>\d{{1,2}})(?P<mark>[/.-])(?P<b3>\d{{1,2}})(?P=mark)(?P<y3>(?:19|20)\d\d|(?<=/)\d\d(?![\d/])){_END}
    | APW?-(?:[A-Z]{{2}}-)?(?P<a4>\d\d)-(?P<b4>\d\d)-(?P<y4>\d\d)\b
    )""",
)
_CLOCK = (
    r"(?P<hour>[012]?\d)[:.](?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d{1,6})?)?\s?(?P<half>[ap]\.?m\b\.?)?"
    r"(?:\s?(?P<zone>Z\b|(?:GMT|UTC)(?:[+-]\d{1,2}(?!\d))?|BST|CES?T|[ECMP][SD]?T\b|IST\b|[+-]\d\d:?\d\d))?"
)
_TIME = re.compile(rf"(?i)(?:T|,?\s(?:at\s)?|\s?[-–|/•]\s?|){_CLOCK}")
_BASIC_TIME = re.compile(r"(?i)T(?P<hour>[012]\d)(?P<minute>[0-5]\d)(?:\d\d)?(?P<half>)(?P<zone>Z\b|[+-]\d\d:?\d\d)?")
_SLUG_TIME = re.compile(r"\s(?P<hour>[012]\d)(?P<minute>[0-5]\d)(?P<half>)\s?(?P<zone>GMT|UTC|E[SD]T)\b")
_TIME_BEFORE = re.compile(rf"(?i)(?<![\d:.]){_CLOCK},?\s(?:on\s)?$")
_SLUG_TIME_BEFORE = re.compile(
    r"(?i)(?<!\d)(?P<hour>[012]\d)(?P<minute>[0-5]\d)(?P<half>)\s(?P<zone>GMT|UTC|E[SD]?T)(?:\s\(\d{4}\s[A-Z]{3,4}\))?,?\s$",
)
"""Twenty-four hours in four figures, as wires and CNN write them: "1046 GMT (1846 HKT) January 12"."""
_LABEL = re.compile(
    r"(?i)(?:^|[\s|•·(]|(?<=\d{4}))(?P<label>(?:first |originally )?(?:published|posted|publication date|date|created|filed|issued|released)|"
    r"(?:last )?(?:updated|modified|edited))"
    r"(?:\s(?:on|at|by [\w.’' -]{1,60}))?\s?[:|]?\s?$",
)
_BESIDE = re.compile(r"(?i)(?:^|\s)by\s+[A-Z]|[|•·]")
_ONLY = re.compile(rf"(?i)^[\s,|•·()-]*(?:{WEEKDAY})?[\s,|•·()-]*$")
_SIGNED = re.compile(r"^,\s(?:The\s)?[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}\s*$")
"""The paper behind its date: "Tuesday January 12 2021, 12.01am, The Courier"."""
_APART = re.compile(r"[\s/|(=,]*")
_AGO = re.compile(r"(?i)^[\s,|•·-]*(?:last )?updated\s[\w ]{1,30}\sago\s*$")
_UPDATED = re.compile(r"(?i)updated|modified|edited")


def in_print(value: str) -> bool:
    """Whether a day, or a year as ``2021-XX-XX``, is one on which news may be printed; ``0001-01-01`` stands for none."""
    return EARLIEST <= int(value[:4]) <= LATEST


def header_clues(line: str, start: int) -> Iterator[DateClue]:
    """The dates of a line that begins at ``start``, where it is one of a header; ambiguous ones with the year alone."""
    for match in DATE.finditer(line):
        clue = _clue(line, match, start) if _is_header(line, match) else None
        if clue:
            yield clue


def _is_header(line: str, match: re.Match[str]) -> bool:
    """Whether a date stands in a header: after a label, beside a byline or a separator, or alone in its line."""
    if has_year(match) is None:
        return False
    before = line[: match.start()]
    if _LABEL.search(_SLUG_TIME_BEFORE.sub("", _TIME_BEFORE.sub("", _without_weekday(before)))):
        return True
    after = _behind(line, match)
    if match["a4"] or (_ONLY.match(before) and any(pattern.match(after) for pattern in (_ONLY, _SIGNED, _AGO))):
        return True
    # A sentence ends in a full stop; "By Ana Ruiz | 12 May 2021" does not.
    return bool(
        _BESIDE.search(before[-80:]) or _BESIDE.match(after.lstrip()) or after.lstrip()[:3].casefold() == "by "
    ) and not line.rstrip().endswith(".")


def _behind(line: str, match: re.Match[str]) -> str:
    """What follows a date and its clock; the same moment told in another zone is no more than they are."""
    time = _time_after(line, match)
    end = time.end() if time else match.end()
    apart = _APART.match(line, end) if time and time["zone"] else None
    again = DATE.match(line, apart.end()) if apart else None
    other = _time_after(line, again) if again else None
    return line[other.end() if other and other["zone"] else end :]


def _without_weekday(before: str) -> str:
    return re.sub(rf"(?i){WEEKDAY},?\s$", "", before[-60:])


def _time_after(line: str, match: re.Match[str]) -> re.Match[str] | None:
    if match["basic"] or match["a4"]:
        return (_BASIC_TIME if match["basic"] else _SLUG_TIME).match(line, match.end())
    return _TIME.match(line, match.end())


def has_year(match: re.Match[str]) -> str | None:
    """The year of a date as written, or the whole of one that has it."""
    return match["iso"] or match["basic"] or match["y1"] or match["y2"] or match["y3"] or match["y4"]


def _clue(line: str, match: re.Match[str], start: int) -> DateClue | None:
    day, order = date_of(match)
    value = day.isoformat() if day else f"{full_year(match['y3'])}-XX-XX" if order == AMBIGUOUS else None
    if value is None:
        return None
    time = _time_after(line, match)
    before = _without_weekday(line[: match.start()])
    told = time or _TIME_BEFORE.search(before) or _SLUG_TIME_BEFORE.search(before)
    clock, zone = _clock(told) if told else (None, None)
    end = time.end() if time else match.end()
    if order != AMBIGUOUS and _UPDATED.search(line[max(0, match.start() - 40) : match.start()]):
        order = UPDATED
    return DateClue("header", value, clock, zone, Extent(start + match.start(), start + end), order)


def full_year(figures: str) -> int:
    """The year of two figures or four."""
    year = int(figures)
    if len(figures) == 4:
        return year
    return year + (2000 if 2000 + year <= _LAST_SLUG else 1900)


def date_of(match: re.Match[str]) -> tuple[date | None, str | None]:
    """The day a match names (its year may be missing: None), and how an all-digit one was read."""
    order = None
    if match["iso"] or match["basic"]:
        digits = re.sub(r"\D", "", match.group())
        year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:8])
    elif match["a4"]:
        # The Associated Press writes its slugs month first.
        year, month, day, order = full_year(match["y4"]), int(match["a4"]), int(match["b4"]), "month-first"
    elif match["a3"]:
        one, other, year = int(match["a3"]), int(match["b3"]), full_year(match["y3"])
        if 0 < one <= 12 and 0 < other <= 12 and one != other:
            return None, AMBIGUOUS
        order = "day-first" if one > 12 else "month-first" if other > 12 else None
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
