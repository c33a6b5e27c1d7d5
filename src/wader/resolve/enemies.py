"""Whose a government or army is by who speaks in its sentence: guerrillas mean the one that they fight, a president his
own."""

from __future__ import annotations

from wader.resolve import compound as np
from wader.resolve.compound import View
from wader.resolve.context import NON_STATES
from wader.resolve.found import Found, Phrases
from wader.resolve.nearby import first

FOUGHT = frozenset(["government", "army", "armed force", "military", "regime", "state", "security force", "troop"])
"""What a state has one of, and rebels fight."""
_HEADS = frozenset(["president", "minister", "premier", "chancellor", "king", "queen", "emir", "state", "government"])
"""Last words of the offices of those who speak of their own state's forces."""


def fought(phrases: Phrases, view: View, head: int, depth: int) -> str | None:
    """The state whose rebels are the subject of a clause above "the government"."""
    verb = np.governor(view, head)
    for _ in range(4):
        for kid in view.kids[verb]:
            if view.tokens.dep[kid] == "nsubj" and kid < head and view.tokens.tag[kid].startswith("NN"):
                found = phrases.phrase(view, kid, depth + 1)
                if found:
                    return _state_of(found[0])
        above = np.governor(view, verb)
        if above == verb:
            return None
        verb = above
    return None


def faced(phrases: Phrases, view: View, head: int, depth: int) -> str | None:
    """The state whose rebels stand beside "the government": "talks between the army and the ELN"."""
    if np.determiner(view, head) != "the":
        return None  # "terrorists or hostile governments"
    for k in np.conjuncts(view, first(view, head)):
        role, entity = phrases.roles.longest_ending(view.lemma, k), view.entity[k]
        rebels = (role is not None and role[1].sector == "REB") or (entity is not None and entity.sector == "REB")
        if k != head and rebels:
            found = phrases.phrase(view, k, depth + 1)
            if found and (state := _state_of(found[0])) is not None:
                return state
    return None


def _state_of(rebels: Found) -> str | None:
    actor = rebels.actor
    return actor.code if actor.sector == "REB" and actor.code not in NON_STATES else None


def officer_beside(phrases: Phrases, view: View) -> str | None:
    """The one state whose ruler or minister a sentence names."""
    entities = phrases.entities(view.sentence.sequence)
    rulers = (e for e in entities if e.kind == "PERSON" and e.sector == "GOV" and e.code)
    states = {e.code for e in rulers if (e.office or "").lower().rpartition(" ")[2] in _HEADS}
    return states.pop() if len(states) == 1 else None


def speaking_ruler(phrases: Phrases, view: View, head: int, depth: int) -> str | None:
    """The state of who rules or commands and speaks of its forces: "I met with the commanders", a president said."""
    for kid in view.kids[np.governor(view, head)]:
        if view.tokens.dep[kid] == "nsubj" and view.lemma[kid] in ("i", "we"):
            for found in phrases.phrase(view, kid, depth + 1)[:1]:
                if found.actor.sector in ("GOV", "MIL") and found.actor.code not in (None, *NON_STATES):
                    return found.actor.code
    return None
