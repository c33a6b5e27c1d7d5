"""What a phrase means, and what reading one asks of the resolver of its document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from wader.knowledge.roles import Roles
from wader.records import Actor, Document, Entity
from wader.resolve.compound import View


@dataclass(slots=True)
class Found:
    """Somebody that a phrase means, and the rule. ``person``: one human being; ``many``: several."""

    actor: Actor
    rule: str
    person: bool = False
    many: bool = False


class Phrases(Protocol):
    """What this module asks of the resolver of a document."""

    document: Document
    roles: Roles

    def phrase(self, view: View, head: int, depth: int) -> list[Found]: ...
    def view(self, sequence: int) -> View | None: ...
    def of_entity(self, entity: Entity) -> Found: ...
    def whole(self, entity: Entity) -> Found: ...
    def gender(self, given_name: str) -> str | None: ...
    def entities(self, sequence: int) -> list[Entity]: ...
