"""speaker-differs on hand-built statements: who cannot be one speaker, and what is one statement."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import aligned
from claimdiff.model import Article, Claim, Document, Extent, Stance, Statement, Topic
from claimdiff.rules.speaker_differs import across, compare
from told import told

SORRY = "“our thoughts and prayers are with all families of the sailors tonight”"
QUOTED = "“we will not pay a single crown for this harbour”"
REPORTED = "that the harbour would close on Monday for repairs"
SLEPT = "that the captain fell asleep at the wheel, hit the bridge in the fog and swam to the shore"
SLEPT_ON = "that she was sorry the captain fell asleep at the wheel of a ferry full of schoolchildren"
BANK = "the Bank of Orlo and Veldt"
LONG = "general manager of the Northern River Ferry Company"
MARSH, HOLM = {"speaker": "Elena Marsh"}, {"speaker": "Lise Holm"}

LOUD = [
    ("a quotation of two people", told("Elena Marsh", "said", QUOTED), told("Lise Holm", "said", QUOTED), "error"),
    ("a quotation of two companies", told("Norvane Group", "said", QUOTED), told("Veldt Bank", "said", QUOTED), "error"),
    ("a quotation cut short", told("Elena Marsh", "said", QUOTED), told("Lise Holm", "said", "“not pay a single crown for this harbour”"), "error"),
    (
        "two people of one title",
        told("Spokesman Elena Marsh", "said", SLEPT, **MARSH),
        told("Spokesman Lise Holm", "said", SLEPT_ON, **HOLM),
        "warning",
    ),
    (
        "a title with more words",
        told("Spokesman Elena Marsh", "said", SLEPT, **MARSH),
        told("Club spokesman Lise Holm", "said", SLEPT_ON, **HOLM),
        "warning",
    ),
    ("a long title", told(f"Elena Marsh, {LONG}", "said", SLEPT, **MARSH), told(f"Lise Holm, {LONG}", "said", REPORTED, **HOLM), "warning"),
    ("reported speech of two people", told("Elena Marsh", "said", REPORTED), told("Lise Holm", "said", REPORTED), "warning"),
]
SILENT = [
    ("the same name", told("Elena Marsh", "said", QUOTED), told("Elena Marsh", "said", QUOTED)),
    ("a surname", told("Elena Marsh", "said", QUOTED), told("Marsh", "said", QUOTED)),
    ("a title", told("Judge Elena Marsh", "said", QUOTED), told("Elena Marsh", "said", QUOTED)),
    ("another spelling", told("Elena Marsh", "said", QUOTED), told("Elina Marshe", "said", QUOTED)),
    ("an acronym", told("Harbour Police Department", "said", QUOTED), told("HPD", "said", QUOTED)),
    ("a person of a body", told("Elena Marsh", "said", QUOTED), told("Harbour Police", "said", QUOTED)),
    ("a description", told("Elena Marsh", "said", QUOTED), told("the mayor", "said", QUOTED)),
    ("other words", told("Elena Marsh", "said", QUOTED), told("Lise Holm", "said", "“nobody has told me anything about this ship”")),
    ("a short thing anybody says", told("Elena Marsh", "said", "“it was a good day”"), told("Lise Holm", "said", "“it was a good day”")),
    ("reported facts of two companies", told("Norvane Group", "said", REPORTED), told("Veldt Bank", "said", REPORTED)),
    ("one says not", told("Elena Marsh", "said", REPORTED), told("Lise Holm", "said", REPORTED.replace("would", "would not"))),
    ("one quotes not", told("Elena Marsh", "said", QUOTED), told("Lise Holm", "said", QUOTED.replace("not ", ""))),
    ("a stage name", told("Foghorn", "said", QUOTED), told("Lise Holm, known as Foghorn", "said", QUOTED, **HOLM)),
    ("a firm and its head", told("Norvane", "said", QUOTED), told("Elena Marsh", "said", QUOTED.replace("this", "Norvane’s"))),
    ("a country and its minister", told("Norland", "said", REPORTED), told("Elena Marsh", "said", f"{REPORTED}, and in Norland")),
    ("a letter read aloud", told("Elena Marsh, reading a letter by Holm,", "said", QUOTED, **MARSH), told("Lise Holm", "wrote", QUOTED)),
    ("what anybody says", told("Elena Marsh", "said", SORRY), told("Lise Holm", "said", SORRY)),
    ("one quotes the other", told("Elena Marsh", "said", f"“as Holm put it, {QUOTED[1:]}"), told("Lise Holm", "said", QUOTED)),
    ("two titles", told("Spokesman Elena Marsh", "said", SLEPT, **MARSH), told("Inspector Lise Holm", "said", SLEPT_ON, **HOLM)),
    ("no title", told("Elena Marsh", "said", SLEPT), told("Lise Holm", "said", SLEPT_ON)),
    ("many have the title", told("Neighbour Elena Marsh", "said", SLEPT, **MARSH), told("Neighbour Lise Holm", "said", SLEPT_ON, **HOLM)),
    ("one of many", told("A spokesman, Elena Marsh", "said", SLEPT, **MARSH), told("A spokesman, Lise Holm", "said", SLEPT_ON, **HOLM)),
    ("a name", told("Spokesman Elena Marsh", "said", f"{BANK} fell", **MARSH), told("Spokesman Lise Holm", "said", f"{BANK} sued", **HOLM)),
    (
        "a topic",
        told("Spokesman Elena Marsh", "said", "the river ferry captain slept", **MARSH),
        told("Spokesman Lise Holm", "said", "a river ferry captain drowned", **HOLM),
    ),
    (
        "long titles of two firms",
        told(f"Elena Marsh, {LONG}", "said", SLEPT, **MARSH),
        told("Lise Holm, general manager of the Veldt Harbour Crane Works", "said", REPORTED, **HOLM),
    ),
    (
        "long titles that many have",
        told(f"Elena Marsh, deputy {LONG}", "said", SLEPT, **MARSH),
        told(f"Lise Holm, deputy {LONG}", "said", REPORTED, **HOLM),
    ),
    ("one denies", told("Elena Marsh", "denied", REPORTED, polarity="denies"), told("Lise Holm", "said", REPORTED)),
]


def _found(*claims, score=0.9):
    return [*compare(aligned(*claims, score=score)), *across(tuple(Article(claim.document, (claim,)) for claim in claims))]


def _severities(one, other, score=0.9):
    return [finding.severity for finding in _found(one, other, score=score)]


@pytest.mark.parametrize(("one", "other", "severity"), [row[1:] for row in LOUD], ids=[row[0] for row in LOUD])
def test_the_same_words_of_two_speakers_are_found(one, other, severity):
    """An error between quotation marks, else a warning."""
    assert _severities(one, other) == _severities(other, one) == [severity]


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in SILENT], ids=[row[0] for row in SILENT])
def test_speakers_that_may_be_one_are_silent(one, other):
    """So are statements that are not the same."""
    assert _severities(one, other) == _severities(other, one) == []


def test_the_finding_stands_at_the_speakers():
    """Only the names are shown."""
    (found,) = _found(*LOUD[0][1:3])

    assert [place.text for place in found.locations] == ["Elena Marsh", "Lise Holm"]


@pytest.mark.parametrize("content", [REPORTED, QUOTED])
@pytest.mark.parametrize(("source", "found"), [("the captain", 1), ("the pilot", 0)])
def test_a_description_is_the_named_persons_if_it_stands_beside_the_name(source, found, content):
    """What coreference takes for a name may be somebody else, or a ship."""
    named = "The ship passed Orlo under Captain Elena Marsh. "
    told_there = told(source, "said", content, speaker="Elena Marsh")
    moved = [
        Extent(part.start + len(named), part.end + len(named))
        for part in (*told_there.value.source, *told_there.value.cue, *told_there.value.content)
    ]
    value = replace(told_there.value, source=(moved[0],), cue=(moved[1],), content=(moved[2],))
    claim = replace(told_there, document=Document("b.txt", named + told_there.document.text), extent=moved[2], sentence=moved[2], value=value)

    assert len(_found(told("Lise Holm", "said", content), claim)) == found


def test_a_speaker_known_by_a_pronoun_is_shown_where_he_is_named():
    """The name is what differs, not the "he" that stands for it."""
    named = "Captain Elena Marsh spoke of Orlo."
    text = f"{named} She said {REPORTED}."
    value = Statement((Extent(35, 38),), (Extent(39, 43),), (Extent(44, len(text) - 1),), speaker="Elena Marsh", cue_lemma="say")
    claim = Claim(Document("b.txt", text), "attribution", Extent(35, len(text)), Extent(35, len(text)), value, Topic(), Stance())

    (found,) = _found(told("Lise Holm", "said", REPORTED), claim)

    assert [place.text for place in found.locations] == ["Lise Holm", "Elena Marsh"]


def test_an_article_that_tells_the_words_of_both_is_not_held_against_another():
    """Two people may say the same."""
    both = Article(Document("b.txt", f"{QUOTED}, Elena Marsh said. {QUOTED}, Lise Holm said."), ())
    pair = [_quoted_in(both.document, at, who) for at, who in ((0, "Elena Marsh"), (len(QUOTED) + 20, "Lise Holm"))]
    claim = told("Lise Holm", "said", QUOTED)

    assert not list(across((Article(claim.document, (claim,)), Article(both.document, tuple(pair)))))


def test_two_people_of_one_title_whom_an_article_both_names_are_two():
    """A firm may have two spokesmen."""
    one = told("Spokesman Elena Marsh", "said", f"{SLEPT}, as did Holm", speaker="Elena Marsh")

    assert not _found(one, told("Spokesman Lise Holm", "said", SLEPT_ON, **HOLM))


def test_of_many_articles_the_odd_one_is_named():
    """With the number of those who agree."""
    claims = [told(who, "said", QUOTED) for who in ("Elena Marsh", "Lise Holm", "Elena Marsh", "Elena Marsh")]

    (found,) = across(tuple(Article(claim.document, (claim,)) for claim in claims))

    assert [place.text for place in found.locations] == ["Lise Holm", "Elena Marsh"]
    assert "3 of 4" in found.message


def _quoted_in(document, start, who):
    at = document.text.index(who)
    value = Statement((Extent(at, at + len(who)),), (Extent(at, at),), (Extent(start, start + len(QUOTED)),), speaker=who, quote="direct")
    return Claim(document, "attribution", Extent(start, at), Extent(start, at), value, Topic(), Stance())
