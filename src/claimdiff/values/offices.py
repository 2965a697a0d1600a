"""Offices that one person at a time holds, and the words around them that say whose they are, or that they are no longer or not quite theirs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast

from claimdiff.values.calendar import MONTHS

Reach = Literal["local", "place", "named", "of", "bench"]

OTHER = frozenset(
    """former ex late then acting interim caretaker outgoing incoming deputy assistant associate co retired one-time onetime past previous next
    new newly elected designate honorary emeritus senior junior executive sub under regional divisional would-be future longest-serving
    first second third last""".split(),
)
"""Words before an office that make another of it, or put it into another time."""

NONE = frozenset({"vice", "lieutenant", "lt"})
"""Words before an office that make one of it that several persons hold."""

PLAIN = frozenset("county city town village state local national longtime long-time district its their".split())
"""Words before an office that change nothing."""

NOT_YET = frozenset("elect designate designee nominee candidate hopeful emeritus".split())
"""Words behind an office that put it into another time."""

PLACES = frozenset("island county city town village state province district region".split())
"""What a place may be called behind its name."""

_SUCCESSION = frozenset(
    """succeed successor succession predecessor appoint nominate elect resign resignation retire retirement inaugurate inauguration oust depose
    quit unseat vacate relinquish handover takeover""".split(),
)
"""Lemmas of a sentence that tells how an office changed hands."""

_PERHAPS_SUCCESSION = frozenset("replace replacement name promote become".split())
"""Lemmas that tell it where they stand beside the holder: a coroner also names a victim."""

_SUCCESSION_BEFORE: dict[str, frozenset[str]] = {
    "leave": frozenset({"office", "post", "job", "role", "position", *MONTHS}),
    "take": frozenset({"over", "office", "charge", "helm", "reins", "post", "job", "role", "oath"}),
    "hand": frozenset({"over", "power", "reins"}),
    "lose": frozenset({"election", "vote", "race", "primary", "runoff", "bid", "seat", "office", "post", "job", "contest", "ballot"}),
    "step": frozenset({"in", "down", "aside", "up", "into"}),
    "swear": frozenset({"in"}),
    "stand": frozenset({"down", "aside"}),
    "vote": frozenset({"out"}),
    "assume": frozenset({"office", "post", "role", "position"}),
    "enter": frozenset({"office"}),
}
"""Lemmas that tell it with one of these words soon behind: "left office", "left in June", "takes over", "hands the office over"."""

_SOON = 4
"""Words behind a verb among which its particle or object stands."""


def tells_succession(lemmas: Sequence[str], *, beside_holder: bool) -> bool:
    """Whether the words of a sentence, as lemmas in small letters, tell how an office changed hands.

    Args:
        lemmas: of all words of it.
        beside_holder: whether the sentence names the holder; some words tell it only there.
    """
    known = _SUCCESSION | _PERHAPS_SUCCESSION if beside_holder else _SUCCESSION
    return any(
        lemma in known or not _SUCCESSION_BEFORE.get(lemma, frozenset()).isdisjoint(lemmas[i + 1 : i + 1 + _SOON]) for i, lemma in enumerate(lemmas)
    )


@dataclass(frozen=True, slots=True)
class Office:
    """An office: what it is called first, and where it is unique (see offices.txt)."""

    name: str
    reach: Reach


def office(words: Sequence[str]) -> tuple[Office, int] | None:
    """The longest office that ``words``, in small letters, begin with, and how many words it is."""
    for form, found in _by_first_word().get(words[0], ()) if words else ():
        if tuple(words[: len(form)]) == form:
            return found, len(form)
    return None


def may_begin(word: str) -> bool:
    """Whether an office may begin with this word, in small letters."""
    return word in _by_first_word()


@cache
def reach_of(name: str) -> Reach:
    """Where the office called ``name`` is unique.

    Raises:
        StopIteration: there is no such office.
    """
    return next(found.reach for forms in _by_first_word().values() for _, found in forms if found.name == name)


@cache
def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], Office]]]:
    """Each form as the tuple of its words, by the first, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], Office]]] = defaultdict(list)
    for line in Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            reach, _, rest = line.partition(": ")
            forms = [form.strip() for form in rest.split("|")]
            for form in forms:
                words = tuple(form.replace("'s", " 's").replace("-", " - ").split())
                table[words[0]].append((words, Office(forms[0], cast("Reach", reach))))
    for known in table.values():
        known.sort(key=lambda entry: -len(entry[0]))
    return dict(table)
