"""Verbs that no entry of the lexicon claims, in a sentence that is read anyway: the encoder may know them.

A proposal is a candidate without category or roles; whether it is an event, which and of whom, is for ``judge`` to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wader.records import Candidate, Trigger

if TYPE_CHECKING:
    from wader.code.coder import SentenceCoder

ENTRY = "encoder"
"""The ``entry`` of a proposal's trigger."""
MOST = 4
"""Proposals a sentence."""
_LIGHT = frozenset("be have do get make take give go come say tell add note use try start begin keep let seem".split())
_AUXILIARY = frozenset(("aux", "auxpass"))


def is_full_verb(coder: SentenceCoder, k: int) -> bool:
    """Whether a token is a verb that says what happens, no auxiliary or light one."""
    tokens = coder.graph.tokens
    return tokens.tag[k][:2] == "VB" and tokens.dep[k] not in _AUXILIARY and tokens.lemma[k] not in _LIGHT


def propose(coder: SentenceCoder, taken: set[int]) -> list[Candidate]:
    """A bare candidate for each full verb that is neither in ``taken`` nor known to the lexicon in any sense."""
    tokens, sentence = coder.graph.tokens, coder.sentence
    found = []
    for k in range(coder.graph.size):
        if k in taken or not is_full_verb(coder, k):
            continue
        if coder.matcher.best(k) is not None or coder.matcher.operator(k) is not None:
            continue
        if _held(coder, k, taken):
            continue
        trigger = Trigger(tokens.start[k], tokens.end[k], k, ENTRY)
        found.append(
            Candidate(
                sentence.sequence, sentence.in_, [trigger], "", [], [], [], [], "happened", 0.0, rules={"event": ENTRY}
            )
        )
    return found[:MOST]


def _held(coder: SentenceCoder, k: int, taken: set[int]) -> bool:
    """Whether a verb stands under words that lexicon and syntax have no frame for here: negated, modal, infinitive, or
    the content of what another trigger says."""
    tokens = coder.graph.tokens
    if any(tokens.dep[c] in ("neg", "aux") and tokens.tag[c] in ("MD", "TO", "RB") for c in coder.graph.kids[k]):
        return True
    while tokens.dep[k] in ("xcomp", "ccomp", "conj") and tokens.head[k] != k:
        under = tokens.dep[k] != "conj"
        k = tokens.head[k]
        if under and k in taken:
            return True
    return False
