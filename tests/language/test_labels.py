"""The labels claimdiff reads are labels the shipped pipeline writes."""

from __future__ import annotations

import pytest
import spacy

from claimdiff.errors import ClaimdiffError
from claimdiff.language import labels
from claimdiff.language.pipelines import require_labels


def test_every_dependency_label_is_one_of_the_parser(nlp):
    """A retrained pipeline cannot silently disable an extractor."""
    assert labels.ALL - set(nlp.get_pipe("parser").labels) == set()


def test_every_entity_label_is_one_of_the_recogniser(nlp):
    """Names keep their three types."""
    assert set(nlp.get_pipe("ner").labels) == labels.ENTITIES


def test_a_pipeline_without_our_labels_is_refused_by_name():
    """Somebody else's pipeline gets one line that says what it lacks."""
    with pytest.raises(ClaimdiffError, match="ccomp"):
        require_labels(spacy.blank("en"))
