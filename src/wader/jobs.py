"""What a worker does with a batch of documents: code them to output lines, or to a part of a store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from wader.pipeline import Coded, Pipeline, settle
from wader.pipeline import pipeline as make_pipeline
from wader.records import Document, Event, Note, RawDocument, Record, Skip

if TYPE_CHECKING:
    from wader.engines import Tick
    from wader.store import Layout

Item = TypeVar("Item")


def batches(
    items: Iterable[Item], weigh: Callable[[Item], int], *, first: int, last: int, characters: int
) -> Iterator[list[Item]]:
    """Cut a stream into batches: small ones at the start, so that few documents still make work for all workers, and
    larger ones as it goes on. Depends on the stream alone, never on the workers.

    Args:
        weigh: characters of text that an item brings.
        first, last: items of the first batches, and of the largest.
        characters: a batch ends early once it holds this much text.
    """
    size, made, held = first, 0, 0
    batch: list[Item] = []
    for item in items:
        batch.append(item)
        held += weigh(item)
        if len(batch) >= size or held >= characters:
            yield batch
            made, batch, held = made + 1, [], 0
            if made % 8 == 0:
                size = min(2 * size, last)
    if batch:
        yield batch


def weight(item: object) -> int:
    """Characters that an item of a stream brings along."""
    raw = item.raw if isinstance(item, Fresh) else item
    return len(raw.content) if isinstance(raw, RawDocument) else 0


def _lost(raw: RawDocument) -> Skip:
    return Skip(
        raw.id,
        "run",
        "the worker process died on it",
        path=raw.path,
        remedy="Perhaps it needs more memory than there is: give this document alone, with one worker.",
    )


# --- to lines ----------------------------------------------------------------------------------------------


class Lines(Record):
    """What a batch gave: output lines, what was left out, counts, what was left aside."""

    data: bytes
    skips: list[Skip]
    documents: int
    events: int
    notes: list[Note] = []


@dataclass
class LinesJob:
    """Codes documents and writes them as lines. ``form``: events as ``jsonl`` or ``csv``, or ``annotate`` for whole
    documents. ``least``: confidence below which an event is left out; None: as the knowledge has it."""

    overlay: Path | None = None
    form: str = "jsonl"
    least: float | None = None
    dictionaries: tuple[Path, ...] = ()
    pipeline: Pipeline | None = field(default=None, repr=False)

    def start(self) -> None:
        self.pipeline = make_pipeline(self.overlay, self.dictionaries)

    def work(self, task: list[RawDocument | Skip | Note], tick: Tick) -> Lines:
        done = Lines(b"", [], 0, 0)
        pieces: list[bytes] = []
        for item in task:
            if isinstance(item, Note):
                done.notes.append(item)
                continue
            coded = item if isinstance(item, Skip) else self._process(item)
            if isinstance(coded, Skip):
                done.skips.append(coded)
                tick(1, 0)
                continue
            if coded.skip is not None:
                done.skips.append(coded.skip)
            done.notes.extend(coded.notes)
            pieces.append(self._encode(coded.document, coded.events))
            done.documents += 1
            done.events += len(coded.events)
            tick(1, len(coded.events))
        done.data = b"".join(pieces)
        return done

    def _process(self, raw: RawDocument) -> Coded | Skip:
        assert self.pipeline is not None
        coded = self.pipeline.process(raw, everything=self.form == "annotate", least=self.least)
        settle()
        return coded

    def _encode(self, document: Document, events: list[Event]) -> bytes:
        from wader.show import document_row, event_bytes, lines

        if self.form == "annotate":
            return lines([document_row(document, events)])
        return event_bytes(events, "csv" if self.form == "csv" else "jsonl")

    def split(self, task: list[RawDocument | Skip | Note]) -> list[list[RawDocument | Skip | Note]]:
        return [[item] for item in task] if len(task) > 1 else []

    def lost(self, task: list[RawDocument | Skip | Note]) -> Lines:
        notes = [item for item in task if isinstance(item, Note)]
        items = [item for item in task if not isinstance(item, Note)]
        return Lines(b"", [item if isinstance(item, Skip) else _lost(item) for item in items], 0, 0, notes)

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "pipeline": None}


# --- to a part of a store ------------------------------------------------------------------------------------


class Fresh(Record):
    """A document that this coder has not coded yet, with the names it has in the store."""

    raw: RawDocument
    content: str
    version: str


class Kept(Record):
    """A document that the store holds. ``fresh``: coded just now. ``skip``: why it was read and not coded; ``notes``:
    what of it was left aside."""

    document: str
    version: str
    fresh: bool = False
    events: int = 0
    skip: Skip | None = None
    notes: list[Note] = []


@dataclass
class PartJob:
    """Codes the fresh documents of a batch and writes them as one part of the store; hands the others on, so that all
    come out in order. Doing a task twice does no harm: the part's name is made from what it holds."""

    overlay: Path | None
    layout: Layout
    coder_hash: str
    dictionaries: tuple[Path, ...] = ()
    least: float | None = None
    pipeline: Pipeline | None = field(default=None, repr=False)

    def start(self) -> None:
        """Nothing yet: where all documents are known already, nothing need be loaded."""

    def work(self, task: list[Fresh | Kept | Skip | Note], tick: Tick) -> list[Kept | Skip | Note]:
        from wader.store import DocumentVersion, write_part

        done: list[Kept | Skip | Note] = []
        versions: list[DocumentVersion] = []
        for item in task:
            if isinstance(item, Fresh):
                coded = self._process(item.raw)
                if isinstance(coded, Coded):
                    versions.append(self._version(item, coded))
                    done.append(Kept(item.raw.id, item.version, True, len(coded.events), coded.skip, coded.notes))
                    tick(1, len(coded.events))
                    continue
                done.append(coded)
            else:
                done.append(item)
            tick(0 if isinstance(item, Note) else 1, 0)
        if versions:
            write_part(self.layout, versions)
        return done

    def _process(self, raw: RawDocument) -> Coded | Skip:
        if self.pipeline is None:
            self.pipeline = make_pipeline(self.overlay, self.dictionaries)
        coded = self.pipeline.process(raw, least=self.least)
        settle()
        return coded

    def _version(self, fresh: Fresh, coded: Coded) -> Any:
        from wader.store import DocumentVersion

        return DocumentVersion(
            fresh.version,
            fresh.content,
            self.coder_hash,
            coded.document.article,
            coded.events,
            sentences=len(coded.document.sentences),
            coded=coded.skip is None,
            reason=coded.skip.reason if coded.skip else None,
            placed=coded.document.placed,
        )

    def split(self, task: list[Fresh | Kept | Skip | Note]) -> list[list[Fresh | Kept | Skip | Note]]:
        return [[item] for item in task] if len(task) > 1 else []

    def lost(self, task: list[Fresh | Kept | Skip | Note]) -> list[Kept | Skip | Note]:
        return [_lost(item.raw) if isinstance(item, Fresh) else item for item in task]

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "pipeline": None}
