"""Where the clause of a date looks, ahead or back: auxiliaries, tense, plans and prepositions around it."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Span, Token

from claimdiff.language import labels
from claimdiff.language.stance import NEGATIONS, PLANNED, PLANNING, predicate_of

Direction = Literal["past", "future"]

_AHEAD_AUX = PLANNED | {"may", "might", "would", "should", "can"}
_PAST_AUX = frozenset({"was", "were", "had", "been", "got"})
_SCHEDULES = frozenset({"plan", "schedule", "slate", "expect", "intend"})
"""Verbs whose past tense still looks ahead ("scheduled a hearing Friday"); "proposed on Friday" does not."""
_SET = frozenset("set slated due bound poised scheduled expected planned is are".split())
_TO_COME = frozenset({"due", "likely", "set", "slated"})
"""Adjectives that look ahead unless they are said of the past."""
_NOW = frozenset({"is", "are", "'s", "'re", "’s", "has", "have"})
_NOBODY = frozenset({"it", "we", "that", "this"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_WITHIN = 8
"""Tokens in front of a date in which the infinitive it belongs to is looked for."""
_LEADS_AHEAD = PLANNING | {"be", "go", "due", "ready", "likely", "prepare", "decide", "agree", "need", "slate", "poise", "able", "unlikely", "have"}
"""Governors of an infinitive that has not happened yet."""
_TIMETABLE = frozenset("begin start open resume expire end close meet play face host premiere debut conclude reopen".split())
"""Verbs whose present tense tells what stands on the calendar ("the talks resume Monday")."""
PUT_OFF = frozenset("postpone delay extend adjourn defer push reschedule give suspend move change shift reset".split())
"""Verbs whose "from" and "to" are an old and a new date, and whose "until" looks ahead."""
_UPCOMING = frozenset("planned scheduled slated expected upcoming proposed forthcoming next".split())
_MISHAPS = frozenset(
    """killing death murder attack blast bombing crash shooting arrest explosion earthquake quake fire flood storm hurricane collapse
    assassination massacre slaying stabbing riot resignation coup invasion disappearance accident disaster raid robbery theft outbreak
    ouster kidnapping abduction derailment sinking""".split(),
)
"""Nouns of what nobody puts on a calendar: their date lies behind, whatever the verb around them."""
_STRIKES = frozenset(
    """kill die injure wound hurt crash sink burst strike hit arrest shoot stab collapse erupt explode burn drown destroy attack bomb
    win lose beat defeat resign quit bear murder rob kidnap derail overturn""".split(),
)
"""Verbs that have happened when they stand in the past, whatever stands between them and the date."""
_SETTLES = frozenset(
    "agree settle decide focus set book sign propose vow promise order call invite summon fix choose select elect rule say end".split()
)
"""Verbs whose past tense may fix a date ahead: "agreed on May 9", "was called on May 9"."""
_SPEECH = frozenset("say announce state declare add confirm warn tweet report".split())
"""Verbs of telling, whose day lies behind when they stand in the past: nobody tells a plan as "said on Monday"."""
_NOMINAL = labels.NOUN_MODIFIER | labels.POSSESSIVE | labels.COMPOUND


def direction_of(span: Span) -> Direction | None:
    """Where the clause around a date looks; None where nothing tells.

    "will meet on Friday", "is due Friday" and "postponed until Friday" look ahead, "met on Friday" and "ended Jan. 31" back.
    """
    root = span.root
    before = span.doc[max(0, span.start - 4) : span.start].text.casefold()
    if _is_of_speaking(span):
        return "past"
    if before.endswith(("as soon as", "no later than")) or _is_to_happen(span):
        return "future"
    predicate = predicate_of(root)
    if root.dep_ in _NOMINAL and root.head.pos_ in ("NOUN", "PROPN"):
        if any(child.lower_ in _UPCOMING for child in root.head.children):
            return "future"
        if _is_mishap(root.head):
            return "past"
        looks = _clause(predicate)
        # A noun's date need not be its verb's: only what is certain of the whole clause counts.
        certain = looks == "past" or _auxiliaries(predicate) & PLANNED or predicate.lemma_ in _SCHEDULES
        return looks if certain else None
    if before.endswith((" until", " till", " through")) and predicate.lemma_ in PUT_OFF:
        return "future"
    looks = _clause(predicate)
    if looks == "future" and not _auxiliaries(predicate) & PLANNED and _passes_mishap(predicate, span):
        return "past"
    return looks


def _is_of_speaking(span: Span) -> bool:
    """ "The company said on Monday it would close the yard", whatever the parse hangs the day on; it spoke before the article was out."""
    doc, verb = span.doc, span.start - 2
    return verb >= 0 and doc[span.start - 1].lower_ == "on" and doc[verb].tag_ == "VBD" and doc[verb].lemma_ in _SPEECH


def happened(span: Span) -> bool:
    """Whether the clause says outright that something happened at this time: "died on May 9", "killed three people in March"."""
    root, doc = span.root, span.doc
    verb = root.head
    leads = doc[span.start - 1] if span.start else None
    if verb is root or root.dep_ not in labels.OBLIQUE or (leads is not None and leads.pos_ == "ADP" and leads.lower_ not in ("on", "in")):
        return False
    if verb.lemma_ in _SETTLES | _SCHEDULES | PUT_OFF or not _is_past(verb):
        return False
    if _negated(verb) or any(child.lower_ in ("if", "unless", "until", "before") for child in verb.children):
        return False
    between = doc[verb.i + 1 : span.start] if verb.i < span.start else doc[span.end : verb.i]
    return verb.lemma_ in _STRIKES or not any(token.pos_ in ("NOUN", "VERB", "PUNCT") for token in between)


def tells_of_now(span: Span) -> bool:
    """Whether the clause around a length tells how things stand: "it is three days before the vote", "dozens are missing two weeks after the quake".

    "Was fired three days before the vote" does not, nor "the hearing comes three weeks after the vote".
    """
    predicate = predicate_of(span.root)
    words = _auxiliaries(predicate) | {child.lower_ for child in predicate.children if child.dep_ in labels.COPULA}
    if words & _AHEAD_AUX or predicate.lemma_ in _TIMETABLE | {"come", "follow"}:
        return False
    if span.start <= predicate.i < span.end:  # the length is what is said of the subject
        return bool(words & _NOW) and any(child.dep_ in labels.SUBJECT and child.lower_ in _NOBODY for child in predicate.children)
    return bool(words & _NOW) or predicate.tag_ in ("VBZ", "VBP")


def _is_past(verb: Token) -> bool:
    auxiliaries = _auxiliaries(verb)
    if auxiliaries & (_AHEAD_AUX | {"could", "to"}):
        return False
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and bool(auxiliaries & {"was", "were", "had"}))


def _passes_mishap(predicate: Token, span: Span) -> bool:
    """ "Could not confirm the toll of the bombing on Tuesday": whatever may be, the bombing was."""
    return any(token.lemma_.lower() in _MISHAPS for token in span.doc[predicate.i + 1 : span.start])


def _is_to_happen(span: Span) -> bool:
    """ "The talks, set to resume Monday" and "shares are to trade again Tuesday", whatever the parser makes of it."""
    sent = span.sent
    for i in range(span.start - 1, max(sent.start, span.start - _WITHIN), -1):
        token = span.doc[i]
        if token.lower_ == "to" and span.doc[i + 1].tag_ == "VB" and i + 1 < span.start:
            return span.doc[i - 1].lower_ in _SET
        if token.tag_ in _FINITE or token.text in (",", ";", ":"):
            return False
    return False


def _is_mishap(noun: Token) -> bool:
    """ "The killing of the clerk in August", the date hung on the killing or on the clerk."""
    for _ in range(3):
        if noun.lemma_.lower() in _MISHAPS:
            return True
        if noun.dep_ not in labels.NOUN_MODIFIER:
            return False
        noun = noun.head
    return False


def _clause(predicate: Token) -> Direction | None:
    auxiliaries = _auxiliaries(predicate)
    if auxiliaries & _AHEAD_AUX:
        return "future"
    if "could" in auxiliaries:
        return "past" if _negated(predicate) else "future"
    if any(child.tag_ == "TO" for child in predicate.children):
        return _infinitive(predicate)
    if predicate.tag_ in ("VBN", "VBG") and predicate.dep_ in labels.OPEN_COMPLEMENT and not auxiliaries and predicate.head.i < predicate.i:
        return _clause(predicate.head)  # "is going to start getting beaten"
    if predicate.tag_ == "VBD":
        return "future" if predicate.lemma_ in _SCHEDULES else "past"
    if predicate.tag_ == "VBN":
        return _participle(predicate, auxiliaries)
    linked = {child.lower_ for child in predicate.children if child.dep_ in labels.COPULA}
    if (auxiliaries | linked) & _PAST_AUX:
        return "past"
    if predicate.lower_ in _TO_COME and (linked or predicate.pos_ == "ADJ"):
        return "future"
    if predicate.pos_ == "VERB" and predicate.tag_ != "VBG" and predicate.lemma_ in _TIMETABLE:
        return "future"
    return None


def _participle(predicate: Token, auxiliaries: frozenset[str]) -> Direction:
    set_to = predicate.lemma_ == "set" and any(child.dep_ in labels.OPEN_COMPLEMENT for child in predicate.children)
    plans = predicate.lemma_ in _SCHEDULES or set_to
    if "had" in auxiliaries:
        return "past"
    present = auxiliaries & {"is", "are", "'s", "'re", "being"} and not auxiliaries & _PAST_AUX
    return "future" if plans or present else "past"


def _infinitive(predicate: Token) -> Direction | None:
    """ "plans to meet" looks ahead; "gathered to mark" does not tell."""
    governor = predicate.head
    if governor is predicate:
        return None
    if governor.lemma_ in _LEADS_AHEAD or governor.lower_ in _LEADS_AHEAD:
        return "past" if "had" in _auxiliaries(governor) else "future"
    return "future" if governor.tag_ in ("VBZ", "VBP") else None


def _auxiliaries(predicate: Token) -> frozenset[str]:
    return frozenset(child.lower_ for child in predicate.children if child.dep_ in labels.AUXILIARY)


def _negated(predicate: Token) -> bool:
    return any(token.lower_ in NEGATIONS for child in predicate.children for token in (child, *child.children))
