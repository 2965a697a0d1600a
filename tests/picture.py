"""Takes the picture of the html report that the README shows: ``PYTHONPATH=src:tests python tests/picture.py page.png [light|dark]``.

It compares the two articles about the tunnel in fixtures/articles, in a Chromium of 1440 by 900 points, two pixels a point.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from browser import chromium
from claimdiff import compare, read_text
from claimdiff.reports import html

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ARTICLES = Path(__file__).parent.parent / "fixtures" / "articles"


def take(browser: Browser, picture: Path, scheme: str = "light") -> None:
    """Write the picture as PNG; the articles are called by their names alone, as an editor in their folder would call them."""
    documents = (read_text((ARTICLES / name).read_text("utf-8"), name) for name in ("tunnel-herald.txt", "tunnel-wire.txt"))
    page = html.render(compare(*documents), width=80, color=False)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "report.html")
        file.write_bytes(page.encode())
        window = browser.new_page(viewport={"width": 1440, "height": 900}, device_scale_factor=2, color_scheme=scheme)
        window.goto(file.as_uri())
        window.screenshot(path=picture)
        window.close()


if __name__ == "__main__":
    with chromium() as browser:
        take(browser, Path(sys.argv[1]), *sys.argv[2:])
    print(sys.argv[1])
