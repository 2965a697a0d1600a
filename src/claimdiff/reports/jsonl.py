"""JSON lines: one finding a line, or one article with its claims a line.

Every line is a finding, so that lines can be counted and filtered; what is known of its articles, the publication date and where it comes from
among it, stands in the finding's own ``documents``. An article without a finding has no line.
"""

from __future__ import annotations

from claimdiff.model import Article, Report
from claimdiff.reports import _wire


def render(report: Report, *, width: int, color: bool) -> str:
    """One finding a line; nothing at all if there is none."""
    return "".join(_wire.dump(_wire.finding_alone(finding)) + "\n" for finding in report.findings)


def render_articles(articles: tuple[Article, ...], *, width: int, color: bool) -> str:
    """One article a line."""
    return "".join(_wire.dump(_wire.article(article)) + "\n" for article in articles)
