"""What is no event, or one of another category, beside the nearest case that is: through the public door, with the
packaged encoder."""

from __future__ import annotations

import pytest

import wader
from wader.records import Event

Said = list[tuple[str, str]]


def events(text: str, **options: object) -> list[Event]:
    return wader.code(text, date="2024-05-14", **options).events  # type: ignore[arg-type]


def categories(text: str) -> list[str]:
    return [e.event[0] for e in events(text)]


CRIME = (
    "A jury in Leeds was told on Tuesday how Peter Holroyd stabbed his neighbour to death in an alley. The court heard "
    "that the two men had quarrelled over a fence for years. Detectives arrested Holroyd at a bus stop."
)
RAID = (
    "A jury in Leeds was told on Tuesday how Peter Holroyd stabbed a member of parliament to death in an alley. The "
    "court heard that he had sworn revenge on the government. Detectives arrested Holroyd at a bus stop."
)


def test_private_crime_is_no_assault_but_the_arrest_is_told() -> None:
    assert categories(CRIME) == ["COERCE"]
    assert categories(f"{CRIME} The neighbour had refused to hand over the key to him.") == ["COERCE"]
    assert "ASSAULT" in categories(RAID)


def test_what_a_gang_does_to_things_of_the_authorities_is_told() -> None:
    assert categories("Gang members attacked two police stations in Port-au-Prince.") == ["ASSAULT"]
    assert categories("Gang members attacked two shops in Port-au-Prince.") == []


