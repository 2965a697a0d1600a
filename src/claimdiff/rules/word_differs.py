"""Two articles say of one thing words that exclude each other.

What it flags: "a rise in sales" in one article and "a fall in sales" in the other, "blue paint" and "green paint", "a man was hurt" and "a
woman was hurt", "murder" and "manslaughter", where neither article has a word of the other's side, and the words around them are shared.
What may happen, does not or is quoted is left alone.

Why it matters: which way a figure went, who was hurt, what somebody was charged with: the wrong word is a wrong fact, and no figure betrays it.

Example: "a decline in vaccine sales" in one article, "an increase in vaccine sales" in the other.

Known false alarms: the sales of a year and of a quarter, two men and two women of whom each article tells one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from claimdiff.alignment.lexicon import Side, contrasts, measured
from claimdiff.model import Article, Claim, Document, Extent, Finding, Location, Quantity, Statement, When
from claimdiff.rules._finding import names
from claimdiff.rules._statements import finding_at
from claimdiff.values.identity import may_be_one
from claimdiff.values.relations import Relation, relate
from claimdiff.values.timelines import DateRelation, relate_dates
from claimdiff.values.wording import NEGATIONS, Word, stems, words

RULE = "word-differs"

_REACH = 3
"""Words on either side of a word, one of which must stand beside the other as well: "sales", of "a rise in sales"."""

_ENOUGH = 2
"""Stems that the two sentences must share."""

_LEAST, _EACH, _MOST = 0.7, 0.05, 0.9
"""Confidence where they share just enough, for each stem more, and at most; set by hand."""

_ASKED = 3
"""Articles of each side that are looked at: comparing with every one would cost the square of the articles."""

_UNREAL = NEGATIONS | frozenset(
    """if whether would could may might can should will expect expects expected forecast likely hope hopes fear fears plan plans planned aim aims want
    wants""".split(),
)
"""Words shortly before another that say that it is not so, or not yet."""

_ENDS = frozenset(".!?\n\r")


@dataclass(frozen=True)
class _Use:
    """A word where it stands.

    Attributes:
        article, told: its article's number, and the article.
        near: the stems beside it.
        stems: those of its sentence.
    """

    article: int
    told: Article
    extent: Extent
    sentence: Extent
    near: frozenset[str]
    stems: frozenset[str]

    @property
    def document(self) -> Document:
        """The article's text."""
        return self.told.document

    @cached_property
    def claims(self) -> list[Claim]:
        """The numbers and dates of its sentence."""
        return [claim for claim in self.told.claims if claim.kind != "attribution" and self.sentence.covers(claim.extent)]

    @cached_property
    def names(self) -> list[str]:
        """The names in its sentence, from the second word on."""
        inside = self.sentence.of(self.document.text)
        return [name for extent in self.told.names if (name := extent.of(self.document.text)) in inside]

    @cached_property
    def measures(self) -> frozenset[str]:
        """What the figures of its sentence may be of."""
        return frozenset(
            filter(None, (measured(form) for word in words(self.sentence.of(self.document.text)) for form in (word.key, word.key.removesuffix("s"))))
        )


@dataclass(frozen=True)
class _Told:
    """The words of an article that may exclude another's, and the sides that it tells of at all."""

    uses: dict[Side, list[_Use]]
    held: frozenset[Side]


def across(articles: tuple[Article, ...]) -> Iterator[Finding]:
    """A warning for every two words that exclude each other, with all articles that have one of them."""
    told = [_told(number, article) for number, article in enumerate(articles)]
    sides = sorted({side for each in told for side in each.uses})
    for one, other in combinations(sides, 2):
        if one[0] != other[0]:
            continue
        found = _against([each.uses[one] for each in _settled(told, one, other)], [each.uses[other] for each in _settled(told, other, one)])
        if found:
            yield _finding(articles, found)


def _settled(told: Sequence[_Told], on: Side, against: Side) -> Sequence[_Told]:
    """The first articles that have a word of one side and none of the other."""
    return [each for each in told if on in each.uses and against not in each.held][:_ASKED]


