"""Where spaCy is: loading the pipeline, and everything that reads a parse."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimdiff.errors import ClaimdiffError

if TYPE_CHECKING:
    from spacy.language import Language


@cache
def load() -> Language:
    """The bundled English pipeline, loaded once in a process; no network.

    Returns:
        A spaCy Language that tags, lemmatises, parses (Universal Dependencies) and recognises names.
        It is bare: the "claimdiff" component is not in it.

    Raises:
        ClaimdiffError: the weights are missing or damaged.
    """
    from importlib.resources import files

    from spacy.util import load_model

    from claimdiff.language.paragraphs import NAME
    from claimdiff.language.tokenizer import RunSplitter

    folder = files("claimdiff.language") / "weights"
    try:
        nlp = load_model(str(folder))
    except Exception as error:  # spaCy raises whatever its serialisers raise
        raise ClaimdiffError("the language pipeline cannot be loaded", str(folder), "install claimdiff again") from error
    nlp.add_pipe(NAME, before="parser")
    nlp.tokenizer = RunSplitter(nlp.tokenizer)
    return nlp
