"""What every format must say: which publication date was used and why, where else the article was given, and a place that can be opened."""

from __future__ import annotations

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
jsonl    |                                                                             |                    | "line":4               | feed.xml#2
concise  |                                                                             |                    | word.docx, paragraph 4 | feed.xml:7:11
gitlab   |                                                                             |                    | word.docx, paragraph 4 | feed.xml#2:7:11
"""
ROWS = [[cell.strip() for cell in line.split("|")] for line in TABLE.strip().splitlines()]
WITH_DOCUMENTS = [row[0] for row in ROWS if row[1] and row[0] not in ("json", "github", "rdjson")]


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
    """Lists of findings alone have no place for what is about an article."""
    text = _rendered(name, _made())

    for words in (dated, undated, paragraph, item):
        assert re.sub(r"\s+", " ", words) in text


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
