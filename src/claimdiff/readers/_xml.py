"""XML whose text remembers where in the file it stands; no entity is ever declared, and caps hold before anything is built."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.entities import name2codepoint
from typing import Any

from claimdiff.errors import ClaimdiffError
from claimdiff.readers._decoding import decode
from claimdiff.readers._sourced import Sourced, joined, line_starts

DEEPEST = 200
"""Elements inside each other; news formats have some fifteen."""
_REMEDY = "export the article again, or save it as plain text"
_DECLARED = re.compile(rb"""\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{1,40})["']""")
_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?.{0,500}?\?>\s*|<!--.{0,2000}?-->\s*|<!DOCTYPE\s[^\[>]{0,500}(?:\[[^\]]{0,2000}\]\s*)?>\s*){0,20}<(?:[\w.-]+:)?(?P<root>[\w.-]+)(?P<rest>[^>]{0,2000})",
    re.DOTALL,
)
_HEAD = 8_192


@dataclass(slots=True)
class Element:
    """An element: its name without prefix, the namespace of it, attributes without prefixes, and what it holds in order."""

    name: str
    space: str
    attributes: dict[str, str]
    children: list[Element | Sourced] = field(default_factory=list)

    def elements(self, *names: str) -> Iterator[Element]:
        """Its child elements, of these names if there are any."""
        for child in self.children:
            if isinstance(child, Element) and (not names or child.name in names):
                yield child

    def first(self, *path: str) -> Element | None:
        """The first element at the end of a path of names, None if there is none."""
        found: Element | None = self
        for name in path:
            found = next(found.elements(name), None) if found else None
        return found

    def every(self, *names: str) -> Iterator[Element]:
        """All elements of these names inside it, in order; those inside one that is found are not looked for."""
        for child in self.elements():
            if child.name in names:
                yield child
            else:
                yield from child.every(*names)

    @property
    def words(self) -> Sourced:
        """All text inside it."""
        return joined(child.words if isinstance(child, Element) else child for child in self.children)

    @property
    def text(self) -> str:
        """All text inside it, white space squeezed."""
        return " ".join(self.words.text.split())


def root_of(data: bytes) -> str | None:
    """The name of the root element, without namespace prefix; None if ``data`` is no XML."""
    match = _ROOT.match(data[:_HEAD])
    return match["root"].decode("ascii", "replace") if match else None


def parse(data: bytes, path: str) -> tuple[Element, str, tuple[str, ...]]:
    """The root element, the text of the file, and what had to be guessed of its encoding.

    A document type that only names its DTD, as NITF files do, is passed over; whatever it declares is refused, and
    nothing outside the file is ever fetched.

    Raises:
        ClaimdiffError: it is not well formed, declares entities, or is nested too deeply.
    """
    # Neither expat nor this module is imported before there is XML to read.
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser

    source, warnings = _decoded(data, path)
    builder = _Builder(source, path)
    # expat is told the encoding, whatever the file declares: its text is decoded already.
    parser = DefusedXMLParser(target=builder, encoding="utf-8")
    parser.entity.update((name, chr(code)) for name, code in name2codepoint.items())
    # Buffered, text would come with the place of what follows it.
    parser.parser.buffer_text = False
    builder.parser = parser.parser
    try:
        parser.feed(source.encode("utf-8"))
        return parser.close(), source, warnings
    except DefusedXmlException as error:
        raise ClaimdiffError("XML that declares entities, which can harm who reads it", path, _REMEDY) from error
    except ParseError as error:
        line, column = error.position
        raise ClaimdiffError(f"not well-formed XML: {str(error).partition(':')[0]} in line {line}, column {column + 1}", path, _REMEDY) from error


class _Builder:
    """Makes Elements of expat's events."""

    def __init__(self, source: str, path: str) -> None:
        self.parser: Any = None
        self.path = path
        self._starts = line_starts(source)
        self._open = [Element("", "", {})]

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) > DEEPEST:
            raise ClaimdiffError(f"XML nested more than {DEEPEST} deep", self.path, _REMEDY)
        element = Element(_local(name), name.rpartition("}")[0].lstrip("{"), {_local(key): value for key, value in attributes.items()})
        self._open[-1].children.append(element)
        self._open.append(element)

    def end(self, name: str) -> None:  # noqa: ARG002 - expat's signature
        self._open.pop()

    def data(self, text: str) -> None:
        at = self._starts[self.parser.CurrentLineNumber - 1] + self.parser.CurrentColumnNumber
        self._open[-1].children.append(Sourced(text, ((0, at),)))

    def close(self) -> Element:
        root = self._open[0].children[0]
        assert isinstance(root, Element)
        return root


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _decoded(data: bytes, path: str) -> tuple[str, tuple[str, ...]]:
    """The text in the encoding the file declares if it is in it, else as text files are read."""
    declared = _DECLARED.match(data[:_HEAD])
    if declared and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode(declared[1].decode("ascii")), ()
        except (LookupError, UnicodeError):
            pass
    return decode(data, path)
