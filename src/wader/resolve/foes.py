"""Against whom an offensive or a war is of which only one side is told: rebels fight the forces of their state, a
state's forces the rebels that the page names."""

from __future__ import annotations

from wader.knowledge.lexicon import Lexicon
from wader.records import Actor, Document, Entity, Event, Evidence
from wader.resolve.context import NON_STATES

_TOLD = frozenset(("happened", "ongoing", "planned"))
_FORCES = ("MIL", "GOV")
"""Whom rebels fight: the army of their state, else its government, whichever the page speaks of."""


def foes(events: list[Event], document: Document, lexicon: Lexicon) -> None:
    """Fill the recipients of those of ``events`` that tell of fighting and name one side alone. The other one has no
    words of its own there: evidence says from what it follows."""
    acts = lexicon.members("fight_act")
    for event in events:
        if event.event != ["ASSAULT"] or event.status not in _TOLD or event.recipient:
            continue
        words = (event.evidence["event"][0].rule or "").partition(" ")[2].split()
        sides = {(a.code, a.sector) for a in event.actor}
        if len(sides) != 1 or not words or words[-1] not in acts:
            continue
        (code, sector) = sides.pop()
        foe = _foe(code, sector, document.entities) if code not in (None, *NON_STATES) else None
        if foe is not None:
            event.recipient = [Actor(code=code, sector=foe)]
            rule = f"implied: whom {'rebels' if sector == 'REB' else 'a state’s forces'} fight, whom the page names"
            event.evidence["recipient"] = [Evidence(None, None, event.where, rule)]


def _foe(code: str | None, sector: str | None, named: list[Entity]) -> str | None:
    """The sector of the other side within one state."""
    if sector == "REB":
        theirs = {e.sector for e in named if e.code in (None, code)}
        return next((force for force in _FORCES if force in theirs), None)
    rebels = sector == "MIL" and any(e.sector == "REB" and e.code == code for e in named)
    return "REB" if rebels else None
