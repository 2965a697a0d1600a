"""What is put in an order: "the third raid", "a sixth-floor office", "its second anti-piracy operation"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from claimdiff.language import labels
from claimdiff.language.mentions import Mentions
from claimdiff.language.topic import Topics
from claimdiff.model import Claim, Extent, Ordinal
from claimdiff.values.ordinals import find_ordinals

_FARTHEST = 4
"""Words from an ordinal to its noun at most."""

_COUNTED_OFF = frozenset(
    """quarter half inning period day week month year decade century hour minute second set game lap hole down base leg gear
    place grade degree class person party world generation hand round attempt try count charge suspect victim defendant witness
    dose shot exit part""".split(),
)
"""Nouns of which a story tells one after the other, or with which an ordinal makes a word of its own ("second hand", "third party")."""


def ordinals_of(doc: Doc, text: str, mentions: Mentions, claims: Sequence[Claim]) -> Iterator[Ordinal]:
    """The ordinals of ``doc``, whose text is ``text``, from the second on, with their nouns.

    Those in ``claims`` (dates, ranks, shares) and in names are left out.
    """
    topics = Topics(doc, mentions)
    taken = [claim.extent for claim in claims if claim.kind != "attribution"]
    for found, number in find_ordinals(text):
        extent = Extent(*found.span())
        if number < 2 or any(extent.overlaps(other) for other in taken):  # "first" puts little in order: "first of all", "the first half"
            continue
        span = doc.char_span(*found.span(), alignment_mode="expand")
        noun = _noun(span[-1])
        if noun is None or mentions.at(span[0]) or noun.lemma_.lower() in _COUNTED_OFF:
            continue
        topic = topics.topic(noun, span.start, span.end)
        near = {*topic.near, *topic.beside} - {noun.lemma_.lower()}
        whole = Extent(extent.start, noun.idx + len(noun))
        yield Ordinal(whole, number, noun.lemma_.lower(), topic.entities, tuple(sorted(near)), topic.lemmas, topics.sentence(noun))


def _noun(last: Token) -> Token | None:
    """The common noun that the ordinal ending in ``last`` belongs to: behind a hyphen, or its head in the parse."""
    doc, at = last.doc, last.i
    if at + 2 < len(doc) and doc[at + 1].text == "-":
        noun = doc[at + 2]
    elif last.dep_ in labels.ADJECTIVE and 0 < last.head.i - at <= _FARTHEST:
        noun = last.head
    else:
        return None
    return noun if noun.pos_ == "NOUN" and noun.sent == last.sent else None
