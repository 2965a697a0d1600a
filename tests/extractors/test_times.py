"""What the other claims of a sentence tell of one: when it was, and whether it is planned."""

from __future__ import annotations

import pytest

from claimdiff import extract, read_text


def _quantities(text):
    return [claim for claim in extract(read_text(text, "a.txt")).claims if claim.kind == "quantity"]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("The quake killed 40 people in September 2019.", ["2019-09"]),
        ("The quake that struck Norvane in September 2019 killed 40 people.", [None]),
        ("A judge in September 2019 sentenced the man who killed six people.", [None]),
        ("The mayor said in September 2019 that 40 people were homeless.", [None]),
        ("The storm killed 40 people when it reached Norvane in September 2019.", ["2019-09"]),
        ("The raid on Norvane in September 2019, which killed 40 people, was the last.", ["2019-09"]),
        ("In September 2019, a quake struck Norvane. The quake killed 40 people.", ["2019-09"]),
        ("In September 2019, a quake struck Norvane. A storm killed 40 people.", [None]),
        ("In September 2019, a quake struck Norvane. The quake of Orlo in 2017 killed 40 people.", ["2017"]),
    ],
    ids=[
        "its own clause",
        "a relative clause",
        "from within one",
        "what was said",
        "an adverbial clause",
        "of the dated thing itself",
        "taken up",
        "another thing",
        "with a date of its own",
    ],
)
def test_a_number_is_of_the_day_of_its_own_clause(text, times):
    """A clause about somebody, and one that says what was said, have a time of their own."""
    assert [claim.topic.time for claim in _quantities(text)] == times


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Holm is to be sentenced on Nov. 8.", "planned"),
        ("The trial is due to begin on Nov. 8.", "planned"),
        ("The trial is set for Nov. 8.", "planned"),
        ("Holm was sentenced on Nov. 8.", "asserted"),
    ],
)
def test_what_is_to_be_is_planned(text, modality):
    """Whatever verb tells it."""
    (date,) = [claim for claim in extract(read_text(text, "a.txt")).claims if claim.kind == "date"]

    assert date.stance.modality == modality


def test_of_a_plan_the_noun_says_what_is_planned():
    """ "Set" dates anything."""
    (date,) = extract(read_text("The trial is set for Nov. 8.", "a.txt")).claims

    assert (date.topic.head, date.topic.predicate) == ("trial", "set")
