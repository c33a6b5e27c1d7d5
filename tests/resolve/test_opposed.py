"""Whose a thing is that somebody judges or turns down: another's, through the public door."""

from __future__ import annotations

import pytest

import wader


def whose(text: str) -> list[str]:
    found = [e for e in wader.code(text, date="2019-03-04").events if e.event[0] in ("ACCUSE", "REJECT")]
    return [r.identifier_text or r.sector or "" for e in found for r in e.recipient]


@pytest.mark.parametrize(
    "text",
    [
        "Senator Jane Wanjiru of Kenya drew up a plan. Minister Mary Atieno rejected her plan.",
        "Senator Jane Wanjiru of Kenya spoke. The mayor's criticism of her speech hurt the party.",
    ],
)
def test_what_is_judged_or_turned_down_is_anothers(text: str) -> None:
    assert whose(text) in (["Jane Wanjiru"], ["LEG"])


def test_what_is_his_own_or_a_rivals_stays() -> None:
    first = "Senator John Otieno of Kenya drew up a plan. "
    assert "LEG" not in whose(first + "President Uhuru Kenyatta rejected his own plan.")
    assert whose(first + "President Uhuru Kenyatta criticised his rivals.") == ["OPP"]
