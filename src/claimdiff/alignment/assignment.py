"""Global one-to-one assignment: the Hungarian method, per connected component of the candidate graph.

Source: H. W. Kuhn, "The Hungarian method for the assignment problem", 1955, in the O(n^3) form with potentials (Jonker and Volgenant 1987).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping

LARGEST = 300
"""Components with more claims on a side are assigned greedily by score: the method is cubic."""


def assign(gains: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """Pairs rows with columns, each used once at most, so that the sum of positive gains is greatest.

    Args:
        gains: what each possible pair (row, column) is worth; pairs not named, or worth nothing, are not made.

    Returns:
        The column of each row that has one.
    """
    chosen: dict[int, int] = {}
    for component in _components({pair: gain for pair, gain in gains.items() if gain > 0}):
        rows, columns = {row for row, _ in component}, {column for _, column in component}
        chosen.update(_greedy(component) if max(len(rows), len(columns)) > LARGEST else _best(component, sorted(rows), sorted(columns)))
    return chosen


def _components(gains: Mapping[tuple[int, int], float]) -> Iterator[dict[tuple[int, int], float]]:
    by_row, by_column = defaultdict(list), defaultdict(list)
    for pair in gains:
        by_row[pair[0]].append(pair)
        by_column[pair[1]].append(pair)
    seen: set[tuple[int, int]] = set()
    for first in gains:
        if first in seen:
            continue
        seen.add(first)
        found = [first]
        for pair in found:
            fresh = [near for near in by_row[pair[0]] + by_column[pair[1]] if near not in seen]
            seen.update(fresh)
            found += fresh
        yield {pair: gains[pair] for pair in found}


def _greedy(gains: Mapping[tuple[int, int], float]) -> dict[int, int]:
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for (row, column), _ in sorted(gains.items(), key=lambda item: (-item[1], item[0])):
        if row not in chosen and column not in taken:
            chosen[row] = column
            taken.add(column)
    return chosen


def _best(gains: Mapping[tuple[int, int], float], rows: list[int], columns: list[int]) -> dict[int, int]:
    if len(gains) == 1:
        return dict(gains.keys())
    if len(rows) > len(columns):
        turned = _best({(column, row): gain for (row, column), gain in gains.items()}, columns, rows)
        return {row: column for column, row in turned.items()}
    cost = [[-gains.get((row, column), 0.0) for column in columns] for row in rows]
    return {rows[i]: columns[j] for i, j in _hungarian(cost).items() if (rows[i], columns[j]) in gains}


def _hungarian(cost: list[list[float]]) -> dict[int, int]:
    """Cheapest assignment of every row of a matrix with at least as many columns as rows.

    In plain Python: quicker than numpy's arrays up to a hundred claims, and at three hundred not slower than importing numpy.
    """
    n, m = len(cost), len(cost[0])
    row_potential, column_potential = [0.0] * (n + 1), [0.0] * (m + 1)
    owner = [0] * (m + 1)
    for row in range(1, n + 1):
        owner[0] = row
        column = 0
        least, way = [math.inf] * (m + 1), [0] * (m + 1)
        used: list[int] = []
        free = list(range(1, m + 1))
        while owner[column]:
            used.append(column)
            if column:
                free.remove(column)
            at = owner[column]
            costs, potential = cost[at - 1], row_potential[at]
            for j in free:
                reduced = costs[j - 1] - potential - column_potential[j]
                if reduced < least[j]:
                    least[j], way[j] = reduced, column
            nearest = min(free, key=least.__getitem__)
            step = least[nearest]
            for j in used:
                row_potential[owner[j]] += step
                column_potential[j] -= step
            for j in free:
                least[j] -= step
            column = nearest
        while column:
            previous = way[column]
            owner[column] = owner[previous]
            column = previous
    return {owner[j] - 1: j - 1 for j in range(1, m + 1) if owner[j]}
