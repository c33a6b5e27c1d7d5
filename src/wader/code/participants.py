"""Who else took part in a meeting, by what is said of it: "a summit in which Ghana's president took part", "talks
attended by two envoys"."""

from __future__ import annotations

from wader.code.classes import Classes
from wader.code.graph import Graph
from wader.code.slots import Match
from wader.knowledge.lexicon import Lexicon

_TAKING_PART = frozenset(("participate", "attend", "join", "speak"))
_RELATIVE = frozenset(("which", "whom"))
_PLACED = frozenset(("in", "at", "of", "between", "on", "with"))


class Participants:
    """Reads them over one sentence's graph."""

    def __init__(self, graph: Graph, classes: Classes, lexicon: Lexicon) -> None:
        self.graph, self.classes, self.meetings = graph, classes, lexicon.members("meeting")

    def of(self, match: Match) -> list[int]:
        """Who took part in the meeting that a trigger is, attends or is on the way to, beside those that it names."""
        held = {k for k, _ in (*match.actor, *match.recipient)}
        found = [k for noun in self._nouns(match) for verb in self._told(noun) for k in self._who(verb)]
        return [k for k in dict.fromkeys(found) if k not in held and "actor" in self.classes.of(k)]

    def _nouns(self, match: Match) -> list[int]:
        graph, i = self.graph, match.token
        near = [*match.tokens, *graph.object(i)]
        near += [k for name in ("for", "at", "in", "to", "after") for k in graph.preposition([i], name)]
        return [k for k in dict.fromkeys(near) if graph.is_noun(k) and graph.lemma[k] in self.meetings]

    def _told(self, noun: int) -> list[int]:
        """Verbs of taking part in what ``noun`` names: of its relative clauses, of participles on it, and where the
        parser takes the relative clause for the main one."""
        graph, tokens = self.graph, self.graph.tokens
        found = []
        for k in range(noun + 1, graph.size):
            part = graph.lemma[k] in _TAKING_PART or (graph.lemma[k] == "take" and "part" in graph.low[k + 1 : k + 3])
            if not (part and graph.is_verb(k)):
                continue
            passive = tokens.dep[k] == "acl" and tokens.tag[k] == "VBN" and self._on(k, noun)
            which = next((w for w in range(noun + 1, k) if graph.low[w] in _RELATIVE), None)
            clear = which is not None and not any(graph.is_verb(v) for v in range(noun + 1, k) if v != k)
            if passive or (clear and which is not None and graph.low[which - 1] in ("in", "at")):
                found.append(k)
        return found

    def _on(self, verb: int, noun: int) -> bool:
        """Whether a participle hangs on a noun, or on what tells where or whose it is ("talks in Oslo attended by")."""
        graph, k = self.graph, self.graph.tokens.head[verb]
        while k != noun:
            above = graph.tokens.head[k]
            if graph.tokens.dep[k] != "pobj" or graph.low[above] not in _PLACED:
                return False
            k = graph.tokens.head[above]
        return True

    def _who(self, verb: int) -> list[int]:
        graph = self.graph
        named = graph.preposition([verb], "by") or graph.spread(graph.child(verb, ("nsubj",)))
        return [k for k in named if graph.low[k] not in _RELATIVE]
