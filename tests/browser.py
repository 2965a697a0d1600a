"""A real Chromium for tests of the html report: Debian's package, another one on the path, or one that Playwright brought."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running browser; skips, naming what is missing, where there is none.

    The environment variable CLAIMDIFF_BROWSER=required makes a missing one a failure, for CI that has installed it.
    """
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        _missing("the Python package playwright is not installed (pip install '.[test]')")
    with sync_playwright() as playwright:
        installed = next(filter(None, map(shutil.which, _NAMES)), playwright.chromium.executable_path)
        if not Path(installed).exists():
            _missing(f"no Chromium found: none of {', '.join(_NAMES)} is on the path (apt-get install chromium, or playwright install chromium)")
        browser = playwright.chromium.launch(executable_path=installed)
        yield browser
        browser.close()


def _missing(what: str) -> None:
    if os.environ.get("CLAIMDIFF_BROWSER") == "required":
        pytest.fail(what)
    pytest.skip(what)


class Watched:
    """A page and all that happened on it: requests, violations of its policy, errors, dialogs."""

    def __init__(self, page: Page) -> None:
        """Watch the page from before it is loaded."""
        self.page = page
        self.requests: list[str] = []
        self.troubles: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.troubles.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("dialog", lambda dialog: (self.troubles.append(dialog.message), dialog.dismiss()))
        page.add_init_script(
            "window.violations = []; addEventListener('securitypolicyviolation', (e) => violations.push(`${e.violatedDirective} ${e.blockedURI}`))"
        )

    def settled(self) -> None:
        """Raises unless the page loaded itself alone and nothing went wrong on it."""
        self.page.wait_for_timeout(50)
        assert [url for url in self.requests if not url.startswith("data:")] == [self.page.url.partition("#")[0]]
        assert self.troubles == []
        assert self.page.evaluate("violations") == []
        assert self.page.evaluate("window.hit") is None
