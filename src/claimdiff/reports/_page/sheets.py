"""The articles as the page shows them: cut into paragraphs and marked pieces, with anchors that every other part links to."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath
from string import ascii_uppercase

from claimdiff.model import Alignment, Article, Claim, Document, Extent, Location, Report, When
from claimdiff.reports._page.paragraphs import paragraphs
from claimdiff.reports._page.spans import Mark, Piece, cut

SKIPPED, FURNITURE, DATED = "skipped", "furniture", "dated"
"""Labels of asides: what could not be checked, what is about the page and not the event, what the timeline links to."""


@dataclass(frozen=True)
class Sheet:
    """One article on the page.

    Attributes:
        number: its place among the articles, from 0.
        name: its file name, or its whole path where two share it.
        article: what it is.
        paragraphs: the marked pieces of each of its paragraphs.
    """

    number: int
    name: str
    article: Article
    paragraphs: tuple[tuple[Piece, ...], ...]

    @property
    def document(self) -> Document:
        """The document as read."""
        return self.article.document

    @property
    def id(self) -> str:
        """The id of its element."""
        return f"a{self.number}"

    @property
    def letter(self) -> str:
        """What it is called for short: A to Z, AA, AB and so on."""
        letters, rest = "", self.number + 1
        while rest:
            rest, last = divmod(rest - 1, 26)
            letters = ascii_uppercase[last] + letters
        return letters

    def piece_id(self, start: int) -> str:
        """The id of the piece that begins at ``start``."""
        return f"{self.id}-{start}"

    def anchor(self, extent: Extent) -> str:
        """The id of the first piece shown at or behind the beginning of ``extent``; of the article where there is none."""
        at = bisect_right(self._starts, extent.start) - 1
        if at >= 0 and self._ends[at] > extent.start:
            return self.piece_id(self._starts[at])
        return self.piece_id(self._starts[at + 1]) if at + 1 < len(self._starts) else self.id

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.extent.start for pieces in self.paragraphs for piece in pieces]

    @cached_property
    def _ends(self) -> list[int]:
        return [piece.extent.end for pieces in self.paragraphs for piece in pieces]


@dataclass(frozen=True)
class Page:
    """What the parts of the page are made of.

    Attributes:
        report: the report.
        sheets: its articles.
        agreements: alignments at which no finding points, with their number among all alignments.
    """

    report: Report
    sheets: tuple[Sheet, ...]
    agreements: tuple[tuple[int, Alignment], ...]

    def sheet(self, document: Document) -> Sheet:
        """The sheet of a document of the report."""
        return self.sheets[self._numbers[id(document)]]

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {id(sheet.document): sheet.number for sheet in self.sheets}


def finding_id(number: int) -> str:
    """The id of the entry of a finding, and its label."""
    return f"f{number}"


def agreement_id(number: int) -> str:
    """The id of the entry of an agreement, and its label."""
    return f"g{number}"


def is_finding(label: str) -> bool:
    """Whether a label is that of a finding."""
    return label[0] == "f" and label[1:].isdecimal()


def is_agreement(label: str) -> bool:
    """Whether a label is that of an agreement."""
    return label[0] == "g" and label[1:].isdecimal()


def number_of(label: str) -> int:
    """The number in the label of a finding or an agreement."""
    return int(label[1:])


def laid_out(report: Report) -> Page:
    """The page of a report, before it is written."""
    articles = _articles(report)
    found = _marks((finding_id(i), finding.locations) for i, finding in enumerate(report.findings))
    agreements = tuple(_agreements(report, articles, found))
    agreed = _marks((agreement_id(i), alignment.claims) for i, alignment in agreements)
    names = _names([article.document.path for article in articles])
    sheets = [
        Sheet(number, names[number], article, tuple(_paragraphs(article, [*found[id(article.document)], *agreed[id(article.document)]])))
        for number, article in enumerate(articles)
    ]
    return Page(report, tuple(sheets), agreements)


def _articles(report: Report) -> list[Article]:
    """The articles of the report, and those that only a finding knows."""
    known = {id(article.document): article for article in report.articles}
    for finding in report.findings:
        for location in finding.locations:
            known.setdefault(id(location.document), Article(location.document))
    return list(known.values())


def _marks(labelled: Iterable[tuple[str, Sequence[Claim] | Sequence[Location]]]) -> defaultdict[int, list[Mark]]:
    """Marks by document."""
    marks: defaultdict[int, list[Mark]] = defaultdict(list)
    for label, places in labelled:
        for place in places:
            marks[id(place.document)].append(Mark(place.extent, label))
    return marks


def _agreements(report: Report, articles: Sequence[Article], found: dict[int, list[Mark]]) -> Iterator[tuple[int, Alignment]]:
    """Alignments with no finding that points at their claims in two articles; a duration counts once, as the number that it is too."""
    aligned = _marks((agreement_id(i), alignment.claims) for i, alignment in enumerate(report.alignments))
    meetings: Counter[tuple[str, str]] = Counter()
    for article in articles:
        key = id(article.document)
        pieces = cut([*found.get(key, ()), *aligned[key]], Extent(0, len(article.document.text)))
        meetings.update({pair for piece in pieces for pair in _meetings(piece)})
    disputed = {alignment for (alignment, _), documents in meetings.items() if documents > 1}
    for i, alignment in enumerate(report.alignments):
        if agreement_id(i) not in disputed and not all(
            isinstance(claim.value, When) and claim.value.type == "DURATION" for claim in alignment.claims
        ):
            yield i, alignment


def _meetings(piece: Piece) -> Iterator[tuple[str, str]]:
    findings = [label for label in piece.labels if is_finding(label)]
    return ((label, finding) for label in piece.labels if is_agreement(label) for finding in findings)


def _paragraphs(article: Article, marks: Sequence[Mark]) -> Iterator[tuple[Piece, ...]]:
    """The pieces of each paragraph."""
    text = article.document.text
    extents = list(paragraphs(text))
    asides = [
        *(Mark(skip.extent, SKIPPED) for skip in article.skipped),
        *(Mark(extent, FURNITURE) for extent in article.document.furniture),
        *(Mark(claim.extent, DATED) for claim in article.claims if claim.kind == "date"),
    ]
    # Paragraphs are cut like marks, so that one sweep serves the whole text.
    within = [Mark(extent, str(i)) for i, extent in enumerate(extents)]
    pieces: list[list[Piece]] = [[] for _ in extents]
    for piece in cut([*marks, *asides, *within], Extent(0, len(text))):
        number = next((label for label in piece.labels if label.isdecimal()), None)
        if number is not None:
            labels, ending = (tuple(label for label in some if not label.isdecimal()) for some in (piece.labels, piece.ending))
            pieces[int(number)].append(Piece(piece.extent, labels, ending))
    return map(tuple, pieces)


def _names(paths: Sequence[str]) -> list[str]:
    """File names, whole paths where two share one."""
    short = [PurePath(path).name or path for path in paths]
    counts = Counter(short)
    return [name if counts[name] == 1 else path for path, name in zip(paths, short, strict=True)]
