"""Which of a page's places is an event's own.

A sentence names many places: where the event was, where it was announced, where its actors come from. Syntax tells
them apart: a place counts where a preposition of place hangs it on the trigger, on the trigger's clause or on a clause
around it, or where the trigger takes places as its object ("visited Tehran", "the siege of Aleppo"). A dateline counts
for the sentence that it opens, if that names no place of its own. Else the place is null: a wrong point misleads more
than none. Sources of the rules: the manual's event_loc, and errors that users of earlier coders report.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wader.records import Candidate, Document, EventPlace, Evidence, Place, Sentence, Tokens
from wader.resolve.nearby import TALKS

_AT = frozenset([
    "in", "at", "near", "outside", "inside", "around", "across", "throughout", "along", "off", "amid", "beside",
    "within", "on", "over",
])  # fmt: skip
_GOAL = frozenset(["to", "into", "toward", "towards", "onto", "for"])
_SOURCE = frozenset(("from", "out"))
_NOMINAL = frozenset(["of", "on", "to", "against", "for", "over", "into"])
_PART_NOUNS = frozenset([
    "town", "city", "village", "district", "province", "state", "region", "area", "suburb", "outskirts",
    "capital", "part", "north", "south", "east", "west", "center", "centre", "port", "island", "border",
    "neighborhood", "neighbourhood", "side", "edge", "coast", "outside", "heart", "rest", "streets", "campus",
    "camp", "base", "territory", "county", "governorate", "municipality", "airport", "valley", "corner",
    "section", "quarter", "township", "waters", "hamlet", "stronghold",
])  # fmt: skip
_PLACE_OBJECT = frozenset([
    "visit", "enter", "invade", "occupy", "shell", "bomb", "bombard", "attack", "raid", "storm", "besiege",
    "capture", "seize", "leave", "flee", "reach", "liberate", "retake", "recapture", "tour", "strike", "hit",
    "pound", "overrun", "blockade", "evacuate", "annex", "assault", "torch", "loot", "cross", "penetrate",
    "hold", "control", "surround", "encircle", "target", "ravage", "devastate", "rock", "quit", "vacate",
])  # fmt: skip
_TAKES_GOAL = frozenset([
    "go", "travel", "fly", "send", "deploy", "dispatch", "move", "march", "return", "arrive", "head", "ship",
    "deliver", "transfer", "extradite", "deport", "bring", "take", "visit", "trip", "journey", "enter", "flee",
    "withdraw", "rush", "airlift", "transport", "pour", "cross", "sail", "launch", "fire", "airdrop",
    "deployment", "arrival", "shipment", "delivery", "convoy", "mission", "delegation",
])  # fmt: skip
_TAKES_SOURCE = frozenset([
    "withdraw", "retreat", "evacuate", "expel", "deport", "flee", "pull", "leave", "withdrawal", "evacuation",
    "expulsion", "pullout", "exit", "oust", "remove", "abduct", "kidnap", "escape", "depart",
])  # fmt: skip
_PLACE_NOUNS = frozenset([
    "siege", "invasion", "occupation", "bombing", "shelling", "bombardment", "capture", "liberation", "raid",
    "storming", "seizure", "blockade", "annexation", "evacuation", "destruction", "fall", "battle", "visit",
    "tour", "takeover", "conquest", "encirclement",
])  # fmt: skip
_WORDS_ONLY = frozenset(("AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"))
"""Categories of words: what their object names lies elsewhere ("condemned the coup in Niger")."""
_BODILY = frozenset(("ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT"))
"""Categories of what is done bodily, at one place."""
_LOOSE = frozenset(("on", "over", "amid", "along"))
"""Prepositions that as often stand before what is meant."""
_SAYING = frozenset(
    "say tell report announce speak reporter journalist statement interview hear find confirm believe learn show court "
    "judge inquiry tribunal commission spokesman spokeswoman spokesperson source museum analyst expert observer "
    "diplomat embassy newspaper agency official conference study".split()
)
"""Words of where it was said, judged or shown: what hangs on them is no place of what they tell of."""
_WHILE = frozenset(("at", "during", "in", "on", "amid"))
"""Prepositions that put an act at a meeting; "after talks in Abuja" happened elsewhere."""
_CLAUSE = frozenset(["ROOT", "ccomp", "advcl", "relcl", "acl", "xcomp", "parataxis", "csubj", "pcomp"])
_FINENESS = {"city": 0, "other": 1, "region": 2, "country": 3}
_NOT_OWN = ("demonym", "in-name")


@dataclass(slots=True)
class _Site:
    """A place that may be the event's: how strongly, how it hangs on it."""

    place: Place
    score: float
    how: str
    distance: int


