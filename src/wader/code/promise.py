"""How likely a verb that no entry of the lexicon claims tells an event, by what can be seen without the encoder.

A sum of weights over plain features (``knowledge/verbs.tsv``, fitted by ``python -m training.promise`` on the corpus):
the verb and what the lexicon lists it for, its form, who stands around it, what it stands under, and how eventful the
words of its sentence are. The encoder is asked only about the verbs that promise most (``proposals``): asking is what
costs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from wader.records import Candidate

if TYPE_CHECKING:
    from wader.code.coder import SentenceCoder

_STEPS = (-2, -1, 0, 1, 2, 3)
"""Log-odds of the sentence (``knowledge/dull.py``) that a feature each says are reached."""
_AROUND = (("subject", ("nsubj", "nsubjpass")), ("object", ("dobj", "dative", "attr", "oprd")))
_CLAUSES = ("ccomp", "xcomp", "advcl", "prt", "agent", "conj", "neg", "aux", "auxpass", "mark", "npadvmod", "expl")


_SILENT = frozenset(("be", "have"))
_AUXILIARY = frozenset(("aux", "auxpass"))
Verbs = Iterator[tuple[int, frozenset[str]]]


def unclaimed(coder: SentenceCoder, candidates: Sequence[Candidate]) -> Verbs:
    """The verbs of a sentence that no entry of the lexicon claims, as a trigger, as what one holds or as no event, with
    their features. What does such a thing that is no event ("unleashed a charm offensive") is none either.
    ``candidates``: what ``coder.candidates()`` has found, which notes what they hold."""
    tokens, graph = coder.graph.tokens, coder.graph
    taken = {t.token for c in candidates for t in c.triggers} | coder.held
    shared: list[str] = []
    for k in range(graph.size):
        if tokens.tag[k][:2] != "VB" or tokens.dep[k] in _AUXILIARY or k in taken or graph.lemma[k] in _SILENT:
            continue
        if any(_is_none(coder, o) for o in graph.child(k, ("dobj", "nsubjpass"))):
            continue
        shared = shared or _of_sentence(coder, len(candidates))
        yield k, frozenset((*shared, *_of_verb(coder, k, taken)))


def _is_none(coder: SentenceCoder, k: int) -> bool:
    """Whether an entry claims a word for no event."""
    best = coder.matcher.best(k)
    return best is not None and best.entry.category == "NONE"


def _of_sentence(coder: SentenceCoder, candidates: int) -> list[str]:
    """What is the same of all verbs of a sentence. ``candidates``: of the lexicon, in it."""
    odds = coder.knowledge.words.odds({*coder.graph.low, *coder.graph.lemma})
    return [*(f"sentence>{step}" for step in _STEPS if odds > step), f"claimed={min(candidates, 2)}"]


def _of_verb(coder: SentenceCoder, k: int, taken: set[int]) -> Iterator[str]:
    """Those of the verb at ``k``. ``taken``: tokens of triggers and of what they hold."""
    graph, lexicon = coder.graph, coder.matcher.lexicon
    tokens, lemma = graph.tokens, graph.lemma[k]
    yield f"verb={lemma}"
    yield f"tag={tokens.tag[k]}"
    yield f"as={tokens.dep[k]}"
    listed = {entry.category for entry in lexicon.index["v"].get(tokens.lemma[k], [])}
    yield f"listed={min(len(listed - {'NONE'}), 3)}"
    if "NONE" in listed:
        yield "listed_for_none"
    if coder.matcher.operator(k) is not None:
        yield "operator"
    for role, deps in _AROUND:
        yield from _around(coder, k, role, deps, lemma, taken)
    for child in graph.kids[k]:
        if tokens.dep[child] in _CLAUSES:
            yield f"has_{tokens.dep[child]}" + ("_taken" if child in taken else "")
        elif tokens.dep[child] == "prep":
            yield f"with_{graph.low[child]}"
            acts = any("actor" in coder.classes.of(o) for o in graph.child(child, ("pobj",)))
            yield f"{lemma}_{graph.low[child]}" + ("_party" if acts else "")
    modal = {graph.low[c] for c in graph.kids[k] if tokens.tag[c] in ("MD", "TO")}
    yield from (f"modal_{word}" for word in sorted(modal))
    yield from _above(coder, k, taken)


def _around(
    coder: SentenceCoder, k: int, role: str, deps: tuple[str, ...], lemma: str, taken: set[int]
) -> Iterator[str]:
    graph, classes = coder.graph, coder.classes
    near = graph.subject(k) if role == "subject" else graph.child(k, deps)
    if not near:
        yield f"no_{role}"
        return
    party = any("actor" in classes.of(p) for p in near)
    yield f"{role}_{'party' if party else 'taken' if any(p in taken for p in near) else 'thing'}"
    yield f"{lemma}_{role}_{'party' if party else 'thing'}"
    if not party:
        yield f"{role}={graph.lemma[near[0]]}"
        yield f"{lemma}_{graph.lemma[near[0]]}"


def _above(coder: SentenceCoder, k: int, taken: set[int]) -> Iterator[str]:
    graph, tokens = coder.graph, coder.graph.tokens
    head = tokens.head[k]
    if head != k:
        yield f"under={graph.lemma[head]}"
        yield f"as={tokens.dep[k]}_under_" + ("taken" if head in taken else tokens.tag[head][:2])
