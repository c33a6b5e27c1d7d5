"""Persons whom news names for no public office: found where the page names their country, by the page's date."""

from __future__ import annotations

from pathlib import Path

import pytest

import wader
from tests.parsing import annotated, named
from tests.resolve.test_actors import actors, codes


@pytest.mark.parametrize(
    ("text", "date", "name", "expected"),
    [
        # the page names the state, a party of it or a medium
        ("Megyn Kelly criticised the United States.", "2016-05-01", "Megyn Kelly", ("USA", "JRN")),
        ("Republicans were accused by Richard Trumka.", "2016-05-01", "Richard Trumka", ("USA", "LAB")),
        # before an office and in it
        ("American voters heard Ben Carson condemn Iran.", "2016-01-10", "Ben Carson", ("USA", "PTY")),
        ("American voters heard Ben Carson condemn Iran.", "2018-01-10", "Ben Carson", ("USA", "GOV")),
        # officers beside an officer of their state
        ("Hillary Clinton praised Bernie Sanders.", "2016-06-10", "Bernie Sanders", ("USA", "LEG")),
    ],
)
def test_who_they_are(text: str, date: str, name: str, expected: tuple[str, str]) -> None:
    entity = named(annotated(text, date=date), name)
    assert (entity.code, entity.sector) == expected


def test_a_namesake_elsewhere_is_nobody_known() -> None:
    page = annotated("Megyn Kelly criticised the mayor of Nairobi, Kenya.", date="2016-05-01")
    assert named(page, "Megyn Kelly").sector is None


def test_whom_the_page_describes_is_what_it_says() -> None:
    text = "Megyn Kelly, a senator of Kenya, criticised the United States."
    assert codes(actors(text, "Megyn Kelly")) == [("KEN", "LEG")]


def test_a_users_own_row_takes_the_place_of_ours(tmp_path: Path) -> None:
    header = "name aliases code organisation office sector since until as_of wikidata_id source".replace(" ", "\t")
    (tmp_path / "offices.tsv").write_text(f"{header}\nMegyn Kelly\t\tUSA\t\t\tELI\t\t\t\t\tmine\n", encoding="utf-8")
    text = "Megyn Kelly accused Iran. The United States was silent."
    told = wader.code(text, date="2016-05-01", knowledge=tmp_path).events
    assert [actor.sector for event in told for actor in event.actor] == ["ELI"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a transcript's brackets say who speaks
        ("President Daniel Ortega of Nicaragua met the press. (reporter) Will you go? (Ortega) We demand that Honduras "
         "leave.", [("NIC", "GOV")]),
        # a statement is of whom it has named
        ("The armed forces of Chad reiterate their loyalty to the people. We demand that Libya leave.",
         [("TCD", "MIL")]),
    ],
)  # fmt: skip
def test_who_says_we_outside_a_quotation(text: str, expected: list[tuple[str, str]]) -> None:
    assert codes(actors(text, "We")) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Chicago, the United States - Gunmen killed Megyn Kelly, 8, on Monday.",  # too young
        "Megyn Kelly, a soldier of the United States, was killed by gunmen.",  # of another walk of life
    ],
)
def test_who_is_plainly_somebody_else_has_no_identity(text: str) -> None:
    entity = named(annotated(text, date="2016-01-10"), "Megyn Kelly")
    assert entity.sector != "JRN" and "notables" not in entity.rule


def test_a_users_own_person_takes_the_place_of_ours(tmp_path: Path) -> None:
    own = "- {kind: person, sector: REL, code: USA, names: [Megyn Kelly, Bernie Sanders]}\n"
    (tmp_path / "persons.yaml").write_text(own, encoding="utf-8")
    for name in ("Megyn Kelly", "Bernie Sanders"):
        told = wader.code(f"{name} accused Iran. The United States was silent.", date="2016-05-01", knowledge=tmp_path)
        assert [actor.sector for event in told.events for actor in event.actor] == ["REL"]


def test_a_verb_behind_a_known_first_name_is_no_part_of_it() -> None:
    text = "the mayor said on monday that khaled said the egyptian police attacked protesters in cairo."
    assert not any(e.text.endswith("said") for e in annotated(text).entities)


@pytest.mark.parametrize(
    ("text", "date", "name", "sector"),
    [
        ("Hillary Clinton praised the United States.", "2016-03-10", "Hillary Clinton", "PTY"),
        ("Former Secretary of State Hillary Clinton praised Kenya.", "2016-03-10", "Hillary Clinton", "PTY"),
        ("Hillary Clinton praised the United States.", "2014-03-10", "Hillary Clinton", "ELI"),
        ("Former Prime Minister Kevin Rudd praised Kenya.", "2018-03-10", "Kevin Rudd", "ELI"),
        ("Hillary Clinton praised the United States.", "2010-03-10", "Hillary Clinton", "GOV"),
    ],
)
def test_a_former_minister_who_runs_is_of_a_party(text: str, date: str, name: str, sector: str) -> None:
    assert named(annotated(text, date=date), name).sector == sector
