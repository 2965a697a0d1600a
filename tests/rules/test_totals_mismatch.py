"""totals-mismatch on hand-built articles: what is a list of parts, and where it ends."""

from __future__ import annotations

import re

import pytest

from builders import document, quantity
from claimdiff.model import Article, Claim, Extent
from claimdiff.rules.totals_mismatch import check

_UNITS = {"people": "people", "men": "man", "women": "woman", "children": "child", "schools": "school", "bridges": "bridge", "members": "member"}
_COUNTED = re.compile(rf"(?P<about>about )?(?P<number>\d+)(?: (?P<noun>{'|'.join(_UNITS)})\b)?")


def _article(text: str) -> Article:
    """An article with a claim for every number, which counts the noun behind it."""
    made, whole = document("a.txt", text), Extent(0, len(text))
    claims = []
    for found in _COUNTED.finditer(text):
        value = quantity(found["number"], unit=_UNITS.get(found["noun"] or ""), comparator="~" if found["about"] else "=")
        claims.append(Claim(made, "quantity", Extent(found.start("number"), found.end()), whole, value))
    return Article(made, tuple(claims))


LOUD = [
    ("12 people died: 7 men and 4 women.", 11),
    ("12 people died in the fire: 7 men, 4 women", 11),
    ("Of 40 schools – 25 schools in Orlo and 12 schools in Vell – none opened.", 37),
    ("15 people, 11 men and 3 women, were hurt.", 14),
    ("15 people (11 men and 3 women) were hurt.", 14),
    ("20 people were hurt: 11 men, 4 women, and 3 children.", 18),
    ("9 people were saved: 4 women, 3 children and a guide.", 8),
    ("9 people were saved: 4 women, a guide and 3 children.", 8),
    ("21 members voted: 12 from the valley and 8 from the hills.", 20),
]
SILENT = [
    ("they add up", "12 people died: 7 men and 5 women."),
    ("they add up with a single one", "12 people died: 7 men, 4 women and a guide."),
    ("they add up without it", "11 people died: 7 men, 4 women and a dog."),
    ("some of them", "12 people died, among them 7 men and 4 women."),
    ("some of them, behind a colon", "12 people died: most were men, 7 men and 4 women."),
    ("a part without a number", "12 people died: 7 men, 4 women and their guides."),
    ("a part without a number, first", "12 people died: the guide, 7 men and 4 women."),
    ("an inexact part", "12 people died: about 7 men and 4 women."),
    ("an inexact total", "about 12 people died: 7 men and 4 women."),
    ("one part alone", "12 people died: 7 men."),
    ("other things", "12 people lost all: 7 bridges and 4 schools."),
    ("more than the total", "2 people fell ill: 11 men and 14 women are in hospital."),
    ("ages", "He has 3 children, 11 and 14."),
    ("another number in the list", "12 people died: 7 men aged 30 and 4 women."),
    ("a list that goes on", "12 people died, 7 men and 4 women, and another man."),
    ("a clause behind it", "He asked 12 people, 3 men and 2 women said."),
    ("a list without a total", "The fire killed 11 men, 4 women and 3 children."),
    ("parts that may be other groups", "The fire killed 11 people, 4 women and 3 children."),
    ("each", "12 schools have 7 men and 4 women each: 3 men and 2 women per team."),
    ("the next sentence", "12 people died. 7 men and 4 women were named."),
    ("a total without a noun", "He saw 12: 7 men and 4 women."),
]


@pytest.mark.parametrize(("text", "added"), LOUD, ids=[text for text, _ in LOUD])
def test_parts_that_do_not_add_up_are_a_warning(text, added):
    """At the total first, then at every part."""
    (found,) = check(_article(text))

    assert (found.rule, found.kind, found.severity) == ("totals-mismatch", "numeric", "warning")
    assert f" add up to {added}: " in found.message
    assert [place.start for place in found.locations] == sorted(place.start for place in found.locations)


@pytest.mark.parametrize("text", [row[1] for row in SILENT], ids=[row[0] for row in SILENT])
def test_what_is_no_list_of_all_parts_is_silent(text):
    """A checker that adds apples and pears is switched off."""
    assert list(check(_article(text))) == []
