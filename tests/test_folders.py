"""Folders, patterns that no shell expanded, and one article under two names: what is read, and what is said of the rest."""

from __future__ import annotations

import json
import os

import pytest

from claimdiff import _folders
from claimdiff.cli import run

TOLL = "Published: 2021-03-02\n\nA landslide killed {} people in the mining town of Orlo on Monday, the mayor said.\n"
FILES = ("a.txt", "b.md", "deep/c.txt", "deep/er/d.html", ".hidden.txt", ".git/e.txt", "old/f.txt", "notes.csv", "deep/photo.jpg")


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder to work in, with a folder of articles and of what is none."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)
    for at, name in enumerate(FILES):
        path = tmp_path / "wire" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<!doctype html><html><body><p>{TOLL.format(107)}</p></body></html>" if name.endswith("html") else TOLL.format(100 + at))
    (tmp_path / "wire/deep/photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)) + bytes(256))
    (tmp_path / "ours.txt").write_text(TOLL.format(200))
    return tmp_path


@pytest.fixture
def claimdiff(capfd):
    """Runs with arguments; gives the status, standard output and standard error."""

    def start(*arguments):
        status = run(arguments)
        return status, *capfd.readouterr()

    return start


@pytest.fixture
def documents(claimdiff):
    """The paths of the articles that a command reads."""

    def read(*arguments):
        status, out, err = claimdiff(*arguments, "--format", "json", "--fail-on", "never")
        assert status == 0, err
        return [document["path"] for document in json.loads(out)["documents"]]

    return read


SKIPPED = "claimdiff: warning: left out wire/deep/photo.jpg and 1 other: neither suffix nor content is of a format that claimdiff reads\n"


@pytest.mark.usefixtures("desk")
def test_a_folder_stands_for_the_articles_in_it(claimdiff, documents):
    """At any depth, in the order of their paths; what is hidden is passed over, what no reader knows is left out and said."""
    expected = ["wire/a.txt", "wire/b.md", "wire/deep/c.txt", "wire/deep/er/d.html", "wire/old/f.txt"]

    assert documents("wire") == expected
    assert documents("wire/") == expected
    assert documents("ours.txt", "wire") == ["ours.txt", *expected]
    assert claimdiff("wire", "--fail-on", "never")[2] == SKIPPED
    assert claimdiff("wire", "--fail-on", "never", "--quiet")[2] == ""


def test_the_current_folder_is_one_too(desk, documents, monkeypatch):
    """Its files are called as they are called there; a folder asked for by name may be hidden."""
    monkeypatch.chdir(desk / "wire" / "deep")

    assert documents(".") == ["c.txt", "er/d.html"]
    assert documents("..", "--include", "*.md") == ["../b.md"]
    assert documents("../.git") == ["../.git/e.txt"]


@pytest.mark.usefixtures("desk")
def test_extract_and_drafts_take_folders(claimdiff):
    """Whatever takes an article does."""
    out = claimdiff("extract", "wire/deep", "--format", "jsonl")[1]
    found = json.loads(claimdiff("--draft", "wire/old", "wire", "--format", "json")[1])["findings"]

    assert [json.loads(line)["document"]["path"] for line in out.splitlines()] == ["wire/deep/c.txt", "wire/deep/er/d.html"]
    assert {finding["locations"][0]["path"] for finding in found} == {"wire/old/f.txt"}


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--include", "*.txt"), ["a.txt", "deep/c.txt", "old/f.txt"]),
        (("--include", "/*.txt"), ["a.txt"]),
        (("--include", "deep"), ["deep/c.txt", "deep/er/d.html"]),
        (("--include", "*.md,*.html"), ["b.md", "deep/er/d.html"]),
        (("--include", "*.md", "--include", "*.html"), ["b.md", "deep/er/d.html"]),
        (("--exclude", "old"), ["a.txt", "b.md", "deep/c.txt", "deep/er/d.html"]),
        (("--exclude", "deep/*", "--exclude", "old/**"), ["a.txt", "b.md"]),
        (("--exclude", "deep/*.txt"), ["a.txt", "b.md", "deep/er/d.html", "old/f.txt"]),
        (("--include", "*.txt", "--exclude", "deep"), ["a.txt", "old/f.txt"]),
    ],
    ids=" ".join,
)
def test_what_is_read_of_a_folder_can_be_chosen(desk, documents, options, expected):
    """By patterns seen from that folder, wherever the command is given."""
    assert documents("wire", *options) == [f"wire/{name}" for name in expected]
    assert documents(str(desk / "wire"), *options) == [str(desk / "wire" / name) for name in expected]


@pytest.mark.usefixtures("desk")
def test_what_was_named_is_read_whatever_is_left_out(documents):
    """The patterns are about folders."""
    assert documents("ours.txt", "wire", "--include", "*.md", "--exclude", "ours.txt") == ["ours.txt", "wire/b.md"]


