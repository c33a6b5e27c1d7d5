"""What ``wader actors add``, ``edit`` and ``remove`` do to a user's folder, and what they say of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from wader.errors import UsageError
from wader.knowledge import Knowledge, load
from wader.knowledge.actors import Listed
from wader.knowledge.editing import (
    FILE_OF,
    GONE,
    ActorRow,
    OfficeRow,
    drop_actor,
    drop_office,
    find_file,
    gone_offices,
    put_actor,
    put_office,
)
from wader.knowledge.files import PACKAGED
from wader.knowledge.names import key
from wader.knowledge.registry import OFFICE, RegistryRow, named
from wader.show.registry import codes, span


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


def added(directory: Path, name: str, change: Change) -> Iterator[str]:
    """Add an actor, or a term of office; says what it did.

    Raises:
        UsageError: the folder has it already, or something given is off; nothing is changed.
    """
    before = _named(directory, name)
    if change.office:
        if change.kind not in (None, "person"):
            raise UsageError("--office is a person's: leave out --kind.")
        row = OfficeRow(
            name=name, aliases=tuple(change.aliases), code=change.code or "", organisation=change.organisation,
            office=change.office, sector=change.sector, since=change.since, until=change.until,
            wikidata_id=change.wikidata, source=change.source,
        )  # fmt: skip
        if any(r.own and r.kind == OFFICE and _same_post(r, row) and r.since == row.since for r in before):
            raise UsageError(f"{directory} has that term of {name} already: change it with `wader actors edit`.")
        path = put_office(directory, row)
    else:
        if change.organisation:
            raise UsageError("--organisation goes with --office.")
        if any(r.own and r.kind != OFFICE and key(r.name) == key(name) for r in before):
            raise UsageError(f"{directory} has {name} already: change it with `wader actors edit`.")
        path = put_actor(directory, ActorRow(
            name=name, aliases=tuple(change.aliases), kind=change.kind or "person", code=change.code,
            sector=change.sector, since=change.since, until=change.until, id=change.wikidata, source=change.source,
        ))  # fmt: skip
    yield f"{name} is in {path}."
    yield from _replaced([row for row in before if bool(change.office) == (row.kind == OFFICE)], directory, name)
    yield f"To use it: --knowledge {directory} with code, annotate, run, why."


def edited(directory: Path, name: str, change: Change, term: str | None) -> Iterator[str]:
    """Change what is given of an entry, or of a term of office; says what it did.

    Raises:
        UsageError: there is none of that name, or several; nothing is changed.
    """
    rows = _named(directory, name)
    held = _terms(rows, change.office, term)
    actors = [row for row in rows if row.kind != OFFICE]
    if change.office or (not actors and held):
        target = _one(held, name, "say which with --office TITLE and --term DATE")
        path = _edit_office(directory, target, change)
    else:
        if not actors:
            raise UsageError(f"the registry has no “{name}”: add it with `wader actors add`.")
        meant = [row for row in actors if row.own] or actors
        if len(meant) > 1:  # then code and kind say which
            asked = [r for r in meant if change.code in (None, r.code) and change.kind in (None, r.kind)]
            meant = asked or meant
        target = _one(meant, name, "say which with --code or --kind, or add yours with `wader actors add`")
        path = _edit_actor(directory, target, change)
        rows = [row for row in rows if row.entry != target.entry or row.code != target.code]
    yield f"{target.name} is changed in {path}."
    if not target.own:
        yield "Wader's own entry stays as it is; yours wins."
        yield from _replaced(rows, directory, name)


def removed(
    directory: Path, name: str, office: str | None, term: str | None, kind: str | None, code: str | None
) -> Iterator[str]:
    """Take the folder's own entry out, else mark Wader's as gone; says what it did.

    Raises:
        UsageError: there is none of that name, or several; nothing is changed.
    """
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
        drop_office(directory, _office_row(row))
        yield f"{row.name}, {row.office}, {span(row)} is taken out of {directory}."
    for row in held if not own else ():
        put_office(directory, _office_row(row, source=GONE))
        yield f"{row.name}, {row.office}, {span(row)} is marked as gone in {directory}."


def _mark_gone(directory: Path, name: str, row: RegistryRow, kind: str | None, code: str | None) -> str:
    if row.kind not in FILE_OF:
        raise UsageError(f"{name} is a {row.kind}: states are changed in a countries.yaml of your own.")
    path = put_actor(directory, ActorRow(name=name, kind=kind or row.kind, code=code, gone=True))
    what = "gone" if key(row.name) == key(name) else f"no name of {row.name} any more"
    return f"{name} is marked as {what} in {path}; `wader actors remove` it again to bring it back."


def _edit_actor(directory: Path, target: RegistryRow, change: Change) -> Path:
    if target.kind not in FILE_OF:
        raise UsageError(f"{target.name} is a {target.kind}: states are changed in a countries.yaml of your own.")
    entry, doubtful = _listed(directory, target).entry, _listed(directory, target).doubtful
    dropped = {key(alias) for alias in change.dropped}
    missing = dropped - {key(alias) for alias in target.aliases}
    if missing:
        raise UsageError(f"{target.name} has no alias {', '.join(sorted(missing))}.")
    kept = [alias + "*" if alias in doubtful else alias for alias in target.aliases if key(alias) not in dropped]
    path = put_actor(directory, ActorRow(
        name=entry.name, aliases=tuple(dict.fromkeys([*kept, *change.aliases])), kind=change.kind or entry.kind,
        code=_new(change.code, entry.code), sector=_new(change.sector, entry.sector),
        other_sectors=entry.other_sectors, id=_new(change.wikidata, entry.identifier_id), office=entry.office,
        religion=entry.religion, ethnicity=entry.ethnicity, since=_new(change.since, entry.since),
        until=_new(change.until, entry.until), as_of=entry.as_of, ambiguous=entry.ambiguous,
        stands_for=entry.identifier_text if entry.identifier_text != entry.name else None,
        source=_new(change.source, entry.source),
    ))  # fmt: skip
    for alias in change.dropped if not target.own else ():
        put_actor(directory, ActorRow(name=alias, kind=entry.kind, gone=True))
    return path


def _edit_office(directory: Path, target: RegistryRow, change: Change) -> Path:
    if change.kind:
        raise UsageError("A term of office has no kind: leave out --kind.")
    dropped = {key(alias) for alias in change.dropped}
    kept = [alias for alias in target.aliases if key(alias) not in dropped]
    until = _new(change.until, target.until)
    row = OfficeRow(
        name=target.name, aliases=tuple(dict.fromkeys([*kept, *change.aliases])),
        code=_new(change.code, target.code) or "", organisation=target.organisation, office=target.office or "",
        sector=_new(change.sector, target.sector), since=_new(change.since, target.since), until=until,
        as_of=None if until else target.as_of, wikidata_id=_new(change.wikidata, target.wikidata_id),
        source=_new(change.source, target.source),
    )  # fmt: skip
    path = put_office(directory, row, _office_row(target) if target.own else None)
    if not target.own and any(not r.own and r.entry == target.entry for r in _named(directory, target.name)):
        put_office(directory, _office_row(target, source=GONE))  # what it says now covers nothing of what it said
    return path


# --- reading -----------------------------------------------------------------------------------------------------


def _knowledge(directory: Path) -> Knowledge:
    return load(directory if directory.is_dir() else None)


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
    if len(gone) > 6:
        yield f"It hides {len(gone) - 6} more of Wader's entries of that name than these:"
    for row in gone[:6]:
        yield f"It stands in the place of Wader's {row.name}, {codes(row)}, {row.office or row.kind} {span(row)}."


def _same_post(row: RegistryRow, other: OfficeRow) -> bool:
    return (row.code, key(row.office or "")) == (other.code, key(other.office))


def _office_row(row: RegistryRow, source: str | None = None) -> OfficeRow:
    return OfficeRow(
        name=row.name, aliases=row.aliases, code=row.code or "", organisation=row.organisation, office=row.office or "",
        sector=row.sector, since=row.since, until=row.until, as_of=row.as_of, wikidata_id=row.wikidata_id,
        source=source or row.source,
    )  # fmt: skip


def _new(given: str | None, old: str | None) -> str | None:
    """The given value, "" taking the old one away."""
    return old if given is None else given or None
