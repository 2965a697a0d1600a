"""Which of two articles appeared first."""

from __future__ import annotations

from claimdiff.model import Document


def is_before(one: Document, other: Document) -> bool | None:
    """Whether ``one`` appeared before ``other``, by date and, on one day, by time where both have one; None if there is no order."""
    if one.published is None or other.published is None:
        return None
    if one.published != other.published:
        return one.published < other.published
    times = _time(one), _time(other)
    if None in times or times[0] == times[1]:
        return None
    return str(times[0]) < str(times[1])


def dates_unknown(*documents: Document) -> bool:
    """Whether any of the documents is undated."""
    return any(document.published is None for document in documents)


def _time(document: Document) -> str | None:
    return next((clue.time for clue in document.dates if clue.kind == document.published_from and clue.time), None)
