"""Agentless acts of the authorities: whose police made the arrest, and where nobody can say."""

from __future__ import annotations

import pytest

import wader
from evaluation.common import LEXICON_ONLY
from wader.records import Event


def coded(text: str, category: str) -> Event:
    found = [e for e in wader.code(text, date="2024-05-14", knowledge=LEXICON_ONLY).events if e.event == [category]]
    assert len(found) == 1, [(e.event, e.actor) for e in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "category", "expected"),
    [
        ("Twelve students were arrested in Nairobi on Sunday.", "COERCE", ("KEN", "COP")),
        (
            "NAIROBI, Kenya - Kenya's parliament met.\nA Spanish priest was detained on Sunday.",
            "COERCE",
            ("KEN", "COP"),
        ),
        ("Peru's parliament met. In Peru, a Peruvian editor was sentenced to five years.", "COERCE", ("PER", "JUD")),
        ("Two Kenyan editors were granted bail on Monday.", "RETREAT", ("KEN", "JUD")),
        ("Two Kenyan editors were found guilty on Monday.", "SANCTION", ("KEN", "JUD")),
        ("In Nairobi, twelve Chadian migrants were deported on Monday.", "COERCE", ("KEN", "GOV")),
    ],
)
def test_the_authority_is_implied(text: str, category: str, expected: tuple[str, str]) -> None:
    event = coded(text, category)
    actor = event.actor[0]
    assert (actor.code, actor.sector, actor.entity_text, actor.start) == (*expected, None, None)
    assert event.evidence["actor"][0].rule.startswith("implied: “")


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Twelve students were killed in Nairobi on Sunday.", "ASSAULT"),  # anybody may have done that
        ("Two Kenyan editors were released in Nairobi on Sunday.", "RETREAT"),  # or who kidnapped them
        ("Spain's king met Italian bishops. An Italian was convicted of fraud in Chad.", "SANCTION"),  # whose court?
    ],
)
def test_else_nobody_knows_who(text: str, category: str) -> None:
    actor = coded(text, category).actor[0]
    assert (actor.code, actor.sector) == (None, "UNK")


def test_what_is_confiscated_is_taken_by_the_police() -> None:
    events = wader.code("Weapons were confiscated from students in Accra.", date="2024-05-14").events
    assert [(a.code, a.sector) for e in events for a in e.actor] == [("GHA", "COP")]


def test_a_curfew_needs_nobody_to_be_named() -> None:
    event = coded("In Nairobi, the hills were brought under curfew on Sunday.", "COERCE")
    assert [(a.code, a.sector) for a in event.actor] == [("KEN", "GOV")]
    assert [(a.code, a.sector, a.entity_text) for a in event.recipient] == [("KEN", "CVL", "hills")]


def test_a_thing_that_only_shows_what_was_done_is_no_agent() -> None:
    for text in ("There was an attack on Kenyan workers.", "The film shows the beheading of a Kenyan soldier."):
        event = coded(text, "ASSAULT")
        assert [(a.code, a.sector) for a in event.actor] == [(None, "UNK")]
        assert {a.code for a in event.recipient} == {"KEN"}


def test_arrests_of_soldiers_are_by_their_own_state_where_only_the_page_tells() -> None:
    text = (
        "French papers carried reports from the French senate and from the French ministry. They said that the arrest "
        "of eight Chadian soldiers has angered the French advisers."
    )
    found = [a.code for e in wader.code(text, date="2024-05-14").events if e.event == ["COERCE"] for a in e.actor]
    assert found == ["TCD"]


def test_arrests_are_by_the_only_forces_that_the_page_names() -> None:
    text = (
        "Three Spaniards, freed by the Chadian gendarmerie on Monday, spoke to Spanish reporters. Spanish papers named "
        "the Spaniards. Jimena Ruiz, one of the Spaniards, said she was detained on Sunday with two other Spaniards."
    )
    found = {a.code for e in wader.code(text, date="2024-05-14").events if e.event == ["COERCE"] for a in e.actor}
    assert found == {"TCD"}
