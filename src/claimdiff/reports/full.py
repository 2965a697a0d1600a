"""The report for a terminal: every finding with its excerpts, the differing words marked, and what would reconcile them."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimdiff.model import SEVERITIES, Article, Claim, Document, Finding, Report, Severity, Skipped
from claimdiff.reports._escape import named, visible
from claimdiff.reports._places import place_in
from claimdiff.reports._published import copies, published
from claimdiff.values.display import in_words

if TYPE_CHECKING:
    from rich.text import Text

    from claimdiff.reports._layout import Lines

_STYLES = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}
_NARROWEST = 20
_WIDEST = 200
_MEASURE = 96
"""Cells of the longest line of prose; longer ones are hard to follow back."""
_INDENT = "  "
_TWO_COLUMNS = 40
"""Cells that words and value need to stand beside each other."""


def render(report: Report, *, width: int, color: bool) -> str:
    """The report as text of at most ``width`` columns (20 to 200), with ANSI styles if ``color``.

    Evidence is printed where findings carry it; suppressed findings are counted only.
    """
    from claimdiff.reports._layout import printed

    width = min(max(width, _NARROWEST), _WIDEST)
    lines: Lines = []
    for finding in report.findings:
        if not finding.suppressed:
            lines += _finding(finding, width, color=color)
    return printed([*lines, *_summary(report, width)], color=color)


def render_articles(articles: tuple[Article, ...], *, width: int, color: bool) -> str:
    """The claims of each article in the order of its text: place, kind, words, normalised value; what was skipped stands among them."""
    from rich.text import Text

    from claimdiff.reports._layout import printed

    width = min(max(width, _NARROWEST), _WIDEST)
    lines: Lines = []
    for article in articles:
        lines += [*([Text()] if lines else []), *_article(article, width)]
    return printed(lines, color=color)


def _finding(finding: Finding, width: int, *, color: bool) -> Lines:
    from rich.text import Text

    from claimdiff.reports._excerpt import excerpts
    from claimdiff.reports._layout import hanging, indented, wrapped

    inner = width - len(_INDENT)
    measure = min(inner, _MEASURE)
    head = Text.assemble(
        (finding.severity, _STYLES[finding.severity]), "  ", (finding.rule, "bold"), (f"  confidence {finding.confidence:.2f}", "dim")
    )
    body = [*wrapped(Text(visible(finding.message)), measure), Text(), *excerpts(finding.locations, inner, _MEASURE, color=color)]
    if finding.reconciliation or finding.evidence:
        body.append(Text())
    if finding.reconciliation:
        body += hanging(Text("agree if  ", "green"), Text(visible(finding.reconciliation)), measure)
    if finding.evidence:
        body += hanging(Text("because   ", "dim"), Text(visible("; ".join(finding.evidence)), "dim"), measure)
    return [*wrapped(head, width), *indented(body, _INDENT), Text()]


def _summary(report: Report, width: int) -> Lines:
    from rich.text import Text

    from claimdiff.reports._layout import hanging, indented, wrapped

    claims, skipped = sum(len(article.claims) for article in report.articles), sum(len(article.skipped) for article in report.articles)
    line = Text.assemble(
        _counted(report),
        f" in {_plural(len(report.articles), 'article')}: {_plural(claims, 'claim')} read, {len(report.alignments)} aligned, ",
        f"{skipped} could not be checked",
    )
    lines = wrapped(line, min(width, _MEASURE))
    longest = max((len(named(article.document.path)) for article in report.articles), default=0)
    for article in report.articles:
        name = Text(f"{named(article.document.path):{longest}}  ")
        lines += indented(hanging(name, _dated(article.document), min(width, _MEASURE) - len(_INDENT)), _INDENT)
    return [*lines, *hanging(Text("see more  ", "dim"), Text(_more(report), "dim"), min(width, _MEASURE))]


def _more(report: Report) -> str:
    """The commands that tell what this report leaves out."""
    ways = ["claimdiff extract shows the claims and what could not be checked"]
    if report.findings:
        ways.append("claimdiff rule NAME explains a rule")
    if report.alignments and not any(finding.evidence for finding in report.findings):
        ways.append("--explain says why claims were aligned")
    return "; ".join(ways)


def _counted(report: Report) -> Text:
    """How many findings of each severity: "2 errors, 1 note"."""
    from rich.text import Text

    counts: Counter[Severity] = Counter(finding.severity for finding in report.findings if not finding.suppressed)
    parts = [Text(_plural(counts[severity], severity), _STYLES[severity]) for severity in SEVERITIES if counts[severity]]
    found = Text(", ").join(parts) if parts else Text("no discrepancies found", "bold green")
    suppressed = sum(finding.suppressed for finding in report.findings)
    return found.append(f" ({suppressed} suppressed)") if suppressed else found


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _dated(document: Document) -> Text:
    """Which publication date was used and where it comes from, or how to give one."""
    from rich.text import Text

    if document.published is None:
        option = f"if known: --date {shlex.quote(named(document.path))}=YYYY-MM-DD"
        return Text("; ".join(["undated", option, *copies(document)]), "yellow")
    return Text(published(document), "dim")


def _article(article: Article, width: int) -> Lines:
    from rich.text import Text

    from claimdiff.reports._layout import hanging, indented, wrapped

    found: list[Claim | Skipped] = [*article.claims, *article.skipped]
    rows = [_row(one) for one in sorted(found, key=lambda one: one.extent)]
    lines = hanging(Text(f"{named(article.document.path)}  ", "bold"), _dated(article.document), min(width, _MEASURE))
    inner = width - len(_INDENT)
    lines += indented(wrapped(Text(f"{_plural(len(article.claims), 'claim')}, {len(article.skipped)} could not be checked", "dim"), inner), _INDENT)
    return [*lines, Text(), *indented(_table(rows, inner), _INDENT)] if rows else lines


def _table(rows: Sequence[tuple[Text, Text, Text, Text]], width: int) -> Lines:
    """Place, kind, words and value in columns; below each other where columns would be too narrow for words and numbers."""
    from claimdiff.reports._layout import beside, hanging, indented, wrapped

    places, kinds = (max(row[column].cell_len for row in rows) + 2 for column in (0, 1))
    left = width - places - kinds
    words = min(max(row[2].cell_len for row in rows) + 2, left * 3 // 5)
    lines: Lines = []
    for place, kind, said, value in rows:
        if left < _TWO_COLUMNS:
            lines += hanging(place.append("  "), kind, width)
            lines += indented([*wrapped(said, width - 4), *wrapped(value, width - 4)], "    ")
        else:
            lines += beside([[place], [kind], wrapped(said, words - 2), wrapped(value, left - words)], [places, kinds, words, 0])
    return lines


def _row(found: Claim | Skipped) -> tuple[Text, Text, Text, Text]:
    from rich.text import Text

    document = found.document
    place, words = Text(place_in(document, found.extent.start), "dim"), Text(visible(found.extent.of(document.text)))
    if isinstance(found, Claim):
        return place, Text(found.kind), words, Text(visible(in_words(found.value)), "magenta")
    return place, Text("skipped", "yellow"), words, Text(visible(found.reason), "yellow")
