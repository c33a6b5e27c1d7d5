"""Titles before and after names, and classes of offices. Data: ``titles.yaml``; its head describes the format."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from wader.knowledge.files import entries_of, layers
from wader.knowledge.names import fold, key, key_of, name_pieces, pieces

_CAPITALISED = frozenset({"courtesy", "noble", "clergy"})
"""Kinds whose words are ordinary words too, or single letters: "ma", "father", "count", "chief"."""


class TitleEntry(msgspec.Struct, frozen=True):
    """A title. ``office``: the class of office ("foreign minister"), None for ranks and courtesies. ``kind``: office,
    rank, clergy, noble, profession, courtesy. ``code``: the state that alone has it ("Taoiseach"). ``former``: the
    words said "former", "ex-", "late": the bearer is out of office. ``deputy``: "deputy", "vice", "assistant"."""

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
        self._cache: dict[str, tuple[tuple[str | None, frozenset[str]], ...]] = {}

    def lookup(self, phrase: str) -> TitleEntry | None:
        """The title that the whole phrase is, qualifiers included ("former Deputy Foreign Minister")."""
        words = phrase.split()
        if len(words) > 1 and words[0].lower() == "the":
            del words[0]
        found = self.longest(words, 0) if words else None
        return found[1] if found is not None and found[0] == len(words) else None

    def longest(self, words: Sequence[str], i: int) -> tuple[int, TitleEntry] | None:
        """The longest title that starts at ``words[i]``, with any qualifiers before it ("former deputy …")."""
        best: tuple[int, TitleEntry] | None = None
        start, former, deputy = i, False, False
        while start < len(words):
            word = key(words[start])
            if word.startswith("ex ") and "-" in fold(words[start]):
                former, word = True, word[3:]
                words = [*words[:start], fold(words[start]).split("-", 1)[1], *words[start + 1 :]]
            if word in self._longest and (whole := self._whole(words, start)) is not None:
                taken, entry = whole
                # "Deputy" is a title and a qualifier: the longer reading wins.
                if best is None or start + taken - i > best[0]:
                    if former or (deputy and not entry.deputy):
                        entry = msgspec.structs.replace(entry, former=former, deputy=deputy or entry.deputy)
                    best = (start + taken - i, entry)
            if word in self._former:
                former = True
            elif word in self._deputy:
                deputy = True
            elif word not in self._qualifiers and words[start] != "-":
                break
            start += 1
        return best

    def office_class(self, office: str, code: str | None = None) -> str | None:
        """The class of an office as a list or a text names it; ``code`` decides what only one state calls so.
        None where no rule covers it."""
        if office not in self._cache:
            self._cache[office] = tuple(self._readings(office))
        return next((name for name, codes in self._cache[office] if not codes or code in codes), None)

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
            if entry is not None and (entry.kind not in _CAPITALISED or words[i][0].isupper()):
                return taken, entry
        return None

    def _readings(self, office: str) -> Iterator[tuple[str | None, frozenset[str]]]:
        """Classes of an office with the states each holds for (none: all), up to the first that holds for all."""
        text = key(office)
        for name, pattern, codes in self._classes:
            if pattern.search(text):
                yield name, codes
                if not codes:
                    return
        entry = self._titles.get(text)
        if entry is not None:
            yield entry.office, frozenset([entry.code] if entry.code else ())

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
    for path, content in layers(directories, "titles.yaml"):
        with entries_of(path):
            _read(titles, content, path.name)
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
        for title in section["titles"]:
            if section["kind"] in ("office", "rank") and title[-1].islower() and not title.endswith("s"):
                titles._add(title + "s", _title(title, section, file), derived=True)
    for portfolio in data.get("portfolios", ()):
        office = portfolio["office"]
        for subject in portfolio["subjects"]:
            for pattern in data["patterns"]:
                title = pattern.format(subject)
                section = {"office": office, "sector": "GOV", "kind": "office"}
                titles._add(title, _title(title, section, file), derived=True)
                if title.endswith(("Minister", "Secretary")):
                    plural = title[:-1] + "ies" if title.endswith("y") else title + "s"
                    titles._add(plural, _title(title, section, file), derived=True)


def _title(title: str, section: dict[str, Any], file: str) -> TitleEntry:
    return TitleEntry(
        title=title, office=section.get("office"), sector=section.get("sector"), kind=section["kind"],
        code=section.get("code"), former=False, deputy=bool(section.get("deputy", False)), entry=f"{file}:{title}",
    )  # fmt: skip
