"""Paragraphs -> training windows: whole sentences in a row, as numbers."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import torch
from network import Sizes
from spacy.pipeline._edit_tree_internals.edit_trees import EditTrees
from spacy.strings import StringStore
from torch import Tensor
from treebank import NAME_TYPES, Paragraph, Word, paragraphs, wikigold

from claimdiff.language.wordpiece import Case, WordPiece, case_of

WINDOW = 160
"""Word pieces of a training window; longer paragraphs are cut between sentences."""

MISSING = -100
_RARE_TREE = 2
"""Edit trees seen less often are no label: such words keep their form."""


@dataclass
class Labels:
    """Label lists of the heads, in the order of their rows, and the edit trees of the lemmatizer."""

    upos: list[str]
    xpos: list[str]
    feats: list[str]
    relation: list[str]
    name: list[str]
    lemma: list[int]
    trees: EditTrees
    strings: StringStore

    def sizes(self) -> Sizes:
        """How many of each."""
        return Sizes(len(self.upos), len(self.xpos), len(self.feats), len(self.lemma), len(self.name), len(self.relation))

    def lists(self) -> dict[str, list[str]]:
        """The label lists alone, as they are written beside the weights."""
        return {name: list(getattr(self, name)) for name in ("upos", "xpos", "feats", "relation", "name")}


@dataclass
class Window:
    """Consecutive words of one paragraph and their gold rows; ``heads`` are columns, 0 the root."""

    words: list[str]
    upos: list[int] = field(default_factory=list)
    xpos: list[int] = field(default_factory=list)
    feats: list[int] = field(default_factory=list)
    lemma: list[int] = field(default_factory=list)
    name: list[int] = field(default_factory=list)
    opens: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relation: list[int] = field(default_factory=list)
    spans: list[tuple[int, int, str]] = field(default_factory=list)
    """Sentences and phrases whose meaning is taught: half-open ranges of words, with their text."""


def training_paragraphs(data: Path) -> list[Paragraph]:
    """Every paragraph that is trained on."""
    return [
        *paragraphs(data / "ud/ewt-train.conllu", data / "names/en_ewt-ud-train.iob2"),
        *paragraphs(data / "ud/gum-train-free.conllu", data / "names/gum-train-free.iob2"),
        *wikigold(data / "names/wikigold.conll.txt"),
    ]


def labels_of(found: Iterable[Paragraph]) -> Labels:
    """The labels in parsed paragraphs, sorted; edit trees as spaCy's trainable lemmatizer builds them."""
    words = [word for paragraph in found if paragraph.parsed for word in paragraph.words]
    strings = StringStore()
    trees = EditTrees(strings)
    counts = Counter(trees.add(word.form, word.lemma) for word in words)
    return Labels(
        upos=sorted({word.upos for word in words}),
        xpos=sorted({word.xpos for word in words}),
        feats=sorted({_feats(word) for word in words}),
        relation=sorted({_relation(word) for word in words}),
        name=["O", *(f"{place}-{kind}" for kind in NAME_TYPES for place in "BI")],
        lemma=sorted(tree for tree, count in counts.items() if count >= _RARE_TREE),
        trees=trees,
        strings=strings,
    )


def lexicon_of(found: Iterable[Paragraph]) -> str:
    """The commonest lemma of each form and tag of the treebanks: form, tag and lemma, tab-separated, sorted, one a line.

    A lemma that one word alone has, once, is as often a slip of the annotator ("freed" -> "fre") as a rare word: such words are left to the rules.
    """
    counts: dict[tuple[str, str], Counter[str]] = {}
    for word in (word for paragraph in found if paragraph.parsed for word in paragraph.words):
        counts.setdefault((word.form, word.xpos), Counter())[word.lemma] += 1
    seen: Counter[str] = Counter()
    for lemmas in counts.values():
        for lemma, count in lemmas.items():
            seen[lemma.casefold()] += count
    best = {key: min(lemmas, key=lambda lemma: (-lemmas[lemma], lemma)) for key, lemmas in counts.items()}
    kept = ((form, tag, lemma) for (form, tag), lemma in sorted(best.items()) if lemma != "_" and (form == lemma or seen[lemma.casefold()] > 1))
    return "".join(f"{form}\t{tag}\t{lemma}\n" for form, tag, lemma in kept)


def windows(found: Iterable[Paragraph], labels: Labels, wordpiece: WordPiece) -> list[Window]:
    """Windows of whole sentences, as many as fit; a sentence longer than a window is cut, and its heads outside it are missing."""
    rows = {name: {label: row for row, label in enumerate(values)} for name, values in labels.lists().items()}
    tree_rows = {tree: row for row, tree in enumerate(labels.lemma)}
    result = []
    chance = random.Random(0)
    for paragraph in found:
        lengths = [len(wordpiece.pieces(word.form)) for word in paragraph.words]
        for start, end in _cuts(paragraph, lengths):
            result.append(_window(paragraph, start, end, rows, tree_rows, labels.trees, chance))
    return result


