"""How far a whole event is to be trusted: the weights of ``resolve/trust.py``, from events of real news that were read.

    python -m training.trust        # where ../shared is: codes the read texts again and writes what their events have

``read_trust.jsonl`` holds features and verdicts, no words; ``python -m training.build`` fits the weights on it. A
passage of the corpus has no page around it, on which most depends who a party is: they are not fitted on the corpus.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from evaluation.common import ALL_EVENTS
from evaluation.reread import code_again, judged, paired
from training.join import logistic
from wader.knowledge import load
from wader.resolve.likely import Features
from wader.resolve.trust import features

READ = Path(__file__).with_name("read_trust.jsonl")
LEAST = 10
"""How often a feature is seen that has a weight."""
PULL = 8.0
"""Strength of the pull of the weights to zero: the best of 3, 8, 20 over events of other documents."""


@dataclass(frozen=True)
class Read:
    """An event that was read: what speaks for and against it, and whether category, actor and recipient were right."""

    document: str
    features: Features
    right: int


def collect() -> list[Read]:
    """What the coder makes now of the events that were read."""
    knowledge, rows = load(ALL_EVENTS), judged()
    knowledge.coder = replace(knowledge.coder, whole={})  # the confidence is to be the coder's own
    both = paired(rows, code_again(rows, knowledge))
    return [Read(row.document, features(event), int(all(row.says(event)))) for row, event in both if event is not None]


def fit_trust(rows: list[Read]) -> dict[str, float]:
    """Weights by maximum likelihood."""
    seen = Counter(name for row in rows for name, value in row.features.items() if value)
    kept = [{n: v for n, v in row.features.items() if seen[n] >= LEAST} for row in rows]
    return logistic(kept, [bool(row.right) for row in rows], PULL)


def read_trust() -> list[Read]:
    return [Read(**json.loads(line)) for line in READ.read_text("utf-8").splitlines()]


if __name__ == "__main__":
    found = collect()
    READ.write_text("".join(json.dumps(vars(row)) + "\n" for row in found), "utf-8")
    print(f"{len(found)} events, {sum(row.right for row in found) / len(found):.3f} right")
