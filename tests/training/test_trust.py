"""Weights of how far a whole event is to be trusted."""

from __future__ import annotations

from collections import Counter

from training.trust import Read, fit_trust, read_trust
from wader.knowledge import load


def test_what_is_mostly_wrong_lowers_the_trust() -> None:
    rows = [Read(str(k), {"bias": 1.0, "actor: guessed": 1.0, "actor: named": 0.0}, int(k % 5 == 0)) for k in range(60)]
    rows += [Read(str(k), {"bias": 1.0, "actor: guessed": 0.0, "actor: named": 1.0}, int(k % 5 > 0)) for k in range(60)]
    weights = fit_trust(rows)
    assert weights["actor: guessed"] < 0 < weights["actor: named"]


def test_what_is_rare_has_no_weight() -> None:
    rows = [Read(str(k), {"bias": 1.0, "coder": k % 2 - 0.5, "rare": float(k == 3)}, k % 2) for k in range(40)]
    assert "rare" not in fit_trust(rows)


def test_the_packaged_weights_are_those_of_what_was_read() -> None:
    rows = read_trust()
    assert Counter(row.right for row in rows).keys() == {0, 1}
    assert fit_trust(rows) == load().coder.whole
