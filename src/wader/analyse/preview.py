"""Which documents a change of the registry may touch: those whose text holds a name that it tells otherwise.

A superset on purpose: a name is looked for by its words, in any transliteration; a person's by surname, for whom a bare
surname means depends on all who have it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from wader.knowledge.actors import LISTS
from wader.knowledge.files import entries_of, read_yaml
from wader.knowledge.names import name_pieces, open_csv, person_key, surnames
from wader.knowledge.offices import FILES
from wader.text import squeeze


class Names:
    """Names to be found in texts."""

    def __init__(self, names: Iterable[str]) -> None:
        """``names`` as written, or as keys."""
        self._by_first: dict[str, set[tuple[str, ...]]] = {}
        for name in names:
            words = _words(name)
            if words:
                self._by_first.setdefault(words[0], set()).add(words)

    def __bool__(self) -> bool:
        return bool(self._by_first)

    def are_in(self, *texts: str | None) -> bool:
        """Whether one of the texts holds one of the names."""
        return any(self._is_in(_words(text)) for text in texts if text)

    def _is_in(self, words: tuple[str, ...]) -> bool:
        for k, word in enumerate(words):
            for name in self._by_first.get(word, ()):
                if words[k : k + len(name)] == name:
                    return True
        return False


def _words(text: str) -> tuple[str, ...]:
    """Words as names have them, in one form for all transliterations."""
    parts = (part for part in name_pieces(squeeze(text)) if part.lower() != "the")
    return tuple(person_key(part) or part.lower() for part in parts)


def changed(before: Path | None, after: Path | None) -> Names:
    """The names of which two folders of ``--knowledge`` say different things; None is a folder without a file."""
    old, new = told(before), told(after)
    return Names(name for name in {*old, *new} if old.get(name) != new.get(name))


def told(folder: Path | None) -> dict[str, set[str]]:
    """What the files of a folder say of each name in them: entries as text, by the name, or the surname of a person.

    Raises:
        KnowledgeError: a file is malformed.
    """
    found: dict[str, set[str]] = {}
    if folder is None:
        return found
    for name, entry in _entries(folder):
        found.setdefault(name, set()).add(entry)
    return found


def _entries(folder: Path) -> Iterator[tuple[str, str]]:
    for file in FILES:
        path = folder / file
        if not path.is_file():
            continue
        with entries_of(path), open_csv(path) as stream:
            for row in csv.reader(stream, delimiter="\t" if file.endswith(".tsv") else ","):
                if row and not row[0].startswith("#") and row[0] != "name":
                    for name in (row[0], *row[1].split("|")):
                        for surname in surnames(name, row[2]) or (name,):
                            yield surname, "\t".join(row)
    for file in (*LISTS, "countries.yaml"):
        path = folder / file
        if path.is_file():
            with entries_of(path):
                for item in _items(read_yaml(path)):
                    for name in _names(item):
                        yield name, f"{file} {item!r}"
                        yield f"{name}s", f"{file} {item!r}"
    path = folder / "groups.csv.gz"
    if path.is_file():
        with entries_of(path), open_csv(path) as stream:
            for named in csv.DictReader(stream):
                for name in (named["name"], *named["aliases"].split("|")):
                    yield name, repr(named)


def _items(content: Any) -> Iterator[Any]:
    """Each name of a list with what its section says, or each state."""
    if isinstance(content, dict):
        yield from content.values()
        return
    for section in content or ():
        said = {name: value for name, value in section.items() if name != "names"}
        for item in section["names"]:
            yield {"said": said, "item": item}


def _names(item: Any) -> Iterator[str]:
    """All that an item may be called."""
    if "item" in item:
        given = item["item"]
        listed = given.split("|") if isinstance(given, str) else [given["name"], *given.get("aliases", ())]
    else:
        listed = [item["name"], item.get("capital") or ""]
        for part in (item, item.get("former", {})):
            listed += [name for field in ("names", "adjectives", "people", "cities") for name in part.get(field, ())]
    for name in listed:
        if name.strip():
            yield name.strip().removesuffix("*")
