"""Which names the sources of a draft hold: every word of a name, in another form, under another name or as an acronym as well."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from claimdiff.alignment.entities import fold
from claimdiff.alignment.lexicon import aliases
from claimdiff.model import Article, Extent
from claimdiff.values.identity import BODIES
from claimdiff.values.names import OFFICES, TITLES, acronym, is_calendar_word, without_possessive
from claimdiff.values.spelling import is_form, plain
from claimdiff.values.zones import is_zone

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_](?:[^\W_]|['’](?=[^\W\d_]))*")
_CAPITALISED = re.compile(r"\b[A-Z][\w’'.&-]*(?: [A-Z][\w’'.&-]*)*")
_FIGURES = re.compile(r"-\d{1,4}\b")
"""What makes another name of one: "Orlo-2" is not "Orlo-4"."""
_OFFICIAL = frozenset("chief vice deputy executive financial operating chair".split())
"""Words of an office that tells nobody's name: "Chief Executive Officer"."""
_STEM = 3
"""Letters that two forms of a word share at least: "Peru" and "Peruvian"."""
_SHORTEST = 2
"""Letters of a word that is looked for; one alone is an initial."""


class HeldNames:
    """The names and words of some articles."""

    def __init__(self, sources: Sequence[Article]) -> None:
        self._words: dict[str, set[str]] = defaultdict(set)
        self._keys: set[str] = set()
        self._acronyms: set[str] = set()
        self._texts = [source.document.text.casefold() for source in sources]
        for source in sources:
            for word, _ in _words(source.document.text, Extent(0, len(source.document.text))):
                self._words[plain(word)[:_STEM]].add(plain(word))
                self._keys.add(fold(word))
            for found in _CAPITALISED.finditer(source.document.text):
                name = without_possessive(found.group())
                self._keys.add(fold(name))
                self._acronyms |= {acronym(name), _acronym_in_full(name)} if " " in name else set()

    def lacking(self, draft: Article, name: Extent) -> Extent | None:
        """From the first to the last word of a name of ``draft`` that no source has.

        None if the sources have all of them, the surname, or the name as an adjective, an acronym or an alias.
        """
        text = draft.document.text
        figures = _FIGURES.match(text, name.end)
        if figures and not any(text[name.start : figures.end()].casefold() in source for source in self._texts):
            return Extent(name.start, figures.end())
        whole = without_possessive(name.of(text))
        if fold(whole) in self._keys or whole.replace(".", "") in self._acronyms or (" " in whole and fold(acronym(whole)) in self._keys):
            return None
        words = list(_words(text, name))
        missing = [extent for word, extent in words if _tells(word) and not self._has(word)]
        if not missing or (missing[-1] != words[-1][1] and _may_be_surname(words[-1][0])):
            return None
        return Extent(missing[0].start, missing[-1].end)

    def _has(self, word: str) -> bool:
        letters = plain(word)
        near = self._words.get(letters[:_STEM], ())
        if not self._keys.isdisjoint((fold(word), fold(word.removesuffix("s")))):  # "Danes", of whom Denmark is told
            return True
        return letters in near or any(is_form(*sorted((letters, other), key=len)) for other in near)


def _acronym_in_full(name: str) -> str:
    """The initials of a name that begins with an abbreviation, which an acronym takes over: "U.S. Forest Service" is USFS."""
    first, _, rest = name.partition(" ")
    letters = first.replace(".", "")
    return f"{letters}{acronym(rest)}" if letters.isupper() else ""


def _may_be_surname(word: str) -> bool:
    """Whether what stands before it may be somebody's given names, which a source may leave out; not before "Ministry" or "Russian"."""
    return word[0].isupper() and word.casefold() not in BODIES and word.casefold() not in aliases()


def _words(text: str, extent: Extent) -> Iterator[tuple[str, Extent]]:
    for found in _WORD.finditer(text, extent.start, extent.end):
        word = without_possessive(found.group())
        yield word, Extent(found.start(), found.start() + len(word))


def _tells(word: str) -> bool:
    """Whether a word of a name is one that only this name has: no title, no "Ministry", no initial, no day and no time zone."""
    if not word[0].isupper() or len(plain(word)) < _SHORTEST or is_calendar_word(word) or is_zone(word):
        return False
    return word.casefold() not in TITLES | OFFICES | BODIES | _OFFICIAL
