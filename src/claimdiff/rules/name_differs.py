"""Articles spell one name in two ways.

What it flags: a word of a name in one article that another article has with a letter left out, put in or changed, with two
letters turned round, or written as two words; in names of several words all others must be the same. Forms of a word
("Yemen", "Yemeni") and accents are no spellings. Two words that are both well known are only flagged beside a word that is shared.

Why it matters: a misspelt name is the commonest correction a newspaper prints, and the one its bearer never forgets.

Example: "Ilene Wolfe" in one article, "Ilene Wolff" in the other.

Known false alarms: two people or places whose names are a letter apart; transliterations of which each house has its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from claimdiff.language import WEIGHTS
from claimdiff.model import Article, Extent, Finding, Location
from claimdiff.rules._finding import names, place
from claimdiff.rules._statements import finding_at
from claimdiff.values.names import TITLES, is_calendar_word, without_possessive
from claimdiff.values.spelling import near, plain

RULE = "name-differs"

IN_FULL = 0.9
"""Confidence where the rest of the name is the same ("Ilene Wolfe", "Ilene Wolff")."""

ALONE = 0.75
"""Confidence where the word stands alone, or beside other words."""

LONG_ENOUGH = 5
"""Letters from which a word speaks for itself; shorter ones must stand in a name that is the same for the rest, or be a slip, and no
common word, in an article that has it right elsewhere."""

_WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’.](?=[^\W\d_]))*")


@dataclass
class _Spelling:
    """One word as names have it: where it first stands in each article, by number, and the names it is part of, without it."""

    first: dict[int, Extent] = field(default_factory=dict)
    beside: set[tuple[str, ...]] = field(default_factory=set)


def across(articles: tuple[Article, ...]) -> Iterator[Finding]:
    """A warning for every two spellings of a name of which some article has one and another the other."""
    if len(articles) < 2:
        return
    found = _spellings(articles)
    for one, other in near(found):
        sure = _sure(one, other, found[one], found[other], articles)
        if sure:
            yield _finding(articles, found[one], found[other], sure)
    for word, apart in sorted(_in_two_words(articles).items()):
        joined = found.get(word)
        if joined and not joined.first.keys() & apart.first.keys() and word not in _well_known():
            yield _finding(articles, joined, apart, ALONE)


def _spellings(articles: Sequence[Article]) -> dict[str, _Spelling]:
    found: dict[str, _Spelling] = defaultdict(_Spelling)
    for number, article in enumerate(articles):
        for name in article.names:
            words = list(_words(article.document.text, name))
            plains = [word for word, _ in words]
            for i, (word, extent) in enumerate(words):
                spelling = found[word]
                spelling.first.setdefault(number, extent)
                rest = (*plains[:i], "", *plains[i + 1 :])
                if len(words) > 1:
                    spelling.beside.add(rest)
    return found


def _in_two_words(articles: Sequence[Article]) -> dict[str, _Spelling]:
    """Every two words of a name that stand together, as if they were written as one."""
    found: dict[str, _Spelling] = defaultdict(_Spelling)
    for number, article in enumerate(articles):
        for name in article.names:
            for (one, start), (other, end) in pairwise(_words(article.document.text, name)):
                if start.end + 1 == end.start:
                    found[one + other].first.setdefault(number, Extent(start.start, end.end))
    return found


def _words(text: str, name: Extent) -> Iterator[tuple[str, Extent]]:
    """The words of a name that tell something, without case and accents, and where they stand."""
    for found in _WORD.finditer(text, name.start, name.end):
        word = without_possessive(found.group())
        if word.casefold() not in TITLES and not is_calendar_word(word):
            yield plain(word), Extent(found.start(), found.start() + len(word))


def _sure(one: str, other: str, a: _Spelling, b: _Spelling, articles: Sequence[Article]) -> float:
    """How sure it is that the two are one name; 0 where they may be two."""
    if a.first.keys() == b.first.keys():
        return 0.0
    if a.beside & b.beside:
        return IN_FULL
    if one[0] != other[0] or {one, other} <= _well_known() or any(_is_written_small(word, articles) for word in (one, other)):
        return 0.0
    both = [articles[number] for number in a.first.keys() & b.first.keys()]
    slip = one if a.first.keys() < b.first.keys() else other
    if any(_times(slip, article) > 1 for article in both):
        return 0.0
    short_slip = both and not {one, other} & _well_known()
    return ALONE if short_slip or min(len(one), len(other)) >= LONG_ENOUGH else 0.0


def _times(word: str, article: Article) -> int:
    """How often an article has a word: who is named twice is somebody else, a slip is made once."""
    return sum(plain(found.group()) == word for found in _WORD.finditer(article.document.text))


def _is_written_small(word: str, articles: Sequence[Article]) -> bool:
    return any(re.search(rf"\b{word}\b", article.document.text) for article in articles)


@cache
def _well_known() -> frozenset[str]:
    """Words that the encoder has a piece for of their own: the thirty thousand commonest of English, with the names of the news."""
    return frozenset((WEIGHTS / "claimdiff_encoder" / "vocabulary.txt").read_text(encoding="utf-8").split("\n"))


def _finding(articles: Sequence[Article], a: _Spelling, b: _Spelling, sure: float) -> Finding:
    if (len(b.first), -min(b.first)) < (len(a.first), -min(a.first)):
        a, b = b, a
    called = names(article.document for article in articles)
    mine = [number for number in sorted(a.first) if number not in b.first] or sorted(a.first)
    theirs = [number for number in sorted(b.first) if number not in a.first] or sorted(b.first)
    places = [_place(articles[number], spelling.first[number]) for spelling, numbers in ((a, mine), (b, theirs)) for number in numbers]
    said = [" and ".join(called[articles[number].document.path] for number in numbers) for numbers in (mine, theirs)]
    message = f"{said[0]} spells it “{places[0].text}”, {said[1]} “{places[len(mine)].text}”: one name in two spellings."
    return finding_at(RULE, "name", "warning", sure, message, places)


def _place(article: Article, extent: Extent) -> Location:
    return place(article.document, extent, extent.of(article.document.text))
