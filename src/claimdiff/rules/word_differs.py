"""Two articles say of one thing words that exclude each other.

What it flags: "a rise in sales" in one article and "a fall in sales" in the other, "blue paint" and "green paint", "a man was hurt" and "a
woman was hurt", "murder" and "manslaughter", where neither article has a word of the other's side, and the words around them are shared.
What may happen, does not or is quoted is left alone, and so is whoever says something.

Why it matters: which way a figure went, who was hurt, what somebody was charged with: the wrong word is a wrong fact, and no figure betrays it.

Example: "a decline in vaccine sales" in one article, "an increase in vaccine sales" in the other.

Known false alarms: the sales of a year and of a quarter, two men and two women of whom each article tells one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from claimdiff.alignment.lexicon import Side
from claimdiff.model import Article, Finding, Location, Quantity, When
from claimdiff.rules._finding import names
from claimdiff.rules._statements import finding_at
from claimdiff.rules._uses import Told, Use, told
from claimdiff.values.identity import may_be_one
from claimdiff.values.relations import Relation, relate
from claimdiff.values.timelines import DateRelation, relate_dates

RULE = "word-differs"

_ENOUGH = 2
"""Stems that the two sentences must share."""

_LEAST, _EACH, _MOST = 0.7, 0.05, 0.9
"""Confidence where they share just enough, for each stem more, and at most; set by hand."""

_ASKED = 3
"""Articles of each side that are looked at: comparing with every one would cost the square of the articles."""


def across(articles: tuple[Article, ...]) -> Iterator[Finding]:
    """A warning for every two words that exclude each other, with all articles that have one of them."""
    all_told = [told(number, article) for number, article in enumerate(articles)]
    sides = sorted({side for each in all_told for side in each.uses})
    for one, other in combinations(sides, 2):
        if one[0] != other[0]:
            continue
        found = _against(*([each.uses[a] for each in _settled(all_told, a, b)] for a, b in ((one, other), (other, one))))
        if found:
            yield _finding(articles, found)


def _settled(all_told: Sequence[Told], on: Side, against: Side) -> Sequence[Told]:
    """The first articles that have a word of one side and none of the other."""
    return [each for each in all_told if on in each.uses and against not in each.held][:_ASKED]


def _against(ones: Sequence[Sequence[Use]], others: Sequence[Sequence[Use]]) -> tuple[int, list[Use]] | None:
    """How many stems the two most alike uses of two sides share, with the uses of each article that are alike enough; None if none are."""
    pairs = [(len(a.stems & b.stems), a, b) for one in ones for other in others for a in one for b in other if a.near & b.near]
    pairs = [pair for pair in pairs if pair[0] >= _ENOUGH and not _of_others(pair[1], pair[2])]
    if not pairs:
        return None
    chosen: dict[int, Use] = {}
    for _, a, b in sorted(pairs, key=lambda pair: (-pair[0], pair[1].extent, pair[2].extent)):
        chosen.setdefault(a.article, a)
        chosen.setdefault(b.article, b)
    return max(shared for shared, _, _ in pairs), [chosen[number] for number in sorted(chosen)]


def _of_others(one: Use, other: Use) -> bool:
    """Whether the sentences tell of other things, persons, places or measures, of other times or with other figures."""
    if one.of - other.of and other.of - one.of:
        return True
    a, b = one.sentence, other.sentence
    if _has_more(a.names, b.names) and _has_more(b.names, a.names):
        return True
    if a.measures and b.measures and not a.measures & b.measures:
        return True
    return _apart([claim.value for claim in a.claims], [claim.value for claim in b.claims])


def _has_more(ones: Iterable[str], others: Iterable[str]) -> bool:
    """Whether one of the names is none of the others."""
    return any(not any(may_be_one(name, other) for other in others) for name in ones)


def _apart(ones: Sequence[object], others: Sequence[object]) -> bool:
    """Whether both have dates, or both have figures, and none agree."""
    dates = [relate_dates(a, b).relation for a in ones for b in others if isinstance(a, When) and isinstance(b, When)]
    figures = [relate(a, b) for a in ones for b in others if isinstance(a, Quantity) and isinstance(b, Quantity)]
    dated = [relation for relation in dates if relation is not DateRelation.UNRELATED]
    compared = [relation for relation in figures if relation is not Relation.UNRELATED]
    return (bool(dated) and all(relation is DateRelation.APART for relation in dated)) or (
        bool(compared) and all(relation in (Relation.APART, Relation.BOUNDS) for relation in compared)
    )


def _finding(articles: Sequence[Article], found: tuple[int, list[Use]]) -> Finding:
    shared, uses = found
    called = names(article.document for article in articles)
    said = ", ".join(f"{called[use.document.path]} has “{use.extent.of(use.document.text)}”" for use in uses)
    sure = min(_MOST, _LEAST + _EACH * (shared - _ENOUGH))
    places = [Location(use.document, use.extent, use.sentence.extent, use.extent.of(use.document.text).casefold()) for use in uses]
    return finding_at(
        RULE, "polarity", "warning", sure, f"{said}: if they tell of one thing, they cannot {'both' if len(uses) == 2 else 'all'} be right.", places
    )
