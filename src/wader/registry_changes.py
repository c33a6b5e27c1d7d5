"""What ``wader actors add``, ``edit`` and ``remove`` do to a user's folder, and what they say of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from itertools import takewhile
from pathlib import Path

import msgspec

from wader.errors import UsageError
from wader.knowledge import Knowledge, load
from wader.knowledge.actors import Listed
from wader.knowledge.editing import (
    FILE_OF,
    GONE,
    ActorRow,
    OfficeRow,
    beginning_with,
    drop_actor,
    drop_office,
    find_file,
    gone_offices,
    put_actor,
    put_office,
    same_person,
    same_post,
)
from wader.knowledge.files import PACKAGED
from wader.knowledge.locking import writing
from wader.knowledge.names import key, name_pieces
from wader.knowledge.registry import OFFICE, RegistryRow, named, of_office
from wader.knowledge.terms import meet
from wader.show.registry import codes, span

_NAMED = 6
"""How many other entries are named."""


@dataclass(frozen=True)
class Change:
    """What the command line gives of an entry; None where it says nothing, "" where it takes a value away."""

    code: str | None
    sector: str | None
    kind: str | None
    aliases: list[str]
    dropped: list[str]
    office: str | None
    organisation: str | None
    since: str | None
    until: str | None
    wikidata: str | None
    source: str | None

    @property
    def says_nothing(self) -> bool:
        """Whether nothing is given but what says which entry is meant."""
        return all(getattr(self, field.name) in (None, []) for field in fields(self) if field.name != "office")


def added(directory: Path, name: str, change: Change) -> list[str]:
    """Add an actor, or a term of office; says what it did.

    Raises:
        UsageError: the folder has it already, or something given is off; nothing is changed.
    """
    _check_given(name, change, adds=True)
    with writing(directory):
        before = _named(directory, name)
        said = list(_add_office(directory, name, change, before) if change.office is not None else
                    _add_actor(directory, name, change, before))  # fmt: skip
        said += _replaced([r for r in before if (change.office is not None) == (r.kind == OFFICE)], directory, name)
    return [*said, f"To use it: --knowledge {directory} with code, annotate, run, why."]


def _add_office(directory: Path, name: str, change: Change, before: Sequence[RegistryRow]) -> Iterator[str]:
    if change.kind not in (None, "person"):
        raise UsageError("--office is a person's: leave out --kind.")
    row = OfficeRow(
        name=name, aliases=tuple(dict.fromkeys(change.aliases)), code=change.code or "",
        organisation=change.organisation or None, office=change.office or "", sector=change.sector or None,
        since=change.since or None, until=change.until or None, wikidata_id=change.wikidata or None,
        source=change.source or None,
    )  # fmt: skip
    held = [_office_row(r) for r in before if r.own and r.kind == OFFICE]
    if any(same_post(r, row) and (r.since == row.since or (r.since or r.as_of) == row.since) for r in held):
        raise UsageError(f"{directory} has that term of {name} already: change it with `wader actors edit`.")
    yield f"{name} is in {put_office(directory, row)}."
    yield from _at_that_time(directory, row)


def _add_actor(directory: Path, name: str, change: Change, before: Sequence[RegistryRow]) -> Iterator[str]:
    if change.organisation:
        raise UsageError("--organisation goes with --office.")
    if any(r.own and r.kind != OFFICE and key(r.name) == key(name) for r in before):
        raise UsageError(f"{directory} has {_as_held(name, before)} already: change it with `wader actors edit`.")
    path = put_actor(directory, ActorRow(
        name=name, aliases=tuple(dict.fromkeys(change.aliases)), kind="person" if change.kind is None else change.kind,
        code=change.code, sector=change.sector, since=change.since, until=change.until, id=change.wikidata,
        source=change.source,
    ))  # fmt: skip
    yield f"{name} is in {path}."


def _as_held(name: str, rows: Sequence[RegistryRow]) -> str:
    """The name, with the spelling under which the folder has it where that is another."""
    held = next(r.name for r in rows if r.own and r.kind != OFFICE and key(r.name) == key(name))
    return name if held == name else f"{held!r}, which is the same name as {name!r} (capitals and marks do not count),"


def edited(directory: Path, name: str, change: Change, term: str | None) -> list[str]:
    """Change what is given of an entry, or of a term of office; says what it did.

    Raises:
        UsageError: there is none of that name, or several, or nothing to change is given; nothing is changed.
    """
    _check_given(name, change)
    if change.says_nothing:
        raise UsageError('Say what to change, as --sector OPP, --alias "the Watch" or --until 2025-01-20; '
                         "`wader actors edit --help` lists all of it.")  # fmt: skip
    if change.kind == "":
        raise UsageError(f"An entry has to have a kind: name one of {', '.join(sorted(FILE_OF))}.")
    with writing(directory):
        return list(_edit(directory, name, change, term))


def _edit(directory: Path, name: str, change: Change, term: str | None) -> Iterator[str]:
    rows = _named(directory, name)
    held = _terms(rows, change.office, term)
    actors = [row for row in rows if row.kind != OFFICE]
    if change.office is not None or (not actors and held):
        target = _one(held, name, 'say which with --office TITLE (--office "" for the row without one) and --term DATE')
        new = _office_edited(target, change)
        if new == _office_row(target):
            yield f"{target.name} is so already: nothing was changed."
            return
        if other := beginning_with(directory, new, _office_row(target)):
            begins = f"on {new.since or new.as_of}" if new.since or new.as_of else "on no known day"
            raise UsageError(f"{directory} has another term of {other.name}, {other.office}, that begins {begins}: "
                             "--term could not tell the two apart. Change that one first, or give another --since.")
        path = _edit_office(directory, target, new)
        beside = list(_at_that_time(directory, new))
    else:
        if not actors:
            raise UsageError(f"the registry has no “{name}”: add it with `wader actors add`.")
        meant = [row for row in actors if row.own] or actors
        if len(meant) > 1:  # then code and kind say which
            asked = [r for r in meant if change.code in (None, r.code) and change.kind in (None, r.kind)]
            meant = asked or meant
        target = _one(meant, name, "say which with --code or --kind, or add yours with `wader actors add`")
        _check_given(target.name, change)
        edit, before = _actor_edited(directory, target, change)
        if edit == before:
            yield f"{target.name} is so already: nothing was changed."
            return
        path = put_actor(directory, edit)
        for alias in change.dropped if not target.own else ():
            put_actor(directory, ActorRow(name=alias, kind=target.kind, gone=True))
        rows = [row for row in rows if row.entry != target.entry or row.code != target.code]
        beside = []
    yield f"{target.name} is changed in {path}."
    if not target.own:
        yield "Wader's own entry stays as it is; yours wins."
        yield from _replaced(rows, directory, name)
    yield from beside


def _check_given(name: str, change: Change, *, adds: bool = False) -> None:
    """Whether what is given can be meant.

    Raises:
        UsageError: an office without a title, an alias that is the name itself, a source that takes away.
    """
    if (change.source or "").partition(":")[0].strip() == GONE:
        raise UsageError(f"A source that begins with {GONE!r} takes an entry away: use `wader actors remove` for that, "
                         "or write the source in other words.")  # fmt: skip
    if change.office is not None and not change.office.strip() and (adds or change.says_nothing):
        raise UsageError('An office needs a title, as --office "Foreign Minister".')
    for alias in change.aliases:
        if name_pieces(alias) and name_pieces(alias) == name_pieces(name):
            raise UsageError(f"{alias!r} is the name of {name} itself (accents and dots do not count): leave out that "
                             "--alias.")  # fmt: skip


def _at_that_time(directory: Path, row: OfficeRow) -> Iterator[str]:
    """A line for each other term that meets the one of ``row`` in its office: the same person's own, and others'."""
    offices = _knowledge(directory).offices
    own = list(takewhile(lambda each: each[1] != PACKAGED, offices.entries()))
    same = [held for held, _ in own if same_post(_office_row(of_office(held, directory)), row)]
    others = offices.holders(row.organisation or row.code, row.office)
    told, mine, said = (row.since or "", row.until or "", row.as_of or ""), {held for held, _ in own}, []
    for held in dict.fromkeys((*same, *others)):
        other = of_office(held, directory if held in mine else PACKAGED)
        if _office_row(other) == row or not meet(told, (other.since or "", other.until or "", other.as_of or "")):
            continue
        if same_person(_office_row(other), row):
            if other.own:
                said.append(f"Your other term of {other.name}, {other.office}, {span(other) or 'undated'}, meets it in "
                            "time. Both stay: --term with edit or remove says which to change.")  # fmt: skip
        else:
            whose = "you have" if other.own else "Wader has"
            said.append(f"At that time {whose} {other.name} too in this office: {span(other) or 'undated'}.")
    if len(said) > _NAMED:
        yield f"{len(said) - _NAMED} more terms than these meet it in time:"
    yield from said[:_NAMED]


def removed(
    directory: Path, name: str, office: str | None, term: str | None, kind: str | None, code: str | None
) -> list[str]:
    """Take the folder's own entry out, else mark Wader's as gone; says what it did.

    Raises:
        UsageError: there is none of that name, or several; nothing is changed.
    """
    with writing(directory):
        return list(_remove(directory, name, office, term, kind, code))


def _remove(
    directory: Path, name: str, office: str | None, term: str | None, kind: str | None, code: str | None
) -> Iterator[str]:
    rows = [r for r in _named(directory, name) if kind in (None, r.kind) and code in (None, r.code)]
    actors = [row for row in rows if row.kind != OFFICE]
    held = _terms(rows, office, term)
    back = gone_offices(directory, name, office)
    if office is None and find_file(directory, name) is not None:
        path = drop_actor(directory, name)
        yield f"{name} is taken out of {path}."
    elif office is None and actors:
        yield _mark_gone(directory, name, _one(actors, name, "say which with --kind or --code"), kind, code)
        if held:
            yield f"Terms of office of that name stay: take them away with --office (there are {len(held)})."
        return
    elif held:
        yield from _remove_terms(directory, held)
        if not any(row.own for row in held):
            return
    elif back:
        for row in back:
            drop_office(directory, row)
        yield f"{name} is no longer marked as gone in {directory}."
        return
    else:
        raise UsageError(f"the registry has no “{name}”{' in that office' if office else ''}: nothing was changed.")
    if any(not row.own for row in _named(directory, name)):
        yield "Wader's own entry of that name holds again; remove it too to have none."


def _remove_terms(directory: Path, held: Sequence[RegistryRow]) -> Iterator[str]:
    own = [row for row in held if row.own]
    for row in own:
        if drop_office(directory, _office_row(row)) is None and row in _named(directory, row.name):
            raise UsageError(f"{directory}: the row of {row.name}, {row.office}, {span(row)} was not found in its "
                             "offices.tsv: take it out by hand.")  # fmt: skip
        yield f"{_term(row)} is taken out of {directory}."
    for row in held if not own else ():
        put_office(directory, _office_row(row, source=GONE))
        yield f"{_term(row)} is marked as gone in {directory}."


def _mark_gone(directory: Path, name: str, row: RegistryRow, kind: str | None, code: str | None) -> str:
    if row.kind not in FILE_OF:
        raise UsageError(f"{name} is a {row.kind}: states are changed in a countries.yaml of your own.")
    path = put_actor(directory, ActorRow(name=name, kind=kind or row.kind, code=code, gone=True))
    what = "gone" if key(row.name) == key(name) else f"no name of {row.name} any more"
    return f"{name} is marked as {what} in {path}; `wader actors remove` it again to bring it back."


def _actor_edited(directory: Path, target: RegistryRow, change: Change) -> tuple[ActorRow, ActorRow]:
    """The entry as changed, and as it was."""
    if target.kind not in FILE_OF:
        raise UsageError(f"{target.name} is a {target.kind}: states are changed in a countries.yaml of your own.")
    entry, doubtful = _listed(directory, target).entry, _listed(directory, target).doubtful
    dropped = {key(alias) for alias in change.dropped}
    missing = dropped - {key(alias) for alias in target.aliases}
    if missing:
        raise UsageError(f"{target.name} has no alias {', '.join(sorted(missing))}.")
    names = {alias: alias + "*" if alias in doubtful else alias for alias in target.aliases}
    before = ActorRow(
        name=entry.name, aliases=tuple(names.values()), kind=entry.kind, code=entry.code, sector=entry.sector,
        other_sectors=entry.other_sectors, id=entry.identifier_id, office=entry.office, religion=entry.religion,
        ethnicity=entry.ethnicity, since=entry.since, until=entry.until, as_of=entry.as_of, ambiguous=entry.ambiguous,
        stands_for=entry.identifier_text if entry.identifier_text != entry.name else None, source=entry.source,
    )  # fmt: skip
    kept = [written for alias, written in names.items() if key(alias) not in dropped]
    fresh = [alias for alias in change.aliases if alias not in target.aliases]
    after = msgspec.structs.replace(
        before, aliases=tuple(dict.fromkeys([*kept, *fresh])), kind=change.kind or entry.kind,
        code=_new(change.code, entry.code), sector=_new(change.sector, entry.sector),
        id=_new(change.wikidata, entry.identifier_id), since=_new(change.since, entry.since),
        until=_new(change.until, entry.until), source=_new(change.source, entry.source),
    )  # fmt: skip
    return after, before


def _office_edited(target: RegistryRow, change: Change) -> OfficeRow:
    if change.kind:
        raise UsageError("A term of office has no kind: leave out --kind.")
    dropped = {key(alias) for alias in change.dropped}
    missing = dropped - {key(alias) for alias in target.aliases}
    if missing:
        raise UsageError(f"{target.name} has no alias {', '.join(sorted(missing))}.")
    kept = [alias for alias in target.aliases if key(alias) not in dropped]
    until = _new(change.until, target.until)
    return OfficeRow(
        name=target.name, aliases=tuple(dict.fromkeys([*kept, *change.aliases])),
        code=_new(change.code, target.code) or "", organisation=target.organisation, office=target.office or "",
        sector=_new(change.sector, target.sector), since=_new(change.since, target.since), until=until,
        as_of=None if until else target.as_of, wikidata_id=_new(change.wikidata, target.wikidata_id),
        source=_new(change.source, target.source),
    )  # fmt: skip


def _edit_office(directory: Path, target: RegistryRow, new: OfficeRow) -> Path:
    path = put_office(directory, new, _office_row(target) if target.own else None)
    if not target.own and any(not r.own and r.entry == target.entry for r in _named(directory, target.name)):
        put_office(directory, _office_row(target, source=GONE))  # what it says now covers nothing of what it said
    return path


# --- reading -----------------------------------------------------------------------------------------------------


def _knowledge(directory: Path) -> Knowledge:
    if not directory.is_dir():
        return _loaded(None, ())
    found = ((path.name, path.stat()) for path in sorted(directory.iterdir()) if path.is_file())
    return _loaded(directory, tuple((name, s.st_ino, s.st_mtime_ns, s.st_size) for name, s in found))


@lru_cache(maxsize=1)
def _loaded(directory: Path | None, _files: tuple[tuple[str, int, int, int], ...]) -> Knowledge:
    """The knowledge while the folder's files are these: a command asks several times between two changes."""
    return load(directory)


