"""The reader of plain text: publication date, dateline, furniture, encodings, line numbers, and files that are none."""

from __future__ import annotations

import hashlib
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimdiff import extract, read, read_text
from claimdiff.errors import ClaimdiffError
from claimdiff.model import DateClue
from claimdiff.readers import text as reader
from claimdiff.readers._dates import rank
from claimdiff.readers._files import read_file

FOLDER = Path(__file__).parents[2] / "fixtures" / "readers" / "text"

# file | publication date and what it comes from | place of filing | every clue, the believed ones first
HEADERS = """
plugin-header | 2021-01-12 header | PORT ALDER | header 2021-01-12, dateline 2021-01-11
labelled | 2012-04-11 header | - | header 2012-04-11
byline-beside | 2021-01-12 header | - | header 2021-01-12
byline-day-first | 2021-01-13 header | - | header 2021-01-13
clock-and-zone | 2021-01-12 header | - | header 2021-01-12 22:45 EST
clock-before | 2021-05-12 header | - | header 2021-05-12 15:15
iso-with-clock | 2021-01-12 header | - | header 2021-01-12 22:45 -05:00
dateline-agency-date | - none | PORT ALDER | dateline XXXX-01-11
dateline-agency | - none | ORLO | dateline XXXX-XX-XX
dateline-bare | - none | ORLO | dateline XXXX-XX-XX
dateline-region | - none | ORLO, Norvane | dateline XXXX-XX-XX
dateline-mixed-case | - none | Port Alder, Norvane | dateline XXXX-XX-XX
dateline-two-places | - none | ORLO/PORT ALDER | dateline XXXX-01-11
dateline-with-year | 2021-01-11 dateline | ORLO | dateline 2021-01-11
dateline-weekday | - none | ORLO | dateline XXXX-01-11
dateline-across-new-year | 2021-01-02 header | ORLO | header 2021-01-02, dateline 2020-12-30
dateline-no-such-day | - none | ORLO | dateline XXXX-XX-XX
updated-and-published | 2021-01-12 header | - | header 2021-01-12, header 2021-01-14
updated-only | 2021-01-11 dateline | ORLO | dateline 2021-01-11, header 2021-01-14
ambiguous | - none | - | header 2021-XX-XX
no-header-prose | - none | - |
no-header-slug | - none | - |
no-header-list | - none | - |
furniture | - none | - |
"""
ROWS = [[cell.strip() for cell in line.split("|")] for line in HEADERS.strip().splitlines()]


def _clue(clue: DateClue) -> str:
    return " ".join(part for part in (clue.kind, clue.value, clue.time, clue.zone) if part)


def _file(tmp_path, data: bytes, name="a.txt") -> str:
    path = tmp_path / name
    path.write_bytes(data)
    return str(path)


@pytest.mark.parametrize(("name", "published", "place", "clues"), ROWS, ids=[row[0] for row in ROWS])
def test_header_and_dateline_say_when_and_where(name, published, place, clues):
    """The date, what it comes from, the place, and every clue, believed or not."""
    found = read(FOLDER / f"{name}.txt")

    assert f"{found.published or '-'} {found.published_from}" == published
    assert (found.place or "-") == place
    assert ", ".join(map(_clue, found.dates)) == clues


def test_every_fixture_is_in_the_table():
    """A file added to the folder is read by a test."""
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(row[0] for row in ROWS)


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
@pytest.mark.parametrize("name", [row[0] for row in ROWS])
def test_the_ends_of_lines_change_nothing(name, ending):
    """A file of Windows or of an old Mac says the same as the one it was saved from."""
    plain = read_text((FOLDER / f"{name}.txt").read_text(encoding="utf-8"))
    other = read_text(plain.text.replace("\n", ending))

    assert (other.published, other.place, other.title) == (plain.published, plain.place, plain.title)
    assert list(map(_clue, other.dates)) == list(map(_clue, plain.dates))
    assert [extent.of(other.text) for extent in other.furniture] == [extent.of(plain.text) for extent in plain.furniture]
    assert [claim.text for claim in extract(other).claims] == [claim.text for claim in extract(plain).claims]


