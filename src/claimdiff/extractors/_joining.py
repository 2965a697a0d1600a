"""Numerals that make one: a range ("10 to 15 years"), a score ("3-2"), a share ("one in five"); and units said once for two."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from claimdiff.extractors._figure import Figure
from claimdiff.extractors._traps import may_be_year

_DASH = re.compile(r" ?[-–—] ?|[ -]to-|- to ")
_VOTES_TO = re.compile(r" votes? to ", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s(?:the |a |about |around |some |nearly |almost )?$", re.IGNORECASE)
_NOUN_BEHIND = re.compile(
    r" (?!(?:in|on|at|to|for|against|and|but|with|after|before|as|by|late|early|last|this|that|when|while|over|under|despite|along)\b)[a-z]"
)
_BETWEEN = re.compile(r"\b(?:between|from)\s(?:the ages of |ages |about |some |around |roughly )?$", re.IGNORECASE)
_CHANGE_BEFORE = re.compile(
    r"\b(?:r[oi]se|rising|risen|increas|gr[eo]w|climb|f[ae]ll|drop|declin|decreas|cut|rais|jump|sl[iu]p|slid|widen|narrow|gone?|went|improv|chang|mov|"
    r"up|down|expand|shr[aiu]nk|lower|reduc|edg|advanc|plung|surg|soar|tumbl)\w*(?: [\w%$,.’'-]+){0,6}? from\s(?:about |around )?$",
    re.IGNORECASE,
)
_DECIDED = re.compile(r"\b(?:vot(?:e|es|ed|ing)|beat|beaten|won|lost|ruled|defeated)(?: (?:by|of|was|against|it|the|[A-Z][\w’'-]+))* $")
_BY_BEFORE = re.compile(r"\bby\s(?:about |around |nearly |almost |some )?$", re.IGNORECASE)
_MADE = re.compile(r"-(?:of|for)-", re.IGNORECASE)
"""Between tries that came off and all tries: "connected on 1-of-16 punches"."""
_RATIO = re.compile(r"(?: in (?:every )?| out of (?:every )?|-in-)$", re.IGNORECASE)


def join(text: str, one: Figure, other: Figure) -> Figure | None:
    """One figure of two, if they make a range ("10 to 15 years"), a score ("3-2") or a share ("one in five")."""
    if len(one.value) > 1 or len(other.value) > 1 or other.number_start - one.end > 18 or not (one.readable and other.readable):
        return None
    gap = text[one.end : other.start]
    if _MADE.fullmatch(text, one.number_end, other.start):
        return replace(other, start=one.start, number_start=one.number_start, value=one.value)
    ratio = _RATIO.search(gap)
    if ratio and one.end == one.number_end:
        # "43 goals in 54 games" are two numbers of things, "one child in ten" and "one in ten children" a share.
        return None if ratio.start() > 0 and _NOUN_BEHIND.match(text, other.end) else _share(text, one, other)
    if _VOTES_TO.fullmatch(gap) and one.unit is None and other.unit is None:
        return _score(one, other)
    if _DASH.fullmatch(gap):
        return _score(one, other) if _is_score(text, one, other, gap) else _range(one, other)
    if gap == " to ":
        if _is_vote(text, one, other):
            return _score(one, other)
        return None if _is_change(text, one) else _range(one, other)
    return _range(one, other) if _is_range(text, one, other, gap) else None


def _is_range(text: str, one: Figure, other: Figure, gap: str) -> bool:
    """Whether other words than "to" make a range of the two: "four or five", "between 5 and 7", "from 3 km up to 5 km"."""
    if gap == " or ":
        return other.value[0] - one.value[0] == 1 and one.unit is None
    return gap in (" and ", " up to ") and _BETWEEN.search(text, max(0, one.start - 28), one.start) is not None


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
    """ "voted 51 to 49", "backed it 5 to 3": two bare whole numbers, the larger first, with no "from" before; "lost 12 to 15 jobs" is a range."""
    bare = one.unit is None and other.unit is None and one.step == other.step == 1 and one.form == other.form == "count"
    if not bare or one.value[0] <= other.value[0]:
        return False
    return _DECIDED.search(text, max(0, one.start - 40), one.start) is not None or not (
        _is_change(text, one) or _FROM.search(text, max(0, one.start - 24), one.start) or _NOUN_BEHIND.match(text, other.end)
    )


def _range(one: Figure, other: Figure) -> Figure | None:
    if one.unit and one.unit != other.unit and not (one.form == "money" or (one.form == "age" and other.unit is None)):
        return None
    low, high = one.value[0], other.value[0]
    if one.suspended and not other.attributive:
        return None
    # The scale is said once for both: "four to five thousand", "$5-10m".
    if one.scale == 1 and low * other.scale < high:
        low *= other.scale
    if one.form == "money" and other.unit not in (None, one.unit) and other.form != "money":
        return None
    if low >= high:
        return None
    unit, form = (other.unit, other.form) if other.unit else (one.unit, one.form)
    return replace(
        one,
        end=other.end,
        number_end=other.number_end,
        value=(low, high),
        step=other.step,
        unit=unit,
        form=form,
        attributive=other.attributive,
        suspended=other.suspended,
    )
