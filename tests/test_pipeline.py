"""The Python contract: read_text, extract, judge, compare, compare_many."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import claimdiff
from claimdiff import compare, compare_many, extract, judge, read, read_text
from claimdiff.errors import ClaimdiffError

ARTICLES = Path(__file__).parent.parent / "fixtures" / "articles"
TOLL = "A landslide killed {} people in the mining town of Orlo on Monday, the mayor said."


def _pair(one=107, other=117):
    return read_text(TOLL.format(one), "a.txt", date(2021, 3, 2)), read_text(TOLL.format(other), "b.txt", date(2021, 3, 2))


def test_compare_finds_the_wrong_number():
    """The shortest way through the whole program."""
    report = compare(*_pair())

    assert [(finding.rule, finding.severity) for finding in report.findings] == [("number-differs", "error")]
    assert [place.text for place in report.findings[0].locations] == ["107 people", "117 people"]


def test_compare_is_judge_of_the_extracted():
    """The two ways to a report are one."""
    documents = _pair()

    assert compare(*documents) == judge(*map(extract, documents))


def test_compare_many_equals_compare_of_each():
    """Streaming changes nothing, whatever the sizes of the groups."""
    groups = [_pair(), (), _pair(5, 6), _pair()[:1]]

    assert list(compare_many(groups)) == [compare(*group) for group in groups]


def test_an_article_agrees_with_itself():
    """Compared with itself nothing differs."""
    for path in sorted(ARTICLES.glob("*.txt")):
        document = read(path)
        across = [finding for finding in compare(document, read(path)).findings if len(finding.locations) > 1 and finding.rule != "dateline-differs"]

        assert across == []


def test_the_order_of_the_articles_changes_no_finding():
    """Ids are the same, whichever comes first."""
    one, other = read(ARTICLES / "tunnel-herald.txt"), read(ARTICLES / "tunnel-wire.txt")

    assert {finding.id for finding in compare(one, other).findings} == {finding.id for finding in compare(other, one).findings}


def test_with_a_draft_its_location_comes_first():
    """What is being checked is named before what the sources say."""
    source, draft = _pair()

    report = compare(source, draft, drafts=[draft])

    assert [place.path for place in report.findings[0].locations] == ["b.txt", "a.txt"]


def test_what_another_rule_flags_is_not_told_twice():
    """A number that differs from the source's is that first; one that stands nowhere is a note."""
    source, draft = _pair()
    draft = read_text(draft.text + " It buried 31 houses.", "b.txt", draft.published)

    found = compare(source, draft, drafts=[draft]).findings

    assert [(finding.rule, finding.severity, finding.locations[0].text) for finding in found] == [
        ("number-differs", "error", "117 people"),
        ("unsupported-value", "note", "31 houses"),
    ]


def test_a_rule_that_is_asked_for_by_name_may_speak_louder():
    """And tells all that it finds, for no other rule ran."""
    articles = [extract(document) for document in _pair()]

    (found,) = judge(*articles, drafts=articles[1:], rules=["unsupported-value"], selected=["unsupported-value"]).findings
    (quiet,) = judge(*articles, drafts=articles[1:], rules=["unsupported-value"]).findings

    assert (found.severity, quiet.severity, found.id) == ("warning", "note", quiet.id)


def test_a_draft_that_is_no_article_is_refused():
    """A draft must be among the articles."""
    one, other = _pair()

    with pytest.raises(ClaimdiffError, match="not among the articles"):
        compare(one, drafts=[other])


def test_only_the_rules_asked_for_run():
    """An unknown rule is named; others stay out."""
    documents = _pair()

    assert compare(*documents, rules=["date-differs"]).findings == ()
    with pytest.raises(ClaimdiffError, match="did you mean number-differs"):
        compare(*documents, rules=["number-difers"])


def test_every_claim_lies_where_it_says():
    """Offsets are those of the text, in order, inside their sentence."""
    for path in sorted(ARTICLES.glob("*.txt")):
        article = extract(read(path))

        assert article.claims
        for claim in article.claims:
            assert claim.text
            assert claim.text == article.document.text[claim.extent.start : claim.extent.end]


def test_public_names_are_all_there():
    """Each name of __all__ resolves, and others do not."""
    assert all(hasattr(claimdiff, name) for name in claimdiff.__all__)
    assert not hasattr(claimdiff, "compare_everything")


def test_a_draft_compares_with_the_others_only():
    """Two sources that differ from each other are none of the draft's business."""
    one, other = _pair()
    draft = read_text("The ferry Aurelia carried 693 passengers when it left Port Alder.", "draft.md")

    assert {finding.rule for finding in compare(one, other, draft, drafts=[draft]).findings} == {"unsupported-value"}
