"""Things and parties behind "what": "railed against what he calls the old guard" is against the old guard."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wader.code.graph import Graph

_CALLING = frozenset("call term dub label deem consider name style describe characterise characterize denounce".split())
_NAMED = ("oprd", "ccomp", "xcomp", "attr", "dobj", "appos")


def called(graph: Graph, heads: Iterable[int]) -> list[int]:
    """The heads, a clause of calling something so replaced by what it is called; other clauses stay."""
    return [named for k in heads for named in (_named(graph, k) or [k])]


def _named(graph: Graph, verb: int) -> list[int]:
    if graph.lemma[verb] not in _CALLING or not graph.is_verb(verb):
        return []
    whats = [k for k in graph.kids[verb] if graph.low[k] == "what" and k < verb]
    if not whats:
        return []
    found = [k for k in graph.child(verb, _NAMED) if k > verb and graph.is_noun(k)]
    found += [o for k in graph.child(verb, ("prep",)) if graph.low[k] == "as" for o in graph.child(k, ("pobj",))]
    return found[:1]
