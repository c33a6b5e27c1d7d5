"""Dates that pages print and that rows state, and those that a text implies."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wader.knowledge import load
from wader.read.dating import date_line
from wader.read.inferred import infer
from wader.read.printed import finder, row_date

OUTLETS = load().outlets


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Updated March 4th, 2019 at 07:00 IST", "2019-03-04"),
        ("Last Updated : 04 Mar 2019 11:13:49 AM IST", "2019-03-04"),
        ("Published: 4 March 2019", "2019-03-04"),
        ("Monday, March 4, 2019", "2019-03-04"),
        ("Mon 4th of March, 2019", "2019-03-04"),
        ("04-Mar-2019", "2019-03-04"),
        ("2019-03-04T08:00:00Z", "2019-03-04"),
        ("2019/3/4", "2019-03-04"),
        ("04.03.2019 | 12:30", "2019-03-04"),
        ("25/03/2019", "2019-03-25"),
        ("03/25/2019", "2019-03-25"),
        ("Publicado el 4 de marzo de 2019", "2019-03-04"),
        ("Publié le 4 mars 2019 à 10h", "2019-03-04"),
        ("4. März 2019", "2019-03-04"),
        ("4 марта 2019", "2019-03-04"),
        ("2019年3月4日", "2019-03-04"),
        ("Mar. 4, 2019 5:14 p.m. ET", "2019-03-04"),
    ],
)
def test_printed_forms(line: str, day: str) -> None:
    found = date_line(line, OUTLETS)
    assert found is not None and str(found.found.full()) == day


@pytest.mark.parametrize(
    "line",
    [
        "Page 4 of 2019",
        "31 February 2019",
        "The treaty that was signed on March 4, 2019 has been broken by both of its parties since the summer began.",
        "1.2.3.4",
        "Tel. 04 03 2019 11 22",
    ],
)
def test_what_prints_no_date(line: str) -> None:
    assert date_line(line, OUTLETS) is None


FORMS = ["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%A, %d %b %Y"]


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.sampled_from(FORMS))
def test_every_day_is_found_as_it_is_written(day: date, form: str) -> None:
    written = day.strftime(form)
    found = list(finder(OUTLETS).find(f"({written})"))
    assert len(found) == 1 and found[0].full() == day
    assert f"({written})"[found[0].start : found[0].end] == found[0].text


@given(st.text(alphabet="0123456789 -/.,MayJunTuesday年月日", max_size=200))
def test_the_finder_never_fails_and_spans_slice_back(text: str) -> None:
    for found in finder(OUTLETS).find(text):
        assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    ("written", "value", "precision"),
    [
        ("2024-02-20", "2024-02-20", "day"),
        ("2024-02-20 12:24:52.002-05", "2024-02-20", "day"),
        ("Tue, 20 Feb 2024 10:00:00 GMT", "2024-02-20", "day"),
        ("20240220", "2024-02-20", "day"),
        ("1708423200", "2024-02-20", "day"),
        ("1708423200000", "2024-02-20", "day"),
        ("2024-02", "2024-02", "month"),
        ("February 2024", "2024-02", "month"),
        ("2024", "2024", "year"),
    ],
)
def test_dates_of_rows(written: str, value: str, precision: str) -> None:
    found = row_date(written, OUTLETS)
    assert found is not None and (found.value, found.precision, found.method) == (value, precision, "explicit")


@pytest.mark.parametrize("written", ["2024-02-30", "13/13/2020", "0000-00-00", "99999-01-01", "soon", "", "99999999"])
def test_impossible_dates_of_rows(written: str) -> None:
    assert row_date(written, OUTLETS) is None


@given(st.text(max_size=60))
def test_row_date_never_fails(written: str) -> None:
    row_date(written, OUTLETS)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (  # the weekday and the coup fix the year
            "Two years after the military coup in Niger, envoys came last Wednesday (August 6) and left again.",
            "2025-08-07",
            "2025-08-13",
        ),
        (  # counted months
            "Eight months after the invasion of Ukraine began, Kyiv asked for generators.",
            "2022-10-09",
            "2022-11-29",
        ),
        ("The Beijing Winter Olympics are now under way and snow fell on the town.", "2022-02-04", "2022-02-20"),
        ("On the tenth anniversary of the earthquake, Nepal held prayers.", "2025-03-26", "2025-05-25"),
        ("The station opened on Saturday, 9 March 2019, and was full at once.", "2019-03-09", "2019-03-15"),
    ],
)
def test_inference(text: str, first: str, last: str) -> None:
    found = infer(text, OUTLETS)
    assert found is not None
    assert (found.first, found.last, found.method) == (first, last, "inferred")
    assert all(e.text == text[e.start : e.end] for e in found.evidence if e.in_ == "text")
    assert found.evidence


@pytest.mark.parametrize(
    "text",
    [
        "The ministers met on Tuesday and will meet again next week.",
        "Two years after the flood the bridge is still closed.",  # no event of known date
        "In May the river rose.",
        "On Tuesday (May 7) the court rose.",  # no clue fixes the year
        "By the end of 2030 the company will build a port.",
        "The law of 1998 is still in force.",
        "",
    ],
)
def test_nothing_is_inferred_from_nothing(text: str) -> None:
    assert infer(text, OUTLETS) is None


def test_a_copyright_line_bounds_the_year() -> None:
    text = "On Tuesday (May 7) the court rose. In 2018 it had sat twice, it said."
    assert infer(text, OUTLETS, furniture="© 2019 The Harbour") is not None
    found = infer(text, OUTLETS, furniture="© 2019 The Harbour")
    assert found is not None and found.first.startswith("2019-05")
