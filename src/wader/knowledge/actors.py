"""Names of actors: states, peoples, capitals, organisations, armed groups, parties, companies → code and sector.

Data: ``countries.yaml`` (states); lists of names in one format, ``LISTS``; ``groups.csv.gz``, compiled by
``training/build_reference.py``; ``given_names.yaml``. A later directory (a user's overlay) replaces what an
earlier one says of a name; a name that it lists with ``gone: true`` is taken away.

Codes are PLOVER's: ISO 3166 alpha-3 of the state, KOS for Kosovo, and UNO EUR IGO NGO ISM IMG MNC. Dependencies fold
into their state. ``sector`` is None for a state and its adjective (the words beside decide), GOV for capitals and
metonyms.

``ActorEntry.ambiguous`` says that the bare name needs support from its context:
``person`` also a common given name or surname (Jordan, Chad, Washington); ``word`` also an ordinary word where it
starts a sentence or stands in capitals (Polish, WHO); ``place`` names a second, well-known place (Georgia, Niger);
``generic`` one of several bodies of that name, to be told apart by country (Supreme Court), or a short acronym.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from wader.knowledge.files import entries_of, layers, read_yaml
from wader.knowledge.names import capitals_agree, fold, key, key_of, name_pieces, pieces, plurals
from wader.knowledge.terms import standing

LISTS = (
    "subnational.yaml", "metonyms.yaml", "organisations.yaml", "institutions.yaml", "movements.yaml", "peoples.yaml",
    "persons.yaml",
)  # fmt: skip
"""Data files in the format of ``sections``, in order of precedence."""


_OF_A_STATE = frozenset({"state", "demonym", "capital"})
"""Kinds whose ``identifier_text`` is the state's name."""
NON_STATES = frozenset({"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC", None})
"""Codes of organisations; None too."""


class ActorEntry(msgspec.Struct, frozen=True):
    """What a name stands for. ``entry`` is the line of the data that says so: ``countries.yaml:MMR/demonym``.

    ``kind``: state, demonym, capital, metonym, subnational, igo, alliance, ngo, armed group, military, party, ministry,
    agency, police, court, legislature, media, company, criminal group, religious, ethnic, person, government, union,
    university, movement. ``since``, ``until`` and ``as_of`` are ISO dates cut to the precision known.
    ``brought``: from a dictionary of the user's own (``brought.py``), which wins over all else while it holds.
    """

    name: str
    code: str | None
    sector: str | None
    other_sectors: tuple[str, ...]
    kind: str
    identifier_id: str | None
    identifier_text: str
    office: str | None
    religion: str | None
    ethnicity: str | None
    since: str | None
    until: str | None
    as_of: str | None
    entry: str
    ambiguous: str | None = None
    brought: bool = False
    source: str | None = None


def in_force(entry: ActorEntry, date: str | None) -> bool:
    """Whether an entry holds on ``date`` (ISO, any precision); without a date only what has not ended. ``as_of`` bounds
    no entry of the lists: a body or person seen once is there before and after, as a term of office need not be."""
    if date is None:
        return entry.until is None
    return standing(entry.since, entry.until, None, date) in ("in", "perhaps")


class StateEntry(msgspec.Struct, frozen=True):
    """A state: its usual name, adjectives and names of its people, seat of government, ISO 3166 alpha-2, region."""

    code: str
    name: str
    demonyms: tuple[str, ...]
    capital: str | None
    iso2: str | None
    region: str | None
    names: tuple[str, ...] = ()


class _Record(msgspec.Struct, frozen=True):
    """An entry under one of its names: ``shape`` is the name's pieces, which ``capitals_agree`` compares unless
    ``any_case``; ``written`` the name as the data write it."""

    entry: ActorEntry
    shape: tuple[str, ...]
    any_case: bool = False
    written: str = ""


class Listed(msgspec.Struct, frozen=True):
    """An entry with all names that lead to it, the usual one first, and the directory whose data say so. ``doubtful``:
    names that need support from their context although the usual one does not."""

    entry: ActorEntry
    names: tuple[str, ...]
    directory: Path
    doubtful: frozenset[str] = frozenset()


