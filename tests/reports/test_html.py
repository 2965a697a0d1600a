"""The html report without a browser: what stands on the page, that it is well-formed, and that it holds together."""

from __future__ import annotations

import os
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from claimdiff.model import Alignment, Article, Document, Extent, Location, Origin, Report
from claimdiff.reports import html
from pages import EVENING, element, ferry, named, parsed, parts, rendered, tags, words
from samples import found, lighthouse, place, read, report

GOLDEN = Path(__file__).parents[2] / "fixtures" / "reports" / "html.html"
REPORTS = {"lighthouse": lighthouse(), "ferry": ferry(), "nothing": Report((), (), ()), "one": report(articles=lighthouse().articles[:1])}


def _without_assets(page):
    """The page without its style sheet and script, which have files of their own."""
    page = re.sub(r"(<(style|script)>).*?(</\2>)", r"\1\3", page, flags=re.DOTALL)
    return re.sub(r"sha256-[\w+/=]+", "sha256-", page)


def test_the_page_looks_as_it_did():
    """UPDATE_GOLDEN=1 rewrites the file."""
    page = _without_assets(rendered(ferry()))
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_bytes(page.encode())

    assert page == GOLDEN.read_bytes().decode()


def test_width_and_colour_change_nothing():
    """A page finds its own."""
    assert html.render(ferry(), width=20, color=True) == rendered(ferry())


@pytest.mark.parametrize("made", REPORTS.values(), ids=REPORTS)
class TestEveryPage:
    """What holds for every report."""

    def test_it_is_ascii_and_ends_in_a_newline(self, made):
        """The same bytes in every locale."""
        assert rendered(made).isascii()
        assert rendered(made).endswith("</html>\n")

    def test_every_link_leads_somewhere_and_no_id_occurs_twice(self, made):
        """References of links, labels and shapes alike."""
        root = parsed(made)
        ids = [one.get("id") for one in root.iter() if one.get("id")]
        wanted = {one.get("href", "")[1:] for one in root.iter() if one.get("href", "").startswith("#")}
        for name in ("aria-labelledby", "aria-controls", "for"):
            wanted |= {one.get(name) for one in root.iter() if one.get(name)}

        assert len(ids) == len(set(ids))
        assert wanted <= set(ids)

    def test_it_refers_to_nothing_outside(self, made):
        """Links lead into the page itself."""
        for one in parsed(made).iter():
            assert one.get("src") is None
            assert one.get("href", "#").startswith(("#", "data:,"))

    def test_its_policy_allows_its_own_style_and_script_alone(self, made):
        """By their hashes; attributes with styles or scripts would be refused, so there are none."""
        root, page = parsed(made), rendered(made)
        policy = next(one.get("content") for one in root.iter("meta") if one.get("http-equiv") == "Content-Security-Policy")

        for name in ("style", "script"):
            content = re.search(f"<{name}>(.*?)</{name}>", page, re.DOTALL).group(1)
            assert f"{name}-src 'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'" in policy
        assert policy.startswith("default-src 'none';")
        assert "unsafe" not in policy
        assert not [name for one in root.iter() for name in one.attrib if name == "style" or name.startswith("on")]


def test_style_and_script_are_plain_ascii_files_that_cannot_end_early():
    """They stand in the page as they are."""
    folder = Path(html.__file__).parent / "_page"
    for name in ("page.css", "page.js"):
        source = (folder / name).read_text("ascii")
        assert not re.search(r"</(style|script)|<!--", source, re.IGNORECASE)
        assert "http://www.w3.org/2000/svg" in source or not re.search(r"https?:|url\(|@import", source)


def test_a_finding_says_all_that_is_known_of_it():
    """Severity, rule, message, places with line and column, words, values, sentence, reconciliation, evidence, confidence."""
    assert parts(element(parsed(ferry()), "f0")) == (
        "1 error date-differs morning.txt says Monday, evening.txt says Sunday. "
        "A morning.txt :3:19 Monday 2024-05-06 The ferry sank on Monday . It carried 80 people for three hours. "
        "B evening.txt :1:24 Sunday 2024-05-05 The ferry went down on Sunday . 80 people were aboard for three hours. "
        "Some said twelve boats came, perhaps. "
        "Agree if one counts from midnight Because same verb: sink confidence 0.90 \u00b7 what the rule means"
    )


