"""Weights of how far a whole event is to be trusted."""

from __future__ import annotations

from collections import Counter

import pytest

from training.trust import Read, fit_trust, read_trust
from wader.knowledge import load


def _read(number: int, features: dict[str, float], right: bool) -> Read:
    return Read(str(number), "text", 0, {"bias": 1.0, **features}, int(right))


def test_what_is_mostly_wrong_lowers_the_trust() -> None:
    rows = [_read(k, {"actor: guessed": 1.0}, k % 5 == 0) for k in range(60)]
    rows += [_read(k, {"actor: named": 1.0}, k % 5 > 0) for k in range(60)]
    weights = fit_trust(rows)
    assert weights["actor: guessed"] < 0 < weights["actor: named"]


def test_what_is_rare_has_no_weight() -> None:
    rows = [_read(k, {"coder": k % 2 - 0.5, "rare": float(k == 3)}, k % 2 == 1) for k in range(40)]
    assert "rare" not in fit_trust(rows)


def test_the_packaged_weights_are_those_of_what_was_read() -> None:
    rows = read_trust()
    assert Counter(row.right for row in rows).keys() == {0, 1}
    packaged = load().coder.whole
    assert fit_trust(rows) == {name: pytest.approx(value, abs=0.01) for name, value in packaged.items()}
