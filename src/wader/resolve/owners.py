"""Whose a role or thing is: the states and bodies that stand beside the head of a noun phrase."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from wader.knowledge.roles import RoleEntry, Roles
from wader.records import Actor, Entity
from wader.resolve import compound as np
from wader.resolve.compound import View
from wader.resolve.context import NON_STATES
from wader.resolve.found import Found
from wader.text import is_discarded

GENERIC_ROLES = frozenset([
    "leader", "chief", "head", "spokesman", "spokeswoman", "spokesperson", "official", "member", "commander",
    "representative", "boss", "envoy", "negotiator", "founder", "director", "chairman", "chairwoman", "chairperson",
    "chair", "secretary", "fighter", "operative", "activist", "figure", "supporter", "adviser", "advisor", "delegate",
    "delegation", "source", "deputy", "veteran", "lawyer", "mediator", "coordinator", "staffer", "aide", "strongman",
    "warlord", "candidate", "counterpart", "successor", "predecessor", "mastermind", "ringleader", "co-founder",
    "force", "unit", "team", "worker", "staff", "employee", "convoy", "mission", "troop",
    "leadership", "headquarters", "counsel", "legal adviser", "attorney", "economist", "strategist", "treasurer",
    "host", "convener", "convenor", "office-bearer", "organising secretary", "elder", "stalwart", "pollster",
    "personnel", "authority", "high command", "general command", "command", "cadre", "rank", "ranks",
    "functionary", "faction",
])  # fmt: skip
"""Roles that take their sector from the body they belong to."""
STATE_NOUNS = frozenset(["country", "nation", "kingdom", "republic", "homeland", "state", "motherland"])
PLURAL_STATES = frozenset([
    "country", "nation", "state", "power", "neighbour", "neighbor", "ally", "kingdom", "republic", "partner", "capital",
])  # fmt: skip
THINGS = frozenset([
    "airstrike", "strike", "missile", "rocket", "shell", "drone", "warplane", "jet", "aircraft", "helicopter",
    "plane", "bomber", "fire", "gunfire", "artillery", "tank", "mortar", "bomb", "bombing", "bombardment", "shelling",
    "attack", "raid", "offensive", "assault", "operation", "invasion", "incursion", "aggression", "warship", "ship",
    "vessel", "tanker", "boat", "submarine", "fleet", "base", "position", "target", "post", "checkpoint", "outpost",
    "convoy", "headquarters", "embassy", "consulate", "mission", "stronghold", "camp", "bunker", "barracks",
    "garrison", "facility", "installation", "infrastructure", "territory", "soil", "border", "airspace", "village",
    "town", "city", "stance", "statement", "decision", "ruling", "order", "verdict", "court", "law", "bill", "policy",
    "plan", "proposal", "offer", "demand", "request", "call", "move", "action", "measure", "sanction", "threat",
    "claim", "allegation", "accusation", "report", "pressure", "crackdown", "rule", "occupation", "regime", "rule",
    "control", "handling", "treatment", "refusal", "failure", "effort", "bid", "blockade", "siege", "embargo", "ban",
    "tariff", "building", "office", "station", "resolution", "vote", "campaign", "home", "house", "car", "vehicle",
    "airport", "port", "patrol", "line",
])  # fmt: skip
"""Things whose doings and sufferings are their owner's, even where a mere adjective names the owner."""
_HOMES = frozenset(["house", "home", "residence", "mansion", "villa", "apartment", "flat"])
_TOLD = 2
"""How many sentences back a home says whose "the house" is."""
DISCARDED = "discarded"
"""How a name owns that a dictionary of the user's own discards: whose it is is nobody's, not the page's country's."""
_OWNING = frozenset(["of", "from", "for", "at", "with", "in", "within", "inside", "under", "by", "across"])
_SHARING = frozenset(["of", "from"])
_ONLY_OF = frozenset(["of", "from", "by"])
_TO_GOVERNMENT = frozenset(["in", "at", "within", "inside", "across"])
_TOWNS = ("capital", "subnational")
"""A town before a thing says where it is: "the Paris attack", "Kabul airport"."""
_BLOWN = frozenset("bomb blast explosion suicide grenade landmine".split())
"""Words of what blows up: a state before them is where it does ("blamed rebels for the Kenya bomb attack")."""
_FORMER = frozenset(["former", "ex", "retired", "onetime", "one-time", "ousted", "deposed", "erstwhile",
                     "toppled", "overthrown", "dethroned"])  # fmt: skip
