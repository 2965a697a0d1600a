"""One article says that something happened, another that it did not.

What it flags: two clauses of one predicate and of the same persons or things, of which one is negated: "was arrested" in one article,
"was not arrested" in the other; and of two articles of one event, that it hurt or killed nobody, damaged nothing or led to no arrest in one,
and that it did in the other. What somebody denies is no slip of the article that reports it, and is left to polarity-differs;
"not yet" and "not until noon" deny too little to be held against anything, "not seriously" and "no other" to be held against what has not the
same word. Questions, orders, conditions, fears and claims say nothing.

Why it matters: a "not" lost or put in turns the news round, and no spelling checker sees it.

Example: "The ferry was not insured" in one article, "the ferry was insured with a London firm" in the other.

Known false alarms: two happenings of one sort told in nearly the same words; a state that changed between two articles
without a date; the same said of a whole and of a part of it; an early report that nobody was hurt, where the day is not given.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimdiff.alignment.opposition import Opposition, oppositions
from claimdiff.model import Article, Clause, Document, Finding, Location
from claimdiff.rules._finding import names
from claimdiff.rules._published import dates_unknown, is_before
from claimdiff.rules._statements import finding_at
from claimdiff.values.identity import may_be_one

RULE = "negation-differs"

_LEAST, _MOST = 0.6, 0.95
"""Confidence at a likeness of 0 and of 1, where they share every word; set by hand."""


def across(articles: tuple[Article, ...]) -> Iterator[Finding]:
    """An error for every negated clause that other articles affirm; a warning where it may have changed since, or somebody is cited for one alone."""
    for found in oppositions(articles):
        yield _finding(articles, found)


def _finding(articles: Sequence[Article], found: Opposition) -> Finding:
    called = names(article.document for article in articles)
    clauses = [found.negated, *found.affirmed]
    documents = [articles[number].document for number, _ in clauses]
    said = [f"{called[articles[number].document.path]} has “{_words(articles[number], clause)}”{_of(clause)}" for number, clause in clauses]
    since = _since(documents)
    unless = ", unless it changed in between" if since else ", though a publication date is unknown" if dates_unknown(*documents) else ""
    message = f"{', '.join(said)}: they cannot {'both' if len(clauses) == 2 else 'all'} be right{unless}."
    cited = len({clause.stance.sources[:1] for _, clause in clauses}) > 1 and not _of_one_source(clauses)
    places = [_place(articles[number], clause) for number, clause in clauses]
    confidence = _LEAST + (_MOST - _LEAST) * found.likeness
    return replace(finding_at(RULE, "polarity", "warning" if cited or since else "error", confidence, message, places), reconciliation=since)


def _of_one_source(clauses: Sequence[tuple[int, Clause]]) -> bool:
    """Whether all are the words of one person or body."""
    sources = [clause.stance.sources[:1] for _, clause in clauses]
    return all(sources) and all(may_be_one(one[0], sources[0][0]) for one in sources)


def _since(documents: Sequence[Document]) -> str | None:
    """What would reconcile articles of different days, or of different hours of one day."""
    first, *others = documents
    if not any(is_before(first, other) or is_before(other, first) for other in others):
        return None
    days = sorted(str(document.published) for document in documents)
    return f"it changed between {days[0]} and {days[-1]}"


def _of(clause: Clause) -> str:
    """Who did it and whom it befell, in brackets, and who says so."""
    roles = " and ".join(role for role in (clause.agent, clause.patient) if role)
    source = f"according to {clause.stance.sources[0]}" if clause.stance.sources else ""
    told = "; ".join(filter(None, (roles, source)))
    return f" ({told})" if told else ""


def _words(article: Article, clause: Clause) -> str:
    return " ".join(clause.extent.of(article.document.text).split())


def _place(article: Article, clause: Clause) -> Location:
    value = f"not {clause.predicate}" if clause.stance.polarity == "negated" else clause.predicate
    return Location(article.document, clause.extent, clause.sentence, value)
