"""Time expressions: values, days covered, and spans that slice back."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers import article, parse
from wader.annotate.sentences import find_sentences
from wader.annotate.times import find_times
from wader.knowledge import PACKAGED
from wader.knowledge import times as knowledge
from wader.records import Time

TIMES = knowledge.load([PACKAGED])
PAGE = "2022-02-12"  # a Saturday


def times(text: str, date: str | None = PAGE) -> list[Time]:
    page = article(text, date=date)
    return find_times(page, find_sentences(page), TIMES)


def one(text: str, date: str | None = PAGE) -> Time:
    found = times(text, date)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The pact was signed on 3 March 2014.", "3 March 2014", "2014-03-03"),
        ("The pact was signed on March 3, 2014.", "March 3, 2014", "2014-03-03"),
        ("The pact was signed on the 3rd of March 2014.", "the 3rd of March 2014", "2014-03-03"),
        ("The pact was signed on 2014-03-03.", "2014-03-03", "2014-03-03"),
        ("The pact was signed on 25/12/2021.", "25/12/2021", "2021-12-25"),
        ("The pact was signed on Feb. 3.", "Feb. 3", "2022-02-03"),
        ("They met on Friday, February 11.", "Friday, February 11", "2022-02-11"),
        ("They met on Friday.", "Friday", "2022-02-11"),
        ("They met last Tuesday.", "last Tuesday", "2022-02-08"),
        ("They met on Friday last week.", "Friday last week", "2022-02-04"),
        ("They met this week.", "this week", "2022-W06"),
        ("They met last month.", "last month", "2022-01"),
        ("They met two days ago.", "two days ago", "2022-02-10"),
        ("They met two weeks ago.", "two weeks ago", "2022-W04"),
        ("They met yesterday.", "yesterday", "2022-02-11"),
        ("They met on Monday night.", "Monday night", "2022-02-07TNI"),
        ("They met last night.", "last night", "2022-02-11TNI"),
        ("They met at the weekend.", "the weekend", "2022-W06-WE"),
        ("They met in December last year.", "December last year", "2021-12"),
        ("They met in October.", "October", "2021-10"),
        ("They met in May.", "May", "2021-05"),
        ("They will meet in May.", "May", "2022-05"),
        ("They will meet on Thursday.", "Thursday", "2022-02-17"),
        ("They met in the summer of 2019.", "the summer of 2019", "2019-SU"),
        ("They met in the third quarter of 2021.", "the third quarter of 2021", "2021-Q3"),
        ("They met in the 1990s.", "the 1990s", "199"),
        ("They met in the 19th century.", "the 19th century", "18"),
        ("They fought for three years.", "three years", "P3Y"),
        ("They fought for decades.", "decades", "PXY"),
        ("It was a two-day visit.", "a two-day", "P2D"),
        ("They fought over the past three years.", "the past three years", "P3Y"),
        ("They meet every Friday.", "every Friday", "XXXX-WXX-5"),
        ("They are now at war.", "now", "PRESENT_REF"),
        ("They left soon.", "soon", "FUTURE_REF"),
        ("They marched on May Day.", "May Day", "2021-05-01"),
        ("They marched on Christmas Eve.", "Christmas Eve", "2021-12-24"),
        ("They prayed on Easter Sunday 2021.", "Easter Sunday 2021", "2021-04-04"),
        ("They recalled 9/11.", "9/11", "2001-09-11"),
        ("They recalled the fall of the Berlin Wall.", "fall of the Berlin Wall", "1989-11-09"),
        ("They met at the end of 2021.", "the end of 2021", "2021"),
        ("They met in mid-2011.", "mid-2011", "2011"),
    ],
)
def test_values(text: str, words: str, value: str) -> None:
    found = one(text)
    assert (found.text, found.value) == (words, value)


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("They have lost ground since October last year.", "2021-10-01", PAGE, "range"),
        ("They have lost ground over the past three years.", "2019-02-12", PAGE, "range"),
        ("They lost ground in October last year.", "2021-10-01", "2021-10-31", "month"),
        ("They lost ground earlier this year.", "2022-01-01", PAGE, "range"),
        ("They lost ground this week.", "2022-02-07", "2022-02-13", "week"),
        ("They lost ground in recent weeks.", "2022-01-01", PAGE, "range"),
        ("The Arab Spring began there.", "2010-12-17", "2012-12-31", "range"),
        ("Fighters stormed hotels in the 26/11 attacks.", "2008-11-26", "2008-11-29", "range"),
    ],
)
def test_days_covered(text: str, first: str, last: str, precision: str) -> None:
    found = one(text)
    assert (found.first, found.last, found.precision) == (first, last, precision)


def test_narrative_anchor() -> None:
    found = times(
        "They met on Tuesday. The same day they signed. A day earlier the talks had failed. "
        "Two years later they fell out."
    )
    assert [t.value for t in found] == ["2022-02-08", "2022-02-08", "2022-02-07", "2024"]


def test_year_carried_back_over_a_range() -> None:
    assert [t.value for t in times("It lasted from March to July 2011.")] == ["2011-03", "2011-07"]


def test_month_day_takes_the_nearest_year() -> None:
    assert one("It happened on 28 December.").value == "2021-12-28"
    assert one("It happened on 20 February.").value == "2022-02-20"


def test_weekday_fixes_the_year() -> None:
    assert one("It happened on Tuesday, February 20.", date="2024-02-25").value == "2024-02-20"


def test_direction_from_the_tense_of_a_parsed_verb() -> None:
    document = parse("The office said on Friday that the leaders would meet on Thursday.", date=PAGE)
    found = find_times(document.article, document.sentences, TIMES)
    assert [t.value for t in found] == ["2022-02-11", "2022-02-17"]


@pytest.mark.parametrize(
    "text",
    ["She may march on the palace.", "They sent 2000 troops.", "He is 41 years old.", "A 12-year-old boy sat.",
     "In her 30s she wrote.", "Sun shone and Sat sat.", "They lent money.",
     "The second man left.", "It cost $2000 apiece."],
)  # fmt: skip
def test_no_time(text: str) -> None:
    assert times(text) == []


def test_without_a_page_date() -> None:
    found = times("They met on Friday in October and again on 3 March 2014, last year.", date=None)
    assert [(t.value, t.first) for t in found] == [
        ("XXXX-WXX-5", None), ("XXXX-10", None), ("2014-03-03", "2014-03-03"), (None, None),
    ]  # fmt: skip


def test_impossible_dates_are_unresolved_not_errors() -> None:
    for text in (
        "It fell on February 31, 2021.",
        "It was 99999999 years ago.",
        "See 99/99/9999.",
        "It was 9999 centuries later.",
    ):
        for time in times(text):
            assert time.first is None


def test_feasts_follow_their_calendars() -> None:
    assert one("They fasted in Ramadan 2024.").first == "2024-03-11"
    assert one("They feasted on Thanksgiving 2024.").value == "2024-11-28"
    assert one("They feasted on Orthodox Easter 2024.").value == "2024-05-05"


WORDS = [
    "on", "in", "since", "last", "next", "Friday", "May", "March", "2021", "3", "the", "past", "three", "years",
    "ago", "end", "of", "week", "this",
    "12/03/2021", "9/11", "1990s", "morning", ",", "-", "(", ")", "earlier", "later", "two", "half", "and", "a",
    "Christmas", "every", "Q3", "until",
    "to", "31st", "century", "quarter", "night", "weekend", "99999", "Feb.", "18:00", "UTC", "'s",
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14), st.sampled_from([PAGE, None, "0001-01-01", "9999-12-31"]))
def test_spans_slice_back(words: list[str], date: str | None) -> None:
    text = " ".join(words)
    found = times(text, date)
    for time in found:
        assert text[time.start : time.end] == time.text
        assert (time.first is None) == (time.last is None)
        assert time.first is None or time.first <= (time.last or "")
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_survived(text: str) -> None:
    for time in times(text):
        assert text[time.start : time.end] == time.text
