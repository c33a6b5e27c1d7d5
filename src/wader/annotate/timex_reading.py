"""From the shape of a time expression to the period that it means."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from wader.annotate import timex_values as values
from wader.annotate.timex_grammar import Match, Word, phrase_of
from wader.annotate.timex_values import Page, Period
from wader.knowledge.times import Named, Times

_LONG_RANGE = re.compile(r"[->&,]{1,2}h?(?:[od]?f?[Mm]|[Mm][od])?[,f]?(?P<year>Y)")
_NUMBERISH = frozenset(
    "about around nearly some over than least most approximately roughly almost estimated to no number".split()
)
_BEFORE_YEAR = frozenset(
    "the in since its their his her 's of during from by for after before until till a this early late mid".split()
)
_ANCHORED = frozenset("previous preceding prior following subsequent ensuing".split())


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


def read(match: Match, context: Context) -> Period | None:
    """The period an expression means, ``Period(None)`` where it cannot be told, None where it is no time at all.

    Raises:
        ValueError, OverflowError: the date is not in the calendar ("31 June", "99999 years ago").
    """
    context.relative = False
    return _READERS[match.shape](match, context)


def _relative_to(page_day: date | None, context: Context) -> date | None:
    context.relative = True
    return page_day


def _number(words: list[Word], times: Times) -> float | None:
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


def _unit(match: Match, context: Context) -> tuple[Word, str] | None:
    word = next((w for w in reversed(match.own) if w.letter in "UVQKSP"), None)
    if word is None:
        return None
    return word, context.times.units.get(word.low.rstrip("."), "D")


def _ordinal(word: Word, times: Times) -> int:
    digits = word.low.rstrip("stndrh")
    return int(digits) if digits.isdigit() else times.ordinals[word.low]


def _month_number(word: Word, times: Times) -> int:
    return times.months[word.low.rstrip(".")]


# --- dates ---------------------------------------------------------------------------------------------------


def _iso(match: Match, context: Context) -> Period:
    return values.day(date.fromisoformat(match.own[0].low))


def _numeric(match: Match, context: Context) -> Period | None:
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


def _date(match: Match, context: Context) -> Period | None:
    times = context.times
    month_word, numbers = match.one("Mm"), match.all("od")
    if month_word is None or not numbers:
        return None
    if numbers[0].letter == "o" and not numbers[0].low[0].isdigit() and month_word.letter == "m" and not match.one("f"):
        return None  # "first March on the capital"
    month = _month_number(month_word, times)
    days = [_ordinal(word, times) if word.letter == "o" else int(word.low) for word in numbers]
    weekday_word = match.one("Ww")
    weekday = _weekday_number(weekday_word, times) if weekday_word else None
    year = _year_of(match, context)
    if year is None:
        page = context.page.knows("Y")
        if page is None:
            return Period(f"XXXX-{month:02d}-{days[0]:02d}")
        _relative_to(page, context)
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


def _year_of(match: Match, context: Context) -> int | None:
    """The year an expression names: in figures, as "last year" or "that year", or with the date that it is joined to."""
    word = match.one("Y")
    if word is not None:
        return int(word.low)
    turn = match.one("ltxp") if match.one("V") else None
    page = context.page.knows("Y")
    if turn is not None and page is not None:
        _relative_to(page, context)
        return page.year + {"l": -1, "p": -1, "x": 1, "t": 0}[turn.letter]
    if match.one("T") is not None:
        anchor = _relative_to(context.anchor("Y"), context)
        return anchor.year if anchor else None
    joined = _LONG_RANGE.match(match.line, match.last)
    return int(match.words[joined.start("year")].low) if joined else None


def _month(match: Match, context: Context) -> Period | None:
    times = context.times
    word = match.one("Mm")
    assert word is not None
    month = _month_number(word, times)
    turn = next((w for w in match.own if w.letter in "lxtp"), None) if not match.one("V") else None
    bound = turn or match.one("YVbBT")
    if word.letter == "m" and not bound and match.before() not in times.month_signals:
        return None
    year = _year_of(match, context)
    if year is None:
        page = context.page.knows("M") or context.page.knows("Y")
        if page is None:
            return _within(match, Period(f"XXXX-{month:02d}"))
        _relative_to(page, context)
        year = _year_of_month(month, turn.letter if turn else "", page, context)
    return _within(match, values.month(year, month))


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


def _within(match: Match, period: Period) -> Period:
    """Narrowed by early, mid, late, beginning of, end of."""
    word = match.one("bB")
    if word is None:
        return period
    which = "early" if word.low in ("early", "beginning", "start", "turn", "outset") else "mid"
    return values.part_of(period, "late" if word.low in ("late", "end", "close") else which)


def _weekday_number(word: Word, times: Times) -> int:
    low = word.low.rstrip(".")
    return times.weekdays.get(low) or times.weekdays.get(low.rstrip("s")) or times.weekday_abbreviations[low]


def _weekday(match: Match, context: Context) -> Period | None:
    word = match.one("Ww")
    assert word is not None
    if word.letter == "w" and not word.low.endswith(".") and match.before() not in ("on", "by", "until", "since"):
        return None
    number = _weekday_number(word, context.times)
    if word.low.endswith("s") and word.letter == "W":
        return Period(f"XXXX-WXX-{number}")
    page = _relative_to(context.page.knows("D"), context)
    turn = next((w for w in match.own if w.letter in "lxtpT"), None)
    if turn is not None and turn.letter == "T":
        page = context.day or page
    if page is None:
        return Period(f"XXXX-WXX-{number}")
    return _with_part(match, _day_of_week(number, turn.letter if turn else "", match, page, context), context)


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


def _with_part(match: Match, when: date, context: Context) -> Period:
    """A day, with the part of it that the expression names in its value."""
    part = match.one("P")
    period = values.day(when)
    if part is None:
        return period
    return Period(f"{period.value}T{context.times.day_parts[part.low]}", when, when, "day")


def _deictic(match: Match, context: Context) -> Period:
    word = match.one("R")
    assert word is not None
    page = _relative_to(context.page.knows("M"), context)
    if page is None:
        return Period(None)
    if context.page.grain > 0:
        return values.month(page.year, page.month) if context.page.grain > 1 else values.week(page)
    when = page + timedelta(days=context.times.days[word.low])
    part = context.times.day_names_part.get(word.low)
    return Period(f"{when.isoformat()}T{part}", when, when, "day") if part else _with_part(match, when, context)


# --- relative ------------------------------------------------------------------------------------------------


def _shift(match: Match, context: Context) -> Period | None:
    """ "Two days ago", "a week earlier", "the day before yesterday"."""
    if match.one("R") or match.one("W"):
        base = _relative_to(context.page.knows("D"), context)
        named = _deictic(match, context) if match.one("R") else _weekday(match, context)
        if base is None or named is None or named.first is None:
            return Period(None)
        return values.day(named.first + timedelta(days=-1 if match.one("<") else 1))
    found = _unit(match, context)
    if found is None:
        return None
    word, code = found
    amount = _number(match.own[: match.own.index(word)] + match.all("H"), context.times) if word.letter != "K" else 1.0
    if match.one("H"):
        amount = _number(match.own[: match.own.index(word)], context.times)
        amount = (
            None
            if amount is None
            else amount + (0.0 if match.own[0].letter == "H" or "H" in match.letters[: match.own.index(word)] else 0.5)
        )
    back = match.one("ge<") is not None
    absolute = match.one("g") or match.one("J")
    base = context.page.knows("D" if code == "D" else code) if absolute else context.anchor(code)
    _relative_to(base, context)
    if amount is None:
        return Period("PAST_REF" if back else "FUTURE_REF")
    if base is None:
        return Period(None)
    when = values.shift(base, -amount if back else amount, code)
    if word.letter == "P":
        return values.day(when)
    whole = amount == int(amount)
    return values.containing(when, code if whole else "M")


def _span(match: Match, context: Context) -> Period | None:
    """ "The past three years", "the next six months", "the following day"."""
    found = _unit(match, context)
    turn = match.one("lpx")
    if found is None or turn is None:
        return None
    word, code = found
    counted = match.all("dnqYvHa")
    if not counted and (turn.low in _ANCHORED or (code == "D" and turn.letter == "x") or code == "Q"):
        base = context.page.knows("M") if code == "Q" else context.anchor(code)
        _relative_to(base, context)
        return (
            Period(None)
            if base is None
            else values.containing(values.shift(base, 1 if turn.letter == "x" else -1, code), code)
        )
    amount = _number(counted, context.times)
    value = values.duration(amount, code)
    page = _relative_to(context.page.day, context)
    if page is None:
        return Period(value)
    known = 3.0 if amount is None else amount
    other = values.shift(page, known if turn.letter == "x" else -known, code)
    return Period(value, min(page, other), max(page, other), "range")


def _period(match: Match, context: Context) -> Period | None:
    """ "Last week", "earlier this year", "that evening", "the end of the month"."""
    found = _unit(match, context)
    if found is None:
        return None
    word, code = found
    turn = next((w for w in match.own if w.letter in "lxptT"), None)
    letter = turn.letter if turn else "t"
    if turn is not None and word.low.endswith("s") and word.letter in "UVQ":
        return None  # "talks may last months"
    if turn is not None and turn.low in _ANCHORED:
        base = context.anchor(code)
    elif letter == "T" or (turn is None and match.one("er")):
        base = context.anchor(code)
    else:
        base = context.page.knows(code if word.letter not in "KSP" else {"K": "W", "S": "Y", "P": "D"}[word.letter])
    _relative_to(base, context)
    if base is None:
        return Period(None)
    step = {"l": -1, "p": -1, "x": 1}.get(letter, 0)
    if word.letter == "P":
        when = base + timedelta(days=step)
        return Period(f"{when.isoformat()}T{context.times.day_parts[word.low]}", when, when, "day")
    if word.letter == "K":
        return _weekend(base, step)
    if word.letter == "S":
        return _season_near(context.times.seasons[word.low], base, step, context)
    when = values.shift(base, step, code)
    if match.one("H") and code == "Y":
        ordinal = match.one("o")
        return values.half(when.year, min(_ordinal(ordinal, context.times), 2)) if ordinal else values.year(when.year)
    whole = values.containing(when, code)
    return _so_far(match, _within(match, whole), base)


def _so_far(match: Match, period: Period, base: date) -> Period:
    """ "Earlier this year" ends with the page's day; "later this year" begins with it."""
    word = match.one("er")
    if word is None or period.first is None or period.last is None or not period.first <= base <= period.last:
        return period
    if period.first == period.last:
        return period
    if word.letter == "e":
        return Period(period.value, period.first, base, "range")
    return Period(period.value, base, period.last, "range")


