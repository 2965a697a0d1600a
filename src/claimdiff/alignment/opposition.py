"""Clauses of different articles that say the opposite of one thing: one predicate, negated in one of them, of the same persons and things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from claimdiff.alignment.days import apart, hours_apart, is_of_another_year
from claimdiff.alignment.entities import Entities
from claimdiff.alignment.happenings import Happenings
from claimdiff.alignment.lexicon import concept
from claimdiff.alignment.weighting import overlap, rarity
from claimdiff.model import Article, Clause
from claimdiff.values.identity import is_medium, may_be_one

LIKE = 0.6
"""Likeness of two clauses from which they speak of one thing."""

LIKE_OF_ONE = 0.4
"""The same where both say who did it, or whom it befell, and it is the same, or share a name."""

LIKE_OF_ONE_PERSON = 0.3
"""The same where it befell one and the same who is named in both."""

LIKE_OF_LIGHT = 0.75
"""The same where the verb itself says little, and both say of whom or what."""

_MATTERS = ("of", "for", "with", "against", "about")
"""Prepositions behind which stands what it is about: who was convicted of theft was not of arson."""

_LIGHT = frozenset("be have make take give keep put know hear use".split())
"""Verbs that are said of anything."""

_FEWEST = 2
"""Words that they must share unless they share who did it, or whom it befell."""

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
    called = _Called(articles, entities)
    said = [each for number, article in enumerate(articles) for each in _distinct(number, article, called)]
    weight = rarity(clause.words for _, clause in said)
    index = _Index(said, max(CROWDED, CROWDED_BY * len(articles)))
    happenings = Happenings(articles, entities, max(CROWDED, CROWDED_BY * len(articles)))
    found = [_opposition(number, clause, index, weight, happenings) for number, clause in said if clause.negated]
    yield from _once([opposition for opposition in found if opposition])


def _distinct(number: int, article: Article, called: _Called) -> _Alike:
    """The clauses of an article, one of each that say the same."""
    found: dict[object, _Said] = {}
    for clause in article.clauses:
        said = _Said(clause, called, article.document.published)
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


def _opposition(number: int, negated: _Said, index: _Index, weight: Mapping[str, float], happenings: Happenings) -> Opposition | None:
    best: dict[int, tuple[float, Clause]] = {}
    for other, clause in index.near(negated):
        if other == number or clause.negated or not _may_be_of_one(negated.clause, clause.clause):
            continue
        if _other_particle(negated, clause) or _other_year(negated, clause) or _other_year(clause, negated):
            continue
        likeness = overlap(negated.words, clause.words, weight)
        known = best[other][0] if other in best else _least(negated, clause)
        if likeness > known and likeness > _said_otherwise((number, negated), (other, clause), index, weight):
            best[other] = likeness, clause.clause
    for other, some in happenings.against(number, negated.clause):
        best.setdefault(other, (LIKE_OF_ONE, some))
    if not best:
        return None
    affirmed = tuple((other, clause) for other, (_, clause) in sorted(best.items(), key=itemgetter(0)))
    return Opposition((number, negated.clause), affirmed, max(likeness for likeness, _ in best.values()))


def _said_otherwise(negated: tuple[int, _Said], affirmed: tuple[int, _Said], index: _Index, weight: Mapping[str, float]) -> float:
    """How much like either clause its own article's opposite of it is: if as much as the other article's, that is of another thing."""
    return max(index.opposite(negated[1], affirmed[0], weight), index.opposite(affirmed[1], negated[0], weight))


class _Called:
    """Names under one key across articles, with or without the office before them: "RB Tom Reed" is "Tom Reed" where anybody calls him so."""

    def __init__(self, articles: Sequence[Article], entities: Entities) -> None:
        self._entities = entities
        self._known = {entities.key(name) for article in articles for clause in article.clauses for name in clause.names}

    def key(self, name: str) -> str:
        key = self._entities.key(name)
        bare = " ".join(key.split()[-2:])
        return bare if bare in self._known else key


class _Said:
    """A clause as it is compared."""

    def __init__(self, clause: Clause, called: _Called, published: date | None) -> None:
        verb, _, self.particle = clause.predicate.partition(" ")
        self.clause = clause
        self.predicate = concept(verb)
        self.negated = clause.stance.polarity == "negated"
        self.of_another_year = is_of_another_year(clause.time, published)
        self.names = frozenset(map(called.key, clause.names))
        self.words = frozenset(map(concept, clause.near)) | self.names
        self.roles = frozenset(called.key(concept(role)) for role in (clause.agent, clause.patient) if role) & self.words
        self.patient = called.key(clause.patient) if clause.patient and _is_name(clause.patient) else None
        limits = (clause.ways, clause.qualifiers, clause.sweeping, clause.present)
        self.key = (self.predicate, self.negated, self.words, clause.numbers, clause.time, clause.agent, clause.patient, limits)


def _may_be_of_one(negated: Clause, affirmed: Clause) -> bool:
    """Whether the two could be told of one thing: nobody denies it, and neither time, persons, numbers nor ways are others."""
    return not (
        "denied" in (negated.stance.modality, affirmed.stance.modality)
        or _is_a_denial(negated, affirmed)
        or apart(negated.time, affirmed.time)
        or hours_apart(negated.time, affirmed.time)
        or _is_changed(negated, affirmed)
        or (negated.numbers and affirmed.numbers and not set(negated.numbers) & set(affirmed.numbers))
        or _other_ways(negated.ways, affirmed.ways)
        or not set(negated.qualifiers) <= set(affirmed.qualifiers)
        or _named_apart(negated, affirmed)
    )


def _other_particle(one: _Said, other: _Said) -> bool:
    return bool(one.particle and other.particle) and one.particle != other.particle


def _is_a_denial(negated: Clause, affirmed: Clause) -> bool:
    """Whether the negated clause is somebody's words, no medium's, nor those of whoever is cited for the other: what a party denies is no slip."""
    sources, others = negated.stance.sources, affirmed.stance.sources
    return bool(sources) and not is_medium(sources[0]) and not (others and may_be_one(sources[0], others[0]))


def _is_changed(one: Clause, other: Clause) -> bool:
    """Whether one tells how things are, the other how they were at some time."""
    return one.present != other.present and bool(other.time if one.present else one.time)


def _other_year(one: _Said, other: _Said) -> bool:
    """Whether one is told of another year, and the other of no time: of the news."""
    return one.of_another_year and not other.clause.time


def _other_ways(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether both have another way with the same thing ("for the bill", "against the bill"), or another matter ("of arson", "of theft")."""
    a, b = ([told.partition(" ")[::2] for told in ways] for ways in (one, other))
    way_with = [{thing: way for way, thing in pairs if not way.endswith("-of")} for pairs in (a, b)]
    if any(way_with[0][thing] != way_with[1][thing] for thing in way_with[0].keys() & way_with[1].keys()):
        return True
    matters = [_matters(pairs) for pairs in (a, b)]
    return any(not matters[0][way] & matters[1][way] for way in matters[0].keys() & matters[1].keys())


