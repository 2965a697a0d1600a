"""One story in every format: the same claims, the same findings, the right date, and places that can be opened.

The binary fixtures are made by tests/office.py; UPDATE_CASES=1 makes them anew.
"""

from __future__ import annotations

import os
import re
import textwrap
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdiff import compare, extract, read, read_all
from claimdiff.errors import ClaimdiffError
from claimdiff.family import READERS, REPORTS
from claimdiff.readers._files import _looks_plain, reader_for
from claimdiff.values.display import describe
from office import deleted, docx, inserted, paragraph, pdf, run

FOLDER = Path(__file__).parent.parent.parent / "fixtures" / "readers"
STORY = FOLDER / "story.txt"
OTHER = FOLDER / "other.txt"

# file | reader | date it uses | where from | title is its own | unit of places
TABLE = """
story.txt | text | header | line
markdown/story.md | markdown | date | line
html/story.html | html | datePublished | line
word/story.docx | word | header | paragraph
word-original/story.docx | word-original | header | paragraph
ninjs/story-1.json | ninjs | firstcreated | line
ninjs/story-2.json | ninjs | firstcreated | line
ninjs/story-3.json | ninjs | firstcreated | line
newsml-g2/story.xml | newsml-g2 | firstCreated | line
nitf/story.xml | nitf | date.issue | line
ans/story.json | ans | display_date | line
json-ld/story.json | json-ld | datePublished | line
feed/rss.xml#2 | feed | pubDate | line
feed/atom.xml | feed | published | line
rtf/story.rtf | rtf | header | paragraph
pdf/story.pdf | pdf | header | paragraph
"""
ROWS = [[cell.strip() for cell in line.split("|")] for line in TABLE.strip().splitlines()]
FILES = {row[0].partition("#")[0]: row[1] for row in ROWS}


def _made() -> dict[str, bytes]:
    """The binary fixtures: the story with a tracked change, which gives it when accepted, or undone."""
    head, published, first, *rest = STORY.read_text(encoding="utf-8").strip().split("\n\n")
    before, after = first.split("nine")

    def word(*change: str, **parts: str) -> bytes:
        changed = paragraph(run(before), *change, run(after))
        return docx(paragraph(run(head), style="Title"), paragraph(run(published)), changed, *(paragraph(run(one)) for one in rest), **parts)

    comment = f'<w:comment w:id="0">{paragraph(run("Was it not 17?"))}</w:comment>'
    lines = [line for one in (head, published, first, *rest) for line in [*textwrap.wrap(one, 80), ""]]
    return {
        "word/story.docx": word(deleted("eight"), inserted("nine"), comments=comment),
        "word-original/story.docx": word(deleted("nine"), inserted("eight")),
        "pdf/story.pdf": pdf(*lines),
    }


@pytest.mark.parametrize("name", _made())
def test_binary_fixtures_are_what_they_are_made_of(name):
    """Nobody can read them, so that their source is here."""
    if os.environ.get("UPDATE_CASES"):
        (FOLDER / name).write_bytes(_made()[name])

    assert (FOLDER / name).read_bytes() == _made()[name]


def _read(name, reader):
    # Word files are read with their changes accepted unless the reader is asked for by name.
    return read(FOLDER / name, format="word-original" if reader == "word-original" else None)


def _told(article):
    return [(claim.kind, " ".join(claim.text.split()), describe(claim.value), claim.stance) for claim in article.claims]


def _found(document):
    report = compare(document, read(OTHER))
    return [(one.id, one.rule, one.severity, [place.text for place in one.locations]) for one in report.findings], report


