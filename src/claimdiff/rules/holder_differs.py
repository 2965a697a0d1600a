"""Articles name two persons for one office that has one holder.

What it flags: two names that cannot be one person's beside the same office of the same place or body: "Ashby Mayor Lena
Whitfield" in one article, "Ashby Mayor Gary Marsh" in the other. A warning where an article does not say whose office it is, or says it
less fully. Silent where an article names two holders or a list of them, a deputy, or a former, acting or coming one, tells how the office
changed hands, or names both persons, and where more than 60 days lie between the articles.

Why it matters: the wrong name beside a title is among the commonest of corrections, and it puts words into somebody's mouth.

Example: "Fire Chief Oscar Hale said" in one article, "the fire chief, Anna Kemp, said" in the other.

Known false alarms: an office that changed hands between the articles; two places' offices of which neither says the place; a maiden
name that shares no word with the name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from claimdiff.model import SEVERITIES, Article, Finding, Location, Severity
from claimdiff.rules._finding import names, place
from claimdiff.rules._holders import Held, held_in, is_only_one, match, names_body, names_person, persons
from claimdiff.rules._statements import finding_at
from claimdiff.values.offices import reach_of
from claimdiff.values.persons import may_be_one_person
from claimdiff.values.wording import stems

RULE = "holder-differs"

_SURE: dict[str, dict[str, tuple[Severity, float]]] = {
    "local": {"same": ("error", 0.85), "unsaid": ("warning", 0.7), "perhaps": ("warning", 0.7), "half": ("warning", 0.7)},
    "place": {"same": ("error", 0.85), "unsaid": ("warning", 0.6), "perhaps": ("warning", 0.7), "half": ("warning", 0.65)},
    "named": {"same": ("error", 0.85), "perhaps": ("warning", 0.65)},
    "bench": {"same": ("error", 0.75), "perhaps": ("warning", 0.65)},
}
"""By the reach of the office (see offices.txt) and how its places or bodies compare: how grave, and how sure. What is not here is no finding."""

_BY_WORDS = frozenset({("local", "unsaid"), ("place", "unsaid"), ("place", "half")})
"""Reaches and comparisons by which two offices are one only if their sentences have words in common."""

_ACTS_IN_COURT = stems(
    """sentenced ruled ruling rules convicted acquitted arraigned indicted dismissed denied deny granted rejected approved overturned blocked
    declared issued ordered set jailed remanded released fined barred halted upheld threw""",
)
"""What a judge does in one case once; a hearing, a trial or bail are spoken of at every stage of it."""

_APART = 60
"""Days between two articles; where more lie between them, an office may have changed hands."""


@dataclass(frozen=True)
class _Conflict:
    one: Held
    other: Held
    severity: Severity
    sure: float


def across(articles: tuple[Article, ...]) -> Iterator[Finding]:
    """A finding for every two persons whom articles name for one office."""
    if len(articles) < 2:
        return
    held = [held_in(number, article) for number, article in enumerate(articles)]
    by_office: dict[str, list[Held]] = defaultdict(list)
    for one in (one for found in held for one in found):
        by_office[one.office].append(one)
    told: set[frozenset[str]] = set()
    for known in by_office.values():
        for these, those in combinations(persons(known), 2):
            conflicts = list(_conflicts(these, those, held, articles))
            # Who is president and chief executive holds two offices, and is one wrong name.
            pair = frozenset({these[0].name, those[0].name})
            if conflicts and pair not in told:
                told.add(pair)
                yield _finding(conflicts, articles)


def _conflicts(these: Sequence[Held], those: Sequence[Held], held: Sequence[Sequence[Held]], articles: Sequence[Article]) -> Iterator[_Conflict]:
    """Every two of the holders that stand in different articles, hold one office and cannot be one person."""
    for one in these:
        for other in those:
            judged = _judged(one, other, articles) if one.article != other.article else None
            if judged is None or may_be_one_person(one.name, other.name):
                continue
            alone = all(is_only_one(a, held[a.article], b.at.of, held[b.article]) for a, b in ((one, other), (other, one)))
            if alone and not any(names_person(article, one.name) and names_person(article, other.name) for article in articles):
                yield _Conflict(one, other, *judged)


def _judged(one: Held, other: Held, articles: Sequence[Article]) -> tuple[Severity, float] | None:
    """How grave and how sure it is that two offices are one; None where they may be two, or one that changed hands."""
    if _lie_apart(articles[one.article], articles[other.article]):
        return None
    reach, how = reach_of(one.office), match(one.at.of, other.at.of)
    judged = _SURE["named" if reach == "of" else reach].get(how)
    if how == "half" and not _has_place(one, other, articles):
        return None
    if reach == "bench" and judged:
        return _of_one_case(judged, one, other)
    # Two governors may have to do with one storm, not with one sentence.
    apart = (reach, how) in _BY_WORDS and len(one.told & other.told) < 2
    return None if apart else judged


def _lie_apart(one: Article, other: Article) -> bool:
    """Whether so much time lies between two articles that offices change hands."""
    days = (one.document.published, other.document.published)
    return days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) > _APART


def _of_one_case(judged: tuple[Severity, float], one: Held, other: Held) -> tuple[Severity, float] | None:
    """The same for two judges of one court, who must do one thing: a bail hearing and a sentence are two judges' work."""
    shared = one.told & other.told
    if not (one.acts and other.acts and shared & _ACTS_IN_COURT):
        return None
    return judged if len(shared) > 1 else ("warning", 0.6)


def _has_place(one: Held, other: Held, articles: Sequence[Article]) -> bool:
    """Whether the article that does not say beside the office whose it is has the place's or body's name elsewhere."""
    said, unsaid = (one, other) if one.at.of else (other, one)
    return names_body(articles[unsaid.article], str(said.at.of))


def _finding(conflicts: Sequence[_Conflict], articles: Sequence[Article]) -> Finding:
    sides = [list({id(held): held for held in side}.values()) for side in ([c.one for c in conflicts], [c.other for c in conflicts])]
    odd, rest = sorted(sides, key=lambda side: (len(side), -min(held.article for held in side)))
    called = names(article.document for article in articles)
    gravest = min(conflicts, key=lambda conflict: (SEVERITIES.index(conflict.severity), -conflict.sure))
    said = ", ".join(_said(side, called, articles) for side in (odd, rest))
    places = [_place_of(held, articles) for held in (*odd, *rest)]
    found = finding_at(RULE, "role", gravest.severity, gravest.sure, f"{said}: two holders of one office.", places)
    return replace(found, reconciliation=_reconciled(odd[0], rest[0], articles))


def _said(side: Sequence[Held], called: dict[str, str], articles: Sequence[Article]) -> str:
    first = side[0]
    who = " and ".join(called[articles[held.article].document.path] for held in side)
    title = " ".join(first.at.title.of(articles[first.article].document.text).split())
    whose = f" of {first.at.of}" if first.at.of and first.at.of not in title else ""
    return f"{who} {'has' if len(side) == 1 else 'have'} {first.name} as “{title}”{whose}"


def _place_of(held: Held, articles: Sequence[Article]) -> Location:
    whose = f" of {held.at.of}" if held.at.of else ""
    return place(articles[held.article].document, held.at.person, f"{held.name}, {held.office}{whose}")


def _reconciled(one: Held, other: Held, articles: Sequence[Article]) -> str:
    days = sorted(str(day) for held in (one, other) if (day := articles[held.article].document.published))
    when = f"between {days[0]} and {days[1]}" if len(set(days)) > 1 else "between the articles"
    return f"one of them holds another office, or the office changed hands {when}"
