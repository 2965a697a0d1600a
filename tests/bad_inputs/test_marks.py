"""What an article says is shown and never obeyed: one run of the program writes every format of a pair full of traps."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from lxml import etree

from claimdiff.family import REPORTS
from limits import environment, run

TRAPS = (
    "\x1b]52;c;b3duZWQ=\x07\x1b[2J\x9b31m \u202eevil\u202c [/foo] [link=https://example.com]click[/link] [sic] :100: 10:30: ]]> "
    "<script>alert(1)</script> \" onload=alert(1) x=\" </script> <a href='javascript:alert(1)'>here</a> =HYPERLINK(1)"
)
NAME = "=a\n::error::\x1b[2J ]]> %0A b:c.txt"
TABLES = ("csv",)
UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e]")
COMMAND = re.compile(r"(?m)^[ \t]*::|##\[|##vso\[")
OWN_COMMAND = re.compile(r"(?m)^::(?:error|warning|notice) (?:\w+=[^:,]*,)*title=[\w-]+::")
"""What the format github is made of: its own head, in which no word of an article can stand."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with the pair and, once, every report about it."""
    made = tmp_path_factory.mktemp("traps")
    for name, number in ((NAME, 107), ("-b.txt", 117)):
        line = f"A rockfall killed {number} people in the village of Tamrin, {TRAPS} the mayor said."
        (made / name).write_text(f"Published: 2021-03-02\n\n{line}\n::error::owned by {number} people\n::add-mask::people\n", encoding="utf-8")
    outputs = [f"--output-format={name}={name}.report" for name in REPORTS.names()]
    ended = run(*outputs, "--no-cache", "--", "-b.txt", NAME, cwd=made, env=environment(COLUMNS="200", GITHUB_STEP_SUMMARY="summary.report"))
    assert (ended.returncode, b"Traceback" in ended.stderr) == (1, False), ended.stderr
    (made / "stdout.report").write_bytes(ended.stdout)
    (made / "stderr.report").write_bytes(ended.stderr)
    return made


def _said(folder, name):
    return (folder / f"{name}.report").read_bytes().decode()


EVERY = [*REPORTS.names(), "stdout", "stderr", "summary"]


@pytest.mark.parametrize("name", EVERY)
def test_12_13_nothing_steers_a_terminal_or_hides(folder, name):
    """No escape, no control character, no mark that turns the text around, in any format."""
    if name == "summary" and not (folder / "summary.report").exists():
        pytest.skip("a job summary is written for the format github alone")

    assert not UNSEEN.search(_said(folder, name))


def test_12_13_what_is_hidden_is_shown(folder):
    """As a picture of the escape and as the number of the mark."""
    said = _said(folder, "stdout")

    assert "␛[2J" in said
    assert "\\u202e" in said


def test_14_15_markup_and_emoji_codes_are_words(folder):
    """Square brackets, links and colons stay as they were written."""
    said = " ".join(_said(folder, "stdout").split())

    for words in ("[/foo]", "[link=https://example.com]click[/link]", "[sic]", ":100: 10:30:"):
        assert words in said
    assert "💯" not in said


@pytest.mark.parametrize("name", EVERY)
def test_16_no_line_is_a_command_to_a_ci_system(folder, name):
    """But those that the format github is made of."""
    if (folder / f"{name}.report").exists():
        assert not COMMAND.search(OWN_COMMAND.sub("", _said(folder, name)))


@pytest.mark.parametrize("name", REPORTS.names())
def test_17_a_strange_name_is_shown_and_breaks_no_line(folder, name):
    """A line feed in a name is no line feed in a report, and ``--`` lets a name begin with a dash."""
    said = _said(folder, name)

    assert "-b.txt" in said
    assert "\n::error::" not in said


def test_17_json_gives_the_name_back(folder):
    """Whoever reads it can open the file."""
    assert {document["path"] for document in json.loads(_said(folder, "json"))["documents"]} == {"-b.txt", NAME}


class _Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.scripts, self.words, self.attributes, self.policy = [], [], [], []
        self.inside = None

    def handle_starttag(self, tag, attrs):
        self.inside = tag
        self.attributes += [(name, value or "") for name, value in attrs]
        self.policy += [dict(attrs).get("content")] if tag == "meta" and ("http-equiv", "Content-Security-Policy") in attrs else []

    def handle_endtag(self, _tag):
        self.inside = None

    def handle_data(self, data):
        (self.scripts if self.inside == "script" else self.words).append(data)


def test_18_a_page_runs_nothing_of_an_article(folder):
    """No element, no attribute and no address of it; a policy says so to the browser."""
    tags = _Tags()
    tags.feed(_said(folder, "html"))

    assert any("<script>alert(1)</script>" in words for words in tags.words)
    assert not any("alert(1)" in script for script in tags.scripts)
    assert not any(attribute.startswith("on") for attribute, _ in tags.attributes)
    assert not any(re.match(r"\s*(?:javascript|vbscript):", value, re.IGNORECASE) for _, value in tags.attributes)
    assert tags.policy


def test_19_xml_is_well_formed(folder):
    """Whatever an article holds; the end of a CDATA section too."""
    suites = etree.fromstring(_said(folder, "junit").encode())

    assert "]]>" in "".join(suites.itertext())


@pytest.mark.parametrize("name", TABLES)
def test_20_no_cell_is_a_formula(folder, name):
    """A spreadsheet calculates nothing. Waits for the format csv; refused until then."""
    if name not in REPORTS.names():
        _is_refused(folder, name)
        return
    import csv

    cells = [cell for row in csv.reader(_said(folder, name).splitlines()) for cell in row]

    assert cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))]


def _is_refused(folder, name):
    ended = run("--format", name, "--", "-b.txt", cwd=folder)

    assert (ended.returncode, ended.stdout) == (2, b"")
    assert f"no such format: {name} (there are: ".encode() in ended.stderr
