"""How the events of a sentence stand to each other: one is the content of another, its name again, or its result.

"called for talks" is a request that holds the talks; "the inquiry, a probe aimed at the police" names one event twice;
"shelled the port, killing five" tells an attack and what came of it. What is part of another event is suppressed, and
hands on whom it knows.
"""

from __future__ import annotations

from itertools import pairwise

from wader.code.advised import is_advised
from wader.code.casting import HURT
from wader.code.coded import Coded
from wader.code.frame import HARM, VERDICTS
from wader.code.frames import GOVERNED
from wader.code.graph import Graph
from wader.code.match import Matcher
from wader.code.slots import Match
from wader.knowledge import Knowledge

_HOLDERS = frozenset(("REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE", "CONSULT"))
"""Categories whose complement is their content, not an event beside them."""
_CONTENT = frozenset("xcomp ccomp pcomp acl dobj pobj nsubjpass prep attr oprd acomp agent dative".split())
_MUTUAL = frozenset(("CONSULT", "COOPERATE"))
_TURNED_ON = frozenset(("ACCUSE", "ASSAULT"))
_BESIDE = frozenset(("near", "outside", "around", "behind", "beside", "opposite"))
"""Prepositions before another place than the one that something happens in."""
_IN_WHICH = ("in", "during", "from")
_WHERE = frozenset(("in", "at", "near", "outside", "inside", "around", "obj.in", "obj.at"))
"""Slots of where a bomb goes off."""
_SHARED_MODES = frozenset(("REQUEST", "REJECT"))


