"""GitLab's Code Quality report: an entry for each finding, for the widget of a merge request.

GitLab shows the description and one place and ignores fields that it does not know: the description names the other places, and which
publication date was used of each article and where it comes from. A fingerprint holds no line and no path, so that a finding stays
the same when text moves. A file without lines is given with its first, and the description says the paragraph. There is no
room for an article without a finding. Suppressed findings are left out.
"""

from __future__ import annotations

from claimdiff.model import Finding, Location, Report, Severity
from claimdiff.reports._escape import visible
from claimdiff.reports._numbered import numbered
from claimdiff.reports._places import label, region, relative
from claimdiff.reports._published import dates
from claimdiff.reports._wire import Json, dump

_SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "note": "info"}


def render(report: Report, *, width: int, color: bool) -> str:
    """The report as a list of entries."""
    shown = (finding for finding in report.findings if not finding.suppressed)
    return dump([_entry(finding, nth) for finding, nth in numbered(shown, lambda finding: finding.id)], indent=2) + "\n"


def _entry(finding: Finding, nth: int) -> Json:
    return {
        "description": _description(finding),
        "check_name": finding.rule,
        # GitLab keeps one entry of each fingerprint.
        "fingerprint": finding.id if nth == 1 else f"{finding.id}-{nth}",
        "severity": _SEVERITIES[finding.severity],
        "location": _location(finding.locations[0]),
    }


def _description(finding: Finding) -> str:
    first, *others = finding.locations
    places = [label(place) for place in others]
    if region(first) is None:
        places.insert(0, label(first))
    brackets = [f" [{'; '.join(told)}]" for told in (places, dates(finding)) if told]
    return visible(finding.message) + "".join(brackets)


def _location(place: Location) -> Json:
    found = region(place)
    if found is None:
        return {"path": relative(place.file), "lines": {"begin": 1}}
    begin, end = {"line": found.line, "column": found.column}, {"line": found.end_line, "column": found.end_column}
    return {"path": relative(place.file), "positions": {"begin": begin, "end": end}}
