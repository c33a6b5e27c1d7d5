"""Marks around words, whatever the pieces: nothing is lost, nothing is moved."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wader.code.encoding import CLOSE, CLS, MOST, OPEN, SEP, encode

PIECES = st.lists(st.integers(1, 4), max_size=300)
"""Lengths in characters of word pieces, with a blank between any two."""


def laid_out(lengths: list[int]) -> list[tuple[int, int]]:
    spans, at = [], 0
    for length in lengths:
        spans.append((at, at + length))
        at += length + 1
    return spans


@given(PIECES, st.lists(st.tuples(st.integers(0, 900), st.integers(1, 30)), max_size=5))
def test_marks_enclose_their_words(lengths: list[int], marked: list[tuple[int, int]]) -> None:
    offsets = laid_out(lengths)
    ids = [1000 + k for k in range(len(lengths))]
    encoded = encode(ids, offsets, [("trigger", start, start + length) for start, length in marked])
    assert len(encoded.ids) == len(encoded.chars) <= MOST
    assert encoded.ids[0] == CLS and encoded.ids[-1] == SEP
    kept = [piece for piece in encoded.ids if piece >= 1000]
    assert kept == list(range(kept[0], kept[0] + len(kept))) if kept else True
    for piece, (start, end) in zip(encoded.ids, encoded.chars, strict=True):
        assert (start, end) == (offsets[piece - 1000] if piece >= 1000 else (0, 0))
    for (start, length), place in zip(marked, encoded.marks, strict=True):
        inside = [k for k, (a, b) in enumerate(offsets) if a < start + length and b > start]
        if place is None:
            assert not inside or len(kept) < len(lengths)
            continue
        opened, closed = place
        assert encoded.ids[opened] == OPEN["trigger"] and encoded.ids[closed] == CLOSE["trigger"]
        between = [p - 1000 for p in encoded.ids[opened:closed] if p >= 1000]
        assert between == inside
