"""A proposal taken up: the entry that it makes in a user's folder of knowledge."""

from __future__ import annotations

from pathlib import Path

from wader.analyse import Proposal
from wader.knowledge.actors import NON_STATES
from wader.knowledge.editing import FILE_OF, OFFICES, ActorRow, OfficeRow, put_actor, put_office

_KINDS = {
    "REB": "armed group", "PRM": "armed group", "UAF": "armed group", "CRM": "criminal group", "PTY": "party",
    "OPP": "movement", "JRN": "media", "BUS": "company", "LAB": "union", "EDU": "university", "GOV": "agency",
    "SPY": "agency", "MIL": "military", "COP": "police", "JUD": "court", "LEG": "legislature",
}  # fmt: skip
"""Kind of a body by its sector; others are organisations."""
_LISTED = 6
"""How many documents are named as the source."""


def _shared(date: str | None) -> str | None:
    """A page's date as a registry takes it: of a range ("2024-02-21/2024-02-27") the month or year that holds it."""
    if date is None or "/" not in date:
        return date
    first, last = date.split("/")[:2]
    return next((first[:cut] for cut in (10, 7, 4) if first[:cut] == last[:cut]), None)


def write_proposal(proposal: Proposal, directory: Path) -> tuple[Path, bool]:
    """Write a proposal into the folder ``directory``: a public office into ``offices.tsv``, anybody else into the list
    of his kind. Returns the file, and whether anything was new.

    Raises:
        UsageError, KnowledgeError: as ``put_actor``; nothing is changed.
    """
    documents = dict.fromkeys(" ".join(quoted.document.split()) for quoted in proposal.evidence)
    more = proposal.documents - min(len(documents), _LISTED)
    source = "proposed by " + ", ".join(list(documents)[:_LISTED]) + (f" and {more} more" if more > 0 else "")
    as_of = None if proposal.since else _shared(proposal.last)
    if proposal.is_office and proposal.code is not None and proposal.office is not None:
        path = directory / OFFICES
        before = _bytes(path)
        body = proposal.organisation if proposal.code in NON_STATES else None
        put_office(directory, OfficeRow(
            name=proposal.name, aliases=tuple(proposal.aliases), code=proposal.code, organisation=body,
            office=proposal.office, sector=proposal.sector, since=proposal.since, as_of=as_of, source=source,
        ))  # fmt: skip
        return path, _bytes(path) != before
    kind = "person" if proposal.kind == "person" else _KINDS.get(proposal.sector or "", "ngo")
    before = _bytes(directory / FILE_OF[kind])
    path = put_actor(directory, ActorRow(
        name=proposal.name, aliases=tuple(proposal.aliases), kind=kind, code=proposal.code, sector=proposal.sector,
        other_sectors=tuple(proposal.other_sectors), office=proposal.office, since=proposal.since, as_of=as_of,
        source=source,
    ))  # fmt: skip
    return path, _bytes(path) != before


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""
