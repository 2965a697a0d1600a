"""The formats for CI systems: what each of them promises, read back as its readers read it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import escape
from urllib.parse import unquote_to_bytes

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from lxml import etree
from markdown_it import MarkdownIt

from claimdiff.family import REPORTS
from claimdiff.model import Article, Extent, Location, Origin
from claimdiff.reports import markdown
from claimdiff.reports._escape import named, visible
from claimdiff.reports._numbered import distinct
from claimdiff.reports._places import uri
from samples import HOSTILE_WORDS, awkward, found, lighthouse, many, place, read, report

REPORTS_SHOWN = {"lighthouse": lighthouse(), "awkward": awkward(), "nothing": report(), "no findings": replace(lighthouse(), findings=())}
ALL = pytest.mark.parametrize("made", REPORTS_SHOWN.values(), ids=REPORTS_SHOWN)


def _rendered(name, made):
    return REPORTS.get(name).render(made, width=80, color=False)


def _one(words, *more, text=None, path="a.txt", **fields):
    """A report of one finding at the words of a document, and elsewhere."""
    document = read(path, text or words)
    return report(found(place(document, words, words), *more, **fields))


# SARIF


def _run(made):
    return json.loads(_rendered("sarif", made))["runs"][0]


def test_sarif_counts_columns_in_code_points_and_says_so():
    """An emoji and a Greek letter are a column each."""
    run = _run(_one("12", text="αβ 📰 12 γ"))

    assert run["columnKind"] == "unicodeCodePoints"
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"] == {"startLine": 1, "startColumn": 6, "endLine": 1, "endColumn": 8}


def test_sarif_gives_the_other_articles_as_related_locations_that_the_message_links_to():
    """GitHub shows only those that are linked."""
    result = _run(lighthouse())["results"][1]

    related = {one["id"]: one["physicalLocation"]["artifactLocation"]["uri"] for one in result["relatedLocations"]}
    assert len(result["locations"]) == 1
    assert related == {1: "wire.txt", 2: "wires/night%20desk.txt"}
    assert result["message"]["text"].endswith("See [wire.txt:2:14](1), [wires/night desk.txt:1:32](2).")


@ALL
def test_sarif_results_have_distinct_fingerprints_and_an_existing_rule(made):
    """Two findings of one id are two."""
    run = _run(made)
    prints = [result["partialFingerprints"]["primaryLocationLineHash"] for result in run["results"]]

    assert len(set(prints)) == len(prints) == len(made.findings)
    assert all(run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


def test_a_fingerprint_stays_when_text_and_paths_move():
    """A comment above it, or another folder, makes no new alert."""
    before = _one("12", text="There are 12.")
    after = _one("12", text="A line more.\nThere are 12.", path="moved/b.txt")

    for name, field in (("sarif", "claimdiffFinding/v1"), ("gitlab", '"fingerprint"')):
        lines = [[line for line in _rendered(name, made).splitlines() if field in line] for made in (before, after)]
        assert lines[0] == lines[1] != []


def test_sarif_marks_what_is_suppressed_and_leaves_nothing_out():
    """A result that vanishes would be closed as fixed."""
    results = _run(awkward())["results"]

    assert ["suppressions" in result for result in results] == [False, True, False]


@pytest.mark.parametrize(
    ("path", "reference"),
    [
        ("a.txt", "a.txt"),
        ("./wires/a b.txt", "wires/a%20b.txt"),
        ("../a.txt", "../a.txt"),
        ("/wires/a.txt", "file:///wires/a.txt"),
        ("c:x#y?.txt", "c%3Ax%23y%3F.txt"),
        ("50%25.txt", "50%2525.txt"),
        ("é\n.txt", "%C3%A9%0A.txt"),
        ("raw\udcff.txt", "raw%FF.txt"),
        ("\ud800.txt", "%ED%A0%80.txt"),
        (".", "."),
    ],
)
def test_a_path_is_a_relative_reference_that_names_the_same_file(path, reference):
    """Nothing in a name is taken for a scheme, a query or an escape; the bytes come back."""
    assert uri(path) == reference
    assert unquote_to_bytes(reference.removeprefix("file://")) == path.removeprefix("./").encode(
        "utf-8", "surrogateescape" if "\ud800" not in path else "surrogatepass"
    )


def test_sarif_messages_hold_no_placeholder_and_no_link_of_the_article():
    """Braces are doubled and what looks like a link is not one."""
    text = _run(awkward())["results"][0]["message"]["text"]

    assert text.startswith("{{0}} \\[x](1)")
    assert "␛\\[2J" in text
    assert [link[1] for link in re.finditer(r"(?<!\\)\[[^\]]*\]\((\d)\)", text)] == ["1", "2"]


def test_sarif_has_the_pages_of_the_rules_as_help():
    """Also of those that found nothing."""
    rules = _run(replace(lighthouse(), findings=()))["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in rules] == ["countdown-differs", "number-differs"]
    assert "What it flags:" in rules[0]["help"]["text"]


# Places without lines


def test_a_file_without_lines_is_named_with_its_paragraph():
    """Each format says it where it can."""
    document = replace(read("desk.docx", "There were 13."), origin=Origin("paragraph", ((0, 4, 1),)))
    made = report(found(place(document, "13", "13")))

    result = _run(made)["results"][0]
    assert result["locations"][0]["logicalLocations"][0]["name"] == "paragraph 4"
    assert "desk.docx, paragraph 4" in result["message"]["text"]
    assert json.loads(_rendered("gitlab", made))[0]["location"] == {"path": "desk.docx", "lines": {"begin": 1}}
    assert "desk.docx, paragraph 4" in json.loads(_rendered("gitlab", made))[0]["description"]
    assert json.loads(_rendered("rdjson", made))["diagnostics"][0]["location"] == {"path": "desk.docx"}
    assert _rendered("github", made).startswith("::error file=desk.docx,title=number-differs::")
    for name in ("github", "junit", "markdown"):
        assert "desk.docx, paragraph 4" in _rendered(name, made)


# GitHub


@pytest.mark.parametrize(
    ("words", "properties"),
    [("12", "line=1,col=11,endLine=1,endColumn=13"), ("12 of\nthem", "line=1,endLine=2")],
)
def test_github_gives_columns_only_inside_a_line(words, properties):
    """It takes no others."""
    assert _rendered("github", _one(words, text="There are 12 of\nthem.")).startswith(f"::error file=a.txt,{properties},title=")


@pytest.mark.parametrize(("number", "hidden"), [(0, None), (9, None), (10, None), (11, 1), (60, 50)])
def test_the_tenth_annotation_says_how_many_github_hides(number, hidden):
    """It drops the eleventh and all others of its kind without a word."""
    made = many(number)
    made = replace(made, findings=(*made.findings, *many(10, "note").findings))

    lines = _rendered("github", made).splitlines()

    telling = [(at, line) for at, line in enumerate(lines) if " hides " in line]
    assert len(lines) == number + 10
    assert [at for at, _ in telling] == ([9] if hidden else [])
    assert all(f"hides {hidden} more" in line for _, line in telling)


def test_github_reads_back_what_was_meant():
    """Escapes undone, the message is the text with what cannot be seen made visible."""
    line = _rendered("github", awkward()).splitlines()[0]

    properties, _, message = line.removeprefix("::error ").partition("::")
    fields = dict(one.split("=", 1) for one in properties.split(","))
    assert fields["file"].replace("%2C", ",").replace("%3A", ":").replace("%25", "%") == "drafts \\udcff/c:d%41␊,[x] 📰.txt"
    assert "%250A" in message
    assert message.count("%0A") == 7


# JUnit

INSIDE = {
    "testsuites": {"testsuite"},
    "testsuite": {"testcase"},
    "testcase": {"failure", "skipped", "system-out"},
    "failure": set(),
    "skipped": set(),
    "system-out": set(),
}
ATTRIBUTES = {
    "testsuites": {"name", "tests", "failures", "errors"},
    "testsuite": {"name", "tests", "failures", "errors", "skipped", "time"},
    "testcase": {"classname", "name", "time"},
    "failure": {"message", "type"},
    "skipped": {"message"},
    "system-out": set(),
}
"""The part of the dialect of Jenkins that we use; what is left out here, some reader refuses."""


def _suite(made):
    return etree.fromstring(_rendered("junit", made).encode())


@ALL
def test_junit_keeps_to_the_dialect(made):
    """Elements, attributes and counts."""
    root = _suite(made)

    for element in root.iter():
        assert set(element.attrib) == ATTRIBUTES[element.tag]
        assert {child.tag for child in element} <= INSIDE[element.tag]
    suite = root[0]
    assert len(suite.findall("testcase")) == int(suite.get("tests")) == len(made.articles) + len(made.findings)
    assert len(suite.findall(".//failure")) == int(suite.get("failures"))
    assert len(suite.findall(".//skipped")) == int(suite.get("skipped"))


@ALL
def test_junit_names_are_unique_and_hold_no_line(made):
    """CI systems tell test cases apart by class and name, and match them between runs."""
    cases = [(case.get("classname"), case.get("name")) for case in _suite(made).iter("testcase")]

    assert len(set(cases)) == len(cases)


@given(st.lists(st.sampled_from(["a", "a (2)", "a (3)", "a (2) (2)", "b"])))
def test_names_become_distinct(names):
    """Also where a number behind a name makes another name."""
    made = list(distinct(names))

    assert len(set(made)) == len(names)
    assert all(one.startswith(name) for one, name in zip(made, names, strict=True))


def test_junit_fails_on_errors_and_warnings_alone():
    """A note asks nothing of anyone; a suppressed finding is skipped."""
    by_type = [failure.get("type") for failure in _suite(lighthouse()).iter("failure")]

    assert by_type == ["error", "warning"]
    assert [case[0].tag for case in _suite(awkward()).iter("testcase")][-3:] == ["failure", "skipped", "system-out"]


def test_junit_repeats_the_message_in_the_body():
    """GitLab shows nothing else."""
    for failure in _suite(awkward()).iter("failure"):
        assert failure.get("message") in failure.text


def test_junit_gives_the_words_back():
    """What XML can hold comes back as it was; what it cannot is spelled."""
    failure = next(_suite(_one("12", message="a ]]> <b> &amp; \x00 \x1b \ufffe 📰 \"'")).iter("failure"))

    assert failure.get("message") == "a ]]> <b> &amp; ␀ ␛ \\ufffe 📰 \"'"


# GitLab and reviewdog

GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path"],
                "properties": {
                    "path": {"type": "string", "minLength": 1, "not": {"pattern": "^\\./"}},
                    "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}},
                    "positions": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"$ref": "#/$defs/position"}, "end": {"$ref": "#/$defs/position"}},
                    },
                },
                "oneOf": [{"required": ["lines"]}, {"required": ["positions"]}],
            },
        },
    },
    "$defs": {
        "position": {
            "type": "object",
            "required": ["line", "column"],
            "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
        }
    },
}
"""What GitLab's documentation asks of a Code Quality report, in our own words."""


