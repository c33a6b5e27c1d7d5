"""What one event makes of another: the tables under ``precedence`` of the codebook, applied to what the frame tells.

An act that its own actor announces is a threat or a promise, what is cancelled or ended another category, and what its
actor says it never did is denied.
"""

from __future__ import annotations

from itertools import pairwise

from wader.code.classes import Classes
from wader.code.coded import Coded
from wader.code.frame import Frame
from wader.code.graph import Graph
from wader.code.match import Matcher
from wader.code.openings import OPENS
from wader.code.slots import Match
from wader.knowledge import Knowledge

_TRIED = frozenset(("ASSAULT", "PROTEST", "MOBILIZE", "REQUEST", "ACCUSE", "THREATEN", "REJECT"))
"""Categories of which the attempt is already one ("tried to kill", "tried to persuade")."""
_ONE_SIDED = frozenset(("AGREE", "REJECT", "SANCTION"))
_OWN_SIDE = frozenset(("subj", OPENS, "light", "poss", "by", "amod", "compound", "subj of clause"))
_OWN = frozenset("he she it they we i his her its their our my".split())


def suppose_tried(frame: Frame, category: str) -> None:
    """What is only tried is not done, but where the attempt is already of its ``category``."""
    if frame.attempted and category not in _TRIED:
        frame.mark("hypothetical", frame.cues["attempted"], f"attempted only: {frame.rules['attempted']}")


