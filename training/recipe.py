"""From the data folder to the shipped weights, in one command; interrupted, the same command goes on where it was.

usage: recipe.py DATA MINILM WORK [--share S] [--rounding NAME] [--threads N]

DATA is the folder of treebanks and names (SOURCES.md lists the files with their digests, which are checked), MINILM the folder of
all-MiniLM-L6-v2 (model.safetensors, vocab.txt), WORK takes the teacher's vectors and the checkpoint. Two processor cores take about
four hours; a GPU is used if there is one. Afterwards run evaluate.py.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
from pathlib import Path

import torch
from data import labels_of, lexicon_of, training_paragraphs, windows
from package import package
from teacher import teach
from train import train

from claimdiff.language import WEIGHTS
from claimdiff.language.wordpiece import WordPiece

ROUNDING = "dynamic"
_SOURCE = re.compile(r"^\| `(?P<file>[^`]+)` \|.*\| `(?P<digest>[0-9a-f]{64})` \|$", re.MULTILINE)


def main() -> None:
    """Check, teach, train, package."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("minilm", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--share", type=float, default=1.0, help="of the epochs, for a trial")
    parser.add_argument("--rounding", choices=("float32", "weights", "dynamic", "mixed"), default=ROUNDING)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="where the pipeline goes (default: the package)")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    check_sources(args.data, args.minilm)
    args.work.mkdir(parents=True, exist_ok=True)
    vocabulary = (args.minilm / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    wordpiece = WordPiece(vocabulary)
    found = training_paragraphs(args.data)
    labels, lexicon = labels_of(found), lexicon_of(found)
    taught_windows = windows(found, labels, wordpiece)
    taught = teach(taught_windows, args.minilm, wordpiece, args.work / "teacher.pt")
    device = "cuda" if torch.cuda.is_available() else "cpu"
    network = train(taught_windows, labels, wordpiece, taught, args.minilm, args.work, share=args.share, device=device)
    package(network, labels, lexicon, vocabulary, args.weights, args.rounding)
    print(f"written to {args.weights}; now: evaluate.py {args.data}")


def check_sources(data: Path, minilm: Path) -> None:
    """Leave if a file is missing or another one than SOURCES.md names."""
    listed = (Path(__file__).parent / "SOURCES.md").read_text(encoding="utf-8")
    for row in _SOURCE.finditer(listed):
        name = row["file"]
        file = minilm / name.removeprefix("MINILM/") if name.startswith("MINILM/") else data / name
        if not file.is_file():
            sys.exit(f"recipe: {file} is missing; SOURCES.md says where it comes from")
        if hashlib.sha256(file.read_bytes()).hexdigest() != row["digest"]:
            sys.exit(f"recipe: {file} is not the file that SOURCES.md names; its digest differs")


if __name__ == "__main__":
    main()
