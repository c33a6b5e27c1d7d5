"""Choices among what was counted on a page, the same in any order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from wader.knowledge.roles import Roles
from wader.records import Entity


def most(counts: Counter[str]) -> str | None:
    """The key of the highest count; of equals the first in the alphabet, so that nothing depends on order."""
    return min(counts, key=lambda code: (-counts[code], code)) if counts else None


def nearest(here: list[tuple[int, str]], at: int | None) -> str:
    """The country of the place nearest to an offset; without one of the last."""
    return here[-1][1] if at is None else min(here, key=lambda place: (abs(place[0] - at), place))[1]


def kin(entities: Iterable[Entity], roles: Roles) -> str | None:
    """The state that most of those are of who are called as somebody on the page is: "the chief minister"."""
    called = [e.rule.removeprefix("role: ") for e in entities if e.kind == "ROLE"]
    known = (roles.lookup(role.partition(":")[2]) for role in called)
    return most(Counter(role.mostly for role in known if role is not None and role.mostly))


def whose_rebels(entities: Iterable[Entity]) -> str | None:
    """The country of the armed groups that a page names most."""
    return most(Counter(e.code for e in entities if e.sector == "REB" and e.kind == "ORG" and e.code))


def is_military(entities: Iterable[Entity]) -> bool:
    """Whether a page speaks of an army at least twice and of no police."""
    sectors = Counter(e.sector for e in entities if e.rule.rpartition(":")[2] != "officer")
    return sectors["MIL"] > 1 and not sectors["COP"]
