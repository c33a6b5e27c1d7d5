"""What the encoder says of a party beside what the rules say: its sector, and which name of its sentence is its
country's. Rules that are mostly right are overruled by much, rules that guess by little: weights by rule, fitted on the
corpus's dev split (``coder.yaml``: ``sector``, ``country``)."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from wader.knowledge.coder import Join
from wader.records import Actor, Entity, Mention, Place
from wader.resolve.context import NON_STATES
from wader.resolve.nearby import FRIENDS
from wader.resolve.owners import GENERIC_ROLES
from wader.resolve.pronouns import PERSON_PRONOUNS
from wader.resolve.strangers import OUTSIDERS
from wader.text import is_discarded

NO_SECTOR = "-"
LEAST = 1e-4
"""Probability that a sector has at least."""
_SURE = 0.6
"""Confidence of a place in small letters from which it names a country."""
Span = tuple[int, int]
Features = dict[str, float]
_ENTRY = re.compile(r"(\.yaml)?:.*|,.*")
_LISTED = re.compile(r"(?:^|[;:] )(?!(?:roles\.yaml|countries\.yaml:\w+/demonym))[\w./-]+:[^ ;]|discarded")
"""An entry of a list of names, ours or a user's, which is not overruled."""
DEEDS = frozenset(["UAF", "CRM"])
"""Sectors that the rules give for what somebody does."""
NEAR = [
    {"GOV", "MIL"}, {"GOV", "LEG"}, {"OPP", "PTY"}, {"REB", "UAF"}, {"REB", "PRM"}, {"UAF", "PRM"}, {"UAF", "CRM"},
    {"CVL", "OPP"}, {"COP", "MIL"}, {"SOC", "OPP"}, {"ELI", "PTY"},
]  # fmt: skip
"""Sectors between which careful readers differ: there the rule stands."""
_RULED = [*NEAR, {"CVL", "ELI"}, {"GOV", "JUD"}, {"LAB", "REB"}]
"""The same, and those that a list of offices tells better: who has an office, who is a magistrate with no court,
who leads a union that others call a front of rebels."""
_CIVIL = frozenset([
    "citizen", "civilian", "resident", "inhabitant", "villager", "passenger", "tourist", "visitor", "passer-by",
    "bystander", "onlooker", "commuter", "motorist", "voter", "hostage", "neighbour", "taxpayer",
    "shopkeeper", "street vendor", "vendor", "hawker", "trader", "merchant", "businessman", "farmer", "peasant",
    "driver", "fisherman", "housewife", "pensioner", "widow", "orphan", "child", "baby", "girl", "boy", "survivor",
    "family", "lawyer", "attorney",
])  # fmt: skip
"""Roles that say themselves that their bearers are no armed men, officials or partisans."""
_OF_OFFICE = frozenset(["GOV", "LEG", "JUD", "MIL", "COP"])
_ROLE = re.compile(r"roles\.yaml:([^;,]+)")
GUESSES = frozenset([
    "page country", "main country of the page", "place in the sentence", "place in the sentence before", "place before",
    "dateline", "the country named last", "said of this role before", "unnamed states", "who holds or frees them",
])  # fmt: skip
"""Last steps of rules that guess a country from what stands around."""
_BARE_MEMBER = re.compile(r"roles\.yaml:(?:\w+ )?member\b")
_ALLIES = frozenset(["ally", "partner"])
_QUOTED = re.compile(r"“[^”]*”")


def kind_of(step: str) -> str:
    """The kind of a step of a rule: "role: roles.yaml:mayor" is "role"."""
    return _ENTRY.sub("", _QUOTED.sub("…", step)).strip()


def steps(rule: str) -> tuple[str, str]:
    """Kinds of the first step of a rule, which decides the sector, and the last, which decides the country."""
    parts = rule.split("; ")
    return kind_of(parts[0]), kind_of(parts[-1])


def is_guess(rule: str) -> bool:
    """Whether a rule only guesses a country."""
    return steps(rule)[1] in GUESSES


def sector_asked(actor: Actor, rule: str, mention: Mention, noun: str = "") -> tuple[str, Features] | None:
    """The sector that the encoder prefers to the rule's, and the features of whether it is right; None where both say
    the same, or one of them nothing. ``noun``: the lemma of the mention's head."""
    told = mention.sectors
    if not told or _LISTED.search(rule) or actor.code in NON_STATES or actor.sector in DEEDS:
        return None
    said, best = actor.sector or NO_SECTOR, max(told, key=lambda s: (told[s], s))
    if best == said or best in actor.other_sectors or "UNK" in (said, best) or {said, best} in _RULED:
        return None
    if _is_officer(said, rule, noun) or _is_civil(said, rule):
        return None
    if noun == "member" and best == "LEG" and not _BARE_MEMBER.search(rule):
        return None  # "members of the press": the word alone makes nobody a parliament's
    margin = math.log(max(told[best], LEAST)) - math.log(max(told.get(said, 0.0), LEAST))
    return best, {
        "bias": 1.0, "margin": margin, "sure": told[best], f"rule {steps(rule)[0]}": 1.0, f"said {said}": 1.0,
        f"likely {best}": 1.0,
    }  # fmt: skip


