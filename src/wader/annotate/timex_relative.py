"""Expressions that count from somewhere, lengths of time, repetitions, feasts and parts of the day."""

from __future__ import annotations

import re
from datetime import date, timedelta

from wader.annotate import timex_values as values
from wader.annotate.timex_context import (
    ANCHORED,
    Context,
    amount_of,
    month_number,
    ordinal_of,
    relative_to,
    unit_of,
    weekday_number,
    within,
    year_of,
)
from wader.annotate.timex_dates import read_deictic, read_weekday
from wader.annotate.timex_grammar import Match, phrase_of
from wader.annotate.timex_values import Period
from wader.knowledge.times import Named


def read_shift(match: Match, context: Context) -> Period | None:
    """ "Two days ago", "a week earlier", "the day before yesterday"."""
    if match.one("R") or match.one("W"):
        base = relative_to(context.page.knows("D"), context)
        named = read_deictic(match, context) if match.one("R") else read_weekday(match, context)
        if base is None or named is None or named.first is None:
            return Period(None)
        return values.day(named.first + timedelta(days=-1 if match.one("<") else 1))
    found = unit_of(match, context)
    if found is None:
        return None
    word, code = found
    amount = (
        amount_of(match.own[: match.own.index(word)] + match.all("H"), context.times) if word.letter != "K" else 1.0
    )
    if match.one("H"):
        amount = amount_of(match.own[: match.own.index(word)], context.times)
        amount = (
            None
            if amount is None
            else amount + (0.0 if match.own[0].letter == "H" or "H" in match.letters[: match.own.index(word)] else 0.5)
        )
    back = match.one("ge<") is not None
    absolute = match.one("g") or match.one("J")
    base = context.page.knows("D" if code == "D" else code) if absolute else context.anchor(code)
    relative_to(base, context)
    if amount is None:
        return Period("PAST_REF" if back else "FUTURE_REF")
    if base is None:
        return Period(None)
    when = values.shift(base, -amount if back else amount, code)
    if word.letter == "P":
        return values.day(when)
    whole = amount == int(amount)
    return values.containing(when, code if whole else "M")


def read_span(match: Match, context: Context) -> Period | None:
    """ "The past three years", "the next six months", "the following day"."""
    found = unit_of(match, context)
    turn = match.one("lpx")
    if found is None or turn is None:
        return None
    _word, code = found
    counted = match.all("dnqYvHa")
    if not counted and (turn.low in ANCHORED or (code == "D" and turn.letter == "x") or code == "Q"):
        base = context.page.knows("M") if code == "Q" else context.anchor(code)
        relative_to(base, context)
        return (
            Period(None)
            if base is None
            else values.containing(values.shift(base, 1 if turn.letter == "x" else -1, code), code)
        )
    amount = amount_of(counted, context.times)
    value = values.duration(amount, code)
    page = relative_to(context.page.day, context)
    if page is None:
        return Period(value)
    known = 3.0 if amount is None else amount
    other = values.shift(page, known if turn.letter == "x" else -known, code)
    return Period(value, min(page, other), max(page, other), "range")


def read_period(match: Match, context: Context) -> Period | None:
    """ "Last week", "earlier this year", "that evening", "the end of the month"."""
    found = unit_of(match, context)
    if found is None:
        return None
    word, code = found
    turn = next((w for w in match.own if w.letter in "lxptT"), None)
    letter = turn.letter if turn else "t"
    if turn is not None and word.low.endswith("s") and word.letter in "UVQ":
        return None  # "talks may last months"
    if (turn is not None and turn.low in ANCHORED) or letter == "T" or (turn is None and match.one("er")):
        base = context.anchor(code)
    else:
        base = context.page.knows(code if word.letter not in "KSP" else {"K": "W", "S": "Y", "P": "D"}[word.letter])
    relative_to(base, context)
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
        return values.half(when.year, min(ordinal_of(ordinal, context.times), 2)) if ordinal else values.year(when.year)
    whole = values.containing(when, code)
    return _so_far(match, within(match, whole), base)


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
    if (step < 0 and base.isoweekday() >= 6) or step < 0:
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


