"""Fine-tune the network on all annotations at once; survives an interruption and goes on where it was.

Steps, data order and noise follow from the seed and the step alone, so that a resumed run sees what an uninterrupted one would have seen.
"""

from __future__ import annotations

import copy
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from data import MISSING, Batch, Labels, Window, batch
from network import Network, Outputs
from torch import Tensor, nn

from claimdiff.language.wordpiece import WordPiece

PIECES_A_STEP = 1600
WARM_UP = 100
"""Steps at the start of a round in which the rates rise from nothing; then they fall in a line to nothing at its end."""

AVERAGED = 0.998
"""Decay of the running average of the weights, which is what is shipped."""


@dataclass(frozen=True)
class Round:
    """One rise and fall of the learning rates: how many epochs, the highest rates of encoder, vocabulary and heads, and whether the encoder's
    linear layers reckon with numbers as coarse as those that ship."""

    epochs: float
    encoder: float
    vocabulary: float
    heads: float
    rounded: bool = False


ROUNDS = (
    Round(8, encoder=2.5e-4, vocabulary=0.0, heads=1e-3),
    Round(8, encoder=1.5e-4, vocabulary=5e-5, heads=6e-4),
    Round(8, encoder=1.2e-4, vocabulary=4e-5, heads=5e-4, rounded=True),
)
"""Half of the weights are the vocabulary's. It waits until the heads know what they want of it, and then moves slowly, so that words that
the treebanks lack keep their place beside those they have. The last round gets the network used to int8."""

WEIGHTS = {"upos": 0.5, "xpos": 0.5, "feats": 0.5, "lemma": 0.5, "opens": 0.5, "name": 2.0, "arcs": 1.0, "relation": 1.0, "meaning": 4.0}
"""What each loss counts for."""

_CHECKPOINT_EVERY = 250


def train(
    windows: list[Window],
    labels: Labels,
    wordpiece: WordPiece,
    taught: dict[str, Tensor],
    minilm: Path,
    work: Path,
    *,
    share: float,
    device: str,
) -> Network:
    """The trained network (the running average), after ``share`` of every round's epochs.

    Writes ``checkpoint.pt`` into ``work`` every few minutes and begins from it if it is there.
    """
    torch.manual_seed(0)
    network = Network(len(wordpiece.vocabulary), labels.sizes())
    network.encoder.read(minilm)
    network.to(device)
    average = copy.deepcopy(network).eval()
    checkpoint = _Checkpoint(work / "checkpoint.pt", network, average)
    step, end = checkpoint.read(), 0
    for each in ROUNDS:
        begin, end = end, end + int(share * each.epochs * len(_groups(windows, wordpiece, 0)))
        network.round_off(each.rounded)
        optimizer = _optimizer(network, each)
        if begin < step < end:
            checkpoint.read_optimizer(optimizer)
        started, first = time.perf_counter(), step
        for epoch, group in _remaining(windows, wordpiece, step, end):
            torch.manual_seed(step)
            _set_rate(optimizer, step - begin, end - begin)
            padded = batch(group, wordpiece, chance=random.Random(step), mask=wordpiece.vocabulary.index("[MASK]"))
            losses = _losses(network, padded, group, taught, device)
            loss = sum((WEIGHTS[name] * value for name, value in losses.items()), start=torch.zeros((), device=device))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            step += 1
            _average(average, network, step)
            if step % 50 == 0:
                pace = (time.perf_counter() - started) / (step - first)
                told = " ".join(f"{name} {value.item():.3f}" for name, value in losses.items())
                print(f"epoch {epoch} step {step}/{end} {pace:.2f} s a step, {(end - step) * pace / 60:.0f} min left: {told}", flush=True)
            if step % _CHECKPOINT_EVERY == 0 or step == end:
                checkpoint.write(optimizer, step)
    return average


def _remaining(windows: list[Window], wordpiece: WordPiece, step: int, end: int) -> Iterator[tuple[int, list[Window]]]:
    """Epoch and windows of each step from ``step`` to ``end``."""
    epoch, before = 0, 0
    while before < end:
        groups = _groups(windows, wordpiece, epoch)
        for group in groups[max(0, step - before) : max(0, end - before)]:
            yield epoch, group
        before += len(groups)
        epoch += 1


