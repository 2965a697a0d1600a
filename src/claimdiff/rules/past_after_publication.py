"""Something is told as past on a date after the article was published.

What it flags: "The tower collapsed on May 9" in an article of May 2: the clause says outright, in the past tense, that it
happened, and the date, written with its figures, lies more than a day after publication.

Why it matters: the date, the year or the tense is wrong, and every reader who checks the calendar will see it.

Example: "Three people died on Jan. 19", published on Jan. 12.

Known false alarms: an article whose header gives the date of an older version; fiction, and history of what is planned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from claimdiff.model import Article, Claim, Finding, When
from claimdiff.rules._finding import finding
from claimdiff.values.timelines import HAPPENED

RULE = "past-after-publication"

_A_DAY = timedelta(days=1)
"""It may be tomorrow already where the article was written."""
_FIGURE = re.compile(r"\d")


def check(article: Article) -> Iterator[Finding]:
    """A finding for every date of something past that lies ahead of publication."""
    published = article.document.published
    if published is None:
        return
    for claim in article.claims:
        day = _day(claim)
        if day is not None and day > published + _A_DAY:
            yield _finding(claim, day, published)


def _day(claim: Claim) -> date | None:
    """The first day that something is said to have happened on."""
    value = claim.value
    if not isinstance(value, When) or value.start is None or HAPPENED not in claim.evidence or value.granularity in ("decade", "century"):
        return None
    return value.start.date() if _FIGURE.search(claim.text) and claim.stance.modality == "asserted" else None


def _finding(claim: Claim, day: date, published: date) -> Finding:
    days = (day - published).days
    message = f"“{claim.text}” is told as past, but {day} is {days} days after publication on {published}."
    return finding(RULE, "date", "warning", 0.8, message, (claim,), "the article was published later than it says", (str(day),))
