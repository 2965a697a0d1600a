"""Claims, alignments and documents made by hand, for tests that must survive a retrained pipeline."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from claimdiff.model import Alignment, Claim, Document, Extent, Quantity, Stance, Topic, When


def day(text: str | None) -> date | None:
    """An ISO date, or None."""
    return date.fromisoformat(text) if text else None


def document(path: str, text: str, published: str | None = None, **fields: Any) -> Document:
    """A document of one line."""
    return Document(path, text, published=day(published), published_from="flag" if published else "none", **fields)


def quantity(first: str | int, second: str | int | None = None, **fields: Any) -> Quantity:
    """A quantity; the interval is the value unless a comparator or given bounds open it."""
    value = tuple(Decimal(str(part)) for part in (first, second) if part is not None)
    comparator = fields.get("comparator", "=")
    bottom: Decimal | None = None if comparator in ("<", "<=") else value[0]
    top: Decimal | None = None if comparator in (">", ">=") else value[-1]
    return Quantity(value, **{"low": bottom, "high": top, **fields})


def on(day_: str, **fields: Any) -> When:
    """A resolved day."""
    start = datetime.fromisoformat(day_)
    return When(**{"type": "DATE", "value": day_, "start": start, "before": start + timedelta(days=1), "granularity": "day", **fields})


def claim(
    value: Quantity | When,
    words: str,
    path: str = "a.txt",
    published: str | None = "2021-03-02",
    topic: Topic | None = None,
    stance: Stance | None = None,
    **fields: Any,
) -> Claim:
    """A claim whose document is its own words."""
    whole = Extent(0, len(words))
    kind = "quantity" if isinstance(value, Quantity) else "date"
    return Claim(document(path, words, published, **fields), kind, whole, whole, value, topic or Topic(), stance or Stance())


def aligned(*claims: Claim, score: float = 0.9) -> Alignment:
    """An alignment of the claims."""
    return Alignment(claims, score)
