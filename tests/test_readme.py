"""The README shows what the program prints, and its table of rules is the rules' own first lines.

UPDATE_CASES=1 rewrites both.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from claimdiff.family import RULES

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
ARTICLES = ("fixtures/articles/tunnel-herald.txt", "fixtures/articles/tunnel-wire.txt")
_OUTPUT = re.compile(r"(?P<open><!-- main job output -->\n```text\n)(?P<body>.*?)(?=```\n)", re.DOTALL)
_RULES = re.compile(r"(?P<open><!-- rules -->\n\| rule \| what it flags \|\n\| --- \| --- \|\n)(?P<body>(?:\|.*\n)*)")


def main_job() -> str:
    """What the first command of the README prints in a pipe, 80 columns wide."""
    environment = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    environment |= {"COLUMNS": "80", "PYTHONIOENCODING": "utf-8"}
    ended = subprocess.run(
        [sys.executable, "-m", "claimdiff", *ARTICLES],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert (ended.returncode, ended.stderr) == (1, "")
    return ended.stdout


def rules_table() -> str:
    """A line for each rule: its name and the first line of its page."""
    pages = {name: (RULES.module(name).__doc__ or "").strip().partition("\n")[0] for name in RULES.names()}
    return "".join(f"| `{name}` | {line} |\n" for name, line in pages.items())


@pytest.mark.parametrize(("block", "made"), [(_OUTPUT, main_job), (_RULES, rules_table)], ids=["output of the main job", "table of rules"])
def test_the_readme_shows_what_the_program_says(block, made):
    """Output is pasted from a run, and stays so."""
    text = README.read_text(encoding="utf-8")
    expected = made()
    if os.environ.get("UPDATE_CASES"):
        text = block.sub(lambda match: match["open"] + expected, text)
        README.write_text(text, encoding="utf-8")
    found = block.search(text)

    assert found
    assert found["body"] == expected
