"""Who holds which office: the persons an article names together with an office that one person at a time holds.

The words of an office are found first ("police chief"), then what stands around them and says whose office it is ("the Troy", "of Troy"), then
the name: behind it ("Police Chief Anna Kemp"; "the mayor of Troy, Anna Kemp,") or before it ("Anna Kemp, the mayor of Troy").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimdiff.language import labels
from claimdiff.model import Extent, Holder
from claimdiff.values.names import TITLES, is_calendar_word
from claimdiff.values.offices import NONE, NOT_YET, OTHER, PLACES, PLAIN, Office, may_begin, office, tells_succession

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from claimdiff.language.mentions import Mentions

_LONGEST = 6
"""Words of the longest office."""

_MOST = 5
"""Offices that one person is taken to hold together; a longer chain is no title."""

_ENDS = frozenset(',.;:)—–”"') | {"--"}
"""Marks behind an apposition."""

_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_OF = frozenset({"of", "for", "at"})
_PART_OF_A_PLACE = frozenset({"new"})
"""Words that are part of the name they stand before when they have a capital: "New York Mayor"."""


@dataclass(slots=True)
class _Title:
    """The words of one or more offices of one person.

    Attributes:
        start, end: tokens, half-open; with the place or body that stands beside them.
        offices: which.
        of: whose they are.
        settled: whether they are held now, by nobody's deputy.
        behind: whether the place or body stands behind.
    """

    start: int
    end: int
    offices: list[Office]
    of: str | None = None
    settled: bool = True
    behind: bool = False


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence, whether it tells how an office changed hands, and whether it does if it names the holder."""

    span: Span
    changes: bool
    perhaps: bool


def holders(doc: Doc, mentions: Mentions) -> Iterator[Holder]:
    """Every person named with an office, in the order of the offices; once for each of several offices of one person.

    What one sentence tells of an office is true of its holders in all others: none is settled if it changes hands anywhere.
    """
    finder = _Finder(doc, mentions)
    found: list[Holder] = []
    i = 0
    while i < len(doc):
        offices = finder.offices_at(i) if may_begin(_word(doc[i])) else None
        if offices:
            found.extend(finder.held(_Title(i, offices[1], offices[0])))
        i = offices[1] if offices else i + 1
    for holder in found:
        yield replace(holder, settled=holder.settled and not finder.changes_hands(holder))


