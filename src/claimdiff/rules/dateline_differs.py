"""The dateline and the publication date of one article are different days.

What it flags: a header that says January 12 over a dateline that says January 11. Filing up to a day before publication
is usual (a note); more is worth a look (a warning); a dateline after the publication date cannot be (an error).

Why it matters: every "today" and "Tuesday" in the article is counted from one of the two.

Example: "Published: 2021-01-12" above "GENEVA, Jan. 9 (Wire) -".

Known false alarms: features and embargoed copy that were filed long before they ran.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from claimdiff.model import Article, DateClue, Document, Finding, Severity
from claimdiff.rules._finding import finding_id, place

RULE = "dateline-differs"


def check(article: Article) -> Iterator[Finding]:
    """A finding if the dateline's day is not the day of publication."""
    document = article.document
    filed = next((clue for clue in document.dates if clue.kind == "dateline" and _date(clue)), None)
    day = _date(filed) if filed else None
    if filed is None or filed.extent is None or day is None or document.published is None or document.published_from == "dateline":
        return
    days = (document.published - day).days
    if days:
        yield _finding(document, filed, day, days)


def _date(clue: DateClue) -> date | None:
    return None if "X" in clue.value else date.fromisoformat(clue.value[:10])


def _finding(document: Document, filed: DateClue, day: date, days: int) -> Finding:
    assert filed.extent
    severity, reason, reconciliation = _judged(days)
    header = next((clue for clue in document.dates if clue.kind == document.published_from and clue.extent), None)
    locations = [place(document, filed.extent, f"filed {day}")]
    if header and header.extent:
        locations.insert(0, place(document, header.extent, f"published {document.published}"))
    source = "header" if document.published_from == "header" else document.published_from
    message = f"The {source} says {document.published}, the dateline {day}: {reason}."
    said = (f"published {document.published}", f"filed {day}")
    return Finding(
        RULE, "date", severity, 0.95 if severity != "note" else 0.9, message, reconciliation, tuple(locations), finding_id(RULE, "date", said)
    )


def _judged(days: int) -> tuple[Severity, str, str | None]:
    if days < 0:
        return "error", "an article cannot be filed after it was published", None
    if days == 1:
        return "note", "filed the day before it was published", "filed one day, published the next"
    return "warning", f"filed {days} days before it was published", "the article was held back"
