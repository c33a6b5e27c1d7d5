"""The country of those whom no name, nationality or office tells: where the page plays, who holds them, whence they
come, and what a page says of other countries that moves nobody there."""

from __future__ import annotations

import msgspec
import pytest

import wader
from tests.parsing import annotated, knowledge, mention
from tests.resolve.test_actors import actors, codes
from wader.resolve.actors import ActorResolver


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        # where a relative clause, talks or a suit take place says nothing of the rest
        ("People voted in Kenya. Kenya's army helps farmers through firms which operate in Norway.", "farmers", "KEN"),
        ("People voted in Kenya. Kenya cheered. As for the summit held in Norway, the armed forces support it.",
         "the armed forces", "KEN"),
        ("People voted in Kenya. Kenya cheered. Guards beat farmers, according to a lawsuit filed in Norway.",
         "farmers", "KEN"),
        ("Kenya voted. Guards beat farmers in Norway.", "farmers", "NOR"),
        # who holds people of whom only a number is told; an army where it is at home
        ("Oslo police arrested nine in a plot tied to Chile.", "nine", "NOR"),
        ("People voted in Chad. Chad cheered in a school in Mali. Chad's army captured hundreds of men.",
         "hundreds", "TCD"),
        # whom a parliament deals with, though the page is told from elsewhere; its members may be abroad
        ("NAIROBI: Malawi's parliament voted against the prime minister.", "the prime minister", "MWI"),
        ("NAIROBI: Lawmakers from Malawi met the prime minister.", "the prime minister", "KEN"),
        # officers of one list are of one government, but not those who meet, nor two of one office
        ("The Norwegian prime minister and the defence minister visited Peru.", "the defence minister", "NOR"),
        ("Norwegian Prime Minister Kari Moen and General Ole Bakke visited Peru.", "General Ole Bakke", "NOR"),
        ("Peru cheered. The Norwegian prime minister and the defence minister met in Lima.", "the defence minister",
         "PER"),
        ("Peru cheered. The Norwegian president and the prime minister voted in Lima.", "the prime minister", "PER"),
        # foreigners do not visit their own country
        ("Lima is calm. The minister of Peru said that a group of Norwegian judges visited the country last week.",
         "the country", "PER"),
        # a nationality told of one private person, a nickname, an embassy, a border, a state that does something
        ("A Norwegian nurse, Kari Moen, is free. Moen sang. Rebels took Moen in Peru. A congressman met Moen.",
         "A congressman", "PER"),
        ("Police shot Luis Rey, known as the Mexican. Police saw Bolivia cheer. Then police shot nine others.",
         "nine others", "BOL"),
        ("The major was made attaché at the Kenyan embassy in Norway. Guerrillas struck the detachment.",
         "the detachment", "KEN"),
        # a state of which a clause tells, the police of a place though another state's were told of
        ("Ghana voted. Ghana's president spoke of Romania, where soldiers shot workers.", "workers", "ROU"),
        ("Honduran police met. In Lima, policemen seized drugs.", "policemen", "PER"),
        # whose ruler the sentence names
        ("Kenyan President Uhuru Kenyatta spoke to Kenya. Kenya wept. Kenya sang. Leaders met in Oslo in Norway. In "
         "Norway, fish died in Bergen. President Kenyatta's plan was lost when the Supreme Court shelved it.",
         "the Supreme Court", "KEN"),
        # a town that soldiers storm
        ("US troops stormed the rebel stronghold of Fallujah to drive out militants.", "militants", "IRQ"),
    ],
)  # fmt: skip
def test_where_the_page_plays(text: str, words: str, country: str) -> None:
    assert codes(actors(text, words))[0][0] == country


