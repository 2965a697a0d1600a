"""What else the articles say: the same value in another place, other figures of the same thing, figures that two sentences share."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from decimal import Decimal
from itertools import combinations

from claimdiff.alignment.lexicon import concept, persons
from claimdiff.model import Article, Claim, Document, Quantity, When
from claimdiff.values.relations import Relation, in_base_unit, relate
from claimdiff.values.timelines import about_one_time

_MOST_NEIGHBOURS = 3
_MOST_PARTS = 4
_BY_CHANCE = 3


class Surroundings:
    """Answers from one look at the claims of all articles."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._by_value: dict[tuple[int, Hashable], list[Claim]] = defaultdict(list)
        self._alike: dict[tuple[int, Hashable], list[Claim]] = defaultdict(list)
        self._values: dict[int, Hashable] = {}
        self._of_sentence: dict[tuple[int, int], set[Hashable]] = defaultdict(set)
        self._figures: dict[tuple[int, int], list[Claim]] = defaultdict(list)
        self._telling: dict[tuple[int, int], set[Hashable]] = defaultdict(set)
        self._tellers: dict[tuple[int, Hashable], list[int]] = defaultdict(list)
        self._counted: dict[tuple[int, int, Hashable], int] = {}
        for article in articles:
            for claim in article.claims:
                self._take(claim)

    def _take(self, claim: Claim) -> None:
        document = id(claim.document)
        value = value_key(claim)
        self._alike[document, _kind_key(claim)].append(claim)
        if value is not None:
            self._values[id(claim)] = value
            self._by_value[document, value].append(claim)
            self._of_sentence[_place(claim)].add(value)
            if not _says_little(claim) and value not in self._telling[_place(claim)]:
                self._telling[_place(claim)].add(value)
                self._tellers[document, value].append(claim.sentence.start)
        if isinstance(claim.value, Quantity):
            self._figures[_place(claim)].append(claim)

    def rivals(self, one: Claim, other: Claim) -> float:
        """0 where each is the only figure of its kind in its article, falling with the number of others."""
        return -sum(math.log(max(1, len(self._alike.get((id(claim.document), _kind_key(claim)), ())))) for claim in (one, other)) / 4

    def unsettled(self, one: Claim, other: Claim) -> float:
        """0 where each is the only figure of its kind that its article does not share with the other, falling with the number of others."""
        return -sum(math.log(max(1, self._open(a, b))) for a, b in ((one, other), (other, one))) / 4

    def _open(self, claim: Claim, other: Claim) -> int:
        """How many values of its kind the article of ``claim`` has that the article of ``other`` has not."""
        kind = _kind_key(claim)
        key = id(claim.document), id(other.document), kind
        known = self._counted.get(key)
        if known is None:
            mine, theirs = self._values_of(claim.document, kind), self._values_of(other.document, kind)
            known = self._counted[key] = sum(not any(_may_be_same(value, their) for their in theirs) for value in mine)
        return known

    def _values_of(self, document: Document, kind: Hashable) -> set[Hashable]:
        return {self._values[id(claim)] for claim in self._alike.get((id(document), kind), ()) if id(claim) in self._values}

    def elsewhere(self, one: Claim, other: Claim) -> float:
        """-1 where each article has the other's value in another place, -0.5 where one has: then the two are told of different things."""
        return -(self._stands(one, other.document, but=other) + self._stands(other, one.document, but=one)) / 2

    def _stands(self, claim: Claim, document: Document, *, but: Claim) -> bool:
        """Whether a claim of the document other than ``but`` has the value of ``claim``, exactly or nearly."""
        value = self._values.get(id(claim))
        if value is not None and any(found is not but for found in self._by_value.get((id(document), value), ())):
            return True
        return any(found is not but and _agree(found, claim) for found in self._alike.get((id(document), _kind_key(claim)), ()))

    def adds_up(self, one: Claim, other: Claim) -> bool:
        """Whether one of the two is the sum of the other and counts beside it: "15 people", and "12 men and three women"."""
        return self._is_sum(one, other) or self._is_sum(other, one)

    def figures_differ(self, one: Claim, other: Claim) -> bool:
        """Whether the sentences give two figures of one unit, and none that may be one: "14 ships in 2022", "nine ships in 2023"."""
        pairs = [(a, b) for a in self._figures_beside(one) for b in self._figures_beside(other) if _kind_key(a) == _kind_key(b)]
        return bool(pairs) and not any(_agree(a, b) for a, b in pairs)

    def _figures_beside(self, claim: Claim) -> list[Claim]:
        return self._figures.get(_place(claim), [])

    def _is_sum(self, whole: Claim, part: Claim) -> bool:
        total = _count(whole)
        beside = [claim for claim in self._figures_beside(part) if claim is not part and _count(claim) is not None and _add(part, claim)]
        if total is None or _count(part) is None or len(beside) > _MOST_PARTS:
            return False
        sizes = range(1, len(beside) + 1)
        return any(sum(_number(claim) for claim in (part, *some)) == total for size in sizes for some in combinations(beside, size))

    def neighbours(self, one: Claim, other: Claim) -> float:
        """How many other values the two sentences have in common, as a share of three."""
        shared = self._values_of_sentence(one) & self._values_of_sentence(other)
        own = {self._values.get(id(one)), self._values.get(id(other))}
        return min(_MOST_NEIGHBOURS, len(shared - own)) / _MOST_NEIGHBOURS

    def drawn(self, one: Claim, other: Claim) -> float:
        """0 where no other sentence has more values in common with either, else falling to -1: then each sentence has another counterpart."""
        own = [self._values.get(id(claim)) for claim in (one, other)]
        here = len((self._told_with(one) & self._told_with(other)).difference(own))
        there = max(self._most_shared(one, other, own), self._most_shared(other, one, own))
        return -min(_MOST_NEIGHBOURS, max(0, there - here)) / _MOST_NEIGHBOURS

    def _most_shared(self, claim: Claim, other: Claim, own: Sequence[Hashable]) -> int:
        """The most values that the sentence of ``claim`` shares with one of the article of ``other`` but its own, those of the two left out."""
        shared: Counter[int] = Counter()
        for value in self._told_with(claim).difference(own):
            shared.update(self._tellers.get((id(other.document), value), ()))
        shared.pop(other.sentence.start, None)
        return max(shared.values(), default=0)

    def _told_with(self, claim: Claim) -> set[Hashable]:
        return self._telling.get(_place(claim), set())

    def _values_of_sentence(self, claim: Claim) -> set[Hashable]:
        return self._of_sentence.get(_place(claim), set())


