"""Names of actors: states, peoples, organisations, groups; traps of case and of words; longest match; overlay."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from wader.errors import KnowledgeError
from wader.knowledge import actors as module
from wader.knowledge.actors import Actors

PACKAGED = Path(module.__file__).parent
# The states of the Correlates of War list as ISO codes (KOS for Kosovo), with those that PLOVER adds.
STATES = (
    "AFG",
    "AGO",
    "ALB",
    "AND",
    "ARE",
    "ARG",
    "ARM",
    "AUS",
    "AUT",
    "AZE",
    "BDI",
    "BEL",
    "BEN",
    "BFA",
    "BGD",
    "BGR",
    "BHR",
    "BHS",
    "BIH",
    "BLR",
    "BLZ",
    "BOL",
    "BRA",
    "BRB",
    "BRN",
    "BTN",
    "BWA",
    "CAF",
    "CAN",
    "CHE",
    "CHL",
    "CHN",
    "CIV",
    "CMR",
    "COD",
    "COG",
    "COL",
    "COM",
    "CPV",
    "CRI",
    "CUB",
    "CYP",
    "CZE",
    "DEU",
    "DJI",
    "DMA",
    "DNK",
    "DOM",
    "DZA",
    "ECU",
    "EGY",
    "ERI",
    "ESP",
    "EST",
    "ETH",
    "FIN",
    "FJI",
    "FRA",
    "FSM",
    "GAB",
    "GBR",
    "GEO",
    "GHA",
    "GIN",
    "GMB",
    "GNB",
    "GNQ",
    "GRC",
    "GRD",
    "GTM",
    "GUY",
    "HND",
    "HRV",
    "HTI",
    "HUN",
    "IDN",
    "IND",
    "IRL",
    "IRN",
    "IRQ",
    "ISL",
    "ISR",
    "ITA",
    "JAM",
    "JOR",
    "JPN",
    "KAZ",
    "KEN",
    "KGZ",
    "KHM",
    "KIR",
    "KNA",
    "KOR",
    "KOS",
    "KWT",
    "LAO",
    "LBN",
    "LBR",
    "LBY",
    "LCA",
    "LIE",
    "LKA",
    "LSO",
    "LTU",
    "LUX",
    "LVA",
    "MAR",
    "MCO",
    "MDA",
    "MDG",
    "MDV",
    "MEX",
    "MHL",
    "MKD",
    "MLI",
    "MLT",
    "MMR",
    "MNE",
    "MNG",
    "MOZ",
    "MRT",
    "MUS",
    "MWI",
    "MYS",
    "NAM",
    "NER",
    "NGA",
    "NIC",
    "NLD",
    "NOR",
    "NPL",
    "NRU",
    "NZL",
    "OMN",
    "PAK",
    "PAN",
    "PER",
    "PHL",
    "PLW",
    "PNG",
    "POL",
    "PRK",
    "PRT",
    "PRY",
    "QAT",
    "ROU",
    "RUS",
    "RWA",
    "SAU",
    "SDN",
    "SEN",
    "SGP",
    "SLB",
    "SLE",
    "SLV",
    "SMR",
    "SOM",
    "SRB",
    "SSD",
    "STP",
    "SUR",
    "SVK",
    "SVN",
    "SWE",
    "SWZ",
    "SYC",
    "SYR",
    "TCD",
    "TGO",
    "THA",
    "TJK",
    "TKM",
    "TLS",
    "TON",
    "TTO",
    "TUN",
    "TUR",
    "TUV",
    "TWN",
    "TZA",
    "UGA",
    "UKR",
    "URY",
    "USA",
    "UZB",
    "VCT",
    "VEN",
    "VNM",
    "VUT",
    "WSM",
    "YEM",
    "ZAF",
    "ZMB",
    "ZWE",
    "ATG",
    "VAT",
    "HKG",
    "PSE",
    "ATA",
)
CODES = frozenset(STATES) | {"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC", "DDR", "CSK", "YUG"}
SECTORS = frozenset(
    [
        "COP",
        "GOV",
        "JUD",
        "LEG",
        "MIL",
        "PRM",
        "PTY",
        "REB",
        "SPY",
        "UAF",
        "AGR",
        "BUS",
        "CRM",
        "CVL",
        "EDU",
        "ELI",
        "JRN",
        "LAB",
        "MED",
        "REF",
        "OPP",
        "REL",
        "SOC",
    ]
)


@pytest.fixture(scope="module")
def actors() -> Actors:
    return module.load([PACKAGED])


def code(actors: Actors, phrase: str) -> str | None:
    found = actors.lookup(phrase)
    return found[0].code if found else None


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


@pytest.mark.parametrize(
    "phrase",
    [
        "us",
        "who",
        "is",
        "turkey",
        "chad",
        "let",
        "Let",
        "Who",
        "ice",
        "polish",
        "it",
        "congress",
        "labour",
        "target",
        "hague",
        "care",
        "quartet",
    ],
)
def test_ordinary_words_name_nobody(actors: Actors, phrase: str) -> None:
    assert actors.lookup(phrase) == ()


@pytest.mark.parametrize(
    ("phrase", "doubt"),
    [
        ("Jordan", "person"),
        ("Chad", "person"),
        ("Washington", "person"),
        ("Georgia", "place"),
        ("Niger", "place"),
        ("Turkey", "word"),
        ("Polish", "word"),
        ("WHO", "word"),
        ("IS", "word"),
        ("Supreme Court", "generic"),
        ("Germany", None),
        ("Hezbollah", None),
        ("UNHCR", None),
    ],
)
def test_doubtful_names_say_so(actors: Actors, phrase: str, doubt: str | None) -> None:
    assert actors.lookup(phrase)[0].ambiguous == doubt


def test_georgia_is_a_state_of_both_kinds(actors: Actors) -> None:
    assert {entry.code for entry in actors.lookup("Georgia")} == {"GEO", "USA"}


def test_generic_bodies_list_their_states(actors: Actors) -> None:
    assert len({entry.code for entry in actors.lookup("Supreme Court")}) > 10


def test_groups_that_changed_sides_carry_dates(actors: Actors) -> None:
    taliban = [(e.sector, e.since, e.until) for e in actors.lookup("the Taliban") if e.code == "AFG"]
    assert ("REB", None, "2021-08-15") in taliban and ("GOV", "2021-08-15", None) in taliban


@pytest.mark.parametrize(
    ("words", "i", "taken", "wanted"),
    [
        (["the", "Democratic", "Republic", "of", "the", "Congo", "'s", "army"], 1, 5, "COD"),
        (["al", "-", "Qaeda", "in", "the", "Islamic", "Maghreb"], 0, 7, "IMG"),
        (["Guinea", "-", "Bissau"], 0, 3, "GNB"),
        (["the", "Quad", "met"], 0, 2, "IGO"),
        (["U.S.", "and", "British", "jets"], 0, 1, "USA"),
        (["People", "'s", "Liberation", "Army", "jets"], 0, 4, "CHN"),
        (["New", "Zealand", ",", "Australia"], 0, 2, "NZL"),
    ],
)
def test_longest_takes_the_whole_name_and_no_more(
    actors: Actors, words: list[str], i: int, taken: int, wanted: str
) -> None:
    found = actors.longest(words, i)
    assert found is not None
    assert found[0] == taken
    assert found[1][0].code == wanted


def test_longest_finds_nothing_where_no_name_starts(actors: Actors) -> None:
    words = ["Republic", "the", ",", "met", "", "…", "'s", "(", "\u200b"]
    assert [actors.longest(words, i) for i in range(1, len(words))] == [None] * (len(words) - 1)


def test_spelling_restores_capitals_and_keeps_lengths(actors: Actors) -> None:
    words = ["people's", "liberation", "army", "and", "côte", "d'ivoire"]
    assert actors.spelling(words, 0) == ["People's", "Liberation", "Army"]
    assert actors.spelling(words, 4) == ["Côte", "d'Ivoire"]
    assert actors.spelling(words, 3) is None


def test_members_by_date(actors: Actors) -> None:
    assert "FIN" in actors.members("NATO", "2024-01-01")
    assert "FIN" not in actors.members("NATO", "2022-01-01")
    assert "GBR" in actors.members("EUR", "2019-06-01")
    assert "GBR" not in actors.members("EUR")
    assert actors.members("the Quad") == ("AUS", "IND", "JPN", "USA")
    assert len(actors.members("OPEC")) >= 10
    assert actors.members("no such body") == ()


def test_every_code_sector_and_source_is_known(actors: Actors) -> None:
    for records in actors._index.values():
        for record in records:
            entry = record.entry
            assert entry.code is None or entry.code in CODES, entry
            assert entry.sector is None or entry.sector in SECTORS, entry
            assert set(entry.other_sectors) <= SECTORS, entry
            assert entry.ambiguous in (None, "person", "word", "place", "generic"), entry
            assert ":" in entry.entry and entry.identifier_text


def test_no_group_takes_the_name_of_a_state(actors: Actors) -> None:
    for state in actors.states():
        assert not [e for e in actors.lookup(state.name) if e.entry.startswith("groups.")], state.name


def test_an_overlay_replaces_a_name_and_adds_one(tmp_path: Path) -> None:
    (tmp_path / "organisations.yaml").write_text(
        "- {kind: ngo, code: NGO, sector: SOC, names: [Wetland Watch, {name: Boeing, aliases: []}]}\n"
    )
    laid = module.load([PACKAGED, tmp_path])
    assert laid.lookup("Wetland Watch")[0].sector == "SOC"
    assert [e.kind for e in laid.lookup("Boeing")] == ["ngo"]
    assert laid.lookup("Germany")[0].code == "DEU"


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "metonyms.yaml").write_text("- {kind: [")
    with pytest.raises(KnowledgeError, match=r"metonyms\.yaml"):
        module.load([tmp_path])


def test_a_malformed_entry_is_named(tmp_path: Path) -> None:
    (tmp_path / "movements.yaml").write_text("- {code: NLD, names: [Reed Party]}")
    with pytest.raises(KnowledgeError, match=r"movements\.yaml.*kind"):
        module.load([tmp_path])


def test_two_processes_find_the_same_order() -> None:
    script = (
        "from pathlib import Path; from wader.knowledge import actors; "
        f"a = actors.load([Path({str(PACKAGED)!r})]); "
        "print([e.code for e in a.lookup('National Assembly')], a.members('OPEC'))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={"PYTHONPATH": str(PACKAGED.parent.parent), "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1 and "[" in outputs.pop()
