"""The same articles give the same bytes, whatever runs around the program; their order on the command line changes the order of mention alone."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import html5lib
import pytest
from lxml import etree

from claimdiff.family import REPORTS
from claimdiff.pipeline import extract_many, judge
from claimdiff.pipeline import read as read_article

ARTICLES = Path(__file__).parents[2] / "fixtures" / "articles"
PAIR = ("tunnel-herald.txt", "tunnel-wire.txt")
SURROUNDINGS = {
    "one": {"PYTHONHASHSEED": "1", "LC_ALL": "C"},
    "other": {"PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8", "COLUMNS": "200", "FORCE_COLOR": "1"},
}
LOCALES = ("LC_ALL", "LC_CTYPE", "LANG", "PYTHONIOENCODING", "PYTHONUTF8")


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    """The program itself, run twice, all formats written at once: in another folder, with another hash seed, in another locale."""
    made = []
    for name, settings in SURROUNDINGS.items():
        folder = tmp_path_factory.mktemp(name)
        for article in PAIR:
            shutil.copy(ARTICLES / article, folder)
        outputs = [f"--output-format={known}=report.{known}" for known in REPORTS.names()]
        environment = {
            **{known: value for known, value in os.environ.items() if known not in LOCALES},
            **settings,
            "GITHUB_STEP_SUMMARY": "summary.md",
        }
        ended = subprocess.run(
            [sys.executable, "-m", "claimdiff", *PAIR, *outputs, "--format", "concise"],
            cwd=folder,
            env=environment,
            capture_output=True,
            check=False,
            timeout=120,
        )
        assert (ended.returncode, ended.stderr) == (1, b"")
        made.append(folder)
    return made


@pytest.mark.parametrize("name", REPORTS.names())
def test_a_format_is_the_same_to_the_byte(folders, name):
    """From the program itself, and it says where both articles have their say."""
    one, other = ((folder / f"report.{name}").read_bytes() for folder in folders)

    assert one == other
    assert all(article.encode() in one for article in PAIR)


def test_the_job_summary_is_the_same_to_the_byte(folders):
    """It is the Markdown report."""
    one, other = ((folder / "summary.md").read_bytes() for folder in folders)

    assert one == other == (folders[0] / "report.markdown").read_bytes()


@pytest.fixture(scope="module")
def both_ways():
    """The reports of one pair in either order, read once."""
    articles = [*extract_many(read_article(str(ARTICLES / name)) for name in PAIR)]
    return judge(*articles), judge(*reversed(articles))


def _words(text):
    """How often each word is mentioned."""
    return Counter(re.findall(r"\w+", text))


def _of_sarif(text):
    """Each result with its places, whichever comes first."""
    return Counter(
        json.dumps([result["ruleId"], result["level"], result["partialFingerprints"], result["rank"], sorted(map(_place, _places(result)))])
        for result in json.loads(text)["runs"][0]["results"]
    )


def _places(result):
    return [*result["locations"], *result["relatedLocations"]]


def _place(location):
    return json.dumps({name: value for name, value in location.items() if name != "id"})


def _of_rdjson(text):
    return Counter(
        json.dumps(
            [
                one["code"],
                one["severity"],
                sorted(json.dumps(place) for place in (one["location"], *(other["location"] for other in one["related_locations"]))),
            ]
        )
        for one in json.loads(text)["diagnostics"]
    )


def _of_gitlab(text):
    return Counter((entry["fingerprint"], entry["check_name"], entry["severity"]) for entry in json.loads(text))


def _of_github(text):
    """Each command with the words of its message."""
    return Counter(
        json.dumps([line.split(" ")[0], line.split("title=")[1].split("::")[0], sorted(_words(line.split("::")[2]).items())])
        for line in text.splitlines()
    )


def _of_junit(text):
    return Counter(
        json.dumps([case.get("classname"), sorted(_words("".join(case.itertext())).items())])
        for case in etree.fromstring(text.encode()).iter("testcase")
    )


def _of_html(text):
    """The words on the page, the letters of the articles and the numbers of the findings apart, which are given in order of mention."""
    page = html5lib.parse(re.sub(r"<(script|style)>.*?</\1>|<h3[^>]*>.*?</h3>", "", text, flags=re.DOTALL), namespaceHTMLElements=False)
    return Counter(word for word in _words(" ".join(page.itertext())).elements() if word not in ("A", "B"))


SAID = {
    "concise": _words,
    "full": _words,
    "json": _words,
    "jsonl": _words,
    "markdown": _words,
    "html": _of_html,
    "sarif": _of_sarif,
    "rdjson": _of_rdjson,
    "gitlab": _of_gitlab,
    "github": _of_github,
    "junit": _of_junit,
}


@pytest.mark.parametrize("name", SAID)
def test_the_order_of_the_articles_changes_the_order_of_mention_alone(both_ways, name):
    """The same findings at the same places, in the same words."""
    one, other = (REPORTS.get(name).render(made, width=200, color=False) for made in both_ways)

    assert SAID[name](one) == SAID[name](other)
    assert SAID[name](one)
