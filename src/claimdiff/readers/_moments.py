"""Dates of metadata: ISO 8601, RFC 822, IPTC's basic form and whatever else a header line may say -> DateClue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from claimdiff.model import DateClue
from claimdiff.readers._header_dates import AMBIGUOUS, CREATED, EMBARGOED, MODIFIED, header_clues, in_print

_LONGEST = 80
_MOST = 100
"""Fields that are looked at; a file that has more has them to do harm."""
_EMPTY = ("1970-01-01", "1900-01-01")
"""What programs write where they know no date: the first day that Unix counts, or a database."""


def moment(name: str, value: object, order: str | None = None) -> DateClue | None:
    """A date of metadata, day, clock and zone as written.

    Args:
        name: of the field it stands in.
        value: of the field.
        order: why it is not to be believed (MODIFIED, EMBARGOED, CREATED); None for a date of publication.
    """
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    # Behind a label anything is read that a header line may say.
    clue = next(header_clues(f"Published: {' '.join(value.split())}", 0), None)
    return clue and replace(clue, kind="metadata", extent=None, order=order or clue.order, name=name)


def moments(fields: Iterable[tuple[str, object]], orders: dict[str, str]) -> tuple[tuple[DateClue, ...], tuple[str, ...]]:
    """The dates of several fields, the most believed first, and a sentence for each that is none or whose day and month could change places.

    Args:
        fields: names and values, the most believed first.
        orders: by name, why a field is not to be believed.
    """
    found = [clue for name, value in islice(fields, _MOST) if (clue := moment(name, value, orders.get(name)))]
    clues = [clue for clue in found if in_print(clue.value) and clue.value not in _EMPTY]
    clues.sort(key=_is_other)
    empty = [clue for clue in found if clue not in clues and not _is_other(clue)]
    doubts = [f"the date in {clue.name}, {clue.value}, stands for none and is not used" for clue in empty]
    open_ = [clue for clue in clues if clue.order == AMBIGUOUS]
    doubts += [f"the date in {clue.name} can be read day first or month first; give the date with --date" for clue in open_]
    return tuple(clues), tuple(doubts)


def _is_other(clue: DateClue) -> bool:
    """Whether it is another date than that of publication."""
    return clue.order in (MODIFIED, EMBARGOED, CREATED)
