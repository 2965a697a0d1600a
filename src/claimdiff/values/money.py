"""Which country's money a text means: "pesos" in an article on Chile, "$" where all figures are in Canadian dollars."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, cached_property

from claimdiff.values._unit_tables import COUNTRIES, USUAL
from claimdiff.values.units import rows

MILLION = 10**6


class Money:
    """Reads the names of currencies that several countries share, by what one text says of countries; looks only when asked."""

    def __init__(self, text: str) -> None:
        self._text = text

    def code(self, word: str) -> str | None:
        """The ISO code of "pesos" in this text, None where nothing tells the country."""
        noun = word.casefold()
        if noun in ("dollar", "dollars"):
            return self.dollar
        known = {code: sum(self._countries[name] for name in names) for code, nouns, names in _countries() if noun in nouns}
        best = max(known, key=lambda code: known[code], default=None)
        return best if best and known[best] else _usual().get(noun)

    @cached_property
    def dollar(self) -> str:
        """What a bare "$" is: USD unless the text says that its figures are in another country's dollars."""
        stated = _stated().search(self._text)
        country = (stated["country"] or stated["after"]).casefold() if stated else "american"
        return next(code for code, nouns, names in _countries() if "dollars" in nouns and country in names)

    def is_sterling(self, scale: int, following: str) -> bool:
        """Whether "pounds" are money: in millions, or in a text that writes £; "two million pounds of butter" are a weight."""
        return (scale >= MILLION or "£" in self._text) and not following.startswith(" of ")

    @cached_property
    def _countries(self) -> Counter[str]:
        return Counter(match.group().casefold() for match in _named().finditer(self._text))


@cache
def _countries() -> list[tuple[str, frozenset[str], frozenset[str]]]:
    return [(code, frozenset(nouns.split()), frozenset(_names(countries))) for code, nouns, countries in rows(COUNTRIES)]


@cache
def _usual() -> dict[str, str]:
    return {noun: code for nouns, code in rows(USUAL) for noun in nouns.split()}


@cache
def _named() -> re.Pattern[str]:
    names = sorted({name for _, _, names in _countries() for name in names}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b", re.IGNORECASE)


@cache
def _stated() -> re.Pattern[str]:
    of_dollars = "|".join(re.escape(name) for _, nouns, names in _countries() if "dollars" in nouns for name in sorted(names, reverse=True))
    return re.compile(
        rf"\b(?:figures|amounts|prices|values|sums|costs)\b[^.\n]{{0,30}}? in (?P<country>{of_dollars}) dollars\b"
        rf"|\bdollar (?:figures|amounts|prices|values) are (?:in )?(?P<after>{of_dollars})\b",
        re.IGNORECASE,
    )


def _names(countries: str) -> list[str]:
    return [name.replace("-", " ") for name in countries.split()]
