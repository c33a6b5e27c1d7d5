"""Words of what a state has abroad, which tell nothing of where a page's story plays."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping

from wader.knowledge.roles import Roles
from wader.records import Article, Document, Entity, Place, Tokens
from wader.text import is_discarded

PLACED = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]cross|[Ii]nside|[Aa]round|[Tt]hroughout|(?:city|town|village|province|state|region|capital|"
    r"island|coast|outskirts|suburb|port|district|department|municipality|area|north|south|east|west|neighbou?rhood|stronghold|bastion|streets|heart) of)"  # noqa: E501
    r"\s+(?:(?!between|with|against|by|from|to|and|of|which|whom|whose|for)[a-z-]+\s+){0,2}$"
)
"""Right before a place: something happened there."""
ABROAD = frozenset([
    "citizen", "national", "tourist", "traveller", "visitor", "backpacker", "holidaymaker", "expatriate", "expat",
    "compatriot", "embassy", "consulate", "ambassador", "consul", "diplomat", "diplomatic mission", "envoy",
    "special envoy", "adviser", "advisor", "military adviser", "military advisor", "military attache", "missionary",
    "correspondent", "emissary", "charge d'affaires", "vice consul", "mediator", "aid worker", "emigrant",
    "delegation", "foreign fighter", "mercenary", "peacekeeper", "contingent",
])  # fmt: skip
"""Roles whose nationality is told where they are abroad: no sign that the page plays in that country."""
_SENT = frozenset([
    "embassy", "consulate", "ambassador", "consul", "diplomat", "diplomatic mission", "envoy", "special envoy",
    "emissary", "charge d'affaires", "vice consul", "legation", "military attache",
])  # fmt: skip
"""Whom and what a state sends: more of its own than other people abroad."""
OUTPOSTS = frozenset([
    "embassy", "consulate", "mission", "base", "compound", "convoy", "custody", "ship", "vessel", "warship", "plane",
    "aircraft", "residence", "delegation", "flag", "command", "control",
])  # fmt: skip
"""What a state has abroad: "in the US embassy" is not in that state."""
FROM = re.compile(
    r"\b(?:(?:native|citizen|national)s? of|(?:immigrant|emigrant|migrant|refugee)s? from|(?:ambassador|envoy) to|"
    r"(?:attach[eé]|counsell?or|secretary|appointed|posted|assigned|accredited)\b[^.,;]{0,24}\b"
    r"(?:embassy|consulate|legation) in|"
    r"(?:born|living|lives?|lived|resid(?:es?|ed|ing)|stud(?:y|ies|ied|ying)|filmed|recorded|published|printed|educated|"
    r"raised|exiled?|grew up) in|(?:border|frontier)s? with)\s+(?:the\s+)?$"
)
"""Right before the state from which somebody comes, where he lives or learnt, or to which he or an embassy is sent."""
_GOAL = re.compile(
    r"\b(?:leave|leaves|leaving|left|depart(?:s|ed|ing)?|travel(?:s|l?ed|l?ing)?|fl(?:y|ies|ew|ying|own)|trip|trips|"
    r"journey|headed|bound|heading|plane|flight|went|goes|go|going)\b[^.,;]{0,25}\b(?:for|to)\s+(?:the\s+)?$"
)
"""Right before where somebody goes: who goes there is not of it."""
_BIRTH = re.compile(
    r"\b(?:(?:native|citizen|national)s? of|(?:immigrant|emigrant|migrant|refugee)s? from|born in)\s+(?:the\s+)?$"
)
"""Right before the state of somebody who is rather where such are rare."""
_STREET = re.compile(
    r"(?: and [\w.'’-]+)? (?:[Ss]treets?|[Aa]venues?|[Bb]oulevards?)\b(?! (?:protest|battle|fight|gang))"
)
"""Right behind the state that a street is called after: "at Peru Street", "Peru and Cordoba Streets"."""
QUALIFYING = re.compile(r" (?:[a-z]+(?:ed|al|ary|ic|ese|ish|an) )?(?:[a-z]+(?:s|er|or|ment|ion|ry|st|an)\b)")
"""A noun right behind a state's name, which it qualifies as an adjective does, in a sentence that was not parsed."""
BORDER = re.compile(r"(?:['’]s)?[ -](?:border|frontier)")
DEPENDENCIES = {
    code: state
    for state, codes in {
        "USA": "PRI GUM VIR ASM MNP UMI", "GBR": "BMU CYM VGB TCA AIA MSR FLK SHN IMN JEY GGY GIB PCN SGS IOT",
        "FRA": "REU GLP MTQ GUF MYT NCL PYF SPM WLF MAF BLM ATF", "NLD": "ABW CUW SXM BES", "DNK": "GRL FRO",
        "AUS": "CXR CCK NFK HMD", "NZL": "NIU TKL COK", "NOR": "SJM BVT", "FIN": "ALA", "CHN": "MAC", "KOS": "XKX",
    }.items()
    for code in codes.split()
}  # fmt: skip
"""Dependencies act as their state: PLOVER codes states."""
_PRIVATE = frozenset(["CVL", "MED", "EDU", "REF", "LAB", "AGR", "CRM"])
_CALLED = re.compile(
    r"(?:\ba\.?k\.?a\.?|\balias|\b(?:known|referred to|described) (?:\w+ )?as|\bnicknamed|\bcalled|\bdubbed)"
    r"[\s,\"“'‘]*(?:the )?$",
    re.IGNORECASE,
)


