"""Dates as pages print them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from wader.knowledge.outlets import Outlets
from wader.records import Evidence, PageDate, Precision

FIRST_YEAR, LAST_YEAR = 1900, 2099
_NEAR_DIGIT = 32


@dataclass(frozen=True)
class Printed:
    """A date expression at ``start``:``end`` of what was searched. Parts that it does not state are None.
    ``swapped``: the other reading of an all-number date whose order of day and month is open."""

    start: int
    end: int
    text: str
    year: int | None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    swapped: tuple[int, int] | None = None

    def full(self) -> date | None:
        """The day, where year, month and day are stated and make one."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return day_or_none(self.year, self.month, self.day)


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day or the year is outlandish."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


class DateFinder:
    """Finds date expressions with the month and weekday names of ``outlets``."""

    def __init__(self, outlets: Outlets) -> None:
        self.months, self.weekdays = outlets.months, outlets.weekdays
        month = "(?:" + "|".join(re.escape(m) for m in sorted(self.months, key=len, reverse=True)) + r")(?!\w)\.?"
        weekday = "(?:" + "|".join(re.escape(w) for w in sorted(self.weekdays, key=len, reverse=True)) + r")(?!\w)\.?"
        day = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)(?:st|nd|rd|th|er|º|ª)?\.?"
        year = r"(?:19|20)\d\d(?!\d)"
        lead = rf"(?:(?P<w#>{weekday})[,\s]{{1,3}}(?:the\s)?\(?)?"
        of = r"(?:\s(?:of|de|d'))?"
        parts = [
            r"(?P<yi>(?:19|20)\d\d)(?P<si>[-/.])(?P<mi>1[0-2]|0?[1-9])(?P=si)(?P<di>3[01]|[12]\d|0?[1-9])(?!\d)",
            r"(?P<yc>(?:19|20)\d\d)\s?[年년]\s?(?P<mc>1[0-2]|0?[1-9])\s?[月월]\s?(?P<dc>3[01]|[12]\d|0?[1-9])\s?[日일]",
            lead.replace("#", "a") + rf"(?P<da>{day}){of}[\s\-/]{{0,2}}(?P<ma>{month})"
            rf"(?:(?:\sde\s|\sdel\s|[\s,\-/]){{1,3}}(?P<ya>{year}|'\d\d(?!\d)))?",
            lead.replace("#", "b") + rf"(?P<mb>{month})\s{{0,2}}(?P<db>{day})(?![:\d])"
            rf"(?:[,\s\-]{{1,3}}(?P<yb>{year}))?",
            rf"(?P<dn>\d{{1,2}})(?P<sn>[-/.])(?P<mn>\d{{1,2}})(?P=sn)(?P<yn>{year}|\d\d(?![\d/.\-]))",
            rf"(?P<mm>{month})[,\s]{{1,2}}(?:of\s|de\s)?(?P<ym>{year})",
        ]
        self._pattern = re.compile(r"(?<![\w/.])(?:" + "|".join(parts) + ")", re.I)

    def find(self, text: str) -> Iterator[Printed]:
        """Date expressions of ``text`` in order, those without a year among them."""
        for start, end in _digit_windows(text):
            for match in self._pattern.finditer(text, start, end):
                found = self._read(match)
                if found:
                    yield found

    def _read(self, match: re.Match[str]) -> Printed | None:
        group = match.groupdict()
        start, end, words = match.start(), match.end(), match.group()
        for kind in ("i", "c"):
            if group[f"y{kind}"]:
                parts = (int(group[f"y{kind}"]), int(group[f"m{kind}"]), int(group[f"d{kind}"]))
                return Printed(start, end, words, *parts) if day_or_none(*parts) else None
        if group["mm"]:
            return Printed(start, end, words, int(group["ym"]), self._month(group["mm"]))
        if group["dn"]:
            return self._numbers(start, end, words, group)
        kind = "a" if group["da"] else "b"
        day = int(re.match(r"\d+", group[f"d{kind}"]).group())  # type: ignore[union-attr]
        month = self._month(group[f"m{kind}"])
        year = group[f"y{kind}"]
        weekday = self.weekdays.get(group[f"w{kind}"].casefold().rstrip(".")) if group[f"w{kind}"] else None
        number = None if not year else (2000 + int(year[1:]) if year.startswith("'") else int(year))
        if month is None or day > calendar.monthrange(number or 2000, month)[1]:
            return None
        return Printed(start, end, words, number, month, day, weekday)

    def _month(self, name: str) -> int | None:
        return self.months.get(name.casefold().rstrip("."))

    @staticmethod
    def _numbers(start: int, end: int, words: str, group: dict[str, str]) -> Printed | None:
        year = int(group["yn"]) if len(group["yn"]) == 4 else 2000 + int(group["yn"])
        day, month = int(group["dn"]), int(group["mn"])
        first, second = day_or_none(year, month, day), day_or_none(year, day, month)
        if first and second:
            return Printed(start, end, words, year, month, day, None, None if day == month else (day, month))
        if first:
            return Printed(start, end, words, year, month, day)
        return Printed(start, end, words, year, day, month) if second else None


