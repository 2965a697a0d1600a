"""The JSON contract: every field always there, in one order, with the types it promises."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from builders import quantity
from claimdiff.model import Article, When
from claimdiff.reports import json as json_format
from claimdiff.reports import jsonl
from samples import claim, herald, lighthouse, read, wire

COMMON = ["id", "kind", "start", "end", "text", "sentence", "topic", "stance"]
FIELDS = {
    "quantity": ["value", "low", "high", "unit", "comparator", "form"],
    "date": ["type", "value", "mod", "from", "before"],
    "attribution": ["source", "cue", "content", "speaker", "anonymous", "source_count", "cue_lemma", "polarity", "quote"],
}


def _loaded(articles):
    return json.loads(json_format.render_articles(articles, width=80, color=False))


def test_an_article_has_the_fields_of_the_contract():
    """In their order, nothing more."""
    for article in _loaded((herald(), wire())):
        assert list(article) == ["schema_version", "document", "claims", "skipped"]
        assert list(article["document"]) == ["path", "title", "published", "published_from", "characters"]
        for one in article["claims"]:
            assert list(one) == COMMON + FIELDS[one["kind"]]
            assert list(one["topic"]) == ["entities", "head", "predicate", "modifiers", "place", "time", "lemmas"]
            assert list(one["stance"]) == ["polarity", "modality", "hedges", "sources"]
        for skip in article["skipped"]:
            assert list(skip) == ["start", "end", "reason"]


def test_a_report_has_the_fields_of_the_contract():
    """In their order, nothing more."""
    loaded = json.loads(json_format.render(lighthouse(), width=80, color=False))

    assert list(loaded) == ["schema_version", "documents", "findings", "summary"]
    assert loaded["summary"] == {"error": 1, "warning": 1, "note": 1, "claims": 8, "alignments": 1, "skipped": 1}
    for finding in loaded["findings"]:
        assert list(finding) == ["id", "rule", "kind", "severity", "confidence", "message", "reconciliation", "suppressed", "locations"]
        for location in finding["locations"]:
            assert list(location) == ["path", "start", "end", "line", "column", "text", "value"]


def test_suppressed_findings_are_marked_and_not_counted():
    """Marked, not dropped: a reader may want to know."""
    made = lighthouse()
    made = replace(made, findings=tuple(replace(finding, suppressed=True) for finding in made.findings))

    loaded = json.loads(json_format.render(made, width=80, color=False))

    assert [finding["suppressed"] for finding in loaded["findings"]] == [True] * 3
    assert loaded["summary"]["error"] == 0


def test_json_lines_are_the_parts_of_json():
    """One finding or one article a line."""
    findings = [json.loads(line) for line in jsonl.render(lighthouse(), width=80, color=False).splitlines()]
    articles = [json.loads(line) for line in jsonl.render_articles((herald(), wire()), width=80, color=False).splitlines()]

    assert [finding.pop("documents")[0]["path"] for finding in findings] == ["herald.txt"] * 3
    assert findings == json.loads(json_format.render(lighthouse(), width=80, color=False))["findings"]
    assert articles == _loaded((herald(), wire()))


@pytest.mark.parametrize(
    ("value", "number", "low", "high"),
    [
        (quantity(12), "12", "12", "12"),
        (quantity("12.0"), "12", "12", "12"),
        (quantity("6.1"), "6.1", "6.1", "6.1"),
        (quantity("1E+9"), "1000000000", "1000000000", "1000000000"),
        (quantity(700, comparator=">"), "700", "700", None),
        (quantity(3, 2, form="score", low=None, high=None), "[3.0, 2.0]", None, None),
        (quantity(12, 120, comparator="~"), "[12.0, 120.0]", "12", "120"),
    ],
)
def test_numbers_are_json_numbers_and_bounds_exact_strings(value, number, low, high):
    """Whole numbers have no point; an open end is null."""
    document = read("a.txt", "words")
    loaded = _loaded((Article(document, (claim(document, "words", value),)),))[0]["claims"][0]

    assert json.dumps(loaded["value"]) == number
    assert (loaded["low"], loaded["high"]) == (low, high)


def test_an_open_date_has_null_ends():
    """Unresolved without a publication date."""
    document = read("a.txt", "Tuesday")
    loaded = _loaded((Article(document, (claim(document, "Tuesday", When("DATE", "XXXX-WXX-2")),)),))[0]["claims"][0]

    assert (loaded["from"], loaded["before"], loaded["mod"]) == (None, None, None)


def test_json_is_ascii():
    """The same bytes in every locale."""
    assert json_format.render(lighthouse(), width=80, color=False).isascii()
    assert jsonl.render(lighthouse(), width=80, color=False).isascii()
