"""Statements made by hand: a sentence with its parts marked, for tests that must survive a retrained pipeline."""

from __future__ import annotations

from typing import Any

from claimdiff.model import Claim, Document, Extent, Stance, Statement, Topic


def told(source: str, cue: str, content: str, path: str = "a.txt", *, stance: Stance | None = None, **fields: Any) -> Claim:
    """The claim that ``source`` says ``content``; a source that begins in lower case is described, one with a capital is named."""
    text = f"{source} {cue} {content}."
    start = len(source) + 1
    at = start + len(cue) + 1
    named = source[:1].isupper()
    quote = "direct" if content[:1] == "“" and content[-1:] == "”" else "mixed" if "“" in content else "indirect"
    value = Statement(
        (Extent(0, len(source)),),
        (Extent(start, start + len(cue)),),
        (Extent(at, at + len(content)),),
        **{"speaker": source if named else None, "description": None if named else source, "cue_lemma": cue, "quote": quote, **fields},
    )
    whole = Extent(0, len(text))
    return Claim(Document(path, text), "attribution", Extent(0, len(text) - 1), whole, value, Topic(), stance or Stance())
