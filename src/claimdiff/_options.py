"""The settings as options of click: generated, so that command line, environment and configuration file cannot differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from claimdiff._settings import SETTINGS, Setting

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

AnyCommand = TypeVar("AnyCommand", bound=Callable[..., Any])

_SHORT = {"quiet": "-q"}
_POSITIVE = {"no-cache": "--cache"}
"""Options that take one from a file or variable back, where the name says no already."""


class Value(click.ParamType[Any]):
    """A value of a setting, read as the configuration reads it."""

    def __init__(self, setting: Setting) -> None:
        self.name = setting.name
        self._setting = setting

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002 - click's signature
        """How --help shows the value."""
        return self._setting.kind.metavar

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ARG002 - likewise
        """The value of what stands on the command line; what is configured is one already."""
        if not isinstance(value, str):
            return value
        return self._setting.read(self._setting.kind.parse, value, f"--{self.name} {value}")

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002 - likewise
        """The words that may stand here, or files where the setting names one."""
        from click.shell_completion import CompletionItem

        if self._setting.path and not self._setting.kind.choices():
            return [CompletionItem(incomplete, type="dir")]
        return [CompletionItem(word) for word in self._setting.kind.choices() if word.startswith(incomplete)]


class _Option(click.Option):
    """An option that shows a default which takes a moment to find only when it is asked for."""

    def __init__(self, names: Sequence[str], *, setting: Setting, **attributes: Any) -> None:
        super().__init__(names, **attributes)
        self._setting = setting

    def get_help_extra(self, ctx: click.Context) -> Any:
        """What stands in brackets behind the help."""
        extra = super().get_help_extra(ctx)
        if callable(self._setting.default):
            extra["default"] = f"{self._setting.first():,}"
        return extra


def option(setting: Setting, key: str | None = None) -> Callable[[AnyCommand], AnyCommand]:
    """The option of a setting, given to the command as ``key``."""
    name, key = f"--{setting.name}", key or setting.key
    attributes: dict[str, Any] = {"help": setting.help, "setting": setting, "cls": _Option}
    several = isinstance(setting.default, tuple)
    if setting.default is False:
        names = f"{name}/{_POSITIVE.get(setting.name, f'--no-{setting.name}')}"
        return click.option(*filter(None, (names, _SHORT.get(setting.name), setting.key)), default=False, **attributes)
    shown = setting.default is not None and not several
    return click.option(name, key, type=Value(setting), multiple=several, default=setting.default, show_default=shown, **attributes)


def options(command: str) -> Callable[[AnyCommand], AnyCommand]:
    """The options of all settings that ``command`` takes."""

    def decorate(function: AnyCommand) -> AnyCommand:
        # Each decorator puts its option before those that are there.
        for setting in reversed(SETTINGS.values()):
            if command in setting.commands:
                function = option(setting)(function)
        return function

    return decorate


def flat(values: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """What a list setting holds: each time it was given it was a list."""
    return tuple(part for value in values for part in value)
