"""Who is who within one article: names found as runs of proper nouns, their variants gathered under the fullest form.

Pronouns and definite descriptions are resolved to names as well (``coreference.py``): ``entity`` answers for "he" and "the minister".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from claimdiff.language import labels
from claimdiff.language.coreference import resolve
from claimdiff.language.sentences import Sentences
from claimdiff.values.names import OFFICES, TITLES, acronym, bare_name, is_calendar_word

_PROPER_TAGS = frozenset({"NNP", "NNPS"})


@dataclass(frozen=True, slots=True)
class Mention:
    """One name in the text: token indices, half-open; its canonical form; the recogniser's label as a hint ("" if none)."""

    start: int
    end: int
    canonical: str
    label: str


class Mentions:
    """The names of one Doc, resolved once; extractors ask it who stands where.

    Attributes:
        all: the names, in text order.
        sentences: what they stand in.
    """

    def __init__(self, doc: Doc) -> None:
        runs = [(start, end, bare_name(_words(doc, start, end)), _label(doc, start, end)) for start, end in _runs(doc)]
        runs = [run for run in runs if not _is_office(run[2], run[3])]
        canonical = _canonical_forms([(name, label) for _, _, name, label in runs])
        self.all = tuple(Mention(start, end, canonical[name], label) for start, end, name, label in runs if name)
        self._at: dict[int, Mention] = {i: mention for mention in self.all for i in range(mention.start, mention.end)}
        self._stands_for = resolve(doc, self.all)
        self.sentences = Sentences(doc)

    def at(self, token: Token) -> Mention | None:
        """The name that covers ``token``, if any."""
        return self._at.get(token.i)

    def inside(self, start: int, end: int) -> Iterator[Mention]:
        """The names that begin in tokens ``[start, end)``, in text order."""
        i = start
        while i < end:
            mention = self._at.get(i)
            if mention and mention.start >= start:
                yield mention
                i = mention.end
            else:
                i += 1

    def entity(self, token: Token) -> str | None:
        """The canonical name ``token`` belongs to or stands for, if known."""
        mention = self._at.get(token.i) or self._stands_for.get(token.i)
        return mention.canonical if mention else None


def _runs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Maximal runs of proper nouns, widened to the recogniser's entity where that begins and ends in them."""
    ent_end = {ent.start: ent.end for ent in doc.ents}
    named = [_is_name_word(token) for token in doc]
    i = 0
    while i < len(doc):
        if not named[i]:
            i += 1
            continue
        start = i
        while i < len(doc) and (named[i] or (i > start and _joins(doc, i))) and not (i > start and doc[i].is_sent_start):
            i = max(i + 1, min(ent_end.get(i, 0), doc[i].sent.end))
        yield _after_office(doc, start, i), i


def _after_office(doc: Doc, start: int, end: int) -> int:
    """Where the name begins behind an office: "(Secretary of) State Mike Pompeo", "(Foreign) Minister Ana Ruiz"."""
    if start >= 2 and end - start > 1 and doc[start - 1].lower_ in ("of", "for") and doc[start - 2].lower_ in TITLES:
        return start + 1
    return start


def _is_office(name: str, label: str) -> bool:
    """ "President", "Foreign Minister": what somebody is, and nobody's name."""
    return label != labels.ORGANISATION and name.rsplit(" ", 1)[-1].casefold() in OFFICES


def _is_name_word(token: Token) -> bool:
    # The adjective of a name ("the New York Times") is tagged as part of it, whatever its part of speech.
    named = token.pos_ == "PROPN" or (token.pos_ == "ADJ" and token.tag_ in _PROPER_TAGS)
    return named and token.text[:1].isalnum() and not is_calendar_word(token.text)


def _joins(doc: Doc, i: int) -> bool:
    """Whether a mark inside a name ("al-Masri", "AT&T") goes on."""
    return doc[i].text in "-–&" and not doc[i - 1].whitespace_ and not doc[i].whitespace_ and i + 1 < len(doc) and doc[i + 1].pos_ == "PROPN"


def _words(doc: Doc, start: int, end: int) -> str:
    span: Span = doc[start:end]
    return " ".join(span.text.split())


def _label(doc: Doc, start: int, end: int) -> str:
    found = [token.ent_type_ for token in doc[start:end] if token.ent_type_ in labels.ENTITIES]
    return max(sorted(set(found)), key=found.count) if found else ""


def _canonical_forms(names: list[tuple[str, str]]) -> dict[str, str]:
    """Each name with the fullest name of the article it is a variant of: its last words, its first words, or its acronym."""
    words = [name for name, _ in names]
    labelled = dict(reversed(names))
    fullest = sorted(set(words), key=lambda name: (-len(name.split()), -words.count(name), name))
    by_part: dict[str, list[str]] = defaultdict(list)
    result: dict[str, str] = {}
    for name in fullest:
        known = set(by_part.get(name.casefold(), ()))
        # A word shared by two fuller names ("Clinton") stands for neither.
        result[name] = known.pop() if len(known) == 1 else name
        if result[name] == name:
            for part in _parts(name, labelled[name]):
                by_part[part].append(name)
    return result


def _parts(name: str, label: str) -> Iterator[str]:
    """What else a name may be called by: people by their last words, organisations by their first or their initials, places by nothing less."""
    words = name.split()
    if len(words) > 1 and label != labels.LOCATION:
        if label != labels.ORGANISATION:
            yield from (" ".join(words[i:]).casefold() for i in range(1, len(words)))
        if label != labels.PERSON:
            yield " ".join(words[:-1]).casefold()
            yield acronym(name).casefold()
    yield name.casefold()
