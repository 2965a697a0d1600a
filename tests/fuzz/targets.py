"""What is fuzzed: every reader, and extraction as a whole. A target takes any bytes and lets nothing through but a crash.

``python tests/fuzz/run.py`` searches for crashes with atheris; test_corpus.py runs every target over what was found before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from claimdiff import extract, judge
from claimdiff.errors import ClaimdiffError
from claimdiff.family import READERS, REPORTS, Reader
from claimdiff.model import Document

FIXTURES = Path(__file__).parents[2] / "fixtures"
CORPUS = FIXTURES / "fuzz"
"""A folder of seeds and past crashes for each target; a reader has the files of its own tests besides."""
LONGEST = 2_000
"""Code points of an article that extraction is given: a parse costs milliseconds, and a crash needs no long text."""

Target = Callable[[bytes], None]


def targets() -> Iterator[tuple[str, Target]]:
    """Every target with its name; a reader that is added is one without a line here."""
    for name, reader in READERS.members():
        yield f"read-{name}", partial(reads, reader)
    yield "extract", extracts


def folders(name: str) -> list[Path]:
    """Where the files to begin with lie."""
    return [folder for folder in (CORPUS / name, FIXTURES / "readers" / name.removeprefix("read-")) if folder.is_dir()]


def corpus(name: str) -> list[Path]:
    """What to begin with, sorted."""
    return sorted(path for folder in folders(name) for path in folder.iterdir() if path.is_file())


def reads(reader: Reader, data: bytes) -> None:
    """A Document whose places lie within it, or one error that says what to do."""
    try:
        found = reader.read_all(data, "a.txt") if hasattr(reader, "read_all") else (reader.read(data, "a.txt"),)
    except ClaimdiffError as error:
        _explains(error)
        return
    for document in found:
        _holds(document)


def extracts(data: bytes) -> None:
    """Claims, a judgement and every report of whatever text it is; every claim is the words it points at."""
    try:
        document = READERS.get("text").read(data[: 4 * LONGEST], "a.txt")
    except ClaimdiffError:
        return
    if len(document.text) > LONGEST:
        return
    article = extract(document)
    for claim in article.claims:
        assert 0 <= claim.extent.start < claim.extent.end <= len(document.text)
    report = judge(article)
    for _, member in REPORTS.members():
        member.render(report, width=80, color=False).encode()
        if hasattr(member, "render_articles"):
            member.render_articles((article,), width=80, color=False).encode()


def _explains(error: ClaimdiffError) -> None:
    assert error.what
    assert error.remedy


def _holds(document: Document) -> None:
    document.text.encode()
    assert "\0" not in document.text
    assert document.text.strip()
    extents = [*document.furniture, *(clue.extent for clue in document.dates if clue.extent)]
    assert all(0 <= extent.start < extent.end <= len(document.text) for extent in extents)
    document.origin.place(len(document.text) - 1)
