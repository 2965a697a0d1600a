"""Another spaCy pipeline can stand in the place of ours, if it speaks our labels."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc
from spacy.training import Example

from claimdiff import compare, compare_many, extract, read_text
from claimdiff.cli import run
from claimdiff.errors import ClaimdiffError
from claimdiff.language import WEIGHTS, labels, load
from claimdiff.language.paragraphs import NAME as PARAGRAPHS
from claimdiff.language.tokenizer import LONGEST, RunSplitter

TOLL = "A landslide killed {} people ."
TAGS = {"A": "DET", "landslide": "NOUN", "killed": "VERB", "people": "NOUN", ".": "PUNCT"}
HEADS, RELATIONS = [1, 2, 2, 4, 2, 2], ["det", "nsubj", "ROOT", "nummod", "obj", "punct"]


def _taught(relations, more):
    """A pipeline that has learnt one sentence by heart, and the names of ``more`` relations."""
    nlp = spacy.blank("en")
    parser, tagger = nlp.add_pipe("parser"), nlp.add_pipe("morphologizer")
    texts = [TOLL.format(number) for number in (12, 107, 117)]
    examples = []
    for text in texts:
        words = text.split()
        tags = [TAGS.get(word, "NUM") for word in words]
        examples.append(Example(nlp.make_doc(text), Doc(nlp.vocab, words=words, heads=HEADS, deps=relations, pos=tags)))
    for label in more:
        parser.add_label(label)
    for tag in sorted(set(TAGS.values())):
        tagger.add_label(f"POS={tag}")
    spacy.util.fix_random_seed(0)
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(30):
        nlp.update(examples, sgd=optimizer)
    return nlp


@pytest.fixture(scope="module")
def universal(tmp_path_factory):
    """A folder with a tiny pipeline of Universal Dependencies."""
    folder = tmp_path_factory.mktemp("pipelines") / "universal"
    _taught(RELATIONS, sorted(labels.ALL)).to_disk(folder)
    return str(folder)


@pytest.fixture(scope="module")
def other_scheme(tmp_path_factory):
    """A folder with a tiny pipeline of another scheme."""
    folder = tmp_path_factory.mktemp("pipelines") / "other"
    _taught([{"obj": "dobj"}.get(relation, relation) for relation in RELATIONS], ["pobj", "prep", "nsubj", "nummod"]).to_disk(folder)
    return str(folder)


def _document(number, path):
    return read_text(TOLL.format(number), path, date(2021, 3, 2))


def test_our_paragraphs_and_tokenizer_go_with_it(universal):
    """Sentences start at paragraphs before its parser reads, and long runs of marks are cut."""
    nlp = load(universal)

    assert nlp.pipe_names == [PARAGRAPHS, "parser", "morphologizer"]
    assert isinstance(nlp.tokenizer, RunSplitter)
    assert nlp is load(universal)
    assert nlp is not load()
    doc = nlp("A landslide killed\n\n107 people" + "(" * 500)
    assert [sent[0].text for sent in doc.sents][:2] == ["A", "107"]
    assert max(map(len, doc)) <= LONGEST


def test_claims_are_read_by_the_pipeline_that_is_named(universal):
    """By every way into the program; it lacks what ours knows, so that what it finds is its own."""
    document = read_text("On Monday the ferry sank. A landslide killed 107 people .", "a.txt")
    texts = [claim.text for claim in extract(document, pipeline=universal).claims if claim.kind == "quantity"]
    pair = _document(107, "a.txt"), _document(117, "b.txt")
    report = compare(*pair, pipeline=universal)

    assert texts == ["107 people"]
    assert [claim.topic.vector for claim in extract(document, pipeline=universal).claims] != [
        claim.topic.vector for claim in extract(document).claims
    ]
    assert [finding.rule for finding in report.findings] == ["number-differs"]
    assert list(compare_many([pair], pipeline=universal)) == [report]
    assert report != compare(*pair)


def test_our_own_folder_may_be_named(nlp):
    """It then reads as if it were not named."""
    other = load(str(WEIGHTS))
    text = "Mary lives in London."

    assert other.pipe_names == nlp.pipe_names
    assert [(token.dep_, token.lemma_) for token in other(text)] == [(token.dep_, token.lemma_) for token in nlp(text)]


def test_another_scheme_is_refused_by_its_missing_labels(other_scheme):
    """The line says what is missing, and of what."""
    with pytest.raises(ClaimdiffError, match="case, ccomp, nmod, obj, obl") as raised:
        load(other_scheme)

    assert raised.value.where == other_scheme
    assert "Universal Dependencies" in raised.value.remedy


def test_a_pipeline_without_a_parser_is_refused(tmp_path):
    """Nothing can be read without one."""
    spacy.blank("en").to_disk(tmp_path)

    with pytest.raises(ClaimdiffError, match="no dependency labels case, ccomp"):
        load(str(tmp_path))


@pytest.mark.parametrize("name", ["", "no_such_pipeline", "./none", "json", "."])
def test_what_is_no_pipeline_is_refused(tmp_path, monkeypatch, name):
    """Neither an installed package nor a folder of one; no module of that name is imported."""
    monkeypatch.chdir(tmp_path)

    with pytest.raises(ClaimdiffError, match="no such pipeline"):
        load(name)


def test_a_broken_pipeline_is_one_line(universal, tmp_path):
    """With what spaCy says of it."""
    folder = tmp_path / "broken"
    folder.mkdir()
    shutil.copy(Path(universal) / "meta.json", folder)

    with pytest.raises(ClaimdiffError, match=r"cannot be loaded: OSError: .*config\.cfg") as raised:
        load(str(folder))

    assert "\n" not in str(raised.value)


def test_a_pipeline_made_for_another_spacy_is_refused(tmp_path):
    """SpaCy would warn and read it wrongly."""
    spacy.blank("en").to_disk(tmp_path)
    file = tmp_path / "meta.json"
    file.write_text(json.dumps(json.loads(file.read_text(encoding="utf-8")) | {"spacy_version": ">=3.7.0,<3.8.0"}), encoding="utf-8")

    with pytest.raises(ClaimdiffError, match=r"made for spaCy >=3\.7\.0,<3\.8\.0, and 3"):
        load(str(tmp_path))


@pytest.mark.parametrize("command", ["compare", "extract"])
def test_the_program_takes_a_pipeline(command, universal, other_scheme, tmp_path, monkeypatch, capfd):
    """Compare and extract; one with other labels is one line and exit 2."""
    monkeypatch.chdir(tmp_path)
    for name, number in (("a.txt", 107), ("b.txt", 117)):
        (tmp_path / name).write_text(f"{TOLL.format(number)}\n", encoding="utf-8")

    taken = run([command, "a.txt", "b.txt", "--pipeline", universal])
    said = capfd.readouterr()
    refused = run([command, "a.txt", "b.txt", "--pipeline", other_scheme])
    out, err = capfd.readouterr()

    assert (taken, said.err) == ({"compare": 1, "extract": 0}[command], "")
    assert "107 people" in said.out
    assert (refused, out) == (2, "")
    assert err.startswith(f"claimdiff: {other_scheme}: the pipeline has no dependency labels case, ccomp, nmod, obj, obl ")
    assert err.count("\n") == 1
