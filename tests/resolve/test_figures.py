"""Figures of events: those that the trigger counts, with who says so."""

from __future__ import annotations

import pytest

from tests.helpers import candidate, parse
from wader.annotate.attribution import find_attributions
from wader.annotate.figures import find_figures
from wader.knowledge import PACKAGED, figures, reporting
from wader.records import Document
from wader.resolve.figures import event_figures


def read(text: str) -> Document:
    document = parse(text, date="2022-02-12")
    document.attributions = find_attributions(document.article, document.sentences, reporting.load([PACKAGED]))
    document.figures = find_figures(document.article, document.sentences, figures.load([PACKAGED]))
    return document


@pytest.mark.parametrize(
    ("text", "trigger", "category", "expected"),
    [
        (
            "The army attacked the town, killing 12 people, witnesses said.",
            "attacked",
            "ASSAULT",
            [("killed", 12, 12, "witnesses")],
        ),
        (
            "According to the monitors, soldiers arrested 20 students.",
            "arrested",
            "COERCE",
            [("arrested", 20, 20, "the monitors")],
        ),
        ("Thousands of people marched through the capital.", "marched", "PROTEST", [("protesters", 2000, None, None)]),
        ("The bank lent the country $2 million.", "lent", "AID", [("money", 2000000, 2000000, None)]),
        ("The ministers met after the blast killed 12 people.", "met", "CONSULT", []),
        (
            "Soldiers arrested 20 students and rebels killed nine guards.",
            "arrested",
            "COERCE",
            [("arrested", 20, 20, None)],
        ),
    ],
)
def test_event_figures(text: str, trigger: str, category: str, expected: list[tuple[object, ...]]) -> None:
    document = read(text)
    found = event_figures(document, candidate(document, trigger, category))
    assert [(f.kind, f.low, f.high, f.by) for f in found] == expected
