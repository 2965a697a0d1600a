"""Records as the dictionaries of the JSON contract (schema_version 1): every field always there, null when unknown."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from datetime import datetime, time
from decimal import Decimal
from typing import Any

from claimdiff.model import SEVERITIES, Article, Claim, Document, Extent, Finding, Location, Quantity, Report, Statement, Value, When
from claimdiff.reports._escape import inert_json

SCHEMA_VERSION = 1

Json = dict[str, Any]


def dump(value: Json | list[Json], *, indent: int | None = None) -> str:
    """Deterministic JSON, keys in the order of the contract; ASCII alone, so that every locale writes the same bytes."""
    separators = (",", ":") if indent is None else None
    return inert_json(json.dumps(value, indent=indent, separators=separators, allow_nan=False))


def article(extracted: Article) -> Json:
    """A document with its claims and what was skipped."""
    return {
        "schema_version": SCHEMA_VERSION,
        "document": document(extracted.document),
        "claims": [claim(one) for one in extracted.claims],
        "skipped": [{"start": skip.extent.start, "end": skip.extent.end, "reason": skip.reason} for skip in extracted.skipped],
    }


def document(read: Document) -> Json:
    """What is known of a document without its text."""
    return {
        "path": read.path,
        "title": read.title,
        "published": read.published.isoformat() if read.published else None,
        "published_from": read.published_from,
        "characters": len(read.text),
    }


def claim(one: Claim) -> Json:
    """A claim with the fields of its kind."""
    return {
        "id": one.id,
        "kind": one.kind,
        "start": one.extent.start,
        "end": one.extent.end,
        "text": one.text,
        "sentence": _pair(one.sentence),
        "topic": {
            "entities": list(one.topic.entities),
            "head": one.topic.head,
            "predicate": one.topic.predicate,
            "modifiers": list(one.topic.modifiers),
            "place": one.topic.place,
            "time": one.topic.time,
            "lemmas": list(one.topic.lemmas),
        },
        "stance": {
            "polarity": one.stance.polarity,
            "modality": one.stance.modality,
            "hedges": list(one.stance.hedges),
            "sources": list(one.stance.sources),
        },
        **_value(one.value),
    }


def report(made: Report) -> Json:
    """The whole report."""
    counts = Counter(finding.severity for finding in made.findings if not finding.suppressed)
    return {
        "schema_version": SCHEMA_VERSION,
        "documents": [document(one.document) for one in made.articles],
        "findings": [finding(one) for one in made.findings],
        "summary": {
            **{severity: counts[severity] for severity in SEVERITIES},
            "claims": sum(len(one.claims) for one in made.articles),
            "alignments": len(made.alignments),
            "skipped": sum(len(one.skipped) for one in made.articles),
        },
    }


def finding(one: Finding) -> Json:
    """One finding with its locations."""
    return {
        "id": one.id,
        "rule": one.rule,
        "kind": one.kind,
        "severity": one.severity,
        "confidence": one.confidence,
        "message": one.message,
        "reconciliation": one.reconciliation,
        "suppressed": one.suppressed,
        "locations": [_location(place) for place in one.locations],
    }


def finding_alone(one: Finding) -> Json:
    """One finding with its locations, and the documents they stand in where no report lists them."""
    documents = {place.path: place.document for place in one.locations}
    return {**finding(one), "documents": [document(read) for read in documents.values()]}


def _location(place: Location) -> Json:
    return {
        "path": place.path,
        "start": place.start,
        "end": place.end,
        "line": place.line,
        "column": place.column,
        "text": place.text,
        "value": place.value,
    }


def _value(value: Value) -> Json:
    if isinstance(value, Quantity):
        return {
            "value": _number(value.value[0]) if len(value.value) == 1 else [float(part) for part in value.value],
            "low": _exact(value.low),
            "high": _exact(value.high),
            "unit": value.unit,
            "comparator": value.comparator,
            "form": value.form,
        }
    if isinstance(value, When):
        return {"type": value.type, "value": value.value, "mod": value.mod, "from": _moment(value.start), "before": _moment(value.before)}
    assert isinstance(value, Statement)
    return {
        "source": _pairs(value.source),
        "cue": _pairs(value.cue),
        "content": _pairs(value.content),
        "speaker": value.speaker,
        "anonymous": value.anonymous,
        "source_count": value.source_count,
        "cue_lemma": value.cue_lemma,
        "polarity": value.polarity,
        "quote": value.quote,
    }


def _number(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)


def _exact(number: Decimal | None) -> str | None:
    if number is None:
        return None
    plain = f"{number:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _moment(moment: datetime | None) -> str | None:
    if moment is None:
        return None
    if moment.time() == time.min:
        return moment.date().isoformat()
    return moment.isoformat(timespec="seconds" if moment.second else "minutes")


def _pair(extent: Extent) -> list[int]:
    return [extent.start, extent.end]


def _pairs(extents: Iterable[Extent]) -> list[list[int]]:
    return [_pair(extent) for extent in extents]