def _order(site: _Site) -> tuple[float, int, int, int]:
    """Sort key: the strongest first, then the finest, then the nearest to the trigger."""
    fineness = _FINENESS.get(site.place.resolution or "other", 1)
    return (-site.score, fineness, site.distance, site.place.start)


def event_place(document: Document, candidate: Candidate) -> tuple[EventPlace | None, list[Evidence]]:
    """The event's own place, with the words and the rule that say so, or ``(None, [])``.

    Call it after ``resolve_places``: the point is that of the document's place.
    """
    sentence = next((s for s in document.sentences if s.sequence == candidate.sentence), None)
    if sentence is None or sentence.tokens is None or not candidate.triggers:
        return None, []
    places = [p for p in document.places if p.sentence == sentence.sequence and p.in_ == sentence.in_]
    own = [p for p in places if p.rule not in _NOT_OWN]
    sites = list(_sites(sentence.tokens, candidate, own)) or list(_beside(sentence.tokens, candidate, own))
    if sites:
        best = min(sites, key=_order)
        return _event_place(best.place), [_evidence(best.place, best.how)]
    dateline = _dateline(document, sentence, places)
    if dateline is not None:
        return _event_place(dateline), [_evidence(dateline, "dateline")]
    return None, []


def _sites(tokens: Tokens, candidate: Candidate, places: list[Place]) -> Iterator[_Site]:
    words = [t.token for t in candidate.triggers]
    trigger = words[0]
    actors = {m.token for m in (*candidate.actor, *candidate.recipient) if not m.implied and m.sentence is None}
    words_only = candidate.category in _WORDS_ONLY
    for place in places:
        token = _token_of(tokens, place)
        if token is None or place.rule == "dateline":
            continue
        found = _attached(tokens, token, words, is_actor=token in actors, words_only=words_only)
        if found is not None:
            yield _Site(place, found[0], found[1], abs(token - trigger))


def _beside(tokens: Tokens, candidate: Candidate, places: list[Place]) -> Iterator[_Site]:
    """Where no place hangs on the act itself: the one that the words of a bodily act's party stand with ("police in
    Lima"), else the only one that anything of its sentence is in, but for what was said where and for what is told in
    an adverbial clause of its own."""
    if candidate.category not in _BODILY:
        return
    parties = {m.token for m in (*candidate.actor, *candidate.recipient) if not m.implied and m.sentence is None}
    trigger, found = candidate.triggers[0].token, []
    around = {_clause(tokens, trigger), *_clauses_above(tokens, _clause(tokens, trigger))}
    asides = {k for k in range(len(tokens)) if tokens.dep[k] == "advcl" and k not in around}
    for place in places:
        token = _token_of(tokens, place)
        at = None if token is None or place.rule == "dateline" else _located(tokens, token)
        if token is None or at is None or _is_other_talk(tokens, at[1], trigger):
            continue
        how = f"{tokens.text[at[0]].lower()} + {tokens.text[at[1]]}"
        if at[1] in parties:
            yield _Site(place, 2.0, how, abs(token - trigger))
        if _clause(tokens, at[1]) in asides:
            continue
        found.append(_Site(place, 1.0, f"{how}, in its sentence", abs(token - trigger)))
    if len({f.place.name for f in found}) == 1:
        yield found[0]


