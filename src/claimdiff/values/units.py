"""Units: measures with their conversion, currencies by ISO code, proportions, the nouns of periods; and the patterns that find them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from claimdiff.values._unit_tables import COUNTRIES, CURRENCIES, MEASURES


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit: canonical name, dimension, and its size in the dimension's base unit."""

    name: str
    dimension: str
    factor: Decimal


PERCENT = "%"
PERCENTAGE_POINT = "percentage point"
BASIS_POINT = "basis point"
YEAR_OLD = "year old"
MONTH_OLD = "month old"
WEEK_OLD = "week old"
DAY_OLD = "day old"
CENT = "cent"
PENNY = "penny"

PERIODS = frozenset(
    """term office tenure presidency premiership administration campaign season session mandate reign trial contract sentence
    parliament deadline window ceasefire truce transition year summer winter school term-time holiday""".split(),
)
"""Nouns that name a period which runs out, so that "with just eight days of his term" counts down."""


@cache
def measures() -> dict[str, Measure]:
    """Every measure by canonical name."""
    return {name: Measure(name, dimension, Decimal(factor)) for name, dimension, factor, _, _ in rows(MEASURES)}


def measure(unit: str | None) -> Measure | None:
    """The measure with that canonical name, None for currencies, proportions and counted nouns."""
    return measures().get(unit or "")


@cache
def measure_spellings() -> dict[str, str]:
    """Every spelling, lower case with spaces, and the canonical name it stands for."""
    return {spelling.replace("-", " "): name for name, _, _, spellings, _ in rows(MEASURES) for spelling in spellings.split()}


@cache
def measure_symbols() -> dict[str, str]:
    """Every symbol that is read in its own case alone ("W", "Nm"), and the canonical name it stands for."""
    return {symbol: name for name, _, _, _, symbols in rows(MEASURES) for symbol in symbols.split()}


@cache
def currency_signs() -> dict[str, str]:
    """Every sign or code before or behind a figure ("A$", "Rs") and its ISO code."""
    return {sign.replace("-", " "): code for code, signs, _ in rows(CURRENCIES) for sign in signs.split()}


@cache
def currency_words() -> dict[str, str]:
    """Every word after a figure that is money of one country ("zlotys", "canadian dollars"), lower case with spaces, and its ISO code."""
    own = {word: code for code, _, words in rows(CURRENCIES) for word in words.split()}
    of_country = {f"{country}-{noun}": code for code, nouns, countries in rows(COUNTRIES) for country in countries.split() for noun in nouns.split()}
    return {word.replace("-", " "): code for word, code in {**of_country, **own}.items()}


@cache
def shared_currency_words() -> frozenset[str]:
    """What money is called alike in several countries ("pesos"); a pound is a weight first."""
    return frozenset(noun for _, nouns, _ in rows(COUNTRIES) for noun in nouns.split()) - measure_spellings().keys()


def names_unit(word: str) -> bool:
    """Whether a word names a measure or money rather than things to be counted."""
    known = word.casefold()
    return known in measure_spellings() or known in currency_words() or known in shared_currency_words()


@cache
def prefix_pattern() -> re.Pattern[str]:
    """Matches a currency sign, with a minus before or behind it, that ends where a figure begins."""
    signs = sorted(currency_signs(), key=len, reverse=True)
    return re.compile(rf"(?<![A-Za-z])(?P<sign>{'|'.join(map(re.escape, signs))}) ?(?P<minus>[-−–])?$")


@cache
def suffix_pattern() -> re.Pattern[str]:
    """Matches the unit that stands right behind a figure: a measure, a currency word or sign, per cent, points."""
    words = [*measure_spellings(), *currency_words(), *shared_currency_words()]
    spelled = "|".join(_spaced(word) for word in sorted(words, key=len, reverse=True))
    symbols = "|".join(map(re.escape, sorted(measure_symbols(), key=len, reverse=True)))
    signs = "|".join(re.escape(sign) + (r"(?!\w)" if sign[-1].isalpha() else "") for sign in sorted(_signs_behind(), key=len, reverse=True))
    return re.compile(
        rf"(?i:[ \u00a0-]?(?P<percent>%|per[ -]?cent\b|pct\b|pc\b)(?![ -]points?)"
        rf"|[ -](?P<point>percentage[ -]points?|percent[ -]points?|% points?)\b|[ -](?P<basis>basis[ -]points?)\b"
        rf"|[ -](?P<cents>cents?)\b|[ -](?P<pence>pence)\b|[ \u00a0-]?(?P<word>{spelled})(?![\w'’]|-(?!old|long|plus|an?-|per-)[a-z]))"
        rf"|[ \u00a0-]?(?P<symbol>{symbols})(?![\w'’&]|-\w| \d)|(?P<p>p)(?![\w'’-])|[ \u00a0]?(?P<sign>{signs})(?!\s?\d)",
    )


def _signs_behind() -> list[str]:
    """Signs and codes that may also stand behind the figure; not the letters that before a figure are read with a dot or a dollar."""
    return [sign for sign in currency_signs() if "$" not in sign[:-1] and sign not in ("RM", "Rs", "Rs.", "R$", "S$", "A$", "C$", "Rp", "Dh", "Tk")]


def _spaced(word: str) -> str:
    return re.escape(word).replace(r"\ ", "[ -]")


def rows(table: str) -> list[list[str]]:
    """The cells of a table of _unit_tables.py."""
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
