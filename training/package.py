"""A trained network -> the folder that ships: a spaCy pipeline of tokenizer, paragraphs and encoder."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import spacy
from data import Labels
from export import export
from network import Network

import claimdiff.language.tokenizer  # noqa: F401  registers the tokenizer
from claimdiff.language.encoder import FILES, NAME
from claimdiff.language.paragraphs import NAME as PARAGRAPHS

VERSION = "1.0.0"


def package(network: Network, labels: Labels, vocabulary: Sequence[str], folder: Path, *, quantise: bool = True) -> None:
    """Replace the pipeline in ``folder``; the licence there stays."""
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "claimdiff.Treebank.v1"}}})
    nlp.add_pipe(PARAGRAPHS)
    encoder = nlp.add_pipe(NAME)
    with tempfile.TemporaryDirectory() as where:
        work = Path(where)
        export(network, work, quantise=quantise)
        (work / "vocabulary.txt").write_text("\n".join(vocabulary) + "\n", encoding="utf-8", newline="\n")
        (work / "labels.json").write_text(json.dumps(labels.lists() | {"lemma": labels.lemma}), encoding="utf-8")
        for string in labels.strings:
            nlp.vocab.strings.add(string)
        (work / "trees.msg").write_bytes(labels.trees.to_bytes())
        encoder.from_disk(work)
    assert set(encoder.files) == set(FILES)
    nlp.meta.update(name="claimdiff_ud", version=VERSION, license="CC BY-SA 4.0", author="The claimdiff developers")
    licence = folder / "LICENSE"
    kept = licence.read_bytes() if licence.exists() else b""
    shutil.rmtree(folder, ignore_errors=True)
    nlp.to_disk(folder)
    if kept:
        licence.write_bytes(kept)
