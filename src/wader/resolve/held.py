"""Whose those are who are in somebody's hands: the state, police or court that arrests, charges or pardons them."""

from __future__ import annotations

from wader.knowledge.roles import RoleEntry
from wader.resolve.compound import View
from wader.resolve.context import NON_STATES
from wader.resolve.found import Phrases

_CATCHING = frozenset(["arrest", "detain", "jail", "imprison", "sentence", "convict", "apprehend", "round", "indict"])
"""Verbs of police and courts, whose objects are where these are."""
_TRYING = _CATCHING | frozenset(["charge", "try", "prosecute", "acquit", "execute", "hang", "extradite", "deport"])
"""What a state does to people whom it has in its hands."""
_PARDONING = frozenset(["pardon", "amnesty", "reprieve"])
BYSTANDERS = frozenset(["CVL", "UAF", "CRM", "REF", "OPP", "SOC", "JRN", "REL", "AGR", "LAB", "EDU", "MED"])
"""Sectors that are of the place where a sentence finds them, whoever was called so before."""


def caught(phrases: Phrases, view: View, head: int, role: RoleEntry, depth: int) -> str | None:
    """The country of the police or court that has somebody in its hands, of the ruler who pardons him."""
    verb = view.tokens.head[head]
    if view.tokens.dep[head] != "dobj" or role.sector not in BYSTANDERS | {"REB"}:
        return None
    holders = {"COP", "JUD"} if view.lemma[verb] in _CATCHING else set()
    if view.lemma[verb] in _PARDONING:
        holders = {"GOV"}
    for kid in (k for k in view.kids[verb] if view.tokens.dep[k] == "nsubj"):
        entity = view.entity[kid]
        state = entity is not None and entity.kind == "GPE" and entity.rule.startswith("state:")
        for found in phrases.phrase(view, kid, depth + 1)[:1]:
            if state and view.lemma[verb] in _TRYING and found.actor.sector == "GOV":
                return found.actor.code  # "Britain charged three men"
            if found.actor.sector in holders and found.actor.code not in NON_STATES:
                return found.actor.code
    return None
