"""A trained network -> the folder that ships: a spaCy pipeline of tokenizer, paragraphs and encoder."""

from __future__ import annotations

import copy
import json
import shutil
import tempfile
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import spacy
from data import Labels
from export import Rounding, export
from network import Network
from torch import nn

import claimdiff.language.tokenizer  # noqa: F401  registers the tokenizer
from claimdiff.language import VERSION
from claimdiff.language.encoder import FILES, NAME
from claimdiff.language.paragraphs import NAME as PARAGRAPHS

_MARKS = frozenset({"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"})


def package(network: Network, labels: Labels, lexicon: str, vocabulary: Sequence[str], folder: Path, rounding: Rounding) -> None:
    """Replace the pipeline in ``folder``; the licences there stay."""
    network, vocabulary = _pruned(network, vocabulary)
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "claimdiff.Treebank.v1"}}})
    nlp.add_pipe(PARAGRAPHS)
    encoder = nlp.add_pipe(NAME)
    with tempfile.TemporaryDirectory() as where:
        work = Path(where)
        export(network, work, rounding)
        (work / "vocabulary.txt").write_text("\n".join(vocabulary) + "\n", encoding="utf-8", newline="\n")
        (work / "labels.json").write_text(json.dumps(labels.lists() | {"lemma": labels.lemma}), encoding="utf-8")
        (work / "lexicon.tsv").write_text(lexicon, encoding="utf-8", newline="\n")
        for string in labels.strings:
            nlp.vocab.strings.add(string)
        (work / "trees.msg").write_bytes(labels.trees.to_bytes())
        encoder.from_disk(work)
    assert set(encoder.files) == set(FILES)
    nlp.meta.update(name="claimdiff_ud", version=VERSION, license="CC BY-SA 4.0", author="The claimdiff developers")
    licences = {file: file.read_bytes() for file in folder.glob("LICENSE*")}
    shutil.rmtree(folder, ignore_errors=True)
    nlp.to_disk(folder)
    for file, text in licences.items():
        file.write_bytes(text)


def _pruned(network: Network, vocabulary: Sequence[str]) -> tuple[Network, list[str]]:
    """Leave out the pieces that no English text has: other scripts, and the slots kept free. Words in other scripts become unknown ones."""
    kept = [row for row, piece in enumerate(vocabulary) if piece in _MARKS or _is_english(piece)]
    network = copy.deepcopy(network)
    network.encoder.word = nn.Embedding.from_pretrained(network.encoder.word.weight[kept].clone())
    return network, [vocabulary[row] for row in kept]


def _is_english(piece: str) -> bool:
    letters = [char for char in piece if char.isalpha()]
    return not piece.startswith("[unused") and all(unicodedata.name(char, "").startswith("LATIN ") for char in letters)
