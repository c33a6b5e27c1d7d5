"""To whom somebody answers who denies a charge, refuses or agrees, where the text has just told who made the charge or
asked it of him: "Turkey accused Greece of arming the isles. Athens denied the allegation".

An answer has no other side in its own words. It is to whoever, right before or in the same sentence, accused or asked
the one who answers, if its words point back: "the charge", "it", "any involvement", nothing at all, or the same deed.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from wader.records import Actor, Event, Evidence
from wader.resolve.compound import View, determiner

_TO_CHARGE = frozenset(("REJECT",))
_TO_WISH = frozenset(("REJECT", "AGREE", "CONCEDE"))
_CHARGED = frozenset(
    "accusation allegation charge claim assertion suggestion insinuation criticism complaint blame remark".split()
)
"""Nouns of what somebody is told to have done."""
_WISHED = frozenset(
    "request demand appeal call proposal offer invitation suggestion warning threat ultimatum plea petition".split()
)
"""Nouns of what somebody is asked."""
_GUILT = frozenset(
    "involvement responsibility wrongdoing role part hand link connection knowledge complicity guilt fault".split()
)
"""What nobody denies but who was accused of it."""
_BACK = frozenset(("the", "this", "that", "these", "those", "such", "both", "all", "any"))
_IT = frozenset(("it", "this", "that", "them", "these", "which", "so"))
_INNER = frozenset(("prep", "acl", "relcl", "poss", "compound", "nmod", "appos"))
"""What says of a charge which one it is."""
_CLAUSES = frozenset(("ccomp", "xcomp"))
_STATE = frozenset(("GOV", "MIL", "COP", "SPY"))
"""Sectors of a state, which answer for each other."""
_PLAIN = frozenset("be have do make take get go say tell".split())
"""Verbs that tell no deed."""
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today week month day".split())


def answered(events: list[Event], view: Callable[[int], View | None]) -> None:
    """Fill the recipients of answers of ``events`` that have none. ``view``: the parsed sentence of a number."""
    for event in events:
        if event.event[0] not in _TO_WISH or event.recipient or not event.actor:
            continue
        seen = view(event.text_info.sequence)
        asked = _nearest(event, events) if seen is not None else None
        if asked is None or seen is None:
            continue
        there = view(asked.text_info.sequence)
        if there is not None and _answers(seen, event, there, asked):
            rule = f"to whom it answers: “{asked.event_text[0].text}”"
            own = asked.where == event.where
            event.recipient = [a if own else msgspec.structs.replace(a, start=None, end=None) for a in asked.actor]
            event.evidence["recipient"] = [Evidence(a.start, a.end, asked.where, rule) for a in asked.actor]


def _nearest(event: Event, events: list[Event]) -> Event | None:
    """The last of the acts of words to which an event may be the answer, in its sentence or the one before."""
    here, category = event.text_info.sequence, event.event[0]
    found = []
    for other in events:
        kind = other.event[0]
        fits = (kind == "ACCUSE" and category in _TO_CHARGE) or (kind == "REQUEST" and category in _TO_WISH)
        near = other.where == event.where and 0 <= here - other.text_info.sequence <= 1
        if fits and near and other is not event and other.status in ("happened", "ongoing"):
            found.append(other)
    if not found:
        return None
    last = max(found, key=lambda e: (e.text_info.sequence, e.event_text[0].start))
    mine = {(a.code, a.sector) for a in event.actor}
    asking = all(a.sector != "UNK" and (a.code, a.sector) not in mine for a in last.actor)
    to_him = any(_is_same(r, a) for r in last.recipient for a in event.actor)
    return last if last.actor and asking and to_him else None


def _is_same(asked: Actor, answers: Actor) -> bool:
    """Whether who answers is who was asked, or of the same state."""
    if asked.code is None or asked.code != answers.code:
        return False
    if asked.identifier_id and answers.identifier_id and asked.sector == answers.sector != "GOV":
        return asked.identifier_id == answers.identifier_id
    return asked.sector == answers.sector or {asked.sector, answers.sector} <= _STATE


def _answers(view: View, event: Event, there: View, asked: Event) -> bool:
    """Whether the words of an event point back to what somebody else said."""
    spans = [(t.start, t.end) for t in event.event_text]
    own = [k for k in range(len(view.tokens)) if any(a <= view.tokens.start[k] < b for a, b in spans)]
    verb = next((k for k in own if view.tokens.tag[k].startswith("VB")), None)
    if verb is None:
        return False
    names = _CHARGED | _GUILT if asked.event[0] == "ACCUSE" else _WISHED
    tokens = view.tokens
    if tokens.dep[verb] in ("relcl", "acl") and view.lemma[tokens.head[verb]] in names:
        return True  # "a charge that Athens denies"
    under = [k for k in view.kids[verb] if tokens.dep[k] in ("dobj", "nsubjpass", "oprd")]
    under += [m for k in view.kids[verb] if tokens.dep[k] == "prep" for m in view.kids[k] if tokens.dep[m] == "pobj"]
    things = [k for k in under if tokens.tag[k] not in ("NNP", "CD") and view.lemma[k] not in _DAYS]
    clauses = [k for k in view.kids[verb] if tokens.dep[k] in _CLAUSES and k > verb]
    if asked.text_info.sequence == event.text_info.sequence and _is_under(view, verb, asked):
        return False  # "chastised him for refusing"
    if clauses:
        if asked.text_info.sequence == event.text_info.sequence:
            return False
        deeds = {view.lemma[k] for k in clauses} - _PLAIN
        return bool(deeds) and deeds <= set(there.lemma)
    return all(_points(view, k, names) for k in things)


def _is_under(view: View, verb: int, asked: Event) -> bool:
    """Whether what somebody does is what another one of the same sentence blames him for or asks of him."""
    spans = [(t.start, t.end) for t in asked.event_text]
    for k in view.tokens.path_up(verb):
        if any(a <= view.tokens.start[k] < b for a, b in spans):
            return True
        if view.tokens.dep[k] not in _INSIDE:
            return False
    return False


_INSIDE = frozenset(("pcomp", "xcomp", "prep", "pobj", "acl", "dobj"))


def _points(view: View, k: int, names: frozenset[str]) -> bool:
    """Whether a word means what was said before: "it", "the charge", "any involvement"."""
    if view.tokens.text[k].lower() in _IT:
        return True
    inner = [m for m in view.kids[k] if view.tokens.dep[m] in _INNER]
    bare = all(any(view.lemma[d] in _DAYS for d in view.kids[m]) for m in inner)  # "the charge on Friday"
    if view.lemma[k] in _GUILT:
        return view.lemma[k] in names and not any(view.tokens.dep[m] == "poss" for m in view.kids[k])
    return view.lemma[k] in names and bare and determiner(view, k) in _BACK