def test_security_is_tightened_by_those_who_guard() -> None:
    (event,) = events("Security was tightened in Dhaka ahead of the verdict.")
    assert (event.event, event.mode) == (["MOBILIZE"], ["police"])
    assert [(a.code, a.sector) for a in event.actor] == [("BGD", "COP")]
    assert categories("The rules on job security were tightened in Dhaka.") == []


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("The president met the queen, and the sitting governor of Texas praised the army.", "CONSULT"),
        ("A group called New Dawn accused the mayor of Lima of fraud.", "ACCUSE"),
    ],
)
def test_a_participle_that_describes_is_no_event(text: str, category: str) -> None:
    found = events(text)
    assert category in [e.event[0] for e in found]
    assert not {"sitting", "called"} & {t.text for e in found for t in e.event_text}


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("Asked if the army of Chad had entered the town, the minister accused France of lying.", "REQUEST"),
        ("Imports from Brazil declined 12 percent last year, while Peru accused Chile of dumping steel.", "REJECT"),
        ("Mrs. Okello passed more bills than any other member of the Senate of Kenya.", "SUPPORT"),
        ("She should also get a boost from the debate, the senator from Ohio said.", "REQUEST"),
        ("The envoy charged with facilitating the talks in Sudan left Khartoum.", "ACCUSE"),
        ("The whip of the Democrats was whipping members of Congress against the bill.", "ASSAULT"),
        ("Local officials in Iowa hit the streets with free meals.", "PROTEST"),
        ("Some officers are loyal to the deposed president of Niger.", "SUPPORT"),
        ("One militia was fighting on the side of the Saudi invaders.", "ASSAULT"),
        ("The French president sat down with the newspaper to discuss the war in Mali.", "CONSULT"),
        ("The general of Mali, questioned as he left, said no.", "ACCUSE"),
        ("The Salvadoran general, questioned as he left the palace, said that the case was closed.", "ACCUSE"),
        ("The memorandum was signed by the chief of the Kenyan opposition.", "AGREE"),
        ("The party release said that the minister of Ghana had gone home.", "RETREAT"),
        ("The Kenyan army lost 40 soldiers, who offered their lives to defend the capital.", "AGREE"),
        ("The senators of Ohio spoke at length of the threat from the Taliban.", "THREATEN"),
        ("The Guatemalan authorities identified the body of a murdered teacher.", "ACCUSE"),
        ("Supporters of both senators clashed over the credentials of delegates in Ohio.", "ASSAULT"),
        ("Combined army and police forces of Peru raided a villa.", "COOPERATE"),
        ("The Senate primary election goes on. Senator Ann Boyd has captured Georgia and Ohio.", "COERCE"),
        ("The election in Ohio is near. Senator Ann Boyd spoke of wages at a noon rally in Dayton.", "PROTEST"),
        ("The Turkish president's highly criticized press conference pleased France.", "ACCUSE"),
        ("Among the refugees are officers of the disbanded Panamanian army.", "COERCE"),
        ("The law will save women in Ohio ten million dollars a year.", "AID"),
        ("The rebels have unleashed a disinformation offensive against El Salvador.", "ASSAULT"),
        ("We asked our Kenyan followers which candidate won the debate in Nairobi.", "REQUEST"),
        ("The Kenyan verdict caught some French prosecutors by surprise.", "COERCE"),
        ("Local mayors hit streets with Meals on Wheels.", "PROTEST"),
        ("France praised the Kenyan army, whom we rather call a band than a force.", "REQUEST"),
        ("France accused people linked to the Kenyan government of murder.", "SUPPORT"),
        ("The Chinese envoy pointed to the end of illiteracy and praised France.", "ACCUSE"),
        ("France said that its troops had restored order in Mali and thanked Chad.", "CONCEDE"),
        ("The Kenyan candidate accepted 4,000 dollars for a speech to the Russian bank.", "AGREE"),
    ],
)
def test_other_senses_are_no_event(text: str, none: str) -> None:
    assert none not in categories(text)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("The minister declined an invitation from the government of Peru.", "REJECT"),
        ("Lawmakers in Nairobi passed a bill that backs the president.", "SUPPORT"),
        ("The bishop of Lima said the police should release the students.", "REQUEST"),
        ("The prosecutor charged the colonel with killing two monks in Quito.", "ACCUSE"),
        ("Guards whipped the prisoners in a jail in Aleppo.", "ASSAULT"),
        ("Students hit the streets of Dakar over higher fees.", "PROTEST"),
        ("The French president sat down with the Malian prime minister to discuss the war.", "CONSULT"),
        ("The Nigerian paper closed after threats from the gang against its editor.", "THREATEN"),
        ("Ethiopia and Eritrea clashed over the border town.", "ASSAULT"),
        ("The election in Georgia was fraught. The rebels captured the northern town of Zugdidi.", "COERCE"),
        ("The bishop asked all Peruvians and all institutions of Lima to support the proposal.", "REQUEST"),
        ("Before the election the Kenyan opposition held a rally against the president.", "PROTEST"),
    ],
)
def test_the_nearest_case_is_one(text: str, category: str) -> None:
    assert category in categories(text) or (category == "ACCUSE" and "COERCE" in categories(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Both senators bowed to the wishes of the Kenyan president.", "CONCEDE"),
        ("The Syrian militia pledged allegiance to the Islamic State.", "SUPPORT"),
        ("The candidate echoed the Russian president's justification of the tariffs.", "SUPPORT"),
        ("A senior Syrian official flagged the resumption of peace talks with Israel.", "AGREE"),
        ("The Salvadoran army has charged the guerrillas with hiding in Honduras.", "ACCUSE"),
        ("The Democratic party chair dismissed the senator's accusations against the campaign.", "REJECT"),
        ("The Malian generals gave the president 48 hours to resign.", "THREATEN"),
        ("The Sudanese army launched a counteroffensive against the rebels on Monday.", "ASSAULT"),
        ("The Kenyan preacher lambasted American senators on his new show.", "ACCUSE"),
        ("The Kenyan president hauled up the ministers over the famine.", "ACCUSE"),
        ("The Kenyan president has vowed to leave the pensions of the army untouched.", "AGREE"),
        ("The French candidate promised to deport Algerian migrants.", "THREATEN"),
        ("The French candidate has pledged to ban foreigners from the country.", "THREATEN"),
        ("The Syrian army discharged two officers for refusing to fight.", "SANCTION"),
        ("Kenyan guards turned their guns on the prisoners.", "ASSAULT"),
        ("The Kenyan unions called for a general strike in Nairobi.", "REQUEST"),
        ("The Ukrainian parliament voted to dismiss the government.", "SANCTION"),
        ("The Argentine president expressed his disagreement with Nicaragua's decision to end the truce.", "ACCUSE"),
        ("Why does France increase aid to the Malian government and prolong the war?", "AID"),
        ("Kenyan officers kept telephoning, imploring the Ugandan minister to do something.", "REQUEST"),
    ],
)
def test_words_of_one_sense_keep_their_category(text: str, expected: str) -> None:
    assert expected in categories(text)


