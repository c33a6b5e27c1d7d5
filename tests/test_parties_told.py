"""Who does what to whom, of a whole sentence or a headline with its lead: through the public door, with the packaged
encoder."""

from __future__ import annotations

import pytest

import wader
from wader.records import Actor

Parties = list[tuple[str | None, str | None]]


def _codes(actors: list[Actor]) -> Parties:
    return [(a.code, a.sector) for a in actors]


def _told(text: str, category: str, *, date: str = "2024-05-14") -> tuple[Parties, Parties]:
    """Actors and recipients of the one event of a category that a text tells."""
    (event,) = [e for e in wader.code(text, date=date).events if e.event == [category]]
    return _codes(event.actor), _codes(event.recipient)


@pytest.mark.parametrize(
    ("text", "category", "actor", "recipient"),
    [
        # a name that only says whose somebody is
        ("Trump said the Kenyan premier cast the U.S. presidential candidate as divisive.", "ACCUSE",
         [("KEN", "GOV")], [("USA", "PTY")]),
        ("Indonesia police arrest bank attacker.", "COERCE", [("IDN", "COP")], [("IDN", "UAF")]),
        # along with, and in counted rows
        ("Police arrested two nurses along with a priest in Kenya.", "COERCE",
         [("KEN", "COP")], [("KEN", "MED"), ("KEN", "REL")]),
        ("French President Emmanuel Macron has joined a list of Kenyan mayors who have slammed Ghana.", "ACCUSE",
         [("FRA", "GOV"), ("KEN", "GOV")], [("GHA", "GOV")]),
        # in whose deed
        ("Ten rebels were killed in an army raid near Goma.", "ASSAULT", [("COD", "MIL")], [("COD", "REB")]),
        ("The rebel leader was killed during a police operation in Kenya.", "ASSAULT",
         [("KEN", "COP")], [("KEN", "REB")]),
        ("Three Egyptian policemen were killed by Israeli tank fire.", "ASSAULT", [("ISR", "MIL")], [("EGY", "COP")]),
        # who speaks of it does not do it
        ("He said the government had directed the district administration of Kenya to feed the herds.", "REQUEST",
         [("KEN", "GOV")], [("KEN", "GOV")]),
        # what opens the sentence
        ("In a swipe against Ghana, President Ruto of Kenya left for Togo.", "ACCUSE",
         [("KEN", "GOV")], [("GHA", "GOV")]),
        # to whom it is not done
        ("Ghana's premier strongly deplored attempts to slander the army.", "ACCUSE", [("GHA", "GOV")], []),
        ("The bishop of Accra demanded the deployment of the army in Ghana.", "REQUEST", [("GHA", "REL")], []),
        ("Kenya's top negotiator arrived in Seoul yesterday from China to prepare talks.", "CONSULT",
         [("KEN", "GOV")], [("KOR", "GOV")]),
        # a list of those called something
        ("Checkpoint soldiers in Kenya killed two reporters, John Otieno and Peter Mwangi, on Monday.", "ASSAULT",
         [("KEN", "MIL")], [("KEN", "JRN"), ("KEN", "JRN")]),
        # bodies and names
        ("Authorities in Kenya deported a reporter.", "COERCE", [("KEN", "GOV")], [("KEN", "JRN")]),
        ("The Kenya Teachers League president condemned the army of Ghana.", "ACCUSE",
         [("KEN", "SOC")], [("GHA", "MIL")]),
    ],
)  # fmt: skip
def test_who_does_it_to_whom(text: str, category: str, actor: Parties, recipient: Parties) -> None:
    assert _told(text, category) == (actor, recipient)


@pytest.mark.parametrize(
    ("title", "category", "actor", "recipient"),
    [
        ("Colombia militant gunned down", "ASSAULT", [(None, "UNK")], [("COL", "REB")]),
        ("Six Kenyan soldiers, 10 civilians wounded in the north", "ASSAULT",
         [(None, "UNK")], [("KEN", "MIL"), ("KEN", "CVL")]),
        ("Britain accuses 8 of terror plot", "ACCUSE", [("GBR", "GOV")], [("GBR", "CVL")]),
        ("16 killed in Algeria rebel attack", "ASSAULT", [("DZA", "REB")], [("DZA", "CVL")]),
        ("Italian taken hostage in Iraq", "ASSAULT", [(None, "UNK")], [("ITA", "CVL")]),
    ],
)  # fmt: skip
def test_headlines(title: str, category: str, actor: Parties, recipient: Parties) -> None:
    told = wader.code("The report came out on Monday.", title=title, min_confidence=0).events
    (event,) = [e for e in told if e.event == [category]]
    assert (_codes(event.actor), _codes(event.recipient)) == (actor, recipient)


def test_a_headline_in_the_passive_has_the_agent_of_its_lead() -> None:
    lead = "The European Union on Monday sharply criticized Ghana for hiding parts of its budget."
    events = wader.code(lead, title="Ghana Is Criticized for Its Lack of Candor on Budget", min_confidence=0).events
    assert {tuple(_codes(e.actor)) for e in events if e.event == ["ACCUSE"]} == {(("EUR", None),)}


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("In 2008, Senator John McCain criticized President George W. Bush.", "GOV"),
        ("On Monday, Senator John McCain criticized former President George W. Bush.", "ELI"),
    ],
)
def test_people_are_who_they_were_then(text: str, sector: str) -> None:
    assert _told(text, "ACCUSE", date="2016-08-10")[1] == [("USA", sector)]


def test_a_month_is_a_surname_behind_a_name() -> None:
    told = wader.code("Theresa May condemned Russia on Monday.", date="2018-03-14").events
    assert [(_codes(e.actor), e.actor[0].entity_text) for e in told] == [([("GBR", "GOV")], "Theresa May")]
    told = wader.code("Police in Nairobi arrested a reporter on May 5.", date="2018-05-14").events
    assert [e.date for e in told] == ["2018-05-05"]


@pytest.mark.parametrize(
    "text",
    [
        "Ten people were killed in an explosion at a power plant in Ghana when trial operation began.",
        "A Kenyan protester was struck and killed by a train that carried nuclear waste.",
    ],
)
def test_accidents_kill_by_nobodys_act(text: str) -> None:
    assert not [e for e in wader.code(text, date="2024-05-14").events if e.event == ["ASSAULT"]]


def test_a_sense_that_is_listed_for_no_event_may_be_one() -> None:
    """``kill`` a merger is none; of workers it is no merger."""
    assert _told("Rebels killed two Kenyan aid workers near Goma.", "ASSAULT") == ([("COD", "REB")], [("KEN", "SOC")])
