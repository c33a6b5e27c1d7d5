"""Engines run tasks: a task in, a result out, in order, whatever the number of workers."""

from wader.engines.local import Here, Processes, engine
from wader.engines.task import Engine, Job, Tick

__all__ = ["Engine", "Here", "Job", "Processes", "Tick", "engine"]
