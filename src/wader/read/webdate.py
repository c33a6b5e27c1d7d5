"""The date of publication that a web page states."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from wader.knowledge.outlets import Outlets
from wader.read.dating import DateLine, date_line
from wader.read.printed import day_or_none, on_day
from wader.records import Evidence, PageDate
from wader.text import html_to_lines

LATEST = "2099-12-31"
DATE_SETTINGS: dict[str, Any] = {
    "original_date": True,
    "extensive_search": True,
    "max_date": LATEST,
}
"""For htmldate, which takes today for its upper bound unless told otherwise: a page has the same date any day."""
_TOKEN = re.compile(r"\w+")
_ABOVE, _BELOW = 3, 6
_LONGEST = 3_000_000


def web_date(markup: str, url: str | None, title: str | None, stated: str | None, outlets: Outlets) -> PageDate | None:
    """The date of publication of ``markup``: the one that it shows beside its headline ``title``; where it shows none,
    or only when it was updated, the one that htmldate found ``stated`` (YYYY-MM-DD).

    What readers are shown is the editors' date; metadata is often that of the system behind the page. Metadata that the
    address confirms stands.
    """
    known = date.fromisoformat(stated) if stated else None
    confirmed = bool(known and url and f"{known:%Y%m%d}" in re.sub(r"[/_.-]", "", url))
    shown = _shown(markup, title, outlets) if title and len(markup) < _LONGEST and not confirmed else None
    if shown is not None:
        line, found = shown
        day = found.found.full()
        if found.found.swapped and known and found.found.year:
            other = day_or_none(found.found.year, *found.found.swapped)
            day = other if other == known else day
        if day and (known is None or found.label != "updated"):
            return on_day(day, [Evidence(None, None, "page", "read.date.shown_by_headline", line[:120])])
    if known is None:
        return None
    return on_day(known, [Evidence(None, None, "page", "read.date.htmldate", stated)])


def _shown(markup: str, title: str, outlets: Outlets) -> tuple[str, DateLine] | None:
    """The line with a date nearest to a line that is the headline, below before above, "published" before others."""
    lines = html_to_lines(markup).split("\n")
    words = set(_TOKEN.findall(title.casefold()))
    best: tuple[tuple[int, int], str, DateLine] | None = None
    for number, line in enumerate(lines):
        here = set(_TOKEN.findall(line.casefold())) if len(line) < 2 * len(title) + 20 else set()
        if not here or len(here & words) < 0.8 * len(here | words):
            continue
        for other in range(max(0, number - _ABOVE), min(len(lines), number + _BELOW + 1)):
            found = date_line(lines[other], outlets) if other != number else None
            if found:
                distance = other - number if other > number else 2 * (number - other)
                rank = ({"published": 0, "": 1, "updated": 2}[found.label], distance)
                if best is None or rank < best[0]:
                    best = (rank, lines[other], found)
    return (best[1], best[2]) if best else None
