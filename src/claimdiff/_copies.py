"""One article under several names: known by what it says, compared once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import blake2b
from typing import TypeVar

from claimdiff.model import Document

Item = TypeVar("Item")


def told_apart(files: Sequence[Sequence[Document]]) -> list[tuple[Document, ...]]:
    """The documents of every file, each with the paths of the others that say the same."""
    keys = [[_said(document) for document in documents] for documents in files]
    paths: dict[bytes, list[str]] = {}
    for documents, their in zip(files, keys, strict=True):
        for document, key in zip(documents, their, strict=True):
            paths.setdefault(key, []).append(document.path)
    return [
        tuple(_with_copies(document, paths[key]) for document, key in zip(documents, their, strict=True))
        for documents, their in zip(files, keys, strict=True)
    ]


def once(items: Iterable[Item], document: Callable[[Item], Document]) -> list[Item]:
    """The items without those whose document says the same as that of one before."""
    seen: set[str] = set()
    found: list[Item] = []
    for item in items:
        read = document(item)
        if seen.isdisjoint(read.copies):
            found.append(item)
        seen.add(read.path)
    return found


def repeated(documents: Iterable[Document]) -> Iterator[tuple[Document, str]]:
    """Each document that says the same as one before, with the path of the first that does."""
    seen: set[str] = set()
    for document in documents:
        first = next((path for path in document.copies if path in seen), None)
        if first is not None:
            yield document, first
        seen.add(document.path)


def _with_copies(document: Document, paths: Sequence[str]) -> Document:
    return document if len(paths) == 1 else replace(document, copies=tuple(path for path in paths if path != document.path))


def _said(document: Document) -> bytes:
    """What an article says, whatever white space its words stand in."""
    said = f"{document.published}\0{' '.join(document.text.split())}".encode("utf-8", "surrogatepass")
    return blake2b(said, digest_size=16).digest()
