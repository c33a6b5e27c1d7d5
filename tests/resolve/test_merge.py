"""What a page says twice is one record; what differs in date, place or party is not."""

import wader
from evaluation.common import LEXICON_ONLY
from wader.records import Event

LEAD = "Kenya condemned Somalia on Monday over the raid."


def events(text: str, title: str | None = None, date: str = "2023-03-14") -> list[Event]:
    return wader.code(text, date=date, title=title, knowledge=LEXICON_ONLY).events


def test_headline_and_lead_are_one_event_with_both_as_evidence() -> None:
    found = [e for e in events(LEAD, title="Kenya condemns Somalia") if e.event == ["ACCUSE"]]
    assert len(found) == 1
    assert {e.in_ for e in found[0].evidence["event"]} == {"title", "text"}


def test_different_parties_are_different_events() -> None:
    found = [e for e in events(LEAD, title="Kenya condemns Uganda") if e.event == ["ACCUSE"]]
    assert len(found) == 2


def test_ids_do_not_depend_on_the_neighbours() -> None:
    alone = {e.id for e in events(LEAD)}
    assert alone
    assert alone == {e.id for e in events(LEAD)}
