"""Writing a user's own registry of actors: one entry at a time, every other line of the file as it stood.

``put_actor`` and ``put_office`` add an entry to a folder for ``--knowledge``, or put it in the place of the one of its
name; ``drop_actor`` and ``drop_office`` take one out. What would be written is first loaded from a copy, with
everything else in the folder, and takes the file's place in one step: a folder that loads stays one that loads. Each
of them keeps other writers out from reading to writing (``locking.writing``, which callers that look first take too).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from wader.errors import UsageError
from wader.knowledge import actors as registry
from wader.knowledge import permitted
from wader.knowledge.files import PACKAGED
from wader.knowledge.lines import Items
from wader.knowledge.locking import writing
from wader.knowledge.names import key, name_pieces, person_key
from wader.knowledge.offices import COLUMNS
from wader.knowledge.replacing import current, replace
from wader.knowledge.terms import GONE

_BODIES = ("ministry", "agency", "police", "court", "legislature", "military", "government")
FILE_OF = {
    **dict.fromkeys(("party", "armed group", "criminal group", "movement"), "movements.yaml"),
    **dict.fromkeys(
        ("igo", "alliance", "ngo", "company", "media", "university", "union", "religious"), "organisations.yaml"
    ),
    **dict.fromkeys(_BODIES, "institutions.yaml"),
    "ethnic": "peoples.yaml",
    "metonym": "metonyms.yaml",
    "person": "persons.yaml",
    "subnational": "subnational.yaml",
}
"""Kinds of actors that can be written, and the file of each."""
OFFICES = "offices.tsv"
_HEADS = {
    name: f"# {what} of your own, over Wader's. Each line is a section: what it says holds for each of its names.\n"
    "#   - {kind: KIND, code: MMR, sector: OPP, names: [A name | other name, {name: Next, aliases: [N.], id: Q1}]}\n"
    "# Also since, until, source; gone: true takes a name of Wader's away. `wader actors add --help` writes them.\n"
    for name, what in {
        "persons.yaml": "Persons", "organisations.yaml": "Organisations", "movements.yaml": "Parties and armed groups",
        "institutions.yaml": "Bodies of states", "peoples.yaml": "Peoples", "metonyms.yaml": "Seats of power",
        "subnational.yaml": "Provinces",
    }.items()
}  # fmt: skip
_HEAD_OF_OFFICES = (
    "\t".join(COLUMNS) + "\n# One person's time in one office a line, fields parted by tabs, aliases by bars; dates "
    "YYYY-MM-DD, YYYY-MM or YYYY, no until: still in office. Source gone: Wader's own row is taken away.\n"
)


class ActorRow(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An actor as a user's file has it. ``id`` is Wikidata's; dates are ISO, cut to the precision known; ``gone`` takes
    away what the packaged data say under ``name`` and ``aliases`` (of that code and kind, where they are given). A star
    behind an alias: it needs support from its context."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: str | None = None
    code: str | None = None
    sector: str | None = None
    other_sectors: tuple[str, ...] = ()
    id: str | None = None
    office: str | None = None
    religion: str | None = None
    ethnicity: str | None = None
    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    ambiguous: str | None = None
    stands_for: str | None = None
    source: str | None = None
    gone: bool = False


class OfficeRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row of ``offices.tsv``, in the order of its columns. ``source`` "gone" takes packaged rows away."""

    name: str
    aliases: tuple[str, ...] = ()
    code: str
    organisation: str | None = None
    office: str
    sector: str | None = None
    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    wikidata_id: str | None = None
    source: str | None = None

    def line(self) -> str:
        """The row as a line, without its end."""
        cells = msgspec.structs.astuple(msgspec.structs.replace(self, aliases="|".join(self.aliases)))
        return "\t".join(cell or "" for cell in cells)


# --- doors -----------------------------------------------------------------------------------------------------


def put_actor(directory: Path, entry: ActorRow) -> Path:
    """Write ``entry`` into the folder, made where it is not there: in the place of its entry of the same name, else at
    the end of the file of its kind, which is returned. Comments and all other lines stay.

    Raises:
        UsageError: a code, sector, kind, date, name or id is none; says which.
        KnowledgeError: the folder does not load, before or after, or its file cannot be edited; nothing is changed.
    """
    _check_names(entry.name, *(alias.removesuffix("*") for alias in entry.aliases))
    sectors = (entry.sector, *entry.other_sectors)
    _check(directory, entry.code, sectors, entry.since, entry.until, entry.id, entry.source)
    if not entry.gone and entry.kind not in FILE_OF:
        raise UsageError(f"{entry.kind!r} is no kind to add: name one of {', '.join(sorted(FILE_OF))}.")
    with writing(directory):
        own = find_file(directory, entry.name)
        file = FILE_OF.get(entry.kind or "", own.name if own else "persons.yaml")
        path = directory / file
        changes: dict[str, str | None] = {file: Items(path, current(path) or _HEADS[file]).put(_fields(entry))}
        if own is not None and own.name != file:  # it has become another kind
            changes[own.name] = Items(own, current(own)).without(entry.name)
        replace(directory, changes)
    return path