def _weekend(base: date, step: int) -> Period:
    if step < 0 and base.isoweekday() >= 6:
        base -= timedelta(days=7)
    elif step < 0:
        base -= timedelta(days=7)
    elif step > 0:
        base += timedelta(days=7)
    elif base.isoweekday() <= 2:  # "over this weekend", printed on a Monday or Tuesday, is the one just gone
        base -= timedelta(days=7)
    return values.weekend(base)


def _season_near(name: str, base: date, step: int, context: Context) -> Period:
    span = context.times.season_months[name]
    options = [values.season(base.year + k, name, span) for k in (-2, -1, 0, 1, 2)]
    if step < 0:
        return [o for o in options if o.last is not None and o.last < base][-1]
    if step > 0:
        return next(o for o in options if o.first is not None and o.first > base)
    return min(options, key=lambda o: abs((base - o.first).days + 45 - 90) if o.first else 9999)


def _season(match: Match, context: Context) -> Period | None:
    word = match.one("S")
    assert word is not None
    name = context.times.seasons[word.low]
    year = match.one("Y")
    span = context.times.season_months[name]
    if year is not None:
        return _within(match, values.season(int(year.low), name, span))
    article = match.own[0].letter == "h"
    if match.before() not in ("in", "during", "since", "by", "until", "throughout", "over", "for") and not match.one(
        "bB"
    ):
        return None
    if word.low in ("fall", "spring") and not article:
        return None
    base = _relative_to(context.page.knows("M"), context)
    if base is None:
        return Period(f"XXXX-{name}")
    options = [values.season(base.year + k, name, span) for k in (-2, -1, 0, 1)]
    ahead = context.direction() > 0
    fit = [o for o in options if o.first and o.last and (o.last >= base if ahead else o.first <= base)]
    return fit[0 if ahead else -1] if fit else Period(None)


