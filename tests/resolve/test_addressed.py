"""Of whom something is demanded that only authorities do, where the words name nobody."""

from __future__ import annotations

import pytest

import wader
from wader.records import Event


def asked(text: str) -> list[Event]:
    return [e for e in wader.code(text, date="2024-05-05").events if e.event == ["REQUEST"]]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("In Lucknow, Hindu priests demanded a ban on the guild and the arrest of its leaders.", "IND"),
        ("The mine workers' union in Peru demanded that the foreman be dismissed.", "PER"),
        ("Students in Kenya called for an inquiry into the fire.", "KEN"),
    ],
)
def test_what_only_authorities_do_is_asked_of_them(text: str, code: str) -> None:
    (event,) = asked(text)
    assert [(r.code, r.sector, r.entity_text) for r in event.recipient] == [(code, "GOV", None)]
    assert "implied" in event.evidence["recipient"][0].rule


@pytest.mark.parametrize(
    "text",
    [
        "The students in Kenya demanded that the hostages be freed.",
        "Bishops in Peru called for peace and unity.",
        "The Peruvian government demanded the arrest of the rebels.",
    ],
)
def test_what_anybody_may_do_or_authorities_ask_is_not(text: str) -> None:
    assert all(r.start is not None for e in asked(text) for r in e.recipient)


def test_a_demand_of_nobody_named_is_not_one_with_the_next() -> None:
    text = "Priests in India demanded a ban on the guild. The priests demanded the dismissal of the Indian government."
    assert len(asked(text)) == 2


@pytest.mark.parametrize(
    ("text", "code", "sector"),
    [
        ("The Kenyan opposition has rejected the verdict.", "KEN", "JUD"),
        ("A hundred Kenyan priests marched on Monday, defying prohibitory orders.", "KEN", "GOV"),
    ],
)
def test_whose_verdict_or_order_is_refused(text: str, code: str, sector: str) -> None:
    events = [e for e in wader.code(text, date="2024-05-05").events if e.event == ["REJECT"]]
    assert [[(r.code, r.sector, r.entity_text) for r in e.recipient] for e in events] == [[(code, sector, None)]]


def test_a_verdict_that_is_somebodys_is_not_implied() -> None:
    text = "The Kenyan guild rejected the verdict of the Ugandan court."
    events = [e for e in wader.code(text, date="2024-05-05").events if e.event == ["REJECT"]]
    assert [[r.code for r in e.recipient] for e in events] == [["UGA"]]


def test_the_nation_that_its_government_calls_upon_is_its_people() -> None:
    (event,) = asked("The Kenyan government called on the entire nation to stay calm.")
    assert [(r.code, r.sector) for r in event.recipient] == [("KEN", "CVL")]
    (event,) = asked("The Kenyan government called on the Ugandan nation to stay calm.")
    assert [(r.code, r.sector) for r in event.recipient] != [("KEN", "CVL")]


def test_our_allies_are_not_we() -> None:
    text = '"We are requesting our allies to wait," said Kenyan Labour Party spokesman Joe Ole.'
    found = [[r.entity_text for r in e.recipient] for e in asked(text)]
    assert found == [["allies"]]


def recipients_of(text: str, category: str) -> list[list[tuple[str | None, str | None]]]:
    events = [e for e in wader.code(text, date="2024-05-05").events if e.event == [category]]
    return [[(r.code, r.sector) for r in e.recipient] for e in events]


@pytest.mark.parametrize(
    ("text", "category", "sector"),
    [
        ("Opposition leaders in Kenya criticised the handling of the drought.", "ACCUSE", "GOV"),
        ("Opposition leaders in Kenya denounced the new tax on fuel.", "ACCUSE", "GOV"),
        ("Nurses in Kenya marched against the new health law.", "PROTEST", "GOV"),
        ("Rights groups in Kenya denounced the guilty verdict against the editor.", "ACCUSE", "JUD"),
        ("Kenyan farmers hailed the ruling.", "SUPPORT", "JUD"),
    ],
)
def test_what_only_rulers_and_courts_make_is_theirs(text: str, category: str, sector: str) -> None:
    assert recipients_of(text, category) == [[("KEN", sector)]]


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Opposition leaders in Kenya criticised the handling of the drought by the Ugandan army.", ("UGA", "MIL")),
        ("Opposition leaders in Kenya criticised American policy.", ("USA", "GOV")),
        ("Rights groups in Kenya denounced the verdict of the Ugandan court.", ("UGA", "JUD")),
    ],
)
def test_whose_rule_or_verdict_is_told_is_not_implied(text: str, other: tuple[str, str]) -> None:
    assert recipients_of(text, "ACCUSE") == [[other]]


def test_a_president_does_not_criticise_his_own_government() -> None:
    assert recipients_of("The Kenyan president criticised the new law.", "ACCUSE") == [[]]


def test_a_minister_may_accuse_a_body_of_his_state_but_not_his_state() -> None:
    text = "The Indian information minister accused the Election Commission of bias."
    assert recipients_of(text, "ACCUSE") == [[("IND", "GOV")]]
    assert recipients_of("The Iranian minister accused Iran of bias.", "ACCUSE") in ([], [[]])


def test_action_is_for_the_authorities_to_take() -> None:
    (event,) = asked("Priests in Kenya demanded action against the smugglers.")
    assert [(r.code, r.sector, r.entity_text) for r in event.recipient] == [("KEN", "GOV", None)]
