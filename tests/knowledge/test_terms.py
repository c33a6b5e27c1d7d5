"""What holds on a day is one rule: what ``wader actors --on`` lists is what the same day's page is coded to."""

from __future__ import annotations

import json

import pytest

import wader
from tests.command import here
from wader.knowledge.offices import COLUMNS
from wader.knowledge.terms import standing


@pytest.mark.parametrize(
    ("since", "until", "as_of", "date", "said"),
    [
        ("2019-07", None, None, "2019-07-15", "perhaps"),  # in July: not before it
        ("2019-07", None, None, "2019-06-30", "future"),
        ("2019", "2021-03", None, "2021-03-31", "in"),
        ("2019", "2021-03", None, "2021-04-01", "past"),
        (None, "2021-03", None, "2010-01-01", "perhaps"),
        ("2019", None, "2022-05", "2022-05-20", "in"),
        ("2019", None, "2022-05", "2029-01-01", "perhaps"),
        (None, None, "2019-06-04", "2021-12-31", "perhaps"),
        (None, None, "2019-06-04", "2017-01-01", "perhaps"),
        (None, None, "2019-06-04", "2022-01-01", "past"),
        (None, None, "2019-06-04", "2016-12-31", "future"),
        (None, None, None, "1990-01-01", "perhaps"),
        ("2019", "2020", None, None, "in"),
    ],
)
def test_dates_are_read_as_far_as_they_are_known(since, until, as_of, date, said):
    assert standing(since, until, as_of, date) == said


ROWS = {
    "Ada Tarn": "\t\t2019-06-04",
    "Bela Morn": "2019-07\t\t",
    "Cleo Varn": "2015\t2019-07\t",
}


@pytest.fixture
def mine(tmp_path):
    rows = [f"{name}\t\tNOR\t\tMinister of Transport\tGOV\t{term}\t\town" for name, term in ROWS.items()]
    (tmp_path / "offices.tsv").write_text("\n".join(["\t".join(COLUMNS), *rows, ""]))
    (tmp_path / "persons.yaml").write_text(
        "- {kind: person, code: NOR, sector: LAB,\n"
        "   names: [{name: Dora Fenn, until: 2019-07}, {name: Eli Gorm, as_of: 2011}]}\n"
    )
    return tmp_path


@pytest.mark.parametrize("date", ["2010-03-01", "2017-05-05", "2019-07-31", "2019-08-01", "2021-11-30", "2023-02-02"])
def test_the_registry_lists_for_a_day_whom_a_page_of_that_day_is_coded_to(mine, date):
    done = here("actors", "list", "--own", "--on", date, "--format", "jsonl", "--knowledge", mine)
    listed = {row["name"] for row in map(json.loads, done.out.splitlines())}
    coded = set()
    for name in (*ROWS, "Dora Fenn", "Eli Gorm"):
        read = wader.annotate(f"{name} condemned Togo in Oslo, Norway.", date=date, knowledge=mine).document
        assert read is not None
        coded |= {e.name for e in read.entities if e.kind == "PERSON" and e.sector in ("GOV", "LAB")}
    assert coded - {"Dora Fenn"} == listed - {"Dora Fenn"}
    assert "Eli Gorm" in listed  # seen once: a person of the lists is there before and after
    assert ("Dora Fenn" in listed) == (date <= "2019-07-31")


def test_a_minister_seen_in_one_year_only_is_none_a_decade_later(mine):
    sectors = {}
    for date in ("2019-06-04", "2020-05-05", "2031-01-01"):
        read = wader.annotate("Ada Tarn condemned Togo in Oslo, Norway.", date=date, knowledge=mine).document
        assert read is not None
        sectors[date] = next(e.sector for e in read.entities if e.name == "Ada Tarn")
    assert sectors == {"2019-06-04": "GOV", "2020-05-05": "GOV", "2031-01-01": "ELI"}
