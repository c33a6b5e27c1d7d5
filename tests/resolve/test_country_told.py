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
