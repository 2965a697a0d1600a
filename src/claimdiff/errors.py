"""The one error a user of claimdiff ever sees."""

from __future__ import annotations

from collections.abc import Iterable


class ClaimdiffError(Exception):
    """Something could not be checked.

    Attributes:
        what: what went wrong, in a few words ("no such file").
        where: the file, option or component concerned, as the user named it; may be empty.
        remedy: what the user can do about it; may be empty.
    """

    def __init__(self, what: str, where: str = "", remedy: str = "") -> None:
        super().__init__(what, where, remedy)
        self.what = what
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        remedy = f" ({self.remedy})" if self.remedy else ""
        return f"{place}{self.what}{remedy}"


def suggestion(word: str, known: Iterable[str]) -> str:
    """A remedy for a misspelt ``word``: the nearest of the ``known`` ones, or all of them where none is near."""
    from difflib import get_close_matches

    known = tuple(known)
    near = get_close_matches(word, known, n=1)
    return f"did you mean {near[0]}?" if near else f"there are: {', '.join(known)}"
