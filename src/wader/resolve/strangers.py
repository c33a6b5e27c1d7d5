"""Who is of another country or of none in particular: "international officials", "foreign fighters", "governments"."""

from __future__ import annotations

from wader.knowledge.roles import Roles
from wader.resolve import compound as np
from wader.resolve.compound import View
from wader.resolve.holders import SINGLE_OFFICES
from wader.resolve.kinds import WATCHING

OUTSIDERS = "of another country or none"
"""The rule of a role that says itself that it is not the page's."""
_ABROAD = frozenset([
    "international", "foreign", "western", "global", "multinational", "overseas", "world", "african", "asian",
    "european", "arab", "caribbean", "balkan", "baltic", "nordic", "scandinavian", "gulf", "andean",
    "foreigner", "regional", "neighbouring", "neighboring", "worldwide", "outside", "coalition",
])  # fmt: skip
"""Words that say that somebody is of another country or of none in particular; regions of the world are no state."""
_FOREIGN = (["minister"], ["ministry"], ["secretary"], ["affair"], ["affairs"], ["office"], ["policy"], ["service"])
"""What is a state's own, though "foreign" stands before it."""
_WORLD = frozenset(["world", "globe", "earth", "planet", "humanity"])
_CROSSING = frozenset(["transnational", "international", "transborder", "global", "worldwide"])
"""Adjectives of what goes from country to country; "cross-border" is three words."""
_EVERYWHERE = frozenset(["of", "around", "across", "throughout", "in"])
_COMPASS = frozenset(["central", "south", "north", "latin"])
_GENERAL = frozenset([
    "governments", "peoples", "countries", "nations", "regimes", "institutions", "parliaments", "armies", "presidents",
    "leaders", "states",
])  # fmt: skip
"""Plurals that mean those of the world where neither article nor owner stands beside them."""


_ONE_OF_EACH = frozenset(["governments", "countries", "nations", "regimes", "states", "parliaments", "armies"])
_SEVERAL = frozenset(["several", "many", "some", "various", "numerous", "most", "certain", "other"])
"""Words before those of which a state has one, that make them several states'."""
_KINDS = frozenset([
    "democratic", "civilised", "civilized", "free", "friendly", "progressive", "responsible", "freedom-loving",
    "peace-loving", "developed", "developing", "industrialised", "industrialized", "rich", "poor", "wealthy", "donor",
    "allied", "like-minded", "non-aligned", "nonaligned", "small", "large", "major",
])  # fmt: skip
"""Words that say of what kind several states are."""
_UNITS = frozenset([
    "district", "city", "town", "county", "village", "municipal", "provincial", "regional", "state", "ward", "police",
    "magistrate", "municipality", "province", "borough", "mayor", "court", "administration", "council",
])  # fmt: skip
"""What stands behind the name of a place within a state: an unknown name before it is no region of the world."""
_POWERS = frozenset(["force", "power", "element", "agent", "agency", "influence", "terrorist", "militant"])
"""Who from outside is from another country; an outside group, expert or body is at home."""
_PRIZES = ("nobel", "laureate", "prize winner", "prize laureate")


def is_anybody(view: View, head: int) -> bool:
    """Whether a law of several states speaks of whoever it may be: "no state shall return a refugee"."""
    tokens, verb = view.tokens, np.governor(view, head)
    while tokens.dep[verb] == "conj" and tokens.tag[tokens.head[verb]].startswith("VB"):
        verb = tokens.head[verb]  # "shall expel or return a refugee"
    if not any(tokens.dep[k] == "aux" and view.lemma[k] == "shall" for k in view.kids[verb]):
        return False
    subjects = [k for k in view.kids[verb] if tokens.dep[k] in np.SUBJECTS]
    none = any(np.determiner(view, k) in ("no", "any", "each", "every") for k in subjects)
    return none and (head in subjects or np.determiner(view, head) in ("a", "an", "any"))


def _is_unidentified(view: View, head: int) -> bool:
    """ "The identity of a man": nobody knows who he is."""
    above = view.tokens.head[view.tokens.head[head]]
    return view.tokens.dep[head] == "pobj" and view.lemma[above] in ("identity", "nationality")


def are_outsiders(view: View, head: int) -> bool:
    """ "Blamed outside forces", where "outside" reads as an adjective or as a preposition of the verb."""
    before = head - 1
    if before < 0 or view.lemma[before] != "outside" or not np.is_plural(view, head):
        return False
    return view.lemma[head] in _POWERS and head in (view.tokens.head[before], *view.kids[before])


def from_abroad(roles: Roles, view: View, head: int) -> bool:
    """ "International officials", "foreign fighters", "Central American presidents", bare "governments": of no
    country in particular."""
    if is_anybody(view, head) or _is_unidentified(view, head):
        return True
    own = roles.longest_ending(view.lemma, head)
    if own is not None and any(prize in own[1].lemma for prize in _PRIZES):
        return True  # prizes of the world
    first = head + 1 - (own[0] if own else 1)
    if own is not None and own[1].lemma in WATCHING and np.is_plural(view, head) and not any(
        k < first or view.tokens.dep[k] == "prep" for n in range(first, head + 1) for k in view.kids[n]
    ):  # fmt: skip
        return True  # but those for the rights of somebody are at home: "disability rights groups"
    if any(view.lemma[n] in _WORLD for _, n in np.objects_of(view, head, _EVERYWHERE)):
        return True  # "the peoples of the world"
    above = view.tokens.head[view.tokens.head[head]]
    if view.tokens.dep[head] == "pobj" and _crosses(view, above):
        return True  # "the cross-border movement of militants"
    if any(view.lemma[k] in _ABROAD or _is_region(view, k) for k in view.kids[head] if k < first):
        return True
    if np.numeral(view, head) is not None and any(view.lemma[k] == "national" for k in view.kids[head] if k < first):
        return np.is_plural(view, head)  # "fourteen national federations": of as many nations
    if are_outsiders(view, head):
        return True
    named = [k for k in range(first, head + 1) if view.lemma[k] != "outside"]  # an "outside group" is at home
    if any(view.lemma[k] in _ABROAD and view.lemma[k + 1 : k + 2] not in _FOREIGN for k in named):
        return True
    if any(view.lemma[k] == "american" and view.lemma[k - 1] in _COMPASS for k in range(1, head)
           if k > head - 4 and ((e := view.entity[k]) is None or e.code is None)):  # fmt: skip
        return True
    before = [view.lemma[k] for k in view.kids[head] if k < head]
    if view.tokens.text[head].lower() in (_ONE_OF_EACH if before else _GENERAL) and set(before) <= _SEVERAL | _KINDS:
        return True
    plural = view.tokens.tag[head] in ("NNS", "NNPS")
    return plural and own is not None and own[1].office in SINGLE_OFFICES  # "three of the presidents"


def _crosses(view: View, noun: int) -> bool:
    left = {view.lemma[k] for k in view.kids[noun] if k < noun}
    return bool(left & _CROSSING) or {"cross", "border"} <= left


def _is_region(view: View, k: int) -> bool:
    """Whether a name is a region's that lies in no one state: "Pacific Rim leaders"."""
    entity = view.entity[k]
    if entity is None or entity.rule.startswith("region"):
        return entity is not None
    return entity.kind == "LOC" and entity.code is None and view.lemma[k + 1] not in _UNITS
