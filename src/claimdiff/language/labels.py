"""The labels of the pipeline that claimdiff relies on (Universal Dependencies 2); no other file spells one.

A test checks each against the label set of the shipped pipeline, so that a retrained one cannot silently disable an extractor.
"""

from __future__ import annotations

ROOT = "ROOT"
SUBJECT = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
PASSIVE_SUBJECT = frozenset({"nsubj:pass"})
CLAUSAL_SUBJECT = frozenset({"csubj"})
OBJECT = frozenset({"obj"})
INDIRECT_OBJECT = frozenset({"iobj"})
CLAUSAL_COMPLEMENT = frozenset({"ccomp"})
OPEN_COMPLEMENT = frozenset({"xcomp"})
COMPLEMENT = CLAUSAL_COMPLEMENT | OPEN_COMPLEMENT
PARATAXIS = frozenset({"parataxis"})
OBLIQUE = frozenset({"obl", "obl:agent", "obl:unmarked"})
UNMARKED_OBLIQUE = frozenset({"obl:unmarked", "nmod:unmarked"})
AGENT = frozenset({"obl:agent"})
NOUN_MODIFIER = frozenset({"nmod", "nmod:desc", "nmod:unmarked"})
POSSESSIVE = frozenset({"nmod:poss"})
ADJECTIVE = frozenset({"amod"})
NUMERAL = frozenset({"nummod"})
DETERMINER = frozenset({"det", "det:predet"})
COMPOUND = frozenset({"compound"})
FLAT = frozenset({"flat"})
PARTICLE = frozenset({"compound:prt"})
APPOSITION = frozenset({"appos"})
CASE = frozenset({"case"})
MARK = frozenset({"mark"})
AUXILIARY = frozenset({"aux", "aux:pass"})
PASSIVE_AUXILIARY = frozenset({"aux:pass"})
COPULA = frozenset({"cop"})
ADVERB = frozenset({"advmod"})
CONJUNCT = frozenset({"conj"})
COORDINATOR = frozenset({"cc"})
FIXED = frozenset({"fixed"})
RELATIVE_CLAUSE = frozenset({"acl:relcl", "advcl:relcl"})
NOUN_CLAUSE = frozenset({"acl", "acl:relcl"})
ADVERBIAL_CLAUSE = frozenset({"advcl", "advcl:relcl"})
PUNCTUATION = frozenset({"punct"})
EXPLETIVE = frozenset({"expl"})
DISCOURSE = frozenset({"discourse"})
DEPENDENT = frozenset({"dep"})

PARTICLE_OR_ADVERB = PARTICLE | ADVERB
FIXING = PASSIVE_AUXILIARY | COPULA
"""Relations of "is", in "is set for Monday", which taggers take for a verb or an adjective."""

BEFALLEN = OBJECT | INDIRECT_OBJECT
ARGUMENT = SUBJECT | OBJECT
"""Relations of those who take part in what a verb tells."""

HELPER = AUXILIARY | COPULA
"""Relations of the small verbs beside a predicate."""

MARKING = MARK | CASE
"""Relations of the words that lead a clause or a phrase."""

EPITHET = ADJECTIVE | COMPOUND
"""Relations of the words before a noun that tell which one."""

NAME_PARTS = COMPOUND | FLAT
"""Relations that hold the words of one name together."""

SHARING = CONJUNCT | ADVERBIAL_CLAUSE | OPEN_COMPLEMENT | NOUN_CLAUSE
"""Relations across which a verb takes its subject from its governor."""

CLAUSES = frozenset({ROOT}) | CLAUSAL_COMPLEMENT | PARATAXIS | ADVERBIAL_CLAUSE | NOUN_CLAUSE | CLAUSAL_SUBJECT | OPEN_COMPLEMENT | CONJUNCT
"""Relations whose dependent, when it is a verb, heads a clause."""

ALL = frozenset[str]().union(
    *(value for value in list(globals().values()) if isinstance(value, frozenset)),
)
"""Every dependency label spelled above."""

PERSON = "PER"
ORGANISATION = "ORG"
LOCATION = "LOC"
ENTITIES = frozenset({PERSON, ORGANISATION, LOCATION})

CONTENT_POS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV"})
"""Universal parts of speech that carry a topic."""
