"""The articles named on the command line: each read once with the date given for it, or one error that names all that cannot be read."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from claimdiff.errors import ClaimdiffError
from claimdiff.model import Document
from claimdiff.readers._files import MAX_BYTES, read_file, reader_for

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Given:
    """How the user wants articles to be read.

    Attributes:
        dates: ``PATH=YYYY-MM-DD`` or ``PATH=today``, the paths as given.
        configured: days by the real path of articles, which may be read or not.
        stdin_filename: what standard input is called.
        max_bytes: the largest article read.
    """

    dates: tuple[str, ...] = ()
    configured: Mapping[str, str] = field(default_factory=dict)
    stdin_filename: str = "stdin.txt"
    max_bytes: int = MAX_BYTES


def read_all(paths: Sequence[str], given: Given) -> list[Document]:
    """The documents of ``paths``, in order.

    Raises:
        ClaimdiffError: a date is none or names no article.
        ExceptionGroup: of a ClaimdiffError for every article that cannot be read.
    """
    dates = _dates(paths, given)
    documents: list[Document] = []
    errors: list[ClaimdiffError] = []
    for path in paths:
        try:
            documents.append(_read(path, dates.get(path), given))
        except ClaimdiffError as error:
            errors.append(error)
    if errors:
        raise ExceptionGroup("articles that cannot be read", errors)
    return documents


def warnings(documents: Sequence[Document]) -> Iterator[str]:
    """What the readers had to guess, and articles that say the same as another."""
    seen: dict[str, str] = {}
    for document in documents:
        yield from (f"{document.path}: warning: {warning}" for warning in document.warnings)
        if document.digest in seen:
            yield f"{document.path}: warning: the same article as {seen[document.digest]}"
        seen.setdefault(document.digest, document.path)


def _read(path: str, day: str | None, given: Given) -> Document:
    published = None if day is None else date.today() if day == "today" else date.fromisoformat(day)
    document = _read_stdin(published, given) if path == STDIN else read_file(path, published, given.max_bytes)
    if day != "today":
        return document
    # The report must say that it hangs on the day it was made.
    return replace(document, dates=tuple(replace(clue, order="today") if clue.kind == "flag" else clue for clue in document.dates))


def _read_stdin(published: date | None, given: Given) -> Document:
    if sys.stdin is None:
        raise ClaimdiffError("closed", "standard input", "name a file instead of -")
    data = sys.stdin.buffer.read(given.max_bytes + 1)
    if len(data) > given.max_bytes:
        raise ClaimdiffError(f"larger than {given.max_bytes:,} bytes", given.stdin_filename, "raise the limit with --max-bytes")
    return reader_for(given.stdin_filename).read(data, given.stdin_filename, published)


def _dates(paths: Sequence[str], given: Given) -> dict[str, str]:
    """The dates given, by path as given on the command line."""
    known = {os.path.normpath(path): path for path in paths}
    if STDIN in paths:
        known.setdefault(os.path.normpath(given.stdin_filename), STDIN)
    dates = {path: day for path in paths if given.configured and (day := given.configured.get(os.path.realpath(path)))}
    for option in given.dates:
        path, _, day = option.rpartition("=")
        if not path and (day == "today" or _is_date(day)):
            raise ClaimdiffError("no article named", f"--date {option}", "write it as PATH=YYYY-MM-DD, or PATH=today")
        if day != "today" and not _is_date(day):
            raise ClaimdiffError("not a date", f"--date {option}", "write it as PATH=YYYY-MM-DD, or PATH=today")
        match = path if path in paths else known.get(os.path.normpath(path)) if path else None
        if match is None:
            raise ClaimdiffError("no article of that name is read", f"--date {option}", f"there are: {', '.join(paths)}")
        dates[match] = day
    return dates


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
