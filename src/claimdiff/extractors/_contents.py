"""What was said: the clause, quotation or sentence around that a cue introduces."""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Doc, Token

from claimdiff.extractors._sources import Source
from claimdiff.language import labels
from claimdiff.language.stance import NEGATIONS
from claimdiff.model import Extent
from claimdiff.values.cues import AVOIDING, PREPOSITIONS, SAYABLE, Cue, inflections

_TRIM_FRONT = frozenset(",;:—–- \n\t\r.")
_TRIM_BACK = frozenset(",;:—–- \n\t\r.")
_CLOSING = frozenset("”\"'’")
_QUESTIONS = frozenset("when where why how what who whom which whether if".split())
_SAID = frozenset({"VERB", "AUX", "NOUN", "ADJ", "PROPN", "PRON", "ADV", "NUM"})
"""Parts of speech that head what is said; with "be", whatever the tagger takes it for does."""
_WRITTEN = frozenset(
    """letter statement post tweet email e-mail message memo note interview report filing complaint lawsuit affidavit testimony speech column essay
    article book text release briefing call document paper""".split(),
)
"""What people say things in."""
_ASIDE = 80
"""Characters of an aside between a cue and the sentence in which its quotation goes on."""
_NEAR = 6
"""Characters between a quotation and its cue or source at most: a comma, a space, a dash."""


