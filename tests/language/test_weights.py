"""The figures in training/scores.json are those of the weights that ship, and none has fallen below its floor."""

from __future__ import annotations

import json
from pathlib import Path

from claimdiff.language import WEIGHTS, weights_digest

SCORES = json.loads((Path(__file__).parents[2] / "training" / "scores.json").read_text(encoding="utf-8"))
LARGEST = 27_000_000
"""Bytes: what the whole pipeline may add to the wheel."""


def test_the_scores_were_measured_on_these_weights():
    """Whoever changes the weights must measure them again."""
    assert weights_digest() == SCORES["weights"]


def test_no_score_is_below_its_floor():
    """Floors rise with the scores; lowering one takes a flag of evaluate.py."""
    scores = {f"{where}: {name}": value for where, figures in SCORES["scores"].items() for name, value in figures.items()}

    assert set(scores) == set(SCORES["floors"])
    assert {name: value for name, value in scores.items() if value < SCORES["floors"][name]} == {}


def test_the_weights_stay_small():
    """The wheel has a budget."""
    assert sum(file.stat().st_size for file in WEIGHTS.rglob("*") if file.is_file()) <= LARGEST
