"""The whole page: the parts in page.html with the style sheet and the script inside, and a policy that allows nothing else."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib import resources
from string import Template

from claimdiff.model import Report
from claimdiff.reports._page import asides, entries, panels
from claimdiff.reports._page.markup import text
from claimdiff.reports._page.sheets import laid_out
from claimdiff.reports._page.timeline import timeline


def document(report: Report) -> str:
    """The page of a report: ASCII alone, so that every locale writes the same bytes and no declared encoding matters."""
    page = laid_out(report)
    style, script = _asset("page.css"), _asset("page.js")
    names = " and ".join(sheet.name for sheet in page.sheets) if len(page.sheets) < 3 else f"{len(page.sheets)} articles"
    parts = {
        "style": style,
        "script": script,
        "style_hash": _hash(style),
        "script_hash": _hash(script),
        "title": text(f"{asides.headline(report)}: {names}"),
        "headline": text(asides.headline(report)),
        "summary": asides.summary(page),
        "filters": asides.filters(page),
        "findings": entries.findings(page),
        "tabs": panels.tabs(page),
        "panels": panels.panels(page),
        "timeline": timeline(page),
        "agreements": entries.agreements(page),
        "agreed": str(len(page.agreements)),
        "skipped": asides.skipped(page),
        "unchecked": str(sum(len(sheet.article.skipped) for sheet in page.sheets)),
        "rules": asides.rules(page),
        "versions": text(asides.versions(report)),
    }
    return Template(_asset("page.html")).substitute(parts).encode("ascii", "xmlcharrefreplace").decode()


def _asset(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text("ascii")


def _hash(source: str) -> str:
    """As a Content-Security-Policy names it."""
    return b64encode(sha256(source.encode()).digest()).decode()
