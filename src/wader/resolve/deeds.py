"""What those who are called by no more than a word for human beings are by what they do: three men who open fire are no
civilians."""

from __future__ import annotations

import re

import msgspec

from wader.knowledge.roles import RoleEntry
from wader.records import Actor, Candidate
from wader.resolve.compound import View

_PEOPLE = frozenset([
    "man", "woman", "youth", "boy", "girl", "teenager", "young man", "person", "individual", "suspect", "stranger",
    "gang", "people", "one", "other",
])  # fmt: skip
_WORDS = frozenset(["men", "persons", "individuals", "strangers", "group", "gang"])
_COMPANY = frozenset([
    "men", "women", "man", "woman", "girl", "boy", "girls", "boys", "youth", "youths", "people", "teenager",
    "teenagers",
])  # fmt: skip
"""What those may be called who attack beside others."""
_UNKNOWN = frozenset(["unidentified", "unknown", "masked", "hooded", "armed"])
_BOMBS = frozenset(["bomb", "explosive", "grenade", "dynamite", "landmine", "charge"])
_PLANTING = frozenset(["plant", "place", "detonate", "hurl", "throw", "lob", "install", "leave"])
_MODES = frozenset(["abduct", "firearms", "explosives", "suicide-attack", "targeted", "heavy-weapons"])
_ATTACKS = frozenset([
    "bombing", "attack", "kidnapping", "abduction", "assassination", "massacre", "ambush", "hijacking", "blast",
    "explosion", "terrorism", "terror", "murder", "killing", "shooting", "assault", "siege", "plot",
])  # fmt: skip
_IMPLICATING = frozenset([
    "implicate", "involve", "participate", "suspect", "accuse", "blame", "carry", "commit", "wanted", "plant", "plan",
    "behind", "responsible",
])  # fmt: skip
_ARMED = frozenset(["armed", "masked", "hooded"])
_BEARING = frozenset(["wear", "carry", "wield", "brandish", "tote", "dress", "clad", "disguise", "arm"])
_GEAR = frozenset([
    "uniform", "fatigue", "fatigues", "camouflage", "mask", "hood", "balaclava", "weapon", "gun", "rifle", "pistol",
    "machete", "grenade", "shotgun", "arm", "arms", "sword", "explosive", "explosives", "soldier", "soldiers",
])  # fmt: skip
"""What those wear or carry who come to fight."""
_SHOOTING = frozenset([
    "shoot", "attack", "ambush", "kidnap", "abduct", "bomb", "storm", "kill", "murder", "mastermind",
    "perpetrate", "assassinate", "hijack", "massacre", "behead", "slaughter",
])  # fmt: skip
_HARMED = frozenset(["kill", "shoot", "wound", "injure", "murder", "stab", "slay", "rape", "kidnap", "abduct", "rob"])
_CRIMES = frozenset([
    "rape", "rob", "burgle", "burglarize", "burglarise", "molest", "mug", "steal", "embezzle", "defraud", "swindle",
    "strangle",
])  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_ONESELF = re.compile(r"\b(?:him|her|it|one)self\b|\bthemselves\b")
_REACH = 14
"""Tokens behind a noun within which stands what its bearers did."""


def by_deed(actors: list[Actor], candidate: Candidate) -> list[Actor]:
    """The doers of an attack, those of them armed who are only called men: not a crowd, which may throw stones."""
    if candidate.category != "ASSAULT" or candidate.status not in ("happened", "ongoing"):
        return actors
    if not _MODES & set(candidate.mode):
        return actors
    if any(_ONESELF.search(t.entry) for t in candidate.triggers):  # "a woman blew herself up"
        return [msgspec.structs.replace(a, sector="UAF") if a.sector == "CVL" else a for a in actors]
    beside = any(_is_anybody(a) or a.sector == "UAF" for a in actors)
    return [msgspec.structs.replace(a, sector="UAF") if _is_anybody(a, beside=beside) else a for a in actors]


def _is_anybody(actor: Actor, *, beside: bool = False) -> bool:
    """Whether an actor is only called men, people whom nobody knows, or stands ``beside`` such."""
    words = _WORD.findall((actor.entity_text or "").lower())
    if actor.sector != "CVL" or not words:
        return False
    unknown = words[-1] in ("people", "youths", "women") and not _UNKNOWN.isdisjoint(words)
    return words[-1] in _WORDS or unknown or (beside and words[-1] in _COMPANY)


def is_armed(view: View, head: int) -> bool:
    """ "Armed members", "three heavily armed Kenyans"."""
    return any(view.tokens.text[k].lower() in _ARMED for k in view.kids[head] if k < head)


