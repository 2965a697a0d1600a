"""Where the publication date of an article comes from, and under which names it was given, in words."""

from __future__ import annotations

from claimdiff.model import DateClue, Document, Finding
from claimdiff.reports._escape import named, visible

_SOURCES = {"flag": "given with --date", "metadata": "metadata", "header": "header", "dateline": "dateline", "none": "unknown"}


def source(document: Document) -> str:
    """What kind of clue the date that is used comes from; today is never used without saying so."""
    used = next((clue for clue in document.dates if clue.kind == document.published_from), None)
    if used and used.kind == "flag" and used.order == "today":
        return "today, as --date asked"
    return f"{_SOURCES[document.published_from]}, {used.name}" if used and used.name else _SOURCES[document.published_from]


def used(document: Document) -> str:
    """Which publication date was used and why: "published 2022-03-04 (header)"."""
    return f"published {document.published} ({visible(source(document))})" if document.published else "undated"


def published(document: Document) -> str:
    """The same with what else was found: "published 2022-03-04 (header); also dateline 2022-03-03"."""
    if document.published is None:
        return "; ".join([used(document), *copies(document)])
    day = document.published.isoformat()
    others = [f"{_called(clue)} {clue.value}" for clue in document.dates if clue.value != day and "XX-XX" not in clue.value]
    also = [f"also {', '.join(others)}"] if others else []
    return "; ".join([used(document), *also, *copies(document)])


def dates(finding: Finding) -> list[str]:
    """The publication date of every article in a finding, a line each."""
    return [f"{named(path)}: {used(document)}" for path, document in {place.path: place.document for place in finding.locations}.items()]


def copies(document: Document) -> list[str]:
    """Where the same article was given again, if it was."""
    return [f"the same article: {', '.join(map(named, document.copies))}"] if document.copies else []


def _called(clue: DateClue) -> str:
    """Where a date stands: "dateline", or the field of metadata, "dateModified"."""
    return visible(clue.name) if clue.name else clue.kind
