"""Articles kept from one run to the next, so that an unchanged article is not parsed again.

An entry is a file of its own, named by a digest of all that its claims depend on: what the article says, its publication date, the weights, this
program and the libraries it stands on. A changed article is another entry, and one that nobody asks for any more is the first to go.

Drafts are confidential: the folder is the user's alone (0700), so are the files (0600), and no file holds the text, the path or a phrase of an
article (see ``_packing``). Nothing here ever fails a run: what cannot be read is made again, what cannot be written is not kept.
"""

from __future__ import annotations

import json
import os
import stat
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimdiff._engine import digest
from claimdiff._packing import pack, unpack

if TYPE_CHECKING:
    from claimdiff.model import Article, Document

LARGEST = 200_000_000
"""Bytes that are kept at most: some five thousand articles."""
_KEPT = 0.8
"""What is left after there was more: the next runs shall not have to tidy again."""
_BATCH = 64
"""Documents looked up ahead of those that must be parsed, which are parsed together."""
_STALE = 3600
"""Seconds after which a file that is not complete belongs to a run that was killed."""

_FOLDER = "articles"
_SUFFIX = ".json"
_DIGESTS = "engines"
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# Articles that claimdiff has read; may be deleted. See https://bford.info/cachedir/\n"
"""The cache directory tagging standard (bford.info/cachedir): backup programs leave such folders out."""

_TROUBLE = (OSError, ValueError)
"""What using a folder may raise; a NUL in its name is a ValueError."""

Extractor = Callable[[list["Document"]], Iterator["Article"]]


def default_folder(environment: Mapping[str, str] | None = None, platform: str = sys.platform) -> Path | None:
    """The folder for claimdiff in the user's cache directory (XDG, and its likes on macOS and Windows); None where the user has no home."""
    known = os.environ if environment is None else environment
    if platform == "win32":
        base = known.get("LOCALAPPDATA")
        return Path(base, "claimdiff", "Cache") if base else None
    if platform != "darwin" and Path(known.get("XDG_CACHE_HOME", "")).is_absolute():  # the standard: a relative one is ignored
        return Path(known["XDG_CACHE_HOME"], "claimdiff")
    home = known.get("HOME")
    return Path(home, *(("Library", "Caches") if platform == "darwin" else (".cache",)), "claimdiff") if home else None


