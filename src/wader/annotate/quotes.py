"""Quotations: spans between quotation marks, by paragraph.

Curly, straight, angled and doubled marks; a quotation that a paragraph leaves open goes on in the next one if that
begins with a mark (the newspaper convention), and is otherwise taken as a slip and dropped.
"""

from __future__ import annotations

import re

_MARKS = re.compile(r"[\"“”„«»]|''|``|‘|’|'")
_SINGLE_MAX = 600
"""A single-quoted span longer than this is an apostrophe gone astray."""


def find_quotes(text: str, blocks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Half-open spans, marks included, in order, never overlapping, each within one block."""
    found: list[tuple[int, int]] = []
    for number, (start, end) in enumerate(blocks or [(0, len(text))]):
        found.extend(_in_block(text, start, end, _next_opens(text, blocks, number)))
    return found


def _next_opens(text: str, blocks: list[tuple[int, int]], number: int) -> bool:
    if number + 1 >= len(blocks):
        return False
    begin = blocks[number + 1][0]
    return text[begin : begin + 1] in ('"', "“", "«") or text[begin : begin + 2] in ("''", "``")


def _in_block(text: str, start: int, end: int, carries: bool) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    opened, mark = -1, ""
    for match in _MARKS.finditer(text, start, end):
        sign, at = match.group(), match.start()
        if opened >= 0:
            if _closes(text, mark, sign, at, match.end(), at - opened):
                found.append((opened, match.end()))
                opened = -1
            elif mark in "‘'" and (sign in '"“' or at - opened > _SINGLE_MAX):
                opened, mark = (at, sign) if _opens(text, sign, at, match.end()) else (-1, "")
        elif _opens(text, sign, at, match.end()):
            opened, mark = at, sign
    if opened >= 0 and carries and mark not in "‘'":
        found.append((opened, end))
    return found


def _opens(text: str, sign: str, at: int, end: int) -> bool:
    if sign in ("”", "»", "’"):
        return False
    before, after = text[at - 1 : at] if at else "", text[end : end + 1]
    if sign in ("‘", "'"):
        return (
            (not before or before in " (\n[—–")
            and after.isalnum()
            and (sign == "‘" or "'" in text[end + 1 : end + _SINGLE_MAX])
        )
    if sign == '"':
        return not before or not before.isdecimal()  # 6" is inches
    return True


def _closes(text: str, mark: str, sign: str, at: int, end: int, length: int) -> bool:
    if mark in ("“", "„"):
        return sign in ("”", "“", '"') and (sign != "“" or mark == "„")
    if mark == "«":
        return sign == "»"
    if mark in ("''", "``"):
        return sign in ("''", '"')
    if mark == '"':
        return sign in ('"', "”")
    if text[end : end + 1].isalnum() or length > _SINGLE_MAX:
        return False
    return (sign == "’" and mark == "‘") or (sign == "'" and mark == "'" and text[at - 1] in ",.?!…")
