"""Office Open XML (ECMA-376, part 1, section 17) -> the paragraphs of a Word file, its changes accepted or undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from posixpath import normpath

from claimdiff.errors import ClaimdiffError
from claimdiff.model import Document
from claimdiff.readers._blocks import Story, document_of
from claimdiff.readers._sourced import SOFT_BREAK, Sourced
from claimdiff.readers._xml import Element, parse
from claimdiff.readers._zip import Parts

_MAIN = "word/document.xml"
_NOTES = (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote"))
_TITLE_STYLES = ("title", "heading1", "headline")
_INSERTED, _DELETED = frozenset({"ins", "moveTo", "cellIns"}), frozenset({"del", "moveFrom", "cellDel"})
_MARKED = {"tr": "trPr", "tc": "tcPr"}
"""Parts of a table, and where they say that they are a change as a whole."""
_OFF = ("0", "false", "off")
_UNSEEN = frozenset("Fallback instrText delInstrText pPr rPr sectPr tblPr trPr tcPr sdtPr rPrChange pPrChange".split())
_SIGNS = {"tab": " ", "br": SOFT_BREAK, "cr": SOFT_BREAK, "noBreakHyphen": "-", "ptab": " "}


def read_word(data: bytes, path: str, published: date | None, *, original: bool) -> Document:
    """The Document of a Word file.

    Args:
        data: the whole file.
        path: as the user gave it.
        published: publication date, if the user gives one: the file's own are those of its template and of saving.
        original: whether tracked changes are undone instead of accepted.

    Raises:
        ClaimdiffError: it is no Word file, or a damaged or hostile one, or holds no text.
    """
    parts = Parts(data, path)
    name = _main_part(parts, path)
    main = parts.read(name)
    if main is None:
        raise ClaimdiffError("a zip file that holds no Word document", path, "name a .docx file, or save the article as plain text")
    walk = _Walk(original)
    root = parse(main, f"{path}: {name}")[0]
    body = root.first("body")
    paragraphs = [*walk.paragraphs(body)] if body else []
    title = next((one.words.text for one in paragraphs if one.style in _TITLE_STYLES and one.words.text), None)
    notes = [note for part, kind in _NOTES for note in _notes(parts, part, kind, walk, path)]
    blocks = [Sourced(block.text, ((0, number),)) for number, block in enumerate([one.words for one in paragraphs] + notes, start=1)]
    return document_of(Story(tuple(blocks), title, warnings=walk.warnings()), path, published, None)


def _main_part(parts: Parts, path: str) -> str:
    """The part that is the document, whatever the program that wrote the file calls it."""
    relations = parts.read("_rels/.rels")
    if relations is not None:
        for one in parse(relations, path)[0].elements("Relationship"):
            if one.attributes.get("Type", "").endswith("/officeDocument"):
                return normpath(one.attributes.get("Target", _MAIN).lstrip("/"))
    return _MAIN


def _notes(parts: Parts, name: str, kind: str, walk: _Walk, path: str) -> Iterator[Sourced]:
    """The footnotes, behind the text: inside it they would tear its sentences apart."""
    data = parts.read(name)
    for note in parse(data, f"{path}: {name}")[0].elements(kind) if data else ():
        # The lines that separate notes from text are notes with a type.
        if "type" not in note.attributes:
            yield from (one.words for one in walk.paragraphs(note))


@dataclass(frozen=True, slots=True)
class _Paragraph:
    words: Sourced
    style: str


class _Walk:
    """Goes through elements; every ``w:p`` is a paragraph, but for one whose mark was deleted, which runs on into the next."""

    def __init__(self, original: bool) -> None:
        self.original = original
        self.insertions = self.deletions = 0

    def paragraphs(self, holder: Element) -> Iterator[_Paragraph]:
        """The paragraphs inside an element, in order, empty ones too: they count."""
        begun: list[str] = []
        for element in self._in(holder):
            style = _style(element)
            begun += self._text(element)
            boxes = [*self._boxes(element)]
            if not self._runs_on(element):
                yield _Paragraph(Sourced("".join(begun)).squeezed(), style)
                begun = []
            for box in boxes:
                yield from self.paragraphs(box)
        if begun:
            yield _Paragraph(Sourced("".join(begun)).squeezed(), "")

    def warnings(self) -> tuple[str, ...]:
        """What had to be decided."""
        if not self.insertions and not self.deletions:
            return ()
        counts = f"insertions: {self.insertions}, deletions: {self.deletions}"
        if self.original:
            return (f"tracked changes were undone ({counts})",)
        return (f"tracked changes were read as accepted ({counts}); --input-format word-original reads the text before them",)

    def _in(self, holder: Element) -> Iterator[Element]:
        for child in holder.elements():
            if child.name == "p":
                yield child
                continue
            for change in _changes(child):
                self.insertions += change in _INSERTED
                self.deletions += change in _DELETED
            if not self._gone(child) and child.name not in _UNSEEN:
                yield from self._in(child)

    def _gone(self, element: Element) -> bool:
        undone = _INSERTED if self.original else _DELETED
        return element.name in undone or _hidden(element) or any(change in undone for change in _changes(element))

    def _text(self, element: Element) -> Iterator[str]:
        for child in element.children:
            if isinstance(child, Sourced):
                if element.name in ("t", "delText"):
                    yield child.text
                continue
            if child.name in _INSERTED | _DELETED and any(True for _ in child.every("r")):
                self.insertions += child.name in _INSERTED
                self.deletions += child.name in _DELETED
            if child.name in _SIGNS:
                yield _SIGNS[child.name]
            elif not self._gone(child) and child.name not in _UNSEEN and child.name != "txbxContent":
                yield from self._text(child)

    def _boxes(self, element: Element) -> Iterator[Element]:
        """Text boxes anchored in a paragraph; a copy for old programs is left out."""
        for child in element.elements():
            if child.name == "txbxContent":
                yield child
            elif child.name not in _UNSEEN and not self._gone(child):
                yield from self._boxes(child)

    def _runs_on(self, paragraph: Element) -> bool:
        """Whether the mark at the paragraph's end is one of the changes that do not hold."""
        mark = paragraph.first("pPr", "rPr")
        return mark is not None and any(self._gone(child) for child in mark.elements())


def _changes(element: Element) -> Iterator[str]:
    """The tracked changes that a row or cell is as a whole."""
    marks = element.first(_MARKED[element.name]) if element.name in _MARKED else None
    return (mark.name for mark in marks.elements() if mark.name in _INSERTED | _DELETED) if marks else iter(())


def _hidden(element: Element) -> bool:
    """Whether it is a run that nobody sees."""
    mark = element.first("rPr", "vanish") if element.name == "r" else None
    return mark is not None and mark.attributes.get("val", "1") not in _OFF


def _style(paragraph: Element) -> str:
    named = paragraph.first("pPr", "pStyle")
    return named.attributes.get("val", "").replace(" ", "").lower() if named else ""
