"""The tokenizer: spaCy's for English with the rules of the treebanks, kept linear.

The treebanks (Universal Dependencies, English EWT and GUM) part words at other places than spaCy's defaults do; a parser reads best what
it was taught on. And spaCy strips prefixes and suffixes one by one, which is quadratic in their number (16,000 brackets take half a
minute): long runs of marks are cut before it sees them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from spacy.attrs import ORTH
from spacy.lang.en import English
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

if TYPE_CHECKING:
    from spacy.language import Language

LONGEST = 64
"""Runs of marks up to this length go to spaCy's tokenizer whole; nothing a writer means is longer."""

_RUNS = (r"[!?]{2,}", r"={2,}", r"\*{2,}", r"_{2,}", r"-{3,}", r"~{2,}", r"\${2,}", r"<<", r">>", r"#{2,}", r"\+{2,}")
"""A run of one mark is one token."""

_PREFIXES = "anti co counter cross e ex inter mid mini multi non over post pre pro psycho re semi socio sub"
"""What the treebanks leave joined to its word by a hyphen: "pre-war", but "well" "-" "known"."""

_JOINED = rf"(?:{'|'.join(_PREFIXES.split())})-[^\W\d_]+(?:['’]s)?"
_TELEPHONE = r"(?:\d{3}-)?\d{3}-\d{4}"
_WHOLE = re.compile(rf"(?:{_JOINED}|{_TELEPHONE})", re.IGNORECASE)

_INFIXES = (r"(?<=[A-Za-z])-(?=\d)", r"(?<=\d)-(?=[A-Za-z])")
"""Besides spaCy's: "COVID-19" and "12-day" are parted at the hyphen."""

_SUFFIXES = (r"(?<=\d)(?:[AP]M|[ap]m|[ap]\.m\.)",)
_UNITED = "etc. al. Ft. Lt. Sat. Wed. Thurs. Tues. Gov. Sen. Rep. Col. Gen. Sgt. Capt. Rev. Jr. Sr."
_PARTED = {"wanna": ("wan", "na"), "Wanna": ("Wan", "na"), "and/or": ("and", "/", "or")}
_NO_SMILEY = ("):", "(:", "8)", ":)s")

_PIECES = re.compile(rf"[^\w\s]{{1,{LONGEST}}}|[^\W]+|\s+")
_RUN = re.compile(rf"[^\w\s]{{{LONGEST + 1},}}")
_LONG_WORD = 2_000
"""A stretch without white space longer than this is cut at its marks too: URLs and base64 stay far below."""

_STRETCH = re.compile(r"\S+")


@registry.tokenizers("claimdiff.Treebank.v1")
def make_tokenizer() -> Callable[[Language], RunSplitter]:
    """Registered with spaCy: the rules are built once for each pipeline, from this file alone."""
    return lambda nlp: RunSplitter(_treebank(nlp))


def _treebank(nlp: Language) -> Tokenizer:
    defaults = English.Defaults
    rules = {text: parts for text, parts in defaults.tokenizer_exceptions.items() if text not in _NO_SMILEY}
    rules |= {text: [{ORTH: text}] for text in _UNITED.split()} | {text: [{ORTH: part} for part in parts] for text, parts in _PARTED.items()}
    url = defaults.url_match
    return Tokenizer(
        nlp.vocab,
        rules=rules,
        prefix_search=compile_prefix_regex([*_RUNS, *defaults.prefixes]).search,
        suffix_search=compile_suffix_regex([*_RUNS, *_SUFFIXES, *defaults.suffixes]).search,
        infix_finditer=compile_infix_regex([*defaults.infixes, *_INFIXES]).finditer,
        token_match=_WHOLE.fullmatch,
        url_match=url,
    )


class RunSplitter:
    """A tokenizer that cuts the text around long runs of marks and hands the pieces to another tokenizer.

    The tokens of an ordinary text are those of the other tokenizer, and so are all offsets. LONGEST marks in a row are one token, for a parser
    has nothing to say about each of them.
    """

    def __init__(self, base: Any) -> None:
        self.base = base

    def __call__(self, text: str) -> Doc:
        """The tokens of ``text``; ``doc.text == text``."""
        cuts = list(_cuts(text))
        if not cuts:
            return self.base(text)
        words: list[str] = []
        spaces: list[bool] = []
        at = 0
        for cut in [*cuts, len(text)]:
            piece = text[at:cut]
            if len(piece) == LONGEST and not any(map(str.isalnum, piece)) and not any(map(str.isspace, piece)):
                words.append(piece)
                spaces.append(False)
            else:
                doc = self.base(piece)
                words += [token.text for token in doc]
                spaces += [bool(token.whitespace_) for token in doc]
            at = cut
        return Doc(self.base.vocab, words=words, spaces=spaces)

    def pipe(self, texts: Iterable[str]) -> Iterator[Doc]:
        """Tokenise one text after another."""
        for text in texts:
            yield self(text)

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Nothing: the rules are this file's."""
        return b""

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> RunSplitter:
        """Nothing to read."""
        return self

    def to_disk(self, path: Any, *, exclude: Iterable[str] = ()) -> None:
        """Nothing to write: the rules are this file's."""

    def from_disk(self, path: Any, *, exclude: Iterable[str] = ()) -> RunSplitter:
        """Nothing to read."""
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return RunSplitter, (self.base,)


def _cuts(text: str) -> Iterator[int]:
    """Offsets at which to cut ``text``, rising: inside long runs of marks, every LONGEST characters."""
    for stretch in _STRETCH.finditer(text):
        if stretch.end() - stretch.start() <= LONGEST:
            continue
        word = stretch.group()
        if len(word) > _LONG_WORD or _RUN.search(word):
            for piece in _PIECES.finditer(word):
                if piece.end() < len(word):
                    yield stretch.start() + piece.end()
