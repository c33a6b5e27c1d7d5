"""Which words make a sentence likely to tell an event (``gate.tsv``), so that the gate need not open for every use of a
trigger's word."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from wader.knowledge.files import LEXICON, entries_of

FILE = "gate.tsv"
BIAS, LEAST = "<bias>", "<least>"
"""Rows that hold the weight of every sentence and the sum below which one is dull."""
MOST = 1000.0
"""Largest weight: what is as good as certain has one of ten."""


@dataclass(frozen=True)
class Dull:
    """``weights``: by lower-case word or lemma what it adds to the log-odds that its sentence tells an event; ``bias``
    is that of every sentence. Below ``least`` a sentence is dull."""

    weights: dict[str, float]
    bias: float
    least: float

    def __call__(self, words: Iterable[str]) -> bool:
        """Whether a sentence with these words and lemmas, each once, is too unlikely to tell an event."""
        return self.odds(words) < self.least

    def odds(self, words: Iterable[str]) -> float:
        """The log-odds that a sentence with these words tells an event; exact, since a set has no order of its own."""
        return math.fsum([self.bias, *[self.weights[x] for x in words if x in self.weights]])


def has_own_triggers(directories: Sequence[Path]) -> bool:
    """Whether a user's own triggers stand beside ours: the gate's weights were learnt without them, and may not close
    it for them."""
    return any((directory / LEXICON).is_dir() for directory in directories[1:])


def load(directories: Sequence[Path]) -> Dull:
    """The weights of the files of ``directories``, fitted by ``python -m training.gate``, later rows over earlier ones.

    Raises:
        KnowledgeError: a row is no word and finite number.
    """
    rows: dict[str, float] = {}
    for path in (directory / FILE for directory in directories):
        if path.is_file():
            with entries_of(path):
                lines = path.read_text("utf-8-sig").splitlines()
                pairs = (line.split("\t") for line in lines if line.strip() and not line.startswith("#"))
                rows.update((word, _finite(weight)) for word, weight in pairs)
    bias, least = rows.pop(BIAS), rows.pop(LEAST)
    return Dull(rows, bias, least)


def _finite(text: str) -> float:
    """A weight, of which thousands may be added.

    Raises:
        ValueError: it is none.
    """
    value = float(text)
    if not abs(value) <= MOST:
        raise ValueError(f"{text} is no weight between -{MOST:g} and {MOST:g}")
    return value
