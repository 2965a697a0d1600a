"""Whether two claims could be of one thing at all: what no likeness of their sentences can make up for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from claimdiff.alignment.ages import are_ages, is_of_somebody_else, of_other_people, of_other_times_of_life
from claimdiff.alignment.contrary import are_apart, of_contrary_things, of_other_deeds
from claimdiff.alignment.lexicon import aliases, concept, measured, measured_in, outcome
from claimdiff.alignment.times import WEEKDAY, each_of_its_own_day, is_news_and_past, of_other_periods, relate_times, same_time
from claimdiff.alignment.units import is_sort_of
from claimdiff.model import Claim, Quantity, Topic, When
from claimdiff.values.identity import is_body, may_be_one
from claimdiff.values.ordinals import find_ordinals
from claimdiff.values.relations import comparable
from claimdiff.values.timelines import ON_GAME_CLOCK, DateRelation
from claimdiff.values.units import measure

_SPEECH = r"(?:said|says|told|announced|stated|declared|added|confirmed|warned|denied|claimed|insisted|tweeted|testified)"

_SPOKEN = re.compile(rf"\b(?:{_SPEECH}|told(?: \w+){{1,3}}?) (?:(?:on|late|early|earlier|in) ){{0,2}}$")

_SPOKE = re.compile(rf" {_SPEECH}\b")
"""A date behind or before such a verb is the day of speaking, wherever the parse hangs it."""

_BORN = re.compile(r"\b[Bb]orn\b[^.;,\d\n]{0,40}(?P<apart>[,\d][^.;\n]{0,40})?$")
"""What stands between a birth and a date; behind a comma or another figure, the date may be of something else."""

_NEXT_WORD = re.compile(r" (?:were |was |are )?(\w+)")

_WORDS = re.compile(r"\b[a-z-]+")

_LENGTHS = frozenset({"duration", "countdown"})

_WINDOW = re.compile(r"\b(?:last|past|previous|preceding|next|coming|following|first|final) (?:about |some )?$")

_OF_MEASURES = frozenset({"money", "percent", "share", "change", "measure"})
"""Forms of figures that are nothing in themselves, but of something."""

_OF_ONE_PERSON = frozenset({"arrest", "charge"})
"""Outcomes of one person, one after the other; of a count of people, they are two counts."""

_LEAST = 4
"""Letters of a word that tells which body is meant."""

_ONE_PLAY = 60
"""Seconds by which the clock of a game may be misread of one play; further apart, only the same deed makes one moment of two."""


def commensurable(one: Claim, other: Claim) -> bool:
    """Whether the two could be of the same thing at all: a length is no price, the killed are not the injured, a plan is no event."""
    if isinstance(one.value, When) and isinstance(other.value, When):
        apart = _of_other_sorts(one, other) or _of_other_weeks(one, other) or is_news_and_past(one, other)
        return _datable(one, other) and not apart
    if isinstance(one.value, Quantity) and isinstance(other.value, Quantity):
        return _countable(one, other, one.value, other.value) and not _done_twice(one, other)
    return True


def _done_twice(one: Claim, other: Claim) -> bool:
    """Whether it is said of somebody else ("Keel won 52 percent", "Brandt won 48 percent"), or the same of another day.

    Where the verbs differ, another day is but some evidence, for the parse may hang it from the wrong one.
    """
    if _of_others(one, other) or each_of_its_own_day(one, other):
        return True
    if are_ages(one, other):
        return of_other_times_of_life(one, other) or of_other_people(one, other)
    if _of_other_turns(one, other):
        return True
    return concept(one.topic.predicate) == concept(other.topic.predicate) and same_time(one, other) < 0


def _of_other_turns(one: Claim, other: Claim) -> bool:
    """Whether the sentences put what they tell of in two places of an order: "the first round", "the second round"."""
    return are_apart(*(_turns(claim.sentence.of(claim.document.text)) for claim in (one, other)))


@lru_cache(maxsize=1 << 12)
def _turns(sentence: str) -> frozenset[int]:
    """The places in an order that a sentence tells of."""
    return frozenset(number for _, number in find_ordinals(sentence))


def _datable(one: Claim, other: Claim) -> bool:
    return one.value == other.value or relate_times(one, other).relation is not DateRelation.UNRELATED


def _of_other_sorts(one: Claim, other: Claim) -> bool:
    """Whether one dates a plan and the other an event, or one what was said and the other what was done."""
    speaking = [_is_of_speaking(claim) for claim in (one, other)]
    planned = [claim.stance.modality == "planned" for claim in (one, other)]
    if all(planned) and _of_other_events(one.topic, other.topic):
        return True
    if _is_of_birth(one) != _is_of_birth(other) or _is_old_date(one, other) or _is_old_date(other, one) or of_other_deeds(one, other):
        return True
    return planned[0] != planned[1] or speaking[0] != speaking[1] or (all(speaking) and _of_others(one, other))


def _of_other_events(one: Topic, other: Topic) -> bool:
    """Whether two plans told with one verb are of two things: "the trial is set for June 17", "sentencing is set for Nov. 8"."""
    told = [{concept(topic.head), *map(concept, topic.modifiers)} for topic in (one, other)]
    same = concept(one.predicate) == concept(other.predicate) not in (concept(one.head), concept(other.head))
    return same and not told[0] & told[1]


def _of_other_weeks(one: Claim, other: Claim) -> bool:
    """Whether only one of two weekdays, in articles of which one has no date, is the last one: "last Thursday" is not of the week of "Wednesday"."""
    last = [claim.text.casefold().startswith("last ") for claim in (one, other)]
    weekdays = [bool(WEEKDAY.match(claim.value.value)) for claim in (one, other) if isinstance(claim.value, When)]
    return last[0] != last[1] and any(weekdays) and any(claim.document.published is None for claim in (one, other))


def _is_old_date(one: Claim, other: Claim) -> bool:
    """Whether it was put off from ``one`` to ``other``: "was to begin on Thursday, but was postponed", "postponed until Monday"."""
    put_off = concept("postpone")
    first, second = concept(one.topic.predicate), concept(other.topic.predicate)
    return second == put_off != first and put_off in map(concept, one.topic.lemmas)


def _is_of_birth(claim: Claim) -> bool:
    """Whether the words before a date tell of a birth, and of nothing else that its verb may date: "born in Orlo, she died on Friday"."""
    born = _BORN.search(claim.document.text, max(0, claim.extent.start - 60), claim.extent.start)
    return born is not None and (claim.topic.predicate == "bear" or born["apart"] is None)


def _is_of_speaking(claim: Claim) -> bool:
    text, extent = claim.document.text, claim.extent
    return bool(_SPOKEN.search(text, max(0, extent.start - 40), extent.start) or _SPOKE.match(text, extent.end))


def _of_others(one: Claim, other: Claim) -> bool:
    """Whether the two are said of somebody each, who cannot be one."""
    a, b = one.topic.subject, other.topic.subject
    if are_ages(one, other) and (is_of_somebody_else(a, b, other) or is_of_somebody_else(b, a, one)):
        return True
    if not a or not b or is_body(a) != is_body(b) or may_be_one(a, b):
        return False
    return not (_speaks_for(one.document.text, a, b) or _speaks_for(other.document.text, b, a))


@lru_cache(maxsize=1 << 12)
def _speaks_for(text: str, person: str, body: str) -> bool:
    """Whether the text gives the person an office at the body: "Norvane finance director Ana Lind" speaks for Norvane Group."""
    names = "|".join(re.escape(word) for word in body.split() if len(word) >= _LEAST and word[0].isupper())
    return bool(names) and re.search(rf"\b(?:{names})(?:['’]s?)?(?: [a-z][a-z-]+){{1,4}},? {re.escape(person)}\b", text) is not None


def _countable(one: Claim, other: Claim, a: Quantity, b: Quantity) -> bool:
    if not comparable(a, b) or (a.unit == b.unit and {a.form, b.form} == {"countdown", "duration"}):
        return False
    if {a.form, b.form} <= _LENGTHS and _is_window(one) != _is_window(other):
        return False
    if one.topic.origin != other.topic.origin and measure(a.unit) and not _from_one_place(one, other):
        return False
    if of_contrary_things(one, other) or (a.form == b.form == "count" and of_other_deeds(one, other)):
        return False
    if a.part != b.part and "part" in (a.part, b.part) and not _tell_of_one_share(one, other):
        return False
    if are_apart(_countries(one), _countries(other)):
        return False
    if _of_other_moments(one, other, a, b) or _of_other_outcomes(one, other) or _of_other_measures(one, other):
        return False
    return not (of_other_periods(one.topic.time, other.topic.time) or is_sort_of(one, other) or is_sort_of(other, one))


def _countries(claim: Claim) -> frozenset[str]:
    """The countries and bodies that the words of the claim itself name: "11 Yemeni pirates"."""
    return frozenset(found for word in claim.text.split() if word[0].isupper() and (found := aliases().get(word.casefold())))


def _tell_of_one_share(one: Claim, other: Claim) -> bool:
    """Whether what is told of some of them ("23 of them were taken into custody") is told of the others as well ("12 arrested pirates")."""
    told = [{concept(word) for word in (claim.topic.predicate, *claim.topic.modifiers)} for claim in (one, other)]
    near = [{*map(concept, claim.topic.near)} for claim in (one, other)]
    counted = {concept(word) for claim in (one, other) for word in (claim.topic.head, _unit(claim))}
    return bool(((told[0] & (told[1] | near[1])) | (told[1] & near[0])) - counted)


def _unit(claim: Claim) -> str:
    return (claim.value.unit if isinstance(claim.value, Quantity) else None) or ""


def _of_other_moments(one: Claim, other: Claim, a: Quantity, b: Quantity) -> bool:
    """Whether a game's clock shows two moments: it runs, so what is done at 12:20 and at 5:31 is done twice."""
    if ON_GAME_CLOCK not in one.evidence or ON_GAME_CLOCK not in other.evidence:
        return False
    return abs(a.value[0] - b.value[0]) > _ONE_PLAY and concept(one.topic.predicate) != concept(other.topic.predicate)


