"""Of whom something is asked, and who is to gain or suffer by it; whose conduct is criticised."""

from __future__ import annotations

import pytest

from tests.code.test_recipients import recipients


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Protesters in Ghana demanded the release of the activists.", "activists"),
        ("The guild in Peru demanded the release of all political prisoners.", "prisoners"),
        ("The opposition in Ghana called for the prosecution of police officers.", "officers"),
        ("The families of the hostages in Peru demanded their release.", "their"),
        ("Farmers in Ghana demanded compensation for victims of the flood.", "victims"),
        ("Bishops in Ghana demanded protection for Christians.", "Christians"),
    ],
)
def test_who_is_to_gain_or_suffer_is_not_asked(text: str, other: str) -> None:
    assert other not in recipients(text, "REQUEST")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("The opposition in Ghana demanded the resignation of the minister.", "minister"),
        ("The opposition in Ghana demanded the dismissal of the minister.", "minister"),
        ("The Ghanaian president called for the withdrawal of Togolese troops.", "troops"),
        ("Israel demanded the extradition of three Palestinians from Jordan.", "Jordan"),
        ("Lawyers called for the release of the editors by the Ugandan government.", "government"),
        ("The prime minister of Georgia, in a letter to the EU, asked for observers.", "EU"),
        ("The Ugandan union called for the government to act.", "government"),
    ],
)
def test_who_is_asked(text: str, asked: str) -> None:
    assert asked in recipients(text, "REQUEST")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("The farmers of Patna met the collector and submitted a petition asking for seeds.", "collector"),
    ],
)
def test_who_got_the_petition_is_asked(text: str, asked: str) -> None:
    assert asked in recipients(text, "REQUEST")
