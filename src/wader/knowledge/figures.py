"""Words of number, and the kinds of things that news counts (``figures.yaml``)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from wader.errors import KnowledgeError
from wader.knowledge.files import laid_over

FILE = "figures.yaml"


class Kind(msgspec.Struct, frozen=True):
    """What may be counted under a kind. ``units``: lemmas that it is limited to, empty for any."""

    name: str
    units: frozenset[str]
    singular: bool


class Figures:
    """Vocabulary of figures. ``transitive`` … ``tolls`` map a lemma to its kinds, in the order of the data file."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.groups = {name: frozenset(words) for name, words in data["groups"].items()}
        self.kinds: dict[str, Kind] = {}
        tables: dict[str, dict[str, list[str]]] = {
            "transitive": {},
            "intransitive": {},
            "nouns": {},
            "adjectives": {},
            "tolls": {},
        }
        for name, entry in data["kinds"].items():
            units: frozenset[str] = frozenset().union(*(self.groups[group] for group in entry.get("units", ())))
            self.kinds[name] = Kind(name, units, bool(entry.get("singular", False)))
            for table, words in tables.items():
                for word in entry.get(table, ()):
                    words.setdefault(word, []).append(name)
        self.transitive, self.intransitive = tables["transitive"], tables["intransitive"]
        self.nouns, self.adjectives, self.tolls = tables["nouns"], tables["adjectives"], tables["tolls"]
        self.plain = {word: kind for group, kind in data["plain"].items() for word in sorted(self.groups[group])}
        self.mixed: str = data["mixed"]
        self.mixes = frozenset(data["mixes"])
        self.idioms = {(i["verb"], i["object"]): i["kind"] for i in data["idioms"]}
        self.of_idioms = {(i["verb"], i["object"]): i["kind"] for i in data["of_idioms"]}
        self.predicates: dict[str, str] = data["predicates"]
        self.people = self.groups["people"]
        self.plurals: dict[str, str] = data["plurals"]
        self.scales: dict[str, int] = data["scales"]
        self.vague: dict[str, int] = data["vague"]
        self.exact: dict[str, int] = data["exact"]
        self.at_least, self.at_most, self.about = data["at_least"], data["at_most"], data["about"]
        self.symbols: dict[str, str] = data["currencies"]["symbols"]
        self.codes = frozenset(data["currencies"]["codes"])
        self.currency_words: dict[str, str | None] = data["currencies"]["words"]

    def unit(self, lemma: str) -> str:
        """How a unit is written: the plural of its noun; what counts people says "people"."""
        known = self.plurals.get(lemma)
        if known:
            return known
        if lemma.endswith(("s", "x", "ch", "sh")):
            return lemma if lemma.endswith("s") else lemma + "es"
        return lemma[:-1] + "ies" if lemma.endswith("y") and lemma[-2:-1] not in "aeiou" else lemma + "s"


def load(directories: Sequence[Path]) -> Figures:
    """The vocabulary over the directories; a later directory's maps are laid over (kinds whole), its lists added.

    Raises:
        KnowledgeError: the file is missing or malformed.
    """
    data = laid_over(directories, FILE)
    try:
        return Figures(data)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise KnowledgeError(f"{FILE}: section {error} is missing or malformed; see the packaged file.") from error
