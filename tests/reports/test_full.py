"""The full report: layout, marks, colour and what the summary says."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from rich.cells import cell_len
from rich.text import Text

from claimdiff.model import Article, DateClue, Document, Report
from claimdiff.reports import concise, full
from claimdiff.reports._layout import hanging, wrapped
from samples import found, herald, lighthouse, place, read, report, wire

STYLE = re.compile(r"\x1b\[[\d;]*m")


@pytest.mark.parametrize("width", [20, 33, 80, 149, 150, 200])
def test_no_line_is_wider_than_asked(width):
    """Whatever the width, lines fit."""
    for text in (full.render(lighthouse(), width=width, color=False), full.render_articles((herald(), wire()), width=width, color=False)):
        assert max(map(cell_len, text.splitlines())) <= width


@pytest.mark.parametrize("width", [20, 80, 200])
def test_every_word_of_the_sentence_is_there(width):
    """Nothing is truncated, however narrow the page."""
    document = read("a.txt", "The harbour has 1,234,567,890 stones and Llanfairpwllgwyngyllgogerychwyrndrobwll lies beside it.")

    text = full.render(report(found(place(document, "1,234,567,890", "1,234,567,890"))), width=width, color=False)

    joined = re.sub(r"\n *│ ", "", text)
    assert "»1,234,567,890«" in text
    assert "Llanfairpwllgwyngyllgogerychwyrndrobwll" in joined
    assert "…" not in text


def test_two_excerpts_stand_side_by_side_on_a_wide_page():
    """Below 150 columns they stand below each other."""
    lines = {width: full.render(lighthouse(), width=width, color=False).splitlines() for width in (149, 150)}

    assert not any("herald.txt:1:53" in line and "wire.txt:1:6" in line for line in lines[149])
    assert any("herald.txt:1:53" in line and "wire.txt:1:6" in line for line in lines[150])


def test_colour_adds_styles_and_nothing_else():
    """Without its escapes a coloured report differs in the marks alone."""
    plain, coloured = (full.render(lighthouse(), width=80, color=color) for color in (False, True))

    assert "\x1b" not in plain
    assert "\x1b[1;7m11 days\x1b" in coloured
    assert re.sub(r"[\s│]", "", STYLE.sub("", coloured)) == re.sub(r"[\s│»«]", "", plain)
    assert "»" not in coloured


def test_places_that_overlap_in_one_sentence_are_marked_once():
    """No word is printed twice."""
    document = read("a.txt", "It opened on Monday, June 3, 2025, in rain.")
    both = found(place(document, "Monday, June 3, 2025", "Monday"), place(document, "June 3, 2025", "2025-06-03"))

    assert "│ It opened on »Monday, June 3, 2025«, in rain.\n" in full.render(report(both), width=80, color=False)


def test_an_article_at_odds_with_nothing_says_how_much_was_compared():
    """Silence alone could also mean that nothing was read."""
    text = full.render(report(articles=(herald(), wire())), width=120, color=False)

    assert text.startswith("no discrepancies found in 2 articles: 8 claims read, 0 aligned, 1 could not be checked")


def test_suppressed_findings_are_counted_and_not_printed():
    """Neither full nor concise shows them; the summary does not hide that there are some."""
    document = read("a.txt", "There were 12.")
    made = report(found(place(document, "12", "12"), suppressed=True))

    assert concise.render(made, width=80, color=False) == ""
    assert full.render(made, width=80, color=False).startswith("no discrepancies found (1 suppressed) in 1 article")


def _dated(**fields):
    return full.render(Report((Article(Document("my file.txt", "x", **fields)),), (), ()), width=120, color=False).splitlines()[1].strip()


def test_an_undated_article_comes_with_the_option_that_dates_it():
    """Ready for the shell."""
    assert _dated() == "my file.txt  undated; if known: --date 'my file.txt'=YYYY-MM-DD"


@pytest.mark.parametrize(
    ("order", "said"),
    [
        (None, "published 2025-06-05 (given with --date); also header 2025-06-04"),
        ("today", "published 2025-06-05 (today, as --date asked); also header 2025-06-04"),
    ],
)
def test_the_date_used_stands_with_its_source_and_the_clues_not_used(order, said):
    """Today is never used without saying so."""
    clues = (DateClue("flag", "2025-06-05", order=order), DateClue("header", "2025-06-04"))

    assert _dated(published=date(2025, 6, 5), published_from="flag", dates=clues) == f"my file.txt  {said}"


def test_a_number_is_not_cut_at_a_no_break_space():
    """Thousands are often set apart by one."""
    lines = wrapped(Text("There were 12\u00a0000 people in the square"), 14)

    assert [line.plain for line in lines] == ["There were", "12\u00a0000 people", "in the square"]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("one two", 7, ["one two"]),
        ("one two", 6, ["one", "two"]),
        ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]),
        ("a abcdefgh", 3, ["a", "abc", "def", "gh"]),
        ("日本語の文 x", 4, ["日本", "語の", "文 x"]),
    ],
)
def test_lines_break_between_words(text, width, lines):
    """Only a word longer than a line is divided; wide characters count twice."""
    assert [line.plain for line in wrapped(Text(text), width)] == lines


def test_a_long_label_stands_above_its_text():
    """Half a line is the most a label gets."""
    assert [line.plain for line in hanging(Text("a long label  "), Text("text"), 20)] == ["a long label", "    text"]


def test_a_megabyte_without_a_space_is_laid_out_at_once():
    """Time grows with the length, not with its square."""
    text = "x" * 500_000

    assert len(wrapped(Text(text), 80)) == 6250


def test_a_finding_survives_its_article_being_empty_around_it():
    """An article whose sentence is the words alone."""
    document = read("a.txt", "12")

    assert "│ »12«\n" in full.render(report(replace(found(place(document, "12", "12")), reconciliation="x")), width=20, color=False)
