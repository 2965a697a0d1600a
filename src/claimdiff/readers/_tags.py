"""HTML source -> words, tags and their places, in one pass that no input can slow down.

The tokenizer of Python's html.parser takes quadratic time on unclosed tags and comments before 3.13, so this one is our own.
It follows the HTML standard, section 13.2.5, as far as text and attributes need it: whatever it cannot read is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_NAME = re.compile(r"[a-zA-Z][^\s/>]*")
_ATTRIBUTE = re.compile(r"[\s/]*(?P<name>[^\s/>=][^\s/>=]*)(?:\s*=\s*(?:(?P<quote>[\"'])|(?P<bare>[^\s>]*)))?")
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
"""Elements that hold characters and no tags."""


@dataclass(frozen=True, slots=True)
class Words:
    """Characters as they appear: ``length`` characters of the source at ``at`` make ``text``."""

    text: str
    at: int
    length: int


@dataclass(frozen=True, slots=True)
class Tag:
    """A start or end tag in the source ``[at, end)``; ``raw`` is what stands in an element that holds no tags."""

    name: str
    at: int
    end: int
    closes: bool
    attributes: dict[str, str]
    raw: str | None = None


class _Finder:
    """``str.find`` that never looks twice for what is not there."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._missing: dict[str, int] = {}

    def find(self, what: str, start: int) -> int:
        if start >= self._missing.get(what, len(self.text) + 1):
            return -1
        at = self.text.find(what, start)
        if at < 0:
            self._missing[what] = min(start, self._missing.get(what, start))
        return at


def tokens(source: str) -> Iterator[Words | Tag]:
    """The words and tags of ``source`` in order; comments, declarations and instructions are passed over."""
    finder = _Finder(source)
    done = look = 0
    while (opening := finder.find("<", look)) >= 0:
        found = _markup(finder, opening)
        if found is None:
            look = opening + 1
            continue
        tag, end = found
        yield from words(source, done, opening)
        done = look = end
        if tag is not None:
            yield tag
    yield from words(source, done, len(source))


def words(source: str, start: int, end: int) -> Iterator[Words]:
    """The characters of a stretch, character references resolved."""
    for match in _REFERENCE.finditer(source, start, end):
        told = unescape(match.group())
        if told == match.group():
            continue
        if match.start() > start:
            yield Words(source[start : match.start()], start, match.start() - start)
        yield Words(told, match.start(), match.end() - match.start())
        start = match.end()
    if end > start:
        yield Words(source[start:end], start, end - start)


def _markup(finder: _Finder, at: int) -> tuple[Tag | None, int] | None:
    """The tag at ``<``, or None for what is passed over, and where it ends; None for a ``<`` that opens nothing."""
    source = finder.text
    if source.startswith("<!--", at):
        return _passed(finder, "-->", at + 4)
    if source.startswith("<![CDATA[", at):
        return _passed(finder, "]]>", at)
    if source.startswith(("<!", "<?"), at):
        return _passed(finder, ">", at)
    closes = source.startswith("</", at)
    name = _NAME.match(source, at + 1 + closes)
    if name is None:
        return None
    read = _attributes(finder, name.end())
    if read is None:
        return None
    attributes, end = read
    lowered = name.group().lower()
    if lowered in _RAW and not closes:
        ends = [close for spelled in (lowered, lowered.upper(), name.group()) if (close := finder.find(f"</{spelled}", end)) >= 0]
        stop = min(ends, default=len(source))
        return Tag(lowered, at, stop, closes, attributes, source[end:stop]), stop
    return Tag(lowered, at, end, closes, attributes), end


def _passed(finder: _Finder, closing: str, at: int) -> tuple[None, int] | None:
    end = finder.find(closing, at)
    return None if end < 0 else (None, end + len(closing))


def _attributes(finder: _Finder, at: int) -> tuple[dict[str, str], int] | None:
    """The attributes that stand from ``at`` on and where their tag ends; None for a tag that is never closed."""
    source = finder.text
    found: dict[str, str] = {}
    first = finder.find(">", at)
    if first < 0:
        return None
    while (match := _ATTRIBUTE.match(source, at)) is not None:
        at = match.end()
        value = match["bare"] or ""
        if match["quote"]:
            end = finder.find(match["quote"], at)
            # A tag whose quotation mark is missing ends where it would without: no ``<`` is ever read twice.
            if end < 0 or finder.find(">", end) < 0:
                return found, first + 1
            value = source[at:end]
            at = end + 1
        found.setdefault(match["name"].lower(), unescape(value))
    end = finder.find(">", at)
    return found, (end if end >= 0 else first) + 1
