"""Parties named by the way: to whom somebody is only linked, who asks the questions in an interview, of what land a
thing is that has no part in the act, who goes along with the doer, and towns that bombs went off in.

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
_MADE = frozenset("made built produced manufactured designed assembled supplied registered flagged".split())
_CLAUSES = frozenset(("advcl", "relcl"))
_ONLY_IF = frozenset(("if", "unless"))
_THEIR_OWN = frozenset(("MOBILIZE", "REQUEST", "ACCUSE"))
"""Categories of what has its own other side in its clause."""
_FRIENDLY = frozenset(("CONSULT", "AGREE", "SUPPORT", "AID", "COOPERATE"))
_LISTING = frozenset(("including", "like"))
_THERE = frozenset(("in", "at", "across", "throughout", "around", "near"))
_SPEAKING = frozenset("speak talk say tell add".split())


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


def goes_along(standing: Standing, k: int) -> bool:
    """Whether ``k`` is whom the doer has beside him: "arrived along with the premier"."""
    graph, tokens, first = standing.graph, standing.graph.tokens, standing.graph.spread_of(k)
    at = tokens.head[first]
    if tokens.dep[first] != "pobj" or graph.low[at] != "with" or at == 0 or graph.low[at - 1] != "along":
        return False
    acts = standing.coder.classes.of(k) & {"state", "armed"}
    suffers = standing.candidate.category in HARM and any(o < at for o in graph.child(standing.head, ("dobj",)))
    if suffers and not acts:
        return False  # "jailed him along with two nuns"
    return standing.kind == "active" and graph.governor(first) == standing.head


def only_made(standing: Standing, k: int) -> bool:
    """Whether ``k`` only tells where a thing was made: "found Omani-made rifles"."""
    return is_hyphened(standing, k, _MADE)


def is_hyphened(standing: Standing, k: int, words: frozenset[str]) -> bool:
    """Whether a hyphen joins ``k`` to one of the ``words`` behind it: "Omani-made"."""
    low = standing.graph.low
    return k + 2 < standing.graph.size and low[k + 1] in ("-", "–") and low[k + 2] in words


def of_those_moved(standing: Standing, k: int) -> bool:
    """Whether ``k`` only says of which body the troops are that are moved: "battalions of the guard were sent"."""
    graph, tokens, first = standing.graph, standing.graph.tokens, standing.graph.spread_of(k)
    at = tokens.head[first]
    if standing.candidate.category != "MOBILIZE" or tokens.dep[first] != "pobj" or graph.low[at] != "of":
        return False
    return graph.is_verb(standing.head) and tokens.head[at] in graph.object(standing.head)


def of_clause_over(standing: Standing, k: int) -> bool:
    """Whether ``k`` is the subject of a clause over the one that tells what others do: "the mayor, who was in the
    port, where troops were massing", "the crowd sang while the soldiers guarding the gate looked on"."""
    graph, tokens, head = standing.graph, standing.graph.tokens, standing.head
    verb = tokens.head[graph.spread_of(k)]
    if standing.kind != "active" or standing.candidate.category not in _THEIR_OWN or verb not in standing.up[1:]:
        return False
    if tokens.dep[graph.spread_of(k)] not in ("nsubj", "nsubjpass"):
        return False
    for clause in standing.up[: standing.up.index(verb)]:
        own = [o for o in graph.child(clause, ("nsubj", "nsubjpass")) if graph.is_noun(o)]
        if own and graph.is_verb(clause) and tokens.dep[clause] in _CLAUSES:
            marks = graph.child(clause, ("mark",))
            return head != clause or not any(graph.low[m] in _ONLY_IF for m in marks)
    return False


def of_friendly_noun(standing: Standing, k: int) -> bool:
    """Whether ``k`` has a part in what harms nobody, beside which harm to others is told by a noun: "the arrests
    followed the visit of the premier"."""
    graph, tokens = standing.graph, standing.graph.tokens
    if standing.kind != "noun" or standing.candidate.category not in HARM:
        return False
    for below in graph.path_up(k):
        over = tokens.head[below]
        if below in standing.over or graph.is_verb(below):
            return False
        apart = tokens.dep[below] in ("prep", "poss") and over not in standing.over and graph.is_noun(over)
        if apart and standing.coder.matcher.category(over) in _FRIENDLY:
            return True
    return False


def is_listed_place(standing: Standing, k: int) -> bool:
    """Whether ``k`` is one of the places where it was: "took to the streets in three towns, including Lagos"."""
    graph, tokens, first = standing.graph, standing.graph.tokens, standing.graph.spread_of(k)
    at = tokens.head[first]
    noun = tokens.head[at]
    listed = tokens.dep[first] == "pobj" and graph.low[at] in _LISTING and tokens.dep[noun] == "pobj"
    return listed and "place" in standing.coder.classes.of(k) and graph.low[tokens.head[noun]] in _THERE


def speaks_of_meeting(standing: Standing, k: int) -> bool:
    """Whether ``k`` only spoke when others met: "was speaking after the union's meeting"."""
    graph, tokens, head = standing.graph, standing.graph.tokens, standing.head
    owners = [o for o in graph.possessor(head) if tokens.tag[o] != "PRP$"]
    if standing.kind != "noun" or standing.candidate.category != "CONSULT" or not owners:
        return False
    verb = graph.governor(head)
    return verb is not None and graph.lemma[verb] in _SPEAKING and k in graph.subject(verb)