def test_a_date_given_beats_the_header_and_keeps_it():
    """What the user says wins; what the article says can still be shown."""
    found = read(FOLDER / "plugin-header.txt", date(2021, 1, 20))

    assert (found.published, found.published_from) == (date(2021, 1, 20), "flag")
    assert list(map(_clue, found.dates)) == ["flag 2021-01-20", "header 2021-01-12", "dateline 2021-01-11"]


def test_metadata_beats_header_beats_dateline():
    """In whatever order the clues were found."""
    clues = [DateClue("dateline", "2021-01-11"), DateClue("header", "2021-01-12"), DateClue("metadata", "2021-01-13")]
    seen = []
    while clues:
        day, source, ranked = rank(clues, None)
        seen.append((source, day))
        assert len(ranked) == len(clues)
        clues = [clue for clue in clues if clue.kind != source]

    assert seen == [("metadata", date(2021, 1, 13)), ("header", date(2021, 1, 12)), ("dateline", date(2021, 1, 11))]


def test_a_date_that_can_be_read_two_ways_is_not_guessed():
    """03/04/2021 is asked about instead."""
    (warning,) = read(FOLDER / "ambiguous.txt").warnings

    assert "03/04/2021" in warning
    assert "--date" in warning


def test_furniture_makes_no_claims():
    """Numbers and dates of bylines, links, credits and comment forms are about the page."""
    found = extract(read(FOLDER / "furniture.txt"))

    assert found.claims == ()
    assert len(found.document.furniture) == 10


@pytest.mark.parametrize("name", [row[0] for row in ROWS if "header" in row[1] or row[2] != "-"])
def test_headers_and_datelines_make_no_claims(name):
    """Every clue lies in the furniture, and no claim touches it."""
    found = extract(read(FOLDER / f"{name}.txt"))

    assert all(any(extent.covers(clue.extent) for extent in found.document.furniture) for clue in found.document.dates if clue.extent)
    assert found.claims
    assert not any(claim.extent.overlaps(extent) for claim in found.claims for extent in found.document.furniture)


def test_the_title_is_the_first_line_that_stands_alone():
    """The headline, not the byline and not the first sentence."""
    assert read(FOLDER / "labelled.txt").title == "Dam bursts above Orlo"
    assert read(FOLDER / "dateline-agency.txt").title is None


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path):
    """Offsets count from the first letter, and the byline is seen."""
    found = read(_file(tmp_path, b"\xef\xbb\xbfBy Tom Abara\n\nThe dam burst.\n"))

    assert found.text.startswith("By Tom Abara")
    assert (found.warnings, found.furniture[0].start) == ((), 0)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_read(tmp_path, encoding):
    """With its mark or, by its zero bytes, without."""
    text = "Dam bursts above Orlo\n\nThe dam cost £40m.\n"

    assert read(_file(tmp_path, text.encode(encoding))).text == text


def test_windows_1252_is_read_and_said(tmp_path):
    """Curly quotes, pounds and euros of an old editor are what they were."""
    text = "“The dam cost £40m, or €45m,” Lise Holm said.\n"
    found = read(_file(tmp_path, text.encode("cp1252")))

    assert found.text == text
    assert len(found.warnings) == 1
    assert "Windows-1252" in found.warnings[0]


def test_damaged_utf_8_is_shown_as_such_and_said(tmp_path):
    """Every broken byte is one U+FFFD, the rest stays UTF-8."""
    found = read(_file(tmp_path, "The dam cost £40m – ".encode() + b"\xff\xfe" + " or €45m.\n".encode()))

    assert found.text == "The dam cost £40m – \ufffd\ufffd or €45m.\n"
    assert len(found.warnings) == 1
    assert "UTF-8" in found.warnings[0]
    assert "U+FFFD" in found.warnings[0]


def test_a_lone_surrogate_in_memory_keeps_its_place():
    """Text handed over by a program can hold what no file can."""
    found = read_text("The dam \ud800 cost £40m.\n")

    assert found.text == "The dam \ufffd cost £40m.\n"
    assert found.warnings


