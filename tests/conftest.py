"""Fixtures shared by all tests."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# A busy machine is no failure: no test asserts how long anything takes.
settings.register_profile("claimdiff", deadline=None)
settings.load_profile("claimdiff")

ROOT = Path(__file__).parent.parent

# No test may see what the user has set, or read claims that an earlier run left in the user's cache.
for name in [name for name in os.environ if name.startswith(("CLAIMDIFF_", "GITHUB_"))]:
    del os.environ[name]
os.environ["CLAIMDIFF_NO_CACHE"] = "1"


@pytest.fixture(scope="session")
def nlp() -> Any:
    """The bundled pipeline, loaded once."""
    from claimdiff.language import load

    return load()


@pytest.fixture(scope="session")
def fixtures() -> Path:
    """The folder of fixtures."""
    return ROOT / "fixtures"
