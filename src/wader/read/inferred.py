"""The date of publication of a page that prints none, from what its text takes for granted.

Clues, each with its evidence: a day named without its year ("Tuesday (May 7)"), whose weekday only some years share;
time since an event of known date ("two years after the earthquake"); an event under way; events of "last year";
years that the text looks back on, or forward to. Candidates are the years that a named day fits, else months; the
best must be alone, and some clue must fix its year, or nothing is inferred.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from wader.knowledge.outlets import KnownEvent, Outlets
from wader.read.printed import Printed, day_or_none, finder, over
from wader.records import Evidence, PageDate

_NUMBERS = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50}
_ORDINALS = {
    word: number
    for number, word in enumerate(
        [
            "zeroth",
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ]
    )
}
_COUNT = r"(?P<n>\d{1,3}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + ")"
_SINCE = re.compile(
    rf"\b{_COUNT}[\s-]+(?P<unit>years?|months?|weeks?)\s+(?:on\s+)?(?:after|since|from|following|into)\s+(?P<what>[^.;:!?]{{3,90}})",
    re.I,
)
_ANNIVERSARY = re.compile(
    r"\b(?P<n>\d{1,3}(?:st|nd|rd|th)|" + "|".join(_ORDINALS) + r"|one-year|two-year|five-year|ten-year|10-year)\s+"
    r"anniversary\s+(?:of|since)\s+(?P<what>[^.;:!?]{3,90})",
    re.I,
)
_YEAR = re.compile(
    r"(?<![\w.,/$€£-])(?P<y>(?:19[5-9]|20[0-4])\d)(?![\d,]\d|\w|[-–]\w|\s?(?:people|troops|soldiers|GMT|hours))"
)
_AHEAD = re.compile(
    r"\b(?:by|until|till|through|before|in|for|from|of|scheduled|planned|expected|upcoming|next|target)\s+(?:the\s+)?(?:end\s+of\s+|"
    r"early\s+|late\s+|mid-?|spring\s+|summer\s+|autumn\s+|fall\s+|winter\s+|[A-Z][a-z]+\s+)?$"
)
_FUTURE = re.compile(
    r"\b(?:will|would|shall|aims?|plans?|planned|scheduled|expected|due|target|goal|by\s+the\s+end\s+of|by|until|upcoming|"
    r"to\s+be\s+held|pledged?|hopes?)\b",
    re.I,
)
_UNDER_WAY = re.compile(r"\b(?:under\s?way|ongoing|currently|taking\s+place|continues?|now)\b", re.I)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\D{0,20}(?:(?:19|20)\d\d\s?[-–]\s?)?(?P<y>(?:19|20)\d\d)", re.I)
_LAST_YEAR = re.compile(r"\b(?P<when>last|this)\s+year(?:['’]s)?\b|\bearlier\s+(?P<this>this)\s+year\b", re.I)
_MONTH_OF_YEAR = re.compile(
    r"\b(?:since|in|from|last|late|early|mid)[\s-]+(?P<month>[A-Z][a-z]{2,8})\s+(?:of\s+)?(?P<when>last|this)\s+year\b"
)
_COUNTED = re.compile(r"(?:year|month|week)s?\s+(?:on\s+)?(?:after|since|from|following|into)\b", re.I)
_FAR = 50_000
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Clue:
    """Publication lies in ``first``..``last`` (either may be open) if the clue holds; it counts ``weight``."""

    first: date | None
    last: date | None
    weight: float
    evidence: Evidence
    fixes_year: bool = False

    def holds(self, first: date, last: date) -> bool:
        """Whether some day of ``first``..``last`` fits."""
        return (self.first is None or self.first <= last) and (self.last is None or first <= self.last)


def infer(text: str, outlets: Outlets, title: str | None = None, furniture: str = "") -> PageDate | None:
    """The date of publication, inferred from body ``text``, ``title`` and ``furniture`` (for a copyright year), as
    ``method`` "inferred" with the evidence of each clue that holds; None where they do not fix it to a year."""
    text = text[:_FAR]
    printed = [p for p in finder(outlets).find(text) if p.month]
    clues = _year_clues(text, printed) + _copyright(furniture)
    clues += _event_clues(text, f"{title or ''}\n{text}", outlets) + _relative_years(text, outlets)
    days = [p for p in printed if p.day and (p.year is None or p.weekday is not None) and not _span_ahead(text, p)]
    return _from_days(text, days, clues) or _from_months(clues)


def _span(match_start: int, match_end: int, text: str, rule: str) -> Evidence:
    return Evidence(match_start, match_end, "text", rule, text[match_start:match_end])


def _span_ahead(text: str, found: Printed) -> bool:
    """Whether a named day is one that the text looks forward to, or back on from afar ("on May 7 of last year")."""
    before = text[max(0, found.start - 60) : found.start]
    after = text[found.end : found.end + 20].lower()
    ahead = re.search(r"\b(?:will|until|by|scheduled|next|due|expected)\b[^.]*$", before, re.I)
    return ahead is not None or "last year" in after


def _year_clues(text: str, printed: list[Printed]) -> list[Clue]:
    """Years that the text names: it was written after those it looks back on, hardly long after the last of them."""
    past: list[tuple[date, int, int]] = []
    for found in printed:
        if found.year and found.month and not _looks_ahead(text, found.start):
            day = day_or_none(found.year, found.month, found.day or 1)
            if day:
                past.append((day, found.start, found.end))
    clues = []
    for match in _YEAR.finditer(text):
        year = int(match.group("y"))
        if _looks_ahead(text, match.start()):
            clues.append(Clue(None, date(year, 12, 31), 1.0, _span(*match.span(), text, "read.infer.year_ahead")))
        elif not any(start <= match.start() < end for _, start, end in past):
            past.append((date(year, 1, 1), *match.span()))
    if past:
        day, start, end = max(past)
        evidence = _span(start, end, text, "read.infer.latest_past_date")
        clues.append(Clue(day, None, 3.0, evidence))
        clues.append(Clue(day, _plus_months(day, 15), 1.0, evidence))
        clues.append(Clue(day, _plus_months(day, 30), 0.5, evidence))
    return clues


def _looks_ahead(text: str, start: int) -> bool:
    """Whether the year at ``start`` is one still to come for the writer ("by the end of …")."""
    before = text[max(0, start - 70) : start]
    clause = before[max(before.rfind("."), before.rfind(";"), before.rfind("\n")) + 1 :]
    return bool(_AHEAD.search(before)) and bool(_FUTURE.search(clause))


def _copyright(furniture: str) -> list[Clue]:
    years = [int(m.group("y")) for m in _COPYRIGHT.finditer(furniture)]
    if not years:
        return []
    year = max(years)
    evidence = Evidence(None, None, "page", "read.infer.copyright", f"© {year}")
    return [Clue(None, date(year, 12, 31), 1.5, evidence), Clue(date(year, 1, 1), date(year, 12, 31), 1.0, evidence)]


@lru_cache(maxsize=4)
def _phrases(outlets: Outlets) -> tuple[list[tuple[KnownEvent, re.Pattern[str]]], dict[str, list[KnownEvent]]]:
    """Named events with the pattern of their names; placed events by each of their words."""
    named = []
    placed: dict[str, list[KnownEvent]] = {}
    for event in outlets.events:
        if event.places:
            for word in event.words:
                placed.setdefault(word.casefold(), []).append(event)
        else:
            named.append((event, re.compile("|".join(re.escape(w) for w in event.words), re.I)))
    return named, placed


def _events_in(what: str, page: str, outlets: Outlets) -> list[KnownEvent]:
    """Events of known date that ``what`` may refer to on this ``page``: by name, or by kind where the page names the
    place, those that it names most often first."""
    named, placed = _phrases(outlets)
    found = [event for event, pattern in named if pattern.search(what)]
    if found:
        return found
    folded = what.casefold()
    kinds = [events for word, events in placed.items() if re.search(rf"\b{re.escape(word)}\b", folded)]
    candidates = {id(event): event for events in kinds for event in events}
    counts = {
        key: sum(len(re.findall(rf"\b{re.escape(place)}", page)) for place in event.places)
        for key, event in candidates.items()
    }
    inside = [k for k, event in candidates.items() if any(place.casefold() in folded for place in event.places)]
    pool = inside or [key for key, count in counts.items() if count > 0]
    most = max((counts[key] for key in pool), default=0)
    return [candidates[key] for key in pool if inside or counts[key] >= 0.5 * most]


def _event_clues(text: str, page: str, outlets: Outlets) -> list[Clue]:
    clues = []
    for match in _SINCE.finditer(text) if _COUNTED.search(text) else ():
        number = _number(match.group("n"))
        if number is None:
            continue
        for event in _events_in(match.group("what"), page, outlets):
            clues.append(_since(event, number, match.group("unit")[0].lower(), _cut(match, text, event)))
    for match in _ANNIVERSARY.finditer(text) if "anniversary" in text else ():
        number = _number(match.group("n"))
        for event in _events_in(match.group("what"), page, outlets) if number else ():
            day = _plus_months(event.first, 12 * (number or 0))
            evidence = _cut(match, text, event)
            clues.append(Clue(day - 30 * _DAY, day + 30 * _DAY, 3.0, evidence, True))
    named, _ = _phrases(outlets)
    lasting = [(e, p) for e, p in named if e.last > e.first] if _UNDER_WAY.search(text) else []
    for event, pattern in lasting:
        if not any(word in text for word in event.words):
            continue
        for match in pattern.finditer(text):
            if _UNDER_WAY.search(text[match.end() : match.end() + 30]):
                clues.append(Clue(event.first, event.last, 4.0, _cut(match, text, event), True))
                break
    return clues


def _cut(match: re.Match[str], text: str, event: KnownEvent) -> Evidence:
    """The clue's words; the rule names the event of known date that they were read by."""
    start, end = match.span()
    comma = text.find(",", start, end)
    return _span(start, comma if comma > 0 else end, text, f"read.infer.event:{event.name} ({event.first})")


