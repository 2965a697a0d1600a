"""People to whom articles give one title: spokesmen, inspectors, a body's general manager."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from claimdiff.model import Article
from claimdiff.rules._holders import names_person
from claimdiff.rules._statements import Told, named_apart, told_in
from claimdiff.values.identity import folded, is_body
from claimdiff.values.wording import Word, stems, words

_HELD = stems(
    """captain ceo chairman chairwoman chancellor chief coach commissioner coroner director governor head inspector judge lieutenant manager mayor
    minister premier president principal prosecutor secretary sheriff spokesman spokesperson spokeswoman superintendent""",
)
"""What few people are at once of one place or body; everybody has neighbours and witnesses."""

_SHARED = stems("spokesman spokesperson spokeswoman deputy assistant associate judge member")
"""What a body may have several of, however long its name."""

_LONG = 5
"""Telling words of a title from which it is one person's; "police inspector" is many people's."""

_MOST_OF = 0.7
"""Share of a long title that the other article must have too."""

_TELLING = 4
"""Telling words of a title that names a body, with or without an office: "from the Harbour Safety and Works Agency"."""

_NEARLY = 0.6
"""Share of their words that the titles of one person in each article must have in common."""

_FEW = 2
"""Words that they must have in common; of no more, neither may be what a body has several of."""

_ALIKE = 0.34
"""Share from which two people of one article may be of that title."""

_RUN = 3
"""Telling words in a row that two people of a short title must share for the words to be of one of them."""

_SPREAD = 6
"""Words over which such a row may spread."""

_CROWDED = 40
"""A row of words, or a title, of more statements than this is everybody's, and following it would cost the square of the articles."""


@dataclass(frozen=True)
class Titled:
    """A statement of a person with a title.

    Attributes:
        article: its number.
        told: the statement.
        title: the stems of the words beside the name, as the article has them in full.
    """

    article: int
    told: Told
    title: frozenset[str]

    @cached_property
    def rows(self) -> dict[tuple[str, ...], tuple[Word, ...]]:
        """Every three telling words in a row that he says, by their stems."""
        return _rows(self.told)

    @property
    def speaker(self) -> str:
        """Who says it."""
        return self.told.value.speaker or ""

    def is_described(self) -> bool:
        """Whether its own source has the title in full, and that is a long one."""
        return len(self.title) >= _LONG and not self.title & _SHARED and _title(self.told) == self.title


def of_one_title(articles: Sequence[Article]) -> Iterator[tuple[Titled, Titled, tuple[str, ...] | None]]:
    """Statements of two people of one title in different articles, neither of which names the other; and what both say, if the title is short."""
    by_row: dict[tuple[str, ...], list[Titled]] = defaultdict(list)
    by_title: dict[str, list[Titled]] = defaultdict(list)
    alone: dict[str, list[Titled]] = defaultdict(list)
    for number, article in enumerate(articles):
        every = _titled(number, article)
        yield from ((other, one, None) for other, one in _of_one_each(every, alone) if _are_two(one, other, articles))
        found = [one for one in every if one.title & _HELD]
        for one in found:
            rivals = [(other, row) for row in one.rows for other in by_row[row] if _fits(one.title, other.title)]
            longer = {id(other): other for word in sorted(one.title) for other in by_title[word]} if one.is_described() else {}
            for other, row in [*rivals, *((other, None) for other in longer.values() if _is_one(one.title, other.title))]:
                if _are_two(one, other, articles):
                    yield other, one, row
        for one in found:
            for row in one.rows:
                if len(by_row[row]) < _CROWDED:
                    by_row[row].append(one)
            for word in sorted(one.title) if one.is_described() else ():
                if len(by_title[word]) < _CROWDED:
                    by_title[word].append(one)


def _of_one_each(every: Sequence[Titled], alone: dict[str, list[Titled]]) -> Iterator[tuple[Titled, Titled]]:
    """The people of an article who alone have a title there, each with those of other articles who alone have it, and are made known to the next."""
    for one in _alone(every):
        near = {id(other): other for word in sorted(one.title) for other in alone[word] if _is_nearly_one(one.title, other.title)}
        yield from ((other, one) for other in near.values())
        for word in sorted(one.title):
            if len(alone[word]) < _CROWDED:
                alone[word].append(one)


def _titled(number: int, article: Article) -> list[Titled]:
    """The statements of people with a title; told in full once, it holds for all that a person says."""
    told = [one for one in told_in(article.claims) if one.value.speaker and not is_body(one.value.speaker)]
    titles: dict[str, frozenset[str]] = {}
    for one in told:
        titles[one.value.speaker or ""] = max(titles.get(one.value.speaker or "", frozenset()), _title(one), key=len)
    return [Titled(number, one, titles[one.value.speaker or ""]) for one in told]


def _alone(found: Sequence[Titled]) -> list[Titled]:
    """The first statement of everybody whose title nobody else in the article has, nor one like it."""
    first: dict[str, Titled] = {}
    for one in found:
        first.setdefault(one.speaker, one)
    people = [one for one in first.values() if one.title & _HELD or len(one.title) >= _TELLING]
    return [one for one in people if not any(_share(one.title, other.title) >= _ALIKE for other in first.values() if other is not one)]


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """The words of two titles that both have, as a share of all (Jaccard's index)."""
    return len(one & other) / len(one | other) if one or other else 0.0


def _is_nearly_one(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two titles may be one person's, at least one of them an office: an agency's spokeswoman is somebody "of the agency"."""
    several = (one & other if len(one & other) > _FEW else one | other) & _SHARED
    return len(one & other) >= _FEW and not several and bool((one | other) & _HELD) and _share(one, other) >= _NEARLY


def _title(told: Told) -> frozenset[str]:
    """The words of a source but for the name; "a spokesman" is one of many."""
    text, name = told.claim.document.text, folded(told.value.speaker or "").split()
    beside = [word.key for extent in told.value.source for word in words(extent.of(text)) if word.key not in name]
    return frozenset() if {"a", "an"} & set(beside) else stems(" ".join(word for word in beside if not word.isdigit()))


def _rows(told: Told) -> dict[tuple[str, ...], tuple[Word, ...]]:
    """The rows of a content that say something: a name, and words that stand together without others ("blood alcohol level"), only tell of what."""
    text = told.claim.document.text
    telling = [(at, stem, word) for at, word in enumerate(told.words) for stem in stems(word.key) if not text[word.start].isupper()]
    parts = [telling[i : i + _RUN] for i in range(len(telling) - _RUN + 1)]
    loose = [part for part in parts if _RUN <= part[-1][0] - part[0][0] <= _SPREAD]
    return {tuple(stem for _, stem, _ in part): tuple(word for _, _, word in part) for part in loose}


def _fits(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the one title is the other with more or fewer words: "spokesman" and "family spokesman"."""
    return one <= other or other <= one


def _is_one(one: frozenset[str], other: frozenset[str]) -> bool:
    return _fits(one, other) and min(len(one), len(other)) >= _MOST_OF * max(len(one), len(other))


def _are_two(one: Titled, other: Titled, articles: Sequence[Article]) -> bool:
    """Whether the two cannot be one person, and neither article knows the other's."""
    if one.article == other.article or not named_apart(one.told, other.told) or one.told.value.polarity != other.told.value.polarity:
        return False
    pair = ((one, other), (other, one))
    return not any(names_person(articles[mine.article], theirs.speaker) for mine, theirs in pair)