@pytest.mark.parametrize(("name", "reader", "source", "unit"), ROWS, ids=[row[0] for row in ROWS])
def test_the_story_says_the_same_in_every_format(name, reader, source, unit):
    """Claims, findings, headline, place, and the day it appeared where it appeared, not the day in London or of the last change."""
    plain = read(STORY)
    document = _read(name, reader)
    findings, report = _found(document)

    assert _told(extract(document)) == _told(extract(plain))
    assert findings == _found(plain)[0]
    assert len(findings) >= 4
    assert (document.title, document.place) == (plain.title, plain.place)
    assert document.published == date(2022, 3, 8)
    assert (document.dates[0].name or document.published_from, document.dates[0].time) == (source, "23:30")
    assert document.origin.unit == unit
    for finding in report.findings:
        for location in finding.locations:
            if location.document is document:
                _assert_opens(location)


def _assert_opens(location):
    """The file's own lines, or paragraphs, have the words there."""
    file = Path(location.file)
    if location.document.origin.unit == "line":
        line = file.read_text(encoding="utf-8").split("\n")[location.line - 1]
        assert _plain(line[location.column - 1 :]).startswith(_plain(location.text)[:8])
    else:
        paragraphs = STORY.read_text(encoding="utf-8").strip().split("\n\n")
        # The RTF has an empty paragraph between any two.
        number = (location.line + 1) // 2 if file.suffix == ".rtf" else location.line
        assert location.text in paragraphs[number - 1]


def _plain(text):
    text = re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), text)
    return re.sub(r"&\w+;|</?\w+>|[\\<>\"“”*]", "", text.replace("&pound;", "£"))


def test_dates_that_were_not_used_are_listed_and_told_apart():
    """What was changed, created or held back is no date of publication, and the report can say so."""
    said = {name: {clue.order for clue in _read(name, reader).dates if clue.kind == "metadata"} for name, reader, *_ in ROWS}

    assert said["markdown/story.md"] == said["ninjs/story-1.json"] == said["newsml-g2/story.xml"] == {None, "modified", "embargoed"}
    assert said["html/story.html"] == said["feed/atom.xml"] == {None, "modified"}
    assert said["nitf/story.xml"] == {None, "embargoed"}
    assert said["ans/story.json"] == said["json-ld/story.json"] == {None, "modified", "created"}


@pytest.mark.parametrize("name", FILES)
def test_every_format_is_known_by_its_content_alone(name):
    """By one reader at most; plain text, and what must be asked for by name, by none."""
    data = (FOLDER / name).read_bytes()
    known = [member for member, reader in READERS.members() if reader.recognises(data)]
    expected = {"text": [], "word-original": ["word"]}.get(FILES[name], [FILES[name]])

    assert known == expected
    assert reader_for(data, "story.unknown") is READERS.get(*expected or ["text"])


@pytest.mark.parametrize("name", FILES)
def test_what_a_reader_recognises_does_not_look_like_plain_text(name):
    """What does is never shown to the readers. A format that begins as prose does must be excepted there."""
    data = (FOLDER / name).read_bytes()

    assert _looks_plain(data) is (not any(reader.recognises(data) for _, reader in READERS.members()))


@given(st.sampled_from(["", "\ufeff", "\n\n", "\ufeff \r\n"]), st.text(st.characters(exclude_categories=["Cs"], exclude_characters="%"), min_size=1))
def test_no_reader_recognises_what_looks_like_plain_text(before, text):
    """Whatever it says, with a byte order mark or without."""
    data = f"{before}{text}".encode()

    assert not (_looks_plain(data) and any(reader.recognises(data) for _, reader in READERS.members()))
    assert _looks_plain(f"{before}Rain fell, {text.translate(dict.fromkeys(range(32))).replace('<', '').replace('{', '')}".encode())


