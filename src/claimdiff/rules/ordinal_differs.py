"""Articles put one thing in two places of an order.

What it flags: the same noun with two ordinals, where each article has it with one alone, and the words around them are shared:
"the fifth raid of the week" in one article, "the third raid of the week" in the other. Rounds, innings, counts, suspects, days and the like,
of which a story tells one after the other, are left alone, and so is a higher place in a later article.

Why it matters: which floor, which term, which offence: an ordinal is a number, and is mistyped like one.

Example: "an office on the second floor" in one article, "the sixth-floor office" in the other.

Known false alarms: two things of one kind that each article has one of, told in the same words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from operator import itemgetter

from claimdiff.alignment.lexicon import concept
from claimdiff.model import Article, Finding, Location, Ordinal
from claimdiff.rules._finding import names
from claimdiff.rules._published import dates_unknown, is_before
from claimdiff.rules._statements import finding_at
from claimdiff.values.identity import may_be_one

RULE = "ordinal-differs"

ENOUGH = 5
"""Content words that the two sentences must share, the noun among them; set by hand, with the confidences, on the development pairs."""

_LEAST, _EACH, _MOST = 0.6, 0.05, 0.9
"""Confidence where they share just enough, for each word more, and at most."""

_ASKED = 3
"""Articles that speak for all that have one number of one noun: comparing with every one would cost the square of the articles."""

_Told = tuple[int, Ordinal]
"""An ordinal and the number of its article."""


def across(articles: tuple[Article, ...]) -> Iterator[Finding]:
    """An error for every noun that articles put in two places."""
    for _, told in sorted(_settled(articles).items()):
        for one, other in combinations(sorted(told), 2):
            pairs = [(a, b) for a in told[one][:_ASKED] for b in told[other][:_ASKED] if not _may_have_grown(articles, a, b)]
            if not pairs:
                continue
            a, b = max(pairs, key=lambda pair: _shared(pair[0][1], pair[1][1]))
            shared = _shared(a[1], b[1])
            if shared >= ENOUGH:
                yield _finding(articles, sorted((a, b), key=itemgetter(0)), min(_MOST, _LEAST + _EACH * (shared - ENOUGH)))


def _settled(articles: Sequence[Article]) -> dict[str, dict[int, list[_Told]]]:
    """By noun and number, the ordinals of every article that has the noun with no other number."""
    found: dict[str, dict[int, list[_Told]]] = defaultdict(lambda: defaultdict(list))
    for place, article in enumerate(articles):
        by_noun: dict[str, list[Ordinal]] = defaultdict(list)
        for one in article.ordinals:
            by_noun[concept(one.noun)].append(one)
        for noun, told in by_noun.items():
            if len({one.number for one in told}) == 1:
                found[noun][told[0].number] += [(place, one) for one in told]
    return found


def _may_have_grown(articles: Sequence[Article], one: _Told, other: _Told) -> bool:
    """Whether the article that appeared later has the higher place: since then there was another raid."""
    (a, x), (b, y) = ((articles[place].document, found.number) for place, found in (one, other))
    return bool((is_before(a, b) and x < y) or (is_before(b, a) and y < x))


def _shared(one: Ordinal, other: Ordinal) -> int:
    """How many words the sentences share; 0 if none of them stands near both ordinals, or if they name others."""
    if one.names and other.names and not any(may_be_one(a, b) for a in one.names for b in other.names):
        return 0
    near, lemmas = ({*map(concept, a)} & {*map(concept, b)} for a, b in ((one.near, other.near), (one.lemmas, other.lemmas)))
    return len(lemmas) if near else 0


def _finding(articles: Sequence[Article], found: Sequence[_Told], sure: float) -> Finding:
    documents = [articles[number].document for number, _ in found]
    called = names(article.document for article in articles)
    said = ", ".join(f"{called[document.path]} has “{_words(document.text, one)}”" for document, (_, one) in zip(documents, found, strict=True))
    unless = ", though a publication date is unknown" if dates_unknown(*documents) else ""
    places = [Location(document, one.extent, one.sentence, f"number {one.number}") for document, (_, one) in zip(documents, found, strict=True)]
    return finding_at(RULE, "numeric", "error", sure, f"{said}: they cannot both be right{unless}.", places)


def _words(text: str, found: Ordinal) -> str:
    return " ".join(found.extent.of(text).split())
