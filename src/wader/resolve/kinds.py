"""What a role noun is by the words beside it: "government scientists", "his party's leaders and workers", "the
supporters' lawyer"."""

from __future__ import annotations

import msgspec

from wader.knowledge.roles import RoleEntry, Roles
from wader.resolve import compound as np
from wader.resolve.compound import View
from wader.resolve.owners import GENERIC_ROLES, Owner

_LEGAL = frozenset(["lawyer", "counsel", "legal counsel", "legal adviser", "attorney"])
"""Who is of no court before which he pleads, nor of the sector of whom he pleads for."""
_OFFICERS = frozenset([
    "general secretary", "secretary general", "joint secretary", "state president", "state secretary", "party chief",
    "organising secretary", "district president", "unit president",
])  # fmt: skip
"""Officers of bodies of any kind, though parties have most of them."""
_BELONGING = ("of", "modifier", "possessive")
_SKILLED = frozenset([
    "scientist", "expert", "lawyer", "attorney", "counsel", "economist", "analyst", "specialist", "engineer",
    "technician", "researcher", "physicist", "chemist", "statistician", "mediator",
])  # fmt: skip
"""Who in the pay of a government is the government's."""
_HUMANS = frozenset([
    "man", "woman", "boy", "girl", "youth", "child", "young man", "people", "person", "individual", "personnel",
    "staff", "recruit", "volunteer", "prisoner", "detainee", "suspect", "casualty", "crew", "technician", "instructor",
    "trainer", "specialist", "mechanic",
])  # fmt: skip
"""Words for human beings that take the sector of an armed body before them: "military men", "rebel youths"."""
_BRETHREN = frozenset(["brother", "sister", "father", "mother", "man", "woman"])
"""The same for religious orders: "Jesuit brothers"."""
_OFFICIAL = frozenset([
    "committee", "commission", "council", "panel", "board", "agency", "office", "bureau", "institution", "body", "side",
])  # fmt: skip
BEARING_ARMS = frozenset(["MIL", "COP", "REB", "PRM"])
LOCAL = frozenset([
    "mayor", "deputy mayor", "lord mayor", "vice mayor", "city mayor", "town mayor", "councillor", "city councillor",
    "county councillor", "municipal councillor", "ward councillor", "alderman", "burgomaster", "alcalde",
    "borough president", "village head", "village chief", "headman", "interior minister", "home minister",
    "minister of interior", "minister of the interior", "minister of home affairs",
])  # fmt: skip
"""Officers of a town, and those over the police of where a story plays."""
STATE_FORCES = frozenset(["army", "armed force", "navy", "air force", "police", "national police", "security force"])
"""Forces that a state has one of."""
REGIONS = {"african": "IGO", "european": "EUR"}
"""Whose peacekeepers are those of a part of the world."""
WATCHING = frozenset(["rights group", "human rights group", "rights organisation", "human rights organisation"])
"""Bodies that where none is named may be of any country."""
SERVICES = frozenset([
    "service", "agency", "bureau", "administration", "authority", "commission", "board", "institute", "corps", "survey",
    "directorate", "secretariat", "department", "office",
])  # fmt: skip
"""Bodies that are a state's where its name stands before them."""
_SOCIETIES = frozenset(["trust", "society", "club", "forum", "network", "lodge", "guild", "fund", "league", "circle"])
_PRIVATE = frozenset(["organisation", "organization", "community", "group", "movement", "campaign"])
"""Nouns of bodies that may be anybody's, whose leaders are no state's."""
_FOLLOWING = frozenset([
    "worker", "leader", "member", "supporter", "activist", "official", "cadre", "functionary", "volunteer",
    "officer", "candidate", "loyalist",
])  # fmt: skip

_TO_A_CONFLICT = frozenset(["relevant", "concerned", "contracting", "signatory", "interested", "involve", "involved"])
"""What parties to talks or a treaty are called, which are no political ones."""
_DISPUTES = frozenset([
    "dispute", "conflict", "war", "treaty", "agreement", "accord", "pact", "deal", "convention", "contract", "talk",
    "case", "suit", "lawsuit", "litigation", "ceasefire", "truce", "negotiation", "controversy", "protocol",
])  # fmt: skip
"""What parties to are no political ones."""


def is_litigant(view: View, head: int) -> bool:
    """Whether parties are those to a matter: "all parties to the dispute", "the parties involved"."""
    if any(view.lemma[k] in _TO_A_CONFLICT for k in view.kids[head]):
        return True
    return any(view.lemma[n] in _DISPUTES for _, n in np.objects_of(view, head, frozenset(["to"])))