def _groups(windows: list[Window], wordpiece: WordPiece, epoch: int) -> list[list[Window]]:
    """Windows of like length together, in random order, PIECES_A_STEP to a group."""
    chance = random.Random(epoch)
    lengths = {id(window): sum(len(wordpiece.pieces(word)) for word in window.words) + 2 for window in windows}
    order = sorted(windows, key=lambda window: lengths[id(window)] + chance.random() * 12)
    groups: list[list[Window]] = [[]]
    for window in order:
        if groups[-1] and lengths[id(window)] * (len(groups[-1]) + 1) > PIECES_A_STEP:
            groups.append([])
        groups[-1].append(window)
    chance.shuffle(groups)
    return groups


def _losses(network: Network, padded: Batch, group: list[Window], taught: dict[str, Tensor], device: str) -> dict[str, Tensor]:
    gold = {name: rows.to(device) for name, rows in padded.gold.items()}
    outputs = network(padded.pieces.to(device), padded.cases.to(device), padded.first.to(device), padded.keep.to(device))
    losses = {name: _cross_entropy(getattr(outputs, name), gold[name]) for name in ("upos", "xpos", "feats", "lemma", "opens", "name")}
    arcs = outputs.arcs.masked_fill(~padded.columns.to(device)[:, None, :], -1e4)
    losses["arcs"] = _cross_entropy(arcs, gold["heads"])
    losses["relation"] = _cross_entropy(network.relations(outputs, gold["heads"].clamp(min=0)), gold["relation"])
    losses["meaning"] = _meaning(outputs, group, taught, device)
    return losses


def _meaning(outputs: Outputs, group: list[Window], taught: dict[str, Tensor], device: str) -> Tensor:
    """How far the means of the words' vectors are from what was taught, and the likeness of any two from the likeness taught."""
    rows = [(i, start, end, taught[text]) for i, window in enumerate(group) for start, end, text in window.spans]
    if not rows:
        return outputs.meaning.sum() * 0
    mine = nn.functional.normalize(torch.stack([outputs.meaning[i, start:end].mean(0) for i, start, end, _ in rows]), dim=-1)
    wanted = torch.stack([vector.float() for *_, vector in rows]).to(device)
    alike = (mine @ mine.T - wanted @ wanted.T).square().mean()
    return (1 - (mine * wanted).sum(-1)).mean() + 2 * alike


def _cross_entropy(scores: Tensor, gold: Tensor) -> Tensor:
    if not (gold != MISSING).any():
        return scores.sum() * 0
    return nn.functional.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=MISSING)


def _optimizer(network: Network, each: Round) -> torch.optim.Optimizer:
    vocabulary = network.encoder.word.weight
    vocabulary.requires_grad_(each.vocabulary > 0)
    encoder = [parameter for parameter in network.encoder.parameters() if parameter is not vocabulary]
    heads = [parameter for name, parameter in network.named_parameters() if not name.startswith("encoder.")]
    groups = [{"params": encoder, "rate": each.encoder}, {"params": heads, "rate": each.heads}]
    if each.vocabulary:
        groups.append({"params": [vocabulary], "rate": each.vocabulary})
    return torch.optim.AdamW(groups, lr=each.encoder, weight_decay=0.01, fused=True)


def _set_rate(optimizer: torch.optim.Optimizer, step: int, steps: int) -> None:
    share = min(1.0, (step + 1) / WARM_UP) * (1 - step / steps)
    for group in optimizer.param_groups:
        group["lr"] = group["rate"] * share


@torch.no_grad()
def _average(average: Network, network: Network, step: int) -> None:
    decay = min(AVERAGED, step / (step + 10))
    pairs = [pair for pair in zip(average.parameters(), network.parameters(), strict=True) if pair[1].requires_grad]
    torch._foreach_lerp_([mean for mean, _ in pairs], [value for _, value in pairs], 1 - decay)


@dataclass(frozen=True)
class _Checkpoint:
    """What an interrupted run goes on from."""

    path: Path
    network: Network
    average: Network

    def read(self) -> int:
        """Take the weights, if there are any; the step they stand at."""
        if not self.path.exists():
            return 0
        state = torch.load(self.path, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.average.load_state_dict(state["average"])
        return int(state["step"])

    def read_optimizer(self, optimizer: torch.optim.Optimizer) -> None:
        optimizer.load_state_dict(torch.load(self.path, weights_only=True)["optimizer"])

    def write(self, optimizer: torch.optim.Optimizer, step: int) -> None:
        """The old file stays until the new one is whole."""
        state: dict[str, Any] = {
            "network": self.network.state_dict(),
            "average": self.average.state_dict(),
            "optimizer": optimizer.state_dict(),
            "step": step,
        }
        torch.save(state, self.path.with_suffix(".new"))
        self.path.with_suffix(".new").replace(self.path)
