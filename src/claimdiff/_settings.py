"""What can be set, once for the command line, the environment and the configuration file: names, values, defaults, help."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from claimdiff.errors import ClaimdiffError, suggestion
from claimdiff.family import REPORTS, RULES, Family


class Kind(Protocol):
    """How the value of a setting is written and checked."""

    @property
    def metavar(self) -> str:
        """How --help shows the value."""

    def parse(self, text: str) -> Any:
        """The value written as text, on the command line or in the environment; raises ValueError with a remedy, or ClaimdiffError."""

    def check(self, value: object) -> Any:
        """The value as a configuration file gives it; raises as ``parse`` does."""

    def choices(self) -> Sequence[str]:
        """The values there are, if they can be listed."""


class _Word:
    """A text of some sort."""

    @property
    def metavar(self) -> str:
        return f"[{'|'.join(self.choices())}]"

    def parse(self, text: str) -> str:
        if not text:
            raise ValueError(f"write {self.metavar}")
        return text

    def check(self, value: object) -> str:
        if not isinstance(value, str):
            raise ValueError("write text, in quotation marks")  # noqa: TRY004 - one error for every wrong value
        return self.parse(value)

    def choices(self) -> Sequence[str]:
        return ()


class _Text(_Word):
    """Any text."""

    def __init__(self, metavar: str) -> None:
        self._metavar = metavar

    @property
    def metavar(self) -> str:
        return self._metavar


class _OneOf(_Word):
    """One of a few words; found when asked for, for the modules that know them take time to load."""

    def __init__(self, words: Callable[[], Sequence[str]]) -> None:
        self._words = words

    def choices(self) -> Sequence[str]:
        return self._words()

    def parse(self, text: str) -> str:
        if text not in self.choices():
            raise ValueError(suggestion(text, self.choices()))
        return text


class _Member(_Word):
    """A member of a family that has a function."""

    def __init__(self, family: Family[Any], function: str) -> None:
        self._family, self._function = family, function

    def choices(self) -> Sequence[str]:
        # Every format shows a report; which show claims is known only once they are imported.
        return [name for name in self._family.names() if self._function == "render" or hasattr(self._family.get(name), self._function)]

    def parse(self, text: str) -> str:
        if not hasattr(self._family.get(text), self._function):
            raise ClaimdiffError("this format cannot show claims", text, f"there are: {', '.join(self.choices())}")
        return text


class _Flag:
    metavar = ""
    _WORDS = dict.fromkeys(("1", "true", "yes", "on"), True) | dict.fromkeys(("0", "false", "no", "off", ""), False)

    def parse(self, text: str) -> bool:
        if text.casefold() not in self._WORDS:
            raise ValueError("write 1 or 0")
        return self._WORDS[text.casefold()]

    def check(self, value: object) -> bool:
        if not isinstance(value, bool):
            raise ValueError("write true or false")  # noqa: TRY004 - likewise
        return value

    def choices(self) -> Sequence[str]:
        return ()


class _Number:
    def __init__(self, metavar: str, of: type[int | float], low: float, high: float, wanted: str) -> None:
        self.metavar = metavar
        self._of, self._low, self._high, self._wanted = of, low, high, wanted

    def parse(self, text: str) -> float:
        try:
            return self.check(self._of(text))
        except ValueError:
            raise ValueError(self._wanted) from None

    def check(self, value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | self._of) or not self._low <= value <= self._high:
            raise ValueError(self._wanted)
        return value

    def choices(self) -> Sequence[str]:
        return ()


class _Several:
    """A list: with commas on the command line (where it may be repeated) and in the environment, an array in a file."""

    def __init__(self, metavar: str, one: Callable[[str], object], words: Callable[[], Sequence[str]] = tuple, comma: str = ",") -> None:
        self.metavar, self._one, self.choices, self._comma = metavar, one, words, comma

    def parse(self, text: str) -> tuple[str, ...]:
        import re

        parts = tuple(part.strip() for part in re.split(self._comma, text) if part.strip())
        if not parts:
            raise ValueError(f"write {self.metavar}")
        for part in parts:
            self._one(part)
        return parts

    def check(self, value: object) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
            raise ValueError('write ["...", "..."]')
        for part in value:
            self._one(part)
        return tuple(value)


def split_output(text: str) -> tuple[str, str]:
    """``NAME=FILE`` in two; the name is that of a format.

    Raises:
        ValueError: no file is named.
        ClaimdiffError: there is no such format.
    """
    name, _, path = text.partition("=")
    if not path or path == "-":
        raise ValueError("write NAME=FILE; --format is for standard output")
    REPORTS.get(name)
    return name, path


def _pattern(text: str) -> object:
    from claimdiff._patterns import Pattern

    return Pattern.of(text)


def _grades() -> Sequence[str]:
    from claimdiff.model import SEVERITIES

    return (*SEVERITIES, "never")


def _most_bytes() -> int:
    from claimdiff.readers._files import MAX_BYTES

    return MAX_BYTES


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting.

    Attributes:
        name: as an option without its dashes, a key of the configuration file, and with CLAIMDIFF_ before it a variable.
        kind: how its value is written.
        default: the value where nobody sets it, or a function that tells it.
        help: a sentence for --help.
        commands: which commands take it.
        path: whether it names a file or folder, which in a configuration file is seen from there.
    """

    name: str
    kind: Kind
    default: Any
    help: str
    commands: tuple[str, ...] = ("compare", "extract")
    path: bool = False
    key: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", self.name.replace("-", "_"))

    @property
    def variable(self) -> str:
        """Its environment variable."""
        return f"CLAIMDIFF_{self.key.upper()}"

    def first(self) -> Any:
        """The default."""
        return self.default() if callable(self.default) else self.default

    def read(self, how: Callable[[Any], Any], value: Any, where: str) -> Any:
        """``how(value)``, or a ClaimdiffError that says where the value stands and what is wanted there."""
        try:
            return how(value)
        except ValueError as error:
            raise ClaimdiffError(f"no value of {self.name}", where, str(error)) from error
        except ClaimdiffError as error:
            raise ClaimdiffError(f"{error.what}: {error.where}", where, error.remedy) from error