# --- other ---------------------------------------------------------------------------------------------------


def _year(match: Match, context: Context) -> Period | None:
    words = match.all("YdnN")
    number = int(words[0].low)
    if len(words) > 1:
        second = words[1].low
        end = (
            int(second)
            if len(second) == 4
            else number // 100 * 100 + int(second)
            if second.isdigit() and len(second) == 2
            else 0
        )
        return values.years(number, end) if number < end < number + 100 else values.year(number)
    if not match.one("bB") and not _is_year(match, number, context):
        return None
    return _within(match, values.year(number))


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


def _decade(match: Match, context: Context) -> Period | None:
    word = match.one("c")
    if word is not None:
        digits = "".join(c for c in word.low if c.isdigit())
        if len(digits) == 2:
            if word.low[0].isdigit() and match.before() in ("his", "her", "their", "my"):
                return None  # "in her 30s"
            digits = ("20" if digits < "30" else "19") + digits
        return _within(match, values.decade(int(digits)))
    unit, ordinal = match.own[-1], match.one("o")
    if ordinal is None or context.times.units.get(unit.low) != "100Y":
        return None
    return _within(match, values.century(_ordinal(ordinal, context.times)))


def _quarter(match: Match, context: Context) -> Period | None:
    year_word, fiscal = match.one("Y"), match.one("y")
    page = context.page.knows("M")
    kind, number = "q", 0
    if fiscal is not None:
        kind, number = fiscal.low[0], int("".join(c for c in fiscal.low if c.isdigit()))
        if kind == "f":
            return values.year(number + (2000 if number < 100 else 0))
    else:
        ordinal = match.one("o")
        kind = "h" if match.one("H") else "q"
        number = _ordinal(ordinal, context.times) if ordinal else 0
    if not 1 <= number <= (4 if kind == "q" else 2):
        return None
    build = values.quarter if kind == "q" else values.half
    if year_word is not None:
        return build(int(year_word.low), number)
    turn = match.one("lxt")
    _relative_to(page, context)
    if page is None:
        return Period(f"XXXX-{kind.upper()}{number}")
    if turn is not None:
        return build(page.year + {"l": -1, "x": 1}.get(turn.letter, 0), number)
    this = build(page.year, number)
    return this if this.first is not None and this.first <= page else build(page.year - 1, number)


