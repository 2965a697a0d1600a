"""What each way of rounding the weights costs: package the trained network in every way and score it on the development halves.

usage: compare_rounding.py DATA MINILM WORK     (after recipe.py with the same folders)
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import get_args

import torch
from data import labels_of, lexicon_of, training_paragraphs
from evaluate import load, size_of, time_of_loading
from export import Rounding
from network import Network
from package import package
from score import score
from treebank import paragraphs

SETS = {"EWT dev": ("ud/ewt-dev.conllu", "names/en_ewt-ud-dev.iob2"), "GUM dev": ("ud/gum-dev-free.conllu", None)}
_SHOWN = ("upos", "lemma", "sentences", "uas", "las", "names")


def main() -> None:
    """One Markdown table row for each way and set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "minilm", "work"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--rounding", action="append", choices=get_args(Rounding), help="only these (default: all)")
    args = parser.parse_args()
    vocabulary = (args.minilm / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    found = training_paragraphs(args.data)
    labels, lexicon = labels_of(found), lexicon_of(found)
    network = Network(len(vocabulary), labels.sizes())
    network.load_state_dict(torch.load(args.work / "checkpoint.pt", weights_only=True)["average"])
    print(f"| rounding | set | {' | '.join(_SHOWN)} | words/CPU-s | MB | load, CPU-s |\n|{' --- |' * (len(_SHOWN) + 5)}")
    for rounding in args.rounding or get_args(Rounding):
        folder = args.work / rounding
        package(network, labels, lexicon, vocabulary, folder, rounding)
        loading = time_of_loading(folder)
        nlp = load(folder)
        for name, (treebank, names) in SETS.items():
            figures, pace = score(nlp, paragraphs(args.data / treebank, args.data / names if names else None))
            cells = " | ".join(f"{figures[key]:.2f}" if key in figures else "" for key in _SHOWN)
            print(f"| {rounding} | {name} | {cells} | {pace:.0f} | {size_of(folder) / 1e6:.1f} | {loading:.2f} |", flush=True)


if __name__ == "__main__":
    main()
