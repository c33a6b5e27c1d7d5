"""Against whom an offensive or a war is of which only one side is told, and who killed those who fell in a clash:
rebels fight the forces of their state, a state's forces the rebels that the page names. Whom a state's rebels hit,
where nothing but the page's country says whose these are: people of their own state."""

from __future__ import annotations

import msgspec

from wader.knowledge.lexicon import Lexicon
from wader.records import Actor, Document, Entity, Event, Evidence
from wader.resolve.agents import BATTLE
from wader.resolve.context import NON_STATES

_TOLD = frozenset(("happened", "ongoing", "planned"))
_FORCES = ("MIL", "GOV")
"""Whom rebels fight: the army of their state, else its government, whichever the page speaks of."""

_PEOPLE = frozenset(("CVL", "AGR", "LAB", "REL", "EDU", "MED"))
_GUESS = "; page country"
"""How the rule ends of a country that no words give."""
_UNSURE = (_GUESS, "place before", "place in the sentence", "dateline", "said of this role before")


def foes(events: list[Event], document: Document, lexicon: Lexicon) -> None:
    """Fill the recipients of those of ``events`` that tell of fighting and name one side alone. The other one has no
    words of its own there: evidence says from what it follows."""
    hit_at_home(events, document)
    acts = lexicon.members("fight_act")
    for event in events:
        if event.event != ["ASSAULT"] or event.status not in _TOLD or event.recipient:
            continue
        words = (event.evidence["event"][0].rule or "").partition(" ")[2].split()
        sides = {(a.code, a.sector) for a in event.actor}
        if len(sides) != 1 or not words or words[-1] not in acts:
            continue
        (code, sector) = sides.pop()
        foe = _foe(code, sector, document.entities) if code not in (None, *NON_STATES) else None
        if foe is not None:
            event.recipient = [Actor(code=code, sector=foe)]
            rule = f"implied: whom {'rebels' if sector == 'REB' else 'a state’s forces'} fight, whom the page names"
            event.evidence["recipient"] = [Evidence(None, None, event.where, rule)]


def fallen(events: list[Event], document: Document) -> None:
    """Fill the agents of those of ``events`` that tell of soldiers or rebels who fell in a clash, with whom they fight.
    For after ``opponents``: where the text tells of other fights, these say it better."""
    unknown = [e for e in events if e.event == ["ASSAULT"] and [a.sector for a in e.actor] == ["UNK"]]
    tokens = {s.sequence: s.tokens for s in document.sentences if s.tokens is not None} if unknown else {}
    for event in (e for e in unknown if e.status in ("happened", "ongoing")):
        sides = {(r.code, r.sector) for r in event.recipient}
        words = tokens.get(event.text_info.sequence)
        if len(sides) != 1 or words is None or BATTLE.isdisjoint(w.lower() for w in words.lemma):
            continue
        (code, sector) = sides.pop()
        foe = _foe(code, sector, document.entities) if code not in (None, *NON_STATES) else None
        abroad = any(a.code not in (None, code) for e in events if e.event == ["ASSAULT"] for a in e.actor)
        if foe in ("REB", "MIL") and not abroad and not _has_more_sides(code, document.entities):
            event.actor = [Actor(code=code, sector=foe)]
            rule = "implied: who fights those who fell, whom the page names"
            event.evidence["actor"] = [Evidence(None, None, event.where, rule)]


def _has_more_sides(code: str | None, named: list[Entity]) -> bool:
    """Whether a page names gangs or paramilitaries of a country too."""
    return any(e.code == code and e.sector in ("CRM", "PRM", "UAF") for e in named)


def _foe(code: str | None, sector: str | None, named: list[Entity]) -> str | None:
    """The sector of the other side within one state."""
    if sector == "REB":
        theirs = {e.sector for e in named if e.code in (None, code)}
        return next((force for force in _FORCES if force in theirs), None)
    rebels = sector == "MIL" and any(e.sector == "REB" and e.code == code for e in named)
    return "REB" if rebels else None


def hit_at_home(events: list[Event], document: Document) -> None:
    """Give the people whom rebels of one state hit to that state: "the Contras murdered ten farmers" on a page about a
    meeting in another one, of which no soldiers are told, whom they might fight."""
    armies = {e.code for e in document.entities if e.sector == "MIL"}
    for event in events:
        told, shown = event.evidence.get("actor", []), event.evidence.get("recipient", [])
        codes = {a.code for a in event.actor}
        rebels = bool(event.actor) and all(a.sector == "REB" for a in event.actor)
        if event.event != ["ASSAULT"] or not rebels or len(codes) != 1 or len(shown) != len(event.recipient):
            continue
        code = codes.pop()
        if code in (None, *NON_STATES) or any((e.rule or "").endswith(_UNSURE) for e in told):
            continue
        for n, (party, why) in enumerate(zip(event.recipient, shown, strict=True)):
            own = party.sector not in _PEOPLE or party.code in armies or party.code == code
            if not own and (why.rule or "").endswith(_GUESS):
                event.recipient[n] = msgspec.structs.replace(party, code=code)
                rule = f"{(why.rule or '').removesuffix(_GUESS)}; of the rebels' state"
                shown[n] = Evidence(why.start, why.end, why.in_, rule)
