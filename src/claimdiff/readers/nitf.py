"""NITF: the IPTC's News Industry Text Format (https://iptc.org/std/NITF/)."""

from __future__ import annotations

from datetime import date

from claimdiff.errors import ClaimdiffError
from claimdiff.model import Document
from claimdiff.readers._blocks import Story, document_of
from claimdiff.readers._nitf import story_of
from claimdiff.readers._sourced import line_starts
from claimdiff.readers._xml import parse, root_of

SUFFIXES = (".nitf",)


def recognises(data: bytes) -> bool:
    """Whether the root element is NITF's."""
    return root_of(data) == "nitf"


def read(data: bytes, path: str, published: date | None = None) -> Document:
    """Headline, body and captions of a NITF story.

    The date is that of issue, else of publication in a paper, else that of its dateline; the release date is an embargo
    and never believed.

    Args:
        data: the whole file.
        path: as the user gave it.
        published: publication date that wins over the story's own.

    Raises:
        ClaimdiffError: it is not well formed, declares entities, or holds no text.
    """
    root, source, warnings = parse(data, path)
    if root.name != "nitf":
        raise ClaimdiffError("no NITF: its root element is another", path, "leave out --input-format")
    story = story_of(root)
    return document_of(Story(story.blocks, story.title, story.clues, story.place, (*warnings, *story.warnings)), path, published, line_starts(source))
