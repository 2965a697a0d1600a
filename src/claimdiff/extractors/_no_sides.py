"""Names that are no side's of a score: of streets, rooms and places in books, books of the Bible, and puzzles."""

from __future__ import annotations

_NUMBERED = frozenset(
    """street road avenue ave lane drive boulevard blvd route highway motorway freeway interstate junction room suite floor apartment page
    chapter verse verses psalm psalms section appendix flight gate platform terminal""".split(),
)
"""Words of a name with which the number is a place's: "Elm Street 62", "Room Nine 3"."""

_PUZZLES = frozenset(
    """wordle quordle dordle octordle nerdle heardle worldle globle sudoku crossword kakuro kenken strands connections futoshiki nonogram puzzle
    puzzles quiz riddle""".split(),
)
"""Puzzles that newspapers number."""

_BOOKS = frozenset(
    """genesis exodus leviticus numbers deuteronomy joshua judges ruth samuel chronicles ezra nehemiah esther job proverbs ecclesiastes isaiah
    jeremiah lamentations ezekiel daniel hosea joel amos obadiah jonah micah nahum habakkuk zephaniah haggai zechariah malachi matthew mark luke
    john acts romans corinthians galatians ephesians philippians colossians thessalonians timothy titus philemon hebrews james peter jude
    revelation tobit judith wisdom sirach baruch maccabees""".split(),
) | {"song of songs", "song of solomon"}
"""Books of the Bible, without "First" and "Second"; "Kings" is not among them, for teams are called so."""

_BEFORE = frozenset({"first", "second", "third", "i", "ii", "iii", "the"})


def is_no_side(name: str) -> bool:
    """Whether a name of one or more words cannot be a side's, for what it numbers is a place, a verse or a puzzle."""
    words = name.casefold().replace(".", "").split()
    if not (_NUMBERED | _PUZZLES).isdisjoint(words):
        return True
    return " ".join(words[1:] if words[0] in _BEFORE else words) in _BOOKS
