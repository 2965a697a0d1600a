"""The command line: exit statuses, what is printed where, and what is refused. In this process; test_program.py starts the program itself."""

from __future__ import annotations

import json
import os
from datetime import date

import pytest

from claimdiff import __version__
from claimdiff._checking import grave, shown
from claimdiff.cli import run
from claimdiff.family import REPORTS, RULES
from claimdiff.language import weights_digest, weights_licence
from samples import lighthouse

TOLL = "A landslide killed {} people in the mining town of Orlo on Monday, the mayor said.\n"
FORMATS = REPORTS.names()
pytestmark = pytest.mark.usefixtures("desk")


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with two articles that differ and one that agrees with the first, to work in."""
    monkeypatch.chdir(tmp_path)
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, number in (("a.txt", 107), ("b.txt", 117), ("c.txt", 107)):
        (tmp_path / name).write_text(f"Published: 2021-03-02\n\n{TOLL.format(number)}{'Rain went on.' if name == 'c.txt' else ''}\n")
    (tmp_path / "undated.txt").write_text(TOLL.format(107))
    return tmp_path


@pytest.fixture
def claimdiff(capfd):
    """Runs with arguments; gives the status, standard output and standard error."""

    def start(*arguments):
        status = run(arguments)
        return status, *capfd.readouterr()

    return start


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("other", "options", "status"), [("b.txt", (), 1), ("c.txt", (), 0), ("b.txt", ("--fail-on", "never"), 0), ("none.txt", (), 2)]
)
def test_the_status_does_not_depend_on_the_format(claimdiff, name, other, options, status):
    """0 nothing, 1 findings, 2 could not check."""
    assert claimdiff("a.txt", other, "--format", name, *options)[0] == status


def test_compare_is_meant_where_no_command_is_named(claimdiff):
    """Also when the first argument is an option."""
    outputs = {claimdiff(*arguments)[1] for arguments in (("a.txt", "b.txt"), ("compare", "a.txt", "b.txt"), ("--color=never", "a.txt", "b.txt"))}

    assert len(outputs) == 1
    assert outputs.pop().startswith("error  number-differs")


def test_a_file_called_like_a_command_is_written_with_its_folder(desk, claimdiff):
    """./extract is a file."""
    (desk / "extract").write_text(TOLL.format(117))

    assert claimdiff("./extract", "a.txt", "--format", "concise")[1].startswith("./extract:1:20: error number-differs")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "no articles given (try claimdiff a.txt b.txt, or claimdiff --help)"),
        (("extract",), "no articles given (try claimdiff extract a.txt)"),
        (("a.txt", "none.txt"), "none.txt: no such file (check the spelling and the folder)"),
        (("a.txt", "empty.txt"), "empty.txt: "),
        (("a.txt", "--max-bytes", "20"), "a.txt: larger than 20 bytes (raise the limit with --max-bytes)"),
        (("a.txt", "--formt", "json"), "no such option: --formt (did you mean --format?)"),
        (("a.txt", "--selct", "number-differs"), "no such option: --selct (did you mean --select?)"),
        (("a.txt", "--wholly-unknown"), "no such option: --wholly-unknown (try claimdiff compare --help)"),
        (("a.txt", "--format", "jsn"), "--format jsn: no such format: jsn (did you mean json?)"),
        (("extract", "a.txt", "--format", "concise"), "--format concise: this format cannot show claims: concise (there are: full, json, jsonl)"),
        (("a.txt", "--fail-on", "eror"), "--fail-on eror: no value of fail-on (did you mean error?)"),
        (("a.txt", "--fail-on", "xyz"), "--fail-on xyz: no value of fail-on (there are: error, warning, note, never)"),
        (("a.txt", "--min-confidence", "2"), "--min-confidence 2: no value of min-confidence (write a number from 0 to 1)"),
        (("a.txt", "--min-confidence", "nan"), "--min-confidence nan: no value of min-confidence (write a number from 0 to 1)"),
        (("a.txt", "--max-bytes", "1e3"), "--max-bytes 1e3: no value of max-bytes (write a whole number from 1)"),
        (("a.txt", "--select", "number-difers"), "--select number-difers: no such rule: number-difers (did you mean number-differs?)"),
        (("a.txt", "--select", ""), "--select : no value of select (write RULE)"),
        (("a.txt", "--ignore", "date-differs,wrong"), "--ignore date-differs,wrong: no such rule: wrong (there are: "),
        (("rule", "number-difers"), "number-difers: no such rule (did you mean number-differs?)"),
        (("a.txt", "--date", "a.txt=2021-02-30"), "--date a.txt=2021-02-30: not a date (write it as PATH=YYYY-MM-DD, or PATH=today)"),
        (("a.txt", "--date", "a.txt=2021-W02-1"), "--date a.txt=2021-W02-1: not a date"),
        (("a.txt", "--date", "2021-01-08"), "--date 2021-01-08: no article named (write it as PATH=YYYY-MM-DD, or PATH=today)"),
        (("a.txt", "--date", "today"), "--date today: no article named (write it as PATH=YYYY-MM-DD, or PATH=today)"),
        (("a.txt", "--date", "x.txt=2021-01-08"), "--date x.txt=2021-01-08: no article of that name is read (there are: a.txt)"),
        (("a.txt", "--output-format", "json"), "--output-format json: no value of output-format (write NAME=FILE; --format is for standard output)"),
        (("a.txt", "--output-format", "jsn=x.json"), "--output-format jsn=x.json: no such format: jsn (did you mean json?)"),
        (("a.txt", "--output-format", "json=./a.txt"), "--output-format to ./a.txt: one of the articles"),
        (("a.txt", "--output-format", "json=x", "--output-format", "full=x"), "--output-format to x: named for two reports"),
        (("a.txt", "--output-format", "json=x", "--output-format", "full=./x"), "--output-format to ./x: named for two reports"),
        (("a.txt", "--output-format", "json=none/x"), "none/x: cannot be written: No such file or directory"),
        (("a.txt", "--output-format", "json=."), ".: a directory"),
        (("a.txt", "--pipeline", "none"), "none: no such pipeline (--pipeline takes an installed spaCy pipeline or the folder of one)"),
        (("extract", "a.txt", "--pipeline", "."), ".: no such pipeline"),
    ],
)
def test_what_cannot_be_checked_is_one_line_and_exit_2(desk, claimdiff, arguments, said):
    """Names what is wrong and what to do; nothing on standard output."""
    (desk / "empty.txt").write_text(" \n")

    status, out, err = claimdiff(*arguments)

    assert (status, out) == (2, "")
    assert err.startswith(f"claimdiff: {said}")
    assert err.count("\n") == 1
    assert err.count("(") <= 1 + said.count("'")


def test_every_article_that_cannot_be_read_is_named(claimdiff):
    """All at once, a line each."""
    status, out, err = claimdiff("none.txt", "a.txt", "nil\n.txt")

    assert (status, out) == (2, "")
    assert [line.partition(": no such file")[0] for line in err.splitlines()] == ["claimdiff: none.txt", "claimdiff: nil␊.txt"]


def test_an_internal_error_is_one_line_and_a_traceback_only_with_debug(claimdiff, monkeypatch):
    """Whatever happens inside, the status is 2."""

    def broken(*_, **__):
        raise RuntimeError("two\nlines")

    monkeypatch.setattr("claimdiff.pipeline.judge", broken)

    assert claimdiff("a.txt", "b.txt") == (2, "", "claimdiff: internal error: RuntimeError: two␊lines (--debug shows where; please report it)\n")
    assert "Traceback" in claimdiff("a.txt", "b.txt", "--debug")[2]


def test_the_rules_can_be_chosen(claimdiff):
    """Repeated or with commas."""
    assert claimdiff("a.txt", "b.txt", "--select", "date-differs,weekday-mismatch")[0] == 0
    assert claimdiff("a.txt", "b.txt", "--select", "date-differs", "--select", "number-differs")[0] == 1
    assert claimdiff("a.txt", "b.txt", "--ignore", "number-differs")[0] == 0
    assert claimdiff("a.txt", "b.txt", "--select", "number-differs", "--ignore", "number-differs")[0] == 0


def test_findings_less_certain_than_asked_are_hidden():
    """The report and the status are made of what is left."""
    made = lighthouse()

    assert [finding.confidence for finding in shown(made, {"min_confidence": 0.91, "explain": True}).findings] == [0.93]
    assert not grave(shown(made, {"min_confidence": 0.94, "explain": True}), "note")


def test_why_is_said_where_asked(claimdiff):
    """Otherwise not."""
    assert "because   " in claimdiff("a.txt", "b.txt", "--explain")[1]
    assert "because   " not in claimdiff("a.txt", "b.txt")[1]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_date_on_which_nothing_was_printed_is_refused(claimdiff, day):
    """A slip, beyond which no day can be counted."""
    status, out, err = claimdiff("a.txt", "--date", f"a.txt={day}")

    assert (status, out) == (2, "")
    assert err == f"claimdiff: a.txt: published in the year {day[:4]} (give a date between the years 1605 and 2999)\n"


def test_a_date_given_wins_and_is_said(claimdiff):
    """By the path as given, or another way to write it."""
    for path in ("a.txt", "./a.txt"):
        out = claimdiff("a.txt", "--date", f"{path}=2021-03-05")[1]

        assert "a.txt  published 2021-03-05 (given with --date); also header 2021-03-02" in out


def test_today_is_used_only_where_asked_and_said(claimdiff):
    """Copy that is not published yet."""
    assert "(today, as --date asked)" in claimdiff("undated.txt", "--date", "undated.txt=today")[1]
    assert "undated; if known: --date undated.txt=YYYY-MM-DD" in claimdiff("undated.txt")[1]
    assert (
        json.loads(claimdiff("undated.txt", "--date", "undated.txt=today", "--format", "json")[1])["documents"][0]["published"]
        == date.today().isoformat()
    )


def test_a_draft_comes_first_and_sources_are_not_compared(claimdiff):
    """--draft may be among the articles too."""
    out = claimdiff("a.txt", "c.txt", "--draft", "b.txt", "b.txt", "--format", "concise")[1]

    assert [line.partition(":")[0] for line in out.splitlines()] == ["b.txt"]
    assert claimdiff("a.txt", "b.txt", "--draft", "c.txt", "--ignore", "number-differs")[0] == 0


def test_what_no_source_has_is_a_note_and_a_warning_if_asked_for(desk, claimdiff):
    """--select names the rule; leaving out another does not."""
    (desk / "draft.txt").write_text(f"Published: 2021-03-02\n\n{TOLL.format(107)}It buried 31 houses.\n")
    asked = ("--draft", "draft.txt", "a.txt", "--format", "concise", "--fail-on", "warning")

    for options, status, severity in (((), 0, "note"), (("--select", "unsupported-value"), 1, "warning"), (("--ignore", "date-differs"), 0, "note")):
        found = claimdiff(*asked, *options)
        assert found[0] == status
        assert f"{severity}" in found[1]
        assert "31 houses" in found[1]


def test_reports_are_written_to_files_too(desk, claimdiff):
    """Several in one run, beside standard output."""
    status, out, _ = claimdiff("a.txt", "b.txt", "--output-format", "json=report.json", "--output-format", "full=report.txt", "--format", "concise")

    assert status == 1
    assert out.startswith("a.txt:3:20: error")
    assert json.loads((desk / "report.json").read_text())["summary"]["error"] == 1
    assert "\x1b" not in (desk / "report.txt").read_text()
    assert sorted(path.name for path in desk.iterdir() if path.name.startswith((".", "report"))) == ["report.json", "report.txt"]


def test_the_same_article_twice_is_said_and_nothing_found(desk, claimdiff):
    """By path, or by what it says, in whatever line ends."""
    (desk / "copy.txt").write_bytes((desk / "a.txt").read_bytes().replace(b"\n", b"\r\n"))

    assert claimdiff("a.txt", "a.txt")[::2] == (0, "claimdiff: a.txt: warning: given more than once, read once\n")
    status, out, err = claimdiff("a.txt", "copy.txt")
    assert (status, err) == (0, "claimdiff: copy.txt: warning: the same article as a.txt: nothing is left to compare it with\n")
    assert " ".join(out.split()).startswith("no discrepancies found in 1 article: ")
    assert "a.txt  published 2021-03-02 (header); the same article: copy.txt\n" in out
    assert claimdiff("a.txt", "copy.txt", "--quiet") == (0, "", "")


def test_an_article_under_two_names_is_compared_once(desk, claimdiff):
    """It counts for one against the others, whichever comes first; what is found in it is found once."""
    (desk / "copy.txt").write_bytes((desk / "a.txt").read_bytes())
    plain = json.loads(claimdiff("a.txt", "b.txt", "--format", "json")[1])

    status, out, err = claimdiff("a.txt", "b.txt", "copy.txt", "--format", "json")
    assert (status, json.loads(out)) == (1, plain)
    assert err == "claimdiff: copy.txt: warning: the same article as a.txt, compared once\n"
    assert json.loads(claimdiff("copy.txt", "b.txt", "a.txt", "--format", "json")[1])["summary"] == plain["summary"]


def test_a_draft_that_is_its_own_source_supports_nothing(desk, claimdiff):
    """The draft stays, the copy goes; without a source nothing is unsupported."""
    (desk / "copy.txt").write_bytes((desk / "a.txt").read_bytes())
    command = ("--draft", "a.txt", "copy.txt", "--format", "json", "--fail-on", "note")

    assert claimdiff(*command)[0] == 0
    with_other = json.loads(claimdiff(*command, "b.txt")[1])["findings"]
    assert [[place["path"] for place in finding["locations"]] for finding in with_other] == [["a.txt", "b.txt"]]
    assert claimdiff("--draft", "copy.txt", "--draft", "a.txt", "b.txt", "--format", "json")[0] == 1


def test_an_article_of_another_day_is_another(desk, claimdiff):
    """The same words mean other days; and so do two items of a feed that differ."""
    (desk / "copy.txt").write_bytes((desk / "a.txt").read_bytes())

    assert claimdiff("a.txt", "copy.txt", "--date", "copy.txt=2021-03-09")[2] == ""


def test_extract_says_it_and_shows_both(desk, claimdiff):
    """Whoever asks for the claims of a file gets them."""
    (desk / "copy.txt").write_bytes((desk / "a.txt").read_bytes())

    status, out, err = claimdiff("extract", "a.txt", "copy.txt", "--format", "jsonl")

    assert (status, err) == (0, "claimdiff: copy.txt: warning: the same article as a.txt\n")
    assert [json.loads(line)["document"]["path"] for line in out.splitlines()] == ["a.txt", "copy.txt"]


def test_stories_may_hold_one_article_under_two_names(desk, claimdiff):
    """It is compared in each of them, under the name it has there."""
    (desk / "copy.txt").write_bytes((desk / "a.txt").read_bytes())
    (desk / "claimdiff.toml").write_text('[stories.x]\nfiles = ["a.txt", "b.txt"]\n[stories.y]\nfiles = ["copy.txt", "b.txt"]\n')

    found = json.loads(claimdiff("--stories", "--format", "json")[1])["findings"]

    assert [[place["path"] for place in finding["locations"]] for finding in found] == [["a.txt", "b.txt"], ["copy.txt", "b.txt"]]


def test_what_a_reader_had_to_guess_is_said(desk, claimdiff):
    """One line on standard error, unless quiet."""
    (desk / "old.txt").write_bytes("It cost £5m, the “Echo” said.".encode("cp1252"))

    err = claimdiff("old.txt")[2]

    assert err.startswith("claimdiff: old.txt: warning: ")
    assert err.count("\n") == 1
    assert claimdiff("old.txt", "--quiet") == (0, "", "")


def test_quiet_still_prints_findings_and_empty_json(claimdiff):
    """A machine gets its document in any case."""
    assert claimdiff("a.txt", "b.txt", "--quiet")[1].startswith("error  number-differs")
    assert json.loads(claimdiff("a.txt", "--quiet", "--format", "json")[1])["findings"] == []


def test_colour_is_as_chosen(claimdiff, monkeypatch):
    """No terminal reads along here: only always and FORCE_COLOR switch it on, and NO_COLOR beats the latter."""
    coloured = {}
    for no, force in (("", ""), ("", "1"), ("", "0"), ("1", "1")):
        monkeypatch.setenv("NO_COLOR", no)
        monkeypatch.setenv("FORCE_COLOR", force)
        coloured[no, force] = "\x1b" in claimdiff("a.txt")[1]

    assert coloured == {("", ""): False, ("", "1"): True, ("", "0"): False, ("1", "1"): False}
    assert "\x1b" in claimdiff("a.txt", "--color", "always")[1]
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" not in claimdiff("a.txt", "--color", "never")[1]
    assert "\x1b" not in claimdiff("a.txt", "--format", "json", "--color", "always")[1]


def test_the_width_is_that_of_the_page(claimdiff, monkeypatch):
    """COLUMNS, else 80 where no terminal reads along."""
    assert 60 < max(map(len, claimdiff("a.txt", "b.txt")[1].splitlines())) <= 80
    monkeypatch.setenv("COLUMNS", "40")
    assert max(map(len, claimdiff("a.txt", "b.txt")[1].splitlines())) <= 40


def test_extract_prints_the_claims(claimdiff):
    """In every format that can, with exit 0."""
    status, out, _ = claimdiff("extract", "a.txt", "b.txt", "--format", "jsonl", "--no-cache", "--date", "b.txt=2021-03-03")
    articles = [json.loads(line) for line in out.splitlines()]

    assert status == 0
    assert [article["document"]["published"] for article in articles] == ["2021-03-02", "2021-03-03"]
    assert [claim["text"] for claim in articles[0]["claims"] if claim["kind"] == "quantity"] == ["107 people"]
    assert json.loads(claimdiff("extract", "a.txt", "--format", "json")[1])[0] == articles[0]
    assert "107 people" in claimdiff("extract", "a.txt")[1]


def test_rules_are_listed_and_explained(claimdiff):
    """One line each, or the page."""
    listed = claimdiff("rule")[1].splitlines()

    assert [line.split()[0] for line in listed] == list(RULES.names())
    assert all(line.endswith(".") for line in listed)
    assert "Known false alarms" in claimdiff("rule", "countdown-differs")[1]


def test_help_and_version(claimdiff):
    """The formats in the help are those there are."""
    assert claimdiff("--version") == (0, f"claimdiff, version {__version__}\n", "")
    assert claimdiff("--version", "a.txt") == claimdiff("--version")
    assert f"[{'|'.join(FORMATS)}]" in claimdiff("compare", "--help")[1]
    assert "[full|json|jsonl]" in claimdiff("extract", "--help")[1]
    assert "\nclaimdiff" not in claimdiff("--help")[1]
    assert "\n  claimdiff extract a.txt " in claimdiff("-h")[1]


@pytest.mark.parametrize("arguments", [("--version", "--verbose"), ("--verbose", "--version")])
def test_the_version_tells_of_the_weights_where_asked(claimdiff, arguments):
    """Their digest, and licence and attribution, which the data's licences ask for."""
    status, out, err = claimdiff(*arguments)

    assert (status, err) == (0, "")
    assert out == f"claimdiff, version {__version__}\nweights, sha256 {weights_digest()}\n\n{weights_licence().rstrip()}\n"


