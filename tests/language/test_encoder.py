"""The encoder writes ordinary annotations, the same ones whatever else is read, from whatever place its weights came."""

from __future__ import annotations

import pickle

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.util import load_model, load_model_from_config

from claimdiff.language.encoder import NAME, Encoder
from claimdiff.model import Document

TEXTS = (
    "A landslide killed 107 people in the mining town of Orlo on Monday, the mayor said.",
    "Council closes eight schools\n\nElena Marsh, the minister, told Lakeside Wire that the harbour tunnel would cost £2.5m.\nNobody believed her.",
    "",
    "Rain.",
    " \n\n ",
    "“We have sold the ferry,” said Port Alder's owner. He did not say to whom; in 1998 it had been bought for $12 million from Norvane Lines.",
    "ferry " * 250,
    "The bank raised its rate. " * 30,
)
# Functions cannot be written: spaCy says so for every Doc whose vectors are read by hooks.
pytestmark = pytest.mark.filterwarnings(r"ignore:\[W109\]")


def _written(doc):
    """All that the pipeline wrote, as bytes."""
    return doc.to_bytes()


def _is_read_whole(doc, text):
    """Asserts what holds for any text."""
    assert doc.text == text
    for sent in doc.sents:
        assert [token for token in sent if token.head == token] == [sent.root]
        assert all(sent.start <= token.head.i < sent.end for token in sent)
        assert len(list(sent.root.subtree)) == len(sent)
    for ent in doc.ents:
        assert ent.label_
        assert ent[0].sent == ent[-1].sent
    for token in doc:
        assert token.pos_
        assert token.tag_
        assert token.lemma_
        assert token.dep_
        assert (token.pos_ == "SPACE") == token.is_space
        assert token.has_vector is not token.is_space
    assert doc.tensor.shape == (len(doc), 384)


def test_a_plain_sentence_is_read_as_an_editor_would(nlp):
    """Every kind of annotation is there."""
    doc = nlp("The minister visited two schools. Mary lives in London.")

    assert [(token.text, token.pos_, token.tag_, token.lemma_, token.dep_, token.head.text) for token in doc] == [
        ("The", "DET", "DT", "the", "det", "minister"),
        ("minister", "NOUN", "NN", "minister", "nsubj", "visited"),
        ("visited", "VERB", "VBD", "visit", "ROOT", "visited"),
        ("two", "NUM", "CD", "two", "nummod", "schools"),
        ("schools", "NOUN", "NNS", "school", "obj", "visited"),
        (".", "PUNCT", ".", ".", "punct", "visited"),
        ("Mary", "PROPN", "NNP", "Mary", "nsubj", "lives"),
        ("lives", "VERB", "VBZ", "live", "ROOT", "lives"),
        ("in", "ADP", "IN", "in", "case", "London"),
        ("London", "PROPN", "NNP", "London", "obl", "lives"),
        (".", "PUNCT", ".", ".", "punct", "lives"),
    ]
    assert doc[4].morph.get("Number") == ["Plur"]
    assert doc[2].morph.get("Tense") == ["Past"]
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Mary", "PER"), ("London", "LOC")]
    assert [sent.text for sent in doc.sents] == ["The minister visited two schools.", "Mary lives in London."]


def test_the_batch_changes_no_byte(nlp):
    """Alone, one by one, or sixteen at a time."""
    alone = [_written(nlp(text)) for text in TEXTS]

    assert [_written(doc) for doc in nlp.pipe(TEXTS, batch_size=1)] == alone
    assert [_written(doc) for doc in nlp.pipe(TEXTS, batch_size=16)] == alone


def test_what_else_is_in_the_stream_changes_no_byte(nlp):
    """Before it, behind it, or read by a pipeline that has read nothing yet."""
    text = TEXTS[1]
    fresh = pickle.loads(pickle.dumps(nlp.get_pipe(NAME)))  # noqa: S301 - our own

    first, *_, last = nlp.pipe([text, *TEXTS, *reversed(TEXTS), text], batch_size=7)

    assert _written(first) == _written(last) == _written(nlp(text))
    assert np.array_equal(first.tensor, last.tensor)
    assert _read_by(fresh, nlp, text) == _written(first)


def test_the_lemma_of_a_word_is_that_of_its_own_trees(nlp):
    """Where the likeliest tree does not fit, the next decides, whatever another place of the word had for its next."""
    encoder = nlp.get_pipe(NAME)
    word, tag = "brimbled", encoder.rows["xpos"].index("VBD")
    made = [encoder.lemmatizer._trees.apply(tree, word) for tree in encoder.rows["lemma"]]
    fit = {lemma: row for row, lemma in enumerate(made) if lemma}
    unfit = next(row for row, lemma in enumerate(made) if not lemma)
    one, other = sorted(fit)[:2]

    found = [nlp.vocab.strings[encoder.lemma(word, tag, np.array([unfit, fit[lemma]]))] for lemma in (one, other, one)]

    assert found == [one, other, one]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_several_processes_write_what_one_writes(nlp):
    """Annotations and vectors come back from the others."""
    one = [_written(doc) for doc in nlp.pipe(TEXTS)]

    assert [_written(doc) for doc in nlp.pipe(TEXTS, n_process=2, batch_size=3)] == one


