"""What the timeline shows: a lane for each article, with its dated claims and its publication date in rows that do not overlap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Literal

from claimdiff.model import Claim, Extent, When
from claimdiff.reports._page.sheets import Page, Sheet, agreement_id, finding_id

Shape = Literal["claim", "implied", "published", "clue"]


@dataclass(frozen=True, slots=True)
class Item:
    """Something that an article dates.

    Attributes:
        shape: a claim, a day that a countdown comes to, the publication date, or a clue to it that was not used.
        start, before: when.
        words: as the article has it.
        value: what it means.
        anchor: the id of the place in the article, None if it is not in its text.
        labels: of the findings and agreements about it.
        count: how often the article dates something so.
    """

    shape: Shape
    start: datetime
    before: datetime
    words: str
    value: str
    anchor: str | None
    labels: tuple[str, ...] = ()
    count: int = 1


@dataclass(frozen=True, slots=True)
class Lane:
    """The items of one article in order of time, and the dates that have no place on an axis."""

    sheet: Sheet
    items: tuple[Item, ...]
    open: tuple[Claim, ...]


def lanes(page: Page) -> list[Lane]:
    """The lanes of a page, in the order of its articles."""
    labels = _labels(page)
    implied = _implied(page)
    return [_lane(sheet, labels[sheet.number], implied[sheet.number]) for sheet in page.sheets]


def _lane(sheet: Sheet, labels: dict[Extent, tuple[str, ...]], implied: Sequence[Item]) -> Lane:
    placed: dict[tuple[datetime, datetime], Item] = {}
    unplaced = []
    for claim in sheet.article.claims:
        value = claim.value
        if not isinstance(value, When) or value.type not in ("DATE", "TIME"):
            continue
        if value.start is None or value.before is None:
            unplaced.append(claim)
            continue
        key = (value.start, value.before)
        item = placed.get(key) or Item("claim", *key, claim.text, value.value, sheet.anchor(claim.extent), count=0)
        # A claim in dispute is the one to show where several have the same date.
        if labels.get(claim.extent) and not item.labels:
            item = replace(item, words=claim.text, anchor=sheet.anchor(claim.extent))
        placed[key] = replace(item, labels=tuple(dict.fromkeys([*item.labels, *labels.get(claim.extent, ())])), count=item.count + 1)
    items = [*_published(sheet), *placed.values(), *implied]
    return Lane(sheet, tuple(sorted(items, key=lambda item: (item.start, item.before, item.shape))), tuple(unplaced))


def _published(sheet: Sheet) -> Iterator[Item]:
    document = sheet.document
    if document.published is not None:
        used = next((clue.extent for clue in document.dates if clue.kind == document.published_from and clue.extent), None)
        yield Item("published", *_whole(document.published), "published", document.published.isoformat(), sheet.anchor(used) if used else None)
    for clue in document.dates:
        other = _day(clue.value)
        if other and other != document.published:
            yield Item("clue", *_whole(other), clue.kind, clue.value, sheet.anchor(clue.extent) if clue.extent else None)


def _labels(page: Page) -> defaultdict[int, dict[Extent, tuple[str, ...]]]:
    """Labels of the findings and agreements about each date claim, by article and extent."""
    labels: defaultdict[int, dict[Extent, tuple[str, ...]]] = defaultdict(dict)

    def add(number: int, extent: Extent, label: str) -> None:
        labels[number][extent] = (*labels[number].get(extent, ()), label)

    for i, finding in enumerate(page.report.findings):
        for location in finding.locations:
            add(page.sheet(location.document).number, location.extent, finding_id(i))
    for i, alignment in page.agreements:
        for claim in alignment.claims:
            add(page.sheet(claim.document).number, claim.extent, agreement_id(i))
    return labels


def _implied(page: Page) -> defaultdict[int, list[Item]]:
    """Days that findings work out of words that are no date: what a countdown comes to."""
    dated = {
        (id(claim.document), claim.extent)
        for sheet in page.sheets
        for claim in sheet.article.claims
        if isinstance(claim.value, When) and claim.value.start
    }
    items: defaultdict[int, list[Item]] = defaultdict(list)
    for i, finding in enumerate(page.report.findings):
        for location in finding.locations:
            day = _day(location.value)
            if day and (id(location.document), location.extent) not in dated:
                sheet = page.sheet(location.document)
                item = Item("implied", *_whole(day), location.text, location.value, sheet.anchor(location.extent), (finding_id(i),))
                items[sheet.number].append(item)
    return items


def stacked(widths: Iterable[tuple[float, float]]) -> list[int]:
    """The row of each stretch ``(from, to)``, so that those in one row do not overlap; they come in order of their beginning."""
    ends: list[float] = []
    rows = []
    for start, end in widths:
        row = next((i for i, taken in enumerate(ends) if taken <= start), len(ends))
        ends[row : row + 1] = [end]
        rows.append(row)
    return rows


def _whole(day: date) -> tuple[datetime, datetime]:
    """A day from its beginning to the next."""
    start = datetime.combine(day, time.min)
    return start, start + timedelta(days=1) if day < date.max else datetime.max


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if len(value) == 10 else None
    except ValueError:
        return None
