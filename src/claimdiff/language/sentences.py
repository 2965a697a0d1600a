"""What holds for a whole sentence: worked out when first asked for, and once, however many claims and clauses stand in it."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from spacy.tokens import Doc, Span, Token

from claimdiff.language import labels
from claimdiff.model import Extent

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_PARTICLES = frozenset({"away", "back", "down", "off", "out", "over", "up"})
"""Words that make another verb of the one before them; taggers waver between particle and adverb."""

_CLOSING = frozenset("\"'”’»)]")


class Sentence:
    """One sentence, tokens ``[start, end)`` of its Doc."""

    def __init__(self, span: Span) -> None:
        self.start: int = span.start
        self.end: int = span.end
        self._span = span

    @cached_property
    def extent(self) -> Extent:
        """Where it stands, without white space at its ends."""
        start, end, doc = self.start, self.end, self._span.doc
        while start < end - 1 and doc[start].is_space:
            start += 1
        while end > start + 1 and doc[end - 1].is_space:
            end -= 1
        return Extent(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))

    @cached_property
    def lemmas(self) -> tuple[str, ...]:
        """Those of its words that tell what is spoken of, sorted."""
        return tuple(sorted({lexeme(token) for token in self._span if carries(token)}))

    @cached_property
    def vector(self) -> tuple[float, ...]:
        """The vector of its meaning, scaled to length 1, to four places; empty where the pipeline has none."""
        return of_length_one(self._span.vector) if self._span.has_vector else ()

    @cached_property
    def asks(self) -> bool:
        """Whether it ends in a question mark, whatever closes behind that."""
        last = next((token for token in reversed(self._span) if not token.is_space and token.text not in _CLOSING), None)
        return last is not None and last.text.endswith("?")


class Sentences:
    """The sentences of one Doc."""

    def __init__(self, doc: Doc) -> None:
        self._all = [Sentence(span) for span in doc.sents]
        self._starts = [sentence.start for sentence in self._all]

    def around(self, token: Token) -> Sentence:
        """The sentence that ``token`` stands in."""
        return self._all[bisect_right(self._starts, token.i) - 1]


def carries(token: Token) -> bool:
    """Whether a word tells what is spoken of: no function word, and no number, for numbers are what may differ."""
    return token.pos_ in labels.CONTENT_POS and token.text[:1].isalpha() and not token.is_stop


def lexeme(token: Token) -> str:
    """The lemma of a word, of a verb with the particle right behind it: to pass away ("pass-away") is not to pass."""
    if token.pos_ != "VERB" or token.i + 1 == len(token.doc):
        return token.lemma_.lower()
    behind = token.doc[token.i + 1]
    if behind.lower_ not in _PARTICLES or behind.head.i != token.i or behind.dep_ not in labels.PARTICLE_OR_ADVERB:
        return token.lemma_.lower()
    return f"{token.lemma_}-{behind.lemma_}".lower()


def of_length_one(vector: ArrayLike) -> tuple[float, ...]:
    """A vector of meaning scaled to length 1, to four places; empty where it is all zeros."""
    numbers = np.asarray(vector, dtype=np.float64)
    length = np.linalg.norm(numbers)
    return tuple(np.round(numbers / length, 4).tolist()) if length else ()
