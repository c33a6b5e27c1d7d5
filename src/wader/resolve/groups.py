"""Whom "both sides", "the two countries", "the delegation" or "the minister" means: those named together or before."""

from __future__ import annotations

from wader.knowledge.roles import RoleEntry
from wader.records import Actor, Entity
from wader.resolve.abroad import is_medium
from wader.resolve.compound import View
from wader.resolve.context import NON_STATES
from wader.resolve.found import Found, Phrases
from wader.resolve.pronouns import KINDS, last_rule, may_hold, same_clause
from wader.text import is_discarded

PARTY_LOOK_BACK = 8
"""How many sentences back the parties of "both sides" may stand."""
SIDES = frozenset([
    "side", "country", "nation", "state", "government", "party", "capital", "neighbour", "neighbor", "rival", "foe",
    "ally", "power", "army",
])  # fmt: skip
"""Nouns of which "both" or "the two" means states (or other bodies)."""


_OPPOSED = frozenset(["side", "party", "faction", "rival", "foe"])
_BELLIGERENTS = frozenset(["GOV", "REB", "MIL", "OPP", "PRM"])


_MORE_KINDS: dict[str, tuple[str, ...]] = {
    "bureau": (), "board": (), "institute": (), "foundation": (), "society": (), "forum": (), "trust": (),
    "body": ("igo:", "union:", "religious:", "movement:", "ngo:"), "grouping": ("igo:", "alliance:"),
    "network": ("media:",), "newspaper": ("media:",), "paper": ("media:",), "broadcaster": ("media:",),
    "channel": ("media:",), "magazine": ("media:",),
}  # fmt: skip
"""More nouns by which news refers to a body named before, and kinds of body that they fit."""
_OF_FAITH = frozenset(["group", "movement", "organisation", "organization", "party", "faction"])
"""Bodies that news calls by their faith or people once they were named."""
_OF_THE_DEAD = frozenset([
    "be", "lie", "arrive", "wash", "bear", "show", "surface", "float", "have", "remain", "decompose", "hang", "turn",
])  # fmt: skip
_COUNTED = frozenset(["nation", "member", "country", "state", "strong", "regional", "trading"])
"""What is said of a body of states and tells no other: "the 9-nation bloc"."""
_JOINED = frozenset(["REB", "CRM", "UAF", "PRM", "OPP", "PTY", "SOC", "REL", "LAB", "AGR"])
_OF_PEOPLE = {
    "group": _JOINED, "organisation": _JOINED, "organization": _JOINED, "outfit": _JOINED, "movement": _JOINED,
    "band": frozenset(["REB", "CRM", "UAF", "PRM"]), "gang": frozenset(["CRM", "UAF"]),
    "party": frozenset(["PTY", "OPP"]),
}  # fmt: skip
"""Sectors of the bodies that a noun for people who have joined may mean."""
_GANGS = frozenset(["group", "band", "gang"])
_BANDS = frozenset(["REB", "CRM", "UAF", "PRM"])
_JUST_BEFORE = 2
"""How many sentences back such a body may stand."""


def is_bare(view: View, n: int) -> bool:
    """Whether nothing but an article, or how many states it has, stands beside the noun of a body."""
    kids = [k for k in view.kids[n] if view.tokens.dep[k] not in ("case", "punct")]  # "the party's"
    others = [k for k in kids if view.tokens.dep[k] != "det"]
    if len(others) > 1 or len(kids) != len(others) + 1:
        return False
    if others and view.lemma[n] in _OF_FAITH and others[0] < n:
        faith = view.entity[others[0]]  # "the Islamic group"
        return faith is not None and faith.kind == "NORP" and faith.code is None
    return not others or (view.lemma[n] in ("bloc", "grouping", "union", "alliance", "organisation", "organization")
                          and others[0] < n and view.lemma[others[0]].rpartition("-")[2] in _COUNTED)  # fmt: skip


