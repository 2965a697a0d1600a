"""On a terminal: colour, width and progress; a pseudo-terminal reads along, as an editor does."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
import time

import pytest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals")

PROGRAM = [sys.executable, "-m", "claimdiff"]
NAMES = [f"{number}.txt" for number in range(6)]


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """Six articles that agree, kept in a cache."""
    folder = tmp_path_factory.mktemp("desk")
    for name in NAMES:
        (folder / name).write_text(f"Published: 2021-03-02\n\nA landslide killed 107 people in Orlo. It rained {'again ' * int(name[0])}today.\n")
    environment = {name: value for name, value in os.environ.items() if name != "CLAIMDIFF_NO_CACHE"}
    subprocess.run([*PROGRAM, *NAMES, "--cache-dir", "kept"], check=True, cwd=folder, env=environment, capture_output=True, timeout=120)
    return folder


@pytest.fixture
def watch(desk):
    """Runs in a terminal 60 columns wide; gives what it shows of standard output, or of standard error."""
    import fcntl
    import pty
    import struct
    import termios

    def start(*arguments, stream="stdout", **variables):
        kept = {name: value for name, value in os.environ.items() if name not in ("CLAIMDIFF_NO_CACHE", "COLUMNS", "NO_COLOR", "FORCE_COLOR")}
        environment = {**kept, "TERM": "xterm", "CLAIMDIFF_CACHE_DIR": "kept", **variables}
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 60, 0, 0))
        streams = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, stream: theirs}
        process = subprocess.Popen([*PROGRAM, *arguments], cwd=desk, env=environment, **streams)
        os.close(theirs)
        shown = b"".join(_read(ours))
        os.close(ours)
        assert process.wait(timeout=60) == 0
        return shown.decode()

    return start


def _read(handle):
    """What is written until the other end is closed, for a minute at most."""
    end = time.monotonic() + 60
    while select.select([handle], [], [], max(end - time.monotonic(), 0))[0]:
        try:
            data = os.read(handle, 65_536)
        except OSError:  # Linux says so that nobody has the other end open any more
            return
        if not data:
            return
        yield data


@pytest.mark.parametrize(
    ("options", "variables", "coloured"),
    [
        ((), {}, True),
        ((), {"TERM": "dumb"}, False),
        ((), {"NO_COLOR": "1"}, False),
        ((), {"NO_COLOR": ""}, True),
        ((), {"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "0"}, True),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
        (("--color", "always"), {"NO_COLOR": "1", "TERM": "dumb"}, True),
    ],
)
def test_colour_on_a_terminal(watch, options, variables, coloured):
    """The option, then NO_COLOR, then FORCE_COLOR, then what the terminal can do."""
    assert ("\x1b[" in watch("0.txt", *options, **variables)) == coloured


def test_the_width_is_the_terminals_unless_columns_says_otherwise(watch):
    """Words are wrapped, never cut; numbers stay whole."""
    for variables, width in (({}, 60), ({"COLUMNS": "40"}, 40), ({"COLUMNS": "0"}, 60), ({"COLUMNS": "wide"}, 60)):
        lines = watch("0.txt", "1.txt", "--color", "never", **variables).splitlines()

        assert width - 12 < max(map(len, lines)) <= width


def test_progress_is_shown_for_many_articles_on_a_terminal_only(watch, desk):
    """And not where it was not wanted, nor where the terminal cannot move its cursor."""
    assert re.search(r"reading.*100%", watch(*NAMES, stream="stderr"), re.DOTALL)
    assert watch(*NAMES[:4], stream="stderr") == ""
    assert watch(*NAMES, "--quiet", stream="stderr") == ""
    assert watch(*NAMES, stream="stderr", TERM="dumb") == ""
    environment = {**os.environ, "CLAIMDIFF_NO_CACHE": "0", "CLAIMDIFF_CACHE_DIR": "kept", "FORCE_COLOR": "1"}
    assert subprocess.run([*PROGRAM, *NAMES], cwd=desk, env=environment, capture_output=True, check=True, timeout=60).stderr == b""


def test_the_last_lines_say_what_was_read_and_how_to_see_more(watch):
    """Claims, alignments, what could not be checked, findings."""
    shown = " ".join(watch("0.txt", "1.txt", "--color", "never").split())

    assert re.search(r"no discrepancies found in 2 articles: \d+ claims read, \d+ aligned, \d+ could not be checked", shown)
    assert "see more claimdiff extract shows the claims" in shown
    assert shown.endswith("--explain says why claims were aligned")
