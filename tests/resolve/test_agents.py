"""Agents that a sentence leaves out and the text names elsewhere, beside acts whose agent stays unknown."""

from __future__ import annotations

import pytest

import wader


def attackers(text: str, victims: str) -> list[tuple[str | None, str | None]]:
    """Code and sector of those who hurt them whose words end in ``victims``, in each event of violence."""
    events = wader.code(text, date="2024-05-14").events
    hurt = [e for e in events if e.event == ["ASSAULT"] for r in e.recipient if (r.entity_text or "").endswith(victims)]
    return [(a.code, a.sector) for e in hurt for a in e.actor]


TOLD_AGAIN = (
    "Hundreds of mourners gathered in San Marcos on Friday. The bishop spoke of the six murdered Guatemalan priests at "
    "the cathedral. Soldiers of the Guatemalan army killed the six priests in May, witnesses told the court."
)
OTHER_PRIESTS = TOLD_AGAIN.replace("killed the six priests", "killed the two priests")
SIDES = (
    "Colombian rebels attacked Colombian soldiers in the hills on Monday. The ministry named the dead on Tuesday. Four "
    "soldiers were killed in the province of Cauca on Sunday."
)
NO_SIDES = SIDES.replace("Colombian rebels attacked Colombian soldiers", "Colombian rebels praised Colombian soldiers")
TWO_SIDES = SIDES.replace("The ministry named the dead", "Colombian drug traffickers shot at Colombian soldiers")


def test_another_telling_of_the_same_people_names_the_agent() -> None:
    assert set(attackers(TOLD_AGAIN, "priests")) == {("GTM", "MIL")}


def test_other_numbers_are_other_people() -> None:
    assert (None, "UNK") in attackers(OTHER_PRIESTS, "priests")


def test_the_only_side_that_fights_theirs_is_the_agent() -> None:
    assert set(attackers(SIDES, "soldiers")) == {("COL", "REB")}


@pytest.mark.parametrize("text", [NO_SIDES, TWO_SIDES])
def test_where_no_side_or_two_fight_theirs_the_agent_stays_unknown(text: str) -> None:
    assert (None, "UNK") in attackers(text, "soldiers")


def test_private_people_are_not_taken_for_the_same_ones() -> None:
    text = (
        "Militants killed two people in Kabul on Monday, police said. Markets were closed. Three people were killed in "
        "Herat on Tuesday, officials of Afghanistan said."
    )
    assert (None, "UNK") in attackers(text, "Three people")