class Cache:
    """A folder of articles."""

    def __init__(self, folder: str | Path, largest: int = LARGEST) -> None:
        """Use ``folder``, which is made when something is kept; at most ``largest`` bytes."""
        self.folder = Path(folder)
        self._largest = largest
        self._articles = self.folder / _FOLDER
        self._engines: dict[str | None, str | None] = {}

    def through(self, documents: Iterable[Document], pipeline: str | None, extract: Extractor) -> Iterator[Article]:
        """The articles of ``documents`` in order: those known from here, the others from ``extract``, and kept."""
        documents = iter(documents)
        while batch := list(islice(documents, _BATCH)):
            known = [self.get(document, pipeline) for document in batch]
            fresh = extract([document for document, article in zip(batch, known, strict=True) if article is None])
            for article in known:
                if article is None:
                    article = next(fresh)  # noqa: PLW2901 - the gap is filled
                    self.put(article, pipeline)
                yield article
            if None in known:
                self._tidy()

    def get(self, document: Document, pipeline: str | None = None) -> Article | None:
        """The article of ``document`` as ``pipeline`` read it before; None if it is not known."""
        path = self._path(document, pipeline)
        if path is None or not self._is_ours():
            return None
        # Whatever an entry that is damaged, or was made by somebody else, may raise: it is no entry.
        with suppress(Exception):
            article = unpack(_opened(path.read_bytes()), document)
            with suppress(OSError):
                os.utime(path)
            return article
        return None

    def put(self, article: Article, pipeline: str | None = None) -> None:
        """Keep an article, if that is possible."""
        path = self._path(article.document, pipeline)
        if path is None:
            return
        with suppress(*_TROUBLE):
            self._make_folder()
            self._write(path, _sealed(pack(article)))

    def clear(self) -> int:
        """Delete all entries and nothing else; the number of them.

        Raises:
            OSError: one cannot be deleted.
        """
        entries = [entry for entry, _ in self.entries()]
        for entry in [*entries, *self._unfinished(), self._articles / _DIGESTS]:
            entry.unlink(missing_ok=True)
        return len(entries)

    def entries(self) -> list[tuple[Path, os.stat_result]]:
        """The files of all entries, those used last at the end."""
        found = []
        with suppress(*_TROUBLE), os.scandir(self._articles) as files:
            for file in files:
                with suppress(OSError):
                    if file.name.endswith(_SUFFIX) and file.is_file(follow_symlinks=False):
                        found.append((Path(file.path), file.stat(follow_symlinks=False)))
        return sorted(found, key=lambda entry: (entry[1].st_mtime_ns, entry[0].name))

    def _path(self, document: Document, pipeline: str | None) -> Path | None:
        engine = self._engine(pipeline)
        if engine is None:
            return None
        # All of a document but its path, its origin, its warnings and its copies, which its claims do not depend on.
        said = (document.title, document.published, document.published_from, document.dates, document.place, document.furniture)
        key = blake2b(f"{engine}\0{said!r}\0{document.text}".encode("utf-8", "surrogatepass"), digest_size=20)
        return self._articles / f"{key.hexdigest()}{_SUFFIX}"

    def _engine(self, pipeline: str | None) -> str | None:
        """What stands in every key: digests of all that makes claims of a text; None if the pipeline cannot be told."""
        if pipeline not in self._engines:
            self._engines[pipeline] = digest(pipeline, self._remembered, self._remember)
        return self._engines[pipeline]

    def _remembered(self) -> dict[str, str]:
        """Digests of files by what their folder says of them, which is read faster than 24 megabytes are digested."""
        with suppress(Exception):
            if self._is_ours():
                return {str(name): str(value) for name, value in _opened((self._articles / _DIGESTS).read_bytes()).items()}
        return {}

    def _remember(self, digests: dict[str, str]) -> None:
        with suppress(*_TROUBLE):
            self._make_folder()
            self._write(self._articles / _DIGESTS, _sealed(digests))

    def _is_ours(self) -> bool:
        """Whether the folder of entries is a folder that nobody else can have written to."""
        try:
            status = self._articles.lstat()
        except _TROUBLE:
            return False
        return stat.S_ISDIR(status.st_mode) and (os.name != "posix" or (status.st_uid == os.geteuid() and not status.st_mode & 0o022))

    def _make_folder(self) -> None:
        """Make the folders that lack; raises OSError where they cannot be used."""
        if self._is_ours():
            return
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._articles.mkdir(mode=0o700, exist_ok=True)
        for name, text in (("CACHEDIR.TAG", _TAG), (".gitignore", "*\n")):
            if not (self.folder / name).exists():
                self._write(self.folder / name, text.encode())
        if not self._is_ours():
            raise PermissionError(f"{self._articles} belongs to somebody else")

    def _write(self, path: Path, data: bytes) -> None:
        from claimdiff._files import swap_in

        swap_in(path, data, 0o600, safe=False)

    def _tidy(self) -> None:
        """Delete what killed runs left, and the entries used longest ago where there are too many."""
        now = time.time()
        for left in self._unfinished():
            with suppress(OSError):
                if now - left.stat().st_mtime > _STALE:
                    left.unlink()
        entries = self.entries()
        size = sum(status.st_size for _, status in entries)
        if size <= self._largest:
            return
        for entry, status in entries:
            if size <= self._largest * _KEPT:
                return
            with suppress(OSError):
                entry.unlink()
            size -= status.st_size

    def _unfinished(self) -> list[Path]:
        from claimdiff._files import TEMPORARY

        found: list[Path] = []
        for folder in (self.folder, self._articles):
            with suppress(*_TROUBLE):
                found += folder.glob(f"{TEMPORARY}*")
        return found


def _sealed(value: dict[str, Any]) -> bytes:
    """JSON behind its own digest: a damaged file must not give a wrong number."""
    body = json.dumps(value, separators=(",", ":")).encode("ascii")
    return blake2b(body, digest_size=16).hexdigest().encode() + b"\n" + body


def _opened(data: bytes) -> dict[str, Any]:
    seal, _, body = data.partition(b"\n")
    if seal != blake2b(body, digest_size=16).hexdigest().encode():
        raise ValueError("damaged")
    found: dict[str, Any] = json.loads(body)
    return found
