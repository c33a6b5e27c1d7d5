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
        ("The report spoke of communal clashes in Multan.", "ASSAULT", ["PAK"], ["PAK"]),
        ("The Karachi riots were a reaction, he said.", "PROTEST", ["PAK"], []),
        ("Norway dispatched its foreign minister to Asmara to discuss the drought.", "CONSULT", ["NOR"], ["ERI"]),
        ("President Ruto spoke of water after his visit to Norway.", "CONSULT", ["KEN"], ["NOR"]),
        ("The Kenyan government declined Norway's bid, officials said.", "REJECT", ["KEN"], ["NOR"]),
        ("The union alleged that the government of Peru is trying to save itself.", "ACCUSE", ["PER"], ["PER"]),
        ("The governor of Lagos is facing criticism from several quarters for his delay.", "ACCUSE", [None], ["NGA"]),
        ("Kenyan opposition leader Raila Odinga pulled out of the election.", "RETREAT", ["KEN"], []),
        ("In Lima, the Peruvian president called in the army after the fire.", "MOBILIZE", ["PER"], []),
        ("Kenyan troops are stationed in Kismayo.", "MOBILIZE", ["KEN"], ["SOM"]),
        ("Kenyan troops are stationed in Mombasa.", "MOBILIZE", ["KEN"], []),
        ("The Norwegian prime minister chairs a meeting in Lima.", "CONSULT", ["NOR"], ["PER"]),
        (
            "In a memorandum submitted to Kenyan Governor John Roe, the parties condemned the attack at Eldoret.",
            "ACCUSE",
            ["KEN"],
            [],
        ),
        ("Nine people were burnt alive in Multan.", "ASSAULT", [None], ["PAK"]),
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


def test_who_visits_and_the_dead_of_a_clash() -> None:
    (clash,) = events("Tribal clashes in Malakal were reported on Monday.", "ASSAULT")
    assert [(a.code, a.sector) for a in (*clash.actor, *clash.recipient)] == [("SSD", "CVL")] * 2
    assert clash.evidence["actor"][0].rule.startswith("implied: people take part")
    (blame,) = events("Oslo accused the West of arrogance.", "ACCUSE")
    assert [a.code for a in blame.recipient] == [None]


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


def test_whoever_attacks_is_whom_others_fall_back_before() -> None:
    text = "Resistance fighters have united in Myanmar. Junta troops are retreating in the face of their attacks."
    found = events(text, "RETREAT")
    assert [[(a.code, a.sector) for a in e.actor + e.recipient] for e in found] == [[("MMR", "MIL"), ("MMR", "REB")]]
