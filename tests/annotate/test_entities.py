"""Names on a page: titles and appositions, surnames, bodies, roles; what the small model mistakes is overruled."""

from __future__ import annotations

import pytest

from tests.parsing import annotated, named
from wader.records import Document


def slices(document: Document) -> None:
    for entity in document.entities:
        source = document.article.title if entity.in_ == "title" else document.article.text
        assert source is not None
        assert source[entity.start : entity.end] == entity.text


@pytest.mark.parametrize("syntax", [True, False])
def test_title_before_a_name_gives_country_and_office(syntax: bool) -> None:
    page = annotated("Norwegian Deputy Foreign Minister Kari Bremnes arrived in Quito on Monday.", syntax=syntax)
    slices(page)
    person = named(page, "Kari Bremnes")
    assert (person.kind, person.code, person.sector) == ("PERSON", "NOR", "GOV")
    assert person.office == "Deputy Foreign Minister"
    assert person.rule.startswith("title")


@pytest.mark.parametrize(
    ("text", "name", "code", "sector"),
    [
        ("Kari Bremnes, Norwegian deputy foreign minister, met the press.", "Kari Bremnes", "NOR", "GOV"),
        ("Paulo Teles, the foreign minister of Brazil, left early.", "Paulo Teles", "BRA", "GOV"),
        ("The Kenyan president, Amos Wako, spoke.", "Amos Wako", "KEN", "GOV"),
        ("Kenya's president Amos Wako spoke.", "Amos Wako", "KEN", "GOV"),
        ("State Department spokesperson Lena Ortiz declined to answer.", "Lena Ortiz", "USA", "GOV"),
        ("Former Kenyan president Amos Wako spoke.", "Amos Wako", "KEN", "ELI"),
        ("Peruvian rebel leader Hugo Salas surrendered.", "Hugo Salas", "PER", "REB"),
        ("Ugandan army chief Gen. Peter Okello resigned.", "Peter Okello", "UGA", "MIL"),
        ("Hamas leader Samir Haddad gave a speech.", "Samir Haddad", "PSE", "REB"),
    ],
)
def test_who_a_person_is(text: str, name: str, code: str, sector: str) -> None:
    person = named(annotated(text), name)
    assert (person.kind, person.code, person.sector) == ("PERSON", code, sector)


def test_a_list_is_no_apposition() -> None:
    page = annotated("Amos Wako, Norwegian foreign minister Kari Bremnes and a clerk signed.")
    assert named(page, "Amos Wako").code is None
    assert named(page, "Kari Bremnes").code == "NOR"


@pytest.mark.parametrize("syntax", [True, False])
def test_surnames_take_the_full_name_of_the_page(syntax: bool) -> None:
    page = annotated(
        "Chilean Defence Minister Rosa Valenzuela flew to Lima. Price rises followed. Valenzuela thanked her hosts.",
        title="Valenzuela in Lima", syntax=syntax,
    )  # fmt: skip
    slices(page)
    found = [e for e in page.entities if e.text == "Valenzuela"]
    assert [e.name for e in found] == ["Rosa Valenzuela", "Rosa Valenzuela"]
    assert {e.code for e in found} == {"CHL"}
    assert found[0].in_ == "title" and found[0].rule.startswith("surname")


def test_a_letter_may_be_wrong_in_a_long_name_only() -> None:
    page = annotated("Chilean minister Rosa Valenzuela met Peruvian minister Ana Rojas. Valenzuola left. Rujas stayed.")
    assert named(page, "Valenzuola").name == "Rosa Valenzuela"
    assert all(e.name != "Ana Rojas" for e in page.entities if e.text == "Rujas")


def test_office_by_date_for_a_name_without_a_title() -> None:
    text = "Angela Merkel spoke to reporters in Berlin."
    assert (named(annotated(text, date="2015-05-01"), "Angela Merkel").sector) == "GOV"
    later = named(annotated(text, date="2023-05-01"), "Angela Merkel")
    assert (later.code, later.sector, later.other_sectors) == ("DEU", "ELI", ["GOV"])


def test_roles_are_entities_where_parsed() -> None:
    page = annotated("Iraqi police fired on protesters, and the junta in Bamako watched.")
    assert (named(page, "police").code, named(page, "police").sector) == ("IRQ", "COP")
    assert named(page, "junta").kind == "ROLE"
    assert named(page, "protesters").code is None


def test_what_somebody_is_for_is_not_whose_they_are() -> None:
    page = annotated("Pro-Serbian fighters and Iran-backed militiamen clashed.")
    assert all(e.code is None for e in page.entities if e.kind == "ROLE")


def test_hyphens_join_names_and_pairs() -> None:
    page = annotated("Kim Seong-min, a Korean diplomat, welcomed the India-Japan talks.")
    assert named(page, "Kim Seong-min").kind == "PERSON"
    assert (named(page, "India").code, named(page, "Japan").code) == ("IND", "JPN")


def test_bodies_keep_what_links_their_words() -> None:
    page = annotated("The Ghanaian Ministry of Health closed two clinics.")
    body = next(e for e in page.entities if "Ministry" in e.text)
    assert (body.code, body.sector) == ("GHA", "GOV")


def test_a_place_where_things_happen_does_not_act() -> None:
    page = annotated("Nairobi condemned the raid that took place in Kampala.")
    assert named(page, "Nairobi").sector == "GOV"
    assert named(page, "Kampala").sector is None


def test_text_without_capitals_still_names_its_states() -> None:
    page = annotated("the nigerian farmers said that soldiers from cameroon had crossed the border near the lake")
    assert named(page, "nigerian").code == "NGA"
    assert named(page, "cameroon").code == "CMR"


def test_an_agency_before_the_story_is_no_actor() -> None:
    page = annotated("Reuters - Turkish police detained a mayor on Friday.")
    assert all(e.text != "Reuters" for e in page.entities)


def test_same_words_same_entities_whatever_order() -> None:
    text = "Chilean minister Rosa Valenzuela met Ana Rojas, a Peruvian senator. Rojas thanked Valenzuela."
    assert annotated(text).entities == annotated(text).entities


def test_what_people_believe_in_is_nobody() -> None:
    page = annotated("The Kenyan minister insulted Islam and Muslims.")
    assert named(page, "Islam").rule.startswith("discarded") and named(page, "Muslims").kind == "NORP"
