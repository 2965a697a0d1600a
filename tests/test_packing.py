"""Articles to JSON and back: nothing lost, and none of the article's words kept."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from claimdiff import extract, read
from claimdiff._packing import pack, unpack
from claimdiff.model import Article, Claim, Clause, Document, Extent, Holder, Quantity, Skipped, Stance, Statement, Topic, When
from conftest import ROOT
from samples import lighthouse

WORDS = st.text(max_size=12)
SAID = st.tuples(WORDS) | st.just(()) | st.tuples(WORDS, WORDS)
MAYBE = st.none() | WORDS
NUMBERS = st.decimals(allow_nan=False, places=3) | st.just(Decimal("1E+9")) | st.just(Decimal("-0"))
MOMENTS = st.none() | st.datetimes(min_value=datetime(1, 1, 1))
EXTENTS = st.builds(Extent, st.integers(0, 99), st.integers(0, 99))
VECTORS = st.lists(st.integers(-10_000, 10_000).map(lambda n: n / 10_000) | st.floats(allow_nan=False), max_size=12).map(tuple)
TOPICS = st.builds(Topic, entities=SAID, head=WORDS, predicate=WORDS, modifiers=SAID, place=MAYBE, time=MAYBE, lemmas=SAID, near=SAID, vector=VECTORS)
VALUES = (
    st.builds(Quantity, st.tuples(NUMBERS) | st.tuples(NUMBERS, NUMBERS), st.none() | NUMBERS, st.none() | NUMBERS, MAYBE, step=NUMBERS)
    | st.builds(When, st.just("DATE"), WORDS, MAYBE, MOMENTS, MOMENTS, st.just("day"), st.none() | st.integers(-9, 9))
    | st.builds(
        Statement, st.tuples(EXTENTS), st.just(()), st.tuples(EXTENTS, EXTENTS), MAYBE, MAYBE, st.booleans(), st.none() | st.integers(1, 9), WORDS
    )
)
HOLDERS = st.builds(Holder, EXTENTS, EXTENTS, WORDS, MAYBE, st.booleans(), st.booleans(), EXTENTS)
DOCUMENTS = st.builds(Document, WORDS, st.text(max_size=60))


@st.composite
def articles(draw):
    """An article whose records hold anything they can."""
    document = draw(DOCUMENTS)
    claims = st.builds(
        Claim, st.just(document), st.just("date"), EXTENTS, EXTENTS, VALUES, TOPICS, st.builds(Stance, hedges=SAID, sources=SAID), SAID
    )
    skipped = st.builds(Skipped, st.just(document), EXTENTS, WORDS)
    clauses = st.builds(Clause, EXTENTS, EXTENTS, WORDS, MAYBE, MAYBE, SAID, SAID, SAID, SAID, MAYBE, st.builds(Stance, hedges=SAID, sources=SAID))
    return Article(
        document,
        tuple(draw(st.lists(claims, max_size=3))),
        tuple(draw(st.lists(skipped, max_size=2))),
        draw(WORDS),
        tuple(draw(st.lists(EXTENTS, max_size=2))),
        tuple(draw(st.lists(clauses, max_size=2))),
        tuple(draw(st.lists(HOLDERS, max_size=2))),
    )


@given(articles())
def test_an_article_comes_back_as_it_was(article):
    """Through JSON text, whatever its fields hold."""
    assert unpack(json.loads(json.dumps(pack(article))), article.document) == article


def test_articles_read_by_the_pipeline_come_back_as_they_were():
    """And belong to the document that was read now, wherever it lies."""
    for path in sorted((ROOT / "fixtures" / "articles").glob("*.txt")):
        article = extract(read(path))
        moved = replace(article.document, path="elsewhere.txt")

        again = unpack(json.loads(json.dumps(pack(article))), moved)

        assert article.claims
        assert [replace(claim, document=article.document) for claim in again.claims] == list(article.claims)
        assert {id(claim.document) for claim in again.claims} == {id(moved)}
        assert again.pipeline == article.pipeline != ""


def test_vectors_of_meaning_are_kept_compactly_and_once_for_a_sentence():
    """Two bytes a number."""
    vector = tuple(round(number / 500 - 0.3, 4) for number in range(384))
    document = Document("a.txt", "Ten boats sank.")
    claim = Claim(document, "quantity", Extent(0, 9), Extent(0, 15), Quantity((Decimal(10),), Decimal(10), Decimal(10)), Topic(vector=vector))
    packed = pack(Article(document, (claim, replace(claim, extent=Extent(0, 3)))))

    assert [len(row) for row in packed["vectors"]] == [384 * 2 * 4 // 3]


def test_no_words_of_the_article_are_kept():
    """Names, quoted words and descriptions of sources are places in the text; what a lemma's word is spelled like is one too."""
    for article in [*lighthouse().articles, extract(read(ROOT / "fixtures" / "articles" / "tunnel-wire.txt"))]:
        kept = json.dumps({name: part for name, part in pack(article).items() if name != "vectors"})
        # Letters are records, numbers are values.
        strings = {word for word in _strings(json.loads(kept)) if len(word) > 1 and not word.isdecimal()}

        assert not [word for word in strings if word in article.document.text]
        assert not [word for word in strings if " " in word]
        assert article.document.path not in kept


def _strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)
