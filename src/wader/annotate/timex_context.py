"""What time expressions are read against, and the readings that several shapes share."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from wader.annotate import timex_values as values
from wader.annotate.timex_grammar import Match, Word
from wader.annotate.timex_values import Page, Period
from wader.knowledge.times import Times

_LONG_RANGE = re.compile(r"[->&,]{1,2}h?(?:[od]?f?[Mm]|[Mm][od])?[,f]?(?P<year>Y)")
ANCHORED = frozenset(["previous", "preceding", "prior", "following", "subsequent", "ensuing"])


class Context:
    """What an expression is read against: the page's date, the days named before it, the tense around it."""

    def __init__(self, page: Page, times: Times) -> None:
        self.page = page
        self.times = times
        self.day: date | None = None  # the last single day that the text named
        self.period: Period | None = None  # the last stretch of days that it named
        self.in_sentence: date | None = None
        self.relative = False
        self.direction: Callable[[], int] = lambda: 0

    def open(self, block: int) -> None:
        """A new sentence begins."""
        self.in_sentence = None

    def remember(self, match: Match, period: Period) -> None:
        """What later expressions ("the same day", "a week earlier") may stand on."""
        if period.first is None or period.last is None or match.shape in ("span", "duration", "reference", "decade"):
            return
        self.period = period
        if period.first == period.last:
            self.day = self.in_sentence = period.first

    def anchor(self, unit: str) -> date | None:
        """The day that "that", "same", "earlier" and "later" count from."""
        if unit.endswith(("Y", "M", "Q")) and self.period is not None and self.period.first is not None:
            return self.period.first
        return self.day or self.page.knows("D")


def relative_to(page_day: date | None, context: Context) -> date | None:
    context.relative = True
    return page_day


def amount_of(words: list[Word], times: Times) -> float | None:
    """The amount that count words name; None where it is vague."""
    total = 0.0
    seen = False
    for word in words:
        if word.letter in "dnY":
            total, seen = float(word.low.replace(",", "")), True
        elif word.letter == "q":
            number = times.numbers[word.low]
            total = max(total, 1) * number if number >= 100 else total + number
            seen = True
        elif word.letter == "H":
            total, seen = total + 0.5, True
        elif word.letter == "v" and word.low == "couple":
            total, seen = 2, True
        elif word.letter == "v":
            return None
    return total if seen else 1


def unit_of(match: Match, context: Context) -> tuple[Word, str] | None:
    word = next((w for w in reversed(match.own) if w.letter in "UVQKSP"), None)
    if word is None:
        return None
    return word, context.times.units.get(word.low.rstrip("."), "D")


def ordinal_of(word: Word, times: Times) -> int:
    digits = word.low.rstrip("stndrh")
    return int(digits) if digits.isdecimal() else times.ordinals[word.low]


def month_number(word: Word, times: Times) -> int:
    return times.months[word.low.rstrip(".")]


def weekday_number(word: Word, times: Times) -> int:
    low = word.low.rstrip(".")
    return times.weekdays.get(low) or times.weekdays.get(low.rstrip("s")) or times.weekday_abbreviations[low]


def year_of(match: Match, context: Context) -> int | None:
    """The year an expression names: in figures, as "last year" or "that year", or with the date that it is joined
    to."""
    word = match.one("Y")
    if word is not None:
        return int(word.low)
    turn = match.one("ltxp") if match.one("V") else None
    page = context.page.knows("Y")
    if turn is not None and page is not None:
        relative_to(page, context)
        return page.year + {"l": -1, "p": -1, "x": 1, "t": 0}[turn.letter]
    if match.one("T") is not None:
        anchor = relative_to(context.anchor("Y"), context)
        return anchor.year if anchor else None
    joined = _LONG_RANGE.match(match.line, match.last)
    return int(match.words[joined.start("year")].low) if joined else None


def within(match: Match, period: Period) -> Period:
    """Narrowed by early, mid, late, beginning of, end of."""
    word = match.one("bB")
    if word is None:
        return period
    which = "early" if word.low in ("early", "beginning", "start", "turn", "outset") else "mid"
    return values.part_of(period, "late" if word.low in ("late", "end", "close") else which)


def with_part(match: Match, when: date, context: Context) -> Period:
    """A day, with the part of it that the expression names in its value."""
    part = match.one("P")
    period = values.day(when)
    if part is None:
        return period
    return Period(f"{period.value}T{context.times.day_parts[part.low]}", when, when, "day")
