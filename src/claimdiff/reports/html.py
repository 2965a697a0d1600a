"""One page that needs nothing else: the articles side by side with the differing words joined, findings, agreements and a timeline.

It is a whole report without its script too, and prints. Nothing is loaded from anywhere, and its policy allows nothing to be.
"""

from __future__ import annotations

from claimdiff.model import Report
from claimdiff.reports._page.shell import document


def render(report: Report, *, width: int, color: bool) -> str:
    """The report as a page; it finds its width and colours itself. Suppressed findings are shown as such."""
    return document(report)
