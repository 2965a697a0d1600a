"""claimdiff: finds where news articles about the same event disagree.

    from claimdiff import read, compare
    report = compare(read("a.txt"), read("b.txt"))

Names are resolved when first used, so that importing claimdiff costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimdiff.pipeline import compare, compare_many, extract, judge, read, read_all, read_text

__version__ = "0.1.0"
__all__ = ["__version__", "compare", "compare_many", "extract", "judge", "read", "read_all", "read_text"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from claimdiff import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
