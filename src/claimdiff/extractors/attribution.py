"""Attributed statements: source, cue and content of what somebody said, wrote, denied or accused somebody of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from spacy.tokens import Doc, Token

from claimdiff.extractors._contents import Contents
from claimdiff.extractors._made import Maker
from claimdiff.extractors._polarity import polarity_of
from claimdiff.extractors._signed import signed
from claimdiff.extractors._sources import Source, source_at, subject_of
from claimdiff.language import labels
from claimdiff.language.mentions import Mentions
from claimdiff.language.stance import clause_stance
from claimdiff.model import Claim, Document, Extent, Quote, Skipped, Statement
from claimdiff.values.cues import ADVERBS, ANONYMITY, WEAK, Cue, inflections, nouns, verbs
from claimdiff.values.hedges import hedges_in
from claimdiff.values.quotes import find_quotes

_LONGEST_GAP = 4

_OF_ANONYMITY = frozenset(phrase.partition(" ")[0] for phrase in ANONYMITY)


def extract(doc: Doc, document: Document, mentions: Mentions) -> Iterator[Claim | Skipped]:
    """The statements of ``doc``, in text order of their cues; what lies wholly inside a quotation is the quoted speaker's."""
    quotes = find_quotes(document.text)
    contents = Contents(doc, document.text, quotes)
    maker = Maker(doc, document, mentions, "attribution")
    said = _Said()
    found: list[tuple[Cue, Claim]] = []
    last = -1
    for token in doc:
        for cue_tokens, cue, source, content in _found(token, mentions, contents):
            cue_extent = _extent(cue_tokens)
            if not content or contents.inside_quote(cue_extent) or cue_extent.start < last:
                continue
            last = cue_extent.end
            said.add(content)
            found.append((cue, _claim(maker, token, cue_extent, cue, source, content, quotes)))
    for mark, source, quote in signed(doc, document.text, quotes, mentions):
        cue = _COLON if mark.text == ":" else _DASH
        found.append((cue, _claim(maker, mark, _extent([mark]), cue, source, (quote,), quotes)))
    yield from (claim for cue, claim in found if not (_is_weak(cue, claim) and said.covers(claim)))


def _is_weak(cue: Cue, claim: Claim) -> bool:
    """Whether a statement counts only in the outlet's own words: a belief, a finding, or an allegation that is nobody's."""
    return cue.group in WEAK or (isinstance(claim.value, Statement) and not claim.value.source)


class _Said:
    """The contents of an article, for asking what lies within one."""

    def __init__(self) -> None:
        self._parts: list[Extent] = []
        self._reach: list[int] = []

    def add(self, content: tuple[Extent, ...]) -> None:
        """Know one more content."""
        self._parts += content
        self._reach = []

    def covers(self, claim: Claim) -> bool:
        """Whether the cue of a statement lies in another's content."""
        assert isinstance(claim.value, Statement)
        if not self._reach:
            self._parts.sort()
            self._reach = list(accumulate((part.end for part in self._parts), max))
        at = bisect_right(self._parts, Extent(claim.value.cue[0].start, 1 << 62)) - 1
        return at >= 0 and self._reach[at] >= claim.value.cue[-1].end


def _found(token: Token, mentions: Mentions, contents: Contents) -> Iterator[tuple[list[Token], Cue, Source | None, tuple[Extent, ...]]]:
    """Every reading of ``token`` as a cue that its syntax licenses, best first."""
    word, pos = token.lower_, token.pos_
    if pos in ("VERB", "AUX") and (cues := _VERBS.get(_INFLECTIONS.get(word, token.lemma_.casefold()))):
        yield from _verb(token, cues, mentions, contents)
    elif word == "reports" and pos == "NOUN" and (medium := mentions.at(token.nbor(-1)) if token.i else None) and medium.end == token.i:
        yield from _reports(token, Source(medium.start, medium.end, medium.canonical, None, anonymous=False, count=None), contents)
    elif pos == "NOUN" and (noun := _NOUNS.get(token.lemma_.casefold())):
        yield from _noun(token, noun, mentions, contents)
    elif word in ADVERBS and token.dep_ in labels.ADVERB:
        yield from _adverb(token, contents)
    elif word == "according" and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to":
        yield from _according(token, mentions, contents)


