"""The spaCy component that reads a Doc with one transformer and writes everything a pipeline writes.

One encoder (MiniLM, fine-tuned, in int8, run by ONNX Runtime) reads each stretch of text once and gives parts of speech, features,
lemmas, sentence starts, the tree, names, and a vector of meaning for every word. Each window runs alone and without padding, so that a
text gives the same numbers whatever else is parsed beside it.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IS_SPACE, LEMMA, MORPH, ORTH, POS, SENT_START, TAG
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
"""Words and lemmas kept for when they come again."""

_COLUMNS = [POS, TAG, MORPH, LEMMA, HEAD, DEP, ENT_IOB, ENT_TYPE]
_AT = {attribute: column for column, attribute in enumerate(_COLUMNS)}
_CLOSING = frozenset("”’\"'»")
_ENDING = frozenset(".!?…:;-–—|*•")
_TOLD, _UNTOLD = 0.0, 2.0
"""How sure (log odds) the encoder must be of a sentence start that a mark or a new line tells, and of another; set on the development halves."""

_OPENING = frozenset("“‘\"'([{«‹„")
_BEGINS, _GOES_ON, _OUTSIDE = 3, 1, 2
"""spaCy's codes for ENT_IOB."""


@Language.factory(
    NAME, default_config={"threads": 1}, assigns=["token.pos", "token.tag", "token.lemma", "token.dep", "token.head", "doc.ents", "doc.tensor"]
)
def make(nlp: Language, name: str, threads: int) -> Encoder:
    """Make the component, without weights; ``threads`` is what ONNX Runtime may use."""
    return Encoder(nlp.vocab, name, threads)


class Word(NamedTuple):
    """A word as the encoder takes it: a row of the vocabulary and a letter case for each of its pieces."""

    text: str
    pieces: tuple[int, ...]
    cases: tuple[int, ...]


class Encoder:
    """Reads the weights with ``from_disk`` and annotates Docs."""

    def __init__(self, vocab: Vocab, name: str = NAME, threads: int = 1) -> None:
        self.vocab = vocab
        self.name = name
        self.threads = threads
        self.files: dict[str, bytes] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Annotate ``doc``. A token whose ``is_sent_start`` is True already begins a stretch that nothing reaches across."""
        read = _Read(self, doc)
        for start, end in read.stretches():
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
        names = self.rows["name"]
        return {
            "upos": np.array([PARTS_OF_SPEECH[label] for label in self.rows["upos"]], dtype=np.uint64),
            "xpos": np.array([strings.add(label) for label in self.rows["xpos"]], dtype=np.uint64),
            "feats": np.array([self.vocab.morphology.add(label) for label in self.rows["feats"]], dtype=np.uint64),
            "relation": np.array([strings.add(label) for label in self.rows["relation"]], dtype=np.uint64),
            "name begins": np.array([_BEGINS if tag[0] == "B" else _GOES_ON if tag[0] == "I" else _OUTSIDE for tag in names], dtype=np.uint64),
            "name": np.array([strings.add(tag[2:]) for tag in names], dtype=np.uint64),
        }

    @cached_property
    def _known_words(self) -> dict[int, Word]:
        return {}

    @cached_property
    def _known_lemmas(self) -> dict[tuple[str, int], int | None]:
        return {}

    @cached_property
    def sessions(self) -> tuple[Any, Any]:
        """ONNX Runtime's sessions of the two graphs."""
        return _session(self.files[_GRAPHS[0]], self.threads), _session(self.files[_GRAPHS[1]], self.threads)

    @cached_property
    def width(self) -> int:
        """Numbers in a vector of meaning."""
        return int(next(output.shape[1] for output in self.sessions[0].get_outputs() if output.name == "meaning"))

    @cached_property
    def _annotations(self) -> list[str]:
        return [output.name for output in self.sessions[0].get_outputs()]

    def word(self, orth: int) -> Word:
        """The word that spaCy stores as ``orth``."""
        word = self._known_words.get(orth)
        if word is None:
            if len(self._known_words) >= _REMEMBERED:
                self._known_words.clear()
            text = self.vocab.strings[orth]
            pieces = self.wordpiece.pieces(text)
            word = self._known_words[orth] = Word(text, pieces, (int(case_of(text)),) * len(pieces))
        return word

    def annotations(self, words: Iterable[Word]) -> dict[str, Any]:
        """What the first graph says of one window."""
        words = list(words)
        opening, closing, case = self.wordpiece.opening, self.wordpiece.closing, int(Case.NONE)
        sizes = np.array([1, *(len(word.pieces) for word in words)])
        inputs = {
            "pieces": np.array([opening, *chain.from_iterable(word.pieces for word in words), closing]),
            "cases": np.array([case, *chain.from_iterable(word.cases for word in words), case]),
            "first": sizes.cumsum() - sizes,
        }
        return dict(zip(self._annotations, self.sessions[0].run(self._annotations, inputs), strict=True))

    def known_lemma(self, word: str, tag: int) -> int | None:
        """The lemma of ``word`` as spaCy stores it, if the lexicon has it; ``tag`` is a row of the tags."""
        key = (word, tag)
        if key not in self._known_lemmas:
            if len(self._known_lemmas) >= _REMEMBERED:
                self._known_lemmas.clear()
            lemma = self.lemmatizer.known(word, self.rows["xpos"][tag])
            self._known_lemmas[key] = self.vocab.strings.add(lemma) if lemma else None
        return self._known_lemmas[key]

    def lemma(self, word: str, tag: int, trees: NDArray[np.int64]) -> int:
        """The same of any word; ``trees`` are rows of edit trees, the likeliest first."""
        return int(self.vocab.strings.add(self.lemmatizer.lemma(word, self.rows["xpos"][tag], trees.tolist())))

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
    # The graphs are written as they should run: looking for better ones takes longer than making the session, and finds slower ones.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    # int8 weights of float layers go back to float32 once, now, and not before every window.
    options.add_session_config_entry("session.disable_quant_qdq", "1")
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])