def is_generic(role: RoleEntry, owner: Owner | None) -> bool:
    """Whether a role takes its sector from the body that it belongs to."""
    start, _, last = role.lemma.partition(" ")
    if role.lemma in _LEGAL:
        return owner is not None and owner.body and not owner.found.person and owner.found.actor.sector != "JUD"
    if role.lemma in ("analyst", "expert", "commentator"):
        return owner is not None and owner.body and owner.found.actor.sector == "JRN"  # a broadcaster's
    if role.lemma == "movement" and owner is not None and owner.how == "modifier" and owner.body:
        return True  # "the Hamas movement"
    if role.lemma in _OFFICERS:  # "general secretary of the temple trust"
        return owner is not None and owner.how in _BELONGING and owner.body and not owner.found.person
    if role.lemma == "political leader":
        return owner is not None and owner.how == "of" and owner.body
    return role.lemma in GENERIC_ROLES or (start in ("senior", "top") and last in GENERIC_ROLES)


_CLUBS = frozenset(["league", "board", "club", "trust", "guild", "lodge", "forum", "federation", "association"])


def presiding(view: View, head: int, role: RoleEntry) -> RoleEntry:
    """The role of "the president of the writers' forum", "leaders of both communities", who are no state's; else
    ``role``."""
    if role.lemma not in ("president", "vice president", "governor", "leader", "senior leader", "elder"):
        return role
    bodies = _SOCIETIES | _PRIVATE if role.lemma not in ("president", "vice president", "governor") else _SOCIETIES
    over = [n for _, n in np.objects_of(view, head, frozenset(["of"]))]
    if role.lemma in ("president", "vice president") and head > 0 and view.lemma[head - 1] in _CLUBS:
        over.append(head - 1)  # "the cricket board president"
        bodies = bodies | _CLUBS
    if not any(view.lemma[n] in bodies and ((e := view.entity[n]) is None or e.kind == "ROLE") for n in over):
        return role
    return msgspec.structs.replace(role, sector="SOC", office=None)


def is_of_body(view: View, head: int, role: RoleEntry) -> bool:
    """ "The leadership", "the high command": of whatever body was named before."""
    if role.lemma not in ("leadership", "top leadership", "high command") or np.determiner(view, head) != "the":
        return False
    return all(view.lemma[k] in ("the", "high", "top") for k in view.kids[head])


def is_human(role: RoleEntry, group: RoleEntry | None, sector: str | None) -> bool:
    """Whether a role noun only says that somebody is a human being, or a wicked one, of the ``group`` before it."""
    if group is None:
        return False
    if role.lemma in _SKILLED and group.lemma in ("government", "federal government", "state government"):
        return True
    if group.sector in BEARING_ARMS and (role.lemma in _HUMANS or role.lemma in _SKILLED):
        return True
    if group.sector in ("REB", "PRM") and (sector == "MIL" or (sector == "CRM" and role.kind == "person")):
        return True  # "terrorist criminals"
    return group.sector == "REL" and role.lemma in _BRETHREN


def shared(view: View, head: int, role: RoleEntry, roles: Roles) -> RoleEntry:
    """The role of "workers" in "party leaders and workers", who are party workers; else ``role``."""
    if role.lemma not in _FOLLOWING or view.tokens.dep[head] != "conj" or np.is_named(view, head):
        return role
    if any(view.tokens.dep[k] in np.LEFT and view.tokens.dep[k] != "nummod" for k in view.kids[head]):
        return role
    other = roles.longest_ending(view.lemma, view.tokens.head[head])
    if other is None or " " not in other[1].lemma:
        return role
    return roles.lookup(f"{other[1].lemma.rpartition(' ')[0]} {role.lemma}") or role


def sector_of(role: RoleEntry, owners: list[Owner], *, plural: bool) -> str | None:
    """The sector of a group noun that says little itself: "forces" fight; a state's council is its government's."""
    last = role.lemma.rsplit(" ", 1)[-1]
    if last == "force" and (plural or owners):
        return "MIL"
    if not any(o.found.actor.code for o in owners):
        return None
    return "GOV" if last in _OFFICIAL else "SOC" if last in ("group", "organisation", "movement") else None


def is_placed(role: RoleEntry, owners: list[Owner]) -> bool:
    """Whether a role that means nothing alone ("group", "chairman", "counterpart") is somebody's beside its owners."""
    if any(o.group is not None and o.group.sector for o in owners) or any(o.body for o in owners):
        return True
    return role.kind == "person" and any(o.found.actor.code for o in owners)
