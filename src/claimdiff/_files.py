"""Files written whole: whoever reads one sees the old or the new, and a failure leaves nothing half done."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from claimdiff.errors import ClaimdiffError

TEMPORARY = ".claimdiff-"
"""How the name of a file begins that is not complete yet."""


def replace_file(path: str, text: str) -> None:
    """Replace a file at once: whoever reads it sees the old one or the new one, and a failure leaves the old one.

    A link is replaced and its target kept. What is no regular file (a pipe, ``/dev/stderr``) is written to, not replaced.

    Raises:
        ClaimdiffError: it cannot be written.
    """
    target = Path(path)
    try:
        if target.is_dir():
            raise ClaimdiffError("a directory", path, "name a file to write the report to")
        if target.exists() and not stat.S_ISREG(target.stat().st_mode):
            target.write_bytes(text.encode())
        else:
            swap_in(target, text.encode(), 0o666 & ~_umask())
    except OSError as error:
        raise ClaimdiffError(f"cannot be written: {error.strerror}", path, "check the folder, its permissions and its space") from error


def swap_in(target: Path, data: bytes, mode: int, *, safe: bool = True) -> None:
    """Put a new file of ``mode`` in the place of ``target``; raises OSError, and then leaves what was there.

    Only a ``safe`` one is whole even if the machine loses its power in that moment; waiting for the disk takes time.
    """
    handle, name = tempfile.mkstemp(prefix=TEMPORARY, dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            if safe:
                os.fsync(file.fileno())
        # Made for the user's eyes alone, and only then what it shall be.
        temporary.chmod(mode)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