def _against(ones: Sequence[Sequence[_Use]], others: Sequence[Sequence[_Use]]) -> tuple[int, list[_Use]] | None:
    """How many stems the two most alike uses of two sides share, with the uses of each article that are alike enough; None if none are."""
    pairs = [(len(a.stems & b.stems), a, b) for one in ones for other in others for a in one for b in other if a.near & b.near]
    pairs = [pair for pair in pairs if pair[0] >= _ENOUGH and not _of_others(pair[1], pair[2])]
    if not pairs:
        return None
    chosen: dict[int, _Use] = {}
    for _, a, b in sorted(pairs, key=lambda pair: (-pair[0], pair[1].extent, pair[2].extent)):
        chosen.setdefault(a.article, a)
        chosen.setdefault(b.article, b)
    return max(shared for shared, _, _ in pairs), [chosen[number] for number in sorted(chosen)]


def _of_others(one: _Use, other: _Use) -> bool:
    """Whether the sentences tell of other persons, places or measures, of other times or with other figures."""
    if one.names and other.names and not any(may_be_one(a, b) for a in one.names for b in other.names):
        return True
    if one.measures and other.measures and not one.measures & other.measures:
        return True
    return _apart([claim.value for claim in one.claims], [claim.value for claim in other.claims])


def _apart(ones: Sequence[object], others: Sequence[object]) -> bool:
    """Whether both have dates, or both have figures, and none agree."""
    dates = [relate_dates(a, b).relation for a in ones for b in others if isinstance(a, When) and isinstance(b, When)]
    figures = [relate(a, b) for a in ones for b in others if isinstance(a, Quantity) and isinstance(b, Quantity)]
    told = [relation for relation in dates if relation is not DateRelation.UNRELATED]
    compared = [relation for relation in figures if relation is not Relation.UNRELATED]
    return (bool(told) and all(relation is DateRelation.APART for relation in told)) or (
        bool(compared) and all(relation in (Relation.APART, Relation.BOUNDS) for relation in compared)
    )


def _told(number: int, article: Article) -> _Told:
    document, found = article.document, words(article.document.text)
    table, quoted = contrasts(), [*_quoted(article), *article.document.furniture]
    uses: dict[Side, list[_Use]] = defaultdict(list)
    held: set[Side] = set()
    for at, word in enumerate(found):
        key = document.text[word.start : word.end].casefold()
        held |= table.held.get(key, frozenset())
        side = table.grounds.get(key)
        if side is not None and not any(extent.overlaps(Extent(word.start, word.end)) for extent in quoted):
            use = _use(number, article, found, at, behind=side[0] in table.epithets)
            if use is not None:
                uses[side].append(use)
    return _Told(uses, frozenset(held))


def _use(number: int, article: Article, found: Sequence[Word], at: int, *, behind: bool) -> _Use | None:
    """The word as it is compared, with what stands on both sides of it or ``behind`` it alone; None for a part of a name or what is not so."""
    document, word = article.document, found[at]
    sentence = _sentence(document.text, word)
    inside = [other for other in found[max(0, at - _REACH) : at + _REACH + 1] if sentence.start <= other.start < sentence.end]
    if word.start > sentence.start and document.text[word.start].isupper():
        return None
    if any(other.key in _UNREAL or other.key.endswith("n't") for other in inside if other.start < word.start):
        return None
    own = stems(document.text[word.start : word.end])
    near = stems(document.text[word.end if behind else inside[0].start : inside[-1].end]) - own
    return _Use(number, article, Extent(word.start, word.end), sentence, near, stems(sentence.of(document.text)) - own)


def _sentence(text: str, word: Word) -> Extent:
    """From one full stop, or end of a line, to the next."""
    start, end = word.start, word.end
    while start and text[start - 1] not in _ENDS:
        start -= 1
    while end < len(text) and text[end] not in _ENDS:
        end += 1
    while text[start].isspace():
        start += 1
    return Extent(start, end)


def _quoted(article: Article) -> Iterator[Extent]:
    for claim in article.claims:
        if isinstance(claim.value, Statement) and claim.value.quote != "indirect":
            yield from claim.value.content


def _finding(articles: Sequence[Article], found: tuple[int, list[_Use]]) -> Finding:
    shared, uses = found
    called = names(article.document for article in articles)
    said = ", ".join(f"{called[use.document.path]} has “{use.extent.of(use.document.text)}”" for use in uses)
    sure = min(_MOST, _LEAST + _EACH * (shared - _ENOUGH))
    places = [Location(use.document, use.extent, use.sentence, use.extent.of(use.document.text).casefold()) for use in uses]
    return finding_at(
        RULE, "polarity", "warning", sure, f"{said}: if they tell of one thing, they cannot {'both' if len(uses) == 2 else 'all'} be right.", places
    )