class Actors:
    """The names of all actors known. Built by ``load``; look-ups are a few dict accesses each."""

    def __init__(self) -> None:
        self._index: dict[str, tuple[_Record, ...]] = {}
        self._longest: dict[str, int] = {}
        self._pairs: set[tuple[str, str]] = set()
        """The first two pieces of each name that has two: most words behind "united" or "south" go on to none."""
        self._states: dict[str, StateEntry] = {}
        self._members: dict[str, tuple[str, ...]] = {}
        self._genders: dict[str, str] = {}
        self._said_in: dict[str, Path] = {}
        self._own: set[str] = set()
        self.acronyms: frozenset[str] = frozenset()
        """Acronyms of organisations of states, in lower case: pages without capitals have "oas" and "nato"."""

    # --- look-up -----------------------------------------------------------------------------------------

    def lookup(self, phrase: str) -> tuple[ActorEntry, ...]:
        """All that ``phrase`` may name, most usual first; empty where unknown. A leading "the" and a possessive
        are ignored, accents and the dots of abbreviations too; capitals count (``US``, not ``us``)."""
        parts = name_pieces(phrase)
        found = self._match(parts)
        if not found and len(parts) > 1 and parts[0].lower() == "the":
            found = self._match(parts[1:])
        return found

    def longest(self, words: Sequence[str], i: int) -> tuple[int, tuple[ActorEntry, ...]] | None:
        """The longest name that starts at ``words[i]``: the number of words it takes, and what it may name.

        ``words`` are a sentence's tokens as written. A leading article is taken only where the name requires it.
        """
        if not self._begins(words[i]):
            return None
        for taken, parts in self._readings(words, i):
            found = self._match(parts)
            if found:
                return taken, found
        return None

    def spelling(self, words: Sequence[str], i: int) -> list[str] | None:
        """The longest name that starts at ``words[i]`` whatever its capitals, each of its words as the name is
        written: for texts that lost their case. Words keep their length; None where no name starts here."""
        if not self._begins(words[i]):
            return None
        for taken, parts in self._readings(words, i):
            records = self._index.get(key_of(parts))
            if records:
                shapes = iter(records[0].shape)
                return [_cased(word, shapes, first=n == 0) for n, word in enumerate(words[i : i + taken])]
        return None

    def _begins(self, word: str) -> bool:
        """Whether some name begins with this word; most words begin none, so that it is asked before all else."""
        first = pieces(word)
        return first is not None and len(first) > 0 and first[0].lower() in self._longest

    def _readings(self, words: Sequence[str], i: int) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Stretches of words from ``i`` that may be a name, the longest first: number of words, and pieces."""
        first = pieces(words[i])
        limit = self._longest.get(first[0].lower()) if first else None
        if not first or limit is None:
            return
        parts = list(first)
        ends = [(1, len(parts))]
        for n in range(i + 1, len(words)):
            if len(parts) >= limit:
                break
            more = pieces(words[n])
            if more is None:
                break
            if not more or (len(more) == 1 and more[0].lower() == "the"):
                continue
            parts.extend(more)
            if len(ends) == 1 and (parts[0].lower(), parts[1].lower()) not in self._pairs:
                break
            ends.append((n + 1 - i, len(parts)))
        for taken, length in reversed(ends):
            yield taken, tuple(parts[:length])

    def state(self, code: str) -> StateEntry | None:
        """The state with this alpha-3 code (``KOS`` for Kosovo), or None."""
        return self._states.get(code)

    def is_own(self, name: str) -> bool:
        """Whether a folder of the user's own says what this name means."""
        return key(name) in self._own

    def states(self) -> Iterator[StateEntry]:
        """All states, in the order of their codes."""
        return iter(self._states.values())

    def gender(self, given_name: str) -> str | None:
        """``female`` or ``male`` where a given name says so, else None."""
        return self._genders.get(given_name.lower())

    def members(self, code_or_name: str, date: str | None = None) -> tuple[str, ...]:
        """Codes of the members of an organisation or alliance, sorted. ``date`` (ISO) picks those of that day where
        the data knows when a member joined or left; without it, today's."""
        found = self._members.get(key("European Union" if code_or_name == "EUR" else code_or_name), ())
        return tuple(sorted({member[:3] for member in found if _member_on(member, date)}))

    def entries(self) -> Iterator[Listed]:
        """All entries in force, in the order of the data. One that is doubtful under some of its names is one."""
        found: dict[tuple[object, ...], tuple[ActorEntry, Path, dict[str, str | None]]] = {}
        for name, records in self._index.items():
            for record in records:
                entry, said_in = record.entry, self._said_in[name]
                same = (said_in, entry.entry, entry.name, entry.code, entry.kind, entry.until)
                found.setdefault(same, (entry, said_in, {}))[2][record.written] = entry.ambiguous
        for entry, said_in, names in found.values():
            usual = sorted(names, key=lambda name: key(name) != key(entry.name))
            doubtful = {name for name, doubt in names.items() if doubt and names[usual[0]] is None}
            yield Listed(entry, tuple(usual), said_in, frozenset(doubtful))

    def _match(self, parts: tuple[str, ...]) -> tuple[ActorEntry, ...]:
        records = self._index.get(key_of(parts))
        if records is None:
            return ()
        found: list[ActorEntry] = []
        for record in records:
            if (record.any_case or capitals_agree(record.shape, parts)) and record.entry not in found:
                found.append(record.entry)
        return tuple(found)

    # --- building ----------------------------------------------------------------------------------------

    def bring(self, name: str, entries: Sequence[ActorEntry], *, derived: bool = False) -> None:
        """Put the user's ``entries`` in the place of what ``name`` stands for. ``derived``: a longer word that a name
        begins; what has a meaning already keeps it."""
        parts = name_pieces(name)
        if len(parts) > 1 and parts[0].lower() == "the" and key(name) in self._index:
            parts = parts[1:]
        place = key_of(parts)
        if not parts or (derived and place in self._index):
            return
        shape = self._index[place][0].shape if place in self._index else name_pieces(entries[0].name)
        if len(shape) != len(parts):
            shape = tuple(part.capitalize() if len(part) > 3 or len(parts) > 1 else part for part in parts)
        self._add_layer({place: [_Record(entry, shape, written=name) for entry in entries]}, Path())

    def _take_away(self, gone: Sequence[dict[str, Any]]) -> None:
        """Forget what earlier directories say under these rows' names, and every name of those who are usually called
        so; where a row tells a code or a kind, only of those that have it."""
        rows = [(row, {key(name) for name in (row["name"], *row["aliases"])}) for row in gone]
        for name in list(self._index) if rows else ():
            kept = tuple(r for r in self._index[name] if not any(_is_gone(name, r.entry, *row) for row in rows))
            if not kept:
                del self._index[name]
                self._members.pop(name, None)
            elif len(kept) < len(self._index[name]):
                self._index[name] = kept

    def _add_layer(self, layer: dict[str, list[_Record]], directory: Path) -> None:
        """Lay one directory's names over what is there: the same key is replaced."""
        for name, records in layer.items():
            self._said_in[name] = directory
            self._index[name] = tuple(_generic(records)) if len(records) > 1 else tuple(records)
            first, _, rest = name.partition(" ")
            length = rest.count(" ") + 2 if rest else 1
            if self._longest.get(first, 0) < length:
                self._longest[first] = length
            if rest:
                self._pairs.add((first, rest.partition(" ")[0]))