def _since(event: KnownEvent, number: int, unit: str, evidence: Evidence) -> Clue:
    """Counted time is cut or rounded: "three years after" is said from a little before to a year after the day."""
    if unit == "y":
        first, last = _plus_months(event.first, 12 * number), _plus_months(event.last, 12 * number + 12)
        return Clue(first - 60 * _DAY, last, 3.0, evidence, True)
    if unit == "m":
        first, last = _plus_months(event.first, number), _plus_months(event.last, number + 1)
        return Clue(first - 15 * _DAY, last + 5 * _DAY, 4.0, evidence, True)
    week = timedelta(weeks=number)
    return Clue(event.first + week - 3 * _DAY, event.last + week + 10 * _DAY, 4.0, evidence, True)


def _number(word: str) -> int | None:
    word = word.lower()
    digits = re.match(r"\d+", word)
    if digits:
        return int(digits.group())
    word = word.removesuffix("-year")
    return _NUMBERS.get(word, _ORDINALS.get(word))


def _relative_years(text: str, outlets: Outlets) -> list[Clue]:
    """ "Last year" beside a stated year, and "since May last year" where an event of known date, whose place the page
    names, began in a May."""
    clues = []
    for match in _MONTH_OF_YEAR.finditer(text):
        month = outlets.months.get(match.group("month").casefold())
        for event in outlets.events if month else ():
            if event.first.month == month and any(place in text for place in event.places):
                year = event.first.year + (match.group("when") == "last")
                clues.append(Clue(date(year, 1, 1), date(year, 12, 31), 2.0, _cut(match, text, event), True))
    for match in _LAST_YEAR.finditer(text):
        near = text[max(0, match.start() - 12) : match.end() + 12]
        stated = _YEAR.search(near)
        if stated:
            shift = 1 if match.group("when") and match.group("when").lower() == "last" else 0
            base = int(stated.group("y")) + shift
            evidence = _span(*match.span(), text, "read.infer.year_beside")
            clues.append(Clue(date(base, 1, 1), date(base, 12, 31), 3.0, evidence, True))
    return clues


