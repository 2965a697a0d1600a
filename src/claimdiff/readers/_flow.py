"""Paragraphs of XML that marks up news as XHTML and NITF do."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from claimdiff.readers._sourced import SOFT_BREAK, Sourced, joined
from claimdiff.readers._xml import Element

_PARAGRAPHS = frozenset(
    """p h1 h2 h3 h4 h5 h6 hl1 hl2 hl3 li dt dd td th caption figcaption media-caption pre credit div section article aside blockquote
    figure ul ol dl table tr block bq fn media body body.content""".split(),
)
_BREAKS = frozenset({"br"})


def paragraphs(element: Element, hidden: AbstractSet[str] = frozenset()) -> Iterator[Sourced]:
    """The paragraphs inside an element, in order, without those in elements named in ``hidden``."""
    loose: list[Sourced] = []
    for part in _parts(element, hidden):
        if part is None:
            yield joined(loose).squeezed()
            loose = []
        else:
            loose.append(part)
    yield joined(loose).squeezed()


def _parts(element: Element, hidden: AbstractSet[str]) -> Iterator[Sourced | None]:
    """The text inside an element; None where a paragraph begins or ends."""
    for child in element.children:
        if isinstance(child, Sourced):
            yield child
        elif child.name in _BREAKS:
            yield Sourced(SOFT_BREAK)
        elif child.name not in hidden:
            block = child.name in _PARAGRAPHS
            if block:
                yield None
            yield from _parts(child, hidden)
            if block:
                yield None
