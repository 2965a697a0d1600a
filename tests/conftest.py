"""Fixtures shared by all tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# A busy machine is no failure: no test asserts how long anything takes.
settings.register_profile("claimdiff", deadline=None)
settings.load_profile("claimdiff")

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def nlp() -> Any:
    """The bundled pipeline, loaded once."""
    from claimdiff.language import load

    return load()


@pytest.fixture(scope="session")
def fixtures() -> Path:
    """The folder of fixtures."""
    return ROOT / "fixtures"
