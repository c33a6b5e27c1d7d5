"""Months that are names of persons too: "Theresa May", "Mr. March"."""

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
    called = word[n - 1].lower() in _CALLED or (word[n] == "May" and names[n - 1])  # "the Paris April attack"
    return called and not any(w[0].isdecimal() for w in beside)