def _fields(entry: ActorRow) -> dict[str, Any]:
    """What an entry says, as YAML has it."""
    said = msgspec.structs.asdict(entry).items()
    return {name: list(value) if isinstance(value, tuple) else value for name, value in said if value}


def drop_actor(directory: Path, name: str) -> Path | None:
    """Take the folder's own entry of this name out; the file, or None where no file has it. Errors as above."""
    if not directory.is_dir():
        return None
    with writing(directory):
        path = find_file(directory, name)
        if path is not None:
            replace(directory, {path.name: Items(path, current(path)).without(name)})
    return path


def put_office(directory: Path, row: OfficeRow, instead: OfficeRow | None = None) -> Path:
    """Write ``row`` into the folder's ``offices.tsv``: in the place of ``instead`` where that is given, else of the row
    of the same person, office and body that begins on the same day, else at its end. All other rows stay, those of the
    same time too. Returns the file; errors as ``put_actor``."""
    _check_names(row.name, *row.aliases)
    if not row.code:
        raise UsageError("An office needs a code: --code MMR, or UNO, IGO, NGO for those of organisations.")
    _check(directory, row.code, (row.sector,), row.since, row.until, row.wikidata_id, row.source)
    for cell in (row.organisation or "", row.office, row.as_of or ""):
        _check_line(cell)
    path = directory / OFFICES
    with writing(directory):
        _rewrite_offices(directory, instead or row, row.line(), exact=instead is not None)
    return path


def drop_office(directory: Path, row: OfficeRow) -> Path | None:
    """Take the folder's own row of this person, office, body and dates out; None where there is none. Errors as
    above."""
    if not directory.is_dir():
        return None
    with writing(directory):
        return directory / OFFICES if _rewrite_offices(directory, row, None, exact=True) else None


def find_file(directory: Path, name: str) -> Path | None:
    """The file of the folder that has an entry of this usual name, also one that says ``gone``."""
    for file in registry.LISTS:
        path = directory / file
        if path.is_file() and Items(path, current(path)).has(name):
            return path
    return None


def own_entries(directory: Path, names: Iterable[str] | None = None) -> list[tuple[Path, dict[str, Any]]]:
    """The folder's entries with their files, also those that say ``gone``: of ``names`` those that have one of them, or
    an alias, in any transliteration.

    Raises:
        KnowledgeError: a file cannot be read.
    """
    wanted = None if names is None else {person_key(name) for name in names}
    found = []
    for file in registry.LISTS:
        path = directory / file
        for row in Items(path, current(path)).rows() if path.is_file() else ():
            called = (row["name"], *row["aliases"])
            if wanted is None or not wanted.isdisjoint(person_key(str(n).removesuffix("*")) for n in called):
                found.append((path, row))
    return found


def office_rows(directory: Path) -> list[OfficeRow]:
    """The rows of the folder's ``offices.tsv``, also those that say ``gone``; lines that are no rows are passed over.

    Raises:
        KnowledgeError: it cannot be read.
    """
    lines = _lines(current(directory / OFFICES))[1:]
    return [row for line in lines if (row := _office_row(line)) is not None]


def _office_row(line: str) -> OfficeRow | None:
    cells = [cell.strip() for cell in line.split("\t")]
    if line.startswith("#") or len(cells) < 9 or not cells[0]:
        return None
    name, aliases, *rest = cells
    code, organisation, office, sector, since, until, as_of, wikidata, source = [*rest, "", ""][:9]
    return OfficeRow(
        name=name, aliases=tuple(filter(None, aliases.split("|"))), code=code, organisation=organisation or None,
        office=office, sector=sector or None, since=since or None, until=until or None, as_of=as_of or None,
        wikidata_id=wikidata or None, source=source or None,
    )  # fmt: skip


def _rewrite_offices(directory: Path, told: OfficeRow, line: str | None, *, exact: bool) -> bool:
    """Put ``line`` in the place of the row that tells what ``told`` tells, or at the end; whether there was one."""
    text = current(directory / OFFICES)
    text = text if text.strip("\ufeff \t\r\n") else _HEAD_OF_OFFICES
    kept: list[str] = []
    at: int | None = None
    end = ""
    for number, old in enumerate(_lines(text)):
        row = _office_row(old) if number else None
        if row is not None and same_post(row, told) and _dates(row, exact) == _dates(told, exact):
            at, end = (len(kept), _end_of(old)) if at is None else (at, end)
        else:
            kept.append(old)
    if at is None and line is None:
        return False
    if line is not None:
        before = next((n for n in range(len(kept), 0, -1) if kept[n - 1].strip()), 0) if at is None else at
        usual = next(filter(None, map(_end_of, reversed(kept[:before]))), "\n")
        if not _end_of(kept[before - 1]):  # the last line of the file, which had no end
            kept[before - 1] += usual
        kept.insert(before, line + (end or usual))
    replace(directory, {OFFICES: "".join(kept)})
    return at is not None


