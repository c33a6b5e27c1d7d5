"""Bodies and their people: chambers, campaigns, parties, diplomats, those picked out of others, those told of before.

Beside each case stands the nearest that it must not touch.
"""

from __future__ import annotations

import pytest

from tests.resolve.test_actors import actors, codes


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # plural words within a role
        ("Rights groups in Kenya sued the state.", "Rights groups", ("KEN", "SOC")),
        ("Right groups of cells were counted in Kenya.", "Right groups", ("KEN", "SOC")),
        # chambers and dwellings
        ("Kenya's minister told the house that he would go.", "the house", ("KEN", "LEG")),
        ("Kenya's minister told both houses to wait.", "both houses", ("KEN", "LEG")),
        # campaigns of persons, and of nobody
        ("Gabon's president Ali Nkogo spoke. He runs the Nkogo campaign.", "the Nkogo campaign", ("GAB", "PTY")),
        # a candidate's people are not of his office
        ("The supporters of Kenyan senator Amos Wako cheered.", "The supporters", ("KEN", "CVL")),
        ("Supporters of the Peruvian Communist Party cheered.", "Supporters", ("PER", "PTY")),
        # a republic by its own name
        ("Leaders of the former Soviet republic of Moldova met.", "Leaders", ("MDA", "GOV")),
        # regions that lie in no one state
        ("Chile met Pacific Rim leaders.", "Pacific Rim leaders", (None, "GOV")),
        ("Chile met Pacific army leaders.", "Pacific army leaders", ("CHL", "MIL")),
        # a body named behind the word for it
        ("A video by the organisation al-Shabaab shocked Chad.", "the organisation al-Shabaab", ("SOM", "REB")),
        # officers of a body that says nothing are officers still
        ("The ministers of the national drug council of Togo met.", "The ministers", ("TGO", "GOV")),
        ("The ministers of the Togolese junta met.", "The ministers", ("TGO", "GOV")),
        # "general" is an adjective here
        ("Kenya's general council asked for time.", "Kenya's general council", ("KEN", "GOV")),
        ("Kenya's generals asked for time.", "Kenya's generals", ("KEN", "MIL")),
        # armed members of nobody that is named
        ("Masked members inside Ethiopia fired.", "Masked members", ("ETH", "UAF")),
        ("Many members inside Ethiopia wept.", "Many members", ("ETH", "GOV")),
        # parties' elders, campaigners' committees, leaders of no state
        ("Kenya's party elders met.", "Kenya's party elders", ("KEN", "PTY")),
        ("Kenya's village elders met.", "Kenya's village elders", ("KEN", "SOC")),
        ("The US senator thanked a super PAC.", "a super PAC", ("USA", "PTY")),
        # roles that go on behind their head
        ("The deputy commissioner of police of Goa spoke.", "The deputy commissioner of police", ("IND", "COP")),
        ("The deputy commissioner of Goa spoke.", "The deputy commissioner", ("IND", "GOV")),
        # officers at a body
        ("An attache at the Peruvian embassy in Panama left.", "An attache", ("PER", "GOV")),
        ("A woman at the Peruvian embassy in Panama left.", "A woman", ("PAN", "CVL")),
        # companies of soldiers and others
        ("A company of Nigerian infantry left Togo.", "A company of Nigerian infantry", ("NGA", "MIL")),
        ("A company of Nigerian investors left Togo.", "A company of Nigerian investors", ("NGA", "BUS")),
        # an army is its state's, whoever is named beside
        ("The army of Chad and rebels clashed.", "The army of Chad", ("TCD", "MIL")),
        # a table's namesakes do not make a body of the lists doubtful; every state has its Labour Party
        ("It rained. The World Bank thanked Chad.", "The World Bank", ("IGO", None)),
        ("It rained. The General Assembly thanked Chad.", "The General Assembly", ("UNO", None)),
        ("It rained in Dhaka. The BNP thanked Chad.", "The BNP", ("BGD", "PTY")),
        ("It rained in London. The BNP thanked Chad.", "The BNP", ("GBR", "PTY")),
        ("It rained. The Catalan government thanked Chad.", "The Catalan government", ("ESP", "GOV")),
        # prefixes
        ("Zambia arrested a mixed martial arts fighter.", "a mixed martial arts fighter", ("ZMB", "ELI")),
        ("Zambia arrested a rebel fighter.", "a rebel fighter", ("ZMB", "REB")),
    ],
)  # fmt: skip
def test_country_and_sector(text: str, words: str, expected: tuple[str | None, str | None]) -> None:
    assert codes(actors(text, words)) == [expected]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kenya's senate debated gay unions.", "gay unions"),
        ("Kenya's troops refused a supply mission.", "a supply mission"),
        ("Kenya's minister left a birthday party.", "a birthday party"),
    ],
)
def test_matters_are_nobody(text: str, words: str) -> None:
    assert actors(text, words) == []


