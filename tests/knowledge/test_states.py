"""Names of states: their adjectives, peoples, capitals and seats of power, and states that few recognise."""

from __future__ import annotations

import pytest

from tests.knowledge.names import STATES, code
from wader.knowledge.actors import Actors


def test_every_state_has_a_name_an_adjective_and_a_seat(actors: Actors) -> None:
    assert len(STATES) > 195
    for state in STATES:
        entry = actors.state(state)
        assert entry is not None, state
        assert entry.demonyms, state
        assert any(found.code == state for found in actors.lookup(entry.name)), state
        if state not in ("ATA", "HKG", "SGP", "VAT", "SMR", "STP"):
            assert entry.capital, state
        assert entry.iso2 is None or len(entry.iso2) == 2


@pytest.mark.parametrize(
    ("phrase", "wanted"),
    [
        ("the United States", "USA"),
        ("U.S.", "USA"),
        ("US", "USA"),
        ("USA", "USA"),
        ("America’s", "USA"),
        ("Britain's", "GBR"),
        ("UK", "GBR"),
        ("DPRK", "PRK"),
        ("the DRC", "COD"),
        ("UAE", "ARE"),
        ("Burma", "MMR"),
        ("Côte d’Ivoire", "CIV"),
        ("Cote d'Ivoire", "CIV"),
        ("Türkiye", "TUR"),
        ("Kosovo", "KOS"),
        ("Taiwan", "TWN"),
        ("Hong Kong", "HKG"),
        ("Guinea-Bissau", "GNB"),
        ("Czechs", "CZE"),
        ("Filipinos", "PHL"),
        ("Dutch", "NLD"),
        ("Israelis", "ISR"),
        ("Frenchmen", "FRA"),
        ("Swiss", "CHE"),
        ("Naypyitaw", "MMR"),
        ("the Hague", "NLD"),
        ("The Hague", "NLD"),
        ("Soviet Union", "RUS"),
        ("East Germany", "DDR"),
        ("Yugoslav", "YUG"),
        ("the Kremlin", "RUS"),
        ("Foggy Bottom", "USA"),
        ("Whitehall", "GBR"),
        ("Zhongnanhai", "CHN"),
        ("Holy See", "VAT"),
        ("Chechnya", "RUS"),
        ("Catalan", "ESP"),
        ("Xinjiang", "CHN"),
        ("Greenland", "DNK"),
        ("Puerto Rico", "USA"),
        ("Macau", "CHN"),
        ("Norway", "NOR"),
        ("Namibia", "NAM"),
    ],
)
def test_states_and_what_stands_for_them(actors: Actors, phrase: str, wanted: str) -> None:
    assert code(actors, phrase) == wanted


@pytest.mark.parametrize(
    ("phrase", "wanted"),
    [
        ("Abkhazia", "GEO"),
        ("South Ossetia", "GEO"),
        ("Nagorno-Karabakh", "AZE"),
        ("Northern Cyprus", "CYP"),
        ("Transnistria", "MDA"),
        ("Somaliland", "SOM"),
        ("Western Sahara", "MAR"),
        ("Donetsk People’s Republic", "UKR"),
        ("Luhansk People's Republic", "UKR"),
    ],
)
def test_entities_without_general_recognition_follow_plover(actors: Actors, phrase: str, wanted: str) -> None:
    assert code(actors, phrase) == wanted


def test_georgia_is_a_state_of_both_kinds(actors: Actors) -> None:
    assert {entry.code for entry in actors.lookup("Georgia")} == {"GEO", "USA"}
