"""Lemmas come from the treebanks where they have the word, and from an edit tree that makes a word elsewhere."""

from __future__ import annotations

import pytest
from spacy.pipeline._edit_tree_internals.edit_trees import EditTrees
from spacy.strings import StringStore

from claimdiff.language.lemmas import Lemmas

LEXICON = "people\tNNS\tperson\nHarbour\tNNP\tHarbour\nwent\tVBD\tgo\n"
WORDS = frozenset({"study", "tax", "ferry", "burglary", "injure", "plan"})


@pytest.fixture(scope="module")
def lemmas() -> Lemmas:
    """Trees learnt from "ties": tie, "skies": sky and "boxes": box, in this order."""
    trees = EditTrees(StringStore())
    rows = [trees.add(form, lemma) for form, lemma in (("ties", "tie"), ("skies", "sky"), ("boxes", "box"))]
    return Lemmas(trees, rows, LEXICON, WORDS)


@pytest.mark.parametrize(
    ("word", "tag", "rows", "lemma"),
    [
        ("people", "NNS", [0], "person"),
        ("People", "NNS", [0], "person"),
        ("went", "VBD", [0, 1], "go"),
        ("studies", "NNS", [0, 1], "study"),
        ("taxes", "NNS", [0, 2], "tax"),
        ("quvries", "NNS", [0, 1], "quvry"),
        ("quvres", "NNS", [0], "quvre"),
        ("Harbour", "NNP", [0], "Harbour"),
        ("fleet", "NN", [1], "fleet"),
        ("burglaries", "NNS", [0], "burglary"),
        ("Injured", "VBD", [1], "injure"),
        ("planned", "VBN", [1], "plan"),
    ],
)
def test_a_lemma_is_a_word(lemmas, word, tag, rows, lemma):
    """The lexicon first, then the likeliest tree or the regular ending that makes a known word, then the likeliest tree, then the word itself."""
    assert lemmas.lemma(word, tag, rows) == lemma


def test_a_name_is_not_read_as_the_common_word_of_its_letters(lemmas):
    """Only common words fall back on their lower-case form."""
    assert lemmas.lemma("HARBOUR", "NNP", [1]) == "HARBOUR"
