"""Writing a run: what is known already, parts as they come, then the run's own record, last of all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

import duckdb
import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from wader.errors import StoreError, system_reason
from wader.records import Record, Skip
from wader.store import schemas
from wader.store.history import RunRecord, load_runs, save_run
from wader.store.index import build, connect, damaged, mount, statement
from wader.store.layout import Layout, create_or_open, writing
from wader.store.naming import Names
from wader.store.parts import sweep

_ROWS = 4096


class Coder(Record):
    """What codes: its names and hashes, as they stand in a run's record; the user's dictionaries among it."""

    version: str
    knowledge: str
    model: str | None
    hash: str
    actors: list[str] = []
    least: float | None = None


class _Table:
    """A Parquet file that grows row by row and takes its name when it is whole."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self.path = path
        self.temporary = path.with_name(path.name + ".tmp")
        self.schema = schema
        self.rows: list[dict[str, Any]] = []
        self.count = 0
        self.writer = pq.ParquetWriter(self.temporary, schema, compression="zstd")

    def add(self, row: dict[str, Any]) -> None:
        self.rows.append({"position": self.count, **row})
        self.count += 1
        if len(self.rows) >= _ROWS:
            self._flush()

    def _flush(self) -> None:
        if self.rows:
            self.writer.write_table(pa.Table.from_pylist(self.rows, self.schema))
            self.rows = []

    def finish(self) -> None:
        self._flush()
        self.writer.close()
        self.temporary.replace(self.path)

    def abandon(self) -> None:
        self.writer.close()
        self.temporary.unlink(missing_ok=True)


class RunWriter:
    """One run into a store, under its lock. Use ``open_for_run``.

    A document counts as known when this coder coded this content under this id before, in whatever run, finished or
    killed: ``known`` answers that by version. ``names`` says under which id. ``point`` says that the document has this
    version from now on.
    """

    def __init__(self, layout: Layout, coder: Coder, paths: list[str]) -> None:
        self.layout, self.coder, self.paths = layout, coder, paths
        self.removed = sweep(layout)
        self.number = 1 + max((record.run for record in load_runs(layout)), default=0)
        self.started = _now()
        self._known, self._reasons, self._current, self.names = _load_known(layout)
        layout.origins.mkdir(exist_ok=True)  # stores of before have none
        self._pointers = _Table(layout.runs / f"{self.number:04d}.parquet", schemas.pointers())
        self._skips = _Table(layout.skips / f"{self.number:04d}.parquet", schemas.skips())
        self._origins = _Table(layout.origins / f"{self.number:04d}.parquet", schemas.origins())
        self.coded = self.unchanged = self.events = self.replaced = self.apart = 0

    def known(self, version: str) -> bool:
        """Whether this version is in the store already, so that it need not be coded again."""
        return bytes.fromhex(version) in self._known

    def reason(self, version: str) -> str | None:
        """Why a known version was read and not coded; None where it was coded."""
        return self._reasons.get(bytes.fromhex(version))

    def point(self, document: str, version: str) -> None:
        """From this run on, ``document`` has ``version``."""
        if bytes.fromhex(version) not in self._current:
            self._pointers.add({"document": document, "version": version})
        named = self.names.settle(document)
        self.replaced += named.fate == "replaced"
        self.apart += named.fate == "apart"
        if named.origin is not None:
            self._origins.add({"document": document, "origin": named.origin})

    def skip(self, skip: Skip) -> None:
        """Note an input that was left out."""
        self._skips.add(msgspec.to_builtins(skip))

    @property
    def skipped(self) -> int:
        return self._skips.count

    def finish(self, status: Literal["complete", "interrupted"] = "complete") -> RunRecord:
        """Write the run's record, and rebuild the index. Before this, readers see nothing of the run."""
        self._pointers.finish()
        self._skips.finish()
        self._origins.finish()
        record = RunRecord(
            run=self.number,
            status=status,
            started=self.started,
            finished=_now(),
            version=self.coder.version,
            knowledge=self.coder.knowledge,
            model=self.coder.model,
            coder_hash=self.coder.hash,
            paths=self.paths,
            documents=self.coded + self.unchanged,
            coded=self.coded,
            unchanged=self.unchanged,
            events=self.events,
            skipped=self.skipped,
            actors=self.coder.actors,
            replaced=self.replaced,
            apart=self.apart,
            min_confidence=self.coder.least,
        )
        save_run(self.layout, record)
        with suppress(OSError, duckdb.Error):  # the index can be made anew; a reader makes it, or tells why not
            build(self.layout)
        return record

    def abandon(self) -> None:
        """Leave no half-written file of this run; the parts stay, and are known to the next run."""
        self._pointers.abandon()
        self._skips.abandon()
        self._origins.abandon()


@contextmanager
def open_for_run(root: Path, coder: Coder, paths: list[str]) -> Iterator[RunWriter]:
    """Open (or make) a store for one run, alone.

    Raises:
        StoreError: no store can be there, or another run writes to it.
    """
    try:
        layout = create_or_open(root)
        with writing(layout):
            try:
                writer = RunWriter(layout, coder, paths)
            except duckdb.Error as error:
                raise damaged(layout, error) from error
            try:
                yield writer
            except BaseException:
                with suppress(OSError):
                    writer.abandon()
                raise
    except BrokenPipeError:
        raise
    except OSError as error:
        remedy = "Make room and see that you may write there; then run the same command again: what was done is kept."
        raise StoreError(f"cannot write to the store {root}: {system_reason(error)}. {remedy}") from error


def _load_known(layout: Layout) -> tuple[set[bytes], dict[bytes, str], set[bytes], Names]:
    """Versions in the store, why some were not coded, the versions in force, and the names of their documents. Hashes,
    no texts, so that a million documents take about half a gigabyte."""
    connection = connect(":memory:")
    try:
        mount(connection, layout)
        known, reasons = set(), {}
        for version, reason in _rows(connection, "SELECT version, reason FROM document_parts"):
            key = bytes.fromhex(version)
            known.add(key)
            if reason is not None:
                reasons[key] = reason
        held = list(_rows(connection, statement("held")))
        current = {bytes.fromhex(version) for _, version, _, _ in held}
        names = Names(layout.root, ((document, content, origin) for document, _, content, origin in held))
        return known, reasons, current, names
    finally:
        connection.close()


def _rows(connection: Any, query: str) -> Iterator[tuple[Any, ...]]:
    found = connection.execute(query)
    while rows := found.fetchmany(10_000):
        yield from rows


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
