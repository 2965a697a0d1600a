"""What each clause says, read off the parse: a predicate, who does it, who undergoes it, and whether it is negated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from claimdiff.language import labels
from claimdiff.language.assertions import is_asserted, is_limited, qualifiers
from claimdiff.language.existence import MENTIONS, existing, is_outcome, limits_of
from claimdiff.language.mentions import Mentions
from claimdiff.language.sentences import carries
from claimdiff.language.stance import NEGATIONS, clause_stance, told_modality
from claimdiff.language.subject import is_a_choice, is_one_of_two, is_passive, is_relative, picks_out, subjects_of, turned
from claimdiff.language.topic import clause_of
from claimdiff.model import Clause, Extent, Stance

_EMPTY = frozenset(
    """be do get go come become seem appear remain let say tell think want need see look feel ask talk speak try mean like""".split(),
)
"""Predicates that are said of anything: sharing one says nothing of what is spoken of."""

_PARTING = frozenset("for of about against with without from to into onto toward towards off by under over after before".split())
"""Prepositions that tell apart what is else alike: who sailed to a town did not sail from it."""

_LONGEST = 60
"""Characters from the negation to the predicate; what stands farther apart is located by the predicate alone."""

_SOMEBODY = frozenset({"someone", "somebody"})
_NOBODY = frozenset({"nobody", "none"})

_HARMS = (frozenset({"kill", "die", "dead", "death", "fatality"}), frozenset({"injure", "wound", "hurt", "injured", "wounded", "injury"}))
"""Whoever was "killed or injured" is a casualty."""

_ASIDE = frozenset("contrary according despite unlike".split())
"""Words at the head of what is no circumstance of a clause."""

_COMPLETED = "that"
"""What the verb of a completing clause stands before among the ways: who plans to sail does not plan to row."""

_CASUALTY = "casualty"

_HELPING = labels.COPULA | labels.PASSIVE_AUXILIARY
_VERBAL = frozenset({"VERB", "AUX"})


def clauses_of(doc: Doc, mentions: Mentions) -> Iterator[Clause]:
    """The clauses that say something has happened or not, or is so or not; nothing that is only possible, asked or wished."""
    helped = {token.head.i for token in doc if token.dep_ in _HELPING}
    for token in doc:
        if token.pos_ not in _VERBAL and token.i not in helped:
            continue
        if token.lemma_.lower() not in _EMPTY:
            if _is_predicate(token, helped=token.i in helped):
                yield from _told(token, mentions)
        elif token.pos_ in _VERBAL:
            yield from _existence(token, mentions)


def _told(token: Token, mentions: Mentions) -> Iterator[Clause]:
    yield from _existence(token, mentions)
    stance = _stance(token, mentions)
    if stance is None or (stance.polarity == "negated" and picks_out(token, mentions)):
        return
    clause = _clause(token, clause_of(token), stance, mentions)
    if not is_one_of_two(token):
        yield clause
    if is_a_choice(token) and _is_of_both_harms([token, *(child for child in token.children if child.dep_ in labels.CONJUNCT)]):
        yield replace(clause, predicate=_CASUALTY)


def _stance(token: Token, mentions: Mentions) -> Stance | None:
    """The stance of a clause that says something is so or not, with the negation it shares; None of all others."""
    if mentions.sentences.around(token).asks or not is_asserted(token):
        return None
    stance = clause_stance(token)
    if told_modality(token, stance.modality) != "asserted":
        return None
    shared = turned(token)
    if shared is None:
        return None
    negated = shared != (stance.polarity == "negated")
    if negated and is_limited(token, clause_of(token)):
        return None
    return replace(stance, polarity="negated" if negated else "affirmed", modality="asserted")


def _existence(token: Token, mentions: Mentions) -> Iterator[Clause]:
    nouns = list(existing(token))
    stance = _stance(token, mentions) if nouns else None
    if stance is None:
        return
    clause = _clause(token, clause_of(token), stance, mentions)
    limits = {limit for noun in nouns for limit in limits_of(noun)}
    told = {*MENTIONS, *limits, *(noun.lemma_.lower() for noun in nouns)}
    said = replace(
        clause,
        agent=None,
        patient=None,
        near=tuple(word for word in clause.near if word not in told),
        qualifiers=tuple(sorted({*clause.qualifiers, *limits})),
        sweeping=stance.polarity == "negated",
    )
    for noun in nouns:
        lemma, extent = noun.lemma_.lower(), _reach(token, noun)
        if is_outcome(noun):
            yield replace(said, extent=extent, predicate=lemma)
        else:
            yield replace(said, extent=extent, predicate=f"be {lemma}", patient=lemma, near=tuple(sorted({*said.near, lemma})), sweeping=False)
    if said.sweeping and _is_of_both_harms(nouns):
        yield replace(said, extent=_reach(token, nouns[0]), predicate=_CASUALTY)


def _is_predicate(token: Token, *, helped: bool) -> bool:
    """Whether the token, which a copula or a passive auxiliary may have ``helped`` to it, heads a clause that tells something."""
    if not token.text[:1].isalpha():
        return False
    return helped or (token.pos_ == "VERB" and not (token.dep_ in labels.CONJUNCT and token.head.dep_ in labels.ARGUMENT))


def _is_of_both_harms(words: Sequence[Token]) -> bool:
    lemmas = {word.lemma_.lower() for word in words}
    return all(lemmas & harm for harm in _HARMS)


def _clause(predicate: Token, words: list[Token], stance: Stance, mentions: Mentions) -> Clause:
    children = list(predicate.children)
    passive = is_passive(predicate)
    complements = _complements(children)
    subjects, objects = subjects_of(predicate), _objects(predicate, children, () if passive else complements)
    agents = [child for child in children if child.dep_ in labels.AGENT]
    aside = {word.i for child in children if _is_aside(child) for word in child.subtree}
    known = {word.i for word in words}
    words = [word for word in words if word.i not in aside]
    # The words of the clauses without which the predicate says little: "accused of robbing a bank", "confirmed that the dam had burst".
    words += [word for clause in complements for word in clause_of(clause)]
    words += [subject for subject in subjects if subject.i not in known]
    names = {mention.canonical for word in words if (mention := mentions.at(word))}
    names |= {name for role in (*subjects, *objects) if (name := mentions.entity(role))}
    near = {w.lemma_.lower() for w in words if w is not predicate and carries(w) and not mentions.at(w) and w.lower_ not in NEGATIONS}
    particle = next((child for child in children if child.dep_ in labels.PARTICLE), None)
    lemma = predicate.lemma_.lower()
    return Clause(
        _extent(predicate),
        mentions.sentences.around(predicate).extent,
        f"{lemma} {particle.lower_}" if particle is not None else lemma,
        agent=_called(agents if passive else subjects, mentions),
        patient=_called(subjects if passive else objects, mentions),
        names=tuple(sorted(names)),
        near=tuple(sorted(near)),
        numbers=tuple(sorted(set(_numbers(children)))),
        ways=tuple(sorted(set(_ways(children, complements, mentions)))),
        qualifiers=tuple(sorted(qualifiers(predicate))),
        sweeping=stance.polarity == "negated" and any(map(_is_none, subjects if passive or not objects else objects)),
        present=_is_present(predicate),
        stance=stance,
    )


def _is_present(predicate: Token) -> bool:
    """Whether it tells how things are now."""
    helpers = [child for child in predicate.children if child.dep_ in labels.HELPER]
    perfect = any(child.lemma_.lower() == "have" for child in helpers)
    return not perfect and any(word.tag_ in ("VBZ", "VBP") for word in helpers or [predicate])


def _is_aside(child: Token) -> bool:
    """Whether it tells what others say or of something else: "contrary to first estimates from Lorn"."""
    words = (child, *(word for word in child.children if word.dep_ in labels.CASE))
    return child.dep_ not in labels.ARGUMENT and any(word.lower_ in _ASIDE for word in words)


def _objects(predicate: Token, children: Sequence[Token], complements: Sequence[Token]) -> list[Token]:
    """The objects, its own or those of what completes it; the noun that "whom" stands for."""
    found = [child for child in children if child.dep_ in labels.OBJECT]
    if not found:
        return [child for clause in complements for child in clause.children if child.dep_ in labels.OBJECT]
    return [predicate.head if is_relative(word) and predicate.dep_ in labels.RELATIVE_CLAUSE else word for word in found]


def _complements(children: Sequence[Token]) -> list[Token]:
    """The clauses that complete a predicate, or an object of it: "has no intention of resigning"."""
    objects = [child for child in children if child.dep_ in labels.OBJECT]
    of_objects = [child for noun in objects for child in noun.children if child.dep_ in labels.NOUN_CLAUSE - labels.RELATIVE_CLAUSE]
    return [child for child in children if child.dep_ in labels.COMPLEMENT or _is_gerund(child)] + of_objects


def _is_gerund(child: Token) -> bool:
    """Whether it is a verb behind a preposition: "of robbing a bank"."""
    of_clause = child.dep_ in labels.ADVERBIAL_CLAUSE | labels.NOUN_CLAUSE
    return of_clause and child.tag_ == "VBG" and any(word.dep_ in labels.MARKING for word in child.children)


def _called(tokens: Sequence[Token], mentions: Mentions) -> str | None:
    """The name or the lemma, with whose it is ("brother of Ida Holm"); None for pronouns and figures that stand for nobody known."""
    words = [word for token in tokens for word in (token, *_apposed(token))]
    named = [name for word in words if (name := mentions.entity(word))]
    if named:
        return named[-1]
    nouns = [token for token in words if token.pos_ not in ("PRON", "NUM", "DET") or token.lower_ in _SOMEBODY]
    if not nouns:
        return None
    owner = next((mention for child in nouns[0].children if _is_owner(child) and (mention := mentions.at(child))), None)
    return f"{nouns[0].lemma_.lower()} of {owner.canonical}" if owner else nouns[0].lemma_.lower()


def _is_owner(child: Token) -> bool:
    of_it = child.dep_ in labels.NOUN_MODIFIER and any(word.dep_ in labels.CASE and word.lower_ == "of" for word in child.children)
    return of_it or child.dep_ in labels.POSSESSIVE


def _apposed(token: Token) -> Iterator[Token]:
    """What tells more of a noun: "the victim, Ida Holm", "none of the passengers"."""
    for child in token.children:
        if (child.dep_ in labels.APPOSITION and child.pos_ == "PROPN") or (token.lower_ in _NOBODY and child.dep_ in labels.NOUN_MODIFIER):
            yield child


def _is_none(noun: Token) -> bool:
    """Whether it is "nobody", "no one" or "none"."""
    return noun.lower_ in _NOBODY or any(child.lower_ == "no" and child.dep_ in labels.DETERMINER for child in noun.children)


def _numbers(children: list[Token]) -> Iterator[str]:
    """How many or which of the things named there are, in small letters; not how old somebody is."""
    for child in children:
        if child.dep_ in labels.ARGUMENT and child.pos_ == "NUM":
            yield child.lower_
        elif child.dep_ in labels.ARGUMENT | labels.OBLIQUE and child.pos_ != "PROPN":
            measures = [word for word in child.children if word.dep_ in labels.NOUN_MODIFIER and word.pos_ == "NOUN"]
            words = [word for noun in (child, *measures) for word in noun.children]
            yield from (word.lower_ for word in words if word.dep_ in labels.NUMERAL or "Ord" in word.morph.get("NumType"))


def _ways(children: Sequence[Token], complements: Sequence[Token], mentions: Mentions) -> Iterator[str]:
    """The prepositions that part, each with what stands behind it ("for bill", "price-of milk"); the verbs of what completes it."""
    yield from (f"{clause.lemma_.lower()} {_COMPLETED}" for clause in complements)
    for child in (*children, *complements):
        called = child.lemma_.lower() if child in complements else _called([child], mentions) if child.dep_ in labels.OBLIQUE else None
        if called:
            marks = (word.lower_ for word in child.children if word.dep_ in labels.MARKING)
            yield from (f"{word} {called}" for word in marks if word in _PARTING)
        if child.dep_ in labels.ARGUMENT:
            of_it = (word for word in child.children if _is_owner(word) and word.pos_ == "NOUN" and word.dep_ in labels.NOUN_MODIFIER)
            # Nobody is "of murder": what the parse hangs on a name is the verb's.
            way = "of" if mentions.at(child) else f"{child.lemma_.lower()}-of"
            yield from (f"{way} {word.lemma_.lower()}" for word in of_it)


def _extent(predicate: Token) -> Extent:
    """From the first auxiliary, copula or negation, its own or one it shares, to the predicate and the noun that it negates."""
    children = list(predicate.children)
    words = [child for child in children if child.dep_ in labels.HELPER or child.lower_ in NEGATIONS]
    for child in children:
        if child.dep_ in labels.ARGUMENT and any(inner.lower_ in NEGATIONS for inner in child.children):
            words += [child, *(inner for inner in child.children if inner.lower_ in NEGATIONS)]
    start = min((word.idx for word in words if word.i < predicate.i), default=predicate.idx)
    if turned(predicate):
        start = _extent(predicate.head).start
    end = max(word.idx + len(word) for word in [predicate, *words])
    return Extent(start, end) if end - start <= _LONGEST else Extent(predicate.idx, predicate.idx + len(predicate))


def _reach(predicate: Token, noun: Token) -> Extent:
    """From the verb to the noun that it says there is, or the other way round; the noun alone if they stand far apart."""
    first, last = sorted((predicate, noun), key=lambda token: token.i)
    negation = next((word for word in noun.subtree if word.lower_ in NEGATIONS), first)
    start, end = min(first.idx, negation.idx), last.idx + len(last)
    return Extent(start, end) if end - start <= _LONGEST else Extent(noun.idx, noun.idx + len(noun))
