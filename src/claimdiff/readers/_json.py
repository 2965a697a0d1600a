"""JSON whose strings remember where in the file they stand, with caps before it is parsed."""

from __future__ import annotations

import json
import re
from json.decoder import scanstring  # type: ignore[attr-defined]  # typeshed leaves out what makes a decoder
from json.scanner import py_make_scanner  # type: ignore[attr-defined]
from typing import Any

from claimdiff.errors import ClaimdiffError
from claimdiff.readers._sourced import Sourced, joined

DEEPEST = 100
"""Objects and lists inside each other."""
LONGEST = 1_000
"""Characters of a number; Python refuses whole ones of more than 4,300 digits."""
_REMEDY = "export the article again, or save it as plain text"
_ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)")
_STRUCTURE = re.compile(r'"(?:[^"\\]+|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)
_OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{\s*\"|\[\s*\{\s*\")")


class Placed(str):
    """A string of the file; ``at`` is where its first character stands, behind the quotation mark."""

    __slots__ = ("at",)
    at: int


def looks_like_json(data: bytes) -> bool:
    """Whether ``data`` begins as an object, or a list of objects, does."""
    return _OBJECT.match(data[:4_096]) is not None


def load(source: str, path: str) -> Any:
    """The value of a JSON text; its strings, but for keys, are Placed.

    Raises:
        ClaimdiffError: it is no JSON, nested too deeply, or holds a number that is none or endless.
    """
    if _depth(source) > DEEPEST:
        raise ClaimdiffError(f"JSON nested more than {DEEPEST} deep", path, _REMEDY)
    decoder: Any = json.JSONDecoder(strict=False, parse_int=_figure, parse_float=_figure, parse_constant=_no_number)
    decoder.parse_string = _placed
    decoder.scan_once = py_make_scanner(decoder)
    try:
        return decoder.decode(source)
    except json.JSONDecodeError as error:
        raise ClaimdiffError(f"no valid JSON: line {error.lineno}, column {error.colno}: {error.msg.lower()}", path, _REMEDY) from error
    except _NoNumberError as error:
        raise ClaimdiffError(str(error), path, _REMEDY) from error
    except (ValueError, RecursionError) as error:
        raise ClaimdiffError("no valid JSON", path, _REMEDY) from error


def sourced(text: object, source: str) -> Sourced:
    """A Placed string with the place of each character, escapes resolved; nothing for any other value."""
    if not isinstance(text, Placed):
        return Sourced("")
    at = end = text.at
    parts: list[Sourced] = []
    stop = at + _raw_length(source, at)
    for match in _ESCAPE.finditer(source, at, stop):
        parts.append(Sourced(source[end : match.start()], ((0, end),)))
        told = json.loads(f'"{match.group()}"', strict=False)
        parts += [Sourced(one, ((0, match.start()),)) for one in told]
        end = match.end()
    parts.append(Sourced(source[end:stop], ((0, end),)))
    return joined(parts)


def _raw_length(source: str, at: int) -> int:
    end: int = scanstring(source, at, False)[1]
    return end - 1 - at


def _placed(source: str, at: int, strict: bool) -> tuple[Placed, int]:
    text, end = scanstring(source, at, strict)
    placed = Placed(text)
    placed.at = at
    return placed, end


class _NoNumberError(Exception):
    """What is wrong with a number."""


def _figure(written: str) -> str:
    """Numbers stay as written: none of them is a date, and no article needs one."""
    if len(written) > LONGEST:
        raise _NoNumberError(f"JSON with a number of more than {LONGEST:,} characters")
    return written


def _no_number(written: str) -> str:
    """NaN and Infinity, which Python writes and JSON does not know."""
    raise _NoNumberError(f"no valid JSON: {written} is no number")


def _depth(source: str) -> int:
    deepest = depth = 0
    for match in _STRUCTURE.finditer(source):
        first = match.group()[0]
        if first in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif first in "]}":
            depth -= 1
    return deepest
