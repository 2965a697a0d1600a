"""The word tables of alignment: groups of synonyms, aliases of entities."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files


@cache
def synonym_groups() -> dict[str, str]:
    """Each word of synonyms.txt with the first word of its group."""
    return {word: words[0] for words in map(str.split, _lines("synonyms.txt")) for word in words}


@cache
def aliases() -> dict[str, str]:
    """Each name of aliases.txt, casefolded, with the first name of its line, casefolded."""
    table = {}
    for line in _lines("aliases.txt"):
        names = [name.strip().casefold() for name in line.split("|")]
        table.update(dict.fromkeys(names, names[0]))
    return table


def concept(lemma: str) -> str:
    """The lemma that stands for all synonyms of ``lemma``; itself if it has none."""
    return synonym_groups().get(lemma, lemma)


def _lines(name: str) -> Iterator[str]:
    text = (files("claimdiff.alignment") / name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))
