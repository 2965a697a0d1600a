"""The word tables of alignment: groups of synonyms, aliases of entities, words, outcomes, measures and deeds that exclude each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

_EPITHETS, _FIGURES = "> ", "~ "
"""What a line of contrasts.txt begins with whose words tell of what stands behind them, and one whose words tell how figures or things stand."""

Side = tuple[int, int]
"""One side of a contrast: the number of its set and its place there."""


class Contrasts(NamedTuple):
    """Words that exclude each other.

    Attributes:
        grounds: the side of each word that may be held against one of another side of its set.
        held: every side that a word, those among them, says or may say.
        epithets: the sets whose words tell of what stands behind them.
        figures: the sets whose words tell of what stands before them, or behind "in" and "of".
    """

    grounds: Mapping[str, Side]
    held: Mapping[str, frozenset[Side]]
    epithets: frozenset[int]
    figures: frozenset[int]


@cache
def synonym_groups() -> dict[str, str]:
    """Each word of synonyms.txt with the first word of its group."""
    return _groups("synonyms.txt")


@cache
def outcomes() -> dict[str, str]:
    """Each word of outcomes.txt with the first word of its group."""
    return _groups("outcomes.txt")


@cache
def happenings() -> dict[str, str]:
    """Each word of happenings.txt with the first word of its group."""
    return _groups("happenings.txt")


@cache
def measures() -> dict[str, str]:
    """Each word of measures.txt with the first word of its line."""
    return _groups("measures.txt")


@cache
def aliases() -> dict[str, str]:
    """Each name of aliases.txt, casefolded, with the first name of its line, casefolded."""
    table = {}
    for line in _lines("aliases.txt"):
        names = [name.strip().casefold() for name in line.split("|")]
        table.update(dict.fromkeys(names, names[0]))
    return table


@cache
def contrasts() -> Contrasts:
    """The words of contrasts.txt."""
    lines = list(_lines("contrasts.txt"))
    sides = list(_sides(line.removeprefix(_EPITHETS).removeprefix(_FIGURES) for line in lines))
    epithets, figures = (frozenset(number for number, line in enumerate(lines) if line.startswith(sign)) for sign in (_EPITHETS, _FIGURES))
    grounds = {word: side for word, side in sides if not word.startswith("(")}
    return Contrasts(grounds, _by_word((word.strip("()"), side) for word, side in sides), epithets, figures)


@cache
def deeds() -> dict[str, frozenset[Side]]:
    """The sides of each concept of deeds.txt."""
    return _by_word((concept(word), side) for word, side in _sides(_lines("deeds.txt")))


@cache
def persons() -> frozenset[str]:
    """Every noun of persons.txt: what people are called when they are counted."""
    return frozenset(word for line in _lines("persons.txt") for word in line.split())


def concept(lemma: str) -> str:
    """The lemma that stands for all synonyms of ``lemma``; itself if it has none."""
    return synonym_groups().get(lemma, lemma)


def outcome(lemma: str) -> str | None:
    """What ``lemma`` says became of those who are counted, None if it says nothing of the sort."""
    return outcomes().get(lemma)


def happening(lemma: str) -> str | None:
    """What ``lemma`` says an event has brought about, None if it says nothing of the sort."""
    return happenings().get(lemma)


def measured(lemma: str) -> str | None:
    """What ``lemma`` says a figure is of, None if it says nothing of the sort."""
    return measures().get(lemma)


def measured_in(words: Iterable[str]) -> frozenset[str]:
    """What words, in the singular or the plural, say that figures are of."""
    return frozenset(found for word in words for form in (word, word.removesuffix("s")) if (found := measured(form)))


def _sides(lines: Iterable[str]) -> Iterator[tuple[str, Side]]:
    for number, line in enumerate(lines):
        for place, words in enumerate(line.split("|")):
            for word in words.split():
                yield word, (number, place)


def _by_word(sides: Iterable[tuple[str, Side]]) -> dict[str, frozenset[Side]]:
    table: dict[str, set[Side]] = {}
    for word, side in sides:
        table.setdefault(word, set()).add(side)
    return {word: frozenset(found) for word, found in table.items()}


def _groups(name: str) -> dict[str, str]:
    return {word: words[0] for words in map(str.split, _lines(name)) for word in words}


def _lines(name: str) -> Iterator[str]:
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))
