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
        ("Kenya's president asked for help.", "2014-05-10", "KEN", "Uhuru Kenyatta"),
        ("The European Central Bank president condemned the raid.", "2014-05-10", "EUR", "Mario Draghi"),
        ("The IMF chief condemned the raid.", "2020-05-10", "IGO", "Kristalina Georgieva"),
        ("The UNHCR chief condemned the raid.", "2002-05-10", "UNO", "Ruud Lubbers"),
        ("The EU foreign policy chief condemned the raid.", "2015-05-10", "EUR", "Federica Mogherini"),
        ("The ICC prosecutor condemned the raid.", "2018-05-10", "IGO", "Fatou Bensouda"),
        ("Turkey's central bank governor condemned the raid.", "2014-05-10", "TUR", "Erdem Başçı"),
        ("The Bank of England governor condemned the raid.", "2014-05-10", "GBR", "Mark Carney"),
        ("The governor of Texas condemned the raid.", "2018-05-10", "USA", "Greg Abbott"),
        ("Scotland's first minister condemned the raid.", "2018-05-10", "GBR", "Nicola Sturgeon"),
        ("The British chancellor condemned the raid.", "2018-05-10", "GBR", "Philip Hammond"),
        ("Iran's supreme leader condemned the raid.", "2018-05-10", "IRN", "Ali Khamenei"),
        ("Britain's opposition leader condemned the raid.", "2018-05-10", "GBR", "Jeremy Corbyn"),
        ("The US attorney general condemned the raid.", "2014-05-10", "USA", "Eric Holder"),
        ("The Indian army chief condemned the raid.", "2023-05-10", "IND", "Manoj Pande"),
        ("Russian leader Putin condemned the raid.", "2014-05-10", "RUS", "Vladimir Putin"),
        ("North Korea's leader Kim condemned the raid.", "2018-05-10", "PRK", "Kim Jong-un"),
        ("Ursula von der Leien, president of the European Commission, condemned the raid.", "2021-05-10", "EUR",
         "Ursula von der Leyen"),
    ],
)
def test_the_holder_on_the_day(text: str, date: str, code: str, name: str) -> None:
    assert _actor(text, date) == (code, name)


def test_a_title_of_another_country_is_no_misspelling() -> None:
    assert _actor("Kenyan president Musevini condemned the raid.", "2015-05-10")[1] != "Yoweri Museveni"


def test_an_initial_is_no_second_person() -> None:
    actor = wader.code("Mark Milley condemned the raid.", date="2021-05-10").events[0].actor[0]
    assert actor.office == "Chairman of the Joint Chiefs of Staff"
