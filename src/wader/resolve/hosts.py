"""In whose land troops stand or somebody sits at a table, where no other party is told: "Kenyan soldiers are stationed
in Goma", "the Norwegian minister chairs a meeting in Lima"."""

from __future__ import annotations

from wader.records import Actor, Candidate, Document
from wader.resolve.context import NON_STATES
from wader.resolve.event_place import event_place

_HOSTED = frozenset(("MOBILIZE", "CONSULT"))
_ALONE = frozenset((
    "visit", "chair", "co-chair", "host", "open", "preside", "arrive", "station", "deploy", "move", "take", "send",
))  # fmt: skip
"""Words of acts that one side does where it has come to."""


def implied_host(candidate: Candidate, document: Document, actor: list[Actor]) -> tuple[Actor, str] | None:
    """The state where those of one other state are; None where the text does not say where, or more than one acts."""
    if candidate.category not in _HOSTED or not candidate.triggers:
        return None
    codes = {a.code for a in actor}
    if len(codes) != 1 or (candidate.category == "CONSULT" and len(actor) > 1):
        return None
    if _ALONE.isdisjoint(candidate.triggers[0].entry.partition(" ")[2].split()):
        return None
    place, _ = event_place(document, candidate)
    code = place.country_code if place is not None else None
    if code is None or code in codes or code in NON_STATES or not codes.isdisjoint((None, "IGO", "UNO", *NON_STATES)):
        return None
    return Actor(code=code, sector="GOV"), "implied: host; place of the event"
