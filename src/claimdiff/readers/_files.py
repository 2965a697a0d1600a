"""Opening an article's file: regular, readable, of a sane size; then the reader of its format."""

from __future__ import annotations

import os
import stat
from datetime import date
from pathlib import PurePath

from claimdiff.errors import ClaimdiffError
from claimdiff.family import READERS, Reader
from claimdiff.model import Document

MAX_BYTES = 50_000_000
"""Larger files are refused: no article is that long, and memory grows with the text."""


def read_file(path: str, published: date | None = None, max_bytes: int = MAX_BYTES) -> Document:
    """Read one article.

    Args:
        path: a regular file; its suffix chooses the reader, plain text if none claims it.
        published: publication date that wins over the file's own.
        max_bytes: the largest file that is read.

    Raises:
        ClaimdiffError: no such file, not a regular file, unreadable, too large, empty or not of its format.
    """
    return reader_for(path).read(read_bytes(path, max_bytes), path, published)


def read_bytes(path: str, max_bytes: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file; never blocks on a pipe and never reads a device.

    Raises:
        ClaimdiffError: as ``read_file``.
    """
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
            data = file.read(max_bytes + 1)
    finally:
        os.close(handle)
    if len(data) > max_bytes:
        raise ClaimdiffError(f"larger than {max_bytes:,} bytes", path, "raise the limit with --max-bytes")
    return data


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


def reader_for(path: str) -> Reader:
    """The reader of the suffix of ``path``, or that of plain text."""
    suffix = PurePath(path).suffix.casefold()
    for name in READERS.names():
        reader = READERS.get(name)
        if suffix in reader.SUFFIXES:
            return reader
    return READERS.get("text")
