"""Office holders by name, surname and office on a date; titles; the compiled file and the script that makes it."""

from __future__ import annotations

import csv
import gzip
import subprocess
import sys
from pathlib import Path

import pytest

from wader.errors import KnowledgeError
from wader.knowledge import offices as module
from wader.knowledge.names import person_key, surnames
from wader.knowledge.offices import Offices

PACKAGED = Path(module.__file__).parent
ROOT = Path(__file__).resolve().parents[2]
HEADER = "\t".join(module.COLUMNS)


@pytest.fixture(scope="module")
def offices() -> Offices:
    return module.load([PACKAGED])


def test_a_full_name_gives_the_office_of_the_day(offices: Offices) -> None:
    then, later = (
        offices.holders_named("Hillary Clinton", "2011-05-01")[0],
        offices.holders_named("Hillary Clinton", "2005-05-01"),
    )
    assert (then.code, then.office_class, then.sector) == ("USA", "foreign minister", "GOV")
    assert later[0].office_class != "foreign minister"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Recep Tayyip Erdogan", "Recep Tayyip Erdoğan"),
        ("Xi Jinping", "XI JINPING"),
        ("Angela Merkel's", "Angela Merkel"),
    ],
)
def test_spellings_of_a_name_meet(offices: Offices, one: str, other: str) -> None:
    assert offices.holders_named(one, "2020-06-01")
    assert offices.holders_named(one, "2020-06-01")[0] == offices.holders_named(other, "2020-06-01")[0]


def test_unknown_people_hold_nothing(offices: Offices) -> None:
    assert offices.holders_named("Nobody Ofthatname") == ()
    assert offices.surname("Ofthatname") == ()
    assert offices.holder("USA", "keeper of the marsh") is None
    assert offices.holder("XXX", "president") is None


@pytest.mark.parametrize(
    ("surname", "date", "name", "code"),
    [
        ("Blinken", "2022-03-01", "Antony Blinken", "USA"),
        ("Lavrov", "2015-03-01", "Sergey Lavrov", "RUS"),
        ("Xi", "2018-01-01", "Xi Jinping", "CHN"),
        ("Assad", "1995-01-01", "Hafez al-Assad", "SYR"),
        ("Assad", "2012-01-01", "Bashar al-Assad", "SYR"),
        ("Thatcher", "1985-01-01", "Margaret Thatcher", "GBR"),
        ("López Obrador", "2020-01-01", "Andrés Manuel López Obrador", "MEX"),
        ("Annan", "2002-01-01", "Kofi Annan", "UNO"),
    ],
)
def test_surnames_of_the_prominent(offices: Offices, surname: str, date: str, name: str, code: str) -> None:
    found = offices.surname(surname, date)
    assert found and (found[0].name, found[0].code) == (name, code)


def test_a_surname_is_nobodys_out_of_office(offices: Offices) -> None:
    assert not offices.surname("Blinken", "2010-01-01")
    assert not offices.surname("Thatcher", "1995-01-01")
    assert not offices.surname("Merkel", "2024-01-01")


@pytest.mark.parametrize(
    ("code", "office", "date", "name"),
    [
        ("USA", "Secretary of State", "2022-01-01", "Antony Blinken"),
        ("USA", "foreign minister", "2022-01-01", "Antony Blinken"),
        ("USA", "President", "1990-06-01", "George Bush"),
        ("GBR", "Prime Minister", "2021-01-01", "Boris Johnson"),
        ("DEU", "Chancellor", "2015-01-01", "Angela Merkel"),
        ("UNO", "Secretary-General", "2005-01-01", "Kofi Annan"),
        ("NATO", "secretary general", "2020-01-01", "Jens Stoltenberg"),
        ("FRA", "President", "1990-01-01", "Francois Mitterrand"),
        ("IND", "External Affairs Minister", "2022-01-01", "Subrahmanyam Jaishankar"),
        ("IND", "Foreign Secretary", "2016-01-01", "Subrahmanyam Jaishankar"),
    ],
)
def test_holder_of_an_office_on_a_day(offices: Offices, code: str, office: str, date: str, name: str) -> None:
    found = offices.holder(code, office, date)
    assert found is not None and found.name == name


