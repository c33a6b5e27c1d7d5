"""Calendar dates, weekdays, years and other periods that have a name of their own."""

from __future__ import annotations

import re
from datetime import date, timedelta

from wader.annotate import timex_values as values
from wader.annotate.timex_context import (
    Context,
    month_number,
    ordinal_of,
    relative_to,
    weekday_number,
    with_part,
    within,
    year_of,
)
from wader.annotate.timex_grammar import Match
from wader.annotate.timex_values import Period

_NUMBERISH = frozenset([
    "about", "around", "nearly", "some", "over", "than", "least", "most", "approximately", "roughly", "almost",
    "estimated", "to", "no", "number",
])  # fmt: skip
_BEFORE_YEAR = frozenset([
    "the", "in", "since", "its", "their", "his", "her", "'s", "of", "during", "from", "by", "for", "after",
    "before", "until", "till", "a", "this", "early", "late", "mid",
])  # fmt: skip


def read_iso(match: Match, context: Context) -> Period:
    return values.day(date.fromisoformat(match.own[0].low))


def read_numeric(match: Match, context: Context) -> Period | None:
    parts = [int(part) for part in re.split("[/.]", match.own[0].low)]
    if parts[0] > 31:
        return values.day(date(parts[0], parts[1], parts[2])) if parts[0] > 999 else None
    year = parts[2] + (0 if parts[2] > 99 else 2000 if parts[2] < 70 else 1900)
    readings = []
    for month, number in ((parts[0], parts[1]), (parts[1], parts[0])):
        if 1 <= month <= 12 and 1 <= number <= 31:
            readings.append(date(year, month, number))
    if not readings:
        return None
    page = context.page.knows("D")
    near = [when for when in readings if page is not None and abs((when - page).days) <= 40]
    return values.day(near[0] if len(near) == 1 else readings[0])


def read_date(match: Match, context: Context) -> Period | None:
    times = context.times
    month_word, numbers = match.one("Mm"), match.all("od")
    if month_word is None or not numbers:
        return None
    spelt = numbers[0].letter == "o" and not numbers[0].low[0].isdecimal()
    if spelt and month_word.letter == "m" and not match.one("f"):
        return None  # "first March on the capital"
    month = month_number(month_word, times)
    days = [ordinal_of(word, times) if word.letter == "o" else int(word.low) for word in numbers]
    weekday_word = match.one("Ww")
    weekday = weekday_number(weekday_word, times) if weekday_word else None
    year = year_of(match, context)
    if year is None:
        page = context.page.knows("Y")
        if page is None:
            return Period(f"XXXX-{month:02d}-{days[0]:02d}")
        relative_to(page, context)
        year = _best_year(month, days[0], weekday, page, context)
    first = values.day(date(year, month, days[0]))
    if len(days) == 2 and days[1] > days[0]:
        last = date(year, month, days[1])
        return Period(f"{first.value}/{last.isoformat()}", first.first, last, "range")
    return first


def _best_year(month: int, day: int, weekday: int | None, page: date, context: Context) -> int:
    candidates = []
    for year in (page.year - 1, page.year, page.year + 1):
        try:
            candidates.append(date(year, month, day))
        except ValueError:  # 29 February
            continue
    if not candidates:
        raise ValueError("no such day")
    fitting = [when for when in candidates if weekday is None or when.isoweekday() == weekday]
    best = values.nearest(fitting or candidates, page)
    if abs((best - page).days) > 100 and len(fitting) != 1:
        ahead = context.direction()
        pool = [when for when in candidates if ahead and (when - page).days * ahead >= 0]
        best = values.nearest(pool, page) if pool else best
    return best.year


def read_month(match: Match, context: Context) -> Period | None:
    times = context.times
    word = match.one("Mm")
    assert word is not None
    month = month_number(word, times)
    turn = next((w for w in match.own if w.letter in "lxtp"), None) if not match.one("V") else None
    bound = turn or match.one("YVbBT")
    if word.letter == "m" and not bound and match.before() not in times.month_signals:
        return None
    year = year_of(match, context)
    if year is None:
        page = context.page.knows("M") or context.page.knows("Y")
        if page is None:
            return within(match, Period(f"XXXX-{month:02d}"))
        relative_to(page, context)
        year = _year_of_month(month, turn.letter if turn else "", page, context)
    return within(match, values.month(year, month))


def _year_of_month(month: int, turn: str, page: date, context: Context) -> int:
    if turn == "t":
        return page.year
    if turn in ("l", "p"):
        return page.year - (month >= page.month)
    if turn == "x":
        return page.year + (month <= page.month)
    if month == page.month:
        return page.year
    ahead = context.direction()
    if ahead > 0:
        return page.year + (month < page.month)
    return page.year - (month > page.month)


