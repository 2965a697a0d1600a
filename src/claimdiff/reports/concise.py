"""One line a finding: path:line:column, severity, rule, message, and where the other articles say otherwise."""

from __future__ import annotations

from claimdiff.model import Finding, Location, Report
from claimdiff.reports._escape import inert, named, visible


def render(report: Report, *, width: int, color: bool) -> str:
    """One line a finding; nothing at all if there is none. Suppressed findings are left out."""
    return inert("".join(_line(finding) + "\n" for finding in report.findings if not finding.suppressed))


def _line(finding: Finding) -> str:
    first, *others = finding.locations
    elsewhere = f" [{', '.join(map(_place, others))}]" if others else ""
    return f"{_place(first)}: {finding.severity} {finding.rule}: {visible(finding.message)}{elsewhere}"


def _place(location: Location) -> str:
    return f"{named(location.path)}:{location.line}:{location.column}"
