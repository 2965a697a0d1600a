"""IPTC NewsML-G2: news items, packages of them and messages (https://iptc.org/std/NewsML-G2/)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from claimdiff.errors import ClaimdiffError
from claimdiff.model import Document
from claimdiff.readers._blocks import Story, documents_of
from claimdiff.readers._files import only
from claimdiff.readers._flow import paragraphs
from claimdiff.readers._header_dates import EMBARGOED, MODIFIED
from claimdiff.readers._html import paragraphs as marked_up
from claimdiff.readers._moments import moments
from claimdiff.readers._nitf import story_of
from claimdiff.readers._sourced import Sourced, line_starts
from claimdiff.readers._xml import Element, parse, root_of

SUFFIXES = (".newsml", ".g2")

_ROOTS = frozenset({"newsMessage", "newsItem", "packageItem"})
_DATES = (("itemMeta", "firstCreated"), ("contentMeta", "contentCreated"), ("itemMeta", "versionCreated"), ("itemMeta", "embargoed"))
"""Where an item tells its dates, the most believed first."""
_HIDDEN = frozenset({"head", "script", "style", "nav", "title"})


def recognises(data: bytes) -> bool:
    """Whether the root element is one of NewsML-G2."""
    return root_of(data) in _ROOTS


def read(data: bytes, path: str, published: date | None = None) -> Document:
    """The one text item of a file; raises ClaimdiffError as ``read_all`` does, and where there are several."""
    return only(read_all(data, path, published), path)


def read_all(data: bytes, path: str, published: date | None = None) -> tuple[Document, ...]:
    """Every news item of a file that holds a text: in XHTML, NITF or plain.

    The date is that of the first version, else of the content, else of this version; an embargo is never believed.

    Args:
        data: the whole file.
        path: as the user gave it.
        published: publication date that wins over the items' own.

    Raises:
        ClaimdiffError: it is not well formed, declares entities, or no item holds a text.
    """
    root, source, warnings = parse(data, path)
    items = [root] if root.name == "newsItem" else [*root.every("newsItem")]
    stories = [(item, blocks) for item in items if (blocks := [block for block in _content(item, path) if block.text])]
    if not stories:
        raise ClaimdiffError("no news item with a text in it", path, "export the items themselves, not only what describes them")
    return documents_of([_story(item, blocks, warnings) for item, blocks in stories], path, published, line_starts(source))


def _story(item: Element, blocks: list[Sourced], warnings: tuple[str, ...]) -> Story:
    described = item.first("contentMeta")
    headline = described.first("headline") if described else None
    title = headline.words.squeezed() if headline else Sourced("")
    opening = [] if not title.text or blocks[0].text == title.text else [title]
    located = described.first("located") if described else None
    name = located.first("name") if located else None
    clues, doubts = moments(*_dates(item))
    return Story((*opening, *blocks), title.text or blocks[0].text, clues, name.text if name else None, (*warnings, *doubts))


def _dates(item: Element) -> tuple[list[tuple[str, object]], dict[str, str]]:
    found = [(name, item.first(holder, name)) for holder, name in _DATES]
    fields: list[tuple[str, object]] = [(name, element.text) for name, element in found if element is not None]
    orders = {"embargoed": EMBARGOED}
    if any(name in ("firstCreated", "contentCreated") for name, _ in fields):
        orders["versionCreated"] = MODIFIED
    return fields, orders


def _content(item: Element, path: str) -> Iterator[Sourced]:
    """The paragraphs of the first text in an item's content set."""
    content = item.first("contentSet")
    for one in content.elements("inlineXML", "inlineData") if content else ():
        told = [block for block in _told(one, path) if block.text]
        if told:
            yield from told
            return


def _told(content: Element, path: str) -> Iterator[Sourced]:
    if content.name == "inlineData":
        kind = content.attributes.get("contenttype", "text/plain")
        if "html" in kind:
            yield from marked_up(content.words, path)
        elif kind.startswith("text/"):
            yield from _plain(content.words)
        return
    for document in content.elements():
        if document.name == "nitf":
            yield from story_of(document).blocks
        else:
            yield from paragraphs(document, _HIDDEN)


def _plain(words: Sourced) -> Iterator[Sourced]:
    """Paragraphs of plain text: its lines."""
    at = 0
    for line in words.text.split("\n"):
        yield words.cut(at, at + len(line)).squeezed()
        at += len(line) + 1
