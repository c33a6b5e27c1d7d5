"""Parties named by the way: to whom somebody is only linked, who asks the questions in an interview, of what land a
thing is that has no part in the act, and towns that bombs went off in.

Asked by ``bystanders``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wader.code.frame import HARM

if TYPE_CHECKING:
    from wader.code.standing import Standing

_LINKED = frozenset(
    "link tie ally affiliate connect associate relate align close loyal sympathetic friendly beholden".split()
)
_TO = frozenset(("to", "with"))
_ASKED = frozenset("interview q&a chat".split())
_SAID = frozenset("interview statement remark comment answer reply".split())
_PART = frozenset(("amod", "nmod", "compound"))


def only_linked(standing: Standing, k: int) -> bool:
    """Whether somebody of whom the act is told is only linked to ``k``: "a group tied to the guild killed two"."""
    graph, tokens = standing.graph, standing.graph.tokens
    first = graph.spread_of(k)
    at = tokens.head[first]
    link = tokens.head[at]
    if tokens.dep[first] != "pobj" or graph.low[at] not in _TO or graph.lemma[link] not in _LINKED:
        return False
    noun = tokens.head[link]
    return tokens.dep[link] in ("acl", "amod") and noun != link and "actor" in standing.coder.classes.of(noun)


def only_asks(standing: Standing, k: int) -> bool:
    """Whether ``k`` is whom somebody gave an interview, or a paper or station that what he said was said to."""
    graph, tokens = standing.graph, standing.graph.tokens
    at = tokens.head[graph.spread_of(k)]
    noun = tokens.head[at]
    if standing.candidate.category in ("CONSULT", "") or graph.low[at] not in _TO or not graph.is_noun(noun):
        return False
    entity = standing.coder.classes.entity(k)
    press = entity is not None and entity.sector == "JRN"
    return noun not in standing.words and (graph.lemma[noun] in _ASKED or (press and graph.lemma[noun] in _SAID))


def of_other_land(standing: Standing, k: int) -> bool:
    """Whether ``k`` only tells of what land a thing is that has no part in the act: "has no bearing on the British
    claim to the isles, where a thousand died"."""
    graph, tokens = standing.graph, standing.graph.tokens
    noun, classes = tokens.head[k], standing.coder.classes
    if standing.candidate.category not in HARM or tokens.dep[k] not in _PART or standing.kind == "noun":
        return False
    if "state" not in classes.of(k) or {"actor", "event", "armed"} & classes.of(noun) or not graph.is_noun(noun):
        return False
    near = {*graph.subject(standing.head), *graph.object(standing.head), *standing.words, *standing.under}
    return noun not in near and graph.governor(graph.spread_of(noun)) != standing.head


def is_town_hit(standing: Standing, k: int) -> bool:
    """Whether ``k`` is a town that bombs of nobody in particular struck, where it says where: "blasts rock Lagos"."""
    graph, classes = standing.graph, standing.coder.classes
    if standing.candidate.category != "ASSAULT" or "town" not in classes.of(k):
        return False
    verb = standing.head if graph.is_verb(standing.head) else graph.governor(standing.head)
    if verb is None or not graph.is_verb(verb) or k not in graph.object(verb):
        return False
    struck = graph.subject(verb)
    things = [s for s in struck if graph.is_noun(s) and not {"actor", "state", "armed"} & classes.of(s)]
    return bool(struck) and len(things) == len(struck) and (verb == standing.head or standing.head in struck)
