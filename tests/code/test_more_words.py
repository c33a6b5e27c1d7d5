"""Classes of words that were missed: what is joint, goods of a nation, debts in parts, cut-off networks, and the
nearest cases that they must leave alone."""

import pytest

from tests.code.conftest import Code, words


def coded(code: Code, text: str) -> list[tuple[str, list[str], list[str]]]:
    return [(c.category, words(c.actor, text), words(c.recipient, text)) for c in code(text)]


@pytest.mark.parametrize(
    ("text", "category", "actor", "recipient"),
    [
        ("Chad and Niger completed a joint survey of the lake.", "COOPERATE", ["Chad", "Niger"], None),
        ("Kenya halted imports of Ugandan milk on Monday.", "SANCTION", ["Kenya"], ["Ugandan"]),
        ("Kenya wrote off half of the debt of Somalia.", "AID", ["Kenya"], ["Somalia"]),
        ("Students occupied the library of the university.", "PROTEST", ["Students"], None),
        ("India suspended mobile internet services in the valley.", "COERCE", ["India"], None),
        ("Two battalions were ordered into the valley by the king.", "MOBILIZE", ["king"], []),
        ("Rebels rule out sharing power with government", "REJECT", ["Rebels"], None),
    ],
)
def test_is_told(code: Code, text: str, category: str, actor: list[str], recipient: list[str] | None) -> None:
    found = coded(code, text)
    assert any(c == category and a == actor and recipient in (None, r) for c, a, r in found), found


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Ghana and Togo made a joint statement.", "COOPERATE"),
        ("The couple opened a joint account.", "COOPERATE"),
        ("Kenya wrote off half of the value of the railway.", "AID"),
        ("The shop suspended its internet service for a night.", "COERCE"),
        ("The judge ordered the officer into the room.", "MOBILIZE"),
        ("Police ruled out arson.", "REJECT"),
        ("Soldiers occupied the library of the university.", "PROTEST"),
    ],
)
def test_is_left_alone(code: Code, text: str, category: str) -> None:
    assert category not in [c for c, _, _ in coded(code, text)]
