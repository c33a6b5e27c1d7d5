"""Macro-F1 is scikit-learn's; intervals hold their figure, narrow with more rows, and come out the same again."""

from __future__ import annotations

import random

import pytest
from sklearn.metrics import f1_score

from evaluation.interval import bootstrap, macro_f1, wilson


def labels(count: int, right: float = 0.7) -> tuple[list[str], list[str]]:
    draw = random.Random(7)
    gold = [draw.choice("ABCDE") for _ in range(count)]
    return gold, [g if draw.random() < right else draw.choice("ABCDEF") for g in gold]


@pytest.mark.parametrize("count", [1, 5, 40, 300])
def test_macro_f1_is_scikit_learns(count: int) -> None:
    gold, said = labels(count)
    assert macro_f1(gold, said) == pytest.approx(f1_score(gold, said, average="macro", zero_division=0))


def test_bootstrap_holds_the_figure_and_repeats() -> None:
    gold, said = labels(300)
    low, high = bootstrap(gold, said, times=200)
    assert low < macro_f1(gold, said) < high
    assert bootstrap(gold, said, times=200) == (low, high)
    few = bootstrap(*labels(50), times=200)
    assert few[1] - few[0] > high - low


def test_wilson_is_the_textbooks() -> None:
    low, high = wilson(0.5, 10)
    assert (round(low, 3), round(high, 3)) == (0.237, 0.763)
    low, high = wilson(1.0, 20)
    assert round(low, 3) == 0.839
    assert high == pytest.approx(1.0)
    assert wilson(0.0, 0) == (0.0, 1.0)