@ALL
def test_gitlab_entries_are_what_it_asks_for(made):
    """And no two of one fingerprint: it would keep the first."""
    entries = json.loads(_rendered("gitlab", made))
    Draft202012Validator(GITLAB).validate(entries)

    assert len({entry["fingerprint"] for entry in entries}) == len(entries) == sum(not finding.suppressed for finding in made.findings)


def test_gitlab_grades_severities():
    """Three of its five."""
    assert [entry["severity"] for entry in json.loads(_rendered("gitlab", lighthouse()))] == ["major", "minor", "info"]


POSITION = {
    "type": "object",
    "required": ["line"],
    "additionalProperties": False,
    "properties": {name: {"type": "integer", "minimum": 1} for name in ("line", "column")},
}
PLACE = {
    "type": "object",
    "required": ["path"],
    "additionalProperties": False,
    "properties": {
        "path": {"type": "string", "minLength": 1},
        "range": {"type": "object", "required": ["start"], "additionalProperties": False, "properties": {"start": POSITION, "end": POSITION}},
    },
}
DIAGNOSTIC = {
    "type": "object",
    "required": ["message", "location"],
    "additionalProperties": False,
    "properties": {
        "message": {"type": "string", "minLength": 1},
        "location": PLACE,
        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
        "code": {"type": "object", "required": ["value"], "additionalProperties": False, "properties": {"value": {"type": "string"}}},
        "related_locations": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["location"],
                "additionalProperties": False,
                "properties": {"message": {"type": "string"}, "location": PLACE},
            },
        },
    },
}
RDJSON = {
    "type": "object",
    "required": ["source", "diagnostics"],
    "additionalProperties": False,
    "properties": {"source": {"type": "object", "required": ["name"]}, "diagnostics": {"type": "array", "items": DIAGNOSTIC}},
}
"""The part of reviewdog's DiagnosticResult that we use, in our own words."""


