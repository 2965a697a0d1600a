"""Who "he" and "the minister" are: pronouns and definite descriptions of one article, each with the name it stands for.

The nearest salient antecedent that fits wins (after Lappin and Leass 1994: recency, subjects before the rest); what two names
would fit equally well stands for neither, for a wrong speaker is worse than none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from claimdiff.language import labels
from claimdiff.values.gender import Gender, of_pronoun, of_words
from claimdiff.values.names import TITLES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimdiff.language.mentions import Mention

_REACH = 3
"""Sentences behind which a pronoun finds nobody: farther back somebody else was named, or a reader has forgotten."""

_FAR = 12
"""The same for a definite description that only its kind points to ("the company")."""

_THINGS = frozenset({"it", "its", "itself"})
_IMPERSONAL = ("rain", "snow", "hail", "seem", "appear", "emerge", "happen")
"""Verbs whose "it" is nobody."""

_BODIES = frozenset(
    """company firm group agency ministry department organisation organization bank party newspaper paper network union council committee board
    airline maker carrier broadcaster club team university charity watchdog regulator commission institute force army navy court corporation
    foundation association federation daily magazine station retailer manufacturer operator""".split(),
)
"""Nouns that an organisation may be called by, whatever its name."""

_ANYBODY = frozenset(
    """boy girl child baby infant toddler teenager teen youth son daughter man woman victim suspect driver passenger pedestrian attacker gunman
    motorist cyclist witness bystander neighbour neighbor friend colleague brother sister wife husband mother father cousin nephew niece uncle aunt
    roommate girlfriend boyfriend""".split(),
)
"""Nouns with an age that tell of somebody not named, as well as of whom the article is about."""

_FROM_OLD = 3
"""Words from "28-year-old" to its noun at most."""

_SUBJECT_WEIGHT, _ROOT_WEIGHT, _STEP, _QUOTED_WEIGHT = 2.0, 1.0, 1.5, -2.0


@dataclass(slots=True)
class _Person:
    """What the article tells of one name: its gender and what the recogniser takes it for."""

    gender: Gender | None = None
    label: str = ""


def resolve(doc: Doc, names: Sequence[Mention]) -> dict[int, Mention]:
    """The name each pronoun and definite description stands for, by token index of its head; in one pass over the text."""
    return _Resolver(doc, names).resolved


class _Resolver:
    def __init__(self, doc: Doc, names: Sequence[Mention]) -> None:
        self.doc = doc
        self.sentence = _sentence_numbers(doc)
        self.known: dict[str, _Person] = defaultdict(_Person)
        self.quoted = _inside_marks(doc)
        self.resolved: dict[int, Mention] = {}
        self._begin = {mention.start: mention for mention in names}
        self._seen: list[tuple[Mention, Token]] = []
        self._last: dict[str, Mention] = {}
        self._aged = _behind_old(doc)
        self._named = Counter(mention.canonical for mention in names)
        self._called: dict[str, set[str]] = defaultdict(set)
        for mention in names:
            self._learn(mention)
        for token in doc:
            if token.i in self._begin:
                mention = self._begin[token.i]
                self._seen.append((mention, head_of(doc, mention)))
                self._last[mention.canonical] = mention
            elif (found := self._antecedent(token)) is not None:
                self.resolved[token.i] = found
                self._seen.append((found, token))

    def _learn(self, mention: Mention) -> None:
        head = head_of(self.doc, mention)
        nouns = set(_descriptions(self.doc, mention, head))
        person = self.known[mention.canonical]
        for noun in nouns:
            self._called[noun].add(mention.canonical)
        person.label = person.label or mention.label
        before = self.doc[mention.start - 1].text if mention.start else ""
        words = [before, *(token.text for token in self.doc[mention.start : mention.end]), *sorted(nouns)]
        person.gender = person.gender or of_words(*words, *mention.canonical.split()[:1])

    def _antecedent(self, token: Token) -> Mention | None:
        pos = token.pos_
        if pos in ("NOUN", "PROPN"):
            return self._described(token)
        if pos not in ("PRON", "DET"):
            return None
        gender = of_pronoun(token.lower_)
        if gender is not None:
            return self._best(token, lambda name: self._is_person(name, gender), _REACH)
        return self._body(token) if token.lower_ in _THINGS and token.dep_ not in labels.EXPLETIVE else None

    def _is_person(self, name: str, gender: Gender | None) -> bool:
        person = self.known[name]
        return person.label not in (labels.ORGANISATION, labels.LOCATION) and (None in (person.gender, gender) or person.gender == gender)

    def _body(self, token: Token) -> Mention | None:
        """ "It": the organisation or place that was the last subject."""
        if token.head.pos_ not in ("VERB", "AUX", "NOUN") or token.head.lemma_.casefold().startswith(_IMPERSONAL):
            return None
        return self._best(token, lambda name: self.known[name].label == labels.ORGANISATION, 1)

    def _described(self, token: Token) -> Mention | None:
        """ "The minister": whom the article called one; "the company": the nearest organisation, if it is called nothing else."""
        noun = token.lemma_.casefold()
        if noun not in self._called and noun not in _BODIES and token.i not in self._aged:
            return None
        if not _is_definite(token) or any(
            child.dep_ in labels.NOUN_MODIFIER | labels.NOUN_CLAUSE | labels.POSSESSIVE and child.i > token.i for child in token.children
        ):
            return None
        named = {name for name in self._called.get(noun, ()) if name in self._last}
        if named:
            return self._last[min(named)] if len(named) == 1 else self._best(token, named.__contains__, _REACH)
        if noun in _BODIES:
            return self._only(token)
        if noun not in _ANYBODY and _tells_age(token):
            return self._protagonist(token, of_words(noun))
        return None

    def _only(self, token: Token) -> Mention | None:
        """The one organisation of the last sentences; two make a guess of it."""
        found: dict[str, Mention] = {}
        for mention, head in reversed(self._seen):
            if self.sentence[token.i] - self.sentence[head.i] > _FAR or len(found) > 1:
                break
            if self.known[mention.canonical].label == labels.ORGANISATION:
                found.setdefault(mention.canonical, mention)
        return next(iter(found.values())) if len(found) == 1 else None

    def _protagonist(self, token: Token, gender: Gender | None) -> Mention | None:
        """Of the people named in the last sentences, not in the same one, the one whom the article names most often; two make a guess of it."""
        last: dict[str, Mention] = {}
        for mention, head in reversed(self._seen):
            distance = self.sentence[token.i] - self.sentence[head.i]
            if distance > _REACH:
                break
            if distance and self._is_person(mention.canonical, gender):
                last.setdefault(mention.canonical, mention)
        ranked = sorted(last, key=lambda name: -self._named[name])
        if not ranked or (len(ranked) > 1 and self._named[ranked[0]] == self._named[ranked[1]]):
            return None
        return last[ranked[0]]

    def _best(self, token: Token, fits: Callable[[str], bool], reach: int) -> Mention | None:
        here = self.sentence[token.i]
        weights: dict[str, float] = {}
        last: dict[str, Mention] = {}
        for mention, head in reversed(self._seen):
            distance = here - self.sentence[head.i]
            if distance > reach:
                break
            if not fits(mention.canonical) or _bound(token, head):
                continue
            weight = self._weight(token, head, distance)
            last.setdefault(mention.canonical, mention)
            weights[mention.canonical] = max(weight, weights.get(mention.canonical, weight))
        ranked = sorted(weights.items(), key=lambda item: -item[1])
        if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < 0.5):
            return None
        return last[ranked[0][0]]

    def _weight(self, token: Token, head: Token, distance: int) -> float:
        governor = _clause_role(head)
        weight = -_STEP * distance
        if governor.dep_ in labels.SUBJECT:
            weight += _SUBJECT_WEIGHT + (_ROOT_WEIGHT if governor.head.dep_ in (labels.ROOT, *labels.PARATAXIS) else 0.0)
        elif head.dep_ in labels.POSSESSIVE | labels.COMPOUND:
            weight -= 1.0
        if self.quoted[head.i] and not self.quoted[token.i]:
            weight += _QUOTED_WEIGHT
        return weight


def head_of(doc: Doc, mention: Mention) -> Token:
    """The word of a name that the others hang from."""
    return doc[mention.start : mention.end].root


def _clause_role(head: Token) -> Token:
    """The noun that plays the part in the clause: of "the mayor, Elena Marsh, said" the mayor."""
    at = head
    for _ in range(4):
        if at.dep_ not in labels.APPOSITION | labels.FLAT | labels.CONJUNCT or at.head.pos_ not in ("NOUN", "PROPN"):
            return at
        at = at.head
    return at


def _bound(pronoun: Token, head: Token) -> bool:
    """Whether the two are arguments of one verb: "Marsh thanked him" is not of Marsh; "his" may be."""
    if pronoun.dep_ in labels.POSSESSIVE or pronoun.lower_.endswith("self"):
        return False
    role = _clause_role(head)
    return role.head is pronoun.head or head.is_ancestor(pronoun)


def _is_definite(token: Token) -> bool:
    return any(child.dep_ in labels.DETERMINER and child.lower_ in ("the", "this", "that") for child in token.children)


def _behind_old(doc: Doc) -> frozenset[int]:
    """The tokens shortly behind an "old"."""
    found = np.flatnonzero(doc.to_array("LOWER") == doc.vocab.strings["old"]).tolist()
    return frozenset(i + step for i in found for step in range(1, _FROM_OLD + 1))


def _tells_age(token: Token) -> bool:
    """ "The 28-year-old Norvane native": somebody of that age."""
    return any(child.lower_ == "old" or child.lower_.endswith("-old") for child in token.children if child.dep_ in labels.ADJECTIVE)


def _descriptions(doc: Doc, mention: Mention, head: Token) -> Iterator[str]:
    """The nouns a name is introduced by: "Mayor Elena Marsh", "the poet Ana Ruiz", "Norvane, a shipping company", "Marsh is a judge"."""
    for token in doc[max(0, mention.start - 3) : mention.end]:
        if token.lower_.rstrip(".") in TITLES and not token.is_space:
            yield token.lemma_.casefold()
    if mention.start and doc[mention.start - 1].pos_ == "NOUN" and doc[mention.start - 1].head.i in (head.i, head.head.i):
        yield doc[mention.start - 1].lemma_.casefold()
    beside = [child for child in head.children if child.dep_ in labels.APPOSITION and child.pos_ == "NOUN"]
    if head.dep_ in labels.APPOSITION | labels.FLAT and head.head.pos_ == "NOUN":
        beside.append(head.head)
    if head.dep_ in labels.SUBJECT and head.head.pos_ == "NOUN" and any(child.dep_ in labels.COPULA for child in head.head.children):
        beside.append(head.head)
    for noun in beside:
        yield noun.lemma_.casefold()
        yield from (child.lemma_.casefold() for child in noun.children if child.dep_ in labels.CONJUNCT and child.pos_ == "NOUN")


def _sentence_numbers(doc: Doc) -> list[int]:
    numbers = [0] * len(doc)
    for number, sentence in enumerate(doc.sents):
        for i in range(sentence.start, sentence.end):
            numbers[i] = number
    return numbers


def _inside_marks(doc: Doc) -> list[bool]:
    """For each token whether an odd number of double marks precedes it in its paragraph."""
    inside, found = False, []
    for token in doc:
        if token.is_space and "\n" in token.text:
            inside = False
        elif token.text in ("“", "”", '"', "``", "''"):
            inside = token.text in ("“", "``") or (token.text == '"' and not inside)
        found.append(inside)
    return found
