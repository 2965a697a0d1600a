"""Clauses of different articles that say the opposite of one thing: one predicate, negated in one of them, of the same persons and things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from claimdiff.alignment.entities import Entities
from claimdiff.alignment.lexicon import concept
from claimdiff.alignment.weighting import overlap, rarity
from claimdiff.model import Article, Clause
from claimdiff.values.identity import may_be_one

LIKE = 0.6
"""Likeness of two clauses from which they speak of one thing."""

LIKE_OF_ONE = 0.4
"""The same where both say who did it, or whom it befell, and it is the same, or share a name."""

CROWDED, CROWDED_BY = 80, 4
"""A word that more clauses of a predicate share than this, or than so many for each article, is not followed."""

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
    said = [each for number, article in enumerate(articles) for each in _distinct(number, article, entities)]
    weight = rarity(clause.words for _, clause in said)
    index = _Index(said, max(CROWDED, CROWDED_BY * len(articles)))
    found = [_opposition(number, clause, index, weight) for number, clause in said if clause.negated]
    yield from _once([opposition for opposition in found if opposition])


def _distinct(number: int, article: Article, entities: Entities) -> _Alike:
    """The clauses of an article, one of each that say the same."""
    found: dict[object, _Said] = {}
    for clause in article.clauses:
        said = _Said(clause, entities)
        found.setdefault(said.key, said)
    return [(number, said) for said in found.values()]


class _Index:
    """Finds the clauses of one predicate that share a word, unless so many share it that it tells nothing: looking at all would take the square."""

    def __init__(self, said: _Alike, crowded: int) -> None:
        self._crowded = crowded
        self._opposites: dict[tuple[int, int], float] = {}
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

    def opposite(self, one: _Said, article: int, weight: Mapping[str, float]) -> float:
        """How much like a clause the likest is with which the article says the same of it."""
        key = id(one), article
        if key not in self._opposites:
            near = (clause for number, clause in self.near(one) if number == article and clause.negated == one.negated)
            self._opposites[key] = max((overlap(one.words, clause.words, weight) for clause in near), default=0.0)
        return self._opposites[key]


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
        if other == number or clause.negated or not _may_be_of_one(negated.clause, clause.clause) or _other_particle(negated, clause):
            continue
        likeness = overlap(negated.words, clause.words, weight)
        known = best[other][0] if other in best else _least(negated, clause)
        if likeness > known and likeness > _said_otherwise((number, negated), (other, clause), index, weight):
            best[other] = likeness, clause.clause
    if not best:
        return None
    affirmed = tuple((other, clause) for other, (_, clause) in sorted(best.items(), key=itemgetter(0)))
    return Opposition((number, negated.clause), affirmed, max(likeness for likeness, _ in best.values()))


def _said_otherwise(negated: tuple[int, _Said], affirmed: tuple[int, _Said], index: _Index, weight: Mapping[str, float]) -> float:
    """How much like either clause its own article's opposite of it is: if as much as the other article's, that is of another thing."""
    return max(index.opposite(negated[1], affirmed[0], weight), index.opposite(affirmed[1], negated[0], weight))


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
        self.key = (self.predicate, self.negated, self.words, clause.numbers, clause.time, clause.agent, clause.patient)


def _may_be_of_one(negated: Clause, affirmed: Clause) -> bool:
    """Whether the two could be told of one thing: nobody denies it, and neither time, persons, numbers nor ways are others."""
    return not (
        "denied" in (negated.stance.modality, affirmed.stance.modality)
        or _is_a_denial(negated, affirmed)
        or _apart(negated.time, affirmed.time)
        or (negated.numbers and affirmed.numbers and not set(negated.numbers) & set(affirmed.numbers))
        or _other_ways(negated.ways, affirmed.ways)
        or _named_apart(negated, affirmed)
    )


def _other_particle(one: _Said, other: _Said) -> bool:
    return bool(one.particle and other.particle) and one.particle != other.particle


def _is_a_denial(negated: Clause, affirmed: Clause) -> bool:
    """Whether the negated clause is somebody's words, and not those of whoever is cited for the other: what a party denies is no slip."""
    sources, others = negated.stance.sources, affirmed.stance.sources
    return bool(sources) and not (others and may_be_one(sources[0], others[0]))


def _apart(one: str | None, other: str | None) -> bool:
    """Whether two TIMEX3 values are of two days or periods; what is not resolved ("XXXX-WXX-2") is only held against its like."""
    a, b = ((value or "").partition("T")[0] for value in (one, other))
    return bool(a and b) and ("X" in a) == ("X" in b) and not a.startswith(b) and not b.startswith(a)


def _other_ways(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether both have a way with the same thing, and another way: "for the bill", "against the bill"."""
    a, b = ({thing: way for way, _, thing in (told.partition(" ") for told in ways)} for ways in (one, other))
    return any(a[thing] != b[thing] for thing in a.keys() & b.keys())


def _named_apart(one: Clause, other: Clause) -> bool:
    """Whether the two tell of different persons or things: in one role, or because each names somebody whom the other does not."""
    if any(_other_roles(one, other, getattr(one, role), getattr(other, role)) for role in ("patient", "agent")):
        return True
    return _names_more(one, other) and _names_more(other, one)


def _other_roles(one: Clause, other: Clause, a: str | None, b: str | None) -> bool:
    """Whether ``a`` and ``b``, who did it or whom it befell, cannot be one."""
    if not a or not b:
        return False
    if _is_name(a) and _is_name(b):
        return not may_be_one(a, b)
    shared = any(may_be_one(name, known) for name in one.names for known in other.names)
    if _is_name(a) or _is_name(b):
        return not shared
    return concept(a) != concept(b) and not shared


def _is_name(role: str) -> bool:
    return role[:1].isupper()


def _names_more(one: Clause, other: Clause) -> bool:
    return any(not any(may_be_one(name, known) for known in other.names) for name in one.names) and bool(other.names)


def _least(negated: _Said, affirmed: _Said) -> float:
    return LIKE_OF_ONE if negated.roles & affirmed.roles or negated.names & affirmed.names else LIKE
