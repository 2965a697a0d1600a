"""The words that temporal expressions of each kind begin with, so that ``_expressions`` are tried at these alone; a test holds the two together."""

from __future__ import annotations

import re

from claimdiff.values._holidays import NAMES
from claimdiff.values.calendar import MONTHS, WEEKDAYS
from claimdiff.values.starts import FIGURE

_MONTHS = " ".join(MONTHS)
_WEEKDAYS = " ".join(WEEKDAYS)
_PHASES = "early earlier late later mid the beginning end start"
_ABOUT = "more less fewer nearly almost about around roughly at up over under approximately some an close as just"
_NUMBERS = (
    f"{FIGURE} a an one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
    "twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen half"
)
_VAGUE = "several a some many few countless numerous dozens hundreds thousands tens"
_UNITS = "second minute hour day week fortnight month quarter year decade century"
_HOLIDAYS = " ".join(re.split(r"\W", name, maxsplit=1)[0] for name in NAMES)
_SPELLED_YEARS = "sixteen seventeen eighteen nineteen twenty two"

BEGINNINGS = {
    "game_clock": FIGURE,
    "iso": FIGURE,
    "slashed": FIGURE,
    "month_day": f"{FIGURE} {_WEEKDAYS} {_MONTHS} the week last this next",
    "day_range": f"{FIGURE} {_MONTHS}",
    "month": f"{_MONTHS} {_PHASES} last this next past every each",
    "weekday": f"{_WEEKDAYS} every each early late last this next coming",
    "deictic": "early mid late morning afternoon evening today tonight yesterday tomorrow the last overnight",
    "part_alone": "early mid late the",
    "this_part": "early late this that the",
    "clock": f"{_NUMBERS} about around approximately just shortly nearly noon midday midnight",
    "unit": f"{_PHASES} last past this next coming current previous following that middle",
    "quarter": f"{FIGURE} the this last year next latest fiscal calendar first second third fourth final Q",
    "quarter_ref": "the year latest",
    "the_year": "the",
    "shift": f"{_ABOUT} {_NUMBERS} {_VAGUE} the",
    "next_day": "early late the that",
    "window": f"{_ABOUT} the these last past next coming first final previous following recent opening early latest",
    "one_day": "one some someday",
    "duration": f"{_ABOUT} {_NUMBERS} {_VAGUE} the these",
    "a_duration": f"{_ABOUT} a an half one",
    "plural": _UNITS,
    "ago_vague": f"{_UNITS} many several some a long time",
    "year": f"{FIGURE} {_SPELLED_YEARS} {_PHASES} fiscal financial FY calendar post pre",
    "decade": f"{FIGURE} ' ’ the early mid late",
    "century": f"{FIGURE} the early mid late eighteenth nineteenth twelfth thirteenth fourteenth fifteenth sixteenth seventeenth twentieth",
    "season": "the early mid late spring summer fall autumn winter",
    "year_end": "the year month",
    "set": f"{_NUMBERS} hourly daily nightly weekly fortnightly monthly yearly annually biweekly bimonthly biannually once twice several every each",
    "present": "now currently nowadays these at right the",
    "past": "recently in the recent",
    "future": "the in coming",
    "holiday": f"{FIGURE} last this next the {_HOLIDAYS}",
}
