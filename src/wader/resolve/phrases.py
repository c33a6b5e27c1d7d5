"""Words of phrases that are no actors by themselves: settings, troubles, datelines, things that others act by."""

from __future__ import annotations

import re

from wader.knowledge.roles import RoleEntry, Roles
from wader.records import Actor, Entity, Mention, Sentence
from wader.resolve import compound as np
from wader.resolve.compound import View
from wader.resolve.found import Found
from wader.resolve.owners import Owner

_RUNNING = frozenset(["GOV", "LEG", "ELI", "PTY", "OPP", "CVL", "BUS"])
"""Who has a campaign that is a party's body."""


def by_means_of(thing: RoleEntry | None, owner: Owner, lemma: str) -> Actor:
    """The owner of a thing; a state's warplanes are its armed forces', a candidate's campaign a party's."""
    actor = owner.found.actor
    if lemma == "campaign" and owner.found.person and actor.sector in _RUNNING:
        return Actor(code=actor.code, sector="PTY")  # "the Smith campaign"
    if lemma in WEAPONS and not owner.body and actor.sector in (None, "GOV"):
        return Actor(code=actor.code, sector="MIL")
    if thing is None or owner.body or actor.sector not in (None, "GOV"):
        return actor
    if thing.lemma in _DWELLINGS:
        return Actor(code=actor.code, sector="CVL")  # "Palestinian homes" are people's
    if thing.sector not in ("MIL", "COP") and thing.lemma not in _PRIVATE:
        return actor
    return Actor(code=actor.code, sector=thing.sector)


_PRIVATE = frozenset([
    "tanker", "oil tanker", "merchant ship", "merchant vessel", "cargo ship", "cargo vessel", "container ship",
    "freighter", "commercial vessel", "commercial ship", "fishing boat", "fishing vessel", "trawler", "ferry",
    "airliner", "passenger plane", "passenger jet", "cargo plane", "oil field", "oil refinery",
])  # fmt: skip
"""Things of a state's companies rather than of its government."""


WEAPONS = frozenset([
    "aircraft", "bomber", "drone", "missile", "rocket", "shell", "artillery", "tank", "mortar", "gunship", "fire",
    "gunfire", "airstrike", "shelling", "bombardment", "jet", "plane", "helicopter", "warplane", "howitzer", "battery",
])  # fmt: skip
"""What a state's forces fight with."""
_DWELLINGS = frozenset([
    "house", "home", "apartment", "apartment building", "residential building", "residential area", "car", "minibus",
    "civilian target", "civilian infrastructure", "civilian area", "civilian vehicle", "civilian bus", "marketplace",
    "neighbourhood", "residential neighbourhood", "slum", "shantytown", "shanty town", "hamlet", "dwelling", "hut",
    "shack", "shanty", "tenement", "apartment block", "apartment house", "apartment complex", "housing complex",
    "housing estate", "bungalow", "villa", "cottage", "farmhouse", "train", "passenger train", "express train",
    "commuter train", "express", "subway train", "metro train", "railway coach", "train coach",
])  # fmt: skip
"""Things of a state's people rather than of its government."""


_LOTS = frozenset(["hostage", "captive", "prisoner", "detainee", "victim", "suspect", "casualty", "survivor", "inmate"])
"""What befell somebody: "a Kenyan citizen hostage" is one person."""


def is_same(view: View, n: int) -> bool:
    """Whether the noun before another means the same person as that: with "citizen" the "hostage" of "a Kenyan citizen
    hostage"."""
    above = view.tokens.head[n]
    return view.lemma[above] in _LOTS and any(np.is_named(view, k) for k in (*view.kids[n], *view.kids[above]) if k < n)


def is_kind(view: View, mention: Mention, roles: Roles) -> bool:
    """Whether the noun before another only says of what sort that is: "the train killings", "a school siege", "a
    commuter plane"."""
    entity = view.entity[mention.token]
    if mention.slot.rpartition(".")[2] not in ("amod", "compound", "nmod") or (
        entity is not None and entity.kind != "ROLE"
    ):
        return False
    role = roles.longest_ending(view.lemma, mention.token)
    if role is None:
        return False
    if role[1].lemma in WEAPONS:
        return False  # "killed by Israeli tank fire"
    place = role[1].kind == "institution" and role[1].sector in ("EDU", "BUS", "MED", "REL")
    return role[1].kind == "thing" or (role[1].sector == "CVL" and not is_same(view, mention.token)) or place


