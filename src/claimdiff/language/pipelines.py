"""Loading spaCy pipelines, ours and others, and whether one speaks the labels that claimdiff reads."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimdiff.errors import ClaimdiffError
from claimdiff.language import labels

if TYPE_CHECKING:
    from spacy.language import Language

_ESSENTIAL = (
    labels.CLAUSAL_COMPLEMENT | labels.NUMERAL | labels.OBJECT | labels.NOUN_MODIFIER - {"nmod:desc", "nmod:unmarked"} | {"nsubj", "obl", "case"}
)
"""Without these no claim can be read; finer labels only add to it."""

_REMEDY = "--pipeline takes an installed spaCy pipeline or the folder of one"
_SHOWN = 200
"""Characters of another program's explanation that are passed on."""


def bundled(folder: Path, version: str, remedy: str) -> Language:
    """The pipeline in ``folder``, which must be of ``version``.

    Raises:
        ClaimdiffError: it is missing, damaged or of another version.
    """
    from spacy.util import load_model

    import claimdiff.language.encoder
    import claimdiff.language.paragraphs
    import claimdiff.language.tokenizer  # noqa: F401  all three register what the configuration names

    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        found = meta["version"]
        if found == version and _fits(meta):
            return load_model(str(folder))
    except Exception as error:  # spaCy and ONNX Runtime raise whatever their readers raise
        raise ClaimdiffError("the language pipeline cannot be loaded", str(folder), remedy) from error
    if found != version:
        raise ClaimdiffError(f"the language pipeline is of version {found}, not {version}", str(folder), remedy)
    raise _misfit(meta, str(folder), remedy)


def another(name: str) -> Language:
    """An installed spaCy pipeline, or the folder of one, with our tokenizer around its own and our paragraphs before its parser.

    Raises:
        ClaimdiffError: there is none of that name, it cannot be loaded, or it does not use Universal Dependencies.
    """
    from spacy.util import is_package, load_model

    from claimdiff.language.paragraphs import NAME as PARAGRAPHS
    from claimdiff.language.tokenizer import RunSplitter

    if not (is_package(name) or (Path(name) / "meta.json").is_file()):
        raise ClaimdiffError("no such pipeline", name, _REMEDY)
    try:
        with warnings.catch_warnings():
            # That it was made for another spaCy is an error below.
            warnings.filterwarnings("ignore", message=r"\[W09[45]\]")
            nlp = load_model(name)
    except Exception as error:
        said = " ".join(str(error).split())[:_SHOWN]
        raise ClaimdiffError(f"the pipeline cannot be loaded: {type(error).__name__}: {said}", name, _REMEDY) from error
    if not _fits(nlp.meta):
        raise _misfit(nlp.meta, name, "install the one made for it")
    require_labels(nlp, name)
    if PARAGRAPHS not in nlp.pipe_names:
        nlp.add_pipe(PARAGRAPHS, first=True)
    if not isinstance(nlp.tokenizer, RunSplitter):
        nlp.tokenizer = RunSplitter(nlp.tokenizer)
    return nlp


def require_labels(nlp: Language, name: str | None = None) -> None:
    """Check that the parser of ``nlp`` uses Universal Dependencies.

    Raises:
        ClaimdiffError: there is no parser before the component, or its labels are another scheme's; names the missing ones.
    """
    known: set[str] = set()
    for component in nlp.pipe_names:
        known |= set(getattr(nlp.get_pipe(component), "labels", ()))
    missing = sorted(_ESSENTIAL - known)
    if missing:
        remedy = "claimdiff needs a pipeline with Universal Dependencies, such as claimdiff.language.load()"
        raise ClaimdiffError(f"the pipeline has no dependency labels {', '.join(missing)}", name or nlp.meta.get("name", "pipeline"), remedy)


def _fits(meta: dict[str, Any]) -> bool:
    """Whether the pipeline was made for the spaCy that runs: it promises no compatibility across minor versions."""
    from spacy.about import __version__
    from spacy.util import is_compatible_version

    return bool(is_compatible_version(__version__, meta["spacy_version"]))


def _misfit(meta: dict[str, Any], where: str, remedy: str) -> ClaimdiffError:
    from spacy.about import __version__

    return ClaimdiffError(f"the pipeline was made for spaCy {meta['spacy_version']}, and {__version__} is installed", where, remedy)
