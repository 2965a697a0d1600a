"""What stands for several articles: a folder for those in it, a pattern that no shell expanded for what fits it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal

from claimdiff._patterns import WILD, Pattern
from claimdiff.errors import ClaimdiffError
from claimdiff.readers._files import MAX_BYTES, is_known

MOST = 10_000
"""Files of a folder, or that fit a pattern; nobody compares so many, but homes and archives are given by mistake."""

Parts = tuple[str, ...]
"""A path seen from a folder."""
Kind = Literal["file", "folder", "link"]
"""What stands in a folder; a link is one to a folder, and is not followed."""


@dataclass(slots=True)
class Folders:
    """What is read of folders.

    Attributes:
        include: what alone is read, everything if there is none; seen from the folder.
        exclude: what is left out; likewise.
        written: real paths of files that are no articles: reports this run makes, its settings.
        max_bytes: as much of a file is looked at, at the most, to know its format.
        unknown: files that were left out because no reader knows them.
    """

    include: Sequence[Pattern] = ()
    exclude: Sequence[Pattern] = ()
    written: frozenset[str] = frozenset()
    max_bytes: int = MAX_BYTES
    unknown: list[str] = field(default_factory=list)

    def expanded(self, *lists: Iterable[str]) -> list[list[str]]:
        """Each list with, in their places, the articles that its folders and patterns stand for.

        What is named itself, or was found before, is not found again in a folder.

        Raises:
            ClaimdiffError: a folder cannot be read or holds no article, or no file fits a pattern.
        """
        named = [[file for path in paths for file in _named(path)] for paths in lists]
        seen = {os.path.realpath(file) for files in named for file in files if not os.path.isdir(file)}
        return [[path for file in files for path in (self._inside(file, seen) if os.path.isdir(file) else (file,))] for files in named]

    def _inside(self, folder: str, seen: set[str]) -> Iterator[str]:
        """The articles of a folder at any depth that were not seen before, in the order of their paths."""
        files, all_chosen = self._chosen(folder)
        real = {path: os.path.realpath(path) for path in files}
        articles = [path for path in files if real[path] in seen or (real[path] not in self.written and is_known(path, self.max_bytes))]
        known = {*articles}
        unknown = [path for path in files if path not in known and real[path] not in self.written]
        if not articles:
            raise _nothing(folder, len(unknown), all_chosen=all_chosen)
        self.unknown += unknown
        for path in articles:
            if real[path] not in seen:
                seen.add(real[path])
                yield path

    def _chosen(self, folder: str) -> tuple[list[str], bool]:
        """The files of a folder that the patterns leave, and whether these are all."""
        found: list[str] = []
        every = True
        for parts, kind in _walk(folder, lambda parts: not _any(self.exclude, parts, folder=True)):
            if kind != "file":
                every = every and not _any(self.exclude, parts, folder=True)
            elif _any(self.exclude, parts) or (self.include and not _any(self.include, parts)):
                every = False
            else:
                found.append(_joined(folder, parts))
                _limit(found, folder)
        return found, every


def fitting(pattern: str, folder: str = "") -> list[str]:
    """The files and folders that fit a pattern of the shell seen from ``folder``, in the order of their paths; may be none.

    What is hidden fits no pattern.

    Raises:
        ClaimdiffError: a folder cannot be read, or too many fit.
    """
    segments = pattern.replace(os.sep, "/").split("/")
    wild = next(at for at, segment in enumerate(segments) if WILD & set(segment))
    top = os.path.join(folder, "/".join([*segments[:wild], ""])) if wild else folder
    inside = Pattern.at("/".join(segments[wild:]))
    if not os.path.isdir(top or "."):
        return []
    # Where more may fit further down, everything that does is found by itself.
    fit = (parts for parts, kind in _walk(top, inside.leads_to) if inside.fits(parts) and (kind == "file" or not inside.leads_to(parts)))
    found = [_joined(top, parts) for parts in islice(fit, MOST + 1)]
    _limit(found, pattern)
    return found


def is_pattern(path: str, folder: str = "") -> bool:
    """Whether a path seen from ``folder`` is a pattern: it looks like one, and nothing is called so."""
    return bool(WILD & set(path)) and not os.path.lexists(os.path.join(folder, path))


def _named(path: str) -> list[str]:
    if not is_pattern(path):
        return [path]
    found = fitting(path)
    if not found:
        raise ClaimdiffError("no file fits this pattern", path, "check the spelling and the folder")
    return found


def _walk(top: str, enters: Callable[[Parts], bool]) -> Iterator[tuple[Parts, Kind]]:
    """Everything below a folder but what is hidden, a folder before what is in it; only folders that ``enters`` accepts are looked into."""
    waiting = _entries(top, ())
    while waiting:
        parts, kind = waiting.pop()
        yield parts, kind
        if kind == "folder" and enters(parts):
            waiting += _entries(top, parts)


def _entries(top: str, parts: Parts) -> list[tuple[Parts, Kind]]:
    """What stands in a folder, the last first."""
    folder = _joined(top, parts)
    try:
        with os.scandir(folder or ".") as entries:
            found = [(entry.name, kind) for entry in entries if not entry.name.startswith(".") and (kind := _kind(entry))]
    except PermissionError as error:
        raise ClaimdiffError("permission denied", folder, "make the folder readable, or leave it out with --exclude") from error
    except OSError as error:
        raise ClaimdiffError(f"cannot be read: {error.strerror}", folder, "check the folder, or leave it out with --exclude") from error
    return [((*parts, name), kind) for name, kind in sorted(found, reverse=True)]


def _kind(entry: os.DirEntry[str]) -> Kind | None:
    """What an entry is; None for a pipe, a device, or a link that leads nowhere."""
    try:
        if entry.is_dir():
            return "link" if entry.is_symlink() else "folder"
        return "file" if entry.is_file() else None
    except OSError:
        return None


def _joined(top: str, parts: Parts) -> str:
    """A path below a folder; what lies in the current one has no folder before its name."""
    path = os.path.join("" if top == "." and parts else top, *parts)
    return os.path.join(".", path) if path == "-" else path


def _any(patterns: Sequence[Pattern], parts: Parts, *, folder: bool = False) -> bool:
    return any(pattern.covers(parts, folder=folder) for pattern in patterns)


def _limit(found: Sequence[str], where: str) -> None:
    if len(found) > MOST:
        raise ClaimdiffError(f"more than {MOST:,} files", where, "name a folder further down, or choose with --include or --exclude")


def _nothing(folder: str, unknown: int, *, all_chosen: bool) -> ClaimdiffError:
    """What is said of a folder in which there is nothing to read."""
    if unknown:
        files = "1 file is" if unknown == 1 else f"{unknown:,} files are"
        what = f"no article in this folder: {files} of no format that claimdiff reads"
        return ClaimdiffError(what, folder, "name one itself to read it as plain text")
    if not all_chosen:
        return ClaimdiffError("--include and --exclude leave nothing of this folder", folder, "check the patterns, which are seen from it")
    return ClaimdiffError("no article in this folder", folder, "name one that holds articles")
