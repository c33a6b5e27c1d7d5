"""Words that tell another category, or no event, by what stands around them: through the public door, with the packaged
encoder."""

from __future__ import annotations

import pytest

import wader
from wader.annotate.parse import load_pipeline
from wader.records import Event


def events(text: str) -> list[Event]:
    return wader.code(text, date="2024-05-14").events


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is to come or called off is not what it was
        ("The round of talks between Ghana and Togo scheduled for next week was suspended.", ["REJECT"]),
        ("The senator said he would endorse Governor Mensah.", ["AGREE"]),
        ("Norway has been mediating between the rebels and the army of Mali.", ["CONSULT"]),
        ("The premier of Ghana said he will suspend the unilateral cease-fire with the rebels.", ["THREATEN"]),
        ("The ruling was read before the president of Ghana visits Togo next week.", ["AGREE"]),
        ("The rebels in Peru seized the mayor on Monday.", ["ASSAULT"]),
        # what is held against somebody, and what is held off
        ("Chile rebutted Bolivian criticism of its ports.", ["REJECT"]),
        ("The government of Ghana was opposed to the plan of the guards.", ["REJECT"]),
        ("The senator of Ghana said the governor should have waited for the report.", ["ACCUSE"]),
        ("Officials in Ghana said the minister did not violate any rules.", []),
        ("Union leaders warned the central bank of Ghana not to raise rates.", ["REQUEST"]),
        ("The sheriff is warning residents of Texas about a new scam.", []),
        ("The bishop of Accra prayed for the victims of the flood in Togo.", ["SUPPORT"]),
        ("Ethiopian troops press into a Somali district for the fourth day.", ["ASSAULT"]),
        # courts
        ("The Supreme Court of Ghana on Monday overturned a lower court's ruling on the mines.", ["REJECT"]),
        ("The judge quashed the conviction of the general.", ["CONCEDE"]),
        ("Ghana's highest court ruled that the government cannot detain the men without trial.", ["REJECT"]),
        # words of one category
        ("There were incursions by unidentified armed groups into Uganda.", ["ASSAULT"]),
        ("Officials in Accra warned of an invasion by Togo.", ["ASSAULT"]),
        ("Riots broke out in Accra after the verdict.", ["PROTEST"]),
        ("A ceasefire between Israel and Hamas took effect on Monday.", ["RETREAT"]),
        ("The growers submitted a memorandum to the governor.", ["REQUEST"]),
        # readiness, and its denial in the plural
        ("Ghana stands ready to talk to Togo.", ["AGREE"]),
        ("The rebels are not prepared to talk to the government.", ["REJECT"]),
        # what the object or the subject makes of it
        ("The authorities in Kenya threw the monks out of the country.", ["COERCE"]),
        ("The Kenyan minister withdrew his remarks about Uganda.", ["CONCEDE"]),
        ("The governor of Lagos announced a compensation of two million naira for the victims of the fire.", ["AGREE"]),
        ("The Kenyan army is pressing its offensive against the rebels.", ["ASSAULT"]),
        ("Squatters in Kenya have invaded the estate of the senator.", ["COERCE"]),
        ("The rebels burned the mill in Ghana, as the minister charged on Monday.", ["ASSAULT", "ACCUSE"]),
        ("Ghana said on Monday that the council's statement threatening sanctions on the miners was unfair.",
         ["ACCUSE", "THREATEN"]),
        # no events
        ("The Kenyan police are armed with batons, tear gas and shields.", []),
        ("The governors of Kenya have no power to suspend the constitution.", []),
        ("The FBI named Malmo as the third most dangerous city in Europe.", []),
        ("Seven in ten said they want the governor to continue those programmes.", []),
        ("Hundreds of villagers have sought refuge in churches and Red Cross buildings.", []),
        ("Who breaks it is tried: the constitution protects us, but it also demands that ministers obey.", []),
        ("The rebels attacked the soldiers guarding the ministry of defence.", ["ASSAULT"]),
        ("The spokesman refused to answer questions on who the premier would meet.", []),
        ("The increase will push firms to leave Texas, opponents say.", []),
        ("Ghana has not even thought about breaking relations with Togo.", []),
        ("The children of Accra could have been killed.", []),
        ("The gems are in the safe custody of the governor of Lagos.", []),
        ("The driver was identified by the coroner of Lagos as Gregory Mensah.", []),
        ("The driver, a farmer from Ghana, was ejected from the car.", []),
        ("Several officials I've spoken with like the governor of Texas.", []),
        ("The unions of Ghana are holding the country hostage.", []),
        ("The vice president of Ghana decided not to enter the race.", []),
        ("The text repeats the debunked claim that Ghana attacked Togo.", []),
        # told once
        ("The guerrillas sent messages to the mayors of Peru demanding that they resign.", ["REQUEST"]),
        ("The rebels shot the mayor of Lima and left him wounded.", ["ASSAULT"]),
    ],
)
def test_category(text: str, expected: list[str]) -> None:
    assert [e.event[0] for e in events(text)] == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The offer holds provided that Congress suspends aid to Honduras.", "hypothetical"),
        ("Congress suspended aid to Honduras on Monday.", "happened"),
    ],
)
def test_a_proviso_is_a_condition(text: str, status: str) -> None:
    assert {e.status for e in events(text) if e.event == ["SANCTION"]} == {status}


