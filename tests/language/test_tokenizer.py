"""Long runs of marks are cut before spaCy's tokenizer, and no offset moves."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimdiff.language.tokenizer import LONGEST


@pytest.mark.parametrize("mark", ["(", '"', "$", "<", "'", "[", "a("])
def test_a_run_of_marks_is_cut_and_every_character_kept(nlp, mark):
    """The text is the same, and no token is longer than the limit."""
    text = f"He said {mark * 20_000} and left."

    doc = nlp.make_doc(text)

    assert doc.text == text
    assert max(len(token) for token in doc) <= LONGEST


@settings(max_examples=50, deadline=None)
@given(text=st.text(alphabet="ab .,()[]\"'$-\n", max_size=300))
def test_offsets_are_kept_for_any_text(nlp, text):
    """A Doc's text is the text it was made of."""
    assert nlp.make_doc(text).text == text


def test_ordinary_prose_is_tokenized_as_by_spacy(nlp):
    """The splitter stays out of the way where it is not needed."""
    text = 'The ferry (built in 1998) sank... "Nobody knows why," U.S. officials said.'

    assert [token.text for token in nlp.tokenizer(text)] == [token.text for token in nlp.tokenizer.base(text)]
