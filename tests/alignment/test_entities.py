"""Names that mean one entity share a key; names that do not, do not."""

from __future__ import annotations

import pytest

from claimdiff.alignment.entities import Entities, fold
from claimdiff.alignment.lexicon import synonym_groups
from claimdiff.model import Article, Claim, Document, Extent, Quantity, Topic


def _article(path, *names):
    document = Document(path, "x" * 20)
    value = Quantity((), None, None)
    return Article(document, (Claim(document, "quantity", Extent(0, 1), Extent(0, 9), value, Topic(entities=names)),))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("US", "United States"),
        ("Iranian", "Iran"),
        ("U.N.", "United Nations"),
        ("The Norvane Group", "Norvane"),
        ("Inés Carranza", "Ines Carranza"),
        ("al-Haddad", "al Haddad"),
    ],
)
def test_spellings_of_one_name_fold_together(one, other):
    """Case, accents, hyphens, company suffixes and aliases do not matter."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Iran", "Iraq"), ("North Korea", "South Korea"), ("Anna Marsh", "Elena Marsh")])
def test_different_names_stay_apart(one, other):
    """Alike is not the same."""
    assert fold(one) != fold(other)


def test_a_surname_goes_to_the_only_full_name_that_ends_in_it():
    """ "Marsh" in one article is "Elena Marsh" of the other."""
    entities = Entities([_article("a.txt", "Elena Marsh"), _article("b.txt", "Marsh")])

    assert entities.key("Marsh") == entities.key("Elena Marsh")


def test_a_surname_that_two_people_bear_is_nobody():
    """With two people of that name a surname alone stays alone."""
    entities = Entities([_article("a.txt", "Elena Marsh", "Tom Marsh"), _article("b.txt", "Marsh")])

    assert entities.key("Marsh") not in (entities.key("Elena Marsh"), entities.key("Tom Marsh"))


def test_synonyms_stand_in_one_group_only():
    """A word in two groups would join them silently."""
    from claimdiff.alignment.lexicon import _lines

    words = [word for line in _lines("synonyms.txt") for word in line.split()]
    repeated = {word for word in words if words.count(word) > 1}

    assert repeated == set()
    assert synonym_groups()["quake"] == synonym_groups()["earthquake"]
