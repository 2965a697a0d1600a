"""The report for a terminal: every finding with both excerpts, the differing words marked, and what would reconcile them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import TYPE_CHECKING

from claimdiff.model import SEVERITIES, Article, Claim, Document, Extent, Finding, Location, Report
from claimdiff.reports._escape import visible
from claimdiff.values.display import describe

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

SIDE_BY_SIDE = 150
"""Columns from which two excerpts stand beside each other; below, lines would be too short to read."""

_STYLES = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}
_MARKED = "bold reverse"
_NARROWEST = 20
_WIDEST = 200


def render(report: Report, *, width: int, color: bool) -> str:
    """The report as text of at most ``width`` columns, with ANSI styles if ``color``.

    Evidence is printed where findings carry it.
    """
    console = _console(width, color=color)
    for finding in report.findings:
        _print_finding(console, finding, color=color)
    _print_summary(console, report)
    return _text(console)


def render_articles(articles: tuple[Article, ...], *, width: int, color: bool) -> str:
    """The claims of each article, one a line under its name."""
    console = _console(width, color=color)
    for article in articles:
        _print_article(console, article)
    return _text(console)


def _console(width: int, *, color: bool) -> Console:
    from rich.console import Console

    return Console(
        file=StringIO(),
        width=min(max(width, _NARROWEST), _WIDEST),
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )


def _text(console: Console) -> str:
    assert isinstance(console.file, StringIO)
    lines = (line.rstrip(" ") for line in console.file.getvalue().split("\n"))
    return "\n".join(lines)


def _print_finding(console: Console, finding: Finding, *, color: bool) -> None:
    from rich.padding import Padding
    from rich.text import Text

    head = Text()
    head.append(finding.severity, _STYLES[finding.severity])
    head.append(f"  {finding.rule}", "bold")
    head.append(f"  confidence {finding.confidence:.2f}", "dim")
    console.print(head)
    console.print(Padding(Text(visible(finding.message)), (0, 0, 0, 2)))
    console.print()
    console.print(Padding(_excerpts(finding.locations, console.width, color=color), (0, 0, 0, 2)))
    if finding.reconciliation:
        console.print()
        line = Text("agree if  ", "green")
        line.append(visible(finding.reconciliation))
        console.print(Padding(line, (0, 0, 0, 2)))
    if finding.evidence:
        console.print(Padding(Text(f"because   {visible('; '.join(finding.evidence))}", "dim"), (0, 0, 0, 2)))
    console.print()


def _excerpts(locations: tuple[Location, ...], width: int, *, color: bool) -> RenderableType:
    from rich.console import Group
    from rich.table import Table

    blocks = [_excerpt(location, color=color) for location in locations]
    if len(blocks) != 2 or width < SIDE_BY_SIDE:
        return Group(*blocks)
    table = Table.grid(expand=True, padding=(0, 4, 0, 0))
    table.add_column(ratio=1, overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    table.add_row(*blocks)
    return table


def _excerpt(location: Location, *, color: bool) -> RenderableType:
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    head = Text(overflow="fold")
    head.append(f"{visible(location.path)}:{location.line}:{location.column}", "bold blue")
    head.append(f"  {visible(location.value)}", "magenta")
    return Group(head, Padding(_quoted(location, color=color), (0, 0, 0, 4)))


def _quoted(location: Location, *, color: bool) -> Text:
    """The sentence with the differing words marked: by style, or between »« where there is none."""
    from rich.text import Text

    text = location.document.text
    around = Extent(min(location.sentence.start, location.start), max(location.sentence.end, location.end))
    quoted = Text(overflow="fold")
    quoted.append(visible(text[around.start : location.start]).lstrip())
    words = visible(location.text)
    quoted.append(words if color else f"»{words}«", _MARKED)
    quoted.append(visible(text[location.end : around.end]).rstrip())
    return quoted


def _print_summary(console: Console, report: Report) -> None:
    from rich.text import Text

    counts = Counter(finding.severity for finding in report.findings)
    found = ", ".join(_plural(counts[severity], severity) for severity in SEVERITIES if counts[severity]) or "no discrepancies found"
    claims, skipped = sum(len(article.claims) for article in report.articles), sum(len(article.skipped) for article in report.articles)
    console.print(
        Text(
            f"{found} in {_plural(len(report.articles), 'article')}: {_plural(claims, 'claim')} read, "
            f"{len(report.alignments)} aligned, {skipped} could not be checked",
            "bold",
        ),
    )
    for article in report.articles:
        console.print(_dated(article.document))


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _dated(document: Document) -> Text:
    """Which publication date was used and where it comes from."""
    from rich.text import Text

    path = visible(document.path)
    line = Text(f"{path}  ", overflow="fold")
    if document.published is None:
        line.append(f"no publication date; if you know it: --date {path}=YYYY-MM-DD", "yellow")
        return line
    line.append(f"published {document.published} ({_SOURCES[document.published_from]})", "dim")
    others = [f"{clue.kind} {clue.value}" for clue in document.dates if clue.value != document.published.isoformat() and "XX-XX" not in clue.value]
    if others:
        line.append(f"; also {', '.join(others)}", "dim")
    return line


_SOURCES = {"flag": "given with --date", "metadata": "metadata", "header": "header", "dateline": "dateline", "none": "unknown"}


def _print_article(console: Console, article: Article) -> None:
    from rich.table import Table
    from rich.text import Text

    console.print(_dated(article.document))
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style="dim")
    table.add_column(no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(ratio=1, overflow="fold", style="magenta")
    for claim in article.claims:
        table.add_row(*_row(claim))
    console.print(table)
    for skip in article.skipped:
        line, column = article.document.origin.place(skip.extent.start)
        console.print(Text(f"{line}:{column}  not checked: {visible(skip.extent.of(article.document.text))} ({skip.reason})", "yellow"))
    console.print()


def _row(claim: Claim) -> Iterator[Text]:
    from rich.text import Text

    line, column = claim.document.origin.place(claim.extent.start)
    cells: Iterable[str] = (f"{line}:{column}", claim.kind, claim.text, describe(claim.value))
    return (Text(visible(cell), overflow="fold") for cell in cells)
