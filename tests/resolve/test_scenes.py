"""Places that say where something happens, those that only seem to, and whose police, rebels and soldiers act there."""

from __future__ import annotations

import pytest

import wader
from wader.records import Event


def told(text: str, category: str) -> list[Event]:
    return [e for e in wader.code(text, date="2016-03-10").events if e.event == [category]]


def parties(text: str, category: str) -> tuple[list[str | None], list[str | None]]:
    event = told(text, category)[-1]
    return [a.code for a in event.actor], [a.code for a in event.recipient]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        # what a place lies in says where it is
        ("chilean nurses wept. rebels killed two men in the town of san andres tolima, cuscatlan department.", "SLV"),
        # a town instead of the part of it that is called like one elsewhere
        ("Rebels killed two men in the Medina district in Nairobi.", "KEN"),
        ("Rebels killed two men in Medina and fled to Nairobi.", "SAU"),
        # small letters: one of many of its name stands for no country that the page only brushes
        ("the bolivian mayor and bolivian nurses met a u.s. envoy. rebels killed two men in san francisco.", "BOL"),
        ("the u.s. mayor spoke. rebels killed two men in san francisco, california.", "USA"),
    ],
)
def test_where_it_happens(text: str, country: str) -> None:
    assert parties(text, "ASSAULT")[1] == [country]


def test_a_station_is_no_state() -> None:
    text = "Peru and Chad quarrel, Radio Norway said. Radio Norway was sure. The troops of both countries clashed."
    assert set(parties(text, "ASSAULT")[0]) == {"PER", "TCD"}
    text = "Peru quarrels, said Norway. Norway was sure. The troops of both countries clashed."
    assert set(parties(text, "ASSAULT")[0]) == {"PER", "NOR"}


def test_a_state_tries_its_own_soldiers() -> None:
    text = "Kenya mourned. Kenya wept. Two Norwegian {} were sentenced to ten years in jail."
    assert parties(text.format("soldiers"), "SANCTION")[0] == ["NOR"]
    assert parties(text.format("nurses"), "SANCTION")[0] == ["KEN"]


def test_rebels_are_not_those_of_a_ruler_who_speaks_of_them() -> None:
    text = "Cameroon fights. Cameroon weeps. Norway's Prime Minister Ola Berg said {} attacked a village."
    assert parties(text.format("a militant group"), "ASSAULT")[0] == ["CMR"]


def test_a_town_that_is_half_of_a_name() -> None:
    text = "kenya mourned. a judge accused valencia ruiz. valencia ruiz fled. police arrested nine men."
    assert parties(text, "COERCE")[0] == ["KEN"]
    text = "a judge accused valencia ruiz. valencia ruiz fled. police arrested nine men."
    assert parties(text, "COERCE")[0] == [None]
    text = "a judge spoke in valencia. police in valencia arrested nine men."
    assert parties(text, "COERCE")[0] != [None]


def test_a_states_media_tell_of_other_states() -> None:
    text = (
        "Kenyan officers met. Norwegian media, Norwegian newspapers and the Norwegian press told of it. "
        "Police arrested nine men."
    )
    assert parties(text, "COERCE")[0] == ["KEN"]


def test_a_page_told_from_abroad() -> None:
    text = "NAIROBI, Kenya - Somalia's parliament sacked {} on Monday. Somalia is at war."
    assert parties(text.format("the new prime minister"), "SANCTION")[1] == ["SOM"]
    text = "NAIROBI, Kenya - Kenyans met Somalia's envoys. Kenya wept. The prime minister sacked the spy chief."
    assert parties(text, "SANCTION")[0] == ["KEN"]


@pytest.mark.parametrize(
    ("house", "country"),
    [("the Hotel Norway", "KEN"), ("the Instituto Peru", "KEN"), ("Latin America", "KEN"), ("Norway", "NOR")],
)
def test_what_a_house_is_called_after(house: str, country: str) -> None:
    text = f"Kenya mourned. Rebels were seen in {house}. Police arrested nine men."
    assert parties(text, "COERCE")[0] == [country]
