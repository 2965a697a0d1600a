"""Exports in JSON and XML: several articles in a file, dates by their order, and files that must not hurt."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdiff.errors import ClaimdiffError
from claimdiff.readers import ans, feed, json_ld, newsml_g2, ninjs, nitf
from claimdiff.readers._json import load, sourced
from claimdiff.readers._xml import parse

_NINE = "Nine people were hurt."


def _dated(found):
    return str(found.published), found.dates[0].name if found.published else None


# fields of an item | the date used
NINJS = """
{"firstcreated": "2022-03-08", "versioncreated": "2022-03-10"} | 2022-03-08 firstcreated
{"contentcreated": "2022-03-08", "versioncreated": "2022-03-10"} | 2022-03-08 contentcreated
{"versionCreated": "2022-03-08T23:30:00-05:00"} | 2022-03-08 versioncreated
{"embargoed": "2022-03-08"} | None None
{"embargoedUntil": "2022-03-08", "versionCreated": 7} | None None
"""
ROWS = [[cell.strip() for cell in line.split(" | ")] for line in NINJS.strip().splitlines()]


@pytest.mark.parametrize(("fields", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_a_first_version_counts_before_a_later_one_and_an_embargo_never(fields, expected):
    """The version's own date only where no other is told."""
    found = ninjs.read(json.dumps({**json.loads(fields), "body_text": _NINE}).encode(), "a.json")

    assert " ".join(map(str, _dated(found))) == expected


def test_an_arc_story_falls_back_on_its_revision_and_never_on_its_creation():
    """What is displayed, then what was first published, then this revision."""

    def dated(**dates):
        return _dated(ans.read(json.dumps({**dates, "content_elements": [{"type": "text", "content": _NINE}]}).encode(), "a.json"))

    assert dated(publish_date="2022-03-10", first_publish_date="2022-03-08") == ("2022-03-08", "first_publish_date")
    assert dated(publish_date="2022-03-10", created_date="2022-03-08") == ("2022-03-10", "publish_date")
    assert dated(created_date="2022-03-08", last_updated_date="2022-03-10") == ("None", None)


def test_an_arc_story_tells_captions_lists_tables_and_quotations():
    """In the order of its elements; what is no text is passed over."""
    elements = [
        {"type": "text", "content": "Nine &amp; more.<br/><br/>Two."},
        {"type": "image", "caption": "Fifteen boats.", "url": "12.jpg"},
        {"type": "list", "items": [{"type": "text", "content": "<b>One</b> dog"}]},
        {"type": "quote", "content_elements": [{"type": "text", "content": "“Seven,” she said."}]},
        {"type": "table", "header": [{"content": "Boats"}], "rows": [[{"content": "15"}]]},
        {"type": "raw_html", "content": "<p>99</p>"},
        {"type": "text", "content": 12},
    ]
    found = ans.read(json.dumps({"content_elements": elements}).encode(), "a.json")

    assert found.text.strip().split("\n\n") == ["Nine & more.", "Two.", "Fifteen boats.", "One dog", "“Seven,” she said.", "Boats", "15"]


def test_pictures_of_an_item_are_told_by_their_captions():
    """In version 1 they hang on names, in version 3 they are a list."""
    one = {"body_text": _NINE, "associations": {"main": {"type": "picture", "description_text": "Fifteen boats."}}}
    three = {"bodies": [{"value": _NINE}], "associations": [{"type": "picture", "descriptions": [{"value": "Fifteen boats."}]}]}

    for item in (one, three):
        assert ninjs.read(json.dumps(item).encode(), "a.json").text.strip() == f"{_NINE}\n\nFifteen boats."


@pytest.mark.parametrize("reader", [ninjs, ans, json_ld])
def test_a_file_of_several_articles_gives_each_a_number(reader):
    """A list, as exports of a day are."""
    item = {"@type": "NewsArticle", "articleBody": _NINE, "body_text": _NINE, "content_elements": [{"type": "text", "content": _NINE}]}
    found = reader.read_all(json.dumps([item, item]).encode(), "a.json")

    assert [one.path for one in found] == ["a.json#1", "a.json#2"]
    assert [one.file for one in found] == ["a.json", "a.json"]
    assert found[0].origin.place(0) != found[1].origin.place(0)


# a JSON file | what is wrong
BROKEN = """
{"@type": "NewsArticle", "articleBody": | no valid JSON: line 1, column 40
{"@type": "NewsArticle"} | no article
{"@type": "NewsArticle", "articleBody": "  "} | no text found
{"@type": "NewsArticle", "articleBody": ["Nine"]} | no text found
{"@type": "Recipe", "articleBody": "Nine"} | no article
[] | no article
"Nine" | no article
NaN | no valid JSON: NaN is no number
{"@type": "NewsArticle", "wordCount": -Infinity, "articleBody": "Nine."} | no valid JSON: -Infinity is no number
{"@type": "NewsArticle", "wordCount": 5 000, "articleBody": "Nine."} | no valid JSON: line 1, column 41
"""
FAULTS = [[cell.strip() for cell in line.split(" | ")] for line in BROKEN.strip().splitlines()]


