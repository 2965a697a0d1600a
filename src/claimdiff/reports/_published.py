"""Where the publication date of an article comes from, in words."""

from __future__ import annotations

from claimdiff.model import Document

_SOURCES = {"flag": "given with --date", "metadata": "metadata", "header": "header", "dateline": "dateline", "none": "unknown"}


def source(document: Document) -> str:
    """What kind of clue the date that is used comes from; today is never used without saying so."""
    used = next((clue for clue in document.dates if clue.kind == document.published_from), None)
    if used and used.kind == "flag" and used.order == "today":
        return "today, as --date asked"
    return f"{_SOURCES[document.published_from]}, {used.name}" if used and used.name else _SOURCES[document.published_from]
