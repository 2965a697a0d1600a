"""The lemma of a word: what the treebanks have for it, else the edit tree or regular ending that makes a known word of it.

Edit trees as in Müller et al. 2015 (Lemming), in spaCy's implementation; the encoder ranks them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from spacy.pipeline._edit_tree_internals.edit_trees import EditTrees

_ENDINGS = (
    ("NNS", (("ies", "y"), ("ves", "f"), ("es", ""), ("s", ""))),
    ("VBZ", (("ies", "y"), ("es", ""), ("s", ""))),
    ("VBD VBN", (("ied", "y"), ("ed", "e"), ("ed", ""))),
    ("VBG", (("ing", "e"), ("ing", ""))),
)
"""Regular endings of English by tag, and what stands in their place in the lemma."""

_BY_TAG = {tag: endings for tags, endings in _ENDINGS for tag in tags.split()}


class Lemmas:
    """Answers with lemmas by form, tag and the encoder's ranking of trees."""

    def __init__(self, trees: EditTrees, tree_of_row: Sequence[int], lexicon: str, known_words: frozenset[str]) -> None:
        """Take the edit trees with their rows, the lexicon (form, tag and lemma, tab-separated, one a line), and words that exist."""
        self._trees = trees
        self._tree_of_row = tree_of_row
        self._text = lexicon
        self._known_words = known_words

    def lemma(self, word: str, tag: str, rows: Sequence[int]) -> str:
        """The lemma of ``word`` tagged ``tag``; ``rows`` are the rows of edit trees, the likeliest first."""
        return self.known(word, tag) or self._made(word, tag, rows)

    def known(self, word: str, tag: str) -> str | None:
        """The lemma that the lexicon has for ``word`` tagged ``tag``; names are not looked up in lower case."""
        found = self._lexicon.get((word, tag))
        if found is None and not tag.startswith("NNP"):
            found = self._lexicon.get((word.lower(), tag))
        return found or None

    def _made(self, word: str, tag: str, rows: Sequence[int]) -> str:
        """What the likeliest tree makes, unless only another one, or a regular ending, makes a word that exists: "study", not "studie"."""
        made = [lemma for row in rows if (lemma := self._trees.apply(self._tree_of_row[row], word))]
        regular = _regular(word, tag)
        # Of words nobody knows, those in -ies and -ied are safe: hardly one ends in -ie.
        made = regular + made if regular and word.lower().endswith(("ies", "ied")) else made + regular
        return next((lemma for lemma in made if lemma.lower() in self._words), made[0] if made else word)

    @cached_property
    def _words(self) -> frozenset[str]:
        return self._known_words | {lemma.lower() for lemma in self._lexicon.values()}

    @cached_property
    def _lexicon(self) -> dict[tuple[str, str], str]:
        found: dict[tuple[str, str], str] = {}
        for line in self._text.splitlines():
            form, tag, lemma = line.split("\t")
            found[form, tag] = lemma
            found.setdefault((form.lower(), tag), lemma)
        return found


def _regular(word: str, tag: str) -> list[str]:
    """Lemmas of which ``word`` would be a regular form, a doubled consonant undone: "planned" of "plan"."""
    found = []
    for ending, instead in _BY_TAG.get(tag, ()):
        stem = word[: -len(ending)]
        if word.lower().endswith(ending) and len(stem) > 1:
            found.append(stem + instead)
            if tag[0] == "V" and stem[-1] == stem[-2] and not instead:
                found.append(stem[:-1])
    return [lemma.lower() for lemma in found]