@pytest.mark.parametrize(("source", "what"), FAULTS, ids=[fault[0] for fault in FAULTS])
def test_json_that_holds_no_article_is_one_clear_error(source, what):
    """Whatever else it holds."""
    with pytest.raises(ClaimdiffError, match=what) as raised:
        json_ld.read(source.encode(), "a.json")

    assert raised.value.remedy


@pytest.mark.parametrize("source", ["[" * 200_000, '{"a":' * 200_000, '{"@type": "NewsArticle", "a": ' + "[" * 101 + "]" * 101 + "}"])
def test_json_nested_too_deeply_is_refused(source):
    """Before Python's own limit is met."""
    with pytest.raises(ClaimdiffError, match="nested more than 100 deep"):
        json_ld.read(source.encode(), "a.json")


@pytest.mark.parametrize("figure", ["1" * 5_000, "-" + "1" * 1_000, "0." + "1" * 1_000, "1e" + "1" * 1_000])
def test_numbers_no_export_has_are_refused(figure):
    """Python itself would stop at them with an error of its own."""
    source = '{"@type": "NewsArticle", "wordCount": %s, "articleBody": "Nine."}'

    with pytest.raises(ClaimdiffError, match="a number of more than 1,000 characters"):
        json_ld.read((source % figure).encode(), "a.json")


@pytest.mark.parametrize("figure", ["1" * 1_000, "-1.5e300", "1e99999999", "2021", "0"])
def test_a_number_is_no_date_and_hurts_nobody(figure):
    """It stays as it was written: none is read as a day, and none is counted out."""
    source = '{"@type": "NewsArticle", "datePublished": %s, "articleBody": "Nine."}'

    assert json_ld.read((source % figure).encode(), "a.json").published is None


@given(st.text(max_size=40), st.booleans())
def test_every_character_of_a_json_string_has_its_place(text, ascii_only):
    """Escaped or not, what stands there makes the character."""
    source = json.dumps({"a": text}, ensure_ascii=ascii_only)
    found = sourced(load(source, "a.json")["a"], source)

    assert found.text == text
    for offset, character in enumerate(found.text):
        assert source[found.at(offset)] in (character, "\\")


def test_arbitrary_members_are_passed_over():
    """A field of another type than the format has is no reason to fail."""
    wrong = {"headlines": 7, "headline": {}, "bodies": [7, {"value": _NINE}], "associations": 7, "located": [], "firstcreated": {}}

    assert ninjs.read(json.dumps(wrong).encode(), "a.json").text.strip() == _NINE


# an XML file | what is wrong
ATTACKS = """
<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss><item><description>&b;</description></item></rss> | declares entities
<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]><rss><item><description>&a;</description></item></rss> | declares entities
<!DOCTYPE rss [<!ENTITY % a SYSTEM "http://a.example/b.dtd"> %a;]><rss/> | declares entities
<rss><item></rss> | not well-formed XML: mismatched tag in line 1
<rss><item><description>&a;</description></item></rss> | not well-formed XML: undefined entity
<rss/> | without an item
<rss><item><title>Nine</title></item></rss> | without an item
<rss><item><description> </description></item></rss> | without an item
"""
THREATS = [[cell.strip() for cell in line.split(" | ")] for line in ATTACKS.strip().splitlines()]


@pytest.mark.parametrize(("source", "what"), THREATS, ids=[threat[0][:60] for threat in THREATS])
def test_xml_that_harms_or_holds_nothing_is_one_clear_error(source, what):
    """No entity is declared, nothing is fetched."""
    with pytest.raises(ClaimdiffError, match=what) as raised:
        feed.read(source.encode(), "a.xml")

    assert raised.value.remedy


def test_xml_nested_too_deeply_is_refused():
    """Before anything walks down it."""
    with pytest.raises(ClaimdiffError, match="nested more than 200 deep"):
        feed.read(b"<rss>" + b"<a>" * 100_000, "a.xml")


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("utf-8", "utf-8"), ("iso-8859-1", "iso-8859-1"), ("windows-1252", "cp1252"), ("utf-16", "utf-16"), ("utf-8", "cp1252"), ("no-such", "utf-8")],
)
def test_xml_is_read_in_the_encoding_it_has(declared, encoding):
    """The one declared if it is right; else as text files are read."""
    source = f'<?xml version="1.0" encoding="{declared}"?>\n<rss>\r\n<item><description>£5 – it rose</description></item></rss>'
    found = feed.read(source.replace("–", "-").encode(encoding), "a.xml")

    assert found.text.strip() == "£5 - it rose"
    assert found.origin.place(3) == (3, 23)