@ALL
def test_rdjson_is_a_diagnostic_result(made):
    """Strictly: its reader refuses lone surrogates, too."""
    rendered = _rendered("rdjson", made)
    Draft202012Validator(RDJSON).validate(json.loads(rendered))

    json.loads(rendered)["diagnostics"] and json.dumps(json.loads(rendered), ensure_ascii=False).encode()


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("There are 12.", "12", {"line": 1, "column": 11}, {"line": 1, "column": 13}),
        ("a𐐀b 12", "12", {"line": 1, "column": 8}, {"line": 1, "column": 10}),
        ("£\n£ £12 more", "£12", {"line": 2, "column": 4}, {"line": 2, "column": 8}),
        ("é12\né34", "12\né34", {"line": 1, "column": 3}, {"line": 2, "column": 5}),
    ],
)
def test_rdjson_counts_columns_in_bytes(text, words, start, end):
    """Of UTF-8, as its definition says; the end is exclusive."""
    place_ = json.loads(_rendered("rdjson", _one(words, text=text)))["diagnostics"][0]["location"]

    assert place_["range"] == {"start": start, "end": end}


@pytest.mark.parametrize("anchors", [((0, 3, 40),), ((0, 1, 1), (5, 3, 6)), ((0, 2, 1), (3, 3, 9))])
def test_rdjson_names_lines_where_bytes_cannot_be_counted(anchors):
    """Behind tags the text does not hold the line from its beginning."""
    page = replace(read("page.html", "There were 12."), origin=Origin(anchors=anchors))

    assert json.loads(_rendered("rdjson", report(found(place(page, "12", "12")))))["diagnostics"][0]["location"]["range"] == {
        "start": {"line": 3},
        "end": {"line": 3},
    }


