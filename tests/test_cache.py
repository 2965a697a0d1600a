"""The cache: the same report without a parser, nothing that others could read, and never a reason to fail."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from claimdiff import compare, compare_many, extract, read_text
from claimdiff._engine import digest
from claimdiff.cache import Cache, default_folder
from claimdiff.cli import run
from claimdiff.language import weights_digest
from claimdiff.model import Article, Document, Extent
from conftest import ROOT
from samples import herald

TOLL = "A landslide killed {} people in the mining town of Orlo on Monday, “nobody was warned,” the mayor said."
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in ("CI", "CLAIMDIFF_NO_CACHE")}
PROBE = (
    "import sys; from claimdiff.cli import run; status = run(sys.argv[1:]);"
    "loaded = sorted({'spacy', 'thinc', 'numpy', 'onnxruntime', 'dateparser'} & set(sys.modules));"
    "sys.exit(f'loaded: {loaded}' if loaded else status)"
)


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """Two articles that differ, and a user's cache directory of their own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("CLAIMDIFF_NO_CACHE")
    monkeypatch.delenv("CI", raising=False)
    for name, number in (("a.txt", 107), ("b.txt", 117)):
        Path(name).write_text(f"Published: 2021-03-02\n\n{TOLL.format(number)}\n", encoding="utf-8")
    return tmp_path


def _entries(folder):
    return sorted(path for path in Path(folder).rglob("*.json"))


def _document(text="Ten boats sank.", **fields):
    return Document("a.txt", text, **fields)


def _article(text="Ten boats sank."):
    """An article made by hand; what it claims does not matter."""
    document = _document(text)
    claims = tuple(replace(claim, document=document, extent=Extent(0, 3), sentence=Extent(0, 9)) for claim in herald().claims)
    return Article(document, claims, pipeline="by hand")


@pytest.mark.parametrize("options", [(), ("--format", "json"), ("--explain", "--color", "always")], ids=" ".join)
@pytest.mark.usefixtures("desk")
def test_a_repeated_run_says_the_same_and_loads_no_engine(options):
    """Byte for byte; neither spaCy nor numpy is imported."""
    command = [sys.executable, "-c", PROBE, "a.txt", "b.txt", "--cache-dir", "kept", *options]

    first = subprocess.run([*command, "--no-cache"], capture_output=True, check=False, timeout=120, env=ENVIRONMENT)
    run(["extract", "a.txt", "b.txt", "--cache-dir", "kept", "--quiet"])
    again = subprocess.run(command, capture_output=True, check=False, timeout=120, env=ENVIRONMENT)

    assert b"loaded: ['numpy'" in first.stderr
    assert (again.returncode, again.stderr) == (1, b"")
    assert again.stdout == first.stdout


@pytest.mark.usefixtures("desk")
def test_a_repeated_run_imports_only_what_it_uses():
    """Of the readers that of plain text, and nothing that finds numbers: each would take longer than judging."""
    asked = "*_, = (print(name, file=sys.stderr) for name in sorted(sys.modules) if name.startswith(('claimdiff.readers', 'claimdiff.values')))"
    probe = f"import sys; from claimdiff.cli import run; run(sys.argv[1:]); {asked}"
    run(["extract", "a.txt", "b.txt", "--cache-dir", "kept", "--quiet"])

    command = [sys.executable, "-c", probe, "a.txt", "b.txt", "--cache-dir", "kept"]
    ended = subprocess.run(command, capture_output=True, check=False, timeout=120, env=ENVIRONMENT)
    loaded = [name.removeprefix("claimdiff.") for name in ended.stderr.decode().split()]

    assert [name for name in loaded if name.startswith("readers.") and not name.startswith("readers._")] == ["readers.text"]
    assert "readers._xml" not in loaded
    assert "values.numerals" not in loaded


