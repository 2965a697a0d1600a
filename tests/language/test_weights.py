"""The weights that ship are those this code reads, and whatever is wrong with them is one line."""

from __future__ import annotations

import hashlib
import json
import shutil

import pytest

import claimdiff.language
from claimdiff import cli
from claimdiff.errors import ClaimdiffError
from claimdiff.language import VERSION, WEIGHTS, load, weights_digest, weights_licence
from claimdiff.language.encoder import FILES, NAME

NEEDED = ("meta.json", "config.cfg", "vocab/strings.json", *(f"{NAME}/{name}" for name in FILES))
LINE = "the language pipeline cannot be loaded (install claimdiff again)"


@pytest.fixture
def weights(tmp_path, monkeypatch):
    """A copy of the weights that may be broken; load() reads it anew."""
    folder = tmp_path / "weights"
    shutil.copytree(WEIGHTS, folder)
    # The copy is as the encoder writes it, whatever wrote the original.
    load().get_pipe(NAME).to_disk(folder / NAME)
    monkeypatch.setattr(claimdiff.language, "WEIGHTS", folder)
    load.cache_clear()
    yield folder
    load.cache_clear()


def _changed(folder, **fields):
    file = folder / "meta.json"
    file.write_text(json.dumps(json.loads(file.read_text(encoding="utf-8")) | fields), encoding="utf-8")


def _damage(file, damage):
    data = file.read_bytes()
    file.unlink()
    if damage != "missing":
        file.write_bytes(data[: len(data) // 2] if damage == "truncated" else b"\x00garbage\xff" * 9 if damage == "garbage" else b"")


def test_a_copy_of_the_weights_is_as_good(weights):
    """They may lie anywhere."""
    assert load().path == weights
    assert [token.pos_ for token in load()("Mary lives in London.")] == ["PROPN", "VERB", "ADP", "PROPN", "PUNCT"]


@pytest.mark.parametrize("damage", ["missing", "truncated", "garbage", "empty"])
@pytest.mark.parametrize("name", NEEDED)
def test_a_damaged_file_is_one_line(weights, name, damage):
    """It names the folder and what to do."""
    _damage(weights / name, damage)

    with pytest.raises(ClaimdiffError) as raised:
        load()

    assert str(raised.value) == f"{weights}: {LINE}"


def test_a_changed_byte_is_noticed(weights):
    """A vocabulary with two rows exchanged would be read, and every text be misread."""
    file = weights / NAME / "vocabulary.txt"
    rows = file.read_text(encoding="utf-8").splitlines()
    rows[-1], rows[-2] = rows[-2], rows[-1]
    file.write_text("\n".join(rows) + "\n", encoding="utf-8", newline="\n")

    with pytest.raises(ClaimdiffError, match="cannot be loaded") as raised:
        load()

    assert "vocabulary.txt" in str(raised.value.__cause__)


def test_without_a_folder_there_is_one_line(weights):
    """All of it may be gone."""
    shutil.rmtree(weights)

    with pytest.raises(ClaimdiffError) as raised:
        load()

    assert str(raised.value) == f"{weights}: {LINE}"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"version": "0.9.0"}, f"the language pipeline is of version 0.9.0, not {VERSION} (install claimdiff again)"),
        ({"spacy_version": ">=3.7.2,<3.8.0"}, "the pipeline was made for spaCy >=3.7.2,<3.8.0, and "),
    ],
)
def test_weights_of_another_version_are_refused(weights, fields, said):
    """Before anything of them is read."""
    _changed(weights, **fields)

    with pytest.raises(ClaimdiffError) as raised:
        load()

    assert str(raised.value).startswith(f"{weights}: {said}")
    assert str(raised.value).endswith("(install claimdiff again)")


@pytest.mark.parametrize("damage", ["missing", "truncated", "version"])
def test_the_program_says_one_line_and_exits_2(weights, tmp_path, capfd, damage):
    """No traceback, nothing on standard output."""
    article = tmp_path / "a.txt"
    article.write_text("Ten trains stood still on Monday.\n", encoding="utf-8")
    if damage == "version":
        _changed(weights, version="2.0.0")
    else:
        _damage(weights / NAME / FILES[0], damage)

    status = cli.run([str(article)])
    out, err = capfd.readouterr()

    assert (status, out) == (2, "")
    assert err.startswith(f"claimdiff: {weights}: the language pipeline ")
    assert err.endswith("(install claimdiff again)\n")
    assert err.count("\n") == 1


def test_the_shipped_weights_are_of_the_version_that_is_read(nlp):
    """And written by the encoder, checksums and all."""
    assert nlp.meta["version"] == VERSION
    assert sorted(file.name for file in (WEIGHTS / NAME).iterdir()) == sorted([*FILES, "checksums.json"])


def test_the_digest_is_that_of_names_and_contents(tmp_path):
    """As `sha256sum` of each file, sorted by name, and of that list, would have it."""
    (tmp_path / "vocab").mkdir()
    contents = {"config.cfg": b"x", "vocab/strings.json": b"[]", "vocabulary": b""}
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    listed = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in contents.items())

    first = weights_digest(tmp_path)
    (tmp_path / "vocabulary").rename(tmp_path / "words")

    assert first == hashlib.sha256(listed.encode()).hexdigest()
    assert weights_digest(tmp_path) != first


def test_the_licence_is_shown_and_missed(weights):
    """Attribution is a condition of the data's licences."""
    assert "CC BY-SA 4.0" in weights_licence()
    (weights / "LICENSE").unlink()
    with pytest.raises(ClaimdiffError, match="licence of the weights cannot be read"):
        weights_licence()
