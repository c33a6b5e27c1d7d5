"""Names beside each other, behind "what" and behind "anti-": all of them are told, through the public door."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import wader
from wader.code.coder import SentenceCoder
from wader.knowledge import Knowledge
from wader.records import Document

Who = list[tuple[str | None, str | None]]


def parties(text: str, category: str, role: str = "recipient") -> list[Who]:
    found = [e for e in wader.code(text, date="2019-03-04").events if e.event == [category]]
    return [sorted((a.code, a.sector) for a in getattr(e, role)) for e in found]


@pytest.mark.parametrize(
    "text",
    [
        "Norway brokered talks to settle the Kenya-Somalia dispute.",
        "Norway brokered an end to the Kenya-Somalia war.",
        "Norway brokered a truce in the war between Kenya and Somalia on Monday.",
    ],
)
def test_who_brings_two_states_together_meets_both(text: str) -> None:
    assert parties(text, "CONSULT")[0] == [("KEN", "GOV"), ("SOM", "GOV")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iranian-American ties improved after the Kenya-South Sudan talks.", ["Iranian American", "Kenya Sudan"]),
        ("Kenya arrested an Iranian-American scholar on Monday.", []),
        ("Kenya welcomed the US-led talks and the anti-French riots.", []),
        ("Kenya - Somalia had none - held talks.", []),
    ],
)
def test_two_states_with_a_hyphen_share_what_they_have_together(
    text: str, expected: list[str], document_of: Callable[..., Document], knowledge: Knowledge
) -> None:
    document = document_of(text)
    coder = SentenceCoder(document.sentences[0], document, knowledge)
    word = coder.graph.tokens.text
    assert [f"{word[one]} {word[k]}" for k, one in coder.classes.twins.items()] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the samajwadi party, shiv sena (mumbai) and the telugu desam on friday condemned the police in delhi.", 3),
        ("The Samajwadi Party, a rival of the Shiv Sena, condemned the police in Delhi.", 1),
    ],
)
def test_a_name_in_a_row_is_no_other_name_of_the_one_before(text: str, expected: int) -> None:
    assert len(parties(text, "ACCUSE", "actor")[0]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Donors backed Senator Cruz, Governor Adams, Governor Miller, Senator Brown - all sorts of people in "
         "Texas.", 4),
        ("Donors in Texas backed Senator Cruz, a lawyer.", 1),
    ],
)  # fmt: skip
def test_names_with_commas_alone_are_a_list(text: str, expected: int) -> None:
    found = wader.code(text, date="2019-03-04").events
    assert [len(e.recipient) for e in found if e.event == ["SUPPORT"]] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hundreds died in the anti-Igbo riots of 1968 in Kano.", [[("NGA", "CVL")]]),
        ("the anti-sikh riots of 1990 in delhi killed hundreds.", [[("IND", "REL")]]),
        ("Hundreds died in the riots of 1968 in Kano.", [[]]),
    ],
)
def test_whom_riots_are_against_stands_behind_anti(text: str, expected: list[Who]) -> None:
    assert parties(text, "PROTEST") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A Kenyan senator has railed against what he calls the liberal media.", [("KEN", "JRN")]),
        ("A Kenyan senator condemned what he called the military junta of Togo.", [("TGO", "GOV")]),
        ("A Kenyan senator condemned what he called a massacre by the army of Togo.", [("TGO", "MIL")]),
        ("A Kenyan senator condemned what the army did in Togo.", [("TGO", "MIL")]),
    ],
)
def test_what_something_is_called_is_what_it_is(text: str, expected: Who) -> None:
    assert parties(text, "ACCUSE")[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the government's restriction on movement of ramsevaks in gujarat angered the party.", ("IND", "REL")),
        ("The army attacked the liberation movement of Kenya on Monday.", ("KEN", "REB")),
    ],
)
def test_the_movement_of_people_is_theirs_who_move(text: str, expected: tuple[str, str]) -> None:
    category = "ASSAULT" if "attacked" in text else "COERCE"
    assert parties(text, category) == [[expected]]


@pytest.mark.parametrize(
    ("text", "category", "expected"),
    [
        ("The senator spoke after meeting with the rest of the Senate Democratic caucus in Washington.", "CONSULT",
         ("USA", "LEG")),
        ("Even small kiosks were set ablaze by the mob in Kano.", "ASSAULT", ("NGA", "BUS")),
        ("Rebels attacked public facilities in Huanuco, Peru.", "ASSAULT", ("PER", "GOV")),
        ("The delegates signed an agreement with the counterrevolutionaries in Managua.", "AGREE", ("NIC", "REB")),
        ("Party leaders in Texas are determined to block the former TV star's path to the nomination.", "REJECT",
         ("USA", "ELI")),
    ],
)  # fmt: skip
def test_words_for_those_to_whom_it_is_done(text: str, category: str, expected: tuple[str, str]) -> None:
    assert parties(text, category)[0] == [expected]


def test_who_is_met_is_told_beside_who_meets() -> None:
    text = "Rebels met representatives from Germany, Canada, and Spain in New York."
    assert parties(text, "CONSULT") == [[("CAN", "GOV"), ("DEU", "GOV"), ("ESP", "GOV")]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor, the judge and the union leader asked the rebels for a truce.", 3),
        ("The mayor, a judge and former union leader, asked the rebels for a truce.", 1),
    ],
)
def test_the_first_of_three_subjects_is_one_of_them(text: str, expected: int) -> None:
    assert [len(actors) for actors in parties(text, "REQUEST", "actor")] == [expected]