def test_articles_are_kept_in_the_users_cache_directory_for_the_user_alone(desk, capfd):
    """Folder 0700, files 0600, marked as a cache, kept out of repositories."""
    run(["extract", "a.txt"])
    kept = desk / "home" / "claimdiff"

    assert len(_entries(kept)) == 1
    assert {path.stat().st_mode & 0o777 for path in (kept, kept / "articles")} == {0o700}
    assert {path.stat().st_mode & 0o777 for path in kept.rglob("*") if path.is_file()} == {0o600}
    assert (kept / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55\n")
    assert (kept / ".gitignore").read_text() == "*\n"
    assert capfd.readouterr().err == ""


@pytest.mark.usefixtures("desk")
def test_nothing_of_what_is_kept_can_be_read_as_text():
    """Neither the quoted words, nor names, nor the paths."""
    run(["extract", "a.txt", "--cache-dir", "kept"])
    kept = "".join(path.read_text() for path in Path("kept").rglob("*") if path.is_file() and path.suffix in (".json", ""))

    assert not [word for word in ("nobody", "warned", "landslide", "Orlo", "orlo", "mayor", "a.txt") if word in kept]


@pytest.mark.parametrize(
    ("ci", "options", "kept"),
    [
        ("true", (), 0),
        ("1", (), 0),
        ("false", (), 1),
        ("", (), 1),
        ("true", ("--cache-dir", "home/claimdiff"), 1),
        ("", ("--no-cache",), 0),
        ("", ("--no-cache", "--cache-dir", "home/claimdiff"), 0),
    ],
)
@pytest.mark.usefixtures("desk")
def test_when_articles_are_kept(monkeypatch, ci, options, kept):
    """Not in CI, where others may read what is left behind, unless a folder is named."""
    monkeypatch.setenv("CI", ci)

    run(["extract", "a.txt", *options])

    assert len(_entries("home")) == kept


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {"HOME": "/h"}, "/h/.cache/claimdiff"),
        ("linux", {"HOME": "/h", "XDG_CACHE_HOME": "/x"}, "/x/claimdiff"),
        ("linux", {"HOME": "/h", "XDG_CACHE_HOME": "x"}, "/h/.cache/claimdiff"),
        ("linux", {"XDG_CACHE_HOME": ""}, None),
        ("darwin", {"HOME": "/h", "XDG_CACHE_HOME": "/x"}, "/h/Library/Caches/claimdiff"),
        ("win32", {"LOCALAPPDATA": "/l"}, "/l/claimdiff/Cache"),
        ("win32", {"HOME": "/h"}, None),
    ],
)
def test_the_users_cache_directory(platform, environment, folder):
    """Where the system keeps such things; a relative XDG_CACHE_HOME is ignored, as its standard says."""
    assert default_folder(environment, platform) == (Path(folder) if folder else None)


def test_the_python_functions_take_a_folder(tmp_path):
    """And give what they give without one."""
    one, other = (read_text(TOLL.format(number), f"{number}.txt", date(2021, 3, 2)) for number in (107, 117))
    groups = [(one, other), (), (other,)]
    expected = [compare(*group) for group in groups]

    for _ in range(2):
        assert extract(one, cache=tmp_path) == extract(one)
        assert compare(one, other, cache=str(tmp_path)) == expected[0]
        assert list(compare_many(groups, cache=Cache(tmp_path))) == expected
    assert len(_entries(tmp_path)) == 2


def test_order_is_kept_where_some_articles_are_known(tmp_path):
    """Known and new ones alternate."""
    documents = [_document(f"{number} boats sank.") for number in range(150)]
    cache = Cache(tmp_path)
    for document in documents[::3]:
        cache.put(Article(document))

    asked = []
    found = cache.through(documents, None, lambda unknown: (asked.append(document) or Article(document) for document in unknown))

    assert [article.document for article in found] == documents
    assert asked == [document for i, document in enumerate(documents) if i % 3]
    assert len(_entries(tmp_path)) == 150


@pytest.mark.parametrize(
    "other",
    [
        _document("Ten boats sank!"),
        _document(published=date(2021, 3, 2), published_from="flag"),
        _document(furniture=(Extent(0, 3),)),
        _document(place="Orlo"),
    ],
)
def test_what_claims_depend_on_makes_another_entry(tmp_path, other):
    """Text, publication date, page furniture; the path does not."""
    cache = Cache(tmp_path)
    cache.put(_article())

    assert cache.get(replace(_document(), path="elsewhere.txt")) is not None
    assert cache.get(other) is None


