"""Web pages: which of their text is the article, where it stands, and which of their dates counts."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdiff import read
from claimdiff.errors import ClaimdiffError
from claimdiff.readers import html
from claimdiff.readers._html import read_page

FOLDER = Path(__file__).parent.parent.parent / "fixtures" / "readers" / "html"
BODY = (
    "<p>The ferry to Sandholm will sail every two hours from Monday, the harbour board said, and carry up to 300 people.</p>"
    "<p>Tickets cost £12, and children under six sail for nothing, a spokesman for the board told the Courier.</p>"
)


def _page(head="", body=BODY):
    return f"<!doctype html><html><head>{head}</head><body><article><h1>More ferries</h1>{body}</article></body></html>".encode()


def _text(source):
    return [block.words.text for block in read_page(source, "a.html").blocks]


def test_captions_and_corrections_are_kept_and_the_page_around_is_not():
    """Captions carry numbers, asides carry corrections; links to other stories, menus and the foot of the page carry neither."""
    found = read(FOLDER / "remarks.html")

    assert "Smoke was seen 15 miles away" in found.text
    assert "Correction: an earlier version" in found.text
    assert not any(words in found.text for words in ("Five fires", "3 wins", "31,000", "margin"))


def test_a_note_makes_no_other_number_of_the_one_before_it():
    """And the paragraph is still found to be the article's."""
    found = html.read(_page(body=BODY.replace("300 people", "300<sup>2</sup> people")), "a.html")

    assert "carry up to 300² people" in found.text


# what the head says | publication date | what it comes from
DATES = """
<meta property="article:published_time" content="2022-03-08T23:30:00-05:00"> | 2022-03-08 | article:published_time
<meta content="2022-03-09" name="DC.date.issued"> | 2022-03-09 | dc.date.issued
<meta itemprop="datePublished" content="2022-03-08T23:30-0500"> | 2022-03-08 | datepublished
<meta property="article:modified_time" content="2022-03-10"> | None | -
<meta http-equiv="last-modified" content="2022-03-10"><meta name="date" content="2022-03-08"> | 2022-03-08 | date
<script type="application/ld+json">[{"@type": ["NewsArticle"], "datePublished": "2022-03-08"}]</script> | 2022-03-08 | datePublished
<script type="application/ld+json">{"@type": "NewsArticle", "dateModified": "2022-03-10"}</script> | None | -
<script type="application/ld+json">{"@type": "Organization", "datePublished": "2022-03-10"}</script> | None | -
<script type="application/ld+json">{"@type": "NewsArticle", </script><meta name="pubdate" content="2022-03-08"> | 2022-03-08 | pubdate
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": 20220308}</script> | None | -
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": ["2022-03-08", "2022-03-10"]}</script> | 2022-03-08 | datePublished
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": {"@value": "2022-03-08"}}</script> | 2022-03-08 | datePublished
<script type="application/ld+json"> //<![CDATA[ ~{"@type": "NewsArticle", "datePublished": "2022-03-08"} ~//]]></script> | 2022-03-08 | datePublished
<script type="application/ld+json"><!--~[{"@type": "NewsArticle", "datePublished": "2022-03-08"}];~--></script> | 2022-03-08 | datePublished
<meta property="article:published_time" content="31 February 2022"> | None | -
"""
ROWS = [[cell.strip() for cell in line.split(" | ")] for line in DATES.strip().splitlines()]


@pytest.mark.parametrize(("head", "published", "name"), ROWS, ids=[row[0][:60] for row in ROWS])
def test_the_date_is_that_of_publication(head, published, name):
    """As the page's metadata has it; a date of change is never one of publication, even where there is no other."""
    found = html.read(_page(head.replace("~", "\n")), "a.html")

    assert str(found.published) == published
    assert (found.dates[0].name if found.published else "-") == name


