"""The parts of the html report that are worked out: pieces, paragraphs, the axis of the timeline and what stands on it, contrast of colours."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from builders import on
from claimdiff.model import Article, DateClue, Document, Extent, Report, When
from claimdiff.reports._page.lanes import lanes, stacked
from claimdiff.reports._page.markup import Html, element, rows, text
from claimdiff.reports._page.paragraphs import paragraphs
from claimdiff.reports._page.scale import Scale
from claimdiff.reports._page.sheets import Sheet, laid_out
from claimdiff.reports._page.spans import Mark, cut
from pages import ferry, named, parsed, parts
from samples import claim, lighthouse, read

EXTENTS = some.tuples(some.integers(0, 12), some.integers(0, 12)).map(lambda ends: Extent(min(ends), max(ends)))


@settings(deadline=None)
@given(some.lists(EXTENTS, max_size=8))
def test_pieces_tile_the_text_and_know_their_marks(extents):
    """Without gap or overlap; each under the same marks from end to end, the shortest first."""
    marks = [Mark(extent, str(i)) for i, extent in enumerate(extents)]

    pieces = list(cut(marks, Extent(0, 12)))

    assert [piece.extent.start for piece in pieces] == [0, *(piece.extent.end for piece in pieces)][:-1]
    assert pieces[-1].extent.end == 12
    for piece in pieces:
        covering = {mark.label for mark in marks if mark.extent.covers(piece.extent)}
        lengths = [extents[int(label)].end - extents[int(label)].start for label in piece.labels]
        assert set(piece.labels) == covering
        assert lengths == sorted(lengths)
        assert set(piece.ending) == {label for label in covering if extents[int(label)].end == piece.extent.end}


@settings(deadline=None)
@given(some.text(some.sampled_from("ab \t\r\n\v\u2028"), max_size=40))
def test_paragraphs_hold_every_word_once_and_in_order(words):
    """What lies between them is white space."""
    extents = list(paragraphs(words))

    assert all(first.end <= second.start for first, second in pairwise(extents))
    assert "".join("".join(extent.of(words).split()) for extent in extents) == "".join(words.split())


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("One.\n\nTwo.\r\n\r\nThree.", ["One.", "Two.", "Three."]),
        (f"{'wrapped ' * 8}\n{'again ' * 10}\nend\n\nTwo.", [f"{'wrapped ' * 8}\n{'again ' * 10}\nend", "Two."]),
        ("Herald 3\nGuests 2", ["Herald 3", "Guests 2"]),
        (f"{'long ' * 40}\n{'longer ' * 40}", ["long " * 40, "longer " * 40]),
        (" \n\n \t", []),
    ],
)
def test_lines_that_were_wrapped_are_one_paragraph(words, shown):
    """Short ones and long ones are paragraphs of their own."""
    assert [extent.of(words) for extent in paragraphs(words)] == shown


def test_what_is_no_markup_is_text():
    """Whoever builds an element cannot forget to escape."""
    assert element("p", "<b>", Html("<i>x</i>"), title='"<') == '<p title="&quot;&lt;">&lt;b&gt;<i>x</i></p>'
    assert element("input", checked=True, disabled=False, value=None) == "<input checked>"
    assert rows(["<", Html("<b></b>")]) == "&lt;\n<b></b>"


@pytest.mark.parametrize(
    ("words", "shown"), [("\ufdd0\uffff\U0001ffff", "\\ufdd0\\uffff\\u1ffff"), ("\x00\x1b\u202e", "\u2400\u241b\\u202e"), ("\ud800", "\\ud800")]
)
def test_what_html_may_not_hold_is_spelled_out(words, shown):
    """Controls, bidirectional overrides, surrogates, noncharacters."""
    assert text(words) == shown


@pytest.mark.parametrize(("number", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")])
def test_articles_have_letters(number, letter):
    """However many there are."""
    assert Sheet(number, "", Article(Document("a", "x")), ()).letter == letter


MOMENTS = some.lists(some.datetimes(), min_size=1, max_size=30)


@settings(deadline=None)
@given(MOMENTS)
def test_on_the_axis_later_is_further_right(moments):
    """And no two moments fall together."""
    scale = Scale(moments, 1000)
    places = [scale.at(moment) for moment in sorted(set(moments))]

    assert all(second - first >= 5 for first, second in pairwise(places))
    assert 0 < places[0] <= places[-1] < scale.width


def test_a_day_is_as_wide_beside_a_century_as_elsewhere():
    """So that dates a day apart can be told from each other."""
    day = datetime(2024, 5, 6)
    scale = Scale([datetime(1924, 5, 6), day, day + timedelta(days=1), day + timedelta(days=2)], 1000)

    assert scale.at(day + timedelta(days=1)) - scale.at(day) == pytest.approx(scale.at(day + timedelta(days=2)) - scale.at(day + timedelta(days=1)))
    assert scale.at(day) - scale.at(datetime(1924, 5, 6)) < 15 * (scale.at(day + timedelta(days=1)) - scale.at(day))


@settings(deadline=None)
@given(some.lists(some.tuples(some.integers(0, 50), some.integers(1, 20)), max_size=20))
def test_labels_in_one_row_do_not_overlap(stretches):
    """Those that would go below."""
    widths = sorted((float(start), float(start + width)) for start, width in stretches)
    levels = stacked(widths)

    for (first, one), (second, other) in combinations(zip(widths, levels, strict=True), 2):
        assert one != other or first[1] <= second[0]


def _items(report):
    return [[(item.shape, item.words, item.value, item.labels) for item in lane.items] for lane in lanes(laid_out(report))]


def test_the_timeline_has_a_lane_for_each_article():
    """Its publication date, clues that were not used, its dated claims with their findings; durations are no dates."""
    assert _items(ferry()) == [
        [("claim", "Monday", "2024-05-06", ("f0",)), ("published", "published", "2024-05-07", ()), ("clue", "metadata", "2024-05-08", ())],
        [("claim", "Sunday", "2024-05-05", ("f0",)), ("published", "published", "2024-05-07", ()), ("clue", "dateline", "2025-06-04", ())],
        [],
    ]
    assert [lane.open for lane in lanes(laid_out(ferry()))] == [(), (), ()]


def test_the_timeline_shows_the_day_that_a_countdown_comes_to():
    """A finding works it out of words that are no date."""
    assert ("implied", "seven days", "2025-06-12", ("f0",)) in _items(lighthouse())[1]


def test_dates_that_need_a_publication_date_are_named_below_the_timeline():
    """Nothing is left out in silence."""
    assert [parts(one) for one in named(parsed(lighthouse()), "open")] == ["A No place in time until the publication date is known: Tuesday"]


def test_equal_dates_of_an_article_are_drawn_once():
    """With their number; the words in dispute stand for all."""
    document = read("a.txt", "On Monday it rained. Monday was cold.")
    claims = tuple(claim(document, words, on("2024-05-06")) for words in ("Monday", "Monday was"))

    (lane,) = lanes(laid_out(Report((Article(document, claims),), (), ())))

    assert [(item.words, item.count) for item in lane.items] == [("Monday", 2)]


def test_the_timeline_joins_what_disagrees_and_what_agrees():
    """A line through the lanes, told apart by class."""
    joins = named(parsed(ferry()), "join")

    assert [(join.get("class"), join.get("data-f")) for join in joins] == [("join error", "f0")]
    assert len(joins[0].get("points").split()) == 2


def test_a_report_without_dates_has_no_drawing():
    """But says so."""
    root = parsed(Report((Article(Document("a.txt", "It rained.")),), (), ()))

    assert not named(root, "chart")
    assert "No date could be placed in time." in parts(root)


def test_the_last_day_there_is_can_be_drawn():
    """Nothing comes after it."""
    document = Document("a.txt", "x", dates=(DateClue("metadata", "9999-12-31"),))
    far = When("DATE", "0001", start=datetime.min, before=datetime.max, granularity="year")

    assert named(parsed(Report((Article(document, (claim(document, "x", far),)),), (), ())), "chart")


STYLE = (Path(__file__).parents[2] / "src" / "claimdiff" / "reports" / "_page" / "page.css").read_text("ascii")
SCHEMES = {
    name: dict(re.findall(r"--([\w-]+): (#\w+);", block))
    for name, block in zip(("light", "dark"), re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL), strict=False)
}
TEXT = [
    *(("ink", ground) for ground in ("paper", "panel", "band", "error-tint", "warning-tint", "note-tint", "agreed-tint")),
    *((ink, ground) for ink in ("soft", "link", "error", "warning", "note", "agreed") for ground in ("paper", "panel", "band")),
    *((grade, f"{grade}-tint") for grade in ("error", "warning", "note", "agreed")),
    *(("chosen-ink", grade) for grade in ("error", "warning", "note", "agreed", "soft")),
    ("panel", "ink"),
]


def _luminance(colour):
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return sum(
        weight * (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4) for weight, c in zip((0.2126, 0.7152, 0.0722), channels, strict=True)
    )


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read_on_its_ground(scheme, ink, ground):
    """WCAG 2.2, success criterion 1.4.3: a contrast of 4.5 to 1 at least."""
    colours = {**SCHEMES["light"], **SCHEMES[scheme]}
    darker, lighter = sorted((_luminance(colours[ink]), _luminance(colours[ground])))

    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def test_both_colour_schemes_are_whole():
    """No colour is forgotten in the dark."""
    assert set(SCHEMES["light"]) == set(SCHEMES["dark"])
    assert len(SCHEMES["light"]) > 15
