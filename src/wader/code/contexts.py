"""Contexts of events, from the words of their paragraph (never of the whole page)."""

from __future__ import annotations

import re

from wader.code.rule import told_chance
from wader.knowledge import Knowledge
from wader.knowledge.contexts import ContextTable
from wader.records import Candidate, Document

_LONGEST = 4_000
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")


class Contexts:
    """Looks the words of a block up in ``contexts.yaml`` (a strong word is enough, weak ones count together), and
    weighs them beside what the encoder takes the sentence to be about."""

    def __init__(self, knowledge: Knowledge, joined: bool) -> None:
        """``joined``: whether candidates carry the encoder's word."""
        self.table = knowledge.contexts
        self.weights = knowledge.coder.context if joined else None
        self.order = {name: k for k, name in enumerate(knowledge.codebook.contexts)}

    def add(self, document: Document, candidates: list[Candidate]) -> None:
        """Fill ``context`` and its rule in each candidate."""
        if not candidates:
            return
        blocks = {s.sequence: (s.in_, s.block) for s in document.sentences}
        found: dict[tuple[str, int], dict[str, str]] = {}
        for candidate in candidates:
            key = blocks[candidate.sentence]
            if key not in found:
                found[key] = self.of(paragraph(document, *key))
            candidate.context = []
            for name in self.order:
                likely, words = candidate.likely.get(name), found[key].get(name)
                if self._holds(likely, words is not None):
                    candidate.context.append(name)
                    candidate.rules[f"context {name}"] = words or f"encoder: {likely or 0.0:.2f}"

    def _holds(self, likely: float | None, told: bool) -> bool:
        """``likely``: None where the encoder was not asked."""
        if self.weights is None or likely is None:
            return told
        return told_chance(likely, told, self.weights) >= 0.5

    def of(self, text: str) -> dict[str, str]:
        """Contexts of a paragraph, each with the words that gave it."""
        return weigh(self.table, text)


def paragraph(document: Document, in_: str, block: int) -> str:
    """The words of a block (of the headline, where ``in_`` is the title)."""
    if in_ == "title":
        return document.article.title or ""
    start, end = (document.article.blocks or [(0, len(document.article.text))])[block]
    return document.article.text[start : min(end, start + _LONGEST)]


def weigh(table: ContextTable, text: str, *, strong: bool = False) -> dict[str, str]:
    """The names of ``table`` whose words in ``text`` weigh enough, each with the words that gave it; by their
    ``strong`` words alone."""
    words = [w.lower() for w in _WORD.findall(text)]
    weights: dict[str, float] = {}
    why: dict[str, list[str]] = {}
    free = 0
    for k in [k for k, word in enumerate(words) if word in table.longest_by_first]:
        if k < free:
            continue  # within the phrase before
        length, hits = table.longest(words, k)
        for name, weight in hits:
            phrase = " ".join(words[k : k + length])
            if phrase not in why.setdefault(name, []) and (weight >= 1.0 or not strong):
                why[name].append(phrase)
                weights[name] = weights.get(name, 0.0) + weight
        free = k + length
    return {name: ", ".join(why[name][:4]) for name, weight in weights.items() if weight >= 1.0}
