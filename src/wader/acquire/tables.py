"""Tables: CSV, TSV and Parquet, a document a row."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from wader.acquire.columns import delimiter_of, match_columns, undated
from wader.acquire.delimited import TOO_LONG, Row, Rows
from wader.acquire.encoding import decode
from wader.acquire.options import AcquireOptions
from wader.acquire.rows import from_row, too_large
from wader.acquire.streams import Unpacked, lines
from wader.errors import InputError
from wader.records import Note, RawDocument, Skip

_BATCH_ROWS = 16
_ROW_GROUP_LIMIT = 1 << 30
_DECLARED = re.compile(r"sep=(.)", re.I)
"""The line before the heading by which Excel is told what parts the cells."""
_QUOTING = 'Put a cell that holds a delimiter or a line break into quotation marks, and double those in it ("").'
_SHOWN = 10


def read_delimited(
    stream: Unpacked, usual: str, name: str, path: str, options: AcquireOptions
) -> Iterator[RawDocument | Skip | Note]:
    """Documents of a CSV or TSV ``stream`` whose first row names the columns; rows are numbered from 1 after it.

    ``usual`` parts the cells where the heading does not tell otherwise. A row that has more cells than the heading is a
    Skip, for nobody knows which are which; what is odd about rows that are read is told once, at the end.
    """
    texts = _text_lines(stream, options.max_document)
    heading = next((text for text in texts if text.strip()), None)
    if heading is None:
        return
    declared = _DECLARED.fullmatch(heading)
    delimiter, unsure = (declared.group(1), None) if declared else delimiter_of(heading, usual, options)
    rows = Rows(texts if declared else chain([heading], texts), delimiter, options.max_document)
    first = next(rows, None)
    columns = first.cells if first else []
    try:
        matched = match_columns(columns, options)
    except InputError as error:
        yield Skip(name, "acquire", str(error), path)
        return
    if unsure:
        yield Note(name, "acquire", unsure, path, "Write it with another delimiter if that is wrong.")
    if note := undated(columns, matched, name, path):
        yield note
    rows.width = len(columns)
    places = {field: columns.index(column) for field, column in matched.items()}
    odd = _Oddities(name, path)
    number = 0
    for row in rows:
        number += 1
        item = _document(row, number, places, rows.width, f"{name}:{number}", path, options, odd)
        if row.cells:
            stream.good()
        yield item
    yield from odd.notes()
    if stream.broken:
        reason = f"{stream.broken}: what comes after row {number} is lost"
        yield Skip(f"{name}:{number + 1}", "acquire", reason, path, number + 1, "Fetch or write the file again.")


def _document(
    row: Row,
    number: int,
    places: dict[str, int],
    width: int,
    place: str,
    path: str,
    options: AcquireOptions,
    odd: _Oddities,
) -> RawDocument | Skip:
    """The document of row ``number``; ``places``: field → its cell, of ``width`` cells."""
    if row.large or any(len(cell) > options.max_document for cell in row.cells):
        return too_large(place, path, options.max_document, number)
    if row.fault:
        return Skip(place, "acquire", row.fault, path, number, _QUOTING)
    count = len(row.cells)
    if count > width and any(cell.strip() for cell in row.cells[width:]):
        reason = f"the row has {count} cells, and the heading {width}"
        return Skip(place, "acquire", reason, path, number, f"Its cells cannot be told apart. {_QUOTING}")
    held = {field: row.cells[index] for field, index in places.items() if index < count}
    if count < width and not any(held.get(field, "").strip() for field in ("text", "html")):
        reason = f"the row has {count} of the heading's {width} cells, and no text"
        return Skip(place, "acquire", reason, path, number, f"Look for a line break that cuts it. {_QUOTING}")
    if row.unclosed:
        odd.unclosed.append(number)
    elif count < width:
        odd.short.append(number)
    return from_row(held, place, path, number)


@dataclass
class _Oddities:
    """Numbers of rows that were read although something is odd about them."""

    name: str
    path: str
    short: array[int] = field(default_factory=lambda: array("q"))
    unclosed: array[int] = field(default_factory=lambda: array("q"))

    def notes(self) -> Iterator[Note]:
        """A note for each kind."""
        if self.unclosed:
            said = f"a quotation mark opens a cell and nothing closes it: {_rows(self.unclosed)} read line by line"
            yield Note(self.name, "acquire", said, self.path, "Close it, or double it where it is part of the text.")
        if self.short:
            said = f"fewer cells than the heading has: {_rows(self.short)} read, and what is missing taken as empty"
            yield Note(self.name, "acquire", said, self.path, "Look for line breaks that cut rows.")


def _rows(numbers: array[int]) -> str:
    shown = ", ".join(f"{number:,}" for number in numbers[:_SHOWN])
    if len(numbers) == 1:
        return f"row {shown} is"
    more = f" and {len(numbers) - _SHOWN:,} more" if len(numbers) > _SHOWN else ""
    return f"rows {shown}{more} are"


def _text_lines(stream: Unpacked, limit: int) -> Iterator[str]:
    for _, line in lines(stream, limit):
        yield decode(line) if line is not None else TOO_LONG


def read_parquet(file: BinaryIO, name: str, path: str, options: AcquireOptions) -> Iterator[RawDocument | Skip | Note]:
    """Documents of a Parquet ``file``, read a few rows at a time; only the columns that are needed are unpacked."""
    try:
        # Text kept in its dictionary: a value repeated a million times is held once.
        opened = pq.ParquetFile(file)
        matched = match_columns(opened.schema_arrow.names, options)
        texts = [c for c in matched.values() if _is_text(opened.schema_arrow.field(c).type)]
        table = pq.ParquetFile(file, read_dictionary=texts)
    except InputError as error:
        yield Skip(name, "acquire", str(error), path)
        return
    except (pa.ArrowException, OSError, ValueError, KeyError):
        yield Skip(name, "acquire", "not a readable Parquet file", path, None, "Write or fetch the file again.")
        return
    if note := undated(opened.schema_arrow.names, matched, name, path):
        yield note
    number = 0
    try:
        for group in range(table.num_row_groups):
            if table.metadata.row_group(group).total_byte_size > _ROW_GROUP_LIMIT:
                size = table.metadata.row_group(group).num_rows
                reason = f"a row group ({size} rows) is larger than 1 GiB"
                number += size
                yield Skip(f"{name}:{number}", "acquire", reason, path, number, "Write it with smaller row groups.")
                continue
            columns = sorted(set(matched.values()))
            for batch in table.iter_batches(_BATCH_ROWS, row_groups=[group], columns=columns):
                for offset in range(batch.num_rows):
                    number += 1
                    row = {field: _cell(batch.column(column)[offset]) for field, column in matched.items()}
                    size = max((len(v) for v in row.values() if isinstance(v, str)), default=0)
                    if size > options.max_document:
                        yield too_large(f"{name}:{number}", path, options.max_document, number)
                    else:
                        yield from_row(row, f"{name}:{number}", path, number)
    except (pa.ArrowException, OSError, ValueError) as error:
        reason = f"the Parquet data is damaged after row {number} ({type(error).__name__})"
        yield Skip(f"{name}:{number + 1}", "acquire", reason, path, number + 1, "Write or fetch the file again.")


def _is_text(type_: Any) -> bool:
    return bool(pa.types.is_string(type_) or pa.types.is_large_string(type_))


def _cell(value: Any) -> Any:
    """A cell as JSON would give it: dates become ISO 8601, bytes text."""
    plain = value.as_py()
    if hasattr(plain, "isoformat"):
        return plain.isoformat()
    return decode(plain) if isinstance(plain, bytes) else plain