class Precedence:
    """What the frame of a coded event makes of it."""

    def __init__(self, graph: Graph, classes: Classes, matcher: Matcher, knowledge: Knowledge) -> None:
        self.graph, self.classes, self.matcher, self.knowledge = graph, classes, matcher, knowledge

    def announce(self, coded: Coded) -> None:
        """Mark what its own actor says it will do ("said they would boycott the vote") or never did."""
        frame, graph, i = coded.frame, self.graph, coded.match.token
        if frame.future == frame.negated or frame.hypothetical:
            return
        for below, k in pairwise(graph.path_up(i)):
            if graph.tokens.dep[below] == "xcomp" and graph.lemma[k] == "be" and graph.tokens.tag[k] == "VBD":
                return  # "their task was to kill": so it is told of them
            if graph.tokens.dep[below] == "xcomp" and graph.lemma[k] in self.knowledge.lexicon.members("vowing"):
                frame.mark("announced", k, f"“{graph.tokens.text[k]}”: its own actor vows it")
                return
            if graph.tokens.dep[below] != "ccomp":
                if graph.tokens.dep[below] not in ("xcomp", "conj", "dobj", "pobj", "prep"):
                    return
                continue
            if not self.matcher.reports(k) or graph.lemma[k] in self.knowledge.lexicon.members("thinking"):
                return
            speakers = set(graph.subject(k))
            own = {a for a, _ in coded.match.actor if a < graph.size}
            owners = {p for a in own for p in graph.possessor(a)}  # "said his army would enter"
            pronoun = any(graph.low[a] in _OWN for a in own | owners)
            if own & speakers or pronoun or self._same_state(own, speakers):
                flag = "disowned" if frame.negated else "announced"
                frame.mark(flag, k, f"“{graph.tokens.text[k]}”: its own actor says so")
            return

    def _same_state(self, one: set[int], other: set[int]) -> bool:
        codes = [
            {e.code for k in side if (e := self.classes.entity(k)) is not None and e.code} for side in (one, other)
        ]
        return bool(codes[0] & codes[1])

    def foil(self, coded: Coded) -> None:
        """Who foils a plot is not who would have carried it out."""
        frame, graph = coded.frame, self.graph
        if not frame.negated or coded.category != "ASSAULT":
            return
        verb = frame.cues["negated"]
        operator = self.matcher.operator(verb) if graph.is_verb(verb) else None
        denying = self.knowledge.lexicon.members("denying")
        if operator is None or operator.kind != "deny" or graph.lemma[verb] in denying:
            return
        foilers = set(graph.subject(verb))
        left = [f for f in coded.match.actor if f[0] not in foilers]
        if not left or left != coded.match.actor:
            nouns = [k for k in graph.object(verb) if graph.is_noun(k)]
            plotters = graph.preposition([coded.match.token, *nouns], "by")
            plotters += [p for k in nouns for p in graph.possessor(k)]
            coded.match.actor = left or [(k, "by") for k in plotters]
            coded.match.actor_real = any("actor" in self.classes.of(k) for k, _ in coded.match.actor)

    def transform(self, coded: Coded) -> None:
        """Precedence: what is ended, cancelled or still to come is another event."""
        rules, frame = self.knowledge.codebook.precedence, coded.frame
        was = coded.category
        tables = [("cancelled", rules.cancelled), ("cut", {**rules.ended, **rules.cut}), ("ended", rules.ended)]
        for flag, table in tables:
            if flag == "cut" and was == "CONSULT" and self._was_due(coded.match.token):
                table = rules.cancelled
            if getattr(frame, flag) and was in table and not frame.negated:
                coded.category, coded.modes = table[was][0], table[was][1:]
                coded.rules["precedence"] = f"{was} {flag} is {coded.category}: {frame.rules[flag]}"
                frame.ongoing = False
                break
        suppose_tried(frame, coded.category)
        unready = coded.match.entry.pos == "a" and coded.category == "AGREE" and not frame.hypothetical
        if frame.negated and (frame.future or unready) and coded.category in rules.unwilling:
            coded.category, *coded.modes = rules.unwilling[coded.category]
            coded.rules["precedence"] = f"{was} that will not be is {coded.category}: {frame.rules['negated']}"
            frame.negated = frame.future = False
        elif frame.negated and coded.category == "AGREE" and coded.match.entry.pos == "a":
            coded.category, coded.modes = "REJECT", []  # "is not ready to talk"
            coded.rules["precedence"] = f"AGREE that is denied of the willing is REJECT: {frame.rules['negated']}"
            frame.negated = False
        elif frame.disowned and coded.category in (*rules.announced, "THREATEN"):
            coded.category, coded.modes = "REJECT", []
            coded.rules["precedence"] = f"{was} that its own actor denies is REJECT: {frame.rules['disowned']}"
            frame.negated = False
        elif frame.announced and coded.category in rules.announced:
            coded.modes = [self.knowledge.codebook.threat_mode(coded.category, coded.modes)]
            coded.category = "THREATEN"
            coded.rules["precedence"] = f"{was} that its actor announces is THREATEN: {frame.rules['announced']}"
            frame.future = False
            self._vow(coded)
        elif frame.future and not frame.negated and (to_come := self._to_come(coded)) is not None:
            coded.rules["precedence"] = f"{coded.category} to come is {to_come}: {frame.rules['future']}"
            coded.category, coded.modes = to_come, []

        if was == "CONSULT" and coded.category in _ONE_SIDED:
            self._part(coded.match)

    def _to_come(self, coded: Coded) -> str | None:
        """What an act is that is still to come; None where it stays what it is. Who will comply agrees to."""
        if coded.category == "CONCEDE" and coded.match.entry.words[0] in self.knowledge.lexicon.members("obeying"):
            return "AGREE"
        return self.knowledge.codebook.precedence.future.get(coded.category)

    def _was_due(self, i: int) -> bool:
        """Whether what noun ``i`` names was only to take place ("the talks due on Monday were suspended")."""
        left, right = self.graph.subtree_left(i), self.graph.tokens.head[i]
        behind = range(i + 1, right) if right > i else range(i + 1, i + 1)
        near = [k for k in (*range(left, i), *behind) if self.graph.tokens.tag[k][:2] in ("VB", "JJ")]
        return any((o := self.matcher.operator(k)) is not None and o.kind in ("plan", "due") for k in near)

    def _vow(self, coded: Coded) -> None:
        """The word of a threat that is vowed is the vow: "promised to deport the migrants"."""
        verb, match = coded.frame.cues["announced"], coded.match
        if self.graph.lemma[verb] in self.knowledge.lexicon.members("vowing") and self.matcher.best(verb) is None:
            match.token, match.tokens = verb, (verb, *match.tokens)

    @staticmethod
    def _part(match: Match) -> None:
        """Who plans or refuses to meet does it to the other: "the envoy will meet the rebels" is no meeting yet."""
        own = [f for f in match.actor if f[1] in _OWN_SIDE]
        others = [f for f in match.actor if f[1] not in _OWN_SIDE]
        if own and others and not match.recipient_real and not any(slot == "between" for _, slot in others):
            match.actor, match.recipient, match.recipient_real = own, others, True
