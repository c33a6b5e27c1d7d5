"""Counts over a store: what a run's summary says, what its pages propose, what a change of the knowledge would touch.

Each number is a named SQL statement in ``sql/``.
"""

from wader.analyse.preview import Names, changed
from wader.analyse.proposals import Proposal, propose
from wader.analyse.summary import Bar, Dyad, Reason, Replaced, Summary, replaced, summarise

__all__ = [
    "Bar",
    "Dyad",
    "Names",
    "Proposal",
    "Reason",
    "Replaced",
    "Summary",
    "changed",
    "propose",
    "replaced",
    "summarise",
]
