"""Patterns of paths: one meaning on the command line, in the configuration and where the shell expands none."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdiff._patterns import Pattern

# path in the folder | pattern | fits
TABLE = """
a.txt             | *.txt            | yes
deep/a.txt        | *.txt            | yes
deep/a.md         | *.txt            | no
a.txt.md          | *.txt            | no
deep/a.txt        | /*.txt           | no
a.txt             | ./*.txt          | yes
deep/a.txt        | ./*.txt          | no
wire/a.txt        | wire/*.txt       | yes
wire/deep/a.txt   | wire/*.txt       | no
deep/wire/a.txt   | wire/*.txt       | no
wire/deep/a.txt   | wire/*           | yes
wire/a.txt        | wire/**          | yes
wire/deep/a.txt   | wire/**          | yes
wire              | wire/**          | no
wire/a.txt        | wire/**/a.txt    | yes
wire/b/c/a.txt    | wire/**/a.txt    | yes
b/wire/a.txt      | wire/**/a.txt    | no
a.txt             | **/a.txt         | yes
b/c/a.txt         | **/a.txt         | yes
b/c/ba.txt        | **/a.txt         | no
b/old/c/a.txt     | **/old/**        | yes
old/a.txt         | **/old/**        | yes
old/a.txt         | old              | yes
b/old/c/a.txt     | old              | yes
b/old/c/a.txt     | old/             | yes
b/old             | old/             | no
b/old/a.txt       | /old             | no
b/older/a.txt     | old              | no
a1.txt            | a?.txt           | yes
a12.txt           | a?.txt           | no
a/b               | a?b              | no
a1.txt            | a[0-9].txt       | yes
ab.txt            | a[!0-9].txt      | yes
a[1].txt          | a[[]1].txt       | yes
A.txt             | a.txt            | no
a                 | **               | yes
b/a               | **               | yes
a/x/y/b           | a/**/x/**/b      | yes
a/y/b             | a/**/x/**/b      | no
"""
ROWS = [[cell.strip() for cell in line.split("|")] for line in TABLE.strip().splitlines()]
NAMED = [f"{path} {pattern}" for path, pattern, _ in ROWS]


@pytest.mark.parametrize(("path", "pattern", "fitting"), ROWS, ids=NAMED)
def test_a_pattern_means_what_it_means_in_a_gitignore(path, pattern, fitting):
    """A star stays in its folder, two go through folders, a pattern without a slash fits in every folder, and a folder with all in it."""
    assert Pattern.of(pattern).covers(path.split("/")) is (fitting == "yes")


GIT = shutil.which("git")


@pytest.mark.skipif(GIT is None, reason="asks git itself")
@pytest.mark.parametrize(("path", "pattern", "fitting"), ROWS, ids=NAMED)
def test_git_reads_them_so_too(tmp_path, path, pattern, fitting):
    """But for the leading ./, which git does not know."""
    (tmp_path / ".gitignore").write_text(pattern.removeprefix(".") + "\n")
    subprocess.run([GIT, "init", "--quiet"], cwd=tmp_path, check=True)

    ended = subprocess.run([GIT, "check-ignore", "--quiet", "--no-index", path], cwd=tmp_path, check=False, capture_output=True)

    assert ended.returncode == (0 if fitting == "yes" else 1)


@pytest.mark.parametrize(
    ("pattern", "leading", "not_leading"),
    [("*/a.txt", ["wire"], ["wire/deep"]), ("wire/**/a.txt", ["wire", "wire/b/c"], ["b"]), ("*.txt", [], ["wire"]), ("**", ["a", "a/b"], [])],
)
def test_folders_in_which_nothing_can_fit_are_known(pattern, leading, not_leading):
    """They need not be looked into."""
    at = Pattern.at(pattern)

    assert all(at.leads_to(folder.split("/")) for folder in leading)
    assert not any(at.leads_to(folder.split("/")) for folder in not_leading)


def test_hostile_patterns_take_no_time():
    """As many steps as the path has parts, times those of the pattern."""
    assert not Pattern.of("/".join(["**", "a"] * 100) + "/b").covers(["a"] * 400)
    assert not Pattern.of("*a" * 60 + "b").covers(["a" * 250])


@pytest.mark.parametrize("text", ["", "/", "./", "//"])
def test_a_pattern_of_nothing_is_none(text):
    """It could fit nothing."""
    with pytest.raises(ValueError, match="write"):
        Pattern.of(text)


@given(st.text("ab*?[]!-/.\\\n", max_size=12), st.lists(st.text("ab*[.", min_size=1, max_size=4), min_size=1, max_size=4))
def test_any_text_is_a_pattern_or_none(text, parts):
    """A pattern that fits a folder fits what is in it, and one that fits leads there."""
    try:
        pattern = Pattern.of(text)
    except ValueError:
        assert not text.replace("/", "").replace(".", "")
        return

    assert pattern.covers([*parts, "inside"]) or not pattern.covers(parts, folder=True)
    assert all(pattern.leads_to(parts[:depth]) for depth in range(1, len(parts))) or not pattern.fits(parts)
