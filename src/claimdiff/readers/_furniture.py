"""Page furniture: bylines, header lines, comment forms, credits. It is about the page, not the event, and makes no claims."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimdiff.model import DateClue, Extent

_NAME = r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,4}"

_LINE_START, _LINE_END = r"(?<![^\r\n])", r"(?![^\r\n])"
"""Not ^ and $, which know no \\r: half the world's files end their lines in \\r\\n."""

_WHOLE_LINES = re.compile(
    rf"""(?xi){_LINE_START}[ \t]*(?:
      please\ enter\ your\ [^\r\n]{{0,80}}
    | (?:leave\ a\ |post\ a\ )?(?:comment|reply)s?(?:\ \(\d+\))?
    | share\ (?:this|on)\b[^\r\n]{{0,60}}
    | (?:sign\ up|subscribe|click\ here|follow\ us|download\ our)\b[^\r\n]{{0,120}}
    | (?:read|see)\ (?:more|also|next)\b\s*:[^\r\n]{{0,160}}
    | related(?:\ (?:stories|articles|content))?\s*:[^\r\n]{{0,160}}
    | (?:advertisement|sponsored(?:\ content)?|loading\.*|print|email|photo\ gallery)
    | send\ this\ page\ to\ someone\ via\ email
    | (?:©|\(c\)|copyright\b)[^\r\n]{{0,160}}
    | all\ rights\ reserved[^\r\n]{{0,80}}
    | (?:photo|image|picture|file\ photo)(?:\ by|\ credit|\ courtesy)?\s*:[^\r\n]{{0,120}}
    | th(?:is|e)\ (?:story|article|report)\ was\ (?:filed|written|produced|published|compiled)\ by\b[^\r\n]{{0,200}}
    )[ \t]*{_LINE_END}""",
)
"""Lines that are furniture from end to end. Bounded, so that a long paragraph that begins like one is none."""

_BYLINE = re.compile(rf"{_LINE_START}[ \t]*(?:By|BY|by) {_NAME}(?:(?:,| and| AND| &) ?{_NAME}){{0,4}}(?:, [^\r\n.]{{0,60}})?[ \t]*{_LINE_END}")
_CREDIT = re.compile(
    r"\((?:Additional |Further )?(?:reporting|writing|editing|compiled|graphics?) (?:by|and)\b[^()\n]{0,400}\)",
    re.IGNORECASE,
)
_PROMPT = re.compile(r"(?i)please enter your (?:comment|name|email)[^.!?\n]{0,40}?(?:!|here)")
_LONGEST_LINE = 240
_HEADER_REST = re.compile(r"[^\n\r]*")


def find_furniture(text: str, clues: Iterable[DateClue]) -> tuple[Extent, ...]:
    """Stretches of ``text`` that make no claims, sorted, not overlapping; header lines and datelines among them."""
    found = [
        Extent(*match.span()) for pattern in (_WHOLE_LINES, _BYLINE, _CREDIT, _PROMPT) for match in pattern.finditer(text) if match.group().strip()
    ]
    for clue in clues:
        if clue.extent and clue.kind == "header":
            found.append(_line_around(text, clue.extent))
        elif clue.extent and clue.kind == "dateline":
            found.append(clue.extent)
    return _merged(found)


def _line_around(text: str, extent: Extent) -> Extent:
    """The line a header date stands in; the date alone where a whole article stands in that line."""
    start = max(text.rfind("\n", 0, extent.start), text.rfind("\r", 0, extent.start)) + 1
    rest = _HEADER_REST.match(text, extent.end)
    assert rest
    return Extent(start, rest.end()) if rest.end() - start <= _LONGEST_LINE else extent


def _merged(extents: list[Extent]) -> tuple[Extent, ...]:
    merged: list[Extent] = []
    for extent in sorted(extents):
        if merged and extent.start <= merged[-1].end:
            merged[-1] = Extent(merged[-1].start, max(merged[-1].end, extent.end))
        else:
            merged.append(extent)
    return tuple(merged)