def test_another_pipeline_makes_another_entry(tmp_path):
    """By what its folder holds; what cannot be found has none."""
    for name, data in (("one", "1"), ("same", "1"), ("other", "2")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "meta.json").write_text(data)
    cache = Cache(tmp_path / "kept")
    cache.put(_article(), str(tmp_path / "one"))

    assert cache.get(_document(), str(tmp_path / "same")) is not None
    assert cache.get(_document(), str(tmp_path / "other")) is None
    assert cache.get(_document()) is None
    cache.put(_article(), "no_such_pipeline")
    assert cache.get(_document(), "no_such_pipeline") is None


def test_the_engine_is_told_by_its_contents_which_are_read_once():
    """As long as no file changes its size or time."""
    known = {}
    first = digest(None, lambda: known, known.update)
    remembered = dict(known)

    assert list(remembered.values()) == [first]
    assert digest(None, lambda: dict.fromkeys(remembered, "as remembered"), known.update) == "as remembered"
    assert first != weights_digest()


@pytest.mark.parametrize("damage", [b"", b"\0" * 99, b"[]", b'{"claims": 1}'])
def test_a_damaged_entry_is_made_again(tmp_path, damage):
    """Cut off, overwritten, or sealed by somebody who made something else of it."""
    cache = Cache(tmp_path)
    cache.put(_article())
    (entry,) = _entries(tmp_path)
    whole = entry.read_bytes()

    for data in (damage, whole[:-1], whole[:40] + b"x" + whole[41:], _sealed(damage)):
        entry.write_bytes(data)
        assert cache.get(_document()) is None
    cache.put(_article())
    assert cache.get(_document()) == _article()


def _sealed(body):
    from hashlib import blake2b

    return blake2b(body, digest_size=16).hexdigest().encode() + b"\n" + body


def test_damaged_notes_of_the_engine_are_made_again(tmp_path):
    """They are only what was worked out before."""
    cache = Cache(tmp_path)
    cache.put(_article())
    notes = tmp_path / "articles" / "engines"
    for data in (b"", b"\xff", _sealed(b"[]"), _sealed(b'{"x": 1}')):
        notes.write_bytes(data)
        assert Cache(tmp_path).get(_document()) == _article()


@pytest.mark.parametrize("folder", ["file/below", "/proc/claimdiff", "a\0b", "x" * 5_000])
@pytest.mark.usefixtures("desk")
def test_a_folder_that_cannot_be_written_is_no_error(capfd, folder):
    """The run is a little slower, that is all."""
    Path("file").write_text("")

    assert run(["extract", "a.txt", "--cache-dir", folder]) == 0
    assert capfd.readouterr().err == ""


@pytest.mark.skipif(os.name != "posix", reason="modes of files")
def test_a_folder_that_others_can_write_to_is_not_trusted(tmp_path):
    """Whoever can write there could put other numbers into a report."""
    cache = Cache(tmp_path)
    cache.put(_article())
    (tmp_path / "articles").chmod(0o777)

    assert cache.get(_document()) is None
    cache.put(_article("Six boats sank."))
    assert len(_entries(tmp_path)) == 1


@pytest.mark.skipif(os.name != "posix", reason="symbolic links")
def test_a_link_is_not_followed(tmp_path):
    """It may lead to a folder that others can write to."""
    cache = Cache(tmp_path / "kept")
    (tmp_path / "kept").mkdir()
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    (tmp_path / "kept" / "articles").symlink_to(tmp_path / "elsewhere")

    cache.put(_article())

    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_what_was_used_longest_ago_goes_first(tmp_path):
    """Reading counts as use."""
    texts = [f"{number} boats sank." for number in range(10)]
    size = _size(tmp_path / "one")
    cache = Cache(tmp_path / "kept", largest=int(size * 5.5))
    for age, text in enumerate(texts[:5]):
        cache.put(_article(text))
        for entry in _entries(tmp_path / "kept"):
            os.utime(entry, (entry.stat().st_atime, entry.stat().st_mtime - 100 - age))
    assert cache.get(_document(texts[0])) is not None

    list(cache.through([_document(texts[5])], None, lambda unknown: (_article(document.text) for document in unknown)))

    left = [text for text in texts if cache.get(_document(text)) is not None]
    assert left == [texts[0], texts[3], texts[4], texts[5]]