def test_verbose_alone_is_no_option(claimdiff):
    """It goes with --version only."""
    for arguments in (("--verbose",), ("--verbose", "a.txt", "b.txt"), ("a.txt", "--verbose")):
        assert claimdiff(*arguments) == (2, "", "claimdiff: no such option: --verbose (try claimdiff compare --help)\n")


def test_two_runs_print_the_same_bytes(desk, claimdiff):
    """Nothing of the time, the folder or the order of sets shows."""
    first = claimdiff("a.txt", "b.txt", "c.txt", "--format", "json")
    os.chdir("/")

    assert claimdiff(*(str(desk / name) for name in ("a.txt", "b.txt", "c.txt")), "--format", "json")[1].replace(f"{desk}/", "") == first[1]


FEED = "<rss>{}</rss>".format("".join(f"<item><title>Toll</title><description>{TOLL.format(number)}</description></item>" for number in (107, 117)))


def test_the_items_of_a_feed_are_compared_and_each_can_be_dated(desk, claimdiff):
    """All of them by the file's name, one by its number."""
    (desk / "feed.xml").write_text(FEED)
    told = claimdiff("extract", "feed.xml", "--format", "jsonl", "--date", "feed.xml=2021-03-02")[1].splitlines()

    assert [json.loads(line)["document"]["path"] for line in told] == ["feed.xml#1", "feed.xml#2"]
    assert {json.loads(line)["document"]["published"] for line in told} == {"2021-03-02"}
    assert claimdiff("a.txt", "feed.xml#1", "--date", "feed.xml#1=2021-03-02")[0] == 0
    assert claimdiff("feed.xml")[0] == 1


