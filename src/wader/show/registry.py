"""Rows of the registry of actors for people and for tables."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from wader.knowledge import Knowledge
from wader.knowledge.registry import OFFICE, Found, RegistryRow
from wader.show.safe import safe

_COLUMNS = RegistryRow.__struct_fields__


def registry_header() -> bytes:
    """The header of ``registry_csv``."""
    return _csv(_COLUMNS)


def registry_csv(row: RegistryRow) -> bytes:
    """A row as a line of CSV; lists are parted by bars, and a cell that a spreadsheet would run begins with an
    apostrophe."""
    cells = []
    for value in msgspec.structs.astuple(row):
        text = "|".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
        cells.append("'" + text if text[:1] in ("=", "+", "-", "@", "\t") else text)
    return _csv(cells)


def _csv(cells: Sequence[str]) -> bytes:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerow(cells)
    return stream.getvalue().encode("utf-8", "replace")


def registry_line(row: RegistryRow) -> str:
    """A row as one line: name, code and sector, office or kind, dates; a star marks the user's own. What takes names
    away is marked as gone."""
    what = " ".join(filter(None, ["gone:" if row.gone else "", row.office or _kind(row) or "whatever it is"]))
    if row.organisation:
        what = f"{what}, {row.organisation}"
    said = f"{row.name:<34} {codes(row):<12} {what:<40} {span(row)}{' *' if row.own else ''}"
    return safe(said.rstrip())


def registry_card(row: RegistryRow, how: str | None = None) -> str:
    """A row in full, with what says so."""
    kind = f"{row.office}{', ' + row.organisation if row.organisation else ''}" if row.office else _kind(row)
    lines = [f"{row.name}   {codes(row)}   {kind}   {span(row)}".rstrip()]
    told: dict[str, Any] = {
        "found": how,
        "also": " | ".join(row.aliases[:12]) + (f" and {len(row.aliases) - 12} more" if row.aliases[12:] else ""),
        "wikidata": row.wikidata_id,
        "source": row.source,
        "from": f"{'your ' if row.own else ''}{row.file}, entry {row.entry}",
    }
    lines += [f"  {name:<9} {value}" for name, value in told.items() if value]
    return "\n".join(safe(line) for line in lines)


_LEADERS = ("head of state", "monarch", "head of government", "foreign minister", "defence minister")


def registry_about(knowledge: Knowledge, row: RegistryRow, on: str | None) -> Iterator[str]:
    """What more the registry says of an actor, a line each: members of an organisation; of a state its capital, the
    names of its people, its leaders. Of ``on``, else the latest known."""
    when = f"on {on}" if on else "latest known"
    members = knowledge.actors.members(row.name, on) if row.kind in ("igo", "alliance") else ()
    if members:
        yield f"  {'members':<9} {when}: {' '.join(members)} ({len(members)})"
    state = knowledge.actors.state(row.code or "") if row.kind == "state" else None
    if state is None:
        return
    for what, told in (("capital", state.capital), ("people", " | ".join(state.demonyms)), ("region", state.region)):
        if told:
            yield f"  {what:<9} {told}"
    for office in _LEADERS:
        held = knowledge.offices.holder(state.code, office, on)
        if held is not None:
            term = f"{held.since or '?'} – {held.until or ''}".rstrip()
            yield f"  {'leader':<9} {when}: {held.name}, {held.office}, {term}"


def found_row(found: Found) -> dict[str, Any]:
    """A found row for JSON lines: the row's fields, and ``how``."""
    return {**msgspec.structs.asdict(found.row), "how": found.how}


def codes(row: RegistryRow) -> str:
    """Code and sectors, as ``MMR MIL``."""
    return " ".join([row.code or "–", *filter(None, [row.sector, *row.other_sectors])])


def span(row: RegistryRow) -> str:
    """The time that a row holds for: ``2017-03-15 – 2021-02-01``, ``2019 –, seen 2022``; empty where none is told."""
    if row.since or row.until:
        open_end = f", seen {row.as_of}" if row.as_of and not row.until else ""
        return f"{row.since or '?'} – {row.until or ''}{open_end}".replace(" – ,", " –,").rstrip()
    return f"seen {row.as_of}" if row.as_of else ""


def _kind(row: RegistryRow) -> str | None:
    """What sort of entry it is: who is listed without an office is a person."""
    return "person" if row.kind == OFFICE and not row.office else row.kind