def test_the_choice_may_stand_in_the_configuration(desk, documents):
    """And the command line wins."""
    (desk / "claimdiff.toml").write_text('include = ["*.txt"]\nexclude = ["old", "deep"]\n')

    assert documents("wire") == ["wire/a.txt"]
    assert documents("wire", "--exclude", "a.txt") == ["wire/deep/c.txt", "wire/old/f.txt"]


def test_a_story_may_name_a_folder_and_hidden_files_are_in_none(desk, documents, claimdiff):
    """Folders and patterns mean the same as on the command line, seen from the file."""
    (desk / "claimdiff.toml").write_text(
        'exclude = ["old"]\n[stories.slide]\nfiles = ["wire"]\ndrafts = ["ours.txt"]\n' + '[stories.text]\nfiles = ["wire/*.txt"]\n'
    )

    assert documents("--story", "slide") == ["ours.txt", "wire/a.txt", "wire/b.md", "wire/deep/c.txt", "wire/deep/er/d.html"]
    assert documents("--story", "text") == ["wire/a.txt"]
    assert documents("--stories", "wire/deep") == documents("--story", "slide")
    assert claimdiff("--stories", "wire/b.md", "--format", "concise")[0] == 1


def test_a_pattern_that_no_shell_expanded_is_expanded(desk, documents):
    """As a shell does it: what is hidden is passed over, and a folder that fits stands for what is in it."""
    assert documents("wire/*.txt") == ["wire/a.txt"]
    assert documents("wire/**/*.txt") == ["wire/a.txt", "wire/deep/c.txt", "wire/old/f.txt"]
    assert documents("*/*/c.txt", "ours.txt") == ["wire/deep/c.txt", "ours.txt"]
    assert documents("wire/[ab].*") == ["wire/a.txt", "wire/b.md"]
    assert documents("wire/o*") == ["wire/old/f.txt"]
    assert documents("./wire/?.txt") == ["./wire/a.txt"]
    assert documents(str(desk / "wire/*.md")) == [str(desk / "wire/b.md")]


@pytest.mark.usefixtures("desk")
def test_what_fits_a_pattern_is_named_by_it(documents, claimdiff):
    """So that it is read, or an error, and never left out."""
    assert documents("wire/*.csv") == ["wire/notes.csv"]
    assert claimdiff("wire/deep/*.jpg")[::2] == (2, "claimdiff: wire/deep/photo.jpg: a binary file, not text (save the article as plain text)\n")


def test_a_file_called_like_a_pattern_is_that_file(desk, documents):
    """Only what is not there is a pattern."""
    (desk / "a[1].txt").write_text(TOLL.format(1))
    (desk / "a1.txt").write_text(TOLL.format(2))

    assert documents("a[1].txt") == ["a[1].txt"]
    assert documents("a[12].txt") == ["a1.txt"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("*.none",), "*.none: no file fits this pattern (check the spelling and the folder)"),
        (("ours.txt", "none/*.txt"), "none/*.txt: no file fits this pattern"),
        (("extract", "*.none"), "*.none: no file fits this pattern"),
        (("empty",), "empty: no article in this folder (name one that holds articles)"),
        (("ours.txt", "empty"), "empty: no article in this folder"),
        (("--draft", "empty", "ours.txt"), "empty: no article in this folder"),
        (("wire", "--include", "*.pdf"), "wire: --include and --exclude leave nothing of this folder (check the patterns, which are seen from it)"),
        (("wire", "--exclude", "*"), "wire: --include and --exclude leave nothing of this folder"),
        (
            ("wire", "--include", "*.csv,*.jpg"),
            "wire: no article in this folder: 2 files are of no format that claimdiff reads (name",
        ),
        (("wire", "--include", ""), "--include : no value of include (write GLOB)"),
        (("wire", "--exclude", "/"), "--exclude /: no value of exclude (write a pattern, such as '*.txt' or 'archive/**')"),
    ],
)
def test_nothing_to_read_is_one_line_and_exit_2(desk, claimdiff, arguments, said):
    """Never silence where nothing was compared."""
    (desk / "empty").mkdir()

    status, out, err = claimdiff(*arguments)

    assert (status, out) == (2, "")
    assert err.startswith(f"claimdiff: {said}")
    assert err.count("\n") == 1


def test_what_is_named_and_lies_in_a_folder_is_read_once(desk, documents, claimdiff):
    """A draft may lie with its sources, under whatever name; nothing is said, for nothing is wrong."""
    expected = ["./wire/a.txt", "wire/b.md", "wire/deep/c.txt", "wire/deep/er/d.html", "wire/old/f.txt"]
    (desk / "wire" / "link.txt").symlink_to("a.txt")

    assert documents("--draft", "./wire/a.txt", "wire") == expected
    assert documents("wire", "./wire/a.txt") == [*expected[1:], expected[0]]
    assert documents("wire", "wire/deep", "./wire") == ["wire/a.txt", *expected[1:]]
    assert claimdiff("--draft", "./wire/a.txt", "wire")[2] == SKIPPED