def _read_by(encoder, nlp, text):
    doc = nlp.make_doc(text)
    nlp.get_pipe("claimdiff_paragraphs")(doc)
    return _written(encoder(doc))


@pytest.mark.parametrize("way", ["disk", "bytes", "pickle"])
def test_the_component_is_the_same_after_a_journey(nlp, tmp_path, way):
    """Written and read, it reads as before."""
    encoder = nlp.get_pipe(NAME)
    if way == "disk":
        encoder.to_disk(tmp_path / "weights")
        other = Encoder(nlp.vocab).from_disk(tmp_path / "weights")
    elif way == "bytes":
        other = Encoder(nlp.vocab).from_bytes(encoder.to_bytes())
    else:
        other = pickle.loads(pickle.dumps(encoder))  # noqa: S301 - our own
        nlp = load_model_from_config(nlp.config)
        nlp.vocab = other.vocab

    assert other.labels == encoder.labels
    assert other.names == encoder.names
    assert other.threads == encoder.threads
    docs = [Doc(other.vocab, words=["Elena", "Marsh", "bought", "two", "ferries", "."]) for _ in range(2)]
    assert _written(other(docs[0])) == _written(encoder(Doc(encoder.vocab, words=[token.text for token in docs[1]])))


@pytest.mark.parametrize("way", ["disk", "bytes", "pickle"])
def test_the_pipeline_is_the_same_after_a_journey(nlp, tmp_path, way):
    """Tokenizer, paragraphs and encoder."""
    if way == "disk":
        nlp.to_disk(tmp_path)
        other = load_model(tmp_path)
    elif way == "bytes":
        other = load_model_from_config(nlp.config).from_bytes(nlp.to_bytes())
    else:
        other = pickle.loads(pickle.dumps(nlp))  # noqa: S301 - our own

    assert other.vocab is not nlp.vocab
    assert [_written(doc) for doc in other.pipe(TEXTS)] == [_written(doc) for doc in nlp.pipe(TEXTS)]


def test_weights_can_be_exchanged(nlp):
    """Nothing of the old ones is left in use."""
    encoder = pickle.loads(pickle.dumps(nlp.get_pipe(NAME)))  # noqa: S301 - our own
    before = encoder.sessions, encoder.wordpiece, encoder.rows

    encoder.from_bytes(encoder.to_bytes())

    assert encoder.sessions is not before[0]
    assert encoder.wordpiece is not before[1]
    assert encoder.rows is not before[2]


def test_a_component_without_weights_has_no_labels(nlp):
    """A pipeline that is only configured can be looked at."""
    empty = Encoder(nlp.vocab)

    assert (empty.labels, empty.names) == ((), ())
    assert Encoder(nlp.vocab).from_bytes(empty.to_bytes()).labels == ()


@pytest.mark.parametrize(
    "text",
    [
        "The council of Orlo voted on Monday to close eight of its schools, said the mayor. " * 60,
        "and the ferry sailed " * 300,
        "word " * 1_000,
        "Überwältigungs-Ökonomie-x107 " * 200,
    ],
    ids=["sentences", "one sentence", "one word", "many pieces"],
)
def test_what_is_longer_than_a_window_is_read_in_windows(nlp, text):
    """No word is lost, and every sentence is a tree."""
    doc = nlp(text)

    _is_read_whole(doc, text)
    assert len(list(doc.sents)) > 1


def test_a_window_begins_at_a_sentence(nlp):
    """Sentences that fit into a window are not cut where the window before ends."""
    sentence = "The council of Orlo voted on Monday to close eight of its schools. "

    doc = nlp(sentence * 60)

    assert {sent.text.strip() for sent in doc.sents} == {sentence.strip()}


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t \r\n \u00a0\u2003"])
def test_a_doc_without_words_is_no_error(nlp, text):
    """It has no vector, no name, and at most one sentence."""
    doc = nlp(text)

    _is_read_whole(doc, text)
    assert len(list(doc.sents)) == bool(text)
    assert not doc.ents
    assert not doc.has_vector
    assert doc.similarity(nlp("The ferry sank.")) == 0


@pytest.mark.parametrize(
    "text",
    ["(" * 20_000, "[()]" * 2_000, "x" * 5_000, "市" * 3_000, "a.b" * 1_000, "\u200b" * 500, "..." * 400 + "\n" * 3_000 + "x"],
    ids=["brackets", "pairs", "letters", "Chinese", "dots", "zero width", "lines"],
)
def test_a_text_without_any_space_is_read(nlp, text):
    """Whatever it is, each of its characters is in a word."""
    _is_read_whole(nlp(text), text)


