"""Which places of a page's text say where something happens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from wader.records import Article, Place
from wader.resolve.abroad import PLACED

_WIDER = ", "
"""Between a place and what it lies in: "in the village of Lomo, Tana County"."""
_INSIDE = re.compile(
    r" (?:neighbou?rhood|district|area|suburb|quarter|borough|ward|barrio|sector|zone|section|slum|market|compound)"
    r"(?: (?:in|of))? (?:(?:the|northern|southern|eastern|western|central|north(?:ea|we)stern|south(?:ea|we)stern|"
    r"downtown|city|capital|of)[ ,])*"
)
"""Between a part of a town and the town: "in the Abasto district in northern Lima"."""
Located = tuple[int, int, str, str]
"""Sentence, offset, country and name in small letters."""


def located(places: Iterable[Place], article: Article, codes: Mapping[tuple[str, int], str]) -> list[Located]:
    """Those of ``places`` that a preposition makes the scene, with what they lie in; a town instead of its part, where
    the gazetteer finds that (``codes``) in another state."""
    found: list[Located] = []
    end = 0
    for place in places:
        source = (article.title or "") if place.in_ == "title" else article.text
        code = codes[place.in_, place.start]
        gap = source[end : place.start] if found and found[-1][0] == place.sentence else ""
        if _INSIDE.fullmatch(gap) and found[-1][2] != code:
            found.pop()
        elif gap != _WIDER and not PLACED.search(source, max(0, place.start - 40), place.start):
            continue
        found.append((place.sentence, place.start, code, place.text.lower()))
        end = place.end
    return found
