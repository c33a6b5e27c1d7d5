"""Verdicts and demands in reported speech, and in quotations that run over several sentences."""

from __future__ import annotations

import pytest

import wader
from evaluation.common import LEXICON_ONLY
from wader.records import Event


def coded(text: str) -> list[Event]:
    return wader.code(text, date="2024-05-05", knowledge=LEXICON_ONLY)


def said(events: list[Event]) -> set[tuple[str, str, str]]:
    """(category, actor words, recipient words) of each event."""
    return {
        (
            e.event[0],
            " & ".join(a.entity_text or "" for a in e.actor),
            " & ".join(r.entity_text or "" for r in e.recipient),
        )
        for e in events
    }


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan union said the ministry was reckless.",
        "The Kenyan union said the ministry had misled the farmers.",
        "According to the Kenyan union, the ministry has betrayed the farmers.",
    ],
)
def test_a_verdict_is_an_accusation_by_its_speaker(text: str) -> None:
    assert [(e.event[0], [a.code for a in e.actor], [r.sector for r in e.recipient]) for e in coded(text)][:1] == [
        ("ACCUSE", ["KEN"], ["GOV"])
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan union said the ministry was not reckless.",
        "The ministry was reckless with its maps.",
        "The Kenyan union asked if the ministry was reckless.",
        "The Kenyan union said reckless drivers fill the roads.",
    ],
)
def test_no_verdict_where_it_is_denied_supposed_or_the_narrators(text: str) -> None:
    assert "ACCUSE" not in {e.event[0] for e in coded(text)}


def test_a_running_quotation_keeps_its_speaker() -> None:
    text = (
        "“The mine is closed,” Zambian opposition leader Chanda Mulenga said. “The army must leave the valley. "
        "President Hichilema is a great leader.”"
    )
    events = coded(text)
    assert ("REQUEST", "Zambian opposition leader Chanda Mulenga", "army") in said(events)
    assert ("SUPPORT", "Zambian opposition leader Chanda Mulenga", "President Hichilema") in said(events)
    for event in events:
        for actor in (*event.actor, *event.recipient):
            if actor.entity_text and actor.start is not None and actor.end is not None:
                assert text[actor.start : actor.end].endswith(actor.entity_text.split()[-1])


def test_a_quotation_does_not_run_past_its_end() -> None:
    text = "“We are tired,” Zambian opposition leader Chanda Mulenga said. The army must leave the valley, he knew."
    assert not [e for e in coded(text) if e.event[0] == "REQUEST" and "Mulenga" in (e.actor[0].entity_text or "")]


def test_we_of_a_speech_is_somebody_of_the_country_it_is_about() -> None:
    events = coded("Kenya is tired and Kenya is poor. We demand that the Kenyan government reopen the schools.")
    asked = [e for e in events if e.event[0] == "REQUEST"]
    assert [(a.code, a.identifier_text) for e in asked for a in e.actor] == [("KEN", None)]
    assert "first person" in asked[0].evidence["actor"][0].rule


def test_no_first_person_where_it_is_only_supposed() -> None:
    events = coded("Kenya is tired and Kenya is poor. If we demanded that the government resign, nobody would listen.")
    assert not [e for e in events if e.actor and e.actor[0].entity_text == "we"]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("The Kenyan union has no faith in the police.", "ACCUSE"),
        ("The Kenyan union said the minister had no respect for miners.", "ACCUSE"),
        ("The Kenyan opposition said that the government has been carrying out bombings.", "ACCUSE"),
        ("The Kenyan bishop said it was high time for the government to resign.", "REQUEST"),
        ("The Kenyan premier has full confidence in the police.", "SUPPORT"),
    ],
)
def test_further_judgements(text: str, category: str) -> None:
    assert [(e.event[0], e.status) for e in coded(text) if e.event[0] == category] == [(category, "happened")]


def test_a_police_report_of_gunmen_is_no_allegation() -> None:
    assert "ACCUSE" not in {e.event[0] for e in coded("Kenyan police said gunmen had carried out the attack.")}
