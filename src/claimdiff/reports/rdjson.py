"""Reviewdog's diagnostic format (rdjson): a diagnostic for each finding, the other places in related_locations.

Its columns count bytes of UTF-8. Where the source has text before a place that the article's text does not hold (tags, say), they cannot be
told, and the range names whole lines. Suppressed findings are left out.
"""

from __future__ import annotations

from claimdiff.model import Document, Finding, Location, Report, Severity
from claimdiff.reports._escape import visible
from claimdiff.reports._places import label, region, relative
from claimdiff.reports._published import dates
from claimdiff.reports._wire import Json, dump
from claimdiff.values.dates_in_words import value_in_words

_SEVERITIES: dict[Severity, str] = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(report: Report, *, width: int, color: bool) -> str:
    """The report as one DiagnosticResult."""
    diagnostics = [_diagnostic(finding) for finding in report.findings if not finding.suppressed]
    return dump({"source": {"name": "claimdiff"}, "diagnostics": diagnostics}, indent=2) + "\n"


def _diagnostic(finding: Finding) -> Json:
    first, *others = finding.locations
    message = visible(finding.message)
    if finding.reconciliation:
        message += f"\nThey agree if: {visible(finding.reconciliation)}"
    # Only the first place has no message of its own.
    paragraph = [] if region(first) else [f"Found in {label(first)}."]
    return {
        "message": "\n".join([message, *paragraph, *dates(finding)]),
        "location": _location(first),
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
        "related_locations": [{"message": _related(place), "location": _location(place)} for place in others],
    }


def _related(place: Location) -> str:
    value = visible(value_in_words(place.value))
    return value if region(place) else f"{label(place)}: {value}"


def _location(place: Location) -> Json:
    found = region(place)
    if found is None:
        return {"path": relative(place.file)}
    start = _column(place.document, place.start, found.line, found.column)
    end = _column(place.document, place.end, found.end_line, found.end_column)
    if start is None or end is None:
        return {"path": relative(place.file), "range": {"start": {"line": found.line}, "end": {"line": found.end_line}}}
    return {
        "path": relative(place.file),
        "range": {"start": {"line": found.line, "column": start}, "end": {"line": found.end_line, "column": end}},
    }


def _column(document: Document, offset: int, line: int, column: int) -> int | None:
    """The column of ``offset`` in bytes of UTF-8; None where the text does not hold its line from the beginning."""
    start = offset - column + 1
    if start < 0 or document.origin.place(start) != (line, 1):
        return None
    return 1 + len(document.text[start:offset].encode("utf-8", "surrogatepass"))
