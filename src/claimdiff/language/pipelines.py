"""Whether a spaCy pipeline speaks the labels that claimdiff reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimdiff.errors import ClaimdiffError
from claimdiff.language import labels

if TYPE_CHECKING:
    from spacy.language import Language

_ESSENTIAL = (
    labels.CLAUSAL_COMPLEMENT | labels.NUMERAL | labels.OBJECT | labels.NOUN_MODIFIER - {"nmod:desc", "nmod:unmarked"} | {"nsubj", "obl", "case"}
)
"""Without these no claim can be read; finer labels only add to it."""


def require_labels(nlp: Language) -> None:
    """Check that the parser of ``nlp`` uses Universal Dependencies.

    Raises:
        ClaimdiffError: there is no parser before the component, or its labels are another scheme's; names the missing ones.
    """
    known: set[str] = set()
    for name in nlp.pipe_names:
        known |= set(getattr(nlp.get_pipe(name), "labels", ()))
    missing = sorted(_ESSENTIAL - known)
    if missing:
        remedy = "claimdiff needs a pipeline with Universal Dependencies, such as claimdiff.language.load()"
        raise ClaimdiffError(f"the pipeline has no dependency labels {', '.join(missing)}", nlp.meta.get("name", "pipeline"), remedy)
