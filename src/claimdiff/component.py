"""The spaCy component "claimdiff": the same claims, on ``doc._.claims``, in anybody's pipeline."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.factory("claimdiff", default_config={})
def make(nlp: Language, name: str) -> ClaimdiffComponent:
    """Make the component; sets the extensions ``Doc._.published`` (date or None), ``Doc._.claims`` and ``Doc._.skipped``.

    Raises:
        ClaimdiffError: the pipeline does not use the labels claimdiff reads.
    """
    from claimdiff.language.pipelines import require_labels

    require_labels(nlp)
    for extension, default in (("published", None), ("claims", ()), ("skipped", ())):
        if not Doc.has_extension(extension):
            Doc.set_extension(extension, default=default)
    return ClaimdiffComponent(name)


class ClaimdiffComponent:
    """Writes the claims of a parsed Doc to ``doc._.claims``."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Extract the claims of ``doc`` into its extensions."""
        from claimdiff.pipeline import extract_parsed, read_text

        article = extract_parsed(doc, read_text(doc.text, path=self.name, published=doc._.published))
        doc._.claims, doc._.skipped = article.claims, article.skipped
        return doc
