"""The exit status is the same for every format, wherever the report goes and whatever becomes of it there."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from claimdiff._checking import grave, shown
from claimdiff.cli import run
from claimdiff.family import REPORTS
from claimdiff.model import SEVERITIES
from samples import found, place, read, report

TOLL = "A landslide killed {} people in the mining town of Orlo on Monday, the mayor said.\n"
FORMATS = REPORTS.names()
PROGRAM = [sys.executable, "-m", "claimdiff"]
FULL = Path("/dev/full")
RUNS = {
    "nothing found": (("a.txt", "same.txt"), 0),
    "findings": (("a.txt", "b.txt"), 1),
    "findings that are not grave enough": (("a.txt", "b.txt", "--fail-on", "never"), 0),
    "findings that are not asked for": (("a.txt", "b.txt", "--ignore", "number-differs"), 0),
    "no such file": (("a.txt", "none.txt"), 2),
    "an empty file": (("a.txt", "empty.txt"), 2),
    "no such option": (("a.txt", "b.txt", "--none"), 2),
    "a wrong value": (("a.txt", "b.txt", "--fail-on", "none"), 2),
    "no such configuration": (("a.txt", "b.txt", "--config", "none.toml"), 2),
    "a report that cannot be written": (("a.txt", "b.txt", "--output-format", "full=none/x"), 2),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A folder of articles, and a cache that knows them."""
    folder = tmp_path_factory.mktemp("desk")
    for name, number in (("a.txt", 107), ("b.txt", 117), ("same.txt", 107)):
        (folder / name).write_text(f"Published: 2021-03-02\n\n{TOLL.format(number)}{'It rained.' if name == 'same.txt' else ''}\n")
    (folder / "empty.txt").write_text(" \n")
    run(["extract", *(str(folder / name) for name in ("a.txt", "b.txt", "same.txt")), "--cache-dir", str(folder / "kept"), "--quiet"])
    return folder


@pytest.fixture
def environment(desk):
    """Of a program that finds the articles in the cache."""
    return {**{name: value for name, value in os.environ.items() if name != "CLAIMDIFF_NO_CACHE"}, "CLAIMDIFF_CACHE_DIR": str(desk / "kept")}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("case", RUNS)
def test_every_format_ends_alike(desk, monkeypatch, capfd, case, name):
    """On standard output, in a file, and in both; where something could not be checked nothing is printed but one line on standard error."""
    monkeypatch.chdir(desk)
    monkeypatch.delenv("CLAIMDIFF_NO_CACHE")
    monkeypatch.setenv("CLAIMDIFF_CACHE_DIR", "kept")
    arguments, status = RUNS[case]

    for options in (("--format", name), ("--output-format", f"{name}=report"), ("--format", name, "--output-format", f"{name}=report")):
        Path("report").unlink(missing_ok=True)
        assert run([*arguments, *options]) == status
        out, err = capfd.readouterr()
        if status == 2:
            assert (out, err.count("\n"), err[:11]) == ("", 1, "claimdiff: ")
            assert not Path("report").exists() or "full=none/x" in arguments
        else:
            assert err == ""
            assert Path("report").exists() == ("--output-format" in options)


@pytest.mark.parametrize("severity", SEVERITIES)
@pytest.mark.parametrize("fail_on", [*SEVERITIES, "never"])
@pytest.mark.parametrize(("confidence", "least"), [(0.9, 0.0), (0.9, 0.9), (0.9, 0.91)])
@pytest.mark.parametrize("suppressed", [False, True])
def test_what_is_grave_and_certain_enough_fails(severity, fail_on, confidence, least, suppressed):
    """Every severity against every bar, hidden or not, suppressed or not."""
    one, other = read("a.txt", "107 people"), read("b.txt", "117 people")
    places = place(one, "107", "107"), place(other, "117", "117")
    made = report(found(*places, severity=severity, confidence=confidence, suppressed=suppressed))
    order = [*SEVERITIES, "never"]
    expected = fail_on != "never" and order.index(severity) <= order.index(fail_on) and confidence >= least and not suppressed

    assert grave(shown(made, {"min_confidence": least, "explain": True}), fail_on) == expected


@pytest.mark.skipif(os.name != "posix", reason="pipes and signals")
@pytest.mark.parametrize("name", FORMATS)
def test_a_closed_pipe_is_quiet_and_never_findings(desk, environment, name):
    """141, as a program killed by SIGPIPE shows in a shell, though there are findings; files are written all the same."""
    reader, writer = os.pipe()
    os.close(reader)
    command = [*PROGRAM, "a.txt", "b.txt", "--format", name, "--output-format", f"json={name}.json"]
    with os.fdopen(writer, "wb") as pipe:
        ended = subprocess.run(command, stdout=pipe, stderr=subprocess.PIPE, check=False, timeout=60, cwd=desk, env=environment)

    assert (ended.returncode, ended.stderr) == (141, b"")
    assert (desk / f"{name}.json").stat().st_size


@pytest.mark.skipif(not FULL.exists(), reason="a device of Linux")
@pytest.mark.parametrize("name", FORMATS)
def test_a_full_disk_is_no_finding(desk, environment, name):
    """2, and one line that says so, on standard output as in a file."""
    with FULL.open("wb") as full:
        command = [*PROGRAM, "a.txt", "b.txt", "--format", name]
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60, cwd=desk, env=environment)
    command = [*PROGRAM, "a.txt", "b.txt", "--output-format", f"{name}=/dev/full"]
    written = subprocess.run(command, capture_output=True, check=False, timeout=60, cwd=desk, env=environment)

    assert (ended.returncode, ended.stderr) == (2, b"claimdiff: standard output: no space left on the device\n")
    assert (written.returncode, written.stdout) == (2, b"")
    assert written.stderr.startswith(b"claimdiff: /dev/full: cannot be written: No space left on device")


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize("name", FORMATS)
def test_an_interrupt_is_130_and_leaves_no_report(desk, environment, name):
    """While it reads, with nothing printed and nothing half written."""
    command = [*PROGRAM, "-", "b.txt", "--format", name, "--output-format", f"{name}=interrupted"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=desk, env=environment, **pipes) as process:
        # More than a pipe holds: once it is written, the program is reading.
        process.stdin.write(b"One train stood still. " * 10_000)
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        out, said = process.communicate(timeout=60)

    assert (process.returncode, out) == (130, b"")
    assert b"Traceback" not in said
    assert not [path for path in desk.iterdir() if path.name == "interrupted" or path.name.startswith(".claimdiff-")]
