"""Rich Text Format 1.9: .rtf, deleted text of tracked changes left out."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace
from datetime import date

from claimdiff.errors import ClaimdiffError
from claimdiff.model import Document
from claimdiff.readers._blocks import Story, document_of
from claimdiff.readers._sourced import SOFT_BREAK, Sourced

SUFFIXES = (".rtf",)

_TOKEN = re.compile(
    rb"\\(?:'(?P<hex>[0-9a-fA-F]{2})|(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?|(?P<sign>[^a-zA-Z\r\n])|(?P<newline>\r\n?|\n))"
    rb"|(?P<brace>[{}])|[\r\n]+|(?P<text>[^\\{}\r\n]+)|\\",
)
_DEEPEST = 1_000
_UNSEEN = frozenset(
    b"""fonttbl colortbl stylesheet info pict object fldinst header headerl headerr headerf footer footerl footerr footerf
    annotation atnid atnauthor atnref atnicn listtable listoverridetable revtbl rsidtbl generator xmlnstbl themedata colorschememapping
    datastore latentstyles filetbl nonshppict bkmkstart bkmkend pntext pntxta pntxtb xe tc txe userprops docvar mmathPr""".split(),
)
"""Groups whose text is no part of the article: tables of styles, pictures, page headers, comments."""
_NOTES = frozenset({b"footnote"})
_SIGNS = {
    b"tab": " ", b"line": SOFT_BREAK, b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”",
    b"bullet": "•", b"emspace": " ", b"enspace": " ", b"~": " ", b"_": "-", b"-": "",
}  # fmt: skip
_ENDS = frozenset({b"par", b"sect", b"page", b"cell", b"row", b"nestcell", b"nestrow"})
_NUMBERED = {10_000: "mac-roman", 65_001: "utf-8"}
_CODE_PAGES = {b"mac": "mac-roman", b"pc": "cp437", b"pca": "cp850", b"ansi": "cp1252"}


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside a group.

    Attributes:
        unseen: its text is no part of the article.
        deleted: it was deleted by a tracked change, or is hidden.
        note: it is a footnote.
        skip: how many characters stand for a Unicode one in old programs.
    """

    unseen: bool = False
    deleted: bool = False
    hidden: bool = False
    note: bool = False
    skip: int = 1


def recognises(data: bytes) -> bool:
    """Whether ``data`` begins as RTF does."""
    return data.lstrip()[:5] == b"{\\rtf"


def read(data: bytes, path: str, published: date | None = None) -> Document:
    """Text and tables, then footnotes, by paragraph number. The file's own dates are those of saving and never used.

    Args:
        data: the whole file.
        path: as the user gave it.
        published: publication date that wins over the text's own.

    Raises:
        ClaimdiffError: it is no RTF, is nested too deeply, or holds no text.
    """
    if not recognises(data):
        raise ClaimdiffError("no RTF: it does not begin with {\\rtf", path, "leave out --input-format")
    text = _Text(path)
    text.read(data)
    paragraphs = [Sourced(words).squeezed() for told in (text.body, text.notes) for words in _whole(told).split("\0")]
    blocks = tuple(Sourced(one.text, ((0, number),)) for number, one in enumerate(paragraphs, start=1))
    warnings = ("tracked changes were read as accepted",) if text.changed else ()
    return document_of(Story(blocks, warnings=warnings), path, published, None)


def _whole(parts: list[str]) -> str:
    """The parts joined; a character beyond 16 bits comes in two of them."""
    return "".join(parts).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


class _Text:
    """The characters of an RTF file; NUL ends a paragraph."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.body: list[str] = []
        self.notes: list[str] = []
        self.changed = False
        self._state = _State()
        self._outer: list[_State] = []
        self._code_page = "cp1252"
        self._skipping = 0
        self._optional = False
        self._bytes = bytearray()

    def read(self, data: bytes) -> None:
        binary = 0
        for match in _TOKEN.finditer(data):
            if match.start() < binary:
                continue
            if match["hex"]:
                self._byte(int(match["hex"], 16))
            elif match["text"]:
                self._plain(match["text"])
            elif match["brace"]:
                self._flush()
                self._group(match["brace"])
            elif match["newline"]:
                self._say("\0")
            elif match["sign"]:
                self._sign(match["sign"])
            elif match["word"] == b"bin":
                binary = match.end() + max(0, int(match["number"] or 0))
            elif match["word"]:
                self._word(match["word"], int(match["number"]) if match["number"] else None)
        self._flush()

    def _group(self, brace: bytes) -> None:
        self._skipping = 0
        if brace == b"{":
            if len(self._outer) >= _DEEPEST:
                raise ClaimdiffError(f"RTF nested more than {_DEEPEST:,} deep", self.path, "save the article as plain text")
            self._outer.append(self._state)
        elif self._outer:
            if self._state.note and not self._outer[-1].note:
                self.notes.append("\0")
            self._state = self._outer.pop()
        self._optional = False

    def _word(self, word: bytes, number: int | None) -> None:
        self._flush()
        optional, self._optional = self._optional, False
        if word == b"u" and number is not None:
            self._say(chr(number % 0x10000))
            self._skipping = self._state.skip
        elif word in _SIGNS:
            self._say(_SIGNS[word])
        elif word in _ENDS:
            self._say("\0")
        elif word in _CODE_PAGES:
            self._code_page = _CODE_PAGES[word]
        elif word == b"ansicpg" and number:
            self._code_page = _known(number)
        else:
            self._state = self._changed(word, number, optional)

    def _changed(self, word: bytes, number: int | None, optional: bool) -> _State:
        """What holds from here to the end of the group."""
        state, on = self._state, number != 0
        if word == b"deleted":
            self.changed = self.changed or on
            return replace(state, deleted=on)
        if word == b"revised":
            self.changed = self.changed or on
            return state
        if word == b"v":
            return replace(state, hidden=on)
        if word == b"plain":
            return replace(state, deleted=False, hidden=False)
        if word == b"uc" and number is not None:
            return replace(state, skip=min(max(number, 0), 8))
        if word in _NOTES:
            return replace(state, note=True)
        return replace(state, unseen=True) if word in _UNSEEN or optional else state

    def _sign(self, sign: bytes) -> None:
        self._flush()
        if sign == b"*":
            self._optional = True
        elif sign in b"\\{}":
            self._say(sign.decode("ascii"))
        else:
            self._say(_SIGNS.get(sign, ""))

    def _byte(self, code: int) -> None:
        if self._skipping:
            self._skipping -= 1
            return
        self._bytes.append(code)

    def _plain(self, text: bytes) -> None:
        skipped = min(self._skipping, len(text))
        self._skipping -= skipped
        self._bytes += text[skipped:]

    def _flush(self) -> None:
        if self._bytes:
            self._say(self._bytes.decode(self._code_page, "replace"))
            self._bytes.clear()

    def _say(self, text: str) -> None:
        state = self._state
        if not (state.unseen or state.deleted or state.hidden):
            (self.notes if state.note else self.body).append(text)


def _known(number: int) -> str:
    try:
        return _NUMBERED.get(number) or codecs.lookup(f"cp{number}").name
    except LookupError:
        return "cp1252"
