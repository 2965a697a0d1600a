"""The findings and the agreements as lists whose entries link to every place they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimdiff.model import Alignment, Claim, ClaimKind, Finding, Location, Statement, Value, When
from claimdiff.reports._escape import named
from claimdiff.reports._page.marked import quoted
from claimdiff.reports._page.markup import Html, element, path, rows, together
from claimdiff.reports._page.sheets import Page, Sheet, agreement_id, finding_id
from claimdiff.reports._places import label
from claimdiff.reports._sentences import sentences
from claimdiff.values.display import describe

_KINDS: dict[ClaimKind, str] = {"quantity": "Numbers", "date": "Dates", "attribution": "Statements"}
_NO_FINDINGS = "Nothing was found where claims could be aligned. What could not be aligned was not compared."
_NO_AGREEMENTS = "No claims were found to agree."


def findings(page: Page) -> Html:
    """The list of findings, in the order of the report."""
    if not page.report.findings:
        return element("p", _NO_FINDINGS, class_="none")
    known = {rule.name for rule in page.report.rules}
    return element("ol", rows(_finding(i, finding, page, known) for i, finding in enumerate(page.report.findings)), class_="entries", role="list")


def agreements(page: Page) -> Html:
    """Lists of what agrees: claims that speak of the same thing and in which no rule found a difference, by kind."""
    if not page.agreements:
        return element("p", _NO_AGREEMENTS, class_="none")
    return rows(_agreements_of(kind, page) for kind in _KINDS if any(alignment.claims[0].kind == kind for _, alignment in page.agreements))


def sign(severity: str) -> Html:
    """The shape that stands for a severity, for eyes that do not tell its colour."""
    return element("svg", element("use", href=f"#sign-{severity}"), class_="sign", viewBox="0 0 16 16", aria_hidden="true")


def badge(sheet: Sheet) -> Html:
    """The letter of an article."""
    return element("span", sheet.letter, class_="letter")


def _finding(number: int, finding: Finding, page: Page, known: set[str]) -> Html:
    first = finding.locations[0] if finding.locations else None
    pick = element(
        "a",
        sign(finding.severity),
        element("span", str(number + 1), class_="number"),
        " ",
        element("span", finding.severity, class_="severity"),
        " ",
        element("span", finding.rule, class_="rule"),
        class_="pick",
        href=f"#{page.sheet(first.document).anchor(first.extent)}" if first else f"#{finding_id(number)}",
    )
    facts = [element("span", f"confidence {finding.confidence:.2f}")]
    if finding.suppressed:
        facts.append(element("strong", "suppressed"))
    if finding.rule in known:
        facts.append(element("a", "what the rule means", href=f"#rule-{finding.rule}"))
    return element(
        "li",
        element("h3", pick),
        element("p", finding.message, class_="message", dir="auto"),
        element("ol", rows(_places(finding.locations, page)), class_="places", role="list"),
        _reasons(finding),
        element("p", together(facts, " \u00b7 "), class_="facts"),
        class_=f"entry finding {finding.severity}{' suppressed' if finding.suppressed else ''}",
        id=finding_id(number),
        data_severity=finding.severity,
        data_rule=finding.rule,
        data_suppressed=finding.suppressed,
    )


def _places(locations: Iterable[Location], page: Page) -> Iterator[Html]:
    """The places of a finding; the sentence of places that share one is quoted once, under the last of them."""
    for group in sentences(locations):
        sheet = page.sheet(group[0].document)
        for location in group:
            link = element("a", badge(sheet), " ", path(sheet.name), _within(location), href=f"#{sheet.anchor(location.extent)}")
            said = element("q", location.text, class_="words", dir="auto")
            means = element("span", location.value, class_="value", dir="auto")
            excerpt = element("blockquote", quoted(group), dir="auto") if location is group[-1] else ""
            yield element("li", link, " ", said, " ", means, excerpt)


def _within(location: Location) -> str:
    """The place behind the name of its article."""
    return label(location).removeprefix(named(location.path))


def _reasons(finding: Finding) -> Html:
    reasons = [("Agree if", finding.reconciliation, "agree"), ("Because", "; ".join(finding.evidence), "because")]
    shown = [element("div", element("dt", term), element("dd", said, dir="auto"), class_=kind) for term, said, kind in reasons if said]
    return element("dl", *shown) if shown else Html()


def _agreements_of(kind: ClaimKind, page: Page) -> Html:
    some = [(number, alignment) for number, alignment in page.agreements if alignment.claims[0].kind == kind]
    entries = rows(_agreement(number, alignment, page) for number, alignment in some)
    heading = element("h3", f"{_KINDS[kind]} ({len(some)})")
    return element("section", heading, element("ul", entries, class_="entries", role="list"), class_=f"kind {kind}")


def _agreement(number: int, alignment: Alignment, page: Page) -> Html:
    first = alignment.claims[0]
    values = list(dict.fromkeys(filter(None, (_value(claim.value) for claim in alignment.claims)))) or ["as written"]
    compatible = element("em", " (compatible)") if len(values) > 1 else ""
    anchor = page.sheet(first.document).anchor(first.extent)
    pick = element("a", " / ".join(values), compatible, class_="pick", dir="auto", href=f"#{anchor}")
    said = element("span", *_said(alignment.claims, page), class_="said")
    return element("li", pick, said, class_="entry agreement", id=agreement_id(number))


def _value(value: Value) -> str | None:
    """What a claim comes to; of a date that could not be placed in time nothing that its words do not say."""
    if isinstance(value, Statement):
        who = value.speaker or value.description or "unnamed"
        return who if value.polarity == "asserts" else f"{who} ({value.polarity})"
    return None if isinstance(value, When) and "X" in value.value else describe(value)


def _said(claims: Sequence[Claim], page: Page) -> Iterator[Html]:
    for claim in claims:
        sheet = page.sheet(claim.document)
        yield element("a", badge(sheet), " ", element("q", claim.text, dir="auto"), href=f"#{sheet.anchor(claim.extent)}", title=sheet.name)
