"""Every Markdown case of fixtures/rules, through the whole program: what the rule of that name says, and nothing else.

UPDATE_CASES=1 rewrites the expectations; read the diff before committing it.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from claimdiff import compare, read_text
from claimdiff.model import Finding

FOLDER = Path(__file__).parents[2] / "fixtures" / "rules"
_CASE = re.compile(r"^## (?P<title>.+)$", re.MULTILINE)
_ARTICLE = re.compile(r"^```text (?P<path>\S+)(?: (?P<date>\d{4}-\d\d-\d\d))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_FINDINGS = re.compile(r"(?P<open>^```findings\n)(?P<list>.*?)(?=^```$)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Case:
    """One case: where it stands, its articles, what is expected."""

    rule: str
    title: str
    articles: tuple[tuple[str, str | None, str], ...]
    expected: str

    def actual(self) -> str:
        """The findings, one a line: severity, then the words of each location, then the reconciliation; an article called draft is one."""
        documents = [read_text(text, path, date.fromisoformat(day) if day else None) for path, day, text in self.articles]
        drafts = [document for document in documents if document.path.startswith("draft")]
        return "".join(f"{_line(finding)}\n" for finding in compare(*documents, drafts=drafts, rules=[self.rule]).findings)


def _line(finding: Finding) -> str:
    places = " | ".join(f"{place.path}:{place.line}:{place.column} “{place.text}” = {place.value}" for place in finding.locations)
    lines = [f"{finding.severity}: {places}", f"  {finding.message}"]
    if finding.reconciliation:
        lines.append(f"  agree if: {finding.reconciliation}")
    return "\n".join(lines)


def _cases(file: Path) -> list[Case]:
    text = file.read_text(encoding="utf-8")
    titles = list(_CASE.finditer(text))
    ends = [match.start() for match in titles[1:]] + [len(text)]
    found = []
    for match, end in zip(titles, ends, strict=True):
        body = text[match.end() : end]
        articles = tuple((article["path"], article["date"], article["text"]) for article in _ARTICLE.finditer(body))
        expected = _FINDINGS.search(body)
        assert articles, f"{file}: {match['title']}: no articles"
        assert expected, f"{file}: {match['title']}: no findings block"
        found.append(Case(file.stem, match["title"], articles, expected["list"]))
    return found


def _update(file: Path) -> None:
    actual = iter([case.actual() for case in _cases(file)])
    file.write_text(_FINDINGS.sub(lambda match: match["open"] + next(actual), file.read_text(encoding="utf-8")), encoding="utf-8")


if os.environ.get("UPDATE_CASES"):
    for path in sorted(FOLDER.glob("*.md")):
        _update(path)

CASES = [case for path in sorted(FOLDER.glob("*.md")) for case in _cases(path)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.title}")
def test_the_rule_says_what_the_case_expects(case):
    """The findings of the rule are the ones written below the case."""
    assert case.actual() == case.expected


@pytest.mark.parametrize("case", [case for case in CASES if case.title.startswith("Silent")], ids=lambda case: f"{case.rule}: {case.title}")
def test_silent_cases_expect_nothing(case):
    """A case called silent cannot be rewritten into one that speaks."""
    assert case.expected == ""


@pytest.mark.parametrize("rule", sorted({case.rule for case in CASES}))
def test_every_rule_has_as_many_silent_cases_as_loud_ones(rule):
    """Silence is tested as much as speech."""
    cases = [case for case in CASES if case.rule == rule]
    silent = [case for case in cases if not case.expected]

    assert len(silent) >= len(cases) - len(silent) > 0
