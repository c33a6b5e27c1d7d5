"""Who set somebody free of whom a sentence only says that he "was freed", where the text tells who held him.

Another telling of his release has its agent; whoever took him hostage or under arrest, by name, lets him go; or one
side alone releases people of theirs in this text. Whose police only may have made the arrest, may have let a judge
decide.
"""

from __future__ import annotations

from wader.records import Actor, Document, Event
from wader.resolve.agents import People, agents_of, agreed, befell_same, take

_ORDER = ("told again of those released", "who held them", "who alone releases theirs in this text")


def released(events: list[Event], document: Document) -> None:
    """Fill the actors of releases of ``events`` whose agent is unknown."""
    unknown = [e for e in events if _is_release(e) and [a.sector for a in e.actor] == ["UNK"] and e.recipient]
    if not unknown:
        return
    people = People(document)
    known = [e for e in events if [a.sector for a in e.actor] != ["UNK"]]
    for event in unknown:
        again = [(e, who) for e in known if _is_release(e) and (who := _others(e, event)) and _alike(event, e, people)]
        held = [(e, who) for e in known if _holds(e) and (who := _others(e, event)) and _alike(event, e, people)]
        held = [] if any(_is_raid(e, event) for e in known) else held
        theirs = [(e, who) for e in known if _is_release(e) and (who := _others(e, event)) and _of_theirs(event, e)]
        for how, found in zip(_ORDER, (again, held, theirs), strict=True):
            best = agreed(event, found)
            if best is not None:
                rule = f"not named here; {how}: “{best[0].event_text[0].text}”"
                take(event, best[1], best[0].where, rule)
                break


def _is_release(event: Event) -> bool:
    return event.event == ["RETREAT"] and "release" in event.mode


def _holds(event: Event) -> bool:
    """Whether an event tells that somebody took people: abducted, or arrested by those who are named."""
    taken = "abduct" in event.mode or "arrest" in event.mode
    return taken and event.event[0] in ("ASSAULT", "COERCE") and all(a.start is not None for a in event.actor)


def _is_raid(other: Event, event: Event) -> bool:
    """Whether the sentence of a release tells of violence too, or of a rescue: "freed after the navy attacked"."""
    beside = other.text_info.sequence == event.text_info.sequence and other.where == event.where
    return beside and other.event[0] in ("ASSAULT", "AID") and "abduct" not in other.mode


def _others(other: Event, event: Event) -> list[Actor]:
    """The agents of another event, where none is of those who are released here."""
    sides = {(r.code, r.sector) for r in event.recipient}
    agents = agents_of(other, event)
    return [] if any((a.code, a.sector) in sides or a.code is None for a in agents) else agents


def _alike(event: Event, other: Event, people: People) -> bool:
    """Whether those who are released are they to whom the other was done."""
    if event.text_info.sequence == other.text_info.sequence and event.where == other.where:
        spans = [{(r.start, r.end) for r in e.recipient} for e in (event, other)]
        return not spans[0].isdisjoint(spans[1])
    return befell_same(event, other, people)


def _of_theirs(event: Event, other: Event) -> bool:
    """Whether those who are released are of the same country as others that the text tells to be released."""
    codes = [{r.code for r in e.recipient} for e in (event, other)]
    return codes[0] == codes[1] and None not in codes[0]
