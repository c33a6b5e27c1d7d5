"""Words that tell time, and the named days, feasts and wars that stand for a date (``times.yaml``).

Feasts are counted by their calendars' rules: Easter by Meeus/Jones/Butcher, Orthodox Easter by Meeus' Julian rule,
Muslim feasts by the tabular (civil) Islamic calendar, which may be a day off where the moon is sighted; Lunar New Year,
Diwali and Passover come from the table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec

from wader.errors import KnowledgeError
from wader.knowledge.files import laid_over

FILE = "times.yaml"

TOKEN = re.compile(
    r"""(?P<fiscal>\b(?:Q[1-4]|H[12]|FY\ ?(?:\d\d){1,2})\b)
    |(?P<word>[^\W\d_]+)
    |(?P<iso>\b(?:1[5-9]|20)\d\d-\d\d-\d\d(?!\d))
    |(?P<numeric>\b\d{1,4}(?P<mark>[/.])\d{1,2}(?P=mark)(?:\d{4}|\d\d)(?![\d/]))
    |(?P<clock>\b\d{1,2}(?:[:.]\d\d)?\ ?[ap]\.?\ ?m\b\.?|\b\d{1,2}\ o['’]clock|\b[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?!\d))
    |(?P<decade>\b\d{3}0['’]?s\b|(?<![\w])['’‘]?[2-9]0s\b)
    |(?P<slash>\b\d{1,2}/\d{1,2}\b)
    |(?P<number>\b\d+(?:,\d{3})*(?:\.\d+)?(?P<th>st|nd|rd|th)?)
    |(?P<genitive>['’]s\b)
    |(?P<other>[^\w\s])""",
    re.VERBOSE,
)
"""Words, numbers and marks of running text, each in one named group. Linear: no nested repeats."""


class Named(msgspec.Struct, frozen=True):
    """A named day or era. ``rule`` is how its first day is found in a year (``once``: ``first``/``last`` say it)."""

    name: str
    rule: str
    numbers: tuple[int, ...] = ()
    days: int = 1
    first: date | None = None
    last: date | None = None


class Phrase(msgspec.Struct, frozen=True):
    """A reference such as "at the moment". ``stretch``: days it looks back (negative: ahead), 0 where unsaid."""

    value: str
    stretch: int = 0


class Times:
    """The vocabulary of time. Keys are lower case; ``phrases`` and ``named`` are keyed by their tuple of tokens."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.months: dict[str, int] = data["months"]
        self.ambiguous_months = frozenset(data["ambiguous_months"])
        self.month_signals = frozenset(data["month_signals"])
        self.weekdays: dict[str, int] = data["weekdays"]
        self.weekday_abbreviations: dict[str, int] = data["weekday_abbreviations"]
        self.units: dict[str, str] = {**data["units"], **{unit + "s": code for unit, code in data["units"].items()}}
        self.numbers: dict[str, int] = data["numbers"]
        self.ordinals: dict[str, int] = data["ordinals"]
        self.vague = frozenset(data["vague"])
        self.seasons: dict[str, str] = data["seasons"]
        self.season_months: dict[str, list[int]] = data["season_months"]
        self.day_parts: dict[str, str] = data["day_parts"]
        self.days: dict[str, int] = data["days"]
        self.day_names_part: dict[str, str] = data["day_names_part"]
        self.sets: dict[str, str] = data["sets"]
        self.timezones = frozenset(data["timezones"])
        self.numeric_units = frozenset(data["numeric_units"])
        self.future_cues = _cues(data["future_cues"])
        self.past_cues = _cues([*data["past_cues"], r"\w{2,}ed"])
        self._tables = {name: dict(data[name]) for name in ("lunar", "diwali", "passover")}
        self.phrases: dict[tuple[str, ...], Phrase | Named] = {}
        stretches = data["stretches"]
        for value, phrases in data["references"].items():
            for phrase in phrases:
                self.phrases[tokens(phrase)] = Phrase(value, stretches.get(phrase, 0))
        for number, entry in enumerate(data["named"]):
            for name in entry["names"]:
                self.phrases[tokens(name)] = _named(str(name), entry, number)
        self.pairs = frozenset(key[:2] for key in self.phrases if len(key) > 1)
        self.longest: dict[str, int] = {}
        for key in self.phrases:
            self.longest[key[0]] = max(len(key), self.longest.get(key[0], 0))

    def days_of(self, named: Named, year: int) -> tuple[date, date] | None:
        """First and last day of a named day in ``year``, or None where the table does not reach."""
        first: date | None
        try:
            if named.rule == "once":
                return (named.first, named.last) if named.first and named.last else None
            if named.rule == "hijri":
                first = _hijri(named.numbers[0], named.numbers[1], year)
            elif named.rule in ("easter", "orthodox"):
                easter = _easter(year) if named.rule == "easter" else _orthodox_easter(year)
                first = easter + timedelta(days=named.numbers[0])
            elif named.rule in self._tables:
                start = self._tables[named.rule].get(year)
                first = _month_day(year, start) + timedelta(days=named.numbers[0]) if start else None
            elif named.rule == "nth":
                first = _nth(year, *named.numbers)
            else:
                first = date(year, named.numbers[0], named.numbers[1])
            return (first, first + timedelta(days=named.days - 1)) if first else None
        except (ValueError, OverflowError):
            return None


def tokens(text: str) -> tuple[str, ...]:
    """The lower-case tokens of a phrase, cut as ``TOKEN`` cuts running text; apostrophes are straight."""
    return tuple(match.group().lower().replace("’", "'") for match in TOKEN.finditer(text))


def load(directories: Sequence[Path]) -> Times:
    """Vocabulary over the directories; a later directory's maps are laid over, its lists added.

    Raises:
        KnowledgeError: a file is missing, malformed, or an entry has no known rule.
    """
    data = laid_over(directories, FILE)
    try:
        return Times(data)
    except (KeyError, TypeError, AttributeError, ValueError, re.error) as error:
        raise KnowledgeError(
            f"{FILE}: the section or entry {error} is missing or malformed; see the packaged file."
        ) from error


def _cues(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(r"(?<![\w'])(?:" + "|".join(sorted(words, key=len, reverse=True)) + r")\b", re.IGNORECASE)


def _named(name: str, entry: dict[str, Any], number: int) -> Named:
    if "dates" in entry:
        first, _, last = str(entry["dates"]).partition("/")
        return Named(name, "once", first=date.fromisoformat(first), last=date.fromisoformat(last or first))
    days = int(entry.get("days", 1))
    for rule in ("fixed", "nth", "easter", "orthodox", "hijri", "passover", "lunar", "diwali"):
        if rule in entry:
            value = entry[rule]
            if rule == "fixed":
                value = [int(part) for part in str(value).split("-")]
            return Named(name, rule, tuple(value) if isinstance(value, list) else (int(value),), days)
    raise KnowledgeError(f"{FILE}: named day {number} ({name}) has no rule; give it one of fixed, nth, easter, dates …")


def _month_day(year: int, text: str) -> date:
    month, day = text.split("-")
    return date(year, int(month), int(day))


def _nth(year: int, month: int, weekday: int, nth: int) -> date:
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)


def _easter(year: int) -> date:
    a, b, c = year % 19, year // 100, year % 100
    g = (8 * b + 13) // 25
    h = (19 * a + b - b // 4 - g + 15) % 30
    m = (a + 11 * h) // 319
    r = (2 * (b % 4) + 2 * (c // 4) - c % 4 - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return date(year, month, (h - m + r + month + 19) % 32)


def _orthodox_easter(year: int) -> date:
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    julian = d + e + 114
    return date(year, julian // 31, julian % 31 + 1) + timedelta(days=year // 100 - year // 400 - 2)


def _hijri(month: int, day: int, year: int) -> date | None:
    """The Gregorian day in ``year`` of a tabular Islamic month and day (the earlier one where two fall in it)."""
    about = int((year - 622) * 1.030684)
    for hijri_year in (about - 1, about, about + 1, about + 2):
        elapsed = day + (59 * (month - 1) + 1) // 2 + (hijri_year - 1) * 354 + (3 + 11 * hijri_year) // 30
        found = date.fromordinal(elapsed + 227_014)
        if found.year == year:
            return found
    return None
