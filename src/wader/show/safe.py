"""Text from the outside made safe for a terminal: no escape sequence, no hidden or reversing character gets through."""

from __future__ import annotations

import shlex

_PICTURES = {code: 0x2400 + code for code in range(0x20)}
_PICTURES[0x7F] = 0x2421
_HIDDEN = {
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
    **dict.fromkeys([0x00AD, 0x061C, 0x180E, *range(0x200B, 0x2010), *range(0x2028, 0x202F)], 0xFFFD),
    **dict.fromkeys([*range(0x2060, 0x2070), 0xFEFF, *range(0xFFF9, 0xFFFC)], 0xFFFD),
    **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD),
    **dict.fromkeys(range(0xE0000, 0xE0080), 0xFFFD),
}
_TABLE = {**_PICTURES, **_HIDDEN, 0x09: 0x20, 0x0A: 0x20, 0x0D: 0x20}


_ON_SCREEN = {code: sign for code, sign in (_PICTURES | _HIDDEN).items() if code not in (0x09, 0x0A)}


def on_screen(text: str) -> str:
    """Rows for a terminal: as ``safe``, but tabs and line breaks stay."""
    return text.translate(_ON_SCREEN)


def quoted(name: object) -> str:
    """A path or name as a command line has to give it: in quotes where a shell would read it otherwise."""
    return shlex.quote(str(name))


def safe(text: str) -> str:
    """``text`` with each control, direction, zero-width or surrogate character replaced by one visible character.

    One for one, so that offsets stay as they are; line breaks and tabs become spaces.
    """
    return text.translate(_TABLE)
