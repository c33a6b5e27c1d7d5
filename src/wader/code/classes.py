"""What a token is, for the tests of the lexicon: ``#actor``, ``#state``, ``#armed``, …"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from wader.code.advised import is_advised
from wader.code.graph import Graph
from wader.code.graph_words import HYPHENS
from wader.code.named import twins
from wader.knowledge.lexicon import Lexicon
from wader.knowledge.roles import Roles
from wader.records import Entity, Sentence

_PERSONAL = frozenset("he she they we i him her them us me who whom themselves himself herself it".split())
_PARTIES = frozenset(("country", "nation", "side", "neighbour", "neighbor", "ally", "counterpart", "rival", "bloc"))
"""Nouns that stand for states or for those named before: who they are is for ``resolve`` to say."""
_QUANTITY = frozenset("dozens hundreds thousands scores others many several some both all none".split())
_PORTIONS = _QUANTITY | frozenset(
    "most much part parts each any either half majority rest remainder bulk aspects elements".split()
)
"""Words before "of" that say how many or what part of something."""
_MUST = frozenset(("must", "should", "ought"))
_WILL = frozenset(("will", "shall", "would", "'ll", "'d", "wo"))
_ARMED = frozenset(("MIL", "REB", "COP", "UAF", "PRM", "SPY"))
_GROUP_KINDS = frozenset(("ORG", "GPE", "NORP"))
_OUTSIDE = frozenset(("actor", "person"))
"""Of the speaker whom another sentence names: its place is one past the last token."""
_SOLDIERLY = frozenset(("military", "armed", "naval", "terrorist", "major", "general", "private"))
"""Adjectives of how, rather than of who: "a military operation"."""
_BY_SOLDIERS = frozenset(("coup", "takeover", "putsch", "overthrow", "crackdown"))
"""Acts that are the soldiers' own where they are called military ones."""
_AGAINST = frozenset(("ACCUSE", "REJECT", "NONE"))
_NONE: frozenset[str] = frozenset()
_PLACE = frozenset(("place", "thing"))
_KINDS = frozenset(
    "all multi cross inter intra bi tri third single one two three four five six many both mixed non big small "
    "limited".split()
)
"""What stands before a hyphen and the noun of those who take part."""
_DATELINE = 12
"""Tokens within which a dateline ends."""
_MARKS = frozenset((":", "-", "--", "–", "—"))
_BESIDE = frozenset((",", "(", ")", ".", "/", "|"))
"""What may stand between the words of a dateline, beside names, numbers and agencies."""


