"""One line a finding: file:line:column, severity, rule, message, where the other articles say otherwise, and the date used of each.

What is read by programs stands in front; an article without a finding has no line.
"""

from __future__ import annotations

from claimdiff.model import Finding, Location, Report
from claimdiff.reports._escape import inert, named, visible
from claimdiff.reports._places import label
from claimdiff.reports._published import dates


def render(report: Report, *, width: int, color: bool) -> str:
    """One line a finding; nothing at all if there is none. Suppressed findings are left out."""
    return inert("".join(_line(finding) + "\n" for finding in report.findings if not finding.suppressed))


def _line(finding: Finding) -> str:
    first, *others = finding.locations
    elsewhere = f" [{', '.join(map(_place, others))}]" if others else ""
    return f"{_place(first)}: {finding.severity} {finding.rule}: {visible(finding.message)}{elsewhere} [{'; '.join(dates(finding))}]"


def _place(location: Location) -> str:
    # Editors and terminals open what stands before the colon.
    return f"{named(location.file)}:{location.line}:{location.column}" if location.document.origin.unit == "line" else label(location)