def test_a_citizen_hostage_is_one_person() -> None:
    document = annotated("The group claims to have taken a Kenyan citizen hostage in Mali.")
    sentence, words = mention(document, "citizen")
    words = msgspec.structs.replace(words, slot="obj.compound")
    found = codes([a for a, _ in ActorResolver(knowledge()).resolver(document).resolve(sentence, words)])
    assert found == [("KEN", "CVL")]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Chad mourned. Guards in Chad shot at troops who had tried to enter the country from Niger.", "troops",
         [("NER", "MIL")]),
        ("Guards fired on troops trying to enter Chad.", "troops", [("TCD", "MIL")]),
        ("The Nicaraguan government hosts them. Talks between the government and Chad's guerrillas began.",
         "the government", [("TCD", "GOV")]),
        ("Peru voted. A Nobel Peace Prize winner praised Lima.", "A Nobel Peace Prize winner", [(None, "SOC")]),
        ("Police hope to learn the identity of a man in Lima.", "a man", [(None, "CVL")]),
        ("Turkey voted. No state shall return a refugee.", "a refugee", [(None, "REF")]),
        ("Turkey voted. Turkey returned a refugee.", "a refugee", [("TUR", "REF")]),
        ("A French terrorist organization fled. ISIS grew. The terrorist organization killed a judge.",
         "The terrorist organization",
         [("IMG", "REB")]),
        ("India voted. The BJP met. The allies agreed.", "The allies", [("IND", "PTY")]),
        ("Bush said he will work with allies.", "allies", [(None, "GOV")]),
    ],
)  # fmt: skip
def test_whose_they_are(text: str, words: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert codes(actors(text, words)) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the guerrilla group is holding u.s. citizens ann otieno and jane mboya, who were kidnapped in bamako.",
         "jane mboya"),
        ("ann otieno jr, a u.s. citizen being held in prison for drug trafficking, was stabbed to death.",
         "ann otieno"),
    ],
)  # fmt: skip
def test_a_nationality_that_several_share_or_that_stands_behind(text: str, words: str) -> None:
    events = wader.code(f"the police in bamako spoke today.\n{text}", date="1990-03-14").events
    assert {a.code for e in events for a in e.recipient if a.entity_text == words} == {"USA"}


def test_a_body_called_after_a_place_is_of_that_places_country() -> None:
    text = "Police held a suspected Albany arsonist in Georgia. Georgia Bureau of Roads agents raided a home in Macon."
    found = wader.code(text).events
    assert {a.code for e in found for a in (*e.actor, *e.recipient)} == {"USA"}


def test_a_state_that_is_only_condemned_is_no_scene() -> None:
    text = "A South African nurse was killed by police. The president condemned Israel."
    assert codes(actors(text, "police")) == [("ZAF", "COP")]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # a street or quarter that is called after a state is not in it
        ("The looters of Lima met police at Norway and Cordoba Streets. Peru is calm. Men hit officers.", "officers",
         ("PER", "COP")),
        ("In Egypt, police blocked streets. Norway condemned it. The army fired shots.", "army", ("EGY", "MIL")),
        # an embassy and its staff are where they were sent
        ("Kenya is calm. The Norwegian ambassador and the Norwegian embassy regretted it. The Norwegian consul left. "
         "The people of Kenya protested. The mayor met residents.", "residents", ("KEN", "CVL")),
        # those who are of a people in one state
        ("The United States sanctioned Bosnian Serb officials.", "Bosnian Serb officials", ("BIH", "GOV")),
        # going about is nobody; a party that a former minister has is no elite
        ("Kenyan police put curbs on the movement of the nuns.", "nuns", ("KEN", "REL")),
        ("The court dissolved former Kenyan president Daniel Moi's political party.", "political party",
         ("KEN", "PTY")),
    ],
)
def test_what_only_has_a_name_of_a_state(text: str, words: str, expected: tuple[str, str]) -> None:
    assert codes(actors(text, words)) == [expected]


def test_both_political_parties_are_no_two_states() -> None:
    page = "Kenya and Chad met in Nairobi, Kenya. Voters in Kenya are tired of both political parties."
    assert codes(actors(page, "both political parties")) == [("KEN", "PTY")]


def test_a_town_beside_a_county_is_not_the_capital() -> None:
    text = "The Athens police arrested a man for theft on Monday. He was taken to the Henderson County Jail."
    assert {a.code for e in wader.code(text, date="2024-05-14").events for a in e.actor} == {"USA"}


def test_the_object_of_an_assurance_is_no_owner_of_an_office() -> None:
    (event,) = wader.code("The Kenyan president assured the Ugandan president of his support.").events
    assert [r.code for r in event.recipient] == ["UGA"]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Guerrillas burned a bus owned by a Spanish company in Arauca, Colombia.", ("ESP", "BUS")),
        ("Guerrillas burned a bus painted by pupils in Arauca, Colombia.", ("COL", "CVL")),
    ],
)
def test_a_thing_is_of_who_owns_it(text: str, party: tuple[str, str]) -> None:
    (event,) = (e for e in wader.code(text).events if e.event == ["ASSAULT"])
    assert [(r.code, r.sector) for r in event.recipient] == [party]
