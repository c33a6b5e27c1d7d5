"""Who stands behind a noun that says only how they are joined, and what a party's adjective makes of a state's officer:
"the federation of miners", "the Republican governor"."""

from __future__ import annotations

from wader.knowledge.roles import RoleEntry
from wader.resolve.compound import View
from wader.resolve.owners import Owner

_ASSOCIATIONS = frozenset(["federation", "association", "confederation", "league", "brotherhood", "syndicate"])
"""Bodies that are what their members are."""
_TRADES = frozenset(["LAB", "AGR", "BUS", "JRN"])
_STATE_OFFICERS = frozenset(["governor", "minister", "ambassador", "commissioner"])
"""Offices that no party has: its adjective tells its bearer's, not its body's."""
_ANY_OFFICERS = _STATE_OFFICERS | frozenset(["president", "vice president"])
_LEANING = frozenset([
    "republican", "democratic", "democrat", "conservative", "liberal", "socialist", "communist", "nationalist",
    "leftist", "rightist", "populist", "centrist", "left-wing", "right-wing", "islamist", "labour",
])  # fmt: skip


def association(role: RoleEntry, owner: Owner, group: RoleEntry | None) -> str | None:
    """The sector of an association of people of one trade; None where it is of others."""
    if role.lemma not in _ASSOCIATIONS:
        return None
    if owner.how == "of" and owner.found.many and owner.found.actor.sector in _TRADES:
        return owner.found.actor.sector
    return group.sector if group is not None and group.kind == "person" and group.sector in _TRADES else None


def is_partisan(view: View, head: int, role: RoleEntry, sector: str | None) -> bool:
    """Whether a party before a state's officer only says of which he is a member."""
    if sector not in ("PTY", "OPP"):
        return False
    if role.lemma in _STATE_OFFICERS:
        return True
    left = (k for k in view.kids[head] if k < head)
    return role.lemma in _ANY_OFFICERS and any(view.lemma[k] in _LEANING for k in left)
