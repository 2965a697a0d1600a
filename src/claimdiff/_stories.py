"""Which articles are compared with which: those of the command line, or those of the stories that the configuration names."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimdiff._folders import Folders, fitting, is_pattern
from claimdiff.config import Configuration, Story
from claimdiff.errors import ClaimdiffError, suggestion


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that are compared with each other, drafts first; those of ``drafts`` with the others only."""

    paths: tuple[str, ...]
    drafts: tuple[str, ...] = ()


def group(drafts: Iterable[str], articles: Iterable[str]) -> Group:
    """A group of paths, each once."""
    drafts = tuple(dict.fromkeys(drafts))
    return Group(tuple(dict.fromkeys((*drafts, *articles))), drafts)


def named(names: Sequence[str], drafts: Sequence[str], articles: Sequence[str], configuration: Configuration, folders: Folders) -> list[Group]:
    """The stories of ``names``, each with the further drafts and articles of the command line.

    Raises:
        ClaimdiffError: no such story, a pattern of one fits no file, or a folder of one holds no article.
    """
    for name in names:
        if name not in configuration.stories:
            raise ClaimdiffError("no such story", name, _known(name, configuration))
    stories = [_files(configuration.stories[name], configuration.folder, folders) for name in dict.fromkeys(names)]
    return [group((*story.drafts, *drafts), (*story.paths, *articles)) for story in stories]


def touched(articles: Sequence[str], configuration: Configuration, folders: Folders) -> list[Group]:
    """Every story that holds one of ``articles``, and every article that no story holds by itself; all stories if there are no articles.

    Raises:
        ClaimdiffError: there are no stories, a pattern of one fits no file, or a folder of one holds no article.
    """
    if not configuration.stories:
        raise ClaimdiffError("no stories are configured", "--stories", "add [stories.NAME] to claimdiff.toml")
    stories = [_files(story, configuration.folder, folders) for story in configuration.stories.values()]
    wanted = {os.path.realpath(article): article for article in articles}
    held = [(story, {os.path.realpath(path) for path in story.paths}) for story in stories]
    alone = [article for real, article in wanted.items() if not any(real in paths for _, paths in held)]
    return [story for story, paths in held if not wanted or paths & wanted.keys()] + [group((), (article,)) for article in alone]


def _known(name: str, configuration: Configuration) -> str:
    return suggestion(name, configuration.stories) if configuration.stories else "add [stories.NAME] to claimdiff.toml"


def _files(story: Story, folder: Path, folders: Folders) -> Group:
    parts = ([path for pattern in part for path in _matching(pattern, folder, story)] for part in (story.drafts, story.files))
    return group(*folders.expanded(*parts))


def _matching(pattern: str, folder: Path, story: Story) -> Iterator[str]:
    """The paths of a pattern, seen from the current folder; a plain name stands for itself, there or not."""
    if not is_pattern(pattern, str(folder)):
        yield os.path.relpath(folder / pattern)
        return
    found = fitting(pattern, str(folder))
    if not found:
        raise ClaimdiffError(f"no file fits {pattern}", story.origin, "check the pattern, which is seen from the folder of the configuration")
    for path in found:
        yield os.path.relpath(path)
