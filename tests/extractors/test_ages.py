"""Whose an age is."""

from __future__ import annotations

import pytest

from claimdiff import extract, read_text


@pytest.mark.parametrize(
    ("text", "bearers"),
    [
        ("It was 36-year-old Holm's 58th victory.", ["Holm"]),
        ("Prosecutors say the order came from his brother Ivo Holm, 30, of Norvane.", ["Ivo Holm"]),
        ("Police accused thugs Ana Holm, 20 and Ivo Lind, 24, of firing.", ["Ana Holm", "Ivo Lind"]),
        ("Ivo Holm, 34-year-old Ana Lind said, was 55.", ["Ana Lind", "Ivo Holm"]),
        ("A 34-year-old man was hurt.", [None]),
    ],
)
def test_an_age_is_whose_name_stands_beside_it(text, bearers):
    """Behind "34-year-old" and before ", 34", wherever the parse hangs the number."""
    claims = extract(read_text(text, "a.txt")).claims

    assert [claim.topic.subject for claim in claims if claim.kind == "quantity" and claim.value.form == "age"] == bearers
