"""Whatever an article says and is called, every report can be written, and a machine can read its own back."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from builders import quantity
from claimdiff.family import REPORTS
from claimdiff.model import Article, Extent, Location, Skipped
from samples import claim, found, read, report

TEXTS = st.one_of(
    st.text(min_size=1, max_size=60),
    st.lists(
        st.sampled_from("[ ] ( ) < > & \" ' \\ ` | * _ # : :: \n \r \t \x00 \x1b[ \x9b \u202e \ud800 \U0010ffff \ufffe %0A ]]> 12 x".split(" ")),
        min_size=1,
    ).map("".join),
)
SEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
PARSED = {
    **dict.fromkeys(("json", "sarif", "rdjson", "gitlab"), json.loads),
    "jsonl": lambda text: [json.loads(line) for line in text.splitlines()],
    "junit": lambda text: etree.fromstring(text.encode()),
}


@settings(max_examples=40)
@pytest.mark.parametrize("name", REPORTS.names())
@given(words=TEXTS, path=TEXTS, width=st.integers(1, 200))
def test_any_words_and_any_name_can_be_reported(name, words, path, width):
    """As text, as a value, as a message and as the name of the file; nothing that cannot be seen comes through."""
    document = read(path, f"{words}12 {words}")
    where = Extent(len(words), len(words) + 2)
    location = Location(document, where, Extent(0, len(document.text)), words)
    article = Article(document, (claim(document, "12", quantity(12, unit=words)),), (Skipped(document, where, words),))
    member = REPORTS.get(name)
    made = report(found(location, location, message=words, reconciliation=words, evidence=(words,)), articles=(article,))

    written = member.render(made, width=width, color=False)

    written.encode()
    assert not SEEN.search(written)
    PARSED.get(name, str)(written)
    if hasattr(member, "render_articles"):
        claims = member.render_articles((article,), width=width, color=False)
        claims.encode()
        assert not SEEN.search(claims)
        PARSED.get(name, str)(claims)
