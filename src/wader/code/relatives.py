"""Parties of clauses that hang on a noun beside the act: what the object is for, who the actor is, what a thing is of
which the act only tells.

Asked by ``standing``, of parties that no slot of the entry names.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wader.code.standing import Standing

_IN_WORDS = frozenset(("THREATEN", "REJECT", "AGREE", "CONCEDE", "SUPPORT"))
"""Categories of what is said about things: a law's own clause tells of whom it is, not to whom it is said."""
_SAID = _IN_WORDS | {"REQUEST", "ACCUSE"}
_ARGUED = frozenset(
    "argument idea notion view claim suggestion assertion contention theory speculation rumor rumour report talk "
    "belief assumption thought concern fear worry possibility ruling decision verdict finding conclusion judgment "
    "judgement opinion".split()
)
"""Nouns of what is said of somebody, by whomever."""
_ENSURING = frozenset("ensure guarantee assure make see".split())
_INQUIRING = frozenset(("investigate", "probe", "inquire", "enquire"))
_SUSPECT = frozenset(("CRM", "REB", "PRM", "UAF"))
_TOLD = frozenset("tell inform assure notify remind".split())


def is_aside(standing: Standing, k: int) -> bool:
    """Whether a clause tells something else of ``k`` than that the act is done to him."""
    return (
        _of_the_thing(standing, k)
        or _of_the_actor(standing, k)
        or _over_the_thing(standing, k)
        or _is_argued_of(standing, k)
        or _is_ensured(standing, k)
        or _is_press(standing, k)
        or _calls_it_so(standing, k)
        or _is_outside_inquiry(standing, k)
    )


def _of_the_thing(standing: Standing, k: int) -> bool:
    """Whether ``k`` stands in the relative clause of a thing that is the trigger's object: "vetoed a bill that cuts
    aid to Chad"; or in what a thing is for that is backed: "backed the move to put it to the council"."""
    graph, category = standing.graph, standing.candidate.category
    if category not in _IN_WORDS or k <= standing.head:
        return False
    for below, noun in pairwise(graph.path_up(k)):
        if noun in standing.over:
            return False
        infinitive = category == "SUPPORT" and graph.tokens.dep[below] == "acl" and graph.tokens.tag[below] == "VB"
        if (infinitive or graph.tokens.dep[below] == "relcl") and standing.head in graph.path_up(noun):
            return graph.is_noun(noun) and "actor" not in standing.coder.classes.of(noun)
    return False


def _of_the_actor(standing: Standing, k: int) -> bool:
    """Whether ``k`` stands in a relative clause that says who acts: "the crowd that the mayor had called demands
    bread"."""
    graph = standing.graph
    if standing.likely not in _SAID:
        return False
    for below, noun in pairwise(graph.path_up(k)):
        if graph.tokens.dep[below] == "relcl" and graph.is_verb(below):
            return noun in standing.actors and below not in standing.over
    return False


def _over_the_thing(standing: Standing, k: int) -> bool:
    """Whether the act only tells of a thing, of which the clause above tells something else of ``k``: "the firms sued
    over the rule, which was approved by the state"."""
    graph, tokens = standing.graph, standing.graph.tokens
    verb = standing.head
    if standing.likely not in _SAID or not graph.is_verb(verb):
        return False
    while tokens.dep[verb] in ("conj", "xcomp") and graph.is_verb(tokens.head[verb]):
        verb = tokens.head[verb]
    noun = tokens.head[verb]
    if tokens.dep[verb] != "relcl" or not graph.is_noun(noun) or "actor" in standing.coder.classes.of(noun):
        return False
    itself = [s for s in graph.child(verb, ("nsubj",)) if tokens.tag[s] in ("WDT", "WP")]
    return not itself and noun not in graph.path_up(k)


def _is_argued_of(standing: Standing, k: int) -> bool:
    """Whether ``k`` is of whom something is said that is rejected, by whomever: "dismissed the idea that the mayor
    would run"."""
    graph, tokens = standing.graph, standing.graph.tokens
    first = graph.spread_of(k)
    verb = tokens.head[first]
    noun = tokens.head[verb]
    said = tokens.dep[first] in ("nsubj", "nsubjpass") and tokens.dep[verb] in ("acl", "ccomp", "relcl")
    that = any(graph.low[m] == "that" for m in graph.child(verb, ("mark",)))
    return standing.likely == "REJECT" and said and that and graph.lemma[noun] in _ARGUED


def _is_ensured(standing: Standing, k: int) -> bool:
    """Whether ``k`` is of whom something is to be made sure by what is asked for: "asked for help to ensure that the
    panel has advice"."""
    graph, tokens = standing.graph, standing.graph.tokens
    first = graph.spread_of(k)
    verb = tokens.head[first]
    above = tokens.head[verb]
    said = tokens.dep[first] in ("nsubj", "nsubjpass") and tokens.dep[verb] == "ccomp"
    purpose = tokens.tag[above] == "VB" and tokens.dep[above] in ("acl", "advcl", "xcomp", "relcl")
    sure = standing.likely == "REQUEST" and said and purpose and graph.lemma[above] in _ENSURING
    return sure and any("actor" not in standing.coder.classes.of(o) for o in graph.child(standing.head, ("dobj",)))


def _is_press(standing: Standing, k: int) -> bool:
    """Whether ``k`` is a paper or agency that is told what somebody thinks of others."""
    graph, tokens = standing.graph, standing.graph.tokens
    entity = standing.coder.classes.entity(k)
    first = graph.spread_of(k)
    told = tokens.dep[first] in ("dobj", "dative") and graph.lemma[tokens.head[first]] in _TOLD
    return told and entity is not None and entity.sector == "JRN" and standing.likely in _SAID


def _calls_it_so(standing: Standing, k: int) -> bool:
    """Whether ``k`` only has a word for something: "vowed to end what the deputy called a farce"."""
    graph, tokens = standing.graph, standing.graph.tokens
    first = graph.spread_of(k)
    verb = tokens.head[first]
    what = any(graph.low[o] == "what" for o in graph.child(verb, ("dobj", "pobj")))
    naming = graph.lemma[verb] in standing.coder.matcher.lexicon.members("naming")
    return tokens.dep[first] == "nsubj" and what and naming and verb not in standing.words


def _is_outside_inquiry(standing: Standing, k: int) -> bool:
    """Whether ``k`` stands outside what is investigated: "the prosecutor investigating the murder saw the nuns"."""
    graph, head = standing.graph, standing.head
    inquiring = graph.is_verb(head) and graph.lemma[head] in _INQUIRING
    entity = standing.coder.classes.entity(k)
    if entity is not None and entity.sector in _SUSPECT:
        return False  # "... said that the murderers were four"
    return inquiring and head not in graph.path_up(k) and k not in standing.logical