def test_a_warning_of_an_attack_does_not_say_that_it_happened() -> None:
    found = events("The minister in Abuja warned of attacks by Boko Haram.")
    assert [e.status for e in found if e.event == ["ASSAULT"]] == ["hypothetical"]


def test_riots_that_break_out_are_of_people_of_the_place() -> None:
    (riot,) = events("Riots broke out in Accra after the verdict.")
    assert [(a.code, a.sector) for a in riot.actor] == [("GHA", "CVL")]


def test_the_present_of_be_and_have() -> None:
    lemmatiser = load_pipeline()[1]
    assert [lemmatiser.lemma(form, "VBP") for form in ("are", "am", "'re", "'ve", "run")] == [
        *("be", "be", "be", "have", "run")
    ]


def test_a_military_coup_is_the_militarys() -> None:
    found = events("The African Union condemned the military coup in Niger.")
    assert [[(a.code, a.sector) for a in e.recipient] for e in found if e.event == ["ACCUSE"]] == [[("NER", "MIL")]]


def test_participle_on_a_noun_stands_whatever_is_broken_off_over_it() -> None:
    found = wader.code("Uganda broke off relations in a dispute over four dissidents jailed in Kenya.").events
    assert "CONCEDE" not in {e.event[0] for e in found}


def test_legal_sanction_is_a_permission() -> None:
    found = wader.code("The Kenyan ministry has given legal sanction to the guild to go ahead, the abbot said.").events
    assert {e.event[0] for e in found} == {"CONCEDE"}


def test_sabotage_by_rebels_is_an_attack() -> None:
    found = wader.code("Kenyan guerrillas sabotaged the power system of the coast on Monday.").events
    assert {e.event[0] for e in found} == {"ASSAULT"}


def test_wish_in_a_condition_is_no_demand() -> None:
    found = wader.code("If we want Kenyan voters to support the government, we have to listen to them.").events
    assert "REQUEST" not in {e.event[0] for e in found}


def test_accused_before_a_noun_accuses_nobody() -> None:
    found = wader.code("Accused deserter surrenders in Kenya").events
    assert "ACCUSE" not in {e.event[0] for e in found}


@pytest.mark.parametrize(
    "text",
    [
        "Not a single soldier of Ghana was arrested.",
        "There were no instances of communal violence in Lagos during the rule of the general.",
    ],
)
def test_not_a_single_one_denies(text: str) -> None:
    assert [e.status for e in events(text)] == ["denied"]
