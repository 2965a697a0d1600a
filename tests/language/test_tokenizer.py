"""Long runs of marks are cut before spaCy's tokenizer, and no offset moves."""

from __future__ import annotations

import copy
import pickle

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from claimdiff.language.tokenizer import LONGEST, RunSplitter, make_tokenizer


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


def test_ordinary_prose_is_not_cut(nlp):
    """The splitter stays out of the way where it is not needed."""
    text = 'The ferry (built in 1998) sank... "Nobody knows why," U.S. officials said.'

    assert [token.text for token in nlp.tokenizer(text)] == [token.text for token in nlp.tokenizer.base(text)]


@pytest.mark.parametrize(
    "parts",
    [
        "COVID - 19",
        "F - 16",
        "12 - day",
        "three - year",
        "well - known",
        "pre-war",
        "Anti-war",
        "non-EU",
        "co-op",
        "e-mail",
        "ex-minister's",
        "555-0134",
        "212-555-0134",
        "2021 - 01 - 12",
        "3 - 2",
        "7:30 PM",
        "10 am",
        "9 p.m.",
        "15,000",
        "$ 2.5",
        "10 %",
        "( 8 )",
        "8 )",
        "!!!",
        "?!",
        "$$$",
        "----",
        "...",
        "etc.",
        "Rep.",
        "Sat.",
        "Jr.",
        "U.S.",
        "U.S.-led",
        "do n't",
        "can not",
        "wan na",
        "and / or",
        "minister 's",
        "# MeToo",
        "a@b.com",
    ],
)
def test_words_are_parted_as_in_the_treebanks(nlp, parts):
    """The parser was taught on these tokens."""
    assert " ".join(token.text for token in nlp.make_doc(parts.replace(" ", ""))) == parts


@pytest.mark.parametrize(("text", "tokens"), [("He sat. She sat.", ["He", "sat", ".", "She", "sat", "."]), ("Sen. Marsh", ["Sen.", "Marsh"])])
def test_a_full_stop_belongs_to_abbreviations_only(nlp, text, tokens):
    """ "sat." ends a sentence, "Sat." is a day."""
    assert [token.text for token in nlp.make_doc(text)] == tokens


def test_every_pipeline_has_rules_of_its_own(nlp):
    """The maker that the configuration names builds a tokenizer for the vocabulary of its pipeline."""
    blank = spacy.blank("en")

    tokenizer = make_tokenizer()(blank)

    assert isinstance(tokenizer, RunSplitter)
    assert tokenizer("pre-war").vocab is blank.vocab
    assert [token.text for token in tokenizer("The pre-war COVID-19.")] == [token.text for token in nlp.make_doc("The pre-war COVID-19.")]


@pytest.mark.parametrize("way", [copy.deepcopy, lambda tokenizer: pickle.loads(pickle.dumps(tokenizer))], ids=["copy", "pickle"])  # noqa: S301 - our own
def test_a_copy_parts_words_alike(nlp, way):
    """Also in another process."""
    text = "Pre-war 12-day (8) wanna!!! 7:30PM " + "(" * 200

    assert [token.text for token in way(nlp.tokenizer)(text)] == [token.text for token in nlp.tokenizer(text)]
