"""The temporal expressions of English news as regular expressions, one per kind; every one linear."""

from __future__ import annotations

import re

from claimdiff.values._holidays import NAMES
from claimdiff.values._spelled import SPELLED_DAY, SPELLED_YEAR
from claimdiff.values.calendar import MONTHS, WEEKDAYS
from claimdiff.values.game_clocks import GAME_CLOCK
from claimdiff.values.zones import ZONE

_FULL_MONTHS = [name.capitalize() for name in MONTHS if len(name) > 4 or name in ("may", "june", "july")]
_SHORT_MONTHS = [name.capitalize() for name in MONTHS if name not in {m.casefold() for m in _FULL_MONTHS}]
MONTH = (
    "(?:(?:"
    + "|".join([*_FULL_MONTHS, *(name.upper() for name in _FULL_MONTHS)])
    + r")\b|(?:"
    + "|".join(sorted(_SHORT_MONTHS, key=len, reverse=True))
    + r")\b\.?)"
)
WEEKDAY = (
    "(?:(?:"
    + "|".join(name.capitalize() for name in WEEKDAYS if name.endswith("day"))
    + "|"
    + "|".join(name.upper() for name in WEEKDAYS if name.endswith("day"))
    + r")\b|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.(?=[ ,]))"
)
YEAR = r"(?:1[0-9]|20)\d\d"
ANY_YEAR = rf"(?:{YEAR}|{SPELLED_YEAR})"
DAY = r"\d{1,2}(?:st|nd|rd|th)?(?![\d%]|[:,.]\d)"
DAYPART = r"(?:morning|afternoon|evening|night|midday)"
UNIT = r"(?:second|minute|hour|day|week|fortnight|month|quarter|year|decade|centur)"
SEASON = r"(?:spring|summer|fall|autumn|winter)"
ORDINAL = r"(?:first|second|third|fourth|last|1st|2nd|3rd|4th)"
_WORD = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|dozen|half)"
)
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,15}}(?:\.\d{{1,4}})?(?: \d/\d|½|¼|¾)?|(?:an? (?=hundred|thousand|million|dozen|half))?{_WORD}(?:[- ](?:and[- ])?{_WORD}){{0,5}}(?: and a half)?)"
VAGUE = r"(?:several|a few|some|many|few|a couple(?: of)?|a number of|countless|numerous|dozens of|hundreds of|thousands of|tens of)"
ABOUT = (
    r"(?:(?:more than|less than|fewer than|nearly|almost|about|around|roughly|at least|at most|up to|over|under|approximately|some|an estimated|close to|"
    r"as many as|as long as|just|just over|just under)[ ])"
)
PHASE = r"(?:early|earlier|late|later|mid|the beginning of|the start of|the end of|the middle of|beginning of|end of|start of)"
CLOCK = rf"(?:(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))?(?::[0-5]\d)? ?(?P<half>[aApP]\.?\s?[mM]\b\.?){ZONE}|(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?!\d|:\d|\.\d)(?: ?hours| ?hrs)?{ZONE}|(?P<military>(?:[01]\d|2[0-3])[0-5]\d)(?: ?(?:hours|hrs|GMT|UTC)\b(?:[+-]\d{{1,2}}\b)?|(?= (?:local time|\(\d{{4}} GMT)))|(?P<named>(?i:noon|midday|midnight))\b{ZONE}|(?P<oclock>{_WORD}|\d{{1,2}})(?: o['’]clock\b(?: in the (?P<daytime>morning|afternoon|evening)\b)?| in the (?P<daypart>morning|afternoon|evening)\b))"

ELSEWHERE = r"(?:\d{4}|\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?)" + ZONE.removesuffix("?")
"""The same moment by another clock, in brackets."""
HOLIDAY = "|".join(re.escape(name).replace("'", "['’]") for name in sorted(NAMES, key=len, reverse=True))


