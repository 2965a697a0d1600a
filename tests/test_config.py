"""Settings: the nearest file, the environment over it, the command line over both; what is wrong is named with its line."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest

from claimdiff._settings import SETTINGS
from claimdiff._toml import Toml
from claimdiff.cli import run
from claimdiff.config import DEFAULT, Configuration, PathRules, described, fits, load
from claimdiff.errors import ClaimdiffError


@pytest.fixture(autouse=True)
def desk(tmp_path, monkeypatch):
    """A folder inside another, to work in."""
    inner = tmp_path / "desk"
    inner.mkdir()
    monkeypatch.chdir(inner)
    return inner


def _load(text, environment=None):
    Path("claimdiff.toml").write_text(text, encoding="utf-8")
    return load(environment=environment or {})


def _errors(text, environment=None):
    """What is said of a file, a line for each thing that is wrong."""
    with pytest.raises((ClaimdiffError, ExceptionGroup)) as caught:
        _load(text, environment)
    return [str(error) for error in getattr(caught.value, "exceptions", [caught.value])]


def test_without_a_file_everything_is_as_it_ships():
    """Every setting is there, with its origin."""
    configuration = load(environment={})

    assert configuration.path is None
    assert {name: held.value for name, held in configuration.held.items()} == {name: setting.first() for name, setting in SETTINGS.items()}
    assert {held.origin for held in configuration.held.values()} == {DEFAULT}


def test_the_nearest_file_wins_and_only_it(desk):
    """claimdiff.toml before pyproject.toml of the same folder, both before those above."""
    expected = []
    for file, text in (
        (desk.parent / "claimdiff.toml", 'fail-on = "note"\nignore = ["date-differs"]'),
        (desk / "pyproject.toml", '[tool.claimdiff]\nfail-on = "warning"'),
        (desk / "claimdiff.toml", 'fail-on = "never"'),
    ):
        file.write_text(text)
        held = load(environment={}).held
        expected.append((held["fail-on"].value, held["fail-on"].origin, held["ignore"].value))

    assert expected == [
        ("note", "../claimdiff.toml:1", ("date-differs",)),
        ("warning", "pyproject.toml:2", ()),
        ("never", "claimdiff.toml:1", ()),
    ]


@pytest.mark.parametrize("text", ["[project]\nname = 'x'", "[tool.other]\nx = 'claimdiff'", "# claimdiff\n[tool]", "not TOML at all"])
def test_a_project_file_that_says_nothing_of_claimdiff_is_passed_over(desk, text):
    """The file above is the nearest then."""
    (desk / "pyproject.toml").write_text(text)
    (desk.parent / "claimdiff.toml").write_text('fail-on = "note"')

    assert load(environment={}).held["fail-on"].value == "note"


def test_the_environment_wins_over_the_file():
    """Lists have commas, flags 1 or 0; an empty variable says nothing."""
    variables = {
        "CLAIMDIFF_FAIL_ON": "warning",
        "CLAIMDIFF_SELECT": "date-differs,number-differs",
        "CLAIMDIFF_NO_CACHE": "yes",
        "CLAIMDIFF_QUIET": "0",
        "CLAIMDIFF_MIN_CONFIDENCE": "0.5",
        "CLAIMDIFF_OUTPUT_FORMAT": "json=a,b.json,full=c.txt",
        "CLAIMDIFF_COLOR": "",
    }

    held = _load('fail-on = "note"\nquiet = true\ncolor = "never"', variables).held

    assert (held["fail-on"].value, held["fail-on"].origin) == ("warning", "CLAIMDIFF_FAIL_ON")
    assert held["select"].value == ("date-differs", "number-differs")
    assert (held["no-cache"].value, held["quiet"].value, held["color"].value) == (True, False, "never")
    assert held["min-confidence"].value == 0.5
    assert held["output-format"].value == ("json=a,b.json", "full=c.txt")


def test_paths_in_a_file_are_seen_from_there(desk):
    """Wherever claimdiff is started."""
    (desk.parent / "claimdiff.toml").write_text('cache-dir = "kept"\noutput-format = ["json=out/report.json"]\n[dates]\n"wire.txt" = 2021-01-08')

    configuration = load(environment={})

    assert configuration.held["cache-dir"].value == "../kept"
    assert configuration.held["output-format"].value == ("json=../out/report.json",)
    assert configuration.dates == {os.path.realpath("../wire.txt"): "2021-01-08"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('selct = ["x"]', 'claimdiff.toml:1: selct = ["x"]: no such setting: selct (did you mean select?)'),
        ("# one\n\nquite = true", "claimdiff.toml:3: quite = true: no such setting: quite (did you mean quiet?)"),
        ('fail-on = "warnin"', 'claimdiff.toml:1: fail-on = "warnin": no value of fail-on (did you mean warning?)'),
        ("fail-on = true", "claimdiff.toml:1: fail-on = true: no value of fail-on (write text, in quotation marks)"),
        ("quiet = 1", "claimdiff.toml:1: quiet = 1: no value of quiet (write true or false)"),
        ("min-confidence = 2", "claimdiff.toml:1: min-confidence = 2: no value of min-confidence (write a number from 0 to 1)"),
        ("min-confidence = true", "claimdiff.toml:1: min-confidence = true: no value of min-confidence (write a number from 0 to 1)"),
        ("max-bytes = 1.5", "claimdiff.toml:1: max-bytes = 1.5: no value of max-bytes (write a whole number from 1)"),
        ('pipeline = ""', 'claimdiff.toml:1: pipeline = "": no value of pipeline (write NAME)'),
        ('ignore = "date-differs"', 'claimdiff.toml:1: ignore = "date-differs": no value of ignore (write ["...", "..."])'),
        ('ignore = [\n  "date-difers",\n]', "claimdiff.toml:1: ignore = [: no such rule: date-difers (did you mean date-differs?)"),
        ('output-format = ["jsn=x"]', 'claimdiff.toml:1: output-format = ["jsn=x"]: no such format: jsn (did you mean json?)'),
        ("[stories]\nx = 1", "claimdiff.toml:2: x = 1: not a table (write it as [stories.NAME])"),
        ("stories = 1", "claimdiff.toml:1: stories = 1: not a table (write it as [stories.NAME])"),
        ("[stories.x]", 'claimdiff.toml:1: [stories.x]: a story of no files (write files = ["wire.txt", "ours.txt"])'),
        ("[stories.x]\nfiles = 3", 'claimdiff.toml:2: files = 3: not an array of texts (write it as files = ["...", "..."])'),
        ('[stories.x]\nfile = ["a"]\nfiles = ["a"]', 'claimdiff.toml:2: file = ["a"]: no such setting: file (did you mean files?)'),
        ('[per-path."*.md"]\nignore = ["x"]', 'claimdiff.toml:2: ignore = ["x"]: no such rule: x (there are: '),
        ('[per-path.""]\nignore = ["date-differs"]', 'claimdiff.toml:1: [per-path.""]: a pattern of nothing (write a pattern, such as'),
        ('exclude = [""]', 'claimdiff.toml:1: exclude = [""]: no value of exclude (write a pattern, such as'),
        ("[dates]\n'a.txt' = '2021-01-08'", "claimdiff.toml:2: 'a.txt' = '2021-01-08': not a date (write it as YYYY-MM-DD without"),
        ("dates = []", "claimdiff.toml:1: dates = []: not a table ("),
        ("a b", "claimdiff.toml: not TOML: "),
    ],
)
def test_what_is_wrong_is_named_with_its_line_and_the_near_name(text, said):
    """One line each: file, line, what stands there, what is wrong, what would be right."""
    (error,) = _errors(text)

    assert error.startswith(said)
    assert "\n" not in error


def test_everything_wrong_is_named_at_once_in_the_order_of_the_file():
    """A file is mended in one go; the environment comes last."""
    errors = _errors("[stories.x]\nfils = ['a']\n[per-path.'*']\nselct = []", {"CLAIMDIFF_QUIET": "perhaps", "CLAIMDIFF_FAIL_NO": "error"})

    assert [error.partition(": ")[0] for error in errors] == [
        *("claimdiff.toml:1", "claimdiff.toml:2", "claimdiff.toml:4"),
        *("CLAIMDIFF_FAIL_NO", "CLAIMDIFF_QUIET"),
    ]
    assert errors[-2].endswith("(did you mean CLAIMDIFF_FAIL_ON?)")


def test_other_variables_are_nobodys_business():
    """A job may call its own variables CLAIMDIFF_VERSION."""
    assert load(environment={"CLAIMDIFF_VERSION": "1", "CLAIMDIFF_DESK": "x"}).path is None


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("none.toml", None, "none.toml: cannot be read: No such file or directory"),
        ("pyproject.toml", b"[tool.other]", "pyproject.toml: it has no table [tool.claimdiff] (add one, or name a claimdiff.toml)"),
        ("pyproject.toml", b"[tool]\nclaimdiff = 1", "pyproject.toml:2: claimdiff = 1: not a table (write it as [tool.claimdiff])"),
        ("old.toml", b"\xff\xfe", "old.toml: not TOML: it is not UTF-8"),
        ("deep.toml", b"x = " + b"[" * 100_000, "deep.toml: not TOML: "),
    ],
)
def test_a_file_asked_for_must_be_there_and_readable(name, data, said):
    """--config FILE."""
    if data is not None:
        Path(name).write_bytes(data)

    with pytest.raises(ClaimdiffError) as caught:
        load(name, environment={})

    assert str(caught.value).startswith(said)


def test_an_empty_file_asked_for_switches_the_nearest_off():
    """--config /dev/null."""
    Path("claimdiff.toml").write_text('fail-on = "note"')

    assert load(os.devnull, environment={}).held["fail-on"].origin == DEFAULT


@pytest.mark.parametrize(
    ("keys", "line"),
    [(("a",), 2), (("t",), 5), (("t", "long"), 6), (("t", "after"), 9), (("t", "inner"), 10), (("t", "inner", "x"), 10), (("q r", "s"), 13)],
)
def test_the_line_of_a_key_is_where_it_begins(keys, line):
    """Whatever stands before it looks like."""
    text = '# a = 0\na = """\nlong = 1\n"""\n[t]\nlong = [\n  1,\n]\nafter = 2\ninner.x = 3\n\n\n["q r"]\n' + "s = 1\n"
    expected = line + (keys == ("q r", "s"))

    assert Toml("x.toml", text).line(keys) == expected


@pytest.mark.parametrize(
    ("path", "pattern", "fitting"),
    [
        ("wire/a.txt", "wire/*", True),
        ("wire/deep/a.txt", "wire/*", True),
        ("wire/deep/a.txt", "wire/*.txt", False),
        ("ours/a.txt", "wire/*", False),
        ("wire/a.md", "*.md", True),
        ("../a.md", "*.md", True),
        ("wire/a.md", "a.md", True),
        ("wire/ba.md", "a.md", False),
        ("wire/A.md", "a.md", False),
        ("a[1].txt", "a[[]1].txt", True),
    ],
)
def test_patterns_of_paths(path, pattern, fitting):
    """As in a .gitignore: a folder that fits, fits with all in it; without a slash the name alone is looked at."""
    assert fits(path, pattern) is fitting


def test_rules_by_path_are_seen_from_the_file(desk):
    """select leaves all others out, ignore those it names."""
    rules = (PathRules("wire/*", ignore=("date-differs",)), PathRules("*.md", select=("number-differs",)))
    configuration = Configuration(folder=desk.parent, per_path=rules)

    exempt = {
        (rule, path)
        for rule in ("date-differs", "number-differs")
        for path in ("../wire/a.txt", "../wire/a.md", "a.md", "a.txt")
        if configuration.exempt(rule, path)
    }

    assert exempt == {("date-differs", "../wire/a.txt"), ("date-differs", "../wire/a.md"), ("date-differs", "a.md")}


def test_what_is_printed_is_a_configuration_file_that_says_the_same():
    """With every value's origin as a comment."""
    text = """
        fail-on = "never"
        ignore = ["date-differs"]
        output-format = ["json=a b.json"]
        [per-path."wire/*"]
        select = ["number-differs"]
        [stories."the tunnel"]
        files = ["wire/*.txt"]
        drafts = ["ours.txt"]
        [dates]
        "ours.txt" = "today"
        "wire/a.txt" = 2021-01-08
    """
    configuration = _load(text, {"CLAIMDIFF_QUIET": "1"})

    printed = described(configuration)
    again = _load(printed)

    assert tomllib.loads(printed)["fail-on"] == "never"
    assert 'fail-on = "never"' in printed
    assert next(line for line in printed.splitlines() if line.startswith("quiet")).endswith("# CLAIMDIFF_QUIET")
    assert {name: held.value for name, held in again.held.items()} == {name: held.value for name, held in configuration.held.items()}
    assert (again.dates, again.stories.keys()) == (configuration.dates, configuration.stories.keys())


