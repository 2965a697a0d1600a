"""The JSON Schema that ships with the package: our output fits it, and what does not fit is refused."""

from __future__ import annotations

import json
from copy import deepcopy
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest
from jsonschema import Draft202012Validator

from builders import quantity
from claimdiff import model
from claimdiff.model import Article, Statement, When
from claimdiff.pipeline import extract_many, judge
from claimdiff.pipeline import read as read_article
from claimdiff.reports import _wire, jsonl
from claimdiff.reports import json as json_format
from samples import awkward, claim, herald, lighthouse, read, report, wire

SCHEMA = json.loads((files("claimdiff.reports") / f"schema-{_wire.SCHEMA_VERSION}.json").read_text(encoding="utf-8"))
FIXTURES = Path(__file__).parents[2] / "fixtures"
GOLDEN, ARTICLES = FIXTURES / "reports", FIXTURES / "articles"


def _closed(schema):
    """The schema with no room for fields that it does not name."""
    if isinstance(schema, list):
        return [_closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {name: _closed(one) for name, one in schema.items()}
    return {**closed, "additionalProperties": False} if schema.get("type") == "object" else closed


def _fits(name, value):
    """Checks the value against one definition, then against the whole, nothing added."""
    schema = _closed(SCHEMA)
    Draft202012Validator({**schema, "anyOf": [{"$ref": f"#/$defs/{name}"}]}).validate(value)
    Draft202012Validator(SCHEMA).validate(value)


def test_the_schema_is_one():
    """By the rules of JSON Schema, and it names the version it is of."""
    Draft202012Validator.check_schema(SCHEMA)

    assert SCHEMA["$defs"]["version"]["const"] == _wire.SCHEMA_VERSION
    assert SCHEMA["$id"].endswith(f":{_wire.SCHEMA_VERSION}")


@pytest.mark.parametrize("made", [lighthouse(), awkward(), report()], ids=["lighthouse", "awkward", "nothing"])
def test_a_report_fits(made):
    """As one object, and each line of JSON lines as a finding."""
    _fits("report", json.loads(json_format.render(made, width=80, color=False)))
    for line in jsonl.render(made, width=80, color=False).splitlines():
        _fits("line", json.loads(line))


def _every_value():
    document = read("a.txt", "words")
    values = [
        quantity("6.5", unit="kilometre", comparator=">"),
        quantity(12, 120, comparator="~"),
        quantity(3, 2, form="score", low=None, high=None),
        When("DURATION", "P12D", mod="APPROX"),
        Statement((), (), (), anonymous=True, source_count=2, polarity="denies", quote="direct"),
    ]
    return Article(document, tuple(claim(document, "words", value) for value in values))


def test_claims_fit():
    """As a list, and each line of JSON lines as an article."""
    articles = (herald(), wire(), _every_value())

    _fits("articles", json.loads(json_format.render_articles(articles, width=80, color=False)))
    for line in jsonl.render_articles(articles, width=80, color=False).splitlines():
        _fits("article", json.loads(line))


def test_what_is_read_from_articles_fits():
    """Claims of every kind and findings as the pipeline makes them."""
    extracted = tuple(extract_many(read_article(str(path)) for path in sorted(ARTICLES.glob("*.txt"))))

    _fits("articles", json.loads(json_format.render_articles(extracted, width=80, color=False)))
    _fits("report", json.loads(json_format.render(judge(*extracted), width=80, color=False)))


@pytest.mark.parametrize("file", ["json.json", "json.claims.json"])
def test_the_golden_files_fit(file):
    """What stands in the repository is what the schema describes."""
    Draft202012Validator(SCHEMA).validate(json.loads((GOLDEN / file).read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("definition", "field", "literal"),
    [
        ("finding", "kind", model.FindingKind),
        ("finding", "severity", model.Severity),
        ("document", "published_from", model.PublishedFrom),
        ("quantity", "comparator", model.Comparator),
        ("quantity", "form", model.Form),
        ("date", "type", model.TimexType),
        ("attribution", "polarity", model.StatementPolarity),
        ("attribution", "quote", model.Quote),
        ("stance", "polarity", model.Polarity),
        ("stance", "modality", model.Modality),
    ],
)
def test_the_words_of_a_field_are_those_of_the_records(definition, field, literal):
    """A word added to a record is added to the schema."""
    assert SCHEMA["$defs"][definition]["properties"][field]["enum"] == list(get_args(literal))


def _spoiled():
    """The lighthouse report, each time with one thing wrong."""
    whole = json.loads(json_format.render(lighthouse(), width=80, color=False))
    for field in whole:
        yield f"no {field}", {name: value for name, value in whole.items() if name != field}
    for field in whole["findings"][0]:
        spoiled = deepcopy(whole)
        del spoiled["findings"][0][field]
        yield f"no findings.{field}", spoiled
    for field, wrong in {"severity": "fatal", "confidence": 1.5, "locations": [], "message": None}.items():
        spoiled = deepcopy(whole)
        spoiled["findings"][0][field] = wrong
        yield f"{field} {wrong}", spoiled


SPOILED = dict(_spoiled())


@pytest.mark.parametrize("what", SPOILED)
def test_what_is_no_report_does_not_fit(what):
    """A schema that takes everything says nothing."""
    assert not Draft202012Validator(SCHEMA).is_valid(SPOILED[what])
