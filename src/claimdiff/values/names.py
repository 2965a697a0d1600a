"""Names of people, places and organisations as text: titles stripped, acronyms, the words of the calendar."""

from __future__ import annotations

import re

from claimdiff.values.calendar import MONTHS, WEEKDAYS

TITLES = frozenset(
    """mr mrs ms miss dr sir dame lord lady prof professor president vice-president minister premier chancellor
    secretary senator sen representative rep congressman congresswoman governor gov mayor judge justice general gen
    colonel col major maj captain capt lieutenant lt sergeant sgt officer detective sheriff chief king queen prince
    princess pope bishop archbishop cardinal rev reverend father imam rabbi ayatollah sheikh ambassador
    spokesman spokeswoman spokesperson coach president-elect ex-president director chairman chairwoman prime attorney inspector superintendent
    constable cpl corporal brigadier commander admiral commodore marshal trooper""".split(),
)
"""Words before a name that are no part of it."""

_OF_TITLES = frozenset(
    """police fire army navy air force state county city town council district superior supreme high appeals court federal deputy assistant senior
    foreign defence defense interior finance health vice""".split(),
)
"""What titles begin with: "Police Inspector Ana Lind", "Superior Court Judge Ana Lind"."""

_LONGEST = 4
"""Words of a title before a name at most."""

OFFICES = frozenset(
    """president vice-president minister premier chancellor secretary senator representative governor mayor ambassador spokesman spokeswoman
    spokesperson director chairman chairwoman president-elect commissioner prosecutor""".split(),
)
"""Titles that, at the end of a run of capitalised words, name what somebody is; nobody is called "Foreign Minister"."""

CALENDAR = frozenset(MONTHS) | frozenset(WEEKDAYS)
"""Days and months: capitalised, but nobody's name."""

_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "at", "to", "de", "&"})
_POSSESSIVE = re.compile(r"['’]s?$")


def is_calendar_word(word: str) -> bool:
    """Whether ``word`` names a day or a month ("Tuesday", "Jan.")."""
    return word.rstrip(".").casefold() in CALENDAR


def without_possessive(name: str) -> str:
    """A name without its possessive ending: "Holm's" -> "Holm"."""
    return _POSSESSIVE.sub("", name)


def bare_name(name: str) -> str:
    """``name`` without leading titles and possessive ending: "President Barack Obama's" -> "Barack Obama"."""
    words = without_possessive(name).split()
    words = words[_title_length(words) :]
    while len(words) > 1 and words[0].rstrip(".").casefold() in TITLES:
        words = words[1:]
        if words[0].casefold() in {"of", "for"}:
            words = words[1:] or words
    return " ".join(words)


def _title_length(words: list[str]) -> int:
    """How many words a name of more begins with that make a title, the last of them a title by itself."""
    length = 0
    for at, word in enumerate(words[: min(_LONGEST, len(words) - 1)]):
        plain = word.rstrip(".").casefold()
        if plain in TITLES:
            length = at + 1
        elif plain not in _OF_TITLES:
            break
    return length


def acronym(name: str) -> str:
    """Initials of the capitalised words: "National Press Club" -> "NPC"."""
    return "".join(word[0] for word in name.replace("-", " ").split() if word.casefold() not in _SMALL).upper()