def test_a_house_that_burns_is_no_chamber() -> None:
    assert all(sector != "LEG" for _, sector in codes(actors("Kenya's troops burnt the house.", "the house")))


def test_those_picked_out_are_of_the_whole() -> None:
    text = "Colombia pardoned M-19 members, including those who raided a court."
    assert codes(actors(text, "those")) == [("COL", "REB")]
    assert codes(actors("Colombia pardoned those who raided a court.", "those")) == [("COL", "CVL")]


def test_a_people_told_of_before_is_no_government() -> None:
    text = "A group of Colombians robbed a boat in Ecuador. The crew was beaten by the Colombians."
    assert codes(actors(text, "the Colombians")) == [("COL", "CVL")]
    assert codes(actors("Ecuador was threatened by the Colombians.", "the Colombians")) == [("COL", "GOV")]


def test_nationality_is_told_behind() -> None:
    text = "Six engineers, five of them Kenyans, left Chad. Chad mourned in Chad."
    assert codes(actors(text, "Six engineers")) == [("KEN", "LAB")]
    text = "Six engineers, one of them a Kenyan, left Chad. Chad mourned in Chad."
    assert codes(actors(text, "Six engineers")) == [("TCD", "LAB")]


def test_a_diplomat_is_not_of_the_place_where_he_is() -> None:
    assert codes(actors("Diplomats in Kabul condemned the raid.", "Diplomats")) != [("AFG", "GOV")]
    assert codes(actors("Officials in Kabul condemned the raid.", "Officials")) == [("AFG", "GOV")]
    assert codes(actors("Peruvian diplomats in Kabul condemned the raid.", "Peruvian diplomats")) == [("PER", "GOV")]


def test_a_place_that_opens_the_sentence_is_the_scene() -> None:
    text = "Police in Spain held two men. In Texas, police fired on a man."
    assert codes(actors(text, "police")) == [("USA", "COP")]


def test_the_president_of_a_body_is_the_body_s() -> None:
    text = "The teachers' union of Gabon said its president Jan Kowal was beaten."
    assert codes(actors(text, "its president Jan Kowal")) == [("GAB", "LAB")]
    text = "Gabon said its president Jan Kowal was beaten."
    assert codes(actors(text, "its president Jan Kowal")) == [("GAB", "GOV")]


@pytest.mark.parametrize(
    ("text", "words", "date", "name"),
    [
        ("Oslo condemned the junta in Naypyidaw.", "the junta", "2021-06-01", "State Administration Council"),
        ("Oslo condemned the junta in Rangoon.", "the junta", "1999-06-01", "State Peace and Development Council"),
        ("Oslo condemned the junta in Niamey.", "the junta", "2023-09-01",
         "National Council for the Safeguard of the Homeland"),
        ("Oslo condemned the junta in Naypyidaw.", "the junta", "2015-06-01", None),
    ],
)  # fmt: skip
def test_the_junta_is_one_body_by_date(text: str, words: str, date: str, name: str | None) -> None:
    assert [a.identifier_text for a in actors(text, words, date=date)] == [name]
