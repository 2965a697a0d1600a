"""Names that must be unique in a report: the second of a kind is numbered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")


def numbered(items: Iterable[Item], name: Callable[[Item], str]) -> Iterator[tuple[Item, int]]:
    """Every item with how many of its name there were so far, itself included."""
    seen: Counter[str] = Counter()
    for item in items:
        seen[name(item)] += 1
        yield item, seen[name(item)]
