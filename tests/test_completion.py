"""Shell completion: the shells' own scripts, and what they are answered."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from claimdiff.cli import run
from claimdiff.family import REPORTS, RULES
from conftest import ROOT

SHELLS = ("bash", "zsh", "fish")


@pytest.fixture
def complete(monkeypatch, capfd, tmp_path):
    """The words offered for the last one of a command line."""
    monkeypatch.chdir(tmp_path)
    Path("claimdiff.toml").write_text('[stories.tunnel]\nfiles = ["a.txt"]\n[stories.ferry]\nfiles = ["a.txt"]\n')

    def start(line):
        monkeypatch.setenv("_CLAIMDIFF_COMPLETE", "bash_complete")
        monkeypatch.setenv("COMP_WORDS", line)
        monkeypatch.setenv("COMP_CWORD", str(len(line.split(" ")) - 1))
        assert run([]) == 0
        return [tuple(item.split(",", 1)) for item in capfd.readouterr().out.split()]

    return start


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_gets_its_script_and_no_engine_is_loaded(shell):
    """Also where it is asked what may come next."""
    probe = (
        "import sys; from claimdiff.__main__ import main; sys.argv = ['claimdiff']; status = main();"
        "loaded = sorted({'spacy', 'numpy', 'rich', 'claimdiff.pipeline'} & set(sys.modules)); sys.exit(f'loaded: {loaded}' if loaded else status)"
    )
    for asked, said in (("source", "_CLAIMDIFF_COMPLETE"), ("complete", "--select")):
        variables = {
            "_CLAIMDIFF_COMPLETE": f"{shell}_{asked}",
            "COMP_WORDS": "claimdiff a.txt --sel",
            "COMP_CWORD": "2" if shell != "fish" else "--sel",
        }
        ended = subprocess.run([sys.executable, "-c", probe], capture_output=True, check=False, timeout=60, env={**os.environ, **variables})

        assert (ended.returncode, ended.stderr) == (0, b"")
        assert said in ended.stdout.decode()


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_one_the_shell_understands(shell, tmp_path):
    """Checked by the shell itself, where there is one."""
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} here")
    script = tmp_path / "completion"
    environment = {**os.environ, "_CLAIMDIFF_COMPLETE": f"{shell}_source"}
    script.write_bytes(subprocess.run([sys.executable, "-m", "claimdiff"], capture_output=True, check=True, timeout=60, env=environment).stdout)

    ended = subprocess.run([shell, "-n", str(script)], capture_output=True, check=False, timeout=60)

    assert (ended.returncode, ended.stderr) == (0, b"")


def test_bash_completes(tmp_path):
    """From the script to the words, as when the user presses the key."""
    (tmp_path / "claimdiff").write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT / "src"}" exec "{sys.executable}" -m claimdiff "$@"\n')
    (tmp_path / "claimdiff").chmod(0o755)
    program = (
        'eval "$(_CLAIMDIFF_COMPLETE=bash_source claimdiff)"; COMP_WORDS=(claimdiff rule number-d); COMP_CWORD=2;'
        '_claimdiff_completion claimdiff number-d rule; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    environment = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}

    ended = subprocess.run(["/usr/bin/env", "bash", "-c", program], capture_output=True, check=False, timeout=60, text=True, env=environment)

    assert ended.stdout.split() == ["number-differs"], ended.stderr


def test_commands_and_files_come_first(complete):
    """Most command lines begin with an article."""
    assert complete("claimdiff co") == [("plain", "compare"), ("plain", "config"), ("file", "co")]
    assert complete("claimdiff ours") == [("file", "ours")]


@pytest.mark.parametrize("command", ["claimdiff", "claimdiff compare", "claimdiff a.txt"])
def test_options_of_compare_are_offered_with_and_without_its_name(complete, command):
    """For "compare" is what is meant."""
    assert ("plain", "--select") in complete(f"{command} --sel")
    assert complete(f"{command} --sel") == [("plain", "--select")]


def test_words_of_options(complete):
    """Rules, formats, severities, stories."""
    assert complete("claimdiff a.txt --ignore ") == [("plain", name) for name in RULES.names()]
    assert complete("claimdiff a.txt --format ") == [("plain", name) for name in REPORTS.names()]
    assert complete("claimdiff extract --format js") == [("plain", "json"), ("plain", "jsonl")]
    assert complete("claimdiff --fail-on w") == [("plain", "warning")]
    assert complete("claimdiff --story t") == [("plain", "tunnel")]
    assert complete("claimdiff --draft ou") == [("file", "ou")]
    assert complete("claimdiff a.txt --cache-dir k") == [("dir", "k")]
    assert complete("claimdiff a.txt --output-format js") == [("plain", "json="), ("plain", "jsonl=")]
    assert complete("claimdiff rule countdown") == [("plain", "countdown-differs")]


def test_a_broken_configuration_does_not_break_the_shell(complete):
    """There are no stories then."""
    Path("claimdiff.toml").write_text("[[[")

    assert complete("claimdiff --story t") == []
    assert complete("claimdiff --fail-on w") == [("plain", "warning")]
