"""What a CAMEO code of a dictionary is in PLOVER: country or body, sectors, religion. Data: ``petrarch.yaml``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from wader.knowledge.files import entries_of, laid_over


class Meant(msgspec.Struct):
    """What a code says. ``left``: those of its letters that have no counterpart in PLOVER. ``code`` and ``sectors`` may
    both be empty: then nothing of it has one."""

    code: str | None = None
    sectors: list[str] = []
    religion: str | None = None
    ethnicity: str | None = None
    left: list[str] = []

    @property
    def known(self) -> bool:
        return self.code is not None or bool(self.sectors)


class Codes(msgspec.Struct, frozen=True):
    """The table ``petrarch.yaml``; see its head."""

    countries: dict[str, str]
    international: dict[str, str]
    bodies: dict[str, str]
    within_state: dict[str, str]
    sectors: dict[str, str]
    qualities: list[str]
    religions: dict[str, str]
    ethnic: dict[str, str]
    kinds: dict[str, str]
    endings: list[str]
    public: list[str]

    def meaning(self, written: str, is_state: Callable[[str], bool]) -> Meant:
        """``PSEREBHMS`` → PSE, REB, with ``HMS`` left; ``is_state``: whether three letters are a state's code.

        Three letters at a time: the first may be a state's or an organisation's, what follows are roles.
        """
        meant = Meant(left=[])
        parts = [written[n : n + 3] for n in range(0, len(written), 3)]
        for n, part in enumerate(parts):
            state = self.countries.get(part, part)
            if n == 0 and part in self.international:
                meant.code = self.international[part]
            elif meant.code == "IGO" and n == 1 and part in self.bodies:
                meant.code = self.bodies[part]
            elif meant.code is None and not meant.sectors and part not in self.sectors and is_state(state):
                meant.code = state
            else:
                self._role(part, meant)
        if meant.code in ("MNC",) and not meant.sectors:
            meant.sectors.append("BUS")
        if not meant.sectors and (meant.religion or meant.ethnicity):
            meant.sectors.append("REL" if meant.religion else "CVL")
        return meant

    def _role(self, part: str, meant: Meant) -> None:
        """What three letters behind the first say."""
        if part in self.sectors:
            if self.sectors[part] not in meant.sectors:
                meant.sectors.append(self.sectors[part])
        elif part in self.within_state and (meant.code or meant.sectors):
            if self.within_state[part] not in meant.sectors:
                meant.sectors.append(self.within_state[part])
        elif part in self.religions:
            meant.religion = meant.religion or self.religions[part]
        elif part in self.ethnic:
            meant.ethnicity = meant.ethnicity or self.ethnic[part]
        elif part not in self.qualities:
            meant.left.append(part)


def load(directories: Sequence[Path]) -> Codes:
    """The table of each directory in turn, a later one over an earlier one.

    Raises:
        KnowledgeError: one is malformed; names it.
    """
    with entries_of(directories[-1] / "petrarch.yaml"):
        table: dict[str, Any] = laid_over(directories, "petrarch.yaml")
        return msgspec.convert(table, Codes)
