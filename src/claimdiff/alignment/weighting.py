"""How much rare words tell, and how much of what they tell two sets of words have in common."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping


def rarity(texts: Iterable[Iterable[str]]) -> Mapping[str, float]:
    """Inverse document frequency: log(1 + texts / texts that hold the word), smoothed (Sparck Jones 1972)."""
    counts: Counter[str] = Counter()
    total = 0
    for words in texts:
        counts.update(set(words))
        total += 1
    return {word: math.log(1 + (total + 1) / (count + 0.5)) for word, count in counts.items()}


def overlap(one: frozenset[str], other: frozenset[str], weight: Mapping[str, float]) -> float:
    """Weighted cosine of two sets: shared weight over the geometric mean of both weights."""
    shared = sum(weight.get(word, 1.0) for word in sorted(one & other))
    if not shared:
        return 0.0
    total = [sum(weight.get(word, 1.0) for word in sorted(words)) for words in (one, other)]
    return shared / math.sqrt(total[0] * total[1])
