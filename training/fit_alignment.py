"""Fit the weights of the alignment on annotated pairs of articles, and say how far the result can be trusted.

usage: fit_alignment.py PAIRS [--write]

PAIRS is a folder of article pairs with their agreements and discrepancies marked (one JSON file a pair: a, b, topic, agreements and
discrepancies with their places in both texts). Every candidate pair of claims is an example: it speaks of one thing if one annotated item
holds both, whether or not the values agree, so no feature may look at whether they do. Logistic regression with an L2 penalty on scaled
features (Newton's method); all figures printed are of topics that were left out of the fit. ``--write`` puts the weights into the package,
with a digest of the data they come from; the data itself stays where it is. The weights of statements stay as they were set by hand: their
rules compare the words themselves and need candidates, not certainty.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
import numpy.typing as npt

from claimdiff import read
from claimdiff.alignment.candidates import Index
from claimdiff.alignment.entities import Entities
from claimdiff.alignment.features import COMPARED, Features
from claimdiff.model import Article, Claim, Extent, Finding
from claimdiff.pipeline import extract_many, judge

KINDS = {"numeric": ("quantity", "date"), "date": ("date", "quantity")}
"""The kinds of claim that an annotated item of each type is about; items of other types are no examples."""

_PATH = Path(str(files("claimdiff.alignment"))) / "weights.json"

PENALTY = 10.0
FOLDS = 8

Weights = dict[str, dict[str, float]]
Rows = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Item:
    """An annotated agreement or discrepancy: its type, severity, and the places on both sides (any of them counts)."""

    type: str
    severity: str
    a: tuple[Extent, ...]
    b: tuple[Extent, ...]

    def holds(self, a: Extent, b: Extent) -> bool:
        """Whether both places touch it."""
        return any(a.overlaps(place) for place in self.a) and any(b.overlaps(place) for place in self.b)


@dataclass(frozen=True)
class Pair:
    """Two extracted articles and what was annotated."""

    topic: str
    a: Article
    b: Article
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Example:
    """A candidate pair of claims: whether it speaks of one thing, and its features."""

    topic: str
    kind: str
    one_thing: bool
    features: Mapping[str, float]


def main() -> None:
    """Read, fit, cross-validate, print; write if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--write", action="store_true", help="into the package")
    args = parser.parse_args()
    pairs = read_pairs(args.pairs)
    examples = [example for pair in pairs for example in examples_of(pair)]
    print(_recall_of_candidates(pairs))
    found = list(_left_out(pairs, examples))
    figures = _reliability(found)
    print("\n".join(f"confidence {row['from']:.1f} to {row['to']:.1f}: {row['right']} of {row['findings']} findings right" for row in figures))
    if args.write:
        weights = {kind: fit([example for example in examples if example.kind == kind], COMPARED[kind]) for kind in COMPARED}
        _write(weights, args.pairs, figures)


def read_pairs(folder: Path) -> list[Pair]:
    """All pairs of the folder, extracted."""
    said = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.json"))]
    articles = list(extract_many(read(folder / one[side]) for one in said for side in ("a", "b")))
    return [Pair(str(one["topic"]), a, b, _items(one)) for one, a, b in zip(said, articles[::2], articles[1::2], strict=True)]


def _items(said: Mapping[str, Any]) -> tuple[Item, ...]:
    every = [(item, item["severity"]) for item in said["discrepancies"]]
    every += [(item, "neutral" if item.get("neutral") else "agreement") for item in said["agreements"]]
    return tuple(Item(item["type"], severity, _places(item, "a"), _places(item, "b")) for item, severity in every)


def _places(item: Mapping[str, Any], side: str) -> tuple[Extent, ...]:
    return (Extent(item[f"{side}_start"], item[f"{side}_end"]), *(Extent(*place) for place in item.get(f"{side}_alt", ())))


def examples_of(pair: Pair) -> Iterable[Example]:
    """Every two claims that the index brings together; those that share the words of an agreement but differ are left out: it holds several."""
    features = Features((pair.a, pair.b), Entities((pair.a, pair.b)))
    for one, other in candidates(pair, features):
        if one.kind not in COMPARED or not features.may_be_one(one, other):
            continue
        item = next((item for item in pair.items if one.kind in KINDS.get(item.type, ()) and item.holds(one.extent, other.extent)), None)
        found = features.of(one, other)
        if item is None or item.severity != "agreement" or found["value"] > 0:
            yield Example(pair.topic, one.kind, item is not None, found)


def candidates(pair: Pair, features: Features) -> Iterable[tuple[Claim, Claim]]:
    """Claims of the two articles that are compared at all."""
    index = Index(features)
    for row, claim in enumerate(pair.a.claims):
        index.add(claim, row)
    for claim in pair.b.claims:
        for row in index.near(claim):
            if pair.a.claims[row].kind == claim.kind:
                yield pair.a.claims[row], claim


