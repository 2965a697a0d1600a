"""Whether two names may be one speaker's: variants, acronyms, a country and the capital that speaks for it."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from functools import cache, lru_cache
from pathlib import Path

from claimdiff.values.names import acronym, bare_name

BODIES = frozenset(
    """administration agency army association authorities authority bank board broadcasting bureau center centre church club command commission
    committee company congress corporation council county court department embassy federation force forces foundation government group
    guard hospital house inc institute ltd media ministry navy network news newspaper office organisation organization parliament party patrol
    police post press radio republic research school senate service society state states station survey team television times treasury tribune
    tv union united university""".split(),
)
"""Words that no person is called by."""

_MEDIA = frozenset(
    """broadcaster channel chronicle courier daily gazette herald journal magazine news newspaper observer post press radio record standard tabloid
    telegraph television times tribune tv weekly""".split(),
)
"""Last words of what media are called."""

_OF_NEWS = frozenset("news press radio television tv broadcasting".split())
_SENDERS = frozenset("agency association corporation network service station".split())
"""Last words of media that one of the words of news before them tells from other bodies."""

_LEAST = 3
_NEARLY = 0.8


def may_be_one(one: str, other: str) -> bool:
    """Whether two names may belong to one speaker; only names with nothing in common cannot."""
    a, b = folded(one), folded(other)
    if a == b or metonym(a) == metonym(b):
        return True
    if {acronym(one).casefold(), acronym(other).casefold()} & {a.replace(" ", ""), b.replace(" ", "")}:
        return True
    shared = {word for word in a.split() if len(word) >= _LEAST} & set(b.split())
    return bool(shared) or any(_nearly(x, y) for x in a.split() for y in b.split())


def is_body(name: str) -> bool:
    """Whether the name is an organisation's or a place's rather than a person's, as far as its words tell."""
    plain = folded(name)
    return bool(set(plain.split()) & BODIES) or (name.isupper() and " " not in name) or plain in _metonyms()


def is_medium(name: str) -> bool:
    """Whether the name, or a description, is that of a newspaper, a station or an agency, as far as its words tell."""
    *words, last = folded(name).split() or [""]
    return last in _MEDIA or (last in _SENDERS and not _OF_NEWS.isdisjoint(words))


@lru_cache(maxsize=1 << 12)
def folded(name: str) -> str:
    """A name without titles, case, accents, dots and article."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", bare_name(name)) if not unicodedata.combining(c)).casefold()
    words = plain.replace(".", "").replace("-", " ").replace("’", "'").removesuffix("'s").split()
    return " ".join(word for word in words if word != "the") or plain


def _nearly(one: str, other: str) -> bool:
    """One name in two spellings."""
    return min(len(one), len(other)) > _LEAST and SequenceMatcher(None, one, other, autojunk=False).ratio() >= _NEARLY


def metonym(name: str) -> str:
    """The state for which a folded name speaks ("kremlin"), else the name itself."""
    return _metonyms().get(name, name)


@cache
def _metonyms() -> dict[str, str]:
    """Each name of metonyms.txt with the first of its line."""
    lines = Path(__file__).with_name("metonyms.txt").read_text(encoding="utf-8").splitlines()
    table: dict[str, str] = {}
    for line in lines:
        if line and not line.startswith("#"):
            names = [name.strip().casefold() for name in line.split("|")]
            table.update(dict.fromkeys(names, names[0]))
    return table