TOLL = "A landslide killed {} people in the mining town of Orlo on Monday, the mayor said.\n"


@pytest.fixture
def articles(desk):
    """Two articles that differ, a third of another story, and a file that names both stories."""
    (desk / "wire").mkdir()
    for name, number in (("ours.txt", 107), ("wire/a.txt", 117)):
        (desk / name).write_text(f"Published: 2021-03-02\n\n{TOLL.format(number)}")
    (desk / "ferry.txt").write_text("Published: 2021-03-02\n\nThe ferry carried 693 passengers.\n")
    (desk / "claimdiff.toml").write_text(
        '[stories.slide]\nfiles = ["wire/*.txt"]\ndrafts = ["ours.txt"]\n[stories.ferry]\nfiles = ["ferry.txt"]\n[stories.lost]\nfiles = ["lost/*"]\n'
    )
    return desk


@pytest.fixture
def claimdiff(capfd):
    """Runs with arguments; gives the status, standard output and standard error."""

    def start(*arguments):
        status = run(arguments)
        return status, *capfd.readouterr()

    return start


def test_a_story_is_compared_by_its_name(articles, claimdiff, monkeypatch):
    """From any folder below, its drafts first; further articles may be added."""
    monkeypatch.chdir(articles / "wire")

    status, out, err = claimdiff("--story", "slide", "--format", "concise")

    assert (status, err) == (1, "")
    assert out.startswith("../ours.txt:3:20: error number-differs")
    assert claimdiff("--story", "ferry", "--format", "concise")[:2] == (0, "")
    assert claimdiff("--story", "ferry", "a.txt", "../ours.txt", "--format", "concise")[0] == 1
    assert claimdiff("--story", "slide", "--story", "ferry", "--format", "concise")[:2] == (1, out)


