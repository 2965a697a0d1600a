"""Named features of a pair of claims, and the logistic score made of them.

Every feature lies in [-1, 1]; what is not known is 0, so that silence counts neither for nor against.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from operator import mul

from claimdiff.alignment.entities import Entities
from claimdiff.alignment.lexicon import concept, outcome
from claimdiff.model import Article, Claim, Quantity, Statement, When
from claimdiff.values.relations import Relation, comparable, relate, times_apart
from claimdiff.values.timelines import DateRelation, relate_dates

_LIGHT = frozenset({"be", "have", "do", "get", "make", "take", "give", "go"})
"""Verbs that stand over anything: sharing one says nothing of what is spoken of."""

_COUNTING = frozenset(map(concept, ("leave", "remain", "go", "spare", "away", "day", "week", "month", "year", "hour")))
"""Words every countdown is told with."""


_OTHER_PERIOD = 20.0
"""What another month, quarter or year weighs against a day that differs."""


class Features:
    """Features of claim pairs within one set of articles, whose sentences give the weights of words and names."""

    def __init__(self, articles: Sequence[Article], entities: Entities) -> None:
        self._entities = entities
        self._lemmas = _rarity(claim.topic.lemmas for article in articles for claim in _by_sentence(article))
        self._names = _rarity(self.entities(claim) for article in articles for claim in _by_sentence(article))
        self._of_claim: dict[int, _Profile] = {}

    def entities(self, claim: Claim) -> frozenset[str]:
        """Keys of the entities in the claim's sentence, and of its speaker."""
        names = {self._entities.key(name) for name in claim.topic.entities}
        if isinstance(claim.value, Statement) and claim.value.speaker:
            names.add(self._entities.key(claim.value.speaker))
        return frozenset(names)

    def profile(self, claim: Claim) -> _Profile:
        """What of the claim is compared again and again, worked out once."""
        known = self._of_claim.get(id(claim))
        if known is None:
            nearest = self._entities.key(claim.topic.entities[0]) if claim.topic.entities else ""
            known = self._of_claim[id(claim)] = _Profile(claim, self.entities(claim), nearest)
        return known

    def of(self, one: Claim, other: Claim) -> dict[str, float]:
        """All features of a pair by name; symmetric."""
        a, b = self.profile(one), self.profile(other)
        found = {
            "sentence": _overlap(a.lemmas, b.lemmas, self._lemmas),
            "clause": _overlap(a.near, b.near, self._lemmas),
            "entities": _overlap(a.entities, b.entities, self._names),
            "predicate": 0.0 if a.predicate == b.predicate in _LIGHT else _equal(a.predicate, b.predicate),
            "outcome": min(0.0, _agreement(a.outcomes, b.outcomes)),
            "nearest": _equal(a.nearest, b.nearest),
            "head": _equal(a.head, b.head),
            "modifiers": _agreement(a.modifiers, b.modifiers),
            "meaning": _cosine(a.claim.topic.vector, b.claim.topic.vector),
            "stance": -float(one.stance.modality != other.stance.modality or one.stance.polarity != other.stance.polarity),
            "attribution": _agreement(a.sources, b.sources),
            "position": 1 - abs(a.position - b.position),
        }
        if _is_countdown(one) and _is_countdown(other):
            found["countdown"] = 1.0 if a.entities & b.entities or (a.lemmas & b.lemmas) - _COUNTING else -1.0
        return found | _of_values(one, other)

    def score(self, one: Claim, other: Claim) -> Score:
        """How likely the claims speak of the same thing; that their values are near each other is some evidence, which is nearer is none."""
        if not commensurable(one, other):
            return Score(0.0, agrees=False, parts={})
        weights = _weights()[one.kind]
        found = self.of(one, other)
        parts = {name: value * weights.get(name, 0.0) for name, value in found.items()}
        total = weights["bias"] + sum(parts.values())
        return Score(1 / (1 + math.exp(-total)), found["value"] > 0, parts)


@dataclass(frozen=True, slots=True)
class Score:
    """Probability in [0, 1] that two claims speak of the same thing, whether their values agree, and each feature's part in it (its logit)."""

    probability: float
    agrees: bool
    parts: dict[str, float]


class _Profile:
    def __init__(self, claim: Claim, entities: frozenset[str], nearest: str) -> None:
        topic = claim.topic
        self.claim = claim
        self.entities = entities
        self.lemmas = frozenset(map(concept, topic.lemmas))
        self.near = frozenset(map(concept, topic.near))
        self.predicate = concept(topic.predicate)
        self.head = concept(topic.head)
        self.nearest = nearest
        self.outcomes = _outcomes((topic.predicate, topic.head)) or _outcomes((*topic.modifiers, *topic.near))
        self.modifiers = frozenset(topic.modifiers)
        self.sources = frozenset(source.casefold() for source in claim.stance.sources)
        self.position = claim.extent.start / max(1, len(claim.document.text))


def _outcomes(words: Iterable[str]) -> frozenset[str]:
    return frozenset(found for word in words if (found := outcome(word)))


def _is_countdown(claim: Claim) -> bool:
    return isinstance(claim.value, Quantity) and claim.value.form == "countdown"


