"""What is only spoken of: what somebody has a stand on, is given to or would be able to do, what does not
follow from what was said, past unrest that serves as a date or a measure, what a plan that is talked about is for, what
tells only which people are meant. Nobody tells that it is done.

Asked by ``idle``; all is read off syntax.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from wader.code.irreal import first_of

if TYPE_CHECKING:
    from wader.code.graph import Graph
    from wader.code.slots import Match

_STANDS = frozenset(
    "favour favor position stance stand view platform plank manifesto idea notion thought merit wisdom".split()
)
"""Nouns of what somebody holds about an act."""
_HABITS = frozenset("history habit tendency penchant knack propensity pattern tradition fondness reputation".split())
"""Nouns of what somebody does again and again."""
_TALK = frozenset("comment speak talk joke muse debate opine reflect discourse expound elaborate remark".split())
"""Verbs that take what is spoken of behind a preposition."""
_ABOUT = frozenset(("of", "on", "about", "over", "regarding", "concerning"))
_OF_HABIT = frozenset(("ACCUSE", "SUPPORT", "REQUEST", "REJECT", "AGREE", "AID", "CONCEDE"))
"""Categories of acts of words and favours, of which a habit tells none; of abuses it tells that there were some."""
_FOLLOWING = frozenset("mean imply suggest say".split())
_THAT = frozenset(("this", "that", "it", "which"))
_WOULD = frozenset(("would", "could", "might", "'d"))
_DATING = frozenset(("since", "during", "before", "after", "until", "till", "from"))
_ALIKE = frozenset("similar reminiscent comparable akin identical similarity resemblance parallel comparison".split())
_PLANS = frozenset("plan proposal idea suggestion notion scheme vision".split())
"""Nouns of what somebody would have done."""
_OVER = frozenset(("about", "on", "over", "of", "regarding", "concerning", "for", "against", "to", "at"))
"""Prepositions by which a plan is talked about; "with" and "in" are not among them ("came up with a plan")."""
_MATTERS = frozenset("issue question subject topic matter problem concept field area scope".split())
"""Nouns of what is spoken of or dealt with in general."""
_FAVOUR = frozenset(("favour", "favor"))
_POLICIES = frozenset("strategy policy approach blueprint formula recipe".split())
"""Nouns of how somebody would go about an act."""
_TIPS = frozenset("information tip clue detail".split())
_PEOPLE = frozenset("people person those anyone anybody everyone everybody".split())
_TRAITS = frozenset(("SUPPORT", "REJECT", "AGREE", "PROTEST"))
"""Categories of stands that people have; who accuses or demands has said so."""
_PRESENT = frozenset(("VBP", "VBZ"))
_UNREST = frozenset(("PROTEST", "ASSAULT"))
_YEARS = range(1500, 2100)


def only_spoken_of(graph: Graph, match: Match, category: str) -> bool:
    if match.entry.pos == "n" and not graph.is_verb(match.token):
        unrest = category in _UNREST and not match.recipient_real and _is_reference(graph, match)
        first = first_of(graph, match.token)
        planned = category != "ASSAULT" and _is_planned(graph, first)
        return unrest or planned or _is_matter(graph, first) or _is_looked_for(graph, first)
    if not graph.is_verb(match.token):
        return _does_not_follow(graph, match.token)
    k = match.token
    if (category in _TRAITS and _is_trait(graph, k)) or (category != "ASSAULT" and _is_planned(graph, k)):
        return True
    return _is_topic(graph, k, category) or _within_means(graph, k) or _does_not_follow(graph, k)


def _is_topic(graph: Graph, k: int, category: str) -> bool:
    """Whether a gerund is what somebody has a stand on, speaks about or is given to: "his position on deporting
    students", "commented on bringing them to justice", "a history of blaming others"."""
    while graph.tokens.dep[k] == "conj" and graph.tokens.tag[k] == "VBG":
        k = graph.tokens.head[k]
    at = graph.tokens.head[k]
    over = graph.tokens.head[at]
    if graph.tokens.tag[k] != "VBG" or graph.tokens.dep[k] != "pcomp":
        return False
    if graph.low[at] == "for" and graph.lemma[over] in _POLICIES:
        return True  # "discussed his strategy for fighting them"
    if graph.low[at] not in _ABOUT:
        return False
    if graph.lemma[over] in _TALK and graph.is_verb(over):
        return True
    nouns = [o for o in graph.child(over, ("dobj",)) if o < at] if graph.is_verb(over) else [over]
    words = {graph.lemma[n] for n in nouns}
    return not words.isdisjoint(_STANDS) or (not words.isdisjoint(_HABITS) and category in _OF_HABIT)


def _is_planned(graph: Graph, k: int) -> bool:
    """Whether an act is only what a plan that somebody talks about is for: "was asked about his plan to ban them", "the
    quarrel over a proposal for a ban"; not "presented a plan to ban them"."""
    at = graph.tokens.head[k]
    noun = k
    if graph.tokens.dep[k] in ("pobj", "pcomp") and graph.low[at] == "for":
        noun = graph.tokens.head[at]
    elif graph.tokens.dep[k] == "acl" and graph.has_to(k):
        noun = at
    if noun == k or graph.lemma[noun] not in _PLANS or graph.tokens.dep[noun] != "pobj":
        return False
    return graph.low[graph.tokens.head[noun]] in _OVER


