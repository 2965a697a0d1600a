"""The words of quotations, as letter by letter as an editor compares them: contractions spelt out, fillers and spelling no change."""

from __future__ import annotations

from collections.abc import Sequence

from claimdiff.values.wording import Change, Word

_CONTRACTED = {"'s": "is", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "n't": "not", "'d": "would"}
_FILLERS = frozenset("and but so well um uh".split())


def spelt_out(words: Sequence[Word]) -> list[Word]:
    """The words with contractions in two: "isn't" is "is not"."""
    found: list[Word] = []
    for word in words:
        ending = next((ending for ending in _CONTRACTED if word.key.endswith(ending) and len(word.key) > len(ending)), None)
        if ending is None:
            found.append(word)
        else:
            stem = {"wo": "will", "ca": "can", "sha": "shall"}.get(word.key[: -len(ending)], word.key[: -len(ending)])
            found += [Word(stem, word.start, word.end), Word(_CONTRACTED[ending], word.start, word.end)]
    return found


def harmless(change: Change) -> bool:
    """Whether only fillers or the spelling of a word or number differ."""
    from claimdiff.values.numerals import parse_number  # noqa: PLC0415 - most runs find no altered quotation, and it takes a moment to compile

    one, other = ([word.key for word in side if word.key not in _FILLERS] for side in (change.one, change.other))
    numbers = [parse_number(" ".join(side)) for side in (one, other)]
    if None not in numbers:
        return numbers[0] == numbers[1]
    return "".join(one).replace("'", "") == "".join(other).replace("'", "") or _american("".join(one)) == _american("".join(other))


def _american(word: str) -> str:
    """A word as an American desk spells it."""
    return word.replace("our", "or").replace("isation", "ization").replace("ise", "ize").replace("centre", "center").replace("ence", "ense")
