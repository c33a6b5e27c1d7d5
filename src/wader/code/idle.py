"""What is too little said of to be an event: yielding, help or refusal only imagined and of nobody in particular, votes
still to be cast, refusals that are denied, interviews given to the press, counts that are compared, wishes of those
polled, what a rule demands."""

from __future__ import annotations

from wader.code.classes import Classes
from wader.code.frame import HARM, Frame
from wader.code.graph import Graph
from wader.code.match import Matcher
from wader.code.slots import Match
from wader.code.spoken_of import contrary, only_spoken_of

_WORDS = frozenset(("AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "REJECT", "RETREAT"))
"""Categories of what is told of a party at every turn ("if they help", "could agree"): imagined, they need somebody
whom they would be done to."""


_COUNTED = frozenset(("AGREE", "SUPPORT", "REQUEST", "AID", "REJECT", "CONSULT", "SANCTION", "ACCUSE"))
"""Categories of acts that are counted and compared ("passed more bills than any other"), and asked about."""
_EQUIPPING = frozenset("arm equip outfit".split())
_CARRYING = frozenset("carry bear wear own possess".split())
_ABILITY = frozenset("power right authority ability competence jurisdiction prerogative capacity".split())
_HAVING = frozenset("have lack possess retain enjoy".split())
_IN_OFFICE = frozenset(
    "lawmaker legislator deputy senator congressman member minister mp parliamentarian councillor delegate governor "
    "leader state country nation government party commissioner judge general officer diplomat".split()
)
"""Of whom a majority wishes something by its vote, not in a poll."""
_POLLS = frozenset("exit opinion tracking entrance phone telephone public".split())
"""What stands before "poll" where nobody votes."""
_PARTNERS = frozenset(("with", "between", "to", "and"))
_DEBATES = frozenset("debate discussion deliberation session sitting symposium seminar".split())
_WOULD = frozenset(("could", "might", "would"))
_QUOTES = frozenset(('"', "“", "''", "``", "‘‘", "â€œ"))
_ENDANGERING = frozenset(("threaten", "menace"))
_VACANT = frozenset(("new", "next", "future"))
_COMPARATIVE = frozenset(("more", "fewer", "less"))


class Idle:
    """Reads over one sentence's graph which events are idle."""

    def __init__(self, graph: Graph, classes: Classes, matcher: Matcher) -> None:
        self.graph, self.classes, self.matcher = graph, classes, matcher

    def idle(self, match: Match, frame: Frame, category: str) -> bool:
        if frame.negated and self.graph.low[frame.cues["negated"]] in self.matcher.lexicon.members("untrue"):
            return True  # "the debunked claim that he opposed the war": the text itself does not tell it
        if frame.negated and category == "REJECT":
            return True  # "did not rule out a meeting": neither a refusal nor a promise
        if only_spoken_of(self.graph, match, category):
            return True
        if category in _COUNTED and frame.rules.get("hypothetical", "").startswith("question"):
            return True  # "did the cabinet meet?": nobody tells it
        if category in _COUNTED and (self._compared(match) or self._put_to_speaker(match)):
            return True
        if category in ("SUPPORT", "ACCUSE", "REJECT", "AGREE") and self._in_mind(match):
            return True
        if category in ("ACCUSE", "SUPPORT") and self._in_poll(match):
            return True
        if category == "REQUEST" and (self._polled(match) or self._ruled(match) or self._supposed(match)):
            return True
        if category == "ASSAULT" and self._equipment(match):
            return True
        if category in HARM and (self._able(match) or self._escaped(match) or contrary(self.graph, match.token)):
            return True
        if category in _WORDS and frame.rules.get("hypothetical", "").endswith("a need, not a fact"):
            return True  # "will have to recognise them": somebody holds that they must
        if frame.future and category == "THREATEN" and self.graph.lemma[match.token] in _ENDANGERING:
            return True  # "will threaten the port for years": a forecast, for nobody announces a threat
        if frame.future and category in ("AGREE", "SUPPORT") and self._forecast(match):
            return True
        if category == "CONSULT":
            return self._interview(match) or self._writers_own(match) or self._setting(match)
        if match.recipient_real:
            return False
        if frame.hypothetical and category in _WORDS:
            return True
        choosing = self.matcher.lexicon.members("choosing")
        return frame.future and category in ("AGREE", "SUPPORT") and self.graph.lemma[match.token] in choosing

    def _forecast(self, match: Match) -> bool:
        """Whether it is only foretold how people will vote, or that a post will be filled: "workers will vote for him",
        "the deputies who will elect the next speaker"."""
        graph, k = self.graph, match.token
        if graph.lemma[k] not in self.matcher.lexicon.members("choosing"):
            return False
        nobody = [o for o, _ in match.recipient if not self.classes.is_named(o)]
        vacant = nobody and all(any(graph.low[c] in _VACANT for c in graph.kids[o]) for o in nobody)
        crowd = [s for s in graph.subject(k) if s < graph.size and graph.tokens.tag[s] == "NNS"]
        return bool(vacant) or any(not graph.child(s, ("det", "poss", "nummod")) for s in crowd)

    def _in_mind(self, match: Match) -> bool:
        """Whether it is only told, under other words, what somebody thinks of another: "says they agree with him"."""
        graph, k, attitudes = self.graph, match.token, self.matcher.lexicon.members("attitude")
        if graph.lemma[k] not in attitudes or graph.tokens.tag[k] not in ("VBP", "VBZ"):
            return False
        own = any(graph.low[s] in ("i", "we") for s in graph.child(k, ("nsubj",)))
        return not own and graph.tokens.dep[k] in ("ccomp", "advcl", "relcl") and graph.tokens.head[k] < k

    def _polled(self, match: Match) -> bool:
        """Whether a share of those polled wishes something: "six in ten said they want the governor to stay"."""
        graph, k = self.graph, match.token
        if graph.lemma[k] not in self.matcher.lexicon.members("wishing"):
            return False
        asked = graph.child(k, ("nsubj",))
        if any(graph.low[s] == "they" for s in asked) and graph.tokens.dep[k] == "ccomp":
            asked = graph.child(graph.tokens.head[k], ("nsubj",))
        return any(self._share(s) for s in asked)

    def _in_poll(self, match: Match) -> bool:
        """Whether it is only told what those polled think: "in exit polls, voters were unhappy with the cabinet"."""
        graph, k = self.graph, match.token
        at = [k, graph.tokens.head[k]] if graph.tokens.dep[k] in ("acomp", "xcomp", "ccomp") else [k]
        polls = [n for name in ("in", "according") for n in graph.preposition(at, name)]
        kinds = [c for n in polls for c in graph.child(n, ("compound", "amod")) if graph.lemma[n] == "poll"]
        told = any(graph.lemma[n] == "survey" for n in polls) or any(graph.lemma[c] in _POLLS for c in kinds)
        named = any(self.classes.is_named(s) or "group" in self.classes.of(s) for s in graph.subject(at[-1]))
        return told and not named  # a named body accuses in a survey of its own

    def _supposed(self, match: Match) -> bool:
        """Whether somebody only would wish something, or it is asked whether he does: "if we want the young to vote, we
        have to listen", "whether deputies wanted him to go"."""
        graph, k = self.graph, match.token
        if graph.lemma[k] not in self.matcher.lexicon.members("wishing"):
            return False
        marks = {graph.low[m] for m in graph.child(k, ("mark",))}
        return "whether" in marks or (graph.tokens.dep[k] == "advcl" and "if" in marks)

    def _share(self, k: int) -> bool:
        """Whether a noun or number is a share of people ("a majority", "60 percent of voters", "six in ten")."""
        graph = self.graph
        if graph.lemma[k] in self.matcher.lexicon.members("share"):
            return not any(graph.lemma[n] in _IN_OFFICE for n in graph.preposition([k], "of"))
        return graph.tokens.tag[k] == "CD" and any(graph.low[c] == "in" for c in graph.kids[k])

    def _ruled(self, match: Match) -> bool:
        """Whether it is a rule that demands, under a pronoun: "the charter grants it, but it also demands that ..."."""
        graph, k = self.graph, match.token
        first = graph.tokens.head[k]
        if graph.tokens.dep[k] != "conj" or not any(graph.low[s] in ("it", "they") for s in graph.child(k, ("nsubj",))):
            return False
        rules = self.matcher.lexicon.members("rulebook", "document")
        return any(graph.lemma[s] in rules for s in graph.child(first, ("nsubj",)))

    def _equipment(self, match: Match) -> bool:
        """Whether a noun of weapons tells only what somebody has on him: "armed with batons and tear gas"."""
        graph, dep, k = self.graph, self.graph.tokens.dep, match.token
        if match.entry.pos != "n":
            return False
        while dep[k] == "conj" and graph.tokens.head[k] < k:
            k = graph.tokens.head[k]
        at = graph.tokens.head[k]
        if dep[k] == "dobj":
            return graph.lemma[at] in _CARRYING and not graph.child(at, ("prt",))  # "carried out attacks"
        return dep[k] == "pobj" and graph.low[at] == "with" and graph.lemma[graph.tokens.head[at]] in _EQUIPPING

    def _able(self, match: Match) -> bool:
        """Whether it is what somebody may do by his office, or may not: "has no power to dissolve the senate"."""
        graph, k = self.graph, match.token
        noun = graph.tokens.head[k]
        infinitive = graph.tokens.dep[k] == "acl" and graph.has_to(k)
        if not infinitive or graph.lemma[noun] not in _ABILITY or graph.tokens.dep[noun] != "dobj":
            return False
        return graph.lemma[graph.tokens.head[noun]] in _HAVING

    def _escaped(self, match: Match) -> bool:
        """Whether it is told what nearly befell somebody, by nobody: "the children could have been killed"."""
        graph, k = self.graph, match.token
        low = {graph.low[a] for a in graph.child(k, ("aux",))}
        near = "have" in low and not low.isdisjoint(_WOULD) and graph.passive(k)
        return near and not graph.child(k, ("neg", "agent")) and match.entry.category == "ASSAULT"

    def _writers_own(self, match: Match) -> bool:
        """Whether the writer tells whom he has talked to, outside any quotation: "officials I've spoken with"."""
        graph, k = self.graph, match.token
        if graph.lemma[k] not in self.matcher.lexicon.members("speaking") or self.matcher.slots.outside:
            return False
        own = [s for s in graph.child(k, ("nsubj",)) if graph.low[s] == "i"]
        quoted = any(graph.low[q] in _QUOTES for q in range(k))
        return bool(own) and not quoted and self.matcher.slots.saying(k) is None

    def _setting(self, match: Match) -> bool:
        """Whether a debate or a body's own meeting is only where or when somebody spoke: "taking part in the debate, he
        said", "was speaking after the board's meeting"."""
        graph, k = self.graph, match.token
        if match.recipient_real or len(match.actor) > 1 or any(slot in _PARTNERS for _, slot in match.actor):
            return False
        if graph.is_verb(k):
            topics = [*graph.child(k, ("dobj",)), *graph.preposition([*match.tokens], "in")]
            debate = any(graph.lemma[t] in _DEBATES for t in topics)
            said = graph.lemma[graph.tokens.head[k]] in self.matcher.lexicon.members("speech_verb")
            return debate and said and graph.tokens.tag[k] == "VBG" and graph.tokens.dep[k] == "advcl"
        at = graph.tokens.head[k]
        when = graph.tokens.dep[k] == "pobj" and graph.low[at] in ("after", "at", "during", "following", "before")
        return when and graph.lemma[graph.tokens.head[at]] in ("speak", "talk")

    def _compared(self, match: Match) -> bool:
        """Whether the verb counts its objects against others': a record, no act."""
        graph = self.graph
        for k in graph.object(match.token):
            counts = [c for c in graph.kids[k] if graph.low[c] in _COMPARATIVE and graph.low[c + 1] != "than"]
            near = [c for n in (k, match.token, *counts) for c in graph.kids[n]]
            if counts and any(graph.low[c] == "than" for c in near):
                return True
        return False

    def _put_to_speaker(self, match: Match) -> bool:
        """Whether the verb is a reporter's question to who answers it: "the general, questioned as he left, said …"."""
        graph, members, k = self.graph, self.matcher.lexicon.members, match.token
        if graph.tokens.tag[k] != "VBN" or graph.lemma[k] not in members("asking") or match.actor_real:
            return False
        head = graph.tokens.head[k]
        if graph.tokens.dep[k] == "acl":
            head = graph.tokens.head[head] if graph.tokens.dep[head] == "nsubj" else k
        elif graph.tokens.dep[k] != "advcl":
            return False
        return head != k and graph.lemma[head] in members("speech_verb")

    def _interview(self, match: Match) -> bool:
        """Who speaks with a newspaper or a station gives an interview: no party meets another."""
        if self.graph.lemma[match.token] not in self.matcher.lexicon.members("speaking"):
            return False
        others = [k for k, slot in match.actor if slot not in ("subj", "light", "poss")]
        return bool(others) and all((e := self.classes.entity(k)) is not None and e.sector == "JRN" for k in others)
