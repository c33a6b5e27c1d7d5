"""A sentence as a graph of logical slots: who is the subject of a passive, an infinitive, a relative clause.

Slots are the ones of ``docs/lexicon.md``. All functions give head tokens, conjuncts expanded, in order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wader.code.callings import called
from wader.code.doers import FOUND_OUT, is_judged, stray_agent
from wader.code.graph_words import ASKED_TO, ASKING, BROUGHT, CAUSE_OBJECT, SAID_IN, TOLD, WRITTEN
from wader.code.lists import (
    be_among,
    counted_before,
    hung_lower,
    hung_on_verb,
    joiners,
    named_before,
    shared_object,
    taken_for_names,
    without_self,
)
from wader.code.once import once
from wader.records import Tokens

_SUBJECT = ("nsubj", "csubj", "expl")
_COMPLEMENT = ("xcomp", "ccomp")
_CLAUSE = ("advcl", "pcomp", "xcomp", "ccomp", "conj", "acl", "relcl", "ROOT", "parataxis", "dep")
_COMPLEX = ("according", "due", "owing", "prior", "thanks", "contrary", "because", "regardless")
_RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))


class Graph:
    """Children by token and the logical slots over them."""

    def __init__(self, tokens: Tokens, headline_passive: frozenset[str] = frozenset()) -> None:
        """``headline_passive``: verbs whose subject in a headline without an object is the one it is done to."""
        self.tokens, self.headline_passive = tokens, headline_passive
        self.size = len(tokens)
        self.kids: list[list[int]] = [[] for _ in range(self.size)]
        for k, head in enumerate(tokens.head):
            if head != k:
                self.kids[head].append(k)
        self.low = [text.lower().replace("’", "'") for text in tokens.text]
        self.lemma = [
            lemma[:-1].lower() if tag == "NNPS" and lemma[-1:] == "s" else lemma.lower()
            for lemma, tag in zip(tokens.lemma, tokens.tag, strict=True)
        ]
        self._words = frozenset(self.low)
        self._joined = {head for head, dep in zip(tokens.head, tokens.dep, strict=True) if dep in ("conj", "appos")}
        self._passive: dict[int, bool] = {}
        self.known: dict[tuple[object, ...], list[int]] = {}
        """What ``once`` keeps: the tokens never change."""

    # --- plain facts ------------------------------------------------------------------------------------

    def child(self, i: int, deps: Sequence[str]) -> list[int]:
        dep = self.tokens.dep
        return [k for k in self.kids[i] if dep[k] in deps]

    def is_verb(self, i: int) -> bool:
        return self.tokens.tag[i][:2] == "VB"

    def is_noun(self, i: int) -> bool:
        return self.tokens.tag[i][:2] == "NN"

    def conjuncts(self, i: int) -> list[int]:
        """``i`` and the noun phrases coordinated with it."""
        if i not in self._joined:
            return [i]
        found: list[int] = []
        todo = [i]
        while todo and len(found) < 40:
            k = todo.pop(0)
            found.append(k)
            todo += [c for c in self.kids[k] if self.tokens.dep[c] == "conj" and not self._starts_clause(c)]
            todo += taken_for_names(self, k)
        return sorted(found)

    def _starts_clause(self, c: int) -> bool:
        """Whether a conjunct is a verb, or the subject of one that the parser took for an object: "shot two monks and
        a guard is hurt"."""
        before_verb = c + 1 < self.size and self.low[c + 1] in ("is", "are", "was", "were")
        return self.is_verb(c) or (before_verb and self.tokens.dep[self.spread_of(c)] == "dobj")

    def spread(self, heads: Iterable[int]) -> list[int]:
        found: dict[int, None] = {}
        for head in heads:
            found |= dict.fromkeys(self.conjuncts(head))
        return list(found)

    def spread_of(self, i: int) -> int:
        """The first of those that ``i`` is coordinated with."""
        while self.tokens.dep[i] == "conj" and self.tokens.head[i] < i:
            i = self.tokens.head[i]
        return i

    def passive(self, i: int) -> bool:
        """Whether verb ``i`` is passive: an auxiliary or subject says so, or it is a bare participle on a noun."""
        known = self._passive.get(i)
        if known is None:
            known = self._passive[i] = self._is_passive(i)
        return known

    def _is_passive(self, i: int) -> bool:
        deps = [self.tokens.dep[k] for k in self.kids[i]]
        if "auxpass" in deps or "nsubjpass" in deps:
            return True
        bare = bool(self.headline_passive) and self.low[-1] not in ".!?\"'”’"
        asked = bare and self.lemma[i] in ASKED_TO and self.tokens.tag[i] in ("VBD", "VBN")
        if asked and {"nsubj", "xcomp"} <= set(deps) and not {"aux", "dobj", "ccomp", "dative"} & set(deps):
            return True  # "Premier urged to open inquiry"
        called = " ".join([self.lemma[i], *(self.low[k] for k in self.child(i, ("prt",)))])
        if called in self.headline_passive and self.tokens.tag[i] in ("VBD", "VBN") and "nsubj" in deps:
            articles = [d for k in self.child(i, ("nsubj",)) for d in self.child(k, ("det",)) if self.low[d] == "the"]
            gap = self.tokens.dep[i] == "relcl" and not self._relative_subject(i)  # "the groups he accused"
            return not (articles or gap) and not {"aux", "dobj", "ccomp", "xcomp", "dative"} & set(deps)
        if self.tokens.tag[i] == "VBN" and "nsubj" not in deps:
            dep = self.tokens.dep[i]
            if "aux" in deps:
                return False
            if dep in ("acl", "amod"):
                return True
            if dep == "conj" and self.is_verb(self.tokens.head[i]) and "dobj" not in deps:
                return self.passive(self.tokens.head[i])
            if dep in ("advcl", "relcl", "ROOT", "dep", "ccomp", "xcomp", "oprd"):
                return "agent" in deps or "dobj" not in deps
        return False

    def governor(self, i: int) -> int | None:
        """The verb or noun whose clause ``i`` stands in, over prepositions and auxiliaries."""
        k = i
        for _ in range(self.size):
            head = self.tokens.head[k]
            if head == k:
                return None
            if self.is_verb(head) or self.is_noun(head) or self.tokens.tag[head][:2] in ("JJ", "PR"):
                return head
            k = head
        return None

    def subjunctive(self, i: int) -> bool:
        """Whether a clause says what is to be, not what is: "that he leave", "that they be freed"."""
        auxiliary = [k for k in self.kids[i] if self.tokens.dep[k] in ("aux", "auxpass")]
        return self.tokens.tag[i] == "VB" or (bool(auxiliary) and self.tokens.text[auxiliary[0]] == "be")

    # --- logical slots ------------------------------------------------------------------------------------

    @once
    def subject(self, i: int, depth: int = 0) -> list[int]:
        """Logical subject of verb ``i``: the agent of a passive, the controller of a clause without its own."""
        if depth > 6:
            return []
        if self.passive(i):
            return self._agent(i)
        own = self.child(i, _SUBJECT)[-1:]  # of two, the nearer: the other one is a dateline or a topic
        if own:
            if self.tokens.dep[i] == "relcl" and self.low[own[0]] in _RELATIVE:
                author = self._author(i, self.tokens.head[i], depth)
                if author:
                    return author
            return self.spread([*self._listed(own[0]), *(a for k in own for a in self._antecedents(i, k))])
        return self._borrowed_subject(i, depth)

    def _listed(self, subject: int) -> list[int]:
        """Headlines leave the "and" out: "Blair, Chirac discuss Iraq" has two subjects."""
        if subject < 2 or subject > 8 or self.low[subject - 1] != ",":
            return []
        before = subject - 2
        if self.tokens.tag[subject] != "NNP" and self.tokens.dep[before] != "npadvmod":  # "Senate, candidates slam"
            return []
        if self.tokens.tag[before] != "NNP" or self.tokens.dep[before] in ("nsubj", "nsubjpass"):
            return []
        return [before] if all(t in ("NNP", "NN", "JJ", "POS") for t in self.tokens.tag[: before + 1]) else []

    def _agent(self, i: int) -> list[int]:
        by = [
            k
            for k in self.kids[i]
            if self.tokens.dep[k] == "agent" or (self.low[k] == "by" and self.tokens.dep[k] == "prep")
        ]
        if not by:  # "arrested and beaten by agents": the agent stands behind the last of them
            for k in self.child(i, ("conj",)):
                if self.tokens.tag[k] == "VBN" and not self.child(k, (*_SUBJECT, "nsubjpass", "auxpass", "aux")):
                    return self._agent(k)
            by = stray_agent(self, i)
        return self.spread(p for k in by for p in self.child(k, ("pobj",)))

    def _antecedents(self, verb: int, k: int) -> list[int]:
        """The noun that a relative pronoun stands for, as its subject with those that are listed before it."""
        if self.low[k] not in _RELATIVE or self.tokens.dep[verb] != "relcl":
            return [k]
        noun = self.tokens.head[verb]
        if self.tokens.dep[k] not in (*_SUBJECT, "nsubjpass"):
            return [noun]
        if (be := be_among(self, noun)) is not None and (own := self.subject(be)):
            return own
        return [*joiners(self, noun), *named_before(self, verb, noun)]

    def _borrowed_subject(self, i: int, depth: int) -> list[int]:
        dep, head = self.tokens.dep[i], self.tokens.head[i]
        if head == i:
            return []
        if self.strays(i):  # "arresting a man who killed ten and killing two": it goes with the participle before
            participles = [k for k in self.path_up(head)[1:] if self.tokens.tag[k] == "VBG"]
            return self.subject(participles[0], depth + 1) if participles else []
        if dep == "conj" and self.is_verb(head):
            if self.passive(head):
                above = self.tokens.head[head]
                if (
                    self.tokens.dep[head] == "ccomp"
                    and above != head
                    and not self.passive(i)
                    and self.tokens.tag[i] == "VBD"
                ):
                    return self.subject(above, depth + 1)  # "he said troops were sent and threatened …": he threatened
                return self.object(head, depth + 1)
            return self.subject(head, depth + 1)
        if dep in _COMPLEMENT and self.is_verb(head):
            objects = self.object(head, depth + 1) if self.lemma[head] not in CAUSE_OBJECT else []
            if dep == "xcomp" and objects and not self.passive(head):
                return objects
            if self.passive(head):
                return self.object(head, depth + 1)
            return self.subject(head, depth + 1)
        if dep == "advcl" and self.is_verb(head):
            return self.object(head, depth + 1) if self.passive(head) else self.subject(head, depth + 1)
        if dep == "pcomp":
            governor = self.governor(i)
            if governor is None:
                return []
            if self.is_verb(governor):
                if is_judged(self, i):
                    return []
                objects = self.object(governor, depth + 1)
                if self.lemma[governor] == "join" and self.low[head] == "in" and not self.passive(governor):
                    return [*self.subject(governor, depth + 1), *objects]  # "joined the guild in condemning"
                if self.low[head] in ("of", "from", "into", "for") and objects and not self.passive(governor):
                    return objects  # accused X of bombing, prevented X from leaving, forced X into leaving
                return objects if self.passive(governor) else self.subject(governor, depth + 1)
            return self.possessor(governor) or self._light_subject(governor, depth)
        if dep in ("acl", "relcl") and not self.is_verb(head):
            if self.tokens.tag[i] == "VBG":
                author, written = self._author(i, head, depth), self._written(head)
                return author or (self.spread([head]) if written is None else self._writers(written, depth))
            if dep == "relcl" and not self.child(i, _SUBJECT):
                return self.spread([head])
            return self.possessor(head) or self._light_subject(head, depth)
        if dep == "xcomp" or dep == "ccomp":  # on an adjective: "ready to talk"
            governor = self.governor(i)
            if governor is not None and self.is_verb(governor):
                return self.subject(governor, depth + 1)
        return self._adjective_subject(head, depth) if self.tokens.tag[head][:2] == "JJ" else []

    def _author(self, i: int, noun: int, depth: int) -> list[int]:
        """Who says what a text says, "issued a statement urging", or what was sent to somebody, "a letter to the
        mayor demanding": who issued or sent it."""
        if self.lemma[i] not in SAID_IN:
            return []
        text, to = noun, self.tokens.head[noun]
        sent_to = self.tokens.dep[i] == "acl" and self.tokens.dep[noun] == "pobj" and self.low[to] in ("to", "at")
        if sent_to and self.tokens.head[to] != to:
            text = self.tokens.head[to]
            if self.is_verb(text):
                sent = self.object(text, depth + 1)
                if not any(self.lemma[k] in WRITTEN for k in sent):
                    return []
                sender = self._agent(text) if self.passive(text) else self.subject(text, depth + 1)
                return self.possessor(sent[0]) or sender
        if self.lemma[text] not in WRITTEN:
            return []
        return self.possessor(text) or self._light_subject(text, depth)

    def strays(self, i: int) -> bool:
        """Whether the parser coordinated a participle ("killing two") with a finite verb inside a relative clause."""
        dep, tag, head = self.tokens.dep, self.tokens.tag, self.tokens.head[i]
        return dep[i] == "conj" and tag[i] == "VBG" and tag[head] in ("VBD", "VBZ", "VBP") and dep[head] == "relcl"

    def _adjective_subject(self, adjective: int, depth: int) -> list[int]:
        verb = self.tokens.head[adjective]
        if verb != adjective and (self.is_verb(verb) or self.tokens.tag[verb] == "MD"):
            return self.subject(verb, depth + 1)
        return []

    def _light_subject(self, noun: int, depth: int) -> list[int]:
        """Subject of the verb that governs a noun phrase ("made a promise to talk" → who made it)."""
        verb = self.governor(noun)
        if self.tokens.dep[noun] == "ccomp":
            return []  # "they said attempts to leave were vain", where the parser takes the noun for what is said
        if verb is not None and self.is_verb(verb) and depth < 6:
            if self.passive(verb):
                return self._agent(verb)
            if self.lemma[verb] in FOUND_OUT:  # "thwarted an attempt by rebels to": not who thwarted it
                return self._agent(verb)
            return self.subject(verb, depth + 1)
        return []

    @once
    def object(self, i: int, depth: int = 0) -> list[int]:
        """Logical object of verb ``i``: the subject of a passive, the antecedent of a relative clause."""
        if depth > 6:
            return []
        if self.passive(i):
            own = self.child(i, ("nsubjpass",)) or self.child(i, ("nsubj",))
            if own:
                fellows = self.fellows(i) if self.tokens.tag[own[0]] != "CD" else []  # "he, one of the men, was"
                return self.spread([*(a for k in own for a in self._antecedents(i, k)), *fellows])
            dep, head = self.tokens.dep[i], self.tokens.head[i]
            if dep in ("acl", "relcl", "amod") and head != i:
                return self.spread([*counted_before(self, head), head])
            if dep == "conj" and self.is_verb(head):
                return self.object(head, depth + 1) if self.passive(head) else self.subject(head, depth + 1)
            if dep in ("xcomp", "advcl", "pcomp", "oprd"):
                return self._borrowed_subject(i, depth)
            return []
        own = self.child(i, ("dobj",))
        if own:
            own = shared_object(self, own) or [*own, *hung_on_verb(self, i, own[-1])]
            return without_self(self, self.spread(a for k in own for a in self._antecedents(i, k)))
        for k in self.child(i, ("ccomp",)):  # "asked the government to resign", parsed as one clause
            if (named := called(self, [k])) != [k]:
                return self.spread(named)
            if self.has_to(k):
                return self.spread(self.child(k, ("nsubj", "nsubjpass")))
        if self.tokens.dep[i] == "relcl" and self.child(i, _SUBJECT) and not self._relative_subject(i):
            return self.spread([self.tokens.head[i]])
        shared = [k for k in self.child(i, ("conj",)) if self.is_verb(k) and not self.child(k, _SUBJECT)]
        if shared and not self.child(i, ("prep", "xcomp", "ccomp")):
            return self.spread(self.child(shared[0], ("dobj",)))
        return []

    @once
    def fellows(self, i: int) -> list[int]:
        """Whom the same befell as the subject of passive ``i``, "was killed together with two guards", or goes with
        noun ``i``: "the mayor, along with two nuns"."""
        found: list[int] = []
        for k in self.kids[i]:
            if k < i or self.low[k] not in ("along", "together", "alongside", "with"):
                continue
            withs = self.child(k, ("prep",)) if self.low[k] != "with" else []
            found += [p for w in withs if self.low[w] == "with" for p in self.child(w, ("pobj",))]
            if self.low[k] == "alongside" or (self.low[k] == "with" and self.low[k - 1] in ("along", "together")):
                found += self.child(k, ("pobj",))
        return found or hung_lower(self, i)

    def _relative_subject(self, i: int) -> bool:
        return any(self.low[k] in _RELATIVE for k in self.child(i, _SUBJECT))

    def _written(self, noun: int) -> int | None:
        """What is written, if a participle on ``noun`` tells what it says: "a letter demanding ...", "a letter to the
        premier demanding ...", "letters were sent to the premier demanding ..."."""
        if self.lemma[noun] in WRITTEN:
            return noun
        at = self.tokens.head[noun]
        if self.tokens.dep[noun] != "pobj" or self.low[at] != "to":
            return None
        above = self.tokens.head[at]
        around = [above] if self.is_noun(above) else self.child(above, ("dobj", "nsubjpass"))
        return next((k for k in around if self.lemma[k] in WRITTEN), None)

    def _writers(self, written: int, depth: int) -> list[int]:
        """Whose a written thing is: its owner, the one "from" or "by" whom it is, or who sends or bears it."""
        owners = self.possessor(written) or self.preposition([written], "from") or self.preposition([written], "by")
        verb = self.tokens.head[written]
        if owners or not self.is_verb(verb):
            return owners
        return self.subject(verb, depth + 1) if self.tokens.dep[written] in ("dobj", "nsubjpass") else []

    @once
    def complement(self, i: int) -> list[int]:
        """Verbs of the complement clauses of ``i`` (infinitive, that-clause, gerund)."""
        found = self.child(i, _COMPLEMENT)
        if self.is_noun(i):
            found = found + [k for k in self.child(i, ("acl",)) if self.tokens.tag[k] == "VB"]
            found = found + [k for k in self.child(i, ("relcl", "advcl")) if self._meant_for(k)]
            found = found + [k for k in self.child(i, ("acl", "relcl")) if self.says_that(k)]
            found = found + self._lost_infinitive(i)
        for k in self.child(i, ("acomp", "attr", "oprd")):
            found = found + self.child(k, _COMPLEMENT)
        if not found:
            found = [k for k in self.child(i, ("advcl",)) if k > i and self.tokens.tag[k] == "VB" and self.has_to(k)]
        return [v for k in found for v in self._coordinated_verbs(k) if self.is_verb(v)]

    def says_that(self, i: int) -> bool:
        """ "The threat that villages would be burnt": a clause that a noun of words is of."""
        if self.tokens.dep[i] not in ("acl", "relcl") or self.lemma[self.tokens.head[i]] not in TOLD:
            return False
        whole = self.passive(i) or self.child(i, ("dobj", "ccomp", "xcomp", "acomp", "attr"))
        if self.lemma[i] in BROUGHT and not whole:
            return False  # "the charges that they brought"
        return any(self.low[k] == "that" for k in self.child(i, ("mark",)))

    def _lost_infinitive(self, i: int) -> list[int]:
        """The infinitive right behind a noun of words or wishes, which the parser hung on the verb over both: "decried
        the calls to ban them"."""
        verb = self.tokens.head[i]
        if self.tokens.dep[i] != "dobj" or self.lemma[i] not in ASKING or i + 1 >= self.size:
            return []
        return [k for k in self.child(verb, ("advcl",)) if k > i and self.has_to(k) and self.low[i + 1] == "to"]

    def _meant_for(self, i: int) -> bool:
        """ "Time for the army to go": an infinitive with a subject of its own."""
        return self.has_to(i) and any(self.low[k] == "for" for k in self.child(i, ("mark",)))

    def has_to(self, i: int) -> bool:
        """Whether a verb has a "to" before it: "to attack"."""
        return any(self.tokens.tag[k] == "TO" for k in self.kids[i])

    def _coordinated_verbs(self, i: int) -> list[int]:
        return [i, *(k for k in self.child(i, ("conj",)) if self.is_verb(k))]

    def preposition(self, anchors: Sequence[int], name: str) -> list[int]:
        """Objects of preposition ``name`` on any of ``anchors`` (nouns, or verbs of gerunds)."""
        found: list[int] = []
        for anchor in anchors if name in self._words else ():
            for k in self.kids[anchor]:
                if self.low[k] == name and self.tokens.dep[k] in ("prep", "agent", "dative", "prt", "advmod", "mark"):
                    found += self.child(k, ("pobj", "pcomp"))
                    for inner in self.child(k, ("prep",)):  # "from across", "out of"
                        found += self.child(inner, ("pobj", "pcomp"))
                elif self.tokens.dep[k] in ("prt", "advmod", "prep") and self.low[k] not in (name, *_COMPLEX):
                    for inner in self.kids[k]:
                        if self.low[inner] == name and self.tokens.dep[inner] == "prep":
                            found += self.child(inner, ("pobj", "pcomp"))
            if anchor < self.size and self.low[anchor] == name:
                found += self.child(anchor, ("pobj", "pcomp"))
        return self.spread(dict.fromkeys(called(self, found)))

    def possessor(self, noun: int) -> list[int]:
        return self.spread(self.child(noun, ("poss",)))

    def subtree_left(self, i: int) -> int:
        """Leftmost token of the noun phrase headed by ``i``, determiners and clauses left out."""
        parts = ("amod", "compound", "nmod", "poss", "nummod", "quantmod", "advmod")
        return min([i, *(self._leftmost(k) for k in self.kids[i] if k < i and self.tokens.dep[k] in parts)])

    def _leftmost(self, i: int) -> int:
        left, todo = i, [i]
        while todo:
            k = todo.pop()
            left = min(left, k)
            todo += [c for c in self.kids[k] if c < k]
        return left

    @once
    def path_up(self, i: int) -> list[int]:
        """``i`` and its heads up to the root."""
        return self.tokens.path_up(i)
