"""Words of force, coercion and protest that tell of none: what somebody is, what nobody did, other senses."""

import pytest

from tests.code.conftest import Code, words


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("The courts of the deposed regime are empty.", "COERCE"),
        ("The exiled bishop praised the premier.", "COERCE"),
        ("No group has claimed responsibility for the attack on the mill.", "ASSAULT"),
        ("A clerk handcuffed herself to her husband.", "COERCE"),
        ("The legislature appropriated two million dollars for the bridge.", "COERCE"),
        ("The senator blocked banks from hiring cheap clerks.", "COERCE"),
        ("The singer dethroned her rival on the album chart.", "COERCE"),
        ("The state holds its caucuses in May.", "COERCE"),
        ("Ten thousand attended his rallies in May.", "PROTEST"),
        ("The party has rallied to his call.", "PROTEST"),
        ("The judge was leaving his office at noon.", "RETREAT"),
        ("Soldiers evacuated hundreds of residents from the block.", "RETREAT"),
        ("The premier spoke on leaving the meeting with the envoys.", "SANCTION"),
        ("The ministry warned that the rise in prices would take its toll.", "THREATEN"),
        ("The embassy warned that its citizens could face delays.", "THREATEN"),
    ],
)
def test_no_conflict_is_told(code: Code, text: str, category: str) -> None:
    assert category not in [c.category for c in code(text)]


@pytest.mark.parametrize(
    ("text", "category", "recipient"),
    [
        ("The army deposed the king on Monday.", "COERCE", ["king"]),
        ("The rebels claimed responsibility for the attack on the mill.", "ASSAULT", None),
        ("Police handcuffed the bishop.", "COERCE", ["bishop"]),
        ("The rebels rallied in the capital.", "PROTEST", None),
        ("The premier left office in March.", "RETREAT", None),
        ("The army warned that looters would be shot.", "THREATEN", ["looters"]),
        ("The guerrillas harassed the garrison.", "ASSAULT", ["garrison"]),
        ("Two men held a gun on the diplomat.", "THREATEN", ["diplomat"]),
    ],
)
def test_conflict_of_the_same_words_stands(code: Code, text: str, category: str, recipient: list[str] | None) -> None:
    found = [c for c in code(text) if c.category == category]
    assert found and (recipient is None or words(found[0].recipient, text) == recipient)


def test_what_one_would_have_had_to_do_is_imagined(code: Code) -> None:
    assert [c.status for c in code("The army would have had to withdraw from Chad.")] == ["hypothetical"]
    assert [c.status for c in code("The minister had to resign.")] == ["happened"]


def test_a_town_before_an_attack_was_hit(code: Code) -> None:
    text = "The minister recalled the Mumbai attacks."
    (attack,) = [c for c in code(text) if c.category == "ASSAULT"]
    assert (attack.actor, words(attack.recipient, text)) == ([], ["Mumbai"])
