"""JUnit XML in the dialect of Jenkins, which GitLab and others read too: a test case for each article and for each finding.

An article that was read passes. An error or a warning is a failure; a note, which asks nothing of anyone, passes with its text as output; a
suppressed finding is skipped. Class and name of a test case hold no line, and no two are the same: CI systems tell old failures from new by them.
The message stands in the body too, for some show nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from claimdiff.model import Article, Finding, Report
from claimdiff.reports._counts import plural
from claimdiff.reports._escape import named, visible
from claimdiff.reports._numbered import distinct
from claimdiff.reports._places import label
from claimdiff.reports._published import published
from claimdiff.values.dates_in_words import value_in_words


@dataclass(frozen=True, slots=True)
class _Case:
    """A test case: its class and name, and the element that says how it went."""

    classname: str
    name: str
    inside: str
    failed: bool = False
    skipped: bool = False


def render(report: Report, *, width: int, color: bool) -> str:
    """The report as one suite; ASCII alone, whatever the text holds."""
    cases = [*map(_article, report.articles), *map(_finding, report.findings)]
    counts = f'tests="{len(cases)}" failures="{sum(case.failed for case in cases)}" errors="0"'
    skipped = sum(case.skipped for case in cases)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="claimdiff" {counts}>',
        f'  <testsuite name="claimdiff" {counts} skipped="{skipped}" time="0">',
        *map(_element, cases, distinct(case.name for case in cases)),
        "  </testsuite>",
        "</testsuites>",
        "",
    ]
    return "\n".join(lines).encode("ascii", "xmlcharrefreplace").decode("ascii")


def _element(case: _Case, name: str) -> str:
    return f'    <testcase classname="{escape(case.classname)}" name="{escape(name)}" time="0">\n      {case.inside}\n    </testcase>'


def _article(article: Article) -> _Case:
    said = escape(f"{published(article.document)}: {plural(len(article.claims), 'claim')} read, {len(article.skipped)} could not be checked")
    return _Case("claimdiff.read", named(article.document.path), f"<system-out>{said}</system-out>")


def _finding(finding: Finding) -> _Case:
    body = escape("\n".join(_lines(finding)))
    message = escape(visible(finding.message))
    case = _Case(f"claimdiff.{finding.rule}", f"{visible(finding.message)} [{finding.id}]", f"<system-out>{body}</system-out>")
    if finding.suppressed:
        return _Case(case.classname, case.name, f'<skipped message="{message}">{body}</skipped>', skipped=True)
    if finding.severity == "note":
        return case
    return _Case(case.classname, case.name, f'<failure message="{message}" type="{finding.severity}">{body}</failure>', failed=True)


def _lines(finding: Finding) -> Iterator[str]:
    yield f"{finding.severity}: {visible(finding.message)}"
    for place in finding.locations:
        yield f"- {label(place)}: “{visible(place.text)}” ({visible(value_in_words(place.value))})"
    if finding.reconciliation:
        yield f"They agree if: {visible(finding.reconciliation)}"
