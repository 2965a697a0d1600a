"""Patterns of paths, which mean what they mean in a .gitignore, wherever they are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

WILD = frozenset("*?[")
"""Characters by which a path is known for a pattern."""
_ANY = "**"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern, divided at its slashes: ``**`` stands for any number of folders, ``*``, ``?`` and ``[...]`` for characters of one name.

    Attributes:
        segments: what each part of a path must be like.
        folders: whether it fits folders alone.
    """

    segments: tuple[str, ...]
    folders: bool = False

    @classmethod
    def of(cls, text: str) -> Pattern:
        """A pattern as in a .gitignore: without a slash, but for one at its end, it fits in every folder.

        Raises:
            ValueError: there is nothing in it.
        """
        segments = _segments(text)
        anchored = "/" in text.rstrip("/")
        return cls(segments if anchored else _closed((_ANY, *segments)), text.endswith("/"))

    @classmethod
    def at(cls, text: str) -> Pattern:
        """A pattern as in a shell: seen from one folder; raises as ``of`` does."""
        return cls(_segments(text))

    def fits(self, parts: Sequence[str]) -> bool:
        """Whether it fits the path of these parts itself."""
        return len(self.segments) in list(self._reached(parts))[-1]

    def covers(self, parts: Sequence[str], *, folder: bool = False) -> bool:
        """Whether it fits the file (or folder) at ``parts``, or a folder that holds it."""
        *folders, last = list(self._reached(parts))[1:]
        done = len(self.segments)
        return any(done in reached for reached in folders) or (done in last and (folder or not self.folders))

    def leads_to(self, parts: Sequence[str]) -> bool:
        """Whether something inside the folder at ``parts`` may fit."""
        return any(at < len(self.segments) for at in list(self._reached(parts))[-1])

    def _reached(self, parts: Sequence[str]) -> Iterator[set[int]]:
        """How many segments may be behind, before the first part and after each."""
        reached = self._passed({0})
        yield reached
        for part in parts:
            inside = [at for at in reached if at < len(self.segments)]
            stays = {at for at in inside if self.segments[at] == _ANY}
            reached = self._passed(stays | {at + 1 for at in inside if at not in stays and fnmatchcase(part, self.segments[at])})
            yield reached

    def _passed(self, reached: set[int]) -> set[int]:
        """The same, with the segments passed that may stand for no folder at all."""
        found = set(reached)
        for at in sorted(reached):
            while at < len(self.segments) and self.segments[at] == _ANY:
                at += 1  # noqa: PLW2901 - a place that moves on
                found.add(at)
        return found


def _segments(text: str) -> tuple[str, ...]:
    segments = tuple(segment for segment in text.split("/") if segment not in ("", "."))
    if not segments:
        raise ValueError("write a pattern, such as '*.txt' or 'archive/**'")
    return _closed(segments)


def _closed(segments: tuple[str, ...]) -> tuple[str, ...]:
    """Two stars at the end fit all that is inside, not the folder itself; twice two are no more than once."""
    once = tuple(segment for at, segment in enumerate(segments) if segment != _ANY or segments[at - 1 : at] != (_ANY,))
    return (*once, "*") if once[-1] == _ANY else once
