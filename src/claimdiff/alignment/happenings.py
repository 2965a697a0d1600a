"""Whether an event brought something about at all: "no one was hurt" in one article, "three workers were hurt" in another of the same event.

Such clauses share hardly a word: that they are of one event is told by the names of the two articles, not by theirs.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from claimdiff.alignment.days import apart, is_recent
from claimdiff.alignment.entities import Entities
from claimdiff.alignment.lexicon import concept, happening, persons
from claimdiff.model import Article, Clause
from claimdiff.values.names import is_calendar_word

ONE_EVENT = 0.18
"""Cosine of the names of two articles from which they may be of one event; of 88 annotated pairs of one event 83 reach it, of
60 articles of political news, compared each with each, 13 in 100."""

_WIDER = {"kill": "casualty", "injure": "casualty"}
"""Whoever was killed is a casualty; who was none was not killed."""

_OF_PERSONS = frozenset({"casualty", "kill", "injure", "survive"})
_ANYBODY = frozenset({"person", "people", "someone", "somebody", "anyone", "anybody"})
_UNTOLD = ""
_NOUNS = frozenset("casualty victim death fatality injury dead killed injured wounded survivor".split())
"""Words that say there were some whether or not they are counted."""

_AT_FIRST = frozenset({"initially", "originally", "first"})


class Happenings:
    """What the articles say was brought about, and which of them are of one event."""

    def __init__(self, articles: Sequence[Article], entities: Entities, crowded: int) -> None:
        self._articles = articles
        self._entities = entities
        self._crowded = crowded
        self._names: dict[int, frozenset[str]] = {}
        self._words: dict[int, frozenset[str]] = {}
        self._told: dict[str, list[tuple[int, Clause]]] = defaultdict(list)
        self._denying: dict[str, set[int]] = defaultdict(set)
        for number, article in enumerate(articles):
            for clause in article.clauses:
                for kind in _kinds(clause):
                    if clause.sweeping:
                        self._denying[kind].add(number)
                    else:
                        self._told[kind].append((number, clause))

    def against(self, number: int, none: Clause) -> Iterator[tuple[int, Clause]]:
        """The first clause of each other article that tells of what there was none of, says ``none``, a clause of the article ``number``."""
        kind = happening(none.predicate)
        told = self._told.get(kind, []) if kind and none.sweeping else []
        if not kind or len(told) > self._crowded:
            return
        own = [self._around(at, clause) for at, clause in told if at == number and self._may_be_meant(at, none, clause)]
        found: set[int] = set()
        for other, clause in told:
            # An article that says both tells of two events.
            if other in found or other in self._denying[kind] or any(self._knows(other, names) for names in own):
                continue
            if other != number and self._may_be_of_one((number, none), (other, clause)):
                found.add(other)
                yield other, clause

    def _may_be_meant(self, number: int, none: Clause, some: Clause) -> bool:
        """Whether the article itself tells of some of those of whom it says there were none: then it is of two events, or of a change."""
        return _are_the_same(none, some) and _share(none, some) and self._is_of_the_event(number, some)

    def _may_be_of_one(self, one: tuple[int, Clause], other: tuple[int, Clause]) -> bool:
        (a, none), (b, some) = one, other
        return (
            _are_the_same(none, some)
            and _share(none, some)
            and not apart(none.time, some.time)
            and self._tells_of(a, some)
            and self._is_of_the_event(a, none)
            and self._is_of_the_event(b, some)
            and self._knows(a, self._around(b, some))
            and self._knows(b, none.names)
            and self._likeness(a, b) >= ONE_EVENT
        )

    def _is_of_the_event(self, number: int, clause: Clause) -> bool:
        """Whether the day of the clause, if it gives one, may be that of the event that the article is of."""
        return not clause.time or is_recent(clause.time, self._articles[number].document.published)

    def _around(self, number: int, clause: Clause) -> set[str]:
        """The names that tell which event the clause is of: its own or, where it tells nothing of it, its sentence's, but for whoever is cited."""
        if clause.names or _circumstances(clause):
            return set(clause.names)
        same = (other for other in self._articles[number].clauses if other.sentence == clause.sentence)
        return {name for other in same for name in other.names} - set(clause.stance.sources)

    def _knows(self, number: int, names: Iterable[str]) -> bool:
        """Whether the article names all of them."""
        return {self._entities.key(name) for name in names} <= self._names_of(number)

    def _tells_of(self, number: int, some: Clause) -> bool:
        """Whether the article has a word for what brought it about."""
        return not (some.agent and some.patient) or some.agent not in some.near or concept(some.agent) in self._words_of(number)

    def _words_of(self, number: int) -> frozenset[str]:
        if number not in self._words:
            self._words[number] = frozenset(concept(word) for clause in self._articles[number].clauses for word in (*clause.near, clause.predicate))
        return self._words[number]

    def _likeness(self, a: int, b: int) -> float:
        one, other = self._names_of(a), self._names_of(b)
        return len(one & other) / math.sqrt(len(one) * len(other)) if one and other else 0.0

    def _names_of(self, number: int) -> frozenset[str]:
        if number not in self._names:
            article = self._articles[number]
            names = {name for claim in article.claims for name in claim.topic.entities}
            names |= {name for clause in article.clauses for name in clause.names}
            self._names[number] = frozenset(map(self._entities.key, names))
        return self._names[number]


def _kinds(clause: Clause) -> Iterator[str]:
    """What the clause tells of, the wider kind last: of an outcome that it denies the narrower alone."""
    kind = happening(clause.predicate)
    if kind and (clause.sweeping or (clause.stance.polarity == "affirmed" and clause.stance.modality == "asserted" and not _is_past(clause))):
        yield kind
        if kind in _WIDER and not clause.sweeping:
            yield _WIDER[kind]


def _is_past(clause: Clause) -> bool:
    """Whether it tells what was thought at first."""
    return not _AT_FIRST.isdisjoint(clause.qualifiers)


def _are_the_same(none: Clause, some: Clause) -> bool:
    """Whether those of whom there was none may be those of whom there were some."""
    if not set(none.qualifiers) <= set(some.qualifiers):
        return False
    who, whom = (clause.patient or clause.agent or _UNTOLD for clause in (none, some))
    of_persons = happening(some.predicate) in _OF_PERSONS
    if of_persons and not (whom in persons() or whom in _ANYBODY or (whom == _UNTOLD and (some.numbers or some.predicate in _NOUNS))):
        return False
    return who in (whom, _UNTOLD) or who in _ANYBODY or not of_persons


def _share(none: Clause, some: Clause) -> bool:
    """Whether they share a word for where or how it came to be, if both have one."""
    one, other = (_circumstances(clause) for clause in (none, some))
    return not one or not other or bool(one & other)


def _circumstances(clause: Clause) -> frozenset[str]:
    words = frozenset(map(concept, clause.near)) - persons() - _ANYBODY
    return frozenset(word for word in words if not is_calendar_word(word.capitalize()) and word != concept(clause.predicate))