def read_weekday(match: Match, context: Context) -> Period | None:
    word = match.one("Ww")
    assert word is not None
    if word.letter == "w" and not word.low.endswith(".") and match.before() not in ("on", "by", "until", "since"):
        return None
    number = weekday_number(word, context.times)
    if word.low.endswith("s") and word.letter == "W":
        return Period(f"XXXX-WXX-{number}")
    page = relative_to(context.page.knows("D"), context)
    turn = next((w for w in match.own if w.letter in "lxtpT"), None)
    if turn is not None and turn.letter == "T":
        page = context.day or page
    if page is None:
        return Period(f"XXXX-WXX-{number}")
    return with_part(match, _day_of_week(number, turn.letter if turn else "", match, page, context), context)


def _day_of_week(number: int, turn: str, match: Match, page: date, context: Context) -> date:
    back = (page.isoweekday() - number) % 7
    if match.one("U"):  # "Friday last week"
        monday = page - timedelta(days=page.isoweekday() - 1)
        return monday + timedelta(days=number - 1 + {"l": -7, "x": 7}.get(turn, 0))
    if turn in ("l", "p"):
        return page - timedelta(days=back or 7)
    if turn == "x":
        return page + timedelta(days=7 - back)
    if turn == "T":
        return page - timedelta(days=page.isoweekday() - number)
    ahead = context.direction()
    if turn == "t" and not ahead:
        return page + timedelta(days=number - page.isoweekday())
    if ahead > 0:
        return page + timedelta(days=(7 - back) % 7)
    return page - timedelta(days=back)


def read_deictic(match: Match, context: Context) -> Period:
    word = match.one("R")
    assert word is not None
    page = relative_to(context.page.knows("M"), context)
    if page is None:
        return Period(None)
    if context.page.grain > 0:
        return values.month(page.year, page.month) if context.page.grain > 1 else values.week(page)
    when = page + timedelta(days=context.times.days[word.low])
    part = context.times.day_names_part.get(word.low)
    return Period(f"{when.isoformat()}T{part}", when, when, "day") if part else with_part(match, when, context)


def read_year(match: Match, context: Context) -> Period | None:
    words = match.all("YdnN")
    number = int(words[0].low)
    if len(words) > 1:
        second = words[1].low
        end = (
            int(second)
            if len(second) == 4
            else number // 100 * 100 + int(second)
            if second.isdecimal() and len(second) == 2
            else 0
        )
        return values.years(number, end) if number < end < number + 100 else values.year(number)
    if not match.one("bB") and not _is_year(match, number, context):
        return None
    return within(match, values.year(number))


def _is_year(match: Match, number: int, context: Context) -> bool:
    before, after = match.before(), match.after()
    if after in context.times.numeric_units or after in ("%", "°") or before in ("$", "€", "£", "no", "no."):
        return False
    if (
        before in _NUMBERISH
        and not (before == "to" and match.before(3) in ("from", "-"))
        and before not in ("over", "around", "about")
    ):
        return before == "to" and 1800 <= number <= 2099
    if before in ("over", "around", "about") and after.isalpha() and after.endswith("s"):
        return False
    if not 1800 <= number <= 2099:
        return before in ("in", "since", "circa", "until", "of") and not after.endswith("s")
    if match.line[match.last : match.last + 1] == "q":
        return False
    return not (after.isalpha() and after.endswith("s") and before.isalpha() and before not in _BEFORE_YEAR)


def read_decade(match: Match, context: Context) -> Period | None:
    word = match.one("c")
    if word is not None:
        digits = "".join(c for c in word.low if c.isdecimal())
        if len(digits) == 2:
            if word.low[0].isdecimal() and match.before() in ("his", "her", "their", "my"):
                return None  # "in her 30s"
            digits = ("20" if digits < "30" else "19") + digits
        return within(match, values.decade(int(digits)))
    unit, ordinal = match.own[-1], match.one("o")
    if ordinal is None or context.times.units.get(unit.low) != "100Y":
        return None
    return within(match, values.century(ordinal_of(ordinal, context.times)))


def read_quarter(match: Match, context: Context) -> Period | None:
    year_word, fiscal = match.one("Y"), match.one("y")
    page = context.page.knows("M")
    kind, number = "q", 0
    if fiscal is not None:
        kind, number = fiscal.low[0], int("".join(c for c in fiscal.low if c.isdecimal()))
        if kind == "f":
            return values.year(number + (2000 if number < 100 else 0))
    else:
        ordinal = match.one("o")
        kind = "h" if match.one("H") else "q"
        number = ordinal_of(ordinal, context.times) if ordinal else 0
    if not 1 <= number <= (4 if kind == "q" else 2):
        return None
    build = values.quarter if kind == "q" else values.half
    if year_word is not None:
        return build(int(year_word.low), number)
    turn = match.one("lxt")
    relative_to(page, context)
    if page is None:
        return Period(f"XXXX-{kind.upper()}{number}")
    if turn is not None:
        return build(page.year + {"l": -1, "x": 1}.get(turn.letter, 0), number)
    this = build(page.year, number)
    return this if this.first is not None and this.first <= page else build(page.year - 1, number)
