"""What every format must say: which publication date was used and why, where else the article was given, and a place that can be opened."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pytest

from claimdiff.family import REPORTS
from claimdiff.model import DateClue, Extent, Origin, Skipped
from samples import found, place, read, report

# format | a web page with a date of its metadata | an undated Word file | its place | the place of the second item of a feed
TABLE = """
full     | page.html  published 2022-03-08 (metadata, issued); also changed 2022-03-09 | word.docx  undated | word.docx, paragraph 4 | feed.xml#2:7:11
html     | published 2022-03-08 (metadata, issued)                                     | undated            | paragraph 4            | :7:11
markdown | page.html published 2022-03-08 (metadata, issued); also changed 2022-03-09  | word.docx undated  | word.docx, paragraph 4 | feed.xml#2:7:11
junit    | published 2022-03-08 (metadata, issued); also changed 2022-03-09            | undated            | word.docx, paragraph 4 | feed.xml#2:7:11
sarif    | published 2022-03-08 (metadata, issued); also changed 2022-03-09            | "undated"          | word.docx, paragraph 4 | "startLine": 7
github   | page.html: published 2022-03-08 (metadata, issued)                          | word.docx: undated | word.docx, paragraph 4 | feed.xml#2:7:11
rdjson   | page.html: published 2022-03-08 (metadata, issued)                          | word.docx: undated | word.docx, paragraph 4 | "line": 7
json     | "published_from": "metadata"                                                | "published": null  | "line": 4              | feed.xml#2
jsonl    | "published":"2022-03-08","published_from":"metadata"                        | "published":null   | "line":4               | feed.xml#2
concise  | page.html: published 2022-03-08 (metadata, issued)                          | word.docx: undated | word.docx, paragraph 4 | feed.xml:7:11
gitlab   | page.html: published 2022-03-08 (metadata, issued)                          | word.docx: undated | word.docx, paragraph 4 | feed.xml#2:7:11
"""
ROWS = [[cell.strip() for cell in line.split("|")] for line in TABLE.strip().splitlines()]
WITH_DOCUMENTS = [row[0] for row in ROWS if row[0] not in ("json", "jsonl", "concise", "gitlab", "github", "rdjson")]


def _made(copies=()):
    """A page, a Word file and the item of a feed that differ."""
    clues = (DateClue("metadata", "2022-03-08", name="issued"), DateClue("metadata", "2022-03-09", name="changed", order="modified"))
    page = replace(read("page.html", "There were 12."), published=date(2022, 3, 8), published_from="metadata", dates=clues, copies=copies)
    word = replace(read("word.docx", "There were 13."), origin=Origin("paragraph", ((0, 4, 1),)))
    item = replace(read("feed.xml#2", "There were 14.", "2022-03-07"), origin=Origin("line", ((0, 7, 0),), 2))
    return report(found(place(page, "12", "12"), place(word, "13", "13"), place(item, "14", "14")), found(place(word, "13", "13")))


def _rendered(name, made):
    text = REPORTS.get(name).render(made, width=120, color=False).replace("%0A", "\n").replace("</dt>", " ")
    return re.sub(r"\s+", " ", re.sub(r"</?(?:code|time|span|strong)\b[^>]*>", "", text))


def test_the_table_has_every_format():
    """One that is added must say it too."""
    assert {row[0] for row in ROWS} == set(REPORTS.names())


@pytest.mark.parametrize(("name", "dated", "undated", "paragraph", "item"), ROWS, ids=[row[0] for row in ROWS])
def test_every_format_says_which_date_it_used_and_where_to_look(name, dated, undated, paragraph, item):
    """Lists of findings say it of the articles of each finding."""
    text = _rendered(name, _made())

    for words in (dated, undated, paragraph, item):
        assert re.sub(r"\s+", " ", words) in text


@pytest.mark.parametrize("name", ["concise", "jsonl"])
def test_a_finding_is_one_line_however_much_it_says(name):
    """Editors, grep and wc -l count on it; a place of the first article stands in front."""
    lines = REPORTS.get(name).render(_made(), width=20, color=False).splitlines()

    assert len(lines) == 2
    assert name != "concise" or lines[0].startswith(
        "page.html:1:12: error number-differs: They differ. [word.docx, paragraph 4, feed.xml:7:11] [page.html: "
    )


def test_a_line_of_json_has_the_documents_of_its_finding_alone():
    """As a report has them all."""
    made = _made()
    whole = json.loads(REPORTS.get("json").render(made, width=80, color=False))
    first, second = map(json.loads, REPORTS.get("jsonl").render(made, width=80, color=False).splitlines())

    assert first["documents"] == whole["documents"]
    assert [document["path"] for document in second["documents"]] == ["word.docx"]
    assert "documents" not in whole["findings"][0]


@pytest.mark.parametrize("name", WITH_DOCUMENTS)
def test_an_article_that_was_given_twice_is_told(name):
    """In every format that lists articles and is free to."""
    assert "the same article: copy.html, copies/\\udcff.html" in _rendered(name, _made(("copy.html", "copies/\udcff.html"))).replace("\\\\", "\\")
    assert "same article" not in _rendered(name, _made())


def test_claims_of_a_word_file_stand_in_paragraphs():
    """They are not called lines."""
    made = _made()
    article = next(one for one in made.articles if one.document.path == "word.docx")
    article = replace(article, skipped=(Skipped(article.document, Extent(11, 13), "too odd"),))
    text = REPORTS.get("full").render_articles((article,), width=120, color=False)

    assert "paragraph 4  skipped  13  too odd" in text
