"""Counts over a store: what a run's summary says, what its pages propose, what a change of the knowledge would touch.

Each number is a named SQL statement in ``sql/``.
"""

from wader.analyse.preview import Names, changed
from wader.analyse.proposals import Proposal, propose
from wader.analyse.summary import Bar, Dyad, Reason, Summary, summarise

__all__ = ["Bar", "Dyad", "Names", "Proposal", "Reason", "Summary", "changed", "propose", "summarise"]
