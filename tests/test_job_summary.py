"""The job summary of GitHub Actions: a side effect of one format, where a job asks for it, that never changes what the program answers."""

from __future__ import annotations

import pytest

from claimdiff._output import add_job_summary
from claimdiff.family import REPORTS
from samples import lighthouse, many


@pytest.fixture
def summary(tmp_path, monkeypatch):
    """The file that a job names."""
    path = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    return path


def test_the_summary_is_added_to_what_is_there(summary):
    """Other steps write to it too."""
    summary.write_text("before\n")

    add_job_summary(lighthouse(), ["full", "github"])

    assert summary.read_text(encoding="utf-8") == "before\n" + REPORTS.get("markdown").render(lighthouse(), width=80, color=False)


def test_no_summary_without_the_format(summary):
    """Who asks for JSON gets JSON."""
    add_job_summary(lighthouse(), ["full", "markdown"])

    assert not summary.exists()


def test_no_summary_outside_a_job(tmp_path, monkeypatch):
    """An empty variable is none."""
    monkeypatch.chdir(tmp_path)
    for value in (None, ""):
        if value is None:
            monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
        else:
            monkeypatch.setenv("GITHUB_STEP_SUMMARY", value)
        add_job_summary(lighthouse(), ["github"])

    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("there", [0, 2**20 - 5_000, 2**20 - 10, 2**20 + 10])
def test_the_summary_never_grows_beyond_what_github_shows(summary, there):
    """With what stood there before."""
    summary.write_bytes(b"x" * there)

    add_job_summary(many(10_000), ["github"])

    assert summary.stat().st_size <= max(2**20, there)


def test_a_summary_that_cannot_be_written_is_said_and_nothing_more(summary, capsys):
    """The exit status is about the articles."""
    summary.mkdir()

    add_job_summary(lighthouse(), ["github"])

    assert capsys.readouterr().err.startswith(f"claimdiff: {summary}: warning: the job summary cannot be written: ")