@given(st.text(st.sampled_from("ab \n£&<>'\"😀é"), min_size=1, max_size=40), st.sampled_from(["\n", "\r\n", "\r"]))
def test_every_character_of_xml_has_its_place(text, ending):
    """References, sections of characters and line ends of any kind among them."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", ending)
    source = f"<a>{ending}<b>{escaped}</b><![CDATA[{text.replace(chr(10), ending)}]]></a>"
    root, read, _ = parse(source.encode(), "a.xml")
    words = root.words

    assert words.text == f"\n{text}{text}"
    for offset, character in enumerate(words.text):
        assert read[words.at(offset)] in (character, "&", "\r")


def test_titles_of_pictures_are_none_of_the_item():
    """Modules for media have titles, contents and descriptions of their own."""
    source = (
        '<rss xmlns:media="http://search.yahoo.com/mrss/"><item><media:title>Fifteen</media:title><title>Ferry</title>'
        f"<media:content><media:description>12 boats</media:description></media:content><description>{_NINE}</description></item></rss>"
    )

    assert feed.read(source.encode(), "a.xml").text.strip() == f"Ferry\n\n{_NINE}"


# the item's dates | date used
FEEDS = """
<pubDate>Tue, 08 Mar 2022 23:30:00 EST</pubDate> | 2022-03-08 pubDate
<pubDate>Wed, 09 Mar 2022 04:30:00 GMT</pubDate> | 2022-03-09 pubDate
<d:date xmlns:d="http://purl.org/dc/elements/1.1/">2022-03-08T23:30-05:00</d:date> | 2022-03-08 date
<a:updated xmlns:a="http://www.w3.org/2005/Atom">2022-03-10</a:updated> | None None
"""
ITEMS = [[cell.strip() for cell in line.split(" | ")] for line in FEEDS.strip().splitlines()]


@pytest.mark.parametrize(("dates", "expected"), ITEMS, ids=[item[0][:40] for item in ITEMS])
def test_the_local_day_of_an_item_is_kept(dates, expected):
    """Half past eleven in New York is no day later; a change is no publication."""
    found = feed.read(f"<rss><item>{dates}<description>{_NINE}</description></item></rss>".encode(), "a.xml")

    assert " ".join(map(str, _dated(found))) == expected


def test_text_of_an_atom_entry_is_text_unless_it_says_otherwise():
    """Angle brackets in it are characters."""
    atom = '<entry xmlns="http://www.w3.org/2005/Atom"><content{}>5 &lt;b&gt; 7</content></entry>'

    assert feed.read(atom.format("").encode(), "a.xml").text.strip() == "5 <b> 7"
    assert feed.read(atom.format(' type="html"').encode(), "a.xml").text.strip() == "5 7"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('<inlineData contenttype="text/plain">Nine people.\nTwo died.</inlineData>', ["Nine people.", "Two died."]),
        ('<inlineData contenttype="text/html">&lt;p&gt;Nine people.&lt;/p&gt;</inlineData>', ["Nine people."]),
        ("<inlineXML><nitf><body><body.content><p>Nine people.</p></body.content></body></nitf></inlineXML>", ["Nine people."]),
        ("<inlineXML><html><body><div>Nine</div><div>people</div></body></html></inlineXML>", ["Nine", "people"]),
    ],
)
def test_a_news_item_holds_its_text_in_one_of_four_ways(content, expected):
    """Plain, escaped, NITF or XHTML."""
    source = f"<newsMessage><itemSet><newsItem><contentSet>{content}</contentSet></newsItem></itemSet></newsMessage>"

    assert newsml_g2.read(source.encode(), "a.xml").text.strip().split("\n\n") == expected


def test_a_message_of_several_items_numbers_those_with_a_text():
    """A picture between them has none."""
    text = '<newsItem><contentSet><inlineData contenttype="text/plain">Nine.</inlineData></contentSet></newsItem>'
    picture = "<newsItem><contentSet><remoteContent/></contentSet></newsItem>"
    found = newsml_g2.read_all(f"<newsMessage><itemSet>{text}{picture}{text}</itemSet></newsMessage>".encode(), "a.xml")

    assert [one.path for one in found] == ["a.xml#1", "a.xml#2"]


def test_captions_of_a_nitf_story_are_read_and_a_known_reference_is_a_character():
    """A document type that only names its DTD is passed over."""
    source = (
        '<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd"><nitf><body><body.head><dateline><location>ORLO</location><story.date norm="20220308"/></dateline>'
        "</body.head><body.content><p>Nine&nbsp;people.</p><media><media-reference>99</media-reference><media-caption>Fifteen boats.</media-caption>"
        "</media></body.content></body></nitf>"
    )
    found = nitf.read(source.encode(), "a.xml")

    assert found.text.strip().split("\n\n") == ["Nine people.", "Fifteen boats."]
    assert (found.place, str(found.published), found.published_from) == ("ORLO", "2022-03-08", "dateline")
