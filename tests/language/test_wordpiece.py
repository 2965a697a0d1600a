"""Words are looked up as the encoder was taught them, and every word has at least one piece."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimdiff.language.wordpiece import CASES, LONGEST_WORD, MOST_PIECES, Case, WordPiece, case_of

MARKS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
SMALL = WordPiece(
    [*MARKS, "bank", "##rupt", "##cy", "a", "##a", "##nk", "b", "cafe", "1", "##2", "##5", ".", ",", "-", "$", "£", "€", "%", "市", "2"]
)


def _spelled(word, wordpiece=SMALL):
    return [wordpiece.vocabulary[row] for row in wordpiece.pieces(word)]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("bank", ["bank"]),
        ("BANK", ["bank"]),
        ("bankruptcy", ["bank", "##rupt", "##cy"]),
        ("bankx", ["[UNK]"]),
        ("bank-bank", ["bank", "-", "bank"]),
        ("x-bank", ["[UNK]", "-", "bank"]),
        ("Café", ["cafe"]),
        ("cafe\u0301", ["cafe"]),
        ("£125", ["£", "1", "##2", "##5"]),
        ("$2%", ["$", "2", "%"]),
        ("1.2", ["1", ".", "2"]),
        ("市市", ["市", "市"]),
        ("市bank", ["市", "bank"]),
        ("ba\u00adnk", ["bank"]),
        ("ba\u200bnk", ["bank"]),
        ("bank\u00a0bank", ["bank", "bank"]),
        ("\u200b", ["[UNK]"]),
        ("\x00", ["[UNK]"]),
        ("\ufffd", ["[UNK]"]),
        ("\u0301", ["[UNK]"]),
        ("", ["[UNK]"]),
        (" ", ["[UNK]"]),
        ("😀", ["[UNK]"]),
        ("Ω", ["[UNK]"]),
        ("##nk", ["[UNK]", "[UNK]", "[UNK]"]),
        ("[CLS]", ["[UNK]", "[UNK]", "[UNK]"]),
        ("." * 50, ["."] * MOST_PIECES),
        ("a" * 5_000, ["a", *["##a"] * (MOST_PIECES - 1)]),
        ("." * (LONGEST_WORD + 1), ["."] * MOST_PIECES),
    ],
)
def test_a_word_is_cut_into_the_longest_pieces(word, pieces):
    """Greedily from the left, in lower case, accents off, marks alone; what is in no row is unknown as a whole."""
    assert _spelled(word) == pieces


def test_no_character_behind_the_longest_word_is_looked_at():
    """An unknown character far behind spoils nothing before it."""
    assert _spelled("a" * LONGEST_WORD + "Ω")[0] == "a"
    assert _spelled("a" * (LONGEST_WORD - 1) + "Ω") == ["[UNK]"]


def test_the_shipped_vocabulary_reads_words_of_the_news(nlp):
    """Common words are one piece, others the pieces of BERT's vocabulary."""
    wordpiece = nlp.get_pipe("claimdiff_encoder").wordpiece

    assert _spelled("Minister", wordpiece) == ["minister"]
    assert _spelled("Zürich", wordpiece) == ["zurich"]
    assert _spelled("£1.2bn", wordpiece)[:3] == ["£", "1", "."]
    assert "[UNK]" not in _spelled("Xyqqzwv", wordpiece)


@settings(max_examples=300, deadline=None)
@given(word=st.text(max_size=300))
def test_every_text_has_pieces(nlp, word):
    """One at least, MOST_PIECES at most, each a row of the vocabulary, the same when asked again."""
    wordpiece = nlp.get_pipe("claimdiff_encoder").wordpiece

    found = wordpiece.pieces(word)

    assert 1 <= len(found) <= MOST_PIECES
    assert all(0 <= row < len(wordpiece.vocabulary) for row in found)
    assert wordpiece.pieces(word) == found == WordPiece(wordpiece.vocabulary).pieces(word)


def test_what_is_remembered_is_forgotten_in_time(monkeypatch):
    """A long stream of new words holds no memory for ever."""
    monkeypatch.setattr("claimdiff.language.wordpiece._REMEMBERED", 3)
    wordpiece = WordPiece([*MARKS, "a", "##a"])

    found = [wordpiece.pieces("a" * n) for n in range(1, 9)]

    assert found == [wordpiece.pieces("a" * n) for n in range(1, 9)]
    assert len(wordpiece._known) <= 3


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("bank", Case.LOWER),
        ("bank's", Case.LOWER),
        ("1.2bn", Case.LOWER),
        ("é", Case.LOWER),
        ("Bank", Case.TITLE),
        ("A", Case.TITLE),
        ("É", Case.TITLE),
        ("Covid-Era", Case.TITLE),
        ("NATO", Case.UPPER),
        ("U.S.", Case.UPPER),
        ("F-16", Case.UPPER),
        ("107", Case.DIGITS),
        ("McKay", Case.CAPITAL),
        ("Anti-war", Case.CAPITAL),
        ("iPhone", Case.OTHER),
        ("1,200", Case.OTHER),
        ("£5", Case.OTHER),
        (".", Case.OTHER),
        ("市", Case.OTHER),
        ("", Case.OTHER),
        ("\u200b", Case.OTHER),
    ],
)
def test_the_letter_case_is_told(word, case):
    """It is what the vocabulary leaves out."""
    assert case_of(word) is case


@given(word=st.text(max_size=30))
def test_every_text_has_a_letter_case(word):
    """One of a word; NONE is for the marks around a window."""
    assert Case.NONE < case_of(word) < CASES
