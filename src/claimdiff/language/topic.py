"""What a claim is about, read off the parse once, so that nothing after extraction needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from spacy.tokens import Doc, Span, Token

from claimdiff.language import labels
from claimdiff.language.mentions import Mentions
from claimdiff.language.stance import predicate_of
from claimdiff.language.subject import subject_of
from claimdiff.model import Extent, Topic

if TYPE_CHECKING:
    from numpy.typing import ArrayLike


_BESIDE = 3
"""Words on either side of a claim that tell best what it counts or dates."""

_CONTEXT = 6
"""Words on either side whose meaning tells best what a number is of; chosen, like the other, by how well claims of left-out topics are told apart."""


class Topics:
    """Makes the topics of one Doc's claims; what holds for a whole sentence is worked out once."""

    def __init__(self, doc: Doc, mentions: Mentions) -> None:
        self.doc = doc
        self.mentions = mentions
        self._sentences: dict[int, tuple[Extent, tuple[str, ...], tuple[float, ...]]] = {}

    def sentence(self, token: Token) -> Extent:
        """Extent of the sentence around ``token``, without white space at its ends."""
        return self._of_sentence(token)[0]

    def topic(self, head: Token, start: int, end: int) -> Topic:
        """Topic of the claim in tokens ``[start, end)`` whose head noun (or event word) is ``head``."""
        _, lemmas, vector = self._of_sentence(head)
        predicate = predicate_of(head)
        sent = head.sent
        names = sorted(self.mentions.inside(sent.start, sent.end), key=lambda m: (min(abs(m.start - head.i), abs(m.end - head.i)), m.start))
        near = {t.lemma_.lower() for t in clause_of(predicate) if carries(t) and not start <= t.i < end}
        places = [m.canonical for m in names if m.label == labels.LOCATION]
        return Topic(
            entities=tuple(dict.fromkeys(m.canonical for m in names)),
            head=head.lemma_.lower(),
            predicate=predicate.lemma_.lower(),
            subject=subject_of(predicate, self.mentions),
            modifiers=tuple(sorted({t.lemma_.lower() for t in head.children if t.dep_ in labels.EPITHET})),
            place=places[0] if places else None,
            lemmas=lemmas,
            near=tuple(sorted(near)),
            beside=tuple(sorted({t.lemma_.lower() for t in _around(head, start, end, _BESIDE) if carries(t)})),
            vector=vector,
        )

    def context(self, head: Token, start: int, end: int) -> tuple[float, ...]:
        """The meaning of the words around the number in tokens ``[start, end)`` and of its own noun; empty where the pipeline has none."""
        own = [t for t in self.doc[start:end] if t.pos_ != "NUM" and t.text[:1].isalpha()]
        words = [t for t in (*_around(head, start, end, _CONTEXT), *own) if t.has_vector]
        return _of_length_one(np.mean([t.vector for t in words], axis=0)) if words else ()

    def _of_sentence(self, token: Token) -> tuple[Extent, tuple[str, ...], tuple[float, ...]]:
        sent = token.sent
        known = self._sentences.get(sent.start)
        if known is None:
            words = [t for t in sent if carries(t)]
            known = (trimmed(sent), tuple(sorted({t.lemma_.lower() for t in words})), _meaning(sent))
            self._sentences[sent.start] = known
        return known


def _around(head: Token, start: int, end: int, reach: int) -> list[Token]:
    """The words of the sentence within ``reach`` tokens of tokens ``[start, end)``."""
    sent, doc = head.sent, head.doc
    return [*doc[max(sent.start, start - reach) : start], *doc[end : max(end, min(sent.end, end + reach))]]


def carries(token: Token) -> bool:
    """Whether a word tells what is spoken of: no function word, and no number, for numbers are what may differ."""
    return token.pos_ in labels.CONTENT_POS and token.text[:1].isalpha() and not token.is_stop


def clause_of(predicate: Token) -> list[Token]:
    """The words below ``predicate`` that belong to no other clause."""
    found = [predicate]
    for token in found:
        found += [child for child in token.children if not (child.dep_ in labels.CLAUSES and child.pos_ in ("VERB", "AUX"))]
    return found


def trimmed(sent: Span) -> Extent:
    """The extent of a sentence without white space at its ends."""
    start, end = sent.start, sent.end
    while start < end - 1 and sent.doc[start].is_space:
        start += 1
    while end > start + 1 and sent.doc[end - 1].is_space:
        end -= 1
    return Extent(sent.doc[start].idx, sent.doc[end - 1].idx + len(sent.doc[end - 1]))


def _meaning(sent: Span) -> tuple[float, ...]:
    """The vector of the sentence's meaning, scaled to length 1, to four places; empty where the pipeline has none."""
    if not sent.has_vector:
        return ()
    return _of_length_one(sent.vector)


def _of_length_one(vector: ArrayLike) -> tuple[float, ...]:
    numbers = np.asarray(vector, dtype=np.float64)
    length = np.linalg.norm(numbers)
    return tuple(np.round(numbers / length, 4).tolist()) if length else ()
