"""Parts of a zip file, with caps that hold whatever the file says of itself."""

from __future__ import annotations

import io
import zlib
from zipfile import BadZipFile, ZipFile

from claimdiff.errors import ClaimdiffError

LARGEST = 20_000_000
"""Bytes of a part; the longest book has less."""
_RATIO = 200
"""Times a part may grow by; XML of a word processor grows by ten to thirty."""
_SMALL = 1_000_000
"""Bytes below which any ratio is harmless."""
_MANY = 10_000
_REMEDY = "save the article again, or as plain text"


class Parts:
    """The parts of a zip file, each read when asked for.

    Raises:
        ClaimdiffError: it is no zip file, or a damaged one.
    """

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        try:
            self._zip = ZipFile(io.BytesIO(data))
            self.names = self._zip.namelist()
        except (BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
            raise ClaimdiffError("damaged: no whole zip file, as Word files are", path, _REMEDY) from error
        if len(self.names) > _MANY:
            raise ClaimdiffError(f"a zip file of more than {_MANY:,} parts", path, _REMEDY)

    def read(self, name: str) -> bytes | None:
        """The bytes of a part, None if there is none.

        Raises:
            ClaimdiffError: it is encrypted, damaged, or grows beyond all reason.
        """
        if name not in self.names:
            return None
        try:
            told = self._zip.getinfo(name)
            allowed = min(LARGEST, max(_SMALL, told.compress_size * _RATIO))
            with self._zip.open(name) as part:
                data = part.read(allowed + 1)
        except (BadZipFile, zlib.error, RuntimeError, EOFError, NotImplementedError, ValueError, OSError) as error:
            raise ClaimdiffError(f"damaged or encrypted: its part {name} cannot be read", self.path, _REMEDY) from error
        if len(data) > allowed:
            raise ClaimdiffError(f"a zip bomb: its part {name} grows to more than {allowed:,} bytes", self.path, _REMEDY)
        return data