def is_medium(entity: Entity) -> bool:
    """Whether a name is an agency's or a paper's, which tells of other countries than its own."""
    return entity.kind == "ORG" and entity.sector == "JRN"


def is_only_called(entity: Entity, source: str) -> bool:
    """Whether a people's or state's name is what somebody or a street is called: "alias the Mexican", "Peru Street"."""
    if entity.rule.startswith("state:"):
        return _STREET.match(source, entity.end) is not None
    return entity.kind == "NORP" and _CALLED.search(source, max(0, entity.start - 40), entity.start) is not None


def nobodys(document: Document) -> set[tuple[str, int]]:
    """Where names stand that speak for no country: those that a dictionary discards, and towns that are but the first
    half of a name that the page tells without a preposition: "told Valencia Ruiz"; a state in a longer name of a house
    or a part of the world: "Hotel Peru", "Latin America"."""
    entities, article = document.entities, document.article
    persons = {(e.in_, e.start): e.text for e in entities if e.kind == "PERSON"}
    halves: dict[tuple[str, int], tuple[str, str]] = {}
    named = set[tuple[str, str]]()
    for e in entities:
        behind = persons.get((e.in_, e.end + 1))
        if e.kind != "GPE" or behind is None or e.rule.startswith("state:"):
            continue
        source = (article.title or "") if e.in_ == "title" else article.text
        halves[e.in_, e.start] = e.text, behind
        if source[e.end] == " " and not PLACED.search(source, max(0, e.start - 40), e.start):
            named.add((e.text, behind))
    longer = [e for e in entities if e.kind in ("LOC", "FAC") or is_medium(e)]
    parts = {(p.in_, p.start) for p in document.places for e in longer
             if e.in_ == p.in_ and e.start < p.start and p.end <= e.end}  # fmt: skip
    discarded = {(e.in_, e.start) for e in entities if is_discarded(e)}
    return parts | discarded | {at for at, both in halves.items() if both in named}


def before_border(entity: Entity, article: Article) -> bool:
    """ "Near the Kenyan border": on which side of it, is not said."""
    source = (article.title or "") if entity.in_ == "title" else article.text
    return entity.kind in ("GPE", "NORP") and BORDER.match(source, entity.end) is not None


def is_goal(entity: Entity, source: str) -> bool:
    """Whether a state or town is only where somebody goes: "leave tonight for Chile"."""
    return entity.kind == "GPE" and _GOAL.search(source, max(0, entity.start - 50), entity.start) is not None


