"""Rows written as JSON lines or CSV. A cell that a spreadsheet would run as a formula is made plain text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any, BinaryIO, Literal

import msgspec

from wader.records import Event
from wader.show.rows import flat_row, lines

Format = Literal["jsonl", "csv"]
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def plain(value: Any) -> Any:
    """A cell that no spreadsheet runs: text that begins like a formula gets an apostrophe; numbers stay numbers."""
    if not isinstance(value, str):
        return value
    value = value.replace("\0", "")
    return "'" + value if value.lstrip(" ").startswith(_FORMULA) else value


def csv_bytes(rows: Sequence[dict[str, Any]], *, columns: Sequence[str], header: bool = False) -> bytes:
    """Rows as CSV in UTF-8: comma, double quotes, a line break after each row. Lists and objects become JSON."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if header:
        writer.writerow(columns)
    for row in rows:
        writer.writerow([plain(_cell(row.get(name))) for name in columns])
    return out.getvalue().encode("utf-8", "replace")


def _cell(value: Any) -> Any:
    return msgspec.json.encode(value).decode() if isinstance(value, list | dict) else value


EVENT_COLUMNS = (
    *("id", "date", "enddate", "date_precision", "date_method", "event", "mode", "status"),
    *("actor_code", "actor_sector", "actor_text", "actor_identifier"),
    *("recipient_code", "recipient_sector", "recipient_text", "recipient_identifier"),
    *("context", "auxiliary", "quad_code", "event_scale", "event_text"),
    *("place", "geonameid", "lat", "lon", "country_code", "figures", "source_text", "source_code", "text"),
    *("document", "sentence", "url", "title", "publication", "published", "confidence", "link", "coder"),
)


def csv_header() -> bytes:
    """First line of a CSV of events."""
    return csv_bytes([], columns=EVENT_COLUMNS, header=True)


def event_bytes(events: Sequence[Event], form: Format) -> bytes:
    """Events in one of the formats, without a header."""
    if form == "jsonl":
        return lines(events)
    return csv_bytes([flat_row(event) for event in events], columns=EVENT_COLUMNS)


def write_rows(rows: Iterable[Any], out: BinaryIO, form: Format, columns: Sequence[str] | None = None) -> int:
    """Write rows (events, or plain rows with ``columns``) as they come; returns how many there were."""
    count = 0
    if form == "csv":
        out.write(csv_bytes([], columns=columns or EVENT_COLUMNS, header=True))
    for row in rows:
        count += 1
        if isinstance(row, Event):
            out.write(event_bytes([row], form))
        elif form == "csv":
            out.write(csv_bytes([row], columns=columns or list(row)))
        else:
            out.write(lines([row]))
    return count