def test_a_few_nul_bytes_are_spaces(tmp_path):
    """Offsets stay, and the user is told."""
    data = b"The dam\0burst on Sunday. " + b"Nobody was hurt in the valley below it. " * 5
    found = read(_file(tmp_path, data))

    assert found.text == data.decode().replace("\0", " ")
    assert found.warnings


NOISE = b"".join(hashlib.sha256(bytes([n])).digest() for n in range(60))
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"A rockfall killed 12 people in Tamrin. " * 50


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 40, b"\0" * 5_000, bytes(range(16)) * 400, NOISE, NOISE.replace(b"\0", b""), OLD_WORD],
    ids=["picture", "zeros", "sixteen bytes", "noise", "noise without zeros", "old Word"],
)
def test_a_binary_file_is_refused(tmp_path, data):
    """One line that says what it is and what to do."""
    with pytest.raises(ClaimdiffError, match="binary") as caught:
        read(_file(tmp_path, data))

    assert caught.value.where.endswith("a.txt")
    assert caught.value.remedy


def test_marks_of_an_old_wire_are_no_binary(tmp_path):
    """Agencies begin and end a message with control characters."""
    data = b"\x16\x16\x01sap0412 4 cnt 120\r\n\x02\r\n" + b"The dam burst on Sunday, and nobody was hurt below it.\r\n" * 5 + b"\x03\x04"

    assert "nobody was hurt" in read(_file(tmp_path, data)).text


MESSAGE = "From: Desk <desk@a.example>\r\nReceived: from a\r\n by b\r\nMIME-Version: 1.0\r\nContent-{}\r\n\r\nTwelve died.\r\n"


@pytest.mark.parametrize(
    ("source", "what"),
    [
        (MESSAGE.format("Type: multipart/related; boundary=x"), "an e-mail or web archive in parts"),
        (MESSAGE.format("Transfer-Encoding: quoted-printable"), "an e-mail or web archive in parts"),
        ("From desk@a.example Tue Mar 8\n" + MESSAGE.format("Transfer-Encoding: base64"), "an e-mail or web archive in parts"),
        ("WARC/1.1\r\nWARC-Type: response\r\n\r\n<html>12", "a web archive"),
        ("<p>Twelve died.</p>", "an HTML page"),
        ('<div class="story">Twelve died.</div>', "an HTML page"),
        ("<!doctype html>", "an HTML page"),
        ("<?xml version='1.0'?><a/>", "an XML file"),
    ],
)
def test_what_is_no_plain_text_is_not_read_as_such(tmp_path, source, what):
    """Its places and half of its words would be wrong."""
    with pytest.raises(ClaimdiffError, match=what) as caught:
        read(_file(tmp_path, source.encode()), format="text")

    assert "plain text" in caught.value.remedy


@pytest.mark.parametrize(
    "source", [MESSAGE.format("Type: text/plain"), "<3 is what she wrote.", "WARC is a format.", "Content-Type: multipart is one."]
)
def test_a_plain_message_is_plain_text(tmp_path, source):
    """And so is prose that speaks of formats."""
    assert read(_file(tmp_path, source.encode())).text == source


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n ", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n"])
def test_an_empty_file_is_refused(tmp_path, data):
    """Silence would look like agreement."""
    with pytest.raises(ClaimdiffError, match=r"empty|white space") as caught:
        read(_file(tmp_path, data))

    assert caught.value.remedy


def test_a_missing_file_is_named(tmp_path):
    """The path as the user gave it, and what to do."""
    with pytest.raises(ClaimdiffError, match="no such file") as caught:
        read(tmp_path / "none.txt")

    assert caught.value.where == str(tmp_path / "none.txt")
    assert caught.value.remedy


def test_a_directory_is_refused(tmp_path):
    """It holds articles and is none."""
    with pytest.raises(ClaimdiffError, match="directory") as caught:
        read(tmp_path)

    assert caught.value.remedy


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_named_pipe_is_refused_without_waiting(tmp_path):
    """Nobody writes into this one, so that waiting would never end."""
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)

    with pytest.raises(ClaimdiffError, match="not a regular file") as caught:
        read(pipe)

    assert caught.value.remedy


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="the system has no such device")
def test_a_device_is_refused():
    """A device without end is never read."""
    with pytest.raises(ClaimdiffError, match="not a regular file"):
        read("/dev/zero")