_PATIENTS = frozenset(["nsubjpass", "dobj"])
_SUFFERING = _PATIENTS | {"nsubj"}


def others_like(view: View, n: int) -> int | None:
    """Of whose kind "five others" are: the last that the sentence counted before, as object or subject as they are:
    "a soldier was killed and five others were wounded"."""
    own = view.tokens.dep[n]
    if own not in _SUFFERING or np.numeral(view, n) is None:
        return None
    for k in range(n - 1, -1, -1):
        if view.tokens.dep[k] not in _SUFFERING or not view.tokens.tag[k].startswith(("NN", "CD")):
            continue
        one = np.numeral(view, k) or np.determiner(view, k) in ("a", "an") or view.tokens.tag[k] == "CD"
        if one and ({own, view.tokens.dep[k]} <= _PATIENTS or "dobj" not in (own, view.tokens.dep[k])):
            return k
    return None


_HARMED = frozenset([
    "kill", "wound", "injure", "die", "hurt", "murder", "massacre", "slay", "slaughter", "behead", "shoot", "perish",
    "maim", "execute", "assassinate",
])  # fmt: skip
_TAKEN = frozenset(["capture", "kidnap", "abduct", "seize"])
_HELD = frozenset(["arrest", "detain", "hold", "jail", "imprison", "release", "free"])


def counted_before(view: View, n: int) -> int | None:
    """What "13" are in "6 soldiers were killed and 13 were wounded": the noun that its sentence counted before, of
    whom much the same is told. Of who is arrested only who was arrested too."""
    own = view.tokens.dep[n]
    deed = view.lemma[np.governor(view, n)]
    if own not in _SUFFERING or deed not in _HARMED | _TAKEN | _HELD:
        return None
    for k in range(n - 1, -1, -1):
        if view.tokens.dep[k] not in _SUFFERING or not view.tokens.tag[k].startswith("NN"):
            continue
        if np.numeral(view, k) is None and np.determiner(view, k) not in ("a", "an"):
            continue
        before = view.lemma[np.governor(view, k)]
        alike = (before in _HELD) == (deed in _HELD) and before in _HARMED | _TAKEN | _HELD
        doing = "nsubj" in (own, view.tokens.dep[k]) and not {deed, before} & {"die", "perish"}
        return k if alike and (not doing or own == view.tokens.dep[k]) else None
    return None


def is_struck(view: View, n: int) -> bool:
    """Whether a number heads a headline that tells what befell those whom it counts: "16 killed in attack"."""
    behind = n + 1 < len(view.tokens) and view.tokens.tag[n + 1] == "VBN" and view.tokens.head[n + 1] == n
    return view.tokens.dep[n] == "ROOT" and behind and view.lemma[n + 1] in _HARMED | _TAKEN | _HELD


def as_entity(found: Found, sentence: Sentence, source: str, start: int, end: int) -> Entity:
    actor, text = found.actor, source[start:end]
    return Entity(
        start=start, end=end, in_=sentence.in_, text=text, kind="PERSON" if found.person else "ORG",
        sentence=sentence.sequence, name=actor.identifier_text or text, code=actor.code, sector=actor.sector,
        other_sectors=list(actor.other_sectors), identifier_id=actor.identifier_id,
        identifier_text=actor.identifier_text, office=actor.office, religion=actor.religion,
        ethnicity=actor.ethnicity, rule=found.rule,
    )  # fmt: skip


