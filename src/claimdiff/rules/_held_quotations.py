"""Which quotations the sources of a draft hold word for word, and where they have other words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from claimdiff.model import Article, Document, Extent, Statement
from claimdiff.rules._quoted_words import harmless, spelt_out
from claimdiff.values.quotes import find_quotes
from claimdiff.values.wording import Change, Word, words

LEAST = 4
"""Words of a quotation that is looked for; fewer are a nickname or a title in quotation marks."""

_ALIKE = 0.7
"""Share of a quotation's words that must stand together in a source for the rest to be a change of wording."""
_ENOUGH = 5
"""Words a quotation must share with a source to be the same one in other words; fewer are shared by chance."""
_REPLACED = 6
"""Words of a change that a message names; where more are others, something else was said."""
_SLACK = 3
"""Words that the source may have more than the quotation, at either side."""

_BROKEN = re.compile(r"\.\.\.|…|\[[^\[\]\n]{0,80}\]|\([^()\n]{0,80}\)")
"""Where the writer left words out or put in his own."""


@dataclass(frozen=True, slots=True)
class Altered:
    """Where a source has nearly the words of a quotation: the words that differ, in the draft and there."""

    mine: Extent
    document: Document
    theirs: Extent


class HeldQuotations:
    """The words of some articles, in order."""

    def __init__(self, sources: Sequence[Article]) -> None:
        # Once with the quoted words alone, for a quotation that its cue splits there may be whole here, and once with all.
        told = [(source.document, words) for source in sources for words in (_quoted(source.document), _words(source.document))]
        self._sources = [(document, words, SequenceMatcher(None, (), [word.key for word in words], autojunk=False)) for document, words in told]
        self._runs = [_run(words) for _, words in told]

    def hold(self, stretches: Sequence[Sequence[Word]]) -> bool:
        """Whether every stretch of a quotation stands in a source, but for fillers and spelling."""
        return all(map(self._has, stretches))

    def altered(self, stretches: Sequence[Sequence[Word]]) -> Altered | None:
        """Where a source has most words of the first stretch that none has wholly; None if none has."""
        stretch = next(stretch for stretch in stretches if not self._has(stretch))
        for document, window, found in self._likenesses(stretch):
            change = next(change for change in found if not harmless(change))
            enough = len(stretch) - sum(len(change.one) for change in found) >= _ENOUGH
            if enough and max(len(change.one), len(change.other)) <= _REPLACED:
                return Altered(_extent(change.one or stretch), document, _extent(change.other or window))
        return None

    def _has(self, stretch: Sequence[Word]) -> bool:
        run = _run(stretch)
        return any(run in other for other in self._runs) or any(all(map(harmless, found)) for _, _, found in self._likenesses(stretch))

    def _likenesses(self, stretch: Sequence[Word]) -> Iterator[tuple[Document, list[Word], list[Change]]]:
        """Where each source is worded most like the stretch, if most words are the same, and what differs."""
        keys = [word.key for word in stretch]
        for document, told, matcher in self._sources:
            # The matcher keeps what it learned of its second sequence, the source's words.
            matcher.set_seq1(keys)
            longest = matcher.find_longest_match()
            begin = longest.b - longest.a
            window = told[max(0, begin - _SLACK) : max(0, begin + len(keys) + _SLACK)]
            shared, found = _changes(stretch, window)
            if shared >= _ALIKE * len(keys):
                yield document, window, found


def quotations(draft: Article) -> Iterator[tuple[Extent, list[list[Word]]]]:
    """Every quotation of a draft that is long enough, with its words in stretches that nothing breaks, none shorter than a word."""
    text = draft.document.text
    told = [claim.value for claim in draft.claims if isinstance(claim.value, Statement) and claim.value.quote == "direct"]
    extents = {extent for value in told for extent in value.content}
    extents |= {marked for marked in find_quotes(text) if not any(map(marked.overlaps, extents))}
    for extent in sorted(extents):
        stretches = [spelt_out(stretch) for stretch in _stretches(text, extent) if stretch]
        if sum(map(len, stretches)) >= LEAST and not any(extent.overlaps(other) for other in draft.document.furniture):
            yield _extent([word for stretch in stretches for word in stretch]), stretches


def _words(document: Document) -> list[Word]:
    return spelt_out(words(document.text))


def _quoted(document: Document) -> list[Word]:
    return spelt_out([word for quote in find_quotes(document.text) for word in words(quote.of(document.text), quote.start)])


def _stretches(text: str, extent: Extent) -> Iterator[list[Word]]:
    cuts = [(extent.start, extent.start), *(found.span() for found in _BROKEN.finditer(text, extent.start, extent.end)), (extent.end, extent.end)]
    for (_, start), (end, _) in pairwise(cuts):
        yield words(text[start:end], start)


def _changes(one: Sequence[Word], other: Sequence[Word]) -> tuple[int, list[Change]]:
    """How many words two wordings share, and what of the first is not in the second, or otherwise; what the second says around it is left out."""
    matcher = SequenceMatcher(None, [word.key for word in one], [word.key for word in other], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return 0, []
    first, last = blocks[0], blocks[-1]
    ends = [(one[: first.a], other[max(0, first.b - first.a) : first.b]), (one[last.a + last.size :], other[last.b + last.size :])]
    found = [_end(tuple(mine), tuple(theirs[: len(mine)])) for mine, theirs in ends]
    found += [Change(tuple(one[a.a + a.size : b.a]), tuple(other[a.b + a.size : b.b])) for a, b in pairwise(blocks)]
    return sum(block.size for block in blocks), found


def _end(mine: tuple[Word, ...], theirs: tuple[Word, ...]) -> Change:
    """The words at an end and what the other has in their place; nothing if they are but fillers."""
    alone = Change(mine, ())
    return alone if harmless(alone) else Change(mine, theirs)


def _run(told: Sequence[Word]) -> str:
    return " ".join(["", *(word.key for word in told), ""])


def _extent(told: Sequence[Word]) -> Extent:
    return Extent(told[0].start, told[-1].end)