def _named(directory: Path, name: str) -> list[RegistryRow]:
    return named(_knowledge(directory), name)


def _listed(directory: Path, row: RegistryRow) -> Listed:
    return next(
        listed
        for listed in _knowledge(directory).actors.entries()
        if (listed.entry.entry, listed.entry.code, listed.entry.kind) == (row.entry, row.code, row.kind)
        and (listed.directory != PACKAGED) == row.own
    )


def _terms(rows: Sequence[RegistryRow], office: str | None, term: str | None) -> list[RegistryRow]:
    return [
        row
        for row in rows
        if row.kind == OFFICE
        and (office is None or key(office) == key(row.office or ""))
        and (term is None or term == (row.since or row.as_of or ""))
    ]


def _one(rows: Sequence[RegistryRow], name: str, remedy: str) -> RegistryRow:
    """The only row.

    Raises:
        UsageError: there are none, or several: lists them.
    """
    if not rows:
        raise UsageError(f"the registry has no such entry of “{name}”: see `wader actors show`.")
    if len(rows) > 1:
        listed = "; ".join(f"{r.name}, {codes(r)}, {r.office or r.kind} {span(r)}".strip() for r in rows[:6])
        raise UsageError(f"“{name}” is several: {listed}. For one of them {remedy}.")
    return rows[0]


