"""The noun that a number counts, from the parse."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from claimdiff.language import labels

_REACH = 8
"""Words between a number and its noun at most."""

_NOUNS = ("NOUN", "PROPN")
_NO_PLAIN_PLURAL = ("ss", "us", "is", "ies", "ses", "xes", "zes", "ches", "shes", "species", "barracks", "headquarters", "means", "crossroads")
_BEYOND = frozenset({",", ";", ":", ".", "(", ")", "“", "”", '"', "—", "–"})


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts: the head noun's token (None if it counts nothing that is said), and whether it stands right behind the number.

    ``name`` is set where things are counted by the name of their model, which has no dictionary form ("eight AK-47s").
    """

    head: Token | None
    follows: bool
    name: str | None = None


def counted_noun(number: Span) -> Counted:
    """The noun counted by ``number``: "107 injured people", "millions of pilgrims", "12 of the passengers", "107" alone."""
    token = _numeral(number)
    after = _of_noun(number)
    if after is not None:
        return Counted(after, follows=True)
    if token.head.pos_ == "ADJ" and token.head.dep_ in labels.ADJECTIVE:
        token = token.head  # of "1,000-strong crowd" the strong
    head = token.head
    if token.dep_ in labels.NUMERAL | labels.EPITHET | labels.NOUN_MODIFIER | labels.DETERMINER and _is_noun(head) and _in_reach(number, head):
        return Counted(_agreeing(_rightmost(head, number), number), follows=True)
    direct = next_noun(number)
    if direct is not None:
        return Counted(direct, follows=True)
    return Counted(None, follows=False)


def attribute_noun(number: Span) -> Token | None:
    """The noun that a bare number is the value of: "a population of 120,000", "a total of 30"."""
    root = _numeral(number)
    noun = root.head
    of = any(child.dep_ in labels.CASE and child.lower_ == "of" for child in root.children)
    return noun if of and noun.pos_ == "NOUN" and number.start - _REACH < noun.i < number.start else None


def dictionary_form(noun: Token) -> str:
    """The lemma of a counted noun; of a plural the lemmatizer left alone ("clinics"), the word without its ending."""
    lemma = noun.lemma_.casefold()
    regular = noun.tag_ == "NNS" and lemma == noun.lower_ and lemma.endswith("s") and not lemma.endswith(_NO_PLAIN_PLURAL)
    return lemma[:-1] if regular else lemma


def _numeral(number: Span) -> Token:
    """The token of the number that hangs on something outside it."""
    for token in number:
        if not number.start <= token.head.i < number.end:
            return token
    return number.root


def _is_noun(token: Token) -> bool:
    return token.pos_ in _NOUNS


def in_one_sentence(doc: Doc, first: int, last: int) -> bool:
    """Whether no sentence begins behind token ``first`` up to token ``last``; spaCy's own ``sent`` looks through the whole Doc each time."""
    return not any(doc[i].is_sent_start for i in range(first + 1, last + 1))


def _in_reach(number: Span, head: Token) -> bool:
    if not number.end <= head.i < number.end + _REACH or not in_one_sentence(number.doc, number.start, head.i):
        return False
    return not any(token.text in _BEYOND or (token.pos_ == "NUM" and not _is_in_name(token)) for token in number.doc[number.end : head.i])


def _is_in_name(number: Token) -> bool:
    """Whether a number stands in a name between another and its noun: "40 Type 3 vans"."""
    return number.i > 0 and number.nbor(-1).pos_ == "PROPN"


def _rightmost(head: Token, number: Span) -> Token:
    """The last word of a compound whose parse stopped short ("five hard drives" with the number on "hard")."""
    while head.dep_ in labels.COMPOUND and _is_noun(head.head) and head.head.i > head.i and _in_reach(number, head.head):
        head = head.head
    return head


def _agreeing(head: Token, number: Span) -> Token:
    """Of "12 page report" the page: more than one cannot be of a noun in the singular with another right before it."""
    first = number.doc[number.end] if number.end < head.i else head
    if head.tag_ == "NN" and first.tag_ == "NN" and number.text.casefold() not in ("1", "one", "a"):
        return first
    return head


def _of_noun(number: Span) -> Token | None:
    """The noun behind "of": "millions of pilgrims", "12 of the passengers"."""
    doc = number.doc
    if number.end >= len(doc) or doc[number.end].lower_ != "of":
        return None
    governed = doc[number.end].head
    if _is_noun(governed) and number.end < governed.i <= number.end + _REACH and doc[number.end].dep_ in labels.CASE:
        return governed
    for child in governed.subtree:
        if child.i > number.end + _REACH:
            return None
        if child.i > number.end and _is_noun(child) and child.dep_ not in labels.COMPOUND | labels.POSSESSIVE:
            return child
    return None


def next_noun(number: Span) -> Token | None:
    """The end of the run of adjectives and nouns that begins right behind the number, where the parse says otherwise."""
    doc, i, found = number.doc, number.end, None
    while i < len(doc) and i < number.end + 4 and not doc[i].is_sent_start:
        if doc[i].pos_ == "NOUN":
            found = doc[i]
        elif found is not None or not (doc[i].pos_ in ("ADJ", "PROPN") or doc[i].tag_ in ("VBN", "VBG")):
            break
        i += 1
    return found