_INSIDE = ("in", "at", "near", "around", "inside", "outside", "on")
_AREAS = frozenset([
    "city", "town", "village", "area", "region", "district", "province", "neighbourhood", "neighborhood", "suburb",
    "street", "railway station", "station", "road", "highway", "capital", "zone", "territory", "camp", "place",
    "department", "canton", "municipality", "county", "commune", "borough", "locality", "side", "outskirt", "outskirts",
    "edge", "part", "corner", "sector", "route", "front",
])  # fmt: skip
"""What is merely where something happens when it stands behind such a preposition."""
TOWNS = frozenset([
    "city", "town", "village", "hamlet", "suburb", "neighbourhood", "neighborhood", "district", "settlement", "area",
    "region", "province", "locality",
])  # fmt: skip
"""What is attacked with its people."""
_SETTING_SLOTS = ("amod", "compound", "nmod", "in")
_TROUBLES = frozenset([
    "war", "conflict", "crisis", "violence", "unrest", "uprising", "coup", "takeover", "riot", "massacre", "genocide",
    "insurgency", "rebellion", "revolution", "earthquake", "quake", "famine", "bloodshed", "fighting", "clash",
    "battle", "carnage", "pogrom", "bloodbath",
    "tragedy", "disaster", "election", "intifada", "mutiny",
])  # fmt: skip
"""What a state's name before it only says where it is: "the Iraq war"."""
_STRIKES = _TROUBLES | frozenset([
    "blast", "bombing", "bomb", "attack", "explosion", "shooting", "killing", "siege", "raid", "protest",
    "demonstration", "strike", "airstrike", "assault", "ambush", "rally", "march",
])  # fmt: skip
"""What a town's name before it only says where it is."""
_SUFFERED = frozenset([
    "massacre", "carnage", "pogrom", "riot", "blast", "bombing", "siege", "earthquake", "quake", "tragedy", "disaster",
    "violence", "clash", "incident", "unrest",
])  # fmt: skip
"""What befalls a place rather than a person whose name stands before it."""
_PLACES = ("san ", "santa ", "santo ", "fort ", "port ", "saint ", "st. ", "mount ", "lake ", "los ", "las ")
"""How names of towns begin that are no person's."""
_STATES = ("state:", "demonym:")
_NO_STATES = frozenset(["PSE", "XKX", "ESH", "TWN", "HKG"])
"""Lands that are no part of a state without question: who visits them visits those who rule them."""
_GOING = frozenset(["visit", "tour", "enter", "cross", "reach", "leave", "traverse", "roam", "revisit", "inspect"])
_BEFORE = frozenset(["compound", "amod", "nmod"])
_TOWNS = ("capital:", "subnational:")
_CIVIL = frozenset(["conflict", "crisis", "unrest", "violence", "bloodshed", "tragedy", "election"])
"""The same for its adjective: "the Salvadoran conflict"."""
_DATELINE = re.compile(
    r"(?:,[^.():\n]{0,30})?(?:\s*[(:–—-]\s*|\s+)(?:[A-Z][a-z]{2,8}\.? \d{1,2}\s*)?(?:\([^)]{1,40}\)\s*)?[-–—:]+\s"
    r"|(?:,[^.():\n]{0,30})?\s*[:–—]\s|\s-{1,2}\s"
)
_DASH = re.compile(r"\s[-–—]{1,2}\s")


_ORIGINS = frozenset(["born", "based", "bound", "bred", "raised", "educated", "trained", "registered", "flagged",
                      "wide"])  # fmt: skip
"""What only tells where somebody or something is from: "Kenya-born", "a London based group", "a Bihar-wide strike"."""


def _is_origin(view: View, n: int) -> bool:
    """Whether the state at token ``n`` is where another comes from."""
    behind = [w.lower() for w in view.tokens.text[n + 1 : n + 3] if w not in ("-", "–")][:1]
    return view.tokens.dep[n] not in _SUFFERING and not _ORIGINS.isdisjoint(behind)


