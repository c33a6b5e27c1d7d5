"""The gazetteer: compiled once, found again, the same order always; former names, regions, institutions."""

from __future__ import annotations

import csv
import math
import os
import pickle
from pathlib import Path

import pytest

from wader.errors import KnowledgeError
from wader.knowledge import PACKAGED, gazetteer_build
from wader.knowledge.gazetteer import ABBREVIATION, INSTITUTION, Gazetteer, cache_directory, fold, load, read_regions


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load([PACKAGED])


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compile our own lists only, in a moment."""
    monkeypatch.setattr(gazetteer_build._Builder, "divisions", lambda self, points: {})
    monkeypatch.setattr(gazetteer_build._Builder, "cities", lambda self, parents: None)


@pytest.mark.parametrize(
    ("name", "key"),
    [("São Tomé & Príncipe", "sao tome and principe"), ("the U.K.", "uk"), ("Saint-Denis", "st denis"),
     ("Mount Elgon", "mt elgon"), ("Sana’a", "sanaa"), ("Łódź", "lodz"), ("Москва", ""), ("", ""), ("...", "")],
)  # fmt: skip
def test_fold(name: str, key: str) -> None:
    assert fold(name) == key


@pytest.mark.parametrize(
    ("former", "today", "country"),
    [("Rangoon", "Yangon", "MMR"), ("Kiev", "Kyiv", "UKR"), ("Peking", "Beijing", "CHN"), ("Bombay", "Mumbai", "IND"),
     ("Saigon", "Ho Chi Minh City", "VNM"), ("Leningrad", "Saint Petersburg", "RUS"), ("Burma", "Myanmar", "MMR"),
     ("Swaziland", "Eswatini", "SWZ"), ("Kosovo", "Kosovo", "KOS")],
)  # fmt: skip
def test_former_names(gazetteer: Gazetteer, former: str, today: str, country: str) -> None:
    found = [e for e in gazetteer.lookup(former) if e.country_code == country]
    assert today in {e.name for e in found}


@pytest.mark.parametrize(
    "name", ["Donbas", "Sahel", "Kurdistan", "Golan Heights", "Strait of Hormuz", "South China Sea", "Rojava"]
)
def test_named_regions(gazetteer: Gazetteer, name: str) -> None:
    assert any(e.kind in ("region", "other") for e in gazetteer.lookup(name))


def test_a_region_that_is_a_province_has_its_id(gazetteer: Gazetteer) -> None:
    crimea = gazetteer.lookup("Crimea")[0]
    assert (crimea.geonameid, crimea.country_code, crimea.kind) == (703883, "UKR", "region")


def test_institutions_and_abbreviations(gazetteer: Gazetteer) -> None:
    kremlin = gazetteer.lookup("the Kremlin")[0]
    assert (kremlin.name, kremlin.how) == ("Moscow", INSTITUTION)
    assert ABBREVIATION in {e.how for e in gazetteer.lookup("Calif.") if e.name == "California"}


def test_every_country_has_codes_and_a_point(gazetteer: Gazetteer) -> None:
    lines = [r for r in (PACKAGED / "country_points.tsv").read_text("utf-8").splitlines() if not r.startswith("#")]
    rows = list(csv.DictReader(lines, delimiter="\t"))
    assert len(rows) == 250
    for row in rows:
        entry = gazetteer.country(row["iso3"])
        assert entry is not None
        assert entry is gazetteer.country(row["iso2"])
        assert (entry.country_code, entry.level, entry.geonameid) == (row["iso3"], "country", int(row["geonameid"]))
        assert -90 <= entry.lat <= 90
        assert -180 <= entry.lon <= 180
    assert gazetteer.country("XXX") is None
    assert gazetteer.country(None) is None


def test_provinces_have_points_and_cities_their_parents(gazetteer: Gazetteer) -> None:
    bavaria = next(e for e in gazetteer.lookup("Bavaria") if e.level == "admin1")
    assert math.dist((bavaria.lat, bavaria.lon), (48.8, 11.5)) < 1
    nuremberg = next(e for e in gazetteer.lookup("Nuremberg") if e.country_code == "DEU")
    assert nuremberg.admin1 == bavaria.id
    assert gazetteer.place(bavaria.id).name == bavaria.name  # type: ignore[union-attr]


def test_order_is_fixed_and_callers_cannot_change_it(gazetteer: Gazetteer) -> None:
    first = gazetteer.lookup("Victoria")
    again = load([PACKAGED]).lookup("Victoria")
    assert first == again
    first.clear()
    assert gazetteer.lookup("Victoria") == again


def test_unknown_and_foreign_names(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Qwxzzyk") == []
    assert gazetteer.lookup("北京") == []
    assert gazetteer.lookup("'; DROP TABLE names; --") == []
    assert gazetteer.weight("Qwxzzyk") < 0 < gazetteer.weight("Nigeria")


def test_a_pickle_and_a_fork_open_the_file_anew(gazetteer: Gazetteer) -> None:
    copy = pickle.loads(pickle.dumps(gazetteer))
    assert copy.lookup("Lusaka") == gazetteer.lookup("Lusaka")
    if hasattr(os, "fork"):
        child = os.fork()
        if child == 0:
            os._exit(0 if gazetteer.lookup("Gaborone") else 1)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_where_the_file_lies(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WADER_CACHE", str(tmp_path / "mine"))
    assert cache_directory() == tmp_path / "mine"
    monkeypatch.delenv("WADER_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    assert cache_directory() == tmp_path / "wader"


def test_compiled_once_and_whole(cheap: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WADER_CACHE", str(tmp_path))
    path = load([PACKAGED]).path()
    assert path.parent == tmp_path
    assert [p.name for p in tmp_path.iterdir()] == [path.name]  # no temporary file, no lock left
    monkeypatch.setattr(gazetteer_build, "build", lambda *_: pytest.fail("compiled twice"))
    assert load([PACKAGED]).path() == path


def test_a_failed_compilation_leaves_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fails(target: Path, sources: object) -> None:
        target.write_text("half")
        raise KnowledgeError("no")

    monkeypatch.setenv("WADER_CACHE", str(tmp_path))
    monkeypatch.setattr(gazetteer_build, "build", fails)
    with pytest.raises(KnowledgeError):
        load([PACKAGED]).path()
    assert not list(tmp_path.glob("*.sqlite"))
    assert not list(tmp_path.glob(".gazetteer*"))


def test_falls_back_where_the_cache_cannot_be_written(
    cheap: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("WADER_CACHE", str(blocked / "cache"))
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    path = load([PACKAGED]).path()
    assert tmp_path in path.parents
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(blocked))
    with pytest.raises(KnowledgeError, match="WADER_CACHE"):
        load([PACKAGED]).path()


def test_an_overlay_adds_places(cheap: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WADER_CACHE", str(tmp_path / "cache"))
    overlay = tmp_path / "mine"
    overlay.mkdir()
    (overlay / "regions.yaml").write_text(
        "regions:\n  - {name: Greater Lagoonia, lat: 1.5, lon: 2.5, country: null, aliases: [Lagoonland]}\n"
        "names:\n  - [Lagoonia-by-the-Sea, Kenya, KEN]\n"
    )
    laid_over = load([PACKAGED, overlay])
    assert laid_over.hash != load([PACKAGED]).hash
    assert [(e.name, e.lat, e.geonameid) for e in laid_over.lookup("Lagoonland")] == [("Greater Lagoonia", 1.5, None)]
    assert laid_over.lookup("Lagoonia-by-the-Sea")[0].country_code == "KEN"


@pytest.mark.parametrize("text", ["- a list", "regions: [", "regions:\n  - {name: Nowhere}", "names:\n  - [one, two]"])
def test_a_malformed_overlay_is_named(cheap: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str) -> None:
    monkeypatch.setenv("WADER_CACHE", str(tmp_path / "cache"))
    file = tmp_path / "regions.yaml"
    file.write_text(text)
    with pytest.raises(KnowledgeError, match=r"regions\.yaml"):
        load([PACKAGED, tmp_path]).lookup("Nowhere")


def test_our_lists_are_sound(gazetteer: Gazetteer) -> None:
    data = read_regions(PACKAGED / "regions.yaml")
    places = [row for section in ("regions", "waters", "heights", "sites") for row in data[section]]
    assert len(places) >= 250
    for row in places:
        assert -90 <= row["lat"] <= 90, row
        assert -180 <= row["lon"] <= 180, row
        assert row["country"] is None or gazetteer.country(row["country"]), row
        assert all(isinstance(name, str) for name in [row["name"], *row.get("aliases", [])]), row
    for section in ("names", "institutions", "adjectives"):
        for name, target, country in data[section]:
            assert any(e.country_code == country for e in gazetteer.lookup(target)), (name, target, country)
            assert gazetteer.lookup(name), name
    assert all(isinstance(word, str) for word in data["common_words"])
    assert all(isinstance(form, str) for forms in data["abbreviations"].values() for form in forms)
