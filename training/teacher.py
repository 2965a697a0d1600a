"""What the original encoder takes sentences and phrases to mean: the vectors that the meaning head is taught."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import torch
from data import Window, batch
from network import Encoder

if TYPE_CHECKING:
    from torch import Tensor

    from claimdiff.language.wordpiece import WordPiece


def teach(windows: list[Window], folder: Path, wordpiece: WordPiece, cache: Path) -> dict[str, Tensor]:
    """Unit vectors (half precision) by text, of all spans of all windows; kept in ``cache``, for they take minutes."""
    if cache.exists():
        return torch.load(cache, weights_only=True)
    encoder = Encoder(len(wordpiece.vocabulary)).eval()
    encoder.read(folder)
    texts = sorted({text for window in windows for _, _, text in window.spans}, key=lambda text: (len(text), text))
    found: dict[str, Tensor] = {}
    with torch.inference_mode():
        for start in range(0, len(texts), 64):
            some = texts[start : start + 64]
            vectors = _vectors(encoder, some, wordpiece)
            found.update(zip(some, vectors.half(), strict=True))
    torch.save(found, cache)
    return found


def _vectors(encoder: Encoder, texts: list[str], wordpiece: WordPiece) -> Tensor:
    """Sentence vectors as sentence-transformers makes them: the mean over all pieces, scaled to length 1. Letter case adds nothing yet."""
    padded = batch([Window(text.split()[:120]) for text in texts], wordpiece)
    hidden = encoder(padded.pieces, torch.zeros_like(padded.cases), padded.keep)
    weights = padded.keep[..., None].float()
    return torch.nn.functional.normalize((hidden * weights).sum(1) / weights.sum(1), dim=-1)
