"""Quotations as stretches of text: straight, curly and typewriter marks, several paragraphs, odd marks left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimdiff.model import Extent

_MARK = re.compile(r"[“”\"„]|``|''|\n\s*\n|(?<![\w’])[‘](?=\w)|(?<=[\w.,!?])’(?![\w])")
_OPEN, _CLOSE = ("“", "``", "„"), ("”", "''")
LONGEST = 3_000
"""Characters a quotation may run on; an opening mark without a close before that is a stray one."""


def find_quotes(text: str) -> tuple[Extent, ...]:
    """Quotations of ``text``, marks included, in order, not overlapping. Linear; a mark without a partner opens nothing.

    A paragraph that ends in an open quotation goes on in the next one if that opens with a mark again.
    """
    return tuple(_paired(text))


def _paired(text: str) -> Iterator[Extent]:
    opened: int | None = None
    waiting = False  # a paragraph ended inside a quotation
    for match in _MARK.finditer(text):
        mark = match.group()
        if mark[0] == "\n":
            waiting = opened is not None
            if waiting and not _opens_again(text, match.end()):
                opened, waiting = None, False
            continue
        if mark in "‘’":
            continue
        if waiting:
            waiting = False  # the repeated opening mark of the next paragraph
            continue
        if opened is None:
            if mark not in _CLOSE and (mark in _OPEN or _may_open(text, match)):
                opened = match.start()
        elif mark in _OPEN:
            opened = match.start()  # the earlier one was never closed
        else:
            if match.end() - opened <= LONGEST:
                yield Extent(opened, match.end())
            opened = None


def _opens_again(text: str, at: int) -> bool:
    return text[at : at + 1] in '“"„' or text[at : at + 2] == "``"


def _may_open(text: str, match: re.Match[str]) -> bool:
    """A straight mark opens before a word and not behind a figure (inches)."""
    after = text[match.end() : match.end() + 1]
    before = text[match.start() - 1 : match.start()]
    return bool(after) and not after.isspace() and not before.isdigit()
