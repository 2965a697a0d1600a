"""Score the shipped weights on raw text and keep the figures in scores.json, with the digest of the weights they belong to.

usage: evaluate.py DATA [--weights FOLDER] [--lower-floors]

A score that falls below its floor is an error, and the file is left as it was, unless --lower-floors is given. Floors rise with the scores.
A test of the project checks that scores.json speaks of the weights that are shipped and that no score is below its floor.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from score import score
from treebank import paragraphs

from claimdiff.language import WEIGHTS, weights_digest

SCORES = Path(__file__).parent / "scores.json"
NOISE = 0.05
"""Floors stand this far below the scores: another processor may round another way."""

SETS = {
    "EWT test": ("ud/ewt-test.conllu", "names/en_ewt-ud-test.iob2"),
    "GUM test": ("ud/gum-test-free.conllu", None),
    "GUM news": ("ud/gum-devtest-news.conllu", None),
    "EWT dev": ("ud/ewt-dev.conllu", "names/en_ewt-ud-dev.iob2"),
}
_KEPT = ("words", "sentences", "upos", "xpos", "feats", "lemma", "uas", "las", "names", "names PER", "names ORG", "names LOC")
_LOAD = """
import time, spacy
started = time.process_time()
from pathlib import Path
import claimdiff.language as language
language.WEIGHTS = Path({weights!r})
language.load()
print(time.process_time() - started)
"""


def main() -> None:
    """Measure, compare with the floors, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--lower-floors", action="store_true")
    args = parser.parse_args()
    measured = measure(args.data, args.weights)
    floors = json.loads(SCORES.read_text(encoding="utf-8"))["floors"] if SCORES.exists() else {}
    fallen = [f"{name} {value} < {floors[name]}" for name, value in flat(measured["scores"]).items() if value < floors.get(name, 0)]
    if fallen and not args.lower_floors:
        sys.exit("evaluate: below the floor, scores.json left as it was (--lower-floors if that is meant): " + "; ".join(fallen))
    kept = {} if args.lower_floors else floors
    measured["floors"] = {name: max(kept.get(name, 0), round(value - NOISE, 2)) for name, value in flat(measured["scores"]).items()}
    SCORES.write_text(json.dumps(measured, indent=2) + "\n", encoding="utf-8")


def flat(scores: dict[str, dict[str, float]]) -> dict[str, float]:
    """Scores by "set: name"."""
    return {f"{where}: {name}": value for where, figures in scores.items() for name, value in figures.items()}


def measure(data: Path, weights: Path) -> dict[str, Any]:
    """Figures of the pipeline in ``weights``, printed on the way; one thread."""
    nlp = load(weights)
    scores = {}
    for name, (treebank, names) in SETS.items():
        figures, pace = score(nlp, paragraphs(data / treebank, data / names if names else None))
        scores[name] = {key: figures[key] for key in _KEPT if key in figures}
        print(f"{name:9} {pace:6.0f} words/CPU-s  " + "  ".join(f"{key} {value:.1f}" for key, value in scores[name].items()), flush=True)
    size = size_of(weights)
    print(f"{size / 1e6:.1f} MB, loads in {time_of_loading(weights):.2f} CPU-s after import spacy")
    return {"weights": weights_digest(weights), "bytes": size, "scores": scores}


def size_of(weights: Path) -> int:
    """Bytes of all files."""
    return sum(file.stat().st_size for file in weights.rglob("*") if file.is_file())


def load(weights: Path) -> Any:
    """The pipeline in a folder."""
    import spacy

    import claimdiff.language.encoder
    import claimdiff.language.paragraphs
    import claimdiff.language.tokenizer  # noqa: F401

    return spacy.load(weights)


def time_of_loading(weights: Path) -> float:
    """CPU seconds of language.load() after import spacy, the best of five processes."""
    times = []
    for _ in range(5):
        time.sleep(0.1)
        done = subprocess.run([sys.executable, "-c", _LOAD.format(weights=str(weights))], capture_output=True, text=True, check=True)
        times.append(float(done.stdout))
    return min(times)


if __name__ == "__main__":
    main()