def _size(folder):
    Cache(folder).put(_article("9 boats sank."))
    return _entries(folder)[0].stat().st_size


def test_what_a_killed_run_left_is_cleared_away(tmp_path):
    """After an hour: until then somebody may be writing it."""
    cache = Cache(tmp_path)
    cache.put(_article())
    for name, age in (("old", 7_200), ("new", 0)):
        (tmp_path / "articles" / f".claimdiff-{name}").write_text("half")
        os.utime(tmp_path / "articles" / f".claimdiff-{name}", (time.time() - age,) * 2)

    list(cache.through([_document("Six boats sank.")], None, lambda unknown: map(Article, unknown)))

    assert [path.name for path in (tmp_path / "articles").glob(".claimdiff-*")] == [".claimdiff-new"]


WRITER = """
import sys
from claimdiff.cache import Cache
from claimdiff.model import Article, Document
cache = Cache(sys.argv[1], largest=200_000)
number = 0
while True:
    document = Document("a.txt", f"{number % 50} boats sank. " + "It rained. " * 40)
    found = cache.get(document)
    assert found is None or found == Article(document, pipeline="x" * 9_000), "another article"
    list(cache.through([document], None, lambda unknown: (Article(document, pipeline="x" * 9_000) for document in unknown)))
    number += 1
    if number == 60:
        print("warm", flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_several_processes_may_write_and_be_killed_at_any_moment(tmp_path):
    """They write, read, evict and clear at once; three are killed. Whatever is left is whole, and none of them has failed."""
    command = [sys.executable, "-c", WRITER, str(tmp_path)]
    processes = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    try:
        for process in processes:
            assert process.stdout.readline() == b"warm\n"
        Cache(tmp_path).clear()
        time.sleep(0.2)
    finally:
        for process in processes:
            process.send_signal(signal.SIGKILL)
    ended = [process.communicate(timeout=60)[1] for process in processes]

    assert ended == [b""] * 3
    assert {process.returncode for process in processes} == {-signal.SIGKILL}
    cache = Cache(tmp_path)
    documents = [Document("a.txt", f"{number} boats sank. " + "It rained. " * 40) for number in range(50)]
    assert sum(cache.get(document) is not None for document in documents) == len(_entries(tmp_path))


def test_the_command_shows_and_clears(desk, capfd):
    """Only what is claimdiff's own."""
    run(["extract", "a.txt", "b.txt", "--cache-dir", "kept"])
    (desk / "kept" / "mine.json").write_text("{}")
    capfd.readouterr()

    said = [run([*command, "--cache-dir", "kept"]) or capfd.readouterr().out for command in (["cache"], ["cache", "--clear"], ["cache"])]

    assert said == ["kept: 2 articles, 0.0 of at most 200 MB\n", "kept: 2 articles deleted\n", "kept: 0 articles, 0.0 of at most 200 MB\n"]
    assert (desk / "kept" / "mine.json").exists()
    assert run(["cache"]) == 0
    assert capfd.readouterr().out.startswith(f"{desk / 'home' / 'claimdiff'}: 0 articles")


def test_the_report_names_the_pipeline(tmp_path):
    """By the digest of its weights, also where the article comes from the cache."""
    document = read_text(TOLL.format(107))

    for _ in range(2):
        assert ("pipeline", f"sha256:{weights_digest()}") in compare(document, cache=tmp_path).versions


def test_fixtures_give_the_same_report_from_the_cache(tmp_path, capfd):
    """The whole program on real files."""
    articles = [str(path) for path in sorted((ROOT / "fixtures" / "articles").glob("*.txt"))]
    outputs = []
    for _ in range(2):
        run([*articles, "--format", "json", "--cache-dir", str(tmp_path)])
        outputs.append(capfd.readouterr().out)

    assert json.loads(outputs[0])["findings"]
    assert outputs[0] == outputs[1]
