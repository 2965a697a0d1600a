"""The quotations of articles held against each other by their words alone, whoever is found to speak them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from claimdiff.model import Article, Claim, Document, Extent, Location
from claimdiff.rules._finding import place
from claimdiff.rules._quoted_words import harmless, is_read_otherwise, spelt_out
from claimdiff.rules._statements import LONGEST, Told, named_apart, same_speaker, told_in
from claimdiff.values.identity import may_be_one
from claimdiff.values.quotes import find_quotes
from claimdiff.values.wording import Change, Word, changes, stems, words

ENOUGH = 5
"""Words two quotations must share; fewer are shared by chance."""

_SAME, _SAME_OF_FEW = 0.7, 0.8
"""Share of common words, where two quotations overlap, from which they are one, if these are plenty or few; below it two things were said."""

_HALF = 0.5
"""Share of the shorter quotation that must be common."""

_PLENTY = 10
"""Common words that are enough of any quotation, however long, and hardly shared by chance."""

_TELLING = 3
"""Words of some meaning that two quotations must share where it is not known that one person speaks both."""

_ALL = 7
"""Words of a quotation that, all found in another in whatever order, tell as much."""

_CAPITALS = 0.8
"""Share of a quotation's telling words with a capital from which it is the title of a work."""

_RUN = 3
"""Words in a row that two quotations must share to be looked at."""

_MOST = 10
"""Wordings a quotation is held against: those that share the most and the rarest rows of words."""

_CROWDED = 80
"""A row of words in more wordings than this tells too little to be followed."""

_MARK = "…"
"""Stands among the words where the writer left something out, put in his own, or the cue splits the quotation."""

_MARKED = re.compile(r"\.\.\.+|…|\. \. \.|[\[(][^\[\]()\n]{0,80}[\])]")
_ENDED = re.compile(r"[.!?]['’]?\s+\S")


@dataclass(frozen=True)
class Quotation:
    """What stands between quotation marks, in parts if its cue splits it, and the statement that it belongs to if its speaker was found."""

    document: Document
    extents: tuple[Extent, ...]
    told: Told | None = None

    @cached_property
    def words(self) -> list[Word]:
        """The words, contractions spelt out, with a mark wherever the writer or his cue cut in."""
        found: list[Word] = []
        for extent in self.extents:
            if found:
                found.append(Word(_MARK, extent.start, extent.start))
            found += _marked(self.document.text, extent)
        return found

    @cached_property
    def spoken(self) -> tuple[str, ...]:
        """The words as they are compared, without marks."""
        return tuple(word.key for word in self.words if word.key != _MARK)

    @cached_property
    def stems(self) -> frozenset[str]:
        """What it speaks of."""
        return stems(" ".join(self.spoken))

    @cached_property
    def telling(self) -> frozenset[str]:
        """The same without names: everybody speaks of the President of Norland."""
        text = self.document.text
        return stems(" ".join(word.key for word in self.words if word.key != _MARK and not text[word.start].isupper()))

    @property
    def who(self) -> str:
        """The speaker in a message."""
        return self.told.who if self.told else "somebody"

    def is_title(self) -> bool:
        """Whether it is a title of a work rather than speech, by its capitals."""
        told = [self.document.text[word.start : word.end] for word in self.words if word.key != _MARK and stems(word.key)]
        return sum(word[0].isupper() and not word.isupper() for word in told) >= _CAPITALS * len(told) > 0

    def is_fragment(self) -> bool:
        """Whether it begins amid a sentence of the writer, whose grammar its first words follow."""
        return self.document.text[self.words[0].start].islower()

    def is_one_sentence(self) -> bool:
        """Whether no sentence ends within it."""
        return len(self.extents) == 1 and not _ENDED.search(self.document.text, self.extents[0].start, self.extents[0].end)

    def at(self, extent: Extent, value: str) -> Location:
        """A location within it."""
        extent = Extent(extent.start, min(extent.end, extent.start + LONGEST))
        return self.told.at([extent], value) if self.told else place(self.document, extent, value)


@dataclass(frozen=True)
class Pair:
    """Two quotations of different articles in much the same words: how alike they are where they overlap, how much that is, and where they part."""

    one: Quotation
    other: Quotation
    ratio: float
    shared: int
    parted: tuple[Change, ...]


def pairs(articles: Sequence[Article]) -> list[Pair]:
    """Every two quotations of different articles that are one, whether worded the same or not, in the order of the articles."""
    index = _Index()
    found: list[Pair] = []
    for article in articles:
        told = [quotation for quotation in quotations(article) if len(quotation.spoken) >= ENOUGH and not quotation.is_title()]
        for quotation in told:
            found += [pair for known in index.near(quotation) if (pair := _paired(known, quotation)) is not None]
        for quotation in told:
            index.add(quotation)
    return found


def quotations(article: Article) -> Iterator[Quotation]:
    """The quotations of an article in text order, the parts of one that its cue splits together."""
    document = article.document
    marked = [quote for quote in find_quotes(document.text) if not any(quote.overlaps(other) for other in document.furniture)]
    owners = _owners(marked, article.claims)
    for owner, own in groupby(range(len(marked)), key=lambda i: owners.get(i, i)):
        extents = [marked[i] for i in own]
        if not isinstance(owner, Told):
            yield Quotation(document, tuple(extents))
        elif owner.value.quote == "direct":
            yield Quotation(document, tuple(extents), owner)
        else:  # of quoted words within reported speech each stands alone
            yield from (Quotation(document, (extent,), owner) for extent in extents)


