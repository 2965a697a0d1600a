"""Markdown: front matter read as text, marks left out, places kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdiff.errors import ClaimdiffError
from claimdiff.readers import markdown


def _read(source):
    return markdown.read(source.encode("utf-8"), "a.md")


def _paragraphs(source):
    return _read(source).text.strip().split("\n\n")


# a line of front matter | publication date and clock
FRONT = """
date: 2022-03-08 | 2022-03-08 None
date: "2022-03-08 23:30:00 -0500" # local | 2022-03-08 23:30
published: March 8, 2022 at 11:30 p.m. EST | 2022-03-08 23:30
Publish-Date: 2022-03-08T23:30:00-05:00 | 2022-03-08 23:30
pubDate: Tue, 08 Mar 2022 23:30:00 EST | 2022-03-08 23:30
date: 12:30 | None
date: 2022-02-31 | None
date: 03/04/2022 | None
lastmod: 2022-03-10 | None
embargo: 2022-03-10T06:00 | None
created: 2022-03-10 | None
no: yes | None
date: *anchor | None
date: !!python/object:os.system 2022-03-08x | None
"""
ROWS = [[cell.strip() for cell in line.split(" | ")] for line in FRONT.strip().splitlines()]


@pytest.mark.parametrize(("line", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_front_matter_is_read_as_text(line, expected):
    """What YAML would make of it never happens."""
    found = _read(f"---\ntitle: Ferry\n{line}\ntags:\n  - sea\n---\nNine people were hurt.\n")

    assert (f"{found.published} {found.dates[0].time}" if found.published else "None") == expected
    assert (found.title, found.text.strip()) == ("Ferry", "Nine people were hurt.")


def test_a_date_that_can_be_read_two_ways_is_asked_about():
    """By the name of its field."""
    assert any("the date in date" in warning for warning in _read("---\ndate: 03/04/2022\n---\nNine.\n").warnings)


def test_toml_front_matter_is_read_too():
    """As Hugo writes it."""
    found = _read('+++\ntitle = "Ferry"\ndate = 2022-03-08T23:30:00-05:00\n+++\nNine people were hurt.\n')

    assert (found.title, str(found.published), found.text.strip()) == ("Ferry", "2022-03-08", "Nine people were hurt.")


YAML = "---\ntitle: Ferry\ndate: 2022-03-08\nlastmod: 2022-03-10\n---\n"
TOML = "+++\ntitle = 'Ferry'\ndate = 2022-03-08\nlastmod = 2022-03-10\n+++\n"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("front", [YAML, TOML])
def test_front_matter_ends_its_lines_as_any_system_does(front, ending):
    """With a byte order mark before it too, and nothing of it is text."""
    source = b"\xef\xbb\xbf" + f"{front}\nTwelve died.\n".replace("\n", ending).encode()
    found = markdown.read(source, "a.md")

    assert markdown.recognises(source)
    assert (str(found.published), found.title, found.text.strip()) == ("2022-03-08", "Ferry", "Twelve died.")
    assert [(clue.name, clue.order) for clue in found.dates] == [("date", None), ("lastmod", "modified")]


@pytest.mark.parametrize("front", ["+++\ntitle = 'a'\n[extra]\ndate = 2019-01-01\n+++\n", "---\nextra:\n  date: 2019-01-01\n---\n"])
def test_a_nested_date_is_another_one(front):
    """It is about something else than the article."""
    assert markdown.read(f"{front}\nTwelve died.\n".encode(), "a.md").dates == ()


def test_names_of_front_matter_may_be_quoted():
    """As YAML and TOML allow."""
    for front in ('---\n"date": 2022-03-08\n---\n', "+++\n'date' = 2022-03-08\n+++\n"):
        source = f"{front}\nTwelve died.\n".encode()

        assert markdown.recognises(source)
        assert str(markdown.read(source, "a.md").published) == "2022-03-08"


def test_a_rule_at_the_top_is_no_front_matter():
    """Nothing of the text is lost to it."""
    assert _paragraphs("---\n\nNine people were hurt.\n\n---\n\nTwo died.\n") == ["Nine people were hurt.", "Two died."]


# source | paragraphs
MARKS = """
**Nine** *people* were __hurt__, `two` badly | Nine people were hurt, two badly
[Nine people](http://a.example/12 "15") were hurt | Nine people were hurt
![Nine people](a.jpg) | Nine people
3\\*4 and 5 * 6 and snake_case_7 | 3*4 and 5 * 6 and snake_case_7
&pound;5 &amp; more | £5 & more
<b>Nine</b> people<!-- 12 --> | Nine people
> Nine people | Nine people
1. Nine people | Nine people
# Nine people # | Nine people
<https://a.example> | https://a.example
"""
PAIRS = [[cell.strip() for cell in line.split(" | ")] for line in MARKS.strip().splitlines()]


@pytest.mark.parametrize(("source", "expected"), PAIRS, ids=[pair[0] for pair in PAIRS])
def test_marks_are_left_out(source, expected):
    """And what they mark is kept."""
    assert _paragraphs(source) == [expected]


def test_code_is_no_text():
    """Nor is a block of HTML."""
    assert _paragraphs("Nine.\n\n```\n12\n```\n\n    13\n\n<div>14</div>\n") == ["Nine."]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_places_are_those_of_the_file(ending):
    """Behind front matter, in quotations, lists and cells alike."""
    source = "---\ntitle: Ferry\n---\n\n> Nine *people*\n> &amp; two dogs\n\n|a|b|\n|-|-|\n|12|12|\n".replace("\n", ending)
    found = _read(source)
    lines = source.split(ending)

    for words in ("Nine", "people", "two dogs", "a", "b"):
        line, column = found.origin.place(found.text.index(words) if len(words) > 1 else found.text.index(f"\n{words}\n") + 1)
        assert lines[line - 1][column - 1 :].startswith(words)
    assert [found.origin.place(at) for at in (found.text.index("12"), found.text.rindex("12"))] == [(10, 2), (10, 5)]


def test_a_file_too_long_to_parse_is_refused():
    """Before memory runs out."""
    with pytest.raises(ClaimdiffError, match="more than 1,000,000 characters"):
        _read("a " * 600_000)


@given(st.text(st.sampled_from("ab12 \n>*_`[]()!|-#&;<\\"), max_size=80))
def test_any_marks_are_read_or_refused(source):
    """Every place lies within the file."""
    try:
        found = _read(source)
    except ClaimdiffError:
        return
    lines = source.split("\n")
    for offset in range(len(found.text)):
        line, column = found.origin.place(offset)
        assert 1 <= line <= len(lines) + 1
        assert column >= 1
