"""The articles named on the command line: each read once with the date given for it, or one error that names all that cannot be read."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from claimdiff.errors import ClaimdiffError
from claimdiff.family import READERS
from claimdiff.model import Document
from claimdiff.readers._files import MAX_BYTES, read_data, read_files
from claimdiff.readers._header_dates import EARLIEST, LATEST

STDIN = "-"
_NAMED = 20
"""Articles that are named where one is looked for in vain; of more only the first and the last."""


@dataclass(frozen=True, slots=True)
class Given:
    """How the user wants articles to be read.

    Attributes:
        dates: ``PATH=YYYY-MM-DD`` or ``PATH=today``, the paths as given.
        configured: days by the real path of articles, which may be read or not.
        formats: ``NAME`` of the input format of all, or ``PATH=NAME`` for one.
        stdin_filename: what standard input is called.
        max_bytes: the largest article read.
    """

    dates: tuple[str, ...] = ()
    configured: Mapping[str, str] = field(default_factory=dict)
    formats: tuple[str, ...] = ()
    stdin_filename: str = "stdin.txt"
    max_bytes: int = MAX_BYTES


def read_all(paths: Sequence[str], given: Given) -> list[tuple[Document, ...]]:
    """The documents of each path, in order: one, but for files that hold several articles.

    Raises:
        ClaimdiffError: a date or format is none or names no article.
        ExceptionGroup: of a ClaimdiffError for every article that cannot be read.
    """
    dates, formats = _dates(paths, given), _formats(paths, given)
    documents: list[tuple[Document, ...]] = []
    errors: list[ClaimdiffError] = []
    for path in paths:
        try:
            documents.append(_read(path, dates.get(path), formats.get(path), given))
        except ClaimdiffError as error:
            errors.append(error)
    if errors:
        raise ExceptionGroup("articles that cannot be read", errors)
    return documents


def warnings(documents: Iterable[Document]) -> Iterator[str]:
    """What the readers had to guess."""
    return (f"{document.path}: warning: {warning}" for document in documents for warning in document.warnings)


def _read(path: str, day: str | None, format_: str | None, given: Given) -> tuple[Document, ...]:
    published = None if day is None else date.today() if day == "today" else date.fromisoformat(day)
    if published and not EARLIEST <= published.year <= LATEST:
        raise ClaimdiffError(f"published in the year {published.year:04}", path, f"give a date between the years {EARLIEST} and {LATEST}")
    read = _read_stdin(published, format_, given) if path == STDIN else read_files(path, published, given.max_bytes, format_)
    if day != "today":
        return read
    # The report must say that it hangs on the day it was made.
    return tuple(
        replace(document, dates=tuple(replace(clue, order="today") if clue.kind == "flag" else clue for clue in document.dates)) for document in read
    )


def _read_stdin(published: date | None, format_: str | None, given: Given) -> tuple[Document, ...]:
    if sys.stdin is None:
        raise ClaimdiffError("closed", "standard input", "name a file instead of -")
    data = sys.stdin.buffer.read(given.max_bytes + 1)
    if len(data) > given.max_bytes:
        raise ClaimdiffError(f"larger than {given.max_bytes:,} bytes", given.stdin_filename, "raise the limit with --max-bytes")
    return read_data(data, given.stdin_filename, published, format_)


def _dates(paths: Sequence[str], given: Given) -> dict[str, str]:
    """The dates given, by path as given on the command line."""
    dates = {path: day for path in paths if given.configured and (day := given.configured.get(os.path.realpath(path)))}
    for option in given.dates:
        path, _, day = option.rpartition("=")
        if not path and (day == "today" or _is_date(day)):
            raise ClaimdiffError("no article named", f"--date {option}", "write it as PATH=YYYY-MM-DD, or PATH=today")
        if day != "today" and not _is_date(day):
            raise ClaimdiffError("not a date", f"--date {option}", "write it as PATH=YYYY-MM-DD, or PATH=today")
        dates[_article(path, paths, given, f"--date {option}")] = day
    return dates


def _formats(paths: Sequence[str], given: Given) -> dict[str, str]:
    """The input formats given, by path as given on the command line; one without a path is that of all others."""
    formats: dict[str, str] = {}
    for option in sorted(given.formats, key=lambda option: "=" in option):
        path, equals, name = option.rpartition("=")
        READERS.module(name)
        named = [_article(path, paths, given, f"--input-format {option}")] if equals else paths
        formats |= dict.fromkeys(named, name)
    return formats


def _article(path: str, paths: Sequence[str], given: Given, option: str) -> str:
    """The path among ``paths`` that an option means."""
    known = {os.path.normpath(one): one for one in paths}
    if STDIN in paths:
        known.setdefault(os.path.normpath(given.stdin_filename), STDIN)
    match = path if path in paths else known.get(os.path.normpath(path)) if path else None
    if match is None:
        raise ClaimdiffError("no article of that name is read", option, _there_are(paths))
    return match


def _there_are(paths: Sequence[str]) -> str:
    return f"there are: {', '.join(paths)}" if len(paths) <= _NAMED else f"there are {len(paths):,}, from {paths[0]} to {paths[-1]}"


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
