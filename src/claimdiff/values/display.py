"""Normalised values in words an editor understands."""

from __future__ import annotations

from decimal import Decimal

from claimdiff.model import Quantity, Statement, Value, When

_COMPARATORS = {"=": "", "~": "about ", "<": "less than ", "<=": "at most ", ">": "more than ", ">=": "at least "}


def describe(value: Value) -> str:
    """A value on one line: "at least 107 person", "2021-01-12", "Tehran denies"."""
    if isinstance(value, Quantity):
        return _quantity(value)
    if isinstance(value, When):
        return f"{value.mod.lower().replace('_', ' ')} {value.value}" if value.mod else value.value
    assert isinstance(value, Statement)
    return f"{value.speaker or value.description or 'somebody'} {value.polarity}"


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
    if value.form == "money":
        return f"{_COMPARATORS[value.comparator]}{unit} {figures}".replace("  ", " ")
    space = "" if unit == "%" else " "
    return f"{_COMPARATORS[value.comparator]}{figures}{space}{unit}".rstrip()
