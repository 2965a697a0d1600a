"""The network: MiniLM with a letter-case input, and a head for each annotation, all on the first piece of each word.

The parser is the biaffine one of Dozat and Manning (2017) with a sum in place of the bilinear form for relations; the encoder is
all-MiniLM-L6-v2 (Wang et al. 2020; Reimers and Gurevych 2019).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from claimdiff.language.wordpiece import CASES

WIDTH, HEADS, LAYERS, INNER = 384, 12, 6, 1536
ARC, RELATION = 256, 256
POSITIONS = 512


class Outputs(NamedTuple):
    """Scores of one window's words; ``arcs[i, j]``: word i hangs from column j, where column 0 is the root and column j + 1 word j."""

    upos: Tensor
    xpos: Tensor
    feats: Tensor
    lemma: Tensor
    name: Tensor
    opens: Tensor
    arcs: Tensor
    dependent: Tensor
    governor: Tensor
    meaning: Tensor


@dataclass(frozen=True)
class Sizes:
    """Number of labels of each head."""

    upos: int
    xpos: int
    feats: int
    lemma: int
    name: int
    relation: int


class Linear(nn.Linear):
    """A linear layer that, while ``rounds`` is set, reckons with numbers as coarse as those that ship (``export.py``, "dynamic").

    Weights have 7 bits and a scale for each output, inputs 8 bits and a range for each window; the gradient goes through as if nothing had been
    rounded (Jacob et al. 2018).
    """

    rounds = False

    def forward(self, x: Tensor) -> Tensor:
        if not self.rounds:
            return super().forward(x)
        return nn.functional.linear(_straight_through(x, _rounded_inputs), _straight_through(self.weight, _rounded_weight), self.bias)


@torch.no_grad()
def _rounded_inputs(x: Tensor) -> Tensor:
    low, high = x.amin((1, 2), keepdim=True).clamp(max=0), x.amax((1, 2), keepdim=True).clamp(min=0)
    scale = (high - low).clamp(min=1e-8) / 255
    zero = (-low / scale).round()
    return ((x / scale + zero).round().clamp_(0, 255) - zero) * scale


@torch.no_grad()
def _rounded_weight(weight: Tensor) -> Tensor:
    scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 64
    return (weight / scale).round() * scale


def _straight_through(x: Tensor, rounding: Callable[[Tensor], Tensor]) -> Tensor:
    return x + (rounding(x) - x).detach()


