"""Calendar arithmetic for time expressions: periods with their TIMEX3 value, first and last day.

Nothing here reads text. All functions raise ``ValueError`` or ``OverflowError`` where a date leaves the calendar; the
caller turns that into an unresolved expression.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import msgspec

from wader.records import Article, Precision


class Period(msgspec.Struct, frozen=True):
    """A stretch of days and how TIMEX3 writes it. ``first`` is None for what no calendar day is known of."""

    value: str | None
    first: date | None = None
    last: date | None = None
    precision: Precision | None = None


GRAIN = {"D": 0, "W": 1, "WE": 1, "M": 2, "Q": 2, "S": 2, "Y": 3}
"""How coarse a unit is; a page known only by its month cannot tell last week."""


class Page:
    """What is known of the publication date: ``day`` stands for it, ``grain`` says how well it is known."""

    def __init__(self, article: Article) -> None:
        self.day: date | None = None
        self.last: date | None = None
        self.grain = 9
        if article.date is not None:
            try:
                self.day = date.fromisoformat(article.date.first)
                self.last = date.fromisoformat(article.date.last)
            except ValueError:
                return
            days = (self.last - self.day).days
            self.grain = 0 if days < 1 else 1 if days < 8 else 2 if days < 32 else 3

    def knows(self, unit: str) -> date | None:
        """The page's day, if it is known at least to ``unit``."""
        return self.day if self.grain <= GRAIN.get(unit, 3) else None


def day(when: date) -> Period:
    return Period(when.isoformat(), when, when, "day")


def week(when: date) -> Period:
    """The ISO week, Monday to Sunday, that holds ``when``."""
    monday = when - timedelta(days=when.isoweekday() - 1)
    year, number, _ = when.isocalendar()
    return Period(f"{year:04d}-W{number:02d}", monday, monday + timedelta(days=6), "week")


def weekend(when: date) -> Period:
    """Saturday and Sunday of the ISO week that holds ``when``."""
    whole = week(when)
    assert whole.first is not None
    return Period(f"{whole.value}-WE", whole.first + timedelta(days=5), whole.last, "range")


def month(year: int, number: int) -> Period:
    last = calendar.monthrange(year, number)[1]
    return Period(f"{year:04d}-{number:02d}", date(year, number, 1), date(year, number, last), "month")


def months(value: str, year: int, first: int, last: int) -> Period:
    """A stretch of months; ``last`` < ``first`` runs into the next year (winter)."""
    end = month(year + (last < first), last)
    return Period(value, date(year, first, 1), end.last, "range")


def quarter(year: int, number: int) -> Period:
    return months(f"{year:04d}-Q{number}", year, 3 * number - 2, 3 * number)


def half(year: int, number: int) -> Period:
    return months(f"{year:04d}-H{number}", year, 6 * number - 5, 6 * number)


def year(number: int) -> Period:
    return Period(f"{number:04d}", date(number, 1, 1), date(number, 12, 31), "year")


def years(first: int, last: int) -> Period:
    return Period(f"{first:04d}/{last:04d}", date(first, 1, 1), date(last, 12, 31), "range")


def decade(first_year: int) -> Period:
    return Period(f"{first_year // 10:03d}", date(first_year, 1, 1), date(first_year + 9, 12, 31), "range")


def century(number: int) -> Period:
    first = 100 * (number - 1)
    return Period(f"{number - 1:02d}", date(max(first, 1), 1, 1), date(first + 99, 12, 31), "range")


def season(year_number: int, name: str, span: list[int]) -> Period:
    return months(f"{year_number:04d}-{name}", year_number, span[0], span[1])


def split_unit(code: str) -> tuple[int, str]:
    """``10Y`` → (10, "Y"); ``TH`` → (1, "TH")."""
    digits = code.rstrip("DWMQYXTHS")
    return (int(digits) if digits else 1), code[len(digits) :]


def shift(when: date, amount: float, code: str) -> date:
    """``when`` moved by ``amount`` units of a designator such as D, 2W, M, Q, 10Y; months are cut to their last day."""
    size, unit = split_unit(code)
    amount *= size
    if unit == "Y":
        amount, unit = amount * 12, "M"
    elif unit == "Q":
        amount, unit = amount * 3, "M"
    if unit == "M":
        index = when.year * 12 + when.month - 1 + int(amount)
        number = index % 12 + 1
        return date(index // 12, number, min(when.day, calendar.monthrange(index // 12, number)[1]))
    if unit.startswith("T"):
        return when
    return when + timedelta(days=int(amount * (7 if unit == "W" else 1)))


def containing(when: date, code: str) -> Period:
    """The calendar period of the unit that holds ``when``."""
    size, unit = split_unit(code)
    if unit == "Y":
        if size == 1:
            return year(when.year)
        if size == 10:
            return decade(when.year // 10 * 10)
        return century(when.year // 100 + 1) if size == 100 else Period(None)
    if unit == "Q":
        return quarter(when.year, (when.month + 2) // 3)
    if unit == "M":
        return month(when.year, when.month)
    return week(when) if unit == "W" else day(when)


def duration(amount: float | None, code: str) -> str:
    """TIMEX3 duration: ``P3Y``, ``PT30M``, ``P2.5Y``, ``PXD`` where the amount is vague."""
    size, unit = split_unit(code)
    if unit == "X":
        return "PXY"
    if unit == "Q":
        size, unit = size * 3, "M"
    text = "X" if amount is None else f"{amount * size:.10g}" if amount != int(amount) else str(int(amount) * size)
    return f"P{'T' if unit.startswith('T') else ''}{text}{unit[-1]}"


def part_of(period: Period, which: str) -> Period:
    """Early, middle or late third of a month or longer period; its value stays (TIMEX3 says so in ``mod``)."""
    if period.first is None or period.last is None or period.precision in ("day", "week"):
        return period
    third = (period.last - period.first).days // 3
    first, last = period.first, period.last
    if which == "early":
        last = first + timedelta(days=third)
    elif which == "late":
        first = last - timedelta(days=third)
    else:
        first, last = first + timedelta(days=third), last - timedelta(days=third)
    return Period(period.value, first, last, "range")


def nearest(candidates: list[date], to: date) -> date:
    """The candidate closest to ``to``; of two, the earlier."""
    return min(candidates, key=lambda when: (abs((when - to).days), when))