def _is_gone(name: str, entry: ActorEntry, row: dict[str, Any], names: set[str]) -> bool:
    """Whether a row that says ``gone`` means this entry under this name."""
    if row.get("code", entry.code) != entry.code or row.get("kind", entry.kind) != entry.kind:
        return False
    own = {key(entry.name)} if entry.kind in _OF_A_STATE else {key(entry.name), key(entry.identifier_text)}
    return name.removeprefix("the ") in names or not own.isdisjoint(names)


def _cased(word: str, shapes: Iterator[str], *, first: bool) -> str:
    """``word`` with the capitals of the next pieces of a name; what is no part of the name stays."""
    found = list(word)
    at = 0
    for piece in pieces(word) or ():
        if piece.lower() == "the" and not first:
            continue
        for wanted in next(shapes, ""):
            while at < len(found) and fold(found[at]).lower() != wanted.lower():
                at += 1
            if at < len(found):
                found[at] = found[at].upper() if wanted.isupper() else found[at]
                at += 1
    return "".join(found) if len(found) == len(word) else word


def load(directories: Sequence[Path]) -> Actors:
    """Read the actors of each directory in turn; files that a directory lacks are skipped.

    Raises ``KnowledgeError`` on a broken file or entry, naming the file.
    """
    # Both are written with what stands here.
    from wader.knowledge.groups import read_groups
    from wader.knowledge.states import read_states

    actors = Actors()
    for directory in directories:
        layer: dict[str, list[_Record]] = {}
        gone: list[dict[str, Any]] = []
        members: dict[str, tuple[str, ...]] = {}
        with entries_of(directory / "countries.yaml"):
            read_states(directory / "countries.yaml", layer, actors._states)
        for file in LISTS:
            with entries_of(directory / file):
                gone += _read_list(directory / file, layer, members)
        with entries_of(directory / "groups.csv.gz"):
            read_groups(directory / "groups.csv.gz", layer, members)
        actors._take_away(gone)
        actors._members.update(members)
        actors._add_layer(layer, directory)
        if directory != directories[0]:
            actors._own.update(layer)
    for path, genders in layers(directories, "given_names.yaml"):
        with entries_of(path):
            for gender, listed in genders.items():
                actors._genders.update(dict.fromkeys(listed.split(), gender))
    actors.acronyms = frozenset(
        name
        for name, records in actors._index.items()
        if len(name) < 7 and name.isalpha() and records[0].shape[0].isupper()
        and records[0].entry.kind in ("igo", "alliance") and records[0].entry.ambiguous is None
    )  # fmt: skip
    return actors


