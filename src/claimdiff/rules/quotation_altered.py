"""A quotation is worded differently in two articles.

What it flags: quotations that are mostly the same words and part within them: a word replaced, left out, put in or moved. Silent where
two people are named who cannot be one, where the other article has the same words too, and where more than a month lies between the
articles. A quotation that is only cut shorter, an ellipsis, an editor's brackets, capitals, punctuation and contractions are no change.

Why it matters: words between quotation marks are what the speaker said, letter by letter; one of the two articles has not
what was said.

Example: “We were never told about the leak” in one article, “We were not told about the leak” in the other.

Known false alarms: two translations of a foreign speaker; a thing said twice, to two reporters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from claimdiff.model import Article, Extent, Finding, Location, Severity
from claimdiff.rules._finding import names
from claimdiff.rules._quotations import Pair, Quotation, of_one_speaker, of_two_speakers, pairs
from claimdiff.rules._quoted_words import spelt_out
from claimdiff.rules._statements import LONGEST, finding_at
from claimdiff.values.wording import Change, Word, turns_round, words

RULE = "quotation-altered"

_OF_ONE, _UNSURE = 0.95, 0.85
"""How sure quotations in exactly the same words are one: told of one speaker, or of somebody whom an article does not clearly name."""

_APART = 30
"""Days between two articles; who speaks on where more lie between them has said it in other words."""

_AROUND = 3
"""Words on either side of a gap that show where it is."""


def across(articles: tuple[Article, ...]) -> Iterator[Finding]:
    """A finding for every two wordings of a quotation, where they first stand."""
    found = pairs(articles)
    wording_of = _wordings(pair for pair in found if not pair.parted)
    told: set[frozenset[int]] = set()
    for pair in found:
        parted = tuple(change for change in pair.parted if not _stands_in_both(pair, change))
        wordings = frozenset(wording_of.get(id(side), id(side)) for side in (pair.one, pair.other))
        if parted and wordings not in told and not of_two_speakers(pair.one, pair.other) and not _lie_apart(pair):
            told.add(wordings)
            yield _finding(replace(pair, parted=parted))


def _lie_apart(pair: Pair) -> bool:
    """Whether so much time lies between two articles that a thing was said again."""
    days = [side.document.published for side in (pair.one, pair.other)]
    return days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) > _APART


def _wordings(same: Iterable[Pair]) -> dict[int, int]:
    """By quotation (its id) what stands for all quotations that say the same, if one of them less of it."""
    members: dict[int, list[int]] = {}
    for pair in same:
        one, other = (members.setdefault(id(side), [id(side)]) for side in (pair.one, pair.other))
        if one is not other:
            one += other
            members.update(dict.fromkeys(other, one))
    return {side: group[0] for side, group in members.items()}


def _stands_in_both(pair: Pair, change: Change) -> bool:
    """Whether an article has the words of the other there as well: somebody said two things alike, or the article contradicts itself."""
    sides = ((pair.one, change.one, change.at[0], pair.other.document), (pair.other, change.other, change.at[1], pair.one.document))
    return any(_around(told, part, at) in _spoken(document.text) for told, part, at, document in sides)


def _around(told: Quotation, part: Sequence[Word], at: int) -> str:
    """Words of a quotation with those on either side."""
    return _joined(told.words[max(0, at - _AROUND) : at + len(part) + _AROUND])


@lru_cache(maxsize=16)
def _spoken(text: str) -> str:
    """All words of an article, as those of a quotation are compared."""
    return _joined(spelt_out(words(text)))


def _joined(told: Sequence[Word]) -> str:
    return " ".join(["", *(word.key for word in told), ""])


def _finding(pair: Pair) -> Finding:
    sides = (
        (pair.one, [(change.at[0], change.one) for change in pair.parted]),
        (pair.other, [(change.at[1], change.other) for change in pair.parted]),
    )
    called = names(side.document for side, _ in sides)
    diff = ", ".join(f"{_words(pair.one, change.one)} / {_words(pair.other, change.other)}" for change in pair.parted[:3])
    more = f" and {len(pair.parted) - 3} more" if len(pair.parted) > 3 else ""
    severity: Severity = "error" if any(map(_grave, pair.parted)) else "warning"
    paths = " and ".join(called[side.document.path] for side, _ in sides)
    who = next((side.who for side, _ in sides if side.told and side.told.value.speaker), pair.one.who)
    sure = _OF_ONE if of_one_speaker(pair.one, pair.other) else _UNSURE
    places = [_place(side, parts) for side, parts in sides]
    message = f"{paths} quote {who} in different words: {diff}{more}."
    return finding_at(RULE, "quote", severity, sure * pair.ratio, message, places, (f"{pair.shared} words shared",))


def _grave(change: Change) -> bool:
    """Whether a number or what is denied differs."""
    if turns_round(change):
        return True
    from claimdiff.values.numerals import parse_number  # noqa: PLC0415 - most runs find no altered quotation, and it takes a moment to compile

    one, other = ({str(number) for word in side if (number := parse_number(word.key)) is not None} for side in (change.one, change.other))
    return one != other and bool(one) and bool(other)


def _words(told: Quotation, part: Sequence[Word]) -> str:
    return f"“{' '.join(told.document.text[part[0].start : part[-1].end].split())}”" if part else "nothing"


def _place(told: Quotation, parts: Sequence[tuple[int, Sequence[Word]]]) -> Location:
    """From the first word that differs to the last; where this one merely lacks words, all of it, or of a long one the words around the first gap."""
    own = [word for _, part in parts for word in part]
    start, end = (own[0].start, own[-1].end) if own else (told.words[0].start, told.words[-1].end)
    if end - start > LONGEST and own:
        first = next(part for _, part in parts if part)
        start, end = first[0].start, first[-1].end
    elif end - start > LONGEST:
        around = told.words[max(0, parts[0][0] - _AROUND) : parts[0][0] + _AROUND]
        start, end = around[0].start, around[-1].end
    return told.at(Extent(start, end), f"{told.who}: {_words(told, own or told.words)}")
