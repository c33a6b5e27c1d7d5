"""The packaged coder on a part of our own test split (the whole: ``python -m evaluation corpus``)."""

from __future__ import annotations

import pytest

from evaluation.corpus import report_on
from evaluation.reliability import calibration_error, groups


def test_the_coder_holds_its_figures_on_a_part_of_the_test_split() -> None:
    found = report_on("test", step=8).figures()
    assert found["category"] > 0.62, found
    assert found["tuple"] > 0.30, found
    assert found["calibration error"] < 0.12, found


def test_calibration_error_of_what_is_known() -> None:
    even = [(0.5, k % 2 == 0) for k in range(100)]
    assert calibration_error(even) == pytest.approx(0.0)
    assert calibration_error([(0.9, False)] * 50) == pytest.approx(0.9)
    assert calibration_error([]) == 0.0
    assert sum(size for *_, size in groups([(k / 7, True) for k in range(7)])) == 7
