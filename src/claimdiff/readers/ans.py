"""Arc ANS: stories of Arc XP's content system (https://github.com/washingtonpost/ans-schema)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from claimdiff.model import Document
from claimdiff.readers._blocks import Story
from claimdiff.readers._exports import Export, Json, read_stories
from claimdiff.readers._files import only
from claimdiff.readers._header_dates import CREATED, MODIFIED
from claimdiff.readers._json import looks_like_json
from claimdiff.readers._moments import moments
from claimdiff.readers._sourced import Sourced

SUFFIXES = (".ans",)

_MARK = re.compile(rb'"content_elements"\s*:')
_DATES = ("display_date", "first_publish_date", "publish_date", "last_updated_date", "created_date")
"""The most believed first: ``display_date`` is what the desk wants readers to see, ``publish_date`` that of this revision."""
_ORDERS = {"publish_date": MODIFIED, "last_updated_date": MODIFIED, "created_date": CREATED}
_DEEPEST = 6


def recognises(data: bytes) -> bool:
    """Whether ``data`` is JSON with a story's elements."""
    return looks_like_json(data) and _MARK.search(data) is not None


def read(data: bytes, path: str, published: date | None = None) -> Document:
    """The one story of a file; raises ClaimdiffError as ``read_all`` does, and where there are several."""
    return only(read_all(data, path, published), path)


def read_all(data: bytes, path: str, published: date | None = None) -> tuple[Document, ...]:
    """Every story of a file: headline, the text of its elements, captions and corrections.

    The date is the one to be displayed, else that of first publication; the date of this revision is believed only
    where neither is given, and those of creation and change never.

    Args:
        data: the whole file.
        path: as the user gave it.
        published: publication date that wins over the stories' own.

    Raises:
        ClaimdiffError: it is no JSON, or no story in it has a text.
    """
    return read_stories(data, path, published, _stories, _story)


def _stories(value: Any) -> list[Json]:
    """A story, a list of them, or a feed or collection that holds them as its elements."""
    if isinstance(value, list):
        return [story for one in value for story in _stories(one)]
    if not isinstance(value, dict):
        return []
    elements = [one for one in _elements(value) if one.get("type") == "story"]
    return [story for one in elements for story in _stories(one)] if elements else [value] if any(_elements(value)) else []


def _story(export: Export, story: Json) -> Story:
    title = export.line(_basic(story.get("headlines")))
    blocks = [title, *(block for element in _elements(story) for block in _told(export, element))]
    orders = dict(_ORDERS)
    if not (story.get("display_date") or story.get("first_publish_date")):
        del orders["publish_date"]
    clues, doubts = moments([(name, story[name]) for name in _DATES if name in story], orders)
    located = story.get("dateline") or story.get("location")
    return Story(tuple(blocks), title.text or None, clues, located if isinstance(located, str) else None, doubts)


def _told(export: Export, element: Json, depth: int = 0) -> Iterator[Sourced]:
    """The paragraphs of a story's element."""
    kind = element.get("type")
    if kind in ("text", "header", "quote", "blockquote", "correction", "interstitial_text"):
        yield from export.marked_up(element.get("content") or element.get("text"))
    elif kind in ("image", "video", "graphic"):
        yield export.line(element.get("caption"))
    if depth < _DEEPEST and kind in ("list", "list_element", "quote", "gallery", "element_group"):
        name = "items" if kind in ("list", "list_element") and "items" in element else "content_elements"
        for one in _elements(element, name):
            yield from _told(export, one, depth + 1)
    if kind == "table":
        yield from _cells(export, element)


def _cells(export: Export, table: Json) -> Iterator[Sourced]:
    rows = [table.get("header"), *(table.get("rows") or ())] if isinstance(table.get("rows"), list) else []
    for row in rows:
        for cell in row if isinstance(row, list) else ():
            yield from export.marked_up(cell.get("content") if isinstance(cell, dict) else cell)


def _elements(holder: Json, name: str = "content_elements") -> list[Json]:
    found = holder.get(name)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _basic(texts: object) -> object:
    return texts.get("basic") if isinstance(texts, dict) else texts
