"""quotation-altered on hand-built quotations: which changes are changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import day
from claimdiff.model import Article, Document, Extent, Statement
from claimdiff.rules.quotation_altered import across
from told import told

PLAIN = "“We told the council about the leak in the tunnel on Monday”"


def _said(words, who="Elena Marsh"):
    return told(who, "said", words)


def _across(*claims):
    return list(across(tuple(Article(claim.document, (claim,)) for claim in claims)))


LOUD = [
    ("a word replaced", PLAIN, "“We told the council about the hole in the tunnel on Monday”", "warning"),
    ("a word left out", PLAIN, "“We told the council about the leak in the tunnel Monday”", "warning"),
    ("a word put in", PLAIN, "“We told the city council about the leak in the tunnel on Monday”", "warning"),
    ("a negation put in", PLAIN, "“We never told the council about the leak in the tunnel on Monday”", "error"),
    ("a contracted negation", "“We were told about the old leak”", "“We weren't told about the old leak”", "error"),
    ("a number", "“We lost nine boats in that storm”", "“We lost ten boats in that storm”", "error"),
    ("a number in digits", "“We lost 9 boats in that storm”", "“We lost 12 boats in that storm”", "error"),
    (
        "words in another order",
        "“Nobody in the council read the old report about the leak”",
        "“The old report about the leak nobody in the council read”",
        "warning",
    ),
    ("a short word that spelling does not explain", "“It was not safe for lorries or carts”", "“It was not safe four lorries or carts”", "warning"),
    ("another name", "“We saw that Marsh left the old palace”", "“We saw that Holm left the old palace”", "warning"),
    ("two words", PLAIN, "“We told the board about the hole in the tunnel on Monday”", "warning"),
]
SILENT = [
    ("the same", PLAIN, PLAIN),
    ("cut at the end", PLAIN, "“We told the council about the leak”"),
    ("cut at the beginning", PLAIN, "“about the leak in the tunnel on Monday”"),
    ("capitals", PLAIN, PLAIN.replace("We", "we")),
    ("punctuation", PLAIN, PLAIN.replace("council about", "council, about")),
    ("an editor's brackets", PLAIN, PLAIN.replace("in the tunnel", "in the tunnel [near Orlo]")),
    ("contractions", "“It is not the end of the world for us”", "“It isn’t the end of the world for us”"),
    ("will not contracted", "“We will not leave the harbour tonight”", "“We won’t leave the harbour tonight”"),
    ("fillers", "“We told the council and we were right about it”", "“We told the council and, well, we were right about it”"),
    ("an American spelling", "“The colour of the harbour wall is grey now”", "“The color of the harbor wall is grey now”"),
    ("as it is heard", "“We are gonna rebuild this town after the flood”", "“We are going to rebuild this town after the flood”"),
    ("a sign for a word", "“We lost 40% of the harvest in one night”", "“We lost 40 percent of the harvest in one night”"),
    ("dots of an abbreviation", "“The U.S. army will leave the old base”", "“The US army will leave the old base”"),
    ("an ordinal", "“He came on the 3rd of May and left”", "“He came on the third of May and left”"),
    ("an apostrophe", "“The council's own report said it was safe”", "“The councils' own report said it was safe”"),
    ("what is said along", "“We, you know, closed the bridge for lorries at once”", "“We closed the bridge for lorries at once”"),
    ("the grammar of a fragment", "“will never drive across the old bridge again”", "“I would never drive across the old bridge again”"),
    ("a number with its sign in words", "“Between 5 and 6 percent of the fish are dead”", "“Between five and six per cent of the fish are dead”"),
    ("had contracted", "“She'd left the boat alone in that weather before”", "“She had left the boat alone in that weather before”"),
    ("has contracted", "“He's left the boat alone in that weather before”", "“He has left the boat alone in that weather before”"),
    ("a name in two spellings", "“We saw that Alishwandi left the old palace”", "“We saw that Alishvandi left the old palace”"),
    ("hyphens", "“We saw the second-hand boat at the quay”", "“We saw the secondhand boat at the quay”"),
    ("brackets in a word's place", PLAIN, PLAIN.replace("the council", "[them]")),
    ("a capital in brackets", PLAIN, PLAIN.replace("We", "[W]e")),
    ("an ending in brackets", PLAIN, PLAIN.replace("told", "tell[ing]")),
    ("an ellipsis", PLAIN, PLAIN.replace("about the leak", "…")),
    ("an ellipsis of dots", PLAIN, PLAIN.replace("about the leak ", "... ")),
    ("sentences in another order", "“The council lied about the leak. Nobody read it.”", "“Nobody read it. The council lied about the leak.”"),
    ("another quotation", PLAIN, "“I never wanted to be mayor of such a town”"),
    ("a few words in common", "“We will go to the harbour”", "“We will stay at home”"),
    ("reported speech", PLAIN, "that they told the board about the hole in the tunnel"),
]


@pytest.mark.parametrize(("one", "other", "severity"), [row[1:] for row in LOUD], ids=[row[0] for row in LOUD])
def test_a_quotation_that_parts_within_its_words_is_found(one, other, severity):
    """A warning; an error where a number or a negation differs."""
    for pair in ((one, other), (other, one)):
        assert [finding.severity for finding in _across(*map(_said, pair))] == [severity]


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in SILENT], ids=[row[0] for row in SILENT])
def test_a_quotation_that_is_only_cut_or_spelt_otherwise_is_silent(one, other):
    """Whichever comes first."""
    for pair in ((one, other), (other, one)):
        assert not _across(*map(_said, pair))


def test_another_speaker_is_another_rules_business():
    """Two people are not one quotation altered."""
    pair = told("Elena Marsh", "said", LOUD[0][1]), told("Lise Holm", "said", LOUD[0][2])

    assert not _across(*pair)


@pytest.mark.parametrize("who", ["the mayor", "the plumber", "Harbour Police"])
def test_a_speaker_whom_an_article_does_not_name_may_be_the_other_articles(who):
    """Quotation marks promise the same words, whoever is found to speak them."""
    assert len(_across(_said(LOUD[0][1], who), _said(LOUD[0][2]))) == 1


def test_a_quotation_without_a_speaker_is_compared_as_well():
    """The sentence that stands alone between two paragraphs."""
    alone = Article(Document("b.txt", LOUD[0][2]), ())
    claim = _said(LOUD[0][1])

    (found,) = across((Article(claim.document, (claim,)), alone))

    assert [place.text for place in found.locations] == ["leak", "hole"]
    assert "quote Elena Marsh in" in found.message


@pytest.mark.parametrize(("published", "found"), [("2021-03-20", 1), ("2021-05-02", 0)])
def test_what_is_said_again_a_month_later_is_said_in_other_words(published, found):
    """A politician has one speech for many towns."""
    claims = [
        replace(claim, document=replace(claim.document, published=day(date)))
        for claim, date in zip(map(_said, LOUD[0][1:3]), ("2021-03-02", published), strict=True)
    ]

    assert len(_across(*claims)) == found


def test_a_name_in_common_tells_nothing():
    """Many people speak of the president."""
    one, other = (f"“the man {is_} to be President of the United Isles of Norland”" for is_ in ("is ready", "was born"))

    assert not _across(_said(one), _said(other, "Lise"))


def test_a_title_of_a_work_is_no_quotation():
    """Films of one series share most words."""
    one, other = (Article(Document("a.txt", f"The cinema shows “The Last Harbour Pilot of Orlo and the {word}”."), ()) for word in ("Storm", "Siege"))

    assert not list(across((one, other)))
    assert not _across(*(_said(f"“The Last Harbour Pilot of Orlo and the {word}”", "the cinema") for word in ("Storm", "Siege")))


def test_who_is_quoted_within_a_quotation_does_not_speak_it():
    """“Holm said the bridge would hold, and we believed her,” Marsh said."""
    claim = _said("“Holm said that the bridge would hold, and we all believed her”")
    start = claim.document.text.index("that the")
    inner = Statement((Extent(18, 22),), (Extent(23, 27),), (Extent(start, len(claim.document.text) - 2),), speaker="Lise Holm", cue_lemma="say")
    article = Article(claim.document, (claim, replace(claim, value=inner)))
    other = _said("“Holm said that the bridge would hold, and nobody believed her”")

    (found,) = across((article, Article(other.document, (other,))))

    assert "quote Elena Marsh in" in found.message


def test_an_article_that_has_both_wordings_is_not_held_against_another():
    """Somebody says two things alike: “we will fight for our schools”, “we will fight for our streets”."""
    schools, streets = (f"“We will fight for our {what} in this town to the end”" for what in ("schools", "streets"))
    both = Article(Document("a.txt", f"{schools}, Elena Marsh said. {streets}, she said."), ())

    assert not list(across((both, Article(Document("b.txt", f"{streets}, Elena Marsh said."), ()))))


def test_of_many_articles_two_are_named():
    """One finding for two wordings, however many articles have each."""
    said = [_said(LOUD[0][1 + i % 2]) for i in range(7)]

    assert len(_across(*said)) == 1


def test_a_gap_in_a_long_quotation_is_shown_where_it_is():
    """The words around it, for the quotation is too long to mark."""
    before = "We have lived in this street for forty years and nobody ever came to look at the wall behind the old mill. "
    (found,) = _across(*(_said(f"“{before}It is {safe} for the children who play there”") for safe in ("not safe", "safe")))

    assert found.locations[0].text == "not"
    assert found.locations[1].text == "mill. It is safe for the"


def test_the_message_shows_the_difference_and_the_place_is_the_word():
    """The editor sees which word it is."""
    (found,) = _across(_said(LOUD[0][1]), _said(LOUD[0][2]))

    assert "“leak” / “hole”" in found.message
    assert [place.text for place in found.locations] == ["leak", "hole"]


def test_a_quotation_that_lacks_words_is_shown_whole():
    """There is no word to point at."""
    (found,) = _across(_said(PLAIN), _said(PLAIN.replace("on Monday", "Monday")))

    assert found.locations[0].text == "on"
    assert found.locations[1].text.startswith("We told the council")
