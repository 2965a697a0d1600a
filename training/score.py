"""Scores of a pipeline on raw text, in the manner of the CoNLL 2018 shared task, paragraph by paragraph.

Tokens are aligned with gold words by their characters, as spaCy's own scorer does it: a token that lies inside one gold word speaks for that
word, one that covers several speaks for none. Every figure is an F1 over gold words in per cent; punctuation is left out of UAS and LAS;
relations are cut at ':'. Sentences and names count if all their characters (and the type) are right.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from treebank import NAME_TYPES, Paragraph, Word


@dataclass(slots=True)
class _Tally:
    gold: int = 0
    system: int = 0
    right: int = 0

    @property
    def f1(self) -> float:
        return 200 * self.right / max(1, self.gold + self.system)


class Scores:
    """Counts over paragraphs; ``figures`` are the F1 by name."""

    def __init__(self) -> None:
        self.tallies: dict[str, _Tally] = {}
        self.words = 0

    def add(self, paragraph: Paragraph, doc: Any) -> None:
        """Count one paragraph and its parse (a spaCy Doc of the same text)."""
        tokens = [token for token in doc if not token.is_space]
        self.words += len(paragraph.words)
        if paragraph.parsed:
            self._syntax(paragraph, tokens)
        if all(word.name is not None for word in paragraph.words):
            self._names(paragraph, doc)

    def figures(self) -> dict[str, float]:
        """F1 in per cent by name."""
        return {name: round(tally.f1, 2) for name, tally in self.tallies.items()}

    def _syntax(self, paragraph: Paragraph, tokens: list[Any]) -> None:
        words = paragraph.words
        aligned = _align(words, tokens)
        pairs = [(i, token) for token in tokens if (i := aligned.get(token.i)) is not None]
        exact = sum((words[i].start, words[i].end) == (token.idx, token.idx + len(token)) for i, token in pairs)
        self._count("words", len(words), len(tokens), exact)
        for name, gold, system in _ATTRIBUTES:
            self._compare(name, {(i, gold(word)) for i, word in enumerate(words)}, {(i, system(token)) for i, token in pairs})
        arcs = {(i, word.head, _main(word.relation)) for i, word in enumerate(words) if _main(word.relation) != "punct"}
        found = {(i, _head(token, aligned), _main(token.dep_)) for i, token in pairs if _main(token.dep_) != "punct"}
        self._compare("uas", {arc[:2] for arc in arcs}, {arc[:2] for arc in found})
        self._compare("las", arcs, found)
        self._compare("sentences", {(words[start].start, words[end - 1].end) for start, end in paragraph.sentences()}, _sentences(tokens))

    def _names(self, paragraph: Paragraph, doc: Any) -> None:
        gold = set(_gold_names(paragraph))
        system = {(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents if ent.label_ in NAME_TYPES}
        self._compare("names", gold, system)
        for kind in NAME_TYPES:
            self._compare(f"names {kind}", {name for name in gold if name[2] == kind}, {name for name in system if name[2] == kind})

    def _compare(self, name: str, gold: set[Any], system: set[Any]) -> None:
        self._count(name, len(gold), len(system), len(gold & system))

    def _count(self, name: str, gold: int, system: int, right: int) -> None:
        tally = self.tallies.setdefault(name, _Tally())
        tally.gold += gold
        tally.system += system
        tally.right += right


def score(nlp: Any, paragraphs: Iterable[Paragraph]) -> tuple[dict[str, float], float]:
    """Figures of ``nlp`` on raw paragraphs, and its gold words a CPU second."""
    paragraphs = list(paragraphs)
    scores = Scores()
    started = time.process_time()
    docs = list(nlp.pipe([paragraph.text for paragraph in paragraphs], batch_size=32))
    seconds = time.process_time() - started
    for paragraph, doc in zip(paragraphs, docs, strict=True):
        scores.add(paragraph, doc)
    return scores.figures(), scores.words / seconds


def _main(relation: str) -> str:
    return relation.partition(":")[0].lower()


def _feats(feats: str) -> str:
    return "|".join(sorted(part for part in feats.split("|") if part not in ("", "_")))


_ATTRIBUTES: tuple[tuple[str, Callable[[Word], str], Callable[[Any], str]], ...] = (
    ("upos", lambda word: word.upos, lambda token: token.pos_),
    ("xpos", lambda word: word.xpos, lambda token: token.tag_),
    ("feats", lambda word: _feats(word.feats), lambda token: _feats(str(token.morph))),
    ("lemma", lambda word: word.lemma, lambda token: token.lemma_),
)


def _align(words: list[Word], tokens: list[Any]) -> dict[int, int]:
    """For each token (by its index in the Doc) that lies inside one gold word: that word."""
    at = {place: i for i, word in enumerate(words) for place in range(word.start, word.end)}
    found = {}
    for token in tokens:
        inside = {at.get(place) for place in range(token.idx, token.idx + len(token))}
        word = inside.pop() if len(inside) == 1 else None
        if word is not None:
            found[token.i] = word
    return found


def _head(token: Any, aligned: dict[int, int]) -> int | None:
    """The gold word of the head, -1 at a root, None where the head stands for no word."""
    return -1 if token.head.i == token.i else aligned.get(token.head.i)


def _sentences(tokens: list[Any]) -> set[tuple[int, int]]:
    found, start = set(), 0
    for i in range(1, len(tokens) + 1):
        if i == len(tokens) or tokens[i].sent.start != tokens[start].sent.start:
            found.add((tokens[start].idx, tokens[i - 1].idx + len(tokens[i - 1])))
            start = i
    return found


def _gold_names(paragraph: Paragraph) -> Iterable[tuple[int, int, str]]:
    kind, start, end = "", 0, 0
    for word in paragraph.words:
        tag = word.name or "O"
        if kind and tag != f"I-{kind}":
            yield start, end, kind
            kind = ""
        if tag != "O" and not kind:
            kind, start = tag[2:], word.start
        end = word.end
    if kind:
        yield start, end, kind
