"""Numbers that count nothing because they are a name, or part of one: "Watch 5", "Kick Six", "the 787 Dreamliner", the pronoun "one"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from claimdiff.extractors._counted import counted_noun
from claimdiff.extractors._designations import is_in_designation
from claimdiff.extractors._figure import Figure
from claimdiff.language import labels

_BARE_WORDS = frozenset(("one", "a hundred", "hundred", "thousand", "million"))
_ONE_THING = frozenset("a an this that another every each".split())


def is_name_or_pronoun(number: Span, figure: Figure, *, bounded: bool) -> bool:
    """Whether the number is a pronoun or a name; ``bounded``: whether words behind it state a bound ("one or more gifts")."""
    if figure.unit is not None or figure.suspended:
        return False
    word = number.text.casefold()
    if word in _BARE_WORDS:
        follower = _behind(number)
        return word == "one" and not bounded and (follower is None or follower.pos_ not in ("NOUN", "ADJ"))
    if len(figure.value) > 1 or figure.written not in ("figure", "word") or figure.scale != 1:
        return False
    if figure.written == "word":
        return _is_capital_in_name(number)
    return _ends_name(number) or _is_model(number) or is_in_designation(number) or _is_in_brackets(number)


def _behind(number: Span) -> Token | None:
    return number.doc[number.end] if number.end < len(number.doc) else None


def _before(number: Span) -> Token | None:
    return None if number.start == 0 or number[0].is_sent_start else number.doc[number.start - 1]


def _ends_name(number: Span) -> bool:
    """ "iPhone 14 sold well", "the Stoxx 600 index": a figure that hangs on the name before it, or stands between it and a noun of one thing."""
    before, follower, token = _before(number), _behind(number), number[0]
    if before is None or before.pos_ != "PROPN" or not before.whitespace_:
        return False
    if follower is not None and follower.tag_ == "NN" and before.dep_ in labels.NAME_PARTS and before.head in (token, follower) and token.text != "1":
        return True
    if before.is_sent_start:
        return False
    named = token.pos_ == "PROPN" or token.head == before or (token.head.pos_ == "PROPN" and token.head.i < token.i)
    return named and (follower is None or follower.pos_ not in ("NOUN", "ADJ"))


def _is_model(number: Span) -> bool:
    """ "the 787 Dreamliner", "a 911", "the 747 has": one thing is spoken of, so the figure is its name."""
    before, follower = _before(number), _behind(number)
    if follower is None or not number.text.isdigit() or number.text == "1":
        return False
    counted = counted_noun(number).head
    definite = before is not None and (before.lower_ == "the" or before.lower_ in _ONE_THING)
    if counted is not None:
        owned = before is not None and (definite or before.tag_ in ("POS", "PRP$") or before.lower_ == "own")
        return owned and counted.tag_ == "NNP" and counted.i == number.end
    return definite and (follower.tag_ in ("VBZ", "NNP") or follower.lower_ == "was")


def _is_capital_in_name(number: Span) -> bool:
    """ "the Kick Six", "Chicago Seven": a number word with a capital behind a capital, where no plural follows as it would in a headline."""
    before, follower = _before(number), _behind(number)
    if before is None or not number.text[:1].isupper() or before.pos_ != "PROPN" or not before.text[:1].isupper():
        return False
    return follower is None or follower.tag_ not in ("NNS", "NNPS")


def _is_in_brackets(number: Span) -> bool:
    """ "Halden (4) scored": the number on a shirt, or an age; nothing says which."""
    doc = number.doc
    if number.start < 2 or doc[number.start - 1].text != "(" or number.end >= len(doc) or doc[number.end].text != ")":
        return False
    return doc[number.start - 2].ent_type_ == labels.PERSON