def _from_days(text: str, days: list[Printed], clues: list[Clue]) -> PageDate | None:
    """Each named day, in each year that it fits, proposes the week after it; the clues choose."""
    best: list[tuple[float, date, date, list[Clue], Printed]] = []
    low = max((c.first for c in clues if c.first and c.weight >= 3), default=None)
    years = sorted({d.year for c in clues for d in (c.first, c.last) if d} | {p.year for p in days if p.year})
    if not years:
        return None
    for found in days:
        for year in [found.year] if found.year else range(years[0] - 1, years[-1] + 2):
            day = day_or_none(year, found.month or 1, found.day or 1)
            if day is None or (found.weekday is not None and day.weekday() != found.weekday):
                continue
            before = text[max(0, found.start - 14) : found.start].lower()
            first = day + _DAY if re.search(r"\blast\s+\(?$", before) else day
            last = first + 6 * _DAY
            held = [c for c in clues if c.holds(first, last)]
            fixed = any(c.fixes_year for c in held) or found.year is not None
            latest = any(c.evidence.rule == "read.infer.latest_past_date" and c.weight <= 1.0 for c in held)
            if not fixed and not (latest and found.weekday is not None):
                continue
            if low is not None and last < low:
                continue
            score = sum(c.weight for c in held) + (2.0 if found.weekday is not None else 0.0)
            best.append((score, first, last, held, found))
    if not best:
        return None
    top = max(score for score, *_ in best)
    winners = sorted((b for b in best if b[0] == top), key=lambda b: b[1])
    if winners[-1][1].year != winners[0][1].year:
        return None
    score, first, last, held, found = winners[-1]  # the latest of the days that news tells of is the nearest
    end = found.end + (text[found.end : found.end + 1] == ")" and "(" in found.text)
    evidence = [_span(found.start, end, text, "read.infer.named_day"), *_unique(held)]
    return over(first, last, "week", evidence)