_VERBS = verbs()
_INFLECTIONS = inflections()
_NOUNS = nouns()
_MODIFIERS = labels.NOUN_MODIFIER | labels.OBLIQUE
_CLAUSES = labels.NOUN_CLAUSE | labels.CLAUSAL_COMPLEMENT
_DASH = Cue("—", "assert", "asserts", 1.0, "q")
_COLON = Cue(":", "assert", "asserts", 1.0, "q")
_ACCORDING = Cue("according to", "according", "asserts", 1.0, "c")


def _verb(
    verb: Token, cues: tuple[Cue, ...], mentions: Mentions, contents: Contents
) -> Iterator[tuple[list[Token], Cue, Source | None, tuple[Extent, ...]]]:
    if _asks_for_anonymity(verb):
        return
    passive = any(child.dep_ in labels.PASSIVE_AUXILIARY for child in verb.children)
    head = _agent(verb) if passive else subject_of(verb)
    for cue in cues:
        if passive and "p" in cue.frames:
            subject = next((child for child in verb.children if child.dep_ in labels.SUBJECT), None)
            content = contents.passive(verb, subject)
            source = None
        elif head is None or (passive and "c" not in cue.frames):
            continue
        else:
            source = source_at(head, mentions, verb)
            content = contents.of_verb(verb, cue, source)
        if content:
            yield _cue_tokens(verb), cue, source, content
            return


def _agent(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in labels.AGENT), None)


def _noun(noun: Token, cue: Cue, mentions: Mentions, contents: Contents) -> Iterator[tuple[list[Token], Cue, Source | None, tuple[Extent, ...]]]:
    """ "the accusation by X that ...", "X's claim that ...", "accusations by X of ...", "X's denial of ..."."""
    owner = next((child for child in noun.children if child.dep_ in labels.POSSESSIVE), None)
    owner = owner or next((child for child in noun.children if child.dep_ in _MODIFIERS and _case(child) in ("by", "from")), None)
    clause = next((child for child in noun.children if child.dep_ in _CLAUSES and _has_that(child) and child.i > noun.i), None)
    if clause is not None:
        owner = owner or next((child for child in noun.children if child.dep_ in _MODIFIERS and _case(child) == "of"), None)
    elif cue.group in ("accuse", "deny") or cue.lemma == "claim":
        below = [*noun.children, *(owner.children if owner is not None else ())]
        clause = next((child for child in below if child.i > noun.i and child is not owner and _case(child) in ("of", "about", "against")), None)
    if clause is not None and (owner is not None or noun.dep_ not in labels.COPULA):
        yield [noun], cue, source_at(owner, mentions, noun) if owner is not None else None, contents.clause(clause)


def _reports(verb: Token, medium: Source, contents: Contents) -> Iterator[tuple[list[Token], Cue, Source | None, tuple[Extent, ...]]]:
    """ "the Orlo Post reports the tunnel will open": the parse takes the verb for a noun, and may leave the clause behind it two subjects."""
    clause = next((child for child in verb.children if child.dep_ in _CLAUSES and _has_that(child) and child.i > verb.i), None)
    if clause is not None:
        yield [verb], _VERBS["report"][0], medium, contents.clause(clause)
    elif verb.dep_ in labels.SUBJECT and any(child.dep_ in labels.SUBJECT and child.i > verb.i for child in verb.head.children):
        yield [verb], _VERBS["report"][0], medium, contents.behind(verb, verb.head)


def _adverb(adverb: Token, contents: Contents) -> Iterator[tuple[list[Token], Cue, Source | None, tuple[Extent, ...]]]:
    """ "reportedly sold the boat": the clause without the adverb, told by nobody who is named."""
    clause = adverb.head
    if clause.pos_ in ("VERB", "AUX"):
        yield [adverb], Cue(adverb.lower_, "hedge", "asserts", ADVERBS[adverb.lower_], "c"), None, contents.without_adverb(clause, adverb)


def _has_that(clause: Token) -> bool:
    return any(child.dep_ in labels.MARK and child.lower_ == "that" for child in clause.children)


def _case(token: Token) -> str:
    return next((child.lower_ for child in token.children if child.dep_ in labels.CASE), "")


