"""A proposal taken up: the entry that it makes in a user's folder of knowledge, beside what stands there already.

What the user wrote of the same person and office, or under the same name, stays: the proposal is not written then, but
how the two differ is told. ``replace`` puts it in their place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from wader.analyse import Proposal
from wader.knowledge import load
from wader.knowledge.actors import NON_STATES
from wader.knowledge.editing import (
    FILE_OF,
    OFFICES,
    ActorRow,
    OfficeRow,
    drop_actor,
    drop_office,
    office_rows,
    own_entries,
    put_actor,
    put_office,
    same_person,
)
from wader.knowledge.locking import writing
from wader.knowledge.names import key
from wader.knowledge.terms import meet
from wader.text import plain

_KINDS = {
    "REB": "armed group", "PRM": "armed group", "UAF": "armed group", "CRM": "criminal group", "PTY": "party",
    "OPP": "movement", "JRN": "media", "BUS": "company", "LAB": "union", "EDU": "university", "GOV": "agency",
    "SPY": "agency", "MIL": "military", "COP": "police", "JUD": "court", "LEG": "legislature",
}  # fmt: skip
"""Kind of a body by its sector; others are organisations."""
_LISTED = 6
"""How many documents are named as the source."""
_PROPOSED = "proposed by "
"""How the source of an entry begins that was taken up from pages."""
_OWN_DATES = frozenset({"as_of", "source"})
"""Fields that a later run may bring up to date in an entry taken up before."""


@dataclass(frozen=True)
class Outcome:
    """What became of a proposal: ``written``, ``there`` already, or left since what is there ``differs``, and how."""

    done: str
    path: Path
    said: str = ""


def write_proposal(proposal: Proposal, directory: Path, *, replace: bool = False) -> Outcome:
    """Write a proposal into the folder ``directory``: a public office into ``offices.tsv``, anybody else into the list
    of his kind; unless the folder has something of its own to say. ``replace``: put it in the place of that.

    Raises:
        UsageError, KnowledgeError: as ``put_actor``; nothing is changed.
    """
    with writing(directory):
        if proposal.is_office and proposal.code is not None and proposal.office is not None:
            return _write_office(_office_of(proposal), directory, replace)
        return _write_actor(_actor_of(proposal), directory, replace)


# --- what a proposal makes ------------------------------------------------------------------------------------------


def _office_of(proposal: Proposal) -> OfficeRow:
    since, as_of, source = _told(proposal)
    return OfficeRow(
        name=proposal.name, aliases=tuple(proposal.aliases), code=proposal.code or "",
        organisation=proposal.organisation if proposal.code in NON_STATES else None, office=proposal.office or "",
        sector=proposal.sector, since=since, as_of=as_of, source=source,
    )  # fmt: skip


def _actor_of(proposal: Proposal) -> ActorRow:
    since, as_of, source = _told(proposal)
    return ActorRow(
        name=proposal.name, aliases=tuple(proposal.aliases),
        kind="person" if proposal.kind == "person" else _KINDS.get(proposal.sector or "", "ngo"), code=proposal.code,
        sector=proposal.sector, other_sectors=tuple(proposal.other_sectors), office=proposal.office, since=since,
        as_of=as_of, source=source,
    )  # fmt: skip


def _told(proposal: Proposal) -> tuple[str | None, str | None, str]:
    """``since``, else ``as_of``, and the source."""
    documents = dict.fromkeys(plain(quoted.document) for quoted in proposal.evidence)
    more = proposal.documents - min(len(documents), _LISTED)
    source = _PROPOSED + ", ".join(list(documents)[:_LISTED]) + (f" and {more} more" if more > 0 else "")
    return proposal.since, None if proposal.since else _shared(proposal.last), source


def _shared(date: str | None) -> str | None:
    """A page's date as a registry takes it: of a range ("2024-02-21/2024-02-27") the month or year that holds it."""
    if date is None or "/" not in date:
        return date
    first, last = date.split("/")[:2]
    return next((first[:cut] for cut in (10, 7, 4) if first[:cut] == last[:cut]), None)


# --- beside what is there -------------------------------------------------------------------------------------------


