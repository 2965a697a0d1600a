"""The formats under validators that others wrote, each named by a variable; .ci/run sets them, and says which it could not get.

SARIF_MULTITOOL: the program of the npm package @microsoft/sarif-multitool. RDFORMAT_VALIDATOR: that of @umbrelladocs/rdformat-validator.
JUNIT_XSD: the schema of Jenkins' xUnit plugin, which the source of pytest carries as testing/example_scripts/junit-10.xsd.
"""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import replace

import pytest
from lxml import etree

from claimdiff.family import REPORTS
from claimdiff.model import Report
from claimdiff.pipeline import judge
from samples import awkward, herald, lighthouse, many, wire

MADE = {
    "lighthouse": lighthouse(),
    "awkward": awkward(),
    "no findings": replace(lighthouse(), findings=()),
    "many": many(12),
    "nothing": Report((), (), (), versions=(("claimdiff", "1.2.3"),)),
    "one article": judge(herald()),
    "two articles": judge(herald(), wire()),
}


def _named(variable):
    """Where the validator is; without it the test is skipped by its name."""
    place = os.environ.get(variable)
    if not place:
        pytest.skip(f"{variable} names no validator")
    return place


def _written(folder, name, suffix):
    """Every report in a file of its own."""
    paths = [folder / f"{at}.{suffix}" for at in range(len(MADE))]
    for path, made in zip(paths, MADE.values(), strict=True):
        path.write_text(REPORTS.get(name).render(made, width=80, color=False), encoding="utf-8")
    return list(map(str, paths))


def _multitool(folder, paths):
    """The rules that the multitool finds broken, at the levels error and warning."""
    found = folder / "found.sarif"
    options = ["--rule-kind", "Sarif;Ghas", "--level", "Error;Warning", "--kind", "Fail", "--output", str(found)]
    ended = subprocess.run([_named("SARIF_MULTITOOL"), "validate", *paths, *options], capture_output=True, check=False, timeout=300)
    assert ended.returncode == 0, ended.stdout.decode()
    assert f"{len(paths)} files scanned" in ended.stdout.decode()
    results = json.loads(found.read_text(encoding="utf-8-sig"))["runs"][0]["results"]
    return [(result["ruleId"], result["message"]["arguments"]) for result in results]


def test_sarif_passes_the_multitool_without_an_error_or_a_warning(tmp_path):
    """Under its own rules and those of GitHub's code scanning."""
    assert _multitool(tmp_path, _written(tmp_path, "sarif", "sarif")) == []


def test_the_multitool_would_find_something(tmp_path):
    """A validator that finds nothing in anything says nothing."""
    path = tmp_path / "spoiled.sarif"
    path.write_text(REPORTS.get("sarif").render(lighthouse(), width=80, color=False).replace('"informationUri"', '"other"'), encoding="utf-8")

    assert "SARIF2005" in [rule for rule, _ in _multitool(tmp_path, [str(path)])]


def test_rdjson_passes_the_validator_of_the_format(tmp_path):
    """Strictly, with no field that it does not know."""
    paths = _written(tmp_path, "rdjson", "json")

    ended = subprocess.run([_named("RDFORMAT_VALIDATOR"), "--strict", "--no-extra-fields", *paths], capture_output=True, check=False, timeout=120)

    assert ended.returncode == 0, ended.stdout.decode()


def test_junit_passes_the_schema_of_jenkins(tmp_path):
    """The dialect that the others read too."""
    schema = etree.XMLSchema(file=_named("JUNIT_XSD"))

    for path in _written(tmp_path, "junit", "xml"):
        schema.assertValid(etree.parse(path))
