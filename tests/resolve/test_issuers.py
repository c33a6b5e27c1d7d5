"""Whose a text is that praises, demands or condemns."""

from __future__ import annotations

import pytest

import wader

PASSED = "In a resolution that it adopted in Nairobi, the Kenyan Labour Party condemned the bombing of the port. "
SIGNED = "The presidents of Kenya and Uganda signed an agreement on Monday to end the fighting with the rebels. "
PRAISED = "The resolution praised the handling of the crisis by the Ugandan government."


def doers(text: str, category: str) -> list[tuple[str | None, str | None]]:
    found = wader.code(text, date="2019-03-04").events
    return [(a.code, a.sector) for e in found if e.event == [category] for a in e.actor]


@pytest.mark.parametrize(
    ("text", "category", "expected"),
    [
        (PASSED + PRAISED, "SUPPORT", [("KEN", "PTY")]),
        (SIGNED + "The agreement urges the rebels to lay down arms.", "REQUEST", [("KEN", "GOV"), ("UGA", "GOV")]),
    ],
)
def test_a_text_speaks_for_those_who_passed_or_signed_it(
    text: str, category: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert doers(text, category) == expected


@pytest.mark.parametrize(
    "text",
    [
        PASSED.replace("resolution", "letter") + PRAISED,
        "The Kenyan Labour Party condemned a resolution on the port on Monday. " + PRAISED,
        PRAISED,
    ],
)
def test_of_another_text_or_one_that_others_only_judge_nobody_is_known(text: str) -> None:
    assert ("KEN", "PTY") not in doers(text, "SUPPORT")
