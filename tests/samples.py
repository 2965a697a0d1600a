"""Reports and articles made by hand: what the formats must be able to show, in our own words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from builders import on, quantity
from claimdiff.model import (
    Alignment,
    Article,
    Claim,
    DateClue,
    Document,
    Extent,
    Finding,
    Location,
    Origin,
    Report,
    RuleInfo,
    Severity,
    Skipped,
    Stance,
    Statement,
    Topic,
    Value,
    When,
)

_VERSIONS = (("claimdiff", "1.2.3"),)
HERALD = (
    "Lamps on the Corran lighthouse will be dark in just 11 days, the harbour board said on Tuesday, "
    "ending a service that has guided boats past the reef since 1874 without a single night of interruption.\n"
    "The repairs cost £2.5m. On Monday, June 3, 2025, the keeper was given his last log book."
)
WIRE = "With seven days left before the lamps of Corran lighthouse go out, residents are raising money to keep them lit.\nRepairs cost £2.8 million."


def read(path: str, text: str, published: str | None = None) -> Document:
    """A document whose date, if it has one, stands in a header."""
    clues = (DateClue("header", published), DateClue("dateline", "2025-06-04")) if published else ()
    starts = [0, *(at + 1 for at, character in enumerate(text) if character == "\n")]
    origin = Origin(anchors=tuple((at, line, 1) for line, at in enumerate(starts, 1)))
    return Document(
        path,
        text,
        published=date.fromisoformat(published) if published else None,
        published_from="header" if published else "none",
        dates=clues,
        origin=origin,
    )


def extent(text: str, words: str) -> Extent:
    """Where the words stand in the text."""
    at = text.index(words)
    return Extent(at, at + len(words))


def sentence(text: str, words: str) -> Extent:
    """The line around the words."""
    at = text.index(words)
    end = text.find("\n", at)
    return Extent(text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text))


def place(document: Document, words: str, value: str) -> Location:
    """A location at the words."""
    return Location(document, extent(document.text, words), sentence(document.text, words), value)


def found(*locations: Location, **fields: object) -> Finding:
    """A finding at the locations."""
    plain = Finding("number-differs", "numeric", "error", 0.9, "They differ.", None, locations, "0123456789abcdef")
    return replace(plain, **fields)  # type: ignore[arg-type]


def report(*findings: Finding, articles: tuple[Article, ...] | None = None) -> Report:
    """A report of the findings; its articles are the documents they point into."""
    documents = {id(location.document): location.document for finding in findings for location in finding.locations}
    return Report(articles if articles is not None else tuple(map(Article, documents.values())), (), findings, versions=_VERSIONS)


def claim(document: Document, words: str, value: Value, topic: Topic | None = None) -> Claim:
    """A claim at the words."""
    kind = "attribution" if isinstance(value, Statement) else "date" if isinstance(value, When) else "quantity"
    stance = Stance(hedges=("reportedly",), sources=("harbour board",))
    return Claim(document, kind, extent(document.text, words), sentence(document.text, words), value, topic or Topic(), stance)


def herald() -> Article:
    """An undated article with a claim of every kind and something skipped."""
    document = read("herald.txt", HERALD)
    source, cue = extent(HERALD, "the harbour board"), extent(HERALD, "said")
    said = Statement((source,), (cue,), (Extent(0, source.start - 2),), speaker="harbour board", cue_lemma="say")
    topic = Topic(
        entities=("Corran",),
        head="lamp",
        predicate="be",
        modifiers=("dark",),
        place="Corran",
        time="XXXX-WXX-2",
        lemmas=("dark", "lamp"),
        near=("lamp",),
        vector=(0.25, 0.5),
    )
    claims = (
        claim(document, HERALD[: cue.end], said),
        claim(document, "11 days", quantity(11, unit="day", form="countdown"), topic),
        claim(document, "Tuesday", When("DATE", "XXXX-WXX-2", granularity="day")),
        claim(document, "£2.5m", quantity(2500000, unit="GBP", form="money")),
        claim(document, "June 3, 2025", on("2025-06-03")),
    )
    return Article(document, claims, (Skipped(document, extent(HERALD, "1874"), "no event stands with it"),))


def wire() -> Article:
    """A dated article."""
    document = read("wire.txt", WIRE, "2025-06-05")
    noon = When("TIME", "2025-06-05T12:00", start=datetime(2025, 6, 5, 12), before=datetime(2025, 6, 5, 12, 1), granularity="minute")
    claims = (
        claim(document, "seven days", quantity(7, unit="day", form="countdown")),
        claim(document, "£2.8 million", quantity("2.5", "2800000.5", unit="GBP", form="money")),
        claim(document, "money", noon),
    )
    return Article(document, claims)


def lighthouse() -> Report:
    """A report with a finding of every shape: two articles, three articles, two places in one sentence; a reconciliation, evidence."""
    one, other = herald(), wire()
    third = Article(read("wires/night desk.txt", "Repairs to the light have cost £2.8m so far.", "2025-06-06"))
    countdown = found(
        place(one.document, "11 days", "11 days"),
        place(other.document, "seven days", "2025-06-12"),
        rule="countdown-differs",
        message="wire.txt counts down to 2025-06-12; herald.txt agrees only if it was published on 2025-06-01, and it gives no date.",
        reconciliation="herald.txt was published on 2025-06-01",
        confidence=0.93,
        evidence=("same head: day", "entities +0.80"),
    )
    cost = found(
        place(one.document, "£2.5m", "GBP 2,500,000"),
        place(other.document, "£2.8 million", "GBP 2,800,000"),
        place(third.document, "£2.8m", "GBP 2,800,000"),
        severity="warning",
        message="2 of 3 say £2.8m, herald.txt says “£2.5m”.",
        id="00000000000000ff",
    )
    weekday = found(
        place(one.document, "Monday", "Monday"),
        place(one.document, "June 3, 2025", "2025-06-03, a Tuesday"),
        rule="weekday-mismatch",
        kind="date",
        severity="note",
        message="June 3, 2025 is a Tuesday.",
    )
    aligned = Alignment((one.claims[1], other.claims[0]), 0.87)
    rules = tuple(
        RuleInfo(name, f"{summary}.", f"{summary}.\n\nWhat it flags: [what](0) {{0}} says.")
        for name, summary in (("countdown-differs", "Two articles count down to different days"), ("number-differs", "Two numbers differ"))
    )
    return Report((one, other, third), (aligned,), (countdown, cost, weekday), rules, _VERSIONS)


HOSTILE_WORDS = "{0} [x](1) ]]> \ud800 \x1b[2J <b>&amp; %0A \u202e $5 @desk #7 :tada: https://example.org \uffff"
"""Whatever one format or another would obey, link, refuse or hide."""


def awkward() -> Report:
    """A report with what formats stumble over: names and words out of the ordinary, no lines, several line ends, a suppressed finding."""
    odd = read("./drafts \udcff/c:d%41\n,[x] \U0001f4f0.txt", f"{HOSTILE_WORDS} says 日本 𝒳 12 of\rthem\n::error::14")
    odd = replace(odd, origin=Origin(anchors=((0, 1, 1), (odd.text.index("them"), 2, 1), (odd.text.index("::error::14"), 3, 1))))
    word = replace(read("desk.docx", "There were 13."), origin=Origin("paragraph", ((0, 4, 1),)))
    # As in a page whose tags are gone: the text begins in the middle of a line.
    page = replace(read("/wires/page.html", "There were 12."), origin=Origin(anchors=((0, 3, 40),)))
    cross = found(
        place(odd, "12", HOSTILE_WORDS), place(word, "13", "13"), place(page, "12", "12"), message=f"{HOSTILE_WORDS}.", reconciliation=HOSTILE_WORDS
    )
    inside = found(place(word, "13", "13"), place(odd, "12 of\rthem", "12"), severity="note")
    accepted = found(place(page, "12", "12"), place(odd, "14", "14"), severity="warning", suppressed=True, id="00000000000000aa")
    articles = tuple(Article(document) for document in (odd, word, page, read("desk.docx", "The same name once more.")))
    return Report(articles, (), (cross, accepted, inside), (), _VERSIONS)


def many(number: int, severity: Severity = "error") -> Report:
    """A report of so many findings of a severity."""
    document = read("a.txt", "There were 12.")
    return report(*(found(place(document, "12", "12"), severity=severity, id=f"{at:016x}") for at in range(number)))
