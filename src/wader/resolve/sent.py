"""Those whom an armed body sends or commands, and who are named by nothing else: "the guerrillas deployed units"."""

from __future__ import annotations

from typing import Protocol

from wader.knowledge.roles import RoleEntry
from wader.resolve import compound as np
from wader.resolve.compound import View
from wader.resolve.found import Found

ARMED = frozenset(["REB", "PRM", "UAF", "MIL"])
_SENT = frozenset([
    "unit", "force", "troop", "team", "fighter", "member", "follower", "supporter", "commando", "squad", "column",
    "soldier", "reinforcement", "patrol", "operative", "cadre", "sympathiser", "sympathizer", "adherent",
])  # fmt: skip
_COMMANDING = frozenset([
    "deploy", "send", "withdraw", "redeploy", "dispatch", "mobilise", "mobilize", "station", "order", "ask", "urge",
    "tell", "instruct", "position", "move", "field", "rush", "assign", "recall", "command", "train", "arm",
])  # fmt: skip
"""What an armed body does with its own, who are named by nothing else."""


class _Phrases(Protocol):
    def phrase(self, view: View, head: int, depth: int) -> list[Found]: ...


def of_those_who_send(phrases: _Phrases, view: View, head: int, role: RoleEntry, depth: int) -> Found | None:
    """ "The guerrillas deployed units", "the group asked followers to wait": those whom the subject sends are its
    own. None for other words and verbs, and where the subject bears no arms."""
    tokens, verb = view.tokens, view.tokens.head[head]
    if role.lemma not in _SENT or tokens.dep[head] not in ("dobj", "nsubj") or np.determiner(view, head):
        return None
    if tokens.dep[head] == "nsubj":  # "asked followers to wait": the object of one verb, the subject of the next
        if tokens.dep[verb] not in ("ccomp", "xcomp"):
            return None
        verb = tokens.head[verb]
    if view.lemma[verb] not in _COMMANDING:
        return None
    subjects = [k for k in view.kids[verb] if tokens.dep[k] == "nsubj" and k < verb]
    for found in phrases.phrase(view, subjects[-1], depth + 1)[:1] if subjects else ():
        if found.actor.sector in ARMED and not found.person:
            return Found(found.actor, f"role: {role.entry}; of those who send them", many=True)
    return None
