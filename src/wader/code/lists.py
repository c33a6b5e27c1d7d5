"""Lists of people that a parser took for appositions: "the bishop, his driver, and two nuns", "Ana Rey, 42; a nun"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wader.code.classes import Classes
    from wader.code.graph import Graph

_IN_WORDS = frozenset(("ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN"))


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


def named_with(graph: Graph, classes: Classes, k: int, category: str) -> list[int]:
    """Parties that share the slot of ``k``. Headlines leave the "and" out: "Australia, New Zealand" are two states, no
    state and its other name. Who is blamed, praised or asked is so with those named among them: "outside forces,
    including the guild"."""
    beside = [a for a in graph.child(k, ("appos",)) if classes.is_state(k) and classes.is_state(a)]
    beside = [a for a in beside if graph.low[graph.subtree_left(a) - 1] == ","]
    if category not in _IN_WORDS or graph.tokens.tag[k] not in ("NNS", "NNPS") or classes.is_named(k):
        return beside
    names = [c for c in graph.child(k, ("prep",)) if graph.low[c] == "including"]
    members = graph.spread(o for c in names for o in graph.child(c, ("pobj",)))
    return [*beside, *(o for o in members if "actor" in classes.of(o))]


def repeated(graph: Graph, head: int, k: int) -> list[int]:
    """Objects of the preposition of ``head`` that is repeated behind an "and" before ``k``: "paid tribute to the nuns
    and to the guards"."""
    at = graph.tokens.head[k]
    if graph.tokens.head[at] != head or graph.low[at - 1] != "and":
        return []
    same = [p for p in graph.child(head, ("prep",)) if p < at and graph.low[p] == graph.low[at]]
    return [o for p in same for o in graph.child(p, ("pobj",))]
