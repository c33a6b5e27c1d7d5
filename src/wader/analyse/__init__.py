"""Counts over a store: what a run's summary says. Each number is a named SQL statement in ``sql/``."""

from wader.analyse.summary import Bar, Dyad, Reason, Summary, summarise

__all__ = ["Bar", "Dyad", "Reason", "Summary", "summarise"]
