"""IPTC ninjs 1, 2 and 3: news in JSON (https://iptc.org/std/ninjs/)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from claimdiff.model import Document
from claimdiff.readers._blocks import Story
from claimdiff.readers._exports import Export, Json, read_stories
from claimdiff.readers._files import only
from claimdiff.readers._header_dates import EMBARGOED, MODIFIED
from claimdiff.readers._json import looks_like_json
from claimdiff.readers._moments import moments
from claimdiff.readers._sourced import Sourced

SUFFIXES = (".ninjs",)

_MARK = re.compile(rb'"(?:body_(?:text|xhtml|html)|bodies|(?:version|first|content)[cC]reated)"\s*:')
_DATES = ("firstcreated", "contentcreated", "versioncreated", "embargoed", "embargoeduntil")
"""The most believed first: the version is that of the latest correction, the content may be older than the news."""
_ORDERS = {"versioncreated": MODIFIED, "embargoed": EMBARGOED, "embargoeduntil": EMBARGOED}
_FORMS = ("text/plain", "text", "plain", "text/html", "xhtml", "html", "application/xhtml+xml")
"""Content types of a body, the best first: what is plain needs no reading of markup."""


def recognises(data: bytes) -> bool:
    """Whether ``data`` is JSON with the fields that only ninjs has."""
    return looks_like_json(data) and _MARK.search(data) is not None and b'"content_elements"' not in data


def read(data: bytes, path: str, published: date | None = None) -> Document:
    """The one article of a ninjs file; raises ClaimdiffError as ``read_all`` does, and where there are several."""
    return only(read_all(data, path, published), path)


def read_all(data: bytes, path: str, published: date | None = None) -> tuple[Document, ...]:
    """Every text item of a ninjs file, headline, body and captions.

    The date is that of the first version; the date of this version is believed only where no other is given, and an
    embargo never.

    Args:
        data: the whole file.
        path: as the user gave it.
        published: publication date that wins over the items' own.

    Raises:
        ClaimdiffError: it is no JSON, or no item in it has a text.
    """
    return read_stories(data, path, published, _items, _story)


def _items(value: Any) -> list[Json]:
    if isinstance(value, dict) and isinstance(value.get("items"), list):
        value = value["items"]
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, dict) and any(_bodies(item))]


def _story(export: Export, item: Json) -> Story:
    title = export.line(_headline(item))
    bodies = [[block for block in _paragraphs(export, text, form) if block.text] for text, form in _bodies(item)]
    captions = [export.line(text) for text in _captions(item)]
    clues, doubts = _dates(item)
    return Story((title, *next(filter(None, bodies), []), *captions), title.text or None, clues, _place(item), doubts)


def _paragraphs(export: Export, text: object, form: str) -> Iterator[Sourced]:
    yield from export.marked_up(text) if "html" in form else export.plain(text)


def _bodies(item: Json) -> Iterator[tuple[object, str]]:
    """Texts of the item's body with their content types, the best first."""
    found: list[tuple[object, str]] = [(item[f"body_{form}"], form) for form in ("text", "xhtml", "html") if item.get(f"body_{form}")]
    found += [(body["value"], _form(body)) for body in _objects(item.get("bodies")) if body.get("value")]
    return iter(sorted((one for one in found if one[1] in _FORMS), key=lambda one: _FORMS.index(one[1])))


def _form(body: Json) -> str:
    return str(body.get("contenttype") or body.get("contentType") or "text/plain").partition(";")[0].strip().lower()


def _headline(item: Json) -> object:
    """The main headline of the list of version 2 and 3, or the only one of version 1."""
    headlines = _objects(item.get("headlines"))
    main = next((one for one in headlines if str(one.get("role", "")).rpartition(":")[2] == "main"), headlines[0] if headlines else {})
    return main.get("value") or item.get("headline")


def _captions(item: Json) -> Iterator[object]:
    """Texts below the pictures that go with the article."""
    for one in _objects(item.get("associations")):
        if one.get("type") in ("picture", "video", "graphic"):
            yield one.get("description_text") or next((told.get("value") for told in _objects(one.get("descriptions"))), None)


def _objects(value: Any) -> list[Json]:
    """The objects in a list, as versions 2 and 3 have it, or among the values of an object, as version 1 has it."""
    values = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [one for one in values if isinstance(one, dict)]


def _place(item: Json) -> str | None:
    """The dateline's place, in words."""
    place = item.get("located")
    return str(place) if isinstance(place, str) and place.strip() else None


def _dates(item: Json) -> Any:
    fields = {name.lower(): (name, value) for name, value in item.items()}
    known = [(name, fields[name][1]) for name in _DATES if name in fields]
    orders = dict(_ORDERS)
    if not any(name in ("firstcreated", "contentcreated") for name, _ in known):
        del orders["versioncreated"]
    return moments(known, orders)
