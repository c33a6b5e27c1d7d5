"""Parties of what is denied, of what a condemned thing brings about, and of what an act followed: the act is not done
to them.

Asked by ``bystanders``, of parties that no slot of the entry names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wader.code.standing import Standing

_WORDS = frozenset(("ACCUSE", "REJECT", "SUPPORT", "REQUEST"))
"""Categories of acts of words, whose own object tells what they are about."""
_AFTER = frozenset(("after", "amid", "following", "despite"))


def is_told_within(standing: Standing, k: int) -> bool:
    """Whether ``k`` stands in a part of the sentence that does not say to whom the act is done."""
    return _is_in_denied(standing, k) or _is_of_consequence(standing, k) or _is_of_occasion(standing, k)


def _is_in_denied(standing: Standing, k: int) -> bool:
    """Whether ``k`` stands in the clause that somebody denies or will not grant: "refused to admit that the guards had
    shot the nuns"."""
    graph = standing.graph
    if standing.likely != "REJECT" or k < standing.head or not graph.is_verb(standing.head):
        return False
    verbs = [standing.head, *graph.child(standing.head, ("xcomp",))]
    clauses = {c for v in verbs for c in graph.child(v, ("ccomp",)) if graph.is_verb(c)}
    clauses = {c for c in clauses if any(graph.low[m] == "that" for m in graph.child(c, ("mark",)))}
    path = graph.path_up(k)
    as_said = any(graph.low[m] == "as" for x in path[1:] for m in (x, *graph.child(x, ("mark",))))
    return not as_said and not clauses.isdisjoint(path)  # "as was asserted by the union"


def _is_of_consequence(standing: Standing, k: int) -> bool:
    """Whether ``k`` stands behind the verb of a relative clause of which the thing that is judged is the subject:
    "condemned the raid, which harmed the talks of the premiers"."""
    graph, tokens = standing.graph, standing.graph.tokens
    if standing.likely != "ACCUSE" or not graph.is_verb(standing.head):
        return False
    path = graph.path_up(k)
    for thing in graph.object(standing.head):
        if not graph.is_noun(thing) or "actor" in standing.coder.classes.of(thing):
            continue
        for clause in graph.child(thing, ("relcl",)):
            which = [s for s in graph.child(clause, ("nsubj",)) if tokens.tag[s] in ("WDT", "WP")]
            if which and clause in path and k > clause:
                return True
    return False


def _is_of_occasion(standing: Standing, k: int) -> bool:
    """Whether ``k`` only tells after or amid what something was said that has its own object: "voted the bill down
    after a complaint from traders"."""
    graph, head = standing.graph, standing.head
    own = graph.child(head, ("dobj", "nsubjpass", "ccomp", "prt"))
    own = own or [o for w in standing.words for o in graph.child(w, ("pobj",)) if w != head]
    if standing.likely not in _WORDS or not graph.is_verb(head) or not own:
        return False
    on = [p for p in graph.child(head, ("prep",)) if graph.low[p] in _AFTER]
    return any(p in graph.path_up(k) for p in on) and not any(_owned(standing, o) for o in own)


def _owned(standing: Standing, noun: int) -> bool:
    """Whether a noun is that of somebody who may be named elsewhere: "his plan"."""
    graph = standing.graph
    return any(graph.tokens.tag[p] == "PRP$" for p in graph.child(noun, ("poss",)))
