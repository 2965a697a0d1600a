"""Figures that count and measure nothing: dates, clock times, years, phone numbers, names, list numbers."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from claimdiff.model import Extent
from claimdiff.values.calendar import MONTHS
from claimdiff.values.numerals import Numeral
from claimdiff.values.units import currency_signs

_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"

NUMBERED = (
    r"no|nos|number|numbers|num|article|articles|section|sections|chapter|chapters|part|flight|route|interstate|highway|motorway|"
    r"room|seat|suite|apartment|apt|gate|platform|line|bus|train|game|games|round|week|day|page|pages|grade|phase|level|type|class|category|stage|"
    r"volume|vol|episode|season|act|title|rule|amendment|proposition|prop|resolution|bill|measure|channel|channels|studio|area|zone|group|district|ward|precinct|"
    r"version|model|mark|tier|exit|lane|pier|terminal|building|block|unit|box|figure|fig|table|appendix|serial|lot|verse|psalm|formula|post|posts|"
    r"iphone|windows|ps|xbox|boeing|airbus|apollo|group of|big|top|fortune|nasdaq|p|sp|stoxx|topix|csi|asx|ftse|russell|dax|cac|nikkei"
)
"""Words before a figure that make it a name or a place in a list, as alternatives of a pattern."""

_CODES = "|".join(sorted((sign for sign in currency_signs() if sign.isalpha()), key=len, reverse=True))

_PATTERNS = (
    # dates and ranges of dates
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?(?:[ -](?:of )?|(?: ?[-–] ?| to | and )\d{{1,2}}(?:st|nd|rd|th)? ))(?i:{_MONTH})(?:,? ?\d{{4}}\b)?",
    rf"\b(?i:{_MONTH}) ?\d{{1,2}}\b(?!(?:,\d{{3}}|\.\d|%| (?i:percent|per cent|million|billion)))(?:st|nd|rd|th)?(?: ?(?:[-–]|to|and|or|through) ?\d{{1,2}}\b(?! (?i:percent|{_MONTH})))?(?:,? (?:19|20)\d\d\b)?",
    rf"\b(?i:{_MONTH}),? (?:19|20)\d\d\b",
    r"\b\d{4}-\d\d(?:-\d\d)?\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d+(?:[-.]\d+){2,}\b|\b\d{1,4}-(?!to\b|in\b|by\b|of\b|for\b|and\b)[a-z]{1,3}-\d+\b|\b\d{1,3}-[A-Z]\b|\b9/11\b|\b24/7\b|\b7/7\b",
    r"\b(?:19|20)\d\d ?[-–/] ?(?:(?:19|20)\d\d|\d\d)\b(?! (?:points?|votes?))",
    r"\b(?:early |mid-?|late )?['’]?(?:1[5-9]|20)?\d0['’]?s\b",
    r"\bA\.?D\.? ?\d{1,4}(?: (?:and|to|or) (?:A\.?D\.? ?)?\d{1,4}\b(?! [a-z]+s\b))?|\b\d{1,5}(?: ?[-–] ?\d{1,5})? (?:A\.?D|B\.?C(?:\.?E)?|C\.E)\b\.?",
    # clock times
    r"\b[0-2]?\d[:.][0-5]\d(?::[0-5]\d)? ?(?:[aApP]\.?[mM]\b\.?|(?:hrs|hours|GMT|UTC|[ECMP][SD]T)\b)|\b[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?:\.\d+)?\b",
    r"\b\d{1,2}(?: ?[-–] ?\d{1,2})? ?[aApP]\.?[mM]\b\.?|\b\d{1,2} o['’]clock|\b(?:[01]\d|2[0-4])[0-5]\d ?(?:hrs|hours|GMT|UTC|EST|EDT)\b",
    r"\b(?:[01]\d|2[0-4])[0-5]\d(?= ?(?:local\b|\((?:[01]\d|2[0-4])[0-5]\d ?(?:GMT|UTC)))",
    # phone numbers, post codes, addresses, links
    r"\(\d{3}\) ?\d{3}[- ]\d{4}|\b\d{3}[-.]\d{3}[-.]\d{4}\b|\b\d{3}[-.]\d{4}\b|\+\d[\d ()-]{6,18}\d",
    r"\b0\d{2,4}(?:[ -]\d{3,4}){1,3}\b|\b0\d{2,}\b(?![.,]\d)",
    r"(?<![\d$£€¥₹.,])\b\d{10,20}\b(?![.,]\d|%)",  # nobody writes a sum of ten digits in one: files, accounts, posts
    r"\b[A-Z]{2} \d{5}(?:-\d{4})?\b|\b\d{5} ZIP\b|\bZIP(?: [Cc]ode)? \d{5}\b",
    r"\b\d{1,5}(?: [NESW]\.?)?(?: [A-Z0-9][\w.]{0,20}){1,3} (?:St|Street|Ave|Avenue|Road|Rd|Blvd|Boulevard|Lane|Drive|Dr|Square|Place|Court|Way)\b",
    r"https?://\S{1,300}|www\.\S{1,300}|\S{1,80}@\S{1,80}",
    # ordinals, numbered things, names with figures
    r"\b\d+(?:,\d{3})*(?:st|nd|rd|th)\b",
    rf"(?i:\b(?:{NUMBERED})\b\.?) ?(?:#|№)?\d+[A-Za-z]?\b(?:\(\d+\))*(?:(?:,| and| to| or|[-–]) ?\d+\b(?!%| ?(?:percent|per cent)))?(?![\d,.]*(?:\d|%| (?:percent|per cent|million|billion|km|kilomet|miles?|met(?:er|re)s?|feet|people|points)))",
    r"[#№]\d+\b",
    r"\b(?i:version|release|update|windows|android|ios|macos|section|article|chapter|rule|v)\.? ?\d+(?:\.\d+)+\b(?! ?(?:%|percent|per cent))",
    r"\b(?!minus-|sub-)[a-z]{3,}-\d{1,3}s?\b(?![,.]\d|-|%| ?(?:percent|per cent|million|billion))",
    rf"\b(?!(?:US|UK|EU|UN|AT|IN|TO|OF|BY|ON|AS|OR|AND|FOR|ALL|NOW|TOP|HIT|HITS|MAN|MEN|AGE|PM|AM|RS|C|A|I|NZ|HK|AU|CA|{_CODES})\b)[A-Z]{{1,3}} \d{{1,4}}\b(?![,.]\d|%| ?(?:percent|per cent|million|billion))",
    r"\S{0,40}\ufffd\S{0,40}",
    rf"(?<!\$)\b(?!(?:{_CODES})\d)[A-Za-z]+\d[\w-]*|\b[A-Z][A-Za-z]{{0,12}}[-–]\d+[\w]*(?![\w,]*\d{{3}})\b|(?<![$£€¥₹])\b\d+(?![CFLMVW]\b)[A-Z]\b(?!\w)|\b\d[Gg]\b|\b\d+[xX×]\d+\b|\b[A-Z]{{1,4}}\.\d+\b",
    r"(?<![^\r\n])[ \t]*\(?\d{1,2}[.)](?= )",
    r"\b(?i:(?:one|two|three|four|five|six|seven|eight|nine|ten|double|triple)-(?:figure|digit|party|time|way|sided|dimensional|star|tier|off))s?\b",
    r"\b(?i:nine[- ]to[- ]five|no one|one another|one-on-one|one by one|one of|at one point|one thing|the one|this one|that one|any ?one|every ?one|zero in on|square one|day one)\b",
    r"\b(?i:call(?:ed|ing|s)?|dial(?:led|ed|ling|ing|s)?) (?:911|999|112|000)\b",
    r"\bOne day\b|\b(?i:will|would|may|might|can|could|to|that) one day\b",
    r"\b(?i:(?:a )?hundred ?per ?cent sure|a million times|thousand-yard)\b",
)
_TRAP = re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS))

_WORD = re.compile(r"\S+")
_LEADING = 2
"""Words that stand before the first numeral of a trap at most: "ZIP Code 20500", "group of 7"."""

_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|until|till|by|from|of|during|for|after|before|around|circa|late|early|mid|summer|spring|autumn|fall|winter|fiscal|year|the|and|to|through|between|"
    r"vintage|class of|back in|christmas|as of|its|his|her|their|our|that|a|an|new)[ -]$|[(‘’'/–-]$|^$|[,;] $|\.\s$",
    re.IGNORECASE,
)


def traps(text: str, numerals: Iterable[Numeral]) -> list[Extent]:
    """Stretches of ``text`` whose figures are no quantities, in order, not overlapping; linear in its length.

    Args:
        text: what is read.
        numerals: those of ``text``, in order; what traps none of them is not told.
    """
    words = [match.start() for match in _WORD.finditer(text)]
    found: list[Extent] = []
    at = 0
    for numeral in numerals:
        word = bisect_right(words, numeral.start) - 1
        at = max(at, words[word - _LEADING] if word >= _LEADING else 0)
        while at <= numeral.start:
            trap = _TRAP.match(text, at)
            if trap:
                found.append(Extent(*trap.span()))
            at = trap.end() if trap else at + 1
    return found


def inside(extent: Extent, found: list[Extent]) -> bool:
    """Whether ``extent`` begins inside one of ``found`` (sorted)."""
    at = bisect_left(found, Extent(extent.start + 1, 0)) - 1
    return at >= 0 and found[at].start <= extent.start < found[at].end


def may_be_year(text: str, start: int, end: int) -> bool:
    """Whether the figure in ``text[start:end]`` is written as years are: four digits of the last or next centuries, no separator."""
    figure = text[start:end]
    return len(figure) == 4 and figure.isascii() and figure.isdigit() and "1400" <= figure <= "2100" and text[end : end + 1] not in ("%", ".0")


def after_year_word(text: str, start: int) -> bool:
    """Whether the words before offset ``start`` are such as stand before a year ("since", "in")."""
    return bool(_YEAR_BEFORE.search(text[max(0, start - 16) : start]))
