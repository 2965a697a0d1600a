"""Whether two words are one name in two spellings: a letter left out, put in or changed, or two letters turned round."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

SHORTEST = 4
"""Letters of the shorter word: below it, names differ by a letter as a matter of course ("Lee", "Leo")."""

TWO_SLIPS = 9
"""Letters of the shorter word from which two slips may be in it ("Slovakia" and "Slovenia" are two countries)."""

_ENDINGS = frozenset("s es n an ian ean i is ish er ers ed ing ese man men y".split())
"""What is added to a name to make another word of it: "Yemen" and "Yemeni" are no two spellings."""

_VOWELS = frozenset("aeo")


def plain(word: str) -> str:
    """The letters of a word without case, accents and marks."""
    return "".join(char for char in unicodedata.normalize("NFKD", word).casefold() if char.isalnum())


def slips(one: str, other: str) -> int:
    """Letters left out, put in, changed or turned round with their neighbour, from one word to the other (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        earlier, before, row = before, row, [i]
        for j, b in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]


def is_slip(one: str, other: str) -> bool:
    """Whether two plain words may be one name: near each other, and none a form of the other."""
    short, long = sorted((one, other), key=len)
    if one == other or len(short) < SHORTEST or not (short.isalpha() and long.isalpha()) or is_form(short, long):
        return False
    return slips(short, long) <= (2 if len(short) >= TWO_SLIPS else 1)


def is_form(short: str, long: str) -> bool:
    """Whether one is the other with an ending, or both are one word with two endings ("Somalia", "Somalis")."""
    shared = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    rests = {short[shared:], long[shared:]}
    return rests <= (_ENDINGS | {""} if "" in rests else _ENDINGS | _VOWELS)


def near(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Every two different plain words that are a slip apart, each pair once, in order; time grows with the words, not with their pairs."""
    found: dict[str, list[str]] = defaultdict(list)
    seen: set[tuple[str, str]] = set()
    for word in sorted(set(words)):
        if len(word) < SHORTEST:
            continue
        for key in _with_letters_left_out(word):
            for other in found[key]:
                if (other, word) not in seen and is_slip(other, word):
                    seen.add((other, word))
                    yield other, word
            found[key].append(word)


def _with_letters_left_out(word: str) -> set[str]:
    """Words a slip apart share one of these (Garbe's symmetric deletion)."""
    most = 2 if len(word) >= TWO_SLIPS else 1
    kept = {word}
    for count in range(1, most + 1):
        for places in combinations(range(len(word)), count):
            kept.add("".join(char for i, char in enumerate(word) if i not in places))
    return kept