def test_a_region_ends_behind_the_last_character_and_not_before_the_next():
    """The next one may stand in another line, or behind a tag."""
    document = replace(read("page.html", "There were 12 of them."), origin=Origin(anchors=((0, 1, 5), (13, 7, 1))))
    whole = Location(document, Extent(11, 13), Extent(0, 22), "12")
    empty = Location(document, Extent(11, 11), Extent(0, 22), "12")

    regions = [_run(report(found(one)))["results"][0]["locations"][0]["physicalLocation"]["region"] for one in (whole, empty)]

    assert regions == [
        {"startLine": 1, "startColumn": 16, "endLine": 1, "endColumn": 18},
        {"startLine": 1, "startColumn": 16, "endLine": 1, "endColumn": 16},
    ]


# Markdown


def test_markdown_shows_the_differing_words_in_bold():
    """As HTML, for asterisks beside a currency sign or a letter are no emphasis."""
    assert "cost <strong>£2.5m</strong>. On Monday" in _rendered("markdown", lighthouse())


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a *b* _c_ `d` [e](f) <g> &amp; ~h~ | \\", "a \\*b\\* \\_c\\_ \\`d\\` \\[e\\](f) &lt;g&gt; &amp;amp; \\~h\\~ \\| \\\\"),
        ("$5 and $6, @desk, #12", "<span>$</span>5 and <span>$</span>6, <span>@</span>desk, <span>#</span>12"),
        ("https://x www.x", "https<span>:</span>//x www<span>.</span>x"),
        (":tada: :100: 10:30:15 a:b", "<span>:</span>tada: <span>:</span>100: 10:30:15 a:b"),
        ("12.5m, 3-2 (so) – “yes”!", "12.5m, 3-2 (so) – “yes”!"),
        ("- a", "\\- a"),
        ("12. a", "12\\. a"),
        ("2) a", "2\\) a"),
        ("===", "\\==="),
        ("+1", "\\+1"),
        ("::error::a", "\\:<span>:</span>error::a"),
        ("# a", "<span>#</span> a"),
    ],
)
def test_markdown_shows_words_as_they_are(text, escaped):
    """No markup, no formula, no mention, no link, no emoji; plain prose stays plain."""
    assert f"\n\n{escaped}\n\n" in _rendered("markdown", _one("x", message=text))
    assert f"They agree if: {escaped}\n" in _rendered("markdown", _one("x", reconciliation=text))


