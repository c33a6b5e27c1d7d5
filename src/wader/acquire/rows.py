"""JSON Lines: one document a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from wader.acquire.encoding import decode
from wader.acquire.options import AcquireOptions
from wader.acquire.streams import Unpacked, lines
from wader.records import RawDocument, Skip

_LONGEST_ID = 1000
_NO_JSON = "the row is not JSON"
_SHAPE = 'Write one JSON object a line: {"id": …, "text" or "html": …, "title": …, "date": …, "url": …, "source": …}.'

_STDIN = (
    'stdin is JSON Lines, one document a line: {"text": …, "id": …, "date": …}. Give anything else as a file whose '
    "name tells what it is (.txt, .html, .csv, .tsv …), or one sentence with wader why --text."
)


def read_rows(stream: Unpacked, name: str, path: str, options: AcquireOptions) -> Iterator[RawDocument | Skip]:
    """Documents of a JSON Lines ``stream``; a row that cannot be read is a Skip, and the rest goes on.

    A row without ``id`` is named ``name:line``. Blank lines are no rows. Columns that the user named are fields here.
    """
    named = options.named_columns()
    number = 0
    refused: Skip | None = None
    for number, line in lines(stream, options.max_document):
        place = f"{name}:{number}"
        if refused:
            yield refused
            refused = None
        if line is None:
            yield too_large(place, path, options.max_document, number)
            continue
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if not line.strip(b" \t\0"):
            continue
        row = _parse(line)
        if isinstance(row, dict):
            stream.good()
            row = {**row, **{field: row.get(column) for field, column in named.items()}} if named else row
            yield from_row(row, place, path, number)
        else:
            refused = Skip(place, "acquire", row, path, number, _SHAPE)
    if stream.broken:
        whole = number - 1 if refused else number  # a last row cut in two is not reported twice
        reason = f"{stream.broken}: what comes after row {whole} is lost"
        yield Skip(f"{name}:{whole + 1}", "acquire", reason, path, whole + 1, "Fetch or write the file again.")
    elif refused:
        yield refused


def read_stdin(stream: Unpacked, options: AcquireOptions) -> Iterator[RawDocument | Skip]:
    """Documents of JSON Lines on stdin. What stands before the first row and is plainly no JSON (plain text, a web
    page, a table) is one Skip that says what stdin takes."""
    before, first, began = 0, None, False
    for item in read_rows(stream, "stdin", "-", options):
        if not began and isinstance(item, Skip) and item.reason == _NO_JSON:
            before, first = before + 1, first or item.row
            continue
        if before:
            yield _no_rows(before, first)
        before, began = 0, True
        yield item
    if before:
        yield _no_rows(before, first)


def _no_rows(count: int, first: int | None) -> Skip:
    reason = f"{count:,} lines on stdin are no JSON" if count > 1 else "the line on stdin is no JSON"
    return Skip("stdin", "acquire", reason, "-", first, _STDIN)


def too_large(place: str, path: str, limit: int, number: int | None = None) -> Skip:
    """The Skip for one document of more than ``limit`` bytes."""
    reason = f"larger than one document may be ({limit >> 20} MiB)"
    return Skip(place, "acquire", reason, path, number, "Split it into one document a file or row.")


def from_row(row: Mapping[str, Any], place: str, path: str, number: int) -> RawDocument | Skip:
    """The document in ``row`` (fields as in DESIGN's input contract); ``place`` names a row that has no id."""
    given = row.get("id")
    usable = isinstance(given, str | int | float) and 0 < len(str(given).strip()) <= _LONGEST_ID
    id_ = str(given) if usable else place
    text, html = row.get("text"), row.get("html")
    if isinstance(text, str) and text.strip():
        kind, content = "text", text
    elif isinstance(html, str) and html.strip():
        kind, content = "html", html
    else:
        wrong = next((f for f in ("text", "html") if row.get(f) is not None and not isinstance(row[f], str)), None)
        reason = f"`{wrong}` is not a string" if wrong else "the row has no text"
        return Skip(id_, "acquire", reason, path, number, "Give it `text` or `html`.")
    date = row.get("date")
    return RawDocument(
        id=id_,
        kind="text" if kind == "text" else "html",
        content=content,
        title=_string(row.get("title")),
        date=str(date) if isinstance(date, str | int | float) and str(date).strip() else None,
        url=_string(row.get("url")),
        source=_string(row.get("source")),
        path=path,
        has_id=usable,
    )


def _string(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _parse(line: bytes) -> Any:
    """The value on ``line``, or a string that says why there is none."""
    try:
        return _object(msgspec.json.decode(line))
    except (msgspec.MsgspecError, UnicodeDecodeError, ValueError, RecursionError) as error:
        first = error
    try:  # not UTF-8, or NUL bytes between: read it as a text file would be
        repaired = decode(line)
        if repaired.encode("utf-8", "replace") != line:
            return _object(msgspec.json.decode(repaired))
    except (msgspec.MsgspecError, UnicodeError, ValueError, RecursionError):
        pass
    if isinstance(first, RecursionError):
        return "the row is nested too deeply"
    if line.lstrip()[:1] not in (b"{", b"["):
        return _NO_JSON
    return f"{_NO_JSON} ({str(first)[:100]})"


def _object(value: Any) -> Any:
    return value if isinstance(value, dict) else "the row is not a JSON object"
