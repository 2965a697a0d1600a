"""Standard output, standard error and report files: colour, width, encodings, and writes that succeed or leave nothing half done."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

from claimdiff.errors import ClaimdiffError
from claimdiff.reports._escape import named

if TYPE_CHECKING:
    from claimdiff.model import Report

_ASCII = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "--", "…": "...", "»": ">>", "«": "<<", "│": "|", "\u00a0": " "},
)
"""Typography that has an ASCII spelling; whatever else an encoding lacks is written as an escape."""
_COLUMNS = 80
_SUMMARY_ROOM = 2**20
"""Bytes of a step's summary; GitHub shows nothing of a larger one."""


def width() -> int:
    """Columns of the terminal: COLUMNS, else what the terminal says, else 80."""
    with suppress(ValueError):
        if (columns := int(os.environ.get("COLUMNS", "0"))) > 0:
            return columns
    with suppress(OSError, ValueError, AttributeError):
        return os.get_terminal_size(sys.stdout.fileno()).columns or _COLUMNS
    return _COLUMNS


def color(choice: str) -> bool:
    """Whether to use colour: as chosen, else NO_COLOR, then FORCE_COLOR, then whether a terminal that knows colours reads along."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return is_terminal(sys.stdout)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether somebody reads along on a terminal that can do more than print."""
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"


def show(text: str) -> None:
    """Write to standard output in its own encoding.

    Raises:
        ClaimdiffError: standard output is closed.
        OSError: it cannot be written; BrokenPipeError: nobody reads it any more.
    """
    if sys.stdout is None:
        raise ClaimdiffError("closed", "standard output", "write to a file with --output-format")
    _write(sys.stdout, text)


def say(line: str) -> None:
    """One line to standard error; silent where nobody listens."""
    if sys.stderr is not None:
        with suppress(OSError):
            _write(sys.stderr, f"claimdiff: {named(line)}\n")


def drop_stdout() -> None:
    """Point standard output at nothing, so that Python's own flush at exit cannot fail."""
    with suppress(OSError, ValueError, AttributeError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
        os.close(nothing)


def add_job_summary(report: Report, formats: Collection[str]) -> None:
    """Add a Markdown report to the job summary of GitHub Actions, if one of the formats is ``github`` and a job asks for it.

    A summary that cannot be written is said and changes nothing else: the exit status is about the articles.
    """
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path or "github" not in formats:
        return
    from claimdiff.reports.markdown import summary  # noqa: PLC0415 - a format is imported when it is asked for

    try:
        with open(path, "ab") as file:  # noqa: PTH123 - pathlib would be imported for this alone
            file.write(summary(report, _SUMMARY_ROOM - file.tell()).encode())
    except OSError as error:
        say(f"{path}: warning: the job summary cannot be written: {error.strerror}")


def _write(stream: TextIO, text: str) -> None:
    stream.flush()
    data = _encoded(text, stream.encoding or "utf-8")
    stream.buffer.write(data)
    stream.buffer.flush()


def _encoded(text: str, encoding: str) -> bytes:
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_ASCII).encode(encoding, "backslashreplace")
