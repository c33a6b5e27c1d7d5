"""Dated facts: dates cut to the precision known, whether one holds on a day, whether two terms meet, and whose row a
user's row replaces.

``standing`` is the one rule for what holds when: the stages and ``wader actors --on`` both ask it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

GONE = "gone"
"""As the source of a user's row: take the rows away that it covers, put none in their place ("gone: why" too)."""
Post = tuple[str, str, str]
"""Code, key of the organisation ("" for none), class of the office or key of its title."""


Standing = Literal["in", "perhaps", "past", "future"]
"""How a term stands to a day: it holds; it may (an open end, or only a day near it is known); over; yet to come."""
_SEEN_WITHIN = 2
"""Years around the one day on which somebody is known to be in office: a fair guess; a decade is none."""


def standing(since: str | None, until: str | None, as_of: str | None, date: str | None) -> Standing:
    """How a term of office stands to ``date``; all dates ISO, cut to the precision known, "" or None where not known.
    Without a date everything is ``in``. Without an end it holds up to ``as_of``, and perhaps after it; a term that is
    known by ``as_of`` alone holds perhaps, within two years of it."""
    if date is None:
        return "in"
    if since and _before(date, since):
        return "future"
    if until:
        return "past" if _before(until, date) else "in" if since else "perhaps"
    if since:
        return "in" if as_of and not _before(as_of, date) else "perhaps"
    years = int(date[:4]) - int(as_of[:4]) if as_of else 0
    return "perhaps" if abs(years) <= _SEEN_WITHIN else "past" if years > 0 else "future"


def _before(one: str, other: str) -> bool:
    """Whether a date is before another as far as both are known: 2019 is not before 2019-07."""
    return one[: len(other)] < other[: len(one)]


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
