"""Words of a text without capitals that passed for a person's name and are a town's or a unit's."""

from __future__ import annotations

from wader.records import Entity
from wader.resolve.compound import View
from wader.resolve.context import PageContext
from wader.resolve.found import Phrases

_NAMED_AFTER = frozenset([
    "incident", "episode", "massacre", "carnage", "tragedy", "riot", "violence", "disaster", "accident",
    "neighbourhood", "neighborhood", "district", "area", "region", "zone", "town", "village", "city", "suburb", "ward",
    "road", "street", "avenue", "highway", "bridge", "station", "airport", "port", "railway", "market", "park",
    "valley", "river", "hill", "lake", "forest", "barracks", "garrison", "battalion", "brigade", "regiment",
    "constituency", "temple", "mosque", "camp", "prison", "jail",
])  # fmt: skip
"""Nouns before which a lone name is rather a place's."""
_LISTING = frozenset([",", "and", "or"])


def is_no_person(phrases: Phrases, context: PageContext, entity: Entity) -> bool:
    """Whether a lone word in small letters, of which the page says nothing that is said of persons, stands anywhere on
    it as places do: listed with one, or before what is called after places: "the akola incident"."""
    if entity.kind != "PERSON" or entity.rule != "person" or " " in entity.text or not entity.text.islower():
        return False
    alike = [e for e in phrases.document.entities if e.kind == "PERSON" and e.name == entity.name]
    if any(e.rule != "person" for e in alike):
        return False
    views = ((phrases.view(e.sentence), e) for e in alike)
    return any(view is not None and _is_place(view, e, context) for view, e in views)


def _is_place(view: View, entity: Entity, context: PageContext) -> bool:
    k = next((n for n in range(len(view.tokens)) if view.entity[n] is entity), None)
    if k is None:
        return False
    if context.country_of_place(entity) is not None:
        return True
    above = view.tokens.head[k]
    if view.tokens.dep[k] in ("compound", "nmod", "amod") and above > k and view.lemma[above] in _NAMED_AFTER:
        return True
    return any(_listed(view, k, step) for step in (-1, 1))


def _listed(view: View, k: int, step: int) -> bool:
    """Whether a comma or "and" is all between a name and a place's name beside it."""
    n = k + step
    linked = 0
    while 0 <= n < len(view.tokens) and view.lemma[n] in _LISTING:
        n, linked = n + step, linked + 1
    other = view.entity[n] if 0 < linked < 3 and 0 <= n < len(view.tokens) else None
    return other is not None and other.kind in ("GPE", "LOC") and not other.rule.startswith("state:")
