"""The date of publication that a web page states."""

from __future__ import annotations

from datetime import date

import htmldate

from wader.knowledge.outlets import Outlets
from wader.read.printed import on_day
from wader.records import Evidence, PageDate

LATEST = date(2099, 12, 31)
"""htmldate takes today for its upper bound unless told otherwise; the same page must give the same date any day."""


def web_date(markup: str, url: str | None, outlets: Outlets) -> PageDate | None:
    """The date that ``markup``, or its address, states, or None."""
    try:
        found = htmldate.find_date(
            markup, url=url, original_date=True, extensive_search=True, outputformat="%Y-%m-%d", max_date=LATEST
        )
    except Exception:  # a page that breaks the library has no date rather than ending the run
        return None
    if not found:
        return None
    return on_day(date.fromisoformat(found), [Evidence(None, None, "page", "read.date.htmldate", found)])
