"""Whose those are who are in somebody's hands: the state, police or court that arrests, charges or pardons them."""

from __future__ import annotations

from wader.resolve import compound as np
from wader.resolve.compound import View
from wader.resolve.context import NON_STATES
from wader.resolve.found import Phrases

_CATCHING = frozenset(["arrest", "detain", "jail", "imprison", "sentence", "convict", "apprehend", "round", "indict"])
"""Verbs of police and courts, whose objects are where these are."""
_TRYING = _CATCHING | frozenset(["charge", "try", "prosecute", "acquit", "execute", "hang", "extradite", "deport"])
"""What a state does to people whom it has in its hands."""
_CAPTURING = _CATCHING | frozenset(["capture", "seize"])
"""What an army does too, where it is at home."""
_PARDONING = frozenset(["pardon", "amnesty", "reprieve"])
BYSTANDERS = frozenset(["CVL", "UAF", "CRM", "REF", "OPP", "SOC", "JRN", "REL", "AGR", "LAB", "EDU", "MED"])
"""Sectors that are of the place where a sentence finds them, whoever was called so before."""


def caught(
    phrases: Phrases, view: View, head: int, sector: str | None, home: str | None, depth: int
) -> str | None:
    """The country of the police or court that has those of a sector in its hands, of the ruler who pardons them; of a
    government or army where the page plays at ``home`` with it: "we have captured hundreds of men"."""
    above = view.tokens.head[head]
    if view.lemma[above] == "of" and view.lemma[view.tokens.head[above]].removesuffix("s") in np.TRANSPARENT:
        head = view.tokens.head[above]
    verb = view.tokens.head[head]
    if view.tokens.dep[head] != "dobj" or sector not in BYSTANDERS | {"REB"}:
        return None
    holders = {"COP", "JUD"} if view.lemma[verb] in _CATCHING else set()
    if view.lemma[verb] in _PARDONING:
        holders = {"GOV"}
    doers = [k for k in view.kids[verb] if view.tokens.dep[k] == "nsubj"]
    if not doers and view.tokens.dep[verb] == "conj":  # "have seized drugs and arrested ten men"
        doers = [k for k in view.kids[view.tokens.head[verb]] if view.tokens.dep[k] == "nsubj"]
    for kid in doers:
        entity = view.entity[kid]
        state = entity is not None and entity.kind == "GPE" and entity.rule.startswith("state:")
        for found in phrases.phrase(view, kid, depth + 1)[:1]:
            if state and view.lemma[verb] in _TRYING and found.actor.sector == "GOV":
                return found.actor.code  # "Britain charged three men"
            if found.actor.code == home and found.actor.sector in ("GOV", "MIL") and view.lemma[verb] in _CAPTURING:
                return home
            if found.actor.sector in holders and found.actor.code not in NON_STATES:
                return found.actor.code
    return None
