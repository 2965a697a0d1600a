"""Conformance: every member of every family has its function, exact parameters, a docstring and a fixture."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from claimdiff.errors import ClaimdiffError
from claimdiff.family import EXTRACTORS, READERS, REPORTS, RULES

FIXTURES = Path(__file__).parent.parent / "fixtures"
SIGNATURES = {
    "extractors": {"extract": ["doc", "document", "mentions"]},
    "readers": {"read": ["data", "path", "published"], "recognises": ["data"]},
    "reports": {"render": ["report", "width", "color"]},
    "rules": {},
}
OPTIONAL = {
    "readers": {"read_all": ["data", "path", "published"]},
    "reports": {"render_articles": ["articles", "width", "color"]},
    "rules": {"compare": ["alignment"], "check": ["article"], "across": ["articles"], "support": ["draft", "sources"]},
}
PATTERNS = {"extractors": "{}.md", "readers": "{}*", "reports": "{}.*", "rules": "{}.md"}
MEMBERS = [(family, name) for family in (EXTRACTORS, READERS, REPORTS, RULES) for name in family.names()]


def _folder(family):
    return family.package.rpartition(".")[2]


def pytest_generate_tests(metafunc):
    """Every test that asks for a member runs on all of them."""
    if "member" in metafunc.fixturenames:
        metafunc.parametrize(("family", "member"), MEMBERS, ids=[f"{_folder(family)}-{name}" for family, name in MEMBERS])


def test_a_member_has_its_functions_with_exact_parameters(family, member):
    """The Protocol of the family, to the letter; a rule has one of four functions at least."""
    module, folder = family.module(member), _folder(family)
    optional = {name: wanted for name, wanted in OPTIONAL.get(folder, {}).items() if hasattr(module, name)}

    assert SIGNATURES[folder] or optional
    for name, parameters in {**SIGNATURES[folder], **optional}.items():
        assert list(inspect.signature(getattr(module, name)).parameters) == parameters
        assert getattr(module, name).__doc__


def test_a_member_says_what_it_is(family, member):
    """A page of its own that begins with a sentence on one line."""
    first = (family.module(member).__doc__ or "").strip().partition("\n")[0]

    assert first.endswith(".")


def test_a_member_has_a_fixture(family, member):
    """A file an editor can read that shows what it does."""
    folder = FIXTURES / _folder(family)

    assert list(folder.glob(PATTERNS[_folder(family)].format(member)))


@pytest.mark.parametrize("name", RULES.names())
def test_the_page_of_a_rule_has_its_four_parts(name):
    """What it flags, why it matters, an example, known false alarms, in this order."""
    page = RULES.module(name).__doc__
    parts = [page.find(f"\n{part}:") for part in ("What it flags", "Why it matters", "Example", "Known false alarms")]

    assert parts == sorted(parts)
    assert parts[0] > 0


def test_readers_name_their_suffixes():
    """Lower case, with the dot."""
    for _, reader in READERS.members():
        assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in reader.SUFFIXES)


def test_an_unknown_member_is_refused_with_the_nearest_name():
    """And with all names where none is near."""
    with pytest.raises(ClaimdiffError, match="did you mean jsonl"):
        REPORTS.get("jsonll")
    with pytest.raises(ClaimdiffError, match="there are: concise, full"):
        REPORTS.get("xyz")


def test_helpers_are_no_members():
    """Nobody can ask for a module that begins with an underscore."""
    with pytest.raises(ClaimdiffError):
        REPORTS.get("_wire")
