"""Documents -> parsed Docs, whatever their length."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from claimdiff.language import load
from claimdiff.language.paragraphs import BREAKS
from claimdiff.model import Document

if TYPE_CHECKING:
    from spacy.language import Language

LONGEST = 100_000
"""Characters parsed at once; longer texts are cut between paragraphs, for memory grows with the length."""

_PARAGRAPH_END = re.compile(r"\n\s*\n|\n")


def parse(documents: Iterable[Document], pipeline: str | None = None) -> Iterator[tuple[Doc, Document]]:
    """Each document with its parse, in order; streams through ``nlp.pipe``. ``doc.text == document.text``.

    Args:
        documents: what to parse.
        pipeline: another pipeline than the bundled one, by name or folder.
    """
    nlp = load() if pipeline is None else load(pipeline)
    short: list[Document] = []
    for document in documents:
        if len(document.text) <= LONGEST:
            short.append(document)
            if len(short) == 64:
                yield from _piped(nlp, short)
                short = []
            continue
        yield from _piped(nlp, short)
        short = []
        yield _parse_long(nlp, document), document
    yield from _piped(nlp, short)


def _piped(nlp: Language, documents: list[Document]) -> Iterator[tuple[Doc, Document]]:
    docs = nlp.pipe((_make(nlp, document.text, _breaks(document)) for document in documents), batch_size=16)
    return zip(docs, documents, strict=True)


def _breaks(document: Document) -> list[int]:
    """Where page furniture and dateline end and begin, the prose goes on with a sentence of its own."""
    places = [offset for extent in document.furniture for offset in (extent.start, extent.end)]
    places += [clue.extent.end for clue in document.dates if clue.extent and clue.kind == "dateline"]
    return sorted(places)


def _make(nlp: Language, text: str, breaks: list[int]) -> Doc:
    doc = nlp.make_doc(text)
    if breaks:
        doc.user_data[BREAKS] = tuple(breaks)
    return doc


def _parse_long(nlp: Language, document: Document) -> Doc:
    breaks = _breaks(document)
    docs = []
    for start, end in _pieces(document.text):
        inside = [place - start for place in breaks if start <= place < end]
        docs.append(nlp(_make(nlp, document.text[start:end], inside)))
    whole = Doc.from_docs(docs, ensure_whitespace=False, exclude=["user_data"])
    # spaCy joins everything but the functions that read the vectors of meaning.
    for kind in ("user_hooks", "user_span_hooks", "user_token_hooks"):
        getattr(whole, kind).update(getattr(docs[0], kind))
    return whole


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Cuts ``text`` after the last paragraph end within each LONGEST characters, or hard where there is none."""
    start = 0
    while len(text) - start > LONGEST:
        limit = start + LONGEST
        ends = [match.end() for match in _PARAGRAPH_END.finditer(text, start + LONGEST // 2, limit)]
        end = ends[-1] if ends else text.rfind(" ", start, limit) + 1 or limit
        end = limit if end <= start else end
        yield start, end
        start = end
    yield start, len(text)
