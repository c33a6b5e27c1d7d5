"""A store's rows to a file: events in the contract's shape, documents, stories."""

from __future__ import annotations

from typing import BinaryIO, Literal

from wader.show import write_rows
from wader.store import Store

Format = Literal["jsonl", "csv", "parquet"]
What = Literal["events", "documents", "stories"]


def export(store: Store, what: What, form: Format, out: BinaryIO, least: float = 0.0) -> int:
    """Write all rows of a kind, as a stream; returns how many. ``least``: confidence from which an event is written."""
    if form == "parquet":
        return _parquet(store, what, out, least)
    if what == "events":
        return write_rows(store.events(least), out, form)
    columns = list(store.batches(what).schema.names)
    return write_rows(store.rows(what), out, form, columns)


def _parquet(store: Store, what: What, out: BinaryIO, least: float) -> int:
    import pyarrow.parquet as pq

    count = 0
    reader = store.batches(what, least)
    with pq.ParquetWriter(out, reader.schema, compression="zstd") as writer:
        for batch in reader:
            writer.write_batch(batch)
            count += batch.num_rows
    return count
