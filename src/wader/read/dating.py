"""The date of publication: the one that came with a document, or which of those that it prints."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from wader.knowledge.outlets import Outlets
from wader.read.printed import Printed, day_or_none, finder, on_day, row_date
from wader.records import Evidence, Furniture, PageDate, RawDocument

REFUSED_DATE = "date that is no day of the calendar"
"""Reason under which a given date that cannot be read is kept in ``furniture``: the document is read without it."""
_CLOCK = re.compile(r"\b\d{1,2}:\d\d\b|\b\d{1,2}\s?(?:am|pm)\b", re.I)
_MAX_EXTRA_WORDS = 8


@dataclass(frozen=True)
class DateLine:
    """A line that prints a date: ``label`` "published", "updated" or "" (none)."""

    found: Printed
    label: str
    clock: bool


@lru_cache(maxsize=4)
def _labels(outlets: Outlets) -> tuple[re.Pattern[str], re.Pattern[str]]:
    def words(labels: tuple[str, ...]) -> re.Pattern[str]:
        return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(label) for label in labels) + r")(?!\w).{0,25}$", re.I)

    return words(outlets.published), words(outlets.updated)


def date_line(line: str, outlets: Outlets) -> DateLine | None:
    """The date that ``line`` prints, where the line is there to print it: little else on it, and a year."""
    if len(line) > 240 or not any(c.isdecimal() for c in line):
        return None
    published, updated = _labels(outlets)
    dates = [f for f in finder(outlets).find(line) if f.full() is not None]
    best: DateLine | None = None
    for found in dates:
        before = line[max(0, found.start - 60) : found.start]
        label = "updated" if updated.search(before) else "published" if published.search(before) else ""
        here = DateLine(found, label, bool(_CLOCK.search(line)))
        if best is None or (here.label == "published" and best.label != "published"):
            best = here
    if best is None:
        return None
    extra = len(line.split()) - sum(len(f.text.split()) for f in dates)
    closed = line.endswith(".") and extra > 3
    return best if (best.label and extra <= 30 and not closed) or (extra <= _MAX_EXTRA_WORDS and not closed) else None


def given_date(raw: RawDocument, outlets: Outlets, furniture: list[Furniture]) -> PageDate | None:
    """The date that came with the document; one that cannot be read is put into ``furniture``."""
    if raw.date is None:
        return None
    date = row_date(raw.date, outlets)
    refused = Furniture(raw.date[:200], REFUSED_DATE)
    if date is None and refused not in furniture:
        furniture.append(refused)
    return date


def choose(candidates: list[tuple[int, str, DateLine]], near: int, outlets: Outlets, american: bool) -> PageDate | None:
    """Date of publication from ``candidates`` (line number, line, date): "published" before "updated" before none,
    lines near line ``near`` (the headline) before far ones. ``american``: all-number dates are month first."""
    order = {"published": 0, "updated": 1, "": 2}
    ranked = sorted(candidates, key=lambda c: (order[c[2].label], abs(c[0] - near), c[0]))
    if not ranked:
        return None
    _, line, chosen = ranked[0]
    day = chosen.found.full()
    zones = set(re.findall(r"\b[A-Z]{2,4}\b", line))
    if chosen.found.swapped and chosen.found.year and (american or zones & outlets.month_first_zones):
        day = day_or_none(chosen.found.year, *chosen.found.swapped)
    if day is None:
        return None
    rule = f"read.date.printed.{chosen.label or 'unlabelled'}"
    start = line.find(chosen.found.text)
    words = line if len(line) <= 80 else line[max(0, start - 30) : start + len(chosen.found.text) + 20]
    return on_day(day, [Evidence(None, None, "page", rule, words)])