def _of_values(one: Claim, other: Claim) -> dict[str, float]:
    if isinstance(one.value, Quantity) and isinstance(other.value, Quantity):
        relation = relate(one.value, other.value)
        return {
            "unit": _same_unit(one.value, other.value),
            "form": float(one.value.form == other.value.form),
            "value": float(relation is Relation.SAME and not _round(one.value)),
            "magnitude": _far_apart(one.value, other.value),
            "time": _same_time(one, other),
        }
    if isinstance(one.value, When) and isinstance(other.value, When):
        dates = relate_dates(one.value, other.value).relation
        return {
            "value": float(dates in (DateRelation.SAME, DateRelation.FINER, DateRelation.SOLVED)),
            "form": float(one.value.granularity == other.value.granularity),
        }
    assert isinstance(one.value, Statement)
    assert isinstance(other.value, Statement)
    return {
        "form": float((one.value.quote == "indirect") == (other.value.quote == "indirect")),
        "value": float(one.value.polarity == other.value.polarity),
        "quote": _same_quotation(one, other),
    }


def _same_quotation(one: Claim, other: Claim) -> float:
    """How many of the words of two quotations are the same; 0 where one is none, for reported speech may be worded anyhow."""
    assert isinstance(one.value, Statement)
    assert isinstance(other.value, Statement)
    if "indirect" in (one.value.quote, other.value.quote):
        return 0.0
    a, b = set(one.topic.near), set(other.topic.near)
    return len(a & b) / min(len(a), len(b)) if min(len(a), len(b)) > 1 else 0.0


def commensurable(one: Claim, other: Claim) -> bool:
    """Whether the two could be of the same thing at all: a length is no price."""
    if isinstance(one.value, Quantity) and isinstance(other.value, Quantity):
        return comparable(one.value, other.value)
    return True


def _same_unit(one: Quantity, other: Quantity) -> float:
    """1 for the same unit or counted noun, -1 for nouns that are no synonyms, 0 if both measure or have none, -0.5 if one has none."""
    if not one.unit or not other.unit:
        return 0.0 if one.unit == other.unit else -0.5
    if concept(one.unit) == concept(other.unit):
        return 1.0
    return -1.0 if one.form == other.form == "count" else 0.0


def _round(quantity: Quantity) -> bool:
    """Small whole numbers agree by chance."""
    return all(abs(number) < 3 and number == number.to_integral_value() for number in quantity.value)


def _far_apart(one: Quantity, other: Quantity) -> float:
    """0 for numbers within a factor of two, -1 for a factor of two hundred: reports of one thing seldom differ so much, other things do."""
    factor = times_apart(one, other)
    return -min(1.0, math.log10(factor / 2) / 2) if factor > 2 else 0.0


def _same_time(one: Claim, other: Claim) -> float:
    a, b = one.topic.time, other.topic.time
    if not a or not b:
        return 0.0
    if a.startswith(b) or b.startswith(a):
        return 1.0
    # Two outlets may name two days for one event; figures of two months or years are two figures.
    return -_OTHER_PERIOD if max(len(a), len(b)) <= len("2021-01") else -1.0


def _by_sentence(article: Article) -> Iterable[Claim]:
    return {claim.sentence.start: claim for claim in article.claims}.values()


def _rarity(sets: Iterable[Iterable[str]]) -> Mapping[str, float]:
    """Inverse document frequency over sentences: log(1 + sentences / sentences that hold it), smoothed (Sparck Jones 1972)."""
    counts: Counter[str] = Counter()
    total = 0
    for found in sets:
        counts.update({concept(word) for word in found})
        total += 1
    return {word: math.log(1 + (total + 1) / (count + 0.5)) for word, count in counts.items()}


def _overlap(one: frozenset[str], other: frozenset[str], weight: Mapping[str, float]) -> float:
    """Weighted cosine of two sets: shared weight over the geometric mean of both weights."""
    shared = sum(weight.get(word, 1.0) for word in sorted(one & other))
    if not shared:
        return 0.0
    total = [sum(weight.get(word, 1.0) for word in sorted(words)) for words in (one, other)]
    return shared / math.sqrt(total[0] * total[1])


def _equal(one: str, other: str) -> float:
    """1 if both are known and the same, -1 if both are known and differ, 0 if one is unknown."""
    if not one or not other:
        return 0.0
    return 1.0 if one == other else -1.0


def _agreement(one: frozenset[str], other: frozenset[str]) -> float:
    """1 if they share a word, -1 if both say something and nothing is shared, 0 if one is silent."""
    if not one or not other:
        return 0.0
    return 1.0 if one & other else -1.0


def _cosine(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """The product of two vectors of length 1, or 0 where one is missing."""
    return sum(map(mul, one, other)) if one and other else 0.0


@cache
def _weights() -> dict[str, dict[str, float]]:
    """The weights of the features by kind of claim; set by hand until there is a fitted set."""
    loaded: dict[str, dict[str, float]] = json.loads((files("claimdiff.alignment") / "weights.json").read_text(encoding="utf-8"))
    return loaded
