"""Sectors by what somebody is called: one of a people, members of a body, officers with a party's adjective, trades."""

from __future__ import annotations

import pytest

import wader


def _sectors(text: str) -> set[tuple[str, str | None, str | None]]:
    parties = [a for event in wader.code(text).events for a in (*event.actor, *event.recipient)]
    return {(str(a.entity_text), a.code, a.sector) for a in parties}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        # one of a people, or those to whom is done what is done to persons
        ("Zambia jails Briton for seven years.", ("Briton", "GBR", "CVL")),
        ("At least one Kenyan was killed by Ugandan troops.", ("At least one Kenyan", "KEN", "CVL")),
        ("The Kenyans condemned the Ugandans.", ("Kenyans", "KEN", "GOV")),
        ("An Afghan court in Kabul convicted a US trio.", ("US trio", "USA", "CVL")),
        # members of a body that is no parliament
        ("In Lima, Peru, members of the conservative press accused the president.", ("members", "PER", "JRN")),
        # a party's adjective makes a state's officer no party's
        ("Ohio's Republican governor condemned the court.", ("Ohio's Republican governor", "USA", "GOV")),
        ("The socialist president of Peru condemned the press.", ("socialist president", "PER", "GOV")),
        ("The party president condemned the court in Lima, Peru.", ("party president", "PER", "PTY")),
        # a body of people of one trade
        ("The federation of bus drivers condemned the court in Lima, Peru.", ("federation", "PER", "LAB")),
        ("The federation of students condemned the court in Lima, Peru.", ("federation", "PER", "SOC")),
        # parts and officers of a body
        ("Army factions attacked the police in Lima, Peru.", ("Army factions", "PER", "MIL")),
        ("A Hamas functionary condemned the court in Gaza.", ("Hamas functionary", "PSE", "REB")),
        ("Fire Chief Tom Kowal condemned the court in Dallas, Texas.", ("Fire Chief Tom Kowal", "USA", "GOV")),
        ("Joint commissioner V N Rane condemned the press in Mumbai, India. Police held two men.",
         ("Joint commissioner V N Rane", "IND", "COP")),
        ("A British special services officer was shot in Harare.", ("British special services officer", "GBR", "MIL")),
        ("Lake Airways officials condemned the court in Delhi, India.", ("Lake Airways officials", "IND", "BUS")),
        ("The farm community condemned the governor of Ohio.", ("farm community", "USA", "AGR")),
        # what was told before
        ("In Lima, Peru, the government denied ties with the death squads. These squads have killed 20 farmers.",
         ("squads", "PER", "PRM")),
        # who has left a force, and anybody with an age, before the law
        ("Jan Kowal, 64, a retired naval officer, was arrested in Dallas, Texas, for possession of child pornography.",
         ("Jan Kowal", "USA", "CRM")),
        ("Dan Kowal (18) and Ned Kowal (21), both of Main Street, Tipperary, Ireland, were arrested for assault.",
         ("Ned Kowal", "IRL", "CRM")),
        # a town is its people where it is attacked
        ("Russian jets bombed a Syrian town.", ("Syrian town", "SYR", "CVL")),
        ("The injured party accused the police in Dublin, Ireland.", ("injured party", "IRL", "CVL")),
    ],
)  # fmt: skip
def test_what_somebody_is_called_tells_the_sector(text: str, party: tuple[str, str | None, str | None]) -> None:
    assert party in _sectors(text)


def test_a_native_son_is_known_by_his_office_and_not_as_a_son() -> None:
    page = "Native sons John Kasich and Marco Rubio fired back at the press in Ohio. Rubio condemned the court."
    assert not [p for p in _sectors(page) if p[0] == "Rubio" and p[2] == "CVL"]
