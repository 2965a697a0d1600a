"""What the readers of JSON exports share: one article or several in a file, headline and paragraphs with their places."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from claimdiff.errors import ClaimdiffError
from claimdiff.model import Document
from claimdiff.readers._blocks import Story, documents_of
from claimdiff.readers._decoding import decode
from claimdiff.readers._html import paragraphs
from claimdiff.readers._json import load, sourced
from claimdiff.readers._sourced import LINE_END, Sourced, line_starts

Json = dict[str, Any]


class Export:
    """The text of a JSON file, for readers that ask it for the places of its strings."""

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        self.source, self.warnings = decode(data, path)
        self.value = load(self.source, path)

    def line(self, text: object) -> Sourced:
        """A string that is one paragraph of plain text; nothing for any other value."""
        return sourced(text, self.source).squeezed()

    def plain(self, text: object) -> Iterator[Sourced]:
        """The paragraphs of a string of plain text: its lines, unless blank lines stand between them."""
        whole = sourced(text, self.source)
        at = 0
        blank = "\n\n" in whole.text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
        for match in LINE_END.finditer(whole.text):
            if not blank or LINE_END.match(whole.text, match.end()):
                yield whole.cut(at, match.start()).squeezed()
                at = match.end()
        yield whole.cut(at, len(whole.text)).squeezed()

    def marked_up(self, text: object) -> tuple[Sourced, ...]:
        """The paragraphs of a string of HTML."""
        return paragraphs(sourced(text, self.source), self.path)


def read_stories(
    data: bytes, path: str, published: date | None, find: Callable[[Any], Sequence[Json]], tell: Callable[[Export, Json], Story]
) -> tuple[Document, ...]:
    """Every article of an export.

    Args:
        data: the whole file.
        path: as the user gave it.
        published: publication date that wins over those of the articles.
        find: the articles in the JSON value.
        tell: the story of one of them.

    Raises:
        ClaimdiffError: there is no article, or no text in one.
    """
    export = Export(data, path)
    found = find(export.value)
    if not found:
        raise ClaimdiffError("no article of this format in it", path, "choose another with --input-format")
    stories = [_with_warnings(tell(export, one), export.warnings) for one in found]
    return documents_of(stories, path, published, line_starts(export.source))


def _with_warnings(story: Story, warnings: tuple[str, ...]) -> Story:
    return Story(story.blocks, story.title, story.clues, story.place, (*warnings, *story.warnings))
