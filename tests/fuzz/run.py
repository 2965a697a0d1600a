"""Search for input that crashes a target, with atheris (coverage-guided) or, where that cannot be had, with mutations at random.

    python tests/fuzz/run.py [TARGET ...] [--seconds 5] [--keep FOLDER]

Each target runs in a process of its own and begins with its corpus, to which nothing is added; --keep takes what was found interesting.
Exit status 1 if anything crashed: the input lies in the folder of --keep, or in the current one, as crash-*; put it into fixtures/fuzz/TARGET.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
import traceback
from hashlib import sha1
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from targets import Target, corpus, folders, targets

LONGEST = 20_000
SLOWEST = 600
"""Seconds one input may take before it counts as a crash: by the clock, so that a machine that was suspended must not look like one."""


def _atheris(name: str, seconds: int, kept: Path) -> None:
    import atheris

    # Only our own modules tell the search where it has been; spaCy's are compiled, and instrumenting the rest takes minutes.
    with atheris.instrument_imports(include=["claimdiff"]):
        import claimdiff.pipeline
        import claimdiff.readers.text

        target = dict(targets())[name]
    _warm(target)
    arguments = [f"-max_total_time={seconds}", f"-max_len={LONGEST}", f"-timeout={SLOWEST}", "-rss_limit_mb=3000", f"-artifact_prefix={kept}/"]
    found = kept / name
    found.mkdir(exist_ok=True)
    atheris.Setup([sys.argv[0], *arguments, "-print_final_stats=1", str(found), *map(str, folders(name))], target)
    atheris.Fuzz()


def _mutations(name: str, seconds: int, kept: Path) -> int:
    """Bytes changed, cut out, doubled and spliced in at random, always from the same beginning."""
    target = dict(targets())[name]
    _warm(target)
    chance = random.Random(name)  # noqa: S311 - a search, no secret
    pool = [path.read_bytes() for path in corpus(name)]
    end, runs = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        data = _mutated(chance, pool)
        runs += 1
        try:
            target(data)
        except Exception:  # noqa: BLE001 - whatever it is, it is what was sought
            traceback.print_exc()
            path = kept / f"crash-{sha1(data, usedforsecurity=False).hexdigest()}"
            path.write_bytes(data)
            print(f"{name}: {path}")
            return 1
    print(f"{name}: {runs} inputs, none crashed (without atheris)")
    return 0


def _mutated(chance: random.Random, pool: list[bytes]) -> bytes:
    data = bytearray(chance.choice(pool))
    for _ in range(chance.randint(1, 8)):
        at = chance.randint(0, len(data))
        other = chance.choice(pool)
        start = chance.randint(0, len(other))
        piece = other[start : start + chance.randint(1, 60)]
        data[at : at + chance.choice([0, 0, 1, 1, 5, 50])] = chance.choice([piece, piece, piece * 3, bytes([chance.randrange(256)]), b""])
    return bytes(data[:LONGEST])


def _warm(target: Target) -> None:
    """Loads the weights before the clock runs."""
    target("Twelve of 30 people were hurt on Sunday, “two badly”, she said.".encode())


def main() -> int:
    """Run each target; 1 if one crashed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", metavar="TARGET")
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--one", choices=["atheris", "mutations"], help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one == "atheris":
        _atheris(options.targets[0], options.seconds, options.keep)
    if options.one == "mutations":
        return _mutations(options.targets[0], options.seconds, options.keep)
    way = "atheris" if subprocess.run([sys.executable, "-c", "import atheris"], capture_output=True, check=False).returncode == 0 else "mutations"
    print(f"with {way}")
    failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        for name in options.targets or [name for name, _ in targets()]:
            keep = options.keep or Path(scratch)
            command = [sys.executable, __file__, name, "--one", way, "--seconds", str(options.seconds), "--keep", str(keep)]
            ended = subprocess.run(command, capture_output=True, check=False)
            crashes = sorted(path for path in keep.glob("*-*") if path.is_file())
            said = (ended.stdout + ended.stderr).decode(errors="replace").splitlines()
            counted = [line for line in said if line.startswith("stat::number_of_executed_units") or " inputs, none crashed" in line]
            print(f"{name}: {'; '.join(counted) or 'ended'}; exit {ended.returncode}", flush=True)
            if ended.returncode:
                failed += 1
                print("\n".join(line for line in said if not line.startswith("#")))
                for path in crashes:
                    Path(path.name).write_bytes(path.read_bytes())
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
