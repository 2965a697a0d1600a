"""Libraries that only some formats need, imported when one of these is read."""

from __future__ import annotations

import logging
from importlib import import_module
from types import ModuleType

from claimdiff.errors import ClaimdiffError


def needed(module: str, extra: str, path: str) -> ModuleType:
    """The library ``module``. What it logs of a file goes to whoever listens to the log, and not to standard error where nobody does.

    Raises:
        ClaimdiffError: it is not installed; names the command that installs it.
    """
    try:
        library = import_module(module)
    except ImportError as error:
        missing = "" if getattr(error, "name", None) == module else f", which cannot be loaded: {' '.join(str(error).split())}"
        raise ClaimdiffError(f"reading it needs {module}{missing}", path, f"pip install 'claimdiff[{extra}]'") from error
    log = logging.getLogger(module)
    if not log.handlers:
        log.addHandler(logging.NullHandler())
    return library
