"""Named features of a pair of claims, and the logistic score made of them.

Every feature lies in [-1, 1]; what is not known is 0, so that silence counts neither for nor against.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from operator import mul
from pathlib import Path

from claimdiff.alignment.ages import are_ages
from claimdiff.alignment.commensurable import commensurable, outcomes_of
from claimdiff.alignment.entities import Entities
from claimdiff.alignment.lexicon import concept
from claimdiff.alignment.surroundings import Surroundings
from claimdiff.alignment.times import (
    CALENDAR_DAY,
    are_periods_apart,
    in_hour_alone,
    is_background,
    names_a_day,
    names_a_weekday,
    relate_times,
    same_time,
    tell_hours,
)
from claimdiff.alignment.units import is_narrower, of_one_sort, of_other_nouns, same_unit
from claimdiff.alignment.weighting import overlap, rarity
from claimdiff.model import Article, Claim, Quantity, Statement, When
from claimdiff.values.relations import Relation, relate, same_digits, times_apart
from claimdiff.values.timelines import FROM_EVENT, SO_LONG_AGO, DateRelation

_EVERY = "sentence clause beside entities predicate outcome nearest head modifiers meaning stance attribution position lead".split()

_FIGURE = "rivals elsewhere neighbours drawn form".split()

COMPARED = {
    "quantity": (*_EVERY, *_FIGURE, "context", "unit", "magnitude", "twofold", "subset", "time", "background", "bearer", "countdown"),
    "date": (*_EVERY, *_FIGURE, "unsettled", "granularity", "clock"),
}
"""The features that tell whether numbers, and whether dates, speak of one thing; whether their values agree is none of them."""

_LIGHT = frozenset({"be", "have", "do", "get", "make", "take", "give", "go"})
"""Verbs that stand over anything: sharing one says nothing of what is spoken of."""

_COUNTING = frozenset(map(concept, ("leave", "remain", "go", "spare", "away", "day", "week", "month", "year", "hour")))
"""Words every countdown is told with."""

_CLOCK = frozenset({"hour", "minute", "second"})

_PROPORTIONS = frozenset({"percent", "share"})

_TWOFOLD = 3
"""Figures of one thing that differ by more than about three are rare."""

_USUAL_MEANING = 0.5
"""Likeness of the sentences of two claims of one thing, about; so that a pipeline without vectors counts neither for nor against."""

_LEAD = 0.15
"""The headline and the first paragraphs, as a share of the article: both tell the news there."""


class Features:
    """Features of claim pairs within one set of articles, whose sentences give the weights of words and names."""

    def __init__(self, articles: Sequence[Article], entities: Entities) -> None:
        self._entities = entities
        self._lemmas = rarity(map(concept, claim.topic.lemmas) for article in articles for claim in _by_sentence(article))
        self._names = rarity(map(concept, self.entities(claim)) for article in articles for claim in _by_sentence(article))
        self._surroundings = Surroundings(articles)
        self._by_weekday = {id(article.document) for article in articles if any(map(names_a_weekday, article.claims))}
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
            "sentence": overlap(a.lemmas, b.lemmas, self._lemmas),
            "clause": overlap(a.near, b.near, self._lemmas),
            "beside": overlap(a.beside, b.beside, self._lemmas),
            "entities": overlap(a.entities, b.entities, self._names),
            "predicate": 0.0 if a.predicate == b.predicate in _LIGHT else _equal(a.predicate, b.predicate),
            "outcome": min(0.0, _agreement(a.outcomes, b.outcomes)),
            "nearest": _equal(a.nearest, b.nearest),
            "head": _equal(a.head, b.head),
            "modifiers": _agreement(a.modifiers, b.modifiers),
            "meaning": _cosine(a.claim.topic.vector, b.claim.topic.vector),
            "stance": -float(one.stance.modality != other.stance.modality or one.stance.polarity != other.stance.polarity),
            "attribution": _agreement(a.sources, b.sources),
            "position": 1 - abs(a.position - b.position),
            "lead": float(a.position < _LEAD and b.position < _LEAD),
            "rivals": self._surroundings.rivals(one, other),
            "elsewhere": self._surroundings.elsewhere(one, other),
            "neighbours": self._surroundings.neighbours(one, other),
            "drawn": self._surroundings.drawn(one, other),
        }
        counting = _is_countdown(one) and _is_countdown(other)
        found["countdown"] = (1.0 if a.entities & b.entities or (a.lemmas & b.lemmas) - _COUNTING else -1.0) if counting else 0.0
        if one.kind == "date":
            found["unsettled"] = self._surroundings.unsettled(one, other)
        if one.kind == "quantity":
            found["background"] = -float(self._is_background(one) != self._is_background(other))
        return found | _of_values(one, other)

    def _is_background(self, claim: Claim) -> bool:
        """Whether its clause dates it to before the news; an article that tells weekdays tells by the calendar what is a week away or more."""
        if isinstance(claim.value, Quantity) and claim.value.form == "age":
            return False  # people are as old as they are
        return is_background(claim) or (id(claim.document) in self._by_weekday and bool(CALENDAR_DAY.match(claim.topic.time or "")))

    def may_be_one(self, one: Claim, other: Claim) -> bool:
        """Whether the two could be of the same thing at all."""
        if not commensurable(one, other) or self._surroundings.adds_up(one, other):
            return False
        return not (are_periods_apart(one, other) and self._surroundings.figures_differ(one, other))

    def score(self, one: Claim, other: Claim) -> Score:
        """How likely the claims speak of the same thing; that their values are near each other is some evidence, which is nearer is none."""
        # Counts of two nouns are never one, but what the fit learns of context it learns from them as well.
        if not self.may_be_one(one, other) or of_other_nouns(one, other):
            return Score(0.0, agrees=False, parts={})
        weights = _weights()[one.kind]
        found = self.of(one, other)
        parts = {name: value * weights.get(name, 0.0) for name, value in found.items()}
        total = weights["bias"] + sum(parts.values())
        return Score(1 / (1 + math.exp(-total)), found["value"] > 0, parts, not in_hour_alone(one, other), tell_hours(one, other))


@dataclass(frozen=True, slots=True)
class Score:
    """Probability in [0, 1] that two claims speak of the same thing, whether their values agree, and each feature's part in it (its logit).

    ``whole`` is False where only one of the two names the day, so that they can agree in nothing but the hour; ``hourly`` is True of two hours.
    """

    probability: float
    agrees: bool
    parts: dict[str, float]
    whole: bool = True
    hourly: bool = False


class _Profile:
    def __init__(self, claim: Claim, entities: frozenset[str], nearest: str) -> None:
        topic = claim.topic
        self.claim = claim
        self.entities = entities
        self.lemmas = frozenset(map(concept, topic.lemmas))
        self.near = frozenset(map(concept, topic.near))
        self.beside = frozenset(map(concept, topic.beside))
        self.predicate = concept(topic.predicate)
        self.head = concept(topic.head)
        self.nearest = nearest
        self.outcomes = outcomes_of(claim)
        self.modifiers = frozenset(topic.modifiers)
        self.sources = frozenset(source.casefold() for source in claim.stance.sources)
        self.position = claim.extent.start / max(1, len(claim.document.text))


def _is_countdown(claim: Claim) -> bool:
    """Whether it counts down or up to what the story is about; of other events, and of what was so long ago, a story has many."""
    return isinstance(claim.value, Quantity) and claim.value.form == "countdown" and not {FROM_EVENT, SO_LONG_AGO} & set(claim.evidence)


def _of_values(one: Claim, other: Claim) -> dict[str, float]:
    if isinstance(one.value, Quantity) and isinstance(other.value, Quantity):
        relation = relate(one.value, other.value)
        return {
            "context": _cosine(one.topic.context, other.topic.context),
            "unit": 1.0 if of_one_sort(one, other) else same_unit(one.value, other.value),
            "form": float(one.value.form == other.value.form or {one.value.form, other.value.form} == _PROPORTIONS),
            "value": float(relation is Relation.SAME and not _round(one.value)),
            "magnitude": _far_apart(one.value, other.value),
            "twofold": -float(_times_apart(one.value, other.value) > _TWOFOLD),
            "time": same_time(one, other),
            "bearer": _of_one_bearer(one, other),
            "subset": -float(is_narrower(one, other) or is_narrower(other, one)),
        }
    if isinstance(one.value, When) and isinstance(other.value, When):
        dates = relate_times(one, other).relation
        return {
            "value": float(dates in (DateRelation.SAME, DateRelation.FINER, DateRelation.SOLVED)),
            "form": float(one.value.type == other.value.type),
            "granularity": float(one.value.granularity == other.value.granularity or (names_a_day(one.value) and names_a_day(other.value))),
            "clock": float(one.value.granularity in _CLOCK and other.value.granularity in _CLOCK),
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


def _round(quantity: Quantity) -> bool:
    """Small whole numbers agree by chance."""
    return all(abs(number) < 3 and number == number.to_integral_value() for number in quantity.value)


def _far_apart(one: Quantity, other: Quantity) -> float:
    """0 for numbers within a factor of two, -1 for a factor of two hundred: reports of one thing seldom differ so much, other things do."""
    factor = _times_apart(one, other)
    return -min(1.0, math.log10(factor / 2) / 2) if factor > 2 else 0.0


def _times_apart(one: Quantity, other: Quantity) -> float:
    """The factor between two figures, unless it is one that a slip makes."""
    return 1.0 if same_digits(one, other) else times_apart(one, other)


def _of_one_bearer(one: Claim, other: Claim) -> float:
    """1 for the ages of one person; of two, such claims are never compared."""
    return float(are_ages(one, other) and bool(one.topic.subject and other.topic.subject))


def _by_sentence(article: Article) -> Iterable[Claim]:
    return {claim.sentence.start: claim for claim in article.claims}.values()


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
    """The product of two vectors of length 1, or what it usually is where one is missing."""
    return sum(map(mul, one, other)) if one and other else _USUAL_MEANING


@cache
def _weights() -> dict[str, dict[str, float]]:
    """The weights of the features by kind of claim; set by hand until there is a fitted set."""
    loaded: dict[str, dict[str, float]] = json.loads(Path(__file__).with_name("weights.json").read_text(encoding="utf-8"))
    return loaded
