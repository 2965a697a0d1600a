"""Where an article has words that exclude another's, and what each is said of, as its sentence tells."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from claimdiff.alignment.lexicon import Side, concept, contrasts, measured_in, persons
from claimdiff.model import Article, Claim, Document, Extent, Statement
from claimdiff.values.wording import NEGATIONS, Word, stem, stems, words

_REACH = 3
"""Words on either side of a word, one of which must stand beside the other as well: "sales", of "a rise in sales"."""

_MOST = 24
"""Uses of a side that are looked at in one article: comparing each with each would cost the square of a long one."""

_UNREAL = NEGATIONS | frozenset(
    """if whether would could may might can should will expect expects expected forecast likely hope hopes fear fears plan plans planned aim aims want
    wants""".split(),
)
"""Words shortly before another that say that it is not so, or not yet."""

_SOMEBODY = persons() | frozenset({"he", "she", "they", "i", "we", "who"})
"""Who, right before a word of a figure, does something else: a boy who fell, a climber who dropped a rope."""

_ELSE = frozenset("the his her its their my our up ill asleep apart short through out victim behind silent".split())
"""What, right behind a verb of a figure, makes another verb of it: "grew up", "fell ill", "dropped the charges"."""

_HELPING = frozenset("has have had was were is are also then later".split())
_FAR = 160
"""Characters before or behind a word in which what it is said of is looked for."""

_OF = frozenset({"in", "of"})
_ARTICLES = frozenset({"a", "an", "the", "its", "their", "this"})
_PAST = re.compile(r"\w+ed|rose|risen|fell|fallen|grew|grown|shrank|shrunk")
_STOCK = frozenset({"share", "shares", "stock", "stocks"})
_CLAUSE = re.compile(r"[,;:()]|\b(?:as|after|when|while|said|says)\b")

_STOP = re.compile(r"""[!?\n\r]|(?<!\b[A-Z])(?<!\b[A-Z][a-z])\.(?=[\s"'”’»)]|$)""")
"""The end of a sentence: no full stop within a figure, nor behind an initial or "Mr"."""


@dataclass(frozen=True)
class Sentence:
    """A sentence of an article, with what is read of it when first asked for."""

    told: Article
    extent: Extent

    @cached_property
    def text(self) -> str:
        """Its text."""
        return self.extent.of(self.told.document.text)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its words."""
        return stems(self.text)

    @cached_property
    def claims(self) -> list[Claim]:
        """Its numbers and dates."""
        return [claim for claim in self.told.claims if claim.kind != "attribution" and self.extent.covers(claim.extent)]

    @cached_property
    def names(self) -> frozenset[str]:
        """The names in it, as they are written or as its clauses and claims know them."""
        spelled = (extent.of(self.told.document.text) for extent in self.told.names)
        written = {name for name in spelled if name in self.text and re.search(rf"\b{re.escape(name)}\b", self.text)}
        clauses = (clause for clause in self.told.clauses if self.extent.covers(clause.extent))
        return frozenset(written.union(*(clause.names for clause in clauses), *(claim.topic.entities for claim in self.claims)))

    @cached_property
    def measures(self) -> frozenset[str]:
        """What its figures may be of; shares are none of what they are paid for."""
        keys = {word.key for word in words(self.text)}
        return measured_in(keys) | ({"stock"} if keys & _STOCK else set())


@dataclass(frozen=True)
class Use:
    """A word where it stands.

    Attributes:
        article: its article's number.
        near: the stems beside it, and of a word of figures what it is said of.
        of: the words, as concepts, that tell what it is said of; empty where it is said of people or deeds, who go by many words.
        stems: those of its sentence, without its own.
    """

    article: int
    extent: Extent
    sentence: Sentence
    near: frozenset[str]
    of: frozenset[str]
    stems: frozenset[str]

    @property
    def document(self) -> Document:
        """The article's text."""
        return self.sentence.told.document


@dataclass(frozen=True)
class Told:
    """The words of an article that may exclude another's, and the sides that it tells of at all."""

    uses: dict[Side, list[Use]]
    held: frozenset[Side]


def told(number: int, article: Article) -> Told:
    """The words of contrasts.txt in an article; those that it quotes, and whoever speaks, are no use of them."""
    text, table = article.document.text, contrasts()
    found, sentences = words(text), list(_sentences(article))
    starts = [sentence.extent.start for sentence in sentences]
    quoted, speaking = _Barred((*_quoted(article), *article.document.furniture)), _Barred(_speaking(article))
    uses: dict[Side, list[Use]] = defaultdict(list)
    held: set[Side] = set()
    for at, word in enumerate(found):
        key = text[word.start : word.end].casefold()
        held |= table.held.get(key, frozenset())
        side = table.grounds.get(key)
        if side is None or len(uses[side]) >= _MOST or quoted.touches(word):
            continue
        if side[0] in table.figures | table.epithets or not speaking.touches(word):
            use = _use(number, sentences[bisect_right(starts, word.start) - 1], found, at, side)
            if use is not None:
                uses[side].append(use)
    return Told({side: found for side, found in uses.items() if found}, frozenset(held))


def _use(number: int, sentence: Sentence, found: Sequence[Word], at: int, side: Side) -> Use | None:
    """The word as it is compared; None for a part of a name, for what is not so, and for a word of figures that tells of something else."""
    table, text, word = contrasts(), sentence.told.document.text, found[at]
    inside = [other for other in found[max(0, at - _REACH) : at + _REACH + 1] if sentence.extent.start <= other.start < sentence.extent.end]
    before, behind = [other for other in inside if other.start < word.start], [other for other in inside if other.start > word.start]
    if before and text[word.start].isupper():
        return None
    if any(other.key in _UNREAL or other.key.endswith("n't") for other in before):
        return None
    of_figures = side[0] in table.figures
    if of_figures and _is_no_figure(before, behind[:1] if text[word.end : word.end + 1] == " " else ()):
        return None
    epithet = side[0] in table.epithets
    own = stems(text[word.start : word.end])
    near = stems(text[word.end if epithet else inside[0].start : inside[-1].end]) - own
    of = _said_of(sentence, word, before, behind) if of_figures or epithet else frozenset[str]()
    near |= of if of_figures else frozenset()
    return Use(number, Extent(word.start, word.end), sentence, near, of, sentence.stems - own)


def _said_of(sentence: Sentence, word: Word, before: Sequence[Word], behind: Sequence[Word]) -> frozenset[str]:
    """The words before it in its clause, or behind "in" and "of" where it is a noun: "prices of wheat rose", "a rise in the price of wheat"."""
    text = sentence.told.document.text
    is_noun = any(other.key in _ARTICLES for other in before) and not _PAST.fullmatch(word.key)
    if is_noun and behind and behind[0].key in _OF:
        return _concepts(_CLAUSE.split(text[behind[0].end : min(sentence.extent.end, word.end + _FAR)])[0])
    start = max(sentence.extent.start, word.start - _FAR)
    return _concepts(_CLAUSE.split(text[start].lower() + text[start + 1 : word.start])[-1])


def _is_no_figure(before: Sequence[Word], behind: Sequence[Word]) -> bool:
    """Whether somebody does it, or does it to something: "the boy fell", "grew up", "dropped the charges"."""
    leads = next((word.key for word in reversed(before) if word.key not in _HELPING), "")
    someone = leads in _SOMEBODY or leads.removesuffix("s") in _SOMEBODY
    counted = any(word.key == "number" for word in before)
    return (someone and not counted) or bool(behind and behind[0].key in _ELSE)


def _concepts(text: str) -> frozenset[str]:
    """What the words of a text mean, without names, figures and endings."""
    carrying = (word.key for word in words(text) if text[word.start].islower() and stems(word.key))
    return frozenset(stem(concept(concept(word).removesuffix("s"))) for word in carrying)


def _sentences(article: Article) -> Iterator[Sentence]:
    """From one full stop, or end of a line, to the next."""
    text = article.document.text
    for start, end in pairwise((0, *(match.end() for match in _STOP.finditer(text)), len(text))):
        inside = text[start:end].rstrip()
        if inside.strip(" \t.!?\n\r"):
            yield Sentence(article, Extent(start + len(inside) - len(inside.lstrip()), start + len(inside)))


def _quoted(article: Article) -> Iterator[Extent]:
    for claim in article.claims:
        if isinstance(claim.value, Statement) and claim.value.quote != "indirect":
            yield from claim.value.content


def _speaking(article: Article) -> Iterator[Extent]:
    """The words for whoever says something."""
    for claim in article.claims:
        if isinstance(claim.value, Statement):
            yield from claim.value.source


class _Barred:
    """Stretches of a text of which it is asked whether words stand in them."""

    def __init__(self, extents: Iterable[Extent]) -> None:
        ordered = sorted(extents)
        self._starts = [extent.start for extent in ordered]
        self._ends = list(accumulate((extent.end for extent in ordered), max))

    def touches(self, word: Word) -> bool:
        """Whether the word stands in one of them."""
        before = bisect_left(self._starts, word.end)
        return before > 0 and self._ends[before - 1] > word.start