def _is_looked_for(graph: Graph, first: int) -> bool:
    """Whether an act of the law is what information is to lead to: "a reward for tips leading to the arrest of the
    killer"; not "the tip led to the arrest"."""
    to = graph.tokens.head[first]
    leading = graph.tokens.head[to]
    below = graph.tokens.dep[first] == "pobj" and graph.low[to] == "to" and graph.tokens.dep[leading] == "acl"
    known = graph.lemma[graph.tokens.head[leading]] in _TIPS
    return below and known and graph.lemma[leading] == "lead" and graph.tokens.tag[leading] == "VBG"


def _is_matter(graph: Graph, first: int) -> bool:
    """Whether a noun without an article names a matter that is spoken of, or any noun what somebody is in favour of:
    "the issue of violence against women", "a field of cooperation between them"; not "the issue of the arrests"."""
    of = graph.tokens.head[first]
    over = graph.tokens.head[of]
    if graph.tokens.dep[first] != "pobj" or graph.low[of] != "of":
        return False
    if graph.lemma[over] in _FAVOUR and graph.low[graph.tokens.head[over]] == "in":
        return True
    if graph.lemma[over] not in _MATTERS:
        return False
    return graph.tokens.tag[first] == "NN" and not graph.child(first, ("det", "poss", "nummod"))


def _is_trait(graph: Graph, k: int) -> bool:
    """Whether a clause tells only which people are meant, and of no time: "people who support her", "leaders who are
    shunned by the young"; not "twelve deputies who oppose the pact", "the nuns who condemn the war"."""
    whom = graph.tokens.head[k]
    tags = [graph.tokens.tag[v] for v in (k, *graph.child(k, ("aux", "auxpass")))]
    present = sum(tag in _PRESENT for tag in tags) == 1 and len(tags) == 1 + graph.passive(k) and "VBG" not in tags
    if graph.tokens.dep[k] != "relcl" or not present:
        return False
    if not any(graph.tokens.tag[s] in ("WP", "WDT") for s in graph.child(k, ("nsubj", "nsubjpass"))):
        return False
    if graph.lemma[whom] in _PEOPLE:
        return not graph.child(whom, ("nummod",))
    return graph.tokens.tag[whom] == "NNS" and not graph.child(whom, ("det", "poss", "nummod"))


def _within_means(graph: Graph, k: int) -> bool:
    """Whether somebody only would be in a position to do it: "would have been able to kill many"."""
    able = graph.tokens.head[k]
    if graph.tokens.dep[k] != "xcomp" or graph.low[able] != "able":
        return False
    return any(graph.low[a] in _WOULD for a in graph.child(graph.tokens.head[able], ("aux",)))


def _does_not_follow(graph: Graph, k: int) -> bool:
    """Whether it is said that it does not follow: "that does not mean that they will attack", "this is not to say that
    they are willing to help"."""
    path = graph.path_up(k)
    for below, over in pairwise(path):
        dep = graph.tokens.dep[below]
        if dep == "ccomp" and graph.lemma[over] in _FOLLOWING:
            verb = over if graph.child(over, ("nsubj",)) else graph.tokens.head[over]  # "is not to say"
            if verb != over and (graph.lemma[verb] != "be" or graph.lemma[over] == "mean"):
                return False
            that = any(graph.low[s] in _THAT for s in graph.child(verb, ("nsubj",)))
            said = verb == over and graph.lemma[over] == "say"
            return that and not said and bool(graph.child(verb, ("neg",)) or graph.child(over, ("neg",)))
        if dep not in ("acomp", "xcomp", "conj", "ccomp"):
            return False
    return False


def contrary(graph: Graph, k: int) -> bool:
    """Whether harm is only what would be done under a condition that the words take for unreal: "they would kill many
    if they were to use their tanks"."""
    would = any(graph.low[a] in _WOULD for a in graph.child(k, ("aux",)))
    if not would or graph.child(k, ("neg",)):
        return False
    for clause in graph.child(k, ("advcl",)):
        if any(graph.low[m] == "if" for m in graph.child(clause, ("mark",))):
            return any(graph.low[v] in ("were", "had") for v in (clause, *graph.child(clause, ("aux", "auxpass"))))
    return False


def _is_reference(graph: Graph, match: Match) -> bool:
    """Whether a noun of unrest without anybody who did it only dates something else or is what it is measured by:
    "in office during the riots of 1984", "worse than the riots in the port"."""
    if match.actor_real:
        return False
    k = first_of(graph, match.token)
    at = graph.tokens.head[k]
    if graph.tokens.dep[k] != "pobj":
        return False
    if graph.low[at] in _DATING:
        return _has_year(graph, match.token) or _has_year(graph, k)
    over = graph.lemma[graph.tokens.head[at]]
    return graph.low[at] in ("than", "unlike") or (graph.low[at] in ("to", "of", "between", "with") and over in _ALIKE)


def _has_year(graph: Graph, k: int) -> bool:
    """Whether a noun has a year: "the 1992 riots", "the riots of 1984"."""
    near = [*graph.child(k, ("nummod", "compound", "amod", "nmod")), *graph.preposition([k], "of")]
    near += graph.preposition([k], "in")
    return any(graph.low[n][:4].isdecimal() and int(graph.low[n][:4]) in _YEARS for n in near)