def _write_office(row: OfficeRow, directory: Path, replace: bool) -> Outcome:
    path = directory / OFFICES
    same = [held for held in office_rows(directory) if _same_term(held, row, directory)]
    listed = own_entries(directory, (row.name, *row.aliases))
    fresh = [held for held in same if _differing(_fields(held), _fields(row)) <= _OWN_DATES]
    if len(same) == len(fresh) == 1 and not listed:
        [held] = fresh
        if held == row or not (held.source or "").startswith(_PROPOSED):
            return Outcome("there", path)
        return Outcome("written", put_office(directory, row, held))
    if (same or listed) and not replace:
        entries = [(path, _fields(held)) for held in same] + [(file, _said(entry)) for file, entry in listed]
        return _beside(entries, _fields(row), path)
    same.sort(key=lambda held: _term(held) != _term(row))  # a row of the same dates could not be told from the new one
    put_office(directory, row, same[0] if same else None)
    for held in same[1:]:
        if _term(held) != _term(row):
            drop_office(directory, held)
    _drop(directory, listed)
    return Outcome("written", path)


def _write_actor(row: ActorRow, directory: Path, replace: bool) -> Outcome:
    path = directory / FILE_OF[row.kind or ""]
    listed = own_entries(directory, (row.name, *row.aliases))
    wanted = _said(msgspec.to_builtins(row))
    if len(listed) == 1 and _differing(_said(listed[0][1]), wanted) <= _OWN_DATES:
        held = _said(listed[0][1])
        if not _differing(held, wanted) or not held.get("source", "").startswith(_PROPOSED):
            return Outcome("there", path)
        return Outcome("written", put_actor(directory, row))
    if listed and not replace:
        return _beside([(file, _said(entry)) for file, entry in listed], wanted, path)
    put_actor(directory, row)
    _drop(directory, [(file, entry) for file, entry in listed if key(str(entry["name"])) != key(row.name)])
    return Outcome("written", path)


def _beside(entries: Sequence[tuple[Path, dict[str, str]]], pages: dict[str, str], path: Path) -> Outcome:
    """What becomes of a proposal beside entries of the user's: those that say what the pages say need no word."""
    told = [(file, said) for file, own in entries if (said := _against(own, pages))]
    if not told:
        return Outcome("there", path)
    return Outcome("differs", told[0][0], "; ".join(dict.fromkeys(said for _, said in told)))


def _drop(directory: Path, listed: Sequence[tuple[Path, dict[str, Any]]]) -> None:
    for _, entry in listed:
        drop_actor(directory, str(entry["name"]).removesuffix("*"))


def _same_term(held: OfficeRow, row: OfficeRow, directory: Path) -> bool:
    """Whether a row of the folder tells of the same person in the same office, or one of its class, at that time: a
    term without an end lasts, whenever a page last spoke of it."""
    if held.code != row.code or key(held.organisation or "") != key(row.organisation or ""):
        return False
    if not same_person(held, row) or (held.until is not None and not meet(_term(held), _term(row))):
        return False
    titles = load(directory).offices.titles
    one, other = (titles.office_class(each.office, each.code) or key(each.office) for each in (held, row))
    return one == other


def _term(row: OfficeRow) -> tuple[str, str, str]:
    return row.since or "", row.until or "", row.as_of or ""


def _fields(row: OfficeRow) -> dict[str, str]:
    return _said({**msgspec.structs.asdict(row), "id": row.wikidata_id, "wikidata_id": None})


def _said(entry: dict[str, Any]) -> dict[str, str]:
    """What an entry says, a text a field; fields that say nothing are left out."""
    found = {}
    for field, value in entry.items():
        several = sorted(map(str, value)) if isinstance(value, (list, tuple)) else [str(value)] if value else []
        if several:
            found[field] = ", ".join(several)
    return found


def _differing(one: dict[str, str], other: dict[str, str]) -> set[str]:
    return {field for field in {*one, *other} if one.get(field) != other.get(field)}


def _against(own: dict[str, str], pages: dict[str, str]) -> str:
    """How what the user says and what pages say differ, in words; empty where only their sources do."""
    if own.get("gone") or own.get("source", "").partition(":")[0].strip() == "gone":
        return f"yours says that {own['name']} is gone"
    order = [field for field in own if field != "source"] + [field for field in pages if field not in own]
    parts = [
        f"{field} {own.get(field, '–')} (the pages: {pages.get(field, '–')})"
        for field in dict.fromkeys(order)
        if own.get(field) != pages.get(field) and field != "source"
    ]
    return "yours says " + ", ".join(parts) if parts else ""