def is_equipped(view: View, head: int) -> bool:
    """ "Armed villagers", "men wearing military uniforms", "five youths carrying rifles"."""
    if any(k < head and view.tokens.text[k].lower() == "armed" for k in view.kids[head]):
        return True
    for k in (k for k in view.kids[head] if k > head and view.tokens.dep[k] == "acl" and view.lemma[k] in _BEARING):
        below = [k, *view.kids[k]]
        if any(view.lemma[n] in _GEAR for m in below for n in view.kids[m]):
            return True
    return False


def _who_acts(view: View, head: int) -> int | None:
    """ "Who" or "that" right behind a noun, as the subject of its clause."""
    tokens = view.tokens
    behind = range(head + 1, min(head + 3, len(tokens)))
    who = next((k for k in behind if tokens.text[k].lower() in ("who", "that")), None)
    return who if who is not None and tokens.dep[who] == "nsubj" else None


def is_attacker(view: View, head: int) -> bool:
    """Whether a clause says right behind a word for human beings that they shot or attacked: "the men who opened
    fire", "those who masterminded the attack"; not who were shot."""
    tokens, who = view.tokens, _who_acts(view, head)
    if who is None:
        return False
    for k in range(who + 1, min(who + _REACH, len(tokens))):
        if tokens.text[k] in (",", ";") or tokens.dep[k] in ("nsubj", "nsubjpass"):
            return False  # another's deed
        if view.lemma[k] == "fire" and (view.lemma[k - 1] == "open" or view.lemma[k + 1 : k + 2] in (["at"], ["on"])):
            return True
        if view.lemma[k] in _SHOOTING and tokens.tag[k] in ("VBD", "VBP", "VBZ", "VBG", "VB", "VBN"):
            return all(view.lemma[m] not in ("be", "get") for m in view.kids[k]) or tokens.tag[k] == "VBG"
    return False


def is_victim(view: View, head: int) -> bool:
    """Whether a clause says of somebody that he was killed or hurt: "a man who was shot"."""
    for k in (k for k in view.kids[head] if k > head and view.tokens.dep[k] in ("relcl", "acl")):
        passive = any(view.tokens.dep[m] == "auxpass" for m in view.kids[k]) or view.tokens.dep[k] == "acl"
        if view.tokens.tag[k] == "VBN" and passive and view.lemma[k] in _HARMED:
            return True
    return False


def strikes(view: View, head: int) -> bool:
    """Whether a body itself shoots, abducts or kills: "the group beheaded two hostages"; an accident kills too, but is
    no body."""
    tokens, verb = view.tokens, view.tokens.head[head]
    if tokens.dep[head] != "nsubj" or not tokens.tag[verb].startswith("VB"):
        return False
    verbs = [verb, *(k for k in view.kids[verb] if tokens.dep[k] in ("conj", "xcomp"))]
    return any(view.lemma[k] in _SHOOTING - {"attack"} for k in verbs)


def is_violator(view: View, head: int) -> bool:
    """Whether a clause right behind a word for human beings tells of rape or robbery, which no armed side does: "the
    man who raped and killed her"."""
    tokens, who = view.tokens, _who_acts(view, head)
    if who is None:
        return False
    told = range(who + 1, min(who + 4, len(tokens)))
    return any(view.lemma[k] in _CRIMES and tokens.tag[k].startswith("VB") for k in told)


def _told_of(view: View, head: int, verb: int) -> bool:
    """Whether a verb is of the clause behind a noun, and nobody else its subject."""
    while verb > head and verb != view.tokens.head[verb]:
        if any(view.tokens.dep[k] == "nsubj" and view.lemma[k] not in ("who", "that") for k in view.kids[verb]):
            return False
        if view.tokens.dep[verb] in ("acl", "relcl"):
            return view.tokens.head[verb] == head
        verb = view.tokens.head[verb]
    return False


def is_implicated(view: View, head: int, role: RoleEntry) -> bool:
    """Whether a word for human beings goes on with an attack that they took part in: "men implicated in the murder",
    "two suspects in the bombing"."""
    if role.lemma not in _PEOPLE:
        return False
    if is_attacker(view, head):
        return True
    tokens = view.tokens
    for k in range(head + 1, min(len(tokens), head + _REACH)):
        bomb = view.lemma[k] in _BOMBS and tokens.dep[k] == "dobj" and view.lemma[tokens.head[k]] in _PLANTING
        if bomb and _told_of(view, head, tokens.head[k]):
            return True
    for k in view.kids[head]:
        if k < head and role.lemma == "suspect" and view.lemma[k] in _ATTACKS - {"murder", "killing", "shooting"}:
            return True
        said = tokens.dep[k] in ("acl", "relcl") or (role.lemma == "suspect" and view.lemma[k] == "in")
        if k < head or not said:
            continue
        words = set(view.lemma[k : min(len(tokens), k + _REACH)])
        if words & _ATTACKS and (words & _IMPLICATING or view.lemma[k] == "in"):
            return True
    return False
