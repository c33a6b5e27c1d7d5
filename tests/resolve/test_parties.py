"""Who an event is of and whom it is done to, from the text to the event: targets, settings, pronouns, namesakes."""

from __future__ import annotations

import pytest

from tests.resolve.test_actors import actors
from tests.resolve.test_authority import coded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nairobi mourned the US embassy bombing on Friday.", (None, "USA")),  # hit, not the one who hit
        ("Israeli air raids on Syrian troops went on.", ("ISR", "SYR")),
    ],
)
def test_the_building_before_an_attack_was_hit(text: str, expected: tuple[str | None, str]) -> None:
    event = coded(text, "ASSAULT")
    assert (event.actor[0].code, event.recipient[0].code) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan police investigated the killing of Jane Doe.",
        "Uganda condemned the massacre of Rwandan farmers.",
    ],
)
def test_who_suffered_is_not_accused(text: str) -> None:
    assert coded(text, "ACCUSE").recipient == []


def test_a_place_of_another_clause_moves_nobody() -> None:
    text = "Malawi mourned. Malawi's president met bishops in Zomba."
    text += " The mediator spoke in Lisbon, and rebels shot civilians."
    event = coded(text, "ASSAULT")
    assert [a.code for a in event.recipient] == ["MWI"]


def test_an_indefinite_owner_is_no_place() -> None:
    event = coded("Gunmen killed twelve Iraqis near a French depot at Tikrit in Iraq.", "ASSAULT")
    assert event.actor[0].code == "IRQ"


def test_a_pronoun_is_not_its_own_attacker() -> None:
    text = "Congolese rebels fled from Goma. The Congolese army said it had attacked them."
    event = coded(text, "ASSAULT")
    assert (event.actor[0].sector, event.recipient[0].sector) == ("MIL", "REB")


def test_whose_claim_it_is() -> None:
    text = "The White House doubted North Korea's claim that it had tested a missile."
    assert coded(text, "MOBILIZE").actor[0].code == "PRK"


def test_a_protest_is_of_people_where_it_takes_place() -> None:
    actor = coded("Protests in Canada over the Cuban embargo went on.", "PROTEST").actor[0]
    assert (actor.code, actor.sector) == ("CAN", "CVL")


def test_a_range_of_states_is_all_of_the_nouns() -> None:
    event = coded("Autocrats from Egypt and Syria to Kazakhstan jailed two reporters.", "COERCE")
    assert [a.code for a in event.actor] == ["EGY", "SYR", "KAZ"]


def test_a_surname_is_no_people() -> None:
    text = "the bomb was found in santiago, chile. gunmen shot the banker partha roy burman in santiago."
    event = coded(text, "ASSAULT")
    assert [a.code for a in event.recipient] == ["CHL"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The monks toured Gujarat and met the minister.", "Gujarat"),
        ("The rebels entered Bihar on foot.", "Bihar"),
        ("The party called a Bihar-wide strike.", "Bihar"),
        ("Rebels have six lorries and yesterday they blew up one in Peru.", "one"),
    ],
)
def test_where_somebody_goes_and_what_is_no_person_are_no_parties(text: str, words: str) -> None:
    assert actors(text, words) == []


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [("The monks thanked Gujarat.", "Gujarat", "IND"), ("Kenya visited Gaza.", "Gaza", "PSE")],
)
def test_a_part_of_a_state_may_be_a_party(text: str, words: str, code: str) -> None:
    assert [a.code for a in actors(text, words)] == [code]


@pytest.mark.parametrize(
    ("text", "side", "expected"),
    [
        (
            "Rulers and despots from Chad, Togo and Mali met in Accra on Monday.",
            "actor", [("TCD", "Rulers"), ("TGO", "Rulers"), ("MLI", "Rulers")],
        ),
        (
            "Rulers and rebels from Chad and Togo met in Accra on Monday.",  # not the same parties
            "actor", [("TCD", "Rulers"), ("TGO", "Rulers"), ("TCD", "rebels"), ("TGO", "rebels")],
        ),
        (
            "France praised the presidents of Chad and Togo and the presidents of Mali and Niger.",  # another list
            "recipient", [("TCD", "presidents"), ("TGO", "presidents"), ("MLI", "presidents"), ("NER", "presidents")],
        ),
    ],
)  # fmt: skip
def test_parties_of_one_list_are_told_once(text: str, side: str, expected: list[tuple[str, str]]) -> None:
    event = coded(text, "CONSULT" if "met" in text else "SUPPORT")
    assert [(a.code, a.entity_text) for a in getattr(event, side)] == expected
