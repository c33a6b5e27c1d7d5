"""Who did violence of which a sentence leaves the agent out, where one armed side alone does any in the text.

"Rebels stormed two villages. Six farmers were killed": whoever is told to attack in a text in which nobody else does
is meant by what is told of their victims. One act near by is enough of rebels, whose deeds are what such a text is
about; of soldiers, who shoot in many a text of others' bombs, it takes two. Whoever was murdered or abducted was so by
somebody whom the police may look for: of those it says nothing, nor of an act that says itself which one it is.

Where others are violent too, readers still take the text's one band of rebels for those who hit its officials, its
forces and its people (``_band``); what falls from the air they take for the army's.
"""

from __future__ import annotations

from itertools import pairwise

from wader.records import Actor, Document, Event, Tokens
from wader.resolve.agents import POINTING, agents_of, agreed, parted, take
from wader.resolve.merge import compatible_dates

_REBELS = frozenset(("REB", "PRM"))
_FORCES = _REBELS | {"MIL"}
_NEAR = 3
"""Sentences back within which one act of rebels is of the same attack."""
_OFTEN = 2
"""Acts by which a text is about those who do them, wherever it tells them."""
_CHOSEN = frozenset(("targeted", "abduct"))
_OF = frozenset(("of", "on", "against"))
_MURDER = ("murder", "massacre", "assassinat")
_BANDS_VICTIMS = frozenset(("CVL", "COP", "GOV", "MIL", "LEG", None))
"""Whom rebels are taken to have hit. Of priests, reporters and unionists it was mostly unknown who killed them."""
_BANDS = _REBELS | {"CRM", "UAF"}
"""Armed men of no state: where a text has two sides of them, nobody is taken for either."""
_FROM_AIR = ("bombing", "bombard", "shell", "straf", "air")
"""How words begin of what armies do from afar."""
_ANYBODY = (["people"], ["persons"], ["those"], ["some"], ["others"], ["individuals"], ["somebody"], ["someone"])
"""Last words of those of whom it is not told who they are: they are no side that others may be of."""
_STATES = (["forces"], ["force"], ["troops"], ["police"], ["personnel"])
"""Last words of paramilitaries that are a state's."""
_NOT_KNOWN = frozenset("circumstance unclear unsolved unresolved assassination".split())
_ASKED = frozenset(("investigation", "inquiry", "enquiry"))
_AT_LARGE = frozenset("violence terrorism terror war fight fighting insurgency conflict jihad".split())
"""What goes on without one act's being told."""


def alone(events: list[Event], document: Document) -> None:
    """Fill the actors of violent events of ``events`` whose agent is unknown with the one armed side that is told to
    be violent. For after ``opponents``."""
    unknown, known = parted(events)
    tokens = {s.sequence: s.tokens for s in document.sentences if s.tokens is not None}
    unknown = [e for e in unknown if not _is_open(e, tokens.get(e.text_info.sequence))]
    open_ = [e for e in unknown if not _is_chosen(e) and not _says_which(e, tokens.get(e.text_info.sequence))]
    found = [(e, who) for e in open_ if (who := _who(e, known)) is not None]
    for event, other in found:
        rule = f"not named here; who alone is violent in this text: “{other.event_text[0].text}”"
        take(event, agents_of(other, event), other.where, rule)
    for event in [e for e in unknown if [a.sector for a in e.actor] == ["UNK"]]:
        if (band := _band(event, known)) is not None:
            rule = f"not named here; the one armed band of this text: “{band[0].event_text[0].text}”"
            take(event, band[1], band[0].where, rule)


def _is_open(event: Event, tokens: Tokens | None) -> bool:
    """Whether a sentence leaves open who did it ("under circumstances that are under investigation"), or it was done
    in a murder that the sentence tells of: whose that was, no other act says."""
    if tokens is None:
        return False
    spans = [(t.start, t.end) for t in event.event_text]
    free = [k for k in range(len(tokens)) if not any(a <= tokens.start[k] < b for a, b in spans)]
    lemmas = [tokens.lemma[k].lower() for k in free]
    asked = any(a == "under" and b in _ASKED for a, b in pairwise(lemmas))
    return asked or not _NOT_KNOWN.isdisjoint(lemmas)


