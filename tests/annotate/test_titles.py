"""What titles say: of what, of several, in brackets, behind a commander's name; relatives; names cut short."""

from __future__ import annotations

import pytest

import wader
from tests.parsing import annotated, named


@pytest.mark.parametrize(
    ("text", "name", "code", "sector"),
    [
        # of what, right before the name
        ("The minister of public works Jan Kowal resigned in Poland.", "Jan Kowal", None, "GOV"),
        ("The Spanish under secretary for foreign affairs Ines Arias left.", "Ines Arias", "ESP", "GOV"),
        # a title in the plural is of all behind it, one in the singular of the first
        ("Kenyan lawmakers Ana Otieno and Rose Kamau left.", "Rose Kamau", "KEN", "LEG"),
        ("Kenyan lawmaker Ana Otieno and John Kamau left.", "John Kamau", None, None),
        # what is said behind a commander
        ("Commander Rafael Soto, a member of the FMLN's political commission, spoke on 3 May 1989.", "Rafael Soto",
         "SLV", "REB"),
        ("Commander Rafael Soto, a member of the Chilean navy, spoke.", "Rafael Soto", "CHL", "MIL"),
        ("Commander Rafael Soto, one of the founders of the Salvadoran guerrilla movement, spoke.", "Rafael Soto",
         "SLV", "REB"),
        # the short form of the body between its name and the title
        ("Inkatha Freedom Party (IFP) leader Sipho Dube spoke.", "Sipho Dube", "ZAF", "PTY"),
        ("The spokesman for the Kenyan army, Juma Barasa, spoke.", "Juma Barasa", "KEN", "MIL"),
        # a leaning makes a leader a party's
        ("Colombian leftist leader Hugo Salas spoke.", "Hugo Salas", "COL", "GOV"),
        ("Leftist leader Hugo Salas spoke in Colombia.", "Hugo Salas", None, "PTY"),
        # a title of several capitalised words behind the name is no name itself
        ("Anton Tolven, Russian Deputy Foreign Minister, left.", "Anton Tolven", "RUS", "GOV"),
        ("Deputy Foreign Minister Anton Major of Ghana left.", "Anton Major", "GHA", "GOV"),
        ("Rosa Kamau, Kenya's Finance Minister since 2021, left.", "Rosa Kamau", "KEN", "GOV"),
        # whose the office is, behind the name
        ("General Carl Dentz of the Zambian army left.", "Carl Dentz", "ZMB", "MIL"),
        ("Deputy Foreign Minister Anton Major of the Lake Society left Ghana.", "Anton Major", None, "GOV"),
        ("Senator Ann Bolter of Texas left.", "Ann Bolter", "USA", "LEG"),
        ("Representative Carl Dentz of Texas left.", "Carl Dentz", None, None),
        ("Kenya's Foreign Minister Anton Tolven of Ghana left.", "Anton Tolven", "KEN", "GOV"),
        # a form of address between a title and the name is no calling
        ("The spokesman of the Inkatha Freedom Party (IFP), Comrade Sipho Dube, spoke.", "Sipho Dube", "ZAF", "PTY"),
        ("Comrade Sipho Dube spoke in Kenya.", "Sipho Dube", None, None),
        ("The national publicity secretary of the Inkatha Freedom Party, Sipho Dube, left.", "Sipho Dube", "ZAF",
         "PTY"),
        # who tells of somebody is somebody else
        ("The letter was written by Jan Kowal, according to a police spokesman.", "Jan Kowal", None, None),
        ("The letter was written by Jan Kowal, a police spokesman.", "Jan Kowal", None, "COP"),
        ("A crowd greeted Ines Arias, along with the mayor, on Monday.", "Ines Arias", None, None),
        # what looks like a plural
        ("Luis Sandoval, charge d'affaires at the Peruvian embassy, left.", "Luis Sandoval", "PER", "GOV"),
    ],
)  # fmt: skip
def test_who_a_person_is(text: str, name: str, code: str | None, sector: str | None) -> None:
    person = named(annotated(text), name)
    assert (person.kind, person.code, person.sector) == ("PERSON", code, sector)


def test_a_number_of_members_is_no_title() -> None:
    page = annotated("A four-member Lok Sabha team arrived.")
    assert all(e.rule != "title: roles.yaml:member" for e in page.entities)


def test_a_relative_is_no_president() -> None:
    text = "Jeb Bush spoke in Ohio on 3 May 2015. President Bush had helped Jeb Bush, his brother."
    page = annotated(text)
    assert named(page, "Jeb Bush").office != "President"


def test_letters_that_mean_bodies_of_other_states() -> None:
    page = annotated("The US senator thanked a super PAC in Ohio.")
    assert all(e.sector != "COP" for e in page.entities)
    page = annotated("The PAC fired on a crowd in India.")
    assert named(page, "PAC").sector == "COP"


def test_given_names_that_a_page_without_capitals_hides() -> None:
    text = "former delhi chief minister sahib singh verma condemned the government of india."
    (event,) = wader.code(text).events
    assert [(a.code, a.sector) for a in event.actor] == [("IND", "ELI")]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Bill Otieno and Ann Otieno left Kenya. Mrs. Otieno spoke.", "Otieno", "Ann Otieno"),
        ("Ann Otieno and Bill Otieno left Kenya. Mr. Otieno spoke.", "Otieno", "Bill Otieno"),
        ("Bill Otieno left Kenya. Mrs. Otieno spoke.", "Otieno", "Otieno"),
        ("Bill Otieno left Kenya. Mr. Otieno spoke.", "Otieno", "Bill Otieno"),
    ],
)
def test_how_somebody_is_addressed_says_which_of_a_surname(text: str, words: str, name: str) -> None:
    found = [e for e in annotated(text).entities if e.text == words]
    assert [e.name for e in found] == [name]
