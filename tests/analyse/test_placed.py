"""Who is proposed under which name, of which country: names as the pages have them, without what no eye sees."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import pages
from tests.command import here

ROWS = [
    {"id": "behind", "text": "Finance Minister Peter Nyati of Zambia accused Kenya of lying on Monday. Kenya rejected "
     "it. Kenya recalled its envoy.", "date": "2023-05-03"},
    {"id": "army", "text": "General Carl Dentz of the Zambian army met Kenya's president in Kenya. Kenya's police were "
     "there. Mayor Ann Bolter of the Lake Society came too.", "date": "2023-05-03"},
    {"id": "front", "text": "The Kivu Dawn Front, a Congolese rebel group, attacked a village on Friday.",
     "date": "2023-05-03"},
    {"id": "called", "text": "The Congolese rebel group the Kivu Dawn Front attacked a village on Friday.",
     "date": "2023-05-04"},
    {"id": "other", "text": "In Kivu the Dawn Watch, a Congolese rebel group, killed six people.",
     "date": "2023-05-05"},
    {"id": "hid\u200bden", "text": "Le\u00adna Orl\u200bov, Russian energy minister, met Japan's envoy on Monday.",
     "date": "2023-05-04"},
]  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("placed")
    done = here("run", pages.write_rows(folder / "rows.jsonl", ROWS), "--to", folder / "store")
    assert done.code == 0, done.err
    return folder / "store"


@pytest.fixture(scope="module")
def found(store) -> dict[str, dict]:
    return {row["name"]: row for row in here("actors", "proposals", "--store", store, "--format", "jsonl").rows}


def test_a_country_behind_the_name_is_that_of_the_office(found):
    assert (found["Peter Nyati"]["code"], found["Peter Nyati"]["stated"]) == ("ZMB", True)
    assert found["Peter Nyati"]["evidence"][0]["text"] == "Finance Minister Peter Nyati of Zambia"
    assert (found["Carl Dentz"]["code"], found["Carl Dentz"]["sector"]) == ("ZMB", "MIL")


def test_a_body_keeps_the_place_that_its_name_begins_with(found):
    front = found["Kivu Dawn Front"]
    assert (front["code"], front["sector"], front["documents"]) == ("COD", "REB", 2)
    assert "Dawn Front" not in found and "Dawn Watch" in found


def test_a_name_is_written_without_hidden_characters(store, found, tmp_path):
    assert "Lena Orlov" in found and not found["Lena Orlov"]["aliases"]
    done = here("actors", "accept", "--all", "--min-documents", "1", "--store", store, "--knowledge", tmp_path / "m",
                "--no-count")  # fmt: skip
    assert done.code == 0 and "written: Lena Orlov" in done.err
    text = (tmp_path / "m" / "offices.tsv").read_text("utf-8")
    assert "Lena Orlov" in text and "proposed by hidden\n" in text
