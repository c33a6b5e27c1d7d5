"""Lexicon against syntax: which entry a token triggers, and who fills its slots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from wader.code.classes import Classes
from wader.code.graph import Graph
from wader.knowledge.lexicon import Entry, Lexicon, Operator, Path_, Slots, Test

WINDOW = 9
"""How far behind its verb a further word of a trigger may stand (tokens)."""
LIGHT_KINDS = frozenset(("light", "begin", "end", "cut", "cancel", "plan", "try", "fail", "suffer"))
_LED = frozenset(("led", "backed", "sponsored", "brokered", "imposed", "run", "mediated", "organised", "organized"))
_QUANTITY = frozenset(
    "some batch group number dozen hundred thousand series most all many part rest handful couple half "
    "majority score several shipment wave round".split()
)
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_FRONT = frozenset(("nsubjpass", "nsubj"))


@dataclass
class Match:
    """An entry at a token. ``tokens``: all words of the trigger. ``carrier``: the light or other operator verb
    that carries a noun trigger. ``actor``/``recipient``: (head token, slot) pairs; ``*_real``: filled by
    something that can act."""

    entry: Entry
    token: int
    tokens: tuple[int, ...]
    actor: list[tuple[int, str]] = field(default_factory=list)
    recipient: list[tuple[int, str]] = field(default_factory=list)
    actor_real: bool = False
    recipient_real: bool = False
    carrier: int | None = None
    carrier_kind: str = ""
    rank: float = 0.0


class Matcher:
    """Finds the best entry for tokens of one sentence; results are cached by token."""

    def __init__(self, lexicon: Lexicon, graph: Graph, classes: Classes, *, headline: bool = False) -> None:
        self.lexicon, self.graph, self.classes, self.headline = lexicon, graph, classes, headline
        self._present = frozenset(graph.lemma) | frozenset(graph.low)
        self._best: dict[int, Match | None] = {}
        self._operator: dict[int, Operator | None] = {}

    # --- entries ----------------------------------------------------------------------------------------

    def best(self, i: int) -> Match | None:
        """The best match with token ``i`` as first word of its trigger; None where no entry holds."""
        if i in self._best:
            return self._best[i]
        self._best[i] = None  # a test that comes back to this token finds no event
        found: Match | None = None
        for entry in self._entries(i):
            if entry.rest and not entry.rest <= self._present:
                continue
            tokens = self.words(entry.words, i, entry.pos)
            if tokens is None or (found is not None and self._ceiling(entry) < found.rank):
                continue
            match = self._match(entry, tokens)
            if match is not None and (found is None or match.rank > found.rank):
                found = match
        self._best[i] = found
        return found

    def _entries(self, i: int) -> list[Entry]:
        index, lemma, tag, dep = (
            self.lexicon.index,
            self.graph.lemma[i],
            self.graph.tokens.tag[i],
            self.graph.tokens.dep[i],
        )
        found: list[Entry] = []
        if dep == "amod" and i > 1 and self.graph.low[i - 1] == "-":
            return []  # "UN-backed", "war-torn": no event of its own
        if tag[:2] == "VB" and dep not in ("aux", "auxpass"):
            found += index["v"].get(lemma, [])
            if tag == "VBG" or dep in ("dobj", "pobj", "nsubj", "compound"):
                found = found + index["n"].get(self.graph.low[i], [])
        elif tag[:2] == "NN" and not (dep in ("compound", "nmod") and self._modifies(i)):
            found += index["n"].get(lemma, [])
            if self.graph.low[i] != lemma:
                found = found + index["n"].get(self.graph.low[i], [])
            if tag[:3] == "NNP" and i > 0 and not self.headline and self.graph.tokens.text[i][0].isupper():
                found = [e for e in found if len(e.words) > 1]  # "March", "the Strike": a name, not the word
        if tag[:2] == "JJ" or tag in ("VBN", "VBD", "RB"):
            found = found + index["a"].get(self.graph.low[i], [])
            if tag[:2] == "JJ":
                found = found + index["n"].get(self.graph.low[i], [])
        return found + index["p"].get(self.graph.low[i], [])

    def _modifies(self, i: int) -> bool:
        """Whether a noun only modifies one that starts no longer trigger with it ("riot police", "war crimes court")."""
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

    def _attached(self, words: Sequence[str], i: int) -> tuple[int, ...] | None:
        tokens = [i]
        graph = self.graph
        for word in words[1:]:
            found = -1
            for k in range(tokens[-1] + 1 if tokens[-1] >= i else i + 1, min(i + WINDOW, graph.size)):
                if word in (graph.lemma[k], graph.low[k]):
                    head = graph.tokens.head[k]
                    if head in tokens or k == i + 1 or (head > k and graph.tokens.head[head] in tokens):
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

    def _match(self, entry: Entry, tokens: tuple[int, ...]) -> Match | None:
        head = self._head(tokens, entry.pos)
        match = Match(entry, head, tokens)
        if entry.pos == "n":
            match.carrier, match.carrier_kind = self.carrier(head)
        for paths, test in entry.when:
            if not self.holds(test, [filler for path in paths for filler in self.slot(match, path)]):
                return None
        match.actor, match.actor_real = self.fill(match, entry.actor)
        if entry.category == "CONSULT" and entry.pos == "n" and {s for _, s in match.actor} == {"with"}:
            match.actor = [*self._party(head), *match.actor]
        if not match.actor_real and entry.pos == "n" and match.carrier_kind not in ("", "suffer"):
            carried = [(k, "light") for k in self.graph.subject(match.carrier) if "actor" in self.classes.of(k)]  # type: ignore[arg-type]
            match.actor, match.actor_real = (carried, True) if carried else (match.actor, False)
        taken = {k for k, _ in match.actor} if match.actor_real else set()
        match.recipient, match.recipient_real = self.fill(match, entry.recipient, taken)
        if not match.recipient_real and entry.pos == "v" and entry.recipient:
            behind = [f for f in self._behind(match) if f[0] not in taken]
            match.recipient, match.recipient_real = (behind, True) if behind else (match.recipient, False)
        if not self._needed(entry.need, match):
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

    def _party(self, noun: int) -> list[tuple[int, str]]:
        """Who had a meeting "with" somebody: the subject of its clause ("Annan said after talks with rebels")."""
        verb = self.graph.governor(noun)
        for _ in range(4):
            if verb is None or self.graph.is_verb(verb):
                break
            verb = self.graph.governor(verb)
        if verb is None or not self.graph.is_verb(verb):
            return []
        subject = self.graph.object(verb) if self.graph.passive(verb) else self.graph.subject(verb)
        return [(k, "subj of clause") for k in subject if "actor" in self.classes.of(k)]

    def _behind(self, match: Match) -> list[tuple[int, str]]:
        """Who stands behind an object that cannot act itself: whose decision, by whom, of what state."""
        graph = self.graph
        for noun in dict.fromkeys([*graph.object(match.token)[:2], *(k for k, _ in match.recipient[:2])]):
            if (noun in match.tokens and len(match.tokens) == 1) or not graph.is_noun(noun):
                continue
            agents = [
                a
                for k in graph.child(noun, ("acl",))
                if graph.tokens.tag[k] == "VBN"
                for a in graph.preposition([k], "by")
            ]
            modifiers = graph.child(noun, ("amod", "compound", "nmod"))
            for name, found in (
                ("poss", graph.possessor(noun)),
                ("by", agents or graph.preposition([noun], "by")),
                ("amod", modifiers),
                ("of", graph.preposition([noun], "of")),
                ("for", graph.preposition([noun], "for")),
                ("against", graph.preposition([noun], "against")),
                ("with", graph.preposition([noun], "with")),
                ("in", graph.preposition([noun], "in")),
            ):
                wanted = "state" if name in ("amod", "in") else "actor"
                real = [(k, f"obj.{name}") for k in found if wanted in self.classes.of(k) and k not in match.tokens]
                if real:
                    return _distinct(real)
        return []

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

    def holds(self, test: Test, fillers: list[tuple[int, str]]) -> bool:
        heads = [k for k, _ in fillers]
        for k in heads:
            if self.graph.lemma[k] in test.not_words or test.not_classes & self.classes.of(k):
                return False
            if test.not_phrases and self._phrase(k, test.not_phrases, test.phrase_words):
                return False
            if test.not_categories and self._category(k) in test.not_categories:
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
        counted = [o for k in heads if self.graph.lemma[k] in _QUANTITY for o in self.graph.preposition([k], "of")]
        return heads + counted

    def _one(self, test: Test, k: int) -> bool:
        if self.graph.lemma[k] in test.words or test.classes & self.classes.of(k):
            return True
        if test.words and self.graph.low[k] in test.words:
            return True
        if test.phrases and self._phrase(k, test.phrases, test.phrase_words):
            return True
        return bool(test.categories) and self._category(k) in test.categories

    def _phrase(self, k: int, phrases: tuple[tuple[str, ...], ...], words_of: frozenset[str]) -> bool:
        lemma = self.graph.lemma
        if lemma[k] not in words_of and self.graph.low[k] not in words_of:
            return False
        for words in phrases:
            for begin in range(max(0, k - len(words) + 1), k + 1):
                if begin + len(words) <= self.graph.size and all(
                    words[n] in (lemma[begin + n], self.graph.low[begin + n]) for n in range(len(words))
                ):
                    return True
        return False

    def _category(self, k: int) -> str:
        match = self.best(k)
        return match.entry.category if match is not None else ""

    # --- slots ------------------------------------------------------------------------------------------

    def fill(self, match: Match, slots: Slots, taken: set[int] | None = None) -> tuple[list[tuple[int, str]], bool]:
        """Fillers of the first alternative that can act; else of the first that is filled at all."""
        fallback: list[tuple[int, str]] = []
        for union in slots:
            found = [f for path in union for f in self.slot(match, path)]
            found = [f for f in dict.fromkeys(found) if not taken or f[0] not in taken]
            found = [f for f in found if f[0] not in match.tokens]
            found = [inner for f in found for inner in self._counted(f)]
            real = [f for f in found if "actor" in self.classes.of(f[0])]
            if real:
                return _distinct(real), True
            fallback = fallback or found
        return _distinct(fallback), False

    def _counted(self, filler: tuple[int, str]) -> list[tuple[int, str]]:
        """A quantity that is no actor stands for what it counts ("a batch of peacekeepers")."""
        k, name = filler
        if self.graph.lemma[k] in _QUANTITY and "actor" not in self.classes.of(k):
            inner = [o for o in self.graph.preposition([k], "of") if "actor" in self.classes.of(o)]
            if inner:
                return [(o, name) for o in inner]
        return [filler]

    def slot(self, match: Match, path: Path_) -> list[tuple[int, str]]:
        """(head token, slot name) of all fillers of a slot path."""
        name = ".".join(path)
        heads = self._first(match, path[0])
        for step in path[1:]:
            heads = [k for head in heads for k in self._next(head, step)]
        return [(k, name) for k in dict.fromkeys(heads)]

    def _first(self, match: Match, step: str) -> list[int]:
        graph, i = self.graph, match.token
        if match.entry.pos in ("p", "a"):
            return self._predicate(match, step)
        if match.entry.pos == "n":
            return self._of_noun(match, step)
        if step == "subj":
            return graph.subject(i)
        if step == "obj":
            return [k for k in graph.object(i) if k not in match.tokens] or self._object_of_words(match)
        if step == "comp":
            return graph.complement(i)
        if step == "iobj":
            dative = graph.child(i, ("dative",))
            return graph.spread(k for k in dative if graph.low[k] != "to") or graph.preposition([i], "to")
        found = graph.preposition(match.tokens, step)
        if not found and step != "of":
            found = graph.preposition(graph.object(i)[:2], step)
        return found

    def _object_of_words(self, match: Match) -> list[int]:
        """What the last word of the trigger governs: possessor of "take X's life", object of its preposition."""
        graph = self.graph
        for k in reversed(match.tokens[1:]):
            found = graph.child(k, ("pobj", "dobj")) or graph.possessor(k)
            if found:
                return graph.spread(found)
        return []

    def _of_noun(self, match: Match, step: str) -> list[int]:
        graph, i = self.graph, match.token
        if step == "poss":
            return graph.possessor(i)
        if step in ("amod", "compound"):
            wanted = "state" if step == "amod" else "actor"
            deps = ("amod", "nmod", "compound") if step == "amod" else ("compound", "nmod")
            kids = [k for t in match.tokens for k in graph.kids[t] if graph.tokens.dep[k] in deps]
            if step == "amod":  # "Saudi-led air strikes", "Iranian-made rockets"
                kids = kids + [g for k in kids if graph.low[k] in _LED for g in graph.kids[k]]
            found = [k for k in dict.fromkeys(kids) if k not in match.tokens and wanted in self.classes.of(k)]
            return found if step == "amod" else [k for k in found if "town" not in self.classes.of(k)]
        if step in ("light", "subj"):
            return graph.subject(match.carrier) if match.carrier is not None else self._copula(i)
        if step == "obj":
            return []
        if step == "comp":
            return graph.complement(i)
        anchors = [*match.tokens] + ([match.carrier] if match.carrier is not None else [])
        found = graph.preposition(anchors, step)
        if not found:  # "violence by A against B": the second preposition hangs on the first one's object
            inner = [o for k in graph.child(i, ("prep", "agent")) for o in graph.child(k, ("pobj",))]
            found = graph.preposition(inner, step)
        return found

    def _copula(self, noun: int) -> list[int]:
        """Subject of "is/are in talks", "was the victim of": the noun as attribute or after its preposition."""
        graph = self.graph
        verb, dep, head = graph.governor(noun), graph.tokens.dep[noun], graph.tokens.head[noun]
        if verb is None or graph.lemma[verb] != "be":
            return []
        if dep == "attr" or (dep == "pobj" and graph.low[head] in ("in", "under", "on", "at") and head > verb):
            return graph.subject(verb)
        return []

    def _predicate(self, match: Match, step: str) -> list[int]:
        graph, i = self.graph, match.token
        if step in ("subj", "obj"):
            head = graph.tokens.head[i]
            if graph.is_verb(head):
                return graph.object(head) or graph.subject(head) if graph.lemma[head] != "be" else graph.subject(head)
            if graph.is_noun(head) or graph.tokens.tag[head][:3] == "PRP":
                return graph.spread([head])
            return []
        if step == "comp":
            return graph.complement(i)
        return graph.preposition(match.tokens, step)

    def _next(self, head: int, step: str) -> list[int]:
        graph = self.graph
        if graph.is_verb(head):
            if step == "subj":
                return graph.subject(head)
            if step == "obj":
                return graph.object(head)
            if step == "comp":
                return graph.complement(head)
            return graph.preposition([head, *graph.object(head)[:1]], step)
        if step == "poss":
            return graph.possessor(head)
        if step in ("amod", "compound"):
            return [k for k in graph.child(head, ("amod", "compound", "nmod")) if "actor" in self.classes.of(k)]
        return graph.preposition([head], step)

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


def _distinct(fillers: list[tuple[int, str]]) -> list[tuple[int, str]]:
    seen: dict[int, str] = {}
    for k, name in fillers:
        seen.setdefault(k, name)
    return list(seen.items())
