"""The html report as its readers meet it: parsed by html5lib, and made of reports with something of everything in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

import html5lib

from builders import on, quantity
from claimdiff.model import Alignment, Article, DateClue, Document, Extent, Report, RuleInfo, Skipped, When
from claimdiff.reports import html
from samples import claim, extent, found, place, read


def rendered(report: Report) -> str:
    """The page of a report."""
    return html.render(report, width=80, color=False)


def parsed(report: Report) -> Element:
    """The page of a report as a browser would read it; anything that HTML forbids raises."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(rendered(report))


def named(root: Element, name: str) -> list[Element]:
    """Elements of a class, in the order of the page."""
    return [element for element in root.iter() if name in (element.get("class") or "").split()]


def element(root: Element, id_: str) -> Element:
    """The element with an id."""
    return next(one for one in root.iter() if one.get("id") == id_)


def words(root: Element) -> str:
    """What an element says, white space as single spaces."""
    return " ".join("".join(root.itertext()).split())


def parts(root: Element) -> str:
    """What an element says, its elements set apart by spaces whether or not white space lies between them."""
    return " ".join(" ".join(root.itertext()).split())


def tags(root: Element) -> Iterator[str]:
    """Names of all elements; html5lib spells those of SVG with their namespace."""
    return (str(one.tag).rpartition("}")[2] for one in root.iter())


MORNING = "Ferry sinks off Lund\n\nThe ferry sank on Monday. It carried 80 people for three hours.\n\nA rescue began at once."
EVENING = "The ferry went down on Sunday. 80 people were aboard for three hours. Some said twelve boats came, perhaps."
NIGHT = "Eighty people were on the ferry."


def ferry() -> Report:
    """Three articles: dates in dispute, numbers that agree, a suppressed finding, a skipped claim, every kind of clue."""
    morning = replace(
        read("wires/morning.txt", MORNING, "2024-05-07"),
        title="Ferry sinks off Lund",
        place="LUND",
        dates=(
            DateClue("header", "2024-05-07", time="08:30", zone="GMT"),
            DateClue("metadata", "2024-05-08"),
            DateClue("dateline", "XXXX-05-06", extent=extent(MORNING, "Monday")),
        ),
        warnings=("2 characters could not be decoded",),
    )
    evening, night = read("evening.txt", EVENING, "2024-05-07"), Document("night.txt", NIGHT)
    hours = When("DURATION", "PT3H")
    articles = (
        Article(
            morning,
            (
                claim(morning, "Monday", on("2024-05-06")),
                claim(morning, "80 people", quantity(80, unit="person")),
                claim(morning, "three hours", quantity(3, unit="hour", form="duration")),
                claim(morning, "three hours", hours),
            ),
        ),
        Article(
            evening,
            (
                claim(evening, "Sunday", on("2024-05-05")),
                claim(evening, "80 people", quantity(80, unit="person")),
                claim(evening, "three hours", quantity(3, unit="hour", form="duration")),
                claim(evening, "three hours", hours),
            ),
            (Skipped(evening, extent(EVENING, "perhaps"), "no number stands with it"),),
        ),
        Article(night, (claim(night, "Eighty people", quantity(80, unit="person")),)),
    )
    first, second, third = (article.claims for article in articles)
    alignments = (
        Alignment((first[0], second[0]), 0.9),
        Alignment((first[1], second[1], third[0]), 0.8),
        Alignment((first[2], second[2]), 0.8),
        Alignment((first[3], second[3]), 0.8),
    )
    dates = found(
        place(morning, "Monday", "2024-05-06"),
        place(evening, "Sunday", "2024-05-05"),
        rule="date-differs",
        kind="date",
        message="morning.txt says Monday, evening.txt says Sunday.",
        reconciliation="one counts from midnight",
        evidence=("same verb: sink",),
    )
    boats = found(place(evening, "twelve boats", "12 boats"), severity="warning", message="Nobody else has boats.", suppressed=True, id="f" * 16)
    rules = (RuleInfo("date-differs", "Two articles date the same event differently.", "Two articles date it.\n\nWhat it flags: dates."),)
    return Report(articles, alignments, (dates, boats), rules, (("claimdiff", "1.2.3"),))


HOSTILE = (
    "</script><script>window.hit = 1</script>",
    "<img src=https://example.org/x onerror=window.hit=1>",
    '"><svg onload=window.hit=1><a href="javascript:window.hit=1">x</a>',
    "' onfocus=window.hit=1 autofocus='",
    "</style><style>@import 'https://example.org/x';</style>",
    "<!-- --><![CDATA[ ]]></title><base href=https://example.org/>",
    "&lt;script&gt;&#60;b&#62; ${script} $style",
    "\x00\x1b[2J \u202e21\u202c \u2066x \ufffe \ud800",
)
"""What an article might hold to be obeyed."""


def hostile(said: str) -> Report:
    """A report in which every word that comes from outside is ``said``."""
    text = f"{said} 12 {said}\n\n{said}"
    document = Document(
        f"{said}.txt", text, title=said, place=said, dates=(DateClue("header", said, time=said, zone=said, order=said),), warnings=(said,)
    )
    other = Document(f"b {said}.txt", f"13 {said}", furniture=(Extent(0, 1),))
    one, two = claim(document, "12", quantity(12, unit=said)), claim(other, "13", quantity(13, unit=said))
    undated = When("DATE", said)
    finding = found(
        place(document, "12", said), place(other, "13", said), rule=said, message=said, reconciliation=said, evidence=(said,), confidence=0.5
    )
    articles = (
        Article(document, (one, claim(document, "12", undated)), (Skipped(document, extent(text, "12"), said),)),
        Article(other, (two, claim(other, "13", replace(on("2024-05-06"), value=said)))),
    )
    return Report(articles, (Alignment((one, two), 0.5, (said,)),), (finding,), (RuleInfo(said, said, f"{said}\n\n{said}"),), ((said, said),))
