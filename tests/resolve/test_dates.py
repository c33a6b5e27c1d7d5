"""Dates of events: attached, inherited, published."""

from __future__ import annotations

import pytest

from tests.helpers import candidate, parse
from wader.annotate.times import find_times
from wader.knowledge import PACKAGED, times
from wader.records import Document, Status
from wader.resolve.dates import event_date, is_historical

TIMES = times.load([PACKAGED])
PAGE = "2022-02-12"
FILLER = "It rained. It snowed. "


def read(text: str, *, title: str | None = None, date: str | None = PAGE) -> Document:
    document = parse(text, title=title, date=date)
    document.times = find_times(document.article, document.sentences, TIMES)
    return document


@pytest.mark.parametrize(
    ("text", "trigger", "first", "last", "precision", "method"),
    [
        ("The ministers met on Friday in Oslo.", "met", "2022-02-11", "2022-02-11", "day", "relative"),
        ("The ministers met on Friday and signed a pact.", "signed", "2022-02-11", "2022-02-11", "day", "relative"),
        ("The ministers met on 3 March 2019 in Oslo.", "met", "2019-03-03", "2019-03-03", "day", "explicit"),
        (
            "Police said on Monday that gunmen killed a guard last week.",
            "killed",
            "2022-01-31",
            "2022-02-06",
            "week",
            "relative",
        ),
        (
            "The minister's visit to Lima this week focused on trade.",
            "visit",
            "2022-02-07",
            "2022-02-13",
            "week",
            "relative",
        ),
        ("Thursday's attack wounded nine guards.", "attack", "2022-02-10", "2022-02-10", "day", "relative"),
        ("They have lost forty towns since October last year.", "lost", "2021-10-01", PAGE, "range", "relative"),
        (
            "From May to July 2021 the army shelled the town.",
            "shelled",
            "2021-05-01",
            "2021-07-31",
            "range",
            "explicit",
        ),
        (
            "The army shelled the city in 2014 and rebels burned a plane on Thursday.",
            "shelled",
            "2014-01-01",
            "2014-12-31",
            "year",
            "explicit",
        ),
        (
            "The army shelled the city in 2014 and rebels burned a plane on Thursday.",
            "burned",
            "2022-02-10",
            "2022-02-10",
            "day",
            "relative",
        ),
    ],
)
def test_attached(text: str, trigger: str, first: str, last: str, precision: str, method: str) -> None:
    document = read(FILLER + text)
    found = event_date(document, candidate(document, trigger))
    assert found[:4] == (first, last, precision, method)
    for item in found[4]:
        assert item.start is not None
        assert document.article.text[item.start : item.end] == item.text


def test_running_event_ends_with_the_page() -> None:
    document = read(FILLER + "Rebels have fought the army for three years.")
    found = event_date(document, candidate(document, "fought", status="ongoing"))
    assert found[:4] == ("2019-02-13", PAGE, "range", "relative")


def test_time_of_saying_is_not_the_event_s() -> None:
    document = read(FILLER + "Police said on Monday that gunmen had killed a guard.")
    assert event_date(document, candidate(document, "killed"))[0] is None


def test_inherited_within_the_story() -> None:
    document = read(FILLER + "He met the general on Tuesday. During the meeting, he praised the army.")
    found = event_date(document, candidate(document, "praised"))
    assert found[:4] == ("2022-02-08", "2022-02-08", "day", "inferred")


def test_headline_and_lead_take_the_page_s_date() -> None:
    document = read("The army raided a camp.", title="Army raids camp")
    for nth in (0, 1):
        assert event_date(document, candidate(document, "raid", nth=nth))[:4] == (PAGE, PAGE, "day", "publication")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("It will rain. The army will raid the camp.", "planned"),
        (FILLER + "The army had raided a camp.", "happened"),
        (FILLER + "The man, whom the army raided, wept.", "happened"),
        (FILLER + "When the army raided a camp, it burned.", "happened"),
        (FILLER + "Nobody spoke of the raid.", "happened"),
        (FILLER + "“They came at night and raided the camp,” she said.", "happened"),
        (FILLER + "The camp was built in 1994. The army raided it and men fled.", "happened"),
        (FILLER + "The army raided the camp that it had built in 1994.", "happened"),
        ("The army raided the camp that was built in 1994.", "happened"),
        ("The army raided the camp on 3 April 2022.", "happened"),
        (FILLER + "The camp was built in 1994.\n\nThe army raided it.", "happened"),
        (FILLER + "“It was cold. They came and raided the camp,” she said.", "happened"),
        (FILLER + "Every year the army raids a camp.", "happened"),
        (FILLER + "The army regularly raided the camp.", "happened"),
        (FILLER + "The army raided the camp in the past.", "happened"),
        (FILLER + "The army never raided the camp.", "denied"),
    ],
)
def test_undated(text: str, status: Status) -> None:
    document = read(text)
    assert event_date(document, candidate(document, "raid", status=status)) == (None, None, None, None, [])


@pytest.mark.parametrize(
    "text",
    [
        "The army raided a camp.",
        "The army has raided a camp and burned it.",
        "Police said that the army raided a camp.",
        "The army burned huts, raiding a camp.",
        "The camp was raided.",
        "The mayor spoke on Thursday. The army raided a camp.",
    ],
)
def test_what_the_page_tells_as_its_news_happened_by_its_date(text: str) -> None:
    document = read(FILLER + text)
    assert event_date(document, candidate(document, "raid"))[:4] == (PAGE, PAGE, "day", "publication")


def test_without_a_page_date() -> None:
    document = read("The army raided a camp on Friday.", title="Army raids camp", date=None)
    assert event_date(document, candidate(document, "raid"))[0] is None


def test_historical() -> None:
    document = read("The army raided a camp in 2014. It raids one today.")
    raid = candidate(document, "raided")
    assert is_historical(document, raid, "2014-01-01", "2014-12-31")
    assert not is_historical(document, raid, "2021-10-01", PAGE)
    assert not is_historical(document, raid, None, None)


@pytest.mark.parametrize(
    ("text", "trigger", "status", "first"),
    [
        ("The king flew in to meet the envoys on Monday.", "meet", "happened", "2022-02-07"),
        ("The king agreed to meet the envoys on Monday.", "meet", "planned", "2022-02-14"),
        ("The army shelled the port on Friday, killing five.", "killing", "happened", "2022-02-11"),
        ("Guards held nine men trying to cross on Monday.", "held", "happened", "2022-02-07"),
    ],
)
def test_weekdays_of_infinitives_and_results(text: str, trigger: str, status: Status, first: str) -> None:
    document = read(FILLER + text)
    assert event_date(document, candidate(document, trigger, status=status))[0] == first


def test_nothing_happened_after_its_page() -> None:
    document = read(FILLER + "The army raided the camp on 3 March 2022.")
    assert event_date(document, candidate(document, "raided"))[0] is None
    assert event_date(document, candidate(document, "raided", status="planned"))[0] == "2022-03-03"
