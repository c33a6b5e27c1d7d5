"""Events that readers judged, found again in what is told now."""

from __future__ import annotations

import pytest

import wader
from evaluation.reread import Judged, judged, paired, same
from wader.records import Actor, Event

TEXT = "Kenya condemned Uganda on Monday. Rwandan police arrested two Burundian reporters in Kigali."


@pytest.fixture(scope="module")
def events() -> list[Event]:
    return wader.code(TEXT, date="2023-03-06", min_confidence=0.0).events


def _row(words: str, category: str, actor: list[str], recipient: list[str]) -> Judged:
    start = TEXT.index(words)
    return Judged("text", "text", start, start + len(words), [category], [actor], [recipient])


def test_what_is_right_in_every_question_is_right(events: list[Event]) -> None:
    rows = [
        _row("condemned", "ACCUSE", ["KEN.GOV|-"], ["UGA.GOV|-"]),
        _row("arrested", "COERCE", ["RWA.COP"], ["BDI.JRN"]),
    ]
    assert [event is not None and row.says(event) for row, event in paired(rows, events)] == [(True,) * 3] * 2


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (_row("condemned", "REJECT", ["KEN.GOV|-"], ["UGA.GOV|-"]), (False, True, True)),
        (_row("condemned", "ACCUSE", ["TZA.GOV"], ["UGA.GOV|-"]), (True, False, True)),
        (_row("condemned", "ACCUSE", ["KEN.GOV|-"], ["UGA.GOV|-", "RWA.COP"]), (True, True, False)),
    ],
)
def test_each_question_is_asked_for_itself(events: list[Event], row: Judged, says: tuple[bool, bool, bool]) -> None:
    ((_, event),) = paired([row], events)
    assert event is not None
    assert row.says(event) == says


def test_what_is_told_no_more_is_said_to_be(events: list[Event]) -> None:
    ((_, event),) = paired([_row("Kigali", "CONSULT", [], [])], events)
    assert event is None


def test_nobody_known_is_nobody() -> None:
    assert same([Actor(None, "UNK")], [])
    assert not same([Actor("KEN", "GOV")], [])
    assert same([Actor(None, "CVL")], ["---.CVL|REF"])


def test_the_list_that_is_kept_can_be_read() -> None:
    rows = judged()
    assert len(rows) > 1000
    assert all(row.where in ("text", "title") and row.start < row.end and row.actor and row.recipient for row in rows)
