"""Names of organisations, armed groups, peoples and creeds: code, kind, sector, members, dates."""

from __future__ import annotations

import pytest

from wader.knowledge.actors import Actors


@pytest.mark.parametrize(
    ("phrase", "wanted", "kind", "sector"),
    [
        ("UN", "UNO", "igo", None),
        ("UN Security Council", "UNO", "igo", None),
        ("UNHCR", "UNO", "igo", None),
        ("European Commission", "EUR", "igo", "GOV"),
        ("E.U.", "EUR", "igo", None),
        ("Nato", "IGO", "alliance", None),
        ("International Criminal Court", "IGO", "igo", "JUD"),
        ("ASEAN", "IGO", "igo", None),
        ("Human Rights Watch", "NGO", "ngo", None),
        ("Doctors Without Borders", "NGO", "ngo", "MED"),
        ("Hamas", "PSE", "armed group", "REB"),
        ("Palestinian Authority", "PSE", "government", "GOV"),
        ("Hizbollah", "LBN", "armed group", "REB"),
        ("al-Qaida", "IMG", "armed group", "REB"),
        ("Sendero Luminoso", "PER", "armed group", "REB"),
        ("Tamil Tigers", "LKA", "armed group", "REB"),
        ("Tatmadaw", "MMR", "military", "MIL"),
        ("IDF", "ISR", "military", "MIL"),
        ("FSB", "RUS", "agency", "SPY"),
        ("Scotland Yard", "GBR", "police", "COP"),
        ("FBI", "USA", "police", "COP"),
        ("Knesset", "ISR", "legislature", "LEG"),
        ("BJP", "IND", "party", "PTY"),
        ("Xinhua", "CHN", "media", "JRN"),
        ("Boeing", "MNC", "company", "BUS"),
        ("Sinaloa Cartel", "MEX", "criminal group", "CRM"),
        ("VHP", "IND", "religious", "REL"),
    ],
)
def test_organisations_have_code_kind_and_sector(
    actors: Actors, phrase: str, wanted: str, kind: str, sector: str | None
) -> None:
    entry = actors.lookup(phrase)[0]
    assert (entry.code, entry.kind, entry.sector) == (wanted, kind, sector)


def test_religion_and_ethnicity(actors: Actors) -> None:
    rohingya = actors.lookup("Rohingyas")[0]
    assert (rohingya.code, rohingya.sector, rohingya.ethnicity) == ("MMR", "CVL", "Rohingya")
    kurds, muslims = actors.lookup("Kurds")[0], actors.lookup("Muslims")[0]
    assert kurds.code is None and kurds.ethnicity == "Kurd"
    assert muslims.code is None and muslims.religion == "Muslim"


def test_generic_bodies_list_their_states(actors: Actors) -> None:
    assert len({entry.code for entry in actors.lookup("Supreme Court")}) > 10


def test_groups_that_changed_sides_carry_dates(actors: Actors) -> None:
    taliban = [(e.sector, e.since, e.until) for e in actors.lookup("the Taliban") if e.code == "AFG"]
    assert ("REB", None, "2021-08-15") in taliban and ("GOV", "2021-08-15", None) in taliban


def test_members_by_date(actors: Actors) -> None:
    assert "FIN" in actors.members("NATO", "2024-01-01")
    assert "FIN" not in actors.members("NATO", "2022-01-01")
    assert "GBR" in actors.members("EUR", "2019-06-01")
    assert "GBR" not in actors.members("EUR")
    assert actors.members("the Quad") == ("AUS", "IND", "JPN", "USA")
    assert len(actors.members("OPEC")) >= 10
    assert actors.members("no such body") == ()


def test_no_group_takes_the_name_of_a_state(actors: Actors) -> None:
    for state in actors.states():
        assert not [e for e in actors.lookup(state.name) if e.entry.startswith("groups.")], state.name
