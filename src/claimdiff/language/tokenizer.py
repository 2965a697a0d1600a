"""Keeps the tokenizer linear: long runs of marks are cut before it sees them.

spaCy's tokenizer strips prefixes and suffixes one by one and is quadratic in their number: 16,000 brackets take half a minute.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from spacy.tokens import Doc

LONGEST = 64
"""Runs of marks up to this length go to spaCy's tokenizer whole; nothing a writer means is longer."""

_PIECES = re.compile(rf"[^\w\s]{{1,{LONGEST}}}|[^\W]+|\s+")
_RUN = re.compile(rf"[^\w\s]{{{LONGEST + 1},}}")
_LONG_WORD = 2_000
"""A stretch without white space longer than this is cut at its marks too: URLs and base64 stay far below."""

_STRETCH = re.compile(r"\S+")


class RunSplitter:
    """A tokenizer that cuts the text around long runs of marks and hands the pieces to another tokenizer.

    The tokens of an ordinary text are those of the other tokenizer, and so are all offsets.
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
            for token in self.base(text[at:cut]):
                words.append(token.text)
                spaces.append(bool(token.whitespace_))
            at = cut
        return Doc(self.base.vocab, words=words, spaces=spaces)

    def pipe(self, texts: Iterable[str]) -> Iterator[Doc]:
        """Tokenise one text after another."""
        for text in texts:
            yield self(text)

    def __getattr__(self, name: str) -> Any:
        if name == "base":  # while unpickling there is no base yet
            raise AttributeError(name)
        return getattr(self.base, name)


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
