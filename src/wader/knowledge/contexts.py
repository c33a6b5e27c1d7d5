"""Words of the 37 PLOVER contexts (``contexts.yaml``): ``strong`` ones decide alone, two ``weak`` ones together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from wader.knowledge.files import entries_of, layers

WEAK = 0.5


class ContextTable:
    """Phrases (lower-case words) to contexts with a weight of 1 (strong) or 0.5 (weak)."""

    def __init__(self, phrases: dict[tuple[str, ...], list[tuple[str, float]]]) -> None:
        self.phrases = phrases
        self.longest_by_first: dict[str, int] = {}
        for phrase in phrases:
            self.longest_by_first[phrase[0]] = max(len(phrase), self.longest_by_first.get(phrase[0], 0))

    def longest(self, words: Sequence[str], k: int) -> tuple[int, list[tuple[str, float]]]:
        """Length of the longest phrase that starts at ``words[k]``, and its contexts; (0, []) for none."""
        for length in range(self.longest_by_first.get(words[k], 0), 0, -1):
            hits = self.phrases.get(tuple(words[k : k + length]))
            if hits:
                return length, hits
        return 0, []


def load(directories: Sequence[Path], name: str = "contexts.yaml") -> ContextTable:
    """Read ``contexts.yaml`` (or another table) of all directories: contexts with ``strong`` and ``weak`` lists."""
    phrases: dict[tuple[str, ...], list[tuple[str, float]]] = {}
    for path, content in layers(directories, name):
        with entries_of(path):
            for context, lists in content.items():
                for kind, weight in (("strong", 1.0), ("weak", WEAK)):
                    for phrase in lists.get(kind) or []:
                        for form in _forms(str(phrase).lower().replace("-", " ")):
                            phrases.setdefault(form, []).append((context, weight))
    return ContextTable({k: list(dict.fromkeys(v)) for k, v in phrases.items()})


def _forms(phrase: str) -> list[tuple[str, ...]]:
    """The phrase and its regular plural."""
    words = tuple(phrase.split())
    last = words[-1]
    if last.endswith(("s", "ing", "ed", "al", "ic", "ous", "ly")):
        return [words]
    plural = (
        last[:-1] + "ies"
        if last.endswith("y") and last[-2:-1] not in "aeiou"
        else last + ("es" if last.endswith(("x", "ch", "sh")) else "s")
    )
    return [words, (*words[:-1], plural)]