def is_sent(entity: Entity, behind: Entity | None) -> bool:
    """Whether an entity is whom a state sends abroad, or the nationality before that: "the Peruvian ambassador"."""
    role = behind if entity.kind == "NORP" else entity
    return role is not None and role.kind in ("PERSON", "ROLE") and role.rule.rpartition(":")[2] in _SENT


def is_foreigner(entity: Entity, behind: Entity | None, tokens: Tokens | None, roles: Roles, source: str = "") -> bool:
    """Whether an entity is a private person or an envoy of whom a nationality is told, or that nationality before its
    role: "Kenyan nurse Ann Otieno", or the state where he was born (``source``: its text). It is told where such are
    abroad; ``behind``: the role that an adjective stands before."""
    if entity.kind == "GPE" and _BIRTH.search(source, max(0, entity.start - 40), entity.start):
        return True
    if is_sent(entity, behind):
        return True
    if entity.kind == "PERSON":
        return entity.sector in _PRIVATE and ("title: " in entity.rule or "apposition: " in entity.rule)
    if behind is not None and behind.kind == "PERSON" and entity.kind == "NORP":
        return is_foreigner(behind, None, None, roles)
    role = entity if entity.kind == "ROLE" else behind
    if role is None and entity.kind == "NORP" and tokens is not None:
        return _stands_before_one(entity, tokens, roles)
    if role is None or role.kind != "ROLE" or role.sector not in _PRIVATE or entity.kind not in ("ROLE", "NORP"):
        return False
    return not role.text.lower().endswith("s")


def _stands_before_one(entity: Entity, tokens: Tokens, roles: Roles) -> bool:
    """Whether an adjective qualifies a role in the singular that is a private person's title."""
    k = bisect_left(tokens.end, entity.end)
    if k >= len(tokens) or tokens.head[k] <= k or tokens.tag[tokens.head[k]] != "NN":
        return False
    found = roles.longest_ending([lemma.lower() for lemma in tokens.lemma], tokens.head[k])
    return found is not None and found[1].kind == "person" and found[1].sector in _PRIVATE


def body_elsewhere(entity: Entity, places: Iterable[Place], codes: Mapping[tuple[str, int], str]) -> str | None:
    """The country of a body called after a place that is not the state of that name: "Georgia Bureau of Roads"."""
    if entity.kind != "ORG" or entity.code is None or not entity.rule.startswith("body: "):
        return None
    before = (p for p in places if (p.in_, p.sentence, p.end) == (entity.in_, entity.sentence, entity.start - 1))
    code = next((codes.get((p.in_, p.start)) for p in before), None)
    return code if code != entity.code else None


def is_doer(entity: Entity, tokens: Tokens | None) -> bool:
    """Whether a state is the subject of a verb: it may do anywhere what it does, which shows no scene."""
    if tokens is None or not entity.rule.startswith("state:"):
        return False
    k = bisect_left(tokens.end, entity.end)
    return k < len(tokens) and tokens.dep[k] == "nsubj"


def before_outpost(tokens: Tokens, k: int) -> bool:
    """Whether the state at token ``k`` only says whose post stands somewhere: "near a U.S. base", "at U.S. and Afghan
    outposts"."""
    last = tokens.head[k]
    if tokens.text[k + 1 : k + 2] == ["and"]:
        last = next((n for n in range(k + 2, min(k + 6, len(tokens))) if tokens.dep[n] == "conj"), last)
    elif tokens.dep[k] not in ("compound", "amod", "nmod"):
        return False
    return any(tokens.lemma[n].lower() in OUTPOSTS for n in range(k + 1, last + 1))


_RULING = frozenset(["President", "Prime Minister", "Chancellor", "Taoiseach", "Premier", "King", "Emir", "Sultan"])
"""Offices of who rules a state."""


def is_home(entity: Entity) -> bool:
    """Whether a mention speaks fully for its state: of persons those alone who rule one by the lists, named without it,
    as at home."""
    return entity.kind != "PERSON" or ("office: offices" in entity.rule and entity.office in _RULING)
