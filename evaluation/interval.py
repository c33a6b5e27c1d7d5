"""How far a figure might move with other rows: bootstrap for macro-F1, Wilson's interval for shares."""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence

import numpy as np
from numpy.typing import NDArray

SEED = 20240213
TIMES = 1000
Interval = tuple[float, float]


def _confusion(gold: Sequence[Hashable], said: Sequence[Hashable]) -> tuple[NDArray[np.int64], int]:
    """Each row as one cell of the confusion matrix (gold × classes + said), and the number of classes."""
    number = {label: k for k, label in enumerate(dict.fromkeys([*gold, *said]))}
    cells = [number[g] * len(number) + number[s] for g, s in zip(gold, said, strict=True)]
    return np.array(cells, dtype=np.int64), len(number)


def _macro_f1(cells: NDArray[np.int64], classes: int) -> float:
    matrix = np.bincount(cells, minlength=classes * classes).reshape(classes, classes)
    both = matrix.sum(axis=0) + matrix.sum(axis=1)
    present = both > 0
    return float((2 * matrix.diagonal()[present] / both[present]).mean())


def macro_f1(gold: Sequence[Hashable], said: Sequence[Hashable]) -> float:
    """Mean F1 over the classes that occur in ``gold`` or ``said``: scikit-learn's ``macro avg``."""
    return _macro_f1(*_confusion(gold, said))


def bootstrap(gold: Sequence[Hashable], said: Sequence[Hashable], *, times: int = TIMES, seed: int = SEED) -> Interval:
    """95% interval of macro-F1: percentiles over ``times`` samples of the rows, drawn with replacement."""
    cells, classes = _confusion(gold, said)
    draw = np.random.default_rng(seed)
    values = [_macro_f1(draw.choice(cells, len(cells)), classes) for _ in range(times)]
    low, high = np.percentile(values, [2.5, 97.5])
    return float(low), float(high)


def wilson(share: float, total: int) -> Interval:
    """95% interval of a share of ``total`` independent rows (Wilson 1927); it behaves near 0 and 1."""
    if not total:
        return 0.0, 1.0
    z = 1.959964
    middle = share + z * z / (2 * total)
    half = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    scale = 1 + z * z / total
    return max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale)
