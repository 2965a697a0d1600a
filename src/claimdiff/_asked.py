"""What was asked for: the articles that names, folders, patterns and stories stand for, and which are compared with which."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimdiff._folders import Folders
from claimdiff._options import flat
from claimdiff._patterns import Pattern
from claimdiff._stories import Group, group, named, touched
from claimdiff.errors import ClaimdiffError

if TYPE_CHECKING:
    from claimdiff.config import Configuration

Chosen = Mapping[str, Any]
"""The options, by name."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """Which articles are read and compared with which.

    Attributes:
        groups: empty if nothing was named.
        warnings: what is worth a word about what was named, once all of it could be read.
    """

    groups: Sequence[Group]
    warnings: Sequence[str] = ()

    @property
    def paths(self) -> list[str]:
        """Every path once."""
        return list(dict.fromkeys(path for group in self.groups for path in group.paths))


def inputs_of(configuration: Configuration, drafts: Sequence[str], articles: Sequence[str], chosen: Chosen, outputs: Iterable[str] = ()) -> Inputs:
    """What folders, patterns and stories stand for; reports that are written to ``outputs`` are no articles of a folder.

    Raises:
        ClaimdiffError: one of them stands for nothing, or cannot be read.
    """
    if chosen.get("stories") and (drafts or chosen["story"]):
        raise ClaimdiffError("it chooses stories by their articles", "--stories", "leave out --draft and --story")
    folders = _folders(configuration, chosen, outputs)
    given = Counter((*drafts, *articles))
    drafts, articles = folders.expanded(dict.fromkeys(drafts), dict.fromkeys(articles))
    if chosen.get("stories"):
        groups = touched(articles, configuration, folders)
    elif chosen.get("story"):
        groups = named(chosen["story"], drafts, articles, configuration, folders)
    else:
        groups = [group(drafts, articles)] if drafts or articles else []
    twice = [f"{path}: warning: given more than once, read once" for path, number in given.items() if number > 1]
    return Inputs(groups, [*twice, *_left_out(folders.unknown)])


def _folders(configuration: Configuration, chosen: Chosen, outputs: Iterable[str]) -> Folders:
    include, exclude = ([Pattern.of(text) for text in flat(chosen[name])] for name in ("include", "exclude"))
    written = frozenset(map(os.path.realpath, filter(None, (*outputs, configuration.path))))
    return Folders(include, exclude, written, chosen["max_bytes"])


def _left_out(files: Sequence[str]) -> Iterator[str]:
    """What is said of files in folders that no reader knows."""
    if files:
        others = f" and {len(files) - 1:,} other{'' if len(files) == 2 else 's'}" if files[1:] else ""
        yield f"warning: left out {files[0]}{others}: neither suffix nor content is of a format that claimdiff reads"
