"""Parties inside what a verb of words is about, through the public door with the packaged encoder."""

from __future__ import annotations

import pytest

import wader
from tests.code.test_recipients import recipients


@pytest.mark.parametrize(
    ("text", "category", "other"),
    [
        ("The Kenyan minister refused to admit that the police had shot the fishermen of Lamu.", "REJECT", "fishermen"),
        ("Uganda condemned the bombings, which threaten the talks held by the Kenyan bishops.", "ACCUSE", "bishops"),
        ("Kenya's parliament voted down the tax bill after an outcry from the traders of Lamu.", "REJECT", "traders"),
        ("The Kenyan teachers denounced the decree's wording and praised the senators.", "ACCUSE", "senators"),
        ("Kenya's high court overturned a ruling that the fishermen had no case.", "REJECT", "fishermen"),
    ],
)
def test_what_an_act_of_words_is_about_is_no_party_to_it(text: str, category: str, other: str) -> None:
    assert other not in recipients(text, category)


@pytest.mark.parametrize(
    ("text", "category", "whom"),
    [
        ("The Kenyan minister criticised the army, which had shot two fishermen.", "ACCUSE", "army"),
        ("Kenya's parliament censured the traders of Lamu after an outcry.", "ACCUSE", "traders"),
        ("Kenya's president called for western nations to send grain.", "REQUEST", "nations"),
        ("The Kenyan mayor urged the citizenry to stay at home.", "REQUEST", "citizenry"),
    ],
)
def test_whom_an_act_of_words_is_aimed_at_stays(text: str, category: str, whom: str) -> None:
    assert whom in recipients(text, category)


def test_a_pronoun_that_owns_what_is_judged_is_its_party() -> None:
    text = "Senator Jane Wanjiru of Kenya used a private account. The police opened an investigation into her conduct."
    found = [e for e in wader.code(text, date="2019-03-04").events if e.event == ["ACCUSE"]]
    assert [r.entity_text for e in found for r in e.recipient] == ["her"]


def test_who_is_told_to_do_something_is_somebody() -> None:
    text = "The Kenyan regulator, which ordered the exchange to improve its services, met the press."
    assert recipients(text, "REQUEST") == "exchange"
    assert "vote" not in recipients("The Kenyan regulator ordered the vote to be held again in May.", "REQUEST")
