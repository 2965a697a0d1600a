"""Markdown for a comment, a page or GitHub's job summary: every finding with its sentences, the differing words in bold.

Article text is escaped: it makes no link, no list, no formula, and calls nobody. Suppressed findings are counted only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimdiff.model import Article, Finding, Location, Report
from claimdiff.reports._counts import found, plural, read
from claimdiff.reports._escape import inert, named, visible
from claimdiff.reports._places import label
from claimdiff.reports._published import published
from claimdiff.reports._sentences import pieces, sentences
from claimdiff.values.dates_in_words import value_in_words

_SPECIAL = re.compile(r"[\\`*_\[\]|~^]|[<>&]|[$@#]|:(?=//|(?:[+-]1|100|1234|\w*[A-Za-z]\w*):)|(?i:(?<=www)\.)")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_OPENS_BLOCK = re.compile(r"^(?:([-+=:])|(\d+)([.)])(?= |$))")


def render(report: Report, *, width: int, color: bool) -> str:
    """The whole report."""
    return inert(_head(report) + "".join(map(_finding, _shown(report))) + _articles(report.articles))


def summary(report: Report, room: int) -> str:
    """The report in at most ``room`` bytes of UTF-8, or nothing: whole findings, the gravest, and how many more there are."""
    head, tail, shown = _head(report), _articles(report.articles), _shown(report)
    texts = [_finding(finding) for finding in shown]
    for kept in _fewer(len(texts)):
        more = f"{plural(len(texts) - kept, 'finding')} more than fit here.\n\n" if kept < len(texts) else ""
        text = inert(head + "".join(texts[:kept]) + more + tail)
        if len(text.encode("utf-8", "surrogatepass")) <= room:
            return text
    return ""


def _fewer(number: int) -> Iterator[int]:
    """``number``, half of it, and so on to nothing."""
    while number:
        yield number
        number //= 2
    yield 0


def _shown(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if not finding.suppressed]


def _head(report: Report) -> str:
    return f"## claimdiff: {found(report)}\n\n{read(report)}.\n\n"


def _finding(finding: Finding) -> str:
    lines = [f"### {finding.severity}: {_literal(finding.rule)}", "", _literal(finding.message), ""]
    for group in sentences(finding.locations):
        lines += [*_excerpt(group), ""]
    if finding.reconciliation:
        lines += [f"They agree if: {_literal(finding.reconciliation)}", ""]
    if finding.evidence:
        lines += [f"Because: {_literal('; '.join(finding.evidence))}", ""]
    return "\n".join([*lines, ""])


def _excerpt(locations: Sequence[Location]) -> Iterator[str]:
    """The places, one a list item, and below them the sentence they stand in."""
    for place in locations:
        yield f"- <code>{_escaped(label(place))}</code> {_literal(value_in_words(place.value))}"
    yield ""
    sentence = "".join(f"<strong>{_escaped(words)}</strong>" if differs else _escaped(words) for words, differs in pieces(locations))
    yield f"  > {_guarded(sentence)}"


def _articles(articles: Sequence[Article]) -> str:
    lines = (f"- <code>{_escaped(named(article.document.path))}</code> {_escaped(published(article.document))}\n" for article in articles)
    return "".join(["### Articles\n\n", *lines])


def _literal(text: str) -> str:
    """Words of an article, or about one, at the beginning of a block."""
    return _guarded(_escaped(visible(text).strip(" ")))


def _guarded(text: str) -> str:
    """Escaped text that opens no list, underlines nothing and commands nothing where it begins a line."""
    return _OPENS_BLOCK.sub(lambda match: f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}", text)


def _escaped(text: str) -> str:
    """Visible text inside a line, shown as it is by CommonMark and by GitHub."""
    return _SPECIAL.sub(lambda match: _spelled(match.group()), text)


def _spelled(character: str) -> str:
    """A backslash keeps markup from being read, a reference keeps tags from being read.

    What GitHub looks for in the finished page (formulas, names, issues, addresses, emoji) it finds only inside one piece of text.
    """
    if character in _ENTITIES:
        return _ENTITIES[character]
    return f"<span>{character}</span>" if character in "$@#:." else f"\\{character}"