def _is_corpse(view: View, n: int) -> bool:
    """Whether what a body does is no more than the dead do."""
    return view.lemma[view.tokens.head[n]] in _OF_THE_DEAD


class Groups:
    """Groups, bodies and holders of offices on one page."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases

    def parties(self, view: View, n: int, number: int | None, noun: str, role: RoleEntry | None = None) -> list[Found]:
        """Whom "both sides", "the two countries" or "the four diplomats" means: the nearest sentence that names just
        so many, else the names of the last sentences together. ``number`` None: as many as one sentence names, who
        can be called by ``role``."""
        persons = noun not in SIDES
        sequence, at = view.sentence.sequence, view.tokens.start[n]
        gathered: dict[str, Found] = {}
        for back in range(sequence, max(-1, sequence - PARTY_LOOK_BACK), -1):
            here = self._parties_in(back, at if back == sequence else None, persons, noun in _OPPOSED, role)
            if len(here) == number or (number is None and len(here) > 1):
                return self._as_parties(list(here.values()), persons, noun)
            if number is not None and len(here) > number:
                return self._as_parties(list(here.values())[:number], persons, noun)
            for key, found in here.items():
                gathered.setdefault(key, found)
            if number is not None and len(gathered) >= number:
                return self._as_parties(list(gathered.values())[:number], persons, noun)
        if persons and number is not None:
            return self.parties(view, n, number, "side")
        return []

    def _parties_in(
        self, sequence: int, before: int | None, persons: bool, opposed: bool, role: RoleEntry | None
    ) -> dict[str, Found]:
        """The distinct persons, or states and bodies, of a sentence in order, up to offset ``before``. ``opposed``:
        sides of one country count too, "the government and the rebels"."""
        here: dict[str, Found] = {}
        for entity in self._phrases.entities(sequence):
            if before is not None and entity.start >= before:
                break
            if persons and (entity.kind != "PERSON" or (role is not None and not may_hold(entity, role))):
                continue
            if (entity.kind == "GPE" and entity.sector is None) or entity.kind in ("MISC", "FAC", "LOC"):
                continue
            if not persons and is_medium(entity):
                continue  # who reports of two states is none of them
            side = opposed and entity.kind == "ROLE" and entity.sector in _BELLIGERENTS
            if entity.kind in ("ROLE", "ORG") and entity.code is None and not side:
                continue
            found = self._role_at(sequence, entity) if side else self._phrases.whole(entity)
            if found is None:
                continue
            key = entity.name if persons else found.actor.code or ""
            if key and (persons or key not in NON_STATES):
                here.setdefault(f"{key} {found.actor.sector}" if opposed else key, found)
        return here

    def _role_at(self, sequence: int, entity: Entity) -> Found | None:
        """Whom the role noun of an entity means where it stands."""
        view = self._phrases.view(sequence)
        heads = [k for k in range(len(view.tokens)) if view.entity[k] is entity] if view is not None else []
        if view is None or not heads:
            return None
        return next(iter(self._phrases.phrase(view, heads[-1], 1)), None)

    def said_before(self, view: View, n: int, lemma: str) -> list[Found]:
        """Whom "the delegation" or "the spokesman" means: the last of that noun before, of whom the page said more."""
        for back in range(view.sentence.sequence, max(-1, view.sentence.sequence - PARTY_LOOK_BACK), -1):
            there = self._phrases.view(back)
            if there is None:
                continue
            for k in range((n if there is view else len(there.tokens)) - 1, -1, -1):
                if there.lemma[k] != lemma or not there.tokens.tag[k].startswith("NN"):
                    continue
                said = [m for m in there.kids[k] if there.tokens.dep[m] in ("compound", "nmod", "amod", "poss", "prep")]
                if said:
                    found = self._phrases.phrase(there, k, 1)
                    return [Found(f.actor, f"the {lemma}: {last_rule(f.rule)}", f.person, f.many) for f in found]
        return []

    def body(self, view: View, n: int, noun: str) -> Found | None:
        """The body that a noun with no more than an article means."""
        return self._called(view, n, noun) or self._association(view, n, noun)

    def _called(self, view: View, n: int, noun: str) -> Found | None:
        """The organisation that "the council" or "the group" means: the last one named before whose name ends so, or
        which is of that kind."""
        at = (view.sentence.sequence, view.tokens.start[n])
        kinds = KINDS.get(noun, _MORE_KINDS.get(noun))
        if kinds is None or (noun == "body" and (view.tokens.dep[n] != "nsubj" or _is_corpse(view, n))):
            return None
        for entity in reversed(self._phrases.document.entities):
            if entity.kind != "ORG" or (entity.sentence, entity.start) >= at:
                continue
            if at[0] - entity.sentence > PARTY_LOOK_BACK:
                return None
            ending = entity.name.lower().rsplit(" ", 1)[-1]
            called = ending == noun or entity.text.lower().endswith(noun) or f"{noun} of " in entity.name.lower()
            if called or entity.rule.startswith(kinds):
                found = self._phrases.whole(entity)
                return Found(found.actor, f"the {noun}: {last_rule(found.rule)}")
        return None

    def _association(self, view: View, n: int, noun: str) -> Found | None:
        """The body of people that "the group" or "the party" means where none named before is called so: the last
        one, whatever it is known as; else those armed of whom several were told of just before."""
        sectors = _OF_PEOPLE.get(noun)
        if sectors is None or self.said_before(view, n, noun):
            return None
        at = (view.sentence.sequence, view.tokens.start[n])
        for entity in reversed(self._phrases.document.entities):
            if (entity.sentence, entity.start) >= at or entity.kind not in ("ORG", "ROLE") or is_discarded(entity):
                continue
            if at[0] - entity.sentence > _JUST_BEFORE:
                return None
            if entity.sentence == at[0] and same_clause(view, entity, n):
                continue
            several = entity.kind == "ROLE" and entity.sector in _BANDS and entity.text.lower().endswith("s")
            if several and noun in _GANGS and (told := self._role_at(entity.sentence, entity)) is not None:
                return Found(told.actor, f"the {noun}: {last_rule(told.rule)}", many=True)
            if entity.kind == "ORG" and (entity.sector in sectors or (entity.code == "NGO" and noun != "party")):
                found = self._phrases.whole(entity)
                return Found(found.actor, f"the {noun}: {last_rule(found.rule)}")
        return None

    def _as_parties(self, found: list[Found], persons: bool, noun: str) -> list[Found]:
        if persons:
            return [Found(f.actor, f"group: {last_rule(f.rule)}", True) for f in found]
        parties = []
        for f in found:
            sector = f.actor.sector if noun in ("side", "party", "rival", "foe", "army") else "GOV"
            sector = "MIL" if noun == "army" else sector if sector != "ELI" else "GOV"
            parties.append(Found(Actor(code=f.actor.code, sector=sector or "GOV"), "pair: named together before"))
        return parties

    def role_holder(self, view: View, n: int, role: RoleEntry, codes: list[str | None]) -> Found | None:
        """The person that "the minister" or "the US diplomat" means: the last one named before whose office and
        country fit. ``codes``: countries that the phrase names; none means any."""
        at = (view.sentence.sequence, view.tokens.start[n])
        for entity in reversed(self._phrases.document.entities):
            if entity.kind != "PERSON" or (entity.sentence, entity.start) >= at or entity.sector in (None, "ELI"):
                continue
            if at[0] - entity.sentence > PARTY_LOOK_BACK:
                return None
            if entity.sentence == at[0] and same_clause(view, entity, n):
                continue
            if codes and entity.code not in codes:
                continue
            if may_hold(entity, role):
                found = self._phrases.whole(entity)
                return Found(found.actor, f"role: {role.entry} of {entity.name}", True)
        return None
