"""Who is arrested or charged for a crime is no plain civilian; who is held for anything else stays one."""

from __future__ import annotations

import pytest

from tests.resolve.test_actors import actors, codes


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Police in Peru arrested two men for a bank robbery.", "two men", ("PER", "CRM")),
        ("In Peru, the villager Mary Kim was charged with fraud.", "Mary Kim", ("PER", "CRM")),
        ("Peru praised the arrest of Mary Kim for murder.", "Mary Kim", ("PER", "CRM")),
        ("Police in Peru met a man charged with arson.", "a man", ("PER", "CRM")),
        ("Peru held three women on a charge of theft.", "three women", ("PER", "CRM")),
        # held for something else, by anybody, or somebody who is known
        ("Police in Peru arrested two men.", "two men", ("PER", "CVL")),
        ("Police in Peru arrested two men at a protest against a murder.", "two men", ("PER", "CVL")),
        ("Rebels in Peru held three women after a theft.", "three women", ("PER", "CVL")),
        ("Police in Peru arrested two journalists for fraud.", "two journalists", ("PER", "JRN")),
        ("Police in Peru thanked two men for help against a robbery.", "two men", ("PER", "CVL")),
    ],
)
def test_who_is_taken_for_a_crime(text: str, words: str, expected: tuple[str, str]) -> None:
    assert codes(actors(text, words)) == [expected]