def _cuts(paragraph: Paragraph, lengths: Sequence[int]) -> Iterable[tuple[int, int]]:
    start, size = 0, 0
    for first, last in paragraph.sentences():
        length = sum(lengths[first:last])
        if size and size + length > WINDOW:
            yield start, first
            start, size = first, 0
        size += length
        while size > 2 * WINDOW:  # one sentence without end
            end = start + 1
            while end < last and sum(lengths[start:end]) < WINDOW:
                end += 1
            yield start, end
            size -= sum(lengths[start:end])
            start = end
    if size:
        yield start, len(paragraph.words)


def _window(
    paragraph: Paragraph,
    start: int,
    end: int,
    rows: dict[str, dict[str, int]],
    tree_rows: dict[int, int],
    trees: EditTrees,
    chance: random.Random,
) -> Window:
    window = Window([word.form for word in paragraph.words[start:end]])
    for word in paragraph.words[start:end]:
        window.name.append(rows["name"][word.name] if word.name is not None else MISSING)
        window.opens.append(int(word.first) if paragraph.parsed else MISSING)
        if not paragraph.parsed:
            for missing in (window.upos, window.xpos, window.feats, window.lemma, window.heads, window.relation):
                missing.append(MISSING)
            continue
        window.upos.append(rows["upos"][word.upos])
        window.xpos.append(rows["xpos"].get(word.xpos, MISSING))
        window.feats.append(rows["feats"].get(_feats(word), MISSING))
        window.lemma.append(tree_rows.get(trees.add(word.form, word.lemma), MISSING))
        head = 0 if word.head < 0 else word.head - start + 1 if start <= word.head < end else MISSING
        window.heads.append(head)
        window.relation.append(rows["relation"].get(_relation(word), MISSING) if head != MISSING else MISSING)
    window.spans = list(_spans(paragraph, start, end, chance))
    return window


def _spans(paragraph: Paragraph, start: int, end: int, chance: random.Random) -> Iterable[tuple[int, int, str]]:
    """Each sentence of two words or more, and one phrase of it: the words below some word, where they stand together."""
    for first, last in paragraph.sentences():
        a, b = max(first, start), min(last, end)
        if b - a < 2:
            continue
        yield a - start, b - start, paragraph.text[paragraph.words[a].start : paragraph.words[b - 1].end]
        if not paragraph.parsed:
            continue
        low, high = _below(paragraph.words, chance.randrange(a, b), a, b)
        if 1 < high - low < b - a:
            yield low - start, high - start, paragraph.text[paragraph.words[low].start : paragraph.words[high - 1].end]


def _below(words: Sequence[Word], top: int, start: int, end: int) -> tuple[int, int]:
    inside = {top}
    grown = True
    while grown:
        more = {i for i in range(start, end) if words[i].head in inside} - inside
        inside |= more
        grown = bool(more)
    return min(inside), max(inside) + 1


def _feats(word: Word) -> str:
    return "" if word.feats == "_" else word.feats


def _relation(word: Word) -> str:
    return "ROOT" if word.head < 0 else word.relation


@dataclass
class Batch:
    """Padded windows; see Window and Network.forward."""

    pieces: Tensor
    cases: Tensor
    keep: Tensor
    first: Tensor
    gold: dict[str, Tensor]
    columns: Tensor
    """False where a window has no such column."""


def batch(group: Sequence[Window], wordpiece: WordPiece, *, chance: random.Random | None = None, mask: int = 0) -> Batch:
    """Pad windows to one another. With ``chance`` the inputs are varied: a piece in twenty is masked, a window in thirty loses its case."""
    pieces, cases, firsts = [], [], []
    for window in group:
        p, c, f = [wordpiece.opening], [int(Case.NONE)], [0]
        recase = _recasing(chance)
        for word in window.words:
            f.append(len(p))
            rows = wordpiece.pieces(word)
            p += [mask if chance and chance.random() < 0.05 else row for row in rows]
            c += [int(case_of(recase(word)))] * len(rows)
        pieces.append([*p, wordpiece.closing])
        cases.append([*c, int(Case.NONE)])
        firsts.append(f)
    names = ("upos", "xpos", "feats", "lemma", "name", "opens", "heads", "relation")
    gold = {name: _padded([getattr(window, name) for window in group], MISSING) for name in names}
    return Batch(
        _padded(pieces, 0),
        _padded(cases, 0),
        _padded([[1] * len(p) for p in pieces], 0).bool(),
        _padded(firsts, 0),
        gold,
        _padded([[1] * len(f) for f in firsts], 0).bool(),
    )


def _recasing(chance: random.Random | None):  # noqa: ANN202
    """Headlines and wire copy come in capitals, in lower case, and with every word capitalised."""
    if chance is None or chance.random() > 0.035:
        return lambda word: word
    return chance.choice((str.upper, str.lower, str.title))


def _padded(rows: Sequence[Sequence[int]], value: int) -> Tensor:
    longest = max(map(len, rows))
    return torch.tensor([[*row, *[value] * (longest - len(row))] for row in rows])
