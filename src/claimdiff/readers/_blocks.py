"""Paragraphs and metadata -> Document: what all readers of more than plain text have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from claimdiff.errors import ClaimdiffError
from claimdiff.model import DateClue, Document, Origin
from claimdiff.readers._dates import find_clues, place_of, rank
from claimdiff.readers._decoding import clean
from claimdiff.readers._furniture import find_furniture
from claimdiff.readers._sourced import Sourced, joined, origin
from claimdiff.readers._titles import title_of

MOST = 1_000
"""Articles in a file; no feed has so many."""
_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Story:
    """An article as a reader of a format found it.

    Attributes:
        blocks: its headline and paragraphs in reading order, white space squeezed.
        title: its headline, None if it has none.
        clues: dates of its metadata, the most believed first.
        place: where its metadata says it was filed.
        warnings: what the reader had to guess, a sentence each.
    """

    blocks: tuple[Sourced, ...]
    title: str | None = None
    clues: tuple[DateClue, ...] = ()
    place: str | None = None
    warnings: tuple[str, ...] = ()


def documents_of(stories: Sequence[Story], path: str, published: date | None, lines: Sequence[int]) -> tuple[Document, ...]:
    """The Documents of all stories of a file, numbered where there are several; in all else as ``document_of``.

    Raises:
        ClaimdiffError: there are too many, or one holds no text.
    """
    if len(stories) > MOST:
        raise ClaimdiffError(f"holds more than {MOST:,} articles", path, "split the file")
    numbers = range(1, len(stories) + 1) if len(stories) > 1 else (0,)
    return tuple(document_of(story, path, published, lines, number) for number, story in zip(numbers, stories, strict=True))


def document_of(story: Story, path: str, published: date | None, lines: Sequence[int] | None, item: int = 0) -> Document:
    """The Document of a story.

    Args:
        story: what was found.
        path: of the file, as the user gave it.
        published: publication date that wins over the story's own.
        lines: where the lines of the file start that the story's places are in; None where there are none but paragraphs.
        item: which one of several stories in the file, from 1; 0 for the only one.

    Raises:
        ClaimdiffError: the story holds no text.
    """
    path = f"{path}#{item}" if item else path
    blocks = [block for block in story.blocks if block.text]
    if not blocks:
        raise ClaimdiffError("no text found in it", path, "save the article as plain text")
    words = joined(part for block in blocks for part in (block, _separator(block)))
    text, warnings = clean(words.text, story.warnings)
    clues, doubts = find_clues(text, story.clues)
    day, from_, ranked = rank(clues, published)
    return Document(
        path=path,
        text=text,
        title=story.title or title_of(text, [clue.extent for clue in ranked if clue.extent]),
        published=day,
        published_from=from_,
        dates=ranked,
        place=place_of(text, ranked) or story.place,
        origin=_paragraphs(blocks) if lines is None else origin(replace(words, text=text), lines, item),
        furniture=find_furniture(text, ranked),
        warnings=(*warnings, *doubts),
    )


def _separator(block: Sourced) -> Sourced:
    return Sourced(_BETWEEN, ((0, block.at(len(block.text) - 1) + 1),))


def _paragraphs(blocks: Sequence[Sourced]) -> Origin:
    """By number: where there are no lines, the source of a paragraph's first character is the paragraph's number."""
    anchors = []
    at = 0
    for block in blocks:
        anchors.append((at, block.anchors[0][1], 1))
        at += len(block.text) + len(_BETWEEN)
    return Origin("paragraph", tuple(anchors))
