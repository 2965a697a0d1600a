"""The spaCy component puts the same claims on a Doc."""

from __future__ import annotations

from datetime import date

from claimdiff import extract, read_text
from claimdiff.language import load

TEXT = "A landslide killed 107 people in the mining town of Orlo on Monday, the mayor said."


def test_the_component_finds_what_extract_finds():
    """doc._.claims holds the claims, resolved against doc._.published."""
    nlp = load()
    if "claimdiff" not in nlp.pipe_names:
        nlp.add_pipe("claimdiff")
    try:
        doc = nlp.make_doc(TEXT)
        doc._.published = date(2021, 3, 2)
        found = nlp(doc)._.claims
    finally:
        nlp.remove_pipe("claimdiff")

    expected = extract(read_text(TEXT, "claimdiff", date(2021, 3, 2))).claims

    assert expected
    assert [(claim.kind, claim.extent, claim.value) for claim in found] == [(claim.kind, claim.extent, claim.value) for claim in expected]