def test_politicians_who_attack_each_other_criticise() -> None:
    text = "The rivals in the Republican primary election debated torture. Marco Rubio fired at Donald Trump on Monday."
    assert "ASSAULT" not in categories(text)
    assert "ASSAULT" in categories("Before the election in Iraq, soldiers fired at Sunni protesters in the capital.")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Convoy no 77 of the Turkish army was attacked by Kurdish rebels.", "happened"),
        ("No convoy of the Turkish army was attacked by Kurdish rebels.", "denied"),
        ("Let us not forget that Kurdish rebels attacked the Turkish army.", "happened"),
    ],
)
def test_a_number_and_what_is_not_forgotten_deny_nothing(text: str, status: str) -> None:
    assert {e.status for e in events(text) if e.event[0] == "ASSAULT"} == {status}


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("The envoy toured riot-affected districts of Gujarat and praised the governor.", "PROTEST"),
        ("The police in Perth are looking for a missing woman, and the mayor praised the army.", "ACCUSE"),
        ("Call the police with information that leads to the arrest of the men who attacked the mosque.", "COERCE"),
        ("The president of Peru defended his decision to buy the jets and accused Chile of lying.", "SUPPORT"),
        ("Senators teased the governor of Texas about his tie and praised the army.", "ACCUSE"),
        ("Nearly two million voters turned out on Sunday, and the president of Chile praised the army.", "REJECT"),
        ("The assembly of Ghana will not meet again before May, and its speaker criticised the army.", "REJECT"),
        ("Did the cabinet of Peru discuss wages with the unions?", "CONSULT"),
        ("Peru would have been saved if the army had attacked the rebels.", "ASSAULT"),
        ("The rebels attacked an interpreter who worked with the army of Chad.", "COOPERATE"),
    ],
)
def test_household_senses_and_what_was_not_so(text: str, none: str) -> None:
    assert none not in categories(text)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Peru received the green light from Chile to host the summit.", "AGREE"),
        ("The senator broke ranks with the Republican Party.", "REJECT"),
        ("In a shift, Mexico stood up to the president of Chile.", "REJECT"),
        ("The rebels promised to refrain from attacks against the mayors of Peru.", "AGREE"),
        ("The candidate insisted on his intention of a reconciliation with Peru.", "AGREE"),
        ("The minister of Peru regretted his remarks about the president of Chile.", "CONCEDE"),
        ("The people of Mali are supporting the army and the president.", "SUPPORT"),
        ("The police of Perth discussed the riot with the mayor, and the bishop met the protesters.", "CONSULT"),
    ],
)
def test_idioms_tell_of_their_own_category(text: str, category: str) -> None:
    assert set(categories(text)) == {category}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The general may have spoken to the mayor.", []),  # imagined, and perhaps no event to the encoder
        ("The premier could criticise the bishops.", ["ACCUSE"]),
        ("The party never helped the farmers.", ["AID"]),
        ("The mayor helped the minister at the polls.", []),  # of use, no help
    ],
)
def test_what_is_unreal_or_of_use_needs_the_encoder(text: str, told: list[str]) -> None:
    assert categories(text) == told


def test_a_rally_where_a_candidate_speaks_is_no_protest() -> None:
    page = "The presidential candidate won the primary election in Ohio. Voters in the state go to the polls in May. {}"
    rally = "At a rally in Ohio on Thursday, the candidate spoke of trade with Kenya."
    march = "Hundreds of students marched through Ohio on Thursday to protest against the governor."
    assert "PROTEST" not in categories(page.format(rally))
    assert "PROTEST" in categories(page.format(march))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The admiral of Chile harshly attacked President Alan Garcia of Peru.", ["ACCUSE"]),
        ("The army of Chile fiercely attacked the rebels of Peru.", ["ASSAULT"]),
        ("Kenya ended its feud with Uganda.", ["AGREE"]),
        ("The bishop of Lima called the minister out for his lies.", ["ACCUSE"]),
    ],
)
def test_attacks_by_words_and_feuds(text: str, expected: list[str]) -> None:
    assert categories(text) == expected


def test_who_bears_arms_attacks_harshly_with_more_than_words() -> None:
    assert categories("The rebels sharply attacked the barracks in Mali.") == ["ASSAULT"]
    assert categories("The senator sharply attacked the president of Chad.") == ["ACCUSE"]


def test_who_is_captured_on_film_is_free() -> None:
    assert categories("Two colonels were captured on film in Lagos.") == []
    assert categories("Two colonels were captured in Lagos.") == ["COERCE"]


def test_an_ally_of_others_is_no_praise() -> None:
    assert categories("Japan regards Kenya as a key partner.") == ["SUPPORT"]
    assert "SUPPORT" not in categories("Germany described Russia as a former partner.")
