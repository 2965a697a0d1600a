"""Cue words of attribution: what introduces what somebody said, with class, polarity, strength and the syntax that licenses it.

Compiled by claimdiff's developers; the classes follow the literature on news attribution (Pareti 2015; Newell et al. 2018),
whose corpora tell that a word alone makes no cue: the syntax must license it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from claimdiff.model import StatementPolarity

CueClass = Literal[
    "assert", "evidence", "according", "deny", "confirm", "accuse", "predict", "characterise", "ask", "order", "withhold", "doubt", "belief", "hedge"
]


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue word.

    Attributes:
        lemma: dictionary form.
        group: its class.
        polarity: what it does with the content.
        strength: how strongly the source commits itself, 0..1.
        frames: the syntax that licenses it: c clause, q quotation, o object, s an object that can be said (``SAYABLE``), i infinitive, n object and clause ("accuse X of"), p passive with infinitive,
            d an object that is described ("mentioned the leak of 2001"),
            f a clause, but in the first person only ("I think"): of others a reporter writes it of what nobody said,
            b a preposition of ``PREPOSITIONS`` ("complain about").
    """

    lemma: str
    group: CueClass
    polarity: StatementPolarity
    strength: float
    frames: str


# class | polarity | strength | frames | lemmas
_VERBS = """
assert | asserts | 1.0 | cq | say tell add write note state declare explain respond reply assert stress remark comment tweet testify recall recount repeat reiterate inform joke observe
assert | asserts | 1.0 | cq | emphasize emphasise boast complain quip blog post conclude elaborate echo muse proclaim specify clarify summarize shout whisper text email quote
assert | asserts | 1.0 | q | continue begin interject interrupt
assert | asserts | 0.8 | cq | argue insist maintain contend mention point counter opine posit reason caution reassure assure lament brag
assert | asserts | 0.7 | cqs | claim
assert | asserts | 0.6 | cq | suggest indicate imply hint intimate signal
assert | asserts | 1.0 | cqo | announce report reveal disclose cite
assert | asserts | 0.9 | cq | promise pledge vow swear threaten
evidence | asserts | 0.9 | c | show find demonstrate conclude discover determine detail document
confirm | asserts | 1.0 | cqo | confirm acknowledge admit concede affirm
confirm | asserts | 0.9 | cq | agree concur
accuse | asserts | 0.7 | no | accuse blame
accuse | asserts | 0.7 | cqo | allege
accuse | asserts | 0.7 | cqs | charge
deny | denies | 1.0 | cqoi | deny refute rebut
deny | denies | 0.9 | cqo | dispute contradict
deny | denies | 0.9 | cqs | reject dismiss
predict | asserts | 0.6 | cqo | predict forecast project estimate
predict | asserts | 0.6 | c | anticipate
predict | asserts | 0.6 | p | expect believe think say report rumor rumour allege understand
predict | asserts | 0.7 | cq | warn
characterise | asserts | 0.7 | x | call describe label dub characterize characterise brand portray refer
assert | asserts | 1.0 | d | mention note discuss describe detail reference highlight stress underline underscore repeat
assert | asserts | 1.0 | qb | talk speak complain point refer allude joke boast comment elaborate respond warn hint testify write lecture preach muse
assert | asserts | 1.0 | cq | post chant type sing rule theorize theorise quote echo
evidence | asserts | 0.9 | d | show document illustrate indicate
assert | asserts | 0.8 | cqs | express voice
confirm | asserts | 0.9 | b | agree
order | orders | 0.8 | b | call appeal
deny | denies | 0.9 | b | object
belief | asserts | 0.5 | c | believe suspect fear worry assume expect
belief | asserts | 0.5 | f | think feel know guess
doubt | doubts | 0.5 | c | doubt
doubt | doubts | 0.5 | o | question
ask | asks | 0.5 | cq | ask wonder inquire
order | orders | 0.8 | cq | order demand instruct urge
withhold | withholds | 1.0 | i | decline refuse
"""

# class | polarity | strength | lemmas
_NOUNS = """
assert | asserts | 1.0 | statement announcement remark comment argument testimony declaration assertion suggestion insistence contention
assert | asserts | 0.7 | claim report rumor rumour
accuse | asserts | 0.7 | accusation allegation charge
deny | denies | 1.0 | denial
predict | asserts | 0.6 | prediction warning estimate forecast
confirm | asserts | 1.0 | confirmation acknowledgment admission
"""

PREPOSITIONS: dict[str, tuple[str, ...]] = {
    "talk": ("about", "of"),
    "speak": ("about", "of", "against"),
    "complain": ("about", "of"),
    "point": ("to",),
    "refer": ("to",),
    "allude": ("to",),
    "joke": ("about",),
    "boast": ("about", "of"),
    "comment": ("on", "about"),
    "elaborate": ("on",),
    "respond": ("to",),
    "warn": ("of", "about", "against"),
    "hint": ("at",),
    "testify": ("about", "to"),
    "write": ("about", "of"),
    "lecture": ("about", "on"),
    "preach": ("about",),
    "muse": ("about",),
    "agree": ("with", "on", "to"),
    "call": ("for", "on"),
    "appeal": ("for",),
    "object": ("to",),
}
"""The prepositions that lead from a verb cue to what was said, where no clause does."""

