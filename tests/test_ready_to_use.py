"""What a newsroom puts into its repository as it is: the hook, the action, the job; each run for real."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from claimdiff.family import REPORTS
from conftest import ROOT

TOLL = "A landslide killed {} people in the mining town of Orlo on Monday, the mayor said.\n"
GITLAB = ROOT / ".gitlab" / "claimdiff.yml"
ACTION = ROOT / ".github" / "actions" / "claimdiff" / "action.yml"
STORY = '[stories.slide]\nfiles = ["wire/*.txt"]\ndrafts = ["ours.txt"]\n'


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A newsroom's folder with a story of two articles that differ, and claimdiff on the path."""
    desk = tmp_path / "news desk"
    (desk / "wire").mkdir(parents=True)
    monkeypatch.chdir(desk)
    for name, number in (("ours.txt", 107), ("wire/a b.txt", 117)):
        Path(name).write_text(f"Published: 2021-03-02\n\n{TOLL.format(number)}", encoding="utf-8")
    Path("notes.md").write_text("The desk meets at ten.\n")
    Path("claimdiff.toml").write_text(STORY)
    tools = tmp_path / "bin"
    tools.mkdir()
    (tools / "claimdiff").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m claimdiff "$@"\n')
    (tools / "claimdiff").chmod(0o755)
    monkeypatch.setenv("PATH", str(tools), prepend=os.pathsep)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    return desk


def _run(*command, **options):
    return subprocess.run(command, capture_output=True, check=False, timeout=300, text=True, encoding="utf-8", **options)


def _repository(folder):
    """Everything in the folder committed."""
    for command in (("init", "--quiet"), ("add", "--all"), ("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "-m", "x")):
        assert _run("git", *command, cwd=folder).returncode == 0


def test_pre_commit_runs_the_hook(desk, tmp_path, monkeypatch):
    """It compares the story of the file that changed, in one run, and fails the commit for what it finds."""
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "hooks"))
    hooks = tmp_path / "claimdiff"
    hooks.mkdir()
    (hooks / ".pre-commit-hooks.yaml").write_text((ROOT / ".pre-commit-hooks.yaml").read_text())
    _repository(hooks)
    head = _run("git", "rev-parse", "HEAD", cwd=hooks).stdout.strip()
    # "system": this claimdiff, not one that pip would build first.
    config = {"repos": [{"repo": str(hooks), "rev": head, "hooks": [{"id": "claimdiff", "language": "system", "args": ["--format=concise"]}]}]}
    Path(".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    _repository(desk)

    ended = {name: _run(sys.executable, "-m", "pre_commit", "run", "--files", name) for name in ("wire/a b.txt", "notes.md", "claimdiff.toml")}

    assert (ended["wire/a b.txt"].returncode, ended["notes.md"].returncode) == (1, 0), ended
    assert "ours.txt:3:20: error number-differs" in ended["wire/a b.txt"].stdout
    assert "- exit code: 1" in ended["wire/a b.txt"].stdout
    assert "no files to check" in ended["claimdiff.toml"].stdout


def _steps():
    return yaml.safe_load(ACTION.read_text(encoding="utf-8"))["runs"]["steps"]


def _act(tmp_path, **inputs):
    """Run the action's steps as GitHub's runner does; gives the status of the first that fails, all that was printed, and the outputs."""
    action = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
    values = {name: entry["default"] for name, entry in action["inputs"].items()} | inputs
    known = {f"inputs.{name}": value for name, value in values.items()} | {"github.action_path": str(ACTION.parent)}
    files = {name: tmp_path / name for name in ("GITHUB_PATH", "GITHUB_OUTPUT")}
    printed = ""
    for file in files.values():
        file.write_text("")
    for step in action["runs"]["steps"]:
        given = {name: re.sub(r"\$\{\{ (.*?) \}\}", lambda match: known[match[1]], text) for name, text in step["env"].items()}
        environment = {**os.environ, **given, "RUNNER_TEMP": str(tmp_path), **{name: str(file) for name, file in files.items()}}
        ended = _run("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"], env=environment)
        printed += ended.stdout + ended.stderr
        if ended.returncode:
            return ended.returncode, printed, files["GITHUB_OUTPUT"].read_text()
    return 0, printed, files["GITHUB_OUTPUT"].read_text()


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("inputs", "status", "said"),
    [
        ({"drafts": "ours.txt", "articles": "wire/*.txt"}, 1, "ours.txt:3:20: error number-differs"),
        ({"articles": "ours.txt\nwire/a b.txt\n"}, 1, "ours.txt:3:20: error number-differs"),
        ({"articles": "ours.txt\nwire/*", "fail-on": "never"}, 0, "ours.txt:3:20: error number-differs"),
        ({"articles": "ours.txt\nwire/*", "arguments": "--ignore\nnumber-differs"}, 0, ""),
        ({"stories": "true"}, 1, "ours.txt:3:20: error number-differs"),
        ({"stories": "true", "articles": "wire/a b.txt"}, 1, "ours.txt:3:20: error number-differs"),
        ({"stories": "true", "articles": "notes.md"}, 0, ""),
        ({"articles": "wire/*.md"}, 2, "wire/*.md: no file fits this pattern"),
        ({}, 2, "no articles given"),
        ({"articles": "$(touch made)\n`touch made`\n;touch made"}, 2, "no such file"),
        ({"articles": "ours.txt", "arguments": "$(touch made)"}, 2, "no such file"),
    ],
)
def test_the_action_compares(tmp_path, inputs, status, said):
    """Its steps as a script: inputs are file names and patterns, never commands."""
    ended, printed, outputs = _act(tmp_path, format="concise", **inputs)

    assert (ended, outputs) == (status, f"status={status}\n"), printed
    assert said in printed
    assert said or not printed
    assert not Path("made").exists()


def test_the_action_asks_for_nothing_but_the_code():
    """It uses no other action, no token and no secret, and writes no input into a script."""
    text = ACTION.read_text(encoding="utf-8")

    assert not [word for word in ("uses:", "secrets", "token", "curl", "gh ") if word in text]
    assert not [step["name"] for step in _steps() if "${{" in step["run"]]
    assert {step["shell"] for step in _steps()} == {"bash"}


def test_the_hook_is_an_option_of_the_program():
    """Its entry is a command line that is understood."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    command, *arguments = hook["entry"].split()

    ended = _run(sys.executable, "-m", command, *arguments, "--help")

    assert (command, ended.returncode) == ("claimdiff", 0)
    assert hook["require_serial"]


@pytest.mark.usefixtures("desk")
def test_the_job_for_gitlab_leaves_its_reports():
    """Its command line exits with the findings' status, and writes every artifact that the job names."""
    job = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))["claimdiff"]
    install, command = job["script"]

    ended = _run("bash", "-c", command)

    assert install.startswith("pip install ")
    assert (ended.returncode, ended.stderr) == (1, "")
    assert "ours.txt:3:20: error number-differs" in ended.stdout
    assert job["artifacts"]["when"] == "always"
    assert all(Path(report).stat().st_size for report in job["artifacts"]["reports"].values())


def test_the_formats_named_are_known():
    """The default of the action is one of ours."""
    assert yaml.safe_load(ACTION.read_text(encoding="utf-8"))["inputs"]["format"]["default"] in REPORTS.names()
