"""The articles side by side: where each comes from, every clue to its date, and its text with all that is marked in it."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence

from claimdiff.model import DateClue, Document
from claimdiff.reports._escape import named
from claimdiff.reports._page.entries import badge
from claimdiff.reports._page.marked import marked
from claimdiff.reports._page.markup import Html, element, path, rows
from claimdiff.reports._page.sheets import Page, Sheet
from claimdiff.reports._page.spans import Piece
from claimdiff.reports._published import copies, source


def panels(page: Page) -> Html:
    """Every article."""
    return rows(_panel(sheet, page) for sheet in page.sheets)


def tabs(page: Page) -> Html:
    """A button for each article that shows or hides it; none where all fit beside each other."""
    if len(page.sheets) < 3:
        return Html()
    buttons = (
        element("button", badge(sheet), " ", path(sheet.name), type="button", aria_pressed="false", aria_controls=sheet.id) for sheet in page.sheets
    )
    return element("div", rows(buttons), class_="tabs controls", role="group", aria_label="Articles shown")


def _panel(sheet: Sheet, page: Page) -> Html:
    document = sheet.document
    name = f"{sheet.id}-name"
    heading = element("h3", badge(sheet), " ", path(document.path), id=name)
    text = rows(_paragraph(pieces, sheet, page) for pieces in sheet.paragraphs)
    return element(
        "article",
        element("header", heading, _title(sheet), *_dated(sheet), *_warnings(document)),
        element("div", text, class_="text", tabindex="0", role="region", aria_label=f"Text of {sheet.name}"),
        class_="panel",
        id=sheet.id,
        aria_labelledby=name,
    )


def _paragraph(pieces: Sequence[Piece], sheet: Sheet, page: Page) -> Html:
    words = (marked(piece, sheet, page.report.findings) for piece in pieces)
    return element("p", *words, dir="auto", class_="headline" if _is_title(pieces, sheet.document) else None)


def _title(sheet: Sheet) -> Html:
    """The headline, where it is not in the text."""
    title = sheet.document.title
    if not title or any(_is_title(pieces, sheet.document) for pieces in sheet.paragraphs):
        return Html()
    return element("p", title, class_="headline", dir="auto")


def _is_title(pieces: Sequence[Piece], document: Document) -> bool:
    words = document.text[pieces[0].extent.start : pieces[-1].extent.end]
    return document.title is not None and words.split() == document.title.split()


def _dated(sheet: Sheet) -> Iterator[Html]:
    """The publication date that was used and where it comes from, or how to give one; then every clue, believed or not."""
    document = sheet.document
    place = f", filed from {document.place}" if document.place else ""
    if document.published is None:
        option = f"--date {shlex.quote(named(document.path))}=YYYY-MM-DD"
        yield element("p", element("strong", "undated"), f"{place}; if you know the date: ", element("code", option), class_="dated", dir="auto")
    else:
        day = document.published.isoformat()
        yield element("p", "published ", element("time", day, datetime=day), f" ({source(document)}){place}", class_="dated", dir="auto")
    yield from (element("p", told, class_="dated", dir="auto") for told in copies(document))
    if document.dates:
        count = f"{len(document.dates)} {'clue' if len(document.dates) == 1 else 'clues'} to its date"
        yield element("details", element("summary", count), element("ul", rows(_clue(clue, sheet) for clue in document.dates)), class_="clues")


def _clue(clue: DateClue, sheet: Sheet) -> Html:
    document = sheet.document
    value = element("a", clue.value, href=f"#{sheet.anchor(clue.extent)}") if clue.extent else element("span", clue.value)
    used = clue.kind == document.published_from and document.published is not None and clue.value == document.published.isoformat()
    more = [part for part in (clue.time, clue.zone, clue.order) if part]
    return element("li", f"{clue.kind}: ", value, "".join(f", {part}" for part in more), element("strong", " (used)") if used else "")


def _warnings(document: Document) -> Iterator[Html]:
    return (element("p", warning, class_="reader-warning", dir="auto") for warning in document.warnings)
