"""The words of a statement: what two tellings share, whether the one is worded as the other, and where they part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from itertools import pairwise

_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_BRACKETED = re.compile(r"[\[(][^\[\]()\n]{0,80}[\])]")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-"})

_EMPTY = frozenset(
    """a an the and or but nor so if that this these those which who whom whose what when where why how than then as at by for from in into of off on
    onto out over per to up upon with within about above across after against along among around before behind below between beyond down during
    except near since through toward towards under until via it its he him his she her they them their we us our you your i me my mine one there here
    be is are was were been being am have has had having do does did done doing will would shall should can could may might must ll ve re s t d
    also just very too only even still yet again all any both each few more most much other others same some such own quite rather really
    not n't no never none nobody nothing neither without cannot ever say says said saying tell told according mr mrs ms dr""".split(),
)
"""Words that stand in any sentence; negations among them, for whether a thing is denied is another question than which thing."""

_ENDINGS = (("ings", 4), ("ing", 4), ("edly", 4), ("ies", 3), ("ied", 3), ("ed", 3), ("es", 4), ("s", 3), ("ly", 4), ("e", 3), ("y", 3))
"""Endings, and how much of a word must stand before each."""

_NEAR = 2
"""Words that may stand between a single common word and the rest of a common wording."""

_REPLACED = 2
"""Words at an end in whose place other words are taken for a change of wording; more are another thing said."""

NEGATIONS = frozenset("not no never none nobody nothing neither nor without cannot hardly barely".split())
"""Words that turn a statement round; contractions in -n't do too."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word: how it is compared and where it stands."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Change:
    """Words of one text in whose place another text has others; either side may be empty.

    Attributes:
        one, other: the words.
        at: of how many words of each text they stand behind.
    """

    one: tuple[Word, ...]
    other: tuple[Word, ...]
    at: tuple[int, int] = (0, 0)


def words(text: str, at: int = 0, *, bracketed: bool = True) -> list[Word]:
    """The words of ``text``, whose first character stands at offset ``at``; without what an editor put in brackets if so wanted."""
    if not bracketed:
        text = _BRACKETED.sub(lambda match: " " * len(match.group()), text)
    plain = text.translate(_PLAIN)
    return [Word(match.group().casefold().replace("-", "").rstrip("."), at + match.start(), at + match.end()) for match in _WORD.finditer(plain)]


def stems(text: str) -> frozenset[str]:
    """What is spoken of: the words that carry meaning, without their endings."""
    return frozenset(stem(word.key) for word in words(text) if word.key not in _EMPTY and not word.key.endswith("n't"))


def stem(word: str) -> str:
    """``word`` without the commonest endings, for telling whether two words are forms of one; a rough tool that needs no dictionary."""
    word = word.removesuffix("'s").removesuffix("'")
    for ending, least in _ENDINGS:
        if word.endswith(ending) and not word.endswith("ss") and len(word) - len(ending) >= least:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] else word


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Dice coefficient of two sets of stems: 1 if they are the same, 0 if they share nothing."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def is_negated(text_words: list[Word]) -> bool:
    """Whether the words deny: an odd number of negations among them."""
    return sum(word.key in NEGATIONS or word.key.endswith("n't") for word in text_words) % 2 == 1


def turns_round(change: Change) -> bool:
    """Whether one side of a change denies and the other does not."""
    return is_negated(list(change.one)) != is_negated(list(change.other))


def changes(one: list[Word], other: list[Word]) -> tuple[float, int, tuple[Change, ...]]:
    """How alike two wordings are where they overlap (0..1), how many words they share, and where they part within the overlap.

    What only one of them goes on to say, before or behind, is no change; a word or two at an end in the place of others is one.
    """
    matcher = SequenceMatcher(None, [word.key for word in one], [word.key for word in other], autojunk=False)
    blocks = _without_strays([block for block in matcher.get_matching_blocks() if block.size])
    if not blocks:
        return 0.0, 0, ()
    first, last = blocks[0], blocks[-1]
    spans = (last.a + last.size - first.a, last.b + last.size - first.b)
    shared = sum(block.size for block in blocks)

    def between(a: int, b: int, behind_a: int, behind_b: int) -> Change:
        return Change(tuple(one[a:behind_a]), tuple(other[b:behind_b]), (a, b))

    found = [between(before.a + before.size, before.b + before.size, after.a, after.b) for before, after in pairwise(blocks)]
    before, behind = between(0, 0, first.a, first.b), between(last.a + last.size, last.b + last.size, len(one), len(other))
    found = [*filter(_is_replaced, [before]), *found, *filter(_is_replaced, [behind])]
    return 2 * shared / sum(spans), shared, tuple(found)


def _is_replaced(end: Change) -> bool:
    """Whether both wordings have something else at this end, and little of it."""
    return 0 < len(end.one) <= _REPLACED and 0 < len(end.other) <= _REPLACED


def _without_strays(blocks: list[Match]) -> list[Match]:
    """The blocks without single words at either end that stand far from the rest: both texts have an "I" somewhere before."""
    while len(blocks) > 1 and blocks[0].size == 1 and _gap(blocks[0], blocks[1]) > _NEAR:
        blocks = blocks[1:]
    while len(blocks) > 1 and blocks[-1].size == 1 and _gap(blocks[-2], blocks[-1]) > _NEAR:
        blocks = blocks[:-1]
    return blocks


def _gap(before: Match, after: Match) -> int:
    return max(after.a - before.a - before.size, after.b - before.b - before.size)
