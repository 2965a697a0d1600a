"""Report files and encodings: a write succeeds or leaves nothing half done."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from claimdiff._files import replace_file
from claimdiff._output import _encoded
from claimdiff.errors import ClaimdiffError

FULL = Path("/dev/full")


def test_a_file_is_replaced_whole(tmp_path):
    """The new text, nothing beside it, readable as new files are."""
    path = tmp_path / "report.txt"
    path.write_text("a long old report")

    replace_file(str(path), "new £")

    assert path.read_text(encoding="utf-8") == "new £"
    assert [entry.name for entry in tmp_path.iterdir()] == ["report.txt"]
    assert path.stat().st_mode & 0o777 == 0o666 & ~_umask()


def _umask():
    current = os.umask(0)
    os.umask(current)
    return current


def test_a_link_is_replaced_and_its_target_kept(tmp_path):
    """Whoever put the link there may not want the target changed."""
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("kept")
    link.symlink_to(target)

    replace_file(str(link), "new")

    assert (target.read_text(), link.read_text(), link.is_symlink()) == ("kept", "new", False)


def test_a_link_to_nothing_is_replaced(tmp_path):
    """It does not create its target."""
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "nothing")

    replace_file(str(link), "new")

    assert [entry.name for entry in tmp_path.iterdir()] == ["link"]


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path):
    """Text that cannot be encoded, say."""
    path = tmp_path / "report.txt"
    path.write_text("old")

    with pytest.raises(UnicodeEncodeError):
        replace_file(str(path), "\ud800")

    assert path.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["report.txt"]


@pytest.mark.skipif(not FULL.exists(), reason="a device of Linux")
def test_a_device_is_written_to_and_never_replaced():
    """The full one says that it is full."""
    with pytest.raises(ClaimdiffError, match="/dev/full: cannot be written: No space left"):
        replace_file("/dev/full", "text")

    assert not FULL.is_file()


@pytest.mark.parametrize(
    ("encoding", "data"),
    [("utf-8", "»£« │ “é”".encode()), ("ascii", b'>>\\xa3<< | "\\xe9"'), ("latin-1", b'>>\xa3<< | "\xe9"')],
)
def test_what_an_encoding_lacks_is_spelled_or_escaped(encoding, data):
    """An ASCII terminal gets ASCII."""
    assert _encoded("»£« │ “é”", encoding) == data
