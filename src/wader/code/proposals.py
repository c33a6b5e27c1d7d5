"""Verbs and nouns that no entry of the lexicon claims: the encoder may know them.

A proposal is a candidate without category or roles; whether it is an event, which and of whom, is for ``judge`` to say.
It is told only as what the lexicon lists the word for in some sense (``known_as``), or where the encoder is sure of it
and of both parties. Asking costs next to nothing, since all words of a sentence are asked about in one run; but where
no entry claims a word of a sentence that run is for them alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from wader.code.coded import auxiliary, status, void
from wader.code.frame import VERDICTS
from wader.code.graph_words import AUXILIARIES
from wader.code.precedence import suppose_tried
from wader.code.slots import Match
from wader.knowledge.lexicon import Entry
from wader.records import Candidate, Trigger

if TYPE_CHECKING:
    from wader.code.coder import SentenceCoder

ENTRY = "encoder"
"""The ``entry`` of a proposal's trigger."""
AHEAD = "puts it ahead"
"""How the rule of an auxiliary ends that tells of what is to come (``frames``)."""
ALONE = 1.0
"""Log-odds that a sentence tells an event (``gate.tsv``) from which it is read although no entry claims
a word of it."""
LONGEST = 110
"""Tokens of a sentence beyond which only what entries claim is asked about: the encoder reads no more than a window
around all that it is asked about, which words far apart would cut short."""
_MADE_BY_MOOD = frozenset(("REQUEST", "AGREE", "THREATEN", "REJECT", "CONCEDE"))
"""Categories that an act takes on by being denied, owed or announced."""
_SILENT = frozenset(("be", "have"))
_WITHIN = frozenset(("pobj", "prep", "dobj", "nsubjpass", "conj"))
"""Relations by which a noun belongs to what is told above it."""
_KINDS = frozenset(("compound", "amod"))
"""Relations of a noun that only says of what kind another one is."""


def propose(coder: SentenceCoder, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Bare candidates for the words beside ``candidates``, what ``coder.candidates()`` has found, which notes what its
    entries hold."""
    graph = coder.graph
    if graph.size > LONGEST:
        return []
    if not candidates and coder.knowledge.words.odds({*graph.low, *graph.lemma}) < ALONE:
        return []
    taken = {t.token for c in candidates for t in c.triggers} | coder.held
    verbs = [k for k in _verbs(coder) if k not in taken]
    if not (verbs or candidates):
        return []
    return [_bare(coder, k) for k in (*verbs, *(k for k in _nouns(coder) if _is_free(coder, k, taken)))]


def _is_free(coder: SentenceCoder, k: int, taken: set[int]) -> bool:
    """Whether a noun stands by itself, in no trigger, and under none as what is done or of what is spoken ("accused of
    murder", "petitions were sent"). ``taken``: tokens of triggers and of what they hold."""
    tokens = coder.graph.tokens
    while k not in taken and tokens.dep[k] in _WITHIN:
        k = tokens.head[k]
    return k not in taken


def _verbs(coder: SentenceCoder) -> Iterator[int]:
    """The verbs of a sentence. What does such a thing that is no event ("unleashed a charm offensive") is none
    either."""
    tokens, graph = coder.graph.tokens, coder.graph
    for k in range(graph.size):
        if tokens.tag[k][:2] != "VB" or tokens.dep[k] in AUXILIARIES or graph.lemma[k] in _SILENT:
            continue
        operator = coder.matcher.operator(k)
        if operator is not None and operator.kind == "begin" and graph.child(k, ("xcomp",)):
            continue  # "began trading": it is the trading
        if not any(_is_none(coder, o) for o in graph.child(k, ("dobj", "nsubjpass"))):
            yield k


def _nouns(coder: SentenceCoder) -> Iterator[int]:
    """The nouns that the lexicon lists by themselves for events."""
    tokens, listed, classes = coder.graph.tokens, coder.matcher.lexicon.index["n"], coder.classes
    for k in range(coder.graph.size):
        if tokens.tag[k] not in ("NN", "NNS") or tokens.dep[k] in _KINDS:
            continue
        if any(len(e.words) == 1 and e.category != "NONE" for e in listed.get(tokens.lemma[k], ())):
            party = "actor" in classes.of(k) or classes.entity(k) is not None
            if not party and not _is_none(coder, k):
                yield k


def _is_none(coder: SentenceCoder, k: int) -> bool:
    """Whether an entry claims a word for no event."""
    best = coder.matcher.best(k)
    return best is not None and best.entry.category == "NONE"


def _bare(coder: SentenceCoder, k: int) -> Candidate:
    """A candidate at token ``k`` of which nothing is known but its place."""
    tokens, sentence = coder.graph.tokens, coder.sentence
    trigger = Trigger(tokens.start[k], tokens.end[k], k, ENTRY)
    return Candidate(
        sentence.sequence, sentence.in_, [trigger], "", [], [], [], [], "happened", 0.0, rules={"event": ENTRY}
    )


def framed(coder: SentenceCoder, candidate: Candidate, category: str) -> bool:
    """Write into a candidate that no entry claims, now of ``category``, what the words over it say of it (denied, to
    come, supposed); False where they leave nothing to tell. What makes a refusal of "did not budge", a demand of "must
    tell them", a threat of "will bomb them" is not said of these once more; "will not bar him" is no refusal."""
    graph, k = coder.graph, candidate.triggers[0].token
    pos, words = "v" if graph.is_verb(k) else "n", (graph.lemma[k],)
    entry = Entry(ENTRY, category, (), pos, words, (), (), (), "", 0, frozenset())
    frame = coder.framer.read(Match(entry, k, (k,)))
    if category in _MADE_BY_MOOD and category not in known_as(coder, k):
        only = "hypothetical" if frame.rules.get("hypothetical", "").startswith("conditional clause") else ""
        for flag in {"negated", "future", "hypothetical"} - {only}:
            frame.clear(flag)
    suppose_tried(frame, category)
    if void(frame):
        return False
    tokens = graph.tokens
    candidate.auxiliary = auxiliary(frame)
    candidate.status = status(frame, candidate.auxiliary)
    candidate.rules |= frame.rules
    candidate.cues |= {flag: (tokens.start[t], tokens.end[t]) for flag, t in frame.cues.items()}
    return True


def promise(coder: SentenceCoder, candidate: Candidate) -> None:
    """Make of a candidate that no entry claims what precedence makes of acts to come ("will sit down with": AGREE)."""
    was, why = candidate.category, candidate.rules.get("future", "")
    to_come = coder.knowledge.codebook.precedence.future.get(was)
    if to_come is not None and why.endswith(AHEAD) and "negation" not in candidate.auxiliary:
        candidate.rules["precedence"] = f"{was} to come is {to_come}: {why}"
        candidate.category, candidate.mode = to_come, []


def known_as(coder: SentenceCoder, k: int) -> frozenset[str]:
    """Categories for which the lexicon lists the word at ``k``, whatever the sense; who calls somebody something judges
    him, and asks nothing of him."""
    lexicon, graph = coder.matcher.lexicon, coder.graph
    listed = lexicon.index["v" if graph.is_verb(k) else "n"].get(graph.tokens.lemma[k], [])
    categories = frozenset(entry.category for entry in listed)
    naming = graph.lemma[k] in lexicon.members("naming") and "for" not in graph.low[k + 1 : k + 4]
    return categories & VERDICTS if naming and graph.child(k, ("oprd",)) else categories
