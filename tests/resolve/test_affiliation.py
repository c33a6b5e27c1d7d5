"""Whose somebody is by what stands beside the name or acts in the clause."""

from __future__ import annotations

import pytest

from tests.resolve.test_actors import actors, codes


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # the body beside a name
        ("Berlin paid the ISI's Tariq Mahmud in Delhi.", "Tariq Mahmud", ("PAK", "SPY")),
        ("Delhi met Maya Lindqvist of Greenpeace.", "Maya Lindqvist", ("NGO", None)),
        ("Police in Peru arrested Juan Soto of Lima.", "Juan Soto", ("PER", "CVL")),
        ("The ISI's Tariq Mahmud alias Omar Sajid fled India.", "Omar Sajid", ("PAK", "SPY")),
        ("Ravi Nair, general secretary of the state unit of the RSS, met India's army.", "Ravi Nair", ("IND", "REL")),
        # what somebody is now
        ("Juan Soto, former senator and now mayor of Lima, resigned.", "Juan Soto", ("PER", "GOV")),
        ("Juan Soto, head of the Christian Democratic Party of Peru, resigned.", "Juan Soto", ("PER", "PTY")),
        # where somebody lives
        ("A Kenyan phoned her cousin Ana Soto in Chile.", "Ana Soto", ("CHL", "CVL")),
        # who holds somebody
        ("Kenya charged two suspects over the raid in Chad.", "two suspects", ("KEN", "CRM")),
        ("Rebels from Chad met them. Peru tried four men over a plot in Spain.", "four men", ("PER", "CVL")),
        # whom rebels fight, whose forces a president praises
        ("Chad's government watched. The guerrillas of Sendero Luminoso pressed the government to resign.",
         "the government", ("PER", "GOV")),
        # common criminals and private guards
        ("Police in Peru sought the man who robbed a bank.", "the man", ("PER", "CRM")),
        ("Rebels in Peru beat two watchmen.", "two watchmen", ("PER", "CVL")),
        ("Peru sought the masterminds of the massacre.", "the masterminds", ("PER", "UAF")),
        ("Peru met the committee of mothers.", "the committee of mothers", ("PER", "SOC")),
        ("Peru banned a religious movement.", "a religious movement", ("PER", "REL")),
    ],
)  # fmt: skip
def test_whose(text: str, words: str, expected: tuple[str | None, str | None]) -> None:
    assert codes(actors(text, words))[:1] == [expected]


def test_a_surname_that_is_a_role() -> None:
    text = "India's speaker Dilip Shah was angry. Shah warned the army."
    assert codes(actors(text, "Shah", nth=1)) == [("IND", "LEG")]


def test_two_persons_one_phrase() -> None:
    text = "Peru praised deputy Ana Ruiz and senator Bo Lind."
    assert codes(actors(text, "Ana Ruiz")) == [("PER", "LEG")]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Al-Qaeda's Pakistani allies shelled Kabul.", "Al-Qaeda's Pakistani allies", ("PAK", "REB")),
        ("The former culture and communications minister of Peru spoke.", "communications minister", ("PER", "ELI")),
        ("India helped the Bihar Road Board.", "the Bihar Road Board", ("IND", "GOV")),
        ("Kenya met Coastal Fishing Company of Togo. Togo praised CFC.", "CFC", ("TGO", "BUS")),
        ("Peru warned Chile. Lima fears Chile's northern neighbour.", "Chile's northern neighbour", ("PER", "GOV")),
        ("The talks need all relevant parties, including Togo and Mali.", "all relevant parties", ("TGO", "GOV")),
        ("Princess Sirindhorn warned Laos.", "Princess Sirindhorn", ("THA", "GOV")),
        ("The FARC fought the ELN. Chile banned these groups.", "these groups", ("COL", "REB")),
        ("A town paid for WikiLeaks in Chad.", "WikiLeaks", ("NGO", None)),
        ("Latino leaders in Texas marched.", "Latino leaders", ("USA", "SOC")),
        ("The RSS joint general secretary briefed Delhi.", "The RSS joint general secretary", ("IND", "REL")),
    ],
)  # fmt: skip
def test_more_of_whose(text: str, words: str, expected: tuple[str | None, str | None]) -> None:
    assert codes(actors(text, words))[:1] == [expected]


def test_men_named_before() -> None:
    text = "William Ruto met Raila Odinga in Nairobi. The two men shook hands."
    assert len(actors(text, "The two men", date="2023-05-01")) == 2
