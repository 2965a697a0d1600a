"""The labels claimdiff reads are labels the shipped pipeline writes."""

from __future__ import annotations

import pytest
import spacy

from claimdiff.errors import ClaimdiffError
from claimdiff.language import labels
from claimdiff.language.encoder import NAME
from claimdiff.language.pipelines import require_labels


def test_every_dependency_label_is_one_of_the_encoder(nlp):
    """A retrained pipeline cannot silently disable an extractor."""
    assert labels.ALL - set(nlp.get_pipe(NAME).labels) == set()


def test_every_type_of_name_is_one_of_the_encoder(nlp):
    """Names keep their three types."""
    assert set(nlp.get_pipe(NAME).names) == labels.ENTITIES


def test_every_part_of_speech_is_one_of_the_encoder(nlp):
    """Those that carry a topic, and those that extractors ask for by name."""
    assert labels.CONTENT_POS | {"AUX", "NUM", "PRON", "SYM", "PUNCT"} <= set(nlp.get_pipe(NAME).rows["upos"])


def test_the_shipped_pipeline_has_the_labels(nlp):
    """It is what others are told to use."""
    require_labels(nlp)


def test_a_pipeline_without_our_labels_is_refused_by_name():
    """Somebody else's pipeline gets one line that says what it lacks."""
    with pytest.raises(ClaimdiffError, match="ccomp"):
        require_labels(spacy.blank("en"))
