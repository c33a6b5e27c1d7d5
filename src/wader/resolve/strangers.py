"""Who is of another country or of none in particular: "international officials", "foreign fighters", "governments"."""

from __future__ import annotations

from wader.knowledge.roles import Roles
from wader.records import Entity
from wader.resolve import compound as np
from wader.resolve.compound import View
from wader.resolve.holders import SINGLE_OFFICES
from wader.resolve.kinds import WATCHING

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


def from_abroad(roles: Roles, view: View, head: int) -> bool:
    """ "International officials", "foreign fighters", "Central American presidents", bare "governments": of no
    country in particular."""
    own = roles.longest_ending(view.lemma, head)
    first = head + 1 - (own[0] if own else 1)
    if own is not None and own[1].lemma in WATCHING and np.is_plural(view, head) and not any(
        k < first or view.tokens.dep[k] == "prep" for k in view.kids[head]
    ):  # fmt: skip
        return True
    if any(view.lemma[n] in _WORLD for _, n in np.objects_of(view, head, _EVERYWHERE)):
        return True  # "the peoples of the world"
    above = view.tokens.head[view.tokens.head[head]]
    if view.tokens.dep[head] == "pobj" and _crosses(view, above):
        return True  # "the cross-border movement of militants"
    if any(view.lemma[k] in _ABROAD or _is_region(view.entity[k]) for k in view.kids[head] if k < first):
        return True
    if np.numeral(view, head) is not None and any(view.lemma[k] == "national" for k in view.kids[head]):
        return np.is_plural(view, head)  # "fourteen national federations": of as many nations
    if any(view.lemma[k] in _ABROAD and view.lemma[k + 1 : k + 2] not in _FOREIGN for k in range(first, head + 1)):
        return True
    if any(view.lemma[k] == "american" and view.lemma[k - 1] in _COMPASS for k in range(1, head)
           if k > head - 4 and ((e := view.entity[k]) is None or e.code is None)):  # fmt: skip
        return True
    if view.tokens.text[head].lower() in _GENERAL and not any(k < head for k in view.kids[head]):
        return True
    plural = view.tokens.tag[head] in ("NNS", "NNPS")
    return plural and own is not None and own[1].office in SINGLE_OFFICES  # "three of the presidents"


def _crosses(view: View, noun: int) -> bool:
    left = {view.lemma[k] for k in view.kids[noun] if k < noun}
    return bool(left & _CROSSING) or {"cross", "border"} <= left


def _is_region(entity: Entity | None) -> bool:
    """Whether a name is a region's that lies in no one state: "Pacific Rim leaders"."""
    return entity is not None and (entity.rule.startswith("region") or (entity.kind == "LOC" and entity.code is None))