def _located(tokens: Tokens, token: int) -> tuple[int, int] | None:
    """The preposition of place before a place and what that hangs on; None where there is none, or where it says
    where something was said."""
    top = _phrase_head(tokens, token)
    head = tokens.head[top]
    if tokens.dep[top] != "pobj" or tokens.text[head].lower() not in _AT - _LOOSE:
        return None
    governor = _climb_prepositions(tokens, tokens.head[head])
    above = tokens.path_up(governor)[:3]
    return None if any(tokens.lemma[k].lower() in _SAYING for k in above) else (head, governor)


def _token_of(tokens: Tokens, place: Place) -> int | None:
    """The head of a place's words: the last token that lies in it whose head lies outside."""
    inside = [i for i in range(len(tokens)) if tokens.start[i] < place.end and place.start < tokens.end[i]]
    if not inside:
        return None
    within = set(inside)
    heads = [i for i in inside if tokens.head[i] not in within or tokens.head[i] == i]
    return heads[-1] if heads else inside[-1]


def _attached(
    tokens: Tokens, token: int, words: list[int], *, is_actor: bool, words_only: bool
) -> tuple[float, str] | None:
    """How strongly a place hangs on the trigger, whose ``words`` have the head first, and by which rule; None where it
    does not."""
    top, trigger = _phrase_head(tokens, token), words[0]
    dep, head = tokens.dep[top], tokens.head[top]
    lemma = tokens.lemma[trigger].lower()
    part = tokens.dep[token] in ("compound", "poss") and tokens.head[token] == trigger
    if part and tokens.tag[trigger][:2] == "NN" and not is_actor:
        return 3.0, f"part of {tokens.text[trigger]}"  # "the Peshawar bombing"
    if dep in ("dobj", "nsubjpass") and head == trigger and lemma in _PLACE_OBJECT:
        return 4.0, f"object of {tokens.text[trigger]}"
    if dep == "npadvmod" and top != token and head == trigger and not is_actor:
        return 2.0, "adverbial"
    if dep != "pobj":
        return None
    preposition = tokens.text[head].lower()
    governor = _climb_prepositions(tokens, tokens.head[head])
    rule = f"{preposition} + {tokens.text[governor]}"
    if governor in words[1:] and preposition in _AT:  # "held hostage in Mosul"
        return 3.0, rule
    if preposition == "from" and tokens.lemma[governor].lower() == "report" and governor in tokens.path_up(trigger)[:2]:
        return 3.0, rule  # "violence was reported from Lima"
    if governor == trigger:
        noun = tokens.tag[trigger].startswith("NN")
        if preposition in _AT and not (preposition == "on" and is_actor):
            return 4.0, rule
        if (
            noun
            and preposition in _NOMINAL
            and not words_only
            and (not is_actor or preposition in ("on", "to", "into") or lemma in _PLACE_NOUNS)
        ):
            return 3.0, rule
        if (preposition in _GOAL and lemma in _TAKES_GOAL) or (preposition in _SOURCE and lemma in _TAKES_SOURCE):
            return 3.0, rule
        return None
    if preposition not in _AT or (preposition in ("on", "over") and is_actor):
        return None
    if governor not in words and _is_other_talk(tokens, governor, trigger):
        return None
    own, other = _clause(tokens, trigger), _clause(tokens, governor)
    if own == other:
        return None if words_only and governor > trigger else (3.0, rule)
    # before its verb it frames all that follows: "In Mosul, police said …"; not "told reporters in Geneva that …"
    if head < governor and token < trigger and other in _clauses_above(tokens, own):
        return 2.0, rule
    return None


def _is_other_talk(tokens: Tokens, noun: int, trigger: int) -> bool:
    """Whether a place is that of talks which an act came before or after: "attacked a village after a meeting in
    Abuja". Acts "at a meeting" are where that is, and so is what is done to it ("broke off talks in Abuja")."""
    if noun == trigger or tokens.lemma[noun].lower() not in TALKS or tokens.dep[noun] != "pobj":
        return False
    return tokens.text[tokens.head[noun]].lower() not in _WHILE


