"""The DuckDB index: tables for queries, made from the Parquet parts by the named statements in ``sql/``.

The Parquet parts are the truth. The index can be deleted at any time; it is built beside the old one and swapped in
whole, so a reader sees one or the other.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import Any

import duckdb
import msgspec
import pyarrow as pa

from wader.errors import StoreError
from wader.store import schemas
from wader.store.history import RunRecord, load_runs
from wader.store.layout import FORMAT, Layout

STEPS = ("01_runs", "02_pointers", "03_current", "04_documents", "05_events", "06_roles", "07_skips", "08_names")


def statement(name: str) -> str:
    """Text of the SQL statement ``sql/<name>.sql``."""
    return resources.files("wader.store").joinpath("sql", f"{name}.sql").read_text("utf-8")


def connect(path: str, *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    """A connection that keeps to this machine: no extension is fetched, and memory is bounded."""
    settings: dict[str, Any] = {
        "autoinstall_known_extensions": "false",
        "memory_limit": "1GB",
        "temp_directory": tempfile.gettempdir(),
        "threads": str(min(4, os.cpu_count() or 1)),
    }
    return duckdb.connect(path, read_only=read_only, config=settings)


def mount(connection: duckdb.DuckDBPyConnection, layout: Layout) -> None:
    """Make the Parquet parts readable as ``document_parts``, ``event_parts``, ``name_parts``, ``origin_parts``,
    ``pointer_parts``, ``skip_parts``."""
    tables = {
        "document_parts": (layout.documents, schemas.documents(), False),
        "event_parts": (layout.events, schemas.events(), False),
        "name_parts": (layout.names, schemas.names(), False),
        "origin_parts": (layout.origins, schemas.origins(), True),
        "pointer_parts": (layout.runs, schemas.pointers(), True),
        "skip_parts": (layout.skips, schemas.skips(), True),
    }
    # A killed run leaves events without their documents, and pointers without their run: neither counts.
    finished = {path.stem for path in layout.runs.glob("*.json")}
    whole = {Path(file).stem for file in layout.parts(layout.documents)}
    for name, (folder, schema, by_run) in tables.items():
        files = [file for file in layout.parts(folder) if Path(file).stem in (finished if by_run else whole)]
        if files:
            listed = ", ".join("'" + file.replace("'", "''") + "'" for file in files)
            source = f"read_parquet([{listed}], filename = {str(by_run).lower()})"
            connection.execute(f"CREATE OR REPLACE TEMP VIEW {name} AS SELECT * FROM {source}")
        else:
            empty = schema.append(pa.field("filename", pa.string())) if by_run else schema
            connection.register(f"{name}_empty", empty.empty_table())
            connection.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT * FROM {name}_empty")
            connection.unregister(f"{name}_empty")


def stamp(runs: Sequence[RunRecord]) -> str:
    """What an index was made from: layout, statements and runs. Another stamp means that it is out of date."""
    state = hashlib.blake2b(digest_size=16)
    state.update(f"{FORMAT} {duckdb.__version__}".encode())
    for name in STEPS:
        state.update(statement(name).encode())
    for record in runs:
        state.update(msgspec.json.encode(record))
    return state.hexdigest()


def fill(connection: duckdb.DuckDBPyConnection, layout: Layout, runs: Sequence[RunRecord]) -> None:
    """Run all steps in an empty database."""
    mount(connection, layout)
    columns = {f.name: schemas.arrow_type(f.type) for f in _run_fields()}
    rows = [msgspec.to_builtins(record) for record in runs]
    connection.register("run_records", pa.Table.from_pylist(rows, pa.schema(list(columns.items()))))
    for name in STEPS:
        connection.execute(statement(name))
    connection.unregister("run_records")
    connection.execute("CREATE TABLE index_stamp AS SELECT ? AS stamp", [stamp(runs)])


def _run_fields() -> tuple[msgspec.inspect.Field, ...]:
    kind = msgspec.inspect.type_info(RunRecord)
    assert isinstance(kind, msgspec.inspect.StructType)
    return kind.fields


def build(layout: Layout) -> None:
    """Build the index beside the old one and swap it in whole."""
    temporary = layout.root / f"index.{os.getpid()}.tmp"
    temporary.unlink(missing_ok=True)
    connection = connect(str(temporary))
    try:
        fill(connection, layout, load_runs(layout))
    finally:
        connection.close()
    temporary.replace(layout.index)


def open_index(layout: Layout) -> duckdb.DuckDBPyConnection:
    """A connection to an index that is up to date, rebuilt first where it is missing, stale or damaged.

    Where the store cannot be written (a read-only disk), the tables are made in memory instead.
    """
    runs = load_runs(layout)
    for attempt in range(2):
        connection = _open_fresh(layout, stamp(runs))
        if connection is not None:
            return connection
        if attempt == 0:
            with contextlib.suppress(OSError, duckdb.Error):
                build(layout)
    connection = connect(":memory:")
    try:
        fill(connection, layout, runs)
    except duckdb.Error as error:
        raise damaged(layout, error) from error
    return connection


def damaged(layout: Layout, error: Exception) -> StoreError:
    """What is said of a store some file of which cannot be read."""
    said = str(error).strip().split("\n")[0].strip()
    if isinstance(error, duckdb.OutOfMemoryException):
        return StoreError(f"{layout.root}: no memory or room left ({said}): free some, and run the command again.")
    return StoreError(f"{layout.root} has a damaged part ({said}): restore it, or run into a new store.")


def _open_fresh(layout: Layout, wanted: str) -> duckdb.DuckDBPyConnection | None:
    if not layout.index.is_file():
        return None
    try:
        connection = connect(str(layout.index), read_only=True)
        found = connection.execute("SELECT stamp FROM index_stamp").fetchall()
    except duckdb.Error:
        return None
    if found != [(wanted,)]:
        connection.close()
        return None
    try:
        mount(connection, layout)
    except duckdb.Error as error:
        connection.close()
        raise damaged(layout, error) from error
    return connection