class _Finder:
    def __init__(self, doc: Doc, mentions: Mentions) -> None:
        self.doc = doc
        self.mentions = mentions
        self._changing: dict[str, set[str | None]] = defaultdict(set)
        """Offices that change hands, and whose they are."""
        self._sentence: _Sentence | None = None

    def changes_hands(self, holder: Holder) -> bool:
        """Whether any sentence tells how a holder's office changed hands, as far as its place or body tells."""
        whose = self._changing.get(holder.office)
        return whose is not None and (holder.of is None or None in whose or holder.of in whose)

    def _sentence_at(self, i: int) -> _Sentence:
        """The sentence of a token; kept, for a sentence may have many offices."""
        if self._sentence is None or not self._sentence.span.start <= i < self._sentence.span.end:
            span = self.doc[i].sent
            lemmas = [token.lemma_.casefold() for token in span]
            changes, perhaps = (tells_succession(lemmas, beside_holder=beside) for beside in (False, True))
            self._sentence = _Sentence(span, changes, perhaps)
        return self._sentence

    def offices_at(self, i: int) -> tuple[list[Office], int] | None:
        """The offices that begin at token ``i``, joined by commas and "and", and the token behind them."""
        offices: list[Office] = []
        end, at = i, i
        while len(offices) < _MOST and (found := self._office(at)):
            offices.append(found[0])
            end = at = at + found[1]
            while self._text(at) in (",", "and", "&"):
                at += 1
            # Behind a comma alone another office is another person's: "the mayor, Police Chief Anna Kemp".
            if self._text(at - 1) not in ("and", "&") and not self._is_listed(end, at):
                break
        return (offices, end) if offices else None

    def _office(self, i: int) -> tuple[Office, int] | None:
        """The office that begins at token ``i``, and how many words it is."""
        return office([_word(token) for token in self.doc[i : i + _LONGEST]])

    def _is_listed(self, end: int, joint: int) -> bool:
        """ "Chairman, president and chief executive": a comma, and "and" behind what it joins."""
        further = self._office(joint) if joint == end + 1 else None
        return further is not None and self._text(joint + further[1]) in ("and", "&")

    def held(self, title: _Title) -> Iterator[Holder]:
        """The holder of the offices of a title, once for each."""
        self._look_before(title)
        self._look_behind(title)
        name = self._name_of(title)
        sentence = self._sentence_at(title.start)
        for held in title.offices if sentence.changes else ():
            self._changing[held.name].add(title.of)
        if name is None or not title.offices:
            return
        span = self.doc[name[0] : name[1]]
        words = self.doc[title.start : title.end]
        settled = title.settled and not sentence.perhaps
        acts = _acts(span.root)
        whole = Extent(sentence.span.start_char, sentence.span.end_char)
        for held in title.offices:
            if held.reach != "of" or title.behind:
                person, said = Extent(span.start_char, span.end_char), Extent(words.start_char, words.end_char)
                yield Holder(person, said, held.name, title.of, settled, acts, whole)

    def _look_before(self, title: _Title) -> None:
        """Take in what stands before an office: whose it is, and what makes another of it."""
        at = title.start
        names: list[Token] = []
        while at and not self.doc[at].is_sent_start:
            token = self.doc[at - 1]
            if token.text in _POSSESSIVES:
                self._take_owner(title, at - 1)
                return
            if self._is_name_word(token, names):
                names.insert(0, token)
            elif _word(token) in NONE:
                title.offices = []
                return
            elif _word(token) in OTHER:
                title.settled = False
            elif not (token.text == "-" or token.lower_ in PLAIN):
                break
            at -= 1
        title.start = at
        if names:
            title.of = self.doc[names[0].i : names[-1].i + 1].text
        elif at < len(self.doc) and _word(self.doc[at]) in ("its", "their"):
            title.of = self.mentions.entity(self.doc[at])
        # "The club president" is not the president, whoever else is one.
        if at and not self.doc[at].is_sent_start and self.doc[at - 1].pos_ in ("NOUN", "ADJ", "NUM"):
            title.settled = False

    def _is_name_word(self, token: Token, names: list[Token]) -> bool:
        """Whether a token before an office is part of the name of its place or body."""
        if not token.text[:1].isupper() or is_calendar_word(token.text) or _word(token) in TITLES:
            return False
        if _word(token) in OTHER | NONE:
            return bool(names) and _word(token) in _PART_OF_A_PLACE
        return token.pos_ in ("PROPN", "ADJ") or (token.pos_ == "NOUN" and not token.is_sent_start)

    def _take_owner(self, title: _Title, mark: int) -> None:
        """Take in "Troy's", "the firm's"; ``mark`` is the token of the possessive mark."""
        owner = self.doc[mark - 1] if mark else None
        if owner is None:
            return
        title.of = self._whose(owner)
        title.settled = title.settled and title.of is not None
        mention = self.mentions.at(owner)
        title.start = mention.start if mention else owner.i - (owner.i > 0 and self.doc[owner.i - 1].dep_ in labels.DETERMINER)

    def _look_behind(self, title: _Title) -> None:
        """Take in what stands behind an office: "-elect", "of Troy"."""
        at = title.end + (self._text(title.end) == "-")
        if self._text(at).casefold() in NOT_YET:
            title.settled, title.end = False, at + 1
        elif self._text(title.end).casefold() in _OF:
            self._take_body(title, title.end)

    def _take_body(self, title: _Title, preposition: int) -> None:
        """Take in "of Troy", "of the firm"; another body's part ("of Norvane's shipping arm") makes another office."""
        at = preposition + 1
        at += at < len(self.doc) and self.doc[at].dep_ in labels.DETERMINER
        if at >= len(self.doc):
            return
        # In "governor of Unity State" the name of mentions begins behind "of" and a word, as in "Secretary of State Ana Ruiz".
        mention = self.mentions.at(self.doc[at]) or (self.mentions.at(self.doc[at + 1]) if self._is_capital(at) and at + 1 < len(self.doc) else None)
        end = mention.end if mention else at + 1
        title.of = self.doc[at:end].text if mention or self._is_capital(at) else self.mentions.entity(self.doc[at]) or title.of
        title.settled = title.settled and title.of is not None
        title.behind = True
        if self._text(end).casefold() in PLACES:
            end += 1
        elif self._text(end) in _POSSESSIVES or (end < len(self.doc) and self.doc[end].pos_ == "NOUN"):
            title.settled = False
        if preposition == title.end:
            title.end = end

    def _whose(self, token: Token) -> str | None:
        """The name of a place or body, from one of its words or a word that stands for it."""
        mention = self.mentions.at(token)
        return self.doc[mention.start : mention.end].text if mention else self.mentions.entity(token)

    def _name_of(self, title: _Title) -> tuple[int, int] | None:
        """The tokens of the name that belongs to a title."""
        if not title.behind and (name := self._person(title.end)):
            if title.of is None and self._text(name[1]).casefold() == "of":
                self._take_body(title, name[1])
            return name
        before = self._name_before(title)
        after = self._person(title.end + 1) if self._text(title.end) == "," else None
        # "Ana Ruiz, president, Norvane": what stands behind an office without an article is not one more name of the person before it.
        linked = after is not None and self._is_linked(after, title) and not (before and self._text(title.start - 1) == ",")
        if before and (self._is_linked(before, title) or (not linked and self._is_closed(title))):
            self._take_body_behind_comma(title)
            return before
        return after if linked else None

    def _name_before(self, title: _Title) -> tuple[int, int] | None:
        """The name in front of "," or of ", the"."""
        at = title.start - 1
        at -= at > 0 and self.doc[at].dep_ in labels.DETERMINER
        if at < 1 or self.doc[at].text != ",":
            return None
        mention = self.mentions.at(self.doc[at - 1])
        return self._person(mention.start) if mention and mention.end == at else None

    def _person(self, start: int) -> tuple[int, int] | None:
        """The tokens of the person's name that begins at ``start``, without titles; None if none does."""
        mention = self.mentions.at(self.doc[start]) if 0 <= start < len(self.doc) else None
        if mention is None:
            return None
        end = mention.end
        while start < end and (_word(self.doc[start]) in TITLES or may_begin(_word(self.doc[start]))):
            start += 1
        while end > start and self.doc[end - 1].text in _POSSESSIVES:
            end -= 1
        found = {token.ent_type_ for token in self.doc[start:end]} & labels.ENTITIES
        if start == end or (found and labels.PERSON not in found) or not self.doc[start].text[:1].isupper():
            return None
        return start, end

    def _is_linked(self, name: tuple[int, int], title: _Title) -> bool:
        """Whether the parse holds a name and an office for one person's."""
        person, words = self.doc[name[0] : name[1]].root, self.doc[title.start : title.end].root
        return (words.dep_ in labels.APPOSITION and name[0] <= words.head.i < name[1]) or (
            person.dep_ in labels.APPOSITION | labels.FLAT and title.start <= person.head.i < title.end
        )

    def _is_closed(self, title: _Title) -> bool:
        return title.end >= len(self.doc) or self.doc[title.end].text in _ENDS or self.doc[title.end].is_sent_start

    def _take_body_behind_comma(self, title: _Title) -> None:
        """Take in the body of "Ana Ruiz, chief executive, Norvane."."""
        mention = self.mentions.at(self.doc[title.end + 1]) if title.end + 1 < len(self.doc) and self._text(title.end) == "," else None
        if title.of is None and mention and self._text(mention.end) in _ENDS and mention.label == labels.ORGANISATION:
            title.of, title.end = self.doc[mention.start : mention.end].text, mention.end

    def _is_capital(self, i: int) -> bool:
        return self.doc[i].text[:1].isupper() and self.doc[i].pos_ in ("PROPN", "ADJ", "NOUN")

    def _text(self, i: int) -> str:
        return self.doc[i].text if 0 <= i < len(self.doc) else ""


def _word(token: Token) -> str:
    """A word as tables have it."""
    return token.lower_.rstrip(".").replace("’", "'")


def _acts(root: Token) -> bool:
    """Whether a name, or the office it stands beside, is the one who does or says something."""
    at = root
    for _ in range(4):
        if at.dep_ not in labels.APPOSITION | labels.NAME_PARTS:
            break
        at = at.head
    according = any(child.dep_ in labels.CASE and child.lower_ == "according" for child in at.children)
    return according or at.dep_ in (labels.SUBJECT - labels.PASSIVE_SUBJECT) | labels.AGENT
