"""Article text, file names and everything made of them are data: shown literally or visibly in every format, never obeyed."""

from __future__ import annotations

import json
import re

import pytest

from builders import quantity
from claimdiff.family import REPORTS
from claimdiff.model import Article, Skipped
from claimdiff.reports._escape import inert, inert_json, named, visible
from samples import claim, extent, found, place, read, report

HOSTILE = {
    "markup": "[/foo] [bold]x[/bold] [link=https://example.org]y[/link] [sic]",
    "emoji codes": "at 10:30:15 :100: :smile:",
    "terminal escapes": "\x1b]52;c;aGk=\x07 \x1b[2J \x9b31m \x00 \x7f",
    "bidirectional": "\u202e12\u202c \u200b13\u2066",
    "commands of GitHub": "::error::x ##[add-mask]secret ##vso[task.complete]",
    "line breaks": "one\r\n::add-mask::two\u2028::three\x85::four\x0b::five",
    "lone surrogate": "\ud800 \udcff",
    "percent and braces": "%0A::error::x %250A {0} {{",
    "ends of XML": "]]> --> </failure> &lt; &#x1b; \ufffe\uffff",
    "Markdown": "**a** `b` [c](https://example.org) | # d\n- e\n1. f <img src=x onerror=g> @h $i$ ~~j~~ :tada:",
    "quotation marks": "\"'</script>`$(id)`",
}
SEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What no format may print, the line feeds between its own lines apart."""
OBEYED = re.compile(r"(?m)^[ \t]*::|##\[|##vso\[")
COMMAND = re.compile(r"(?m)^::(?:error|warning|notice) (?:\w+=[^:,]*,)*title=[\w-]+::")
"""What the format github begins a line with; nothing of an article can stand before its end."""


def _report(words):
    document = read(f"::{words}.txt", f"{words} There are 12 {words} of them {words}\n::error::tail")
    location = place(document, "12", f"12 {words}")
    return report(found(location, location, message=f"It says {words}", reconciliation=words, evidence=(words,)))


def _articles(words):
    document = read(f"::{words}.txt", f"12 {words}")
    return (Article(document, (claim(document, "12", quantity(12, unit=words)),), (Skipped(document, extent(document.text, words), words),)),)


@pytest.mark.parametrize("width", [20, 80, 200])
@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("name", REPORTS.names())
def test_nothing_in_a_report_is_obeyed(name, words, width):
    """No control character, no invisible one and no line that a CI system takes for a command."""
    member = REPORTS.get(name)
    texts = [member.render(_report(words), width=width, color=False)]
    if hasattr(member, "render_articles"):
        texts.append(member.render_articles(_articles(words), width=width, color=False))

    for text in texts:
        assert not SEEN.search(text)
        assert not OBEYED.search(COMMAND.sub("", text) if name == "github" else text)
        text.encode()


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_json_gives_the_words_back_unchanged(words):
    """What is escaped in JSON is the same text to whoever reads it."""
    rendered = json.loads(REPORTS.get("json").render(_report(words), width=80, color=False))

    assert rendered["findings"][0]["reconciliation"] == words
    assert rendered["documents"][0]["path"] == f"::{words}.txt"


def test_markup_is_printed_as_written():
    """Square brackets and emoji codes are words like any other."""
    text = REPORTS.get("full").render(_report("[/foo] [sic] :100:"), width=80, color=True)

    assert "[/foo] [sic] :100:" in text
    assert "💯" not in text


def test_escapes_of_the_article_do_not_survive_colour():
    """With colour on, the only escapes are those that set a style."""
    text = REPORTS.get("full").render(_report(HOSTILE["terminal escapes"]), width=80, color=True)

    assert "␛[2J" in text
    assert not re.sub(r"\x1b\[[\d;]*m", "", text).count("\x1b")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two\n  lines\tand a tab", "two lines and a tab"),
        ("\x1b[0m", "␛[0m"),
        ("\x7f\x9b", "\\u007f\\u009b"),
        ("\u202e12", "\\u202e12"),
        ("1\u200b2", "1\\u200b2"),
        ("\ud800", "\\ud800"),
        ("\U000e0041", "\\U000e0041"),
        ("##[error]", "#\\u0023[error]"),
        ("12\u00a0000 £, “so”: #1 ## head", "12\u00a0000 £, “so”: #1 ## head"),
    ],
)
def test_words_of_an_article_stay_on_a_line_and_are_visible(text, shown):
    """White space is a space, what cannot be seen is spelled, everything else stays."""
    assert visible(text) == shown


def test_file_names_keep_their_spaces_and_show_line_breaks():
    """Two names that differ must not look the same."""
    assert named("a  b\n.txt") == "a  b␊.txt"


@pytest.mark.parametrize(
    ("output", "guarded"),
    [
        ("::error::x\n", "\\u003a:error::x\n"),
        ("a\n  \x1b[1m::x\n", "a\n  \x1b[1m\\u003a:x\n"),
        ("a.txt::1\n: b\n", "a.txt::1\n: b\n"),
    ],
)
def test_lines_never_begin_with_two_colons(output, guarded):
    """Only at the beginning of a line are they a command."""
    assert inert(output) == guarded


def test_json_escapes_what_ascii_leaves():
    """DEL and the commands that need no line start."""
    assert inert_json('"\x7f ##[x] ##"') == '"\\u007f #\\u0023[x] ##"'
