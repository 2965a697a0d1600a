"""Hedges before a noun or a verb, and what they stand over: "suspected second-in-command", "reportedly sold"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimdiff.model import Extent
from claimdiff.values.wording import Word, stem, words

OVER_NOUNS = frozenset("suspected alleged presumed purported so-called supposed rumored rumoured reputed accused would-be apparent".split())
"""Adjectives by which a writer leaves open whether somebody is what he is called."""

OVER_VERBS = frozenset("reportedly allegedly apparently supposedly purportedly presumably ostensibly".split())
"""Adverbs by which he leaves open whether it happened."""

_OTHER_HEDGES = frozenset(
    """suspect suspects suspicion allegation allegations believed thought said reported accused charged claims claimed claim may might could possibly
    probably perhaps likely appears appeared seems seemed unconfirmed purports if whether according""".split(),
)
"""Words that hedge in another way: a sentence with one of them has dropped nothing."""

_STRONG = frozenset(word.replace("-", "") for word in OVER_NOUNS | OVER_VERBS)
_FORMS = {"said": "say", "says": "say", "saying": "say", "claims": "claim", "claimed": "claim", "reported": "report", "reports": "report"}
_ALL = _STRONG | frozenset(_FORMS.get(word, word) for word in _OTHER_HEDGES)

_ARTICLES = frozenset("a an the his her its their".split())
_WIDEST = 3


@dataclass(frozen=True, slots=True)
class Hedged:
    """A hedge and the words it stands over.

    Attributes:
        hedge: the hedging word.
        extent: hedge and thing in the document.
        thing: the words of the thing, by which it is found elsewhere.
    """

    hedge: str
    extent: Extent
    thing: tuple[str, ...]


def hedged(sentence: str, at: int) -> list[Hedged]:
    """The hedged things of a sentence that begins at offset ``at``."""
    found = words(sentence, at)
    plain = {word.start: sentence[word.start - at : word.end - at].casefold() for word in found}
    result = []
    for i, word in enumerate(found[:-1]):
        hedge = plain[word.start]
        if hedge in OVER_NOUNS or hedge in OVER_VERBS:
            thing = _thing(word, found[i + 1 :], sentence, at)
            if thing:
                result.append(Hedged(hedge, Extent(word.start, thing[-1].end), tuple(stem(part.key) for part in thing)))
    return result


def _thing(hedge: Word, after: list[Word], sentence: str, at: int) -> list[Word]:
    """The word behind a hedge; a short word without weight is taken with the next."""
    taken = [after[0]]
    while len(taken[-1].key) < 4 and len(taken) < min(_WIDEST, len(after)):
        taken.append(after[len(taken)])
    gap = sentence[hedge.end - at : taken[-1].end - at]
    return [] if re.search(r"[.,;:“”\"]", gap) or taken[0].key in _ARTICLES else taken


def phrase_in(thing: Hedged, sentence: str, at: int) -> Extent | None:
    """Where a sentence has the words of the thing, in any form, next to each other; None if nowhere."""
    found = words(sentence, at)
    keys = [stem(word.key) for word in found]
    size = len(thing.thing)
    for i in range(len(keys) - size + 1):
        if tuple(keys[i : i + size]) == thing.thing:
            return Extent(found[i].start, found[i + size - 1].end)
    return None


_PHRASES = re.compile(
    r"\b(suspected|alleged|presumed|purported|so-called|supposed|rumou?red|reputed|would-be|apparent|reportedly|allegedly|apparently|supposedly"
    r"|purportedly|presumably|ostensibly|likely|probably|possibly|perhaps|accused of|suspicion of|believed to|thought to|said to|reported to"
    r"|alleged to|feared|unconfirmed)\b",
    re.IGNORECASE,
)


def hedges_in(text: str) -> tuple[str, ...]:
    """The hedging words and phrases of a text, each once, in order."""
    return tuple(dict.fromkeys(" ".join(found.casefold().split()) for found in _PHRASES.findall(text)))


def further_hedges(sentence: str, hedged_one: str) -> frozenset[str]:
    """The hedges of a sentence that the hedged one has not: another way to leave open what was left open there."""
    return _hedges(sentence) - _open_words(hedged_one) | (_hedges(sentence) & _STRONG)


def _hedges(sentence: str) -> frozenset[str]:
    return frozenset(_FORMS.get(word.key, word.key) for word in words(sentence)) & _ALL


def _open_words(sentence: str) -> frozenset[str]:
    return _hedges(sentence) - _STRONG
