"""What makes claims of a text, as a digest: the weights, this program's version and the modules that read, the versions of the libraries below."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from hashlib import sha256
from importlib.machinery import PathFinder
from pathlib import Path

_PACKAGE = Path(__file__).parent
_OURS = ("__init__.py", "model.py", "family.py", "pipeline.py", "extractors", "values", "language")
_LIBRARIES = {"spacy": "about.py", "thinc": "about.py", "onnxruntime": "__init__.py", "numpy": "version.py", "dateparser": "__init__.py"}
"""The file of each library that spells its version; importing one to ask it would take longer than a whole cached run."""

_MOST = 20
"""Fingerprints that are remembered: installations that use one cache folder in turn."""


def digest(pipeline: str | None, remembered: Callable[[], dict[str, str]], remember: Callable[[dict[str, str]], None]) -> str | None:
    """A digest of all files that claims depend on.

    Args:
        pipeline: another pipeline than the bundled one, by name or folder.
        remembered: digests known from earlier, by the fingerprint of names, sizes and times.
        remember: takes the same with a new one.

    Returns:
        None if ``pipeline`` is no folder and no installed package.
    """
    others = list(_below(_folder_of(pipeline))) if pipeline is not None else []
    if pipeline is not None and not others:
        return None
    files = [*_files(), *others]
    # A file that changes and keeps its size and time is as good as not changed: the rule of make, rsync and ruff.
    facts = sha256()
    for file in files:
        status = os.stat(file)  # noqa: PTH116 - a few hundred of them
        facts.update(f"{file}\0{status.st_size}\0{status.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
    fingerprint = facts.hexdigest()
    known = remembered()
    if fingerprint not in known:
        known[fingerprint] = _contents(files)
        remember(dict(list(known.items())[-_MOST:]))
    return known[fingerprint]


def _contents(files: list[str]) -> str:
    total = sha256()
    for file in files:
        # By content and the file's own name: a new installation in another folder is the same engine.
        content = sha256(Path(file).read_bytes())
        total.update(f"{content.hexdigest()}  {os.path.basename(file)}\n".encode("utf-8", "surrogateescape"))  # noqa: PTH119
    return total.hexdigest()


def _files() -> Iterator[str]:
    """All files, in an order that does not depend on the folder they are in."""
    for name in _OURS:
        yield from _below(str(_PACKAGE / name))
    for library, version in _LIBRARIES.items():
        spec = PathFinder.find_spec(library)
        if spec and spec.origin:
            yield from _below(os.path.join(os.path.dirname(spec.origin), version))  # noqa: PTH118, PTH120


def _folder_of(pipeline: str) -> str:
    if os.path.isdir(pipeline):  # noqa: PTH112
        return pipeline
    spec = PathFinder.find_spec(pipeline)
    return os.path.dirname(spec.origin) if spec and spec.origin else ""  # noqa: PTH120


def _below(path: str) -> Iterator[str]:
    if os.path.isfile(path):  # noqa: PTH113
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders.sort()
        yield from (os.path.join(folder, name) for name in sorted(names) if not name.endswith((".pyc", "~")))  # noqa: PTH118
