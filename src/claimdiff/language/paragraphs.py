"""A spaCy component that starts a sentence at every paragraph, so that a headline is not read into the text below it."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

NAME = "claimdiff_paragraphs"
BREAKS = "claimdiff_breaks"
"""Key of ``Doc.user_data``: offsets at which a sentence must start (the end of a dateline, say)."""

_CLOSED = frozenset(".!?:;…\"'”’)]")


@Language.component(NAME)
def start_at_paragraphs(doc: Doc) -> Doc:
    """Sets ``is_sent_start`` after a blank line, after a newline that follows a closed sentence, and at given breaks.

    White-space tokens never start a sentence: the parser was trained without them and would make them sentences of their own.
    """
    breaks = sorted(doc.user_data.get(BREAKS, ()), reverse=True)
    last = ""
    broken = False
    for token in doc:
        while breaks and token.idx >= breaks[-1]:
            breaks.pop()
            broken = True
        if token.is_space:
            newlines = token.text.count("\n") or token.text.count("\r")
            broken = broken or newlines > 1 or (newlines == 1 and last[-1:] in _CLOSED)
            if token.i:
                token.is_sent_start = False
            continue
        if broken and last:
            token.is_sent_start = True
        broken = False
        last = token.text
    return doc
