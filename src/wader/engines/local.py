"""Engines of one machine: in this process, or in several beside it.

A worker that is killed (by the kernel for its memory, by a fault in a library) takes only its task along. The tasks
that were under way are then run one by one: the innocent finish, the guilty one is cut into smaller tasks until the
single document that does it is found, and that one is reported lost.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from wader.engines.task import Engine, Job, Result, Task, Tick

_POLL = 0.25  # seconds between two looks at the workers' counters
_SLOTS = 256  # counters by process id; no lock, because a worker that is killed could take the lock along
_ATTEMPTS = 2  # a task is given up when it has killed this many workers while alone


class Here:
    """One worker: this process."""

    def map(self, job: Job[Task, Result], tasks: Iterable[Task], tick: Tick) -> Iterator[Result]:
        started = False
        for task in tasks:
            if not started:
                job.start()
                started = True
            yield job.work(task, tick)


class Processes:
    """``workers`` processes, started fresh (not forked: threads of the parent and a fork do not mix)."""

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self.context = multiprocessing.get_context("spawn")
        self.counters = self.context.RawArray("q", 2 * _SLOTS)
        self.seen = [0, 0]

    def map(self, job: Job[Task, Result], tasks: Iterable[Task], tick: Tick) -> Iterator[Result]:
        pool = self.pool(job)
        window: deque[tuple[Task, Future[Result]]] = deque()
        source = iter(tasks)
        try:
            while True:
                while len(window) < 2 * self.workers:
                    task = next(source, None)
                    if task is None:
                        break
                    window.append((task, self.submit(pool, task)))
                if not window:
                    return
                task, future = window[0]
                self.wait(future, tick)
                if not isinstance(future.exception(), BrokenProcessPool):
                    window.popleft()
                    yield future.result()
                    continue
                stop(pool)
                yield from self._one_by_one(job, window, tick)
                window.clear()
                pool = self.pool(job)
        except KeyboardInterrupt:  # what is finished behind the task that was waited for counts too
            yield from [future.result() for _, future in window if _is_done(future)]
            raise
        finally:
            stop(pool)

    def _one_by_one(
        self, job: Job[Task, Result], window: Iterable[tuple[Task, Future[Result]]], tick: Tick
    ) -> Iterator[Result]:
        """Finish the tasks of a broken pool, one at a time in one process, keeping what was done already."""
        single = _Single(self, job, tick)
        try:
            for task, future in window:
                if _is_done(future):
                    yield future.result()
                else:
                    yield from single.finish(task)
        finally:
            single.stop()

    def pool(self, job: Job[Any, Any], workers: int | None = None) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            workers or self.workers, mp_context=self.context, initializer=_begin, initargs=(job, self.counters)
        )

    def submit(self, pool: ProcessPoolExecutor, task: Task) -> Future[Any]:
        try:
            return pool.submit(_work, task)
        except BrokenProcessPool as error:
            broken: Future[Any] = Future()
            broken.set_exception(error)
            return broken

    def wait(self, future: Future[Any], tick: Tick) -> None:
        """Wait for a result and pass on what the workers have counted meanwhile."""
        while True:
            finished = wait([future], timeout=_POLL).done
            counted = [sum(self.counters[0::2]), sum(self.counters[1::2])]
            if counted != self.seen:
                tick(counted[0] - self.seen[0], counted[1] - self.seen[1])
                self.seen = counted
            if finished:
                return


def _is_done(future: Future[Any]) -> bool:
    """Whether a task ended with a result."""
    return future.done() and not future.cancelled() and future.exception() is None


class _Single:
    """One worker, started anew when a task has killed it, so that the guilty task is known."""

    def __init__(self, parent: Processes, job: Job[Any, Any], tick: Tick) -> None:
        self.parent, self.job, self.tick = parent, job, tick
        self.pool: ProcessPoolExecutor | None = None

    def finish(self, task: Any) -> Iterator[Any]:
        """Results of a task, in pieces where only pieces of it survive."""
        for _ in range(_ATTEMPTS):
            if self.pool is None:
                self.pool = self.parent.pool(self.job, workers=1)
            future = self.parent.submit(self.pool, task)
            self.parent.wait(future, self.tick)
            if not isinstance(future.exception(), BrokenProcessPool):
                yield future.result()
                return
            self.stop()
        smaller = self.job.split(task)
        if not smaller:
            yield self.job.lost(task)
        for piece in smaller:
            yield from self.finish(piece)

    def stop(self) -> None:
        if self.pool is not None:
            stop(self.pool)
            self.pool = None


def stop(pool: ProcessPoolExecutor) -> None:
    """Let go of a pool at once; its workers hold nothing that is worth waiting for."""
    processes = list((getattr(pool, "_processes", None) or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.terminate()
    for process in processes:
        process.join(5)


def engine(workers: int) -> Engine:
    """The engine for a number of workers: this process for one, else processes of their own."""
    return Here() if workers <= 1 else Processes(workers)


class _Worker:
    """State of a worker process."""

    job: Job[Any, Any]
    counters: Any
    failure: Exception | None = None


def _begin(job: Job[Any, Any], counters: Any) -> None:
    """Make a worker ready. Ctrl-C is the parent's to handle; a worker whose parent is gone ends by itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _Worker.job, _Worker.counters, _Worker.failure = job, counters, None
    try:
        job.start()
    except Exception as error:  # a failing initialiser would only say that the pool is broken: let the task tell
        _Worker.failure = error


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(task: Any) -> Any:
    if _Worker.failure is not None:
        raise _Worker.failure
    return _Worker.job.work(task, _tick)


def _tick(documents: int, events: int) -> None:
    slot = 2 * (os.getpid() % _SLOTS)
    _Worker.counters[slot] += documents
    _Worker.counters[slot + 1] += events
