"""The paragraphs of a text: where it breaks for the eye, not where its lines happen to end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimdiff.model import Extent

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_WRAPPED = range(50, 101)
"""Lengths of lines wrapped to a fixed width, as mail (60 to 80 letters) and wires do; shorter lines were meant, longer ones are paragraphs."""


def paragraphs(text: str) -> Iterator[Extent]:
    """Stretches of ``text`` that are shown as paragraphs, in order; what lies between them is white space."""
    for block in _blocks(text):
        if len(block) > 1 and all(line.end - line.start in _WRAPPED for line in block[:-1]):
            yield Extent(block[0].start, block[-1].end)
        else:
            yield from block


def _blocks(text: str) -> Iterator[Sequence[Extent]]:
    """Lines that no empty line parts."""
    lines = [Extent(*match.span()) for match in _LINE.finditer(text) if not match.group().isspace()]
    block = lines[:1]
    for last, line in pairwise(lines):
        if len(_BREAK.findall(text, last.end, line.start)) > 1:
            yield block
            block = []
        block.append(line)
    if block:
        yield block
