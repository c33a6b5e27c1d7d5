"""Whom a general word names after all: "countries in the region, including Chad", "states led by France"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from wader.knowledge.roles import RoleEntry
from wader.records import Actor
from wader.resolve.compound import View, conjuncts
from wader.resolve.found import Found

FEDERATIONS = frozenset(["USA", "IND", "NGA", "AUS", "BRA", "MEX", "DEU", "MYS", "VEN", "SDN", "SOM", "MMR", "AUT"])
"""States whose parts are called states."""
_OF_STATES = frozenset([
    "member", "arab", "gulf", "baltic", "rogue", "neighbouring", "neighboring", "european", "african", "western",
    "small", "failed", "sovereign", "nuclear", "independent", "island",
])  # fmt: skip
"""Words before states that are sovereign ones."""
_NAMING = frozenset(("including", "like", "notably", "namely", "particularly"))
_TIED = frozenset([
    "linked", "affiliated", "allied", "tied", "connected", "associated", "loyal", "inspired", "aligned", "close",
])  # fmt: skip
"""How a group belongs with another one."""
_STATE_ARMS = frozenset(("MIL", "COP", "SPY"))
"""Sectors of what a state's name before their noun only says whose they are."""
_REACH = 6
"""How many tokens behind its noun a list of examples may begin."""


def named_members(view: View, head: int) -> list[int]:
    """Head tokens of those that a plural noun is said to include, or to be led by; [] where none is named."""
    tokens = view.tokens
    for k in view.kids[head]:
        if tokens.dep[k] == "acl" and view.lemma[k] == "lead":
            return [m for by in view.kids[k] if view.lemma[by] == "by" for m in _objects(view, by)]
        if view.tokens.text[k].lower() in _NAMING or (view.lemma[k] == "as" and k > 0 and view.lemma[k - 1] == "such"):
            return _objects(view, k)
    bodies = [m for k in view.kids[head] if view.lemma[k] in ("in", "of") for m in _objects(view, k)]
    bodies = [m for m in bodies if (entity := view.entity[m]) is not None and entity.code == "IGO"]
    if bodies:  # "the countries in ASEAN": the body itself
        return bodies
    for k in range(head + 1, min(head + 1 + _REACH, len(tokens))):  # hung on the verb: "…, including Chad"
        if view.lemma[k] == "include" and tokens.tag[k] == "VBG" and tokens.dep[k] == "prep":
            return _objects(view, k) if all(_below(view, j, head) for j in range(head + 1, k)) else []
    return []


def leader_of(view: View, head: int) -> int | None:
    """Who leads those whom a noun means: "a group led by Jan Kowal"."""
    for k in view.kids[head]:
        if view.tokens.dep[k] == "acl" and view.lemma[k] in ("lead", "command", "head"):
            named = (m for by in view.kids[k] if view.lemma[by] == "by" for m in _objects(view, by))
            return next((m for m in named if (e := view.entity[m]) is not None and e.kind == "PERSON"), None)
    return None


def armed_kin(view: View, head: int, role: RoleEntry) -> RoleEntry:
    """The role of "a group linked to al-Shabaab", "an Isis-affiliated group", which is armed as that is; else
    ``role``."""
    if role.kind != "group" or role.sector not in (None, "SOC"):
        return role
    ties = [k for k in view.kids[head] if view.tokens.text[k].lower() in _TIED]
    near = [n for k in ties for n in view.kids[k]]
    near += [m for k in ties for link in view.kids[k] if view.lemma[link] in ("to", "with", "by")
             for m in _objects(view, link)]  # fmt: skip
    kin = (view.entity[n] for n in near)
    armed = any(e is not None and e.kind == "ORG" and e.sector == "REB" for e in kin)
    return msgspec.structs.replace(role, sector="REB", public=True) if armed else role


def told_twice(actors: Sequence[Actor]) -> set[tuple[int | None, int | None]]:
    """Spans of words that mean once more the several parties, all of them, whom earlier words mean: "dictators and
    autocrats, from Egypt to Kazakhstan". Parties that have names of their own are told as often as they are named."""
    parties: dict[tuple[int | None, int | None], list[Actor]] = {}
    for actor in actors:
        if actor.start is not None:
            parties.setdefault((actor.start, actor.end), []).append(actor)
    lists: dict[frozenset[tuple[str | None, str | None]], tuple[int | None, int | None]] = {}
    again = set()
    for span, meant in parties.items():
        if len(meant) > 1 and all(a.code is not None and a.identifier_text is None for a in meant):
            first = lists.setdefault(frozenset((a.code, a.sector) for a in meant), span)
            again |= {span} - {first}
    return again


def is_within(actor: Actor, other: Actor) -> bool:
    """Whether an actor's words are only part of another's who is the same, or the state's that an armed body is of:
    "Kenyan" of "the Kenyan government", of "a Kenyan gunboat"."""
    if actor.start is None or actor.end is None or other.start is None or other.end is None:
        return False
    inside = other.start <= actor.start and actor.end <= other.end and other.end - other.start > actor.end - actor.start
    led = (other.entity_text or "")[actor.end - other.start :].startswith("-")  # "US-led forces" are of others too
    whose = actor.sector == "GOV" and other.sector in _STATE_ARMS and not led
    return inside and actor.code == other.code and (actor.sector == other.sector or whose)


def are_sovereign(view: View, head: int) -> bool:
    """Whether "states" are those of the world, not of a federation: "Arab states", "member states"."""
    return any(view.lemma[k] in _OF_STATES for k in view.kids[head])


def at_token(view: View, k: int, found: Found) -> Found:
    """An actor with the words that name it, which are not those of the mention."""
    if found.actor.start is not None:
        return found
    tokens = view.tokens
    entity = view.entity[k]
    start, end = (entity.start, entity.end) if entity is not None else (tokens.start[k], tokens.end[k])
    text = view.source[start:end]
    actor = msgspec.structs.replace(found.actor, entity_text=text, start=start, end=end)
    return replace(found, actor=actor, rule=f"named among them: {found.rule}")


def _objects(view: View, preposition: int) -> list[int]:
    heads = [k for k in view.kids[preposition] if view.tokens.dep[k] == "pobj"]
    return [m for k in heads for m in conjuncts(view, k)]


def _below(view: View, k: int, head: int) -> bool:
    if view.tokens.text[k] == ",":
        return True
    for _ in range(_REACH):
        if k == head:
            return True
        k = view.tokens.head[k]
    return k == head