def _recall_of_candidates(pairs: Sequence[Pair]) -> str:
    """Of the annotated items of which both sides were extracted: how many have a candidate."""
    extracted = kept = 0
    for pair in pairs:
        near = list(candidates(pair, Features((pair.a, pair.b), Entities((pair.a, pair.b)))))
        for item in pair.items:
            kinds = KINDS.get(item.type, ())
            sides = [any(claim.kind in kinds and any(claim.extent.overlaps(place) for place in places) for claim in article.claims)
                     for article, places in ((pair.a, item.a), (pair.b, item.b))]  # fmt: skip
            extracted += all(sides)
            kept += all(sides) and any(item.holds(one.extent, other.extent) for one, other in near)
    return f"candidates: {kept} of the {extracted} annotated items whose two sides were both extracted ({kept / extracted:.1%})"


def fit(examples: Sequence[Example], names: Sequence[str], penalty: float = PENALTY) -> dict[str, float]:
    """Weights by name, with ``bias``.

    Every feature is made so that more of it speaks for one thing: a weight below zero fits noise, and its feature is left out.
    """
    used = list(names)
    while True:
        x = np.array([[example.features[name] for name in used] for example in examples])
        found, bias = _logistic(x, np.array([example.one_thing for example in examples], dtype=float), penalty)
        worst = int(found.argmin())
        if found[worst] >= 0:
            fitted = dict(zip(used, found, strict=True))
            return {"bias": round(float(bias), 4)} | {name: round(float(fitted.get(name, 0.0)), 4) for name in names}
        del used[worst]


def _logistic(x: Rows, y: Rows, penalty: float) -> tuple[Rows, float]:
    """Weights and bias of a logistic regression by Newton's method; features are scaled for the penalty's sake only."""
    mean, spread = x.mean(0), np.where(x.std(0) > 0, x.std(0), 1.0)
    scaled = np.hstack([(x - mean) / spread, np.ones((len(x), 1))])
    ridge = np.diag([penalty] * x.shape[1] + [0.0])
    weights = np.zeros(x.shape[1] + 1)
    for _ in range(50):
        chance = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (chance - y) + ridge @ weights
        step = np.linalg.solve(scaled.T * (chance * (1 - chance)) @ scaled + ridge, slope)
        weights -= step
        if np.abs(step).max() < 1e-9:
            break
    found = weights[:-1] / spread
    return found, float(weights[-1] - found @ mean)


def _left_out(pairs: Sequence[Pair], examples: Sequence[Example]) -> Iterable[tuple[Finding, bool]]:
    """Findings in each topic's pairs by weights that were fitted without it, and whether they are right."""
    topics = sorted({pair.topic for pair in pairs})
    for fold in range(FOLDS):
        out = set(topics[fold::FOLDS])
        kept = [example for example in examples if example.topic not in out]
        weights = {kind: fit([example for example in kept if example.kind == kind], names) for kind, names in COMPARED.items()}
        weights = _loaded() | weights
        with patch("claimdiff.alignment.features._weights", lambda weights=weights: weights):
            for pair in pairs:
                if pair.topic in out:
                    yield from _judged(pair)


def _judged(pair: Pair) -> Iterable[tuple[Finding, bool]]:
    """A finding is right on a discrepancy, neither right nor wrong on an agreement that an editor may want to see."""
    for finding in judge(pair.a, pair.b).findings:
        sides = [next((at.extent for at in finding.locations if at.path == article.document.path), None) for article in (pair.a, pair.b)]
        if finding.severity == "note" or sides[0] is None or sides[1] is None:
            continue
        touched = {item.severity for item in pair.items if item.holds(sides[0], sides[1])}
        if touched & {"contradiction", "tension"} or "neutral" not in touched:
            yield finding, bool(touched & {"contradiction", "tension"})


def _reliability(found: Sequence[tuple[Finding, bool]]) -> list[dict[str, float]]:
    edges = [0.0, 0.6, 0.7, 0.8, 0.9, 1.01]
    rows = []
    for low, high in pairwise(edges):
        inside = [right for finding, right in found if low <= finding.confidence < high]
        rows.append({"from": low, "to": min(1.0, high), "findings": len(inside), "right": sum(inside)})
    return rows


def _loaded() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_PATH.read_text(encoding="utf-8"))
    return found


def _write(weights: Weights, folder: Path, figures: list[dict[str, float]]) -> None:
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in sorted(folder.iterdir()) if file.is_file())).hexdigest()
    kept = {kind: found for kind, found in _loaded().items() if kind not in weights and isinstance(found, dict)}
    said = {"fitted on": f"{len(list(folder.glob('*.json')))} annotated pairs of articles", "sha256": digest, "left out": figures, **weights, **kept}
    _PATH.write_text(json.dumps(said, indent=2) + "\n", encoding="utf-8")
    print(f"written to {_PATH}")


if __name__ == "__main__":
    main()