def test_a_dependencys_leader_is_not_the_states(offices: Offices) -> None:
    state, island = (
        offices.holder("NLD", "prime minister", "2020-01-01"),
        offices.holder("Aruba", "prime minister", "2020-01-01"),
    )
    assert state is not None and island is not None
    assert state.name != island.name and island.code == "NLD" and island.organisation == "Aruba"


def test_open_ends_are_read_with_the_day_they_were_seen(tmp_path: Path) -> None:
    rows = [
        "Ada Reed\t\tSWE\t\tMinister of Foreign Affairs\tGOV\t2001\t\t2004\t\town",
        "Bo Marsh\t\tSWE\t\tMinister of Foreign Affairs\tGOV\t2010-02\t2012\t\t\town",
        "Cy Fen\t\tSWE\t\tMinister of Finance\tGOV\t\t\t2004-05\t\town",
    ]
    (tmp_path / "offices.tsv").write_text("\n".join([HEADER, *rows]) + "\n")
    (tmp_path / "titles.yaml").write_bytes((PACKAGED / "titles.yaml").read_bytes())
    own = module.load([tmp_path])
    ada, bo, cy = own.holders_named("Ada Reed")[0], own.holders_named("Bo Marsh")[0], own.holders_named("Cy Fen")[0]
    assert [module.validity(ada, day) for day in ("2000-12-31", "2004-12-01", "2007-01-01")] == [2, 0, 1]
    assert [module.validity(bo, day) for day in ("2010-01-31", "2010-02-01", "2012-12-31", "2013-01-01")] == [
        2,
        0,
        0,
        2,
    ]
    assert [module.validity(cy, day) for day in ("2005-01-01", "2015-01-01")] == [1, 2]
    held = own.holder("SWE", "foreign minister", "2011-01-01")
    assert held is not None and held.name == "Bo Marsh"


@pytest.mark.parametrize(
    ("name", "code", "wanted"),
    [
        ("Bashar al-Assad", "SYR", ("assad", "al assad")),
        ("Wang Yi", "CHN", ("wang", "yi")),
        ("Martin Luther King Jr.", "USA", ("king", "luther king")),
        ("Suharto", "IDN", ("suharto",)),
    ],
)
def test_surname_keys(name: str, code: str, wanted: tuple[str, ...]) -> None:
    assert surnames(name, code) == wanted


def test_person_keys_fold_transliterations() -> None:
    assert person_key("Muhammad Zarif") == person_key("Mohammed Zarif")
    assert person_key("Dmytro Kuleba") != person_key("Dmitry Kuleba")


# --- titles ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "office", "sector", "kind"),
    [
        ("President", "head of state", "GOV", "office"),
        ("Prime Minister", "head of government", "GOV", "office"),
        ("Foreign Minister", "foreign minister", "GOV", "office"),
        ("Secretary of State", "foreign minister", "GOV", "office"),
        ("Minister for Foreign Affairs", "foreign minister", "GOV", "office"),
        ("External Affairs Minister", "foreign minister", "GOV", "office"),
        ("Defence Minister", "defence minister", "GOV", "office"),
        ("Defense Secretary", "defence minister", "GOV", "office"),
        ("Minister of Health", "minister", "GOV", "office"),
        ("Gen.", None, "MIL", "rank"),
        ("Lt. Col.", None, "MIL", "rank"),
        ("Senior General", None, "MIL", "rank"),
        ("Col", None, "MIL", "rank"),
        ("Sheikh", None, None, "noble"),
        ("Ayatollah", None, "REL", "clergy"),
        ("spokesman", "spokesperson", None, "office"),
        ("Sen.", "legislator", "LEG", "office"),
        ("Mr.", None, None, "courtesy"),
        ("Daw", None, None, "courtesy"),
        ("Chief Justice", "judge", "JUD", "office"),
        ("Police Commissioner", None, "COP", "rank"),
    ],
)
def test_titles(offices: Offices, title: str, office: str | None, sector: str | None, kind: str) -> None:
    entry = offices.title(title)
    assert entry is not None
    assert (entry.office, entry.sector, entry.kind) == (office, sector, kind)
    assert not entry.former


