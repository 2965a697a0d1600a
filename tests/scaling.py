"""How the time of ``extract`` grows with the text, and that of reading with a web page: a table, not a test, for times mean something on a
quiet machine only.

    python tests/scaling.py [KIND ...] [--kilobytes 250 500 1000]

Process CPU time of one extraction or reading, each in a process of its own, with the growth at every step: twice the text may take 2.3 times as long.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from html import escape
from itertools import cycle
from pathlib import Path

ARTICLES = Path(__file__).parent.parent / "fixtures" / "articles"
MOST = 2.3
"""Growth for twice the text; exactly linear is 2."""


def _news(size: int) -> str:
    """Our own articles in turn."""
    parts: list[str] = []
    for path in cycle(sorted(ARTICLES.glob("*.txt"))):
        parts.append(path.read_text(encoding="utf-8"))
        if sum(map(len, parts)) >= size:
            return "\n".join(parts)
    raise AssertionError("no articles")


def _page(size: int) -> str:
    """The same as a web page."""
    paragraphs = "".join(f"<p>{escape(line)}</p>\n" for line in _news(size).splitlines() if line.strip())
    return f"<!doctype html><html><head><title>News</title></head><body><article><h1>News</h1>{paragraphs}"


PAGE = "page"
KINDS = {
    PAGE: _page,
    "news": _news,
    "brackets": "(".__mul__,
    "digits": "1".__mul__,
    "straight-quotes": '"'.__mul__,
    "curly-quotes": "“".__mul__,
    "quoted-words": lambda size: "“so” " * (size // 5),
    "bracketed-digits": lambda size: "(1) " * (size // 4),
    "one-line": lambda size: _news(size).replace("\n", " "),
}


def _measure(kind: str, kilobytes: int) -> None:
    """CPU seconds, claims and megabytes at the most of one extraction, or of reading one page, after one that loads everything."""
    import resource
    import time

    from claimdiff import extract, read_text
    from claimdiff.readers import html

    def work(text: str) -> int:
        if kind == PAGE:
            html.read(text.encode(), "a.html")
            return 0
        return len(extract(read_text(text)).claims)

    text = KINDS[kind](kilobytes * 1000)[: kilobytes * 1000]
    work("<html><p>Twelve of 30 were hurt on Sunday, “two badly”, she said.")
    start = time.process_time()
    claims = work(text)
    print(time.process_time() - start, claims, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


def main() -> int:
    """Print the table; 1 if anything grows faster than it may."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("--kilobytes", nargs="+", type=int, default=[250, 500, 1000])
    parser.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        _measure(options.kinds[0], options.kilobytes[0])
        return 0
    steep = 0
    print(f"{'kind':17} {'kB':>6} {'CPU s':>9} {'growth':>6} {'claims':>8} {'MB':>6}")
    for kind in options.kinds or KINDS:
        before: tuple[int, float] | None = None
        for size in options.kilobytes:
            ended = subprocess.run(
                [sys.executable, __file__, kind, "--measure", "--kilobytes", str(size)], capture_output=True, check=True, text=True
            )
            seconds, claims, megabytes = ended.stdout.split()
            growth = (float(seconds) / before[1]) ** (1 / _doublings(before[0], size)) if before else None
            steep += growth is not None and growth > MOST
            print(f"{kind:17} {size:6} {float(seconds):9.2f} {growth or '-':>6.3} {claims:>8} {megabytes:>6}", flush=True)
            before = size, float(seconds)
    return int(steep > 0)


def _doublings(small: int, large: int) -> float:
    from math import log2

    return log2(large / small)


if __name__ == "__main__":
    sys.exit(main())
