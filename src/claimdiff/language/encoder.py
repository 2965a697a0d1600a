"""The spaCy component that reads a Doc with one transformer and writes everything a pipeline writes.

One encoder (MiniLM, fine-tuned, weight-only int8, run by ONNX Runtime) reads each stretch of text once and gives parts of speech, features,
lemmas, sentence starts, the tree, names, and a vector of meaning for every word. Each window runs alone and without padding, so that a
text gives the same numbers whatever else is parsed beside it.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, POS, TAG
from spacy.language import Language
from spacy.parts_of_speech import IDS as PARTS_OF_SPEECH
from spacy.pipeline._edit_tree_internals.edit_trees import EditTrees
from spacy.tokens import Doc
from spacy.vocab import Vocab

from claimdiff.language.decoding import best_tags, best_tree
from claimdiff.language.lemmas import Lemmas
from claimdiff.language.meaning import set_meaning
from claimdiff.language.wordpiece import Case, WordPiece, case_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

NAME = "claimdiff_encoder"
WINDOW = 192
"""Word pieces read at once; a longer stretch is read in windows that begin at the last sentence the one before did not finish."""

FILES = ("annotate.onnx", "relate.onnx", "vocabulary.txt", "labels.json", "trees.msg", "lexicon.tsv")
_GRAPHS = FILES[:2]
_CHECKSUMS = "checksums.json"
_SPACE_RELATION = "dep"
_REMEMBERED = 50_000
"""Lemmas kept for words that come again."""

_COLUMNS = [POS, TAG, MORPH, LEMMA, HEAD, DEP, ENT_IOB, ENT_TYPE]
_AT = {attribute: column for column, attribute in enumerate(_COLUMNS)}
_CLOSING = frozenset("”’\"'»")
_ENDING = frozenset(".!?…:;-–—|*•")
_SURE = 2.0
"""How sure (log odds) the encoder must be of a sentence start that no mark tells; set on the development halves."""

_OPENING = frozenset("“‘\"'([{«‹„")
_BEGINS, _GOES_ON, _OUTSIDE = 3, 1, 2
"""spaCy's codes for ENT_IOB."""


@Language.factory(
    NAME, default_config={"threads": 1}, assigns=["token.pos", "token.tag", "token.lemma", "token.dep", "token.head", "doc.ents", "doc.tensor"]
)
def make(nlp: Language, name: str, threads: int) -> Encoder:
    """Make the component, without weights; ``threads`` is what ONNX Runtime may use."""
    return Encoder(nlp.vocab, name, threads)


