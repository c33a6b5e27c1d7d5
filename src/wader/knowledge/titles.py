"""Titles before and after names, and classes of offices. Data: ``titles.yaml``; its head describes the format."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from wader.knowledge.names import key, key_of, name_pieces, pieces, read_yaml


class TitleEntry(msgspec.Struct, frozen=True):
    """A title. ``office``: the class of office ("foreign minister"), None for ranks and courtesies. ``kind``: office,
    rank, clergy, noble, profession, courtesy. ``code``: the state that alone has it ("Taoiseach"). ``former``: the words
    said "former", "ex-", "late": the bearer is out of office. ``deputy``: "deputy", "vice", "assistant"."""

    title: str
    office: str | None
    sector: str | None
    kind: str
    code: str | None
    former: bool
    deputy: bool
    entry: str


class Titles:
    """Titles by key, the qualifiers that may stand before them, and the rules that class offices."""

    def __init__(self) -> None:
        self._titles: dict[str, TitleEntry] = {}
        self._longest: dict[str, int] = {}
        self._former: frozenset[str] = frozenset()
        self._deputy: frozenset[str] = frozenset()
        self._qualifiers: frozenset[str] = frozenset()
        self._classes: list[tuple[str, re.Pattern[str], frozenset[str]]] = []
        self._cache: dict[tuple[str, str | None], str | None] = {}

    def lookup(self, phrase: str) -> TitleEntry | None:
        """The title that the whole phrase is, qualifiers included ("former Deputy Foreign Minister")."""
        words = phrase.split()
        found = self.longest(words, 0) if words else None
        return found[1] if found is not None and found[0] == len(words) else None

    def longest(self, words: Sequence[str], i: int) -> tuple[int, TitleEntry] | None:
        """The longest title that starts at ``words[i]``, with any qualifiers before it."""
        start, former, deputy = i, False, False
        while start < len(words):
            word = key(words[start])
            if word in self._titles_first and (whole := self._whole(words, start)) is not None:
                taken, entry = whole
                if former or (deputy and not entry.deputy):
                    entry = msgspec.structs.replace(entry, former=former, deputy=deputy or entry.deputy)
                return start + taken - i, entry
            if word in self._former or word.partition(" ")[0] == "ex":
                former = True
            elif word in self._deputy:
                deputy = True
            elif word not in self._qualifiers and words[start] != "-":
                return None
            start += 1
        return None

    def office_class(self, office: str, code: str | None = None) -> str | None:
        """The class of an office as a list or a text names it; ``code`` decides what only one state calls so.
        None where no rule covers it."""
        pair = (office, code)
        if pair not in self._cache:
            self._cache[pair] = self._class(office, code)
        return self._cache[pair]

    @property
    def _titles_first(self) -> dict[str, int]:
        return self._longest

    def _whole(self, words: Sequence[str], i: int) -> tuple[int, TitleEntry] | None:
        first = pieces(words[i])
        if not first:
            return None
        limit = self._longest[first[0].lower()]
        parts = list(first)
        ends = [(1, len(parts))]
        for n in range(i + 1, len(words)):
            more = pieces(words[n])
            if len(parts) >= limit or more is None:
                break
            if more and not (len(more) == 1 and more[0].lower() == "the"):
                parts.extend(more)
                ends.append((n + 1 - i, len(parts)))
        for taken, length in reversed(ends):
            entry = self._titles.get(key_of(parts[:length]))
            if entry is not None:
                return taken, entry
        return None

    def _class(self, office: str, code: str | None) -> str | None:
        text = key(office)
        for name, pattern, codes in self._classes:
            if (not codes or code in codes) and pattern.search(text):
                return name
        entry = self._titles.get(text)
        return entry.office if entry is not None and (entry.code is None or code in (None, entry.code)) else None

    def _add(self, title: str, entry: TitleEntry, *, derived: bool = False) -> None:
        parts = name_pieces(title)
        name = key_of(parts)
        if derived and name in self._titles:
            return
        self._titles[name] = entry
        first = parts[0].lower()
        if self._longest.get(first, 0) < len(parts):
            self._longest[first] = len(parts)


def load_titles(directories: Sequence[Path]) -> Titles:
    """Read ``titles.yaml`` of each directory in turn; a later one adds titles and replaces those of the same words."""
    titles = Titles()
    for directory in directories:
        path = directory / "titles.yaml"
        if path.exists():
            _read(titles, read_yaml(path), path.name)
    return titles


def _read(titles: Titles, data: dict[str, Any], file: str) -> None:
    qualifiers = data.get("qualifiers", {})
    titles._former |= frozenset(qualifiers.get("former", ()))
    titles._deputy |= frozenset(qualifiers.get("deputy", ()))
    titles._qualifiers |= frozenset(qualifiers.get("other", ()))
    for rule in data.get("classes", ()):
        titles._classes.append((rule["office"], re.compile(rule["match"]), frozenset(rule.get("codes", ()))))
    for section in data.get("titles", ()):
        for title in section["titles"]:
            titles._add(title, _title(title, section, file))
    for portfolio in data.get("portfolios", ()):
        office = portfolio["office"]
        for subject in portfolio["subjects"]:
            for pattern in data["patterns"]:
                title = pattern.format(subject)
                section = {"office": office, "sector": "GOV", "kind": "office"}
                titles._add(title, _title(title, section, file), derived=True)


def _title(title: str, section: dict[str, Any], file: str) -> TitleEntry:
    return TitleEntry(
        title=title, office=section.get("office"), sector=section.get("sector"), kind=section["kind"],
        code=section.get("code"), former=False, deputy=bool(section.get("deputy", False)), entry=f"{file}:{title}",
    )  # fmt: skip
