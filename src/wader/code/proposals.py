"""Verbs that no entry of the lexicon claims: the encoder may know them.

A proposal is a candidate without category or roles; whether it is an event, which and of whom, is for ``judge`` to say.
It is told only as what the lexicon lists the verb for in some sense (``known_as``), or where the encoder is as good as
sure. Asked about are those that promise most (``promise``).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wader.code.promise import unclaimed
from wader.records import Candidate, Trigger

if TYPE_CHECKING:
    from wader.code.coder import SentenceCoder

ENTRY = "encoder"
"""The ``entry`` of a proposal's trigger."""
MOST = 4
"""Proposals a sentence."""
_LIGHT = frozenset("be have do get make take give go come say tell add note use try start begin keep let seem".split())
_AUXILIARY = frozenset(("aux", "auxpass"))
_VERDICTS = frozenset(("ACCUSE", "SUPPORT"))


def is_full_verb(coder: SentenceCoder, k: int) -> bool:
    """Whether a token is a verb that says what happens, no auxiliary or light one."""
    tokens = coder.graph.tokens
    return tokens.tag[k][:2] == "VB" and tokens.dep[k] not in _AUXILIARY and tokens.lemma[k] not in _LIGHT


def propose(coder: SentenceCoder, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Bare candidates for the verbs beside ``candidates`` that promise an event; ``score`` is the log-odds of it."""
    verbs = coder.knowledge.verbs
    if verbs is None:
        return []
    promising = [(verbs.odds(features), k) for k, features in unclaimed(coder, candidates)]
    best = sorted((-odds, k) for odds, k in promising if odds >= verbs.least)[:MOST]
    return [_bare(coder, k, -odds) for odds, k in sorted(best, key=lambda x: x[1])]


def _bare(coder: SentenceCoder, k: int, odds: float) -> Candidate:
    """A candidate at token ``k`` of which nothing is known but its place and promise."""
    tokens, sentence = coder.graph.tokens, coder.sentence
    trigger = Trigger(tokens.start[k], tokens.end[k], k, ENTRY)
    return Candidate(
        sentence.sequence, sentence.in_, [trigger], "", [], [], [], [], "happened", odds, rules={"event": ENTRY}
    )


def known_as(coder: SentenceCoder, k: int) -> frozenset[str]:
    """Categories for which the lexicon lists the verb at ``k``, whatever the sense; who calls somebody something judges
    him, and asks nothing of him."""
    lexicon, graph = coder.matcher.lexicon, coder.graph
    listed = frozenset(entry.category for entry in lexicon.index["v"].get(graph.tokens.lemma[k], []))
    naming = graph.lemma[k] in lexicon.members("naming") and "for" not in graph.low[k + 1 : k + 4]
    return listed & _VERDICTS if naming and graph.child(k, ("oprd",)) else listed