def _compile(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    return re.compile(pattern, flags)


EXPRESSIONS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("game_clock", GAME_CLOCK),
    (
        "iso",
        _compile(r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::\d\d)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?\b"),
    ),
    ("slashed", _compile(r"(?<![\d/])(?P<one>\d{1,2})(?P<mark>[/.])(?P<other>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)(?![\d/])")),
    (
        "month_day",
        _compile(
            rf"(?:\b(?P<weekday>{WEEKDAY}),? (?:the )?)?(?:\b(?i:(?P<week>(?:the )?week of)|(?P<near>last|this past|this|next)) )?\b(?:(?P<month>{MONTH}) (?P<day>{DAY}|{SPELLED_DAY})(?!,? ?(?:percent|per cent|people|million)\b)(?:,? (?P<year>{ANY_YEAR})\b)?"
            rf"|(?P<day2>{DAY})(?: of)? (?P<month2>{MONTH})(?:,? (?P<year2>{ANY_YEAR})\b)?)(?:,? (?P<rel>last|this|next) year\b)?(?: (?P<part>{DAYPART})\b)?",
        ),
    ),
    (
        "day_range",
        _compile(
            rf"\b(?:(?P<month>{MONTH}) (?P<day>{DAY})(?: ?[-–—] ?| (?:to|through|thru) )(?P<last>{DAY})(?!,? ?(?:percent|per cent|people|million|[ap]\.?m)\b)(?:, (?P<year>{YEAR})\b)?"
            rf"|(?P<day2>{DAY})(?: ?[-–—] ?| to )(?P<last2>{DAY}) (?P<month2>{MONTH})(?:,? (?P<year2>{YEAR})\b)?)",
        ),
    ),
    (
        "month",
        _compile(
            rf"\b(?:(?i:(?P<phase>{PHASE})[- ]|(?P<rel>last|this|next|this past|this coming|past|every|each) ))?(?P<month>{MONTH})"
            rf"(?:(?:,? | of )(?P<year>{ANY_YEAR})\b|,? (?:of )?(?P<yrel>last|this|next|that|the same|the following) year\b)?",
        ),
    ),
    (
        "weekday",
        _compile(
            rf"\b(?:(?i:(?P<every>every|each)) )?(?:(?i:(?P<phase>early|earlier|late|later)) )?(?:(?i:(?P<rel>last|this|next|this past|this coming|coming)) )?"
            rf"(?P<weekday>{WEEKDAY}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days\b)(?: (?P<part>{DAYPART})(?P<parts>s?)\b)?(?:,? (?:at |around |about )?(?P<clock>{CLOCK}))?",
        ),
    ),
    (
        "deictic",
        _compile(
            rf"\b(?:(?P<before>(?:(?:early|mid|late)[- ]?)?(?:morning|afternoon|evening)) )?(?:(?P<phase>early|earlier|late|later) )?(?P<day>today|tonight|yesterday|tomorrow|the day before yesterday|the day after tomorrow|last night|overnight)\b(?: (?P<part>{DAYPART})\b)?",
            re.IGNORECASE,
        ),
    ),
    (
        "part_alone",
        _compile(
            r"\b(?:(?P<phase>early|mid|late)[- ]?(?:in the )?|(?<=in )the )(?P<part>morning|afternoon|evening)\b(?!-| (?:hours|of|after|before|when|sun|sky|rush|light|peak|shift|show|news|paper))",
            re.IGNORECASE,
        ),
    ),
    (
        "this_part",
        _compile(
            r"\b(?:(?P<phase>early|earlier|late|later) )?(?P<rel>this|that|the same|the next|the following|the previous) (?P<part>morning|afternoon|evening|night)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "clock",
        _compile(
            rf"\b(?:(?P<about>about|around|approximately|just after|shortly after|just before|shortly before|nearly) )?(?P<clock>{CLOCK})(?: \({ELSEWHERE}\))?(?:,? (?:on |local time,? )?(?:(?P<weekday>{WEEKDAY})(?!,? {MONTH} \d)\b|(?P<deictic>today|yesterday|tomorrow)\b|(?:{WEEKDAY},? )?(?P<month>{MONTH}) (?P<day>{DAY})(?:,? (?P<year>{YEAR})\b)?))?(?: (?P<part>{DAYPART})\b)?",
        ),
    ),
    (
        "unit",
        _compile(
            rf"\b(?:(?P<phase>early|earlier|late|later|mid|the end of|the beginning of|the start of|end of|start of)[- ]?)?(?:later |earlier )?"
            rf"(?P<rel>the last|the past|the next|the coming|the current|the previous|the following|the same|last|past|this past|this coming|this|next|coming|current|previous|following|that same|that) (?:(?P<fiscal>fiscal |financial )|calendar |full |whole |entire |school )?(?P<unit>week|weekend|month|quarter|year|decade|century|{SEASON})\b(?!-| olds?\b| ago\b| earlier\b| later\b)"
            r"|\bthe (?P<the>weekend)\b"
            rf"|\b(?:(?P<inphase>early|earlier|late|later) in|(?:the )?(?P<ofphase>beginning|start|middle|end) of) the (?P<ofunit>day|week|month|year|decade|century|{SEASON})\b(?! of| ended)",
            re.IGNORECASE,
        ),
    ),
    (
        "quarter",
        _compile(
            rf"\b(?:the |this |last )?(?:(?P<rel>year-ago|year-earlier|this year['’]s|last year['’]s|next year['’]s|latest) )?(?:(?P<yearpre>{YEAR}) )?(?:(?P<fiscal>fiscal )|calendar )?(?P<nth>{ORDINAL}|latest|final)[- ](?P<fiscal2>fiscal[- ])?(?P<what>quarter|half)\b(?!-| (?:hour|time|mile|marathon|of the (?:game|match)))(?:(?: of|,)? (?:(?:(?P<fiscal3>fiscal (?:year )?)|the year )?(?P<year>{YEAR})\b|(?P<yrel>last|this|next|the) year\b))?|\bQ(?P<q>[1-4])\b(?:,? (?P<qyear>{YEAR})\b)?",
            re.IGNORECASE,
        ),
    ),
    (
        "quarter_ref",
        _compile(
            rf"\b(?:the )?(?P<rel>year-ago|year-earlier) (?P<what>quarter|period|month|half)\b|\b(?P<bare>year-ago|year-earlier)\b|\bthe (?P<the>quarter)\b(?!-)(?=(?: ended (?P<month>{MONTH}) (?P<day>{DAY})(?:,? (?P<year>{YEAR})\b)?)?)|\b(?:the )?(?P<latest>latest) period\b",
            re.IGNORECASE,
        ),
    ),
    (
        "the_year",
        _compile(
            rf"\bthe (?:latest |current )?(?:fiscal |financial |full )?(?P<ended>year)(?= (?:ended|ending|to|through) (?:in )?(?:{MONTH}|\d{{1,2}} {MONTH}|tomorrow|today|yesterday))"
            rf"|\bthe (?P<latest>latest )?(?:fiscal |full |full fiscal |financial )(?P<fiscal>year)\b(?! {YEAR})(?!-)"
            r"|(?:(?<=\bfor )|(?<=months of )|(?<=quarter of )|(?<=quarters of )|(?<=half of )|(?<=rest of )|(?<=remainder of )|(?<=balance of )|(?<=most of )|(?<=part of ))"
            rf"the (?P<year>year)\b(?!-| (?:{ANY_YEAR}|ended|ending|before|after|earlier|ago|when|that|to|since|from)\b)"
            r"|(?:(?<=\bfor )|(?<=% on )|(?<=percent on )|(?<=points on ))the (?P<week>week)\b(?!-| (?:of|ended|ending|before|after|when|that|to|ahead|starting|beginning)\b)",
            re.IGNORECASE,
        ),
    ),
    (
        "shift",
        _compile(
            rf"\b(?:(?P<about>{ABOUT})?(?P<number>{NUMBER}|{VAGUE}|an?|the|one)[ -])(?P<unit>{UNIT})(?:s|ies|y)?(?: or so)? (?P<way>ago|earlier|later|before(?! \w)|afterwards?|from now|hence|previously)\b(?! than\b)",
            re.IGNORECASE,
        ),
    ),
    (
        "next_day",
        _compile(
            r"\b(?:(?P<phase>early|earlier|late|later) )?(?:the (?P<way>next|following|previous|same)|that(?: same)?) (?P<unit>day|morning|afternoon|evening|night)\b(?!-)"
            r"|\bthe (?P<beside>day before|day after)\b(?= ?[,.;:)]|$| (?:and|but|when|in|at|to|with|by|as|he|she|it|they|that|for|on)\b)",
            re.IGNORECASE,
        ),
    ),
    (
        "window",
        _compile(
            rf"\b(?:(?P<about>{ABOUT})|(?:the |these ))?(?P<rel>last|past|next|coming|first|final|previous|following|recent|opening|early|latest)[ ](?:(?P<number>{NUMBER}|{VAGUE})[ ])?(?:(?P<season>{SEASON})s|(?P<unit>{UNIT})(?:s|ies))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "one_day",
        _compile(
            r"\b(?:one|some) day\b(?!-| (?:of|after|before|later|ago|earlier|left|until|till|in|per|a|each|every|from|when|at|more|only|long)\b)|\bsomeday\b",
            re.IGNORECASE,
        ),
    ),
    (
        "duration",
        _compile(
            rf"\b(?P<about>{ABOUT})?(?:the |these )?(?:(?P<low>{NUMBER})(?:[-–]| to | or ))?(?P<number>{NUMBER}|{VAGUE})(?:[- ](?P<more>more|additional|full|whole|straight|consecutive|long|short))?[- ](?P<unit>{UNIT})(?P<plural>s|ies|y)?\b(?:[- ](?P<old>olds?|long)\b)?(?P<halfpart> and a half\b)?",
            re.IGNORECASE,
        ),
    ),
    (
        "a_duration",
        _compile(
            rf"\b(?P<about>{ABOUT})?(?:an?|half an?|one)[ ](?P<unit>second|minute|hour|day|week|fortnight|month|year|decade|centur)(?P<plural>y)?\b(?!-| (?:ago|earlier|later|before|old|from now))(?P<halfpart> and a half\b)?",
            re.IGNORECASE,
        ),
    ),
    (
        "plural",
        _compile(
            r"(?<![-\w])(?P<unit>minute|hour|day|week|month|year|decade|centurie)s(?P<long>[- ](?:long|old))?\b(?! (?:ago|earlier|later|old))(?=[ ,.;:)]|$)",
            re.IGNORECASE,
        ),
    ),
    (
        "ago_vague",
        _compile(
            r"\b(?:(?P<much>many|several|some|a few|long) )?(?P<unit>years?|months?|weeks?|days?|hours?|minutes?|decades?|centuries|time) (?P<way>ago|earlier|later|afterwards?)\b|\blong ago\b",
            re.IGNORECASE,
        ),
    ),
    (
        "year",
        _compile(
            rf"(?<![\w$£€,.-])(?:(?P<phase>{PHASE})[- ]|(?:(?P<fiscal>fiscal year|fiscal|financial year|FY ?)|the year|calendar) ?|post-|pre-)?(?P<year>{ANY_YEAR})(?:[-–/](?P<to>\d\d(?:\d\d)?)\b)?(?![\w%]|,\d{{3}}|\.\d|-[a-z])(?=(?P<accounts> (?:fiscal|financial) year\b)?)|\bFY ?['’]?(?P<short>\d\d)\b",
            re.IGNORECASE,
        ),
    ),
    ("decade", _compile(r"(?<![\w$])(?:the )?(?:(?P<phase>early|mid|late)[- ])?(?P<decade>(?:1[0-9]|20)?\d0|['’]\d0)['’]?s\b", re.IGNORECASE)),
    (
        "century",
        _compile(
            r"\b(?:the )?(?:(?P<phase>early|mid|late)[- ])?(?P<nth>\d{1,2}(?:st|nd|rd|th)|(?:eigh|nine|twelf|thir|four|fif|six|seven)teenth|twentieth|twenty-first)[- ]century\b",
            re.IGNORECASE,
        ),
    ),
    (
        "season",
        _compile(
            rf"\b(?:the )?(?:(?P<phase>early|mid|late)[- ])?(?P<season>{SEASON})(?: of)? (?P<year>{ANY_YEAR})\b"
            r"|(?:(?<=\bin )|(?<=\bby )|(?<=since )|(?<=until )|(?<=during )|(?<=into )|(?<=over ))(?:the )?(?:(?P<barephase>early|mid|late)[- ])?(?P<bare>summer|winter|autumn|(?:(?<=the )|(?<=the early )|(?<=the late ))(?:spring|fall))\b(?! of| from)"
            r"|\bthe (?P<phase2>early|mid|late)[- ](?P<bare2>summer|winter|autumn|spring|fall)\b(?! of| from)",
            re.IGNORECASE,
        ),
    ),
    ("year_end", _compile(rf"\b(?:the )?(?P<end>year[- ]end|month[- ]end)(?: (?P<year>{YEAR}))?\b", re.IGNORECASE)),
    (
        "set",
        _compile(
            rf"\b(?:(?P<adverb>hourly|daily|nightly|weekly|fortnightly|monthly|yearly|annually|biweekly|bimonthly|biannually)\b|(?:(?P<times>once|twice|{NUMBER} times|several times) (?:every|each|an?|per)|every|each) (?:(?P<number>{NUMBER}|other|single|few) )?(?P<unit>hour|day|week|weekend|month|quarter|year|summer|winter|spring|fall|morning|night|evening|afternoon)s?\b)",
            re.IGNORECASE,
        ),
    ),
    (
        "present",
        _compile(r"\b(?:now|currently|nowadays|these days|at present|at the moment|right now|the present|at this time(?! of))\b", re.IGNORECASE),
    ),
    (
        "past",
        _compile(
            r"\b(?:(?<!\bas )recently|(?:in )?the past(?=[,.;:]|$| (?:and|but|the|he|she|it|they|we|by|when|to|that|had|has|have|was|is)\b)|the recent past|recent (?:years|months|weeks|days|decades))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "future",
        _compile(
            r"\b(?:the (?:near |not-too-distant |foreseeable )?future|in the near future|the coming (?:years|months|weeks|days)|coming (?:years|months|weeks|days))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "holiday",
        _compile(
            rf"\b(?:(?P<rel>last|this|next) )?(?=(?:the )?[A-Z0-9])(?P<name>(?i:{HOLIDAY}))\b(?: (?P<around>week(?:end)?)\b)?(?:,? (?P<year>{YEAR})\b)?",
        ),
    ),
)

ALSO = _compile(
    rf"(?P<month>{MONTH}) {DAY}(?:, (?P<one>{DAY})(?:, (?P<two>{DAY}))?)?,? (?:and|or) (?P<last>{DAY})"
    rf"(?=[,.;:)]|$| (?:at|in|on|for|when|with|as|to|but|by|after|before|{YEAR})\b)(?:,? (?P<year>{YEAR})\b)?",
)
"""A list of days whose month is written once: "March 9, 10 and 12"."""
