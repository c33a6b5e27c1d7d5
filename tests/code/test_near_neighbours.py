"""Nearest neighbours of what new rules leave out: each is told as ever, through the public door."""

from __future__ import annotations

import pytest

import wader


def told(text: str, category: str) -> list[tuple[list[str | None], list[str]]]:
    found = [e for e in wader.code(text, date="2019-03-04").events if e.event == [category]]
    return [([r.entity_text for r in e.recipient], list(e.auxiliary)) for e in found]


@pytest.mark.parametrize(
    ("text", "category", "recipient"),
    [
        ("Britain and France launched a joint invasion of Egypt.", "ASSAULT", "Egypt"),
        ("Kenya and Ethiopia launched a joint military crackdown on rebels in Mandera.", "ASSAULT", "rebels"),
        ("Amnesty accused the police of torture in a survey published on Monday.", "ACCUSE", "police"),
        ("The president vowed swift punishment of the rebels.", "THREATEN", "rebels"),
        ("Russia threatened to move troops to Ukraine.", "THREATEN", "Ukraine"),
        ("The rebels threatened to move the hostages.", "THREATEN", "hostages"),
        ("The army repelled an advance of rebels.", "ASSAULT", "rebels"),
    ],
)
def test_it_is_done_to_them(text: str, category: str, recipient: str) -> None:
    assert [who for who, _ in told(text, category)] == [[recipient]]


def test_a_failed_attack_was_made() -> None:
    assert told("The rebels' abortive attack on the barracks killed ten soldiers.", "ASSAULT")[0][1] == []


def test_rebels_who_release_prisoners_of_war_give_them_up() -> None:
    assert told("Rebels released 20 prisoners from the army after talks in Geneva.", "RETREAT")


@pytest.mark.parametrize(
    "text",
    [
        "He was in office during the riots of ²⁰¹¹.",
        "Jane Roe, ²⁰, condemned the ²⁰¹⁰ riots in those towns.",
        "Speakers say rebels killed Somalia (not",
        "Rebels attacked without helping not",
    ],
)
def test_odd_digits_and_ends_are_read(text: str) -> None:
    assert wader.code(text).skip is None