def _phrase_head(tokens: Tokens, token: int) -> int:
    """Up from a place to the noun phrase that it is part of: "Mosul city", "Mosul and Kirkuk", "the town of Paris"."""
    for _ in range(len(tokens)):
        dep, head = tokens.dep[token], tokens.head[token]
        if head == token:
            break
        lemma = tokens.lemma[head].lower()
        if dep in ("compound", "nmod", "appos", "conj", "nummod") and tokens.tag[head].startswith(("NN", "CD")):
            token = head
            continue
        outer = tokens.head[head]
        if dep == "poss" and lemma in _PART_NOUNS:
            token = head
        elif dep == "pobj" and lemma == "of" and tokens.lemma[outer].lower() in _PART_NOUNS:
            token = outer
        else:
            break
    return token


def _climb_prepositions(tokens: Tokens, token: int) -> int:
    """From a preposition's head through further prepositions: "out of", "in and around"."""
    for _ in range(4):
        if tokens.tag[token] in ("IN", "TO", "RP") and tokens.head[token] != token:
            token = tokens.head[token]
        elif tokens.dep[token] == "pobj" and tokens.lemma[token].lower() in _PART_NOUNS:
            # "at a market in Mosul", "in a village near Kandahar": the outer phrase's governor
            token = tokens.head[tokens.head[token]]
        elif tokens.dep[token] == "pobj" and tokens.text[tokens.head[token]].lower() in _AT:
            token = tokens.head[tokens.head[token]]
        else:
            break
    return token


def _clause(tokens: Tokens, token: int) -> int:
    """The head of the clause that a token stands in."""
    for _ in range(len(tokens)):
        head, dep = tokens.head[token], tokens.dep[token]
        if head == token or dep in _CLAUSE or (dep == "conj" and tokens.tag[token].startswith("VB")):
            return token
        token = head
    return token


def _clauses_above(tokens: Tokens, clause: int) -> set[int]:
    above = set()
    for _ in range(len(tokens)):
        head = tokens.head[clause]
        if head == clause:
            break
        clause = _clause(tokens, head)
        if clause in above:
            break
        above.add(clause)
    return above


def _dateline(document: Document, sentence: Sentence, places: list[Place]) -> Place | None:
    """The dateline that opens the sentence (or that the sentence follows as the page's first), where the sentence
    names no other place."""
    named = [p for p in places if p.rule not in ("demonym", "in-name", "dateline")]
    if sentence.in_ != "text":
        return None
    for place in document.places:
        if place.rule != "dateline" or place.in_ != "text" or place.lat is None:
            continue
        own = place.sentence == sentence.sequence
        follows = place.sentence == sentence.sequence - 1 and _is_bare(document, place)
        if own or follows:
            others = [p for p in named if _says_where(sentence.tokens, p, place)]
            return place if not others else None
    return None


def _says_where(tokens: Tokens | None, place: Place, dateline: Place) -> bool:
    """Whether a place may be where a sentence plays, against the dateline that opens it: one of another country, or a
    town or province that something is "in". "Lima: ... the Cusco express" plays in Lima."""
    if place.country_code != dateline.country_code:
        return True
    token = _token_of(tokens, place) if tokens is not None else None
    return place.resolution != "country" and (tokens is None or token is None or _located(tokens, token) is not None)


def _is_bare(document: Document, place: Place) -> bool:
    """Whether a dateline stands in a short line of its own."""
    sentence = next((s for s in document.sentences if s.sequence == place.sentence), None)
    return sentence is not None and sentence.end - sentence.start < 60


def _event_place(place: Place) -> EventPlace:
    return EventPlace(
        extracted_place=place.text,
        resolved_place=place.name,
        geonameid=place.geonameid,
        lat=place.lat,
        lon=place.lon,
        country_code=place.country_code,
        resolution=place.resolution,
        start=place.start,
        end=place.end,
    )


def _evidence(place: Place, how: str) -> Evidence:
    return Evidence(start=place.start, end=place.end, in_=place.in_, rule=f"place: {how}", text=place.text)
