"""Links, full disks, closed pipes, kills, locales, narrow windows, damaged caches, two processes: a file is whole or as it was."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from hostile import TOLL, make
from limits import LARGEST, PROGRAM, environment, namespace, run, start, unprivileged

PAIR = ("a.txt", "b.txt")
FULL_DISK = "mount -t tmpfs -o size=64k none disk && echo old > disk/r.json && { head -c 100000 /dev/zero > disk/filler; true; } 2>/dev/null && "
MOUNTING = ("--user", "--map-root-user", "--mount")


@pytest.fixture
def desk(tmp_path):
    """A folder with two articles that differ and an old report."""
    make(tmp_path, " ".join(PAIR))
    (tmp_path / "r.json").write_text("old")
    return tmp_path


def _names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_43_a_link_is_replaced_and_its_target_kept(desk):
    """Also where the path leads out of the folder and back."""
    (desk / "link.json").symlink_to("r.json")

    ended = run(*PAIR, "--no-cache", "--output-format", f"json=../{desk.name}/link.json", cwd=desk)

    assert ended.returncode == 1
    assert (desk / "r.json").read_text() == "old"
    assert not (desk / "link.json").is_symlink()
    assert json.loads((desk / "link.json").read_text())["summary"]["error"] == 1


@pytest.mark.skipif(unprivileged() is None, reason="the superuser may write everything, and no user namespaces are allowed")
def test_43_a_folder_that_may_not_be_written_to_stays_as_it_was(desk):
    """2, with the name of the report."""
    before = _names(desk)
    desk.chmod(0o555)

    ended = run(*PAIR, "--no-cache", "--output-format", "json=r.json", prefix=unprivileged(), cwd=desk)

    desk.chmod(0o755)
    assert (ended.returncode, ended.stdout) == (2, b"")
    assert ended.stderr.startswith(b"claimdiff: r.json: cannot be written: Permission denied (check")
    assert ((desk / "r.json").read_text(), _names(desk)) == ("old", before)


def test_44_a_report_that_may_not_grow_leaves_the_old_one(desk):
    """A limit of the shell on the size of files."""
    before = _names(desk)
    probe = f"import resource, os, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (300, {LARGEST})); os.execv(sys.argv[1], sys.argv[1:])"

    ended = run(*PAIR, "--no-cache", "--output-format", "json=r.json", prefix=[sys.executable, "-c", probe], cwd=desk)

    assert (ended.returncode, ended.stdout) == (2, b"")
    assert ended.stderr.startswith(b"claimdiff: r.json: cannot be written: File too large (check")
    assert ((desk / "r.json").read_text(), _names(desk)) == ("old", before)


@pytest.mark.skipif(namespace(*MOUNTING) is None, reason="no disk can be mounted without mount namespaces")
def test_44_a_full_disk_keeps_the_old_report(desk):
    """A disk of its own with no room left: 2, and no half file."""
    (desk / "disk").mkdir()
    line = f'{FULL_DISK} {{ "$@"; status=$?; cat disk/r.json; ls -A disk; exit $status; }}'

    prefix = [*namespace(*MOUNTING), "sh", "-c", line, "sh"]
    ended = run(*PAIR, "--no-cache", "--output-format", "json=disk/r.json", prefix=prefix, cwd=desk)

    assert (ended.returncode, ended.stdout) == (2, b"old\nfiller\nr.json\n")
    assert b"disk/r.json: cannot be written: No space left on device (check" in ended.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("command", [PAIR, ("extract", "a.txt")], ids=" ".join)
def test_44_standard_output_on_a_full_disk_is_no_finding(desk, command):
    """2, and a line that says so."""
    with Path("/dev/full").open("wb") as full:
        ended = run(*command, "--no-cache", stdout=full, cwd=desk)

    assert (ended.returncode, ended.stderr) == (2, b"claimdiff: standard output: no space left on the device\n")


@pytest.mark.parametrize("name", ["full", "json", "concise"])
def test_45_a_closed_pipe_is_quiet_and_no_finding(desk, name):
    """141, although there is a finding."""
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as pipe:
        ended = run(*PAIR, "--no-cache", "--format", name, stdout=pipe, cwd=desk)

    assert (ended.returncode, ended.stderr) == (141, b"")


def _used_cpu(process, seconds):
    """Waits until a process has computed for so long, or is done: a moment that is the same on a busy machine."""
    ticks = os.sysconf("SC_CLK_TCK")
    stat = Path(f"/proc/{process.pid}/stat")
    while process.poll() is None:
        fields = stat.read_text().rpartition(")")[2].split()
        if (int(fields[11]) + int(fields[12])) / ticks >= seconds:
            return
        try:
            process.wait(0.02)
        except subprocess.TimeoutExpired:
            continue


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks Linux how long a process has computed")
@pytest.mark.parametrize("moment", [0.3, 1.0, 2.0])
def test_46_an_interrupt_exits_130(desk, moment):
    """Whether it imports, loads or parses; the old report stays."""
    (desk / "long.txt").write_text(TOLL.format(107) * 1_500)
    process = start("long.txt", "b.txt", "--output-format", "json=r.json", "--no-cache", cwd=desk)
    with process:
        _used_cpu(process, moment)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()

    assert (process.returncode, out, b"Traceback" in err) == (130, b"", False)
    assert (desk / "r.json").read_text() == "old"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks Linux how long a process has computed")
def test_46_a_kill_at_any_moment_leaves_nothing_half_done(desk):
    """The report is the old one or the new one, and the cache gives what a run without it gives."""
    whole = run(*PAIR, "--no-cache", "--format", "json", cwd=desk).stdout
    for step in range(8):
        process = start(*PAIR, "--output-format", "json=r.json", "--cache-dir", "kept", cwd=desk)
        with process:
            _used_cpu(process, 0.6 + 0.2 * step)
            process.kill()
        assert (desk / "r.json").read_bytes() in (b"old", whole)

    after = run(*PAIR, "--cache-dir", "kept", "--format", "json", cwd=desk)
    assert (after.returncode, after.stderr, after.stdout) == (1, b"", whole)


def test_47_an_ascii_locale_gets_ascii(desk):
    """Signs it lacks are escaped, and no box is drawn."""
    (desk / "c.txt").write_text(TOLL.format(127).replace("the mayor said", "“£5m – gone” in Köln, the mayor said"))
    surroundings = {name: value for name, value in environment().items() if name not in ("LANG", "LC_CTYPE")}

    ended = run(*PAIR, "c.txt", "--no-cache", env={**surroundings, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, cwd=desk)

    assert (ended.returncode, ended.stderr) == (1, b"")
    assert ended.stdout.isascii()
    assert b"K\\xf6ln" in ended.stdout


@pytest.mark.parametrize("width", ["20", "80"])
def test_48_no_figure_is_cut(desk, width):
    """A narrow window breaks lines between words."""
    for name, number in (("c.txt", "1,234,567"), ("d.txt", "1,334,567")):
        (desk / name).write_text(TOLL.format(number))

    ended = run("c.txt", "d.txt", "--no-cache", env=environment(COLUMNS=width), cwd=desk)

    assert ended.returncode == 1
    assert b"1,234,567" in ended.stdout
    assert b"\xe2\x80\xa6" not in ended.stdout


@pytest.mark.parametrize("damage", [b"", b"{", b"\0" * 50, b'{"claims": 1}', b"[]"], ids=["empty", "half", "zeros", "other", "list"])
def test_49_a_damaged_cache_is_made_again(desk, damage):
    """Every file of it; the output is what it was, and nothing is said."""
    command = (*PAIR, "--cache-dir", "kept", "--format", "json")
    whole = run(*command, cwd=desk).stdout
    kept = [path for path in (desk / "kept").rglob("*") if path.is_file()]
    assert len(kept) >= 2
    for path in kept:
        path.write_bytes(damage)

    for _ in range(2):
        ended = run(*command, cwd=desk)
        assert (ended.returncode, ended.stderr, ended.stdout) == (1, b"", whole)


def test_50_processes_share_a_cache_and_a_report(desk):
    """Whoever is last wins; nobody reads half a file."""
    whole = run(*PAIR, "--no-cache", "--format", "json", cwd=desk).stdout
    command = (*PAIR, "--cache-dir", "kept", "--output-format", "json=r.json", "--format", "json")
    for _ in range(2):
        processes = [start(*command, cwd=desk) for _ in range(3)]
        for process in processes:
            with process:
                out, err = process.communicate()
            assert (process.returncode, out, err) == (1, whole, b"")

    assert (desk / "r.json").read_bytes() == whole
    assert not [path for path in desk.rglob("*") if "tmp" in path.name or path.name.startswith(".claimdiff-")]


ARTICLES = Path(__file__).parents[2] / "fixtures" / "articles"
REFUSING = """
import socket
def refuse(*_, **__):
    raise OSError("no network for you")
