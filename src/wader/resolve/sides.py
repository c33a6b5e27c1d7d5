"""Two bodies of one noun: "army and guerrilla commanders", "religious and political leaders" are of either."""

from __future__ import annotations

from wader.knowledge.roles import Roles
from wader.records import Actor
from wader.resolve import compound as np
from wader.resolve.compound import View
from wader.resolve.found import Found, Phrases

_BEFORE = frozenset(["nmod", "amod", "compound"])
_ANYBODY = frozenset([None, "CVL"])
"""Sectors of words that say of nobody whose he is: "army and civilian officials"."""


def of_each(phrases: Phrases, view: View, head: int, found: list[Found]) -> list[Found]:
    """``found``, whom a plural noun with bodies of different kinds before it means: one for each of these, where it
    held a single one for all."""
    if len(found) != 1 or view.tokens.tag[head] not in ("NNS", "NNPS"):
        return found
    bodies = [_body(phrases, view, k, head) for k in _listed(view, head)]
    told = [body for body in bodies if body is not None]
    if len(told) < len(bodies) or len({(a.code, a.sector) for a in told}) < 2:
        return found
    one = found[0]
    return [Found(_of(one.actor, body), f"{one.rule}; of each of those before it", many=True) for body in told]


def _of(whole: Actor, body: Actor) -> Actor:
    if body.sector == whole.sector and body.code in (None, whole.code):
        return whole
    return Actor(code=body.code or whole.code, sector=body.sector)


def _listed(view: View, head: int) -> list[int]:
    """What is coordinated right before a noun: "army" and "guerrilla" of "army and guerrilla commanders"."""
    for k in view.kids[head]:
        if k < head and view.tokens.dep[k] in _BEFORE:
            listed = [n for n in np.conjuncts(view, k) if n < head]
            if len(listed) > 1 and listed[-1] == head - 1:
                return listed
    return []


def _body(phrases: Phrases, view: View, k: int, head: int) -> Actor | None:
    """Whose kind token ``k`` before the noun is; None for what tells of no body of its own, as the name of a state."""
    entity = view.entity[k]
    if entity is not None and entity.kind != "ROLE":
        actor = phrases.of_entity(entity).actor
        return actor if entity.kind == "ORG" and actor.sector is not None else None
    sector = _sector(phrases.roles, view, k, head)
    return None if sector in _ANYBODY else Actor(code=None, sector=sector)


def _sector(roles: Roles, view: View, k: int, head: int) -> str | None:
    whole = roles.lookup(f"{view.lemma[k]} {view.lemma[head]}")
    if whole is not None:
        return whole.sector
    group = roles.lookup(view.lemma[k]) if view.tokens.tag[k].startswith("NN") else None
    return group.sector if group is not None and group.kind != "thing" else None
