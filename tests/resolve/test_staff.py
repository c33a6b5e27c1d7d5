"""Sectors of those whom a page calls by what they do, whom they serve or what became of them."""

from __future__ import annotations

import pytest

import wader


def _sectors(text: str) -> set[tuple[str, str | None, str | None]]:
    parties = [a for event in wader.code(text).events for a in (*event.actor, *event.recipient)]
    return {(str(a.entity_text), a.code, a.sector) for a in parties}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Contract killers shot dead a judge in Lima, Peru.", ("Contract killers", "PER", "CRM")),
        ("A feared hit squad killed two farmers in Lima, Peru.", ("feared hit squad", "PER", "PRM")),
        ("Deposed President Jean Dupuis condemned the army of Haiti.", ("Deposed President Jean Dupuis", "HTI", "ELI")),
        ("In Ohio, deputies arrested two men.", ("deputies", "USA", "COP")),
        ("The army press office denied the attack in Lima, Peru.", ("army press office", "PER", "MIL")),
        ("Council bosses condemned the attack in Leeds, England.", ("Council bosses", "GBR", "GOV")),
        ("The police criticised CNN. The president asked the network to help.", ("network", "USA", "JRN")),
        ("A Reuters analyst condemned the attack in Lima, Peru.", ("Reuters analyst", "GBR", "JRN")),
        ("A Kenyan official from the World Bank was kidnapped in Chad.", ("Kenyan official", "IGO", None)),
        ("Police in Chad arrested two Kenyan members of Oxfam.", ("two Kenyan members", "KEN", "SOC")),
        ("The court in Lima rejected an appeal by Ana Ruiz's lawyer.", ("Ana Ruiz's lawyer", "PER", "CVL")),
        ("Police arrested a girl who had planted a bomb in Lima, Peru.", ("girl", "PER", "UAF")),
        ("The mayor of Lima, Peru was shot by unknown people.", ("unknown people", "PER", "UAF")),
    ],
)  # fmt: skip
def test_who_somebody_is_by_what_is_said_of_them(text: str, party: tuple[str, str | None, str | None]) -> None:
    assert party in _sectors(text)


def test_a_candidates_people_are_a_partys_and_a_ministers_the_governments() -> None:
    race = "Senator Mary Hill won the primary and the nomination in Ohio. Aides to Hill accused the press."
    assert ("Aides", "USA", "PTY") in _sectors(race)
    assert ("Aides", "USA", "PTY") not in _sectors("Aides to President Mary Hill accused the press in Ohio.")


def test_bare_bosses_are_those_of_the_body_told_of_last() -> None:
    assert ("Bosses", "GBR", "GOV") in _sectors("The council of Leeds met on Monday. Bosses asked residents for help.")


def test_those_who_attack_beside_unknown_men_are_armed_as_they_are() -> None:
    found = _sectors("Three men and a girl opened fire on a patrol in Lima, Peru, killing two soldiers.")
    assert {("Three men", "PER", "UAF"), ("girl", "PER", "UAF")} <= found


def test_who_reports_from_a_place_is_a_journalist() -> None:
    found = _sectors("Jan Kowal reports from Lima: police arrested 20 men. Kowal accused the army of Peru.")
    assert ("Kowal", "PER", "JRN") in found


def test_a_title_holds_over_a_bracket() -> None:
    text = "The Deputy Speaker of the House of Representatives (the lower house), Omar Amrani, met the US ambassador."
    assert any(sector == "LEG" for _, _, sector in _sectors(f"RABAT, Morocco - {text}"))
