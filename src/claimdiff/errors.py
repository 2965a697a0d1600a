"""The one error a user of claimdiff ever sees."""

from __future__ import annotations


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
