"""Sectors by whole classes of words: offices of law, drug lords, chambers, people of a party, inhabitants, parties to a
matter, those who come in uniform, and bodies whose name tells their kind."""

from __future__ import annotations

import pytest

import wader
from evaluation.common import LEXICON_ONLY
from tests.parsing import annotated, knowledge
from tests.resolve.test_actors import actors, codes
from wader.records import Event, Mention
from wader.resolve.actors import ActorResolver


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # bodies and things whose words tell whose they are
        ("The Kilgore County Sheriff's Office in Texas held a man.", "The Kilgore County Sheriff's Office",
         ("USA", "COP")),
        ("Kenya's roads department hired a man.", "Kenya's roads department", ("KEN", "GOV")),
        ("Kenyan cocaine lords fled.", "Kenyan cocaine lords", ("KEN", "CRM")),
        ("The chamber of commerce of Kenya protested.", "The chamber of commerce of Kenya", ("KEN", "BUS")),
        ("The chamber of deputies of Kenya protested.", "The chamber of deputies of Kenya", ("KEN", "LEG")),
        ("The archbishopric of Lima in Peru protested.", "The archbishopric of Lima", ("PER", "REL")),
        ("The Kenyan central committee met.", "The Kenyan central committee", ("KEN", "PTY")),
        ("The Chinese central committee met.", "The Chinese central committee", ("CHN", "GOV")),
        ("Kenya's patriotic union marched.", "Kenya's patriotic union", ("KEN", "PTY")),
        ("Kenya's dock workers' union marched.", "Kenya's dock workers' union", ("KEN", "LAB")),
        ("Kenyan prison guards fled.", "Kenyan prison guards", ("KEN", "COP")),
        # of a body that has members
        ("Kenya voted. Many people in our party were glad.", "Many people in our party", ("KEN", "PTY")),
        ("Kenya voted. Many people in our town were glad.", "Many people in our town", ("KEN", "CVL")),
        ("A Kenyan radio station closed. The radio station's man was held.", "The radio station's man", ("KEN", "JRN")),
        # inhabitants
        ("Texans marched on Monday.", "Texans", ("USA", "CVL")),
        ("Texas sued on Monday.", "Texas", ("USA", "GOV")),
        ("Police in Oslo held a wounded Iraqi on Monday.", "a wounded Iraqi", ("IRQ", "CVL")),
        # who comes in uniform
        ("A group of men wearing military uniforms shot a priest in Peru.", "A group of men wearing military uniforms",
         ("PER", "UAF")),
        ("Five men dressed as soldiers took a priest in Peru.", "Five men dressed as soldiers", ("PER", "UAF")),
        ("Women carrying flags marched in Peru.", "Women carrying flags", ("PER", "CVL")),
        # what stands between an owner and an officer
        ("In Spain the GRAPO's foreign relations secretary Jan Kowal met a judge.", "Jan Kowal", ("ESP", "REB")),
        ("In Spain the foreign relations secretary Jan Kowal met a judge.", "Jan Kowal", ("ESP", "GOV")),
        ("PKL leader Jan Kowal praised Kenya.", "PKL leader Jan Kowal", ("KEN", "PTY")),
        ("US leader Jan Kowal praised Kenya.", "US leader Jan Kowal", ("USA", "GOV")),
        ("In Kenya the Akalo leader Jan Kowal met a judge.", "Jan Kowal", ("KEN", "PTY")),
        ("In Kenya the veteran leader Jan Kowal met a judge.", "Jan Kowal", ("KEN", "GOV")),
        ("He spoke of a Kenyan minister, a Mr Kowal, who was shot.", "a Mr Kowal", ("KEN", "GOV")),
        # a party's branch, a state's people
        ("The party advised its Bihar unit to wait. India voted.", "its Bihar unit", ("IND", "PTY")),
        ("Kenya called on the entire country to wait.", "the entire country", ("KEN", "CVL")),
        ("Kenya voted. Uganda called on the country to wait.", "the country", ("UGA", "GOV")),
        ("The South Ossetians of Georgia agreed.", "The South Ossetians", ("GEO", "GOV")),
        ("Kenya spoke to the Falklands.", "the Falklands", ("GBR", "GOV")),
        # listed once, by hand
        ("The Extraditables in Colombia wrote a letter.", "The Extraditables", ("COL", "CRM")),
    ],
)  # fmt: skip
def test_of_what_sector_they_are(text: str, words: str, expected: tuple[str, str]) -> None:
    assert codes(actors(text, words)) == [expected]


def test_parties_to_a_matter_are_no_political_ones() -> None:
    assert codes(actors("The talks between the parties involved in Kenya are over.", "the parties involved")) == [
        ("KEN", None)
    ]
    assert codes(actors("The talks between the parties in Kenya are over.", "the parties")) == [("KEN", "PTY")]
    text = "Kenya and the rebels met. All parties to the conflict should stop."
    assert codes(actors(text, "All parties to the conflict")) == [("KEN", "GOV"), ("KEN", "REB")]


def test_a_former_officer_of_any_kind_is_former() -> None:
    entities = annotated("Kenya held the former financial adviser Jan Kowal.").entities
    assert [e.sector for e in entities if e.kind == "PERSON"] == ["ELI"]


@pytest.mark.parametrize(
    ("text", "word", "sector"),
    [
        ("Rebels ambushed a Kenyan air force helicopter in Chad.", "Kenyan", "MIL"),
        ("Rebels ambushed a Kenyan trade mission helicopter in Chad.", "Kenyan", "GOV"),
    ],
)
def test_a_state_before_its_force_is_the_force(text: str, word: str, sector: str) -> None:
    document = annotated(text)
    sentence = document.sentences[0]
    assert sentence.tokens is not None
    token = sentence.tokens.text.index(word)
    start = sentence.tokens.start[token]
    said = Mention(start, start + len(word), token, "obj.amod")
    found = ActorResolver(knowledge()).resolver(document).resolve(sentence, said)
    assert [actor.sector for actor, _ in found] == [sector]


def _events(text: str) -> list[Event]:
    return wader.code(text, date="2024-05-14", knowledge=LEXICON_ONLY).events


def test_who_blows_himself_up_is_armed() -> None:
    told = _events("A woman blew herself up outside a station in Moscow on Monday, killing ten people.")
    assert {a.sector for e in told if e.event == ["ASSAULT"] for a in e.actor} == {"UAF"}


def test_a_town_that_is_bombed_is_its_people() -> None:
    told = _events("Turkish troops bombed Mosul on Monday.")
    assert [(r.code, r.sector) for e in told for r in e.recipient] == [("IRQ", "CVL")]
    told = _events("Turkish officials criticised Mosul on Monday.")
    assert [(r.code, r.sector) for e in told for r in e.recipient] == [("IRQ", "GOV")]
