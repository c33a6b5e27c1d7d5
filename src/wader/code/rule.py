"""The logistic rule that joins lexicon and encoder: a sum of weights (``knowledge/coder.yaml``), made a probability."""

from __future__ import annotations

import math
from collections.abc import Mapping

FLOOR = 1e-4
"""Least probability, so that one sure voice does not silence the other."""


def logit(chance: float) -> float:
    bounded = min(1 - FLOOR, max(FLOOR, chance))
    return math.log(bounded / (1 - bounded))


def probability(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Of a logistic rule; a feature without a weight counts nothing."""
    return 1.0 / (1.0 + math.exp(-sum(weights.get(k, 0.0) * v for k, v in features.items())))
