"""Acts whose agent the words imply: those that only authorities do, protests of a country's people.

Acts that only authorities do: "twelve were arrested" names no agent, but police of the place made the arrests.

The actor is implied, not named: it has a country and a sector, no words of its own, and evidence that quotes the
trigger. It is given only where the text says where the act took place, or the page plays in one country.
"""

from __future__ import annotations

from wader.knowledge.lexicon import Lexicon
from wader.records import Actor, Candidate, Document
from wader.resolve.context import NON_STATES, PageContext
from wader.resolve.event_place import event_place

_SECTORS = (("police_act", "COP"), ("court_act", "JUD"), ("government_act", "GOV"))
"""Sets of the lexicon with the words of such acts, and whose acts they are."""
_ACTS = frozenset(("COERCE", "SANCTION", "ACCUSE", "CONCEDE", "PROTEST"))


def implied_authority(
    candidate: Candidate, document: Document, context: PageContext, lexicon: Lexicon
) -> tuple[Actor, str] | None:
    """The authority that an agentless act implies and the rule that says so; None where any agent may have acted, or
    nothing says in which country. Courts are the page's: a place beside a verdict is as often that of the crime."""
    if candidate.category not in _ACTS or not candidate.triggers:
        return None
    trigger = candidate.triggers[0]
    words = trigger.entry.partition(" ")[2].split()
    sector = next((sector for name, sector in _SECTORS if lexicon.members(name) & set(words)), None)
    if sector is None:
        return None
    place, _ = event_place(document, candidate)
    here = place.country_code if place is not None else None
    if sector == "JUD":
        code, how = context.of_person()
        code = code if here in (None, code) else None
    elif here is not None:
        code, how = here, "place of the event"
    else:
        code, how = context.country(candidate.sentence, domestic=True, at=trigger.start)
    if code is None or code in NON_STATES:
        return None
    text = document.article.text if candidate.in_ == "text" else document.article.title or ""
    said = text[trigger.start : trigger.end]
    return Actor(code=code, sector=sector), f"implied: “{said}” is an act of the authorities; {how}"


def implied_crowd(
    candidate: Candidate, document: Document, context: PageContext, lexicon: Lexicon
) -> tuple[Actor, str] | None:
    """Those who took part in "mass protests" of which nobody is named: people of the place; None where the trigger is
    no such word or nothing says in which country."""
    if candidate.category != "PROTEST" or not candidate.triggers:
        return None
    trigger = candidate.triggers[0]
    if not lexicon.members("crowd_act") & set(trigger.entry.partition(" ")[2].split()):
        return None
    place, _ = event_place(document, candidate)
    code, how = (place.country_code, "place of the event") if place is not None else (None, "")
    if code is None:
        code, how = context.country(candidate.sentence, domestic=True, at=trigger.start)
    if code is None or code in NON_STATES:
        return None
    text = document.article.text if candidate.in_ == "text" else document.article.title or ""
    return Actor(code=code, sector="CVL"), f"implied: people take part in “{text[trigger.start : trigger.end]}”; {how}"
