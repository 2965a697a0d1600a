"""Takes the pictures that the README shows: ``PYTHONPATH=src:tests python tests/picture.py page.png [light|dark]``, or ``terminal.svg``.

Both compare the two articles about the tunnel in fixtures/articles: the page in a Chromium of 1440 by 900 points, a pixel a point; the
terminal report in its colours, 80 columns wide, its first findings.
"""

from __future__ import annotations

import io
import re
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from browser import chromium
from claimdiff import compare, read_text
from claimdiff.model import Report
from claimdiff.reports import full, html

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ARTICLES = Path(__file__).parent.parent / "fixtures" / "articles"


LINES = 35


def _compared() -> Report:
    return compare(*(read_text((ARTICLES / name).read_text("utf-8"), name) for name in ("tunnel-herald.txt", "tunnel-wire.txt")))


def draw(picture: Path) -> None:
    """Write the beginning of the terminal report as SVG; it names no font that would have to be fetched."""
    lines = full.render(_compared(), width=80, color=True).split("\n")[:LINES]
    console = Console(record=True, width=82, file=io.StringIO())
    console.print(Text.from_ansi("\n".join(lines)))
    drawn = console.export_svg(title="claimdiff tunnel-herald.txt tunnel-wire.txt", unique_id="claimdiff")
    picture.write_text(re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL), encoding="utf-8")


def take(browser: Browser, picture: Path, scheme: str = "light") -> None:
    """Write the picture as PNG; the articles are called by their names alone, as an editor in their folder would call them."""
    page = html.render(_compared(), width=80, color=False)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "report.html")
        file.write_bytes(page.encode())
        window = browser.new_page(viewport={"width": 1440, "height": 900}, device_scale_factor=1, color_scheme=scheme)
        window.goto(file.as_uri())
        window.screenshot(path=picture)
        window.close()


if __name__ == "__main__":
    if sys.argv[1].endswith(".svg"):
        draw(Path(sys.argv[1]))
    else:
        with chromium() as browser:
            take(browser, Path(sys.argv[1]), *sys.argv[2:])
    print(sys.argv[1])