def test_a_file_without_lines_is_quoted_by_paragraph():
    """Word processors know no lines."""
    document = replace(read("desk.docx", "There were 12."), origin=Origin("paragraph", ((0, 4, 1),)))

    assert "A desk.docx , paragraph 4 12" in parts(element(parsed(report(found(place(document, "12", "12")))), "f0"))


def test_the_places_of_a_finding_are_marked_in_its_articles():
    """The marks lead back to the finding, and carry its number for the printed page."""
    marks = named(parsed(ferry()), "found")

    assert [(words(mark), mark.get("class"), mark.get("href"), mark.get("data-number")) for mark in marks] == [
        ("Monday", "found error", "#f0", "1"),
        ("Sunday", "found error", "#f0", "1"),
        ("twelve boats", "found warning suppressed", "#f1", "2"),
    ]


def test_the_links_of_a_finding_lead_to_its_marks():
    """To the words, not to the article."""
    root = parsed(ferry())
    links = [link.get("href")[1:] for link in element(root, "f0").iter("a") if link.get("class") != "pick" and "rule" not in link.get("href")]

    assert [words(element(root, link)) for link in links] == ["Monday", "Sunday"]


def test_a_suppressed_finding_is_shown_as_such_and_not_counted():
    """The headline counts what asks for something."""
    root = parsed(ferry())

    assert words(next(root.iter("h1"))) == "1 error (1 suppressed)"
    assert "suppressed" in words(element(root, "f1"))
    assert element(root, "f1").get("data-suppressed") is not None


def test_the_headline_counts_and_the_line_below_says_in_what():
    """As the terminal does."""
    root = parsed(lighthouse())

    assert words(next(root.iter("h1"))) == "1 error, 1 warning, 1 note"
    assert words(named(root, "summary")[0]) == "3 articles: 8 claims read, 1 aligned, 1 could not be checked, 0 agreed"
    assert words(next(parsed(Report((), (), ())).iter("h1"))) == "No discrepancies found"


def test_agreements_are_the_alignments_without_a_finding():
    """The dates are in dispute; the three hours, a number and a duration at once, count once."""
    root = parsed(ferry())

    assert [parts(one) for one in named(root, "agreement")] == [
        "80 people A 80 people B 80 people C Eighty people",
        "3 hours A three hours B three hours",
    ]


def test_a_finding_inside_one_article_leaves_an_agreement_between_two_alone():
    """Only a finding that points at both disputes what aligns them."""
    made = ferry()
    alone = found(place(made.articles[0].document, "80 people", "80"))

    assert len(named(parsed(replace(made, findings=(alone,))), "agreement")) == 3


def test_agreement_of_values_that_differ_is_called_compatible():
    """At least 23 and 41 are not the same and no contradiction."""
    made = ferry()
    first, second = made.articles[0].claims[1], made.articles[1].claims[2]

    assert "(compatible)" in words(named(parsed(Report(made.articles, (Alignment((first, second), 0.9),), ())), "agreement")[0])


def test_what_was_not_checked_is_listed_with_the_reason():
    """And links to the words."""
    root = parsed(ferry())
    link = next(one for one in element(root, "skipped").iter("a"))

    assert "no number stands with it" in words(element(root, "skipped"))
    assert words(element(root, link.get("href")[1:])) == "perhaps"


def test_an_article_comes_with_its_date_and_every_clue_to_it():
    """Where it comes from, what else was found, where that stands, and what the reader had to guess."""
    panel = element(parsed(ferry()), "a0")

    assert parts(next(panel.iter("header"))) == (
        "A wires/morning.txt published 2024-05-07 (header), filed from LUND 3 clues to its date "
        "header: 2024-05-07 , 08:30, GMT (used) metadata: 2024-05-08 dateline: XXXX-05-06 2 characters could not be decoded"
    )


