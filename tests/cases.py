"""Cases of the extractors: Markdown pages of a sentence, its publication date and the claims expected of it.

UPDATE_CASES=1 rewrites the expectations; read the diff before committing it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from claimdiff import extract, read_text
from claimdiff.model import Article

_FOLDER = Path(__file__).parent.parent / "fixtures" / "extractors"


@dataclass(frozen=True)
class Case:
    """A sentence, its publication date if it has one, and the lines expected of it."""

    title: str
    published: str | None
    text: str
    expected: str

    @property
    def article(self) -> Article:
        """The claims of the sentence."""
        return article(self.text, self.published)


def article(text: str, published: str | None = None) -> Article:
    """All claims of a text in memory."""
    return extract(read_text(text, published=date.fromisoformat(published) if published else None))


def load(kind: str, describe: Callable[[Article], str]) -> list[Case]:
    """The cases of one claim kind; with UPDATE_CASES=1 their expectations are first replaced by what ``describe`` says."""
    file = _FOLDER / f"{kind}.md"
    pattern = re.compile(
        rf"^## (?P<title>[^\n]+)\n\n```text(?: (?P<date>\d{{4}}-\d\d-\d\d))?\n(?P<text>.*?)\n```\n\n(?P<open>```{kind}\n)(?P<lines>.*?)(?=^```$)",
        re.MULTILINE | re.DOTALL,
    )
    page = file.read_text(encoding="utf-8")
    if os.environ.get("UPDATE_CASES"):
        page = pattern.sub(lambda m: m.group()[: m.end("open") - m.start()] + describe(article(m["text"], m["date"])), page)
        file.write_text(page, encoding="utf-8")
    found = [Case(m["title"], m["date"], m["text"], m["lines"]) for m in pattern.finditer(page)]
    # A block the pattern does not match must not be left out in silence.
    assert len(found) == page.count("\n## "), f"{file}: a case is malformed"
    assert len({case.title for case in found}) == len(found), f"{file}: two cases share a title"
    return found


def silent(cases: list[Case]) -> list[Case]:
    """Those that promise silence by their title."""
    return [case for case in cases if case.title.startswith("Silent")]
