"""The timeline: the dated claims of each article in a lane of its own, drawn as SVG, and the same as a table."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimdiff.model import Finding
from claimdiff.reports._page.entries import badge
from claimdiff.reports._page.lanes import Item, Lane, Shape, lanes, stacked
from claimdiff.reports._page.marked import gravest
from claimdiff.reports._page.markup import Html, element, path, rows, together
from claimdiff.reports._page.scale import Scale
from claimdiff.reports._page.sheets import Page, is_finding, number_of

_WIDTH = 1080.0
_ROW, _PAD, _AXIS, _LABELS = 26.0, 8.0, 30.0, 132.0
_BAR = 5.0
_LETTER = 6.1
"""Width of a letter of a label, on average, in the size that the style sheet gives it."""
_LONGEST = 26
"""Letters of a label; the whole words stand in its title and in the table."""
_ENDLESS = 20000.0
"""What the bands of the lanes are drawn wide: to the edge of any screen."""
_TICK = re.compile(r"\d{4}(-\d\d){0,2}")
_SHAPES: dict[Shape, str] = {"claim": "", "implied": "works out at", "published": "publication date used", "clue": "publication date not used"}
_ALTERNATIVE = "Timeline of the dated claims; the table below says the same"
_NOTE = "Gaps are drawn shorter the longer they are: the order is true, the distances are not to scale."


@dataclass(frozen=True, slots=True)
class _Spot:
    """An item at its place in the drawing: the upper left corner of its row, the end of its bar, and its lane."""

    item: Item
    x: float
    end: float
    y: float
    lane: int


def timeline(page: Page) -> Html:
    """The drawing, what could not be placed in it, and a table of the same for those who do not see it."""
    drawn = lanes(page)
    moments = [moment for lane in drawn for item in lane.items for moment in (item.start, item.before)]
    if not moments:
        return together([element("p", "No date could be placed in time.", class_="none"), *_open(drawn)])
    scale = Scale(moments, _WIDTH)
    spots, tops = _spots(drawn, scale)
    return rows([_figure(drawn, spots, tops, scale, page.report.findings), element("p", _NOTE, class_="hint"), *_open(drawn), _table(drawn)])


def _spots(drawn: Sequence[Lane], scale: Scale) -> tuple[list[_Spot], list[float]]:
    """Every item at its place, and where each lane begins; the last of these is where the drawing ends."""
    spots, tops = [], [_AXIS]
    for number, lane in enumerate(drawn):
        ends = [(scale.at(item.start), scale.at(item.before)) for item in lane.items]
        widths = [(x, max(end, x + _width(item))) for item, (x, end) in zip(lane.items, ends, strict=True)]
        levels = stacked(widths)
        spots += [_Spot(item, x, end, tops[-1] + _PAD + level * _ROW, number) for item, (x, end), level in zip(lane.items, ends, levels, strict=True)]
        tops.append(tops[-1] + 2 * _PAD + _ROW * (max(levels, default=0) + 1))
    return spots, tops


def _figure(drawn: Sequence[Lane], spots: Sequence[_Spot], tops: Sequence[float], scale: Scale, findings: Sequence[Finding]) -> Html:
    """The names of the lanes, which stay where they are, and beside them the chart, which scrolls."""
    width = max(scale.width, *(spot.x + _width(spot.item) for spot in spots))
    names = [*_bands(tops), *(_name(lane, top) for lane, top in zip(drawn, tops, strict=False))]
    letters = (element("text", lane.sheet.letter, class_="lane-print", x=1, y=top + _PAD + 12) for lane, top in zip(drawn, tops, strict=False))
    marks = [*_ticks(spots, tops[-1]), *_published(spots, tops), *_joins(spots, findings), *(_spot(spot, findings) for spot in spots)]
    chart = _drawing([*_bands(tops), *letters, *marks], width, tops[-1], class_="chart", role="group", aria_label=_ALTERNATIVE)
    return element(
        "div",
        _drawing(names, _LABELS, tops[-1], class_="names", aria_hidden="true"),
        element("div", chart, class_="scroll", tabindex="0", role="region", aria_label="Timeline, scrolls sideways"),
        class_="lanes",
    )


def _drawing(parts: Iterable[Html], width: float, height: float, **attributes: str) -> Html:
    box = f"0 0 {width:.1f} {height:.1f}"
    return element("svg", rows(parts), width=width, height=height, viewBox=box, preserveAspectRatio="xMinYMin meet", **attributes)


def _bands(tops: Sequence[float]) -> Iterator[Html]:
    """Every other lane is tinted, so that the eye can follow it."""
    for top, below in list(pairwise(tops))[::2]:
        yield element("rect", class_="band", x=0, y=top, width=_ENDLESS, height=below - top)


def _name(lane: Lane, top: float) -> Html:
    y = top + _PAD + 12
    letter = element("text", lane.sheet.letter, class_="lane-letter", x=10, y=y)
    name = element("text", _shortened(lane.sheet.name, 15), class_="lane-name", x=30, y=y)
    dated = lane.sheet.document.published
    below = element("text", dated.isoformat() if dated else "undated", class_="lane-date", x=30, y=y + 14)
    return together([letter, name, below])


def _ticks(spots: Iterable[_Spot], height: float) -> Iterator[Html]:
    """Dates along the upper edge: those of publication and those in dispute first, others where there is room left."""
    taken: list[tuple[float, float]] = []
    for spot in sorted(spots, key=lambda spot: (spot.item.shape != "published", not any(map(is_finding, spot.item.labels)), spot.x)):
        words = spot.item.value if _TICK.fullmatch(spot.item.value) else spot.item.start.date().isoformat()
        stretch = (spot.x, spot.x + len(words) * _LETTER + 14)
        at = bisect_left(taken, stretch)
        if (at and taken[at - 1][1] > stretch[0]) or (at < len(taken) and taken[at][0] < stretch[1]):
            continue
        insort(taken, stretch)
        line = element("line", class_="tick", x1=spot.x, x2=spot.x, y1=_AXIS - 8, y2=height)
        yield together([line, element("text", words, class_="tick-label", x=spot.x, y=_AXIS - 14)])


def _published(spots: Iterable[_Spot], tops: Sequence[float]) -> Iterator[Html]:
    for spot in spots:
        if spot.item.shape == "published":
            yield element("line", class_="published", x1=spot.x, x2=spot.x, y1=tops[spot.lane], y2=tops[spot.lane + 1])


def _joins(spots: Iterable[_Spot], findings: Sequence[Finding]) -> Iterator[Html]:
    """A line through the items of each finding and agreement, from lane to lane."""
    joined: defaultdict[str, list[_Spot]] = defaultdict(list)
    for spot in spots:
        for label in spot.item.labels:
            joined[label].append(spot)
    for label, some in joined.items():
        if len(some) > 1:
            points = " ".join(f"{spot.x:.1f},{spot.y + 18:.1f}" for spot in some)
            yield element("polyline", class_=f"join {_grade([label], findings)}", points=points, data_f=label)


def _spot(spot: _Spot, findings: Sequence[Finding]) -> Html:
    item = spot.item
    grade = _grade(item.labels, findings)
    found = grade not in ("", "agreed")
    words = element("text", _label(item), x=spot.x + (13 if found else 0), y=spot.y + 12)
    sign = element("use", href=f"#sign-{grade.split()[0]}", class_="sign", x=spot.x, y=spot.y + 3, width=10, height=10) if found else ""
    return element(
        "a" if item.anchor else "g",
        element("title", _title(item)),
        sign,
        words,
        _figure_of(spot),
        class_=f"item {item.shape} {grade}".rstrip(),
        href=f"#{item.anchor}" if item.anchor else None,
        data_f=" ".join(item.labels) or None,
        tabindex="-1" if item.anchor else None,
    )


def _figure_of(spot: _Spot) -> Html:
    x, y = spot.x, spot.y + 15.5
    middle = y + _BAR / 2
    if spot.item.shape == "claim":
        return element("rect", x=x, y=y, width=max(spot.end - x - 1.5, _BAR), height=_BAR, rx=1)
    if spot.item.shape == "implied":
        return element("path", d=f"M{x - 5:.1f} {middle:.1f}l5 -5l5 5l-5 5z")
    if spot.item.shape == "published":
        return element("path", d=f"M{x:.1f} {y - 3:.1f}l9 5l-9 5z")
    return element("circle", cx=x, cy=middle, r=4)


def _grade(labels: Iterable[str], findings: Sequence[Finding]) -> str:
    labels = list(labels)
    found = [findings[number_of(label)] for label in labels if is_finding(label)]
    if found:
        return gravest(found)
    return "agreed" if labels else ""


def _label(item: Item) -> str:
    times = f" \u00d7{item.count}" if item.count > 1 else ""
    return f"{_shortened(item.words, _LONGEST)}{times}"


def _width(item: Item) -> float:
    """Units of width that the label of an item needs, its sign and some air included."""
    return len(_label(item)) * _LETTER + 24


def _title(item: Item) -> str:
    kind = _SHAPES[item.shape]
    return f"{item.words}: {f'{kind} ' if kind else ''}{item.value}"


def _shortened(words: str, longest: int) -> str:
    return words if len(words) <= longest else f"{words[: longest - 1]}\u2026"


def _open(drawn: Iterable[Lane]) -> Iterator[Html]:
    """Dates that stay open, with the reason an editor can do something about."""
    for lane in drawn:
        if lane.open:
            why = "No place in time" if lane.sheet.document.published else "No place in time until the publication date is known"
            words = [element("a", element("q", claim.text, dir="auto"), href=f"#{lane.sheet.anchor(claim.extent)}") for claim in lane.open]
            yield element("p", badge(lane.sheet), f" {why}: ", together(words, ", "), class_="open")


def _table(drawn: Iterable[Lane]) -> Html:
    head = element("tr", *(element("th", words, scope="col") for words in ("Date", "Article", "Words", "Remark")))
    body = rows(_row(lane, item) for lane in drawn for item in lane.items)
    table = element("table", element("thead", head), element("tbody", body))
    return element("details", element("summary", "The timeline as a table"), table)


def _row(lane: Lane, item: Item) -> Html:
    words = element("a", element("q", item.words, dir="auto"), href=f"#{item.anchor}") if item.anchor else element("span", item.words)
    times = f"{item.count} times" if item.count > 1 else ""
    return element(
        "tr",
        element("td", item.value),
        element("td", badge(lane.sheet), " ", path(lane.sheet.name)),
        element("td", words),
        element("td", _SHAPES[item.shape] or times),
    )
