"""Parts: immutable Parquet files, each a batch of documents or their events, named by what they hold."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from wader.records import Article, Event, Placed, Record
from wader.store import schemas
from wader.store.keys import part_key
from wader.store.layout import Layout


class DocumentVersion(Record):
    """A document as one coder coded it. ``reason`` is set, and ``coded`` false, where it was only read."""

    version: str
    content_hash: str
    coder_hash: str
    article: Article
    events: list[Event]
    sentences: int = 0
    coded: bool = True
    reason: str | None = None
    placed: list[Placed] = []

    def row(self) -> dict[str, Any]:
        head = {
            "version": self.version,
            "content_hash": self.content_hash,
            "coder_hash": self.coder_hash,
            "coded": self.coded,
            "reason": self.reason,
            "event_count": len(self.events),
            "sentence_count": self.sentences,
        }
        return {**head, **msgspec.to_builtins(self.article)}

    def event_rows(self) -> Iterable[dict[str, Any]]:
        for position, event in enumerate(self.events):
            head = {"version": self.version, "document": self.article.id, "position": position}
            row = {**head, **msgspec.to_builtins(event)}
            row["evidence"] = list(row["evidence"].items())
            row["coder"] = [(key, _as_text(value)) for key, value in row["coder"].items()]
            yield row

    def name_rows(self) -> Iterable[dict[str, Any]]:
        head = {"version": self.version, "document": self.article.id}
        for position, name in enumerate(self.placed):
            yield {**head, "position": position, **msgspec.to_builtins(name)}


def _as_text(value: Any) -> str | None:
    return value if value is None or isinstance(value, str) else msgspec.json.encode(value).decode()


def write_part(layout: Layout, versions: Sequence[DocumentVersion]) -> str:
    """Write a part and return its name. Documents come last: their file says that the part is whole.

    Writing the same versions again replaces the files by the same bytes, so a task that is run twice is harmless.
    """
    name = part_key(version.version for version in versions)
    rows = [row for version in versions for row in version.event_rows()]
    _write(layout.events / f"{name}.parquet", pa.Table.from_pylist(rows, schemas.events()))
    rows = [row for version in versions for row in version.name_rows()]
    if rows:
        layout.names.mkdir(exist_ok=True)  # stores of before have none
        _write(layout.names / f"{name}.parquet", pa.Table.from_pylist(rows, schemas.names()))
    rows = [version.row() for version in versions]
    _write(layout.documents / f"{name}.parquet", pa.Table.from_pylist(rows, schemas.documents()))
    return name


def _write(path: Path, table: pa.Table) -> None:
    # The process id keeps apart two workers that were given the same task after one was thought dead.
    temporary = path.with_name(f"{path.stem}.{os.getpid()}.tmp")
    pq.write_table(table, temporary, compression="zstd")
    with temporary.open("rb") as handle:
        os.fsync(handle.fileno())
    temporary.replace(path)


def sweep(layout: Layout) -> int:
    """Remove what a killed run left half done (only under the lock); returns the number of files removed."""
    whole = {Path(path).name for path in layout.parts(layout.documents)}
    parts = (layout.documents, layout.events, layout.names)
    runs = (layout.runs, layout.skips, layout.origins)
    left = [path for folder in (*parts, *runs, layout.root) for path in folder.glob("*.tmp*")]
    for folder in (layout.events, layout.names):
        left += [path for path in map(Path, layout.parts(folder)) if path.name not in whole]
    finished = {path.stem for path in layout.runs.glob("*.json")}
    for folder in runs:
        left += [path for path in map(Path, layout.parts(folder)) if path.stem not in finished]
    for path in left:
        path.unlink(missing_ok=True)
    return len(left)
