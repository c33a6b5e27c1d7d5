"""Lists that the small parser cuts, and prepositions that it hangs too low."""

from __future__ import annotations

import pytest

import wader
from wader.records import Event


def told(text: str, category: str) -> Event:
    found = [e for e in wader.code(text, date="2024-05-05").events if e.event == [category]]
    assert found, text
    return found[0]


@pytest.mark.parametrize(
    ("text", "category", "codes"),
    [
        ("We will ask Kenya, Uganda, and Rwanda to help us.", "REQUEST", {"KEN", "UGA", "RWA"}),
        (
            "In Chad, the bishops appealed to Muslims to stay calm and to the government to restore order.",
            "REQUEST",
            {"TCD"},
        ),
    ],
)
def test_the_last_of_a_list_goes_with_it(text: str, category: str, codes: set[str]) -> None:
    event = told(text, category)
    assert {r.code for r in event.recipient} == codes and len(event.recipient) > 1


def test_who_is_blamed_stands_behind_on() -> None:
    event = told("The Peruvian minister blamed the murder of two Dutch nuns on the guerrillas.", "ACCUSE")
    assert [r.sector for r in event.recipient] == ["REB"]
    event = told("The Peruvian minister blamed the guerrillas on Monday for the murder of two Dutch nuns.", "ACCUSE")
    assert [r.sector for r in event.recipient] == ["REB"]


def test_a_body_with_an_article_stands_beside_a_government_of_somebody() -> None:
    text = "The Kenyan rebels urge the government of Yoweri Museveni and the Ugandan army's high command to stop."
    event = told(text, "REQUEST")
    assert [r.sector for r in event.recipient] == ["GOV", "MIL"]


def test_those_named_among_them_are_blamed_with_them() -> None:
    event = told("The Kenyan president blamed foreign forces, including the Ugandan army, for the raid.", "ACCUSE")
    assert "UGA" in {r.code for r in event.recipient} and len(event.recipient) == 2
    event = told("Western countries, including Kenya, blamed Uganda for the raid.", "ACCUSE")
    assert [r.code for r in event.recipient] == ["UGA"]


def test_motions_are_of_who_sought_to_move_them() -> None:
    text = "The Kenyan speaker rejected motions sought to be moved by the opposition to discuss the raid."
    assert "opposition" in " ".join(r.entity_text or "" for r in told(text, "REJECT").recipient)


def test_a_preposition_that_is_repeated_is_of_the_same_verb() -> None:
    text = "The bishops of Kenya appealed to the rebels to lay down arms and to the army to hold its fire."
    event = told(text, "REQUEST")
    assert [r.sector for r in event.recipient] == ["REB", "MIL"]


def test_people_are_joined_to_people_not_to_their_place() -> None:
    event = told("Students in Lagos and teachers in Abuja marched against the Nigerian government.", "PROTEST")
    assert [a.entity_text for a in event.actor] == ["Students", "teachers"]
    event = told("Elders in Kenya's northern region and local administration officials condemned the rebels.", "ACCUSE")
    assert len(event.actor) == 2
    event = told("Troops from Chad and Niger attacked rebels in Togo.", "ASSAULT")
    assert {a.code for a in event.actor} == {"TCD", "NER"}


def test_what_is_between_is_between_two() -> None:
    text = "A clash between soldiers of the Ninth Brigade and rebels killed ten in Peru on Monday."
    sides = [{a.sector for a in e.actor} for e in wader.code(text, date="2019-03-04").events if e.event == ["ASSAULT"]]
    assert {"MIL", "REB"} in sides
    text = "Talks between officials of Peru and Chile began in Lima on Monday."
    assert [{a.code for a in e.actor} for e in wader.code(text, date="2019-03-04").events] == [{"PER", "CHL"}]


@pytest.mark.parametrize(
    ("text", "sectors"),
    [
        ("The mayor of Lima, the bishop and two judges condemned the raid.", ["GOV", "REL", "JUD"]),
        ("The bishop of Lima, the head of the order and a critic of the army, condemned the raid.", ["REL"]),
        ("Two soldiers, a gunner and a sailor, condemned the raid in Lima.", ["MIL"]),
    ],
)
def test_a_list_of_subjects_goes_on_to_its_verb_without_a_comma(text: str, sectors: list[str]) -> None:
    assert [a.sector for a in told(text, "ACCUSE").actor] == sectors


def test_a_list_begins_behind_the_preposition_of_the_first_subject() -> None:
    event = told("Thousands of nurses, teachers and farmers marched in Lima on Monday.", "PROTEST")
    assert {a.sector for a in event.actor} >= {"MED", "EDU"}


def test_a_title_before_its_name_is_no_member_of_a_list() -> None:
    event = told("Polish Prime Minister Jan Kowal and Foreign Minister Anna Nowak visited Germany.", "CONSULT")
    words = ["Polish Prime Minister Jan Kowal", "Foreign Minister Anna Nowak"]
    assert [a.entity_text for a in event.actor] == words
    event = told("The Polish bishop and the mayor accused the army.", "ACCUSE")
    assert [a.entity_text for a in event.actor] == ["Polish bishop", "mayor"]
    event = told("The Norwegian defence minister and Defence Minister Luis Rey of Peru accused Chad.", "ACCUSE")
    assert [a.code for a in event.actor] == ["NOR", "PER"]
