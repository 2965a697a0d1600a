"""What a claim is about, read off the parse once, so that nothing after extraction needs it."""

from __future__ import annotations

import numpy as np
from spacy.tokens import Doc, Token

from claimdiff.language import labels
from claimdiff.language.mentions import Mentions
from claimdiff.language.sentences import Sentence, carries, lexeme, of_length_one
from claimdiff.language.stance import predicate_of
from claimdiff.language.subject import told_of
from claimdiff.model import Extent, Topic

_BESIDE = 3
"""Words on either side of a claim that tell best what it counts or dates."""

_CONTEXT = 6
"""Words on either side whose meaning tells best what a number is of; chosen, like the other, by how well claims of left-out topics are told apart."""


class Topics:
    """Makes the topics of one Doc's claims."""

    def __init__(self, doc: Doc, mentions: Mentions) -> None:
        self.doc = doc
        self.mentions = mentions

    def sentence(self, token: Token) -> Extent:
        """Extent of the sentence around ``token``, without white space at its ends."""
        return self.mentions.sentences.around(token).extent

    def topic(self, head: Token, start: int, end: int) -> Topic:
        """Topic of the claim in tokens ``[start, end)`` whose head noun (or event word) is ``head``."""
        sentence = self.mentions.sentences.around(head)
        predicate = predicate_of(head)
        names = sorted(self.mentions.inside(sentence.start, sentence.end), key=lambda m: (min(abs(m.start - head.i), abs(m.end - head.i)), m.start))
        near = {lexeme(t) for t in clause_of(predicate) if carries(t) and not start <= t.i < end}
        places = [m.canonical for m in names if m.label == labels.LOCATION]
        return Topic(
            entities=tuple(dict.fromkeys(m.canonical for m in names)),
            head=lexeme(head),
            predicate=lexeme(predicate),
            subject=told_of(predicate, self.mentions),
            modifiers=tuple(sorted({t.lemma_.lower() for t in head.children if t.dep_ in labels.EPITHET})),
            place=places[0] if places else None,
            lemmas=sentence.lemmas,
            near=tuple(sorted(near)),
            beside=tuple(sorted({lexeme(t) for t in self._around(sentence, start, end, _BESIDE) if carries(t)})),
            vector=sentence.vector,
        )

    def context(self, head: Token, start: int, end: int) -> tuple[float, ...]:
        """The meaning of the words around the number in tokens ``[start, end)`` and of its own noun; empty where the pipeline has none."""
        own = [t for t in self.doc[start:end] if t.pos_ != "NUM" and t.text[:1].isalpha()]
        around = self._around(self.mentions.sentences.around(head), start, end, _CONTEXT)
        words = [t for t in (*around, *own) if t.has_vector]
        return of_length_one(np.mean([t.vector for t in words], axis=0)) if words else ()

    def _around(self, sentence: Sentence, start: int, end: int, reach: int) -> list[Token]:
        """The words of the sentence within ``reach`` tokens of tokens ``[start, end)``."""
        return [*self.doc[max(sentence.start, start - reach) : start], *self.doc[end : max(end, min(sentence.end, end + reach))]]


def clause_of(predicate: Token) -> list[Token]:
    """The words below ``predicate`` that belong to no other clause."""
    found = [predicate]
    for token in found:
        found += [child for child in token.children if not (child.dep_ in labels.CLAUSES and child.pos_ in ("VERB", "AUX"))]
    return found
