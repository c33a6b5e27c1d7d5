"""What governs an event: flags and the words that set them (read by ``frames``)."""

from __future__ import annotations

from dataclasses import dataclass, field

HARM = frozenset(("ASSAULT", "COERCE", "SANCTION"))
"""Categories of acts that are done to somebody's harm."""
VERDICTS = frozenset(("ACCUSE", "SUPPORT"))
"""Categories about an event: it stands beside them where it names who did it or to whom."""


@dataclass
class Frame:
    """What governs an event. ``ended``/``cancelled``/``suffered`` tell how its carrier verb works on it.
    ``rules``: for each flag, the words that decided it (evidence)."""

    negated: bool = False
    future: bool = False
    hypothetical: bool = False
    ongoing: bool = False
    ended: bool = False
    cut: bool = False
    cancelled: bool = False
    suffered: bool = False
    attempted: bool = False
    purpose: bool = False
    announced: bool = False
    disowned: bool = False
    rules: dict[str, str] = field(default_factory=dict)
    cues: dict[str, int] = field(default_factory=dict)

    def mark(self, flag: str, token: int, why: str) -> None:
        if not getattr(self, flag):
            setattr(self, flag, True)
            self.rules[flag] = why
            self.cues[flag] = token

    def clear(self, flag: str) -> None:
        setattr(self, flag, False)
        self.rules.pop(flag, None)
        self.cues.pop(flag, None)
