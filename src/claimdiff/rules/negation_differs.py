"""One article says that something happened, another that it did not.

What it flags: two clauses of one predicate and of the same persons or things, of which one is negated: "was arrested" in one article,
"was not arrested" in the other. What somebody denies is no slip of the article that reports it, and is left to polarity-differs;
"not yet", "not only" and "no other" deny too little to be held against anything.

Why it matters: a "not" lost or put in turns the news round, and no spelling checker sees it.

Example: "The ferry was not insured" in one article, "the ferry was insured with a London firm" in the other.

Known false alarms: two happenings of one sort told in nearly the same words; a state that changed between the two articles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimdiff.alignment.opposition import Opposition, is_a_denial, oppositions
from claimdiff.model import Article, Clause, Finding, Location
from claimdiff.rules._finding import names
from claimdiff.rules._published import is_before
from claimdiff.rules._statements import finding_at

RULE = "negation-differs"

_LEAST, _MOST = 0.6, 0.95
"""Confidence where two clauses share nothing, and where they share every word."""


def across(articles: tuple[Article, ...]) -> Iterator[Finding]:
    """An error for every negated clause that other articles affirm; a warning where it is somebody else's words, or may have happened since."""
    for found in oppositions(articles):
        number, negated = found.negated
        if all(_words(articles[number], negated).casefold() != _words(articles[other], clause).casefold() for other, clause in found.affirmed):
            yield _finding(articles, found)


def _finding(articles: Sequence[Article], found: Opposition) -> Finding:
    called = names(article.document for article in articles)
    clauses = [found.negated, *found.affirmed]
    said = [f"{called[articles[number].document.path]} has “{_words(articles[number], clause)}”" for number, clause in clauses]
    cited = all(is_a_denial(found.negated[1], clause) for _, clause in found.affirmed)
    if cited:
        said[0] += f" (according to {found.negated[1].stance.sources[0]})"
    since = _since([articles[number] for number, _ in clauses])
    message = f"{', '.join(said)}: they cannot {'both' if len(clauses) == 2 else 'all'} be right{', unless it happened in between' if since else ''}."
    places = [_place(articles[number], clause) for number, clause in clauses]
    confidence = _LEAST + (_MOST - _LEAST) * found.likeness
    made = finding_at(RULE, "polarity", "warning" if cited or since else "error", confidence, message, places)
    return replace(made, reconciliation=since)


def _since(articles: Sequence[Article]) -> str | None:
    """What would reconcile an article that denies with later ones that affirm."""
    first, *others = (article.document for article in articles)
    if not all(is_before(first, other) for other in others):
        return None
    return f"it happened between {first.published} and {max(str(other.published) for other in others)}"


def _words(article: Article, clause: Clause) -> str:
    return " ".join(clause.extent.of(article.document.text).split())


def _place(article: Article, clause: Clause) -> Location:
    value = f"not {clause.predicate}" if clause.stance.polarity == "negated" else clause.predicate
    return Location(article.document, clause.extent, clause.sentence, value)
