"""One act that a sentence tells twice: by its name and by what it does ("the bombing killed three"), by its purpose
("gathered to protest"), by who says it ("stressed that he had criticised them"), by its weapon ("fired tear gas").

Read after the encoder has spoken: what it makes of a verb that no entry claims is known only then. Of two tellings in
one category that syntax ties to each other the one that names the act stays, and takes the parties it lacks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wader.records import Candidate, Mention

if TYPE_CHECKING:
    from wader.code.coder import SentenceCoder

_OWN = frozenset(("he", "she", "they", "it", "we", "i"))
_NAMED_IN = frozenset(("nmod", "compound", "conj", "amod"))
"""Relations of a noun within the phrase that is an object."""
_DEFINITE = frozenset(("the", "this", "that"))
_KINDS = ("compound", "amod")
"""Slots of those before a deed's noun, who only say of what kind it was: "in the second militant attack"."""
_GUESSED = "read"
"""The slot of parties that no entry asks for."""
_WRITING = frozenset("write send cable deliver hand address convey relay".split())
_MESSAGES = frozenset(("REQUEST", "THREATEN", "ACCUSE", "SUPPORT", "REJECT"))
"""Categories of what a letter may say."""
_GATHERINGS = frozenset(("PROTEST", "CONSULT"))
_PLACES = frozenset(("subj", "obj", "by", "against", "on", "at"))
"""Slots whose parties one telling hands on to another."""


