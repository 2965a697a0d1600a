"""Normalised values in words an editor understands."""

from __future__ import annotations

from decimal import Decimal

from claimdiff.model import Quantity, Statement, Value, When
from claimdiff.values.dates_in_words import when_in_words

COMPARATORS = {"=": "", "~": "about ", "<": "less than ", "<=": "at most ", ">": "more than ", ">=": "at least "}
"""Comparators in words, with the space behind them."""

_IRREGULAR = {
    "person": "people",
    "man": "men",
    "woman": "women",
    "child": "children",
    "foot": "feet",
    "inch": "inches",
    "hertz": "hertz",
    "century": "centuries",
}
_INVARIABLE = frozenset({"people", "police", "degree Celsius", "degree Fahrenheit", "percentage", "aircraft", "series", "staff", "personnel"})


def describe(value: Value) -> str:
    """A value on one line: "at least 107 person", "2021-01-12", "Tehran denies"."""
    if isinstance(value, Quantity):
        return _quantity(value)
    if isinstance(value, When):
        return f"{value.mod.lower().replace('_', ' ')} {value.value}" if value.mod else value.value
    assert isinstance(value, Statement)
    return f"{value.speaker or value.description or 'somebody'} {value.polarity}"


def in_words(value: Value) -> str:
    """A value as a message says it: as ``describe`` does, dates in words ("the week of 2021-01-11")."""
    return when_in_words(value) if isinstance(value, When) else describe(value)


def number(value: Decimal) -> str:
    """A number in full with thousands separators: 1,200,000 or 6.1; scientific only where nobody could read it in full."""
    if abs(value.adjusted()) > 21:
        return f"{value.normalize():e}"
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _quantity(value: Quantity) -> str:
    hyphen = "-" if value.form == "score" else " to "
    figures = hyphen.join(number(part) for part in value.value)
    unit = value.unit or ""
    if value.form == "share":
        # A third has no end in digits: nobody reads more than the first few.
        shares = hyphen.join(number(round(part * 100, 1)) for part in value.value)
        return f"{COMPARATORS[value.comparator]}{shares}%{f' of {_named(unit, value)}' if unit else ''}"
    if value.form == "money":
        currency, per, rest = unit.partition(" per ")
        return f"{COMPARATORS[value.comparator]}{currency} {figures}{per}{rest}".replace("  ", " ")
    space = "" if unit == "%" else " "
    return f"{COMPARATORS[value.comparator]}{figures}{space}{_named(unit, value)}".rstrip()


def _named(unit: str, value: Quantity) -> str:
    """The unit in the number its value asks for: 1 day, 12 days, 18 kilometres per hour."""
    if value.value == (Decimal(1),) or unit in _INVARIABLE or not unit.isascii() or not unit[-1:].isalpha():
        return unit
    noun, per, rest = unit.partition(" per ")
    if noun.endswith(" old"):
        return f"{_plural(noun.removesuffix(' old'))} old"
    return f"{_plural(noun)}{per}{rest}"


def _plural(noun: str) -> str:
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith(("s", "x", "ch", "sh")):
        return f"{noun}es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return noun if noun.isupper() else f"{noun}s"
