"""What a quantity leaves unsaid because another one says it: "from 24 to 33 billion euros", "up from 2.4 million", "100 km (62 miles)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from claimdiff.extractors._counted import dictionary_form, in_one_sentence
from claimdiff.extractors._draft import Draft
from claimdiff.language import labels
from claimdiff.model import Form
from claimdiff.values.units import names_unit

_HEDGE = r"(?:about |around |some |nearly |almost |over |more than |less than |fewer than |at least |just |only |roughly |an average of |the )?"
_FROM = re.compile(rf"\bfrom\s{_HEDGE}$", re.IGNORECASE)
_TO = re.compile(rf"\bto\s{_HEDGE}$", re.IGNORECASE)
_COMPARED = re.compile(
    rf"\b(?:up from|down from|compared (?:with|to)|versus|against|including|of which)\s{_HEDGE}$",
    re.IGNORECASE,
)
_FROM_DIRECTLY = re.compile(rf",? from\s{_HEDGE}", re.IGNORECASE)
_WHO = re.compile(r",? who\b")
_AND = re.compile(r",? and |, ")
_PARENT = re.compile(r"\b(?P<grand>(?:great-)*grand)?(?:step)?(?:mother|father|mum|mom|dad|parent)s?[ -]of[ -]$", re.IGNORECASE)
_DOES = frozenset(
    "lives works plays dies moves runs faces claims plans hopes wants needs walks fights struggles returns remains dreams cares loves".split()
)
"""What a parent of three does, though the tagger takes it for what there are three of."""
_NAME = re.compile(r" [A-Z][\w’'-]+ [A-Z]")
_CONVERTED = re.compile(r"\s?(?:\((?:or )?|/\s?)")
_WINDOW = 32
_NEAR = 90
_LARGEST_PERCENTAGE = 100


def complete(text: str, drafts: Sequence[Draft]) -> None:
    """Fills in units said once for two numbers, and the bounds that a conversion in brackets shares with what it converts."""
    for at, draft in enumerate(drafts):
        if draft.counted.head is not None and _PARENT.search(_before(text, draft)) and _is_of_parent(text, draft):
            draft.forget_noun()
        if draft.figure.suspended:
            _resume(text, draft, drafts[at + 1 :])
        elif draft.is_bare:
            _fill(text, drafts, at)
        elif at and draft.comparator == "=" and _is_conversion(text, drafts[at - 1], draft):
            draft.comparator = drafts[at - 1].comparator


def _is_of_parent(text: str, draft: Draft) -> bool:
    """Whether what is taken for the counted noun tells what the parent does, or follows the parent's name: "mother of 13 Ana Lind shot dead"."""
    return bool(draft.counted.head and draft.counted.head.lower_ in _DOES) or bool(_NAME.match(text, draft.figure.end))


def _resume(text: str, draft: Draft, later: Sequence[Draft]) -> None:
    """ "four-, five- and six-cylinder": the noun of the last for all."""
    for other in later[:3]:
        if other.figure.attributive and other.figure.start - draft.figure.end < _WINDOW and "." not in text[draft.figure.end : other.figure.start]:
            draft.unit, draft.form = other.unit, other.form
            return


def _fill(text: str, drafts: Sequence[Draft], at: int) -> None:
    """The unit of a bare number from the clause it belongs to: the "to" of its "from", what it is compared with, the noun it is added to."""
    draft = drafts[at]
    if _WHO.match(text, draft.figure.end):
        draft.unit = "people"
        return
    if parent := _PARENT.search(_before(text, draft)):
        draft.unit = f"{(parent['grand'] or '').casefold()}child"
        return
    if at and drafts[at - 1].form == "age" and _AND.fullmatch(text[drafts[at - 1].end : draft.figure.start]):
        draft.take(drafts[at - 1].unit, "age")
        return
    if at + 1 < len(drafts) and _begins_change(text, draft, drafts[at + 1]):
        other = drafts[at + 1]
        draft.take(other.unit, other.form, _shared_scale(draft, other))
        return
    noun = _added_to(draft)
    if noun is not None:
        draft.unit = dictionary_form(noun)
        return
    source = _compared_with(text, drafts, at)
    if source is not None:
        draft.take(source.unit, source.form)


def _begins_change(text: str, one: Draft, other: Draft) -> bool:
    """ "from 24.2 to 33 billion euros": the number before "to" says neither unit nor scale."""
    if other.unit is None or other.figure.attributive or text[one.figure.end : one.figure.end + 4] != " to ":
        return False
    return _TO.search(text[one.figure.end : other.figure.start]) is not None and _FROM.search(_before(text, one)) is not None


def _shared_scale(one: Draft, other: Draft) -> int:
    """The scale word said once for both, where without it the first would be out of all proportion."""
    scale = int(other.figure.scale)
    if scale == 1 or one.figure.scale != 1 or one.figure.value[0] >= scale:
        return 1
    return scale


def _added_to(draft: Draft) -> Token | None:
    """The noun in "add another pick or two", of which there is more than one kind of number."""
    root, doc = draft.number.root, draft.number.doc
    noun = root.head
    if draft.number.end < len(doc) and doc[draft.number.end].pos_ in ("ADJ", "NOUN", "PROPN", "VERB"):
        # "five goals and six blocked shots": what is counted follows, though the parse missed it.
        return None
    if root.dep_ not in labels.CONJUNCT or noun.pos_ != "NOUN" or noun.i > root.i or names_unit(noun.text):
        return None
    return noun if any(child.dep_ in labels.NUMERAL | labels.DETERMINER for child in noun.children) and _coordinated(root) else None


def _coordinated(root: Token) -> bool:
    return any(child.dep_ in labels.COORDINATOR for child in (*root.children, *root.head.children))


def _compared_with(text: str, drafts: Sequence[Draft], at: int) -> Draft | None:
    """The nearest quantity of the sentence, if the words before the bare number hold the two together."""
    draft = drafts[at]
    before = _before(text, draft)
    for earlier in reversed(drafts[:at]):
        if not in_one_sentence(draft.number.doc, earlier.number.start, draft.number.start) or draft.figure.start - earlier.end > _NEAR:
            return None
        if earlier.unit is None or earlier.figure.attributive or not _may_lend(earlier, draft):
            continue
        ends_change = _TO.search(before) and (earlier.unit == "point" or _FROM.search(_before(text, earlier)))
        began = _FROM_DIRECTLY.fullmatch(text[earlier.end : draft.figure.start])
        return earlier if ends_change or began or _COMPARED.search(before) else None
    return None


def _may_lend(earlier: Draft, draft: Draft) -> bool:
    """No score or age lends its unit, and no percentage to what cannot be one."""
    lending: tuple[Form, ...] = ("count", "money", "measure")
    return earlier.form in lending or (earlier.form == "percent" and draft.figure.value[0] <= _LARGEST_PERCENTAGE)


def _is_conversion(text: str, one: Draft, other: Draft) -> bool:
    """ "100 kilometres (62 miles)", "7m crowns ($1m)": the same quantity again in another unit."""
    same_kind = one.form == other.form and one.form in ("measure", "money") and one.unit != other.unit
    return same_kind and _CONVERTED.fullmatch(text[one.end : other.figure.start]) is not None


def _before(text: str, draft: Draft) -> str:
    return text[max(0, draft.figure.start - _WINDOW) : draft.figure.start]
