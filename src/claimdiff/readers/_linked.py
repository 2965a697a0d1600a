"""Linked data in the scripts of a page: the dates of the page's own article."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import unescape
from typing import Any

from claimdiff.readers._news_article import articles_in, fields_of
from claimdiff.readers._tags import Tag

_WRAPPED = re.compile(r"\s*(?://|/\*)?\s*(?:<!--|<!\[CDATA\[)?\s*(?:\*/)?\s*")
"""What hides a script from old browsers, or from parsers of XML."""
_JSON = json.JSONDecoder(strict=False)


def linked_dates(tags: Iterable[Tag], is_headline: Callable[[str], bool]) -> Iterator[tuple[str, object]]:
    """The dates of the article that a page is about, by name: its linked data may tell of others too, to be read next.

    Args:
        tags: of the page, its scripts among them; one that cannot be read says nothing.
        is_headline: whether words are what the page is headed with.
    """
    scripts = [[*articles_in(_told(tag.raw))] for tag in tags if tag.raw and "ld+json" in tag.attributes.get("type", "").lower()]
    own = [article for articles in scripts for article in articles if _headed(article, is_headline)]
    for article in own or [articles[0] for articles in scripts if articles]:
        yield from fields_of(article)


def _told(script: str) -> Any:
    opening = _WRAPPED.match(script)
    assert opening
    try:
        # Whatever stands behind the data closes what hides it.
        return _JSON.raw_decode(script, opening.end())[0]
    except (ValueError, RecursionError):
        return None


def _headed(article: dict[str, Any], is_headline: Callable[[str], bool]) -> bool:
    told: Sequence[object] = [article.get("headline"), article.get("name")]
    return any(isinstance(words, str) and is_headline(unescape(words)) for words in told)
