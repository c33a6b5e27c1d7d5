"""The append-only history of a store: one record a finished run, and what changed between two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

import msgspec

from wader.errors import StoreError, UsageError
from wader.records import Event, Record
from wader.store.layout import Layout, write_whole

Change = Literal["added", "removed", "changed", "moved"]
Sides = tuple[Event | None, Event | None]
"""An event before and after."""
_PLACES = ("start", "end")
_ELSEWHERE = ("id", "text_info")
"""What of an event says where it stands, not what it tells."""


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
    """One event that two runs disagree on. ``fields``: which differ, where both have it.

    Ids depend on the whole text of a document and on where in it the words stand. An event that tells the same in the
    same words of a page that was corrected elsewhere is ``moved``; where more differs than places it is ``changed``.
    ``before.id`` is then another than ``after.id``, which is ``id``.
    """

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


def changes(rows: Iterable[Sides]) -> Iterator[Diff]:
    """What became of the events of one document, paired by id where both have it, in the order of ``rows``; of the
    others those are one event that tell the same category, of parties and by a trigger of the same words, in a sentence
    of the same words."""
    held = list(rows)
    gone: dict[Any, list[Event]] = {}
    for before, after in held:
        if before is not None and after is None:
            gone.setdefault(_told(before), []).append(before)
    paired = {after.id: gone[key].pop(0) for b, after in held if b is None and after and gone.get(key := _told(after))}
    again = {before.id for before in paired.values()}
    for before, after in held:
        if after is not None:
            change = compare(after.id, before or paired.get(after.id), after)
        else:
            change = None if before is None or before.id in again else compare(before.id, before, None)
        if change is not None:
            yield change


def _told(event: Event) -> tuple[object, ...]:
    """What an event tells and in which words, wherever they stand."""
    sides = (event.actor, event.recipient)
    parties = (tuple(" ".join((p.entity_text or p.code or "").split()) for p in side) for side in sides)
    triggers = tuple(trigger.text for trigger in event.event_text)
    return event.where, *event.event[:1], triggers, *parties, " ".join(event.text.split())


def compare(identifier: str, before: Event | None, after: Event | None) -> Diff | None:
    """What became of one event; None where nothing but its coder changed."""
    if before is None or after is None:
        return Diff("added" if before is None else "removed", identifier, [], before, after)
    names = [f.name for f in msgspec.structs.fields(Event) if f.name != "coder"]
    if before.id == after.id:
        fields = [name for name in names if getattr(before, name) != getattr(after, name)]
        return Diff("changed", identifier, fields, before, after) if fields else None
    was, now = (_placeless(msgspec.to_builtins(event)) for event in (before, after))
    fields = [name for name in names if name not in _ELSEWHERE and was[name] != now[name]]
    return Diff("changed" if fields else "moved", identifier, fields, before, after)


def _placeless(value: Any) -> Any:
    """A record as plain values, without where its words stand."""
    if isinstance(value, dict):
        return {name: _placeless(held) for name, held in value.items() if name not in _PLACES}
    return [_placeless(held) for held in value] if isinstance(value, list) else value