def is_setting(view: View, mention: Mention) -> bool:
    """Whether a place is no actor but says where: a dateline ("Cairo:"), the town of an attack ("the Paris attacks"),
    the country of a war."""
    entity = view.entity[mention.token]
    if mention.slot in _INSIDE and view.lemma[mention.token] in _AREAS and (entity is None or entity.kind == "ROLE"):
        return True  # "deployed in the city"
    if entity is not None and mention.slot == "read" and _is_quarter(view, mention.token, entity):
        return True
    bare = entity is not None and entity.kind == "PERSON" and entity.sector is None
    if bare and entity is not None and (" " not in entity.text or entity.text.lower().startswith(_PLACES)):
        town = mention.slot == "read" and _is_site(view, mention.token, _SUFFERED)
        return mention.slot in _BEFORE or town  # one that the gazetteers lack
    if entity is None or entity.kind not in ("GPE", "NORP", "LOC", "FAC"):
        return False
    if _is_origin(view, mention.token) or _is_gone_to(view, mention.token, entity):
        return True
    first = not view.source[view.sentence.start : entity.start].strip(' "“')
    dateline = first and entity.in_ == "text" and entity.kind == "GPE"
    opened = _DATELINE.match(view.source, entity.end, entity.end + 90) if dateline else None
    if opened is not None and (":" in opened[0] or not _DASH.search(view.source, opened.end(), opened.end() + 50)):
        return True  # "Nairobi — the capital — condemned" is between two dashes
    if mention.slot == "read" and mention.rule.startswith("encoder: actor") and _is_in(view, mention.token):
        return True  # "arrested in Batumi and Tbilisi": no town arrests
    if mention.slot == "read" and entity.rule.startswith(_TOWNS) and _is_site(view, mention.token):
        return True  # "the Kabul blast"
    if not mention.slot.startswith(_SETTING_SLOTS):
        return False
    if mention.slot == "in" and entity.rule.startswith("state:") and (mention.chance or 0.0) >= _HOST:
        return False  # "deployed observers in Zimbabwe"
    if mention.slot == "in" or mention.slot.startswith("in.") or entity.kind in ("LOC", "FAC"):
        return True
    if entity.rule.startswith(("capital:", "subnational:", "model:")):
        return True
    noun = view.lemma[view.tokens.head[mention.token]]
    return noun in (_CIVIL if entity.kind == "NORP" else _TROUBLES)


def _is_quarter(view: View, n: int, entity: Entity) -> bool:
    """Whether a name stands before the word for a part of a town or land that it is: "the Santa Rosa neighbourhood"."""
    plain = entity.kind in ("GPE", "LOC", "PERSON", "MISC") and entity.sector is None
    return plain and not entity.rule.startswith(_STATES) and _is_site(view, n, _AREAS)


def _is_gone_to(view: View, n: int, entity: Entity) -> bool:
    """Whether a part of a state is where somebody goes: "she toured Gujarat", "they entered Bihar"."""
    if not entity.rule.startswith("subnational:") or entity.code in _NO_STATES:
        return False
    while view.tokens.dep[n] == "conj" and view.tokens.head[n] < n:
        n = view.tokens.head[n]
    above = view.tokens.head[n]
    if view.tokens.dep[n] == "pobj" and view.lemma[above] in ("to", "in", "of"):
        return view.lemma[view.tokens.head[above]] in ("visit", "trip", "tour", "extradite")
    return view.tokens.dep[n] == "dobj" and view.lemma[above] in _GOING


def _is_site(view: View, n: int, nouns: frozenset[str] = _STRIKES) -> bool:
    """Whether token ``n`` stands before the attack that happened there."""
    noun = view.tokens.head[n]
    return view.tokens.dep[n] in _BEFORE and noun > n and view.lemma[noun] in nouns


def _is_in(view: View, n: int) -> bool:
    """Whether token ``n``, or the first of those that it is listed with, stands behind "in"."""
    while view.tokens.dep[n] == "conj" and view.tokens.head[n] < n:
        n = view.tokens.head[n]
    return view.tokens.dep[n] == "pobj" and view.lemma[view.tokens.head[n]] in ("in", "at", "near", "outside")


_HOST = 0.5
"""Chance to be the recipient from which a state is no mere place."""
OFFICERS = frozenset([
    "leader", "minister", "president", "diplomat", "premier", "official", "envoy", "negotiator", "king", "ambassador",
    "chief", "counterpart", "secretary", "politician", "senator",
])  # fmt: skip
