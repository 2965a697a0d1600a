"""Vectors of meaning: a row of ``doc.tensor`` for each token; a span or Doc means the mean of its words, likeness is the cosine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.tokens import Doc, Span, Token

if TYPE_CHECKING:
    from numpy.typing import NDArray


def set_meaning(doc: Doc, tensor: NDArray[np.float32]) -> None:
    """Keep ``tensor`` (tokens, width; rows of white space are zero) and answer spaCy's ``vector`` and ``similarity`` from it."""
    doc.tensor = tensor
    for hooks in (doc.user_hooks, doc.user_span_hooks, doc.user_token_hooks):
        hooks["vector"] = vector
        hooks["has_vector"] = _has_vector
        hooks["vector_norm"] = _norm
        hooks["similarity"] = similarity


def vector(of: Doc | Span | Token) -> NDArray[np.float32]:
    """The mean vector of the words of a Doc or Span, or that of a Token; zeros where there is no word."""
    if isinstance(of, Token):
        return np.array(of.doc.tensor[of.i])
    rows = _rows(of)
    rows = rows[np.any(rows != 0, axis=1)] if len(rows) > 1 else rows
    return rows.mean(0) if len(rows) else np.zeros(of.doc.tensor.shape[1], dtype=np.float32)


def similarity(one: Any, other: Any) -> float:
    """Cosine of two vectors of meaning, -1 to 1; 0 where one is all zeros."""
    a, b = vector(one), vector(other)
    norm = float(np.linalg.norm(a) * np.linalg.norm(b))
    return max(-1.0, min(1.0, float(a @ b) / norm)) if norm else 0.0


def _rows(of: Doc | Span | Token) -> NDArray[np.float32]:
    if isinstance(of, Doc):
        return np.asarray(of.tensor)
    if isinstance(of, Span):
        return np.asarray(of.doc.tensor[of.start : of.end])
    return np.asarray(of.doc.tensor[of.i : of.i + 1])


def _has_vector(of: Doc | Span | Token) -> bool:
    return bool(_rows(of).any())


def _norm(of: Doc | Span | Token) -> float:
    return float(np.linalg.norm(vector(of)))
