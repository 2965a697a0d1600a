"""Two articles date the same event differently.

What it flags: aligned dates and times whose intervals share no moment, after relative words ("Tuesday", "yesterday") were
resolved against each article's own publication date. "August" and "August 12" agree. Articles without a date compare as
written, or are solved for.

Why it matters: a wrong day moves an event, and every "yesterday" copied from an older article does so.

Example: "was arrested on Friday" in one article, "was arrested on Thursday" in the other, both published that Saturday.

Known false alarms: two events told in nearly the same words; "today" in an article that was filed before the day it was
published (a warning at most).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimdiff.alignment.times import relate_times
from claimdiff.model import Alignment, Claim, Finding, Severity, When
from claimdiff.rules._finding import finding, names
from claimdiff.rules._groups import grouped, majority, odd_first
from claimdiff.rules._published import dates_unknown
from claimdiff.values.display import in_words
from claimdiff.values.timelines import ON_DAY_SPOKEN_OF, DateRelation, about_one_time

RULE = "date-differs"

SURE = 0.35
"""Alignments less certain than this are no ground for a finding about different dates."""

_YEAR = re.compile(r"\d{4}|[’']\d\d\b")
_DAY_OF_YEAR = re.compile(r"\d{4}-\d\d")

_ZONE = re.compile(r"\b(?:[A-Z]{1,3}[DS]?T|UTC|Eastern|Central|Mountain|Pacific|local)\b")
_UNIVERSAL = frozenset({"GMT", "UTC"})


def compare(alignment: Alignment) -> Iterator[Finding]:
    """One finding for aligned dates that cannot both be right."""
    claims = [claim for claim in alignment.claims if isinstance(claim.value, When)]
    if len(claims) < 2 or alignment.score < SURE:
        return
    groups = grouped(claims, lambda one, other: not _apart(one, other))
    if len(groups) < 2:
        return
    chosen = odd_first(groups)
    called = names(claim.document for claim in chosen)
    severity, reason, reconciliation = _judged(chosen[0], chosen[-1], called)
    said = ", ".join(f"{called[claim.document.path]} has “{' '.join(claim.text.split())}”{_meaning(claim)}" for claim in chosen)
    yield finding(
        RULE,
        "date",
        severity,
        alignment.score if severity == "error" else alignment.score * 0.9,
        f"{said}{majority(groups)}: {reason}.",
        chosen,
        reconciliation,
        evidence=alignment.evidence,
    )


def _apart(one: Claim, other: Claim) -> bool:
    assert isinstance(one.value, When)
    assert isinstance(other.value, When)
    if one.stance.polarity != other.stance.polarity:  # what did not begin on Monday may well have begun on Tuesday
        return False
    found = relate_times(one, other)
    if found.relation is not DateRelation.APART or (_in_other_zones(one, other) and (found.days or 0) <= 1):
        return False
    return not about_one_time(one.value, other.value) and not _but_for_a_guessed_year(one, other)


def _in_other_zones(one: Claim, other: Claim) -> bool:
    """Whether two clock times are told by different clocks, so that only their days can be compared."""
    a, b = (next(iter(_ZONE.findall(claim.text)), "") for claim in (one, other))
    if not (isinstance(one.value, When) and isinstance(other.value, When) and one.value.type == other.value.type == "TIME"):
        return False
    if one.value.offset is not None and other.value.offset is not None:
        return False  # they were converted
    # An hour without a zone is that of the place, which a correspondent may well name, but which is seldom Greenwich.
    return a != b and bool((a and b) or {a, b} & _UNIVERSAL)


def _but_for_a_guessed_year(one: Claim, other: Claim) -> bool:
    """Whether both name one day or month without a year: "in August" is read as the last or the next one by the tense, which errs at times."""
    values = [claim.value.value for claim in (one, other) if isinstance(claim.value, When) and not _YEAR.search(claim.text)]
    return len(values) == 2 and all(map(_DAY_OF_YEAR.match, values)) and values[0][4:] == values[1][4:]


def _judged(one: Claim, other: Claim, called: dict[str, str]) -> tuple[Severity, str, str | None]:
    found = relate_times(one, other)
    if found.days == 1:
        for claim in (one, other):
            if isinstance(claim.value, When) and claim.value.shift in (0, -1) and "W" not in claim.value.value and _is_deictic(claim):
                name = called[claim.document.path]
                reason = "one day apart, which a late filing or a time zone can explain"
                return "warning", reason, f"{name} was written the day before it was published, or the day after"
    if dates_unknown(one.document, other.document):
        both = one.document.published is None and other.document.published is None
        known = "the publication dates are unknown" if both else "no publication date of the undated article makes them agree"
        return "error", f"they name different dates, and {known}" if both else known, None
    return "error", "they cannot both be right of the same event", None


def _is_deictic(claim: Claim) -> bool:
    """Whether it is counted from the day of writing ("today", "tonight") rather than read off a calendar."""
    return any(word in claim.text.casefold() for word in ("today", "yesterday", "tonight", "tomorrow", "last night", "this "))


def _meaning(claim: Claim) -> str:
    """The resolved date, where it is not what is written; nothing where the day is but taken from another date."""
    assert isinstance(claim.value, When)
    if ON_DAY_SPOKEN_OF in claim.evidence:
        return ""
    words = in_words(claim.value)
    return f" ({words})" if claim.value.start and words not in claim.text and claim.value.value not in claim.text else ""