def _lines(text: str) -> list[str]:
    """The lines of a table, as its reader parts them, each with its own end: one file may have ends of both kinds."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _end_of(line: str) -> str:
    """The end of a line; empty for the last one of a file that has none."""
    return "\r\n" if line.endswith("\r\n") else "\n" if line.endswith("\n") else ""


def _dates(row: OfficeRow, exact: bool) -> tuple[str | None, ...]:
    """What tells two terms of one person in one office apart: the first day, or all days known."""
    return (row.since, row.until, row.as_of) if exact else (row.since or row.as_of,)


def beginning_with(directory: Path, row: OfficeRow, instead: OfficeRow) -> OfficeRow | None:
    """Another of the folder's terms of the same person in the same office that begins on the day on which ``row``
    does, which is to stand in the place of ``instead``: the two could not be told apart by that day."""
    for held in office_rows(directory):
        replaced = same_post(held, instead) and _dates(held, exact=True) == _dates(instead, exact=True)
        if not replaced and not _is_gone(held) and same_post(held, row) and _dates(held, False) == _dates(row, False):
            return held
    return None


def same_person(row: OfficeRow, other: OfficeRow) -> bool:
    """Whether two rows have a name in common, in any transliteration."""
    names, asked = ({person_key(name) for name in (each.name, *each.aliases)} for each in (row, other))
    return not names.isdisjoint(asked)


def same_post(row: OfficeRow, other: OfficeRow) -> bool:
    """Whether two rows are of the same person in the same office of the same body."""
    post, asked = ((r.code, key(r.organisation or ""), key(r.office)) for r in (row, other))
    return post == asked and same_person(row, other)


# --- what may be written -----------------------------------------------------------------------------------------

def _check_line(text: str) -> None:
    if any(not c.isprintable() for c in text):
        raise UsageError(f"{text!r} has a tab, a line break or a hidden character: write it without.")


def _check_names(*names: str) -> None:
    for name in names:
        _check_line(name)
        if wrong := permitted.of_word(name):
            raise UsageError(f"{wrong[0]}. {wrong[1]}")
        if not name_pieces(name) or name != name.strip():
            raise UsageError(f"{name!r} is no name: write one with letters or digits, without blanks around it.")
        if "|" in name or name.endswith("*") or name.startswith("#"):
            raise UsageError(f"{name!r}: a name has no bar, no hash before it and no star behind it.")


def _check(
    directory: Path | None,
    code: str | None,
    sectors: Iterable[str | None],
    since: str | None = None,
    until: str | None = None,
    wikidata: str | None = None,
    source: str | None = None,
) -> None:
    """Whether what is said may be: the checks that a folder's files are read with."""
    known = permitted.terms([PACKAGED, directory] if directory is not None else [PACKAGED])
    found = [
        code is not None and known.code(code),
        *(known.sector(sector) for sector in sectors if sector),
        *(permitted.of_date(day) for day in (since, until) if day),
        permitted.of_term(since, until),
        wikidata and permitted.of_id(wikidata),
    ]
    for wrong in found:
        if isinstance(wrong, tuple):
            raise UsageError(f"{wrong[0]}. {wrong[1]}")
    _check_line(source or "")


def check_date(day: str, *, whole: bool = False) -> str:
    """``day`` if it is a date: YYYY-MM-DD, and unless it has to be a ``whole`` one YYYY-MM or YYYY too.

    Raises:
        UsageError: it is none.
    """
    if permitted.of_date(day) or (whole and len(day) < 10):
        raise UsageError(f"{day!r} is no date: write YYYY-MM-DD{'' if whole else ', YYYY-MM or YYYY'}.")
    return day


def check_filters(kind: str | None, code: str | None, sector: str | None) -> None:
    """Whether these are a kind, a code, a sector of the registry.

    Raises:
        UsageError: one is none; says which there are.
    """
    known = {*FILE_OF, "state", "demonym", "capital", "region", "office"}
    if kind is not None and kind not in known:
        raise UsageError(f"{kind!r} is no kind: {', '.join(sorted(known))}.")
    _check(None, code, (sector,))


def _is_gone(row: OfficeRow) -> bool:
    return (row.source or "").partition(":")[0].strip() == GONE


def gone_offices(directory: Path, name: str | None = None, office: str | None = None) -> list[OfficeRow]:
    """The folder's rows that take packaged terms away: of this person, if one is named, in this office."""
    return [
        row
        for row in office_rows(directory)
        if _is_gone(row)
        and (name is None or person_key(row.name) == person_key(name))
        and (office is None or key(office) == key(row.office))
    ]


__all__ = [
    "FILE_OF", "GONE", "ActorRow", "OfficeRow", "beginning_with", "check_date", "check_filters", "drop_actor",
    "drop_office", "find_file", "gone_offices", "office_rows", "own_entries", "put_actor", "put_office", "same_person",
    "same_post",
]  # fmt: skip