def test_titles_with_qualifiers(offices: Offices) -> None:
    deputy, former, hyphened = (
        offices.title("Deputy", "Foreign", "Minister"),
        offices.title("former Prime Minister"),
        offices.title("ex-President"),
    )
    assert deputy is not None and deputy.deputy and deputy.office == "foreign minister"
    assert former is not None and former.former and not former.deputy
    assert hyphened is not None and hyphened.former
    found = offices.longest_title(["then", "-", "Foreign", "Minister", "Lee"], 0)
    assert found is not None and found[0] == 4 and found[1].former


@pytest.mark.parametrize("word", ["count", "ma", "father", "chief", "sir", "table", ""])
def test_ordinary_words_are_no_titles(offices: Offices, word: str) -> None:
    assert offices.title(word) is None


@pytest.mark.parametrize(
    ("office", "code", "wanted"),
    [
        ("Minister of Foreign Trade", "BRA", "minister"),
        ("Minister of State for Foreign Affairs", "ARE", "deputy minister"),
        ("Deputy Prime Minister", "IRL", "deputy head of government"),
        ("Member of the Knesset", "ISR", "legislator"),
        ("Premier of Quebec", "CAN", None),
        ("Premier", "CHN", "head of government"),
        ("Chancellor", "GBR", "finance minister"),
        ("Chancellor", "AUT", "head of government"),
        ("Secretary of State", "USA", "foreign minister"),
        ("Ambassador to France", "DEU", "ambassador"),
        ("President of the Senate", "ITA", "speaker"),
        ("Governor of the Central Bank", "KEN", "central bank governor"),
    ],
)
def test_offices_are_classed(offices: Offices, office: str, code: str, wanted: str | None) -> None:
    assert offices.titles.office_class(office, code) == wanted


# --- files -------------------------------------------------------------------------------------------------


def test_the_compiled_file_keeps_its_sources_and_no_share_alike_rows() -> None:
    with gzip.open(PACKAGED / "offices.csv.gz", "rt", encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) > 85_000
    assert not [row for row in rows if "BY-SA" in row["licence"]]
    assert all(row["source"] and row["licence"] and row["name"] and len(row["code"]) == 3 for row in rows)
    assert not {"XKX", "SUN", "ABW", "PRI"} & {row["code"] for row in rows}


def test_a_users_rows_come_first_and_a_wrong_header_is_refused(tmp_path: Path) -> None:
    (tmp_path / "offices.tsv").write_text(
        f"{HEADER}\nAda Reed\t\tNOR\t\tPrime Minister\tGOV\t2020-01-01\t\t2030\t\town\n"
    )
    laid = module.load([PACKAGED, tmp_path])
    found = laid.holder("NOR", "prime minister", "2024-01-01")
    assert found is not None and found.name == "Ada Reed"
    (tmp_path / "offices.tsv").write_text("person\tjob\n")
    with pytest.raises(KnowledgeError, match=r"offices\.tsv"):
        module.load([tmp_path]).surname("Reed")


def test_the_script_compiles_the_same_bytes(tmp_path: Path) -> None:
    reference = ROOT / "shared" / "reference"
    if not reference.exists():
        reference = ROOT.parent / "shared" / "reference"
    if not reference.exists():
        pytest.skip("shared/reference is not here")
    (tmp_path / "countries.yaml").write_bytes((PACKAGED / "countries.yaml").read_bytes())
    subprocess.run([sys.executable, ROOT / "training/build_reference.py", reference, "--to", tmp_path], check=True)
    for name in ("groups.csv.gz", "offices.csv.gz"):
        assert (tmp_path / name).read_bytes() == (PACKAGED / name).read_bytes(), (
            f"{name}: run training/build_reference.py"
        )
