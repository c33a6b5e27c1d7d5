"""Clauses that say what is to be by the form of their verb alone: "proposed that Togo withdraw"."""

from __future__ import annotations

from wader.code.graph import Graph

_PROPOSING = frozenset("insist suggest propose recommend advise counsel request ask demand urge order require".split())
"""Verbs whose clause may say what is to be."""
_TELLING_TOO = frozenset(("insist", "suggest"))
"""Those of them whose clause may also tell what is so."""
_MANY = frozenset(("police", "people", "clergy"))
"""Nouns of many that look like nouns of one."""


def is_advised(graph: Graph, i: int) -> bool:
    """Whether a clause says what somebody proposes to be done, by its verb's form alone: "proposed that Togo withdraw",
    "that the camps be closed". Of many, after a verb that may also tell what is so, the form says nothing: "insisted
    that farmers sell"."""
    tokens, verb = graph.tokens, graph.tokens.head[i]
    if tokens.dep[i] != "ccomp" or graph.lemma[verb] not in _PROPOSING:
        return False
    if not any(graph.low[k] == "that" for k in graph.child(i, ("mark",))):
        return False
    auxiliaries = graph.child(i, ("aux", "auxpass"))
    if auxiliaries or tokens.tag[i] == "VB":
        return [graph.low[k] for k in auxiliaries] in ([], ["be"])
    subjects = graph.child(i, ("nsubj",))
    if tokens.tag[i] != "VBP" or graph.low[i] != graph.lemma[i] or not subjects:
        return False
    one = tokens.tag[subjects[-1]] in ("NN", "NNP") and graph.low[subjects[-1]] not in _MANY
    one = one and not graph.child(subjects[-1], ("conj",))
    return one or (tokens.tag[verb] in ("VBD", "VBN") and graph.lemma[verb] not in _TELLING_TOO)
