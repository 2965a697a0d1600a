"""Article text and file names are data: whatever could steer a terminal or hide characters is shown, not obeyed."""

from __future__ import annotations

import re

_WHITE = re.compile(r"[\t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+")
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x9f"  # C0, DEL and C1 controls
    "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # zero-width and bidirectional controls
    "\ud800-\udfff\U000e0000-\U000e007f]",  # lone surrogates, tags
)


def visible(text: str) -> str:
    """``text`` on one line, controls and invisible characters as pictures or escapes."""
    return _HIDDEN.sub(_picture, _WHITE.sub(" ", text))


def escape_json(text: str) -> str:
    """Serialised JSON with the characters that ``visible`` would show written as escapes."""
    return (
        _HIDDEN.sub(lambda match: _escape(match.group()), text).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x85", "\\u0085")
    )


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return _escape(match.group())


def _escape(character: str) -> str:
    code = ord(character)
    if code > 0xFFFF:
        code -= 0x10000
        return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
    return f"\\u{code:04x}"