class Contents:
    """Finds contents in one Doc."""

    def __init__(self, doc: Doc, text: str, quotes: tuple[Extent, ...]) -> None:
        self.doc = doc
        self.text = text  # that of the Doc, which joins it anew for everyone who asks
        self.quotes = quotes
        self._starts = [quote.start for quote in quotes]

    def inside_quote(self, extent: Extent) -> bool:
        """Whether ``extent`` lies between quotation marks."""
        at = bisect_left(self._starts, extent.start + 1) - 1
        return at >= 0 and self.quotes[at].covers(extent)

    def of_verb(self, verb: Token, cue: Cue, source: Source) -> tuple[Extent, ...]:
        """The content of a verb cue by the frames it allows; empty if none is filled."""
        if "x" in cue.frames:
            return self._characterisation(verb)
        if "n" in cue.frames:
            return self._accusation(verb)
        if "q" in cue.frames and (quoted := self._quoted(verb, source)):
            return quoted
        clausal = "c" in cue.frames or ("f" in cue.frames and self._first_person(source))
        if clausal and (clause := self._clause_of(verb, source) or self._said_in(verb) or self._left_open(verb, cue)):
            return clause
        if "i" in cue.frames and (infinitive := self._child(verb, labels.OPEN_COMPLEMENT)):
            return self.clause(infinitive)
        if "b" in cue.frames and (place := self._told_about(verb, cue)):
            return place
        obj = self._child(verb, labels.OBJECT) or self._shared_object(verb)
        return self.clause(obj) if obj is not None and _can_be_said(obj, verb, cue) else ()

    def clause(self, head: Token) -> tuple[Extent, ...]:
        """The subtree of ``head`` as one stretch, widened to the quotation it opens."""
        start, end = head.left_edge, head.right_edge
        return self._widened(Extent(start.idx, end.idx + len(end)))

    def passive(self, verb: Token, subject: Token | None) -> tuple[Extent, ...]:
        """ "is expected to resign": the subject and the infinitive."""
        infinitive = self._child(verb, labels.OPEN_COMPLEMENT) or self._child(verb, labels.CLAUSAL_COMPLEMENT)
        if infinitive is None or subject is None:
            return ()
        clause = self.clause(infinitive)
        last = subject.right_edge if subject.right_edge.i < verb.i else subject
        return (Extent(subject.left_edge.idx, last.idx + len(last)), *clause) if subject.i < verb.i else clause

    def around(self, token: Token, source: Source) -> tuple[Extent, ...]:
        """The sentence without the words of an "according to" phrase."""
        last = self.doc[source.end - 1]
        return self._without(token, Extent(token.idx, last.idx + len(last)))

    def without_adverb(self, clause: Token, adverb: Token) -> tuple[Extent, ...]:
        """The clause around an adverb, in one or two parts."""
        last = clause.right_edge
        before, after = Extent(clause.left_edge.idx, adverb.idx), Extent(adverb.idx + len(adverb), last.idx + len(last))
        return tuple(extent for part in (before, after) if part.end > part.start for extent in self._widened(part))

    def behind(self, token: Token, clause: Token) -> tuple[Extent, ...]:
        """The words of a clause behind one of its tokens."""
        last = clause.right_edge
        return self._widened(Extent(token.idx + len(token), last.idx + len(last)))

    def _child(self, verb: Token, dependencies: frozenset[str]) -> Token | None:
        return next((child for child in verb.children if child.dep_ in dependencies), None)

    def _clause_of(self, verb: Token, source: Source) -> tuple[Extent, ...]:
        clause = self._child(verb, labels.CLAUSAL_COMPLEMENT) or self._child(verb, labels.OPEN_COMPLEMENT)
        if clause is not None and (clause.pos_ in _SAID or any(child.dep_ in labels.COPULA for child in clause.children)):
            return self._beside(clause, verb, source)
        if verb.dep_ in labels.PARATAXIS or (verb.dep_ in labels.CONJUNCT | labels.ADVERBIAL_CLAUSE and self._ends_sentence(verb, source)):
            return self._without(verb, self._phrase(verb, source))
        parenthesis = self._child(verb, labels.PARATAXIS)
        if parenthesis is not None and parenthesis.i > verb.i and parenthesis.pos_ in ("VERB", "AUX"):
            return self._beside(parenthesis, verb, source)
        return ()

    def _said_in(self, verb: Token) -> tuple[Extent, ...]:
        """ "wrote in a letter that ...": the parse hangs the clause on the letter."""
        places = [child for child in verb.children if child.dep_ in labels.OBLIQUE and child.i > verb.i]
        clauses = [inner for place in places for inner in place.children if inner.dep_ in labels.NOUN_CLAUSE and inner.i > place.i]
        return next((self.clause(inner) for inner in clauses if inner.left_edge.lower_ == "that" and inner.head.lemma_.casefold() in _WRITTEN), ())

    def _shared_object(self, verb: Token) -> Token | None:
        """ "neither confirmed nor denied the report": the object behind two verbs is that of both."""
        following = next((child for child in verb.children if child.dep_ in labels.CONJUNCT and child.pos_ == "VERB"), None)
        if following is None or following.i - verb.i > _NEAR or any(child.dep_ in labels.SUBJECT for child in following.children):
            return None
        return self._child(following, labels.OBJECT)

    def _first_person(self, source: Source) -> bool:
        return self.doc[source.start].lower_ in ("i", "we") and source.end - source.start == 1

    def _told_about(self, verb: Token, cue: Cue) -> tuple[Extent, ...]:
        """ "complained about the noise": what the preposition leads to, which itself belongs to the cue."""
        for child in verb.children:
            if child.i > verb.i and child.dep_ in labels.OBLIQUE | labels.ADVERBIAL_CLAUSE:
                lead = next((c for c in child.children if c.dep_ in labels.MARKING and c.lower_ in PREPOSITIONS[cue.lemma]), None)
                if lead is not None and lead.i == child.left_edge.i and lead.i + 1 < len(self.doc):
                    last = child.right_edge
                    return self._widened(Extent(self.doc[lead.i + 1].idx, last.idx + len(last)))
        return ()

    def _left_open(self, verb: Token, cue: Cue) -> tuple[Extent, ...]:
        """ "did not say when the tunnel would open": a question that the parse takes for a circumstance."""
        unanswered = cue.polarity == "asks" or any(child.lower_ in NEGATIONS for child in verb.children)
        clauses = [child for child in verb.children if child.dep_ in labels.ADVERBIAL_CLAUSE and child.i > verb.i] if unanswered else []
        return next((self.clause(clause) for clause in clauses if clause.left_edge.lower_ in _QUESTIONS), ())

    def _beside(self, clause: Token, verb: Token, source: Source) -> tuple[Extent, ...]:
        """The words of a complement that are neither cue nor source: it may stand before, behind or around them."""
        phrase = self._phrase(verb, source)
        # A second subject of the cue is the one of the clause around it: "The tunnel, Marsh said, will open".
        first = min([clause, *self._other_subjects(verb, source)], key=lambda token: token.left_edge.i)
        start = first.left_edge.idx
        end = clause.right_edge.idx + len(clause.right_edge)
        if end <= phrase.start or start >= phrase.end:
            return self._widened(Extent(start, end))
        before, after = Extent(start, phrase.start), Extent(phrase.end, max(end, phrase.end))
        kept = [part for part in (before, after) if part.end - part.start > 3]
        return tuple(extent for part in kept for extent in self._widened(part))

    def _other_subjects(self, verb: Token, source: Source) -> list[Token]:
        return [child for child in verb.children if child.dep_ in labels.SUBJECT and not source.start <= child.i < source.end]

    def _phrase(self, verb: Token, source: Source) -> Extent:
        """Source and cue as one stretch."""
        tokens = [self.doc[source.start], self.doc[source.end - 1], verb]
        own = [child for child in verb.children if child.dep_ in labels.AUXILIARY | labels.ADVERB and abs(child.i - verb.i) < 4]
        near = [token for token in [*tokens, *own] if abs(token.i - verb.i) < 25] or [verb]
        return Extent(min(token.idx for token in near), max(token.idx + len(token) for token in near))

    def _ends_sentence(self, verb: Token, source: Source) -> bool:
        phrase_end = max(verb.i, source.end - 1)
        return all(token.is_punct or token.is_space for token in self.doc[phrase_end + 1 : verb.sent.end])

    def _without(self, token: Token, phrase: Extent) -> tuple[Extent, ...]:
        """The sentence of ``token`` before and behind ``phrase``; quotations it begins are taken whole."""
        sentence = token.sent
        start, end = sentence.start_char, sentence.end_char
        parts = [Extent(start, phrase.start), Extent(phrase.end, end)]
        kept = [part for part in parts if sum(c.isalpha() for c in self.text[part.start : part.end]) > 3]
        if len(kept) == 2 and not self._goes_on(kept[1]):
            kept = kept[:1]
        return tuple(extent for part in kept for extent in self._widened(part))

    def _goes_on(self, part: Extent) -> bool:
        """Whether the words behind the phrase are more of the content: they must follow a comma or a quotation mark."""
        return self.text[part.start : part.start + 2].lstrip()[:1] in (",", "“", '"', ";")

    def _quoted(self, verb: Token, source: Source) -> tuple[Extent, ...]:
        """The quotation right before or behind the source and cue, and one that goes on behind them."""
        phrase = self._phrase(verb, source)
        before = self._quote_before(phrase.start)
        after = self._quote_after(phrase.end)
        complement = next((child for child in verb.children if child.dep_ in labels.COMPLEMENT and child.i > verb.i), None)
        if before is not None and (after is not None or complement is not None) and self.text[before.end - 2 : before.end - 1] == ".":
            before = None  # a quotation that came to its full stop is the sentence before
        if before is not None:
            begun = self._sentence_part(before, verb)
            after = after or self._next_sentence(phrase.end)
            after = None if after is not None and self._has_own_cue(phrase.end, after) else after
            return (begun, after) if after is not None else (begun,)
        return (after,) if after is not None and complement is None else ()

    def _has_own_cue(self, end: int, quote: Extent) -> bool:
        """Whether a quotation in a sentence of its own breaks off at a comma: who said it follows there."""
        return "." in self.text[end : quote.start] and self.text[quote.end - 2 : quote.end - 1] == ","

    def _next_sentence(self, end: int) -> Extent | None:
        """The quotation that goes on behind "she said, smiling."."""
        at = bisect_left(self._starts, end)
        if at >= len(self.quotes):
            return None
        gap = self.text[end : self.quotes[at].start]
        return self.quotes[at] if len(gap) < _ASIDE and gap.rstrip().endswith(".") and "\n" not in gap and gap.count(". ") < 2 else None

    def _sentence_part(self, quote: Extent, verb: Token) -> Extent:
        """A partial quotation is part of what its sentence says: 'the plan is "dead", he said'."""
        start = verb.sent.start_char
        if quote.start <= start or any(mark in self.text[start : quote.start] for mark in '“”"'):
            return quote
        words = self.text[start : quote.start].strip()
        return self._widened(Extent(start, quote.end))[0] if words and words[-1] != ":" else quote

    def _quote_before(self, start: int) -> Extent | None:
        at = bisect_left(self._starts, start) - 1
        if at < 0:
            return None
        quote = self.quotes[at]
        gap = self.text[quote.end : start]
        return quote if quote.end <= start and len(gap) <= _NEAR and not any(c.isalnum() for c in gap) and "\n" not in gap else None

    def _quote_after(self, end: int) -> Extent | None:
        at = bisect_left(self._starts, end)
        if at >= len(self.quotes):
            return None
        quote = self.quotes[at]
        gap = self.text[end : quote.start]
        if len(gap) > 60 or ("\n" in gap and gap.strip() != ":"):
            return None
        words = [word for word in gap.replace(",", " ").replace(":", " ").replace(".", " ").split() if word.isalnum()]
        closes = "." in gap
        return quote if not words or (gap.rstrip().endswith((":", ",")) and len(words) < 9 and not closes) else None

    def _characterisation(self, verb: Token) -> tuple[Extent, ...]:
        """ "called the plan a mistake", "described it as dead", "which he called dead"."""
        obj = self._child(verb, labels.OBJECT)
        if obj is None:
            return ()
        behind = (child for child in verb.children if child.i > max(verb.i, obj.i))
        other = next((child for child in behind if child.dep_ in labels.OPEN_COMPLEMENT | labels.OBLIQUE or _is_as_clause(child)), None)
        if obj.i < verb.i:
            return self.clause(other) if other is not None and obj.lower_ in ("which", "what", "that", "whom") else ()
        quote = self._quote_after(obj.right_edge.idx + len(obj.right_edge))
        if other is not None and (verb.lemma_ == "call" or any(child.lower_ in ("as", "to") for child in other.children)):
            end = max(obj.right_edge.idx + len(obj.right_edge), other.right_edge.idx + len(other.right_edge))
        elif quote is not None and self.text[obj.right_edge.idx + len(obj.right_edge) : quote.start].strip() in ("", "as", "a", "an", "the"):
            end = quote.end
        else:
            return ()
        return self._widened(Extent(min(obj.left_edge.idx, other.left_edge.idx if other is not None else obj.left_edge.idx), end))

    def _accusation(self, verb: Token) -> tuple[Extent, ...]:
        """ "accused Iran of helping": object and of-phrase."""
        obj = self._child(verb, labels.OBJECT)
        what = next(
            (child for child in verb.children if child.dep_ in labels.OBLIQUE | labels.ADVERBIAL_CLAUSE and child.i > verb.i and _introduced(child)),
            None,
        )
        if obj is None:
            return ()
        first, last = obj.left_edge, max(obj.right_edge, what.right_edge if what else obj.right_edge, key=lambda token: token.i)
        return self._widened(Extent(first.idx, last.idx + len(last))) if what or _has_of(obj) else ()

    def _widened(self, extent: Extent) -> tuple[Extent, ...]:
        """Without punctuation at its ends, and never cutting through a quotation."""
        start, end = extent.start, extent.end
        at = bisect_left(self._starts, end) - 1
        if at >= 0 and self.quotes[at].start < end < self.quotes[at].end and self.quotes[at].start >= start:
            end = self.quotes[at].end
        while start < end and self.text[start] in _TRIM_FRONT:
            start += 1
        while end > start and self.text[end - 1] in _TRIM_BACK:
            end -= 1
        if self.text[end : end + 2] in (".”", '."', ",”", ',"'):
            end += 2
        elif self.text[end : end + 1] in _CLOSING and self._closes(end):
            end += 1
        return (Extent(start, end),) if end > start else ()

    def _closes(self, at: int) -> bool:
        index = bisect_left(self._starts, at) - 1
        return index >= 0 and self.quotes[index].end == at + 1