def _duration(match: Match, context: Context) -> Period | None:
    if match.own[-1].letter == "O":
        return None
    found = _unit(match, context)
    if found is None:
        return None
    word, code = found
    at = match.own.index(word)
    if word.letter == "Q" and match.letters[0] in "aH":
        return None  # "a quarter of the seats"
    if match.line[match.last : match.last + 2].startswith(("O", "-O")) or match.before() == "aged":
        return None
    amount = _number(match.own[:at], context.times)
    if "H" in match.letters[at:] and amount is not None:
        amount += 0.5
    if (
        match.before() in ("in", "within")
        and amount is not None
        and code in ("D", "W", "M", "Y")
        and context.direction() > 0
    ):
        page = context.page.knows(code)
        if page is not None and match.before() == "in" and at < 3 and "-" not in match.letters:
            _relative_to(page, context)
            return values.containing(values.shift(page, amount, code), code)
    return Period(values.duration(amount, code))


def _long(match: Match, context: Context) -> Period:
    low = match.own[0].low
    code = context.times.units[low]
    size, unit = values.split_unit(code)
    return Period(values.duration(None if low.endswith("s") else 1, unit if size > 1 and low.endswith("s") else code))


def _every(match: Match, context: Context) -> Period | None:
    word = match.own[-1]
    if word.letter == "W":
        return Period(f"XXXX-WXX-{_weekday_number(word, context.times)}")
    if word.letter == "M":
        return Period(f"XXXX-{_month_number(word, context.times):02d}")
    if word.letter == "P":
        return Period(f"XXXX-XX-XXT{context.times.day_parts[word.low]}")
    if word.letter == "K":
        return Period("XXXX-WXX-WE")
    return Period(values.duration(_number(match.own[1:-1], context.times), context.times.units[word.low]))


def _set(match: Match, context: Context) -> Period:
    return Period(context.times.sets[match.own[0].low])


