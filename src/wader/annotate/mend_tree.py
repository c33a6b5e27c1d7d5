"""What the mends ask of a sentence's tree: kinds of tags and labels, and how tokens hang together."""

from __future__ import annotations

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass", "expl"))
FINITE = frozenset(("VBD", "VBZ", "VBP"))
NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))


def is_tree(heads: list[int]) -> bool:
    """Whether every token leads up to a root."""
    sure = [k == head for k, head in enumerate(heads)]
    for start in range(len(heads)):
        path = [start]
        while not sure[path[-1]]:
            path.append(heads[path[-1]])
            if len(path) > len(heads):
                return False
        for k in path:
            sure[k] = True
    return True


def is_below(heads: list[int], lower: int, upper: int) -> bool:
    """Whether one token hangs below another."""
    at = lower
    for _ in range(len(heads)):
        if heads[at] == at:
            return False
        at = heads[at]
        if at == upper:
            return True
    return False
