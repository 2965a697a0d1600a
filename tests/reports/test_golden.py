"""Every format against what it printed when somebody last looked at it.

UPDATE_GOLDEN=1 rewrites the files in fixtures/reports; read the diff before committing it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from claimdiff.family import REPORTS
from samples import awkward, herald, lighthouse, wire

FOLDER = Path(__file__).parents[2] / "fixtures" / "reports"

REPORT = {
    "full.txt": ("full", 80),
    "full.wide.txt": ("full", 200),
    "full.narrow.txt": ("full", 30),
    "concise.txt": ("concise", 80),
    "json.json": ("json", 80),
    "jsonl.jsonl": ("jsonl", 80),
    "sarif.json": ("sarif", 80),
    "junit.xml": ("junit", 80),
    "github.txt": ("github", 80),
    "gitlab.json": ("gitlab", 80),
    "rdjson.json": ("rdjson", 80),
    "markdown.md": ("markdown", 80),
}
AWKWARD = {
    "sarif.awkward.json": "sarif",
    "junit.awkward.xml": "junit",
    "github.awkward.txt": "github",
    "gitlab.awkward.json": "gitlab",
    "rdjson.awkward.json": "rdjson",
    "markdown.awkward.md": "markdown",
}
CLAIMS = {"full.claims.txt": ("full", 80), "json.claims.json": ("json", 80), "jsonl.claims.jsonl": ("jsonl", 80)}


def _compare(file, text):
    if os.environ.get("UPDATE_GOLDEN"):
        (FOLDER / file).write_bytes(text.encode())
    assert text == (FOLDER / file).read_bytes().decode()


@pytest.mark.parametrize("file", REPORT)
def test_a_report_looks_as_it_did(file):
    """Findings of every shape, in every format and width."""
    name, width = REPORT[file]

    _compare(file, REPORTS.get(name).render(lighthouse(), width=width, color=False))


@pytest.mark.parametrize("file", AWKWARD)
def test_an_awkward_report_looks_as_it_did(file):
    """Names and words that one format or another would obey, link, refuse or hide; files without lines; suppressed findings."""
    _compare(file, REPORTS.get(AWKWARD[file]).render(awkward(), width=80, color=False))


@pytest.mark.parametrize("file", CLAIMS)
def test_claims_look_as_they_did(file):
    """Claims of every kind, in every format that shows them."""
    name, width = CLAIMS[file]

    _compare(file, REPORTS.get(name).render_articles((herald(), wire()), width=width, color=False))
