"""One article in every encoding says the same at the same places; one that may not be read is refused."""

from __future__ import annotations

import json

import pytest

from hostile import make
from limits import run, unprivileged


def _claims(folder, name):
    make(folder, name)
    ended = run("extract", name, "--format", "json", "--no-cache", cwd=folder)
    assert (ended.returncode, ended.stdout[:1]) == (0, b"["), ended.stderr
    (article,) = json.loads(ended.stdout)
    return article["document"]["published"], [(claim["kind"], claim["start"], claim["end"], claim["text"]) for claim in article["claims"]]


@pytest.mark.parametrize("name", ["bom.txt", "utf-16.txt", "utf-16-le.txt", "utf-16-be.txt"])
def test_06_07_an_encoding_moves_nothing(tmp_path, name):
    """With a byte order mark or without: the publication date, the claims, their offsets."""
    plain = _claims(tmp_path, "a.txt")

    assert plain[0] == "2021-03-02"
    assert ("quantity", 41, 51, "107 people") in plain[1]
    assert _claims(tmp_path, name) == plain


LIMITED = pytest.mark.skipif(unprivileged() is None, reason="the superuser may read everything, and no user namespaces are allowed")


@LIMITED
def test_04_what_may_not_be_read_is_refused(tmp_path):
    """Permission denied, in a line."""
    make(tmp_path, "a.txt")
    (tmp_path / "a.txt").chmod(0)

    ended = run("a.txt", prefix=unprivileged(), cwd=tmp_path)

    assert (ended.returncode, ended.stdout) == (2, b"")
    assert ended.stderr == b"claimdiff: a.txt: permission denied (make the file readable)\n"


@LIMITED
def test_04_a_folder_that_may_not_be_read_is_refused(tmp_path):
    """With all that is in it, for a part of the articles would pass for all of them."""
    (tmp_path / "wire" / "deep").mkdir(parents=True)
    make(tmp_path / "wire", "a.txt")
    (tmp_path / "wire" / "deep").chmod(0)

    ended = run("wire", prefix=unprivileged(), cwd=tmp_path)

    assert (ended.returncode, ended.stdout) == (2, b"")
    assert ended.stderr == b"claimdiff: wire/deep: permission denied (make the folder readable, or leave it out with --exclude)\n"