ADVERBS = {"reportedly": 0.6, "allegedly": 0.5, "supposedly": 0.4, "purportedly": 0.4, "presumably": 0.4}
"""Adverbs that tell a clause as somebody's who is not named, and how strongly."""

_DOUBLED = frozenset("quip brag blog dub rebut admit refer begin stop omit".split())
"""Cues whose last consonant is doubled before an ending."""

_IRREGULAR = {
    "said": "say",
    "told": "tell",
    "wrote": "write",
    "written": "write",
    "began": "begin",
    "begun": "begin",
    "shown": "show",
    "found": "find",
    "proven": "prove",
    "swore": "swear",
    "sworn": "swear",
    "thought": "think",
    "understood": "understand",
    "felt": "feel",
    "knew": "know",
    "known": "know",
    "spoke": "speak",
    "spoken": "speak",
    "forgot": "forget",
    "forgotten": "forget",
    "sang": "sing",
    "sung": "sing",
}

SOURCE_NOUNS = frozenset(
    """source official insider aide person people adviser advisor diplomat spokesman spokeswoman spokesperson witness resident
    analyst expert lawyer attorney relative friend colleague employee executive officer investigator agent police authority prosecutor""".split(),
)
"""Nouns that stand for people who speak without being named."""

WEAK = frozenset({"belief", "evidence", "predict", "characterise"})
"""Classes that make no statement of their own inside another's: "he said he expected rain" is one statement."""

MOUTHPIECES = frozenset("spokesman spokeswoman spokesperson representative statement communique release report study survey poll analysis".split())
"""Who or what speaks for somebody else: "a spokesman for Norvane" is Norvane."""

OFFICES_OF = frozenset("administration government ministry campaign office department team camp party family regime council".split())
"""Bodies that are called by the name of whose they are: "the Marsh administration"."""

SAYABLE = frozenset(
    """allegation accusation claim charge assertion suggestion statement report rumor rumour story account argument contention comment remark criticism
    complaint idea notion theory view call demand request question concern fear conclusion finding evidence comparison denial description
    explanation excuse speculation talk prediction warning testimony narrative responsibility credit involvement wrongdoing guilt innocence
    knowledge link connection intention plan proposal offer deal victory success immunity privilege""".split(),
)
"""Nouns for what can be claimed, rejected or dismissed in words; a flood claims lives and a machine rejects coins."""

ANONYMITY = (
    "anonymity",
    "familiar with",
    "close to",
    "briefed on",
    "not authorized",
    "not authorised",
    "knowledge of",
    "declined to be named",
    "asked not to be",
)
"""Words by which a source is said to be unnamed on purpose."""

FLIPPED: dict[StatementPolarity, StatementPolarity] = {
    "asserts": "withholds",
    "denies": "asserts",
    "withholds": "asserts",
    "doubts": "asserts",
    "asks": "withholds",
    "orders": "withholds",
}
"""Polarity of a negated cue: "did not say" withholds, "did not deny" lets stand."""

AVOIDING = frozenset("decline refuse fail neglect avoid forget omit hesitate stop".split())
"""Verbs by which what follows is not said: "failed to say", "avoided saying", "stopped short of saying"."""


@cache
def verbs() -> dict[str, tuple[Cue, ...]]:
    """Every verb cue by lemma; one lemma may be a cue in several classes."""
    table: dict[str, tuple[Cue, ...]] = {}
    for group, polarity, strength, frames, lemmas in _rows(_VERBS):
        for lemma in lemmas.split():
            table[lemma] = (*table.get(lemma, ()), Cue(lemma, group, polarity, float(strength), frames))  # type: ignore[arg-type]
    return table


@cache
def inflections() -> dict[str, str]:
    """Every form of every verb cue and its lemma: rules of spelling are surer than a statistical lemmatizer ("disputed": "disput")."""
    regular = {form: lemma for lemma in sorted({*verbs(), *AVOIDING}) for form in _regular_forms(lemma)}
    return {**regular, **_IRREGULAR}


def _regular_forms(lemma: str) -> tuple[str, ...]:
    if lemma.endswith("e"):
        return lemma, f"{lemma}s", f"{lemma}d", f"{lemma[:-1]}ing"
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        return lemma, f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing"
    stem = lemma + lemma[-1] * (lemma in _DOUBLED)
    plural = "es" if lemma.endswith(("s", "sh", "ch", "x", "o")) else "s"
    return lemma, f"{lemma}{plural}", f"{stem}ed", f"{stem}ing"


@cache
def nouns() -> dict[str, Cue]:
    """Every noun cue by lemma."""
    return {
        lemma: Cue(lemma, group, polarity, float(strength), "c")  # type: ignore[arg-type]  # the table holds known classes
        for group, polarity, strength, lemmas in _rows(_NOUNS)
        for lemma in lemmas.split()
    }


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