_STATES = ("pair:", "the country", "unnamed states")
"""Rules that found states where no entity stands: "of both countries"."""
_ADJECTIVES = frozenset([
    "general", "major", "private", "minor", "national", "local", "native", "adult", "human", "individual", "dead",
    "injured", "wounded", "principal", "particular", "regular", "elder", "captive", "twin", "senior", "junior",
    "veteran",
])  # fmt: skip
"""Adjectives that are also nouns for persons: "the general council" is no soldiers'."""
_LAND = frozenset(["country", "nation", "kingdom", "homeland"])
"""Words for states that before another noun own nothing: "a country club", "a 9-nation bloc"."""
_AGAINST = frozenset(["anti", "counter", "non"])
"""Halves of a hyphenated word that say whom somebody is against: "an anti-refugee group" is no refugees'."""
MEMBERS = frozenset([
    "person", "people", "man", "woman", "member", "figure", "leader", "activist", "official", "politician", "element",
    "moderate", "hardliner", "conservative", "liberal",
])  # fmt: skip
"""Who is of the body in which he is said to be."""
_HELD = {"own": "by", "operate": "by", "run": "by", "belong": "to"}
"""Participles that say whose a thing is, and the preposition before the owner."""
_BRANCHES = frozenset(["unit", "wing", "branch", "chapter", "section", "arm"])
_JOINED = frozenset(["PTY", "OPP", "LAB", "GOV", "MIL"])
_MEMBERED = frozenset(["government", "administration", "army", "military", "armed force", "regime"])
_RULERS = frozenset(["president", "vice president", "prime minister", "premier", "chancellor", "king", "queen", "emir"])
"""Who serves at no body: where they are "at" one, they are its guests."""
_WIDEST = 9
"""Most words in such brackets."""
_BODY_KINDS = ("ORG", "PERSON")


@dataclass(slots=True)
class Owner:
    """Who a role or thing belongs to. ``how``: possessive, modifier, of, from, in…, discarded. ``body``: an
    organisation or person rather than a state; ``group``: a role noun used as a modifier ("army chief"); ``former``:
    "ex-"."""

    found: Found
    how: str
    body: bool = False
    group: RoleEntry | None = None
    former: bool = False


class _Phrases(Protocol):
    roles: Roles

    def phrase(self, view: View, head: int, depth: int) -> list[Found]: ...
    def of_entity(self, entity: Entity) -> Found: ...
    def alias(self, view: View, n: int, depth: int) -> list[Found]: ...
    def view(self, sequence: int) -> View | None: ...


