"""What stands around findings and articles: the headline, the filters, what could not be checked, what the rules mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from claimdiff.model import SEVERITIES, Report
from claimdiff.reports._counts import found, read
from claimdiff.reports._page.entries import badge, sign
from claimdiff.reports._page.markup import Html, element, path, rows, together
from claimdiff.reports._page.sheets import Page, Sheet


def headline(report: Report) -> str:
    """How many findings of each severity: "2 errors, 1 note (1 suppressed)"."""
    counted = found(report)
    return f"{counted[0].upper()}{counted[1:]}"


def summary(page: Page) -> Html:
    """What was read and compared, so that silence cannot be taken for agreement."""
    return together([read(page.report), f"{len(page.agreements)} agreed"], ", ")


def filters(page: Page) -> Html:
    """Boxes for the severities that occur, a choice of the rules that found something, and words to look for."""
    findings = page.report.findings
    counts: Counter[str] = Counter("suppressed" if finding.suppressed else finding.severity for finding in findings)
    rules = Counter(finding.rule for finding in findings)
    boxes = [_box(name, counts[name]) for name in (*SEVERITIES, "suppressed") if counts[name]]
    options = [element("option", f"all rules ({len(findings)})", value="")]
    options += [element("option", f"{rule} ({count})", value=rule) for rule, count in sorted(rules.items())]
    return rows(
        [
            element("fieldset", element("legend", "Show findings of severity", class_="unseen"), rows(boxes)),
            element("label", element("span", "Rule", class_="unseen"), element("select", rows(options), id="rule")),
            element(
                "label",
                element("span", "Words in a finding", class_="unseen"),
                element("input", type="search", id="words", placeholder="Filter by words", autocomplete="off", spellcheck="false"),
            ),
        ]
    )


def skipped(page: Page) -> Html:
    """What was seen and could not be checked, with the reason."""
    left_out = [row for sheet in page.sheets for row in _skipped(sheet)]
    if not left_out:
        return element("p", "Nothing was left out.", class_="none")
    head = element("tr", *(element("th", words, scope="col") for words in ("Article", "Words", "Why not")))
    return element("table", element("thead", head), element("tbody", rows(left_out)))


def rules(page: Page) -> Html:
    """The pages of the rules that found something."""
    spoke = {finding.rule for finding in page.report.findings}
    pages = [
        element("details", element("summary", element("code", rule.name), " ", rule.summary), *_paragraphs(rule.page), id=f"rule-{rule.name}")
        for rule in page.report.rules
        if rule.name in spoke
    ]
    return rows(pages) if pages else element("p", "No rule found anything.", class_="none")


def versions(report: Report) -> str:
    """What made the page."""
    return ", ".join(f"{name} {version}" for name, version in report.versions) or "claimdiff"


def _box(name: str, count: int) -> Html:
    box = element("input", type="checkbox", class_="severity-box", value=name, checked=True)
    shape = sign(name) if name in SEVERITIES else ""
    return element("label", box, shape, f" {name} ", element("span", str(count), class_="count"), class_=f"chip {name}")


def _skipped(sheet: Sheet) -> Iterator[Html]:
    for skip in sheet.article.skipped:
        words = element("a", element("q", skip.extent.of(sheet.document.text), dir="auto"), href=f"#{sheet.anchor(skip.extent)}")
        yield element("tr", element("td", badge(sheet), " ", path(sheet.name)), element("td", words), element("td", skip.reason))


def _paragraphs(page: str) -> Iterator[Html]:
    """A rule's page behind its first sentence, which stands in the summary."""
    return (element("p", paragraph) for paragraph in page.split("\n\n")[1:])
