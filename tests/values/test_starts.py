"""Patterns that are tried only at the words they may begin with find what a search finds."""

import re
from pathlib import Path
from re import _constants as code
from re import _parser

import pytest

from claimdiff.extractors import _ranks
from claimdiff.values import ordinals, timex
from claimdiff.values.starts import FIGURE, Starts

ALL = (timex._STARTS, ordinals._STANDING, _ranks._STARTS)
PATTERNS = [(pattern, words) for starts in ALL for _, pattern, words in starts.patterns]
PAGES = sorted((Path(__file__).parents[2] / "fixtures").rglob("*.md"))
NOBODYS = {"fye", "fyn", "fys", "fyt"}
"""What a pattern allows and nobody writes: "FYnineteen"."""


def _places(found):
    return sorted((match.span(), match.re.pattern) for _, match in found)


def _searched(starts, text):
    return _places((name, match) for name, pattern, _ in starts.patterns for match in pattern.finditer(text))


@pytest.mark.parametrize(
    ("pattern", "words", "text"),
    [
        (r"\bmid[- ]?summer\b", "mid", "In midsummer, mid-summer and amid summer."),
        (r"\b(?:an? )?day\b", "a an day", "A day, another day, May Day."),
        (r"(?<!\d)\d{2}/\d{2}(?!\d)", FIGURE, "x12/34 112/34 12/345 56/78"),
        (r"['’]\d0s\b", "' ’", "The '90s, the ’80s, 70s."),
        (r"\bto to\b", "to", "to to to to to"),
    ],
)
def test_finds_what_a_search_finds(pattern, words, text):
    starts = Starts([("it", re.compile(pattern, re.IGNORECASE), words)])
    found = _places(starts.find(text))
    assert found
    assert found == _searched(starts, text)


def test_is_tried_at_its_words_alone():
    assert not list(Starts([("it", re.compile("day"), "week")]).find("day"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
@pytest.mark.parametrize("starts", ALL)
def test_what_is_found_on_a_page_is_what_a_search_finds(starts, page):
    text = page.read_text(encoding="utf-8")
    assert _places(starts.find(text)) == _searched(starts, text)


@pytest.mark.parametrize(("pattern", "words"), PATTERNS, ids=range(len(PATTERNS)))
def test_every_beginning_of_a_pattern_is_known(pattern, words):
    parsed = _parser.parse(pattern.pattern, pattern.flags & re.IGNORECASE)
    known = {word[:3].casefold() for word in words.split()}
    assert {beginning.strip() for beginning in _begun(parsed, {""})} - NOBODYS <= known


def _begun(parsed, before):
    """The first letters, three at most, of all that a parsed pattern matches behind ``before``; a space where the word ends earlier."""
    for operation, argument in parsed:
        before = {whole for beginning in before for whole in ({beginning} if _is_whole(beginning) else _after(operation, argument, beginning))}
    return before


def _is_whole(beginning):
    return len(beginning) == 3 or beginning.endswith((" ", FIGURE))


def _after(operation, argument, before):
    if operation in (code.AT, code.ASSERT, code.ASSERT_NOT):
        return {before}
    if operation is code.SUBPATTERN:
        return _begun(argument[-1], {before})
    if operation is code.BRANCH:
        return set().union(*(_begun(branch, {before}) for branch in argument[1]))
    if operation in (code.MAX_REPEAT, code.MIN_REPEAT):
        least, most, inner = argument
        return set().union(*(_begun([*inner] * times, {before}) for times in range(least, min(most, least + 3) + 1)))
    return {_with(before, char) for char in _characters(operation, argument)}


def _characters(operation, argument):
    if operation is code.IN:
        return set().union(*(_characters(*one) for one in argument))
    if operation is code.RANGE:
        return {chr(char) for char in range(argument[0], argument[1] + 1)}
    return {FIGURE} if operation is code.CATEGORY else {chr(argument)}


def _with(before, char):
    if char.isdigit() and not before:
        return FIGURE
    return before + char.lower() if char.isalpha() or not before else f"{before} "