MARKUP = st.text(st.sampled_from("ab1 *_`~[]()<>&|\\\\#!:/.-+=$@\"'{}^\n\t"), min_size=1, max_size=20)
ADDED = re.compile(r"</?(?:span|strong)>")


@settings(deadline=None)
@given(MARKUP.filter(str.strip))
def test_a_reader_of_markdown_shows_the_words_and_nothing_else(words):
    """Whatever they look like: as a message, as a value, as a sentence with the place in bold, as a file name."""
    document = read(words, f"{words}12{words}")
    location = Location(document, Extent(len(words), len(words) + 2), Extent(0, len(document.text)), words)

    page = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(_rendered("markdown", report(found(location, message=words))))

    said, sentence, path = (escape(text, quote=False).replace('"', "&quot;") for text in (visible(words), visible(document.text), named(words)))
    line, column = location.line, location.column
    assert ADDED.sub("", page) == (
        "<h2>claimdiff: 1 error</h2>\n<p>1 article: 0 claims read, 0 aligned, 0 could not be checked.</p>\n"
        f"<h3>error: number-differs</h3>\n<p>{said.strip()}</p>\n"
        f"<ul>\n<li>\n<p><code>{path}:{line}:{column}</code> {said.strip()}</p>\n"
        f"<blockquote>\n<p>{sentence.strip()}</p>\n</blockquote>\n</li>\n</ul>\n"
        f"<h3>Articles</h3>\n<ul>\n<li><code>{path}</code> undated</li>\n</ul>\n"
    )


def test_markdown_opens_no_list_in_a_sentence():
    """Article lines begin with anything."""
    assert "  > \\- a <strong>12</strong>\n" in _rendered("markdown", _one("12", text="- a 12"))


def test_markdown_counts_what_is_suppressed_and_does_not_show_it():
    """Like the full report."""
    text = _rendered("markdown", _one("12", suppressed=True))

    assert text.startswith("## claimdiff: no discrepancies found (1 suppressed)\n")
    assert "###" not in text.replace("### Articles", "")


@pytest.mark.parametrize("room", [100, 300, 1_000, 5_000, 50_000])
def test_a_summary_fits_its_room_and_says_what_is_left_out(room):
    """GitHub shows nothing of a summary that is too long."""
    text = markdown.summary(many(100), room)

    shown = text.count("### error")
    assert len(text.encode()) <= room
    assert (f"\n{100 - shown} findings more than fit here.\n" in text) == (bool(text) and shown < 100)


def test_a_summary_with_room_enough_is_the_whole_report():
    """To the character."""
    assert markdown.summary(lighthouse(), 2**20) == _rendered("markdown", lighthouse())


# All of them


@pytest.mark.parametrize("name", ["sarif", "gitlab", "rdjson", "junit"])
@ALL
def test_formats_for_machines_are_ascii(name, made):
    """The same bytes whatever encoding standard output has."""
    assert _rendered(name, made).isascii()


@pytest.mark.parametrize("name", ["github", "gitlab", "rdjson", "markdown"])
def test_what_is_suppressed_is_not_shown(name):
    """SARIF and JUnit mark it, the JSON of our own too."""
    assert "17 boats" not in _rendered(name, _one("17 boats", suppressed=True))


@pytest.mark.parametrize("name", ["github", "gitlab", "junit", "rdjson", "sarif", "markdown"])
def test_one_article_and_many_are_shown(name):
    """A finding inside one article has no others; one of twelve has eleven."""
    alone = read("a.txt", "There were 12 and 13.")
    others = [read(f"{at}.txt", "There were 14.") for at in range(11)]
    one = report(found(place(alone, "12", "12"), place(alone, "13", "13")), articles=(Article(alone),))
    twelve = report(found(place(alone, "12", "12"), *(place(other, "14", "14") for other in others)))

    assert "a.txt" in _rendered(name, one)
    assert all(f"{at}.txt" in _rendered(name, twelve) for at in range(11))


def test_awkward_words_are_awkward():
    """The sample still holds what it is there for."""
    assert all(part in HOSTILE_WORDS for part in ("]]>", "\x1b", "\ud800", "%0A", "\u202e", "$", "@", "\uffff"))
