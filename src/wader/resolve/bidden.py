"""Somebody whom no list knows and who is told to do something: "ordered the exchange to close", "asked the devotees of
the shrine to leave". What can be asked is a body or people."""

from __future__ import annotations

from wader.records import Actor
from wader.resolve.compound import View
from wader.resolve.context import PageContext
from wader.resolve.found import Found
from wader.text import is_discarded

_BIDDING = frozenset(
    "ask urge order tell instruct direct advise beg implore invite exhort command warn request call appeal press "
    "persuade encourage pressure compel".split()
)
_NOBODY = frozenset(
    "thing something anything nothing everything time day matter question issue way word case problem situation vote "
    "meeting talk peace process reform action step measure change restraint caution calm end halt move "
    "ceasefire truce dialogue election law bill plan project effort help aid support legislation".split()
)
_THROUGH = frozenset(("on", "upon", "to"))


def bidden(view: View, n: int, context: PageContext) -> list[Found]:
    """Who token ``n`` means where it is told to do something: people of the page's country; [] where it is not."""
    tokens, entity, at = view.tokens, view.entity[n], view.tokens.head[n]
    if not tokens.tag[n].startswith("NN") or view.lemma[n] in _NOBODY:
        return []
    if entity is not None and (is_discarded(entity) or entity.kind not in ("MISC", "ROLE")):
        return []
    if tokens.dep[n] == "pobj" and view.lemma[at] in _THROUGH:
        verb = tokens.head[at]
    elif tokens.dep[n] == "dobj":
        verb = at
    else:
        return []
    told = view.lemma[verb] in _BIDDING and any(
        tokens.dep[k] in ("xcomp", "advcl") and k > n and tokens.tag[k] == "VB" and _is_infinitive(view, k)
        for k in view.kids[verb]
    )
    code, where = context.country(view.sentence.sequence, domestic=True, at=tokens.start[n]) if told else (None, "")
    return [Found(Actor(code=code, sector="CVL"), f"told to do something; {where}")] if code is not None else []


def _is_infinitive(view: View, verb: int) -> bool:
    return any(view.tokens.tag[k] == "TO" for k in view.kids[verb])
