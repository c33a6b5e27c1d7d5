"""Who held which public office when, and what titles mean.

Data: ``offices.csv.gz`` (compiled by ``training/build_reference.py``), ``offices.tsv`` (written for this project:
leaders since 1945, other holders mostly since 2010), ``notables.tsv`` (the same columns: whom news names for no
office of these, or before or beside one: party people, commanders, clergy, journalists …; office empty),
``titles.yaml`` (titles, and which offices are of one class: "Secretary of State" is the United States' foreign
minister).
A user's ``offices.tsv`` comes first; its columns are ``COLUMNS``. Each of its rows takes the
place of the packaged ones that tell of the same person in the same office at the same time; a row whose source is
``gone`` only takes them away. A line that begins with ``#`` is a note.

An empty ``until`` means: in office at ``as_of``, nothing known later. Dates are ISO, cut to the precision known.
Files are read at the first look-up; rows stay text until they are asked for.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from pathlib import Path

import msgspec
from rapidfuzz.distance import OSA

from wader.errors import KnowledgeError
from wader.knowledge.files import entries_of
from wader.knowledge.names import key, open_csv, person_key, surnames
from wader.knowledge.terms import GONE, Claims, Standing, first_day, standing
from wader.knowledge.titles import TitleEntry, Titles, load_titles

FILES = ("offices.tsv", "notables.tsv", "offices.csv.gz")
"""In each directory: offices written by hand, persons known for no office, then the compiled offices."""
COLUMNS = ("name", "aliases", "code", "organisation", "office", "sector", "since", "until", "as_of", "wikidata_id",
           "source")  # fmt: skip
"""Columns of these files, in this order; further ones (licence) may follow. A last column ``keys`` has what
``person_key`` makes of the names, parted by bars; empty where that is the names in lower case."""
PROMINENT = ("head of state", "head of government", "monarch", "foreign minister", "defence minister",
             "head of organisation", "foreign policy chief", "vice president", "crown prince")  # fmt: skip
"""Classes of office whose holders news names by surname alone, the likeliest first."""

_HELD_BY_ONE = frozenset(PROMINENT) | {
    "interior minister", "finance minister", "justice minister", "attorney general", "foreign secretary",
    "home secretary", "defence secretary", "national security adviser", "central bank governor", "chief justice",
    "chief of defence", "speaker", "deputy head of government", "permanent representative", "spokesperson",
    "opposition leader", "prosecutor", "crown prince",
}  # fmt: skip
"""Classes that ``holder`` answers for; "minister" and "legislator" have many at a time."""
_VALIDITY: dict[Standing, int] = {"in": 0, "perhaps": 1, "past": 2, "future": 2}
_LOCAL = re.compile(r"(Governor|Mayor|Chief Minister|Premier|First Minister|President|Prime Minister) of ")
"""Offices of a part of a state, which ``holder`` answers for by their whole title: "Governor of Texas"."""
_STANDS = 2
"""Years from the one in which somebody declares that he stands for an office to that of the election, at most."""
_SLIP_FROM = 5
"""Shortest word of a name in which a wrong letter is forgiven."""
_TWO_SLIPS_FROM = 8
"""Shortest word of a name in which two are."""
_MOST_SLIPS = 2
_ORGANISATIONS = frozenset({"UNO", "EUR", "IGO", "NGO", "IMG"})


class OfficeEntry(msgspec.Struct, frozen=True):
    """One person's time in one office. ``office`` as listed ("Minister of Foreign Affairs"), ``office_class``
    normalised ("foreign minister"). ``code`` is PLOVER's; a dependency's office carries the state's code, with the
    dependency as its ``organisation``. ``aliases``: other spellings. ``entry``: ``offices:Name/office/since``."""

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


class _Indexes(msgspec.Struct):
    """Rows as text, and their numbers by name, by surname of the prominent, by body and class of office. ``files``:
    first row, rank of the directory (0 is the user's, where there is one), whether tabs part its fields.
    ``notable``: the packaged rows of persons without an office. ``out``: rows that are notes, that say ``gone``, or in
    whose place a user's row stands."""

    lines: list[str]
    files: list[tuple[int, int, bool]]
    by_name: dict[str, list[int]]
    by_surname: dict[str, list[int]]
    by_office: dict[tuple[str, str], list[int]]
    out: set[int] = msgspec.field(default_factory=set)
    notable: range = range(0)
    claims: Claims = msgspec.field(default_factory=Claims)


class Offices:
    """Office holders and titles. Indexes are built at the first look-up and kept."""

    def __init__(self, directories: Sequence[Path]) -> None:
        self._directories = tuple(directories)
        self._entry = lru_cache(maxsize=4096)(self._read_entry)

    # --- look-up -----------------------------------------------------------------------------------------

    def holders_named(self, full_name: str, date: str | None = None) -> tuple[OfficeEntry, ...]:
        """Offices of people with this full name or alias: those held on ``date`` first, then open-ended ones, then
        those over or yet to come; within each the most prominent, then the latest. Transliterations meet."""
        found = self._held(self._indexes.by_name.get(person_key(full_name), ()), date)
        return tuple(entry for _, _, entry in sorted(found, key=lambda held: (*held[:2], *_prominence(held[2]))))

    def has_name(self, name: str) -> bool:
        """Whether somebody of this full name (``person_key``, or plain words in lower case) is listed."""
        return name in self._indexes.by_name

    def lists(self, name: str, codes: Container[str | None]) -> bool:
        """Whether somebody of this full name is listed: in an office of any state, or for none of one of ``codes``."""
        return any(entry.office or entry.code in codes for entry in self.holders_named(name))

    def is_own(self, entry: OfficeEntry) -> bool:
        """Whether a user's folder has this row: who takes a name up means it wherever it stands."""
        rows, last = self._indexes.by_name.get(person_key(entry.name), ()), len(self._directories) - 1
        return any(self._file(n)[1] < last and self._entry(n) == entry for n in rows)

    def runs(self, entry: OfficeEntry, date: str | None) -> bool:
        """Whether who once held an office is listed as a candidate on ``date``: of a party, in no office, for no longer
        than people stand for one."""
        if date is None:
            return False
        said = self.holders_named(entry.name, date)
        return any(
            standing(e.since, e.until, e.as_of, date) == "in"
            and int(e.until[:4]) - int(e.since[:4]) <= _STANDS
            for e in said if not e.office and e.sector == "PTY" and e.since and e.until and e.code == entry.code
        )  # fmt: skip

    def was(self, entry: OfficeEntry, sector: str | None, date: str | None) -> bool:
        """Whether who is listed without an office had one of ``sector`` that was over on ``date``."""
        if entry.office or sector is None or date is None:
            return False
        held = (e for e in self.holders_named(entry.name, date) if e.office and e.sector == sector)
        return any(standing(e.since, e.until, e.as_of, date) == "past" for e in held)

    def surname(self, surname: str, date: str | None = None) -> tuple[OfficeEntry, ...]:
        """Prominent holders by surname: heads of state and government, foreign and defence ministers, heads of
        organisations; only those who may be in office on ``date`` where one is given, the most prominent first."""
        found = self._held(self._indexes.by_surname.get(person_key(surname), ()), date)
        sure = [held for held in found if held[0] < 2]
        return tuple(entry for _, _, entry in sorted(sure, key=lambda held: (_prominence(held[2])[0], *held[:2])))

    def misspelt(self, name: str, date: str | None, code: str, office: str | None = None) -> tuple[OfficeEntry, ...]:
        """Holders of a high office of ``code`` (of this class, where one is given) who may be in it on ``date``, and
        whose surname is a slip of the pen away from ``name``'s; of a full name the other words have to be near too
        where no office says whose it is."""
        words = person_key(name).split()
        found: list[OfficeEntry] = []
        for held in (office,) if office else PROMINENT:
            for n in self._indexes.by_office.get((code.lower(), held), ()) if words else ():
                entry = self._entry(n)
                if validity(entry, date) < 2 and any(
                    _is_slip(words, person_key(full).split(), entry.code, office is not None)
                    for full in (entry.name, *entry.aliases)
                ):
                    found.append(entry)
        return tuple(found)

    def misspelt_head(self, name: str, date: str | None) -> tuple[OfficeEntry, ...]:
        """Holders of high office on ``date``, of any state, from whose full name each word of ``name`` is a slip of
        the pen away at most."""
        words = person_key(name).split()
        if len(words) < 2:
            return ()
        found: list[OfficeEntry] = []
        for surname in self._surnames_by_initial.get(words[-1][0], ()):
            if abs(len(surname) - len(words[-1])) <= _MOST_SLIPS and is_near(words[-1], surname):
                found.extend(
                    e for e in self.surname(surname, date)
                    if any(_is_slip(words, person_key(full).split(), e.code, False) for full in (e.name, *e.aliases))
                )  # fmt: skip
        return tuple(found)

    @cached_property
    def _surnames_by_initial(self) -> dict[str, list[str]]:
        """Surnames of one word of the prominent, by their first letter."""
        found: dict[str, list[str]] = {}
        for surname in self._indexes.by_surname:
            if " " not in surname:
                found.setdefault(surname[0], []).append(surname)
        return found

    def is_rare(self, surname: str) -> bool:
        """Whether the office holders of this surname are all of one state: nobody else's is as well known."""
        return self._states_of_surnames.get(person_key(surname), "") != ""

    @cached_property
    def _states_of_surnames(self) -> dict[str, str]:
        """The one state of a surname's office holders; "" where there are several."""
        states: dict[str, str] = {}
        lines, indexes = self._indexes.lines, self._indexes
        parted = {start: tabs for start, _, tabs in indexes.files}
        starts = sorted(parted)
        for name, rows in indexes.by_name.items():
            if rows[0] in indexes.notable:
                continue  # less known than any officer
            surname = name.rpartition(" ")[2]
            known = states.get(surname)
            if known == "":
                continue
            tabs = parted[[start for start in starts if start <= rows[0]][-1]]
            code = _fields(lines[rows[0]], tabs, 3)[2]
            states[surname] = code if known in (None, code) else ""
        return states

    def holder(self, code: str, office: str, date: str | None = None) -> OfficeEntry | None:
        """Who holds ``office`` of ``code`` (or of a named organisation) on ``date``, the latest known without one.

        ``office`` is a title ("Secretary of State", "Governor of Texas") or a class ("foreign minister"). None where
        nobody is known, and for offices with many holders at a time.
        """
        return next(iter(self.holders(code, office, date)), None)

    def holders(self, code: str, office: str, date: str | None = None) -> tuple[OfficeEntry, ...]:
        """All who are known to have held an office that ``holder`` answers for, those of ``date`` only where one is
        given; the likeliest first, then the latest."""
        body = key(code) if len(code) > 3 else code.lower()
        wanted = office if office in _HELD_BY_ONE else key(office)
        if (body, wanted) not in self._indexes.by_office:
            wanted = self.titles.office_class(office, code) or office.lower()
        # Certain ones before open-ended ones, a user's before ours, written ones before compiled ones (lists mix in the
        # ministers of provinces), then whoever took office last: an open end is often a forgotten one.
        found: list[tuple[int, int, int, int, OfficeEntry]] = []
        for n in self._indexes.by_office.get((body, wanted), ()):
            entry, (_, rank, tabs) = self._entry(n), self._file(n)
            held = validity(entry, date)
            if held < 2:
                found.append((held, rank, not tabs, _latest_first(entry), entry))
        return tuple(dict.fromkeys(each[-1] for each in sorted(found, key=lambda each: each[:-1])))

    def names(self) -> Iterable[str]:
        """The key of every name of an office holder (``person_key``)."""
        return self._indexes.by_name

    def entries(self) -> Iterator[tuple[OfficeEntry, Path]]:
        """Every row in force with the directory that has it, a user's first, in the order of the files."""
        indexes = self._indexes
        ends = [start for start, _, _ in indexes.files[1:]] + [len(indexes.lines)]
        for (start, rank, tabs), end in zip(indexes.files, ends, strict=True):
            directory = self._directories[len(self._directories) - 1 - rank]
            for n in range(start, end):
                if indexes.lines[n] and n not in indexes.out:
                    yield self._read_row(_fields(indexes.lines[n], tabs)), directory

    def _held(self, rows: Iterable[int], date: str | None) -> list[tuple[int, int, OfficeEntry]]:
        """Entries of rows with their validity on ``date`` and the rank of their directory, the latest first."""
        found = [(validity(self._entry(n), date), self._file(n)[1], self._entry(n)) for n in rows]
        return sorted(found, key=lambda held: _latest_first(held[2]))

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
    def _indexes(self) -> _Indexes:
        found = _Indexes([], [], {}, {}, {})
        for rank, directory in enumerate(reversed(self._directories)):
            for file in FILES:
                if (directory / file).exists():
                    with entries_of(directory / file):
                        self._index(directory / file, rank, found)
        return found

    def _index(self, path: Path, rank: int, found: _Indexes) -> None:
        """Add one file to the indexes, in one pass over its lines."""
        tabs = path.suffix == ".tsv"
        asks = tabs and rank < len(self._directories) - 1
        with open_csv(path) as stream:
            lines = stream.read().split("\n")
        if not any(line.strip("\ufeff \t\r") for line in lines):
            return  # an empty file says nothing
        header = _fields(lines[0], tabs)
        if tuple(header[: len(COLUMNS)]) != COLUMNS:
            raise KnowledgeError(f"{path}: the first line has to be {', '.join(COLUMNS)}; it is {', '.join(header)}.")
        compiled = header[-1] == "keys"
        found.files.append((len(found.lines), rank, tabs))
        if path.name == "notables.tsv" and not asks:
            found.notable = range(len(found.lines), len(found.lines) + len(lines) - 1)
        classes: dict[tuple[str, str], str | None] = {}
        last: tuple[str, str] | None = None
        names: list[str] = []
        keys: list[str] = []
        for n, line in enumerate(lines[1:], len(found.lines)):
            if not line or line == "\r":
                found.out.add(n)
                continue
            if tabs and line[0] == "#":
                found.out.add(n)
                continue
            name, aliases, code, organisation, office = _fields(line, tabs, 5)[:5]
            if (name, aliases) != last:  # rows of one person follow each other
                last = (name, aliases)
                names = [name, *aliases.split("|")] if aliases else [name]
                if compiled:
                    ready = line[line.rfind("\t" if tabs else ",") + 1 :]
                    keys = ready.split("|") if ready else [each.lower() for each in names]
                else:
                    keys = [person_key(each) for each in names]
            if (code, office) not in classes:
                classes[code, office] = self.titles.office_class(office, code)
            held = classes[code, office]
            if asks or (found.claims and found.claims.touch(keys)):
                post = (code, key(organisation), held if held in _HELD_BY_ONE else key(office))
                term = _fields(line, tabs)[6:11]
                if found.claims.cover(rank, keys, post, term):
                    found.out.add(n)
                    continue
                if asks:
                    found.claims.add(rank, keys, post, term)
                if term[4].partition(":")[0].strip() == GONE:
                    found.out.add(n)
                    continue
            _add_names(found.by_name, keys, n)
            if held not in _HELD_BY_ONE:
                if _LOCAL.match(office):
                    found.by_office.setdefault((code.lower(), key(office)), []).append(n)
                continue
            for body in _bodies(code, organisation):
                found.by_office.setdefault((body, held), []).append(n)
            # The prime minister of a dependency is not somebody's whom news names without saying whose.
            prominent = held in PROMINENT and (not organisation or held == "head of state")
            if prominent or (organisation and code in _ORGANISATIONS):
                _add_names(found.by_surname, (s for given in names for s in surnames(given, code)), n)
        found.lines.extend(lines[1:])

    def _file(self, n: int) -> tuple[int, int, bool]:
        return [file for file in self._indexes.files if file[0] <= n][-1]

    def _read_entry(self, n: int) -> OfficeEntry:
        return self._read_row(_fields(self._indexes.lines[n], self._file(n)[2]))

    def _read_row(self, row: list[str]) -> OfficeEntry:
        return OfficeEntry(
            name=row[0], aliases=tuple(a for a in row[1].split("|") if a), code=row[2], organisation=row[3] or None,
            office=row[4], sector=row[5] or None, since=row[6] or None, until=row[7] or None, as_of=row[8] or None,
            identifier_id=row[9] or None, source=row[10],
            entry=f"offices:{row[0]}/{row[4]}/{row[6]}" if row[4] else f"notables:{row[0]}/{row[6]}",
            office_class=self.titles.office_class(row[4], row[2]),
        )  # fmt: skip


def load(directories: Sequence[Path]) -> Offices:
    """The offices of these directories (a user's overlay last). Reads nothing yet; a broken file raises
    ``KnowledgeError`` at the first look-up, naming the file."""
    return Offices(directories)


def validity(entry: OfficeEntry, date: str | None) -> int:
    """0 in office on ``date`` (or no date given); 1 perhaps; 2 not in office: by ``terms.standing``."""
    return _VALIDITY[standing(entry.since, entry.until, entry.as_of, date)]


def is_near(one: str, other: str) -> bool:
    """Whether two words of names are a slip of the pen apart: one letter in five, two in eight, the first the same."""
    longest = max(len(one), len(other))
    if one == other:
        return True
    if longest < _SLIP_FROM or one[0] != other[0]:
        return False
    allowed = _MOST_SLIPS if longest >= _TWO_SLIPS_FROM else 1
    return OSA.distance(one, other, score_cutoff=allowed) <= allowed


def _is_slip(words: list[str], full: list[str], code: str, titled: bool) -> bool:
    """Whether a name may be a full name misspelt: the surnames are near, and (of a name that no title places) the first
    names too. A title lets a first name be spelt anyhow, as long as it begins alike."""
    if len(full) < 2 or not words:
        return False
    if len(words) == 1:
        return any(is_near(words[0], surname) for surname in surnames(" ".join(full), code))
    first = is_near(words[0], full[0]) or (titled and words[0][0] == full[0][0])
    return first and is_near(words[-1], full[-1])


def _prominence(entry: OfficeEntry) -> tuple[int, int]:
    """Order of entries: the more prominent first, then the latest."""
    held = entry.office_class
    return PROMINENT.index(held) if held in PROMINENT else len(PROMINENT), _latest_first(entry)


def _latest_first(entry: OfficeEntry) -> int:
    return -int(first_day(entry.since).replace("-", "")) if entry.since else 0


def _fields(line: str, tabs: bool, limit: int = -1) -> list[str]:
    """The fields of a line, at least the first ``limit``. Rows never span lines; few hold quotes, the rest need no
    CSV reader."""
    if tabs:
        return line.rstrip("\r").split("\t")
    return next(csv.reader([line])) if '"' in line else line.split(",", limit)


def _add_names(index: dict[str, list[int]], names: Iterable[str], n: int) -> None:
    """Put row ``n`` under each name, once."""
    for name in names:
        rows = index.setdefault(name, [])
        if not rows or rows[-1] != n:
            rows.append(n)


def _bodies(code: str, organisation: str) -> tuple[str, ...]:
    """The keys under which ``holder`` finds an office: the organisation's name, else the code; both for the two
    organisations that are a code of their own, and for the council that is a state's government."""
    if not organisation:
        return (code.lower(),)
    name = key(organisation)
    return (name, code.lower()) if name in ("united nations", "european union") else (name,)
