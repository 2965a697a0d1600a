"""The files of the cases: each is made when a case asks for it."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

TOLL = "Published: 2021-03-02\n\nA rockfall killed {} people in the village of Tamrin on Monday, the mayor said.\n"
MARKS = "([{<\"'$“"
"""What the tokenizer takes off a word one by one."""
_XML = '<?xml version="1.0"?>\n'
_BOMB = (
    "<!DOCTYPE nitf [\n<!ENTITY a0 'quarry'>\n"
    + "".join(f"<!ENTITY a{i} '{f'&a{i - 1};' * 10}'>\n" for i in range(1, 10))
    + "]>\n<nitf><body><body.content><p>&a9;</p></body.content></body></nitf>\n"
)
_XXE = "<!DOCTYPE nitf [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<nitf><body><body.content><p>Twelve &x;</p></body.content></body></nitf>\n"
_NINJS = '{"uri": "tag:example.com,2021:1", "headline": "Quarry", "body_text": "Twelve people died.", "versioncreated": %s}'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TRACKED = (
    "<w:p><w:r><w:t xml:space='preserve'>The rockfall killed </w:t></w:r>"
    "<w:del w:id='1' w:author='A'><w:r><w:delText>12</w:delText></w:r></w:del>"
    "<w:ins w:id='2' w:author='A'><w:r><w:t>15</w:t></w:r></w:ins>"
    "<w:r><w:t xml:space='preserve'> people in Tamrin.</w:t></w:r></w:p>"
)


def docx(body: str) -> bytes:
    """The least that is a Word file."""
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
    }
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, _XML + content)
    return file.getvalue()


FILES: dict[str, Callable[[], str | bytes]] = {
    "a.txt": lambda: TOLL.format(107),
    "b.txt": lambda: TOLL.format(117),
    "empty.txt": lambda: "",
    "blank.txt": lambda: " \n\t\r\n\u00a0",
    "bom.txt": lambda: "\ufeff" + TOLL.format(107),
    "utf-16.txt": lambda: TOLL.format(107).encode("utf-16"),
    "utf-16-le.txt": lambda: TOLL.format(107).encode("utf-16-le"),
    "utf-16-be.txt": lambda: TOLL.format(107).encode("utf-16-be"),
    "cp1252.txt": lambda: "“The quarry lost £5m, or €6m,” Lise Holm said.\n".encode("cp1252"),
    "broken.txt": lambda: b"The quarry \xe2\x80\x93 lost \xff\xfe 12 people.\n",
    "surrogate.txt": lambda: "The quarry – lost \ud800 12 people.\n".encode("utf-8", "surrogatepass"),
    "nul.txt": lambda: "The quarry\0lost 12 people. " + "Nobody had seen it come that winter. " * 6,
    "binary.txt": lambda: bytes(range(64)) * 40,
    "lines.txt": lambda: "Published: 2021-03-02\r\n\rOne\x0btwo\x0cthree\x1cfour\x85five\u2028six.\n" + TOLL.format(117).partition("\n\n")[2],
    "unseen.txt": lambda: "It hit 1\u200b2 homes in Tamrin.\n",
    "long-line.txt": lambda: "quarry" * 170_000,
    "runs.txt": lambda: "\n".join(mark * 16_000 for mark in MARKS) + "\n\nTwelve people died.\n",
    "brackets.txt": lambda: "(" * 100_000,
    "long.txt": lambda: ("stone" * 190 + "\n\n") * 1_100 + "The rockfall killed twelve people in Tamrin.\n",
    "huge.txt": lambda: b"\0" * 50_000_001,
    "bait.txt": lambda: "\n".join(["1" * 26 + "x", "1," * 4_000 + "x", "1-" * 5_000 + "x", "a.b@" * 5_000, "Jan. " * 3_000, "By " * 4_000]),
    "digits.txt": lambda: f"It killed {'1' * 5_000} people in Tamrin.\n",
    "exponent.txt": lambda: "It killed 1e99999999 people in Tamrin.\n",
    "odd-digits.txt": lambda: "It took ² days, ② hours, ½ an hour, ٣ weeks and 1_000 men; infinity people, nan people and -0 dogs.\n",
    "no-dates.txt": lambda: "Published: 2021-03-02\n\nIt was shut on February 31, 2021 and in the year 0, and reopens in 99999999999999 days.\n",
    "words.txt": lambda: "Published: 2021-03-02\n\nIt took 12 days. In the 90s it may have closed for a second time.\n",
    "dateparser.txt": lambda: "1" * 100_000 + "\n\n" + "12 " * 20_000,
    "undated.txt": lambda: "The quarry closed on Tuesday. It lost £5m yesterday.\n",
    "conflict.txt": lambda: "Published: 2021-03-02\n\nTAMRIN, Feb. 26 (Wire) - The quarry lost 12 people.\n",
    "late.txt": lambda: "Published: 2021-01-12 23:30 EST\n\nThe quarry closed on Tuesday.\n",
    "bomb.docx": lambda: docx(f"<w:p><w:r><w:t>{' ' * 200_000_000}</w:t></w:r></w:p>"),
    "cut.docx": lambda: docx(_TRACKED)[:400],
    "tracked.docx": lambda: docx(_TRACKED),
    "bomb.xml": lambda: _XML + _BOMB,
    "outside.xml": lambda: _XML + _XXE,
    "nested.html": lambda: "<!doctype html><html><body>" + "<div>" * 20_000 + "</div>" * 20_000 + "</body></html>",
    "large.html": lambda: "<!doctype html><html><body>" + "<p>The quarry lost <b>twelve</b> people.</p>\n" * 500_000 + "</body></html>",
    "nested.json": lambda: _NINJS % ("[" * 200_000),
    "nan.json": lambda: _NINJS % "NaN",
    "figure.json": lambda: _NINJS % ("1" * 5_000),
    "front.md": lambda: "---\nno: 1\ndate: 2021-02-31\ntime: 12:30\n---\n\nThe quarry lost 12 people.\n",
    "aliases.md": lambda: (
        "---\na: &a [x,x,x,x,x,x,x,x,x]\n"
        + "".join(f"{two}: &{two} [{','.join([f'*{one}'] * 9)}]\n" for one, two in zip("abcdefgh", "bcdefghi", strict=True))
        + "date: *i\n---\n\nThe quarry lost 12 people.\n"
    ),
    "unknown.toml": lambda: "colour = 'never'\n",
    "broken.toml": lambda: "fail-on = [\n",
}
"""By name."""


def _pipes(folder: Path) -> None:
    folder.mkdir()
    os.mkfifo(folder / "a.txt")


def _rings(folder: Path) -> None:
    """Folders that lead back to themselves in more ways than could be followed, around one article."""
    for name in "abcdef":
        (folder / name).mkdir(parents=True)
        for other in "abcdef":
            (folder / name / other).symlink_to(f"../{other}")
    (folder / "a" / "toll.txt").write_text(TOLL.format(107) + "\nRain went on.\n")


FOLDERS: dict[str, Callable[[Path], None]] = {"void": Path.mkdir, "pipes": _pipes, "rings": _rings}
"""By name, likewise."""


def make(folder: Path, command: str) -> None:
    """Put the files that a command names into ``folder``."""
    for name in command.replace("=", " ").split():
        path = folder / name
        if name in FILES and not path.exists():
            made = FILES[name]()
            path.write_bytes(made.encode() if isinstance(made, str) else made)
        elif name == "twin.txt":
            os.link(folder / "a.txt", path)
        elif name == "pipe.txt":
            os.mkfifo(path)
        elif name in FOLDERS:
            FOLDERS[name](path)
