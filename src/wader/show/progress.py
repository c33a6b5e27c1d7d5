"""How far a run is: documents, events, rate, time left. On a terminal a bar, else nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from wader.records import Note, Skip


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.1f}/s" if speed else "–/s", "dim")


class Meter:
    """Counts what is done. ``documents`` includes what was unchanged and what was skipped."""

    def __init__(self, progress: Progress | None, total: int | None) -> None:
        self._progress = progress
        self.on_skip: Callable[[Skip], None] = lambda skip: None
        self.on_note: Callable[[Note], None] = lambda note: None
        self.documents = self.events = self.skipped = 0
        self._task = progress.add_task("coding", total=total, events=0, skipped=0) if progress else None

    def tick(self, documents: int, events: int) -> None:
        """Documents done and events found since the last call."""
        self.documents += documents
        self.events += events
        self._show()

    def skip(self, skip: Skip) -> None:
        """One more input was left out."""
        self.skipped += 1
        self.on_skip(skip)
        self._show()

    def note(self, note: Note) -> None:
        """Something of a document was left aside."""
        self.on_note(note)

    def total(self, documents: int) -> None:
        """The number of inputs is known from now on."""
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, total=documents)

    def _show(self) -> None:
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, completed=self.documents, events=self.events, skipped=self.skipped)


@contextmanager
def meter(console: Console | None, total: int | None) -> Iterator[Meter]:
    """A progress bar while a run lasts, on a console or on none. ``total`` None: the number of inputs is not known."""
    if console is None:
        yield Meter(None, total)
        return
    columns = (
        SpinnerColumn(),
        BarColumn(bar_width=28),
        MofNCompleteColumn(),
        TextColumn("documents  {task.fields[events]} events  {task.fields[skipped]} skipped"),
        _Rate(),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        yield Meter(progress, total)
