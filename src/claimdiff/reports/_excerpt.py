"""Excerpts: the sentence around the places of a finding, the differing words marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.text import Text

from claimdiff.model import Location
from claimdiff.reports._escape import visible
from claimdiff.reports._layout import Lines, beside, indented, wrapped
from claimdiff.reports._places import label
from claimdiff.reports._sentences import pieces, sentences
from claimdiff.values.dates_in_words import value_in_words

SIDE_BY_SIDE = 148
"""Cells beside the indent from which two excerpts stand beside each other; below, lines would be too short to read."""
_GAP = 4
_GUTTER = "│ "
_MARKED = "bold reverse"


def excerpts(locations: Iterable[Location], width: int, measure: int, *, color: bool) -> Lines:
    """All excerpts of a finding: below each other in lines of ``measure``, or two side by side where the page is wide."""
    groups = sentences(locations)
    if len(groups) == 2 and width >= SIDE_BY_SIDE:
        column = min((width - _GAP) // 2, measure)
        return beside([_excerpt(group, column, color=color) for group in groups], [column + _GAP, 0])
    lines: Lines = []
    for group in groups:
        lines += [*([Text()] if lines else []), *_excerpt(group, min(width, measure), color=color)]
    return lines


def _excerpt(locations: Sequence[Location], width: int, *, color: bool) -> Lines:
    lines: Lines = []
    for location in locations:
        place = Text(label(location), "bold blue")
        lines += wrapped(Text.assemble(place, "  ", (visible(value_in_words(location.value)), "magenta")), width)
    # The gutter also keeps article text from the start of a line, where CI systems look for commands.
    return [*lines, *indented(wrapped(_quoted(locations, color=color), width - len(_GUTTER)), _GUTTER, "dim")]


def _quoted(locations: Sequence[Location], *, color: bool) -> Text:
    """The sentence with the differing words marked: by style, or between »« where there is none."""
    quoted = Text()
    for words, differs in pieces(locations):
        if differs:
            quoted.append(words if color else f"»{words}«", _MARKED)
        else:
            quoted.append(words)
    return quoted