class _Read:
    """One Doc while it is read; arrays have a row for each word that is no white space."""

    def __init__(self, encoder: Encoder, doc: Doc) -> None:
        self.encoder = encoder
        self.doc = doc
        orths, spaces, starts = doc.to_array([ORTH, IS_SPACE, SENT_START]).astype(np.int64).T
        self.words = np.flatnonzero(spaces == 0)
        self.starts = starts[self.words] == 1
        self.known = [encoder.word(orth) for orth in orths[self.words].astype(np.uint64).tolist()]
        self.ends = np.array([len(word.pieces) for word in self.known], dtype=np.int64).cumsum()
        n = len(self.words)
        self.upos, self.xpos, self.feats, self.relation, self.tags = (np.zeros(n, dtype=np.int64) for _ in range(5))
        self.lemmas = np.zeros(n, dtype=np.uint64)
        self.heads = np.arange(n)
        self.meaning = np.zeros((len(doc), encoder.width), dtype=np.float32)

    def stretches(self) -> Iterator[tuple[int, int]]:
        """Half-open ranges of words that nothing reaches across."""
        starts = [0, *(int(place) for place in np.flatnonzero(self.starts) if place > 0), len(self.words)]
        return pairwise(starts)

    def stretch(self, start: int, end: int) -> None:
        """Read words ``[start, end)``, window by window; only whole sentences of a window are kept while words follow it."""
        while start < end:
            last = self._reach(start, end)
            out = self.encoder.annotations(self.known[start:last])
            opens = [0, *(place for place in self._opens(out["opens"], start) if place > 0), last - start]
            opens = [place for place in opens if not self._is_lone_opening(start, place, opens)]
            if last < end and len(opens) > 2:
                opens.pop()
            self._keep(out, start, opens)
            start += opens[-1]

    def _opens(self, odds: Any, start: int) -> Iterator[int]:
        """Where a sentence begins in a window that began at word ``start``."""
        for place in np.flatnonzero(odds > _TOLD).tolist():
            if odds[place] > _UNTOLD or not self._goes_on(start + place):
                yield place

    def _is_lone_opening(self, start: int, place: int, opens: list[int]) -> bool:
        """Whether a sentence would begin at ``place`` right behind one that is nothing but an opening mark."""
        # Behind the last word nothing begins: the end of a window is no sentence to put off.
        return place - 1 in opens and place < opens[-1] and self.known[start + place - 1].text in _OPENING

    def _goes_on(self, place: int) -> bool:
        """Whether nothing in writing says that a sentence begins at ``place``: no full stop or the like before it, and no new line."""
        before = place - 1
        if before > 0 and self.known[before].text in _CLOSING:
            before -= 1
        return before >= 0 and self.known[before].text[-1:] not in _ENDING

    def _reach(self, start: int, end: int) -> int:
        """As many words as fit into a window, at least one."""
        read = self.ends[start - 1] if start else 0
        return min(end, max(start + 1, int(self.ends.searchsorted(read + WINDOW - 2, "right"))))

    def _keep(self, out: dict[str, Any], start: int, opens: list[int]) -> None:
        """Keep the sentences of a window that began at word ``start``; ``opens`` are where they begin, and where the last of them ends."""
        kept = opens[-1]
        here = slice(start, start + kept)
        heads = np.zeros(kept, dtype=np.int64)
        for first, after in pairwise(opens):
            arcs = out["arcs"][first:after]
            chosen = best_tree(np.concatenate((arcs[:, :1], arcs[:, first + 1 : after + 1]), axis=1))
            heads[first:after] = np.where(chosen, chosen + first, 0)
            self.tags[start + first : start + after] = best_tags(out["name"][first:after], self.encoder.rows["name"])
        self.heads[here] = np.where(heads, heads - 1, np.arange(kept)) + start
        self.upos[here], self.xpos[here], self.feats[here] = (out[name][:kept] for name in ("upos", "xpos", "feats"))
        self.meaning[self.words[here]] = out["meaning"][:kept]
        self._relate(out, heads, here)

    def _relate(self, out: dict[str, Any], heads: NDArray[np.int64], here: slice) -> None:
        """Relations of words ``here`` to the columns ``heads``, and lemmas."""
        encoder, kept = self.encoder, len(heads)
        words = [(word.text, tag) for word, tag in zip(self.known[here], self.xpos[here].tolist(), strict=True)]
        lemmas = [encoder.known_lemma(*word) for word in words]
        unknown = [place for place, lemma in enumerate(lemmas) if lemma is None]
        inputs = {"dependent": out["dependent"][:kept], "governor": out["governor"], "heads": heads, "vectors": out["vectors"][unknown]}
        self.relation[here], trees = encoder.sessions[1].run(None, inputs)
        cut = {place: encoder.lemma(*words[place], rows) for place, rows in zip(unknown, trees, strict=True)}
        self.lemmas[here] = [cut[place] if lemma is None else lemma for place, lemma in enumerate(lemmas)]

    def write(self) -> None:
        """Write what was read to the Doc: words, white space, meaning."""
        doc = self.doc
        if len(doc):
            array = np.zeros((len(doc), len(_COLUMNS)), dtype=np.uint64)
            self._fill_words(array)
            if len(self.words) < len(doc):
                self._fill_spaces(array)
            doc.from_array(_COLUMNS, array)
        set_meaning(doc, self.meaning)

    def _fill_words(self, array: NDArray[np.uint64]) -> None:
        words, codes = self.words, self.encoder.codes
        array[words, _AT[POS]] = codes["upos"][self.upos]
        array[words, _AT[TAG]] = codes["xpos"][self.xpos]
        array[words, _AT[MORPH]] = codes["feats"][self.feats]
        array[words, _AT[LEMMA]] = self.lemmas
        array[words, _AT[DEP]] = codes["relation"][self.relation]
        array[words, _AT[HEAD]] = _unsigned(words[self.heads] - words)
        array[words, _AT[ENT_IOB]] = codes["name begins"][self.tags]
        array[words, _AT[ENT_TYPE]] = codes["name"][self.tags]

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
