"""Months that are names of persons too: "Theresa May", "Fredric March"."""

from __future__ import annotations

from collections.abc import Sequence

_MONTHS = frozenset(("May", "March", "August", "April", "June"))
_CALLED = frozenset(("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "lady", "minister", "president"))


def is_surname(word: Sequence[str], names: Sequence[bool], n: int) -> bool:
    """Whether word ``n`` is a month's name that is somebody's: behind a name (``names``: which words are) or a title,
    and beside no day or year."""
    if word[n] not in _MONTHS or not n:
        return False
    beside = [word[n - 1], *[w for w in word[n + 1 : n + 3] if w != ","][:1]]
    return (names[n - 1] or word[n - 1].lower() in _CALLED) and not any(w[0].isdigit() for w in beside)