class Doubles:
    """Finds over one sentence's graph which candidates tell again what another one tells."""

    def __init__(self, coder: SentenceCoder) -> None:
        self.coder, self.graph, self.lexicon = coder, coder.graph, coder.matcher.lexicon

    def once(self, found: list[Candidate]) -> list[Candidate]:
        """The candidates without second tellings; what only those know is handed on."""
        told = {c.triggers[0].token: c for c in found}
        first: dict[int, int] = {}
        for k, candidate in told.items():
            same = (o for o in self._first(candidate, told) if o != k and o in told)
            at = next((o for o in same if told[o].category == candidate.category), None)
            if at is not None and k not in self._chain(at, first):
                first[k] = at
        for k, candidate in told.items():
            at = self._carried(k, candidate, told)
            if at is not None and k not in first and k not in self._chain(at, first):
                first[k] = at
        for k in first:
            self._hand_on(told[k], told[self._chain(k, first)[-1]])
        return [c for c in found if c.triggers[0].token not in first]

    @staticmethod
    def _chain(k: int, first: dict[int, int]) -> list[int]:
        """A telling and those that it tells again, to the one that stays."""
        chain = [k]
        while chain[-1] in first:
            chain.append(first[chain[-1]])
        return chain

    def _first(self, candidate: Candidate, told: dict[int, Candidate]) -> Iterator[int]:
        """Tokens by which the sentence tells it first, if a candidate stands there."""
        k = candidate.triggers[0].token
        if self.graph.is_verb(k):
            yield from self._name(k)
            yield from self._purpose(k)
            yield from self._left(k)
            yield from self._wanted(k)
            if candidate.category in _GATHERINGS and not self._has(candidate.recipient):
                yield from self._in_course(k)
            yield from self._said(k, told)
            if not self._has(candidate.actor):
                yield from self._thrown(k)
        elif not self._has([m for m in candidate.actor if m.slot not in _KINDS]):
            yield from self._weapon(k)
            if not self._has([m for m in candidate.recipient if m.slot.partition(".")[0] != "purpose"]):
                yield from self._scene(k)

    @staticmethod
    def _has(mentions: list[Mention]) -> bool:
        """Whether the entry's own slots name somebody."""
        return any(m.slot != _GUESSED and not m.implied for m in mentions)

    def _name(self, k: int) -> Iterator[int]:
        """The noun of an act that does what the verb says: "the bombing killed three", "the first attack to hit"."""
        if not self.graph.passive(k):
            yield from (s for s in self.graph.subject(k) if s < self.graph.size and self.graph.is_noun(s))

    def _purpose(self, k: int) -> Iterator[int]:
        """What is done in order to do it: "gathered to rally"."""
        tokens = self.graph.tokens
        infinitive = tokens.tag[k] == "VB" and self.graph.has_to(k)
        if infinitive and tokens.dep[k] == "advcl":
            yield tokens.head[k]

    def _in_course(self, k: int) -> Iterator[int]:
        """What those who do it come together for or do there: "gathered at the gate, chanting", "met to discuss it"."""
        tokens, graph = self.graph.tokens, self.graph
        infinitive = tokens.tag[k] == "VB" and graph.has_to(k)
        below = (tokens.tag[k] == "VBG" or infinitive) and tokens.dep[k] in ("advcl", "xcomp")
        if below and not graph.child(k, ("nsubj", "mark")):
            yield tokens.head[k]

    def _wanted(self, k: int) -> Iterator[int]:
        """What somebody decides or plans to do, of which both verbs tell the same: "decided to ask the premier"."""
        operator = self.coder.matcher.operator(k)
        if operator is not None and operator.kind == "plan":
            yield from self.graph.child(k, ("xcomp",))

    def _left(self, k: int) -> Iterator[int]:
        """What somebody was left behind by: "shot the mayor and left him wounded"."""
        tokens = self.graph.tokens
        while self.graph.lemma[k] == "leave" and tokens.dep[k] in ("conj", "advcl") and tokens.head[k] < k:
            yield (k := tokens.head[k])

    def _carried(self, k: int, candidate: Candidate, told: dict[int, Candidate]) -> int | None:
        """What a letter or message says, of which the verb says that it is sent: "wrote to the mayors demanding that
        they resign". Nobody meets anybody."""
        if candidate.category != "CONSULT" or self.graph.lemma[k] not in _WRITING:
            return None
        tokens = self.graph.tokens
        for o, other in told.items():
            over = {tokens.head[o], tokens.head[tokens.head[o]]}
            if o > k and other.category in _MESSAGES and tokens.tag[o] == "VBG" and k in over:
                return o
        return None

    def _said(self, k: int, told: dict[int, Candidate]) -> Iterator[int]:
        """What the same person says or is said to have said: "stressed that he had criticised the plan", "said it was
        a joke"."""
        if self.graph.lemma[k] not in self.lexicon.members("speech_verb"):
            return
        speakers = set(self.graph.subject(k))
        for verb in self.graph.complement(k):
            for at in (verb, *self.graph.child(verb, ("attr", "acomp"))):
                own = [m.token for m in told[at].actor if m.token < self.graph.size] if at in told else []
                if any(o in speakers or self.graph.low[o] in _OWN for o in own):
                    yield at

    def _thrown(self, k: int) -> Iterator[int]:
        """What was thrown or laid and went off: "hurled a bottle that exploded"."""
        graph, noun = self.graph, self.graph.tokens.head[k]
        if graph.tokens.dep[k] != "relcl" or "actor" in self.coder.classes.of(noun):
            return
        verb = graph.governor(noun)
        if verb is not None and noun in graph.object(verb):
            yield verb

    def _weapon(self, k: int) -> Iterator[int]:
        """The verb of which a noun is the means, among others: "fired tear gas and rubber bullets"."""
        dep, head = self.graph.tokens.dep, self.graph.tokens.head
        while dep[k] in _NAMED_IN and head[k] != k:
            k = head[k]
        if dep[k] == "dobj":
            yield head[k]

    def _scene(self, k: int) -> Iterator[int]:
        """The verb of the harm that was done "in the attack", over what other harm is told with it."""
        graph, tokens = self.graph, self.graph.tokens
        at = tokens.head[k]
        definite = any(graph.low[c] in _DEFINITE for c in graph.child(k, ("det",)))
        if not definite or tokens.dep[k] != "pobj" or graph.low[at] != "in":
            return
        verb = tokens.head[at]
        while graph.lemma[verb] in self.lexicon.members("casualty_verb"):
            yield verb
            if tokens.dep[verb] not in ("conj", "advcl") or tokens.head[verb] == verb:
                return
            verb = tokens.head[verb]
        yield verb

    def _hand_on(self, second: Candidate, first: Candidate) -> None:
        """Whom the second telling names by its own words: the first one's, where it names nobody, or, being a noun,
        only what was guessed ("the bombing killed three")."""
        over = set(self._name(second.triggers[0].token))
        for role in ("actor", "recipient"):
            known: list[Mention] = getattr(first, role)
            named = [m for m in getattr(second, role) if m.slot in _PLACES and not m.implied and m.sentence is None]
            named = [m for m in named if "actor" in self.coder.classes.of(m.token)]
            if named and (not known or (first.triggers[0].token in over and not self._has(known))):
                setattr(first, role, named)
        if second.confidence is not None:
            first.confidence = max(second.confidence, first.confidence or 0.0)