def _is_bare_infinitive(verb: Token) -> bool:
    """Whether a verb tells what somebody may or must do, not what he did: "requires firms to report losses"."""
    if "Inf" not in verb.morph.get("VerbForm") or any(child.dep_ in labels.AUXILIARY for child in verb.children):
        return False
    return inflections().get(verb.head.lower_) not in AVOIDING


def _is_as_clause(token: Token) -> bool:
    """ "as reckless": a predicate that "as" leads may count as a clause."""
    return token.dep_ in labels.ADVERBIAL_CLAUSE and token.left_edge.lower_ == "as"


def _can_be_said(obj: Token, verb: Token, cue: Cue) -> bool:
    """Whether a cue takes this object for what was said."""
    if "s" in cue.frames and obj.lemma_.casefold() in SAYABLE:
        return True
    if obj.pos_ not in ("NOUN", "PROPN") or _is_bare_infinitive(verb):
        return False
    return "o" in cue.frames or ("d" in cue.frames and _is_described(obj))


def _is_described(noun: Token) -> bool:
    """Whether a noun carries more than an article and an adjective: what is only named is shown or noted, not told."""
    return any(child.i > noun.i and child.dep_ in labels.NOUN_MODIFIER | labels.NOUN_CLAUSE | labels.CLAUSAL_COMPLEMENT for child in noun.children)


def _introduced(token: Token) -> bool:
    return any(child.lower_ in ("of", "for", "on") for child in token.children)


def _has_of(token: Token) -> bool:
    return any(_introduced(child) for child in token.children)
