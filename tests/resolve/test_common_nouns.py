"""Country and sector of parties that are called by a common noun: the page's scene, their arms, their company."""

from __future__ import annotations

import pytest

from tests.parsing import annotated, knowledge, mention
from tests.resolve.test_actors import actors, codes, resolved
from wader.records import Place
from wader.resolve.actors import ActorResolver


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # what a participle or an armed word before it makes of a man
        ("Chad jailed two masked men.", "two masked men", ("TCD", "UAF")),
        ("Chad jailed two tired men.", "two tired men", ("TCD", "CVL")),
        ("Togo treated wounded military men.", "wounded military men", ("TGO", "MIL")),
        ("Togo treated business men.", "business men", ("TGO", "CVL")),
        # officers among soldiers, officers of the police
        ("Kenya mourned an officer and four soldiers.", "an officer", ("KEN", "MIL")),
        ("Kenya mourned an officer and four policemen.", "an officer", ("KEN", "COP")),
        ("Kenya mourned an officer.", "an officer", ("KEN", "COP")),
        ("Kenya's army moved out. The army lost a tank. An officer fled.", "An officer", ("KEN", "MIL")),
        ("Kenya's army moved out. The army helped police. An officer fled.", "An officer", ("KEN", "COP")),
        ("Kenya mourned two battalion officers.", "two battalion officers", ("KEN", "MIL")),
        ("Kenya mourned two traffic officers.", "two traffic officers", ("KEN", "COP")),
        # what a group noun without a sector takes from the word before it
        ("Peru banned a Maoist organisation.", "a Maoist organisation", ("PER", "REB")),
        ("Peru banned urban commando groups.", "urban commando groups", ("PER", "REB")),
        ("Hezbollah commandos left Lebanon.", "Hezbollah commandos", ("LBN", "REB")),
        ("Lebanese commandos left Lebanon.", "Lebanese commandos", ("LBN", "MIL")),
        # bodies of the citizens of a state, however they are spelt
        ("India's police stopped karsewaks.", "karsewaks", ("IND", "REL")),
        ("India's police stopped ram sewaks.", "ram sewaks", ("IND", "REL")),
        ("India heard of it. The oppn slammed the minister.", "The oppn", ("IND", "OPP")),
        ("India heard of it. The nyas sued the minister.", "The nyas", ("IND", "SOC")),
        ("Outside groups spent much in Texas.", "Outside groups", ("USA", "SOC")),
        ("Outside observers spent weeks in Ghana.", "Outside observers", (None, "SOC")),
        # arms stay arms whoever commands
        ("The fascist troops of Zambia burnt a barn.", "fascist troops", ("ZMB", "MIL")),
        ("Rebel troops in Zambia burnt a barn.", "Rebel troops", ("ZMB", "REB")),
        ("Fighters of the Sudanese National Umma Party fled.", "Fighters", ("SDN", "REB")),
        ("Workers of the Sudanese National Umma Party fled.", "Workers", ("SDN", "PTY")),
        ("Peru honoured Jesuit brothers.", "Jesuit brothers", ("PER", "REL")),
        ("Peru honoured older brothers.", "older brothers", ("PER", "CVL")),
        ("He was handed over to U.S. justice.", "U.S. justice", ("USA", "JUD")),
        ("Nauru greeted the peoples of the world.", "the peoples of the world", (None, "CVL")),
        ("Nauru greeted the people of the island.", "the people of the island", ("NRU", "CVL")),
        ("Chad wrote to congressional leaders.", "congressional leaders", ("TCD", "LEG")),
        ("Peru held urban guerrilla commandos.", "urban guerrilla commandos", ("PER", "REB")),
        ("The Central American presidents in Honduras met.", "Central American presidents", (None, "GOV")),
        ("The presidents of courts in Honduras met.", "The presidents of courts", ("HND", "JUD")),
        # words of one state, bodies of none
        ("A GI fell ill in Mali.", "A GI", ("USA", "MIL")),
        ("Carabinieri flew to Mali.", "Carabinieri", ("ITA", "COP")),
        ("Chad thanked the international community.", "the international community", (None, "GOV")),
        ("Chad thanked the fishing community.", "the fishing community", ("TCD", "CVL")),
        ("A reading outfit in Mali sued a minister.", "A reading outfit", ("MLI", "SOC")),
        ("A banned outfit in India shot a guard.", "A banned outfit", ("IND", "REB")),
        ("The state unit of Mali's greens met.", "The state unit", ("MLI", "PTY")),
        ("A special task force freed a girl in Mali.", "A special task force", ("MLI", "COP")),
        ("A task force on tax met in Mali.", "A task force", ("MLI", "GOV")),
        ("Its armed wing fired at a bus in Mali.", "armed wing", ("MLI", "REB")),
    ],
)  # fmt: skip
def test_country_and_sector(text: str, words: str, expected: tuple[str | None, str | None]) -> None:
    assert codes(actors(text, words)) == [expected]