def _is_window(claim: Claim) -> bool:
    """Whether a length of time is one within which something happens, not how long it lasts: "the second attack in the last three days"."""
    return bool(_WINDOW.search(claim.document.text, max(0, claim.extent.start - 20), claim.extent.start))


def _of_other_outcomes(one: Claim, other: Claim) -> bool:
    found = outcomes_of(one), outcomes_of(other)
    return are_apart(*(outcomes - _OF_ONE_PERSON for outcomes in found) if are_ages(one, other) else found)


def _of_other_measures(one: Claim, other: Claim) -> bool:
    """Whether the words beside tell that the figures are of two measures: "profit rose 12%", "sales rose 6%"."""
    return are_apart(_measures_of(one), _measures_of(other))


def _measures_of(claim: Claim) -> frozenset[str]:
    """What a sum or share is of, by the nearest words that tell, on its own side of a semicolon; a count is of what it counts."""
    if not isinstance(claim.value, Quantity) or claim.value.form not in _OF_MEASURES:
        return frozenset()
    topic = claim.topic
    found = _told(topic.beside, measured) or _told((topic.head, *topic.modifiers, *topic.near), measured)
    text, sentence = claim.document.text, claim.sentence
    start = text.rfind(";", sentence.start, claim.extent.start) + 1 or sentence.start
    end = text.find(";", claim.extent.end, sentence.end)
    if start == sentence.start and end < 0:
        return found
    here = measured_in(_WORDS.findall(text[start : end if end >= 0 else sentence.end]))
    return found & here or here or found


def _from_one_place(one: Claim, other: Claim) -> bool:
    """Whether two lengths are no distances, or distances from places that may be one; a depth is no distance."""
    a, b = one.topic.origin, other.topic.origin
    return bool(a and b and may_be_one(a, b))


def outcomes_of(claim: Claim) -> frozenset[str]:
    """What became of those who are counted or of the dated, by the nearest words that tell."""
    topic = claim.topic
    behind = _NEXT_WORD.match(claim.document.text, claim.extent.end)  # "10 killed; 80 hurt": headlines leave the verbs to the eye
    beside = _told((behind.group(1).casefold(),), outcome) if behind else frozenset[str]()
    return beside or _told((topic.predicate, topic.head), outcome) or _told((*topic.modifiers, *topic.near), outcome)


def _told(words: Iterable[str], table: Callable[[str], str | None]) -> frozenset[str]:
    """What those words say that are in a table."""
    return frozenset(found for word in words if (found := table(word)))
