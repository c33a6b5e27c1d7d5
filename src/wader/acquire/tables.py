"""Tables: CSV, TSV and Parquet, a document a row."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from wader.acquire.encoding import decode
from wader.acquire.options import COLUMN_NAMES, AcquireOptions
from wader.acquire.rows import from_row, too_large
from wader.acquire.streams import Unpacked, lines
from wader.errors import InputError
from wader.records import RawDocument, Skip

_BATCH_ROWS = 16
_ROW_GROUP_LIMIT = 1 << 30


def match_columns(columns: Iterable[str], options: AcquireOptions) -> dict[str, str]:
    """Field → column of the table.

    Raises:
        InputError: a column that the user named is not there, or none holds text.
    """
    present = list(columns)
    listing = ", ".join(str(c)[:40] for c in present[:20])
    folded = {column.strip().casefold(): column for column in reversed(present)}
    named = options.named_columns()
    found = {}
    for field, names in COLUMN_NAMES.items():
        if field in named:
            if named[field] not in present:
                raise InputError(f"no column `{named[field]}`; the columns are: {listing}")
            found[field] = named[field]
        else:
            match = next((folded[name] for name in names if name in folded), None)
            if match is not None:
                found[field] = match
    if "text" not in found and "html" not in found:
        raise InputError(f"no column holds text; name one with --text-column; the columns are: {listing}")
    return found


def read_delimited(
    stream: Unpacked, delimiter: str, name: str, path: str, options: AcquireOptions
) -> Iterator[RawDocument | Skip]:
    """Documents of a CSV or TSV ``stream`` whose first row names the columns; rows are numbered from 1 after it."""
    csv.field_size_limit(options.max_document)
    reader = csv.reader(_text_lines(stream, options.max_document), delimiter=delimiter)
    columns: dict[str, int] | None = None
    number = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            number += 1
            if "field larger" in str(error):
                yield too_large(f"{name}:{number}", path, options.max_document, number)
            else:
                yield Skip(f"{name}:{number}", "acquire", f"the row is malformed ({error})", path, number)
            continue
        if columns is None:
            if not cells:
                continue
            try:
                matched = match_columns(cells, options)
            except InputError as error:
                yield Skip(name, "acquire", str(error), path)
                return
            columns = {field: cells.index(column) for field, column in matched.items()}
            continue
        if not cells:
            continue
        number += 1
        stream.good()
        row = {field: cells[index] for field, index in columns.items() if index < len(cells)}
        yield from_row(row, f"{name}:{number}", path, number)
    if stream.broken:
        reason = f"{stream.broken}: what comes after row {number} is lost"
        yield Skip(f"{name}:{number + 1}", "acquire", reason, path, number + 1, "Fetch or write the file again.")


def _text_lines(stream: Unpacked, limit: int) -> Iterator[str]:
    for _, line in lines(stream, limit):
        # A line too long for a document goes on as a field too long, which the reader reports at its row.
        yield (decode(line) if line is not None else "x" * (limit + 1)) + "\n"


def read_parquet(file: BinaryIO, name: str, path: str, options: AcquireOptions) -> Iterator[RawDocument | Skip]:
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
