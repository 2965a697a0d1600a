"""Claims that cannot be of one thing are never held against each other, however alike their sentences are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import claim, document, on, quantity
from claimdiff.alignment.commensurable import commensurable
from claimdiff.model import Claim, Extent, Stance, Topic
from claimdiff.values.timelines import ON_GAME_CLOCK

MILES = {"unit": "mile", "form": "measure"}


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        (Topic(origin="Orlo"), Topic(origin="Orlo"), True),
        (Topic(origin="Orlo"), Topic(origin="the town of Orlo"), True),
        (Topic(origin="Orlo"), Topic(origin="Varn"), False),
        (Topic(origin="Orlo"), Topic(), False),
        (Topic(), Topic(), True),
        (Topic(subject="Nora Keel"), Topic(subject="Keel"), True),
        (Topic(subject="Nora Keel"), Topic(subject="Tom Brandt"), False),
        (Topic(subject="Nora Keel"), Topic(), True),
        (Topic(time="2021-03-01"), Topic(time="2021-03-02"), True),
        (Topic(time="2021-03-01"), Topic(time="2021-03-09"), False),
        (Topic(time="2021-03-01", predicate="raise"), Topic(time="2021-03-09", predicate="find"), True),
        (Topic(time="2021-03"), Topic(time="2021-03-09"), True),
        (Topic(time="2021-03"), Topic(time="2021-04"), False),
        (Topic(time="XXXX-WXX-2"), Topic(time="XXXX-09"), False),
        (Topic(time="XXXX-WXX-2"), Topic(time="XXXX-WXX-3"), True),
        (Topic(time="XXXX-WXX-1"), Topic(time="XXXX-WXX-7"), True),
        (Topic(time="XXXX-WXX-1"), Topic(time="XXXX-WXX-4"), False),
        (Topic(time="XXXX-WXX-1"), Topic(time="XXXX-WXX-WE"), True),
        (Topic(time="XXXX-WXX-1"), Topic(time="XXXX-WXX"), True),
    ],
    ids=lambda topic: f"{topic.origin or topic.subject or topic.time}" if isinstance(topic, Topic) else str(topic),
)
def test_lengths_are_compared_of_one_subject_place_and_time_alone(one, other, fit):
    """Miles from two towns, of two people or of two weeks are told of two things."""
    a, b = claim(quantity(13, **MILES), "13 miles", topic=one), claim(quantity(4, **MILES), "four miles", "b.txt", topic=other)

    assert commensurable(a, b) is fit
    assert commensurable(b, a) is fit


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        (Topic(predicate="kill"), Topic(predicate="die"), True),
        (Topic(predicate="kill"), Topic(predicate="injure"), False),
        (Topic(predicate="leave", near=("dead",)), Topic(predicate="wound"), False),
        (Topic(predicate="hold"), Topic(predicate="wound"), True),
    ],
    ids=["killed and died", "killed and injured", "left dead and wounded", "held and wounded"],
)
def test_the_killed_are_not_the_injured(one, other, fit):
    """What became of people tells them apart."""
    assert commensurable(claim(quantity(12), "12", topic=one), claim(quantity(15), "15", "b.txt", topic=other)) is fit


def _dated(day, before="It closed on ", modality="asserted", subject=None):
    text = before + day
    place, whole = Extent(len(before), len(text)), Extent(0, len(text))
    return Claim(document("a.txt", text), "date", place, whole, on(day), Topic(subject=subject), Stance(modality=modality))


@pytest.mark.parametrize(
    ("sort", "people", "fit"),
    [(2, 3, False), (7, 3, True), (3, 3, True)],
    ids=["fewer villagers than people", "more", "as many"],
)
def test_a_sort_of_people_may_be_some_of_the_people(sort, people, fit):
    """Two villagers and three people may both have been hurt."""
    villagers, all_of_them = claim(quantity(sort, unit="villager"), "villagers"), claim(quantity(people, unit="person"), "people", "b.txt")

    assert commensurable(villagers, all_of_them) is fit
    assert commensurable(all_of_them, villagers) is fit


def _planned(event, verb="set", **topic):
    return replace(_dated("2021-06-17", modality="planned"), topic=Topic(head=event, predicate=verb, **topic))


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        (_planned("trial"), _planned("trial"), True),
        (_planned("trial"), _planned("sentencing"), False),
        (_planned("trial"), _planned("hearing", modifiers=("trial",)), True),
        (_planned("trial"), _planned("schedule", "schedule"), True),
        (_planned("meet", "meet"), _planned("meet", "meet"), True),
    ],
    ids=["one trial", "trial and sentencing", "trial hearing", "other verbs", "a verb alone"],
)
def test_two_plans_told_with_one_verb_are_two_things(one, other, fit):
    """ "The trial is set for June 17" and "sentencing is set for Nov. 8"."""
    assert commensurable(one, other) is fit


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        (_dated("2021-03-01"), _dated("2021-03-02"), True),
        (_dated("2021-03-01", "It will close on ", "planned"), _dated("2021-03-02"), False),
        (_dated("2021-03-01", "Keel said on "), _dated("2021-03-02"), False),
        (_dated("2021-03-01", "Keel said on ", subject="Nora Keel"), _dated("2021-03-02", "Keel told reporters on ", subject="Keel"), True),
        (_dated("2021-03-01", "Keel said on ", subject="Nora Keel"), _dated("2021-03-02", "Brandt said on ", subject="Tom Brandt"), False),
    ],
    ids=["two days", "a plan", "what was said", "one speaker", "two speakers"],
)
def test_dates_are_compared_of_events_of_one_sort(one, other, fit):
    """The day a trial is set for is not the day a verdict fell, and the day somebody spoke is not the day of what was spoken of."""
    assert commensurable(one, other) is fit


def test_a_countdown_is_no_length_of_time():
    """ "One day after the raid" is no other figure for "in the last three days"."""
    a, b = quantity(1, unit="day", form="countdown"), quantity(3, unit="day", form="duration")

    assert not commensurable(claim(a, "one day after"), claim(b, "three days", "b.txt"))


def _lasting(text, words, path="a.txt"):
    start = text.index(words)
    return Claim(
        document(path, text), "quantity", Extent(start, start + len(words)), Extent(0, len(text)), quantity(3, unit="day", form="duration"), Topic()
    )


@pytest.mark.parametrize(
    ("text", "fit"),
    [
        ("the second raid in the last three days", False),
        ("no raid over the next three days", False),
        ("the raid lasted three days", True),
    ],
)
def test_how_long_it_lasts_is_not_within_what_time_it_happens(text, fit):
    """ "In the last three days" is no other figure for a strike of one day."""
    assert commensurable(_lasting(text, "three days"), _lasting("it was over within one day", "one day", "b.txt")) is fit


@pytest.mark.parametrize(
    ("seconds", "predicate", "fit"),
    [(331, "score", True), (351, "strike", True), (740, "score", True), (740, "strike", False)],
    ids=["the same", "a misreading", "the same deed", "another deed"],
)
def test_a_running_clock_shows_the_moments_of_a_game(seconds, predicate, fit):
    """Far apart on the clock, two deeds are two; near each other, or told with the same verb, they may be one."""
    clock = {"unit": "second", "form": "duration"}
    one = replace(claim(quantity(331, **clock), "5:31", topic=Topic(predicate="score")), evidence=(ON_GAME_CLOCK,))
    other = replace(claim(quantity(seconds, **clock), "12:20", "b.txt", topic=Topic(predicate=predicate)), evidence=(ON_GAME_CLOCK,))

    assert commensurable(one, other) is fit
    assert commensurable(replace(one, evidence=()), other)


@pytest.mark.parametrize(
    ("part", "whole", "fit"),
    [
        (Topic(predicate="arrest"), Topic(predicate="arrest"), True),
        (Topic(predicate="take", near=("custody",)), Topic(predicate="be", modifiers=("arrested",)), False),
        (Topic(predicate="take", near=("custody",)), Topic(predicate="be", modifiers=("arrest",)), True),
        (Topic(predicate="hit"), Topic(predicate="drop"), False),
    ],
    ids=["arrested and arrested", "no lemma", "custody and arrested", "hit and dropped"],
)
def test_some_of_them_are_compared_with_others_of_which_the_same_is_told(part, whole, fit):
    """ "23 of them were taken into custody" and "12 arrested pirates"."""
    a = claim(quantity(23, unit="pirate", part="part"), "23 of them", topic=part)
    b = claim(quantity(12, unit="pirate"), "12 arrested pirates", "b.txt", topic=whole)

    assert commensurable(a, b) is fit
    assert commensurable(b, a) is fit


@pytest.mark.parametrize(
    ("words", "fit"),
    [
        ("Lions sports director Tom Brandt made an offer of eight years", True),
        ("Lions director, Tom Brandt, made an offer of eight years", True),
        ("Tom Brandt made an offer of eight years to the Lions", False),
        ("Bears sports director Tom Brandt made an offer of eight years", False),
    ],
)
def test_who_holds_an_office_at_a_body_speaks_for_it(words, fit):
    """The offer of a club is its director's."""
    a = claim(quantity(8, unit="year", form="duration"), words, topic=Topic(subject="Tom Brandt"))
    b = claim(quantity(11, unit="year", form="duration"), "an offer of 11 years", "b.txt", topic=Topic(subject="Norvane Lions"))

    assert commensurable(a, b) is fit
    assert commensurable(b, a) is fit


def test_people_of_two_countries_are_not_compared():
    """14 Yemenis are no 11 Somali pirates, whatever is told of them."""
    one, same, other = (
        claim(quantity(number, unit=unit), words)
        for number, unit, words in ((14, "yemenis", "14 Yemenis"), (11, "pirate", "11 Yemeni pirates"), (11, "pirate", "11 Somali pirates"))
    )

    assert commensurable(one, same)
    assert not commensurable(one, other)


def test_whoever_was_arrested_may_be_charged():
    """Of people who are counted those are two counts, of somebody's age one."""
    arrested, charged = Topic(predicate="arrest"), Topic(predicate="charge")
    counts = [claim(quantity(n, unit="person"), f"{n} people", topic=topic) for n, topic in ((12, arrested), (4, charged))]
    ages = [claim(quantity(n, unit="year old", form="age"), f"{n}", topic=topic) for n, topic in ((61, arrested), (67, charged))]

    assert not commensurable(*counts)
    assert commensurable(*ages)