def test_changed_files_bring_their_stories(articles, claimdiff):
    """What a hook needs: it knows which files changed, not what they belong to. A file of no story is checked by itself."""
    (articles / "claimdiff.toml").write_text((articles / "claimdiff.toml").read_text().partition("[stories.lost]")[0])
    (articles / "alone.txt").write_text("Published: 2021-03-02\n\nIt rained on Tuesday, March 1, 2021.\n")

    assert claimdiff("--stories", "ferry.txt", "--format", "concise")[:2] == (0, "")
    assert claimdiff("--stories", "wire/a.txt", "--format", "concise")[1].startswith("ours.txt:3:20: error number-differs")
    assert claimdiff("--stories", "--format", "concise")[0] == 1
    assert claimdiff("--stories", "alone.txt", "--format", "concise")[1].startswith("alone.txt:3:14: error weekday-mismatch")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--story", "slid"), "slid: no such story (did you mean slide?)"),
        (("--story", "lost"), "claimdiff.toml:6: no file fits lost/* (check the pattern, which is seen from the folder of the configuration)"),
        (("--stories",), "claimdiff.toml:6: no file fits lost/*"),
        (("--stories", "--draft", "ours.txt"), "--stories: it chooses stories by their articles (leave out --draft and --story)"),
        (("--config", os.devnull, "--stories"), "--stories: no stories are configured (add [stories.NAME] to claimdiff.toml)"),
        (("--config", os.devnull, "--story", "x"), "x: no such story (add [stories.NAME] to claimdiff.toml)"),
        (("--config", "none.toml", "ours.txt"), "none.toml: cannot be read"),
    ],
)
@pytest.mark.usefixtures("articles")
def test_a_story_that_cannot_be_told_is_an_error(claimdiff, arguments, said):
    """Never silence where nothing was compared."""
    status, out, err = claimdiff(*arguments)

    assert (status, out) == (2, "")
    assert err.startswith(f"claimdiff: {said}")


