"""Files of word processors and printers in which text hides among commands."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdiff.errors import ClaimdiffError
from claimdiff.family import READERS
from claimdiff.readers import pdf, rtf
from office import pdf as made

# inside of an RTF file | paragraphs
RTF = r"""
\b Nine\b0  people\par Two | Nine people ~ Two
It\'92s \'a35 \u8212? and \u-10179?\u-8704?! | It’s £5 — and 😀!
\uc2\u233?? and {\uc0\u233} caf\u233?? | é and é café
\ldblquote Nine\rdblquote\~people\_five\emdash so | “Nine” people-five—so
{\deleted eight }{\revised nine} days | nine days
{\v hidden }seen | seen
{\*\comment 12}{\info{\title 13}}{\header 14\par}{\pict 15}Nine | Nine
{\field{\*\fldinst HYPERLINK 12}{\fldrslt Nine}} people | Nine people
Nine{\footnote Of them two badly.} people | Nine people ~ Of them two badly.
\trowd Boats\cell 15\cell\row | Boats ~ 15
Nine\line people | Nine@people
\{Nine\\\} | {Nine\}
Nine \bin4 {{{{people | Nine people
"""
ROWS = [[cell.strip() for cell in line.split(" | ")] for line in RTF.strip().splitlines()]


@pytest.mark.parametrize(("inside", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_rtf_is_read_as_a_word_processor_shows_it(inside, expected):
    """Characters of any spelling; no commands, comments, page headers or deleted words."""
    found = rtf.read(b"{\\rtf1\\ansi " + inside.encode() + b"}", "a.rtf")

    assert found.text.strip().split("\n\n") == expected.replace("@", "\n").split(" ~ ")


def test_rtf_is_read_in_its_code_page():
    """A Mac's is another than that of Windows."""
    assert rtf.read(b"{\\rtf1\\mac It\\'d5s}", "a.rtf").text.strip() == "It’s"
    assert rtf.read(b"{\\rtf1\\ansi\\ansicpg1250 \\'b9}", "a.rtf").text.strip() == "ą"


@pytest.mark.parametrize(
    ("data", "what"), [(b"Nine", "no RTF"), (b"{\\rtf1 }", "no text found"), (b"{\\rtf1" + b"{" * 2_000, "nested more than 1,000")]
)
def test_what_is_no_rtf_is_one_clear_error(data, what):
    """And so is one that nobody could write."""
    with pytest.raises(ClaimdiffError, match=what) as raised:
        rtf.read(data, "a.rtf")

    assert raised.value.remedy


def test_lines_of_a_pdf_are_put_together_again():
    """Words cut at the end of a line are whole, compounds of numbers keep their hyphen, numbers of pages are left out."""
    found = pdf.read(made("The ferry com-", "pany will run a three-", "day service for 12", "people.", "", "Two died.", "", "Page 3 of 4"), "a.pdf")

    assert found.text.strip().split("\n\n") == ["The ferry company will run a three-day service for 12 people.", "Two died."]
    assert found.origin.place(found.text.index("Two")) == (2, 1)


def test_what_a_library_says_of_a_damaged_file_is_not_printed(tmp_path):
    """It is no line of ours, and what it cites may steer a terminal."""
    (tmp_path / "a.pdf").write_bytes(made("Nine people were hurt.").replace(b"/Helvetica", b"/Helvetica-Bold"))
    read = "import claimdiff, sys; print(claimdiff.read(sys.argv[1]).text)"
    ended = subprocess.run([sys.executable, "-c", read, str(tmp_path / "a.pdf")], capture_output=True, text=True, check=True)

    assert (ended.stdout.strip(), ended.stderr) == ("Nine people were hurt.", "")


def test_a_pdf_is_marked_as_less_exact_and_its_own_date_is_never_used():
    """It is that of printing."""
    found = pdf.read(made("Nine people were hurt."), "a.pdf")

    assert any("less exact" in warning for warning in found.warnings)
    assert (found.published, found.dates) == (None, ())


@pytest.mark.parametrize(
    ("data", "what"), [(made(), "without a text layer"), (b"%PDF-1.4\nnothing", "cannot be read"), (made("Nine.")[:200], "cannot be read")]
)
def test_a_pdf_without_text_is_one_clear_error(data, what):
    """Pictures of pages say nothing to us."""
    with pytest.raises(ClaimdiffError, match=what) as raised:
        pdf.read(data, "a.pdf")

    assert raised.value.remedy


def test_without_the_library_the_command_that_installs_it_is_named(monkeypatch):
    """Nothing else reads a PDF."""
    monkeypatch.setitem(sys.modules, "pypdf", None)

    with pytest.raises(ClaimdiffError, match="needs pypdf") as raised:
        pdf.read(made("Nine."), "a.pdf")
    assert raised.value.remedy == "pip install 'claimdiff[pdf]'"


_JSON = b'{"@type":"NewsArticle","articleBody":"'
_BEGINNINGS = [b"", b"{\\rtf1 ", _JSON, b"<rss><item>", b"<nitf>", b"---\ntitle: a\n", b"<html>", b"PK\x03\x04", b"%PDF-1.4\n"]


@pytest.mark.parametrize("name", READERS.names())
@given(st.sampled_from(_BEGINNINGS), st.binary(max_size=120))
def test_any_bytes_are_read_or_refused(name, beginning, data):
    """Whatever a file holds, whichever reader is asked: a text, or one error with a remedy."""
    try:
        said = READERS.get(name).read(beginning + data, "a.txt").text
    except ClaimdiffError as error:
        said = error.remedy

    assert said.strip()
