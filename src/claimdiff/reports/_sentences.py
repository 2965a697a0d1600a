"""The sentences around the places of a finding, in pieces: what differs and what stands around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimdiff.model import Extent, Location
from claimdiff.reports._escape import visible


def sentences(locations: Iterable[Location]) -> list[list[Location]]:
    """Locations that follow each other in one sentence together: its words are shown once."""
    groups: list[list[Location]] = []
    for location in locations:
        last = groups[-1][-1] if groups else None
        if last and last.document is location.document and last.sentence == location.sentence:
            groups[-1].append(location)
        else:
            groups.append([location])
    return groups


def pieces(locations: Sequence[Location]) -> Iterator[tuple[str, bool]]:
    """The sentence of the locations on one line, visible characters alone, in pieces, each with whether it is what differs."""
    text = locations[0].document.text
    extents = sorted(location.extent for location in locations)
    start = min(locations[0].sentence.start, extents[0].start)
    end = max(locations[0].sentence.end, *(extent.end for extent in extents))
    at, first = start, True
    for extent in extents:
        marked = Extent(max(extent.start, at), max(extent.end, at))
        before, words = visible(text[at : marked.start]), visible(marked.of(text))
        yield before.lstrip(" ") if first else before, False
        if words:
            yield words, True
        first = first and not (before.strip(" ") or words)
        at = marked.end
    yield visible(text[at:end]).rstrip(" "), False
