"""Markup in which text cannot become markup: whatever is not Html already is escaped, and what cannot be seen is spelled out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from claimdiff.reports._escape import named, visible

_VOID = frozenset({"br", "circle", "input", "line", "path", "polyline", "rect", "use"})
"""Elements without an end tag: those of HTML that are used here, and shapes of SVG, which close themselves."""
_NONCHARACTERS = re.compile("[\ufdd0-\ufdef" + "".join(chr(plane + low) for plane in range(0, 0x110000, 0x10000) for low in (0xFFFE, 0xFFFF)) + "]")
"""Code points that no HTML document may contain, not even as references."""


class Html(str):
    """Finished markup."""

    __slots__ = ()


def text(words: str) -> Html:
    """Words of an article or about it: one line, escaped, nothing hidden in them."""
    return _escaped(visible(words))


def path(name: str) -> Html:
    """A file name, its spaces kept, set apart from the direction of the writing around it."""
    return Html(f'<bdi class="path">{_escaped(named(name))}</bdi>')


def element(tag: str, *children: str, **attributes: str | float | bool | None) -> Html:
    """An element with its attributes and children; children that are no Html are text.

    Attributes that are None or False are left out, those that are True have no value; ``class_`` is class, ``data_f`` is data-f.
    """
    opened = "".join([tag, *_attributes(attributes)])
    if tag in _VOID:
        return Html(f"<{opened}>" if tag in ("br", "input") else f"<{opened}/>")
    return Html(f"<{opened}>{together(children)}</{tag}>")


def together(children: Iterable[str], between: str = "") -> Html:
    """Children one behind the other, what is no Html as text."""
    return Html(between.join(child if isinstance(child, Html) else text(child) for child in children))


def rows(children: Iterable[str]) -> Html:
    """Children on lines of their own; only for finished elements, so that no line begins with words of an article."""
    return together(children, "\n")


def _attributes(attributes: dict[str, str | float | bool | None]) -> Iterable[str]:
    for name, value in attributes.items():
        if value is None or value is False:
            continue
        written = name.rstrip("_").replace("_", "-")
        yield f" {written}" if value is True else f' {written}="{_escaped(visible(_plain(value)))}"'


def _plain(value: str | float) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return str(value)


def _escaped(words: str) -> Html:
    return Html(escape(_NONCHARACTERS.sub(lambda match: f"\\u{ord(match.group()):04x}", words)))
