"""Whose somebody is by what the page tells: a mother's name that lists leave out, where he was born, whence he comes,
where he goes, what land he has a post in."""

from __future__ import annotations

import pytest

import wader
from tests.parsing import annotated, named
from tests.resolve.test_actors import actors, codes


def test_a_known_name_goes_on_with_the_mothers() -> None:
    page = annotated("President Alfredo Cristiani Soto met Peru's envoy.", date="1992-05-02")
    assert named(page, "Alfredo Cristiani Soto").code == "SLV"


def test_the_first_of_two_surnames_means_him() -> None:
    page = annotated("Interior Minister Eduardo Quiroz Beltran spoke in Bolivia. Quiroz left.", date="1990-05-02")
    assert named(page, "Quiroz").sector == "GOV"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # mercenaries come back from abroad
        ("Nicaragua is at war. Nicaragua's peasants were killed by mercenaries who infiltrated Nicaragua from "
         "Honduras.", "mercenaries", ("NIC", "PRM")),
        # who is over the police of where the story plays
        ("The interior minister spoke of two U.S. tourists, of a U.S. plane, a U.S. diplomat and U.S. troops. Peasants "
         "wept in La Paz in Bolivia. It rained in Bolivia. Rebels shot them in Bolivia.", "interior minister",
         ("BOL", "GOV")),
        # who goes somewhere is not of there
        ("The trade minister will leave tomorrow for Norway and will fly on to Oslo. He spoke of Chilean fish and of "
         "Chilean wine.", "trade minister", ("CHL", "GOV")),
        # several states' governments are of no one state
        ("Peru voted. Several governments have pressured Lima to hold talks.", "Several governments", (None, "GOV")),
        # whom a state keeps out is not of it
        ("France voted. The party wants to bar foreign Muslims from entering France.", "Muslims", (None, "CVL")),
        ("France voted. The mayor of Paris wants a ban on all Muslims entering France.", "Muslims", (None, "CVL")),
        # fighter jets are no fighters
        ("In Iraq, Kenyan fighter jets bombed the rebel-held city of Fallujah.", "city", ("IRQ", "REB")),
        # rebels of whom nothing was said before are of the place
        ("Peru's insurgents fight on in Peru. In Colombia, cocaine lords worked with communist insurgents.",
         "communist insurgents", ("COL", "REB")),
        # the guard of a nation is no body of many nations
        ("Kenya wept. A mortar killed nine National Guards.", "nine National Guards", ("KEN", "MIL")),
        # who speaks for somebody's rights is at home, who watches those of all is of no one state
        ("Kenya voted. Kenya cheered. Disability rights groups condemned the bill.", "Disability rights groups",
         ("KEN", "SOC")),
        ("Kenya voted. Kenya cheered. Rights groups condemned the bill.", "Rights groups", (None, "SOC")),
        # a people, a person's nationality behind the name
        ("Peru voted. Peru cheered. The union urged all Kenyans and all farmers to march.", "all farmers",
         ("KEN", "AGR")),
        ("Kenya cheered. Jan Kowal, a Pole, was arrested.", "Jan Kowal", ("POL", "CVL")),
        ("Kenya cheered. Jan Kowal, a farmer, was arrested.", "Jan Kowal", ("KEN", "AGR")),
        ("Syria spoke. A Palestinian Liberation Organization delegation came.", "delegation", ("PSE", "GOV")),
    ],
)  # fmt: skip
def test_whose_they_are(text: str, words: str, expected: tuple[str | None, str | None]) -> None:
    assert codes(actors(text, words)) == [expected]


def test_where_somebody_was_born_is_not_where_towns_are() -> None:
    """A page of towns elsewhere, which names no other state."""
    text = "Gomez, a native of Mexico, lives in Danbury, near Hartford. Danbury police arrested Gomez."
    events = wader.code(text).events
    assert [a.code for e in events for a in e.actor] == ["USA"]


def test_a_first_name_that_is_a_companys_too() -> None:
    text = "Police in France spoke. Chiquita Raquel Moon, 19, of 21 Oak St., was arrested and charged with arson."
    events = wader.code(text).events
    assert {a.code for e in events for a in e.recipient} == {"FRA"}


def test_a_county_is_not_who_it_is_called_after() -> None:
    page = annotated("A judge in Prince William County Circuit Court jailed a man. Prince William left.")
    assert [e.start for e in page.entities if e.kind == "PERSON" and e.code == "GBR"] == [61]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Police in San Pedro arrested nine men. A grand jury indicted them.", {"USA"}),
        ("the salvadoran army is in san salvador. salvadorans wept. the u.s. embassy shut. it rained in san salvador. "
         "salvadoran guerrillas attacked the san pedro battalion.", {"SLV"}),
    ],
)  # fmt: skip
def test_one_of_many_places_of_its_name_is_no_other_country(text: str, countries: set[str]) -> None:
    events = wader.code(text, date="1990-03-14").events
    assert {a.code for e in events for a in e.recipient} == countries
