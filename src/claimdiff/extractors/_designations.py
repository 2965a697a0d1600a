"""Models named by letters and a number, counted or standing before what is counted: "eight AK-47s", "nine AK 47 rifles", "two Boeing 757s"."""

from __future__ import annotations

import re

from spacy.tokens import Span

from claimdiff.extractors._counted import Counted, next_noun

_LETTERS = r"(?!(?:No|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b|[AI] )[A-Z][A-Za-z]{0,2}"
_NAMED = rf"(?P<letters>{_LETTERS}(?=[- –]?\d)|[A-Z][A-Za-z]{{3,12}}(?=[-–]))[- –]?(?P<figures>\d{{1,4}}[A-Z]{{0,2}})(?P<plural>[’']?s)?"
_DESIGNATION = re.compile(rf"(?: of)? (?:[A-Z][a-z]+ ){{0,2}}(?:{_NAMED}|(?P<bare>\d{{3}})[’']?s)(?![\w%]|[-–.,:]\d)")
"""A designation behind a number, its maker's name before it; a figure alone is one in the plural only ("two Boeing 757s")."""
_LETTERS_ALONE = re.compile(_LETTERS.replace("|[AI] ", ""))
_LONGEST_NAME = 3
"""Words of a name before its number at most."""


def counted_model(text: str, number: Span) -> Counted | None:
    """What ``number`` counts if a designation stands behind it: the noun that goes on from there, else things of that designation."""
    found = _DESIGNATION.match(text, number.end_char)
    words = number.doc.char_span(found.start("letters" if found["letters"] else "bare"), found.end(), alignment_mode="expand") if found else None
    if found is None or words is None:
        return None
    noun = None if found["plural"] or found["bare"] else next_noun(words)
    if noun is not None:
        return Counted(noun, follows=True)
    name = found["bare"] or f"{found['letters']}-{found['figures']}"
    return Counted(words[-1], follows=True, name=name.casefold())


def is_in_designation(number: Span) -> bool:
    """Whether the number is that of a model which another number counts: the 17 of "four Mi 17 helicopters"."""
    doc, at = number.doc, number.start - 1
    if at < 1 or not _LETTERS_ALONE.fullmatch(doc[at].text):
        return False
    for i in range(at - 1, max(-1, at - 1 - _LONGEST_NAME), -1):
        if doc[i + 1].is_sent_start:
            return False
        if doc[i].pos_ == "NUM":
            return True
        if not doc[i].text.istitle():
            return False
    return False
