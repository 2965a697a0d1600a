"""What claimdiff was told before the command line: the configuration file and the environment, and where each value in force stands.

The nearest ``claimdiff.toml``, or ``pyproject.toml`` with a table ``[tool.claimdiff]``, in the current folder or one above it, is read.
A variable ``CLAIMDIFF_...`` wins over the file, the command line over both. What is not known is an error, not ignored.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from claimdiff._patterns import Pattern
from claimdiff._settings import SETTINGS, Setting
from claimdiff.errors import ClaimdiffError, suggestion
from claimdiff.family import RULES

if TYPE_CHECKING:
    from claimdiff._toml import Toml

OWN = "claimdiff.toml"
SHARED = "pyproject.toml"
DEFAULT = "default"

_PREFIX = "CLAIMDIFF_"
_LARGEST = 1_000_000
"""Bytes of the largest configuration file that is read."""
_CLOSE = 0.85
"""How like a setting's variable another one must be to be taken for it misspelt; whatever else begins so is somebody else's."""


@dataclass(frozen=True, slots=True)
class Held:
    """A value in force and where it stands: ``default``, a variable's name, or file and line."""

    value: Any
    origin: str = DEFAULT


@dataclass(frozen=True, slots=True)
class PathRules:
    """The rules for files whose path fits ``pattern``: only those of ``select`` if any, none of ``ignore``."""

    pattern: str
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    origin: str = ""

    def exempt(self, rule: str) -> bool:
        """Whether ``rule`` does not look at such files."""
        return rule in self.ignore or bool(self.select and rule not in self.select)


@dataclass(frozen=True, slots=True)
class Story:
    """Files that report one story: names or patterns, as written; those of ``drafts`` are checked against the others."""

    name: str
    files: tuple[str, ...] = ()
    drafts: tuple[str, ...] = ()
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Configuration:
    """All that is configured.

    Attributes:
        path: the file that was read, None if there is none.
        folder: what its paths are seen from.
        held: every setting by name.
        per_path: rules by path, in the order of the file.
        stories: by name.
        dates: publication dates (YYYY-MM-DD or "today") by real path.
    """

    path: str | None = None
    folder: Path = field(default_factory=Path)
    held: Mapping[str, Held] = field(default_factory=dict)
    per_path: tuple[PathRules, ...] = ()
    stories: Mapping[str, Story] = field(default_factory=dict)
    dates: Mapping[str, str] = field(default_factory=dict)

    def exempt(self, rule: str, path: str) -> bool:
        """Whether ``rule`` does not look at the file at ``path``."""
        if not self.per_path:
            return False
        seen = PurePath(os.path.relpath(path, self.folder)).as_posix()
        return any(one.exempt(rule) for one in self.per_path if fits(seen, one.pattern))


def fits(path: str, pattern: str) -> bool:
    """Whether a path fits a pattern as in a .gitignore, or lies in a folder that does."""
    return Pattern.of(pattern).covers(path.split("/"))


def load(explicit: str | None = None, environment: Mapping[str, str] | None = None, start: Path | None = None) -> Configuration:
    """The configuration in force.

    Args:
        explicit: the file to read; the nearest one when None.
        environment: the variables; the process's own when None.
        start: where to look for the nearest file; the current folder when None.

    Raises:
        ClaimdiffError: a file cannot be read, or one thing in it or in the environment is wrong.
        ExceptionGroup: of a ClaimdiffError for each, where more are.
    """
    environment = os.environ if environment is None else environment
    errors: list[ClaimdiffError] = []
    found = _read(Path(explicit), asked=True) if explicit is not None else nearest(start or _here())
    held = {name: Held(setting.first()) for name, setting in SETTINGS.items()}
    configuration = Configuration(held=held)
    if found:
        file = _File(*found)
        configuration = file.configuration(held)
        errors += [error for _, error in sorted(file.errors, key=lambda wrong: wrong[0])]
    configuration = replace(configuration, held={**configuration.held, **dict(_variables(environment, errors))})
    if len(errors) == 1:
        raise errors[0]
    if errors:
        raise ExceptionGroup("settings that cannot be used", errors)
    return configuration


def _here() -> Path:
    try:
        return Path.cwd()
    except FileNotFoundError as error:
        raise ClaimdiffError("no longer there", "the current folder", "change to one that is") from error


