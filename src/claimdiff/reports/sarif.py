"""SARIF 2.1.0 (OASIS), for code scanning: a result for each finding, the other places in relatedLocations.

Columns count code points. Paths are URIs relative to ``%SRCROOT%``, the root of the checked-out sources. What is suppressed is marked, not
left out: a result that vanishes would be closed as fixed, and opened again. A file without lines is named with the paragraph as its logical place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimdiff.model import Document, Finding, Location, Report, RuleInfo
from claimdiff.reports._escape import named, visible
from claimdiff.reports._numbered import numbered
from claimdiff.reports._places import label, region, uri
from claimdiff.reports._published import published
from claimdiff.reports._wire import Json, dump
from claimdiff.values.dates_in_words import value_in_words

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_INFORMATION = "urn:claimdiff:manual"
"""SARIF wants a URI for the tool. The manual comes with the program and has no address; a URN names it."""
_BRACKET = re.compile(r"(?<!\\)((?:\\\\)*)\[")
"""An opening bracket that no backslash keeps from beginning a link."""
_ROOT = "%SRCROOT%"


def render(report: Report, *, width: int, color: bool) -> str:
    """The report as one run."""
    rules = _rules(report)
    index = {rule.name: at for at, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "claimdiff", **_version(report), "informationUri": _INFORMATION, "rules": [_rule(rule) for rule in rules]}},
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the checked-out sources."}}},
        "artifacts": list(_artifacts(report)),
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": [_result(finding, index[finding.rule], nth) for finding, nth in numbered(report.findings, lambda finding: finding.id)],
    }
    return dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rules(report: Report) -> list[RuleInfo]:
    """The rules that ran, then those that findings name all the same."""
    known = {rule.name: rule for rule in report.rules}
    for finding in report.findings:
        known.setdefault(finding.rule, RuleInfo(finding.rule, f"{finding.rule}.", ""))
    return list(known.values())


def _version(report: Report) -> Json:
    versions = dict(report.versions)
    return {"version": versions["claimdiff"]} if "claimdiff" in versions else {}


def _rule(rule: RuleInfo) -> Json:
    summary = {"text": rule.summary}
    return {
        "id": rule.name,
        "name": rule.name.title().replace("-", ""),
        "shortDescription": summary,
        "fullDescription": summary,
        "help": {"text": rule.page or rule.summary},
    }


def _artifacts(report: Report) -> Iterator[Json]:
    """The files, each with the publication date of every article in it."""
    files: dict[str, list[Document]] = {}
    for article in report.articles:
        files.setdefault(uri(article.document.file), []).append(article.document)
    for name, documents in files.items():
        told = (f"{named(one.path)}: {published(one)}" if len(documents) > 1 else published(one) for one in documents)
        yield {"description": {"text": _plain(". ".join(told))}, "location": {"uri": name, **_base(name)}, "roles": ["analysisTarget"]}


def _result(finding: Finding, rule: int, nth: int) -> Json:
    first, *others = finding.locations
    result: Json = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": finding.severity,
        "message": {"text": _message(finding, others)},
        "locations": [_location(first)],
        "relatedLocations": [{"id": number, **_location(place)} for number, place in enumerate(others, 1)],
        # GitHub reads primaryLocationLineHash alone, and would otherwise make one of the line's words.
        "partialFingerprints": {"claimdiffFinding/v1": f"{finding.id}:{nth}", "primaryLocationLineHash": f"{finding.id}:{nth}"},
        "rank": round(finding.confidence * 100, 1),
        "properties": {
            "kind": finding.kind,
            "confidence": finding.confidence,
            "reconciliation": finding.reconciliation and visible(finding.reconciliation),
        },
    }
    if finding.suppressed:
        result["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": "Accepted by the newsroom: a baseline or a suppression names it."}
        ]
    return result


def _message(finding: Finding, others: list[Location]) -> str:
    """The message, what would reconcile it, and a link to every other place: viewers show only those that a message links to."""
    parts = [_plain(finding.message)]
    if region(finding.locations[0]) is None:
        parts.append(f"Found in {_plain(label(finding.locations[0]))}.")
    if finding.reconciliation:
        parts.append(f"They agree if: {_plain(finding.reconciliation)}.")
    if others:
        links = (f"[{_linked(label(place))}]({number})" for number, place in enumerate(others, 1))
        parts.append(f"See {', '.join(links)}.")
    return " ".join(parts)


def _plain(text: str) -> str:
    """Text for a message (3.11.5): no placeholder and no link is read into it."""
    return _BRACKET.sub(r"\1\\[", visible(text).replace("{", "{{").replace("}", "}}"))


def _linked(text: str) -> str:
    """Text inside the brackets of a link (3.11.6)."""
    return re.sub(r"([\\\[\]])", r"\\\1", text.replace("{", "{{").replace("}", "}}"))


def _location(place: Location) -> Json:
    return {**_place(place), "message": {"text": _plain(value_in_words(place.value))}}


def _place(place: Location) -> Json:
    name = uri(place.file)
    physical: Json = {"artifactLocation": {"uri": name, **_base(name)}}
    found = region(place)
    if found is None:
        # A place must have a region; the first line stands for a file that has none.
        return {
            "physicalLocation": {**physical, "region": {"startLine": 1, "endLine": 1}},
            "logicalLocations": [_paragraph(place.document, place.line)],
        }
    lines = {"startLine": found.line, "startColumn": found.column, "endLine": found.end_line, "endColumn": found.end_column}
    return {"physicalLocation": {**physical, "region": lines}}


def _paragraph(document: Document, number: int) -> Json:
    name = f"paragraph {number}"
    return {"name": name, "fullyQualifiedName": f"{uri(document.file)}/{name}", "kind": "paragraph"}


def _base(name: str) -> Json:
    return {} if name.startswith("file:") else {"uriBaseId": _ROOT}
