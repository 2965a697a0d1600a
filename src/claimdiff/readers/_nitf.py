"""NITF's elements -> Story; the format stands alone and inside NewsML-G2."""

from __future__ import annotations

from collections.abc import Iterator

from claimdiff.model import DateClue
from claimdiff.readers._blocks import Story
from claimdiff.readers._flow import paragraphs
from claimdiff.readers._header_dates import EMBARGOED
from claimdiff.readers._moments import moments
from claimdiff.readers._sourced import Sourced
from claimdiff.readers._xml import Element

_FIELDS = (("date.issue", "norm"), ("pubdata", "date.publication"), ("date.release", "norm"))
"""Elements and attributes that tell dates, the most believed first; release is when an embargo ends."""
_HIDDEN = frozenset({"media-reference", "media-metadata", "media-object", "byline", "dateline", "distributor", "rights"})


def story_of(root: Element) -> Story:
    """The story of a NITF document, a file of its own or inside NewsML-G2."""
    body = root.first("body")
    head = body.first("body.head") if body else None
    headline = next(head.every("hl1"), None) if head else None
    title = headline.words.squeezed() if headline else Sourced("")
    blocks = [title, *_below(head), *(paragraphs(content, _HIDDEN) if body and (content := body.first("body.content")) else ())]
    dateline = next(head.every("dateline"), None) if head else None
    clues, doubts = moments(_fields(root), {"date.release": EMBARGOED})
    location = next(dateline.every("location"), None) if dateline else None
    return Story(tuple(blocks), title.text or None, (*clues, *_filed(dateline)), location.text if location else None, doubts)


def _below(head: Element | None) -> Iterator[Sourced]:
    """Headlines below the first, and the abstract."""
    for element in head.every("hl2", "hl3", "abstract") if head else ():
        yield from paragraphs(element)


def _fields(root: Element) -> Iterator[tuple[str, object]]:
    head = root.first("head")
    for name, attribute in _FIELDS:
        for element in head.every(name) if head else ():
            yield name, element.attributes.get(attribute)


def _filed(dateline: Element | None) -> Iterator[DateClue]:
    """The day the dateline tells in its markup."""
    found = next(dateline.every("story.date"), None) if dateline else None
    clues, _ = moments([("story.date", found.attributes.get("norm") or found.text)] if found else (), {})
    for clue in clues:
        yield DateClue("dateline", clue.value, clue.time, clue.zone, name=clue.name)