def test_an_undated_article_comes_with_the_option_that_dates_it():
    """Ready for the shell."""
    assert "undated; if you know the date: --date night.txt=YYYY-MM-DD" in words(element(parsed(ferry()), "a2"))


def test_a_headline_that_stands_in_the_text_is_not_shown_twice():
    """One that does not stands above the text."""
    made = ferry()
    elsewhere = replace(made.articles[2].document, title="Night falls")
    root = parsed(Report((made.articles[0], Article(elsewhere)), (), ()))

    assert [words(one) for one in named(root, "headline")] == ["Ferry sinks off Lund", "Night falls"]


def test_rules_that_found_something_have_their_page_there():
    """A finding links to it."""
    root = parsed(ferry())

    assert "What it flags: dates." in words(element(root, "rule-date-differs"))


def test_places_that_share_a_sentence_quote_it_once():
    """Both marked."""
    quotes = list(element(parsed(lighthouse()), "f2").iter("blockquote"))

    assert len(quotes) == 1
    assert [words(mark) for mark in quotes[0].iter("mark")] == ["Monday", "June 3, 2025"]


def test_marks_that_overlap_are_cut_and_say_both():
    """The shorter one is the one to choose first."""
    document = read("a.txt", "It opened on Monday, June 3, 2025, in rain.")
    made = report(found(place(document, "Monday, June 3, 2025", "Monday")), found(place(document, "June 3, 2025", "2025-06-03"), severity="note"))
    marks = named(parsed(made), "found")

    assert [(words(mark), mark.get("data-f"), mark.get("class")) for mark in marks] == [
        ("Monday,", "f0", "found error"),
        ("June 3, 2025", "f1 f0", "found error"),
    ]


def test_a_finding_without_words_links_to_what_is_nearest():
    """An empty place, one behind the last word, one in white space."""
    document = read("a.txt", "One. \n\n Two.")
    places = tuple(Location(document, Extent(at, end), Extent(0, 4), "x") for at, end in ((0, 0), (5, 6), (12, 12)))
    root = parsed(report(found(*places)))

    assert {link.get("href") for link in element(root, "f0").iter("a")} <= {f"#{one.get('id')}" for one in root.iter() if one.get("id")}


def test_findings_may_point_at_articles_that_the_report_does_not_list():
    """Their articles are shown all the same."""
    document = read("a.txt", EVENING)

    assert len(named(parsed(report(found(place(document, "80", "80")), articles=())), "panel")) == 1


def test_articles_of_one_name_are_told_apart():
    """By their whole path."""
    made = Report(tuple(Article(Document(path, "x")) for path in ("a/x.txt", "b/x.txt", "y.txt")), (), ())

    assert [words(tab) for tab in next(iter(named(parsed(made), "tabs"))).iter("button")] == ["A a/x.txt", "B b/x.txt", "C y.txt"]


def test_what_is_about_the_page_and_not_the_event_is_set_back():
    """Bylines and the like."""
    document = Document("a.txt", "By Ada\nIt rained.", furniture=(Extent(0, 6),))

    assert [words(one) for one in named(parsed(Report((Article(document),), (), ())), "furniture")] == ["By Ada"]


def _large(articles):
    """A report whose every claim is aligned and every fifth in dispute."""
    lines = [f"On May {i % 28 + 1} there were {i} people in hall {i}." for i in range(100)]
    text = "\n\n".join(lines)
    documents = [read(f"{n}.txt", text, "2024-06-01") for n in range(articles)]
    extents = [Extent(at, at + len(line)) for line, at in zip(lines, (text.index(line) for line in lines), strict=True)]
    made = tuple(found(*(Location(document, extent, extent, "x") for document in documents)) for extent in extents[::5])
    return Report(tuple(map(Article, documents)), (), made)


def test_the_page_grows_with_the_report_and_no_faster():
    """Twenty articles of a hundred claims have ten times the elements of two."""
    small, large = (sum(1 for _ in tags(parsed(_large(articles)))) for articles in (2, 20))

    assert large < 10.5 * small
