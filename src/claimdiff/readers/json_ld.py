"""Schema.org's NewsArticle in JSON-LD with its text in articleBody (https://schema.org/NewsArticle)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from claimdiff.model import Document
from claimdiff.readers._blocks import Story
from claimdiff.readers._exports import Export, Json, read_stories
from claimdiff.readers._files import only
from claimdiff.readers._header_dates import CREATED, MODIFIED
from claimdiff.readers._json import looks_like_json
from claimdiff.readers._moments import moments
from claimdiff.readers._news_article import CREATED_FIELDS, MODIFIED_FIELDS, articles_in, fields_of

SUFFIXES = (".jsonld",)

_MARK = re.compile(rb'"@(?:type|context|graph)"\s*:')
_MARKUP = re.compile(r"</?(?:p|br|div|h[1-6]|li)\b[^>]{0,200}>", re.IGNORECASE)
_ORDERS = {**dict.fromkeys(MODIFIED_FIELDS, MODIFIED), **dict.fromkeys(CREATED_FIELDS, CREATED)}


def recognises(data: bytes) -> bool:
    """Whether ``data`` is JSON that says what it is linked data of."""
    return looks_like_json(data) and _MARK.search(data) is not None


def read(data: bytes, path: str, published: date | None = None) -> Document:
    """The one article of a file; raises ClaimdiffError as ``read_all`` does, and where there are several."""
    return only(read_all(data, path, published), path)


def read_all(data: bytes, path: str, published: date | None = None) -> tuple[Document, ...]:
    """Every article of a graph: headline, articleBody and captions. The date is datePublished; dateModified is never believed.

    Args:
        data: the whole file.
        path: as the user gave it.
        published: publication date that wins over the articles' own.

    Raises:
        ClaimdiffError: it is no JSON, or there is no article with a text in it.
    """
    return read_stories(data, path, published, lambda value: [one for one in articles_in(value) if one.get("articleBody")], _story)


def _story(export: Export, article: Json) -> Story:
    title = export.line(article.get("headline") or article.get("name"))
    body = article["articleBody"]
    blocks = export.marked_up(body) if isinstance(body, str) and _MARKUP.search(body) else export.plain(body)
    clues, doubts = moments(fields_of(article), _ORDERS)
    place = article.get("dateline")
    captions = (export.line(caption) for caption in _captions(article))
    return Story((title, *blocks, *captions), title.text or None, clues, place if isinstance(place, str) else None, doubts)


def _captions(article: Json) -> Iterator[object]:
    images = article.get("image")
    for image in images if isinstance(images, list) else [images]:
        if isinstance(image, dict):
            yield image.get("caption")
