"""Figures by nearness: what a number counts in a sentence that was not parsed."""

from __future__ import annotations

import re

from wader.annotate.numbers import Number
from wader.knowledge.figures import Figures
from wader.records import Figure, Sentence

_CLAUSE_END = re.compile(r"[,;:.]| while | but | after | as ")
_WORD = re.compile(r"[A-Za-z][\w'’-]*")
_BE = frozenset([
    "was", "were", "is", "are", "be", "been", "being", "have", "has", "had", "also", "who", "that",
    "reportedly", "of", "the", "more", "other",
])  # fmt: skip


def make_figure(number: Number, end: int, kind: str, unit: str | None, sentence: Sentence, how: str) -> Figure:
    """The record of a number: ``how`` it is tied to its kind goes into the rule."""
    return Figure(
        kind, number.low, number.high, unit, None, None, number.start, max(end, number.end),
        sentence.in_, sentence.sequence,
        f"figure.{kind}.{how}.{number.rule.replace(' ', '_')}",
    )  # fmt: skip


def fit(kinds: list[str], lemma: str, figures: Figures) -> str | None:
    """The first of the kinds that may count this unit ("" for a bare number: people)."""
    for kind in kinds:
        units = figures.kinds[kind].units
        if not units or lemma in units or (not lemma and (units & {"person", "soldier"})):
            return kind
    return None


def by_nearness(source: str, number: Number, sentence: Sentence, figures: Figures) -> list[Figure]:
    """The first word of a kind after the number in its clause ("12 people were killed"), else the verb just before
    it."""
    stop = _CLAUSE_END.search(source, number.end, sentence.end)
    words = list(_WORD.finditer(source, number.end, stop.start() if stop else sentence.end))[:8]
    unit, end = "", number.end
    for word in words:
        low = word.group().lower()
        lemma = low[:-1] if low.endswith("s") and low[:-1] in figures.people | figures.nouns.keys() else low
        lemma = {
            "men": "man",
            "women": "woman",
            "children": "child",
            "deaths": "death",
            "fatalities": "fatality",
            "injuries": "injury",
            "bodies": "body",
        }.get(low, lemma)
        if not unit and lemma in figures.people:
            unit, end = lemma, word.end()
            continue
        kinds = (
            figures.adjectives.get(low)
            or figures.nouns.get(lemma)
            or (["killed"] if low in ("died", "perished") else None)
        )
        kind = fit(kinds, unit, figures) if kinds else None
        if kind:
            return [make_figure(number, end, kind, figures.unit(unit) if unit else "people", sentence, "near")]
        if not unit and low not in _BE and not low.endswith("ed"):
            return []  # it counts something else
    before = _WORD.findall(source, max(sentence.start, number.start - 30), number.start)[-1:]
    low = before[0].lower() if before else ""
    base = low.removesuffix("ing") if low.endswith("ing") else low.removesuffix("ed")
    for lemma in (low, base, base + "e"):
        kind = fit(figures.transitive.get(lemma, []), unit, figures)
        if kind and low != lemma:
            return [make_figure(number, end, kind, figures.unit(unit) if unit else "people", sentence, "near")]
    return []
