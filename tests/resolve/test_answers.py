"""To whom an answer is that names nobody: who denies, refuses or agrees to what was just said."""

from __future__ import annotations

import pytest

import wader


def answers(text: str, category: str) -> list[list[tuple[str | None, str | None]]]:
    """The recipients of the events of a category."""
    found = wader.code(text, date="2024-05-05").events
    return [[(r.code, r.sector) for r in e.recipient] for e in found if e.event == [category]]


@pytest.mark.parametrize(
    ("text", "category", "party"),
    [
        ("Turkey accused Greece of arming the isles. Athens denied the allegation.", "REJECT", ("TUR", "GOV")),
        ("Italy blamed Tunisia for the wreck, although Tunis denied any responsibility.", "REJECT", ("ITA", "GOV")),
        ("Ukraine accused Russia of shelling a mill; Moscow rejected the charge.", "REJECT", ("UKR", "GOV")),
        ("Kenya asked Uganda to hand over two men. Kampala rejected the request on Friday.", "REJECT", ("KEN", "GOV")),
        ("The teachers' union in Ghana demanded a rise, which the government rejected.", "REJECT", ("GHA", "LAB")),
        ("Turkey asked Greece to reopen the strait. Athens refused to reopen it.", "REJECT", ("TUR", "GOV")),
    ],
)
def test_an_answer_is_to_who_said_it(text: str, category: str, party: tuple[str, str]) -> None:
    assert answers(text, category) == [[party]]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Turkey accused Greece of arming the isles. Athens rejected changes to the law.", "REJECT"),
        ("Turkey accused Greece of arming the isles. Malta denied the allegation.", "REJECT"),
        ("Turkey accused Greece of arming the isles. It was a cold day. Ships lay idle. Athens denied the claim.",
         "REJECT"),
        ("Turkey asked Greece to reopen the strait. Athens agreed to join the pact.", "AGREE"),
    ],
)  # fmt: skip
def test_what_is_no_answer_is_to_nobody(text: str, category: str) -> None:
    assert ("TUR", "GOV") not in [party for parties in answers(text, category) for party in parties]


def test_who_is_named_in_the_answer_stays() -> None:
    text = "Turkey accused Greece of arming the isles. Athens rejected the Libyan proposal."
    assert answers(text, "REJECT") == [[("LBY", "GOV")]]


def test_what_one_is_blamed_for_is_no_answer() -> None:
    text = "The Ghanaian bishop chastised the governor of Ohio for denying any responsibility."
    assert answers(text, "REJECT") in ([], [[]])
