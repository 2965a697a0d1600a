"""Vectors of meaning stay close to those of the encoder they were distilled from: what says the same is alike, what does not is not."""

from __future__ import annotations

import pytest

PARAPHRASES = (
    (0.750, "The firm bought its rival.", "The company acquired its competitor."),
    (0.764, "The takeover was approved.", "The acquisition was approved."),
    (0.927, "Norvane bought the shipyard from its owner.", "The shipyard was acquired by Norvane."),
    (0.798, "Doctors warned of a flu outbreak.", "Physicians are worried about the spread of influenza."),
    (0.634, "The ferry left the harbour at dawn.", "The boat sailed from port early in the morning."),
)
OTHERS = (
    (0.547, "The firm bought its rival.", "The company sold its headquarters."),
    (0.382, "The takeover was approved.", "The evacuation was approved."),
    (0.356, "The bank raised its interest rate.", "The bank was robbed by three men."),
    (0.040, "The bank raised its interest rate.", "Three climbers died on the mountain."),
    (-0.006, "Voters rejected the new constitution.", "The museum opens a show of old maps."),
)
"""Sentences of our own. The figures are cosines of the sentence vectors of sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0) as published:
mean over all word pieces, length 1, computed in float32 by training/teacher.py from its model.safetensors.

Pairs that differ in one verb alone are left out, for the original does not tell them apart itself: "Norvane bought the shipyard." is 0.965 like
"acquired" and 0.969 like "sold". Whether two articles say the same of a sale is for their verbs to decide, not for these vectors."""


def _likeness(nlp, pairs):
    return [nlp(one).similarity(nlp(other)) for _, one, other in pairs]


def _ranks(values):
    """Places in rising order; equal values share the mean of theirs."""
    return [sum(other < value for other in values) + (values.count(value) - 1) / 2 for value in values]


def _rank_correlation(ones, others):
    """Spearman's: the correlation of the ranks."""
    a, b = _ranks(ones), _ranks(others)
    mean = (len(a) - 1) / 2
    together = sum((x - mean) * (y - mean) for x, y in zip(a, b, strict=True))
    return together / (sum((x - mean) ** 2 for x in a) * sum((y - mean) ** 2 for y in b)) ** 0.5


def test_paraphrases_are_more_alike_than_anything_else(nlp):
    """Every one of them than every other pair."""
    assert min(_likeness(nlp, PARAPHRASES)) > max(_likeness(nlp, OTHERS))


def test_pairs_rank_as_for_the_original_encoder(nlp):
    """Distillation kept what it knew."""
    pairs = PARAPHRASES + OTHERS

    assert _rank_correlation(_likeness(nlp, pairs), [original for original, _, _ in pairs]) >= 0.8


def test_likeness_does_not_depend_on_the_order(nlp):
    """Nor on what stands around a sentence, but for little."""
    _, one, other = PARAPHRASES[0]
    text = nlp(f"{one}\n\nThree climbers died on the mountain.\n\n{other}")
    first, _, last = text.sents

    assert nlp(one).similarity(nlp(other)) == nlp(other).similarity(nlp(one))
    assert first.similarity(last) > max(_likeness(nlp, OTHERS))


@pytest.mark.parametrize(
    ("ones", "others", "correlation"), [([1, 2, 3], [10, 20, 90], 1), ([1, 2, 3], [3, 2, 1], -1), ([1, 1, 2, 2], [5, 5, 5, 9], 3**-0.5)]
)
def test_the_measure_is_spearmans(ones, others, correlation):
    """Checked by hand, ties too."""
    assert _rank_correlation(ones, others) == pytest.approx(correlation)
