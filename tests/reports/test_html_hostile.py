"""Whatever articles hold, the html report shows it as words: no markup comes of it, and a reader sees every letter."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from claimdiff.model import Article, Document, Extent, Report
from claimdiff.reports._escape import visible
from pages import HOSTILE, element, hostile, named, parsed, rendered, tags, words
from samples import found, place, read


@pytest.mark.parametrize("said", HOSTILE)
def test_hostile_words_add_no_element_and_no_attribute(said):
    """The page has the elements it has with harmless words in their place."""
    assert _structure(hostile(said)) == _structure(hostile("x" * 8))


def _structure(report):
    """Names of elements and attributes in order; the pieces of the text apart, whose number depends on the words."""
    return [(str(one.tag), sorted(one.attrib)) for one in parsed(report).iter() if one.tag != "p"]


LETTERS = some.characters() | some.sampled_from("<>&\"'/=-! \n\r\t\x00\u202e\u2028")


@settings(max_examples=60, deadline=None)
@given(some.text(LETTERS, min_size=1, max_size=60), some.data())
def test_any_text_is_shown_to_the_letter(text, data):
    """With marks anywhere in it; white space apart, and what cannot be seen is spelled out."""
    ends = some.tuples(some.integers(0, len(text)), some.integers(0, len(text)))
    extents = [Extent(*sorted(data.draw(ends))) for _ in range(3)]
    document = Document(text, text, title=text, place=text, warnings=(text,))
    one = found(place(document, text, text), message=text, reconciliation=text, evidence=(text,))
    locations = tuple(replace(one.locations[0], extent=extent) for extent in extents)
    root = parsed(Report((Article(document),), (), (replace(one, locations=locations),)))

    shown = "".join(words(paragraph) for paragraph in named(root, "text"))
    assert _solid(shown) == _solid("".join(visible(line) for line in text))
    assert _solid(words(named(root, "message")[0])) == _solid(visible(text))
    assert set(tags(root)) <= ELEMENTS


def _solid(text):
    """Without white space, and with the noncharacters that a page spells out spelled out."""
    spelled = "".join(f"\\u{ord(c):04x}" if 0xFDD0 <= ord(c) <= 0xFDEF or ord(c) & 0xFFFE == 0xFFFE else c for c in text)
    return "".join(spelled.split())


ELEMENTS = set(
    "html head meta link title style body svg symbol path circle use a header p div h1 h2 h3 nav button kbd main section form fieldset legend label "
    "input span select option output ol ul li q blockquote mark dl dt dd article bdi strong time code details summary text rect line polyline g em "
    "table thead tbody tr th td footer dialog script".split()
)
"""All that a page is made of."""


def test_file_names_and_words_do_not_turn_round_what_stands_beside_them():
    """Overrides are spelled out; writing from right to left is isolated."""
    document = read("\u202egpj.txt", "\u05d0\u05d1 12 \u202e21")
    root = parsed(Report((Article(document),), (), (found(place(document, "12", "12")),)))

    assert "\\u202egpj.txt" in words(element(root, "a0-name"))
    assert [one.tag for one in named(root, "path")] == ["bdi"] * len(named(root, "path"))
    assert {one.get("dir") for one in element(root, "a0").iter("p")} == {"auto"}
    assert "\u202e" not in rendered(Report((Article(document),), (), ()))
