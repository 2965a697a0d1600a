"""A TOML file with the lines of its keys: the standard library's parser, asked again about the beginning of the file."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from typing import Any

from claimdiff.errors import ClaimdiffError


class Toml:
    """A parsed file.

    Attributes:
        path: as it is called in messages.
        table: what the file says.
    """

    def __init__(self, path: str, text: str) -> None:
        """Parse ``text``.

        Raises:
            ClaimdiffError: it is no TOML; names the line.
        """
        self.path = path
        # TOML knows no other line ends, and a lone CR is no TOML.
        self._lines = text.replace("\r\n", "\n").split("\n")
        try:
            self.table: dict[str, Any] = tomllib.loads("\n".join(self._lines))
        except tomllib.TOMLDecodeError as error:
            raise ClaimdiffError(f"not TOML: {error}", path, "see toml.io") from error
        except RecursionError as error:
            raise ClaimdiffError("not TOML: nested too deeply", path, "see toml.io") from error

    def line(self, keys: Sequence[str]) -> int:
        """The 1-based line in which the key at the path ``keys`` stands.

        A beginning of the file that parses ends between two entries, so the entry lies behind the last one that lacks it.
        """
        before = 0
        for end in range(1, len(self._lines) + 1):
            table = self._beginning(end)
            if table is None:
                continue
            if _holds(table, keys):
                break
            before = end
        # A table's header may be known from one before ("[a.b]" makes "a"): the line that says so is behind it all the same.
        return before + 1

    def place(self, line: int) -> str:
        """File, line and what stands there, for a message."""
        return f"{self.path}:{line}: {self._lines[line - 1].strip()}"

    def _beginning(self, end: int) -> dict[str, Any] | None:
        try:
            return tomllib.loads("\n".join(self._lines[:end]))
        except (tomllib.TOMLDecodeError, RecursionError):
            return None


def _holds(table: Any, keys: Sequence[str]) -> bool:
    for key in keys:
        if not isinstance(table, dict) or key not in table:
            return False
        table = table[key]
    return True
