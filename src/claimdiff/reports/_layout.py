"""Styled text in lines of a given width: broken between words only, never inside a number, nothing left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import zip_longest

from rich.cells import cell_len
from rich.text import Text

from claimdiff.reports._escape import inert

Lines = list[Text]


def wrapped(text: Text, width: int) -> Lines:
    """``text`` in lines of at most ``width`` cells; only a word longer than a line is divided.

    Rich's own wrapping breaks at no-break spaces, which would cut "12 000" in two.
    """
    width = max(width, 1)
    starts = list(_starts(text.plain, width))
    lines = list(text.divide(starts)) if starts else [text]
    for line in lines:
        line.rstrip()
    return lines


def _starts(plain: str, width: int) -> Iterator[int]:
    """Where a new line begins, behind the first."""
    used = at = 0
    for word in plain.split(" "):
        cells = cell_len(word)
        if used and used + cells > width:
            yield at
            used = 0
        if cells > width:
            for offset, rest in _folds(word, width):
                used = rest
                if offset:
                    yield at + offset
            used += 1
        else:
            used += cells + 1
        at += len(word) + 1


def _folds(word: str, width: int) -> Iterator[tuple[int, int]]:
    """Offsets at which a word too long for a line is divided, each with the cells of the piece that begins there."""
    start = used = 0
    for offset, character in enumerate(word):
        cells = cell_len(character)
        if used + cells > width:
            yield start, used
            start, used = offset, 0
        used += cells
    yield start, used


def hanging(label: Text, text: Text, width: int) -> Lines:
    """A label with the text beside it, further lines under the text; below the label where there is no room beside it."""
    indent = label.cell_len
    if indent > width // 2:
        return [*wrapped(label, width), *indented(wrapped(text, width - 4), "    ")]
    first, *others = wrapped(text, width - indent)
    return [Text.assemble(label, first), *indented(others, " " * indent)]


def indented(lines: Iterable[Text], prefix: str, style: str = "") -> Lines:
    """Every line behind ``prefix``; empty lines stay empty where the prefix is white space."""
    return [Text.assemble((prefix, style), line) if line.plain or prefix.strip() else line for line in lines]


def beside(columns: Sequence[Lines], widths: Sequence[int]) -> Lines:
    """Columns next to each other, each but the last padded to its width."""
    rows = []
    for cells in zip_longest(*columns):
        row = Text()
        for cell, width in zip(cells, widths, strict=True):
            part = cell if cell is not None else Text()
            row.append_text(part)
            row.append(" " * max(width - part.cell_len, 0))
        row.rstrip()
        rows.append(row)
    return rows


def printed(lines: Iterable[Text], *, color: bool) -> str:
    """The lines as text, with ANSI styles if ``color``; none is one that a CI system obeys."""
    if not color:
        return inert("".join(f"{line.plain}\n" for line in lines))
    from rich.console import Console

    console = Console(
        file=StringIO(),
        force_terminal=True,
        color_system="standard",
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    for line in lines:
        console.print(line, soft_wrap=True)
    assert isinstance(console.file, StringIO)
    return inert(console.file.getvalue())