def test_what_a_run_writes_is_no_article_of_its_folder(desk, documents):
    """The second run finds the report of the first; a file of settings is no article either, and nothing worth a word."""
    os.chdir(desk / "wire")
    (desk / "wire" / "claimdiff.toml").write_text('exclude = ["*.jpg", "*.csv"]\n')
    command = (".", "--output-format", "html=report.html")

    assert documents(*command) == documents(*command)


def test_links_that_lead_in_a_circle_hurt_nobody(desk, documents):
    """Links to folders are not followed, those to files are; one that leads nowhere is no file."""
    (desk / "wire" / "circle").symlink_to("..")
    (desk / "wire" / "deep" / "self").symlink_to("self")
    (desk / "wire" / "deep" / "gone.txt").symlink_to("none.txt")
    (desk / "wire" / "deep" / "ours.txt").symlink_to("../../ours.txt")
    expected = ["wire/a.txt", "wire/deep/c.txt", "wire/deep/ours.txt", "wire/old/f.txt"]

    assert documents("wire", "--include", "*.txt") == expected
    assert documents("wire/**/*.txt") == expected
    through = ("ours.txt", "wire/deep/c.txt", "wire/deep/er/d.html")
    assert documents("wire/circle/ours.txt", "wire/circle/wire/deep") == [f"wire/circle/{name}" for name in through]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes")
def test_only_files_are_articles_of_a_folder(desk, documents):
    """A pipe would wait for ever."""
    os.mkfifo(desk / "wire" / "pipe.txt")

    assert documents("wire", "--include", "*.txt") == ["wire/a.txt", "wire/deep/c.txt", "wire/old/f.txt"]


def test_an_article_of_a_folder_that_cannot_be_read_is_an_error(desk, claimdiff):
    """What says that it is an article is not left out in silence."""
    (desk / "wire" / "empty.txt").write_text("")

    assert claimdiff("wire")[:2] == (2, "")
    assert claimdiff("wire", "--quiet")[2] == "claimdiff: wire/empty.txt: an empty file (name a file that holds an article)\n"


def test_articles_of_agencies_are_known_by_their_content(desk, documents):
    """Exports are called anything; what says what it is only far on too."""
    story = {"uri": "x", "body_text": TOLL.format(9)}
    (desk / "wire" / "export.json").write_text(json.dumps(story))
    (desk / "wire" / "far.json").write_text(json.dumps({"far": "x" * 300_000, "uri": "y", "body_text": TOLL.format(8)}))
    (desk / "wire" / "settings.json").write_text('{"uri": 1}')

    assert documents("wire", "--include", "*.json", "--quiet") == ["wire/export.json", "wire/far.json"]


def test_a_folder_may_be_deep_and_a_date_be_given_to_what_is_in_it(desk, documents, claimdiff):
    """Deeper than Python calls functions."""
    deep = desk / "wire"
    for _ in range(300):
        deep = deep / "d"
        deep.mkdir()
    (deep / "a.txt").write_text(TOLL.format(3))

    assert documents("wire", "--include", "/d") == [str(deep.relative_to(desk) / "a.txt")]
    assert "published 2021-04-01 (given with --date)" in claimdiff("wire", "--include", "/a.txt", "--date", "wire/a.txt=2021-04-01")[1]


@pytest.mark.usefixtures("desk")
def test_a_folder_of_too_many_is_refused_before_any_is_read(claimdiff, monkeypatch):
    """Somebody's home, given by mistake; what is left out by patterns does not count."""
    monkeypatch.setattr(_folders, "MOST", 3)

    assert claimdiff("wire")[::2] == (2, "claimdiff: wire: more than 3 files (name a folder further down, or choose with --include or --exclude)\n")
    assert claimdiff("wire", "--exclude", "deep,old,*.csv", "--fail-on", "never")[0] == 0


@pytest.mark.usefixtures("desk")
def test_no_file_of_that_name_is_said_without_naming_thousands(claimdiff, monkeypatch):
    """The articles there are, while they are few."""
    command = ("wire", "--exclude", "deep", "--date", "x.txt=2021-01-01", "--quiet")

    assert claimdiff(*command)[2].endswith("(there are: wire/a.txt, wire/b.md, wire/old/f.txt)\n")
    monkeypatch.setattr("claimdiff._input._NAMED", 2)
    assert claimdiff(*command)[2].endswith("(there are 3, from wire/a.txt to wire/old/f.txt)\n")


@pytest.mark.usefixtures("desk")
def test_the_help_says_what_patterns_mean(claimdiff):
    """In both commands."""
    for command in ("compare", "extract"):
        told = " ".join(claimdiff(command, "--help")[1].split())
        assert "--include GLOB Of folders, read only what fits" in told
        assert "--exclude GLOB Of folders, leave out what fits" in told