@pytest.mark.parametrize(
    ("text", "suffix", "reader"),
    [
        ("Rain fell.", ".txt", "text"),
        ("Rain fell.", "", "text"),
        ("Rain fell.", ".copy", "text"),
        ("Rain fell.", ".MD", "markdown"),
        ("“Rain,” she said.", ".txt", "text"),
        ("<html><p>Rain fell.</p></html>", ".txt", "html"),
        ('{"body_text": "Rain fell."}', "", "ninjs"),
        ("---\ntitle: Rain\n---\nIt fell.", ".txt", "markdown"),
        ("{curly} rain fell.", ".txt", "text"),
        ("<3 rain fell.", ".unknown", "text"),
    ],
)
def test_content_comes_before_the_suffix_and_the_suffix_before_plain_text(text, suffix, reader):
    """Prose in a file of another format is of that format all the same."""
    assert reader_for(text.encode(), f"a{suffix}") is READERS.get(reader)


def test_every_fixture_is_in_the_table_or_named_here():
    """A file added to a folder is read by a test."""
    others = {"other.txt", "html/remarks.html"}
    files = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file() and path.parent.name != "text"}

    assert files == {*FILES, *others}
    assert {row[1] for row in ROWS} == set(READERS.names())


@pytest.mark.parametrize("name", [name for name in FILES if not name.endswith((".docx", ".pdf"))])
@pytest.mark.parametrize("reader", READERS.names())
def test_a_reader_given_the_wrong_format_says_so(name, reader):
    """A text, or one clear error; never anything else."""
    try:
        told = [document.text for document in read_all(FOLDER / name, format=reader)]
    except ClaimdiffError as error:
        told = [error.remedy]

    assert all(text.strip() for text in told)


def test_the_items_of_a_feed_are_articles_of_their_own():
    """Each with its number, headline and date."""
    found = read_all(FOLDER / "feed" / "rss.xml")

    assert [document.path.rpartition("/")[2] for document in found] == ["rss.xml#1", "rss.xml#2"]
    assert [document.published for document in found] == [date(2022, 3, 9), date(2022, 3, 8)]
    assert [document.title for document in found] == ["Bus fares to rise by 5%", "Fire at Larkhill paper mill injures nine"]


def test_one_of_several_articles_must_be_named():
    """By the number behind its file."""
    feed = str(FOLDER / "feed" / "rss.xml")

    with pytest.raises(ClaimdiffError, match="holds 2 articles") as raised:
        read(feed)
    assert f"{feed}#1" in raised.value.remedy
    with pytest.raises(ClaimdiffError, match="no article number 3"):
        read(f"{feed}#3")
    assert read(f"{FOLDER / 'feed' / 'atom.xml'}#1").path.endswith("atom.xml")


def test_a_file_may_be_called_like_an_item(tmp_path):
    """What is there is read before anything is made of its name."""
    file = tmp_path / "a.txt#2"
    file.write_text("Seven died.\n", encoding="utf-8")

    assert read(file).text == "Seven died.\n"


def test_a_place_in_a_feed_is_a_place_in_its_file():
    """Machines open the file; people see which item it is."""
    document = read(FOLDER / "feed" / "rss.xml#2")
    report = compare(document, read(OTHER))
    told = {name: REPORTS.get(name).render(report, width=100, color=False) for name in ("full", "concise", "github", "sarif", "gitlab", "rdjson")}

    assert "rss.xml#2:16:" in told["full"]
    assert "rss.xml:16:" in told["concise"]
    for name in ("sarif", "gitlab", "rdjson"):
        assert re.search(r'"(?:uri|path)": "[^"]*/rss.xml"', told[name])
        assert not re.search(r'"(?:uri|path)": "[^"]*/rss.xml(?:#|%23)2"', told[name])
    assert "rss.xml,line=16" in told["github"]


def test_a_report_says_which_date_it_used_and_which_it_did_not():
    """By the names of the fields they stand in."""
    told = REPORTS.get("full").render(compare(read(FOLDER / "ninjs" / "story-1.json"), read(OTHER)), width=200, color=False)
    told = " ".join(told.split())

    assert "published 2022-03-08 (metadata, firstcreated)" in told
    assert "versioncreated 2022-03-10" in told
    assert "embargoed 2022-03-09" in told
