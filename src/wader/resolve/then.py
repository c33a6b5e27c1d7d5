"""Who people were then: of an event of long ago, whose day is told, persons have the sector that their offices gave
them on that day. "In 2008 he broke with President Bush", in a page of 2016, is about a president in office."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

import msgspec

from wader.knowledge.offices import OfficeEntry, Offices
from wader.knowledge.terms import standing
from wader.records import Actor, Evidence

_LISTED = ("offices:", "notables:")
"""Entries of the lists of persons, by which a rule names them."""
_FORMER = ("former ", "ex-", "late ")
_PUBLIC = frozenset(["GOV", "LEG", "JUD", "MIL", "PTY", "OPP", "ELI"])
"""Sectors of public life; what a candidate did as a man of business is told of the candidate."""


def as_then(
    actors: Sequence[Actor], evidence: Sequence[Evidence], days: tuple[str, str], offices: Offices
) -> list[Actor]:  # fmt: skip
    """``actors``, each with the evidence that says who he is, the listed persons among them with the sector of the
    first and last of ``days`` (ISO) alike, which the evidence then tells."""
    found = []
    for actor, said in zip_longest(actors, evidence[: len(actors)]):
        name, words = actor.identifier_text, (actor.entity_text or "").lower()
        listed = said is not None and any(entry in said.rule for entry in _LISTED)
        public = actor.sector in _PUBLIC and listed and not any(word in words for word in _FORMER)
        if name is not None and public:
            was, until = (_on(name, actor.code, day, offices) for day in days)
            same = was is not None and until is not None and was[0] == until[0] and was[0] in _PUBLIC
            if was is not None and same and was[0] != actor.sector:
                actor = msgspec.structs.replace(actor, sector=was[0], other_sectors=[], office=was[1].office or None)
                said.rule = f"{said.rule}; then: {was[1].entry}"
        found.append(actor)
    return found


def _on(name: str, code: str | None, day: str, offices: Offices) -> tuple[str, OfficeEntry] | None:
    """The sector that somebody's rows give him on a day, with the row; None where they say nothing of it."""
    held = [e for e in offices.holders_named(name, day) if e.code == code and e.since]
    now = [e for e in held if standing(e.since, e.until, e.as_of, day) == "in" and e.sector]
    office = next((e for e in now if e.office), None)
    if now and (office is None or office.sector == "LEG"):
        run = next((e for e in now if offices.runs(e, day) and not e.office), None)  # senators who run for president
        return ("PTY", run) if run is not None else (str(now[0].sector), now[0])
    if office is not None:
        return str(office.sector), office
    over = next((e for e in held if e.office and standing(e.since, e.until, e.as_of, day) == "past"), None)
    return ("ELI", over) if over is not None else None