def _according(token: Token, mentions: Mentions, contents: Contents) -> Iterator[tuple[list[Token], Cue, Source | None, tuple[Extent, ...]]]:
    doc = token.doc
    noun = (
        token.head
        if token.head.i > token.i
        else next((doc[i] for i in range(token.i + 2, min(token.i + 10, len(doc))) if doc[i].pos_ in ("NOUN", "PROPN")), None)
    )
    if (
        noun is None
        or noun.pos_ not in ("NOUN", "PROPN", "PRON")
        or noun.lemma_.casefold() in ("plan", "law", "schedule", "rule", "tradition", "custom", "need", "size")
    ):
        return
    while noun.dep_ in labels.NAME_PARTS and noun.head.i > token.i:
        noun = noun.head
    source = source_at(noun, mentions, token)
    start = max(source.start, token.i + 2)
    source = Source(start, max(source.end, start + 1), source.name, source.description, source.anonymous, source.count)
    yield [token, token.nbor()], _ACCORDING, source, contents.around(token, source)


def _cue_tokens(verb: Token) -> list[Token]:
    """The verb with its auxiliaries, negation, adverbs and particle, as far as they stand together."""
    parts = labels.AUXILIARY | labels.ADVERB | labels.PARTICLE
    mine = {child.i for child in verb.children if child.dep_ in parts and child.pos_ != "SCONJ"} | {verb.i}
    start = end = verb.i
    while start - 1 in mine:
        start -= 1
    while end + 1 in mine and verb.doc[end + 1].dep_ in labels.PARTICLE:
        end += 1
    return [verb.doc[i] for i in range(start, end + 1)]


def _extent(tokens: list[Token]) -> Extent:
    last = tokens[-1]
    return Extent(tokens[0].idx, last.idx + len(last))


def _claim(
    maker: Maker, token: Token, cue_extent: Extent, cue: Cue, source: Source | None, content: tuple[Extent, ...], quotes: tuple[Extent, ...]
) -> Claim:
    doc = token.doc
    where = (source.extent(doc),) if source else ()
    value = Statement(
        source=where,
        cue=(cue_extent,),
        content=content,
        speaker=source.name if source else None,
        description=source.description if source else None,
        anonymous=bool(source and source.anonymous),
        source_count=source.count if source else None,
        cue_lemma=cue.lemma,
        polarity=polarity_of(token, cue),
        strength=cue.strength,
        quote=_quote(content, quotes),
    )
    parts = [*where, cue_extent, *content]
    extent = Extent(min(part.start for part in parts), max(part.end for part in parts))
    head = _content_head(doc, content, token)
    claim = maker.claim(extent, head, (head.i, head.i + 1), value, (f"cue {cue.lemma}", f"class {cue.group}"))
    # A statement is about all that is said in it, however many clauses that takes, and stands as its content does.
    words = (token for part in content for token in _tokens(doc, part))
    said = sorted({word.lemma_.casefold() for word in words if word.pos_ in labels.CONTENT_POS and not word.is_stop and word.is_alpha})
    hedges = hedges_in(" ".join(part.of(maker.document.text) for part in content)) or ((cue.lemma,) if cue.group == "hedge" else ())
    return replace(claim, topic=replace(claim.topic, near=tuple(said)), stance=replace(clause_stance(head), hedges=hedges))


def _tokens(doc: Doc, extent: Extent) -> Iterator[Token]:
    span = doc.char_span(extent.start, extent.end, alignment_mode="contract")
    return iter(span if span is not None else ())


def _asks_for_anonymity(verb: Token) -> bool:
    """ "who asked not to be named" tells of a source, and asks nothing about the story."""
    if verb.lower_ not in _OF_ANONYMITY:
        return False
    words = verb.doc[verb.i : verb.i + _LONGEST_GAP + 1].text.casefold()
    return words.startswith(ANONYMITY)


def _content_head(doc: Doc, content: tuple[Extent, ...], cue: Token) -> Token:
    longest = max(content, key=lambda part: part.end - part.start)
    span = doc.char_span(longest.start, longest.end, alignment_mode="contract")
    return span.root if span is not None and len(span) else cue


def _quote(content: tuple[Extent, ...], quotes: tuple[Extent, ...]) -> Quote:
    """Direct if all content lies between quotation marks, mixed if some does."""
    said = sum(extent.end - extent.start for extent in content)
    quoted = sum(max(0, min(extent.end, quote.end) - max(extent.start, quote.start)) for extent in content for quote in quotes)
    if quoted == 0:
        return "indirect"
    return "direct" if quoted >= said - _LONGEST_GAP else "mixed"
