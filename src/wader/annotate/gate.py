"""The gate: which sentences hold the words of some event's trigger, so that only they are parsed."""

from __future__ import annotations

import re

from wader.annotate.parse import Lemmatiser
from wader.knowledge.dull import Dull
from wader.knowledge.lexicon import Entry, Lexicon, Test

_WORD = re.compile(r"[^\W\d_]+")
_CACHE_LIMIT = 300_000
_Requirement = tuple[frozenset[str], tuple[frozenset[str], ...]]
_AUXILIARY = frozenset(("be", "have", "do"))
_PARTICLES = frozenset("in on at to of by for from with up out off down over under into about".split())


_OF_CLASS = {
    "must": frozenset(("must", "should", "ought", "need")),
    "will": frozenset(("will", "shall", "would", "ll", "d", "won", "wo")),
    "inf": frozenset(("to",)),
    "joint": frozenset(("joint",)),
    "advised": frozenset(("that",)),
}
"""Classes of the lexicon that a word of the sentence gives (``code/classes.py``); the others depend on names."""


def words_of(text: str) -> list[str]:
    """Lower-case words of a sentence, in order."""
    return _WORD.findall(text.lower())


def _needed(test: Test) -> frozenset[str]:
    """Of which words a sentence holds one where the test holds; none where it may hold without any."""
    if test.categories or not test.classes <= _OF_CLASS.keys():
        return frozenset()
    return test.words.union((phrase[-1] for phrase in test.phrases), *(_OF_CLASS[name] for name in test.classes))


class Gate:
    """Says whether a sentence holds all words of some trigger, and one of each set that its constraints name, and is
    not ``dull``: three in four of those that hold such words tell no event in the end."""

    def __init__(self, lexicon: Lexicon, lemmatiser: Lemmatiser, dull: Dull | None = None) -> None:
        self._lemmatiser = lemmatiser
        self._dull = dull
        self._cache: dict[str, tuple[str, ...]] = {}
        self._frequency: dict[str, int] = {}
        for entry in lexicon.entries:
            for word in set(entry.words):
                self._frequency[word] = self._frequency.get(word, 0) + 1
        self._alone: set[str] = set()
        self._settled = set(lexicon.members("plain_act"))
        """Verbs of plain acts and words of one sense (``Entry.sure``): no sentence that holds one is dull."""
        self._with: dict[str, list[_Requirement]] = {}
        for entry in lexicon.entries:
            if entry.category != "NONE":
                self._enter(entry)

    def _enter(self, entry: Entry) -> None:
        words = {w for w in entry.words if w not in _AUXILIARY}
        anchor = min(sorted(words or entry.words), key=lambda w: (self._frequency[w], -len(w)))
        others = frozenset(words - {anchor})
        tests = [test for _, test in entry.when if test.positive and not (test.any_ or test.none)]
        if any(test.categories and not (test.words or test.phrases or test.classes) for test in tests):
            return  # it stands over another trigger, which opens the gate itself
        sets = tuple(found for test in tests if (found := _needed(test)))
        if not words - _PARTICLES and not sets:
            return  # "be in", "have": too common to open the gate by themselves
        if not others and not sets:
            self._alone.add(anchor)
            if entry.sure:
                self._settled.add(anchor)
        else:
            self._with.setdefault(anchor, []).append((others, sets))

    def passes(self, text: str) -> bool:
        """Whether ``text`` (a sentence) may hold an event."""
        words = words_of(text)
        present: set[str] = set()
        for word in words:
            present.update(self._lemmas(word))
        if self._dull is not None and self._settled.isdisjoint(present) and self._dull(present):
            return False
        return self._opens(words, present)

    def _opens(self, words: list[str], present: set[str]) -> bool:
        if not self._alone.isdisjoint(present):
            return True
        for word in words:
            for lemma in self._lemmas(word):
                for others, sets in self._with.get(lemma, ()):
                    if others <= present and all(not s.isdisjoint(present) for s in sets):
                        return True
        return False

    def _lemmas(self, form: str) -> tuple[str, ...]:
        known = self._cache.get(form)
        if known is None:
            known = self._lemmatiser.possible(form)
            if len(self._cache) < _CACHE_LIMIT:
                self._cache[form] = known
        return known
