"""The state that a page is at home in, by its words alone, and what that says of its towns, police and residents."""

from __future__ import annotations

import pytest

import wader
from tests.parsing import knowledge
from wader.knowledge.files import PACKAGED, read_yaml
from wader.knowledge.homes import load
from wader.records import Event
from wader.resolve.home import Home

LOCAL = (
    "The {} City Council met on Monday. Councilman Roy Harden said the school board and the county commissioners want "
    "a new fire marshal. {}"
)
"""A page of a small American town that names no state."""


def told(text: str, category: str) -> list[Event]:
    return [e for e in wader.code(text, date="2016-03-10").events if e.event == [category]]


def codes(parties: list[wader.Actor]) -> list[str | None]:
    return [a.code for a in parties]


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("The sheriff's office and the sheriff wait for a grand jury.", {"USA": 2}),
        ("Take Interstate 9 or I-40; call (555) 010-4477.", {"USA": 1.5, "CAN": 0.5}),
        ("Sheriffs of the grand jury system", {"USA": 2}),
        ("Gardai and the taoiseach met.", {"IRL": 2}),
        ("The sarpanch was fined Rs 500.", {"IND": 1.25, "PAK": 0.25, "LKA": 0.25, "NPL": 0.25}),
        ("Parliament and the ministry met a tds nurse.", {}),
    ],
)
def test_signs_of_a_home(text: str, signs: dict[str, float]) -> None:
    assert knowledge().homes.signs(text) == pytest.approx(signs)


def test_signs_are_of_known_states_and_said_once_each() -> None:
    entries = read_yaml(PACKAGED / "homes.yaml")
    assert all(knowledge().actors.state(code) for entry in entries for code in entry["states"])
    said = [(tuple(entry["states"]), name) for entry in entries for sign in entry.get("signs", ()) for name in sign]
    assert len(said) == len(set(said))


def test_a_home_is_shown_by_several_signs_of_one_state() -> None:
    assert Home(None, {"USA": 3.0, "CAN": 1.0}).shown == "USA"
    assert Home(None, {"USA": 1.0}).shown is None and Home(None, {"USA": 1.0}).likely is None
    assert Home(None, {"USA": 2.0, "CAN": 1.5}).likely == "USA"
    assert Home(None, {"USA": 2.0, "GBR": 2.0}).shown is None and Home(None, {"USA": 2.0, "GBR": 2.0}).likely is None


def test_a_town_of_the_pages_home() -> None:
    page = LOCAL.format("Athens", "Police in Athens arrested two men.")
    (event,) = told(page, "COERCE")
    assert (codes(event.actor), codes(event.recipient)) == (["USA"], ["USA"])


def test_a_town_called_like_a_state() -> None:
    page = LOCAL.format("Lebanon", "Police arrested a Lebanon woman.")
    (event,) = told(page, "COERCE")
    assert (codes(event.actor), codes(event.recipient)) == (["USA"], ["USA"])


def test_a_state_of_whose_people_the_page_speaks() -> None:
    page = LOCAL.format("Salem", "Lebanese police in Lebanon arrested a Lebanon woman.")
    (event,) = told(page, "COERCE")
    assert (codes(event.actor), codes(event.recipient)) == (["LBN"], ["LBN"])


def test_authorities_of_a_page_that_names_no_place() -> None:
    text = "The sheriff and the district attorney spoke. Two men were arrested on Sunday."
    assert codes(told(text, "COERCE")[0].actor) == ["USA"]
    text = "The tehsil nazim and the Frontier Corps spoke. Two men were arrested on Sunday."
    assert codes(told(text, "COERCE")[0].actor) == ["PAK"]
    text = "The tehsil nazim spoke. Two men were arrested on Sunday."  # one sign alone shows no home
    assert "PAK" not in [code for event in told(text, "COERCE") for code in codes(event.actor)]


def test_a_folders_own_signs(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "homes.yaml").write_text("- {states: [KEN], signs: [[lake bureau, Reed Hall]], patterns: ['\\bQ \\d']}")
    homes = load([tmp_path])
    assert homes.signs("The Lake Bureau has Q 40.") == {"KEN": 2}
    assert homes.signs("A reed hall has Q.") == {}


def test_a_capital_is_no_town_at_home_beside_its_people() -> None:
    page = LOCAL.format("Salem", "{} Two men were killed in Paris on Sunday.")
    assert codes(told(page.format(""), "ASSAULT")[0].recipient) == ["USA"]
    assert codes(told(page.format("French police spoke."), "ASSAULT")[0].recipient) == ["FRA"]
