"""``wader actors accept`` beside what the user wrote already, and beside other writers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests import pages
from tests.command import Done, environment, here

ROWS = [
    {"id": "a", "text": "Jane Wafula, Kenya's finance minister since March 2021, thanked Uganda for the loan.",
     "date": "2023-05-03"},
    {"id": "b", "text": "Aldo Marten, Chile's energy minister, met Peru's envoy on Monday.", "date": "2023-05-04"},
    {"id": "c", "text": "The Lake Dawn Front, a Chadian rebel group, attacked a village on Friday.",
     "date": "2023-05-05"},
]  # fmt: skip
HEAD = "name\taliases\tcode\torganisation\toffice\tsector\tsince\tuntil\tas_of\twikidata_id\tsource\n"


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("accepting")
    done = here("run", pages.write_rows(folder / "rows.jsonl", ROWS), "--to", folder / "store")
    assert done.code == 0, done.err
    return folder / "store"


@pytest.fixture
def mine(tmp_path) -> Path:
    (tmp_path / "mine").mkdir()
    return tmp_path / "mine"


def accept(store: Path, folder: Path, *more: object, code: int = 0) -> Done:
    done = here("actors", "accept", *more, "--store", store, "--knowledge", folder, "--no-count")
    assert done.code == code, done.err
    return done


def test_the_row_that_the_user_wrote_stays_until_it_is_asked_for(store, mine):
    wrote = HEAD + "Jane Wafula\tJ. Wafula\tKEN\t\tMinister of Finance\tGOV\t2020\t\t\tQ7\tthe gazette\n"
    (mine / "offices.tsv").write_text(wrote)
    done = accept(store, mine, "Jane Wafula")
    assert (mine / "offices.tsv").read_text() == wrote and "1 left" in done.out.decode()
    assert "there already, and differs: Jane Wafula" in done.err and "since 2020 (the pages: 2021-03)" in done.err
    more = "Jane Wafula\t\tKEN\t\tFinance Minister\tGOV\t2021-03\t\t\tQ7\tthe gazette\n"
    (mine / "offices.tsv").write_text(wrote + more)
    assert "written: Jane Wafula" in accept(store, mine, "Jane Wafula", "--replace").err
    [line] = (mine / "offices.tsv").read_text().splitlines()[1:]
    assert "2021-03" in line and "proposed by a" in line


def test_only_rows_that_differ_are_told(store, mine):
    same = "Jane Wafula\t\tKEN\t\tfinance minister\tGOV\t2021-03\t\t\t\tthe gazette\n"
    other = same.replace("2021-03", "2020")
    for rows in (same + other, other + same):
        (mine / "offices.tsv").write_text(HEAD + rows)
        told = accept(store, mine, "Jane Wafula").err
        assert told.count("yours says") == 1 and "yours says since 2020 (the pages: 2021-03)." in told
    (mine / "offices.tsv").write_text(HEAD + same + same)
    assert "differs" not in accept(store, mine, "Jane Wafula").err


@pytest.mark.parametrize(
    ("file", "wrote"),
    [
        ("offices.tsv", HEAD + "Jane Wafula\t\tKEN\t\tFinance Minister\t\t\t\t\t\tgone\n"),
        ("persons.yaml", "- {kind: person, code: KEN, sector: OPP, names: [J. Wafula | Jane Wafula]}\n"),
        ("persons.yaml", "- {gone: true, names: [Jane Wafula]}\n"),
    ],
)
def test_what_the_user_listed_or_took_away_stays(store, mine, file, wrote):
    (mine / file).write_text(wrote)
    assert "there already, and differs: Jane Wafula" in accept(store, mine, "Jane Wafula").err
    assert [(p.name, p.read_text()) for p in sorted(mine.iterdir())] == [(file, wrote)]


def test_a_list_entry_of_the_user_stays_too(store, mine):
    wrote = "- {kind: armed group, code: TCD, sector: REB, names: [Lake Dawn Front | LDF], source: mine}\n"
    (mine / "movements.yaml").write_text(wrote)
    assert "aliases LDF (the pages: –)" in accept(store, mine, "Lake Dawn Front").err
    assert (mine / "movements.yaml").read_text() == wrote
    accept(store, mine, "Lake Dawn Front", "--replace")
    assert "LDF" not in (mine / "movements.yaml").read_text()


def test_another_term_of_the_user_is_no_contradiction(store, mine):
    wrote = HEAD + "Jane Wafula\t\tKEN\t\tFinance Minister\tGOV\t2010\t2014\t\t\tthe gazette\n"
    (mine / "offices.tsv").write_text(wrote)
    assert "written: Jane Wafula" in accept(store, mine, "Jane Wafula").err
    assert (mine / "offices.tsv").read_text().startswith(wrote)


def test_what_was_accepted_before_is_brought_up_to_date(store, mine, tmp_path):
    accept(store, mine, "Aldo Marten")
    more = [*ROWS, {"id": "d", "text": "Chile's energy minister Aldo Marten thanked Peru.", "date": "2023-08-08"}]
    here("run", pages.write_rows(tmp_path / "more.jsonl", more), "--to", tmp_path / "store")
    assert "written: Aldo Marten" in accept(tmp_path / "store", mine, "Aldo Marten").err
    [line] = [line for line in (mine / "offices.tsv").read_text().splitlines() if line.startswith("Aldo")]
    assert "2023-08-08" in line and "proposed by b, d" in line


def test_a_name_that_cannot_be_written_stops_no_other(store, mine):
    wrote = "[{kind: party, code: KEN, names: [Ann Bo]}]\n"  # nothing can be put behind a list in brackets
    (mine / "movements.yaml").write_text(wrote)
    done = accept(store, mine, "--all", "--min-documents", "1", code=3)
    assert "skipped: Lake Dawn Front" in done.err and "by hand" in done.err
    assert "written: Aldo Marten" in done.err and "written: Jane Wafula" in done.err
    assert "2 names accepted" in done.out.decode() and (mine / "movements.yaml").read_text() == wrote


def test_an_empty_table_of_offices_says_nothing(store, mine):
    (mine / "offices.tsv").write_text("\n")
    assert here("actors", "list", "--own", "--knowledge", mine).code == 0
    accept(store, mine, "Aldo Marten")
    assert (mine / "offices.tsv").read_text().startswith(HEAD)


def test_writers_at_once_lose_nothing(store, tmp_path):
    mine = tmp_path / "new" / "mine"  # neither is there yet
    given = [["add", f"Ann Bo{n}", "--code", "KEN"] for n in range(3)]
    given += [["accept", name, "--store", store, "--no-count"] for name in ("Jane Wafula", "Aldo Marten")]
    started = [
        subprocess.Popen([sys.executable, "-m", "wader", "actors", *map(str, each), "--knowledge", str(mine)],
                         env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for each in given
    ]  # fmt: skip
    for process in started:
        said = process.communicate(timeout=300)[1]
        assert process.returncode == 0, said
    people, offices = (mine / "persons.yaml").read_text(), (mine / "offices.tsv").read_text()
    assert all(f"Ann Bo{n}" in people for n in range(3)) and "Jane Wafula" in offices and "Aldo Marten" in offices
    assert sorted(path.name for path in mine.iterdir()) == ["offices.tsv", "persons.yaml"]


def test_a_store_coded_with_a_dictionary_is_previewed_with_it(mine, tmp_path):
    words = tmp_path / "my.actors.txt"
    words.write_text("TOLVEN_BAND_ [KENREB]\n")
    rows = [*ROWS, {"id": "d", "text": "Tolven Band attacked Chile's energy minister on Friday. Marten fled.",
                    "date": "2023-05-04"}]  # fmt: skip
    path = pages.write_rows(tmp_path / "rows.jsonl", rows)
    assert here("run", path, "--to", tmp_path / "store", "--actors", words).code == 0
    given = ("--store", tmp_path / "store", "--knowledge", mine)
    refused = here("actors", "accept", "Aldo Marten", *given)
    assert refused.code == 2 and f"--actors {words}" in refused.err and not list(mine.iterdir())
    assert here("actors", "accept", "Aldo Marten", *given, "--actors", words).code == 0
    assert f"--actors {words}" in here("actors", "preview", *given).err
    done = here("actors", "preview", *given, "--actors", words, "--format", "jsonl")
    assert done.code == 0 and "other knowledge" not in done.err
    assert all(e["code"] != "KEN" for row in done.rows if row["change"] == "removed" for e in row["before"]["actor"])


def test_a_broken_file_of_names_is_told(store, tmp_path):
    import shutil

    broken = tmp_path / "broken"
    shutil.copytree(store, broken)
    for path in (broken / "names").glob("*.parquet"):
        path.write_bytes(b"not a table")
    for command in (["actors", "proposals"], ["actors", "accept", "Aldo Marten", "--knowledge", tmp_path / "m"]):
        done = here(*command, "--store", broken)
        assert done.code == 1 and "damaged" in done.err and "fault in Wader" not in done.err
