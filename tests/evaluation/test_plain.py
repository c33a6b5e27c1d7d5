"""The plain sentences: what is listed stands in them, and how it is told is counted once."""

from __future__ import annotations

import json

import pytest

import wader
from evaluation.plain import HOW, SENTENCES, judged
from wader.knowledge import load

ROWS = [json.loads(line) for line in SENTENCES.read_text("utf-8").splitlines()]


def test_every_event_quotes_its_sentence() -> None:
    categories = load().codebook.categories
    assert len({row["text"] for row in ROWS}) == len(ROWS)
    for row in ROWS:
        for event in row["events"]:
            assert event["category"] in categories
            assert all(words in row["text"] for words in (event["trigger"], *event["actor"], *event["recipient"]))


@pytest.mark.parametrize(
    ("row", "how"),
    [
        ({"category": "COERCE", "trigger": "arrested", "actor": ["police"], "recipient": ["two reporters"]}, "right"),
        ({"category": "COERCE", "trigger": "arrested", "actor": ["police"], "recipient": ["army"]}, "parties"),
        ({"category": "ASSAULT", "trigger": "arrested", "actor": ["police"], "recipient": []}, "category"),
        ({"category": "CONSULT", "trigger": "Monday", "actor": ["army"], "recipient": []}, "missed"),
        (
            {
                "category": "COERCE", "trigger": "arrested", "actor": ["police"], "recipient": ["two reporters"],
                "auxiliary": ["negation"],
            },
            "auxiliary",
        ),
    ],
)  # fmt: skip
def test_how_an_event_is_told(row: dict[str, object], how: str) -> None:
    text = "Kenyan police arrested two reporters near the army base on Monday."
    assert how in HOW and judged(row, text, wader.code(text, date="2024-05-14").events) == how
