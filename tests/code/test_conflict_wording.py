"""What one says of another, and what is not done: refusals, threats and accusations of the everyday press."""

import pytest

from tests.code.conftest import Code, words


@pytest.mark.parametrize(
    ("text", "category", "actor", "recipient"),
    [
        ("The miners called the vote of the council a farce.", "ACCUSE", ["miners"], ["council"]),
        ("The bishop described the governor's decree as unfair.", "ACCUSE", ["bishop"], ["governor"]),
        ("The lawyers argued that the arrest was unlawful.", "ACCUSE", ["lawyers"], []),
        ("The rights group said soldiers had murdered the nuns.", "ACCUSE", ["rights group"], ["soldiers"]),
        ("The deputies held the army responsible for the ambush.", "ACCUSE", ["deputies"], ["army"]),
        ("The islanders did not accept the verdict of the court.", "REJECT", ["islanders"], ["court"]),
        ("The envoy cannot accept the terms of the junta.", "REJECT", ["envoy"], ["junta"]),
        ("The ministry said the report was false.", "REJECT", ["ministry"], []),
        ("The army will never permit violence by the guerrillas.", "THREATEN", ["army"], []),
        ("The premier said his troops would attack the island.", "THREATEN", ["his troops"], ["island"]),
        ("The governor announced that he would ban the march.", "THREATEN", ["he"], ["march"]),
    ],
)
def test_said_of_another(code: Code, text: str, category: str, actor: list[str], recipient: list[str]) -> None:
    found = [(c.category, words(c.actor, text), words(c.recipient, text)) for c in code(text)]
    assert any(f[0] == category and f[1] == actor and (not recipient or f[2] == recipient) for f in found), found


def test_a_refusal_by_negation_is_no_denied_event(code: Code) -> None:
    for text in ("Farmers did not accept the ruling of the court.", "Farmers cannot accept the ruling of the court."):
        (refusal,) = [c for c in code(text) if c.category == "REJECT"]
        assert refusal.status == "happened"


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("The envoy said the arrest was not illegal.", "ACCUSE"),  # the bad word is denied
        ("Police said two gunmen had killed the guard.", "ACCUSE"),  # a report, not a charge
        ("A jury found the trader guilty.", "ACCUSE"),
        ("The army did not allow the loan.", "THREATEN"),  # no "will"
        ("The minister warned that prices would rise.", "THREATEN"),
        ("He framed the vote as a choice between two roads.", "COERCE"),
        ("The referee robbed the visitors of a goal.", "ASSAULT"),
        ("The bank rejected a takeover bid.", "REJECT"),
    ],
)
def test_nearest_cases_are_left_alone(code: Code, text: str, category: str) -> None:
    assert category not in [c.category for c in code(text)]


def test_a_state_that_attacks_is_not_said_to_fly(code: Code) -> None:
    (attack,) = [c for c in code("Iraq attacked two border villages.") if c.category == "ASSAULT"]
    assert attack.mode == []
