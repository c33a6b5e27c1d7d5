"""Writing a run: what is known already, parts as they come, then the run's own record, last of all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from wader.records import Record, Skip
from wader.store import schemas
from wader.store.history import RunRecord, load_runs, save_run
from wader.store.index import build, connect, mount
from wader.store.layout import Layout, create_or_open, writing
from wader.store.parts import sweep

_ROWS = 4096


class Coder(Record):
    """What codes: its names and hashes, as they stand in a run's record; the user's dictionaries among it."""

    version: str
    knowledge: str
    model: str | None
    hash: str
    actors: list[str] = []


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
    killed: ``known`` answers that by version. ``point`` says that the document has this version from now on.
    """

    def __init__(self, layout: Layout, coder: Coder, paths: list[str]) -> None:
        self.layout, self.coder, self.paths = layout, coder, paths
        self.removed = sweep(layout)
        self.number = 1 + max((record.run for record in load_runs(layout)), default=0)
        self.started = _now()
        self._known, self._reasons, self._current = _load_known(layout)
        self._pointers = _Table(layout.runs / f"{self.number:04d}.parquet", schemas.pointers())
        self._skips = _Table(layout.skips / f"{self.number:04d}.parquet", schemas.skips())
        self.coded = self.unchanged = self.events = 0

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
        )
        save_run(self.layout, record)
        build(self.layout)
        return record

    def abandon(self) -> None:
        """Leave no half-written file of this run; the parts stay, and are known to the next run."""
        self._pointers.abandon()
        self._skips.abandon()


@contextmanager
def open_for_run(root: Path, coder: Coder, paths: list[str]) -> Iterator[RunWriter]:
    """Open (or make) a store for one run, alone.

    Raises:
        StoreError: no store can be there, or another run writes to it.
    """
    layout = create_or_open(root)
    with writing(layout):
        writer = RunWriter(layout, coder, paths)
        try:
            yield writer
        except BaseException:
            writer.abandon()
            raise


def _load_known(layout: Layout) -> tuple[set[bytes], dict[bytes, str], set[bytes]]:
    """Versions in the store, why some were not coded, and the versions in force. 16 bytes each, so that a million
    documents take about 200 MB."""
    connection = connect(":memory:")
    try:
        mount(connection, layout)
        known, reasons = set(), {}
        for version, reason in _rows(connection, "SELECT version, reason FROM document_parts"):
            key = bytes.fromhex(version)
            known.add(key)
            if reason is not None:
                reasons[key] = reason
        latest = "SELECT arg_max(version, filename) FROM pointer_parts GROUP BY document"
        current = {bytes.fromhex(version) for (version,) in _rows(connection, latest)}
        return known, reasons, current
    finally:
        connection.close()


def _rows(connection: Any, query: str) -> Iterator[tuple[Any, ...]]:
    found = connection.execute(query)
    while rows := found.fetchmany(10_000):
        yield from rows


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