def _are_named(agents: list[Actor]) -> bool:
    """Whether words say who agents are: others may be of a side, but not of "several people" or "those"; and what
    "paramilitary forces" do to people in their charge, others need not."""
    words = [(a.entity_text or "").lower().split()[-1:] for a in agents]
    own = any(a.sector == "PRM" and w in _STATES for a, w in zip(agents, words, strict=True))
    return not own and any(w not in _ANYBODY for w in words)


def _is_chosen(event: Event) -> bool:
    """Whether the victim was picked out: murdered or carried off."""
    return not _CHOSEN.isdisjoint(event.mode) or event.event_text[0].text.lower().startswith(_MURDER)


def _says_which(event: Event, tokens: Tokens | None) -> bool:
    """Whether it was done in an act that says of which it is: "were hurt in the bombing of a pipeline"."""
    if tokens is None:
        return True
    spans = [(t.start, t.end) for t in event.event_text[:1]]
    for k in range(len(tokens) - 1):
        own = any(a <= tokens.start[k] < b for a, b in spans)
        if not own and tokens.lemma[k].lower() in POINTING and tokens.text[k + 1].lower() in _OF:
            return True
    return False


def _who(event: Event, known: list[Event]) -> Event | None:
    """The act whose agents did that of ``event``."""
    told = [(other, agents) for other in known if (agents := agents_of(other, event))]
    hurt = {(r.code, r.sector) for r in event.recipient}
    sides = {(a.code, a.sector) for _, agents in told for a in agents}
    if sides & hurt or not all(code is not None and sector in _FORCES for code, sector in sides):
        return None
    if any(r.sector not in _BANDS_VICTIMS for r in event.recipient) and any(s == "MIL" for _, s in sides):
        return None
    acts = [pair for pair in told if pair[0].event_text[0].text.lower().split()[-1] not in _AT_LARGE]
    here = event.text_info.sequence
    near = [o for o, _ in acts if 0 <= here - o.text_info.sequence <= _NEAR and compatible_dates(event, o)]
    rebels = all(sector in _REBELS for _, sector in sides)
    if len(acts) < _OFTEN and not (near and rebels):
        return None
    best = agreed(event, told)
    return best[0] if best is not None and _are_named(best[1]) and compatible_dates(event, best[0]) else None


def _band(event: Event, known: list[Event]) -> tuple[Event, list[Actor]] | None:
    """The one band of rebels that is told to be violent, or the one army, of what armies do from afar."""
    if any(r.sector not in _BANDS_VICTIMS for r in event.recipient):
        return None
    afar = event.event_text[0].text.lower().startswith(_FROM_AIR)
    wanted = frozenset(("MIL",)) if afar else _REBELS
    hurt = {(r.code, r.sector) for r in event.recipient}
    bands = {(a.code, a.sector) for other in known for a in agents_of(other, event) if a.sector in _BANDS}
    if not afar and len(bands) > 1:
        return None
    told = []
    for other in known:
        own = [a for a in agents_of(other, event) if a.sector in wanted and a.code is not None]
        if any((a.code, a.sector) in hurt for a in own):
            return None
        if own and compatible_dates(event, other):
            told.append((other, own))
    best = agreed(event, told)
    return best if best is not None and _are_named(best[1]) and _may_hit(best[1], event) else None


def _may_hit(band: list[Actor], event: Event) -> bool:
    """Whether a band fights within the country of those who were hit, where these are a state as such: of another
    one's wars the text need not tell who fights them."""
    states = {r.code for r in event.recipient if r.sector == "GOV"}
    return not states or not states.isdisjoint({a.code for a in band})