class Layer(nn.Module):
    """One layer of the encoder, as in BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv, self.out = Linear(WIDTH, 3 * WIDTH), Linear(WIDTH, WIDTH)
        self.up, self.down = Linear(WIDTH, INNER), Linear(INNER, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, keep: Tensor | None) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        if keep is None:  # as it is exported: plain operations, no mask
            mixed = ((q @ k.transpose(-1, -2)) * (WIDTH // HEADS) ** -0.5).softmax(-1) @ v
        else:
            mixed = nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=keep, dropout_p=0.1 if self.training else 0.0)
        x = self.norm1(x + self.drop(self.out(mixed.transpose(1, 2).reshape(batch, length, WIDTH))))
        return self.norm2(x + self.drop(self.down(nn.functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Word pieces with their letter case -> a vector for each."""

    def __init__(self, pieces: int) -> None:
        super().__init__()
        self.word, self.position, self.case = nn.Embedding(pieces, WIDTH), nn.Embedding(POSITIONS, WIDTH), nn.Embedding(CASES, WIDTH)
        nn.init.zeros_(self.case.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.drop = nn.Dropout(0.1)

    def forward(self, pieces: Tensor, cases: Tensor, keep: Tensor | None = None) -> Tensor:
        """``pieces`` and ``cases`` (batch, length); ``keep`` (batch, length) is False at padding, None where there is none."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.drop(self.norm(self.word(pieces) + self.position(places) + self.case(cases)))
        mask = None if keep is None else keep[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def read(self, folder: Path) -> None:
        """Take the weights of all-MiniLM-L6-v2 (``model.safetensors``); type 0 is added to every position."""
        w = load_file(folder / "model.safetensors")
        self.word.weight.data.copy_(w["embeddings.word_embeddings.weight"])
        self.position.weight.data.copy_(w["embeddings.position_embeddings.weight"] + w["embeddings.token_type_embeddings.weight"][0])
        _copy(self.norm, w, "embeddings.LayerNorm")
        for number, layer in enumerate(self.layers):
            here = f"encoder.layer.{number}."
            for kind in ("weight", "bias"):
                parts = [w[f"{here}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
                getattr(layer.qkv, kind).data.copy_(torch.cat(parts))
            _copy(layer.out, w, here + "attention.output.dense")
            _copy(layer.norm1, w, here + "attention.output.LayerNorm")
            _copy(layer.up, w, here + "intermediate.dense")
            _copy(layer.down, w, here + "output.dense")
            _copy(layer.norm2, w, here + "output.LayerNorm")


class Network(nn.Module):
    """Encoder and heads."""

    def __init__(self, pieces: int, sizes: Sizes) -> None:
        super().__init__()
        self.encoder = Encoder(pieces)
        self.drop = nn.Dropout(0.2)
        self.upos, self.xpos, self.feats = nn.Linear(WIDTH, sizes.upos), nn.Linear(WIDTH, sizes.xpos), nn.Linear(WIDTH, sizes.feats)
        self.lemma, self.name, self.opens = nn.Linear(WIDTH, sizes.lemma), nn.Linear(WIDTH, sizes.name), nn.Linear(WIDTH, 2)
        self.arc_dependent, self.arc_governor = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.arc = nn.Linear(ARC, ARC)
        self.dependent, self.governor = nn.Linear(WIDTH, RELATION), nn.Linear(WIDTH, RELATION, bias=False)
        self.relation = nn.Linear(RELATION, sizes.relation)
        self.arc_drop = nn.Dropout(0.25)
        self.meaning = nn.Linear(WIDTH, WIDTH, bias=False)
        nn.init.eye_(self.meaning.weight)

    def forward(self, pieces: Tensor, cases: Tensor, first: Tensor, keep: Tensor | None = None) -> Outputs:
        """Scores of the words whose first pieces stand at ``first`` (batch, words + 1; column 0 is the opening mark)."""
        x = self.encoder(pieces, cases, keep)
        x = x.gather(1, first[..., None].expand(-1, -1, WIDTH))
        meaning = self.meaning(x[:, 1:])
        x = self.drop(x)
        words = x[:, 1:]
        dependent = self.arc_drop(nn.functional.relu(self.arc_dependent(words)))
        governor = self.arc_drop(nn.functional.relu(self.arc_governor(x)))
        arcs = self.arc(dependent) @ governor.transpose(1, 2) * ARC**-0.5
        return Outputs(
            self.upos(words),
            self.xpos(words),
            self.feats(words),
            self.lemma(words),
            self.name(words),
            self.opens(words),
            arcs,
            self.dependent(words),
            self.governor(x),
            meaning,
        )

    def round_off(self, rounds: bool) -> None:
        """Let the encoder's linear layers reckon with rounded numbers from now on, or no longer."""
        for module in self.modules():
            if isinstance(module, Linear):
                module.rounds = rounds

    def relations(self, outputs: Outputs, heads: Tensor) -> Tensor:
        """Scores of the relations of each word to the column ``heads`` (batch, words) it hangs from."""
        governors = outputs.governor.gather(1, heads[..., None].expand(-1, -1, RELATION))
        return self.relation(self.arc_drop(nn.functional.relu(outputs.dependent + governors)))


def _copy(module: nn.Module, weights: Mapping[str, Tensor], name: str) -> None:
    module.weight.data.copy_(weights[f"{name}.weight"])
    module.bias.data.copy_(weights[f"{name}.bias"])
