"""Choices among what was counted on a page, the same in any order."""

from __future__ import annotations

from collections import Counter


def most(counts: Counter[str]) -> str | None:
    """The key of the highest count; of equals the first in the alphabet, so that nothing depends on order."""
    return min(counts, key=lambda code: (-counts[code], code)) if counts else None


def nearest(here: list[tuple[int, str]], at: int | None) -> str:
    """The country of the place nearest to an offset; without one of the last."""
    return here[-1][1] if at is None else min(here, key=lambda place: (abs(place[0] - at), place))[1]
