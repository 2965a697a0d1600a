"""The program itself, started as users start it: what only a process of its own can show."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ARTICLES = Path(__file__).parent.parent / "fixtures" / "articles"
PROGRAM = [sys.executable, "-m", "claimdiff"]
FULL = Path("/dev/full")
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "PYTHONIOENCODING")}


def _run(*arguments, **options):
    return subprocess.run([*PROGRAM, *arguments], capture_output=True, check=False, timeout=60, **{"env": ENVIRONMENT, **options})


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["compare", "--help"],
        ["extract", "--help"],
        ["--version"],
        ["--version", "--verbose"],
        ["--wrong"],
        ["none.txt"],
        ["rule"],
        ["rule", "date-differs"],
    ],
    ids=" ".join,
)
def test_what_needs_no_parse_loads_no_engine(arguments):
    """Help, version, usage errors and rule pages come at once."""
    probe = (
        "import sys; from claimdiff.__main__ import main; sys.argv = ['claimdiff', *sys.argv[1:]]; main();"
        "loaded = sorted({'spacy', 'dateparser', 'numpy', 'onnxruntime'} & set(sys.modules));"
        "sys.exit(f'loaded: {loaded}' if loaded else 0)"
    )

    ended = subprocess.run([sys.executable, "-c", probe, *arguments], capture_output=True, check=False, timeout=60)

    assert ended.returncode == 0, ended.stderr.decode()


def test_the_main_job():
    """Two articles that differ, in a pipe: 80 columns, no colour, exit 1, the same from another folder with another hash seed."""
    first = _run("tunnel-herald.txt", "tunnel-wire.txt", cwd=ARTICLES)
    again = _run("tunnel-herald.txt", "tunnel-wire.txt", cwd=ARTICLES, env={**ENVIRONMENT, "PYTHONHASHSEED": "7", "LC_ALL": "C.UTF-8"})

    assert first.returncode == 1
    assert first.stderr == b""
    assert b"\x1b" not in first.stdout
    assert max(map(len, first.stdout.decode().splitlines())) <= 80
    assert (again.stdout, again.returncode) == (first.stdout, 1)


def test_an_article_from_standard_input_in_an_ascii_locale():
    """It is called as asked, may be the draft and may be dated; what the locale lacks is escaped."""
    ended = _run(
        *("--draft", "-", "--stdin-filename", "desk.txt", "--date", "desk.txt=2021-03-02", "--format", "full", "--fail-on", "never"),
        input="Ten trains stood still in Köln.\n".encode(),
        env={**ENVIRONMENT, "PYTHONIOENCODING": "ascii"},
    )

    assert (ended.returncode, ended.stderr) == (0, b"")
    assert ended.stdout.isascii()
    assert b"desk.txt  published 2021-03-02 (given with --date)" in ended.stdout


@pytest.mark.parametrize("arguments", [["--help"], ["rule"], ["rule", "date-differs"]], ids=" ".join)
def test_a_closed_pipe_is_quiet_and_no_finding(arguments):
    """141, as a program killed by SIGPIPE shows in a shell."""
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as pipe:
        ended = subprocess.run([*PROGRAM, *arguments], stdout=pipe, stderr=subprocess.PIPE, check=False, timeout=60)

    assert (ended.returncode, ended.stderr) == (141, b"")


@pytest.mark.skipif(not FULL.exists(), reason="a device of Linux")
@pytest.mark.parametrize("arguments", [["--help"], ["rule"]], ids=" ".join)
def test_a_full_disk_is_no_finding(arguments):
    """2, and one line that says so."""
    with FULL.open("wb") as full:
        ended = subprocess.run([*PROGRAM, *arguments], stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)

    assert (ended.returncode, ended.stderr) == (2, b"claimdiff: standard output: no space left on the device\n")


@pytest.mark.skipif(os.name != "posix", reason="shell redirections")
@pytest.mark.parametrize(
    ("closed", "status", "said"), [(">&-", 2, b"standard output: closed"), ("2>&-", 0, b""), ("<&-", 2, b"standard input: closed")]
)
def test_closed_streams_are_no_findings(closed, status, said):
    """Whichever of the three is missing."""
    arguments = "-" if "<" in closed else "rule"

    ended = subprocess.run(["/bin/sh", "-c", f'"$0" -m claimdiff {arguments} {closed}', sys.executable], capture_output=True, check=False, timeout=60)

    assert ended.returncode == status
    assert said in ended.stderr
    assert b"Traceback" not in ended.stderr


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_an_interrupt_exits_130():
    """While it reads, with nothing printed."""
    process = subprocess.Popen([*PROGRAM, "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT)
    with process:
        # More than a pipe holds: once it is written, the program is reading.
        process.stdin.write(b"One train stood still. " * 10_000)
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        # Python acts on a signal that arrives between two reads of one call only when the call returns: communicate ends the input.
        out, said = process.communicate(timeout=60)

    assert (process.returncode, out) == (130, b"")
    assert b"Traceback" not in said


def test_an_interrupt_during_imports_exits_130():
    """Ctrl-C right after Enter is a common key combination."""
    probe = (
        "import sys, builtins\n"
        "real = builtins.__import__\n"
        "def interrupted(name, *rest):\n"
        "    if name == 'click': raise KeyboardInterrupt\n"
        "    return real(name, *rest)\n"
        "builtins.__import__ = interrupted\n"
        "from claimdiff.__main__ import main\n"
        "sys.exit(main())\n"
    )

    ended = subprocess.run([sys.executable, "-c", probe], capture_output=True, check=False, timeout=60)

    assert (ended.returncode, ended.stdout, ended.stderr) == (130, b"", b"")
