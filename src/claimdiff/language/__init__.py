"""Where spaCy is: loading the pipeline, and everything that reads a parse."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from claimdiff.errors import ClaimdiffError

if TYPE_CHECKING:
    from spacy.language import Language

WEIGHTS = Path(__file__).parent / "weights"
"""The folder of the bundled pipeline, as ``Language.to_disk`` wrote it."""


@cache
def load() -> Language:
    """The bundled English pipeline, loaded once in a process; no network.

    Returns:
        A spaCy Language that tags, lemmatises, parses (Universal Dependencies) and recognises names.
        It is bare: the "claimdiff" component is not in it.

    Raises:
        ClaimdiffError: the weights are missing or damaged.
    """
    from spacy.util import load_model

    import claimdiff.language.encoder
    import claimdiff.language.paragraphs
    import claimdiff.language.tokenizer  # noqa: F401  all three register what the configuration names

    try:
        return load_model(str(WEIGHTS))
    except Exception as error:  # spaCy and ONNX Runtime raise whatever their readers raise
        raise ClaimdiffError("the language pipeline cannot be loaded", str(WEIGHTS), "install claimdiff again") from error
