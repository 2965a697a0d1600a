"""Entities across articles: "Mike Pompeo" here and "Pompeo" there, "US" and "American", under one key."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from claimdiff.alignment.lexicon import aliases
from claimdiff.model import Article, Statement

_SUFFIXES = frozenset({"inc", "corp", "co", "ltd", "plc", "llc", "ag", "sa", "gmbh", "group", "company", "corporation"})


class Entities:
    """Maps the canonical names of each article to keys that hold across all of them."""

    def __init__(self, articles: Iterable[Article]) -> None:
        names = {name for article in articles for name in _names(article)}
        self._keys = _merge({name: fold(name) for name in names})

    def key(self, name: str) -> str:
        """The key of a name; names of one entity share it."""
        return self._keys.get(name) or fold(name)


def fold(name: str) -> str:
    """A name without case, accents, dots, articles and company suffixes; aliases replaced."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    known = aliases().get(plain)
    if known:
        return known
    words = [word for word in plain.replace(".", "").replace("-", " ").replace("’", "'").split() if word != "the"]
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    joined = " ".join(words)
    return aliases().get(joined, joined)


def _names(article: Article) -> Iterable[str]:
    for claim in article.claims:
        yield from claim.topic.entities
        if isinstance(claim.value, Statement) and claim.value.speaker:
            yield claim.value.speaker
    for clause in article.clauses:
        yield from clause.names


def _merge(folded: dict[str, str]) -> dict[str, str]:
    """A single word goes to the one longer name that ends in it (a surname), if exactly one does."""
    longer: dict[str, set[str]] = defaultdict(set)
    for key in folded.values():
        words = key.split()
        if len(words) > 1:
            longer[words[-1]].add(key)
    merged = {}
    for name, key in folded.items():
        full = longer.get(key, set())
        merged[name] = next(iter(full)) if len(full) == 1 else key
    return merged
