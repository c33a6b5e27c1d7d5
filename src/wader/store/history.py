"""The append-only history of a store: one record a finished run, and what changed between two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from wader.errors import StoreError, UsageError
from wader.records import Event, Record
from wader.store.layout import Layout, write_whole

Change = Literal["added", "removed", "changed"]


class RunRecord(Record):
    """One finished run. Times are UTC, ISO 8601; they say when it ran and are in no other output.

    ``documents`` = ``coded`` (now) + ``unchanged`` (coded before by the same coder); ``skipped`` counts inputs left
    out, and documents that were read and not coded. ``actors``: the user's dictionaries that it coded with, as named.
    ``replaced``: documents that took the place of other words under their id; ``apart``: those that got an id of their
    own (``page1.txt#2``) because a document from elsewhere has theirs. ``min_confidence``: what less sure events were
    left out by, where that was said.
    """

    run: int
    status: Literal["complete", "interrupted"]
    started: str
    finished: str
    version: str
    knowledge: str
    model: str | None
    coder_hash: str
    paths: list[str]
    documents: int
    coded: int
    unchanged: int
    events: int
    skipped: int
    actors: list[str] = []
    replaced: int = 0
    apart: int = 0
    min_confidence: float | None = None


class Diff(Record):
    """One event that two runs disagree on. ``fields``: which differ, where both have it."""

    change: Change
    id: str
    fields: list[str]
    before: Event | None
    after: Event | None


def load_runs(layout: Layout) -> list[RunRecord]:
    """Records of all finished runs, oldest first.

    Raises:
        StoreError: a record is damaged.
    """
    found = []
    for path in sorted(layout.runs.glob("*.json")):
        try:
            found.append(msgspec.json.decode(path.read_bytes(), type=RunRecord))
        except (msgspec.DecodeError, OSError) as error:
            raise StoreError(f"{path} cannot be read ({error}): restore it from a backup.") from error
    return found


def save_run(layout: Layout, record: RunRecord) -> None:
    """Write a run's record: from here on the run has happened."""
    data = msgspec.json.format(msgspec.json.encode(record), indent=1)
    write_whole(layout.runs / f"{record.run:04d}.json", data + b"\n")


def pick_run(runs: Sequence[RunRecord], named: str) -> int:
    """Number of the run that the user named: a number, ``last``, or ``-1`` for the one before the last.

    Raises:
        UsageError: no such run.
    """
    numbers = {str(record.run): record.run for record in runs}
    first, last = next(iter(numbers), "0"), next(reversed(numbers), "0")
    have = f"this store has runs {first} to {last}" if len(numbers) > 1 else f"this store has one run, {first}"
    have = have if numbers else "this store has no finished run yet"
    if named in ("last", "latest") and numbers:
        return numbers[last]
    if named in ("previous", "-1") and len(numbers) > 1:
        return runs[-2].run
    if named.lstrip("0") in numbers:
        return numbers[named.lstrip("0")]
    if named == "0":
        return 0
    others = "`last`, `previous` and `0`" if len(numbers) > 1 else "`last` and `0`"
    raise UsageError(f"no run {named[:40]!r}: {have}; {others} (before the first run) work too.")


def compare(identifier: str, before: Event | None, after: Event | None) -> Diff | None:
    """What became of one event; None where nothing but its coder changed."""
    if before is None or after is None:
        return Diff("added" if before is None else "removed", identifier, [], before, after)
    names = [f.name for f in msgspec.structs.fields(Event) if f.name != "coder"]
    fields = [name for name in names if getattr(before, name) != getattr(after, name)]
    return Diff("changed", identifier, fields, before, after) if fields else None
