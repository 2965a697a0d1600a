"""A family is a package whose public modules are its members: found by file name, imported when asked for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from os import listdir
from types import ModuleType
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar, cast

from claimdiff.errors import ClaimdiffError, suggestion

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Doc

    from claimdiff.language.mentions import Mentions
    from claimdiff.model import Alignment, Article, Claim, Document, Finding, Report, Skipped


class Reader(Protocol):
    """Reads one input format. ``read_all`` is optional: the formats whose files may hold several articles have it."""

    SUFFIXES: tuple[str, ...]

    def recognises(self, data: bytes) -> bool:
        """Whether a file's bytes say that they are of this format; no two readers recognise the same."""

    def read(self, data: bytes, path: str, published: date | None = None) -> Document:
        """Decode ``data``; raises ClaimdiffError if it cannot be read as this format, or holds several articles."""

    def read_all(self, data: bytes, path: str, published: date | None = None) -> tuple[Document, ...]:
        """Every article in ``data``, in order; raises as ``read`` does."""


class Extractor(Protocol):
    """Finds one kind of claim."""

    def extract(self, doc: Doc, document: Document, mentions: Mentions) -> Iterator[Claim | Skipped]:
        """Claims and skipped places of ``doc`` (the parse of ``document.text``), in text order."""


class Rule(Protocol):
    """Finds one kind of discrepancy. A rule defines at least one of the four functions.

    It may also set ``SELECTED``, the severity of its findings where it was asked for by name.
    """

    def compare(self, alignment: Alignment) -> Iterator[Finding]:
        """Discrepancies among the aligned claims of several documents."""

    def check(self, article: Article) -> Iterator[Finding]:
        """Discrepancies inside one article."""

    def across(self, articles: tuple[Article, ...]) -> Iterator[Finding]:
        """Discrepancies between several whole articles."""

    def support(self, draft: Article, sources: tuple[Article, ...]) -> Iterator[Finding]:
        """What stands in the draft and in none of its sources."""


class ReportFormat(Protocol):
    """Writes a report in one format. ``render_articles`` is optional: the formats of ``claimdiff extract`` have it."""

    def render(self, report: Report, *, width: int, color: bool) -> str:
        """The report as text, ending in a newline unless empty."""

    def render_articles(self, articles: tuple[Article, ...], *, width: int, color: bool) -> str:
        """The claims of each article as text."""


Member = TypeVar("Member")


class Family(Generic[Member]):
    """The members of a package.

    ``names`` reads file names only; ``get`` imports. File name = option value = member name, with ``-`` for ``_``.
    Modules that begin with ``_`` are helpers, not members.
    """

    def __init__(self, package: str, noun: str) -> None:
        self.package = package
        self.noun = noun

    def names(self) -> tuple[str, ...]:
        """Names of all members, sorted."""
        return _members(self.package)

    def get(self, name: str) -> Member:
        """The member called ``name``.

        Raises:
            ClaimdiffError: there is none; the message names the nearest.
        """
        return cast("Member", self.module(name))

    def module(self, name: str) -> ModuleType:
        """The module of the member called ``name``; raises as ``get`` does."""
        known = self.names()
        if name not in known:
            raise ClaimdiffError(f"no such {self.noun}", name, suggestion(name, known))
        return import_module(f"{self.package}.{name.replace('-', '_')}")

    def members(self) -> Iterator[tuple[str, Member]]:
        """Every member with its name, sorted by name; imports them all."""
        for name in self.names():
            yield name, self.get(name)


@cache
def _members(package: str) -> tuple[str, ...]:
    # Not importlib.resources, which costs --help more than everything else but click.
    names = (name for folder in import_module(package).__path__ for name in listdir(folder))  # noqa: PTH208 - likewise
    stems = (name.removesuffix(".py") for name in names if name.endswith(".py"))
    return tuple(sorted(stem.replace("_", "-") for stem in stems if not stem.startswith("_")))


READERS: Family[Reader] = Family("claimdiff.readers", "input format")
EXTRACTORS: Family[Extractor] = Family("claimdiff.extractors", "claim kind")
RULES: Family[Rule] = Family("claimdiff.rules", "rule")
REPORTS: Family[ReportFormat] = Family("claimdiff.reports", "format")