class OwnerReader:
    """Reads owners off the syntax of a phrase."""

    def __init__(self, phrases: _Phrases) -> None:
        self._phrases = phrases

    def read(self, view: View, head: int, depth: int) -> list[Owner]:
        """The owners of a role, nearest evidence first: possessive, modifiers, then "of", "from", "in"."""
        owners = self._bracketed(view, head) or self._left(view, head, depth)
        if any(o.how == DISCARDED for o in owners):
            return owners
        if not owners:
            owners.extend(self._adjacent(view, head))
        if self._formerly(view, head):
            owners.append(Owner(Found(_nobody(), ""), "former", former=True))
        if not any(o.found.actor.code for o in owners):
            owners.extend(self._right(view, head, _OWNING, depth) or self._shared(view, head, depth))
        elif any(o.group for o in owners):
            pass
        else:
            others = _is_of_next(view, head)
            behind = [] if others else self._right(view, head, frozenset(["of", "for", "from"]), depth)
            behind = [o for o in behind if o.body and not o.found.rule.startswith("owner: ")]  # "told him of his aid"
            owners.extend(o for o in behind if o.how != "from" or o.found.actor.code in NON_STATES)
        return owners

    def _bracketed(self, view: View, head: int) -> list[Owner]:
        """The body whose short form stands in brackets between its name and a role: "the Labour Union (LU) leader"."""
        own = self._phrases.roles.longest_ending(view.lemma, head)
        close = head - (own[0] if own is not None else 1)
        if close < 3 or view.tokens.text[close] != ")":
            return []
        opening = next((k for k in range(close - 1, max(0, close - _WIDEST), -1) if view.tokens.text[k] == "("), 0)
        entity = view.entity[opening - 1] if opening else None
        if entity is None or entity.kind != "ORG" or entity.sector is None:
            return []
        return [Owner(self._phrases.of_entity(entity), "modifier", body=True)]

    def _formerly(self, view: View, head: int) -> bool:
        """ "The former culture and communications minister": "former" hangs on half of the office."""
        first = view.tokens.head[head]
        if view.tokens.dep[head] != "conj" or np.determiner(view, head) is not None or view.entity[first] is not None:
            return False
        half = self._phrases.roles.longest_ending(view.lemma, first) is None
        half = half and head == min(k for k in view.kids[first] if view.tokens.dep[k] == "conj")
        return half and any(view.lemma[k] in _FORMER for k in view.kids[first] if k < first)

    def _adjacent(self, view: View, head: int) -> list[Owner]:
        """The people whose adjective stands right before a role, whatever the parser hung it on: "to the Salvadoran
        armed forces and government"."""
        own = self._phrases.roles.longest_ending(view.lemma, head)
        before = head - (own[0] if own is not None else 1)
        entity = view.entity[before] if own is not None and before >= 0 else None
        if entity is None or entity.kind != "NORP" or view.tokens.tag[before] in ("NNS", "NNPS"):
            return []
        if entity.code is None or np.stands_apart(view.source, entity):
            return []
        return [Owner(self._phrases.of_entity(entity), "modifier", body=entity.sector is not None)]

    def _shared(self, view: View, head: int, depth: int) -> list[Owner]:
        """Owners that stand beside another conjunct only: "Israeli soldiers and settlers", "leaders and members of
        the party"."""
        tokens = view.tokens
        if tokens.dep[head] == "conj" and not np.is_named(view, head) and not any(
            view.tokens.dep[k] in ("det", "poss", "amod") for k in view.kids[head]
        ):
            first = tokens.head[head]
            while tokens.dep[first] == "conj" and tokens.head[first] != first:
                first = tokens.head[first]
            sides = view.lemma[tokens.head[first]] == "between"  # "between US troops and militants"
            if tokens.tag[first].startswith("NN") and not np.is_named(view, first) and not sides:
                here = [o for o in self._left(view, first, depth) if o.found.actor.code]
                if here and _is_of_next(view, first, head):
                    return [o for o in self._right(view, first, _SHARING, depth) if o.found.actor.code]
                behind = any(n > head for _, n in np.objects_of(view, first, _SHARING))
                if here or not behind:
                    return here
                return [o for o in self._right(view, first, _SHARING, depth) if o.found.actor.code]
        after = [k for k in view.kids[head] if tokens.dep[k] == "conj" and k > head]
        if after and not np.is_named(view, after[-1]) and np.determiner(view, after[-1]) is None:
            return [o for o in self._right(view, after[-1], _SHARING, depth) if o.found.actor.code]
        return []

    def owners_of_thing(self, view: View, head: int, depth: int) -> list[Owner]:
        """The owners of a thing: possessive, modifiers, "of", "by", "from"; a place that it is in owns nothing."""
        owners = [o for o in self._left(view, head, depth) if o.group is None or o.found.actor.code]
        sites = self._sites(view, head)
        owners = [o for o in owners if o.how != "modifier" or not o.found.rule.startswith(sites)]
        if not any(o.found.actor.code for o in owners):
            owners = self._held_by(view, head, depth) or self._modifying_role(view, head, depth)
            owners = owners or self._right(view, head, _ONLY_OF, depth)
        owners = [o for o in owners if o.found.actor.code or o.found.actor.sector]
        return owners or self._told_before(view, head, depth)

    def _held_by(self, view: View, head: int, depth: int) -> list[Owner]:
        """Of a thing "owned by", "belonging to" somebody: its owner."""
        owned = [k for k in view.kids[head] if k > head and view.tokens.dep[k] == "acl" and view.lemma[k] in _HELD]
        links = [k for n in owned for k in view.kids[n] if view.lemma[k] == _HELD[view.lemma[n]]]
        nouns = [n for k in links for n in view.kids[k] if view.tokens.dep[n] == "pobj"]
        found = [f for n in nouns for f in self._phrases.phrase(view, n, depth + 1)]
        return [Owner(f, "possessive", body=_is_body(f)) for f in found]

    @staticmethod
    def _sites(view: View, head: int) -> tuple[str, ...]:
        """Rules of names before a thing that say where it was: towns, and states before what blew up."""
        blown = any(view.tokens.lemma[k] in _BLOWN for k in (head, *np.left_of(view, head)))
        return (*_TOWNS, "state") if blown else _TOWNS

    def _told_before(self, view: View, head: int, depth: int) -> list[Owner]:
        """Whose "the house" is: of whom a home was told just before, "the judge's home"."""
        if view.lemma[head] not in _HOMES or np.determiner(view, head) != "the" or len(view.kids[head]) != 1:
            return []
        for back in range(view.sentence.sequence, max(0, view.sentence.sequence - 1 - _TOLD), -1):
            there = self._phrases.view(back)
            for k in range((head if there is view else len(there.tokens)) - 1, -1, -1) if there is not None else ():
                if there is None or there.lemma[k] not in _HOMES or not there.tokens.tag[k].startswith("NN"):
                    continue
                owner = np.possessor(there, k)
                if owner is not None:
                    found = self._phrases.phrase(there, owner, depth + 1)
                    return [Owner(f, "possessive", body=_is_body(f)) for f in found]
        return []

    def _left(self, view: View, head: int, depth: int) -> list[Owner]:
        owners: list[Owner] = []
        owner = np.possessor(view, head)
        modifiers = np.left_of(view, head)
        if (
            owner is not None
            and view.tokens.tag[owner] == "PRP$"
            and any((e := view.entity[n]) is not None and e.kind in ("GPE", "NORP") for n in modifiers)
            and view.lemma[head] not in _BRANCHES
        ):
            owner = None  # "their Malaysian partners"; but "its Kerala unit" is a party's
        if (owner is not None and view.entity[owner] is None) or (owner is not None and _is_role(view.entity[owner])):
            modifiers = np.left_of(view, head, owner)
            found = self._phrases.phrase(view, owner, depth + 1)
            owners.extend(Owner(f, "possessive", body=_is_body(f)) for f in found)
        seen: list[Entity] = []
        for n in modifiers:
            entity = view.entity[n]
            if view.lemma[n] in _FORMER or view.lemma[n].startswith("ex-"):
                owners.append(Owner(Found(_nobody(), ""), "former", former=True))
                continue
            if entity is None or entity.kind == "ROLE":
                role = self._group_at(view, n, head)
                if role is not None:
                    owners.append(Owner(Found(_nobody(), ""), "modifier", group=role))
                elif view.tokens.tag[n].startswith("NN"):
                    owners.extend(Owner(f, "modifier", body=True) for f in self._phrases.alias(view, n, depth + 1)[:1])
                continue
            if entity in seen or np.stands_apart(view.source, entity):
                continue
            if is_discarded(entity):
                owners.append(Owner(Found(_nobody(), entity.rule), DISCARDED))
                continue
            short = self._phrases.alias(view, n, depth + 1)
            if short or entity.kind == "MISC":
                owners.extend(Owner(f, "modifier", body=True) for f in short[:1])
                continue
            seen.append(entity)
            found_entity = self._phrases.of_entity(entity)
            how = "possessive" if n == owner else "modifier"
            body = entity.kind in _BODY_KINDS or (entity.kind == "NORP" and entity.sector is not None)
            owners.append(Owner(found_entity, how, body=body))
        return owners

    def _group_at(self, view: View, n: int, head: int) -> RoleEntry | None:
        """The role noun that token ``n`` is as a modifier of ``head``, unless it is part of the head's own role."""
        own = self._phrases.roles.longest_ending(view.lemma, head)
        if own is not None and n > head - own[0]:
            return None
        if not view.tokens.tag[n].startswith(("NN", "JJ")) or view.tokens.dep[n] == "poss":
            return None
        if view.lemma[n] in _ADJECTIVES and not view.tokens.tag[n].startswith("NNS"):
            return None
        if view.lemma[n] in _LAND or (n > 1 and view.tokens.text[n - 1] == "-" and view.lemma[n - 2] in _AGAINST):
            return None
        found = self._phrases.roles.longest_ending(view.lemma, n)
        return found[1] if found is not None and found[1].kind != "thing" else None

    def _modifying_role(self, view: View, head: int, depth: int) -> list[Owner]:
        """ "Police station", "army base", "rebel positions", "army helicopters": the role noun before a thing."""
        own = self._phrases.roles.longest_ending(view.lemma, head)
        first = head + 1 - own[0] if own is not None else head
        force = self._phrases.roles.longest_ending(view.lemma, head - 1) if own is not None and head else None
        bearing = force is not None and force[1].collective and force[1].sector in ("MIL", "COP")
        if own is not None and own[1].kind == "thing" and bearing and np.acts(view, head):
            first = head  # the thing is called by its owner
        for n in reversed(np.left_of(view, head)):
            if n >= first:
                continue
            if (view.tokens.tag[n].startswith("NN") and view.entity[n] is None) or _is_role(view.entity[n]):
                role = self._phrases.roles.longest_ending(view.lemma, n)
                if role is not None and role[1].kind != "thing":
                    return [Owner(f, "modifier") for f in self._phrases.phrase(view, n, depth + 1)]
        return []

    def _range(self, view: View, head: int, first: int, depth: int) -> list[Owner]:
        """All of "from Egypt and Syria to Kazakhstan": each state behind the first one belongs to the noun too."""
        last = max((n for _, n in np.objects_of(view, head, frozenset(["to"])) if n > first), default=None)
        if last is None and np.is_plural(view, head):
            last = _end_of_range(view, first)
        if last is None:
            return []
        states = [n for n in range(first + 1, last + 1) if (e := view.entity[n]) is not None and e.kind == "GPE"]
        return [Owner(f, "from") for n in states for f in self._phrases.phrase(view, n, depth + 1)]

    def _right(self, view: View, head: int, prepositions: frozenset[str], depth: int) -> list[Owner]:
        owners: list[Owner] = []
        for preposition, n in np.objects_of(view, head, prepositions):
            entity = view.entity[n]
            state = entity is not None and (entity.kind == "GPE" or is_discarded(entity))
            if owners and owners[-1].how not in ("of", "by") and not (state and view.tokens.dep[n] == "conj"):
                break  # but "ministers from Mali and Niger" are of both
            serves = self._serves(view, head, n) if preposition == "at" else self._belongs(view, head, n)
            if preposition in _TO_GOVERNMENT and not state and not serves:
                continue
            if preposition == "by" and not view.tokens.tag[n].startswith("NN"):
                continue
            if owners and not owners[-1].body and (entity is None or _is_role(entity)):
                continue  # "the army of Chad and guerrillas": these own no army
            if entity is not None and is_discarded(entity):
                return [Owner(Found(_nobody(), entity.rule), DISCARDED)]
            for found in self._phrases.phrase(view, n, depth + 1):
                owners.append(Owner(found, preposition, body=not state and not found.rule.startswith(_STATES)))
            if preposition == "from" and owners:
                ranged = self._range(view, head, n, depth)
                owners.extend(ranged)
                if ranged:
                    break
        rank = {"of": 0, "by": 1, "from": 2, "for": 3}
        owners.sort(key=lambda o: rank.get(o.how, 4))
        return [o for o in owners if o.how == owners[0].how] if owners else []

    def _belongs(self, view: View, head: int, n: int) -> bool:
        """ "People in our party", "leaders within the movement": of a body that has members, not where they are."""
        body = self._phrases.roles.longest_ending(view.lemma, n)
        own = self._phrases.roles.longest_ending(view.lemma, head)
        if body is None or body[1].sector not in _JOINED or body[1].kind == "thing":
            return False
        members = body[1].kind == "group" or body[1].lemma in _MEMBERED
        return members and own is not None and own[1].lemma in MEMBERS

    def _serves(self, view: View, head: int, n: int) -> bool:
        """ "The attaché at the French embassy", "a spokesman at the ministry": an officer of the body where he is."""
        own = self._phrases.roles.longest_ending(view.lemma, head)
        body = self._phrases.roles.longest_ending(view.lemma, n)
        if own is None or body is None or own[1].kind != "person" or own[1].sector not in (None, "GOV"):
            return False
        if own[1].lemma in _RULERS:
            return False  # "a talk with the president at the United Nations"
        return body[1].kind == "institution" and body[1].sector in ("GOV", "MIL", "LEG", "JUD")


