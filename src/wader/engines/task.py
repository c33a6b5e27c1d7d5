"""What an engine is asked to do. A job is picklable, so that another process, or another machine, can take it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")
Made = TypeVar("Made", covariant=True)

Tick = Callable[[int, int], None]
"""Called by a worker as it goes along: documents done, events found."""


class Job(Protocol[Task, Made]):
    """Work on tasks. ``start`` is called once in each worker (it loads knowledge and models), ``work`` once a task.

    ``split`` makes smaller tasks of one that killed its worker, an empty list where it cannot be split;
    ``lost`` gives the result for a task that no worker survives."""

    def start(self) -> None: ...

    def work(self, task: Task, tick: Tick) -> Made: ...

    def split(self, task: Task) -> Sequence[Task]: ...

    def lost(self, task: Task) -> Made: ...


class Engine(Protocol):
    """Runs a job's tasks and yields their results in the order of the tasks; never holds more than a few of either."""

    def map(self, job: Job[Task, Result], tasks: Iterable[Task], tick: Tick) -> Iterator[Result]: ...
