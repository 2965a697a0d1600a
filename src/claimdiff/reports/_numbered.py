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


def distinct(names: Iterable[str]) -> Iterator[str]:
    """The names, those that were there already with a number behind them: "a", "a (2)"."""
    taken: set[str] = set()
    numbers: Counter[str] = Counter()
    for name in names:
        numbers[name] += 1
        candidate = name if numbers[name] == 1 else f"{name} ({numbers[name]})"
        while candidate in taken:
            numbers[name] += 1
            candidate = f"{name} ({numbers[name]})"
        taken.add(candidate)
        yield candidate
