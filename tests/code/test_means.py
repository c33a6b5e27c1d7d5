"""Whom the words of an act only bring in, beside those to whom it is done, through the public door with the packaged
encoder."""

from __future__ import annotations

import pytest

import wader


def names(text: str, role: str, category: str) -> list[str]:
    found = [e for e in wader.code(text, date="2019-03-04").events if e.event[0] == category]
    return [a.entity_text or "" for e in found for a in getattr(e, role)]


@pytest.mark.parametrize(
    ("text", "category", "other"),
    [
        ("Kenya's opposition threatened to go to the Supreme Court over the new law.", "THREATEN", "Court"),
        ("Spain has requested the extradition of the Chilean general Ramon Ibarra.", "REQUEST", "Ibarra"),
        ("Kenya's opposition demanded an inquiry by a judge into the killings.", "REQUEST", "judge"),
        ("Kenya demanded that the relics be returned to the monks.", "REQUEST", "monks"),
        ("Kenya's bishops condemned the \"anti-government\" leaflets of the union.", "ACCUSE", "government"),
        ("Kenya's bishops condemned the Uganda violence.", "ACCUSE", "Uganda"),
        ("Ugandan villagers expressed concern with the Kenyan minister about the raids of the militia.",
         "ACCUSE", "minister"),
        ("The Kenyan president promised to take tough measures against the militia.", "AGREE", "militia"),
        ("The Kenyan minister John Otieno resigned from parliament on Monday.", "RETREAT", "parliament"),
    ],
)  # fmt: skip
def test_whom_the_words_only_bring_in_it_is_not_done_to(text: str, category: str, other: str) -> None:
    assert not any(other in name for name in names(text, "recipient", category))


@pytest.mark.parametrize(
    ("text", "category", "right"),
    [
        ("Kenya's opposition threatened to go to war with Uganda over the lake.", "THREATEN", "Uganda"),
        ("The Kenyan union has threatened to ask the president to resign.", "THREATEN", "president"),
        ("A Chilean judge has asked Spain for the extradition of two officers.", "REQUEST", "Spain"),
        ("Kenya's opposition demanded an inquiry by the United Nations into the raid.", "REQUEST", "United Nations"),
        ("Kenyan students called for judges to overturn the ruling.", "REQUEST", "judges"),
        ("Kenya's bishops condemned the government's leaflets against the union.", "ACCUSE", "government"),
        ("Kenya's bishops condemned the Ugandan violence against students.", "ACCUSE", "Ugandan"),
        ("Villagers in Uganda voiced anger with the Kenyan minister about the raids.", "ACCUSE", "minister"),
        ("The Kenyan president promised the farmers measures against the militia.", "AGREE", "farmers"),
        ("Kenya's government agreed with the rebels not to move against the militia.", "AGREE", "rebels"),
        ("Ministers of Kenya agreed on Monday to ease trade sanctions against Uganda.", "CONCEDE", "Uganda"),
    ],
)  # fmt: skip
def test_their_nearest_neighbours_stay(text: str, category: str, right: str) -> None:
    assert any(right in name for name in names(text, "recipient", category))


def test_of_a_number_of_people_only_those_told_of_suffer() -> None:
    text = "Of the 40 people detained in the raids, 12 have been deported, Kenya's police said."
    assert names(text, "recipient", "COERCE").count("40 people") == 1  # who were detained


def test_words_that_share_a_noun_are_one_party() -> None:
    text = "Both the union and state governments in India have been criticised for acting late."
    assert names(text, "recipient", "ACCUSE") == ["union and state governments"]


def test_a_mission_that_is_to_be_done_is_nobody() -> None:
    text = "The Kenyan rebels said that their mission was to kill officers of the army."
    assert names(text, "actor", "ASSAULT") == ["their"]


def test_who_is_to_testify_did_not_do_it() -> None:
    text = "The chief of Kenya's police will be summoned to testify in the case of the murdered nuns."
    assert not any("chief" in name for name in names(text, "actor", "ASSAULT"))


def test_both_sides_of_a_fight_are_all_of_it() -> None:
    text = "Fighting between the Kenyan army and the bandits went on during the rebels' last offensive in Lamu."
    assert names(text, "recipient", "ASSAULT")[:2] == ["Kenyan army", "bandits"]


def test_a_town_or_land_where_a_meeting_is_does_not_meet() -> None:
    assert "Ethiopia" not in names("Kenya and Sudan attended the Ethiopia summit on Monday.", "actor", "CONSULT")
    assert "Chad" in names("The Chad-Sudan summit on the border began on Monday.", "actor", "CONSULT")


def test_troops_that_come_in_are_not_those_whom_it_hits() -> None:
    text = "The Sudanese general ordered an incursion of an army battalion into Chad on Monday."
    assert not any("battalion" in name for name in names(text, "recipient", "ASSAULT"))
