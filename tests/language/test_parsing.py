"""Documents of any length are parsed with their offsets, and paragraphs are not read into each other."""

from __future__ import annotations

from claimdiff.language import parsing
from claimdiff.language.parsing import parse
from claimdiff.model import DateClue, Document, Extent

PARAGRAPH = "The council of Orlo voted to close eight schools. Parents protested.\n\n"


def test_a_headline_is_a_sentence_of_its_own(nlp):
    """Even without a full stop it ends at the blank line."""
    doc = nlp("Council closes eight schools\n\nParents protested outside the town hall.")

    assert [sent.text.strip() for sent in doc.sents] == ["Council closes eight schools", "Parents protested outside the town hall."]


def test_the_sentence_starts_after_the_dateline():
    """The dateline is no subject of the first verb."""
    text = "GENEVA, Jan. 11 (Lakeside Wire) - The bank raised its rate."
    document = Document("a.txt", text, dates=(DateClue("dateline", "XXXX-01-11", extent=Extent(0, 33)),))

    doc = next(parse([document]))[0]

    assert text.index("The bank") in [sent[0].idx for sent in doc.sents]


def test_a_long_text_is_parsed_in_pieces_with_its_offsets(monkeypatch):
    """Cut between paragraphs, the Doc still is the whole text."""
    monkeypatch.setattr(parsing, "LONGEST", 300)
    document = Document("a.txt", PARAGRAPH * 20)

    doc = next(parse([document]))[0]

    assert doc.text == document.text
    assert sum(1 for token in doc if token.text == "eight") == 20


def test_documents_come_back_in_order(monkeypatch):
    """A long one between short ones keeps its place."""
    monkeypatch.setattr(parsing, "LONGEST", 300)
    documents = [Document("a.txt", PARAGRAPH), Document("b.txt", PARAGRAPH * 20), Document("c.txt", PARAGRAPH)]

    assert [document.path for _, document in parse(documents)] == ["a.txt", "b.txt", "c.txt"]


def test_an_empty_stream_parses_to_nothing():
    """No documents, no Docs."""
    assert list(parse([])) == []
