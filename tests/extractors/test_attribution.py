"""Statements in running text: every case of fixtures/extractors/attribution.md, and what a table of sentences cannot show.

UPDATE_CASES=1 rewrites the expectations; read the diff before committing it.
"""

from __future__ import annotations

import pytest

import cases
from cases import article
from claimdiff.model import Article, Claim, Extent, Statement


def _described(found: Article) -> str:
    """The statements, one a line."""
    return "".join(f"{_line(claim)}\n" for claim in found.claims if claim.kind == "attribution")


def _line(claim: Claim) -> str:
    """Who | cue | what, then polarity if it is not plain assertion, quote if there is one, and the unnamed sources."""
    value = claim.value
    assert isinstance(value, Statement)
    text = claim.document.text
    who = value.speaker or (f"({value.description})" if value.description else "nobody")
    fields = [
        f"{who} | {_words(text, value.cue)} | {_words(text, value.content)}",
        value.polarity if value.polarity != "asserts" else "",
        value.quote if value.quote != "indirect" else "",
        f"anonymous {value.source_count or ''}".rstrip() if value.anonymous else "",
    ]
    return "; ".join(field for field in fields if field)


def _words(text: str, extents: tuple[Extent, ...]) -> str:
    return " … ".join(extent.of(text) for extent in extents)


CASES = cases.load("attribution", _described)


def statements(text: str) -> list[Claim]:
    """The attribution claims of ``text``."""
    return [claim for claim in article(text).claims if claim.kind == "attribution"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_the_sentence_has_the_statements_the_case_expects(case):
    """The statements of the sentence are the ones written below it."""
    assert _described(case.article) == case.expected


@pytest.mark.parametrize("case", cases.silent(CASES), ids=lambda case: case.title)
def test_silent_cases_expect_nothing(case):
    """A case called silent cannot be rewritten into one that speaks."""
    assert case.expected == ""


def test_as_many_cases_are_silent_as_speak():
    """Verbs of saying that introduce nothing said are tested as much as those that do."""
    silent = [case for case in CASES if not case.expected]

    assert len(silent) * 2 >= len(CASES) > 0


@pytest.mark.parametrize("polarity", ["denies", "asks", "orders", "withholds", "doubts"])
def test_every_polarity_has_a_case(polarity):
    """What a cue does with its content is never untested."""
    assert any(f"; {polarity}" in case.expected for case in CASES)


@pytest.mark.parametrize(
    "text",
    [
        "Elena Marsh said that the tunnel would open.",
        "The tunnel would open, Elena Marsh said.",
        "The tunnel would open, said Elena Marsh.",
        "The tunnel, Elena Marsh said, would open.",
        "According to Elena Marsh, the tunnel would open.",
        "The tunnel would open, according to Elena Marsh.",
    ],
)
def test_the_order_of_the_words_does_not_change_who_said_what(text):
    """Source and content are the same wherever the cue stands."""
    (claim,) = statements(text)
    said = " ".join(extent.of(text) for extent in claim.value.content)

    assert claim.value.speaker == "Elena Marsh"
    assert said.removeprefix("that ").lower() == "the tunnel would open"


@pytest.mark.parametrize(
    ("verb", "lemma"),
    [("disputed", "dispute"), ("refuted", "refute"), ("conceded", "concede"), ("reiterated", "reiterate"), ("joked", "joke"), ("admitted", "admit")],
)
def test_a_cue_is_known_by_its_spelling(verb, lemma):
    """The lemmatizer makes "disput" of "disputed"; a cue must not be lost to it."""
    (claim,) = statements(f"The wall was safe, Lise Holm {verb}.")

    assert claim.value.cue_lemma == lemma


def test_the_extent_runs_from_source_to_content():
    """A finding about a statement shows who says it and what."""
    (claim,) = statements("On Monday, nobody slept. Elena Marsh said the tunnel was safe.")

    assert claim.text == "Elena Marsh said the tunnel was safe"


def test_a_number_inside_a_statement_is_the_speakers():
    """A toll is told of the one who gave it, not of the outlet."""
    found = article("Elena Marsh said 17 divers were hurt.")
    (count,) = [claim for claim in found.claims if claim.kind == "quantity"]

    assert count.stance.sources == ("Elena Marsh",)


def test_what_is_denied_is_not_asserted():
    """A number inside a denial is put forward by nobody."""
    found = article("Norvane denied that 17 divers were hurt.")
    (count,) = [claim for claim in found.claims if claim.kind == "quantity"]

    assert count.stance.modality == "denied"


def test_anonymous_sources_are_counted():
    """ "Two people familiar with the matter" are two, and no name is made up for them."""
    (claim,) = statements("Two people familiar with the matter said the contract would be cancelled.")
    value = claim.value

    assert (value.speaker, value.anonymous, value.source_count) == (None, True, 2)
    assert value.description == "two people familiar with the matter"


def test_a_weak_cue_commits_its_source_less():
    """ "Suggested" is not "confirmed"."""
    (weak,) = statements("Norvane suggested that the pumps had failed.")
    (strong,) = statements("Norvane confirmed that the pumps had failed.")

    assert weak.value.strength < strong.value.strength


def test_what_stands_between_quotation_marks_is_the_quoted_speakers():
    """A cue inside a quotation opens no statement of the outlet's."""
    (claim,) = statements("“He said the pumps were old,” Lise Holm said.")

    assert claim.value.speaker == "Lise Holm"


def test_the_content_never_reaches_into_the_next_paragraph():
    """A mark without its partner swallows nothing."""
    text = "Elena Marsh said the tunnel was “safe.\n\nThe mill burned down on Monday.\n"
    (claim,) = statements(text)

    assert claim.extent.end <= text.index("\n\n")


MARKS = ["“", "”", '"', "‘", "’", "``", "''", "„"]


@pytest.mark.parametrize("mark", MARKS)
def test_a_stray_mark_anywhere_swallows_nothing(mark):
    """An unbalanced quotation mark never raises, and no statement reaches into the paragraph behind it."""
    from claimdiff.values.quotes import find_quotes

    text = "“We were warned,” Elena Marsh said.\n\nLise Holm said the wall leaked.\n\nThe mill burned down on Monday.\n"
    last = "The mill burned down on Monday."
    for place in range(text.index(last)):
        odd = text[:place] + mark + text[place:]

        assert all(0 <= quote.start < quote.end <= odd.index(last) for quote in find_quotes(odd))


@pytest.mark.parametrize("mark", MARKS)
def test_a_statement_before_a_stray_mark_ends_in_its_paragraph(mark):
    """Through the whole reading."""
    text = f"Lise Holm said the wall {mark}leaked.\n\nThe mill burned down on Monday.\n"

    assert all(claim.extent.end <= text.index("\n\n") for claim in statements(text))


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ('"', '"'), ("``", "''")])
def test_the_content_of_a_quotation_is_the_quoted_words_exactly(opening, closing):
    """Marks included, and nothing beside them."""
    quoted = f"{opening}We were warned. Nobody listened,{closing}"
    (claim,) = statements(f"{quoted} Lise Holm said.")

    assert [extent.of(claim.document.text) for extent in claim.value.content] == [quoted]
