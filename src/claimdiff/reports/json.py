"""One JSON object for the whole report, or a list of the articles' claims; the contract is versioned by schema_version."""

from __future__ import annotations

from claimdiff.model import Article, Report
from claimdiff.reports import _wire


def render(report: Report, *, width: int, color: bool) -> str:
    """The report as one object."""
    return _wire.dump(_wire.report(report), indent=2) + "\n"


def render_articles(articles: tuple[Article, ...], *, width: int, color: bool) -> str:
    """The articles as a list."""
    return _wire.dump([_wire.article(article) for article in articles], indent=2) + "\n"
