"""Front matter: names and values between ``---`` (YAML) or ``+++`` (TOML) at the top of a file, every value as it is written.

YAML would make 750 of ``12:30``, False of ``no``, and run out of memory over aliases; a publication date needs none of it.
"""

from __future__ import annotations

import re

_OPEN = re.compile(r"(?P<mark>---|\+\+\+)[ \t]*(?:\r\n|\n|\r)")
_START = r"(?<![^\r\n])"
"""Of a line: ^ knows no \\r, and $ stops before \\n alone."""
_CLOSE = {
    "---": re.compile(rf"{_START}(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)"),
    "+++": re.compile(rf"{_START}\+\+\+[ \t]*(?:\r\n|\n|\r|\Z)"),
}
_NAME = rf"{_START}(?P<mark>[\"']?)(?P<name>[\w-]{{1,60}})(?P=mark)[ \t]*"
_FIELD = {
    "---": re.compile(rf"{_NAME}:(?:[ \t]+(?P<value>[^\r\n]*))?(?![^\r\n])"),
    "+++": re.compile(rf"{_NAME}=[ \t]*(?P<value>[^\r\n]*)"),
}
_TABLE = re.compile(rf"{_START}[ \t]*\[")
"""Begins a table of TOML, behind which nothing is at the outer level."""
_QUOTED = re.compile(r"\s*(?P<quote>[\"'])(?P<value>.*?)(?P=quote)\s*(?:#.*)?$")
_COMMENT = re.compile(r"\s#.*$")
_LONGEST = 50_000


def front_matter(source: str) -> tuple[list[tuple[str, str]], int]:
    """Names and values at the top of ``source``, and where the text begins; none, and 0, where there is no front matter.

    Only fields of one line at the outer level are read: lists, nested fields and folded text hold no date.
    """
    opening = _OPEN.match(source)
    if opening is None:
        return [], 0
    closing = _CLOSE[opening["mark"]].search(source, opening.end(), opening.end() + _LONGEST)
    if closing is None:
        return [], 0
    table = _TABLE.search(source, opening.end(), closing.start()) if opening["mark"] == "+++" else None
    end = table.start() if table else closing.start()
    fields = [(match["name"], _value(match["value"] or "")) for match in _FIELD[opening["mark"]].finditer(source, opening.end(), end)]
    return (fields, closing.end()) if fields else ([], 0)


def _value(written: str) -> str:
    quoted = _QUOTED.match(written)
    return quoted["value"] if quoted else _COMMENT.sub("", written).strip()
