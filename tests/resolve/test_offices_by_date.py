"""Who is meant by a role, a slip of the pen or a full name, on the page's date."""

from __future__ import annotations

import pytest

import wader


def _actor(text: str, date: str) -> tuple[str | None, str | None]:
    events = wader.code(text, date=date).events
    assert events
    return events[0].actor[0].code, events[0].actor[0].identifier_text


@pytest.mark.parametrize(
    ("text", "date", "code", "name"),
    [
        ("The British home secretary condemned the riot.", "2020-02-10", "GBR", "Priti Patel"),
        ("The NATO chief condemned the raid.", "2018-05-10", "IGO", "Jens Stoltenberg"),
        ("Philippine president Rodrigo Duterta condemned the raid.", "2017-05-10", "PHL", "Rodrigo Duterte"),
        ("Uganda's President Musevini condemned the raid.", "2015-05-10", "UGA", "Yoweri Museveni"),
        ("Mark Milley condemned the raid.", "2021-05-10", "USA", "Mark Milley"),
    ],
)
def test_the_holder_on_the_day(text: str, date: str, code: str, name: str) -> None:
    assert _actor(text, date) == (code, name)


def test_a_title_of_another_country_is_no_misspelling() -> None:
    assert _actor("Kenyan president Musevini condemned the raid.", "2015-05-10")[1] != "Yoweri Museveni"