def test_a_role_of_mostly_one_state_speaks_for_a_page_that_names_none() -> None:
    assert codes(actors("The chief minister met police. Police left.", "Police")) == [("IND", "COP")]
    assert codes(actors("The chief minister of Sarawak met police. Malaysia agreed.", "police")) == [("MYS", "COP")]


def test_oil_reserves_are_no_reserve_troops() -> None:
    assert ("AGO", "MIL") not in codes(actors("Fire ruined the oil reserves of Angola.", "the oil reserves"))
    assert codes(actors("Angola called up army reserves.", "army reserves")) == [("AGO", "MIL")]


def test_a_nationality_told_of_somebody_abroad_is_no_scene() -> None:
    text = (
        "A Swiss citizen was robbed near the market. A second Swiss citizen hid. The Swiss embassy thanked police "
        "in Peru. The thieves fled to a village in Peru."
    )
    assert codes(actors(text, "thieves")) == [("PER", "CRM")]
    home = "Swiss police searched a barn. Swiss villagers watched. The thieves fled."
    assert codes(actors(home, "thieves")) == [("CHE", "CRM")]


def test_an_agency_is_no_scene() -> None:
    text = "TASS was told in Peru. TASS, TASS said. Villagers wept over Peru."
    assert codes(actors(text, "Villagers")) == [("PER", "CVL")]


def test_an_army_abroad_is_no_scene() -> None:
    text = "French soldiers left a camp in Niger. French soldiers had guarded a mine in Niger. Protesters cheered."
    assert codes(actors(text, "Protesters")) == [("NER", "OPP")]


def test_whose_a_parliament_is_is_no_place() -> None:
    text = "Ghana jailed an editor. He had lied in the French parliament. Villagers in Ghana cheered. Farmers wept."
    assert codes(actors(text, "Farmers")) == [("GHA", "AGR")]


@pytest.mark.parametrize(
    ("words", "code"),
    [("a military convoy in the Dulce hills", "HND"), ("the military convoy in the Dulce hills", "USA")],
)
def test_who_is_new_is_where_his_phrase_says(words: str, code: str) -> None:
    text = f"Honduras mourned a U.S. soldier. The rebels shot at {words}."
    document = annotated(text)
    start = text.index("Dulce")
    document.places.append(
        Place(start=start, end=start + 5, in_="text", text="Dulce", sentence=2, country_code="HND")
    )
    assert codes(resolved(document, words)) == [(code, "MIL")]


def test_others_are_of_those_counted_before() -> None:
    text = "In Nepal a rebel was killed and five others were wounded."
    assert codes(actors(text, "five others")) == [("NPL", "REB")]
    text = "In Nepal one of the rebels was killed, while police caught nine others."
    assert codes(actors(text, "nine others")) == [("NPL", "REB")]
    assert codes(actors("In Nepal five others were wounded.", "five others")) == [("NPL", "CVL")]
    assert codes(actors("In Nepal the rebels fled and five others were wounded.", "five others")) == [("NPL", "CVL")]


def test_rebels_are_of_the_country_whose_rebels_the_page_names() -> None:
    text = "Norway hailed its envoys. Norway met Colombian rebels. Norway paid. Norway left. The guerrillas stayed."
    assert codes(actors(text, "The guerrillas")) == [("COL", "REB")]


def test_another_countrys_government_is_not_meant_for_long() -> None:
    filler = "Kenya built a road. Kenya built a dam. Kenya built a port. Kenya sold tea. Kenya sold gold. Kenya ate. "
    text = f"Kenya met the Danish government. {filler}The government fell."
    assert codes(actors(text, "The government")) == [("KEN", "GOV")]
    assert codes(actors("Kenya met the Danish government. The government fell.", "The government")) == [("DNK", "GOV")]


def test_the_adjective_before_a_role_is_its_own_whatever_the_parse() -> None:
    text = "envoys in kenya said that aid to the peruvian armed forces and government was cut."
    assert codes(actors(text, "peruvian armed forces")) == [("PER", "MIL")]


def test_a_town_without_capitals_needs_more_than_its_name() -> None:
    text = "peruvian rebels hid in merced. peruvian police left. peruvian farmers fled. residents of merced wept."
    document = annotated(text)
    start = text.index("merced")
    document.places.append(Place(start=start, end=start + 6, in_="text", text="merced", sentence=1, country_code="USA"))
    sentence, found = mention(document, "peruvian rebels")
    assert ActorResolver(knowledge()).resolver(document).resolve(sentence, found)[0][0].code == "PER"
    assert codes(resolved(document, "residents"))[0] == ("PER", "CVL")


def test_short_forms_in_the_order_of_another_language() -> None:
    text = "The Democratic Workers Union (SDU) met in Chad. A PTD chief of the Democratic Party of Toil (PTD) left."
    assert codes(actors(text, "A PTD chief"))[0][1] == "PTY"
