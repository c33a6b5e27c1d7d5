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
    total = 0.0
    for name, value in features.items():
        total += weights.get(name, 0.0) * value
    return 1.0 / (1.0 + math.exp(-total))


def told_chance(model: float, told: bool, weights: Mapping[str, float]) -> float:
    """The chance of an auxiliary or a context (``judge.told_features``): asked for each of them at every event."""
    total = weights["bias"] + weights["model"] * logit(model) + weights["told"] * told
    return 1.0 / (1.0 + math.exp(-total))
