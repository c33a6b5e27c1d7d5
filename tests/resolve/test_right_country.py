"""Parties of a country that stands further off than another one: those who are deported, who lead a gang from abroad,
allies, officials beside an envoy, lawmakers of the parliament before, forces of who speaks, names of no country."""

from __future__ import annotations

import pytest

import wader
from tests.resolve.test_actors import actors
from wader.records import Event


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        # to where somebody is deported he belongs, though not to where he is extradited, nor who has a state told
        ("Her parents were arrested in Texas and deported to Guatemala.", "Her parents", "GTM"),
        ("The judge said two men were deported to Jamaica from Texas.", "two men", "JAM"),
        ("Chad deported four French reporters to Cameroon.", "four French reporters", "FRA"),
        ("Police in Peru said that two men were extradited to Norway on Monday.", "two men", "PER"),
        # a person's nationality, where that of his gang is only guessed
        ("The British leader of a group of miners accused of plotting a coup in Gabon is free.", "leader", "GBR"),
        ("The American leader of the Kenyan rebels was killed.", "leader", "KEN"),
        # who is an ally is not whose he is
        ("Egypt warred in Chad and imposed an embargo on a fellow Saudi ally in the Gulf, Bahrain.", "ally", "BHR"),
        ("Gabon said that Canada's African and Asian allies blocked the treaty.", "allies", None),
        # two other officials are of the envoy's state; two other leaders are of their own
        ("The Kenyan ambassador and two other diplomatic officials are hostages in Tegucigalpa.", "officials", "KEN"),
        ("The Kenyan president and two other leaders met in Oslo.", "two other leaders", None),
        # a lawmaker behind a parliament; "the lawmaker" was spoken of before
        ("Peru's prime minister spoke in Canada's parliament; one lawmaker objected.", "one lawmaker", "CAN"),
        ("Peru's lawmaker Ana Ruiz spoke in Canada's parliament; the lawmaker objected.", "the lawmaker", "PER"),
        # the president is a guest at a body, an officer serves there
        ("Ghana hopes for a talk with the president at the United Nations.", "the president", "GHA"),
        # an outside group is at home
        ("The minister praised an outside group in Kenya.", "an outside group", "KEN"),
    ],
)
def test_whose_they_are(text: str, words: str, country: str | None) -> None:
    found = actors(text, words)
    assert [a.code for a in found] == [country]


def told(text: str, category: str) -> list[Event]:
    events = wader.code(text, date="2016-03-10", min_confidence=0.0).events  # however sure: who they are is asked
    return [e for e in events if e.event == [category]]


def test_forces_are_of_the_ruler_who_speaks_of_them() -> None:
    text = (
        "Costa Rica's president met Nicaraguan President Daniel Ortega in San Jose, Costa Rica, on Monday. Costa Rica "
        "wants a truce. Ortega said that the Contras murdered ten peasants who were on their way to vote.\n\n"
        '"I met with the army commanders last week," Ortega said.'
    )
    assert [a.code for a in told(text, "CONSULT")[-1].recipient] == ["NIC"]
    other = text.replace('week," Ortega', 'week," the reporter Ana Soto')
    assert [a.code for a in told(other, "CONSULT")[-1].recipient] != ["NIC"]


def test_forces_from_outside_are_of_no_known_state() -> None:
    for blamed, country in (("outside forces", None), ("the forces", "KEN")):
        (event,) = told(f"The minister accused {blamed} of organising the riots in Kenya.", "ACCUSE")
        assert [a.code for a in event.recipient] == [country]


def test_who_deports_is_not_where_people_are_deported_to() -> None:
    text = "His parents were arrested in Texas and deported to Guatemala last year."
    events = wader.code(text, date="2016-03-10").events
    assert {a.code for e in events for a in e.actor} == {"USA"}


def test_a_town_by_a_border_is_not_of_the_state_beyond_it() -> None:
    text = "two persons were killed in a gunfight this morning {}."
    for where, country in (
        ("at puerto obaldia, near the colombian border", "PAN"),
        ("in colombia, near the panamanian border", "COL"),
    ):
        (event,) = told(text.format(where), "ASSAULT")
        assert [a.code for a in event.recipient] == [country]


@pytest.mark.parametrize(
    ("host", "text", "expected"),
    [
        ("www.gazette.co.tz", "The dispute led to this country rejecting Rwanda's request for talks.", "TZA"),
        ("www.gazette.com", "The dispute led to this country rejecting Rwanda's request for talks.", "RWA"),
        ("www.gazette.co.tz", '"The people of this country reject Rwanda\'s request," Kenyan President William Ruto '
         "said.", "KEN"),
    ],
)  # fmt: skip
def test_this_country_is_where_a_page_is_published(host: str, text: str, expected: str) -> None:
    events = wader.code(text, date="2023-03-04", url=f"http://{host}/a", min_confidence=0).events
    assert [a.code for e in events if e.event == ["REJECT"] for a in e.actor] == [expected]