def _is_of_next(view: View, head: int, next_: int | None = None) -> bool:
    """Whether the "of" that hangs on ``head`` stands right behind the noun after "and" (``next_``: this one), whose it
    is: "the Kenyan president and leaders of the unions"."""
    after = [k for k in view.kids[head] if view.tokens.dep[k] == "conj" and (next_ is None or k == next_)]
    return any(k + 1 in view.kids[head] and view.lemma[k + 1] in _SHARING for k in after if k > head)


def _end_of_range(view: View, first: int) -> int | None:
    """The state behind a "to" that no verb governs: "rulers who were elected, from Chad in May to Togo in June"."""
    for n in range(first + 1, len(view.tokens)):
        if view.tokens.tag[n].startswith("VB") or view.tokens.text[n] in (";", "."):
            return None
        entity, link = view.entity[n], view.tokens.head[n]
        ends = view.lemma[link] == "to" and view.tokens.tag[view.tokens.head[link]].startswith("NN")
        if ends and entity is not None and entity.kind == "GPE" and entity.rule.startswith("state:"):
            return n
    return None


def _is_role(entity: Entity | None) -> bool:
    return entity is not None and entity.kind == "ROLE"


def _is_body(found: Found) -> bool:
    """Whether the owner is a person or a body rather than a state."""
    return found.person or found.actor.sector not in (None, "GOV") or found.actor.code in NON_STATES


def _nobody() -> Actor:
    return Actor(code=None, sector=None)