def test_the_command_line_wins(articles, claimdiff, monkeypatch):
    """Over the environment, which wins over the file; a flag can be taken back."""
    (articles / "claimdiff.toml").write_text('format = "concise"\nfail-on = "never"\nquiet = true\nignore = ["number-differs"]\n')

    assert claimdiff("ours.txt", "wire/a.txt") == (0, "", "")
    monkeypatch.setenv("CLAIMDIFF_IGNORE", "date-differs")
    assert claimdiff("ours.txt", "wire/a.txt")[:2] == (0, claimdiff("ours.txt", "wire/a.txt", "--format", "concise")[1])
    assert claimdiff("ours.txt", "wire/a.txt", "--fail-on", "error", "--format", "json")[0] == 1
    assert claimdiff("ours.txt", "wire/a.txt", "--ignore", "number-differs")[1] == ""
    assert "given more than once" in claimdiff("ours.txt", "ours.txt", "--no-quiet")[2]
    assert claimdiff("ours.txt", "ours.txt")[2] == ""


def test_a_rule_switched_off_for_a_path_does_not_look_there(articles, claimdiff):
    """Two articles that are looked at are still compared, though a third is not."""
    (articles / "wire" / "b.txt").write_text(f"Published: 2021-03-02\n\n{TOLL.format(127)}")
    files = ("ours.txt", "wire/a.txt", "wire/b.txt")
    settings = articles / "claimdiff.toml"

    settings.write_text('[per-path."b.txt"]\nignore = ["number-differs"]\n')
    assert claimdiff(*files, "--format", "concise")[1].count("wire/b.txt") == 0
    assert claimdiff(*files, "--format", "concise")[1].count("wire/a.txt:3:20") == 1
    settings.write_text('[per-path."wire/*"]\nselect = ["date-differs"]\n')
    assert claimdiff(*files, "--format", "concise") == (0, "", "")


