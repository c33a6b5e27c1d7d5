"""The PLOVER codebook as data: categories, modes, scores, precedence (``plover.yaml``), contexts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from wader.errors import KnowledgeError
from wader.knowledge.files import read_yaml

TOGETHER = frozenset(("AGREE", "CONSULT", "COOPERATE"))
"""Categories of what several do with each other, all of whom may be actors."""


class Mode(msgspec.Struct, frozen=True):
    score: float | None
    definition: str


class Category(msgspec.Struct, frozen=True):
    quad_code: int
    requires_recipient: bool
    score: float
    definition: str
    modes: dict[str, Mode]


class Precedence(msgspec.Struct, frozen=True):
    """What an act becomes in the future, in a demand or refusal, in a threat."""

    future: dict[str, str]
    unwilling: dict[str, list[str]]
    announced: list[str]
    ended: dict[str, list[str]]
    cut: dict[str, list[str]]
    cancelled: dict[str, list[str]]
    request_mode: dict[str, str]
    threaten_mode: dict[str, str]
    threaten_mode_by_mode: dict[str, str]


class Codebook(msgspec.Struct, frozen=True):
    source: str
    decisions: list[str]
    categories: dict[str, Category]
    auxiliary_modes: dict[str, str]
    precedence: Precedence
    contexts: list[str]
    sectors: list[str]

    def quad(self, category: str) -> int:
        """Quad code: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
        return self.categories[category].quad_code

    def scale(self, category: str, modes: Sequence[str]) -> float:
        """The mode's score that is furthest from zero, else the category's (−10 to +10)."""
        known = self.categories[category]
        scores = [known.modes[m].score for m in modes if m in known.modes]
        found = [s for s in scores if s is not None]
        return max(found, key=abs) if found else known.score

    def threat_mode(self, category: str, modes: Sequence[str]) -> str:
        """Mode of a THREATEN whose threatened act is ``category`` with ``modes``."""
        for mode in modes:
            if mode in self.precedence.threaten_mode_by_mode:
                return self.precedence.threaten_mode_by_mode[mode]
        return self.precedence.threaten_mode[category]


def load(directories: Sequence[Path]) -> Codebook:
    """Read the last ``plover.yaml`` among ``directories`` (a user's replaces the packaged one whole)."""
    path = next(d / "plover.yaml" for d in reversed(list(directories)) if (d / "plover.yaml").is_file())
    try:
        return msgspec.convert(read_yaml(path), Codebook)
    except msgspec.ValidationError as error:
        raise KnowledgeError(f"{path}: not a codebook: {error}. Compare it with the packaged plover.yaml.") from error
