"""Wordings by which a verb tells of what was not done, read off its own clause and the one above it."""

from __future__ import annotations

from wader.code.graph import Graph

_INSTEAD = frozenset(("without", "instead"))
_STOPPING = frozenset(("stop", "fall", "come", "pull"))
_WOULD = frozenset(("would", "could", "might", "should", "'d"))


def undone(graph: Graph, i: int) -> tuple[int, str] | None:
    """The word that says so, and why: "without helping", "instead of helping", "stopped short of helping", "has yet to
    help"."""
    head = graph.tokens.head[i]
    if graph.tokens.dep[i] == "pcomp":
        over = graph.tokens.head[head]
        near = [k for k in (head, over, *graph.kids[head]) if graph.low[k] in _INSTEAD]
        if graph.low[over] == "short" and graph.lemma[graph.tokens.head[over]] in _STOPPING:
            near.append(over)
        return (near[0], f"“{graph.tokens.text[near[0]]}” denies it") if near else None
    if graph.tokens.dep[i] == "xcomp" and graph.lemma[head] in ("have", "be"):
        yet = [k for k in graph.kids[head] if graph.low[k] == "yet" and k < i]
        return (yet[0], "“yet to” says that it has not happened") if yet else None
    return None


def counterfactual(graph: Graph, i: int) -> bool:
    """Whether what an if-clause tells was not so: "lives would have been saved if the army had moved in"."""
    had = any(graph.low[a] in ("had", "'d") for a in graph.child(i, ("aux",))) and graph.tokens.tag[i] == "VBN"
    main = {graph.low[a] for a in graph.child(graph.tokens.head[i], ("aux",))}
    return had and "have" in main and not main.isdisjoint(_WOULD)