class Relations:
    """What the coded events of one sentence are to each other."""

    def __init__(self, graph: Graph, matcher: Matcher, knowledge: Knowledge) -> None:
        self.graph, self.matcher, self.knowledge = graph, matcher, knowledge

    def embed(self, coded: Coded, by_token: dict[int, Coded]) -> None:
        """Find the event that this one is the content or the topic of."""
        graph = self.graph
        path = graph.path_up(coded.match.token)
        if self._restated(coded, by_token):
            return
        for below, k in pairwise(path):
            dep = graph.tokens.dep[below]
            if dep == "advcl" and coded.frame.purpose:
                self._purpose(coded, [by_token[o] for o in [k, *graph.object(k)] if o in by_token])
                return
            if dep == "conj" and graph.is_verb(below) != graph.is_verb(k):
                return
            if dep == "conj" or (dep == "appos" and graph.tokens.head[k] in by_token):
                continue  # "demands his dismissal, the release of the men and a ban"
            if dep in ("nsubj", "nsubjpass") and self._ends_it(coded, by_token.get(k)):
                coded.suppressed = True
            if dep not in _CONTENT or (dep == "prep" and not self._governs(below)):
                return
            holder = by_token.get(k)
            if holder is not None and holder is not coded:
                self.held(coded, holder, dep)
                return

    @staticmethod
    def _purpose(coded: Coded, above: list[Coded]) -> None:
        """What is done in order to meet, help or make somebody yield is one event with it ("visited to meet them",
        "put pressure on them to resign")."""
        for told in above:
            if told.category not in (coded.category, "REQUEST"):
                continue
            coded.suppressed = True
            own = {k for k, _ in told.match.actor}
            others = [f for f in coded.match.actor if f[0] not in own]
            if told.category == coded.category == "CONSULT" and others and not told.match.recipient_real:
                told.match.recipient, told.match.recipient_real = others, True

    def _ends_it(self, coded: Coded, told: Coded | None) -> bool:
        """Whether a noun is the subject of what is told of it and of its parties ("talks between them collapsed")."""
        if told is None or told is coded or coded.match.entry.pos != "n" or told.match.entry.pos == "n":
            return False
        own = {k for k, _ in [*coded.match.actor, *coded.match.recipient]}
        same = own == {k for k, _ in [*told.match.actor, *told.match.recipient]}
        return same and (bool(own) or coded.category == told.category)

    def _restated(self, coded: Coded, by_token: dict[int, Coded]) -> bool:
        """Whether an apposition names the event before it again: "the inquiry, a probe aimed at the police"."""
        match, tokens, first = coded.match, self.graph.tokens, None
        if tokens.dep[match.token] not in ("appos", "npadvmod"):
            return False
        for k in self.graph.path_up(match.token)[1:]:  # the parser hangs it on the last noun of the phrase before
            first = by_token.get(k)
            if self.graph.is_verb(k) and tokens.dep[match.token] == "npadvmod":
                first = next((by_token[o] for o in self.graph.object(k) if o in by_token), None)
            if first is not None or tokens.dep[k] not in ("pobj", "prep", "acl", "conj"):
                break
        if first is None or first.match.entry.pos != "n" or first.category != coded.category:
            return False
        coded.suppressed = True
        if match.recipient_real and not first.match.recipient_real:
            first.match.recipient, first.match.recipient_real = match.recipient, True
        return True

    def _governs(self, preposition: int) -> bool:
        """Whether what follows a preposition is the content of what stands before it, not a circumstance or a cause."""
        causes = {self.graph.low[k] for k in self.graph.kids[preposition]}
        return self.graph.low[preposition] in GOVERNED and not causes & {
            "because",
            "due",
            "ahead",
            "instead",
            "regardless",
        }

    def held(self, coded: Coded, holder: Coded, dep: str) -> None:
        graph, match = self.graph, coded.match
        coded.holder = holder
        category = holder.category
        noun = match.entry.pos == "n"
        tested = any(path[0] == "obj" for paths, _ in holder.match.entry.when for path in paths)
        theirs = coded.category == "CONCEDE" and any(slot == "between" for _, slot in match.actor)
        named = match.actor_real or match.recipient_real
        if category == "CONSULT" and theirs:
            coded.suppressed = False  # a truce brokered between two sides is theirs, beside the mediation
        elif category == "REJECT" and coded.category == "ACCUSE" and noun and self._is_told(match):
            self._hand_on(coded, holder)  # "rejected Ghana's charge that the army had fired": it was made all the same
            coded.suppressed = False
            coded.frame.clear("negated")
        elif category == "REJECT" and coded.category == "REQUEST" and noun and self._is_made(coded, holder):
            self._hand_on(coded, holder)  # "turned down a request from Ghana": it was made all the same
            coded.suppressed = False
            coded.frame.clear("negated")
            if not match.recipient_real:
                match.recipient, match.recipient_real = list(holder.match.actor), holder.match.actor_real
        elif category in VERDICTS and self._is_done(coded, holder) and (named or not noun):
            self._hand_on(coded, holder)
            coded.suppressed = False
        elif noun and tested and dep in ("dobj", "nsubjpass"):
            coded.suppressed = True
        elif category in _HOLDERS:
            own_subject = bool(graph.child(match.token, ("nsubj", "nsubjpass")))
            base = graph.subjunctive(match.token) or is_advised(graph, match.token)
            base = base or coded.frame.future or coded.frame.hypothetical
            coded.suppressed = not (dep == "ccomp" and own_subject and not base)
        elif category in VERDICTS:
            coded.suppressed = not (noun and named)
        elif noun and holder.match.entry.pos == "v" and dep in ("dobj", "nsubjpass"):
            coded.suppressed = not (match.actor_real and match.recipient_real)
        elif noun and category == coded.category and holder.match.actor_real and not match.actor_real:
            coded.suppressed = True  # "claimed responsibility for the murder of two nuns" is one event
            if match.recipient_real and not holder.match.recipient_real:
                holder.match.recipient, holder.match.recipient_real = match.recipient, True
        if coded.suppressed:
            self._hand_on(coded, holder)
        self._take_mode(coded, holder)

    @staticmethod
    def _is_told(accusation: Match) -> bool:
        """Whether a clause tells of whom an accusation is, and what it is: "the allegation that he took bribes"."""
        return accusation.recipient_real and any(slot.startswith("comp.") for _, slot in accusation.recipient)

    def _is_made(self, coded: Coded, holder: Coded) -> bool:
        """Whether somebody else than who turns a demand down has made it, by name: "a request from Ghana"."""
        own = {k for k, _ in holder.match.actor}
        return coded.match.actor_real and not any(k in own for k, _ in coded.match.actor)

    def _is_done(self, coded: Coded, holder: Coded) -> bool:
        """Whether what somebody is blamed or praised for is told as done: it stands beside the verdict ("accused of
        jailing reporters", "welcomed the release of the mayor"; what is only backed may be wished for). Writers mark
        three in four of them as events."""
        rejoiced = self.graph.lemma[holder.match.token] in self.knowledge.lexicon.members("rejoicing")
        unreal = coded.frame.negated or coded.frame.future or coded.frame.hypothetical
        return not unreal and (holder.category == "ACCUSE" or rejoiced)

    def _hand_on(self, coded: Coded, holder: Coded) -> None:
        """Parties of an event that is only content: the holder's, where it names none of its own."""
        match = coded.match
        if (
            holder.category in _HOLDERS | VERDICTS
            and not holder.match.recipient_real
            and (match.recipient_real or match.actor_real)
        ):
            own = {k for k, _ in holder.match.actor}
            # for an attack: who did it, not who suffered; of a ban that is asked for: whoever should impose it
            asked = holder.category == "REQUEST" and (match.entry.pos == "n" or self.graph.passive(match.token))
            blamed = coded.category in HARM and (holder.category == "ACCUSE" or asked)
            befell = self.matcher.slots.befell(match.token, "of", "REQUEST")
            blamed = blamed or (asked and (befell or coded.category == "RETREAT"))
            # who brought the charges that are denied, not against whom; who made the attack that is repudiated
            blamed = blamed or (holder.category == "REJECT" and coded.category in _TURNED_ON and match.entry.pos == "n")
            filled = match.actor_real if blamed else match.recipient_real
            where = {k for k, _ in match.actor if self.matcher.slots.where(match.token, k)}
            inherited = [
                (k, f"{slot} of what is said")
                for k, slot in (match.actor if blamed else match.recipient)
                if k not in own | where
            ]
            if inherited and filled and holder.category != "CONSULT":
                holder.match.recipient, holder.match.recipient_real = inherited, True
        if match.actor_real and coded.category in _MUTUAL:
            self._hand_on_partners(match, holder.match)

    @staticmethod
    def _hand_on_partners(met: Match, holder: Match) -> None:
        """Parties of a meeting to what is said of it: "their meeting was postponed" by those who were to meet, "ruled
        out any talks with rebels" to those with whom alone the meeting is told."""
        partners = [f for f in met.actor if f[1] == "with"]
        if partners and len(partners) == len(met.actor):
            own = {k for k, _ in holder.actor}
            others = [f for f in partners if f[0] not in own]
            if others and not holder.recipient_real:
                holder.recipient, holder.recipient_real = others, True
        elif not holder.actor_real:
            holder.actor, holder.actor_real = met.actor, True
            holder.recipient, holder.recipient_real = [], False

    def _take_mode(self, coded: Coded, holder: Coded) -> None:
        """The mode of a request, refusal or threat that tells none itself: of what is asked, refused or threatened."""
        category = holder.category
        operator = self.matcher.operator(holder.match.token)
        if operator is not None and operator.kind == "deny":
            return  # "denied that it shelled the port": a denial, not the refusal of what is denied
        if category in _SHARED_MODES and not holder.match.entry.modes and not holder.modes:
            mode = self.knowledge.codebook.precedence.request_mode.get(coded.category)
            holder.modes = [mode] if mode else []
            holder.rules["mode"] = f"of what is asked or refused: {coded.category}"
        elif category == "THREATEN" and not holder.match.entry.modes and not holder.modes:
            holder.modes = [self.knowledge.codebook.threat_mode(coded.category, coded.modes)]
            holder.rules["mode"] = f"of what is threatened: {coded.category}"

    def share(self, coded: Coded, by_token: dict[int, Coded]) -> None:
        """Those killed "in an attack by rebels" were attacked by them: death and attack tell of one event."""
        match = coded.match
        if coded.category != "ASSAULT" or match.entry.pos != "v" or not match.recipient_real:
            return
        victims = {k for k, _ in match.recipient}
        for name in _IN_WHICH:
            for noun in [*self.graph.preposition([match.token], name), *self._scene(match.token, name)]:
                attack = by_token.get(noun)
                if attack is None or attack.category != "ASSAULT" or not attack.match.actor_real:
                    continue
                by = [f for f in attack.match.actor if f[0] not in victims]
                same = not match.actor_real or {k for k, _ in match.actor} == {k for k, _ in by}
                if by and same and all(slot != "between" for _, slot in by):
                    match.actor, match.actor_real = by, True
                    if not attack.match.recipient_real:
                        attack.match.recipient, attack.match.recipient_real = match.recipient, True
                    return

    def _scene(self, i: int, name: str) -> list[int]:
        """The verb of what happened at the place in whose clause passive ``i`` tells of the harm: "opened fire in the
        market, where two were wounded"."""
        graph, head = self.graph, self.graph.tokens.head[i]
        if name != "in" or graph.tokens.dep[i] != "relcl" or not graph.passive(i) or graph.child(i, ("agent",)):
            return []
        if not any(graph.low[k] == "where" for k in graph.child(i, ("advmod",))):
            return []
        if graph.low[graph.tokens.head[head]] in _BESIDE:
            return []  # "fired on a patrol near the spot where the mayor was murdered"
        return [k for k in graph.path_up(head) if graph.is_verb(k) and k < i][:1]

    def without_results(self, coded: list[Coded]) -> list[Coded]:
        """Deaths and damage told as the result of an attack are part of it ("shelled the port, killing five"): those
        whom they befell, rather than the place, are all whom it hit ("killing five and wounding six")."""
        harm = self.knowledge.lexicon.members("harm")
        attacks = [c for c in coded if c.category == "ASSAULT"]
        results: set[int] = set()
        hurt: set[int] = set()
        for c in attacks:
            i = c.match.token
            verb = self._adjoined(i) or self._beside(c)
            if self.graph.lemma[i] not in harm or verb is None:
                continue
            cause = next((a for a in attacks if a is not c and verb in (*a.match.tokens, a.match.carrier)), None)
            if cause is None or id(cause) in results:
                continue
            results.add(id(c))
            if not c.match.recipient_real:
                continue
            if not cause.match.recipient_real or all(self._is_where(*f) for f in cause.match.recipient):
                cause.match.recipient, cause.match.recipient_real = [(k, HURT) for k, _ in c.match.recipient], True
                hurt.add(id(cause))
            elif id(cause) in hurt or self.graph.lemma[cause.match.token] in harm:
                held = {k for k, _ in cause.match.recipient}
                cause.match.recipient += [(k, HURT) for k, _ in c.match.recipient if k not in held]
        return [c for c in coded if id(c) not in results]

    def _is_where(self, k: int, slot: str) -> bool:
        """Whether what was hit is only where it happened: "blasts rocked Assam, killing ten"."""
        return slot in _WHERE or ("place" in self.matcher.classes.of(k) and self.matcher.classes.entity(k) is not None)

    def _beside(self, coded: Coded) -> int | None:
        """The verb that tells of other casualties of the same hands ("killed four guards and wounded six")."""
        graph, i = self.graph, coded.match.token
        head, casualties = graph.tokens.head[i], self.knowledge.lexicon.members("casualty_verb")
        if graph.tokens.dep[i] != "conj" or not {graph.lemma[i], graph.lemma[head]} <= casualties:
            return None
        if graph.strays(i):
            return None
        return head if not coded.match.actor or graph.subject(i) == graph.subject(head) else None

    def _adjoined(self, i: int) -> int | None:
        """The verb that participle ``i`` is an adjunct of, over its conjuncts."""
        graph, dep = self.graph, self.graph.tokens.dep
        while dep[i] == "conj" and graph.tokens.tag[i] == "VBG" == graph.tokens.tag[graph.tokens.head[i]]:
            i = graph.tokens.head[i]
        if graph.tokens.tag[i] != "VBG" or dep[i] != "advcl" or graph.child(i, ("mark", "nsubj")):
            return None
        return graph.tokens.head[i]
