"""Signs by which a page shows the state that it was written in: its courts, offices, roads, schools, money.

Data: ``homes.yaml``; its head describes the format.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from wader.knowledge.files import entries_of, layers

_WORD = re.compile(r"\d+(?:,\d{3})*|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’-][^\W_]+)*(?:['’](?=\s))?")
_NUMBER = re.compile(r"\d+(?:,\d{3})*")
_MOST = 20_000
"""Characters of a page that are read for signs: its home shows early."""
_Sign = tuple[tuple[str, ...], int]


def _words(text: str) -> list[str]:
    """The words of a text, numbers as "0", one kind of apostrophe."""
    found = _WORD.findall(text.replace("’", "'"))
    return [word if word.isalpha() else _NUMBER.sub("0", word) for word in found]


class Homes:
    """What speaks for which states; see the module's docstring."""

    def __init__(self) -> None:
        self._states: list[tuple[str, ...]] = []
        self._any: dict[str, list[_Sign]] = {}
        self._written: dict[str, list[_Sign]] = {}
        self._patterns: list[tuple[re.Pattern[str], int]] = []

    def add(self, states: Sequence[str], signs: Sequence[Sequence[str]], patterns: Sequence[str]) -> None:
        """Take in what the ``states`` have; each of ``signs`` is one thing by its names."""
        for names in signs:
            self._states.append(tuple(states))
            for name in names:
                words = tuple(_words(name))
                self._enter(words, any_case=name.islower())
                if name.islower() and words[-1][-1] not in "s0":
                    self._enter((*words[:-1], f"{words[-1]}s"), any_case=True)
        for pattern in patterns:
            self._states.append(tuple(states))
            self._patterns.append((re.compile(pattern), len(self._states) - 1))

    def _enter(self, words: tuple[str, ...], *, any_case: bool) -> None:
        table = self._any if any_case else self._written
        table.setdefault(words[0], []).append((words, len(self._states) - 1))

    def signs(self, text: str) -> dict[str, float]:
        """How many things of a text speak for each state, those of several states by their share."""
        text = text[:_MOST]
        words = _words(text)
        found = {n for pattern, n in self._patterns if pattern.search(text)}
        for table, said in ((self._any, [word.lower() for word in words]), (self._written, words)):
            for k, word in enumerate(said):
                for sign, n in table.get(word, ()):
                    if len(sign) == 1 or tuple(said[k : k + len(sign)]) == sign:
                        found.add(n)
        counted: dict[str, float] = {}
        for n in sorted(found):
            for state in self._states[n]:
                counted[state] = counted.get(state, 0.0) + 1 / len(self._states[n])
        return counted


def load(directories: Sequence[Path]) -> Homes:
    """The signs of ``directories``, a later one's beside the earlier ones'.

    Raises:
        KnowledgeError: a file is not YAML or has an entry of the wrong shape; names the file.
    """
    homes = Homes()
    for path, content in layers(directories, "homes.yaml"):
        with entries_of(path):
            for entry in content:
                homes.add(entry["states"], entry.get("signs", ()), entry.get("patterns", ()))
    return homes
