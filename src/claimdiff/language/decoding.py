"""Scores -> structures: arcs to a tree with one root, tags to names that nest no nonsense."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Scores = NDArray[np.float32]

_ONE_ROOT = 1e6
"""What every arc from the root costs: more than any tree is worth, so that the best tree has one."""


def best_tree(arcs: Scores) -> NDArray[np.int64]:
    """The maximum spanning tree with a single root (Chu and Liu 1965; Edmonds 1967).

    Args:
        arcs: shape (n, n + 1); ``arcs[i, j]`` is the score of word i hanging from column j, where column 0 is the root and j + 1 is word j.

    Returns:
        The column each word hangs from.
    """
    n = len(arcs)
    scores = np.full((n + 1, n + 1), -np.inf)
    scores[1:] = arcs
    scores.ravel()[:: n + 2] = -np.inf
    heads = scores.argmax(1)
    heads[0] = 0
    if np.count_nonzero(heads) == n - 1 and not _cycle(heads.tolist()):
        return heads[1:]
    found = _below_likeliest_root(scores)
    if found is None:
        scores[1:, 0] -= _ONE_ROOT
        found = _edmonds(scores)
    return found[1:]


def _below_likeliest_root(scores: NDArray[np.float64]) -> NDArray[np.int64] | None:
    """The best tree below the word that gains most by being the root, unless another word might have a better one below it."""
    if len(scores) < 3:
        return None
    rooted = scores[1:, 0]
    among = scores.copy()
    among[:, 0] = -np.inf
    best = among[1:].max(1)
    gains = rooted - best
    root = int(gains.argmax())
    bound = best.sum() + np.delete(gains, root).max()
    among[root + 1] = -np.inf
    among[root + 1, 0] = rooted[root]
    heads = _edmonds(among)
    worth = scores[np.arange(1, len(scores)), heads[1:]].sum()
    return heads if worth >= bound else None


def _edmonds(scores: NDArray[np.float64]) -> NDArray[np.int64]:
    """Heads of the best tree below node 0; ``scores[i, j]`` for an arc from j to i."""
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads.tolist())
    if not cycle:
        return heads
    inside = np.array(cycle)
    kept = np.ones(len(scores), dtype=bool)
    kept[inside] = False
    outside = np.flatnonzero(kept)
    # The cycle becomes one node, the last: an arc into it breaks it at one place, an arc out of it may leave from any.
    entering = scores[inside][:, outside] - scores[inside, heads[inside]][:, None]
    without = scores[outside]
    leaving = without[:, inside]
    smaller = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    smaller[:-1, :-1] = without[:, outside]
    smaller[-1, :-1] = entering.max(0)
    smaller[:-1, -1] = leaving.max(1)
    contracted = _edmonds(smaller)
    result = heads.copy()
    result[outside] = np.where(contracted[:-1] == len(outside), inside[leaving.argmax(1)], outside[contracted[:-1] % len(outside)])
    source = contracted[-1]
    result[inside[entering[:, source].argmax()]] = outside[source]
    return result


def _cycle(heads: Sequence[int]) -> list[int]:
    """Some cycle in the heads, empty if there is none; node 0 is nobody's dependent."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path = []
        node = start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if state[node] == 1:
            return path[path.index(node) :]
        for seen in path:
            state[seen] = 2
    return []


def best_tags(scores: Scores, tags: Sequence[str]) -> list[int]:
    """The likeliest rows of ``tags`` (IOB2) in which no name goes on that has not begun (Viterbi over forbidden steps).

    Args:
        scores: shape (words, tags), logarithms of probabilities, give or take a number for each word.
        tags: "O", "B-PER", "I-PER" and so on.
    """
    rows: list[int] = scores.argmax(1).tolist()
    forbidden = _forbidden(tuple(tags))
    if not forbidden[[tags.index("O"), *rows[:-1]], rows].any():
        return rows
    steps = np.where(forbidden, -np.inf, 0.0)
    best = scores[0] + steps[tags.index("O")]
    came = []
    for row in scores[1:]:
        through = best[:, None] + steps
        came.append(through.argmax(0))
        best = through.max(0) + row
    path = [int(best.argmax())]
    for back in reversed(came):
        path.append(int(back[path[-1]]))
    return path[::-1]


@cache
def _forbidden(tags: tuple[str, ...]) -> NDArray[np.bool_]:
    """Whether the second tag may not follow the first."""
    return np.array([[after[:2] == "I-" and before[2:] != after[2:] for after in tags] for before in tags])
