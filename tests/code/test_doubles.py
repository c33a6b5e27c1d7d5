"""One act that a sentence tells twice is one event: through the public door, with the packaged encoder."""

from __future__ import annotations

import pytest

import wader


def told(text: str) -> list[tuple[str, str]]:
    found = wader.code(text, date="2024-05-14").events
    return [(e.event[0], " ".join(t.text for t in e.event_text)) for e in found]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("A suicide bombing killed three soldiers in northern Mali.", "ASSAULT"),
        ("A gunman killed six policemen in the second militant attack to hit Kenya in a week.", "ASSAULT"),
        ("Armed men hurled a firebomb that exploded outside the ministry in Lima.", "ASSAULT"),
        ("Two students were wounded in the shooting, police in Lagos said.", "ASSAULT"),
        ("The police fired tear gas and rubber bullets at crowds of students in Caracas.", "ASSAULT"),
        ("Hundreds of farmers gathered outside the ministry in Manila to protest against the president.", "PROTEST"),
        ("The farmers of Peru marched on Monday, blocking roads.", "PROTEST"),
        ("The envoy of Chad met the premier of Mali, discussing the dispute.", "CONSULT"),
        ("The opposition leader stressed that he had criticised the president of Ghana.", "ACCUSE"),
        ("“The prime minister of Peru is a disgrace,” the opposition leader said.", "ACCUSE"),
    ],
)
def test_an_act_told_twice_is_one_event(text: str, category: str) -> None:
    assert [c for c, _ in told(text)].count(category) == 1


def test_what_the_second_telling_knows_is_kept() -> None:
    event = next(e for e in wader.code("A suicide bombing killed three soldiers in northern Mali.").events)
    assert [a.entity_text for a in event.recipient] == ["three soldiers"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya condemned Uganda, and Ghana denounced the president of Mali.",
        "The army bombed the port of Mombasa, and rebels attacked the airport of Nairobi.",
    ],
)
def test_two_acts_stay_two(text: str) -> None:
    assert len(told(text)) == 2


def test_what_an_act_leads_to_is_none_of_its_own() -> None:
    found = told("Fierce clashes between the army and rebels in Mali interfered with the election.")
    assert [c for c, _ in found] == ["ASSAULT"]
