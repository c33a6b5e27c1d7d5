"""Lists of people that a parser took for appositions: "the bishop, his driver, and two nuns", "Ana Rey, 42; a nun", and
companions that it hung on something else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wader.code.graph import Graph


def taken_for_names(graph: Graph, k: int) -> list[int]:
    """Those listed with ``k`` that hang on it, or on an apposition of it, as if they were its other name."""
    beside = graph.child(k, ("appos",))
    if not beside:
        return []
    ands = graph.child(k, ("cc",))
    his = [c for c in beside if c < max(ands, default=0) and _is_his(graph, c)]
    return [*his, *_past_apposition(graph, beside), *_past_semicolon(graph, beside)]


def _is_his(graph: Graph, i: int) -> bool:
    return any(graph.tokens.tag[p] == "PRP$" for p in graph.child(i, ("poss",)))


def _past_apposition(graph: Graph, beside: list[int]) -> list[int]:
    """Conjuncts that the parser hung on an apposition: "the bishop, a Jesuit, and his driver"."""
    found = []
    for described in beside:
        for c in graph.child(described, ("conj",)):
            ands = [k for k in range(described + 1, c) if graph.tokens.dep[k] == "cc"]
            if ands and graph.low[ands[-1] - 1] == "," and graph.child(c, ("poss", "det")):
                found.append(c)
    return found


def _past_semicolon(graph: Graph, beside: list[int]) -> list[int]:
    """Appositions behind semicolons, each with those that hang on it: a list with ages or offices."""
    heads = {graph.lemma[graph.tokens.head[c]] for c in beside}  # "a man of God; a man who prays": the same one
    found = [c for c in beside if _opens(graph, c) == ";" and graph.lemma[c] not in heads]
    if not found:
        return []
    inner = [c for f in found for c in graph.child(f, ("appos",)) if _opens(graph, c) in (";", "and")]
    return [*found, *inner]


def _opens(graph: Graph, i: int) -> str:
    """What stands before a noun phrase."""
    left = graph.subtree_left(i) - 1
    while left > 0 and graph.tokens.dep[left] == "det":
        left -= 1
    return graph.low[left] if left >= 0 else ""


def hung_lower(graph: Graph, verb: int) -> list[int]:
    """Whom the parser hung on what stands before: "was held by police in connection with the raid along with two
    guards"."""
    for k in range(verb + 2, graph.size - 1):
        if graph.low[k] != "along" or graph.low[k + 1] != "with" or graph.tokens.head[k] == verb:
            continue
        path = graph.path_up(k)
        way = path[1 : path.index(verb)] if verb in path else []
        if way and all(graph.tokens.dep[x] in ("prep", "pobj") for x in way):
            return graph.child(k + 1, ("pobj",)) if graph.tokens.head[k + 1] == k else graph.child(k, ("pobj",))
    return []
