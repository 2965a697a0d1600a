"""What a claim is about, read off the parse once, so that nothing after extraction needs it."""

from __future__ import annotations

import numpy as np
from spacy.tokens import Doc, Span, Token

from claimdiff.language import labels
from claimdiff.language.mentions import Mentions
from claimdiff.language.stance import predicate_of
from claimdiff.language.subject import subject_of
from claimdiff.model import Extent, Topic


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
            modifiers=tuple(sorted({t.lemma_.lower() for t in head.children if t.dep_ in labels.ADJECTIVE | labels.COMPOUND})),
            place=places[0] if places else None,
            lemmas=lemmas,
            near=tuple(sorted(near)),
            vector=vector,
        )

    def _of_sentence(self, token: Token) -> tuple[Extent, tuple[str, ...], tuple[float, ...]]:
        sent = token.sent
        known = self._sentences.get(sent.start)
        if known is None:
            words = [t for t in sent if carries(t)]
            known = (_trimmed(sent), tuple(sorted({t.lemma_.lower() for t in words})), _meaning(sent))
            self._sentences[sent.start] = known
        return known


def carries(token: Token) -> bool:
    """Whether a word tells what is spoken of: no function word, and no number, for numbers are what may differ."""
    return token.pos_ in labels.CONTENT_POS and token.text[:1].isalpha() and not token.is_stop


def clause_of(predicate: Token) -> list[Token]:
    """The words below ``predicate`` that belong to no other clause."""
    found = [predicate]
    for token in found:
        found += [child for child in token.children if not (child.dep_ in labels.CLAUSES and child.pos_ in ("VERB", "AUX"))]
    return found


def _trimmed(sent: Span) -> Extent:
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
    vector = np.asarray(sent.vector, dtype=np.float64)
    length = np.linalg.norm(vector)
    return tuple(np.round(vector / length, 4).tolist()) if length else ()