@settings(max_examples=100, deadline=None)
@given(
    text=st.text(st.one_of(st.sampled_from("The ferry of New York sank. Mr. O'Neil (5%) said:\n\n\"“-"), st.characters(codec="utf-8")), max_size=200)
)
def test_any_text_is_read(nlp, text):
    """Trees, names and vectors hold for text of any kind."""
    _is_read_whole(nlp(text), text)


def test_sentences_start_where_paragraphs_do(nlp):
    """A headline without a full stop, a list, a text in lower case."""
    parts = ["council closes eight schools", "parents protested outside", "the", "Rain", "and snow fell on the town"]

    doc = nlp("\n\n".join(parts))

    starts = {sent[0].idx for sent in doc.sents}
    assert {doc.text.index(part) for part in parts} <= starts
    assert all(not token.is_space or not token.is_sent_start or token.i == 0 for token in doc)


def test_white_space_before_the_text_is_in_its_first_sentence(nlp):
    """It hangs from the first word."""
    doc = nlp("\n\n  The ferry sank.")

    _is_read_whole(doc, doc.text)
    assert [sent.text for sent in doc.sents] == [doc.text]


def test_a_name_goes_on_behind_the_end_of_a_line(nlp):
    """Lines are broken anywhere; the white space is then a part of the name."""
    doc = nlp("The prime minister met Barack\nObama in New\nYork on Monday.")

    _is_read_whole(doc, doc.text)
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Barack\nObama", "PER"), ("New\nYork", "LOC")]


def test_a_name_ends_with_its_paragraph(nlp):
    """Names never cross sentences."""
    doc = nlp("He met Angela\n\nMerkel said no.")

    _is_read_whole(doc, doc.text)
    assert "Merkel" in [sent[0].text for sent in doc.sents]


def test_vectors_of_meaning_are_read_by_spacys_names(nlp):
    """A token has its row, a span or Doc the mean of its words, white space nothing."""
    doc = nlp("The ferry sank.\n\nThe bank raised its rate.")
    space = next(token for token in doc if token.is_space)
    words = [token.i for token in doc if not token.is_space]
    sentence = next(doc.sents)

    assert not doc.tensor[space.i].any()
    assert not space.has_vector
    assert not space.vector.any()
    assert space.similarity(doc[1]) == 0
    assert np.array_equal(doc[1].vector, doc.tensor[1])
    assert np.allclose(doc.vector, doc.tensor[words].mean(0))
    assert np.allclose(sentence.vector, doc.tensor[: space.i].mean(0))
    assert doc.vector_norm == pytest.approx(np.linalg.norm(doc.vector))
    assert not doc[0:0].vector.any()


def test_likeness_is_that_of_meaning(nlp):
    """Of Docs, spans and tokens with each other: 1 of a thing with itself, more for what means the same."""
    ferry, boat, bank = map(nlp, ("The ferry sank in the storm.", "A boat went down in bad weather.", "The bank raised its interest rate."))

    assert ferry.similarity(boat) > ferry.similarity(bank)
    assert ferry[:].similarity(boat) == pytest.approx(ferry.similarity(boat))
    assert ferry[0:2].similarity(boat[0:2]) > ferry[0:2].similarity(bank[0:2])
    assert ferry[1].similarity(boat[1]) > ferry[1].similarity(bank[1])
    assert ferry.similarity(ferry) == pytest.approx(1)
    assert -1 <= ferry.similarity(ferry) <= 1


def test_a_long_document_keeps_its_vectors(nlp, monkeypatch):
    """Parsed in pieces, one of them white space alone, it has the vectors of its pieces, in their places."""
    from claimdiff.language import parsing

    monkeypatch.setattr(parsing, "LONGEST", 100)
    text = "The ferry sank.\n" + " " * 90 + "\n" * 99 + "The bank raised its rate.\n" * 9

    doc = next(parsing.parse([Document("a.txt", text)]))[0]

    _is_read_whole(doc, text)
    assert any(not words.strip() for words in (text[start:end] for start, end in parsing._pieces(text)))
    assert doc[:4].similarity(nlp("The ferry sank.")) == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize("mark", ["[", "“", "("])
@pytest.mark.parametrize("text", ["Nobody knows.\n\n{}\n\nThe dam burst.", "{}\n\nThe dam burst.", "Nobody knows.\n\n{}"])
def test_an_opening_mark_alone_in_a_paragraph_is_read_once(nlp, mark, text):
    """It opens nothing there; reading goes on behind it."""
    doc = nlp(text.format(mark))

    assert [sent.text.strip() for sent in doc.sents] == text.format(mark).split("\n\n")
