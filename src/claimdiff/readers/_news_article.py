"""Schema.org's NewsArticle in JSON-LD: where it is in a graph, and its dates (https://schema.org/NewsArticle)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

TYPES = frozenset(
    """NewsArticle Article ReportageNewsArticle AnalysisNewsArticle BackgroundNewsArticle OpinionNewsArticle ReviewNewsArticle
    AskPublicNewsArticle LiveBlogPosting BlogPosting Report""".split(),
)
MODIFIED_FIELDS = ("dateModified",)
CREATED_FIELDS = ("dateCreated",)

_DEEPEST = 8
"""Levels below which no article is looked for: in a graph, a list, or as what a page is about."""
_HOLDERS = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart")


def articles_in(told: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The articles of linked data, in order."""
    if depth > _DEEPEST:
        return
    if isinstance(told, list):
        for one in told:
            yield from articles_in(one, depth + 1)
    elif isinstance(told, dict):
        if is_article(told):
            yield told
            return
        for name in _HOLDERS:
            yield from articles_in(told.get(name), depth + 1)


def is_article(told: dict[str, Any]) -> bool:
    """Whether an object says that it is an article."""
    types = told.get("@type")
    named = types if isinstance(types, list) else [types]
    return any(isinstance(one, str) and one.rpartition("/")[2].rpartition(":")[2] in TYPES for one in named)


def fields_of(article: dict[str, Any]) -> Iterator[tuple[str, object]]:
    """Its dates by name, the most believed first."""
    for name in ("datePublished", *MODIFIED_FIELDS, *CREATED_FIELDS):
        yield from ((name, value) for value in _values(article.get(name)))


def _values(told: object) -> Iterator[object]:
    """What a property says: it may be said several times, and with its type."""
    for one in told if isinstance(told, list) else [told]:
        yield one.get("@value") if isinstance(one, dict) else one
