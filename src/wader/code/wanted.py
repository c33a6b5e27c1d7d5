"""Parties of what somebody wants done or tries, of where somebody comes from, and of what puts an end to an act: it is
not done to them. Nor is what a noun tells done to those before it who do it, nor to who holds a town.

Asked by ``bystanders``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wader.code import asides, others
from wader.code.doers import ATTACKS

if TYPE_CHECKING:
    from wader.code.standing import Standing

_DONE = frozenset(
    "deployment appointment posting induction dispatch stationing creation formation constitution establishment "
    "nomination recruitment training rehabilitation resettlement repatriation".split()
)
"""Nouns of what is done to somebody by whoever is asked for it."""
_PART = frozenset(("compound", "amod", "nmod", "npadvmod"))
_DEMAND = frozenset(("demand", "seek", "propose", "want", "advocate", "recommend", "request"))
"""Verbs whose object is what is asked for."""
_PROCEEDINGS = frozenset(
    "action measure step move proceeding case charge prosecution inquiry enquiry probe investigation reprisal".split()
)
"""Nouns of what others are asked to do against somebody."""
_COMING = frozenset("arrive come return fly travel go journey head move sail drive".split())
_ENDING = frozenset(("until", "till", "before"))
_CALMING = frozenset("restore quell disperse separate contain impose intervene arrive calm pacify break".split())
_UNREST = frozenset(("ASSAULT", "PROTEST"))


def is_demanded(standing: Standing, k: int) -> bool:
    """Whether ``k`` is a body that is asked for, not one that is asked, or against whom something is asked for:
    "demanded an inquiry commission", "sought action against the dealers"."""
    if "REQUEST" not in (standing.likely, standing.thought):
        return False
    tokens, graph, noun = standing.graph.tokens, standing.graph, standing.graph.spread_of(k)
    if graph.low[tokens.head[noun]] == "against" and graph.lemma[tokens.head[tokens.head[noun]]] in _PROCEEDINGS:
        return tokens.dep[noun] == "pobj"
    while tokens.dep[noun] in _PART and tokens.head[noun] != noun:
        noun = tokens.head[noun]
    at = tokens.head[noun]
    asked = at == standing.head and tokens.dep[noun] == "dobj" and graph.lemma[at] in _DEMAND
    asked = asked or (tokens.dep[noun] == "pobj" and graph.low[at] == "for" and tokens.head[at] == standing.head)
    asked = asked or _is_to_do_it(standing, noun)
    return asked and others.is_indefinite(standing, noun)


def _is_to_do_it(standing: Standing, noun: int) -> bool:
    """Whether somebody is to do what is asked for, of others: "demanded an inquiry by a judge"."""
    graph, tokens, by = standing.graph, standing.graph.tokens, standing.graph.tokens.head[noun]
    deed = tokens.head[by]
    if tokens.dep[noun] != "pobj" or graph.low[by] != "by" or not graph.is_noun(deed):
        return False
    return deed in graph.object(standing.head) or (tokens.dep[deed] == "pobj" and tokens.head[deed] in standing.words)


def is_object_of_demand(standing: Standing, k: int) -> bool:
    """Whether something is to be done to ``k``, by whomever it is asked, or given to him: "demanded that the deputy be
    arrested", "that the relics be returned to the nuns"."""
    tokens, first = standing.graph.tokens, standing.graph.spread_of(k)
    if _is_given(standing, first):
        return True
    while tokens.dep[first] in _PART and tokens.head[first] != first:
        first = tokens.head[first]  # "that the Crimean port be opened"
    asked = tokens.head[tokens.head[first]] == standing.head and tokens.dep[tokens.head[first]] == "ccomp"
    return standing.likely == "REQUEST" and asked and tokens.dep[first] == "nsubjpass"


def _is_given(standing: Standing, first: int) -> bool:
    graph, tokens, to = standing.graph, standing.graph.tokens, standing.graph.tokens.head[first]
    verb = tokens.head[to]
    behind = tokens.dep[first] == "pobj" and graph.low[to] == "to" and tokens.dep[verb] == "ccomp"
    passive = behind and tokens.head[verb] == standing.head and graph.passive(verb)
    return standing.likely == "REQUEST" and passive


def is_wanted_done(standing: Standing, k: int) -> bool:
    """Whether ``k`` is to whom what is asked for is to be done by others: "demanded the deployment of the army"."""
    graph, tokens, first = standing.graph, standing.graph.tokens, standing.graph.spread_of(k)
    at = tokens.head[first]
    inside = tokens.dep[first] in _PART and at > first
    noun = at if inside else tokens.head[at]
    if standing.likely not in ("REQUEST", "REJECT") or graph.lemma[noun] not in _DONE or noun == standing.head:
        return False
    if inside:
        return "state" not in standing.coder.classes.of(k)  # but "the U.S. deployment of missiles" is theirs
    return tokens.dep[first] == "pobj" and graph.low[at] == "of"


def comes_from(standing: Standing, k: int) -> bool:
    """Whether a visitor only comes from ``k``: "arrived in Oslo from Geneva"."""
    graph, tokens, first = standing.graph, standing.graph.tokens, standing.graph.spread_of(k)
    at = tokens.head[first]
    moved = standing.candidate.category == "CONSULT" and graph.lemma[standing.head] in _COMING
    return moved and tokens.dep[first] == "pobj" and graph.low[at] == "from" and tokens.head[at] == standing.head


_TRIES = frozenset("attempt effort bid move campaign conspiracy plan drive".split())
_HOLDING = frozenset("held controlled ruled run occupied dominated administered".split())


def is_tried_on(standing: Standing, k: int) -> bool:
    """Whether ``k`` is whom others try to harm, by what is criticised: "deplored attempts to slander the army"."""
    graph, tokens, first = standing.graph, standing.graph.tokens, standing.graph.spread_of(k)
    verb = tokens.head[first]
    noun = tokens.head[verb]
    if standing.likely != "ACCUSE" or tokens.dep[first] != "dobj" or tokens.dep[verb] not in ("acl", "xcomp"):
        return False
    return graph.lemma[noun] in _TRIES and noun in graph.object(standing.head)


def does_it(standing: Standing, k: int) -> bool:
    """Whether ``k`` are armed and stand before the noun of the deed, which is theirs: "a rebel attack"."""
    graph, tokens, violent = standing.graph, standing.graph.tokens, standing.candidate.category == "ASSAULT"
    before = tokens.dep[k] in _PART and tokens.head[k] == k + 1 and graph.lemma[k + 1] in ATTACKS
    own = before and k + 1 in (standing.head, *standing.words) and standing.kind == "noun"
    return violent and own and "armed" in standing.coder.classes.of(k)


def holds_town(standing: Standing, k: int) -> bool:
    """Whether ``k`` only says who holds a place: "an airstrike on rebel-held Aleppo"."""
    return asides.is_hyphened(standing, k, _HOLDING)


def puts_an_end(standing: Standing, k: int) -> bool:
    """Whether ``k`` only puts an end to unrest: "riots went on until the guard restored order"."""
    graph, tokens, first = standing.graph, standing.graph.tokens, standing.graph.spread_of(k)
    verb = tokens.head[first]
    if standing.candidate.category not in _UNREST or tokens.dep[first] not in ("nsubj", "nsubjpass"):
        return False
    if graph.lemma[verb] not in _CALMING:
        return False  # "protested until the president resigned"
    after = tokens.dep[verb] in ("advcl", "ccomp") and verb not in standing.over and verb > standing.head
    return after and any(graph.low[m] in _ENDING for m in graph.child(verb, ("mark", "prep", "advmod")))