# Commas that no NAME= follows belong to the name of a file.
_OUTPUTS = _Several("NAME=FILE", split_output, lambda: [f"{name}=" for name in REPORTS.names()], comma=r",(?=\w+=)")

SETTINGS: dict[str, Setting] = {
    setting.name: setting
    for setting in (
        Setting("format", _Member(REPORTS, "render"), "full", "What standard output gets.", ("compare",)),
        Setting("output-format", _OUTPUTS, (), "Also write a report to a file. Repeatable.", ("compare",), path=True),
        Setting("fail-on", _OneOf(_grades), "error", "Exit 1 for findings this grave or graver.", ("compare",)),
        Setting("min-confidence", _Number("X", float, 0, 1, "write a number from 0 to 1"), 0.0, "Hide findings less certain (0 to 1).", ("compare",)),
        Setting("select", _Several("RULE", RULES.module, RULES.names), (), "Run only these rules. Repeatable, or with commas.", ("compare",)),
        Setting("ignore", _Several("RULE", RULES.module, RULES.names), (), "Leave these rules out. Repeatable, or with commas.", ("compare",)),
        Setting("explain", _Flag(), False, "Say why claims were aligned and judged so (full report).", ("compare",)),
        Setting("color", _OneOf(lambda: ("auto", "always", "never")), "auto", "Colours in the full report."),
        Setting(
            "include",
            _Several("GLOB", _pattern),
            (),
            "Of folders, read only what fits: *.txt, wire/*, **/old/* (** goes through folders). Repeatable, or with commas.",
        ),
        Setting("exclude", _Several("GLOB", _pattern), (), "Of folders, leave out what fits, as a .gitignore in them would. Likewise."),
        Setting("stdin-filename", _Text("NAME"), "stdin.txt", "What to call the article read from -."),
        Setting("max-bytes", _Number("N", int, 1, float("inf"), "write a whole number from 1"), _most_bytes, "Refuse larger articles."),
        Setting("cache-dir", _Text("DIR"), None, "Where read articles are kept for the next run (in CI only if given).", path=True),
        Setting("no-cache", _Flag(), False, "Read every article anew, whatever was kept of it."),
        Setting("pipeline", _Text("NAME"), None, "Another spaCy pipeline with Universal Dependencies: its name, or its folder."),
        Setting("quiet", _Flag(), False, "No warnings and no progress; nothing at all where there is nothing to report."),
    )
}
"""In the order of --help."""

CLAIMS_FORMAT = Setting("format", _Member(REPORTS, "render_articles"), "full", "What standard output gets.", ("extract",))
"""Of ``extract``; not in the configuration, for not every format that shows a report shows claims."""
