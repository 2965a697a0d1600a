"""What is said on standard error where something could not be done: one line for each thing, and what to do about it."""

from __future__ import annotations

import errno

import click

from claimdiff._output import say
from claimdiff.errors import ClaimdiffError


def complain(error: BaseException) -> None:
    """One line on standard error for each thing that went wrong."""
    if isinstance(error, ExceptionGroup):
        for one in error.exceptions:
            complain(one)
    elif isinstance(error, click.UsageError):
        say(_usage(error))
    elif isinstance(error, ClaimdiffError):
        say(str(error))
    elif isinstance(error, OSError) and error.errno == errno.ENOSPC:
        say("standard output: no space left on the device")
    else:
        say(f"internal error: {type(error).__name__}: {error} (--debug shows where; please report it)")


def _usage(error: click.UsageError) -> str:
    """What is wrong with the command line and, if click knows none better, where the right one stands."""
    help_ = f"try {error.ctx.command_path if error.ctx else 'claimdiff'} --help"
    if isinstance(error, click.NoSuchOption):
        return f"no such option: {error.option_name} ({_near(error) or help_})"
    message = error.format_message().rstrip(".")
    return f"{message[:1].lower()}{message[1:]} ({help_})"


def _near(error: click.NoSuchOption) -> str:
    """The nearest option alone: click names all that share a few letters, --help among them."""
    return f"did you mean {error.possibilities[0]}?" if error.possibilities else ""
