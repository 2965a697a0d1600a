"""Markdown (CommonMark with tables) with or without front matter: .md."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from claimdiff.errors import ClaimdiffError
from claimdiff.model import Document
from claimdiff.readers._blocks import Story, document_of
from claimdiff.readers._decoding import decode
from claimdiff.readers._front_matter import front_matter
from claimdiff.readers._header_dates import CREATED, EMBARGOED, MODIFIED
from claimdiff.readers._moments import moments
from claimdiff.readers._sourced import SOFT_BREAK, Sourced, joined, line_starts

if TYPE_CHECKING:
    from markdown_it.token import Token

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".qmd")

LARGEST = 1_000_000
"""Characters, some 160,000 words; tokens of hostile ones take a thousand times the memory of the text."""
_FRONT = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:---[ \t]*(?:\r\n?|\n)(?:[ \t#][^\r\n]*[\r\n]|[\r\n]){0,50}[\"']?[\w-]+[\"']?[ \t]*:[ \t\r\n\"'\[]"
    rb"|\+\+\+[ \t]*(?:\r\n?|\n)(?:[ \t#][^\r\n]*[\r\n]|[\r\n]){0,50}[\"']?[\w-]+[\"']?[ \t]*=)",
)
_MODIFIED = "lastmod lastmodified modified updated updatedat datemodified".split()
_EMBARGOED = "embargo embargoed embargoeduntil".split()
_CREATED = "created datecreated".split()
_DATES = (
    *"published datepublished publishdate publisheddate publishedat publishedon publicationdate pubdate date".split(),
    *_MODIFIED,
    *_EMBARGOED,
    *_CREATED,
)
"""Names in lower case without hyphens and underscores, the most believed first."""
_ORDERS = {**dict.fromkeys(_MODIFIED, MODIFIED), **dict.fromkeys(_EMBARGOED, EMBARGOED), **dict.fromkeys(_CREATED, CREATED)}
_TITLES = ("title", "headline")
_RUNS = re.compile(r"\w+|\W")
_NEAR = 64
"""Characters that marks between two words may take."""


def recognises(data: bytes) -> bool:
    """Whether ``data`` begins with front matter."""
    return _FRONT.match(data[:4_096]) is not None


def read(data: bytes, path: str, published: date | None = None) -> Document:
    """The text of a Markdown file without its marks. Values of front matter are read as text, whatever YAML makes of them.

    Args:
        data: the whole file.
        path: as the user gave it.
        published: publication date that wins over the front matter's.

    Raises:
        ClaimdiffError: it is binary, too long, or holds no text.
    """
    source, warnings = decode(data, path)
    if len(source) > LARGEST:
        raise ClaimdiffError(f"Markdown of more than {LARGEST:,} characters", path, "save the article as plain text")
    fields, start = front_matter(source)
    named = {re.sub(r"[-_]", "", name).lower(): (name, value) for name, value in fields}
    clues, doubts = moments([(key, named[key][1]) for key in _DATES if key in named], _ORDERS)
    starts = line_starts(source)
    headings, blocks = _blocks(source, start)
    title = next((named[key][1] for key in _TITLES if key in named and named[key][1]), None) or next(iter(headings), None)
    place = named["dateline"][1] or None if "dateline" in named else None
    return document_of(Story(tuple(blocks), title, clues, place, (*warnings, *doubts)), path, published, starts)


def _blocks(source: str, start: int) -> tuple[list[str], list[Sourced]]:
    """The texts of headings, and all paragraphs, from ``start`` on."""
    from markdown_it import MarkdownIt

    body = source[start:]
    starts = [place + start for place in line_starts(body)] + [len(source)]
    headings: list[str] = []
    blocks: list[Sourced] = []
    previous = ""
    for token in MarkdownIt("commonmark").enable("table").parse(body):
        if token.type == "inline" and token.map:
            # A table's cells share their line: each is looked for behind the one before.
            begin, end = starts[token.map[0]], starts[min(token.map[1], len(starts) - 1)]
            begin = max(begin, _end_of(blocks, begin))
            words = joined(_words(token, source, begin, end)).squeezed()
            if words.text:
                blocks.append(words)
                headings += [words.text] if previous == "heading_open" else []
        previous = token.type
    return headings, blocks


def _end_of(blocks: list[Sourced], begin: int) -> int:
    return blocks[-1].at(len(blocks[-1].text) - 1) + 1 if blocks else begin


def _words(inline: Token, source: str, begin: int, end: int) -> Iterator[Sourced]:
    """The text of a block, each run with its place in the source: runs stand there in order, marks between them."""
    at = begin
    for token in _flat(inline):
        if token.type in ("softbreak", "hardbreak"):
            yield Sourced(SOFT_BREAK if token.type == "hardbreak" else " ", ((0, at),))
        elif token.content:
            # Word by word: a character reference is one character here and several there, an escaped one has a mark before it.
            whole = source.find(token.content, at, end)
            for run in [token.content] if whole >= 0 else _RUNS.findall(token.content):
                found = source.find(run, at, whole + len(run) if whole >= 0 else min(end, at + len(run) + _NEAR))
                yield from [Sourced(run, ((0, found),))] if found >= 0 else (Sourced(one, ((0, at),)) for one in run)
                at = found + len(run) if found >= 0 else at


def _flat(inline: Token) -> Iterator[Token]:
    """The tokens that hold text, those inside an image's description among them."""
    for token in inline.children or ():
        if token.type == "image":
            yield from _flat(token)
        elif token.type in ("text", "text_special", "code_inline", "softbreak", "hardbreak"):
            yield token
