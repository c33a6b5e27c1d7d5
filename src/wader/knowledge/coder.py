"""How lexicon and encoder are joined (``coder.yaml``)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from wader.knowledge.files import entries_of, laid_over

FILE = "coder.yaml"


@dataclass(frozen=True)
class Join:
    """Weights of the rule. ``category``: ``model``, ``lexicon``, ``score``, ``none`` (``unknown`` where no
    entry holds) and a weight by category of the lexicon. ``actor`` and ``recipient``: those of
    ``code/judge.py:role_features``. ``mode``: ``lexicon``, ``none``, what its mode, or that it has none, weighs beside
    the encoder's logits. By auxiliary and for ``context``: ``bias``, ``model``, ``told`` (syntax, or words of the
    paragraph, say so). ``pair``: ``lexicon``, ``model``, what each weighs for a pair that is given. ``confidence``:
    ``bias`` and ``slope`` of the calibration. ``keep``: probability from which a candidate is an event; ``role``: from
    which a party fills a role. ``encoder``: whether it is asked at all."""

    category: dict[str, float]
    actor: dict[str, float]
    recipient: dict[str, float]
    mode: dict[str, float]
    auxiliary: dict[str, dict[str, float]]
    context: dict[str, float]
    pair: dict[str, float]
    confidence: dict[str, float]
    keep: float = 0.5
    role: float = 0.5
    emit: float = 0.0
    encoder: bool = True


def load(directories: Sequence[Path]) -> Join:
    """The rule of ``directories``, later files laid over earlier ones."""
    data = laid_over(directories, FILE)
    with entries_of(directories[-1] / FILE):
        return Join(**data)