def _from_months(clues: list[Clue]) -> PageDate | None:
    """Without a named day: the stretch in which most clues hold, if one of them fixes the year."""
    fixing = [c for c in clues if c.fixes_year and c.first and c.last]
    if not fixing:
        return None
    starts = sorted({c.first for c in fixing if c.first})
    scored = [(sum(c.weight for c in clues if c.holds(day, day)), day) for day in starts]
    top = max(score for score, _ in scored)
    begins = [day for score, day in scored if score == top]
    held = [c for c in clues if c.holds(begins[-1], begins[-1])]
    if begins[-1].year - begins[0].year > 1:
        return None  # two events, years apart, explain the words equally well
    first = max(c.first for c in held if c.first)
    last = min(c.last for c in held if c.last)
    if (last - first).days > 366 + 60:
        return None
    if (first.year, first.month) == (last.year, last.month):
        return over(first, last, "month", _unique(held))
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return over(first, last, "year", _unique(held))
    return over(first, last, "range", _unique(held))


def _unique(clues: list[Clue]) -> list[Evidence]:
    """The clues' evidence, each once, those that fix the year first."""
    ordered = sorted(clues, key=lambda c: (not c.fixes_year, -c.weight))
    return list({(c.evidence.rule, c.evidence.start): c.evidence for c in ordered}.values())


def _plus_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
