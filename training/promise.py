"""Fit the promise of verbs: ``python -m training.promise`` writes ``knowledge/verbs.tsv``.

Logistic regression on the train split (``gate.fit``): does a verb that no entry of the lexicon claims stand in the
trigger of an event? Features are those of ``wader.code.promise``. Above LEAST the encoder is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from evaluation.common import LEXICON_ONLY
from training.corpus import Passage, files, read
from training.fired import coders
from training.gate import Told, fit, write
from wader.annotate import Annotator
from wader.code.promise import unclaimed
from wader.knowledge import load
from wader.knowledge.dull import BIAS, VERBS, Dull

LEAST = -1.0
"""Log-odds from which asking pays: of dev's verbs above it three in five tell an event, and four in five of those that
tell one are above it."""
_HEAD = """\
# What a feature of a verb that no entry claims (code/promise.py) adds to the log-odds that it tells an event;
# <bias> is of every verb, and from <least> on the encoder is asked. Written by `python -m training.promise`.
"""


def told(passages: Iterable[Passage]) -> Iterator[Told]:
    """By verb that no entry claims its features, and whether it stands in an event's trigger that none claims."""
    knowledge = load(LEXICON_ONLY)
    annotator = Annotator(knowledge)
    for passage in passages:
        triggers = [passage.spans[e.trigger] for e in passage.events if e.category != "NONE"]
        for coder, candidates in coders(passage, annotator, knowledge):
            words = [t for c in candidates for t in c.triggers]
            claimed = {s for s in triggers if any(s.start < t.end and t.start < s.end for t in words)}
            tokens = coder.graph.tokens
            for k, features in unclaimed(coder, candidates):
                around = [s for s in triggers if s.start < tokens.end[k] and tokens.start[k] < s.end]
                if claimed.isdisjoint(around):
                    yield features, bool(around)


def main() -> None:
    passages = list(read(files()))
    train, dev = ([p for p in passages if p.split == split] for split in ("train", "dev"))
    weights = fit(list(told(train)))
    promise = Dull({x: w for x, w in weights.items() if x != BIAS}, weights[BIAS], LEAST)
    write(VERBS, _HEAD, promise)
    asked = [(not promise(features), event) for features, event in told(dev)]
    share, right = np.mean([ask for ask, _ in asked]), np.mean([event for ask, event in asked if ask])
    found = np.mean([ask for ask, event in asked if event])
    print(
        f"{len(weights) - 1} features; dev: {share:.3f} of {len(asked)} verbs are asked about; {right:.3f} of these "
        f"tell an event, and {found:.3f} of those that tell one are asked about"
    )


if __name__ == "__main__":
    main()
