"""``python -m claimdiff`` and the console script."""

from __future__ import annotations

import os
import sys

INTERRUPTED = 130


def main() -> int:
    """Run the command line; an interrupt at any moment, even while modules are imported, exits 130."""
    try:
        from claimdiff.cli import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        # Nothing more may be written or imported: leave at once.
        os._exit(INTERRUPTED)


if __name__ == "__main__":
    sys.exit(main())
