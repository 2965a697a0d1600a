"""Article text and file names are data: whatever could steer a terminal or a CI log, or hide characters, is shown, not obeyed."""

from __future__ import annotations

import re

_WHITE = re.compile(r"[ \t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+")
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # C0, DEL and C1 controls
    "\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"  # zero-width, bidirectional, fillers
    "\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f]",  # lone surrogates, what is no character (XML forbids it), tags
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_CI_COMMAND = re.compile(r"##(?=\[|vso\[)")
"""GitHub and Azure obey ``##[command]`` and ``##vso[command]`` anywhere in a line of a log."""
_CI_LINE = re.compile(r"^((?:[ \t]|\x1b\[[\d;]*m)*):(?=:)", re.MULTILINE)
"""GitHub obeys a line whose first characters behind white space are ``::``."""


def visible(text: str) -> str:
    """Words of an article on one line: white space as single spaces, controls and invisible characters as pictures or escapes."""
    return named(_WHITE.sub(" ", text))


def named(name: str) -> str:
    """A file name on one line, spaces kept and everything that cannot be seen as pictures or escapes."""
    return _CI_COMMAND.sub(r"#\\u0023", _HIDDEN.sub(_picture, name))


def paired(text: str) -> str:
    """``text`` with lone surrogates spelled: many a reader of JSON refuses them even as escapes."""
    return _SURROGATE.sub(_picture, text)


def inert(output: str) -> str:
    """Finished output none of whose lines a CI system takes for a command."""
    return _CI_LINE.sub(r"\1\\u003a", output)


def inert_json(serialised: str) -> str:
    """Serialised ASCII JSON with the last characters that could steer anything written as escapes."""
    return _CI_COMMAND.sub(r"#\\u0023", serialised.replace("\x7f", "\\u007f"))


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
