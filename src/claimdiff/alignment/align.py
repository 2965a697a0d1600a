"""Articles -> Alignments: candidates, scores, and a global assignment of each article's claims to the clusters formed so far."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from claimdiff.alignment.assignment import assign
from claimdiff.alignment.candidates import Index
from claimdiff.alignment.entities import Entities
from claimdiff.alignment.features import Features, Score
from claimdiff.model import Alignment, Article, Claim, When

THRESHOLD = 0.35
"""Claims less likely than this to speak of the same thing are not aligned."""

AGREEING = 0.25
"""The same for claims whose values agree, which is evidence in itself."""

AGREEMENT = 0.6
"""What agreement is worth in the choice between partners."""

OUTSTANDING = 0.9
"""How likely two claims that differ speak of the same thing for both to be aligned though one also agrees with another claim."""

CONFIRMED = 0.6
"""How likely two claims of one value speak of the same thing for neither to be held against a third."""

AFFORDED = 14
"""Comparisons with members of clusters that one claim may cost."""

_STRONGEST = 4


class _Cluster:
    """Claims found to speak of one thing, at most one of each article."""

    def __init__(self, claim: Claim, article: int) -> None:
        self.members = [(article, claim)]
        self.scores: list[float] = []
        self.evidence: dict[str, float] = {}

    def add(self, claim: Claim, article: int, score: Score) -> None:
        self.members.append((article, claim))
        self.scores.append(score.probability)
        for name, part in score.parts.items():
            self.evidence[name] = max(part, self.evidence.get(name, part))


def align(articles: Sequence[Article], drafts: Sequence[Article] = ()) -> tuple[Alignment, ...]:
    """Claims of different articles that speak of the same thing.

    Args:
        articles: in any order; the result does not depend on it but for the order of claims within an alignment.
        drafts: if any, only alignments that hold a claim of one of these are kept.

    Returns:
        Alignments with two or more claims, in the order of their first claim.
    """
    if len(articles) < 2:
        return ()
    features = Features(articles, Entities(articles))
    clusters: list[_Cluster] = []
    beside: list[_Cluster] = []
    index = Index(features)
    for place in sorted(range(len(articles)), key=lambda i: _content_order(articles[i])):
        _add(articles[place], place, clusters, beside, index, features)
    wanted = {i for i, article in enumerate(articles) if any(article is draft for draft in drafts)}
    found = [cluster for cluster in (*clusters, *beside) if len(cluster.members) > 1 and _touches(cluster, wanted)]
    return tuple(_alignment(cluster) for cluster in sorted(found, key=_first))


def _content_order(article: Article) -> tuple[str, str]:
    """By date and content, never by the command line."""
    published = article.document.published
    return published.isoformat() if published else "9999", article.document.digest


def _add(article: Article, place: int, clusters: list[_Cluster], beside: list[_Cluster], index: Index, features: Features) -> None:
    scored: dict[tuple[int, int], Score] = {}
    for row, claim in enumerate(article.claims):
        for column in _afforded(index.near(claim), clusters):
            best = max((features.score(claim, member) for _, member in _members(clusters[column])), key=_gain)
            if best.probability >= (AGREEING if best.agrees else THRESHOLD):
                scored[row, column] = best
    chosen = assign({pair: _gain(score) for pair, score in _unrepeated(scored).items()})
    for row, column in outstanding(scored, chosen):
        claim = article.claims[row]
        of, member = max(_members(clusters[column]), key=lambda other: _gain(features.score(claim, other[1])))
        if not (_is_part_of_day(claim) or _is_part_of_day(member)):
            beside.append(_Cluster(member, of))
            beside[-1].add(claim, place, scored[row, column])
    for row, claim in enumerate(article.claims):
        column = chosen.get(row, -1)
        if column >= 0:
            clusters[column].add(claim, place, scored[row, column])
        else:
            column = len(clusters)
            clusters.append(_Cluster(claim, place))
        index.add(claim, column)


def _is_part_of_day(claim: Claim) -> bool:
    """Whether it names a morning or a night: where the day is agreed upon, "overnight" and "in the morning" may be one."""
    return isinstance(claim.value, When) and claim.value.granularity == "daypart"


def outstanding(scored: dict[tuple[int, int], Score], chosen: dict[int, int]) -> Iterable[tuple[int, int]]:
    """Pairs that differ and are likelier of one thing than any in which either agrees: one article says two things of it, one of them wrong."""
    agreeing: dict[tuple[str, int], float] = defaultdict(float)
    for (row, column), score in scored.items():
        if score.agrees:
            for key in _ends((row, column)):
                agreeing[key] = max(agreeing[key], score.probability)
    for (row, column), score in scored.items():
        rivals = max(agreeing["row", row], agreeing["column", column])
        if not score.agrees and score.probability >= OUTSTANDING and score.probability > rivals > 0 and chosen.get(row) != column:
            yield row, column


def _unrepeated(scored: dict[tuple[int, int], Score]) -> dict[tuple[int, int], Score]:
    """The pairs without those that differ though one of the two is confirmed elsewhere.

    Articles say a thing twice, in the headline and in the text: the second time has no partner left, and may not be held against another thing.
    Nor are there those that can agree in the hour alone where either has a counterpart that names the day, and no hour with it.
    """
    by_day = {claim for pair, score in scored.items() if score.whole and not score.hourly for claim in _ends(pair)}
    scored = {pair: score for pair, score in scored.items() if score.whole or not score.agrees or by_day.isdisjoint(_ends(pair))}
    confirmed = {pair for pair, score in scored.items() if score.agrees and score.probability >= CONFIRMED}
    rows, columns = {row for row, _ in confirmed}, {column for _, column in confirmed}
    return {pair: score for pair, score in scored.items() if score.agrees or not (pair[0] in rows or pair[1] in columns)}


def _ends(pair: tuple[int, int]) -> tuple[tuple[str, int], tuple[str, int]]:
    """The claim and the cluster of a pair."""
    return ("row", pair[0]), ("column", pair[1])


def _gain(score: Score) -> float:
    """What a pair is worth to the assignment: claims of one value find each other before the rest is paired."""
    return score.probability + (AGREEMENT if score.agrees else 0.0)


def _afforded(near: Iterable[int], clusters: Sequence[_Cluster]) -> Iterator[int]:
    """The first clusters whose members are AFFORDED comparisons together: what a claim costs must not grow with the articles."""
    left = AFFORDED
    for column in near:
        left -= len(_members(clusters[column]))
        if left < 0:
            return
        yield column


def _members(cluster: _Cluster) -> Sequence[tuple[int, Claim]]:
    """The oldest and the newest member speak for all: comparing with every one would cost the square of the articles."""
    members = cluster.members
    return members if len(members) <= 2 else [members[0], members[-1]]


def _touches(cluster: _Cluster, wanted: set[int]) -> bool:
    return not wanted or any(article in wanted for article, _ in cluster.members)


def _alignment(cluster: _Cluster) -> Alignment:
    members = sorted(cluster.members, key=lambda member: member[0])
    strongest = sorted(cluster.evidence.items(), key=lambda item: (-item[1], item[0]))[:_STRONGEST]
    return Alignment(
        claims=tuple(claim for _, claim in members),
        score=round(min(cluster.scores), 4),
        evidence=tuple(f"{name} {part:+.2f}" for name, part in strongest if part > 0),
    )


def _first(cluster: _Cluster) -> tuple[int, int, int, str]:
    place, claim = min(cluster.members, key=lambda member: member[0])
    return place, claim.extent.start, claim.extent.end, claim.kind
