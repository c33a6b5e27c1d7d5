"""Lexicon against syntax: which entry a token triggers, and who fills its slots."""

from __future__ import annotations

from collections.abc import Sequence

from wader.code.classes import Classes
from wader.code.doers import BORNE
from wader.code.graph import Graph
from wader.code.graph_words import HYPHENS, QUANTITY
from wader.code.openings import OPENS, opened, opener
from wader.code.slots import Match, SlotReader
from wader.knowledge.lexicon import Entry, Lexicon, Operator, Test

WINDOW = 9
"""How far behind its verb a further word of a trigger may stand (tokens)."""
LIGHT_KINDS = frozenset(("light", "begin", "end", "cut", "cancel", "plan", "try", "do", "fail", "suffer"))
_DAYS = 31
_NOMINATIVE = frozenset(("he", "she", "they", "we", "i"))
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_FRONT = frozenset(("nsubjpass", "nsubj"))
_OWN_WORDS = frozenset(("ACCUSE", "SUPPORT", "REJECT", "CONSULT"))
"""Categories of nouns that open a sentence about who does it; in an attack others die, flee or answer."""


class Matcher:
    """Finds the best entry for tokens of one sentence; results are cached by token."""

    def __init__(self, lexicon: Lexicon, graph: Graph, classes: Classes, *, headline: bool = False) -> None:
        self.lexicon, self.graph, self.classes, self.headline = lexicon, graph, classes, headline
        self.slots = SlotReader(graph, classes, lexicon.members("speech_verb"))
        self._present = frozenset(graph.lemma) | frozenset(graph.low)
        self._best: dict[int, Match | None] = {}
        self._named: dict[int, str] = {}
        self._operator: dict[int, Operator | None] = {}

    # --- entries ----------------------------------------------------------------------------------------

    def best(self, i: int) -> Match | None:
        """The best match with token ``i`` as first word of its trigger; None where no entry holds."""
        if i not in self._best:
            self._best[i] = None  # a test that comes back to this token finds no event
            self._best[i] = self._search(i, needed=True)
        return self._best[i]

    def _search(self, i: int, *, needed: bool) -> Match | None:
        found: Match | None = None
        for entry in self._entries(i):
            if any(map(self._present.isdisjoint, entry.wanted)):
                continue  # before its slots are looked for: of two entries that are tried one is out
            tokens = self.words(entry.words, i, entry.pos)
            if tokens is None or (found is not None and self._ceiling(entry) < found.rank):
                continue
            match = self._match(entry, tokens, needed=needed)
            if match is not None and (found is None or match.rank > found.rank):
                found = match
        return found

    def _entries(self, i: int) -> list[Entry]:
        """Entries that may begin at a token, all words of which are in the sentence."""
        lemma, low = self.graph.lemma[i], self.graph.low[i]
        if not (lemma in self.lexicon.firsts or low in self.lexicon.firsts):
            return []
        tag, dep = self.graph.tokens.tag[i], self.graph.tokens.dep[i]
        if dep == "amod" and i > 1 and self.graph.low[i - 1] == "-":
            return []  # "UN-backed", "war-torn": no event of its own
        if tag[:2] == "NN" and (self._afflicts(i) or self._is_month(i)):
            return []
        if tag == "VBG" and dep == "amod":
            return self._starting("n", low)  # "stabbing incidents", "the visiting minister"
        found: list[Entry] = []
        if tag[:2] == "VB" and dep not in ("aux", "auxpass"):
            found = self._starting("v", lemma)
            if tag == "VBG" or dep in ("dobj", "pobj", "nsubj", "compound"):
                found = found + self._starting("n", low)
        elif tag[:2] == "NN" and not (dep in ("compound", "nmod") and self._modifies(i)):
            found = self._starting("n", lemma)
            if low != lemma:
                found = found + self._starting("n", low)
            if tag[:3] == "NNP" and i > 0 and not self.headline and self.graph.tokens.text[i][0].isupper():
                found = [e for e in found if len(e.words) > 1]  # "March", "the Strike": a name, not the word
        if tag[:2] == "JJ" or tag in ("VBN", "VBD", "RB"):
            found = found + self._starting("a", low)
            if tag[:2] == "JJ":
                found = found + self._starting("n", low)
        return found + self._starting("p", low)

    def _starting(self, pos: str, word: str) -> list[Entry]:
        return self.lexicon.starting(pos, word, self._present)

    def _afflicts(self, i: int) -> bool:
        """Whether a noun only says what somebody or something suffers from: "riot-affected", "strike-hit"."""
        if i + 2 >= self.graph.size or self.graph.low[i + 1] not in HYPHENS:
            return False
        return self.graph.low[i + 2] in self.lexicon.members("afflicted")

    def _is_month(self, i: int) -> bool:
        """Whether "march" is the month, in a text without capitals: "march 15"."""
        after = self.graph.low[i + 1 : i + 2]
        return self.graph.low[i] == "march" and bool(after) and after[0].isdecimal() and int(after[0]) <= _DAYS

    def _modifies(self, i: int) -> bool:
        """Whether a noun only modifies one that starts no longer trigger with it ("riot police")."""
        words = {w for e in self.lexicon.index["n"].get(self.graph.lemma[i], []) for w in e.words[1:2]}
        return not (
            i + 1 < self.graph.size
            and (self.graph.lemma[i + 1] in words or self.graph.low[i + 1] in words or self.graph.low[i + 1] == "-")
        )

    @staticmethod
    def _ceiling(entry: Entry) -> float:
        return _specificity(entry) + 2.0

    def words(self, words: Sequence[str], i: int, pos: str) -> tuple[int, ...] | None:
        """Tokens of a trigger whose first word stands at ``i``, or None."""
        if len(words) == 1:
            return (i,)
        if pos == "v":
            return self._attached(words, i)
        tokens, k = [i], i
        for word in words[1:]:
            k += 1
            while k < self.graph.size and self.graph.low[k] in ("-", "–"):
                k += 1
            if k >= self.graph.size or word not in (self.graph.lemma[k], self.graph.low[k]):
                return None
            if pos == "n" and self.graph.tokens.tag[k] in _FINITE:
                return None  # "rockets struck" is no "rocket strike"
            tokens.append(k)
        return tuple(tokens)

    def _dates(self, k: int) -> bool:
        """Whether a preposition only says when: "took effect on Monday" is no "take on"."""
        if self.graph.low[k] != "on":
            return False
        of = self.graph.child(k, ("pobj",))
        return bool(of) and self.graph.lemma[of[0]] in self.lexicon.members("time")

    def _attached(self, words: Sequence[str], i: int) -> tuple[int, ...] | None:
        tokens = [i]
        graph = self.graph
        for word in words[1:]:
            found = -1
            for k in range(tokens[-1] + 1 if tokens[-1] >= i else i + 1, min(i + WINDOW, graph.size)):
                if word in (graph.lemma[k], graph.low[k]) and not self._dates(k):
                    head = graph.tokens.head[k]
                    adjective = graph.tokens.tag[k][:2] == "JJ" and graph.tokens.dep[head] == "dobj"
                    if head in tokens or k == i + 1 or ((head > k or adjective) and graph.tokens.head[head] in tokens):
                        found = k
                        break
            if found < 0:
                front = [k for k in graph.kids[i] if graph.tokens.dep[k] in _FRONT and graph.lemma[k] == word]
                if not front or not graph.passive(i):
                    return None
                found = front[0]
            tokens.append(found)
        if any(
            graph.low[k] in ("not", "n't", "never") and k not in tokens for k in range(min(tokens) + 1, max(tokens))
        ):
            return None  # "pleaded not guilty" is no "plead guilty"
        for k in tokens[1:]:
            if graph.tokens.dep[k] in ("compound", "nmod") and graph.tokens.head[k] not in tokens:
                return None  # "left government house" is no "left government"
        return tuple(tokens)

    def _match(self, entry: Entry, tokens: tuple[int, ...], *, needed: bool) -> Match | None:
        head = self._head(tokens, entry.pos)
        match = Match(entry, head, tokens)
        if entry.pos == "n":
            match.carrier, match.carrier_kind = self.carrier(head)
        for paths, test in entry.when:
            heads = [k for path in paths for k, _ in self.slots.slot(match, path) if k < self.graph.size]
            if not self.holds(test, heads):
                return None
        match.actor, match.actor_real = self.slots.fill(match, entry.actor)
        if entry.pos == "n" and self._is_undergone(match):
            match.recipient, match.recipient_real = [(k, BORNE) for k, _ in match.actor], True
            match.actor, match.actor_real = [], False
        if entry.category == "CONSULT" and entry.pos == "n" and {s for _, s in match.actor} == {"with"}:
            match.actor = [*self.slots.party(head), *match.actor]
        if not match.actor_real and entry.pos == "n" and match.carrier_kind not in ("", "suffer"):
            carried = [(k, "light") for k in self.graph.subject(match.carrier) if "actor" in self.classes.of(k)]  # type: ignore[arg-type]
            match.actor, match.actor_real = (carried, True) if carried else (match.actor, False)
        if opened := self._opened(match):
            match.actor = [*opened, *(f for f in match.actor if f[1] == "with")]
            match.actor_real = True
        taken = {k for k, _ in match.actor} if match.actor_real else set()
        if not match.recipient_real:
            match.recipient, match.recipient_real = self.slots.fill(match, entry.recipient, taken)
        match.recipient = [f for f in match.recipient if not self._same_pronoun(f, taken)]
        match.recipient_real = match.recipient_real and bool(match.recipient)
        if not match.recipient_real and entry.pos == "v" and entry.recipient:
            behind = [f for f in self.slots.behind(match) if f[0] not in taken]
            match.recipient, match.recipient_real = (behind, True) if behind else (match.recipient, False)
        if not match.recipient_real and (struck := self.slots.owner_of_target(match)):
            match.recipient, match.recipient_real = struck, True
        if entry.pos == "n":
            self._turn_possessor(match)
        if not match.actor_real and match.recipient_real:  # "murder by gunfire of two nuns": the fire is no agent
            over = {a for k, _ in match.recipient for a in self.graph.path_up(k)[1:]}
            match.actor = [f for f in match.actor if f[0] not in over or f[1] == "subj"]
        if entry.pos == "n" and entry.category == "ASSAULT" and not match.actor and not match.recipient:
            match.recipient = self.slots.struck(match)
            match.recipient_real = bool(match.recipient)
        if needed and not self._needed(entry.need, match):
            return None
        tested = entry.category == "NONE" and (entry.when or len(entry.words) > 1)
        match.rank = (
            (1.0 if tested else 0.0)
            + _specificity(entry)
            + 0.4 * match.actor_real
            + 0.4 * match.recipient_real
            - entry.order * 1e-6
        )
        return match

    def _is_undergone(self, match: Match) -> bool:
        """Whether those "by" whom are they who had to bear it: "the attacks suffered by villagers"."""
        if not match.actor_real or any(slot != "by" for _, slot in match.actor):
            return False
        verbs = [k for t in match.tokens for k in self.graph.child(t, ("acl", "relcl"))]
        borne = [k for k in verbs if (o := self.operator(k)) is not None and o.kind == "suffer" and len(o.words) == 1]
        return any(k in self.graph.preposition(borne, "by") for k, _ in match.actor)

    def _opened(self, match: Match) -> list[tuple[int, str]]:
        """Who does what a participle or noun that opens the sentence says or carries: "giving a call to arms, he left",
        "in a swipe at the army, he said"."""
        if match.entry.pos == "n" and match.entry.actor and not match.actor_real:
            if match.entry.category == "CONSULT" and not self.graph.preposition([match.token], "to"):
                return []  # "in a phone call on Sunday, the emir laughed"
            told = opened(self.graph, match.token) if match.entry.category in _OWN_WORDS else []
            return [(k, OPENS) for k in told if "actor" in self.classes.of(k)]
        verb = match.token if match.entry.pos == "v" else match.carrier
        if verb is None or match.carrier_kind == "suffer" or not match.entry.actor:
            return []
        if match.entry.pos == "v" and match.entry.actor[0][0] != ("subj",):
            return []
        who = opener(self.graph, verb, self.slots.speech)
        return [(k, OPENS) for k in who if "actor" in self.classes.of(k)]

    def _same_pronoun(self, filler: tuple[int, str], others: set[int]) -> bool:
        """Whether the subject of what is said is who says it ("he said that he should be allowed to stay")."""
        k, slot = filler
        low = self.graph.low
        return slot.startswith("comp.") and low[k] in _NOMINATIVE and any(low[o] == low[k] for o in others)

    def _is_unarmed(self, k: int) -> bool:
        """Whether a name before a noun is a person's: "the Jane Roe murder", but "a police shooting"."""
        entity = self.classes.entity(k)
        return entity is not None and entity.kind == "PERSON" and "armed" not in self.classes.of(k)

    def _turn_possessor(self, match: Match) -> None:
        """The possessor of an arrest or a murder is whom it is done to; a possessive pronoun beside a carrying verb
        ("made their first arrest") is its subject again."""
        words = {self.graph.lemma[k] for k in match.tokens}
        if match.carrier is not None:
            pronouns = {k for k, slot in match.recipient if slot == "poss" and self.graph.tokens.tag[k] == "PRP$"}
            match.recipient = [f for f in match.recipient if f[0] not in pronouns]
            match.recipient_real = match.recipient_real and bool(match.recipient)
        elif not match.recipient_real and words & self.lexicon.members("patient_noun"):
            owned = [f for f in match.actor if f[1] == "poss" or (f[1] == "compound" and self._is_unarmed(f[0]))]
            if owned and owned == match.actor:
                match.actor, match.actor_real = self.slots.slot(match, ("by",)), False
                match.actor_real = any("actor" in self.classes.of(k) for k, _ in match.actor)
                match.recipient, match.recipient_real = owned, True

    @staticmethod
    def _needed(need: str, match: Match) -> bool:
        if need == "any":
            return True
        if need == "both":
            return match.actor_real and match.recipient_real
        if need == "from":
            return match.actor_real
        if need == "to":
            return match.recipient_real
        return match.actor_real or match.recipient_real

    def _head(self, tokens: tuple[int, ...], pos: str) -> int:
        if pos in ("v", "p", "a") or len(tokens) == 1:
            return tokens[0]
        outside = [k for k in tokens if self.graph.tokens.head[k] not in tokens or self.graph.tokens.head[k] == k]
        return outside[-1] if outside else tokens[-1]

    # --- tests ------------------------------------------------------------------------------------------

    def holds(self, test: Test, heads: list[int]) -> bool:
        for k in heads:
            if self.graph.lemma[k] in test.not_words or test.not_classes & self.classes.of(k):
                return False
            if test.not_phrases and self._phrase(k, test.not_phrases, test.phrase_words):
                return False
            if test.not_categories and self.category(k) in test.not_categories:
                return False
        if test.none and not heads:
            return True
        if not test.positive:
            return True
        if test.any_ and heads:
            return True
        return any(self._one(test, k) for k in self._measured(heads))

    def _measured(self, heads: list[int]) -> list[int]:
        """The heads, and what quantities among them count ("a batch of peacekeepers")."""
        counted = [o for k in heads if self.graph.lemma[k] in QUANTITY for o in self.graph.preposition([k], "of")]
        return heads + counted

    def _one(self, test: Test, k: int) -> bool:
        if self.graph.lemma[k] in test.words or test.classes & self.classes.of(k):
            return True
        if test.words and self.graph.low[k] in test.words:
            return True
        if test.phrases and self._phrase(k, test.phrases, test.phrase_words):
            return True
        return bool(test.categories) and self.category(k) in test.categories

    def _phrase(self, k: int, phrases: tuple[tuple[str, ...], ...], words_of: frozenset[str]) -> bool:
        lemma = self.graph.lemma
        if lemma[k] not in words_of and self.graph.low[k] not in words_of:
            return False
        for words in phrases:
            for begin in range(max(0, k - 2 * len(words) + 2), k + 1):
                at = begin
                for word in words:
                    while begin < at < self.graph.size and self.graph.low[at] in HYPHENS:
                        at += 1  # "cease - fire"
                    if at >= self.graph.size or word not in (lemma[at], self.graph.low[at]):
                        break
                    at += 1
                else:
                    if k < at:
                        return True
        return False

    def category(self, k: int) -> str:
        """Category of the event that a noun or verb names, whoever takes part ("promised cooperation")."""
        if k not in self._named:
            self._named[k] = ""
            match = self.best(k) or self._search(k, needed=False)
            self._named[k] = match.entry.category if match is not None else ""
        return self._named[k]

    # --- operators ----------------------------------------------------------------------------------------

    def operator(self, i: int) -> Operator | None:
        """The operator with its first word at ``i`` (the longest that holds), or None."""
        if i in self._operator:
            return self._operator[i]
        tag = self.graph.tokens.tag[i]
        pos = "v" if tag[:2] == "VB" else "n" if tag[:2] == "NN" else "a"
        found: Operator | None = None
        for operator in self.lexicon.operators[pos].get(self.graph.lemma[i], []):
            if (found is None or len(operator.words) > len(found.words)) and self.words(operator.words, i, "v"):
                found = operator
        self._operator[i] = found
        return found

    def reports(self, i: int) -> bool:
        """Whether verb ``i`` can tell its complement, whatever else it works on ("announced" carries nouns too)."""
        found = self.lexicon.operators["v"].get(self.graph.lemma[i], [])
        return any(o.kind == "report" and len(o.words) == 1 for o in found)

    def carrier(self, noun: int) -> tuple[int | None, str]:
        """The operator verb that carries a noun trigger ("launched an attack", "took part in talks")."""
        graph = self.graph
        dep, i = graph.tokens.dep[noun], noun
        while dep == "conj" and graph.is_noun(graph.tokens.head[i]):
            i = graph.tokens.head[i]
            dep = graph.tokens.dep[i]
        if dep not in ("dobj", "nsubjpass", "pobj", "attr", "nsubj"):
            return None, ""
        verb = graph.governor(i)
        if verb is None or not graph.is_verb(verb):
            return None, ""
        operator = self.operator(verb)
        if operator is None or operator.kind not in LIGHT_KINDS:
            return None, ""
        if dep == "pobj" and graph.low[graph.tokens.head[i]] not in operator.words:
            return None, ""
        if dep == "nsubj" and operator.kind not in ("begin", "end", "plan"):
            return None, ""
        return verb, operator.kind


def _specificity(entry: Entry) -> float:
    positive = sum(1.0 if test.positive else 0.3 for _, test in entry.when)
    return 3.0 * positive + 2.5 * (len(entry.words) - 1)
