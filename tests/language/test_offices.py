"""Who holds which office: what is read from a sentence, and what is not."""

from __future__ import annotations

import pytest

from claimdiff import extract, read_text

SENTENCES = [
    ("Nobody was hurt, Ashby Police Chief Anna Kemp said.", [("Anna Kemp", "police chief", "Ashby", True)]),
    ("Nobody was hurt, the Ashby police chief, Anna Kemp, said.", [("Anna Kemp", "police chief", "Ashby", True)]),
    ("Anna Kemp, the chief of police of Ashby, said nobody was hurt.", [("Anna Kemp", "police chief", "Ashby", True)]),
    ("Lindow's governor, Ruben Castell, closed the schools.", [("Ruben Castell", "governor", "Lindow", True)]),
    ("Judge Judith R. Farrow of Superior Court sent him to prison.", [("Judith R. Farrow", "judge", "Superior Court", True)]),
    ("New York Mayor Anna Kemp opened the bridge.", [("Anna Kemp", "mayor", "New York", True)]),
    ("The former coroner, Lena Whitfield, said so.", [("Lena Whitfield", "coroner", None, False)]),
    ("Deputy Fire Chief Oscar Hale said so.", [("Oscar Hale", "fire chief", None, False)]),
    ("President-elect Anna Kemp said so.", [("Anna Kemp", "president", None, False)]),
    ("Sheriff Tom Oduya was elected in May.", [("Tom Oduya", "sheriff", None, False)]),
    ("Sheriff Tom Oduya left office in May.", [("Tom Oduya", "sheriff", None, False)]),
    ("Sheriff Tom Oduya left in June.", [("Tom Oduya", "sheriff", None, False)]),
    ("Sheriff Tom Oduya takes over on Monday.", [("Tom Oduya", "sheriff", None, False)]),
    ("Sheriff Tom Oduya took office in May.", [("Tom Oduya", "sheriff", None, False)]),
    ("Sheriff Tom Oduya lost the vote.", [("Tom Oduya", "sheriff", None, False)]),
    ("Sheriff Tom Oduya stepped in.", [("Tom Oduya", "sheriff", None, False)]),
    ("Sheriff Tom Oduya handed the keys over.", [("Tom Oduya", "sheriff", None, False)]),
    ("Sheriff Tom Oduya left the hall and took the boat.", [("Tom Oduya", "sheriff", None, True)]),
    ("Sheriff Tom Oduya came. The sheriff left office in May.", [("Tom Oduya", "sheriff", None, False)]),
    ("The sheriff resigns in May. Sheriff Tom Oduya came.", [("Tom Oduya", "sheriff", None, False)]),
    ("Sheriff Tom Oduya came. The coroner left office in May.", [("Tom Oduya", "sheriff", None, True)]),
    ("Ashby Mayor Anna Kemp came. The mayor of Lindow resigned.", [("Anna Kemp", "mayor", "Ashby", True)]),
    ("Coroner Lena Whitfield came. The coroner has not named the man, who lost his boat.", [("Lena Whitfield", "coroner", None, True)]),
    ("Coroner Lena Whitfield, named in May, came.", [("Lena Whitfield", "coroner", None, False)]),
    ("Vice President Paula Ferrant and Lt. Gov. Emil Sorley said so.", []),
    ("Captain Colin Draper said so.", []),
    ("The mayor of Ashby said so to Anna Kemp.", []),
    ("She told the mayor that the Sheriff's Department would come.", []),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_the_holder_is_named_with_the_office_and_whose_it_is(text, expected):
    """Person, office, place or body, and whether it is held now."""
    article = extract(read_text(text))

    assert [(held.person.of(text), held.office, held.of, held.settled) for held in article.holders] == expected


def test_a_body_may_be_called_by_a_noun():
    """ "The firm" is the last organisation."""
    text = "Norvane Shipping sold four ships. The firm's chief executive, Anna Kemp, said they were old."

    assert [(held.office, held.of) for held in extract(read_text(text)).holders] == [("chief executive", "Norvane Shipping")]


def test_one_person_holds_two_offices():
    """Each is a holder of its own, with the same place."""
    text = "Norvane Shipping's president and chief executive, Anna Kemp, said they were old."
    found = extract(read_text(text)).holders

    assert [held.office for held in found] == ["president", "chief executive"]
    assert len({held.person for held in found}) == 1


def test_who_speaks_acts_and_who_is_spoken_of_does_not():
    """So that a judge who was shot is not the one who passes sentence."""
    spoken, shot = (extract(read_text(text)).holders[0] for text in ("Judge Stefan Okoye said so.", "The man shot Judge Stefan Okoye."))

    assert spoken.acts
    assert not shot.acts


@pytest.mark.parametrize("text", [f"The {'mayor and ' * 1000}council met.", f"The {'mayor, ' * 1000}council met."])
def test_an_endless_chain_of_offices_is_read(text):
    """No title is so long, and none is too long to read."""
    assert extract(read_text(text)).holders == ()
