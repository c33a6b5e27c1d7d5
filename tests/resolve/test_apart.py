"""Nobody does something to himself, and who is done to is somebody, through the public door."""

from __future__ import annotations

import pytest

import wader
from wader.records import Event

Who = list[tuple[str | None, str | None]]


def told(text: str, category: str) -> list[Event]:
    return [e for e in wader.code(text, date="2019-03-04").events if e.event == [category]]


def named(event: Event, role: str) -> list[str | None]:
    return [a.identifier_text for a in getattr(event, role)]


def test_whom_somebody_persuades_is_not_himself() -> None:
    text = (
        "Uhuru Kenyatta spoke with Raila Odinga in Nairobi in the hope of persuading him to stay. "
        "Raila Odinga is the premier of Kenya."
    )
    (event,) = told(text, "REQUEST")
    assert (named(event, "actor"), named(event, "recipient")) == (["Uhuru Kenyatta"], ["Raila A Odinga"])


def test_he_who_mocks_somebody_by_name_is_another() -> None:
    text = "Uhuru Kenyatta said that Raila Odinga was wrong. He had been mocking Raila Odinga for months."
    event = told(text, "ACCUSE")[-1]
    assert named(event, "actor") != named(event, "recipient") == ["Raila A Odinga"]


def test_who_is_told_what_he_should_do_is_not_who_says_so() -> None:
    text = "Uhuru Kenyatta campaigned beside Raila Odinga in Nairobi. Uhuru Kenyatta said he must listen to the voters."
    assert [named(e, "actor") for e in told(text, "REQUEST") if named(e, "actor") == named(e, "recipient")] == []


def test_who_praises_himself_praises_nobody_else() -> None:
    text = "Raila Odinga met Uhuru Kenyatta in Nairobi. Raila Odinga then praised himself."
    assert [e for e in told(text, "SUPPORT") if e.recipient] == []


def test_who_is_to_be_freed_may_be_named_behind() -> None:
    text = "Before freeing him on Monday, Uhuru Kenyatta praised Raila Odinga in Nairobi."
    assert named(told(text, "RETREAT")[0], "recipient") == ["Raila A Odinga"]


@pytest.mark.parametrize(
    ("text", "category", "recipient"),
    [
        ("He was murdered by four unidentified men on a football field in Santiago.", "ASSAULT", [("CHL", "CVL")]),
        ("Police in Kenya have arrested someone in the square.", "COERCE", [("KEN", "CVL")]),
        ("Workers in Kenya have not murdered anyone.", "ASSAULT", []),
    ],
)
def test_somebody_of_whom_nothing_is_told_is_still_somebody(text: str, category: str, recipient: Who) -> None:
    assert [[(a.code, a.sector) for a in e.recipient] for e in told(text, category)] == [recipient]


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Rival Kenyan clans clashed near Garissa on Friday.", [("KEN", "CVL")]),
        ("Gunfights between different communities broke out in Kano on Friday.", [("NGA", "CVL")]),
        ("The mobs clashed with each other in Kano.", [("NGA", "CVL")]),
        ("Kenyan guerrillas have been fighting in the capital for 30 hours.", []),
    ],
)
def test_only_those_who_fight_among_themselves_are_both_sides(text: str, recipient: Who) -> None:
    assert [[(a.code, a.sector) for a in e.recipient] for e in told(text, "ASSAULT")] == [recipient]


@pytest.mark.parametrize(
    ("text", "category", "actor", "recipient"),
    [
        # nothing but the state that he deals with says of which he is
        ("Minister Jan Kowalczyk accused Kenya of fraud.", "ACCUSE", [(None, "GOV")], [("KEN", "GOV")]),
        ("Kenya accused Minister Jan Kowalczyk of fraud.", "ACCUSE", [("KEN", "GOV")], [(None, "GOV")]),
        ("Minister Jan Kowalczyk accused Kenya of fraud. Ghana also has doubts.", "ACCUSE", [("GHA", "GOV")],
         [("KEN", "GOV")]),
        # his own, or what he says of his own
        ("Minister Jan Kowalczyk accused the government of Kenya of fraud.", "ACCUSE", [("KEN", "GOV")],
         [("KEN", "GOV")]),
        ("Minister Jan Kowalczyk said that Kenya must release the monks.", "REQUEST", [("KEN", "GOV")],
         [("KEN", "GOV")]),
        ("The activist Jan Kowalczyk accused Kenya of fraud.", "ACCUSE", [("KEN", "SOC")], [("KEN", "GOV")]),
    ],
)  # fmt: skip
def test_officers_are_of_another_state_than_they_deal_with(
    text: str, category: str, actor: Who, recipient: Who
) -> None:
    event = told(text, category)[0]
    assert [(a.code, a.sector) for a in event.actor] == actor
    assert [(a.code, a.sector) for a in event.recipient] == recipient
