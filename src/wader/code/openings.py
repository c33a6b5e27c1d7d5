"""Who does what a participle at the opening of a sentence says: "Accusing the council of waste, the bishop said …"."""

from __future__ import annotations

from wader.code.graph import Graph

OPENS = "subj of main clause"
"""Slot of who does it."""
_REACH = 12
"""Tokens from the start of a sentence within which such a participle stands."""
_WHILE = frozenset("while after before when by in on upon besides since".split())
"""Words that may stand before it: who "while praising" says something praises."""
_LEADS = frozenset("\"“‘'`([-–—".split()) | {"``", "but", "and"}


def opener(graph: Graph, verb: int, speech: frozenset[str]) -> list[int]:
    """Subject of the main clause behind the participle ``verb`` that opens the sentence; [] where it opens none.
    ``speech``: verbs of saying, over whose words parsers lose their subject."""
    tokens = graph.tokens
    if tokens.tag[verb] != "VBG" or verb > _REACH or graph.child(verb, ("nsubj", "aux", "det", "poss")):
        return []
    before = range(graph.subtree_left(verb))
    if any(graph.low[k] not in _LEADS | _WHILE and graph.tokens.dep[k] != "punct" for k in before):
        return []
    dep, head = tokens.dep[verb], tokens.head[verb]
    if dep == "pcomp" and graph.low[head] in _WHILE:
        dep, head = "advcl", tokens.head[head]
    main: list[int] = []
    if dep == "advcl" and graph.is_verb(head) and head > verb and tokens.dep[head] != "advcl":
        main = graph.object(head) if graph.passive(head) else graph.subject(head)
    first = min((k for k in main if k > verb), default=graph.size)
    said = _speaker(graph, verb, speech)
    return graph.spread([said]) if said is not None and said < first else main


def opened(graph: Graph, noun: int) -> list[int]:
    """Subject of the main clause behind a noun that opens the sentence: "in a swipe at the army, the bishop said"."""
    tokens, at = graph.tokens, graph.tokens.head[noun]
    verb = tokens.head[at]
    if tokens.dep[noun] != "pobj" or graph.low[at] != "in" or graph.subtree_left(at) > 1:
        return []
    new = any(graph.low[d] in ("a", "an") for d in graph.child(noun, ("det",)))
    if not new or not graph.is_verb(verb) or graph.passive(verb):
        return []
    return graph.spread(k for k in graph.child(verb, ("nsubj",)) if k > noun)


def _speaker(graph: Graph, verb: int, speech: frozenset[str]) -> int | None:
    """Who says what follows, right behind a comma: of ", he said, “they …”" parsers take the words for the main
    clause."""
    k = next((k for k in range(verb + 2, graph.size) if graph.lemma[k] in speech and graph.is_verb(k)), None)
    subject = graph.child(k, ("nsubj",)) if k is not None else []
    if k is None or not subject or subject[0] > k:
        return None
    if verb in graph.path_up(k) and graph.tokens.dep[k] != "parataxis":
        return None
    left = min((subject[0], *graph.kids[subject[0]]))
    return subject[0] if left and graph.low[left - 1] == "," else None