def nearest(start: Path) -> tuple[Toml, tuple[str, ...]] | None:
    """The nearest file that configures claimdiff, looking up from ``start``, and the path of its table; None if there is none."""
    for folder in (start, *start.parents):
        for name in (OWN, SHARED):
            # Asked before anything is opened: nearly every folder has neither.
            if os.path.isfile(folder / name) and (found := _read(folder / name, asked=False)):  # noqa: PTH113
                return found
    return None


def _read(path: Path, *, asked: bool) -> tuple[Toml, tuple[str, ...]] | None:
    """The file parsed, and the path of claimdiff's table in it; None where a shared file that nobody asked for says nothing of claimdiff."""
    shown = os.path.relpath(path) if path.is_absolute() and not asked else str(path)
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST)
    except OSError as error:
        raise ClaimdiffError(f"cannot be read: {error.strerror}", shown, "check the name and its permissions") from error
    shared = path.name == SHARED
    if shared and not asked and b"claimdiff" not in data:
        return None
    from claimdiff._toml import Toml

    try:
        toml = Toml(shown, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ClaimdiffError("not TOML: it is not UTF-8", shown, "see toml.io") from error
    if shared and "claimdiff" not in (toml.table.get("tool") or {}):
        if asked:
            raise ClaimdiffError("it has no table [tool.claimdiff]", shown, f"add one, or name a {OWN}")
        return None
    return toml, ("tool", "claimdiff") if shared else ()


class _File:
    """A configuration file: every entry checked, what is wrong gathered."""

    def __init__(self, toml: Toml, root: tuple[str, ...]) -> None:
        self._toml = toml
        self._root = root
        self.errors: list[tuple[int, ClaimdiffError]] = []
        self.folder = Path(toml.path).parent
        table: Any = toml.table
        for key in root:
            table = table[key]
        self._table = table if isinstance(table, dict) else {}
        if not isinstance(table, dict):
            self._wrong("not a table", (), "write it as [tool.claimdiff]")
        self._check_keys(self._table, (), (*SETTINGS, *_TABLES))

    def _settings(self) -> Iterator[tuple[str, Held]]:
        """The settings that the file gives."""
        for name, setting in SETTINGS.items():
            if name in self._table:
                value = self._checked(setting, self._table[name])
                yield name, Held(self._located(setting, value), self._origin((name,)))

    def configuration(self, held: Mapping[str, Held]) -> Configuration:
        """All of it; what the file does not set is as in ``held``."""
        return Configuration(
            self._toml.path, self.folder, {**held, **dict(self._settings())}, tuple(self._per_path()), dict(self._stories()), dict(self._dates())
        )

    def _per_path(self) -> Iterator[PathRules]:
        for pattern, table in self._tables("per-path"):
            keys = ("per-path", pattern)
            self._check_keys(table, keys, ("select", "ignore"))
            try:
                Pattern.of(pattern)
            except ValueError as error:
                self._wrong("a pattern of nothing", keys, str(error))
                continue
            select, ignore = (self._texts(table, keys, name, RULES.module) for name in ("select", "ignore"))
            yield PathRules(pattern, select, ignore, self._origin(keys))

    def _stories(self) -> Iterator[tuple[str, Story]]:
        for name, table in self._tables("stories"):
            keys = ("stories", name)
            self._check_keys(table, keys, ("files", "drafts"))
            files, drafts = (self._texts(table, keys, part) for part in ("files", "drafts"))
            if not table.get("files") and not table.get("drafts"):
                self._wrong("a story of no files", keys, 'write files = ["wire.txt", "ours.txt"]')
            yield name, Story(name, files, drafts, self._origin(keys))

    def _dates(self) -> Iterator[tuple[str, str]]:
        table = self._table.get("dates", {})
        if not isinstance(table, dict):
            self._wrong("not a table", ("dates",), 'write it as "wire.txt" = 2021-01-08 under [dates]')
            return
        for path, day in table.items():
            if type(day) is date or day == "today":
                yield os.path.realpath(self.folder / path), str(day)
            else:
                self._wrong("not a date", ("dates", path), "write it as YYYY-MM-DD without quotation marks, or as today with them")

    def _tables(self, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """The tables inside the table ``name``, those that are none left out and noted."""
        outer = self._table.get(name, {})
        if not isinstance(outer, dict):
            self._wrong("not a table", (name,), f"write it as [{name}.NAME]")
            return
        for key, table in outer.items():
            if isinstance(table, dict):
                yield key, table
            else:
                self._wrong("not a table", (name, key), f"write it as [{name}.NAME]")

    def _texts(self, table: dict[str, Any], keys: tuple[str, ...], name: str, known: Callable[[str], object] = str) -> tuple[str, ...]:
        """The array of texts at ``name``, empty if there is none."""
        value = table.get(name, [])
        if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
            self._wrong("not an array of texts", (*keys, name), f'write it as {name} = ["...", "..."]')
            return ()
        for part in value:
            try:
                known(part)
            except ClaimdiffError as error:
                self._wrong(f"{error.what}: {error.where}", (*keys, name), error.remedy)
        return tuple(value)

    def _checked(self, setting: Setting, value: object) -> Any:
        try:
            return setting.read(setting.kind.check, value, "")
        except ClaimdiffError as error:
            self._wrong(error.what, (setting.name,), error.remedy)
            return setting.first()

    def _located(self, setting: Setting, value: Any) -> Any:
        """The value with files and folders seen from the file."""
        if not setting.path or value is None:
            return value
        if isinstance(value, str):
            return str(self.folder / Path(value).expanduser())
        pairs = (text.partition("=")[::2] for text in value)
        return tuple(f"{name}={self.folder / path}" for name, path in pairs)

    def _check_keys(self, table: Mapping[str, Any], keys: tuple[str, ...], known: Iterable[str]) -> None:
        known = tuple(known)
        for key in table:
            if key not in known:
                self._wrong(f"no such setting: {key}", (*keys, key), suggestion(key, known))

    def _wrong(self, what: str, keys: tuple[str, ...], remedy: str) -> None:
        line = self._toml.line((*self._root, *keys))
        self.errors.append((line, ClaimdiffError(what, self._toml.place(line), remedy)))

    def _origin(self, keys: tuple[str, ...]) -> str:
        return f"{self._toml.path}:{self._toml.line((*self._root, *keys))}"


_TABLES = ("per-path", "stories", "dates")
"""What a file may hold beside the settings."""


def _variables(environment: Mapping[str, str], errors: list[ClaimdiffError]) -> Iterator[tuple[str, Held]]:
    """The settings the environment gives; an empty variable gives none."""
    known = {setting.variable: setting for setting in SETTINGS.values()}
    for name in sorted(environment):
        if not name.startswith(_PREFIX) or not environment[name]:
            continue
        if setting := known.get(name):
            try:
                yield setting.name, Held(setting.read(setting.kind.parse, environment[name], name), name)
            except ClaimdiffError as error:
                errors.append(error)
        elif _is_misspelt(name, known):
            errors.append(ClaimdiffError("no such setting", name, suggestion(name, known)))


def _is_misspelt(name: str, known: Iterable[str]) -> bool:
    from difflib import get_close_matches

    return bool(get_close_matches(name, known, n=1, cutoff=_CLOSE))


def described(configuration: Configuration) -> str:
    """The configuration in force as a configuration file, with where each value stands as a comment."""
    from claimdiff.reports._escape import named

    values = [(f"{name} = {_toml(held.value)}", held) for name, held in configuration.held.items()]
    longest = max((len(line) for line, _ in values if len(line) < _ASIDE), default=0)
    # TOML has no word for nothing: what has no value is a comment altogether.
    lines = [f"{line if held.value is not None else '# ' + line.partition(' =')[0]:{longest}}  # {held.origin}" for line, held in values]
    for one in configuration.per_path:
        lines += ["", f"[per-path.{_toml(one.pattern)}]  # {one.origin}", f"select = {_toml(one.select)}", f"ignore = {_toml(one.ignore)}"]
    for story in configuration.stories.values():
        lines += ["", f"[stories.{_toml(story.name)}]  # {story.origin}", f"files = {_toml(story.files)}", f"drafts = {_toml(story.drafts)}"]
    if configuration.dates:
        lines += [
            "",
            "[dates]",
            *(
                f"{_toml(os.path.relpath(path, configuration.folder))} = {day if day != 'today' else _toml(day)}"
                for path, day in configuration.dates.items()
            ),
        ]
    return "".join(f"{named(line)}\n" for line in (f"# {configuration.path or 'no configuration file'}", *lines))


_ASIDE = 40
"""Characters of a line behind which comments are no longer set under each other."""


def _toml(value: Any) -> str:
    """A value as TOML, which writes numbers, texts and arrays of texts as JSON does (ASCII alone, so that controls are escaped)."""
    import json

    return json.dumps(list(value) if isinstance(value, tuple) else value)
