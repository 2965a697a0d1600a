"""Clauses of different articles that say the opposite of one thing: one predicate, negated in one of them, of the same persons and things."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from claimdiff.alignment.entities import Entities
from claimdiff.alignment.lexicon import concept
from claimdiff.model import Article, Clause
from claimdiff.values.identity import may_be_one

LIKE = 0.3
"""Likeness of two clauses from which they speak of one thing."""

LIKE_OF_ONE = 0.12
"""The same where both say who did it, or whom it befell, and it is the same, or share a name."""

CROWDED, CROWDED_BY = 80, 4
"""A word that more clauses of a predicate share than this, or than so many for each article, is not followed."""

LIKE_A_DENIAL = 0.6
"""The same where somebody else than the other article, or its source, is cited for the negated one: what a party denies is no slip of whoever
reports it, but official findings are told in nearly the same words."""


_Alike = Sequence[tuple[int, "_Said"]]
"""Clauses of one predicate, with the number of their article."""


@dataclass(frozen=True)
class Opposition:
    """A negated clause and the clauses of other articles that affirm it; articles by their number."""

    negated: tuple[int, Clause]
    affirmed: tuple[tuple[int, Clause], ...]
    likeness: float


def oppositions(articles: Sequence[Article]) -> Iterator[Opposition]:
    """Every negated clause that clauses of other articles affirm, at most one of each article.

    An article that says both itself tells of two things, or of a change: what the affirming article denies in nearly the same words, and what
    the denying one affirms, is left out.
    """
    entities = Entities(articles)
    said = [(number, _Said(clause, entities)) for number, article in enumerate(articles) for clause in article.clauses]
    weight = _rarity(clause for _, clause in said)
    index = _Index(said, max(CROWDED, CROWDED_BY * len(articles)))
    found = [_opposition(number, clause, index, weight) for number, clause in said if clause.negated]
    yield from _once([opposition for opposition in found if opposition])


class _Index:
    """Finds the clauses of one predicate that share a word, unless so many share it that it tells nothing: looking at all would take the square."""

    def __init__(self, said: _Alike, crowded: int) -> None:
        self._crowded = crowded
        self._clauses: dict[tuple[str, str], list[tuple[int, _Said]]] = defaultdict(list)
        for number, clause in said:
            for word in clause.words:
                known = self._clauses[clause.predicate, word]
                if len(known) <= crowded:
                    known.append((number, clause))

    def near(self, clause: _Said) -> _Alike:
        """Each clause once, with the number of its article; ``clause`` itself among them."""
        shared = (self._clauses[clause.predicate, word] for word in sorted(clause.words))
        found = {id(other): (number, other) for clauses in shared if len(clauses) <= self._crowded for number, other in clauses}
        return tuple(found.values())


def _once(found: Sequence[Opposition]) -> Iterator[Opposition]:
    """Without those whose affirmed clauses are all held against a clause more like them: an article says a thing twice."""
    taken: set[int] = set()
    for opposition in sorted(found, key=lambda opposition: -opposition.likeness):
        clauses = {id(clause) for _, clause in opposition.affirmed}
        if not clauses <= taken:
            taken |= clauses
            yield opposition


def _opposition(number: int, negated: _Said, index: _Index, weight: Mapping[str, float]) -> Opposition | None:
    best: dict[int, tuple[float, Clause]] = {}
    for other, clause in index.near(negated):
        if other == number or clause.negated or not _may_be_of_one(negated, clause):
            continue
        likeness = _likeness(negated, clause, weight)
        known = best[other][0] if other in best else _least(negated, clause)
        if likeness > known and likeness > _said_otherwise((number, negated), (other, clause), index, weight):
            best[other] = likeness, clause.clause
    if not best:
        return None
    affirmed = tuple((other, clause) for other, (_, clause) in sorted(best.items(), key=itemgetter(0)))
    return Opposition((number, negated.clause), affirmed, max(likeness for likeness, _ in best.values()))


def _said_otherwise(negated: tuple[int, _Said], affirmed: tuple[int, _Said], index: _Index, weight: Mapping[str, float]) -> float:
    """How much like either clause its own article's opposite of it is: if as much as the other article's, that is of another thing."""
    found = [
        _likeness(one, clause, weight)
        for number, one, other in ((*negated, affirmed[0]), (*affirmed, negated[0]))
        for article, clause in index.near(one)
        if article == other and clause.negated == one.negated
    ]
    return max(found, default=0.0)


class _Said:
    """A clause as it is compared."""

    def __init__(self, clause: Clause, entities: Entities) -> None:
        verb, _, self.particle = clause.predicate.partition(" ")
        self.clause = clause
        self.predicate = concept(verb)
        self.negated = clause.stance.polarity == "negated"
        self.names = frozenset(map(entities.key, clause.names))
        self.words = frozenset(map(concept, clause.near)) | self.names
        self.roles = frozenset(entities.key(concept(role)) for role in (clause.agent, clause.patient) if role) & self.words


def _may_be_of_one(negated: _Said, affirmed: _Said) -> bool:
    """Whether the two are told of one verb and of persons who may be one, and denied by nobody."""
    if "denied" in (negated.clause.stance.modality, affirmed.clause.stance.modality):
        return False
    if negated.particle and affirmed.particle and negated.particle != affirmed.particle:
        return False
    return not _named_apart(negated.clause, affirmed.clause)


def _named_apart(one: Clause, other: Clause) -> bool:
    """Whether both tell whom it befell, or who did it, by names that cannot be of one, or have names and none in common."""
    for role in ("patient", "agent"):
        a, b = getattr(one, role), getattr(other, role)
        if a in one.names and b in other.names and not may_be_one(a, b):
            return True
    return bool(one.names and other.names) and not any(may_be_one(a, b) for a in one.names for b in other.names)


def _least(negated: _Said, affirmed: _Said) -> float:
    if is_a_denial(negated.clause, affirmed.clause):
        return LIKE_A_DENIAL
    return LIKE_OF_ONE if negated.roles & affirmed.roles or negated.names & affirmed.names else LIKE


def is_a_denial(negated: Clause, affirmed: Clause) -> bool:
    """Whether the negated clause is somebody's words, and not those of whoever is cited for the other."""
    sources, others = negated.stance.sources, affirmed.stance.sources
    return bool(sources) and not (others and may_be_one(sources[0], others[0]))


def _rarity(clauses: Iterable[_Said]) -> Mapping[str, float]:
    """Inverse document frequency over clauses (Sparck Jones 1972)."""
    counts: Counter[str] = Counter()
    total = 0
    for clause in clauses:
        counts.update(clause.words)
        total += 1
    return {word: math.log(1 + (total + 1) / (count + 0.5)) for word, count in counts.items()}


def _likeness(one: _Said, other: _Said, weight: Mapping[str, float]) -> float:
    """Weighted cosine of the words of two clauses."""
    shared = sum(weight[word] for word in sorted(one.words & other.words))
    if not shared:
        return 0.0
    return shared / math.sqrt(math.prod(sum(weight[word] for word in sorted(said.words)) for said in (one, other)))
