"""Opening an article's file: regular, readable, of a sane size; then the reader of its format."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Sequence
from datetime import date
from pathlib import PurePath

from claimdiff.errors import ClaimdiffError
from claimdiff.family import READERS, Reader
from claimdiff.model import Document

MAX_BYTES = 50_000_000
"""Larger files are refused: no article is that long, and memory grows with the text."""

_HEAD = 65_536
"""Bytes in which a binary format says what it is; a format of text may do so further on."""
_PLAIN = re.compile(rb"(?:\xef\xbb\xbf)?\s*[\w\x80-\xff\"'(][^\x00-\x08\x0e-\x1f<{]*")
"""How plain text begins, and no other format: with a letter, and no sign of markup near."""
_PLAIN_HEAD = 1_024
_NUMBERED = re.compile(r"(?P<file>.+)#(?P<number>[1-9]\d{0,5})", re.DOTALL)


def read_file(path: str, published: date | None = None, max_bytes: int = MAX_BYTES, format_: str | None = None) -> Document:
    """Read one article.

    Args:
        path: a regular file, or one of several articles in it: ``feed.xml#2``.
        published: publication date that wins over the file's own.
        max_bytes: the largest file that is read.
        format_: the name of its reader; found by content, then by suffix, when None.

    Raises:
        ClaimdiffError: no such file, not a regular file, unreadable, too large, empty, not of its format, or of several articles.
    """
    return only(read_files(path, published, max_bytes, format_), path)


def read_files(path: str, published: date | None = None, max_bytes: int = MAX_BYTES, format_: str | None = None) -> tuple[Document, ...]:
    """Read every article of a file, in order; as ``read_file`` in all else."""
    file, number = split(path)
    if not number:
        return read_data(read_bytes(path, max_bytes), path, published, format_)
    documents = read_data(read_bytes(file, max_bytes), file, published, format_)
    if number > len(documents):
        raise ClaimdiffError(f"no article number {number}: there {'is' if len(documents) == 1 else 'are'} {len(documents)}", file, "count from 1")
    return (documents[number - 1],)


def split(path: str) -> tuple[str, int]:
    """The file of a path, and which of its articles is meant, from 1; 0 for all."""
    # A file may be called "a.txt#2" itself.
    numbered = None if os.path.lexists(path) else _NUMBERED.fullmatch(path)
    return (numbered["file"], int(numbered["number"])) if numbered else (path, 0)


def read_data(data: bytes, path: str, published: date | None = None, format_: str | None = None) -> tuple[Document, ...]:
    """Every article in the bytes of a file; as ``read_file`` in all else."""
    reader = READERS.get(format_) if format_ else reader_for(data, path)
    return reader.read_all(data, path, published) if hasattr(reader, "read_all") else (reader.read(data, path, published),)


def only(documents: Sequence[Document], path: str) -> Document:
    """The one article of a file that may hold many.

    Raises:
        ClaimdiffError: it holds another number.
    """
    if len(documents) != 1:
        raise ClaimdiffError(f"holds {len(documents)} articles", path, f"name one of them: {path}#1 is the first")
    return documents[0]


def read_bytes(path: str, max_bytes: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file; never blocks on a pipe and never reads a device.

    Raises:
        ClaimdiffError: as ``read_file``.
    """
    data = _first(path, max_bytes + 1)
    if len(data) > max_bytes:
        raise ClaimdiffError(f"larger than {max_bytes:,} bytes", path, "raise the limit with --max-bytes")
    return data


def _first(path: str, size: int) -> bytes:
    """The first bytes of a regular file, all if it has no more; raises as ``read_bytes`` does."""
    try:
        # O_NONBLOCK keeps a named pipe from blocking before it can be recognised; Windows has neither.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        raise ClaimdiffError(*_trouble(error, path)) from error
    try:
        # Asked before Python makes a file of the handle, which a directory does not let it.
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            what = "a directory" if stat.S_ISDIR(status.st_mode) else "not a regular file"
            raise ClaimdiffError(what, path, "name the article's file itself")
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read(size)
    finally:
        os.close(handle)


def _trouble(error: OSError | ValueError, path: str) -> tuple[str, str, str]:
    """What, where, remedy."""
    if isinstance(error, FileNotFoundError):
        return "no such file", path, "check the spelling and the folder"
    if isinstance(error, PermissionError):
        return "permission denied", path, "make the file readable"
    if isinstance(error, IsADirectoryError):
        return "a directory", path, "name the article's file itself"
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"cannot be read: {reason}", path, "check the file"


def is_known(path: str, max_bytes: int = MAX_BYTES) -> bool:
    """Whether the suffix of a file is one that a reader has, or its content one that a reader recognises.

    Raises:
        ClaimdiffError: the suffix is not known, and the file cannot be opened.
    """
    if _by_suffix(path):
        return True
    data = _first(path, min(_HEAD, max_bytes))
    if len(data) == _HEAD and b"\0" not in data and not _looks_plain(data):
        data = _first(path, max_bytes)
    return _by_content(data) is not None


def reader_for(data: bytes, path: str) -> Reader:
    """The reader that recognises ``data``, else that of the suffix of ``path``, else that of plain text."""
    return _by_content(data) or _by_suffix(path) or READERS.get("text")


def _by_content(data: bytes) -> Reader | None:
    # Most articles are plain text, and importing every reader takes longer than reading one.
    return None if _looks_plain(data) else next((reader for _, reader in READERS.members() if reader.recognises(data)), None)


def _by_suffix(path: str) -> Reader | None:
    suffix = PurePath(path).suffix.casefold()
    if not suffix:
        return None
    # Plain text first, likewise.
    readers = (READERS.get(name) for name in ("text", *READERS.names()))
    return next((reader for reader in readers if suffix in reader.SUFFIXES), None)


def _looks_plain(data: bytes) -> bool:
    return _PLAIN.fullmatch(data[:_PLAIN_HEAD]) is not None
