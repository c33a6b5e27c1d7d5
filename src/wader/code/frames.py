"""The frame an event stands in: denied, planned, conditional, ongoing, stopped — read off the words that govern it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from wader.code.graph import Graph
from wader.code.match import Matcher
from wader.code.slots import Match

_NEGATIVE = frozenset(("not", "n't", "never", "no", "neither", "nor", "hardly", "without", "none", "nobody", "nothing"))
_FUTURE_MODAL = frozenset(("will", "'ll", "shall", "wo"))
_POSSIBLE_MODAL = frozenset(("may", "might", "could", "can", "should", "must", "ought", "ca"))
_CONDITION = frozenset(("if", "unless", "whether", "lest", "provided", "should"))
GOVERNED = frozenset(("for", "to", "of", "on", "from", "at", "against", "about", "into", "with"))
_STEP = frozenset(
    "xcomp ccomp pcomp acl dobj pobj nsubjpass conj prep agent attr oprd acomp nsubj advcl dative relcl appos".split()
)


@dataclass
class Frame:
    """What governs an event. ``ended``/``cancelled``/``suffered`` tell how its carrier verb works on it.
    ``rules``: for each flag, the words that decided it (evidence)."""

    negated: bool = False
    future: bool = False
    hypothetical: bool = False
    ongoing: bool = False
    ended: bool = False
    cut: bool = False
    cancelled: bool = False
    suffered: bool = False
    attempted: bool = False
    purpose: bool = False
    announced: bool = False
    rules: dict[str, str] = field(default_factory=dict)
    cues: dict[str, int] = field(default_factory=dict)

    def mark(self, flag: str, token: int, why: str) -> None:
        if not getattr(self, flag):
            setattr(self, flag, True)
            self.rules[flag] = why
            self.cues[flag] = token

    def clear(self, flag: str) -> None:
        setattr(self, flag, False)
        self.rules.pop(flag, None)
        self.cues.pop(flag, None)


class Framer:
    """Reads frames over one sentence's graph."""

    def __init__(self, graph: Graph, matcher: Matcher) -> None:
        self.graph, self.matcher = graph, matcher

    def read(self, match: Match) -> Frame:
        frame = Frame()
        i = match.token
        if match.entry.pos == "n":
            self._noun(i, frame)
        elif self.graph.is_verb(i):
            self._verb(i, frame, own=True)
            if any(("neg",) in paths for paths, _ in match.entry.when):
                frame.clear("negated")  # the negation is the event: "did not accept", "will never permit"
                if any(self.graph.lemma[k] in ("can", "ca", "could") for k in self.graph.child(i, ("aux",))):
                    frame.clear("hypothetical")  # "cannot accept": it refuses
        self._climb(i, match, frame)
        return frame

    # --- the event's own word -----------------------------------------------------------------------------

    def _noun(self, i: int, frame: Frame) -> None:
        graph = self.graph
        for k in graph.kids[i]:
            low = graph.low[k]
            if low in ("no", "neither") or graph.tokens.dep[k] == "neg":
                frame.mark("negated", k, f"“{graph.tokens.text[k]}” denies the noun")
            elif low in (
                "possible",
                "potential",
                "alleged",
                "threatened",
                "feared",
                "likely",
                "hypothetical",
                "imminent",
            ):
                frame.mark("hypothetical", k, f"“{graph.tokens.text[k]}” makes it possible only")
            elif low in (
                "planned",
                "upcoming",
                "forthcoming",
                "proposed",
                "future",
                "scheduled",
                "expected",
                "impending",
                "next",
            ):
                frame.mark("future", k, f"“{graph.tokens.text[k]}” puts it ahead")
            elif low in ("ongoing", "continuing", "continued", "constant", "daily", "relentless", "current"):
                frame.mark("ongoing", k, f"“{graph.tokens.text[k]}” says it goes on")
        head = graph.tokens.head[i]
        if graph.low[head] == "without" and graph.tokens.dep[i] == "pobj":
            frame.mark("negated", head, "“without” denies the noun")

    def _verb(self, i: int, frame: Frame, *, own: bool) -> None:
        graph = self.graph
        lows = {
            graph.low[k]: k
            for k in graph.kids[i]
            if graph.tokens.dep[k] in ("aux", "auxpass", "neg", "advmod", "det", "mark", "preconj", "cc", "prep")
        }
        auxiliaries = [k for k in graph.kids[i] if graph.tokens.dep[k] in ("aux", "auxpass")]
        for low, k in lows.items():
            if low in _NEGATIVE or graph.tokens.dep[k] == "neg":
                if low in ("no", "without", "none") and graph.tokens.dep[k] != "neg":
                    continue
                if k + 1 < graph.size and graph.low[k + 1] in ("only", "just", "merely", "simply", "least"):
                    continue  # "not only": an affirmation
                frame.mark("negated", k, f"“{graph.tokens.text[k]}” denies the verb")
            elif low in _CONDITION and graph.tokens.dep[k] == "mark":
                frame.mark("hypothetical", k, f"conditional clause: “{graph.tokens.text[k]}”")
        for subject in graph.child(i, ("nsubj", "nsubjpass", "dobj")):
            for k in graph.kids[subject]:
                if graph.low[k] == "no" and graph.tokens.dep[k] == "det":
                    frame.mark("negated", k, "“no” denies the argument")
            if graph.low[subject] in ("nobody", "none", "nothing") or graph.low[subject] == "no":
                frame.mark("negated", subject, f"“{graph.tokens.text[subject]}” denies the argument")
        self._auxiliaries(i, auxiliaries, frame)
        if own and graph.tokens.tag[i] == "VBG" and not auxiliaries and graph.tokens.dep[i] == "ROOT":
            frame.mark("ongoing", i, "progressive")

    def _auxiliaries(self, i: int, auxiliaries: list[int], frame: Frame) -> None:
        graph = self.graph
        low = [graph.low[k] for k in auxiliaries]
        for k in auxiliaries:
            text = graph.tokens.text[k]
            if graph.low[k] in _FUTURE_MODAL:
                frame.mark("future", k, f"“{text}” puts it ahead")
            elif graph.low[k] in ("would", "'d") and "have" not in low:
                if self._reported(i):
                    frame.mark("future", k, "“would” in a report puts it ahead")
                else:
                    frame.mark("hypothetical", k, "“would” makes it conditional")
            elif graph.low[k] in _POSSIBLE_MODAL or graph.low[k] in ("would", "'d"):
                frame.mark("hypothetical", k, f"“{text}” makes it possible only")
        if graph.tokens.tag[i] == "VBG" and any(a in ("is", "are", "'s", "'re", "am", "been") for a in low):
            frame.mark("ongoing", i, "present progressive")
        if graph.tokens.tag[i] == "VB" and low[:1] == ["to"] and graph.tokens.dep[i] == "ROOT":
            frame.mark("future", auxiliaries[0], "headline infinitive puts it ahead")

    def _reported(self, i: int) -> bool:
        graph = self.graph
        for k in graph.path_up(i)[1:6]:
            if graph.is_verb(k) and self.matcher.reports(k):
                return True
        return any(graph.lemma[k] in ("say", "announce", "tell") for k in graph.kids[i])

    # --- what stands over it --------------------------------------------------------------------------------

    def _climb(self, i: int, match: Match, frame: Frame) -> None:
        """Walk to the root; each operator on the way works on the event while the path is a complement."""
        graph = self.graph
        path = graph.path_up(i)
        for below, k in pairwise(path):
            dep = graph.tokens.dep[below]
            if dep not in _STEP:
                return
            if dep in ("advcl", "relcl", "appos"):
                if dep == "advcl":
                    self._adverbial(below, frame)
                return
            if dep == "conj":
                if graph.is_verb(k) and graph.is_verb(below):
                    self._shared_auxiliaries(below, k, frame)
                continue
            self._operator(below, k, match, frame)
            if (
                graph.is_verb(k)
                and dep in ("dobj", "pobj", "nsubjpass", "xcomp", "attr", "prep", "nsubj")
                and k == match.carrier
            ):
                self._verb(k, frame, own=False)

    def _shared_auxiliaries(self, below: int, head: int, frame: Frame) -> None:
        graph = self.graph
        if graph.child(below, ("nsubj", "nsubjpass", "aux", "auxpass")):
            return
        if graph.tokens.tag[below] != graph.tokens.tag[head] or graph.tokens.tag[below] not in ("VB", "VBN", "VBG"):
            return  # "did not support it and vetoed the loan": the second verb is finite and stands alone
        self._verb(head, frame, own=False)

    def _adverbial(self, i: int, frame: Frame) -> None:
        graph = self.graph
        marks = [k for k in graph.kids[i] if graph.tokens.dep[k] in ("mark", "advmod")]
        if any(graph.low[k] in _CONDITION for k in marks):
            frame.mark("hypothetical", marks[0], f"conditional clause: “{graph.tokens.text[marks[0]]}”")
        if graph.tokens.tag[i] == "VB" and any(graph.tokens.tag[k] == "TO" for k in graph.kids[i]):
            frame.mark("purpose", i, "infinitive of purpose")

    def _tells(self, below: int, match: Match) -> bool:
        """Whether what failed is the telling, not the event ("failed to mention the attack")."""
        operator = self.matcher.operator(below) if below != match.token and self.graph.is_verb(below) else None
        return operator is not None and operator.kind == "report"

    def _operator(self, below: int, k: int, match: Match, frame: Frame) -> None:
        graph = self.graph
        operator = self.matcher.operator(k)
        if operator is None:
            return
        kind, text, dep = operator.kind, graph.tokens.text[k], graph.tokens.dep[below]
        if dep == "prep" and graph.low[below] not in GOVERNED and graph.low[below] not in operator.words:
            return  # "planned it in a meeting", "expected it after the raid": a circumstance, not the content
        clausal = dep in ("xcomp", "ccomp", "pcomp", "acl", "prep", "acomp", "oprd", "attr") or k == match.carrier
        if kind == "plan" and clausal and dep != "ccomp":
            frame.mark("future", k, f"“{text}” plans it")
        elif kind == "due" and clausal and dep in ("xcomp", "acl"):
            frame.mark("future", k, f"“{text}” expects it")
        elif kind == "may" and dep in ("xcomp", "ccomp", "acl", "prep"):
            frame.mark("hypothetical", k, f"“{text}” makes it possible only")
        elif kind == "fail" and (clausal or dep == "dobj") and not self._tells(below, match):
            frame.mark("negated", k, f"“{text}” says it did not happen")
        elif kind == "deny" and dep in ("xcomp", "ccomp", "dobj", "pcomp"):
            frame.mark("negated", k, f"“{text}” denies it")
        elif kind == "try" and dep == "xcomp":
            frame.mark("attempted", k, f"“{text}”: attempted")
        elif kind == "begin" and (dep in ("xcomp", "dobj", "nsubj") or k == match.carrier):
            frame.mark("ongoing", k, f"“{text}” says it goes on")
        elif kind == "end" and (dep in ("dobj", "nsubjpass", "xcomp") or k == match.carrier):
            frame.mark("ended", k, f"“{text}” ends it")
        elif kind == "cut" and (dep in ("dobj", "nsubjpass", "xcomp", "pobj") or k == match.carrier):
            frame.mark("cut", k, f"“{text}” cuts it off")
        elif kind == "cancel" and (dep in ("dobj", "nsubjpass", "xcomp") or k == match.carrier):
            frame.mark("cancelled", k, f"“{text}” cancels it")
        elif kind == "suffer" and dep in ("dobj", "pobj"):
            frame.mark("suffered", k, f"“{text}”: its subject is the one it is done to")
        if kind in ("plan", "try", "begin", "may", "due") and clausal and graph.is_verb(k):
            self._verb(k, frame, own=False)