def _is_officer(said: str, rule: str, noun: str) -> bool:
    """Whether the page itself says of a pronoun's bearer which office he has, or in whose name he speaks: "he" who is
    Congressman Kowal is of no party because of what he does."""
    called = _ROLE.search(rule)
    if called is None or said not in _OF_OFFICE:
        return False
    spoken = rule.startswith("first person: ") and ("declares" in rule or "on behalf of" in rule)
    told = noun in PERSON_PRONOUNS and ("title: " in rule or "apposition: " in rule)
    return spoken or (told and called[1].rpartition(" ")[2] not in GENERIC_ROLES)


def _is_civil(said: str, rule: str) -> bool:
    """Whether a rule read a word that leaves no doubt: "citizens", whatever befalls them; a civilian thing, which no
    company of soldiers makes a tank; parties that are no political ones."""
    if (said == "CVL" and steps(rule)[0] == "thing") or rule.startswith("parties to a matter"):
        return True
    called = _ROLE.search(rule)
    return said in ("CVL", "BUS", "AGR") and called is not None and called[1] in _CIVIL


def country_asked(actor: Actor, rule: str, mention: Mention, codes: Mapping[Span, str]) -> tuple[str, Features] | None:
    """The country that the encoder prefers, and the features of whether it is right; None where it has none to offer.
    ``codes``: countries by the names' spans."""
    called = _ROLE.search(rule)
    if _LISTED.search(rule) or (actor.code is not None and not is_guess(rule)):
        return None
    if OUTSIDERS in rule or (called is not None and called[1] in FRIENDS):
        return None
    logits: dict[str, float] = {}
    for start, end, logit in mention.homes:
        code = codes.get((start, end))
        if code is not None:
            logits[code] = max(logit, logits.get(code, logit))
    own = logits.pop(actor.code or "", None)
    if not logits or actor.code in NON_STATES:
        return None
    best = max(logits, key=lambda c: (logits[c], c))
    return best, {
        "bias": 1.0, "likely": logits[best], "said": 0.0 if own is None else own,
        "absent": float(own is None and actor.code is not None), "none": float(actor.code is None),
        f"rule {steps(rule)[1]}": 1.0,
    }  # fmt: skip


def named_codes(entities: Iterable[Entity], places: Iterable[Place]) -> dict[Span, str]:
    """Countries by the spans of the names of one text; a name that a user discards names none, nor does in small
    letters, where any word may pass for a name, a lone word of a country that is not named or one of many places."""
    named = list(entities)
    void = [(e.start, e.end) for e in named if is_discarded(e)]
    where = [p for p in places if p.country_code]
    distinct, said = {(p.country_code, p.text.lower()) for p in where}, {e.code for e in named}
    often = Counter(code for code, _ in distinct)  # one town's name again and again is one town still

    def is_vague(place: Place) -> bool:
        lone = often[place.country_code] < 2 and place.country_code not in said
        return place.text.islower() and (lone or (place.confidence is not None and place.confidence < _SURE))

    found = {(p.start, p.end): p.country_code for p in where if p.country_code and not is_vague(p)}
    found |= {(e.start, e.end): e.code for e in named if e.code and e.kind != "ROLE"}
    return {s: code for s, code in found.items() if not any(s[0] < end and start < s[1] for start, end in void)}


def meant(label: str) -> str | None:
    """The sector of an actor that the encoder's label means."""
    return None if label == NO_SECTOR else label


def weighed(
    read: list[tuple[Actor, str]], mention: Mention, codes: Mapping[Span, str], join: Join, noun: str = ""
) -> list[tuple[Actor, str]]:
    """``read`` with sector and country as rules and encoder together have them; several parties of the same words are
    left as they are."""
    if len(read) != 1 or not mention.sectors:
        return read
    actor, said = read[0]
    rule, asked = said, sector_asked(actor, said, mention, noun)
    if asked is not None and summed(join.sector, asked[1]) > 0:
        actor = msgspec.structs.replace(actor, sector=meant(asked[0]), other_sectors=[])
        rule = f"{rule}; encoder: {asked[0]} {mention.sectors[asked[0]]:.2f}"
    own = not (noun in _ALLIES and said.endswith("unnamed states"))  # "Canada's African allies" are not Canada
    asked = country_asked(actor, said, mention, codes) if own else None
    if asked is not None and summed(join.country, asked[1]) > 0:
        actor = msgspec.structs.replace(actor, code=asked[0], identifier_id=None, identifier_text=None)
        rule = f"{rule}; encoder: of {asked[0]}"
    return [(actor, rule)]


def summed(weights: Mapping[str, float], features: Features) -> float:
    """Logit of a rule: the sum of its weights over what holds; below even where it has no weights."""
    return sum(weights.get(name, 0.0) * value for name, value in features.items()) if weights else -1.0
