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

VERSION = "1.0.0"
"""Of the weights that this code reads; theirs stands in their ``meta.json``."""

_REMEDY = "install claimdiff again"


@cache
def load(name: str | None = None) -> Language:
    """A pipeline, loaded once in a process; no network.

    Args:
        name: an installed spaCy pipeline or the folder of one, to be used in place of the bundled one.

    Returns:
        A spaCy Language that tags, lemmatises, parses (Universal Dependencies) and recognises names.
        It is bare: the "claimdiff" component is not in it.

    Raises:
        ClaimdiffError: the pipeline is missing, damaged or of another version, or does not use the labels claimdiff reads.
    """
    from claimdiff.language import pipelines

    if name is None:
        return pipelines.bundled(WEIGHTS, VERSION, _REMEDY)
    return pipelines.another(name)


def weights_digest(folder: Path | None = None) -> str:
    """SHA-256 over the names and contents of all files of the weights, sorted by name; imports no spaCy."""
    import hashlib

    folder = folder or WEIGHTS
    total = hashlib.sha256()
    for name in sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()):
        content = hashlib.sha256((folder / name).read_bytes())
        total.update(f"{content.hexdigest()}  {name}\n".encode())
    return total.hexdigest()


@cache
def identity(name: str | None = None) -> str:
    """What tells a pipeline from others: the digest of the bundled weights, or name and version of another pipeline."""
    if name is None:
        return f"sha256:{weights_digest()}"
    meta = load(name).meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def weights_licence() -> str:
    """Licence and attribution of the weights.

    Raises:
        ClaimdiffError: the file is missing.
    """
    try:
        return (WEIGHTS / "LICENSE").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ClaimdiffError("the licence of the weights cannot be read", str(WEIGHTS), _REMEDY) from error