def _replaced(before: Sequence[RegistryRow], directory: Path, name: str) -> Iterator[str]:
    """Those of Wader's own rows that no longer hold."""
    after = {(row.entry, row.code) for row in _named(directory, name) if not row.own}
    gone = [row for row in before if not row.own and (row.entry, row.code) not in after]
    if len(gone) > _NAMED:
        yield f"It hides {len(gone) - _NAMED} more of Wader's entries of that name than these:"
    for row in gone[:_NAMED]:
        yield f"It stands in the place of Wader's {_term(row)}."


def _term(row: RegistryRow) -> str:
    """A row in words: name, codes, office or kind, time."""
    what = row.office or ("person" if row.kind == OFFICE else row.kind)
    return f"{row.name}, {codes(row)}, {what} {span(row)}".rstrip()


def _office_row(row: RegistryRow, source: str | None = None) -> OfficeRow:
    return OfficeRow(
        name=row.name, aliases=row.aliases, code=row.code or "", organisation=row.organisation, office=row.office or "",
        sector=row.sector, since=row.since, until=row.until, as_of=row.as_of, wikidata_id=row.wikidata_id,
        source=source or row.source,
    )  # fmt: skip


def _new(given: str | None, old: str | None) -> str | None:
    """The given value, "" taking the old one away."""
    return old if given is None else given or None
