"""How rules make findings: locations, the id that survives moved lines, names of articles in messages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from pathlib import PurePath

from claimdiff.model import Claim, Document, Extent, Finding, FindingKind, Location, Severity
from claimdiff.values.display import describe


def finding(  # one field each of the record
    rule: str,
    kind: FindingKind,
    severity: Severity,
    confidence: float,
    message: str,
    claims: Sequence[Claim],
    reconciliation: str | None = None,
    values: Sequence[str] | None = None,
    evidence: Iterable[str] = (),
) -> Finding:
    """A finding on aligned claims, located at each claim's words.

    Args:
        rule: name of the rule.
        kind: what sort of statement differs.
        severity: how bad.
        confidence: 0..1; rounded to two decimals.
        message: one sentence.
        claims: where; the first is named first.
        reconciliation: the assumption under which they would agree.
        values: what each claim's value is called, if not as ``describe`` does.
        evidence: why the claims were aligned.
    """
    shown = list(values) if values is not None else [describe(claim.value) for claim in claims]
    locations = [Location(claim.document, claim.extent, claim.sentence, value) for claim, value in zip(claims, shown, strict=True)]
    topics = [f"{claim.topic.head}|{claim.topic.predicate}|{describe(claim.value)}" for claim in claims]
    reasons = dict.fromkeys([*evidence, *(reason for claim in claims for reason in claim.evidence)])
    return Finding(
        rule=rule,
        kind=kind,
        severity=severity,
        confidence=round(confidence, 2),
        message=message,
        reconciliation=reconciliation,
        locations=tuple(locations),
        id=finding_id(rule, kind, topics),
        evidence=tuple(reasons),
    )


def finding_id(rule: str, kind: str, said: Iterable[str]) -> str:
    """Hash of rule, kind and what is said, in no order: a moved line or a renamed file keeps it."""
    return blake2b("\n".join([rule, kind, *sorted(said)]).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def place(document: Document, extent: Extent, value: str) -> Location:
    """A location without a claim; the line around it serves as its sentence."""
    text = document.text
    start = max(text.rfind("\n", 0, extent.start), text.rfind("\r", 0, extent.start)) + 1
    ends = [at for at in (text.find("\n", extent.end), text.find("\r", extent.end)) if at >= 0]
    return Location(document, extent, Extent(start, min(ends, default=len(text))), value)


def names(documents: Iterable[Document]) -> dict[str, str]:
    """What to call each document in a message, by path: the file name, or the whole path where two share it."""
    paths = [document.path for document in documents]
    short = [PurePath(path).name or path for path in paths]
    return {path: name if short.count(name) == 1 else path for path, name in zip(paths, short, strict=True)}