def test_a_name_with_a_nul_is_refused():
    """No system has such a file; the user gets one line all the same."""
    with pytest.raises(ClaimdiffError, match="cannot be read"):
        read("a\0b.txt")


def test_a_file_over_the_limit_is_refused(tmp_path):
    """And one of exactly that size is read."""
    path = _file(tmp_path, b"The dam burst.\n")

    assert read_file(path, max_bytes=15).text == "The dam burst.\n"
    with pytest.raises(ClaimdiffError, match="larger than 14 bytes") as caught:
        read_file(path, max_bytes=14)
    assert "--max-bytes" in caught.value.remedy


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("one\ntwo\nX", (3, 1)),
        ("one\r\ntwo\r\n X", (3, 2)),
        ("one\rtwo\rX", (3, 1)),
        ("one\n\r\nX", (3, 1)),
        ("one\x0btwo\x0cthree\x1cfour\x85five\u2028six\u2029X", (1, 29)),
        ("X", (1, 1)),
        ("naïve 😀 X", (1, 9)),
    ],
)
def test_lines_end_where_an_editor_ends_them(text, place):
    """At \\n, \\r\\n and \\r, and at no other character; columns count code points."""
    assert read_text(text).origin.place(text.index("X")) == place


def test_a_title_holds_what_ends_no_line():
    """A form feed or a line separator cuts no headline in two."""
    assert read_text("Dam bursts\u2028above Orlo\n\nThe dam burst.\n").title == "Dam bursts\u2028above Orlo"


def test_the_text_is_the_file_as_it_is(tmp_path):
    """Newlines of every kind, tabs and odd spaces stay, so that offsets point into the user's own file."""
    text = "Dam\r\n\r\n\tThe dam\u00a0burst.\rNobody\u2028was  hurt.\n\n\n"

    assert read(_file(tmp_path, text.encode())).text == text


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    """Whatever a file holds, there is a Document or one error with a remedy."""
    try:
        said = reader.read(data, "a.txt").text
    except ClaimdiffError as error:
        said = error.remedy

    assert said.encode("utf-8")
    assert "\0" not in said


@settings(deadline=None, max_examples=200)
@given(st.text(st.sampled_from("ORLO, Jan.11(AP)-–—:|\n\r By Tom updated: 2021/ /12T22:45Zpm"), max_size=120))
def test_odd_headers_never_crash(text):
    """Furniture and clues lie within the text, in order, whatever stands at its top."""
    found = read_text(text)

    assert list(found.furniture) == sorted(found.furniture)
    assert all(0 <= extent.start < extent.end <= len(text) for extent in found.furniture)
    assert all(0 <= clue.extent.start < clue.extent.end <= len(text) for clue in found.dates if clue.extent)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('<?xml version="1.0"?><invoice/>', "an XML file of no kind"),
        ('\n<?xml version="1.0"?>\n<svg><text>Seven died.</text></svg>', "an XML file of no kind"),
        ('{"headline": "Seven died"}', "a JSON file of no kind"),
        ('[{"id": 7}]', "a JSON file of no kind"),
    ],
)
def test_markup_is_refused_and_not_read_as_prose(tmp_path, text, what):
    """A file of an unknown kind read as text would be called free of discrepancies."""
    file = tmp_path / "page.txt"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(ClaimdiffError, match=what) as raised:
        read(file)

    assert "--input-format" in raised.value.remedy
    assert "save it as plain text" in raised.value.remedy


def test_a_page_is_refused_where_plain_text_was_asked_for(tmp_path):
    """Tags are no prose, whoever asks."""
    file = tmp_path / "page.txt"
    file.write_text("<!DOCTYPE html>\n<p>Seven died.</p>", encoding="utf-8")

    with pytest.raises(ClaimdiffError, match="an HTML page"):
        read(file, format="text")


def test_a_mark_before_prose_is_no_markup(tmp_path):
    """Not every article that begins with an angle bracket is a page."""
    file = tmp_path / "a.txt"
    file.write_text("<HTML is dead>, the engineers said on Monday.\n", encoding="utf-8")

    assert read(file).text.startswith("<HTML is dead>")
