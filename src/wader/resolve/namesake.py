"""Places that are called like better known ones: Athens in Texas, Lebanon in Indiana, Georgia in the United States."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from wader.records import Entity

TOWNS = ("capital:", "subnational:")
PLACES = ("state:", *TOWNS)
"""How rules of places begin that lists of names have."""


@dataclass(slots=True)
class Namesakes:
    """What one page says of its places' states.

    ``apart``: states that it names otherwise than by their towns. ``peoples``: states of whose people or bodies it
    speaks. ``names``: how many names of places it has in each. ``home``: the state that it is at home in.
    """

    apart: set[str]
    peoples: set[str]
    names: Counter[str]
    home: str | None

    @classmethod
    def of(cls, entities: Iterable[Entity], names: Counter[str], home: str | None) -> Namesakes:
        """Read off the ``entities`` of a page."""
        apart, peoples = set[str](), set[str]()
        for e in entities:
            if e.code and e.kind in ("GPE", "NORP") and not e.rule.startswith(TOWNS):
                apart.add(e.code)
            if e.code and (e.kind in ("NORP", "PERSON") or (e.kind == "ORG" and not e.rule.startswith("body: "))):
                peoples.add(e.code)
        return cls(apart, peoples, names, home)

    def instead(self, entity: Entity, elsewhere: str | None, *, doubtful: bool) -> str | None:
        """The country of a town or state that is called like a better known one of whose state the page says nothing.
        ``elsewhere``: where the gazetteer finds it; ``doubtful``: it is one of many of its name."""
        if elsewhere is None or elsewhere == entity.code:
            return None
        if entity.rule.startswith("state:"):  # no state that others of the page are of
            return elsewhere if not doubtful and entity.code not in self.peoples else None
        if doubtful and (self.apart or self.names[elsewhere] < 2):
            return None  # but "Henderson County" speaks for Athens, Texas, where no state is named
        named = elsewhere in self.apart or not self.apart or elsewhere == self.home
        return elsewhere if named and entity.code not in self.apart else None


def moved(entities: Iterable[Entity], instead: Callable[[Entity], str | None]) -> dict[str, str]:
    """States of which a page has but namesakes, with where these are (``instead``: of a place): roles and bodies that
    are called after them, "Georgia police", are there too."""
    found: dict[str, set[str | None]] = {}
    for entity in entities:
        if entity.kind == "GPE" and entity.code is not None and entity.rule.startswith(PLACES):
            found.setdefault(entity.code, set()).add(instead(entity))
    return {code: others.pop() or code for code, others in found.items() if len(others) == 1}
