"""Words that are asked about and marks around pairs, whatever the pieces: nothing is lost, nothing is moved."""

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


MARKED = st.lists(st.tuples(st.integers(0, 900), st.integers(1, 30)), max_size=5)
"""Starts and lengths in characters of what is asked about."""


@given(PIECES, MARKED, st.sampled_from(["trigger", "actor", "recipient"]))
def test_what_is_asked_about_is_found_again(lengths: list[int], marked: list[tuple[int, int]], kind: str) -> None:
    offsets = laid_out(lengths)
    ids = [1000 + k for k in range(len(lengths))]
    encoded = encode(ids, offsets, [(kind, start, start + length) for start, length in marked])
    assert len(encoded.ids) == len(encoded.chars) <= MOST
    assert encoded.ids[0] == CLS and encoded.ids[-1] == SEP
    kept = [piece for piece in encoded.ids if piece >= 1000]
    assert kept == list(range(kept[0], kept[0] + len(kept))) if kept else True
    if kind == "trigger":
        assert len(encoded.ids) == len(kept) + 2  # triggers are read where they stand
    for piece, (start, end) in zip(encoded.ids, encoded.chars, strict=True):
        assert (start, end) == (offsets[piece - 1000] if piece >= 1000 else (0, 0))
    for (start, length), place in zip(marked, encoded.marks, strict=True):
        inside = [k for k, (a, b) in enumerate(offsets) if a < start + length and b > start]
        if place is None:
            assert not inside or len(kept) < len(lengths)
            continue
        opened, closed = place
        if kind in OPEN:
            assert encoded.ids[opened] == OPEN[kind] and encoded.ids[closed] == CLOSE[kind]
            assert [p - 1000 for p in encoded.ids[opened:closed] if p >= 1000] == inside
        else:
            assert [p - 1000 for p in encoded.ids[opened : closed + 1]] == inside
