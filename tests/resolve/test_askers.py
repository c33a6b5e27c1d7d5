"""Who asks, where a sentence that somebody says leaves it out."""

from __future__ import annotations

import pytest

import wader

Side = tuple[str | None, str | None]


def askers(text: str) -> list[Side]:
    found = wader.code(text, date="2019-03-04").events
    return [(a.code, a.sector) for e in found if e.event == ["REQUEST"] for a in e.actor]


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan governor said the army has been asked to guard the dam.",
        '"The rebels have been asked to lay down their arms," the Kenyan president said.',
        "The mayor of Nairobi said the Kenyan home ministry has been requested to send more troops.",
    ],
)
def test_who_tells_in_office_that_others_were_asked_asks_them(text: str) -> None:
    assert askers(text) == [("KEN", "GOV")]


@pytest.mark.parametrize(
    "text",
    [
        "A Kenyan senator said the army has been asked to guard the dam.",
        "Kenyan witnesses said the army has been asked to guard the dam.",
        "The Kenyan minister said that Kenya has been asked to send troops to Somalia.",
        "A Kenyan reporter said the government has been asked to resign.",
        "The army has been asked to guard the dam in Kenya.",
    ],
)
def test_who_stands_by_or_is_asked_himself_does_not(text: str) -> None:
    assert askers(text) == [(None, "UNK")]


def test_whom_somebody_asked_does_not_ask() -> None:
    assert ("KEN", "GOV") not in askers('"Somebody else has asked me to step down," the Kenyan president said.')