def _digit_windows(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of ``text`` within reach of a digit: a date has one, and most text has none."""
    start = end = -1
    for match in re.finditer(r"\d+", text):
        left, right = max(0, match.start() - _NEAR_DIGIT), min(len(text), match.end() + _NEAR_DIGIT)
        if left > end:
            if end > 0:
                yield start, end
            start = left
        end = right
    if end > 0:
        yield start, end


@lru_cache(maxsize=4)
def finder(outlets: Outlets) -> DateFinder:
    """The DateFinder of ``outlets``, made once."""
    return DateFinder(outlets)


def on_day(day: date, evidence: list[Evidence], start: int | None = None, end: int | None = None) -> PageDate:
    """A date of publication known to the day and stated as such."""
    value = day.isoformat()
    return PageDate(value, "day", start, end, "explicit", evidence, value, value)


def over(first: date, last: date, precision: Precision, evidence: list[Evidence]) -> PageDate:
    """An inferred date of publication between ``first`` and ``last``. ``value`` is the day, month or year in
    ISO 8601, and for a week or a range, which may lie across months, an ISO 8601 interval."""
    value = {
        "day": first.isoformat(),
        "month": first.isoformat()[:7],
        "year": first.isoformat()[:4],
    }.get(precision, f"{first.isoformat()}/{last.isoformat()}")
    return PageDate(value, precision, None, None, "inferred", evidence, first.isoformat(), last.isoformat())


_COMPACT = re.compile(r"(19\d\d|20\d\d)([01]\d)([0-3]\d)(?:T?\d{4,6}Z?)?")
_EPOCH = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_MONTH_ONLY = re.compile(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])")
_YEAR_ONLY = re.compile(r"(?:19|20)\d\d")


def row_date(written: str, outlets: Outlets) -> PageDate | None:
    """The date that a row or feed states, whatever its format; None where it states no day, month or year there is.

    ISO 8601, RFC 822, printed forms, ``20240220`` and seconds or milliseconds since 1970 (UTC).
    """
    text = written.strip()[:100]
    evidence = [Evidence(None, None, "page", "read.date.row", text)]
    if match := _ISO.match(text):
        day = day_or_none(*(int(g) for g in match.groups()))
        return on_day(day, evidence) if day else None
    if match := _COMPACT.fullmatch(text):
        day = day_or_none(*(int(g) for g in match.groups()))
        return on_day(day, evidence) if day else None
    if _EPOCH.fullmatch(text):
        seconds = float(text) / (1000 if len(text.split(".")[0]) > 10 else 1)
        epoch = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
        return on_day(epoch.date(), evidence)
    if match := _MONTH_ONLY.fullmatch(text):
        return _month_of(int(match.group(1)), int(match.group(2)), evidence)
    if _YEAR_ONLY.fullmatch(text):
        return PageDate(text, "year", None, None, "explicit", evidence, f"{text}-01-01", f"{text}-12-31")
    for found in finder(outlets).find(text):
        full = found.full()
        if full:
            return on_day(full, evidence)
        if found.year and found.month and not found.day:
            return _month_of(found.year, found.month, evidence)
    return None


def _month_of(year: int, month: int, evidence: list[Evidence]) -> PageDate:
    last = calendar.monthrange(year, month)[1]
    value = f"{year:04}-{month:02}"
    return PageDate(value, "month", None, None, "explicit", evidence, f"{value}-01", f"{value}-{last}")
