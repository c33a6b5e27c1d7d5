"""Reading a store: its events, documents, stories, history. Many readers may be open beside one writer."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, Literal

import duckdb
import pyarrow as pa

from wader.errors import StoreError, UsageError, system_reason
from wader.records import Article, Event, Skip
from wader.store import schemas
from wader.store.history import Diff, RunRecord, changes, load_runs, pick_run
from wader.store.index import damaged, mount, open_index, statement
from wader.store.layout import open_layout

What = Literal["events", "documents", "stories"]
_BATCH = 2048


def _event(row: dict[str, Any] | None) -> Event | None:
    return schemas.event_of(row) if row else None


class Store:
    """A store opened for reading. ``connection`` is a DuckDB connection with the tables ``runs``, ``documents``,
    ``events``, ``roles``, ``skips``, ``pointers``, ``current`` (each made by the file of that name in ``sql/``)."""

    def __init__(self, root: Path) -> None:
        try:
            self.layout = open_layout(root)
            self.runs: list[RunRecord] = load_runs(self.layout)
            self.connection: duckdb.DuckDBPyConnection = open_index(self.layout)
        except OSError as error:
            reason = f"{system_reason(error)}. See that you may read all of its files."
            raise StoreError(f"cannot read the store {root}: {reason}") from error

    def __enter__(self) -> Store:
        return self

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        self.close()
        if isinstance(error, duckdb.Error | pa.ArrowException):
            raise damaged(self.layout, error) from error

    def close(self) -> None:
        self.connection.close()

    def batches(self, what: What, least: float = 0.0) -> pa.RecordBatchReader:
        """All rows of a kind as a stream of Arrow batches, in an order that depends on the content alone. Events that
        are less sure than ``least`` are left out; those without a confidence stay."""
        values = {"least": least} if what == "events" else {}
        return self._cursor().sql(statement(f"export_{what}"), params=values).to_arrow_reader(_BATCH)

    def events(self, least: float = 0.0) -> Iterator[Event]:
        """The events in force that are at least so sure, by document and place in it."""
        for batch in self.batches("events", least):
            for row in batch.to_pylist():
                yield schemas.event_of(row)

    def rows(self, what: Literal["documents", "stories"]) -> Iterator[dict[str, Any]]:
        """Documents with their bodies, or ``{story, document}`` pairs, as plain rows."""
        for batch in self.batches(what):
            yield from batch.to_pylist()

    def find(self, prefix: str) -> Event:
        """The event whose id is, or alone begins with, ``prefix``.

        Raises:
            UsageError: no event, or several.
        """
        if not prefix.strip():
            raise UsageError("An event's id is empty: give at least its beginning.")
        rows = self._query("find_event", {"prefix": prefix})
        exact = [row for row in rows if row["id"] == prefix]
        if len(exact or rows) == 1:
            return schemas.event_of((exact or rows)[0])
        if not rows and self._query("find_former", {"prefix": prefix}):
            remedy = "`wader diff` between the runs tells what became of it."
            raise UsageError(f"event {prefix!r} was told by an earlier run and is in force no more: {remedy}")
        if not rows:
            raise UsageError(f"no event {prefix!r} in {self.layout.root}: list them with `wader export`.")
        names = ", ".join(row["id"] for row in rows[:5])
        raise UsageError(f"{prefix!r} fits several events ({names}…): type more of the id.")

    def article(self, document: str) -> Article | None:
        """The document in force under this id, with its body."""
        rows = self._query("article", {"document": document})
        return schemas.article_of(rows[0]) if rows else None

    def coded(self) -> Iterator[tuple[Article, list[Event]]]:
        """The documents in force that were coded, each with its events, by id."""
        events = self.events()
        waiting = next(events, None)
        for batch in self._cursor().sql(statement("coded")).to_arrow_reader(_BATCH):
            for row in batch.to_pylist():
                held: list[Event] = []
                while waiting is not None and waiting.cite_info.document <= row["id"]:
                    held += [waiting] if waiting.cite_info.document == row["id"] else []
                    waiting = next(events, None)
                yield schemas.article_of(row), held

    def skips(self, run: int | None = None) -> list[Skip]:
        """What a run (the last, if none is named) left out."""
        number = run if run is not None else (self.runs[-1].run if self.runs else 0)
        found = self.connection.sql("SELECT * EXCLUDE (run, position) FROM skips WHERE run = ?", params=[number])
        return [Skip(**row) for row in found.to_arrow_table().to_pylist()]

    def diff(self, before: str, after: str) -> Iterator[Diff]:
        """Events added, removed, changed and moved between the states after two runs.

        Raises:
            UsageError: no such run.
        """
        numbers = {"before": pick_run(self.runs, before), "after": pick_run(self.runs, after)}
        found = self._cursor().sql(statement("diff"), params=numbers).to_arrow_reader(_BATCH)
        rows = (row for batch in found for row in batch.to_pylist())
        for _, held in groupby(rows, key=lambda row: (row["after"] or row["before"])["document"]):
            yield from changes((_event(row["before"]), _event(row["after"])) for row in held)

    def _query(self, name: str, values: dict[str, Any]) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = self.connection.sql(statement(name), params=values).to_arrow_table().to_pylist()
        return rows

    def _cursor(self) -> duckdb.DuckDBPyConnection:
        """A connection of its own for a long stream, so that other queries can run beside it. Temporary views belong
        to one connection, so the parts are mounted again."""
        cursor = self.connection.cursor()
        mount(cursor, self.layout)
        return cursor
