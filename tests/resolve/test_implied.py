"""Parties that general words, crowds and words pointing back stand for."""

from __future__ import annotations

import pytest

import wader
from evaluation.common import LEXICON_ONLY
from wader.records import Event


def one(text: str, category: str) -> Event:
    found = [e for e in wader.code(text, date="2024-05-05", knowledge=LEXICON_ONLY).events if e.event == [category]]
    assert found, text
    return found[-1]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Several countries, including Chad and Niger, condemned the raid by Sudan.", ["TCD", "NER"]),
        ("Western countries led by France condemned the junta in Mali.", ["FRA"]),
        ("Arab states such as Oman and Qatar condemned Israel.", ["OMN", "QAT"]),
        ("Western countries condemned Israel.", [None]),
    ],
)
def test_a_general_word_means_those_it_names(text: str, codes: list[str | None]) -> None:
    event = one(text, "ACCUSE")
    assert [a.code for a in event.actor] == codes
    for actor in event.actor:
        assert actor.start is not None and text[actor.start : actor.end] == actor.entity_text


def test_mass_protests_are_by_people_of_the_place() -> None:
    event = one("The takeover in Niger met with massive public protests.", "PROTEST")
    assert [(a.code, a.sector, a.entity_text) for a in event.actor] == [("NER", "CVL", None)]
    assert "implied" in event.evidence["actor"][0].rule


def test_this_action_is_what_was_told_before() -> None:
    text = "Rebels in Chad killed ten people on Monday. The Chadian government condemned this action."
    assert [(r.code, r.sector) for r in one(text, "ACCUSE").recipient] == [("TCD", "REB")]
    text = "A bomb killed ten people in Lima on Monday. The Peruvian government condemned this action."
    assert one(text, "ACCUSE").recipient == []


def test_the_council_is_a_public_body() -> None:
    event = one("The Irish minister urged the council to keep the land.", "REQUEST")
    assert [(r.code, r.sector, r.entity_text) for r in event.recipient] == [("IRL", "GOV", "council")]


def test_the_states_of_a_meeting_are_no_further_party_to_its_delay() -> None:
    text = "The annual Japan-France meeting of Prime Minister Kishida and President Macron had been postponed."
    event = one(text, "REJECT")
    assert {a.code for a in event.actor} == {"JPN", "FRA"} and event.recipient == []


def test_capitals_are_an_abbreviation_not_a_valley() -> None:
    text = "Police in San Pedro, California, hunted a man. The SWAT officers arrested the gunman."
    assert [a.code for a in one(text, "COERCE").actor] == ["USA"]


def test_to_where_somebody_is_deported_is_not_who_deports_him() -> None:
    events = wader.code("The general was deported to Peru on Monday.", date="2019-03-04").events
    assert "PER" not in [a.code for e in events for a in e.actor]
    events = wader.code("The general was deported from Peru on Monday.", date="2019-03-04").events
    assert [a.code for e in events for a in e.actor] == ["PER"]
