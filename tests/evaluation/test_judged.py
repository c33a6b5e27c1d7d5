"""Judged samples: shares by question for each reader and for both, agreement, and rows that do not fit."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from evaluation import judged
from evaluation.interval import wilson


def row(n: int, category: bool = True, actor: bool = True, recipient: bool = True) -> dict[str, Any]:
    return {"n": n, "category": category, "actor": actor, "recipient": recipient, "why": "our own"}


FIRST = [row(1), row(2, category=False), row(3, recipient=False), row(4)]
SECOND = [row(4), row(3), row(2, category=False, actor=False), row(1, recipient=False)]


def test_shares_of_each_reader_and_of_both() -> None:
    by_question = {j.question: j for j in judged.score(4, FIRST, SECOND)}
    assert list(by_question) == ["category", "actor", "recipient", "all three"]
    assert by_question["category"].first == (True, False, True, True)
    assert by_question["actor"].both == (True, False, True, True)
    assert judged.share(by_question["recipient"].both) == 0.5
    whole = by_question["all three"]
    assert (judged.share(whole.first), judged.share(whole.second), judged.share(whole.both)) == (0.5, 0.5, 0.25)


def test_agreement_and_kappa() -> None:
    by_question = {j.question: j for j in judged.score(4, FIRST, SECOND)}
    assert (by_question["category"].agreement, by_question["category"].kappa) == (1.0, 1.0)
    assert by_question["all three"].agreement == 0.5
    assert by_question["all three"].kappa == 0.0
    alike = judged.score(1, [row(1)], [row(1)])[0]
    assert alike.kappa == 1.0  # nothing but "right": no chance to disagree


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (FIRST[:3], "at event 4"),
        ([*FIRST, row(5)], "at event 5"),
        ([*FIRST, row(2)], "event 2 is judged twice"),
        ([*FIRST[:3], {"n": 4, "category": True, "actor": "yes", "recipient": True}], "event 4 has no true or false"),
    ],
)
def test_judgements_that_do_not_fit_are_told(rows: list[dict[str, Any]], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        judged.score(4, rows, SECOND)


def test_an_empty_sample_is_no_fault() -> None:
    assert [judged.share(j.both) for j in judged.score(0, [], [])] == [0.0] * 4


def test_the_command_prints_shares_with_intervals(tmp_path: Path) -> None:
    for name, rows in (("events", [{}] * 4), ("one", FIRST), ("two", SECOND)):
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows), "utf-8")
    command = [
        sys.executable,
        "-m",
        "evaluation.judged",
        *(str(tmp_path / f"{n}.jsonl") for n in ("events", "one", "two")),
    ]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, capture_output=True, text=True, cwd=root, check=True)
    low, high = wilson(0.25, 4)
    assert done.stdout.splitlines()[0] == "events 4; share right [95%]"
    assert f"0.250 [{low:.3f}, {high:.3f}]" in done.stdout.splitlines()[-1]
    (tmp_path / "two.jsonl").write_text("", "utf-8")
    broken = subprocess.run(command, capture_output=True, text=True, cwd=root, check=False)
    assert broken.returncode == 2
    assert "second reader: judgements do not fit the sample of 4 at event 1" in broken.stderr