def _matters(pairs: Iterable[Sequence[str]]) -> Mapping[str, set[str]]:
    """What it is about, by the preposition before it."""
    found: dict[str, set[str]] = defaultdict(set)
    for way, thing in pairs:
        if way in _MATTERS or way.endswith("-of"):
            found[way].add(concept(thing))
    return found


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
        return not may_be_one(a, b) and not _are_named_alike(one, other)
    if _is_name(a) or _is_name(b):
        name, names = (a, other.names) if _is_name(a) else (b, one.names)
        return _tells_whose(one) or _tells_whose(other) or not any(may_be_one(name, known) for known in names)
    (noun, _, whose), (other_noun, _, other_whose) = a.partition(" of "), b.partition(" of ")
    return concept(noun) != concept(other_noun) or bool(whose and other_whose and not may_be_one(whose, other_whose))


def _tells_whose(clause: Clause) -> bool:
    """Whether a name in it may be that of the owner ("brother of Ida Holm"), or of whoever is spoken of in what completes it."""
    whose = any(" of " in role for role in (clause.agent, clause.patient) if role and not _is_name(role))
    return whose or any(way.endswith(" that") for way in clause.ways)


def _are_named_alike(one: Clause, other: Clause) -> bool:
    """Whether both name the same, and no more than one role: the parse may take "Norvane Rowers captain Tom Reed" for the club."""
    return one.names == other.names and not (one.agent and one.patient) and not (other.agent and other.patient)


def _is_name(role: str) -> bool:
    return role[:1].isupper()


def _names_more(one: Clause, other: Clause) -> bool:
    return any(not any(may_be_one(name, known) for known in other.names) for name in one.names) and bool(other.names)


def _least(negated: _Said, affirmed: _Said) -> float:
    """How much like each other they must be."""
    shared = negated.roles & affirmed.roles
    if negated.predicate in _LIGHT:
        return LIKE_OF_LIGHT if shared and len(negated.words & affirmed.words) > 1 else 1.0
    if negated.patient and negated.patient == affirmed.patient:
        return LIKE_OF_ONE_PERSON
    if shared:
        return LIKE_OF_ONE
    return 1.0 if len(negated.words & affirmed.words) < _FEWEST else LIKE_OF_ONE if negated.names & affirmed.names else LIKE