class Socket(socket.socket):
    __init__ = refuse
socket.socket = Socket
socket.create_connection = socket.getaddrinfo = refuse
"""


@pytest.mark.parametrize("way", ["no-network-there", "sockets-refused"])
def test_the_main_job_needs_no_network(tmp_path, way):
    """In a network namespace that has nothing, and where every socket is refused: the same bytes."""
    for name in ("tunnel-herald.txt", "tunnel-wire.txt"):
        shutil.copy(ARTICLES / name, tmp_path)
    command = ("tunnel-herald.txt", "tunnel-wire.txt", "--no-cache", "--explain")
    wanted = run(*command, cwd=tmp_path)
    options = {}
    if way == "sockets-refused":
        (tmp_path / "sitecustomize.py").write_text(REFUSING)
        path = os.pathsep.join(filter(None, (str(tmp_path), os.environ.get("PYTHONPATH"))))
        options["env"] = environment(PYTHONPATH=path)
        probe = subprocess.run([sys.executable, "-c", "import socket; socket.socket()"], env=options["env"], capture_output=True, check=False)
        assert b"no network for you" in probe.stderr
    else:
        options["prefix"] = namespace("--map-root-user", "--net")
        if options["prefix"] is None:
            pytest.skip("the system allows no network namespaces; the other way is run")

    ended = run(*command, cwd=tmp_path, **options)

    assert wanted.returncode == 1
    assert (ended.returncode, ended.stdout, ended.stderr) == (1, wanted.stdout, wanted.stderr)


def test_the_limits_hold():
    """A process that would compute or grow for ever is ended: else no case would prove anything."""
    assert PROGRAM[0] == sys.executable
    ended = run(prefix=[sys.executable, "-c", "x = bytearray(4 * 2**30)"])

    assert b"MemoryError" in ended.stderr
    assert resource.getrlimit(resource.RLIMIT_CPU) == (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
