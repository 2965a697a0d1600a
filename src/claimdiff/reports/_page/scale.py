"""A time axis on which every date that occurs can be told from the next, however far apart the others are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from datetime import datetime
from itertools import accumulate, pairwise
from math import log2

_NARROWEST, _WIDEST = 5.0, 44.0
"""Units of width that one step of the axis may have: below it marks run together, above it a short axis looks empty."""
_EDGE = 18.0
"""What is left free at either end."""


class Scale:
    """Maps moments to units of width.

    The gap between two neighbours grows with the logarithm of the days between them: a day is as wide beside a
    century as beside a week, and a century is wider than a year.
    """

    def __init__(self, moments: Iterable[datetime], width: float) -> None:
        """Make an axis of about ``width`` for the moments that occur on it."""
        self.moments = sorted(set(moments))
        gaps = [1 + log2(1 + (later - earlier).total_seconds() / 86400) for earlier, later in pairwise(self.moments)]
        step = min(max((width - 2 * _EDGE) / (sum(gaps) or 1), _NARROWEST), _WIDEST)
        self._places = [_EDGE, *accumulate((gap * step for gap in gaps), initial=_EDGE)][1:]
        self.width = (self._places[-1] if self._places else _EDGE) + _EDGE

    def at(self, moment: datetime) -> float:
        """Where a moment lies that is on the axis."""
        return self._places[bisect_left(self.moments, moment)]
