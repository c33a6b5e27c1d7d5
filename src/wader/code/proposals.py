"""Verbs that no entry of the lexicon claims: the encoder may know them.

A proposal is a candidate without category or roles; whether it is an event, which and of whom, is for ``judge`` to say.
It is told only as what the lexicon lists the verb for in some sense (``known_as``), or where the encoder is sure of it
and of both parties. Asked about are those that promise most (``promise``).
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
ALONE = 0.0
"""Log-odds from which a verb is asked about where no entry claims another word of its sentence: that is a run of the
encoder for it alone."""
CERTAIN = 5.0
"""Log-odds above which no promise counts further: none of dev's verbs has more than 3.3."""
_VERDICTS = frozenset(("ACCUSE", "SUPPORT"))


def propose(coder: SentenceCoder, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Bare candidates for the verbs beside ``candidates`` that promise an event; ``score`` is the log-odds of it."""
    verbs = coder.knowledge.verbs
    promising = [(min(verbs.odds(features), CERTAIN), k) for k, features in unclaimed(coder, candidates)]
    least = verbs.least if candidates else max(verbs.least, ALONE)
    best = sorted((-odds, k) for odds, k in promising if odds >= least)[:MOST]
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