def _named(match: Match, context: Context) -> Period | None:
    entry = phrase_of(match, context.times)
    if not isinstance(entry, Named):
        return None
    page = context.page.knows("M")
    year = _year_of(match, context) if match.one("YV") else None
    if year is None and entry.rule != "once":
        _relative_to(page, context)
        if page is None:
            return Period(None)
        ahead = context.direction()
        options = [days for k in (-1, 0, 1) if (days := context.times.days_of(entry, page.year + k))]
        fitting = [days for days in options if ahead and (days[0] - page).days * ahead >= 0] or options
        if not fitting:
            return Period(None)
        found = min(fitting, key=lambda days: (abs((days[0] - page).days), days))
    else:
        days_of = context.times.days_of(entry, year or 1)
        if days_of is None:
            return Period(None)
        found = days_of
    first, last = found
    if first == last:
        return values.day(first)
    return Period(f"{first.isoformat()}/{last.isoformat()}", first, last, "range")


def _reference(match: Match, context: Context) -> Period | None:
    phrase = phrase_of(match, context.times)
    if phrase is None or isinstance(phrase, Named):
        return None
    page = _relative_to(context.page.day, context)
    if page is None:
        return Period(phrase.value)
    if phrase.stretch == 0:
        return Period(phrase.value)
    other = page - timedelta(days=phrase.stretch)
    return Period(phrase.value, min(page, other), max(page, other), "range")


def _clock(match: Match, context: Context) -> Period | None:
    word = match.own[0]
    if word.letter != "C":
        return None
    digits = re.match(r"(\d{1,2})(?:[:.](\d\d))?", word.low)
    if digits is None:
        return None
    hour, minute = int(digits.group(1)), digits.group(2) or "00"
    rest = word.low[digits.end() :].replace(".", "").replace(" ", "")
    if hour > 24 or (rest and hour > 12) or int(minute) > 59:
        return None
    if rest == "pm" and hour < 12:
        hour += 12
    elif rest == "am" and hour == 12:
        hour = 0
    zone = match.one("k")
    clock = f"T{hour:02d}:{minute}" + ("Z" if zone is not None and zone.low in ("gmt", "utc") else "")
    when = _relative_to(context.in_sentence or context.day or context.page.knows("D"), context)
    if when is None:
        return Period(f"XXXX-XX-XX{clock}")
    known = context.in_sentence
    return Period(when.isoformat() + clock, known, known, "day" if known else None)


def _daypart(match: Match, context: Context) -> Period | None:
    part = match.own[-1]
    before = match.before()
    if not (
        (before in ("in", "during") and match.own[0].letter == "h")
        or (before in ("at", "by", "before") and len(match.own) == 1)
    ):
        return None
    when = _relative_to(context.in_sentence or context.day or context.page.knows("D"), context)
    code = context.times.day_parts[part.low]
    if when is None:
        return Period(f"XXXX-XX-XXT{code}")
    known = context.in_sentence
    return Period(f"{when.isoformat()}T{code}", known, known, "day" if known else None)


def _bare(match: Match, context: Context) -> Period | None:
    word = match.own[-1]
    before = match.before()
    if word.letter == "K":
        base = _relative_to(context.page.knows("W"), context)
        if before not in ("over", "on", "at", "during", "throughout", "in"):
            return None
        return (
            Period(None)
            if base is None
            else _weekend(base, 0 if base.isoweekday() >= 6 or context.direction() > 0 else -1)
        )
    if not word.low.endswith("s") or before not in ("for", "over", "in", "within", "after", "through", "throughout"):
        return None
    if match.own[0].letter == "h" and before not in ("over", "through", "throughout"):
        return None
    size, unit = values.split_unit(context.times.units[word.low])
    return Period(values.duration(None, unit if size > 1 else context.times.units[word.low]))


_READERS: dict[str, Callable[[Match, Context], Period | None]] = {
    "iso": _iso, "numeric": _numeric, "date": _date, "month": _month, "shift": _shift, "span": _span, "period": _period,
    "every": _every, "weekday": _weekday, "deictic": _deictic, "clock": _clock, "decade": _decade, "quarter": _quarter,
    "year": _year, "duration": _duration, "long": _long, "season": _season, "named": _named, "reference": _reference,
    "set": _set, "daypart": _daypart, "bare": _bare,
}  # fmt: skip
