"""Marks that overlap and nest, cut into pieces that do neither."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from claimdiff.model import Extent


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of an article that something is said about; ``label`` names what: a finding, an agreement, a kind of aside."""

    extent: Extent
    label: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that the same marks cover from end to end.

    Attributes:
        extent: where.
        labels: of the marks that cover it, the shortest mark first.
        ending: of those that end with it.
    """

    extent: Extent
    labels: tuple[str, ...] = ()
    ending: tuple[str, ...] = ()


def cut(marks: Iterable[Mark], whole: Extent) -> Iterator[Piece]:
    """The pieces of ``whole`` in order, without a gap; empty marks mark nothing."""
    opening: defaultdict[int, list[int]] = defaultdict(list)
    closing: defaultdict[int, list[int]] = defaultdict(list)
    known = [mark for mark in marks if mark.extent.start < mark.extent.end]
    for i, mark in enumerate(known):
        opening[mark.extent.start].append(i)
        closing[mark.extent.end].append(i)
    active: set[int] = set()
    edges = sorted({whole.start, whole.end, *opening, *closing})
    for start, end in pairwise(edges):
        active.difference_update(closing[start])
        active.update(opening[start])
        inner = sorted(active, key=lambda i: (known[i].extent.end - known[i].extent.start, i))
        ending = [known[i].label for i in inner if known[i].extent.end == end]
        yield Piece(Extent(start, end), tuple(dict.fromkeys(known[i].label for i in inner)), tuple(dict.fromkeys(ending)))
