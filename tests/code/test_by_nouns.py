"""Events that a noun tells with its verb, and who else took part in a meeting, through the public doors."""

from __future__ import annotations

import pytest

import wader
from wader.records import Event


def events(text: str, category: str) -> list[Event]:
    return [e for e in wader.code(text, date="2024-05-14").events if e.event == [category]]


@pytest.mark.parametrize(
    ("text", "category", "actors", "recipients"),
    [
        ("The generals have been facing domestic pressure to step down in Myanmar.", "REQUEST", [None], ["MMR"]),
        ("Pressure is mounting on the Kenyan president to step down.", "REQUEST", [None], ["KEN"]),
        (
            "The bishop of Harare repeated his call to free the Zambian hostages.",
            "REQUEST",
            ["ZWE"],
            ["ZMB"],
        ),
        (
            "Sixty demonstrators left the hotel at the request of the Kenyan police.",
            "REQUEST",
            ["KEN"],
            ["KEN"],
        ),
        ("The army takeover sparked mass protests across Sudan.", "PROTEST", ["SDN"], ["SDN"]),
        ("The African Union has tasked Kenya with mediating in the war.", "REQUEST", ["IGO"], ["KEN"]),
        ("The army and police have increased vigilance in Nairobi.", "MOBILIZE", ["KEN", "KEN"], []),
        ("Kenya's abstention disappointed Washington.", "REJECT", ["KEN"], ["USA"]),
        ("India is drawing closer to Japan.", "COOPERATE", ["IND"], ["JPN"]),
        (
            "The Kenyan police presented two Ugandan suspects to the press on Monday.",
            "COERCE",
            ["KEN"],
            ["UGA"],
        ),
        (
            "President Ruto was in Arusha for a meeting of regional leaders in which Samia Suluhu Hassan of Tanzania "
            "took part.",
            "CONSULT",
            ["KEN", "TZA"],
            [None],
        ),
        (
            "The foreign ministers of Kenya and Uganda met in Arusha at a meeting attended by Tanzania's president.",
            "CONSULT",
            ["KEN", "UGA", "TZA"],
            [],
        ),
    ],
)
def test_what_a_noun_tells(
    text: str, category: str, actors: list[str | None], recipients: list[str | None]
) -> None:
    found = events(text, category)
    assert [[a.code for a in e.actor] for e in found] == [actors]
    assert [[a.code for a in e.recipient] for e in found] == [recipients]


def test_what_is_done_on_orders_is_an_act_beside_them() -> None:
    assert events("The officer was murdered on orders from the Ugandan ambassador.", "ASSAULT")


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("The Kenyan company faces pressure to cut prices.", "REQUEST"),
        ("The Ugandan army is drawing closer to the town of Goma.", "COOPERATE"),
    ],
)
def test_and_what_it_does_not(text: str, category: str) -> None:
    assert events(text, category) == []


def test_an_accusation_that_is_rejected_was_made_all_the_same() -> None:
    text = "Kenya rejected Uganda's accusation that the Kenyan army had shelled a village."
    for category, actor, recipient in (("REJECT", "KEN", "UGA"), ("ACCUSE", "UGA", "KEN")):
        found = events(text, category)
        assert [([a.code for a in e.actor], [a.code for a in e.recipient]) for e in found] == [([actor], [recipient])]


def test_and_whoever_made_it() -> None:
    found = events("He dismissed accusations that the Hungarian minister had taken bribes.", "ACCUSE")
    assert [(e.status, [a.code for a in e.recipient]) for e in found] == [("happened", ["HUN"])]


def test_whoever_attacks_is_whom_others_fall_back_before() -> None:
    text = "Resistance fighters have united in Myanmar. Junta troops are retreating in the face of their attacks."
    found = events(text, "RETREAT")
    assert [[(a.code, a.sector) for a in e.actor + e.recipient] for e in found] == [[("MMR", "MIL"), ("MMR", "REB")]]