def read_season(match: Match, context: Context) -> Period | None:
    word = match.one("S")
    assert word is not None
    name = context.times.seasons[word.low]
    year = match.one("Y")
    span = context.times.season_months[name]
    if year is not None:
        return within(match, values.season(int(year.low), name, span))
    article = match.own[0].letter == "h"
    if match.before() not in ("in", "during", "since", "by", "until", "throughout", "over", "for") and not match.one(
        "bB"
    ):
        return None
    if word.low in ("fall", "spring") and not article:
        return None
    base = relative_to(context.page.knows("M"), context)
    if base is None:
        return Period(f"XXXX-{name}")
    options = [values.season(base.year + k, name, span) for k in (-2, -1, 0, 1)]
    ahead = context.direction() > 0
    fit = [o for o in options if o.first and o.last and (o.last >= base if ahead else o.first <= base)]
    return fit[0 if ahead else -1] if fit else Period(None)


def read_duration(match: Match, context: Context) -> Period | None:
    if match.own[-1].letter == "O":
        return None
    found = unit_of(match, context)
    if found is None:
        return None
    word, code = found
    at = match.own.index(word)
    if word.letter == "Q" and match.letters[0] in "aH":
        return None  # "a quarter of the seats"
    if match.line[match.last : match.last + 2].startswith(("O", "-O")) or match.before() == "aged":
        return None
    amount = amount_of(match.own[:at], context.times)
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
            relative_to(page, context)
            return values.containing(values.shift(page, amount, code), code)
    return Period(values.duration(amount, code))


def read_long(match: Match, context: Context) -> Period:
    low = match.own[0].low
    code = context.times.units[low]
    size, unit = values.split_unit(code)
    return Period(values.duration(None if low.endswith("s") else 1, unit if size > 1 and low.endswith("s") else code))


def read_every(match: Match, context: Context) -> Period | None:
    word = match.own[-1]
    if word.letter == "W":
        return Period(f"XXXX-WXX-{weekday_number(word, context.times)}")
    if word.letter == "M":
        return Period(f"XXXX-{month_number(word, context.times):02d}")
    if word.letter == "P":
        return Period(f"XXXX-XX-XXT{context.times.day_parts[word.low]}")
    if word.letter == "K":
        return Period("XXXX-WXX-WE")
    return Period(values.duration(amount_of(match.own[1:-1], context.times), context.times.units[word.low]))


def read_set(match: Match, context: Context) -> Period:
    return Period(context.times.sets[match.own[0].low])


def read_named(match: Match, context: Context) -> Period | None:
    entry = phrase_of(match, context.times)
    if not isinstance(entry, Named):
        return None
    page = context.page.knows("M")
    year = year_of(match, context) if match.one("YV") else None
    if year is None and entry.rule != "once":
        relative_to(page, context)
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


def read_reference(match: Match, context: Context) -> Period | None:
    phrase = phrase_of(match, context.times)
    if phrase is None or isinstance(phrase, Named):
        return None
    page = relative_to(context.page.day, context)
    if page is None:
        return Period(phrase.value)
    if phrase.stretch == 0:
        return Period(phrase.value)
    other = page - timedelta(days=phrase.stretch)
    return Period(phrase.value, min(page, other), max(page, other), "range")


def read_clock(match: Match, context: Context) -> Period | None:
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
    when = relative_to(context.in_sentence or context.day or context.page.knows("D"), context)
    if when is None:
        return Period(f"XXXX-XX-XX{clock}")
    known = context.in_sentence
    return Period(when.isoformat() + clock, known, known, "day" if known else None)


def read_daypart(match: Match, context: Context) -> Period | None:
    part = match.own[-1]
    before = match.before()
    if not (
        (before in ("in", "during") and match.own[0].letter == "h")
        or (before in ("at", "by", "before") and len(match.own) == 1)
    ):
        return None
    when = relative_to(context.in_sentence or context.day or context.page.knows("D"), context)
    code = context.times.day_parts[part.low]
    if when is None:
        return Period(f"XXXX-XX-XXT{code}")
    known = context.in_sentence
    return Period(f"{when.isoformat()}T{code}", known, known, "day" if known else None)


def read_bare(match: Match, context: Context) -> Period | None:
    word = match.own[-1]
    before = match.before()
    if word.letter == "K":
        base = relative_to(context.page.knows("W"), context)
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
