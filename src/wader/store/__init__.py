"""The store: Parquet parts as the truth, an append-only history of runs, a DuckDB index that can be rebuilt.

    STORE/
      wader-store.json          what this folder is, and the layout's version
      documents/<part>.parquet  a row for each version of a document that was ever coded
      events/<part>.parquet     the events of those versions
      names/<part>.parquet      names that those versions place and the knowledge lacks (`wader actors proposals`)
      runs/0001.json            one finished run: when, by which coder, how many
      runs/0001.parquet         which version each document has from that run on
      skips/0001.parquet        what that run left out, and why
      origins/0001.parquet      from which file each document came that was new to that run, or had moved
      index.duckdb              tables for queries; made from the above, safe to delete
      lock                      held while a run writes

A part's name is made from its content, so writing it twice is writing it once. Nothing is ever changed in place.
"""

from wader.store.history import Diff, RunRecord
from wader.store.index import build as rebuild_index
from wader.store.keys import coder_key, content_key, version_key
from wader.store.layout import Layout, create_or_open, find_store
from wader.store.parts import DocumentVersion, write_part
from wader.store.reader import Store
from wader.store.writer import Coder, RunWriter, open_for_run

__all__ = [
    "Coder",
    "Diff",
    "DocumentVersion",
    "Layout",
    "RunRecord",
    "RunWriter",
    "Store",
    "coder_key",
    "content_key",
    "create_or_open",
    "find_store",
    "open_for_run",
    "rebuild_index",
    "version_key",
    "write_part",
]