@pytest.mark.parametrize("empty", ["0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "1900-01-01", "9999-12-31"])
def test_a_date_that_stands_for_none_is_not_believed(empty):
    """What a program writes where it knows no date."""
    linked = f'<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "{empty}"}}</script>'
    found = html.read(_page(f'{linked}<meta name="date" content="2022-03-08">'), "a.html")

    assert [clue.value for clue in found.dates] == ["2022-03-08"]
    assert found.warnings == (f"the date in datePublished, {empty[:10]}, stands for none and is not used",)


def test_a_page_may_not_drown_a_report_in_dates():
    """A million would be read one by one, and listed."""
    dates = json.dumps([f"{year}-03-08" for year in range(1700, 2700)])
    found = html.read(_page(f'<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": {dates}}}</script>'), "a.html")

    assert (str(found.published), len(found.dates)) == ("1700-03-08", 100)


HEADED = ("", "<title>Fewer &amp; fewer ferries - The Courier</title>", '<meta property="og:title" content="Fewer &amp; fewer ferries">')


@pytest.mark.parametrize("head", HEADED)
@pytest.mark.parametrize("apart", [True, False])
def test_linked_data_of_another_article_gives_no_date(head, apart):
    """A list of what else there is to read often comes first; the page's own article has its headline."""
    other = {"@type": "ListItem", "item": {"@type": "NewsArticle", "headline": "Ferries: a history", "datePublished": "2019-01-05"}}
    own = {"@type": "NewsArticle", "headline": "Fewer & fewer ferries" if head else "More  ferries", "datePublished": "2022-03-08"}
    linked = [{"@type": "ItemList", "itemListElement": [other]}, own] if apart else [{"@graph": [other, own]}]
    found = html.read(_page(head + "".join(f'<script type="application/ld+json">{json.dumps(one)}</script>' for one in linked)), "a.html")

    assert [clue.value for clue in found.dates] == ["2022-03-08"]


def test_a_date_in_the_text_counts_where_the_head_has_none():
    """As in plain text."""
    found = html.read(_page(body=f"<p>Published: March 8, 2022 11:30 PM EST</p>{BODY}"), "a.html")

    assert (found.published, found.published_from) == (date(2022, 3, 8), "header")


# source | blocks
BLOCKS = """
<p>one<p>two</p>three | one, two, three
<ul><li>one<li>two</ul> | one, two
<p>1&nbsp;200 &amp; more &bogus; &#8364;5 AT&T</p> | 1 200 & more &bogus; €5 AT&T
<p>a <b>b</b><i>c</i></p> | a bc
one<br>two<br><br>three | one~two, three
killed 12<sup>3</sup> people<sup class="note"><a href="#n">14</a></sup> | killed 12³ people¹⁴
300 km<sup>2</sup> on the 1<sup>st</sup> | 300 km² on the 1st
for 2 <sup>1</sup>/<sub>2</sub> years | for 2 1/2 years
<p>5 < 7 and 8 > 3</p> | 5 < 7 and 8 > 3
<p title="a > b">yes</p> | yes
<p title='unclosed>yes</p> | yes
<script>no</SCRIPT><p>yes</p> | yes
<SCRIPT>no</script><p>yes</p> | yes
<head><title>no</title><p>yes</p> | yes
<head><noscript>no<body>yes | yes
<!-- no --><p>yes</p><!-- never closed | yes, <!-- never closed
<p>yes</p></div></b></p> | yes
<table><tr><td>12<td>13</table> | 12, 13
<p>yes <button>no</button></p> | yes
<![CDATA[no]]>yes<?no?><!no> | yes
"""
PAIRS = [[cell.strip() for cell in line.split(" | ")] for line in BLOCKS.strip().splitlines()]


@pytest.mark.parametrize(("source", "expected"), PAIRS, ids=[pair[0] for pair in PAIRS])
def test_markup_is_read_as_browsers_read_it(source, expected):
    """Left-out end tags, references, comments, and what nobody sees."""
    assert _text(source) == [block.strip().replace("~", "\n") for block in expected.split(", ")]


def _articles(*bodies):
    inside = "".join(f"<article><h2>Ferries</h2>{body}</article>" for body in bodies)
    return f"<!doctype html><html><body><main>{inside}</main></body></html>".encode()


def test_a_page_of_two_articles_says_so():
    """What one says would be laid to the other; a teaser or comments inside an article are none."""
    other = BODY.replace("ferry", "bus").replace("Sandholm", "Lund")

    assert html.read(_articles(BODY, other), "a.html").warnings == ("the page holds 2 articles, which are read as one",)
    for source in (_articles(BODY), _articles(BODY, "<p>More buses</p>"), _articles(f"{BODY}<article>{other}</article>")):
        assert html.read(source, "a.html").warnings == ()


def test_a_page_that_says_nothing_is_refused():
    """Silence would look like agreement."""
    with pytest.raises(ClaimdiffError, match="no text found"):
        html.read(b"<html><body><script>var a = 12;</script></body></html>", "a.html")


@pytest.mark.parametrize(
    ("source", "what"),
    [("<div>" * 20_000, "nested more than 500 deep"), ("<p>x" * 30_000, "more than 20,000 paragraphs"), ("x" * 6_000_000, "more than 5,000,000")],
)
def test_a_page_no_library_survives_is_refused_first(source, what):
    """Before hours or gigabytes go by."""
    with pytest.raises(ClaimdiffError, match=what) as raised:
        html.read(f"<html><body>{source}</body></html>".encode(), "a.html")

    assert raised.value.remedy


def test_without_the_library_the_command_that_installs_it_is_named(monkeypatch):
    """A page is never read in a worse way without a word."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)

    with pytest.raises(ClaimdiffError, match="needs trafilatura") as raised:
        html.read(_page(), "a.html")
    assert raised.value.remedy == "pip install 'claimdiff[html]'"


@given(st.text(st.sampled_from("<>/!-[]\"'=& apbri;#x8divscript\n"), max_size=80))
def test_every_character_of_any_markup_has_its_place(source):
    """Whatever the tags, a letter of the text is a letter of the source, or a reference in it."""
    for block in read_page(source, "a.html").blocks:
        for offset, character in enumerate(block.words.text):
            there = source[block.words.at(offset)]
            assert there == character or there in "&<" or character.isspace()


@pytest.mark.parametrize(("words", "stretches"), [("an hour more", 1), ("an hour  or\ntwo", 2), ("an &amp; hour", 2), (" an <b>hour</b> more ", 3)])
def test_words_that_stand_in_the_source_as_in_the_text_are_one_stretch(words, stretches):
    """One for every word made the way back longer than the article, and slower than twice for twice the text."""
    (block,) = read_page(f"<p>{words}</p>", "a.html").blocks

    assert len(block.words.anchors) == stretches


def test_a_paragraph_and_the_space_behind_it_are_one_stretch():
    """Of a page of plain words the way back has one for each paragraph."""
    assert len(html.read(_page(), "a.html").origin.anchors) == 3
