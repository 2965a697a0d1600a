"""Workflow commands of GitHub Actions: an annotation for each finding, most severe first.

GitHub shows ten annotations of a kind for a step and drops the rest without a word. The tenth says how many are dropped; the log has them all.
Columns count characters and are given only where the words stand in one line, for GitHub takes no others. Suppressed findings are left out.
In a job, a summary in Markdown is added to the file that GITHUB_STEP_SUMMARY names.
"""

from __future__ import annotations

from collections import Counter

from claimdiff.model import Finding, Report, Severity
from claimdiff.reports._counts import plural
from claimdiff.reports._escape import named, visible
from claimdiff.reports._numbered import numbered
from claimdiff.reports._places import label, region, slashed
from claimdiff.reports._published import dates
from claimdiff.values.dates_in_words import value_in_words

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}
_SHOWN = 10
"""Annotations of a kind that GitHub shows for a step."""


def render(report: Report, *, width: int, color: bool) -> str:
    """One command a line; nothing at all if there is no finding."""
    shown = [finding for finding in report.findings if not finding.suppressed]
    totals = Counter(finding.severity for finding in shown)
    lines = []
    for finding, nth in numbered(shown, lambda finding: finding.severity):
        hidden = totals[finding.severity] - _SHOWN if nth == _SHOWN else 0
        lines.append(_command(finding, hidden) + "\n")
    return "".join(lines)


def _command(finding: Finding, hidden: int) -> str:
    properties = ",".join(f"{name}={_property(value)}" for name, value in _properties(finding).items())
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(_message(finding, hidden))}"


def _properties(finding: Finding) -> dict[str, str]:
    first = finding.locations[0]
    found = region(first)
    properties = {"file": named(slashed(first.file))}
    if found is not None:
        properties["line"] = str(found.line)
        if found.line == found.end_line:
            properties["col"] = str(found.column)
        properties["endLine"] = str(found.end_line)
        if found.line == found.end_line:
            properties["endColumn"] = str(found.end_column)
    return {**properties, "title": finding.rule}


def _message(finding: Finding, hidden: int) -> str:
    lines = [visible(finding.message)]
    if finding.reconciliation:
        lines.append(f"They agree if: {visible(finding.reconciliation)}")
    lines += [f"{label(place)}: {visible(value_in_words(place.value))}" for place in finding.locations]
    lines += dates(finding)
    if hidden > 0:
        lines.append(f"GitHub shows {plural(_SHOWN, finding.severity)} of a step and hides {hidden} more: the log has them all.")
    return "\n".join(lines)


def _data(text: str) -> str:
    """Text behind the command's second ``::``."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """The value of a property."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