class Classes:
    """Classes of the tokens of one sentence, from its entities, the role nouns and the lexicon."""

    def __init__(
        self, sentence: Sentence, graph: Graph, entities: list[Entity], roles: Roles, lexicon: Lexicon
    ) -> None:
        self.graph, self.roles, self.lexicon = graph, roles, lexicon
        self._entities: list[Entity | None] = [None] * graph.size
        starts = graph.tokens.start
        for entity in entities:
            if entity.in_ != sentence.in_:
                continue
            k = max(0, bisect_right(starts, entity.start) - 1)
            while k < graph.size and starts[k] < entity.end:
                if graph.tokens.end[k] > entity.start:
                    held = self._entities[k]
                    if held is None or entity.end - entity.start > held.end - held.start:
                        self._entities[k] = entity
                k += 1
        self._has_joint = "joint" in graph.low
        self._cache: dict[int, frozenset[str]] = {}
        if sentence.in_ == "text" and (town := self._dateline()) is not None:
            self._cache = dict.fromkeys(town, _PLACE)

    def _dateline(self) -> range | None:
        """The tokens of a town, and what stands beside it, that opens the sentence as its dateline: "lucknow: ...",
        "BEIRUT, Lebanon (AP) -- ...". Nobody there acts."""
        town, last = self._entities[0] if self._entities else None, 0
        if town is None or town.kind != "GPE" or town.rule.endswith("/state"):
            return None
        while last < min(self.graph.size, _DATELINE) and self.graph.low[last] not in _MARKS:
            last += 1
        mark = self.graph.low[last] if last < self.graph.size else ""
        if mark not in _MARKS or (mark != ":" and mark in self.graph.low[last + 1 : last + _DATELINE]):
            return None  # "Moscow - the capital of Russia - condemned": between two dashes
        tokens = self.graph.tokens
        joined = mark != ":" and tokens.start[last] == tokens.end[last - 1]  # "the Tehran-Washington talks"
        plain = all(tokens.tag[k][:2] in ("NN", "CD") or self.graph.low[k] in _BESIDE for k in range(last))
        return range(last) if plain and not joined and not any(map(self._is_somebody, range(last))) else None

    def _is_somebody(self, k: int) -> bool:
        """Whether a token is of a role or body: "Lagos police: three men" speaks for the police."""
        entity = self._entities[k]
        return entity.kind in ("ROLE", "PERSON") if entity is not None else bool(self._of_role(k))

    def entity(self, k: int) -> Entity | None:
        return self._entities[k] if k < self.graph.size else None

    def is_named(self, k: int) -> bool:
        """Whether a token is of a name, not of a role noun."""
        entity = self.entity(k)
        return entity is not None and entity.kind != "ROLE"

    def is_state(self, k: int) -> bool:
        """Whether a token names a state itself, not its capital, its people or its adjective."""
        entity = self._entities[k]
        return entity is not None and entity.kind == "GPE" and entity.rule.endswith("/state")

    def against(self, k: int) -> bool:
        """Whether a verb only ever says that somebody is against a thing ("opposed", "condemned")."""
        entries = [e for e in self.lexicon.index["v"].get(self.graph.lemma[k], []) if len(e.words) == 1]
        return bool(entries) and all(e.category in _AGAINST for e in entries)

    def opposed(self, k: int) -> bool:
        """Whether a word stands behind "anti-"."""
        return k > 1 and self.graph.low[k - 1] in HYPHENS and self.graph.low[k - 2] == "anti"

    def _of_kind(self, k: int) -> bool:
        """Whether a word only says how many or what kind take part, or of what kind a thing is: "an all-party meeting",
        "inter-state talks", "a big-government plan"."""
        return k > 1 and self.graph.low[k - 1] in HYPHENS and self.graph.low[k - 2] in _KINDS

    def _is_moving(self, k: int) -> bool:
        """Whether people move, and no body of theirs is meant: "the movement of monks", "his freedom of movement"."""
        if self.graph.lemma[k] != "movement":
            return False
        whose = self.graph.preposition([k], "of")
        moved = any(self.graph.tokens.tag[o] == "NNS" for o in whose)
        bare = bool(whose) and self.graph.subtree_left(k) == k and not self.graph.child(k, ("det",))
        return moved or (bare and self.graph.tokens.tag[k] == "NN") or "freedom" in self.graph.low[max(0, k - 2) : k]

    def _is_task(self, k: int) -> bool:
        """Whether a mission is what somebody has to do, and no body: "their mission was to guard the port"."""
        verb = self.graph.tokens.head[k]
        if self.graph.lemma[k] != "mission" or self.graph.lemma[verb] != "be" or self.graph.tokens.dep[k] != "nsubj":
            return False
        if not any(self.graph.tokens.tag[p] == "PRP$" for p in self.graph.child(k, ("poss",))):
            return False  # "the UN mission was to leave"
        return any(self.graph.has_to(c) for c in self.graph.child(verb, ("xcomp", "ccomp", "attr")))

    def of(self, k: int) -> frozenset[str]:
        if k == self.graph.size:
            return _OUTSIDE
        if k not in self._cache:
            self._cache[k] = self._classes(k)
        return self._cache[k]

    @cached_property
    def twins(self) -> dict[int, int]:
        """States behind a hyphen, each with the one before it, of what two have together."""
        return twins(self.graph, self) if not HYPHENS.isdisjoint(self.graph.low) else {}

    @cached_property
    def acting(self) -> list[int]:
        """All tokens that can act."""
        return [k for k in range(self.graph.size) if "actor" in self.of(k)]

    def _classes(self, k: int) -> frozenset[str]:
        found: set[str] = set()
        tag = self.graph.tokens.tag[k]
        entity = self._entities[k]
        if entity is not None:
            found |= _of_entity(entity)
            if entity.kind == "NORP" and tag in ("NNS", "NNPS"):
                found.add("person")  # "released three Kurds"
        if tag in ("PRP", "WP") and self.graph.low[k] in _PERSONAL:
            found |= {"actor", "person"}
        if entity is not None and entity.kind == "ROLE":
            found |= self._of_role(k)
        if tag[:2] == "NN" and self.graph.lemma[k] in _PARTIES and (tag[-1] == "S" or self.graph.lemma[k] != "side"):
            found |= {"actor", "group"}
        if tag == "CD":
            found |= {"num", "actor"} if self._counts_people(k) else {"num"}
        deps = ("nsubj", "nsubjpass", "dobj", "pobj")
        if self.graph.low[k] in _QUANTITY and self.graph.tokens.dep[k] in deps and self.part_of(k) == k:
            found |= {"actor", "num"}
        if self.graph.low[k] == "those" and any(self._of_people(c) for c in self.graph.kids[k]):
            found |= {"actor", "group"}  # "those who are detained"
        if (not found and tag[:2] == "NN") or (
            tag[:2] == "JJ" and self.graph.tokens.dep[k] in ("nsubj", "dobj", "pobj")
        ):
            found |= self._of_role(k)
        if (
            not found
            and tag[:2] == "JJ"
            and self.graph.tokens.dep[k] == "amod"
            and (self.graph.lemma[k] not in _SOLDIERLY or self.graph.lemma[self.graph.tokens.head[k]] in _BY_SOLDIERS)
        ):
            role = self._of_role(k)  # "a rebel attack", which the parser takes for an adjective
            found |= role if "armed" in role or self.opposed(k) else set()
        if tag[:2] == "NN" and self.graph.lemma[k] in self.lexicon.single_nouns:
            found.add("event")
        if tag[:2] == "NN" and self._has_joint and any(self.graph.low[c] == "joint" for c in self.graph.kids[k]):
            found.add("joint")  # "a joint border force"
        if tag[:2] == "VB" and any(self.graph.lemma[c] in _MUST for c in self.graph.kids[k]):
            found.add("must")
        if tag[:2] == "VB" and self.graph.lemma[k] == "need" and self._infinitive_below(k):
            found.add("must")  # "the rebels need to disarm"
        if tag[:2] == "VB" and is_advised(self.graph, k):
            found.add("advised")
        if tag == "VB" and any(self.graph.lemma[c] in _WILL for c in self.graph.kids[k]) and not self._denied(k):
            found.add("will")
        if tag == "VB" and self.graph.has_to(k):
            found.add("inf")
        if self._of_kind(k) or self._is_moving(k) or self._is_task(k):
            found -= {"actor", "group", "person"}
        if "actor" not in found:
            found.add("thing")
        return frozenset(found)

    def part_of(self, k: int) -> int:
        """The things of which a token only says how many or what part ("some of Haiti's demands"), else itself."""
        if self.graph.low[k] not in _PORTIONS:
            return k
        whole = self.graph.preposition([k], "of")
        return whole[0] if whole and "actor" not in self.of(whole[0]) else k

    def _of_people(self, clause: int) -> bool:
        return self.graph.tokens.dep[clause] == "relcl" and any(
            self.graph.low[c] == "who" for c in self.graph.kids[clause]
        )

    def _infinitive_below(self, k: int) -> bool:
        return any(self.graph.has_to(c) for c in self.graph.child(k, ("xcomp",)))

    def _denied(self, k: int) -> bool:
        return any(self.graph.tokens.dep[c] == "neg" for c in self.graph.kids[k])

    def _counts_people(self, k: int) -> bool:
        text = self.graph.low[k]
        year = len(text) == 4 and text.isdecimal() and text[:2] in ("18", "19", "20")
        money = any(self.graph.tokens.tag[c] == "$" for c in self.graph.kids[k])
        deps = ("dobj", "nsubjpass", "nsubj", "conj", "pobj")
        return self.graph.tokens.dep[k] in deps and "%" not in text and not year and not money

    def _of_role(self, k: int) -> set[str]:
        role = self.roles.longest_ending(self.graph.lemma, k)
        if role is None:
            return set()
        entry = role[1]
        found = {"actor", "person" if entry.kind == "person" else "group"}
        return found | _of_sector(entry.sector)


def _of_sector(sector: str | None) -> set[str]:
    found: set[str] = set()
    if sector in _ARMED:
        found.add("armed")
    if sector == "COP":
        found.add("police")
    if sector == "JUD":
        found.add("court")
    return found


def _of_entity(entity: Entity) -> set[str]:
    found = {"actor"}
    if entity.kind in ("LOC", "FAC", "MISC"):
        found = {"place"} if entity.kind != "MISC" else set()
        if entity.code is None:
            return found
        found.add("actor")
    if entity.kind == "PERSON":
        found.add("person")
    if entity.kind in _GROUP_KINDS:
        found.add("group")
    if entity.kind == "GPE":
        found.add("place")
    if entity.kind in ("GPE", "NORP") and entity.code:
        found.add("state")
        if entity.kind == "GPE" and not any(part in entity.rule for part in ("/state", "/former", "metonym")):
            found.add("town")  # "the Kabul bombing" was in Kabul, not by it
    return found | _of_sector(entity.sector)
