"""From the shape of a time expression to the period that it means."""

from __future__ import annotations

from collections.abc import Callable

from wader.annotate import timex_dates, timex_relative
from wader.annotate.timex_context import Context
from wader.annotate.timex_grammar import Match
from wader.annotate.timex_values import Period

_READERS: dict[str, Callable[[Match, Context], Period | None]] = {
    "iso": timex_dates.read_iso,
    "numeric": timex_dates.read_numeric,
    "date": timex_dates.read_date,
    "month": timex_dates.read_month,
    "shift": timex_relative.read_shift,
    "span": timex_relative.read_span,
    "period": timex_relative.read_period,
    "every": timex_relative.read_every,
    "weekday": timex_dates.read_weekday,
    "deictic": timex_dates.read_deictic,
    "clock": timex_relative.read_clock,
    "decade": timex_dates.read_decade,
    "quarter": timex_dates.read_quarter,
    "year": timex_dates.read_year,
    "duration": timex_relative.read_duration,
    "long": timex_relative.read_long,
    "season": timex_relative.read_season,
    "named": timex_relative.read_named,
    "reference": timex_relative.read_reference,
    "set": timex_relative.read_set,
    "daypart": timex_relative.read_daypart,
    "bare": timex_relative.read_bare,
}


def read(match: Match, context: Context) -> Period | None:
    """The period an expression means, ``Period(None)`` where it cannot be told, None where it is no time at all.

    Raises:
        ValueError, OverflowError: the date is not in the calendar ("31 June", "99999 years ago").
    """
    context.relative = False
    return _READERS[match.shape](match, context)