def _place(claim: Claim) -> tuple[int, int]:
    """The document and the sentence of a claim."""
    return id(claim.document), claim.sentence.start


def value_key(claim: Claim) -> Hashable | None:
    """The same for claims of one value: numbers in the base unit with what is counted, dates as they were resolved."""
    if isinstance(claim.value, Quantity):
        dimension, numbers = in_base_unit(claim.value)
        return claim.kind, dimension, concept(claim.value.unit or "") if dimension == "count" else "", numbers
    return (claim.kind, claim.value.value) if isinstance(claim.value, When) else None


def _may_be_same(one: Hashable, other: Hashable) -> bool:
    """Whether two values are one, or of two dates one a part of the other."""
    if one == other:
        return True
    a, b = (value[-1] if isinstance(value, tuple) else None for value in (one, other))
    return isinstance(a, str) and isinstance(b, str) and (a.startswith(b) or b.startswith(a))


def _says_little(claim: Claim) -> bool:
    """Whether it is a number that sentences share by chance."""
    return isinstance(claim.value, Quantity) and all(abs(number) < _BY_CHANCE for number in claim.value.value)


def _count(claim: Claim) -> Decimal | None:
    """The number of things, None if it is no plain count."""
    value = claim.value
    return value.value[0] if isinstance(value, Quantity) and value.form == "count" and len(value.value) == 1 else None


def _add(one: Claim, other: Claim) -> bool:
    """Whether two counts may be parts of one sum: of one noun, or of people; vessels and sailors add up to nothing."""
    units = [claim.value.unit for claim in (one, other) if isinstance(claim.value, Quantity)]
    return None in units or set(units) <= persons() or len({concept(unit) for unit in units if unit}) == 1


def _number(claim: Claim) -> Decimal:
    return _count(claim) or Decimal(0)


def _kind_key(claim: Claim) -> Hashable:
    if isinstance(claim.value, Quantity):
        return claim.kind, claim.value.form, concept(claim.value.unit or "")
    return claim.kind, claim.value.type if isinstance(claim.value, When) else ""


def _agree(one: Claim, other: Claim) -> bool:
    """Whether two figures of one unit, or two times of day, may both be right."""
    if isinstance(one.value, Quantity) and isinstance(other.value, Quantity):
        return relate(one.value, other.value) in (Relation.SAME, Relation.OVERLAP, Relation.ROUNDED)
    return isinstance(one.value, When) and isinstance(other.value, When) and about_one_time(one.value, other.value)