def test_a_feed_may_be_the_draft(desk, claimdiff):
    """Every item of it is checked against the sources, and none against another."""
    (desk / "feed.xml").write_text(FEED)
    found = json.loads(claimdiff("--draft", "feed.xml", "a.txt", "--date", "feed.xml=2021-03-02", "--format", "json")[1])["findings"]

    assert {finding["locations"][0]["path"] for finding in found if finding["severity"] == "error"} == {"feed.xml#2"}


def test_no_report_is_written_over_a_feed_one_item_of_which_is_read(desk, claimdiff):
    """The file is what stands before the number."""
    (desk / "feed.xml").write_text(FEED)
    status, _, error = claimdiff("feed.xml#1", "--output-format", "json=feed.xml")

    assert (status, (desk / "feed.xml").read_text()) == (2, FEED)
    assert "one of the articles" in error


def test_the_input_format_can_be_named_for_one_or_for_all(desk, claimdiff):
    """And one that does not exist is refused with the nearest."""
    (desk / "a.unknown").write_text("# Toll\n\n" + TOLL.format("**107**"))

    assert claimdiff("extract", "a.unknown", "--input-format", "markdown")[1].count("107 people")
    assert claimdiff("extract", "a.unknown", "b.txt", "--input-format", "./a.unknown=markdown")[0] == 0
    for wrong, said in (("markdwn", "did you mean markdown?"), ("none.txt=markdown", "no article of that name")):
        status, _, error = claimdiff("extract", "a.unknown", "--input-format", wrong)
        assert status == 2
        assert said in error
