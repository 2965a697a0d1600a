"""Candidates from an index: only claims that share a kind and an anchor are ever compared."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator

from claimdiff.alignment.features import Features
from claimdiff.alignment.lexicon import concept
from claimdiff.model import Claim, Quantity, When

MOST = 10
"""Candidates of one claim that are scored: the ones that share the most and the rarest anchors."""

CROWDED = 80
"""An anchor that this many clusters share tells too little to be followed, and following it would cost the square of the articles."""


class Index:
    """Finds the clusters that a claim may belong to."""

    def __init__(self, features: Features) -> None:
        self._features = features
        self._clusters: dict[str, list[int]] = defaultdict(list)

    def add(self, claim: Claim, cluster: int) -> None:
        """Make ``claim`` a member of ``cluster`` known."""
        for anchor in set(self._anchors(claim)):
            known = self._clusters[anchor]
            if len(known) <= CROWDED and cluster not in known[-3:]:
                known.append(cluster)

    def near(self, claim: Claim) -> list[int]:
        """The clusters that share an anchor with ``claim``, most and rarest anchors first, at most MOST."""
        votes: Counter[int] = Counter()
        for anchor in sorted(set(self._anchors(claim))):
            known = self._clusters.get(anchor, ())
            if len(known) > CROWDED:
                continue
            for cluster in known:
                votes[cluster] += 1 / math.log(2 + len(known))  # type: ignore[assignment]  # a Counter adds floats as well
        return [cluster for cluster, _ in sorted(votes.items(), key=lambda item: (-item[1], item[0]))[:MOST]]

    def _anchors(self, claim: Claim) -> Iterator[str]:
        kind = claim.kind
        topic = claim.topic
        yield from (f"{kind} name {name}" for name in self._features.entities(claim))
        yield from (f"{kind} word {concept(word)}" for word in topic.near)
        yield f"{kind} head {concept(topic.head)}"
        value = claim.value
        if isinstance(value, Quantity):
            yield f"{kind} unit {concept(value.unit or value.form)}"
            yield f"{kind} value {value.value}"
        elif isinstance(value, When):
            yield f"{kind} value {value.value}"
        yield from (f"{kind} lemma {concept(word)}" for word in topic.lemmas)
