"""Help, refusals and needs that nobody tells as done; demands by noun; vows."""

from __future__ import annotations

import pytest

from tests.code.conftest import Code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The senator does not have to resign.", []),
        ("The minister had to resign on Monday.", [("RETREAT", "happened")]),
        ("The envoy did not rule out a meeting.", []),
        ("The envoy ruled out a meeting.", [("REJECT", "happened")]),
        ("The general pledged to exert pressure on Iran.", [("THREATEN", "happened")]),
        ("The bishops sought the release of the hostages from the rebels.", [("REQUEST", "happened")]),
        ("Pressure on the prime minister to resign grew on Monday.", [("REQUEST", "happened")]),
        ("The judge visited the embassy to meet with senators.", [("CONSULT", "happened")]),
        ("The police are investigating the cause of the blaze.", []),
    ],
)
def test_what_is_told_as_done(code: Code, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(c.category, c.status) for c in code(text)] == expected
