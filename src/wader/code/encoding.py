"""A sentence as the encoder reads it: word pieces, with marks around the pair that is asked about.

Words are asked about where they stand, without marks, so that what else is asked does not sway the answer.

Training and the packaged coder build their inputs here, so that they cannot differ.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

CLS, SEP = 101, 102
"""Word pieces of BERT's uncased vocabulary that open and close an input."""
OPEN = {"actor": 3, "recipient": 5}
CLOSE = {"actor": 4, "recipient": 6}
"""The vocabulary's unused pieces, which mark a pair that is asked about."""
MOST = 160
"""Longest input in pieces; a longer text is read around its marks."""

Chars = tuple[int, int]
"""Half-open characters."""
Mark = tuple[str, int, int]
"""Kind (``trigger``, ``actor``, ``recipient``), and the characters that are marked."""


@dataclass(frozen=True)
class Encoded:
    """``ids``: pieces with marks. ``chars``: the characters of each, (0, 0) for marks and ends. ``marks``: for each
    mark where it opens and closes in ``ids``, for a trigger its first and last piece; None for one that was cut off or
    holds no piece."""

    ids: list[int]
    chars: list[Chars]
    marks: list[tuple[int, int] | None]
    _inside: dict[Chars, list[int]] = field(default_factory=dict, repr=False, compare=False)

    def inside(self, start: int, end: int) -> list[int]:
        """Indices of the pieces that share characters with the span: all candidates of a sentence ask for the same."""
        found = self._inside.get((start, end))
        if found is None:
            found = [k for k, (a, b) in enumerate(self.chars) if a < end and b > start]
            self._inside[start, end] = found
        return found


def encode(pieces: Sequence[int], offsets: Sequence[Chars], marks: Sequence[Mark], most: int = MOST) -> Encoded:
    """Pieces and their characters (without CLS and SEP) with marks put in. What is longer than ``most`` pieces is cut
    to a window around the marks, or to its first part where even they are too far apart."""
    edges: list[tuple[int, int, int, int]] = []  # (before which piece, closing before opening, mark, id)
    read: dict[int, Chars] = {}
    for number, (kind, start, end) in enumerate(marks):
        inside = [k for k, (a, b) in enumerate(offsets) if a < end and b > start]
        if inside and kind in OPEN:
            edges.append((inside[0], 1, number, OPEN[kind]))
            edges.append((inside[-1] + 1, 0, number, CLOSE[kind]))
        elif inside:
            read[number] = inside[0], inside[-1]
    edges.sort()
    asked = [e[0] for e in edges] + [k for first, last in read.values() for k in (first, last + 1)]
    low, high = _window(len(pieces), asked, most - 2 - len(edges))
    ids, chars = [CLS], [(0, 0)]
    opened: dict[int, int] = {}
    closed: dict[int, int] = {}
    placed_at: dict[int, int] = {}
    at = 0
    for k in range(low, high + 1):
        while at < len(edges) and edges[at][0] <= k:
            place, opens, number, piece = edges[at]
            at += 1
            if place >= low:
                (opened if opens else closed)[number] = len(ids)
                ids.append(piece)
                chars.append((0, 0))
        if k < high:
            placed_at[k] = len(ids)
            ids.append(pieces[k])
            chars.append(offsets[k])
    for number, (first, last) in read.items():
        if first in placed_at and last in placed_at:
            opened[number], closed[number] = placed_at[first], placed_at[last]
    placed = [(opened[n], closed[n]) if n in opened and n in closed else None for n in range(len(marks))]
    return Encoded([*ids, SEP], [*chars, (0, 0)], placed)


def _window(count: int, edges: list[int], room: int) -> tuple[int, int]:
    """First and last (exclusive) piece to keep, at most ``room``, with the marks near the middle."""
    if count <= room:
        return 0, count
    first, last = (min(edges), max(edges)) if edges else (0, 0)
    spare = max(0, room - (last - first))
    low = max(0, min(first - spare // 2, count - room))
    return low, low + room
