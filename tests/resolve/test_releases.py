"""Who set somebody free, where a sentence only says that he was freed."""

from __future__ import annotations

import pytest

import wader

Side = tuple[str | None, str | None]


def releasers(text: str) -> list[Side]:
    found = wader.code(text, date="2019-03-04").events
    return [(a.code, a.sector) for e in found if e.event == ["RETREAT"] for a in e.actor]


ARRESTED = "Police in Nairobi arrested the bishop Peter Mwangi on Monday. Mwangi was released on Friday."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ARRESTED, ("KEN", "COP")),
        (
            "The Kenyan judge released Mwangi for lack of evidence. It is unclear why Mwangi was released, the Kenyan "
            "police said.",
            ("KEN", "JUD"),
        ),
        (
            "Norwegian reporter freed in Mali. A Norwegian journalist was seized by militants in Mali for a day, but "
            "then released unharmed.",
            ("MLI", "REB"),
        ),
        (
            "Israel released ten Hamas men on Sunday. The release of hundreds of Palestinian prisoners would be a "
            "headache, officials said.",
            ("ISR", "GOV"),
        ),
    ],
)
def test_who_is_freed_is_so_by_those_who_held_him(text: str, expected: Side) -> None:
    assert set(releasers(text)) == {expected}


@pytest.mark.parametrize(
    "text",
    [
        ARRESTED.replace("Mwangi was released", "The priest Paul Odede was released"),
        "Kenya released ten Ugandan fishermen on Sunday. Two Kenyan fishermen were released on Monday in Kampala.",
    ],
)
def test_others_are_freed_by_nobody_that_is_told(text: str) -> None:
    assert (None, "UNK") in releasers(text)


def test_captors_free_nobody_in_a_raid_of_others() -> None:
    text = "Gunmen seized two Kenyan sailors. Two Kenyan sailors were freed after the navy attacked the gunmen."
    found = [e for e in wader.code(text, date="2019-03-04").events if e.event == ["RETREAT"]]
    assert [[a.sector for a in e.actor] for e in found] == [["UNK"]]
