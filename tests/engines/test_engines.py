"""Engines: the same results in the same order with one worker and with two, and no task lost with a killed worker."""

from __future__ import annotations

import os
import signal
from dataclasses import dataclass
from pathlib import Path

import pytest

from wader.engines import Here, Processes, engine
from wader.errors import KnowledgeError


@dataclass
class Doubling:
    """Doubles numbers. ``deadly`` kills its worker each time; ``once`` names a file whose maker dies once."""

    deadly: int = -1
    once: str = ""
    fails: bool = False

    def start(self) -> None:
        if self.fails:
            raise KnowledgeError("the lexicon is malformed")

    def work(self, task, tick):
        if self.once and 5 in task and not Path(self.once).exists():
            Path(self.once).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if self.deadly in task:
            os.kill(os.getpid(), signal.SIGKILL)
        tick(len(task), 1)
        return [2 * number for number in task]

    def split(self, task):
        return [[number] for number in task] if len(task) > 1 else []

    def lost(self, task):
        return ["lost"]


def run(chosen, job, count=12):
    ticks = []
    tasks = ([number, number + 1] for number in range(0, count, 2))
    found = [value for done in chosen.map(job, tasks, lambda d, e: ticks.append(d)) for value in done]
    return found, sum(ticks)


def test_one_worker_is_this_process():
    assert isinstance(engine(1), Here)
    assert run(Here(), Doubling()) == ([2 * number for number in range(12)], 12)


def test_two_workers_give_the_same_in_the_same_order():
    assert run(engine(2), Doubling()) == run(Here(), Doubling())


def test_a_worker_killed_once_costs_nothing(tmp_path):
    found, _ = run(Processes(2), Doubling(once=str(tmp_path / "killed")))
    assert found == [2 * number for number in range(12)]


def test_a_task_that_kills_each_worker_is_cut_down_to_the_one_that_does_it():
    found, _ = run(Processes(2), Doubling(deadly=5))
    assert found == [0, 2, 4, 6, 8, "lost", 12, 14, 16, 18, 20, 22]


@pytest.mark.parametrize("workers", [1, 2])
def test_an_error_at_the_start_is_told_as_it_is(workers):
    with pytest.raises(KnowledgeError, match="malformed"):
        run(engine(workers), Doubling(fails=True))


def test_stopping_half_way_leaves_no_worker_behind():
    chosen = Processes(2)
    results = chosen.map(Doubling(), ([number] for number in range(1000)), lambda d, e: None)
    assert next(results) == [0]
    results.close()
