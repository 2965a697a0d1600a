"""What comparing is made of, between the options and the exit status: which rules, the report, where it goes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from claimdiff._asked import Chosen, Inputs
from claimdiff._copies import once, repeated, told_apart
from claimdiff._input import STDIN, Given, read_all, warnings
from claimdiff._options import flat
from claimdiff._output import add_job_summary, color, is_terminal, say, show, width
from claimdiff.errors import ClaimdiffError
from claimdiff.family import REPORTS, RULES
from claimdiff.model import SEVERITIES
from claimdiff.readers._files import split

if TYPE_CHECKING:
    from claimdiff._stories import Group
    from claimdiff.cache import Cache
    from claimdiff.config import Configuration
    from claimdiff.model import Article, Document, Report

_MANY = 4
"""Articles beyond which a terminal gets a progress bar."""


def _rules(chosen: Chosen) -> list[str] | None:
    """The rules to run, in order; None for all."""
    select, ignore = flat(chosen["select"]), flat(chosen["ignore"])
    if not select and not ignore:
        return None
    return [name for name in dict.fromkeys(select or RULES.names()) if name not in ignore]


def keep_articles(articles: Iterable[str], outputs: Sequence[str]) -> None:
    """Raises where a report would be written over an article or another report."""
    taken = {os.path.realpath(split(article)[0]) for article in articles if article != STDIN}
    written: set[str] = set()
    for output in outputs:
        real = os.path.realpath(output)
        if real in taken:
            raise ClaimdiffError("one of the articles", f"--output-format to {output}", "name another file for the report")
        if real in written:
            raise ClaimdiffError("named for two reports", f"--output-format to {output}", "name a file for each")
        written.add(real)


def read(inputs: Inputs, configuration: Configuration, chosen: Chosen) -> dict[str, tuple[Document, ...]]:
    """The articles of every path, each told where it stands again; warnings said."""
    paths = inputs.paths
    given = Given(chosen["dates"], configuration.dates, chosen["input_formats"], chosen["stdin_filename"], chosen["max_bytes"])
    documents = told_apart(read_all(paths, given))
    _tell((*inputs.warnings, *warnings(document for several in documents for document in several)), chosen)
    return dict(zip(paths, documents, strict=True))


def compared_once(inputs: Inputs, documents: Mapping[str, Sequence[Document]], chosen: Chosen) -> dict[str, list[Document]]:
    """The documents without those that stand in no group but behind the same article; said."""
    kept: set[int] = set()
    told: dict[str, None] = {}
    for one in inputs.groups:
        several = [document for path in one.paths for document in documents[path]]
        first = once(several, _itself)
        kept |= {id(document) for document in first}
        told |= dict.fromkeys(_same(several, ", compared once" if first[1:] else ": nothing is left to compare it with"))
    _tell(told, chosen)
    return {path: [document for document in several if id(document) in kept] for path, several in documents.items()}


def tell_copies(documents: Mapping[str, Sequence[Document]], chosen: Chosen) -> None:
    """Says which documents are the same article."""
    _tell(_same(document for several in documents.values() for document in several), chosen)


def _same(documents: Iterable[Document], what_follows: str = "") -> Iterator[str]:
    return (f"{copy.path}: warning: the same article as {original}{what_follows}" for copy, original in repeated(documents))


def _tell(warnings: Iterable[str], chosen: Chosen) -> None:
    if not chosen["quiet"]:
        for warning in warnings:
            say(warning)


def extracted(documents: Mapping[str, Sequence[Document]], chosen: Chosen) -> dict[str, list[Article]]:
    """The articles of the documents by path, from the cache where it knows them; a terminal is told how far it is with many."""
    articles = iter(_extracted([document for several in documents.values() for document in several], chosen))
    return {path: list(islice(articles, len(several))) for path, several in documents.items()}


def _extracted(documents: Sequence[Document], chosen: Chosen) -> list[Article]:
    from claimdiff.pipeline import extract_many

    found = extract_many(documents, pipeline=chosen["pipeline"], cache=_cache(chosen))
    if chosen["quiet"] or len(documents) <= _MANY or not is_terminal(sys.stderr):
        return list(found)
    from rich.console import Console
    from rich.progress import track

    return list(track(found, "reading", len(documents), console=Console(stderr=True), transient=True))


def compared(groups: Sequence[Group], articles: Mapping[str, Sequence[Article]], configuration: Configuration, chosen: Chosen) -> Report:
    """The report of all groups; ``articles`` by path."""
    from claimdiff.pipeline import judge, merged

    exempt = configuration.exempt if configuration.per_path else None
    rules, selected = _rules(chosen), flat(chosen["select"])
    reports = []
    for one in groups:
        members, drafts = (once((article for path in paths for article in articles[path]), _document) for paths in (one.paths, one.drafts))
        reports.append(judge(*members, drafts=drafts, rules=rules, selected=selected, exempt=exempt))
    return reports[0] if len(reports) == 1 else merged(*reports)


def shown(report: Report, chosen: Chosen) -> Report:
    """The report without what the options hide."""
    findings = [finding for finding in report.findings if finding.confidence >= chosen["min_confidence"]]
    if not chosen["explain"]:
        findings = [replace(finding, evidence=()) for finding in findings]
    return replace(report, findings=tuple(findings))


def write(report: Report, outputs: Sequence[tuple[str, str]], chosen: Chosen) -> None:
    """The report to its files, then to standard output: what cannot be rendered is noticed before anything is written."""
    files = [(path, REPORTS.get(name).render(report, width=80, color=False)) for name, path in outputs]
    output = REPORTS.get(chosen["format"]).render(report, width=width(), color=color(chosen["color"]))
    for path, text in files:
        from claimdiff._files import replace_file

        replace_file(path, text)
    add_job_summary(report, [chosen["format"], *(name for name, _ in outputs)])
    if report.findings or not (chosen["quiet"] and chosen["format"] == "full"):
        show(output)


def _itself(document: Document) -> Document:
    return document


def _document(article: Article) -> Document:
    return article.document


def grave(report: Report, fail_on: str) -> bool:
    """Whether anything found is as grave as ``fail_on`` or graver."""
    grades = [*map(str, SEVERITIES)]
    wanted = [] if fail_on == "never" else grades[: grades.index(fail_on) + 1]
    return any(finding.severity in wanted and not finding.suppressed for finding in report.findings)


def _cache(chosen: Chosen) -> Cache | None:
    """The cache to use; in CI none unless a folder is named, for what is kept there may be kept for others to read."""
    if chosen["no_cache"] or (os.environ.get("CI", "").casefold() not in ("", "0", "false") and not chosen["cache_dir"]):
        return None
    from claimdiff.cache import Cache, default_folder

    folder = chosen["cache_dir"] or default_folder()
    return Cache(folder) if folder else None
