"""Who held which public office when, and what titles mean.

Data: ``offices.csv.gz`` (compiled by ``training/build_reference.py``), ``titles.yaml`` (titles, and which offices are of the
same class: "Secretary of State" is the United States' foreign minister). A user's ``offices.csv`` comes before ours.

An empty ``until`` means: in office at ``as_of``, nothing known later. Dates are ISO, cut to the precision known.
Both files are read at the first look-up.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import msgspec

from wader.errors import KnowledgeError
from wader.knowledge.names import key, name_pieces, open_csv
from wader.knowledge.titles import TitleEntry, Titles, load_titles

_FAMILY_NAME_FIRST = frozenset({"CHN", "TWN", "HKG", "PRK", "KOR", "VNM", "SGP", "KHM"})
_PARTICLES = frozenset(
    ["al", "el", "ul", "ben", "bin", "ibn", "bint", "de", "del", "della", "di", "da", "dos", "das", "du", "la", "le", "van",
     "von", "der", "den", "ter", "ten", "st", "abu", "abd", "o", "san", "santa"]
)  # fmt: skip
_NOT_SURNAMES = frozenset({"jr", "sr", "ii", "iii", "iv", "i", "khan", "bin", "al", "mr", "u", "sheikh", "shaikh"})
PROMINENT = ("head of state", "head of government", "monarch", "foreign minister", "defence minister",
             "head of organisation", "vice president")  # fmt: skip
"""Classes of office whose holders news names by surname alone, the likeliest first."""

Row = list[str]
COLUMNS = ("name", "aliases", "code", "organisation", "office", "sector", "since", "until", "as_of", "wikidata_id",
           "source")  # fmt: skip
"""What each ``Row`` holds; further columns (licence) may follow."""


class OfficeEntry(msgspec.Struct, frozen=True):
    """One person's time in one office. ``office`` as listed ("Minister of Foreign Affairs"), ``office_class``
    normalised ("foreign minister"). ``code`` is PLOVER's; a dependency's office carries the state's code and says
    "of Bermuda". ``aliases``: other spellings. ``entry``: ``offices.csv.gz:Name/office/since``."""

    name: str
    aliases: tuple[str, ...]
    code: str
    organisation: str | None
    office: str
    sector: str | None
    since: str | None
    until: str | None
    as_of: str | None
    identifier_id: str | None
    source: str
    entry: str
    office_class: str | None = None


class Offices:
    """Office holders and titles. Indexes are built at the first look-up and kept."""

    def __init__(self, directories: Sequence[Path]) -> None:
        self._directories = tuple(directories)

    # --- look-up -----------------------------------------------------------------------------------------

    def holders_named(self, full_name: str, date: str | None = None) -> tuple[OfficeEntry, ...]:
        """Offices of people with this full name or alias: those held on ``date`` first, then those open-ended and
        those nearest in time. Empty for a single word unless somebody is listed by it alone."""
        rows = self._by_name.get(key(full_name), ())
        return self._entries(sorted(rows, key=lambda n: self._rank(n, date)))

    def surname(self, surname: str, date: str | None = None) -> tuple[OfficeEntry, ...]:
        """Prominent holders by surname: heads of state and government, foreign and defence ministers, heads of
        organisations; only those who may be in office on ``date`` where one is given, the most prominent first."""
        rows = self._by_surname.get(key(surname), ())
        if date is not None:
            rows = tuple(n for n in rows if self._validity(n, date) < 2)
        return self._entries(sorted(rows, key=lambda n: (self._prominence(n), self._rank(n, date))))

    def holder(self, code: str, office: str, date: str | None = None) -> OfficeEntry | None:
        """Who holds ``office`` of ``code`` (or of a named organisation) on ``date``, the latest known without one.

        ``office`` is a title ("Secretary of State") or a class ("foreign minister"). None where nobody is known.
        """
        wanted = self.titles.office_class(office, code) or office.lower()
        rows = self._by_office.get((key(code) if len(code) > 3 else code.lower(), wanted), ())
        held = [n for n in rows if date is None or self._validity(n, date) < 2]
        if not held:
            return None
        # Sure ones before open-ended ones, then the one who took office last: an open end is often a forgotten one.
        best = min(held, key=lambda n: (self._validity(n, date) if date else 0, _descending(self._rows[n][6])))
        return self._entry(best)

    def title(self, *words: str) -> TitleEntry | None:
        """What a title means: its class of office, sector, rank; ``title("Foreign", "Minister")`` or one string."""
        return self.titles.lookup(" ".join(words))

    def longest_title(self, words: Sequence[str], i: int) -> tuple[int, TitleEntry] | None:
        """The longest title that starts at ``words[i]``: the number of words it takes, and the title."""
        return self.titles.longest(words, i)

    # --- files and indexes -------------------------------------------------------------------------------

    @cached_property
    def titles(self) -> Titles:
        """The titles of ``titles.yaml``."""
        return load_titles(self._directories)

    @cached_property
    def _rows(self) -> list[Row]:
        rows: list[Row] = []
        for directory in reversed(self._directories):
            for name in ("offices.csv", "offices.csv.gz"):
                if (directory / name).exists():
                    rows.extend(_read(directory / name))
        return rows

    @cached_property
    def _by_name(self) -> dict[str, tuple[int, ...]]:
        index: dict[str, tuple[int, ...]] = {}
        for n, row in enumerate(self._rows):
            names = (row[0], *row[1].split("|")) if row[1] else (row[0],)
            for name in names:
                folded = name.lower() if name.replace(" ", "").isalpha() and name.isascii() else key(name)
                known = index.get(folded, ())
                if not known or known[-1] != n:
                    index[folded] = (*known, n)
        return index

    @cached_property
    def _class_of(self) -> dict[tuple[str, str], str | None]:
        """(code, office) → class; several thousand distinct offices, each matched once."""
        distinct = dict.fromkeys((row[2], row[4]) for row in self._rows)
        return {pair: self.titles.office_class(pair[1], pair[0]) for pair in distinct}

    @cached_property
    def _by_office(self) -> dict[tuple[str, str], tuple[int, ...]]:
        index: dict[tuple[str, str], tuple[int, ...]] = {}
        for n, row in enumerate(self._rows):
            office = self._class_of[row[2], row[4]]
            if office is None:
                continue
            for where in _bodies(row[2], row[3]):
                index[where, office] = (*index.get((where, office), ()), n)
        return index

    @cached_property
    def _by_surname(self) -> dict[str, tuple[int, ...]]:
        index: dict[str, tuple[int, ...]] = {}
        for n, row in enumerate(self._rows):
            if self._class_of[row[2], row[4]] in PROMINENT and not _deputy(row[4]):
                for name in surnames(row[0], row[2]):
                    index[name] = (*index.get(name, ()), n)
        return index

    # --- order -------------------------------------------------------------------------------------------

    def _validity(self, n: int, date: str) -> int:
        """0 in office on ``date``; 1 perhaps (open end, ``as_of`` before it); 2 not in office."""
        since, until, as_of = self._rows[n][6:9]
        if since and _first(since) > date:
            return 2
        if until:
            return 0 if date <= _last(until) and since else 1 if date <= _last(until) else 2
        if as_of and date <= _last(as_of) and since:
            return 0
        if not since and as_of:
            # Known on one day only: within the year around it is a fair guess, a decade away is none.
            return 1 if abs(int(date[:4]) - int(as_of[:4])) <= 2 else 2
        return 1

    def _prominence(self, n: int) -> int:
        office = self._class_of[self._rows[n][2], self._rows[n][4]]
        return PROMINENT.index(office) if office in PROMINENT else len(PROMINENT)

    def _rank(self, n: int, date: str | None) -> tuple[int, int, int]:
        """Order of rows: valid at ``date`` first, then the most prominent, then the latest to begin."""
        validity = self._validity(n, date) if date else 0
        since = self._rows[n][6]
        return validity, self._prominence(n), _descending(since)

    def _entry(self, n: int) -> OfficeEntry:
        row = self._rows[n]
        return OfficeEntry(
            name=row[0], aliases=tuple(a for a in row[1].split("|") if a), code=row[2], organisation=row[3] or None,
            office=row[4], sector=row[5] or None, since=row[6] or None, until=row[7] or None, as_of=row[8] or None,
            identifier_id=row[9] or None, source=row[10], entry=f"offices.csv.gz:{row[0]}/{row[4]}/{row[6]}",
            office_class=self._class_of[row[2], row[4]],
        )  # fmt: skip

    def _entries(self, rows: Sequence[int]) -> tuple[OfficeEntry, ...]:
        return tuple(self._entry(n) for n in rows)


def load(directories: Sequence[Path]) -> Offices:
    """The offices of these directories (a user's overlay last). Reads nothing yet; a broken file raises ``ValueError``
    at the first look-up, naming the file."""
    return Offices(directories)


def surnames(name: str, code: str) -> tuple[str, ...]:
    """The keys under which news may name a person by surname: the last word, with its particle too ("al assad",
    "assad"), the last two of three or more ("lopez obrador"), the first word where family names come first."""
    parts = [part.lower() for part in name_pieces(name)]
    while parts and parts[-1] in {"jr", "sr", "ii", "iii", "iv"}:
        parts.pop()
    if len(parts) < 2:
        return tuple(parts)
    found = [parts[0], parts[-1]] if code in _FAMILY_NAME_FIRST else [parts[-1]]
    if parts[-2] in _PARTICLES or len(parts) > 2:
        found.append(" ".join(parts[-2:]))
    return tuple(dict.fromkeys(name for name in found if name not in _NOT_SURNAMES and len(name) > 1))


def _read(path: Path) -> list[Row]:
    """Rows of an offices file, columns in the order of ``COLUMNS``. Raises ``KnowledgeError`` without name and code."""
    with open_csv(path) as stream:
        reader = csv.reader(stream)
        header = next(reader, [])
        if not {"name", "code", "office"} <= set(header):
            raise KnowledgeError(f"{path}: its first line has to name the columns, at least name, code and office.")
        if tuple(header[: len(COLUMNS)]) == COLUMNS:
            return list(reader)
        order = [header.index(column) if column in header else -1 for column in COLUMNS]
        return [[line[at] if 0 <= at < len(line) else "" for at in order] for line in reader]


def _bodies(code: str, organisation: str) -> tuple[str, ...]:
    """The keys under which ``holder`` finds an office: the organisation's name, else the code; both for the two
    organisations that are a code of their own."""
    if not organisation:
        return (code.lower(),)
    name = key(organisation)
    return (name, code.lower()) if name in ("united nations", "european union") else (name,)


def _deputy(office: str) -> bool:
    return office.lower().startswith(("deputy", "vice ", "assistant", "acting deputy", "former", "minister of state"))


def _first(date: str) -> str:
    """The first day a cut date may mean."""
    return date + "-01-01"[len(date) - 4 :] if len(date) < 10 else date


def _last(date: str) -> str:
    """The last day a cut date may mean (the 31st of any month: dates are only compared)."""
    return date + "-12-31"[len(date) - 4 :] if len(date) < 10 else date


def _descending(date: str) -> int:
    """A number that sorts later dates first, unknown ones last."""
    return -int(_first(date).replace("-", "")) if date else 0
