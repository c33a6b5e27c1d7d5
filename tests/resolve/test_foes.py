"""The other side of a fight: both where both are told, else whom the side that is told fights."""

from __future__ import annotations

import wader


def test_sides_of_a_fight_are_both() -> None:
    events = wader.code("Heavy clashes took place between Kenyan and Ugandan troops.", date="2019-03-04").events
    (event,) = [e for e in events if e.event == ["ASSAULT"]]
    assert [a.code for a in event.actor] == [a.code for a in event.recipient] == ["KEN", "UGA"]


def test_an_offensive_is_against_those_whom_the_side_fights() -> None:
    text = "The Kenyan army has left Lamu. The offensive by the Kenyan rebels began on Friday."
    (event,) = [e for e in wader.code(text, date="2019-03-04").events if e.event == ["ASSAULT"]]
    assert [(a.code, a.sector, a.entity_text) for a in event.recipient] == [("KEN", "MIL", None)]
    assert "implied" in (event.evidence["recipient"][0].rule or "")
    alone = wader.code("The offensive by the Kenyan rebels began on Friday.", date="2019-03-04").events
    assert [e.recipient for e in alone] == [[]]


CLASHES = "Heavy clashes were reported in Cauca, during which two Colombian soldiers were killed. "


def test_soldiers_fall_to_the_rebels_that_the_page_names() -> None:
    found = [e for e in wader.code(CLASHES + "The FARC has not commented.", date="2019-03-04").events if e.recipient]
    assert [[(a.code, a.sector) for a in e.actor] for e in found] == [[("COL", "REB")]]


def test_without_a_clash_or_beside_a_gang_they_do_not() -> None:
    murdered = "Two Colombian soldiers were murdered in Cauca. The FARC has not commented."
    beside = CLASHES + "The FARC and the Medellin cartel have not commented."
    abroad = CLASHES + "The FARC has not commented. Ecuadorian troops shelled a village in Cauca on Sunday."
    for text in (CLASHES, murdered, beside, abroad):
        found = [e for e in wader.code(text, date="2019-03-04").events if any(r.sector == "MIL" for r in e.recipient)]
        assert [[a.sector for a in e.actor] for e in found] == [["UNK"]]


def test_whom_rebels_of_a_state_hit_are_its_own_people() -> None:
    text = (
        "Costa Rica's president met Nicaragua's president in San Jose, Costa Rica, on Monday. Costa Rica wants a "
        "truce. Costa Rica hopes. Costa Rica waits. The president said that the Contras murdered ten peasants."
    )
    (event,) = [e for e in wader.code(text, date="1989-03-04").events if e.event == ["ASSAULT"]]
    assert [a.code for a in event.recipient] == ["NIC"]
    there = text.replace("ten peasants", "ten peasants in Honduras")
    (event,) = [e for e in wader.code(there, date="1989-03-04").events if e.event == ["ASSAULT"]]
    assert [a.code for a in event.recipient] == ["HND"]
    fought = text.replace("Costa Rica waits.", "Costa Rican soldiers fired shots at a bus.")
    event = [e for e in wader.code(fought, date="1989-03-04").events if e.event == ["ASSAULT"]][-1]
    assert "rebels' state" not in (event.evidence["recipient"][0].rule or "")
