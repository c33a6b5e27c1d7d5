"""The stages of the flow: what each reads and makes, and a check that nothing is asked for that nobody makes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wader.errors import StageError


@dataclass(frozen=True)
class Stage:
    """A step of the flow. ``reads`` and ``makes`` are names of what crosses its door (see ``wader.records``)."""

    name: str
    reads: frozenset[str]
    makes: frozenset[str]
    does: str


def _stage(name: str, reads: str, makes: str, does: str) -> Stage:
    return Stage(name, frozenset(reads.split()), frozenset(makes.split()), does)


ACQUIRE = _stage("acquire", "paths", "raw", "files, feeds and archives, one raw document after the other")
READ = _stage("read", "raw knowledge", "article", "raw page to article: body, title, date, byline, furniture set aside")
ANNOTATE = _stage(
    "annotate", "article knowledge", "document", "sentences, syntax, names, places, times, speakers, figures"
)
CODE = _stage("code", "document knowledge", "candidates", "who did what to whom, by lexicon and syntax")
RESOLVE = _stage("resolve", "document candidates knowledge", "events", "actors, dates, places, repeats: whole events")
STORE = _stage("store", "document events", "store", "Parquet parts, history, index")
ANALYSE = _stage("analyse", "store", "summary", "counts, dyads, spans of time")
SHOW = _stage("show", "events", "output", "rows, evidence cards, tables")

STAGES: tuple[Stage, ...] = (ACQUIRE, READ, ANNOTATE, CODE, RESOLVE, STORE, ANALYSE, SHOW)
"""All stages, in the order in which data flows."""

GIVEN = ("paths", "knowledge")
"""What the user brings: inputs, and the knowledge in force."""


def check(plan: Sequence[Stage], given: Iterable[str] = GIVEN) -> None:
    """Refuse a plan in which a stage reads what neither the user gives nor an earlier stage makes.

    Raises:
        StageError: names the stage, what it lacks, and the stages that would make it.
    """
    have = set(given)
    for place, stage in enumerate(plan):
        for missing in sorted(stage.reads - have):
            raise StageError(_complaint(stage, missing, plan[place + 1 :]))
        have |= stage.makes


def _complaint(stage: Stage, missing: str, later: Sequence[Stage]) -> str:
    what = f"stage {stage.name!r} reads {missing!r}, which no stage before it makes"
    late = [other.name for other in later if missing in other.makes]
    if late:
        return f"{what}: put {late[0]!r}, which makes it, before {stage.name!r}."
    makers = [other.name for other in STAGES if missing in other.makes]
    if makers:
        return f"{what}: add {' or '.join(repr(name) for name in makers)} to the plan before it."
    return f"{what}, and no stage of Wader does: give it to the plan as an input."
