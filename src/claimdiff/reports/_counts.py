"""How many: of findings, articles and claims, in words."""

from __future__ import annotations

from collections import Counter

from claimdiff.model import SEVERITIES, Report, Severity


def plural(number: int, noun: str) -> str:
    """ "1 note", "2 notes"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def found(report: Report) -> str:
    """How many findings of each severity, suppressed ones apart: "2 errors, 1 note (1 suppressed)"."""
    counts: Counter[Severity] = Counter(finding.severity for finding in report.findings if not finding.suppressed)
    said = ", ".join(plural(counts[severity], severity) for severity in SEVERITIES if counts[severity]) or "no discrepancies found"
    suppressed = sum(finding.suppressed for finding in report.findings)
    return f"{said} ({suppressed} suppressed)" if suppressed else said


def read(report: Report) -> str:
    """What the findings were looked for in: "2 articles: 46 claims read, 21 aligned, 0 could not be checked"."""
    claims, skipped = sum(len(article.claims) for article in report.articles), sum(len(article.skipped) for article in report.articles)
    articles = plural(len(report.articles), "article")
    return f"{articles}: {plural(claims, 'claim')} read, {len(report.alignments)} aligned, {skipped} could not be checked"
