"""The holders of offices as an article has them: each person once for an office, with all that the article says of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from claimdiff.model import Article, Holder
from claimdiff.values.bodies import same_body
from claimdiff.values.offices import PLACES, reach_of
from claimdiff.values.persons import family_name, may_be_one_person
from claimdiff.values.spelling import plain
from claimdiff.values.wording import stems

_WORD = re.compile(r"[^\W\d_]+")

_MOST = 8
"""Persons an article may name for one office; one that names more is a list of holders, and no rival of another article."""

Match = Literal["same", "perhaps", "unsaid", "half", "no"]
"""How the places or bodies of two offices compare; "unsaid" where neither is said, "half" where one is."""


@dataclass
class Held:
    """One person's office in one article.

    Attributes:
        article: its number.
        office: which.
        name: of the person, the longest that stands beside the office.
        at: where it is told, with its place or body if that is said anywhere.
        settled: whether it is never told as a deputy's, or of another time.
        acts: whether the person anywhere does or says something as its holder.
        told: stems of the sentences that tell of it.
    """

    article: int
    office: str
    name: str
    at: Holder
    settled: bool = True
    acts: bool = False
    told: set[str] = field(default_factory=set)

    def add(self, holder: Holder, text: str) -> None:
        """Take in a further place where the person is told as the holder."""
        name = holder.person.of(text)
        self.name = max(self.name, name, key=len)
        if self.at.of is None and holder.of:
            self.at = holder
        self.settled = self.settled and holder.settled
        self.acts = self.acts or holder.acts
        beside = stems(f"{name} {holder.title.of(text)}")
        self.told |= _stems(holder.sentence.of(text)) - beside


def held_in(number: int, article: Article) -> list[Held]:
    """Every person's offices in an article, which is the ``number``-th; none of an office of which it has a list of holders."""
    found: dict[str, list[Held]] = {}
    text = article.document.text
    for holder in article.holders:
        name = holder.person.of(text)
        of_office = found.setdefault(holder.office, [])
        if len(of_office) > _MOST:
            continue
        known = next((held for held in of_office if _is_known(held, holder, name)), None)
        if known is None:
            known = Held(number, holder.office, name, holder)
            of_office.append(known)
        known.add(holder, text)
    return [held for of_office in found.values() if len(of_office) <= _MOST for held in of_office]


def _is_known(held: Held, holder: Holder, name: str) -> bool:
    return may_be_one_person(held.name, name) and match(held.at.of, holder.of) != "no"


def match(one: str | None, other: str | None) -> Match:
    """How two places or bodies of an office compare."""
    if one and other:
        return same_body(one, other)
    return "half" if one or other else "unsaid"


def is_only_one(held: Held, among: Iterable[Held], of: str | None, elsewhere: Sequence[Held]) -> bool:
    """Whether an article names nobody else for an office.

    Args:
        held: who holds it.
        among: all offices of the article.
        of: the place or body that the other article says it is of.
        elsewhere: all offices of the other article. A court has several judges: one whom both name, or who does nothing, is no rival.
    """
    rivals = [other for other in among if other is not held and other.office == held.office]
    if reach_of(held.office) == "bench":
        known = [other.name for other in elsewhere if other.office == held.office]
        rivals = [other for other in rivals if other.acts and not any(may_be_one_person(other.name, name) for name in known)]
    return held.settled and not any(match(other.at.of, held.at.of) != "no" and match(other.at.of, of) != "no" for other in rivals)


def names_person(article: Article, name: str) -> bool:
    """Whether an article has the family name of a person anywhere."""
    return family_name(name) in _words(article.document.text)


def names_body(article: Article, name: str) -> bool:
    """Whether an article has the name of a place or body anywhere, whatever it is called behind it ("county")."""
    told = _words(name) - PLACES
    return bool(told) and told <= _words(article.document.text)


@lru_cache(maxsize=512)
def _words(text: str) -> frozenset[str]:
    """The plain words of a text, once for an article of which much is asked."""
    return frozenset(plain(word) for word in _WORD.findall(text))


@lru_cache(maxsize=64)
def _stems(sentence: str) -> frozenset[str]:
    """The stems of a sentence, once for all its holders."""
    return stems(sentence)


def persons(held: Sequence[Held]) -> list[list[Held]]:
    """Holders of one office in groups of those that may be one person."""
    groups: list[list[Held]] = []
    for one in held:
        home = next((group for group in groups if all(may_be_one_person(one.name, other.name) for other in group)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return groups
