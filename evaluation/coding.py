"""Texts of the volume file as documents, and what Wader codes of some of them."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from evaluation.common import SHARED, volume
from wader.knowledge import Knowledge
from wader.pipeline import Coded, Pipeline, settle
from wader.records import Event, RawDocument


def raw(row: dict[str, Any]) -> RawDocument:
    """A row of the volume file as it comes in."""
    told = (row.get(name) for name in ("title", "date", "url", "source"))
    return RawDocument(row["id"], "text", row["text"], *told)


def events_of(
    documents: Collection[str], knowledge: Knowledge, shared: Path = SHARED, least: float | None = None
) -> list[Event]:
    """The events of these documents of the volume file, from confidence ``least`` on; None: as the knowledge has it."""
    pipeline, found = Pipeline(knowledge), list[Event]()
    for number, row in enumerate(r for r in volume(shared) if r["id"] in documents):
        done = pipeline.process(raw(row), least=least)
        found += done.events if isinstance(done, Coded) else []
        if number == 0:
            settle()
    return found
