"""The program in a process of its own that may not use more than so much processor time and memory."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

SECONDS = 300
"""Processor time a case may take, not time by the clock: a busy machine is no failure, and what is quadratic takes hours."""
MEMORY = 2 * 2**30
"""Bytes of address space; the libraries take one gigabyte of it before anything is read."""
LARGEST = 2**26
"""Bytes of a file it may write."""
PROGRAM = (sys.executable, "-m", "claimdiff")
_LIMITED = (
    *(sys.executable, "-I", "-S", "-c"),
    (
        "import os, resource, sys\n"
        f"resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS + 5}))\n"
        f"resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({LARGEST}, {LARGEST}))\n"
        "os.execvp(sys.argv[1], sys.argv[1:])"
    ),
)
"""Limits itself and becomes what follows."""
_SURROUNDINGS = ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "PYTHONIOENCODING", "PYTHONUTF8", "GITHUB_STEP_SUMMARY")


def environment(**more: str) -> dict[str, str]:
    """The surroundings of the program: those of the tests, without what changes its output."""
    kept = {name: value for name, value in os.environ.items() if name not in _SURROUNDINGS and not name.startswith("CLAIMDIFF")}
    return {**kept, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", **more}


def run(*arguments: str, prefix: Sequence[str] = (), **options: Any) -> subprocess.CompletedProcess[bytes]:
    """Run the program to its end within the limits; ``prefix`` is a command that starts it."""
    given = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "env": environment(), **options}
    return subprocess.run([*_LIMITED, *prefix, *PROGRAM, *arguments], check=False, **given)


def start(*arguments: str, **options: Any) -> subprocess.Popen[bytes]:
    """Start the program within the limits."""
    given = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "env": environment(), **options}
    return subprocess.Popen([*_LIMITED, *PROGRAM, *arguments], **given)


def unprivileged() -> list[str] | None:
    """A prefix under which permissions count for the superuser too, for whom they count nothing; None where there is no such thing."""
    if os.geteuid():
        return []
    command = [shutil.which("unshare") or "", "--user"]
    return command if _works(command) else None


def namespace(*options: str) -> list[str] | None:
    """A prefix that runs a command in namespaces of its own; None where the system does not allow it."""
    command = [shutil.which("unshare") or "", *options]
    return command if _works(command) else None


def _works(command: Sequence[str]) -> bool:
    return bool(command[0]) and subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0
