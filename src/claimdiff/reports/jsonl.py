"""JSON lines: one finding a line, or one article with its claims a line."""

from __future__ import annotations

from claimdiff.model import Article, Report
from claimdiff.reports import _wire


def render(report: Report, *, width: int, color: bool) -> str:
    """One finding a line; nothing at all if there is none."""
    return "".join(_wire.dump(_wire.finding(finding)) + "\n" for finding in report.findings)


def render_articles(articles: tuple[Article, ...], *, width: int, color: bool) -> str:
    """One article a line."""
    return "".join(_wire.dump(_wire.article(article)) + "\n" for article in articles)
