"""HTML -> its paragraphs with their places, and what its head says. No library: whole pages are judged by html.py."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from claimdiff.errors import ClaimdiffError
from claimdiff.readers._sourced import SOFT_BREAK, Sourced, joined
from claimdiff.readers._tags import Tag, Words, tokens

DEEPEST = 500
"""Elements inside each other; a page has some thirty, and libraries give up in silence on many more."""
_BLOCKS = frozenset(
    """address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 head header hr html iframe legend li main menu nav noscript ol option optgroup p pre section select summary
    table tbody td template tfoot th thead title tr ul video audio svg math textarea script style""".split(),
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_HIDDEN = frozenset("script style template noscript head svg math select textarea iframe xmp noembed noframes title datalist object button".split())
"""Elements whose text nobody sees as text."""
_FIGURES, _ABOVE = "0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOWERED = str.maketrans(_ABOVE, _FIGURES)
_IS_ABOVE = re.compile(f"[{_ABOVE}]")
_RAISED = str.maketrans(_FIGURES, _ABOVE)
"""Figures above the line: the number of a note, or a power, is no digit of the number before it."""
_CELL_ENDS = frozenset({"td", "th", "tr"})
_CLOSED_BY: dict[str, AbstractSet[str]] = {
    "p": _BLOCKS,
    "li": {"li"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
    "td": _CELL_ENDS,
    "th": _CELL_ENDS,
    "tr": {"tr"},
    "head": _BLOCKS - {"script", "style", "template", "noscript", "title"},
}
"""Elements whose end tag may be left out, and what ends them."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, caption or the like.

    Attributes:
        words: white space squeezed.
        inside: the elements around it, the outermost first: name, and number in the order of start tags.
        linked: how many of its characters are links.
    """

    words: Sourced
    inside: tuple[tuple[str, int], ...]
    linked: int

    def within(self, *names: str) -> bool:
        """Whether an element of one of these names is around it."""
        return any(name in names for name, _ in self.inside)


@dataclass(slots=True)
class Page:
    """What a page or a fragment holds."""

    blocks: list[Block] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)
    """Start tags that may carry metadata: meta, time, script, title, and whatever has an itemprop."""
    unseen: list[tuple[int, int]] = field(default_factory=list)
    """Stretches of scripts and styles."""


def lowered(text: str) -> str:
    """The text with figures above the line as plain ones."""
    return text.translate(_LOWERED) if _IS_ABOVE.search(text) else text


def paragraphs(fragment: Sourced, path: str) -> tuple[Sourced, ...]:
    """The paragraphs of an HTML fragment, as feeds and content systems hold it; raises as ``read_page``."""
    page = read_page(fragment.text, path)
    return tuple(_translated(block.words, fragment) for block in page.blocks)


def read_page(source: str, path: str, most: int | None = None) -> Page:
    """All blocks of a page, whatever they are about; reading ends behind the first block that is one more than ``most``.

    Raises:
        ClaimdiffError: its elements are nested too deeply.
    """
    walk = _Walk(path)
    for token in tokens(source):
        if isinstance(token, Words):
            walk.say(token)
        else:
            walk.see(token)
        if most is not None and len(walk.page.blocks) > most:
            return walk.page
    walk.flush()
    return walk.page


class _Walk:
    def __init__(self, path: str) -> None:
        self.path = path
        self.page = Page()
        self._open: list[tuple[str, int]] = []
        self._names: Counter[str] = Counter()
        self._parts: list[Sourced] = []
        self._linked = 0
        self._hidden = 0
        self._links = 0
        self._raised = 0
        self._count = 0
        self._broke = False

    def say(self, words: Words) -> None:
        if self._hidden:
            return
        text = words.text
        if self._raised and self._parts and not self._parts[-1].text[-1].isspace():
            text = text.translate(_RAISED)
        if not text.isspace():
            self._broke = False
        # A reference that stands for two characters has one place.
        self._parts += [Sourced(text, ((0, words.at),))] if len(text) == words.length else [Sourced(one, ((0, words.at),)) for one in text]
        self._linked += len(text) if self._links else 0

    def see(self, tag: Tag) -> None:
        if tag.raw is not None and tag.name in ("script", "style"):
            self.page.unseen.append((tag.at, tag.end))
        if not tag.closes and (tag.name in ("meta", "time", "script", "title") or "itemprop" in tag.attributes):
            self.page.tags.append(tag)
        if tag.name == "br":
            self._break(tag)
        elif tag.name in _BLOCKS:
            self.flush()
        if tag.closes:
            self._close(tag.name)
        elif tag.name not in _VOID:
            self._begin(tag)

    def flush(self) -> None:
        """End the paragraph."""
        words = joined(self._parts).squeezed()
        if words.text:
            self.page.blocks.append(Block(words, tuple(self._open), min(self._linked, len(words.text))))
        self._parts, self._linked, self._broke = [], 0, False

    def _break(self, tag: Tag) -> None:
        if self._broke:
            self.flush()
        elif not self._hidden:
            self._parts.append(Sourced(SOFT_BREAK, ((0, tag.at),)))
            self._broke = True

    def _begin(self, tag: Tag) -> None:
        while self._open and (tag.name == "body" or tag.name in _CLOSED_BY.get(self._open[-1][0], ())):
            self._pop()
        if len(self._open) >= DEEPEST:
            raise ClaimdiffError(f"elements nested more than {DEEPEST:,} deep", self.path, "save the article as plain text")
        self._count += 1
        self._names[tag.name] += 1
        self._open.append((tag.name, self._count))
        self._hidden += tag.name in _HIDDEN
        self._links += tag.name == "a"
        self._raised += tag.name == "sup"

    def _close(self, name: str) -> None:
        if not self._names[name]:
            return
        # What is in the block around it is looked through, and no more: "</b>" ends no paragraph.
        for back, (opened, _) in enumerate(reversed(self._open), start=1):
            if opened == name:
                for _ in range(back):
                    self._pop()
                return
            if opened in _BLOCKS and name not in _BLOCKS:
                return

    def _pop(self) -> None:
        name, _ = self._open.pop()
        self._names[name] -= 1
        self._hidden -= name in _HIDDEN
        self._links -= name == "a"
        self._raised -= name == "sup"


def _translated(words: Sourced, source: Sourced) -> Sourced:
    """Words whose places are offsets of ``source.text``, with those of the file instead."""
    ends = [offset for offset, _ in words.anchors[1:]] + [len(words.text)]
    return joined(_stretches(words, source, ends))


def _stretches(words: Sourced, source: Sourced, ends: list[int]) -> Iterator[Sourced]:
    for (offset, at), end in zip(words.anchors, ends, strict=True):
        yield Sourced(words.text[offset:end], source.cut(at, at + end - offset).anchors)
