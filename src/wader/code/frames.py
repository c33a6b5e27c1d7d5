"""The frame an event stands in: denied, planned, conditional, ongoing, stopped — read off the words that govern it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from wader.code import irreal
from wader.code.frame import HARM, Frame
from wader.code.graph import Graph
from wader.code.match import Matcher
from wader.code.slots import Match

_NEGATIVE = frozenset(("not", "n't", "never", "no", "neither", "nor", "hardly", "without", "none", "nobody", "nothing"))
_FUTURE_MODAL = frozenset(("will", "'ll", "shall", "wo"))
_POSSIBLE_MODAL = frozenset(("may", "might", "could", "can", "should", "must", "ought", "ca"))
_CONDITION = frozenset(("if", "unless", "whether", "lest", "provided", "should"))
_CONFLICT = frozenset(("ASSAULT", "COERCE", "PROTEST", "SANCTION", "ACCUSE", "THREATEN", "MOBILIZE", "REJECT"))
_COPULAS = frozenset(("be", "become", "remain", "seem", "appear", "feel", "stay"))
_PREDICATES = frozenset(("acomp", "attr", "prep", "oprd"))
_REPORTS = frozenset(("news", "report", "announcement", "word", "statement", "promise", "pledge", "assurance"))
"""Nouns whose clause with "that" tells what somebody said."""
_UNWILLING = frozenset(("unwilling", "reluctant", "loath", "disinclined", "unwillingness", "reluctance"))
_PAST = frozenset(("last", "yesterday", "ago", "earlier"))
GOVERNED = frozenset(("for", "to", "of", "on", "from", "at", "against", "about", "into", "with"))
_STEP = frozenset(
    "xcomp ccomp pcomp acl dobj pobj nsubjpass conj prep agent attr oprd acomp nsubj advcl dative relcl appos".split()
)


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
            elif frame.negated and frame.cues["negated"] in match.tokens:
                frame.clear("negated")  # among its own words: "has no faith in"
        else:
            self._adjective(i, frame)
        self._climb(i, match, frame)
        if irreal.performed(self.graph, i, self.matcher.lexicon.members("performative")):
            frame.clear("hypothetical")
            frame.clear("future")
        return frame

    def over(self, verb: int, match: Match) -> Frame:
        """The frame of a verb of saying that makes what it reports an act."""
        frame = Frame()
        self._verb(verb, frame, own=True)
        self._climb(verb, match, frame)
        return frame

    def unsaid(self, i: int, verb: int | None) -> bool:
        """Whether the words between a verdict and its verb of saying deny or only suppose it."""
        graph = self.graph
        for k in graph.path_up(i):
            if k == verb:
                break
            for c in graph.kids[k]:
                if graph.tokens.dep[c] == "neg" or (graph.tokens.dep[c] == "mark" and graph.low[c] in _CONDITION):
                    return True
        return False

    # --- the event's own word -----------------------------------------------------------------------------

    def _noun(self, i: int, frame: Frame) -> None:
        graph, members = self.graph, self.matcher.lexicon.members
        for k in graph.kids[i]:
            low = graph.low[k]
            if low == "no" and irreal.number(graph, k):
                continue
            if low in ("no", "neither") or graph.tokens.dep[k] == "neg":
                frame.mark("negated", k, f"“{graph.tokens.text[k]}” denies the noun")
            elif low in members("possible_noun"):
                frame.mark("hypothetical", k, f"“{graph.tokens.text[k]}” makes it possible only")
            elif low in members("future_noun"):
                frame.mark("future", k, f"“{graph.tokens.text[k]}” puts it ahead")
            elif low in members("ongoing_noun"):
                frame.mark("ongoing", k, f"“{graph.tokens.text[k]}” says it goes on")
            elif low in members("foiled_noun"):
                frame.mark("negated", k, f"“{graph.tokens.text[k]}” says it did not happen")
        if (no := irreal.shared_no(graph, i)) is not None:
            frame.mark("negated", no, f"“{graph.tokens.text[no]}” denies each of the nouns")
        head = graph.tokens.head[i]
        if graph.low[head] == "without" and graph.tokens.dep[i] == "pobj":
            frame.mark("negated", head, "“without” denies the noun")
        if graph.low[head] == "of":
            counted = irreal.of_noun(graph, graph.tokens.head[head], members("instance"), members("arrangement"))
            for flag, k, why in counted:
                frame.mark(flag, k, why)

    def _adjective(self, i: int, frame: Frame) -> None:
        """ "Is not ready to", "would be unwilling": of the adjective and its copula."""
        for k in self.graph.child(i, ("neg",)):
            frame.mark("negated", k, f"“{self.graph.tokens.text[k]}” denies the adjective")
        self._copula(i, frame)

    def _copula(self, i: int, frame: Frame) -> None:
        """What "was not willing", "may be in talks" say of their predicate."""
        head = self.graph.tokens.head[i]
        if head != i and self.graph.lemma[head] in _COPULAS and self.graph.tokens.dep[i] in _PREDICATES:
            self._verb(head, frame, own=False)

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
                if low in ("no", "without", "none") and (graph.tokens.dep[k] != "neg" or irreal.number(graph, k)):
                    continue
                if k + 1 < graph.size and graph.low[k + 1] in ("only", "just", "merely", "simply", "least"):
                    continue  # "not only": an affirmation
                frame.mark("negated", k, f"“{graph.tokens.text[k]}” denies the verb")
            elif low in _CONDITION and graph.tokens.dep[k] == "mark":
                frame.mark("hypothetical", k, f"conditional clause: “{graph.tokens.text[k]}”")
                if low == "if" and irreal.counterfactual(graph, i):
                    frame.mark("negated", k, "“if … had”: it was not so")
        for subject in graph.child(i, ("nsubj", "nsubjpass", "dobj")):
            for k in graph.kids[subject]:
                if graph.low[k] == "no" and graph.tokens.dep[k] == "det" and not irreal.number(graph, k):
                    frame.mark("negated", k, "“no” denies the argument")
                if graph.low[k : k + 1] == ["not"] and graph.low[k + 1 : k + 2] in (["a"], ["one"], ["single"]):
                    frame.mark("negated", k, "“not a” denies the argument")
            if graph.low[subject] in ("nobody", "none", "nothing") or graph.low[subject] == "no":
                frame.mark("negated", subject, f"“{graph.tokens.text[subject]}” denies the argument")
        if (denied := irreal.undone(graph, i)) is not None:
            frame.mark("negated", *denied)
        for flag, k, why in irreal.inverted(graph, i):
            frame.mark(flag, k, why)
        self._auxiliaries(i, auxiliaries, frame)
        said = [*irreal.subjunctive(graph, i, auxiliaries)]
        if own and graph.tokens.dep[i] == "ROOT":
            said += irreal.mood(graph, i, auxiliaries)
        for flag, k, why in said:
            frame.mark(flag, k, why)

    def _auxiliaries(self, i: int, auxiliaries: list[int], frame: Frame) -> None:
        graph = self.graph
        low = [graph.low[k] for k in auxiliaries]
        for k in auxiliaries:
            text = graph.tokens.text[k]
            if graph.low[k] in _FUTURE_MODAL:
                frame.mark("future", k, f"“{text}” puts it ahead")
            elif graph.low[k] == "'d" and graph.tokens.tag[k] != "MD":
                continue  # "had"
            elif graph.low[k] in ("would", "'d") and "have" not in low:
                if self._reported(i):
                    frame.mark("future", k, "“would” in a report puts it ahead")
                else:
                    frame.mark("hypothetical", k, "“would” makes it conditional")
            elif graph.low[k] in _POSSIBLE_MODAL or graph.low[k] in ("would", "'d"):
                frame.mark("hypothetical", k, f"“{text}” makes it possible only")
        if under_way := graph.tokens.tag[i] == "VBG" and not {"is", "are", "'s", "'re", "am", "been"}.isdisjoint(low):
            frame.mark("ongoing", i, "present progressive")
        now = graph.tokens.tag[i] in ("VBZ", "VBP") or under_way
        if now and (when := irreal.ahead(graph, i, self.matcher.best(i))) is not None:
            frame.clear("ongoing")
            frame.mark("future", when, f"present tense with “{graph.tokens.text[when]}”")
        if graph.tokens.tag[i] == "VB" and low[:1] == ["to"] and graph.tokens.dep[i] == "ROOT":
            frame.mark("future", auxiliaries[0], "headline infinitive puts it ahead")

    def _reported(self, i: int) -> bool:
        graph = self.graph
        for below, k in pairwise(graph.path_up(i)[:6]):
            clause = graph.tokens.dep[below] in ("acl", "ccomp", "relcl") and "that" in graph.low[k + 1 : k + 2]
            told = graph.is_noun(k) and graph.lemma[k] in _REPORTS and clause
            if told or (graph.is_verb(k) and self.matcher.reports(k)):
                return True
        return any(graph.lemma[k] in ("say", "announce", "tell") for k in graph.kids[i])

    # --- what stands over it --------------------------------------------------------------------------------

    def _climb(self, i: int, match: Match, frame: Frame) -> None:
        """Walk to the root; each operator on the way works on the event while the path is a complement."""
        graph = self.graph
        path = graph.path_up(i)
        noun = match.entry.pos == "n" and not graph.is_verb(i)
        told = False  # whether a finite clause lies below: what governs that clause governs not the event
        first, earlier = irreal.first_of(graph, i) if noun else i, False
        for below, k in pairwise(path):
            dep = graph.tokens.dep[below]
            own_fact = below == i and dep == "acl" and self._is_fact(match)
            if dep not in _STEP or own_fact or irreal.had_done(graph, below):
                return
            told = told or irreal.is_told(graph, below, k)
            earlier = earlier or irreal.before_it(graph, below, k)
            untrue = self.matcher.lexicon.members("untrue")
            doubt = irreal.disbelieved(graph, k, untrue) if dep in ("acl", "ccomp") else None
            if doubt is not None:
                frame.mark("negated", doubt, f"“{graph.tokens.text[doubt]}”: the text does not believe it")
            if not told:
                self._unreal_infinitive(below, k, frame, bare=noun)
            if dep in ("advcl", "relcl", "appos"):
                if dep == "advcl":
                    self._adverbial(below, k, frame, told=told or earlier)
                    if not told:  # "will go, adding that it had been asked to"
                        self._depends(below, k, frame)
                return
            if dep == "conj":
                if graph.is_verb(k) and graph.is_verb(below):
                    self._shared_auxiliaries(below, k, frame)
                continue
            if dep == "ccomp" and graph.low[k] in _CONDITION:
                frame.mark("hypothetical", k, f"conditional clause: “{graph.tokens.text[k]}”")
            self._operator(below, k, match, frame)
            if noun and below == first:
                self._takes_place(below, k, match, frame)
            carried = dep in ("dobj", "pobj", "nsubjpass", "xcomp", "attr", "prep", "nsubj") and k == match.carrier
            if graph.is_verb(k) and carried:
                self._verb(k, frame, own=False)
            elif (noun or told) and dep == "prep" and graph.low[below] not in GOVERNED:
                return  # "after the attack", "amid the clashes": a circumstance of what stands above
            elif noun and self._mentioned(match, below, k, frame):
                return
            if dep == "prep" and any(graph.tokens.dep[c] == "pcomp" and c in path for c in graph.kids[below]):
                self._depends(below, k, frame)

    def _takes_place(self, i: int, k: int, match: Match, frame: Frame) -> None:
        """What a verb ``k`` of happening says of its noun ``i`` it says of the event. Talks of which a verb
        says with "will" what they are about are to come ("will focus on")."""
        graph = self.graph
        said = irreal.takes_place(graph, i, k, self.matcher.lexicon.members("happening"))
        if said is not None:
            verb, to = said
            self._verb(k, frame, own=False)
            if to is not None:
                self._verb(verb, frame, own=False)
                frame.mark("future", to, f"“{graph.tokens.text[k]} to” puts it ahead")
        elif (
            match.entry.category == "CONSULT"
            and graph.tokens.dep[i] == "nsubj"
            and graph.lemma[k] in self.matcher.lexicon.members("agenda")
            and not any(graph.tokens.tag[c] == "VBD" for c in graph.child(i, ("relcl",)))
            and _PAST.isdisjoint(graph.low[i:k])
        ):
            for will in graph.child(k, ("aux",)):
                if graph.low[will] in _FUTURE_MODAL:
                    frame.mark("future", will, f"“{graph.tokens.text[will]}” puts it ahead")

    def _is_fact(self, match: Match) -> bool:
        """Whether a participle on a noun tells of a deed, whatever stands above: "will not free the men held there"."""
        harm = self.graph.tokens.tag[match.token] == "VBN" and match.entry.category in HARM
        return harm or irreal.by_somebody(self.graph, match.token)

    def _mentioned(self, match: Match, below: int, k: int, frame: Frame) -> bool:
        """Whether a noun of conflict is only spoken of at ``k``, so that nothing above it makes or plans the act.
        Without "the", a noun under a modal verb is imagined ("an attack would mean war")."""
        graph, i = self.graph, match.token
        if irreal.carries(graph, below, self.matcher.operator(k)) or not (graph.is_verb(k) or self._act(k)):
            return False
        definite = irreal.is_definite(graph, i)
        answered = graph.lemma[k] in self.matcher.lexicon.members("answering")
        if definite and answered and match.entry.category == "REQUEST":
            return True  # "may reject the miners' demand": it was made
        free = not definite or irreal.is_comprised(graph, below, k)
        if graph.is_verb(k) and free and graph.tokens.dep[below] in ("nsubj", "nsubjpass", "dobj", "prep"):
            self._inherit(k, frame)
        return match.entry.category in _CONFLICT and (definite or not graph.is_verb(k))

    def _act(self, k: int) -> bool:
        return self.graph.is_noun(k) and self.graph.lemma[k] in self.matcher.lexicon.single_nouns

    def _unreal_infinitive(self, below: int, k: int, frame: Frame, *, bare: bool) -> None:
        """A to-infinitive tells of no fact, save under a word that makes it one ("managed to free")."""
        graph, members = self.graph, self.matcher.lexicon.members
        tag, dep = graph.tokens.tag, graph.tokens.dep[below]
        to = [c for c in graph.kids[below] if tag[c] == "TO"]
        of_noun = dep == "advcl" and graph.is_noun(k)  # "no need for the state to act"
        if tag[below] != "VB" or not to or not (dep in ("xcomp", "ccomp", "acl", "relcl", "pcomp") or of_noun):
            return
        if (dep == "relcl" and graph.child(below, ("nsubj",))) or irreal.is_blamed(graph, below, k):
            return
        yet = any(graph.low[c] == "yet" for c in graph.kids[k])
        if dep == "xcomp" and graph.lemma[k] == "have" and not yet:
            self._needed(k, frame)
            return
        nouns = graph.child(k, ("dobj", "attr", "nsubj")) if graph.is_verb(k) else [k]
        refused = [d for n in nouns for d in graph.child(n, ("det",)) if graph.low[d] == "no"]
        if refused:  # "there is no need to", "have no plan to"
            frame.mark("negated", refused[0], f"“no {graph.lemma[graph.tokens.head[refused[0]]]} to” denies it")
            frame.mark("hypothetical", to[0], "infinitive of what is not")
        governors = [k, *graph.child(k, ("acomp", "attr", "oprd", "dobj", "amod"))[:3]]
        kinds = {o.kind for g in governors if (o := self.matcher.operator(g)) is not None and o.kind != "light"}
        facts = [members("implicative_noun" if graph.is_noun(g) else "implicative") for g in governors]
        if kinds or any(graph.lemma[g] in words for g, words in zip(governors, facts, strict=True)):
            if dep == "xcomp" and graph.is_verb(k) and kinds <= {"do"}:
                self._inherit(k, frame)  # "may be forced to free them"
            return
        own = graph.lemma[k] in members("committing") and not bare
        if own or (graph.lemma[k] in ("be", "'s") and len(governors) == 1):
            frame.mark("future", to[0], f"“{graph.tokens.text[k]} to” puts it ahead")
        else:
            frame.mark("hypothetical", to[0], f"infinitive with “{graph.tokens.text[k]}”: told of, not done")
        if graph.is_verb(k) and any(graph.tokens.dep[c] == "neg" for c in graph.kids[k]):
            frame.mark("negated", k, f"“{graph.tokens.text[k]}” is denied")

    def _needed(self, k: int, frame: Frame) -> None:
        """ "Has to resign" is a need, "had to resign" a fact, "did not have to resign" neither."""
        graph = self.graph
        denied = graph.child(k, ("neg",))
        if denied:
            frame.mark("negated", denied[0], "“not have to”: need not be")
        if denied or graph.tokens.tag[k] not in ("VBD", "VBN", "VBG"):
            frame.mark("hypothetical", k, f"“{graph.tokens.text[k]} to”: a need, not a fact")
        else:
            self._inherit(k, frame)  # "would have had to resign"

    def _depends(self, below: int, k: int, frame: Frame) -> None:
        """What accompanies an act that is to come or imagined is so too ("will answer by bombing")."""
        graph = self.graph
        marks = [c for c in graph.kids[below] if graph.tokens.dep[c] in ("mark", "advmod")]
        tag = graph.tokens.tag[below]
        finite = tag in ("VBZ", "VBP") and any(
            graph.low[c] in self.matcher.lexicon.members("dependent_mark") for c in marks
        )
        if graph.is_verb(k) and (tag in ("VBG", "IN") or finite):
            self._inherit(k, frame, finite=finite)

    def _inherit(self, k: int, frame: Frame, *, finite: bool = False) -> None:
        """Take over whether verb ``k`` is to come or possible only; a clause on what is to come is a condition."""
        other = Frame()
        self._verb(k, other, own=False)
        for flag in ("future", "hypothetical"):
            if getattr(other, flag):
                frame.mark("hypothetical" if finite else flag, other.cues[flag], other.rules[flag])

    def _shared_auxiliaries(self, below: int, head: int, frame: Frame) -> None:
        graph = self.graph
        if graph.child(below, ("nsubj", "nsubjpass", "aux", "auxpass")):
            return
        if graph.tokens.tag[below] != graph.tokens.tag[head] or graph.tokens.tag[below] not in ("VB", "VBN", "VBG"):
            return  # "did not support it and vetoed the loan": the second verb is finite and stands alone
        self._verb(head, frame, own=False)

    def _adverbial(self, i: int, k: int, frame: Frame, *, told: bool) -> None:
        graph = self.graph
        operator = self.matcher.operator(k) if graph.is_verb(k) else None
        marks = [k for k in graph.kids[i] if graph.tokens.dep[k] in ("mark", "advmod")]
        if (case := irreal.in_case(graph, i)) or any(graph.low[k] in _CONDITION for k in marks):
            mark = (case or marks)[0]
            frame.mark("hypothetical", mark, f"conditional clause: “{graph.tokens.text[mark]}”")
        if irreal.so_far(graph, i):
            self._verb(k if graph.is_verb(k) else graph.tokens.head[k], frame, own=False)
        elif not told and irreal.is_purpose(graph, i, k):
            plots = self.matcher.lexicon.members("plot")
            plot = any(graph.lemma[o] in plots for o in graph.child(k, ("dobj", "nsubjpass")))
            if plot and operator is not None and operator.kind == "deny":
                frame.mark("negated", k, f"“{graph.tokens.text[k]}” says it did not happen")
            else:
                frame.mark("purpose", i, "infinitive of purpose")

    def _predicated(self, below: int, k: int, frame: Frame) -> None:
        """ "A crackdown is likely", "talks are planned": what is said of a noun that is the subject."""
        graph = self.graph
        if graph.tokens.dep[below] not in ("nsubj", "nsubjpass"):
            return
        for adjective in graph.child(k, ("acomp", "attr", "oprd")):
            operator = self.matcher.operator(adjective)
            if operator is not None and operator.kind in ("may", "plan", "due"):
                flag = "hypothetical" if operator.kind == "may" else "future"
                frame.mark(flag, adjective, f"“{graph.tokens.text[adjective]}” is said of it")

    def _foils(self, k: int, frame: Frame) -> None:
        """What was foiled or denied was planned or told of; what is only to be avoided is imagined."""
        known = self.matcher.lexicon.members("foiling", "denying")
        if self.graph.lemma[k] in known:
            frame.hypothetical = frame.future = False
            frame.rules = {flag: why for flag, why in frame.rules.items() if flag not in ("hypothetical", "future")}
        else:
            frame.mark("hypothetical", k, f"“{self.graph.tokens.text[k]}” keeps it from being")

    def _tells(self, below: int, match: Match) -> bool:
        """Whether what failed is the telling, not the event ("failed to mention the attack")."""
        operator = self.matcher.operator(below) if below != match.token and self.graph.is_verb(below) else None
        return operator is not None and operator.kind == "report"

    def _undergoes(self, below: int, k: int, words: Sequence[str]) -> bool:
        """Whether the subject of a verb is the one it is done to: "was subjected to", not "subjected them to"."""
        dep = self.graph.tokens.dep[below]
        governed = dep in ("dobj", "pobj") or (dep == "prep" and self.graph.low[below] in words)
        return governed and (self.graph.lemma[k] != "subject" or self.graph.passive(k))

    def _operator(self, below: int, k: int, match: Match, frame: Frame) -> None:
        graph = self.graph
        operator = self.matcher.operator(k)
        if graph.lemma[k] == "go" and graph.tokens.tag[k] == "VBG" and graph.tokens.dep[below] == "xcomp":
            frame.mark("future", k, f"“{graph.tokens.text[k]} to” puts it ahead")
            self._verb(k, frame, own=False)
            return
        if operator is None:
            self._predicated(below, k, frame)
            return
        kind, text, dep = operator.kind, graph.tokens.text[k], graph.tokens.dep[below]
        known = irreal.known(graph, k, below, kind, harm=match.entry.category in HARM)
        if known or (dep != "xcomp" and graph.lemma[k] in self.matcher.lexicon.members("factive")):
            return  # "let us not forget that they attacked", "forget the massacre", "planned the massacre": it was
        if dep == "prep" and graph.low[below] not in GOVERNED and graph.low[below] not in operator.words:
            return  # "planned it in a meeting", "expected it after the raid": a circumstance, not the content
        clausal = dep in ("xcomp", "ccomp", "pcomp", "acl", "prep", "acomp", "oprd", "attr") or k == match.carrier
        if kind in ("plan", "due") and dep == "nsubjpass":
            frame.mark("future", k, f"“{text}” expects it")
        elif kind == "may" and dep == "nsubjpass":
            frame.mark("hypothetical", k, f"“{text}” makes it possible only")
        elif kind == "plan" and clausal and dep != "ccomp":
            frame.mark("future", k, f"“{text}” plans it")
        elif kind == "due" and clausal and (dep in ("xcomp", "acl") or irreal.for_it(graph, below, k)):
            frame.mark("future", k, f"“{text}” expects it")
        elif kind == "may" and dep in ("xcomp", "ccomp", "acl", "prep", "dobj"):
            frame.mark("hypothetical", k, f"“{text}” makes it possible only")
        elif kind == "fail" and (clausal or dep == "dobj") and not self._tells(below, match):
            frame.mark("negated", k, f"“{text}” says it did not happen")
            if graph.low[k] in _UNWILLING:
                frame.mark("future", k, f"“{text}” refuses it")
        elif kind == "deny" and dep in ("xcomp", "ccomp", "dobj", "pcomp"):
            frame.mark("negated", k, f"“{text}” denies it")
            self._foils(k, frame)
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
        elif kind == "suffer" and self._undergoes(below, k, operator.words):
            frame.mark("suffered", k, f"“{text}”: its subject is the one it is done to")
        if kind in ("plan", "try", "begin", "may", "due") and clausal:
            if graph.is_verb(k):
                self._verb(k, frame, own=False)
            else:
                self._copula(k, frame)
