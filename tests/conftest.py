"""Fixtures shared by all tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

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