def _owners(marked: Sequence[Extent], claims: Sequence[Claim]) -> dict[int, Told]:
    """By the number of a quotation the narrowest statement that has most of it and whose cue stands outside it."""
    owners: dict[int, tuple[int, Told]] = {}
    ends = [quote.end for quote in marked]
    for told in told_in(claims):
        size = sum(part.end - part.start for part in told.value.content)
        for part in told.value.content:
            at = bisect_left(ends, part.start + 1)
            while at < len(marked) and marked[at].start < part.end:
                if _has(part, marked[at]) and not any(map(marked[at].covers, told.value.cue)):
                    owners[at] = min(owners.get(at, (size, told)), (size, told), key=lambda owner: owner[0])
                at += 1
    return {at: told for at, (_, told) in owners.items()}


def _has(part: Extent, quote: Extent) -> bool:
    """Whether most of a quotation lies in a part of a statement's content."""
    return 2 * (min(part.end, quote.end) - max(part.start, quote.start)) >= quote.end - quote.start


def _marked(text: str, extent: Extent) -> Iterator[Word]:
    at = extent.start
    for cut in _MARKED.finditer(text, extent.start, extent.end):
        yield from spelt_out(words(text[at : cut.start()], at))
        yield Word(_MARK, cut.start(), cut.end())
        at = cut.end()
    yield from spelt_out(words(text[at : extent.end], at))


def _paired(one: Quotation, other: Quotation) -> Pair | None:
    """The two as one quotation; None where two things were said, or too little to tell."""
    ratio, shared, found = changes(one.words, other.words)
    common = (Counter(one.spoken) & Counter(other.spoken)).total()
    least = min(len(one.spoken), len(other.spoken))
    pair = None
    if (
        ratio >= (_SAME if shared >= _PLENTY else _SAME_OF_FEW)
        and shared >= max(ENOUGH, min(_PLENTY, _HALF * least))
        and _is_telling(one, other, shared, common == least)
    ):
        pair = Pair(one, other, ratio, shared, tuple(change for change in found if not _is_none(change, one, other)))
    if common - shared >= _RUN and (pair is None or not pair.parted) and _is_reordered(one, other):
        whole = Change(tuple(one.words), tuple(other.words))
        return Pair(one, other, 2 * common / (len(one.spoken) + len(other.spoken)), common, (whole,))
    return pair


def _is_telling(one: Quotation, other: Quotation, shared: int, wholly: bool) -> bool:
    """Whether the shared words could hardly be those of two things said."""
    telling = len(one.telling & other.telling)
    if of_one_speaker(one, other) or telling >= _TELLING or (telling and shared >= _PLENTY):
        return True
    return wholly and min(len(one.spoken), len(other.spoken)) >= _ALL


def _is_reordered(one: Quotation, other: Quotation) -> bool:
    """Whether it is one sentence of one speaker, with the same telling words in another order."""
    if not of_one_speaker(one, other) or len(one.stems) < _TELLING or one.stems != other.stems:
        return False
    return one.is_one_sentence() and other.is_one_sentence()


def of_one_speaker(one: Quotation, other: Quotation) -> bool:
    """Whether both are told of one speaker."""
    return one.told is not None and other.told is not None and same_speaker(one.told, other.told)


def of_two_speakers(one: Quotation, other: Quotation) -> bool:
    """Whether both speakers are named and cannot be one."""
    return one.told is not None and other.told is not None and named_apart(one.told, other.told)


def _is_none(change: Change, one: Quotation, other: Quotation) -> bool:
    """Whether a change is none of the speaker's words: of spelling, of a name (which name-differs tells), or the writer's."""
    texts = (one.document.text, other.document.text)
    return harmless(change) or is_read_otherwise(change, *texts) or _is_one_name(change, *texts) or _is_fitted(change, one, other)


def _is_one_name(change: Change, one: str, other: str) -> bool:
    """Whether both sides are a name, which may be one in two spellings."""
    sides = [[text[word.start : word.end] for word in part] for part, text in ((change.one, one), (change.other, other))]
    named = all(words and all(word[:1].isupper() for word in words) for words in sides)
    return named and may_be_one(*(" ".join(words) for words in sides))


def _is_fitted(change: Change, one: Quotation, other: Quotation) -> bool:
    """Whether an article shows that the words there are not the speaker's or that some were left out, or fits the first words to its sentence."""
    sides = ((one, change.one, change.at[0]), (other, change.other, change.at[1]))
    return any(_is_cut(told.words[max(0, at - 1) : at + len(part) + 1]) or (at == 0 and told.is_fragment()) for told, part, at in sides)


def _is_cut(part: Sequence[Word]) -> bool:
    return any(word.key == _MARK for word in part)


class _Index:
    """Finds quotations that share a row of words; of one wording it keeps all places, but names only the first and the last two."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, ...], list[Quotation]] = {}
        self._wordings: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)

    def add(self, quotation: Quotation) -> None:
        """Make a quotation known."""
        wording = quotation.spoken
        if wording not in self._places:
            for row in _rows(wording):
                self._wordings[row].append(wording)
        self._places.setdefault(wording, []).append(quotation)

    def near(self, quotation: Quotation) -> Iterator[Quotation]:
        """Those that share the most and the rarest rows of words."""
        votes: Counter[tuple[str, ...]] = Counter()
        for row in _rows(quotation.spoken):
            known = self._wordings.get(row, ())
            for wording in known if len(known) <= _CROWDED else ():
                votes[wording] += 1 / len(known)  # type: ignore[assignment]  # a Counter adds floats as well
        for wording, _ in sorted(votes.items(), key=lambda item: (-item[1], item[0]))[:_MOST]:
            places = self._places[wording]
            yield from places if len(places) <= 3 else (places[0], *places[-2:])


def _rows(wording: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Every row of words, once."""
    return iter(dict.fromkeys(tuple(wording[i : i + _RUN]) for i in range(len(wording) - _RUN + 1)))