class Encoder:
    """Reads the weights with ``from_disk`` and annotates Docs."""

    def __init__(self, vocab: Vocab, name: str = NAME, threads: int = 1) -> None:
        self.vocab = vocab
        self.name = name
        self.threads = threads
        self.files: dict[str, bytes] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Annotate ``doc``. A token whose ``is_sent_start`` is True already begins a stretch that nothing reaches across."""
        words = [token.i for token in doc if not token.is_space]
        starts = [place for place, i in enumerate(words) if place == 0 or doc[i].is_sent_start]
        read = _Read(self, doc, words)
        for start, end in zip(starts, [*starts[1:], len(words)], strict=False):
            read.stretch(start, end)
        read.write()
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 1) -> Iterator[Doc]:
        """Annotate one Doc after another; the batch size changes nothing."""
        for doc in stream:
            yield self(doc)

    @property
    def labels(self) -> tuple[str, ...]:
        """The dependency relations."""
        return tuple(self.rows["relation"]) if self.files else ()

    @property
    def names(self) -> tuple[str, ...]:
        """The types of names."""
        return tuple(sorted({tag[2:] for tag in self.rows["name"]} - {""})) if self.files else ()

    @cached_property
    def rows(self) -> dict[str, list[Any]]:
        """The labels of each annotation, by row."""
        return dict(json.loads(self.files["labels.json"]))

    @cached_property
    def wordpiece(self) -> WordPiece:
        """The vocabulary of the encoder."""
        return WordPiece(self.files["vocabulary.txt"].decode("utf-8").rstrip("\n").split("\n"))

    @cached_property
    def lemmatizer(self) -> Lemmas:
        """Lemmas by lexicon and edit tree."""
        trees = EditTrees(self.vocab.strings).from_bytes(self.files["trees.msg"])
        words = frozenset(piece for piece in self.wordpiece.vocabulary if piece.isalpha())
        return Lemmas(trees, self.rows["lemma"], self.files["lexicon.tsv"].decode("utf-8"), words)

    @cached_property
    def codes(self) -> dict[str, NDArray[np.uint64]]:
        """What spaCy stores for each row of the labels."""
        strings = self.vocab.strings
        return {
            "upos": np.array([PARTS_OF_SPEECH[label] for label in self.rows["upos"]], dtype=np.uint64),
            "xpos": np.array([strings.add(label) for label in self.rows["xpos"]], dtype=np.uint64),
            "feats": np.array([self.vocab.morphology.add(label) for label in self.rows["feats"]], dtype=np.uint64),
            "relation": np.array([strings.add(label) for label in self.rows["relation"]], dtype=np.uint64),
        }

    @cached_property
    def _known_lemmas(self) -> dict[tuple[str, int, bytes], int]:
        return {}

    @cached_property
    def sessions(self) -> tuple[Any, Any]:
        """ONNX Runtime's sessions of the two graphs."""
        return _session(self.files[_GRAPHS[0]], self.threads), _session(self.files[_GRAPHS[1]], self.threads)

    @cached_property
    def width(self) -> int:
        """Numbers in a vector of meaning."""
        return int(next(output.shape[1] for output in self.sessions[0].get_outputs() if output.name == "meaning"))

    def lemma(self, word: str, tag: int, trees: NDArray[np.int64]) -> int:
        """The lemma of ``word`` as spaCy stores it; ``tag`` is a row of the tags, ``trees`` are rows of edit trees."""
        key = (word, tag, trees.tobytes())
        known = self._known_lemmas.get(key)
        if known is None:
            if len(self._known_lemmas) >= _REMEMBERED:
                self._known_lemmas.clear()
            lemma = self.lemmatizer.lemma(word, self.rows["xpos"][tag], trees.tolist())
            known = self._known_lemmas[key] = self.vocab.strings.add(lemma)
        return known

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the weights into the folder ``path``."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in self.files.items():
            (folder / name).write_bytes(data)
        sums = {name: zlib.crc32(data) for name, data in self.files.items()}
        (folder / _CHECKSUMS).write_text(json.dumps(sums, indent=1, sort_keys=True) + "\n", encoding="utf-8", newline="\n")

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Encoder:
        """Read the weights from the folder ``path``; what is damaged is an error here and not later.

        Raises:
            ValueError: a file is not as ``to_disk`` wrote it (the recipe's own have no checksums yet).
        """
        folder = Path(path)
        files = {name: (folder / name).read_bytes() for name in FILES}
        if (folder / _CHECKSUMS).exists():
            sums = json.loads((folder / _CHECKSUMS).read_text(encoding="utf-8"))
            damaged = [name for name, data in files.items() if zlib.crc32(data) != sums.get(name)]
            if damaged:
                raise ValueError(f"damaged: {', '.join(damaged)}")
        return self.take(files)

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The weights as one string of bytes."""
        from srsly import msgpack_dumps

        return bytes(msgpack_dumps(self.files))

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Encoder:
        """Read the weights from ``to_bytes``."""
        from srsly import msgpack_loads

        return self.take(msgpack_loads(data))

    def take(self, files: dict[str, bytes]) -> Encoder:
        """Read the weights from the contents of FILES, whatever was read before."""
        for name, value in list(vars(type(self)).items()):
            if isinstance(value, cached_property):
                vars(self).pop(name, None)
        self.files = files
        if files:
            _ = self.sessions, self.codes, self.lemmatizer
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        # Sessions belong to one process; another makes its own of the same bytes.
        return _restored, (self.vocab, self.name, self.threads, self.files)


def _restored(vocab: Vocab, name: str, threads: int, files: dict[str, bytes]) -> Encoder:
    return Encoder(vocab, name, threads).take(files)


def _session(graph: bytes, threads: int) -> Any:
    import onnxruntime

    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = threads
    options.log_severity_level = 4
    # The int8 weights go back to float32 once, now, and not before every window.
    options.add_session_config_entry("session.disable_quant_qdq", "1")
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])


class _Read:
    """One Doc while it is read; arrays have a row for each word that is no white space."""

    def __init__(self, encoder: Encoder, doc: Doc, words: list[int]) -> None:
        self.encoder = encoder
        self.doc = doc
        self.texts = [doc[i].text for i in words]
        self.pieces = [encoder.wordpiece.pieces(text) for text in self.texts]
        self.words = np.array(words, dtype=np.int64)
        n = len(words)
        self.upos, self.xpos, self.feats, self.relation = (np.zeros(n, dtype=np.int64) for _ in range(4))
        self.lemmas = np.zeros(n, dtype=np.uint64)
        self.heads = np.arange(n)
        self.tags = [0] * n
        self.meaning = np.zeros((n, encoder.width), dtype=np.float32)

    def stretch(self, start: int, end: int) -> None:
        """Read words ``[start, end)``, window by window; only whole sentences of a window are kept while words follow it."""
        while start < end:
            last = self._reach(start, end)
            out = self._run(start, last)
            bar = [_SURE if self._goes_on(start + place) else 0.0 for place in range(last - start)]
            opens = [0, *(int(place) for place in np.flatnonzero(out["opens"] > np.array(bar)) if place > 0), last - start]
            opens = [place for place in opens if not self._is_lone_opening(start, place, opens)]
            if last < end and len(opens) > 2:
                opens.pop()
            for first, after in pairwise(opens):
                self._sentence(out, start, first, after)
            start += opens[-1]

    def _is_lone_opening(self, start: int, place: int, opens: list[int]) -> bool:
        """Whether a sentence would begin at ``place`` right behind one that is nothing but an opening mark."""
        # Behind the last word nothing begins: the end of a window is no sentence to put off.
        return place - 1 in opens and place < opens[-1] and self.texts[start + place - 1] in _OPENING

    def _goes_on(self, place: int) -> bool:
        """Whether nothing in writing says that a sentence begins at ``place``: no full stop or the like before it, and no new line."""
        before = place - 1
        if before > 0 and self.texts[before] in _CLOSING:
            before -= 1
        return before >= 0 and self.texts[before][-1:] not in _ENDING

    def _reach(self, start: int, end: int) -> int:
        """As many words as fit into a window, at least one."""
        size = 0
        for place in range(start, end):
            size += len(self.pieces[place])
            if size > WINDOW - 2 and place > start:
                return place
        return end

    def _run(self, start: int, end: int) -> dict[str, Any]:
        mark = self.encoder.wordpiece
        pieces, cases, first = [mark.opening], [int(Case.NONE)], [0]
        for place in range(start, end):
            first.append(len(pieces))
            pieces += self.pieces[place]
            cases += [int(case_of(self.texts[place]))] * len(self.pieces[place])
        pieces.append(mark.closing)
        cases.append(int(Case.NONE))
        session = self.encoder.sessions[0]
        inputs = {name: np.array(rows, dtype=np.int64) for name, rows in (("pieces", pieces), ("cases", cases), ("first", first))}
        return dict(zip((output.name for output in session.get_outputs()), session.run(None, inputs), strict=True))

    def _sentence(self, out: dict[str, Any], start: int, first: int, after: int) -> None:
        """Keep one sentence of a window that began at word ``start``: its words ``[first, after)``."""
        here = slice(start + first, start + after)
        columns = np.r_[0, first + 1 : after + 1]
        heads = np.array(best_tree(out["arcs"][first:after][:, columns]))
        inputs = {"dependent": out["dependent"][first:after], "governor": out["governor"][columns], "heads": heads}
        self.relation[here] = self.encoder.sessions[1].run(None, inputs)[0]
        self.heads[here] = np.where(heads == 0, np.arange(after - first), heads - 1) + start + first
        self.upos[here], self.xpos[here], self.feats[here] = (out[name][first:after] for name in ("upos", "xpos", "feats"))
        self.tags[here] = best_tags(out["name"][first:after], self.encoder.rows["name"])
        for place in range(first, after):
            self.lemmas[start + place] = self.encoder.lemma(self.texts[start + place], int(out["xpos"][place]), out["lemma"][place])
        self.meaning[here] = out["meaning"][first:after]

    def write(self) -> None:
        """Write what was read to the Doc: words, white space, meaning."""
        doc = self.doc
        if len(doc):
            array = np.zeros((len(doc), len(_COLUMNS)), dtype=np.uint64)
            self._fill_words(array)
            self._fill_spaces(array)
            doc.from_array(_COLUMNS, array)
        tensor = np.zeros((len(doc), self.encoder.width), dtype=np.float32)
        tensor[self.words] = self.meaning
        set_meaning(doc, tensor)

    def _fill_words(self, array: NDArray[np.uint64]) -> None:
        words, codes, strings = self.words, self.encoder.codes, self.encoder.vocab.strings
        tags = [self.encoder.rows["name"][row] for row in self.tags]
        array[words, _AT[POS]] = codes["upos"][self.upos]
        array[words, _AT[TAG]] = codes["xpos"][self.xpos]
        array[words, _AT[MORPH]] = codes["feats"][self.feats]
        array[words, _AT[LEMMA]] = self.lemmas
        array[words, _AT[DEP]] = codes["relation"][self.relation]
        array[words, _AT[HEAD]] = _unsigned(words[self.heads] - words)
        array[words, _AT[ENT_IOB]] = [_BEGINS if tag[0] == "B" else _GOES_ON if tag[0] == "I" else _OUTSIDE for tag in tags]
        array[words, _AT[ENT_TYPE]] = [strings.add(tag[2:]) for tag in tags]

    def _fill_spaces(self, array: NDArray[np.uint64]) -> None:
        """White space hangs from the word before it (the first word, or itself, where there is none), and is in a name that goes on behind it."""
        doc, words, strings = self.doc, self.words, self.encoder.vocab.strings
        spaces = np.setdiff1d(np.arange(len(doc)), words)
        behind = np.searchsorted(words, spaces)
        governors = words[np.maximum(behind - 1, 0)] if len(words) else np.zeros_like(spaces)
        array[spaces, _AT[POS]] = PARTS_OF_SPEECH["SPACE"]
        array[spaces, _AT[TAG]] = strings.add("_SP")
        array[spaces, _AT[LEMMA]] = [strings.add(doc[int(i)].text) for i in spaces]
        array[spaces, _AT[DEP]] = [strings.add("ROOT" if i == head else _SPACE_RELATION) for i, head in zip(spaces, governors, strict=True)]
        array[spaces, _AT[HEAD]] = _unsigned(governors - spaces)
        array[spaces, _AT[ENT_IOB]] = _OUTSIDE
        between = behind < len(words)
        inside, following = spaces[between], words[behind[between]]
        goes_on = array[following, _AT[ENT_IOB]] == _GOES_ON
        for column in (_AT[ENT_IOB], _AT[ENT_TYPE]):
            array[inside[goes_on], column] = array[following[goes_on], column]


def _unsigned(steps: NDArray[np.int64]) -> NDArray[np.uint64]:
    """Steps back and forth as spaCy's arrays hold them."""
    return steps.astype(np.int64).astype(np.uint64)
