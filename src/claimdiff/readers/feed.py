"""RSS 0.9 to 2.0, RSS 1.0 and Atom: one article for each item."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from claimdiff.errors import ClaimdiffError
from claimdiff.model import Document
from claimdiff.readers._blocks import Story, documents_of
from claimdiff.readers._files import only
from claimdiff.readers._flow import paragraphs
from claimdiff.readers._header_dates import MODIFIED
from claimdiff.readers._html import paragraphs as marked_up
from claimdiff.readers._moments import moments
from claimdiff.readers._sourced import Sourced, line_starts
from claimdiff.readers._xml import Element, parse, root_of

SUFFIXES = (".rss", ".atom")

_ROOTS = frozenset({"rss", "RDF", "feed", "entry"})
_BODIES = ("encoded", "content", "description", "summary")
"""Elements that hold the text, the fullest first: content:encoded of RSS, content of Atom, or but a summary."""
_DATES = ("pubDate", "published", "issued", "date", "updated", "modified")
"""The most believed first: RSS, Atom, Atom 0.3, Dublin Core; then those of change."""
_ATOM = frozenset({"http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"})
_SPACES = _ATOM | {
    "", "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/", "http://purl.org/rss/1.0/modules/content/",
    "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/", "http://backend.userland.com/rss2",
}  # fmt: skip
"""Namespaces whose elements are the item's own; those of media and podcasts have titles and contents too, which are not."""


def recognises(data: bytes) -> bool:
    """Whether the root element is that of a feed."""
    return root_of(data) in _ROOTS


def read(data: bytes, path: str, published: date | None = None) -> Document:
    """The one item of a feed; raises ClaimdiffError as ``read_all`` does, and where there are several."""
    return only(read_all(data, path, published), path)


def read_all(data: bytes, path: str, published: date | None = None) -> tuple[Document, ...]:
    """Every item of a feed that holds a text. The date is the day of publication where the feed was written, not that in London.

    Args:
        data: the whole file.
        path: as the user gave it.
        published: publication date that wins over the items' own.

    Raises:
        ClaimdiffError: it is not well formed, declares entities, or holds no items with a text.
    """
    root, source, warnings = parse(data, path)
    items = [root] if root.name == "entry" else [*root.every("item", "entry")]
    stories = [story for item in items if (story := _story(item, path, warnings)) is not None]
    if not stories:
        raise ClaimdiffError("a feed without an item that holds a text", path, "name the pages it links to")
    return documents_of(stories, path, published, line_starts(source))


def _story(item: Element, path: str, warnings: tuple[str, ...]) -> Story | None:
    item.children = [child for child in item.elements() if child.space in _SPACES]
    headline = item.first("title")
    title = next(iter(_told(headline, path)), Sourced("")) if headline else Sourced("")
    texts = ([block for block in _told(body, path) if block.text] for name in _BODIES for body in item.elements(name))
    blocks = next(filter(None, texts), None)
    if not blocks:
        return None
    fields: list[tuple[str, object]] = [(name, found.text) for name in _DATES for found in item.elements(name)]
    clues, doubts = moments(fields, {"updated": MODIFIED, "modified": MODIFIED})
    return Story((title, *blocks), title.text or None, clues, warnings=(*warnings, *doubts))


def _told(element: Element, path: str) -> Iterator[Sourced]:
    """The paragraphs of an element that holds text, escaped HTML, or XHTML."""
    if any(True for _ in element.elements()):
        yield from paragraphs(element)
    elif element.attributes.get("type", "text" if element.space in _ATOM else "html") in ("text", "text/plain"):
        yield element.words.squeezed()
    else:
        yield from marked_up(element.words, path)
