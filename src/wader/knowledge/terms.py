"""Terms of office: dates cut to the precision known, whether two terms meet, and whose row a user's row replaces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

GONE = "gone"
"""As the source of a user's row: take the rows away that it covers, put none in their place ("gone: why" too)."""
Post = tuple[str, str, str]
"""Code, key of the organisation ("" for none), class of the office or key of its title."""


def first_day(date: str) -> str:
    """The first day a cut date may mean."""
    return date + "-01-01"[len(date) - 4 :] if len(date) < 10 else date


def last_day(date: str) -> str:
    """The last day a cut date may mean (the 31st of any month: dates are only compared)."""
    return date + "-12-31"[len(date) - 4 :] if len(date) < 10 else date


def meet(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two terms, ``(since, until, as_of)`` with "" for what is not known, have time in common. A day on which
    one ends and the other begins is none; a row known on one day only lasts that day."""
    (a, a_end), (b, b_end) = _span(one), _span(other)
    return a == b or (a < b_end and b < a_end)


def _span(term: Sequence[str]) -> tuple[str, str]:
    since, until, as_of = term[:3]
    start = since or ("" if until else as_of)
    end = until or as_of
    return (first_day(start) if start else "0000"), (first_day(end) if end else "9999")


class Claims:
    """Which rows of a directory take the place of those of the directories under it."""

    def __init__(self) -> None:
        self._by_name: dict[str, list[tuple[int, Post, Sequence[str]]]] = {}

    def __bool__(self) -> bool:
        return bool(self._by_name)

    def touch(self, names: Iterable[str]) -> bool:
        """Whether some row claims one of these names (``person_key``): asked before all else, since few do."""
        return any(name in self._by_name for name in names)

    def add(self, rank: int, names: Iterable[str], post: Post, term: Sequence[str]) -> None:
        """A row of the directory with this rank, 0 being the one on top, tells of this term in this post."""
        for name in names:
            self._by_name.setdefault(name, []).append((rank, post, term))

    def cover(self, rank: int, names: Iterable[str], post: Post, term: Sequence[str]) -> bool:
        """Whether a row of a directory above tells of the same person in the same post at the same time."""
        return any(
            above < rank and post == claimed and meet(term, told)
            for name in names
            for above, claimed, told in self._by_name.get(name, ())
        )
