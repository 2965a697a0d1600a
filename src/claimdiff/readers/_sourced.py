"""Text that remembers where in its file each character stood."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimdiff.model import Origin

LINE_END = re.compile(r"\r\n|\n|\r")
SOFT_BREAK = "\v"
"""A line break that is part of the text, as ``<br>`` is; a newline in markup is only a space."""

_SPACE = re.compile(r"\s+")
_FAR = 1 << 62


@dataclass(frozen=True, slots=True)
class Sourced:
    """Extracted text and its way back.

    Attributes:
        text: the characters.
        anchors: ``(offset, source)`` in rising order of offset, the first at 0: from there on, characters of the text
            and of the source follow each other one for one until the next anchor.
    """

    text: str
    anchors: tuple[tuple[int, int], ...] = ((0, 0),)

    def at(self, offset: int) -> int:
        """Where in the source the character at ``offset`` stood."""
        start, source = self.anchors[bisect_right(self.anchors, (offset, _FAR)) - 1]
        return source + offset - start

    def cut(self, start: int, end: int) -> Sourced:
        """The characters ``[start, end)``."""
        first = bisect_right(self.anchors, (start, _FAR))
        last = bisect_right(self.anchors, (max(start, end - 1), _FAR))
        inside = tuple((offset - start, source) for offset, source in self.anchors[first:last])
        return Sourced(self.text[start:end], ((0, self.at(start)), *inside))

    def squeezed(self) -> Sourced:
        """Without white space at its ends, every run of it inside one space, or one newline where the line breaks."""
        parts, done = [], 0
        for match in _SPACE.finditer(self.text):
            if match.group() == " " and match.start() > 0 and match.end() < len(self.text):
                continue
            if match.start() > 0:
                parts.append(self.cut(done, match.start()))
                if match.end() < len(self.text):
                    parts.append(Sourced("\n" if SOFT_BREAK in match.group() else " ", ((0, self.at(match.start())),)))
            done = match.end()
        if done < len(self.text):
            parts.append(self.cut(done, len(self.text)))
        return joined(parts)


def joined(parts: Iterable[Sourced]) -> Sourced:
    """The parts one after the other; those that follow each other in the source too are one stretch."""
    texts: list[str] = []
    anchors: list[tuple[int, int]] = []
    at = 0
    ahead: int | None = None
    for part in parts:
        if part.text:
            texts.append(part.text)
            for offset, source in part.anchors:
                if source - at - offset != ahead:
                    ahead = source - at - offset
                    anchors.append((at + offset, source))
            at += len(part.text)
    return Sourced("".join(texts), tuple(anchors) or ((0, 0),))


def line_starts(text: str) -> list[int]:
    """Offsets at which the lines of ``text`` start, as editors count them."""
    return [0, *(match.end() for match in LINE_END.finditer(text))]


def origin(words: Sourced, starts: Sequence[int], item: int = 0) -> Origin:
    """Lines and columns of the file for every offset of ``words``.

    Args:
        words: what was extracted.
        starts: where the lines of the whole file start.
        item: which one of several articles in the file, from 1; 0 for the only one.
    """
    found: list[tuple[int, int, int]] = []
    ends = [offset for offset, _ in words.anchors[1:]] + [len(words.text) + 1]
    for (offset, at), end in zip(words.anchors, ends, strict=True):
        line = bisect_right(starts, at)
        found.append((offset, line, at - starts[line - 1] + 1))
        # A stretch that runs on over a line's end starts anew in the next one.
        while line < len(starts) and starts[line] < at + end - offset:
            found.append((offset + starts[line] - at, line + 1, 1))
            line += 1
    return Origin("line", tuple(found), item)
