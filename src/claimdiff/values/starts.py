"""Patterns that are tried only at the words they may begin with: a text has few of those, and a search tries every one of its characters."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

FIGURE = "0"
"""Among the words that a pattern begins with: it may begin with any figure."""

_TOLD_BY = 3
"""Letters by which the first word is told: it may run into what follows it ("midmorning")."""

_WORD = re.compile(r"[^\W\d_]+|\d+|['’](?=\d)")
"""A run of letters or of digits, or the mark before a short year."""

Name = TypeVar("Name")


class Starts(Generic[Name]):
    """Several patterns, each with the words that its matches begin with, in any case.

    Args:
        patterns: of each its name, the pattern, and the words, divided by spaces; ``FIGURE`` for figures. A pattern must match nothing that begins
            inside a run of letters or of digits.
    """

    def __init__(self, patterns: Iterable[tuple[Name, re.Pattern[str], str]]) -> None:
        self.patterns = tuple(patterns)
        self._begun: dict[str, list[tuple[int, Name, re.Pattern[str]]]] = defaultdict(list)
        for which, (name, pattern, words) in enumerate(self.patterns):
            for key in dict.fromkeys(word[:_TOLD_BY].casefold() for word in words.split()):
                self._begun[key].append((which, name, pattern))

    def find(self, text: str) -> Iterator[tuple[Name, re.Match[str]]]:
        """What ``finditer`` of each pattern finds in ``text``, by where it begins; linear in its length."""
        done = [0] * len(self.patterns)
        for word in _WORD.finditer(text):
            first = word[0][:_TOLD_BY]
            begun = self._begun.get(FIGURE if first[0].isdigit() else first.casefold())
            if begun is None:
                continue
            at = word.start()
            for which, name, pattern in begun:
                if at >= done[which] and (found := pattern.match(text, at)):
                    done[which] = found.end()
                    yield name, found