def test_a_current_folder_that_is_gone_is_said(articles, claimdiff, monkeypatch):
    """Another window may have deleted it."""
    gone = articles / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    assert claimdiff(str(articles / "ours.txt")) == (2, "", "claimdiff: the current folder: no longer there (change to one that is)\n")


def test_dates_may_stand_in_the_file(articles, claimdiff):
    """--date wins; a date for an article that is not read is no error."""
    (articles / "claimdiff.toml").write_text('[dates]\n"ferry.txt" = 2021-03-05\n"other.txt" = 2021-01-01\n')

    assert "published 2021-03-05 (given" in claimdiff("ferry.txt")[1]
    assert "published 2021-03-06 (given with --date)" in claimdiff("ferry.txt", "--date", "ferry.txt=2021-03-06")[1]


def test_extract_takes_its_own_format_and_the_other_settings(articles, claimdiff):
    """Not every format that shows a report shows claims."""
    (articles / "claimdiff.toml").write_text('format = "concise"\nmax-bytes = 10\n')

    assert claimdiff("extract", "ferry.txt")[0] == 2
    assert "693 passengers" in claimdiff("extract", "ferry.txt", "--max-bytes", "1000")[1]


@pytest.mark.usefixtures("articles")
def test_config_prints_what_is_in_force(claimdiff):
    """And from where."""
    status, out, err = claimdiff("config")

    assert (status, err) == (0, "")
    assert out.splitlines()[0] == "# claimdiff.toml"
    assert '[stories."slide"]  # claimdiff.toml:1' in out
    assert "# CLAIMDIFF_NO_CACHE" in out
    assert claimdiff("config", "--config", os.devnull)[1].startswith(f"# {os.devnull}\n")


def test_names_of_files_steer_no_terminal(desk, claimdiff):
    """A configuration may come from anybody's repository."""
    folder = desk / "\x1b[2J"
    folder.mkdir()
    (desk / "claimdiff.toml").write_text('cache-dir = "\\u001b[2J"')
    (folder / "claimdiff.toml").write_text("[stories.x]\nfiles = ['a']")

    assert claimdiff("cache")[1].startswith("␛[2J: 0 articles")
    assert "\x1b" not in claimdiff("config", "--config", str(folder / "claimdiff.toml"))[1]
    assert "\x1b" not in claimdiff("--config", str(folder / "claimdiff.toml"), "--story", "y")[2]
