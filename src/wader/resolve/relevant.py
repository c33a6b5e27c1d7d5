"""Whether an event is one that PLOVER means, by who takes part in it."""

from __future__ import annotations

from collections.abc import Sequence

from wader.records import Actor
from wader.resolve.context import PageContext

_POLITICAL = frozenset(["GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY", "OPP", "REB", "PRM", "UAF"])
_PUBLIC = _POLITICAL | frozenset(["CVL", "REF", "JRN", "REL", "SOC", "LAB", "AGR", "ELI", "CRM", "EDU", "MED", "PRE"])
_FORCES = frozenset(["MIL", "COP", "SPY", "REB", "PRM", "UAF", "JUD", "LEG", "OPP"])


def relevant(context: PageContext, actors: Sequence[Actor], *, violent: bool = False) -> bool:
    """Whether an event between these is one that PLOVER means: somebody in it acts for a state, people, armed or
    political body; not only companies (but what is ``violent`` may be done to one), unknown names or private
    persons of no country; no teams."""
    if context.sport and not any(a.sector in _FORCES or a.office for a in actors):
        return False
    if any(a.sector in _POLITICAL or a.code in ("UNO", "EUR", "IGO", "IMG", "NGO") for a in actors):
        return True
    public = _PUBLIC | {"BUS"} if violent else _PUBLIC
    return any(a.code is not None and a.code != "MNC" and a.sector in public for a in actors)
