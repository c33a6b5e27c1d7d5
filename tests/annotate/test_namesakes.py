"""Names of minor bodies and abbreviations count where the page speaks of their country."""

from __future__ import annotations

import pytest

from tests.parsing import annotated, named
from wader.records import Document


def bodies(document: Document, text: str) -> list[str | None]:
    return [e.code for e in document.entities if e.text == text and e.kind == "ORG" and e.code is not None]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Norwegian ministers met the Red Line of commuters in Oslo on Friday.", "Red Line"),
        ("Delegates in Quito said that the Peace Brigades of Ecuador would march.", "Peace Brigades"),
        ("Shops in the MIR market of Nairobi closed, a Kenyan official said.", "MIR"),
        ("The Norwegian yard SAS was sold, ministers in Oslo said.", "SAS"),
    ],
)
def test_a_common_name_is_nobodys_on_a_page_of_other_countries(text: str, name: str) -> None:
    assert bodies(annotated(text), name) == []


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("The Peace Brigades opened fire near Basra, Iraqi police said.", "Peace Brigades", "IRQ"),
        ("British officers of the SAS landed in Oslo.", "SAS", "GBR"),
        ("The Movement of the Revolutionary Left rejected the plan in La Paz, a Bolivian minister said.",
         "Movement of the Revolutionary Left", "BOL"),
        ("The Movement of the Revolutionary Left rejected the plan in Santiago, a Chilean minister said.",
         "Movement of the Revolutionary Left", "CHL"),
        ("Kenyan ministers condemned Hamas.", "Hamas", "PSE"),
        ("Kenyan ministers condemned the Iraqi Navy.", "Iraqi Navy", "IRQ"),
        ("Kenyan ministers met members of Peace Brigades International.", "Peace Brigades International", "NGO"),
    ],
)  # fmt: skip
def test_where_its_country_is_spoken_of_or_the_name_is_its_own_it_counts(text: str, name: str, code: str) -> None:
    assert bodies(annotated(text), name) == [code]


def test_an_abbreviation_that_is_spelt_out_counts_anywhere() -> None:
    page = annotated("Kenyan ministers met the People's Liberation Forces, FPL, in Nairobi.")
    assert bodies(page, "FPL") == ["SLV"]


def test_a_prize_is_no_office() -> None:
    page = annotated(
        "Amos Wako, Nobel Peace Prize winner, spoke in Nairobi. Kenyan President Amos Wako left early."
    )
    person = named(page, "Amos Wako")
    assert (person.code, person.sector, person.office) == ("KEN", "GOV", "President")


def test_pontiffs_are_not_the_pope() -> None:
    page = annotated("Three pontiffs of the temple met the minister in Delhi.")
    assert named(page, "pontiffs").code is None
