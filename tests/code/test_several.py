"""All of those who do something together: two bodies of one noun, the last of a list, who goes along with a subject."""

from __future__ import annotations

import pytest

import wader


def sides(text: str, category: str) -> list[set[tuple[str | None, str | None]]]:
    found = wader.code(text, date="2019-03-04").events
    return [{(a.code, a.sector) for a in e.actor} for e in found if e.event == [category]]


@pytest.mark.parametrize(
    ("text", "category", "expected"),
    [
        ("Army and rebel commanders met in Bogota on Monday.", "CONSULT", {("COL", "MIL"), ("COL", "REB")}),
        ("Religious and political leaders in Uganda met envoys.", "CONSULT", {("UGA", "REL"), ("UGA", "PTY")}),
        ("Government and rebel delegations met in Bogota on Monday.", "CONSULT", {("COL", "GOV"), ("COL", "REB")}),
        ("Government and opposition leaders agreed to a truce in Kenya.", "AGREE", {("KEN", "GOV"), ("KEN", "OPP")}),
    ],
)
def test_a_noun_of_two_bodies_means_both(text: str, category: str, expected: set[tuple[str, str]]) -> None:
    assert sides(text, category) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Senior and junior officers met in Lima on Monday.", {("PER", "MIL")}),
        ("Hindu and Muslim leaders met in Delhi on Monday.", {("IND", "REL")}),
        ("Union and state governments met in Delhi on Monday.", {("IND", "GOV")}),  # the Union's
        ("Israeli and Palestinian officials met in Cairo on Monday.", {("ISR", "GOV"), ("PSE", "GOV")}),
    ],
)
def test_adjectives_of_one_kind_part_nobody(text: str, expected: set[tuple[str, str]]) -> None:
    assert sides(text, "CONSULT") == [expected]


def test_the_last_of_a_list_belongs_to_it() -> None:
    text = "Talks between the government, the guerrillas, and the traditional unions will begin in Bogota on 3 April."
    assert sides(text, "AGREE") == [{("COL", "GOV"), ("COL", "REB"), ("COL", "LAB")}]


def test_who_goes_along_with_the_subject_does_the_same() -> None:
    text = "The army, together with the police, arrested two teachers in Lima."
    assert sides(text, "COERCE") == [{("PER", "MIL"), ("PER", "COP")}]


def test_who_goes_along_with_the_sufferer_does_nothing() -> None:
    text = "The judge, along with two lawyers, was killed by soldiers in Lima."
    assert sides(text, "ASSAULT") == [{("PER", "MIL")}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bishop has the support of the guerrillas in Peru.", ("REB", "REL")),
        ("The bishops support the guerrillas in Peru.", ("REL", "REB")),
    ],
)
def test_who_has_the_support_of_somebody_gets_it(text: str, expected: tuple[str, str]) -> None:
    events = [e for e in wader.code(text, date="2019-03-04").events if e.event == ["SUPPORT"]]
    assert [(e.actor[0].sector, e.recipient[0].sector) for e in events] == [expected]


@pytest.mark.parametrize(
    ("text", "category", "role", "expected"),
    [
        ("In the ten years since, the farmer hounded the Kenyan police, lawmakers and former minister Amina Mohamed "
         "for help with his case.", "ACCUSE", "recipient", {"COP", "LEG", "ELI"}),
        ("Governor Jan Kowal and Senator Bo Lind as well as former Kenyan minister Amina Mohamed have endorsed the "
         "president.", "SUPPORT", "actor", {"GOV", "LEG", "ELI"}),
        ("The blasts struck in the Kenyan teachers' union and the committee of mothers.", "ASSAULT", "recipient",
         {"LAB", "SOC"}),
    ],
)
def test_who_stands_in_one_row_goes_together(text: str, category: str, role: str, expected: set[str]) -> None:
    found = [e for e in wader.code(text, date="2019-03-04").events if e.event == [category]]
    assert [{a.sector for a in getattr(e, role)} for e in found] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The judge accused the rebels of killing nuns and the army of torturing prisoners.", {"REB", "MIL"}),
        ("Chad thanked Mali for freeing the nuns and Niger for sheltering the refugees.", {"GOV"}),
    ],
)
def test_what_stands_side_by_side_by_chance_is_no_row(text: str, expected: set[str]) -> None:
    told = [e for e in wader.code(text, date="2019-03-04").events if e.event[0] in ("ACCUSE", "SUPPORT")]
    assert {r.sector for r in told[0].recipient} == expected
    assert len(told[0].recipient) == 2


def parties(text: str) -> list[tuple[list[str | None], list[str | None]]]:
    found = wader.code(text, date="2008-03-04").events
    return [([a.code for a in e.actor], [a.code for a in e.recipient]) for e in found]


@pytest.mark.parametrize(
    "text",
    [
        "Norway, together with Sweden, denounced the arrests in Minsk.",
        "Norway, along with Sweden, denounced the arrests in Minsk.",
        "Norway, as well as Sweden, denounced the arrests in Minsk.",
        "Norway, joined by Sweden, denounced the arrests in Minsk.",
    ],
)
def test_who_stands_beside_a_doer_does_it_and_suffers_nothing(text: str) -> None:
    assert (["NOR", "SWE"], []) in [(a, [c for c in r if c in ("NOR", "SWE")]) for a, r in parties(text)]


def test_who_goes_along_with_a_subject_says_nothing() -> None:
    [(actors, _)] = parties("Norway's premier, accompanied by a Swedish bishop, denounced the arrests in Minsk.")
    assert actors == ["NOR"]


def test_names_with_owners_are_a_list() -> None:
    text = "Spain's Zapatero, France's Sarkozy and Germany's Merkel urged Mali to free the envoy."
    assert parties(text) == [(["ESP", "FRA", "DEU"], ["MLI"])]
    text = "France's Sarkozy, Europe's loudest leader and a friend of Spain, urged Mali to free the envoy."
    assert parties(text) == [(["FRA"], ["MLI"])]


def test_talks_go_on_past_what_somebody_is() -> None:
    text = "Talks were held between Finnish envoy Jari Niemi, an old hand, and Russian diplomat Oleg Petrov in Oslo."
    assert parties(text) == [(["FIN", "RUS"], [])]


def test_who_kills_himself_and_others_kills_the_others() -> None:
    assert parties("A man with a grenade killed himself and two soldiers in Kabul.") == [(["AFG"], ["AFG"])]
    assert parties("A soldier killed himself in Kabul on Monday.") == []