def _generic(records: list[_Record]) -> list[_Record]:
    """Mark the first compiled record too where later ones have shown its name to be generic."""
    first = records[0]
    if first.entry.ambiguous is None and first.entry.entry.startswith("groups.") and any(
        record.entry.ambiguous == "generic" for record in records[1:]
    ):
        marked = msgspec.structs.replace(first.entry, ambiguous="generic")
        return [msgspec.structs.replace(first, entry=marked), *records[1:]]
    return records


def _member_on(member: str, date: str | None) -> bool:
    """Whether ``FIN@2023-04-04..`` or ``GBR@1973-01-01..2020-01-31`` is a member on ``date`` (None: today)."""
    _, _, span = member.partition("@")
    if not span:
        return True
    since, _, until = span.partition("..")
    if date is None:
        return not until
    return since <= date and (not until or date < until)


def _file(layer: dict[str, list[_Record]], name: str, entry: ActorEntry, *, any_case: bool = False) -> None:
    """Put ``entry`` under ``name``. A name written with a leading "the" is found only with its article."""
    parts = name_pieces(name)
    if not parts:
        return
    records = layer.setdefault(key_of(parts), [])
    records.append(_Record(entry, parts, any_case, name))


# --- lists of names --------------------------------------------------------------------------------------


_PEOPLE = ("an", "er", "ite", "ese", "i")
"""Endings of adjectives of places that name their people too."""


def _read_list(
    path: Path, layer: dict[str, list[_Record]], members: dict[str, tuple[str, ...]]
) -> list[dict[str, Any]]:
    """A list of sections: ``{kind, code?, sector?, …, names: [...]}``. What the section says holds for each of its
    names; a name is ``"Usual name | other name | …"`` or a mapping ``{name, aliases?, …}`` that says more. A name
    with a star ("PAC*") is ambiguous although the others are not. Returns the rows that say ``gone: true``."""
    gone: list[dict[str, Any]] = []
    for section in (path.exists() and read_yaml(path)) or ():
        defaults = {field: value for field, value in section.items() if field != "names"}
        for item in section["names"]:
            row = {**defaults, **_as_row(item)}
            if row.get("gone"):
                gone.append(row)
                continue
            entry = _entry_of(row, f"{path.name}:{row['name']}")
            doubtful = msgspec.structs.replace(entry, ambiguous="word")
            people = plurals(a for a in row["aliases"] if a.endswith(_PEOPLE)) if row["kind"] == "subnational" else ()
            for name in dict.fromkeys((row["name"], *row["aliases"], *people)):
                _file(layer, name.removesuffix("*"), doubtful if name.endswith("*") else entry,
                      any_case=row.get("case") == "any")  # fmt: skip
            if "members" in row:
                for name in (row["name"], *row["aliases"]):
                    members[key(name)] = tuple(row["members"])
    return gone


def _as_row(item: Any) -> dict[str, Any]:
    """``"A | B"`` or a mapping, as a mapping with ``name`` and ``aliases``."""
    if isinstance(item, str):
        name, *aliases = (part.strip() for part in item.split("|"))
        doubt = {"ambiguous": "word"} if name.endswith("*") else {}
        return {"name": name.removesuffix("*"), "aliases": aliases, **doubt}
    return {"aliases": (), **item}


def _entry_of(row: dict[str, Any], entry: str) -> ActorEntry:
    """An ``ActorEntry`` from a row of data; absent fields are None."""
    name = row["name"]
    usual = name[4:] if name[:4].lower() == "the " else name
    return ActorEntry(
        name=usual, code=row.get("code"), sector=row.get("sector"), other_sectors=tuple(row.get("other_sectors", ())),
        kind=row["kind"], identifier_id=row.get("id"), identifier_text=row.get("stands_for") or usual,
        office=row.get("office"), religion=row.get("religion"),
        ethnicity=usual if row.get("ethnicity") == "name" else row.get("ethnicity"),
        since=_date(row.get("since")), until=_date(row.get("until")), as_of=_date(row.get("as_of")), entry=entry,
        ambiguous=row.get("ambiguous"), source=row.get("source"),
    )  # fmt: skip


def _date(value: Any) -> str | None:
    """A date as text: YAML makes dates of what stands without quotes, and numbers of years."""
    return None if value is None else str(value)
