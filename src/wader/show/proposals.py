"""Proposals for the registry of actors as people read them, and as rows of a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from rich.console import Group, RenderableType
from rich.text import Text

from wader.show.safe import safe
from wader.show.summary import number

PROPOSAL_COLUMNS = (
    "name", "kind", "aliases", "short", "code", "sector", "office", "organisation", "since", "first", "last",
    "documents", "mentions", "agreement", "named", "stated", "like", "others", "evidence", "evidence_documents",
)  # fmt: skip
_SHOWN = 2
"""How many quotations of a reading are printed."""


class _Quoted(Protocol):
    document: str
    date: str | None
    text: str
    rule: str


class _Reading(Protocol):
    code: str | None
    sector: str | None
    office: str | None
    organisation: str | None
    since: str | None
    first: str | None
    last: str | None
    documents: int
    mentions: int
    agreement: float
    stated: bool

    @property
    def evidence(self) -> Sequence[_Quoted]: ...


class _Proposal(_Reading, Protocol):
    name: str
    kind: str
    aliases: list[str]
    short: list[str]
    like: str | None

    @property
    def others(self) -> Sequence[_Reading]: ...


def render_proposal(proposal: _Proposal) -> RenderableType:
    """One proposal: who, how often, since when, the words; beside it what contradicts."""
    line = Text(safe(proposal.name), "bold")
    line.append(safe(f"  {_who(proposal)}"), "cyan")
    line.append(safe(f"  {_many(proposal)}, {_span(proposal)}"), "dim")
    shown = [line]
    called = [*proposal.aliases, *proposal.short]
    if called:
        shown.append(Text(safe(f"    also {', '.join(called)}"), "dim"))
    if proposal.like is not None:
        shown.append(Text(safe(f"    perhaps {proposal.like}, who has this office in the registry"), "yellow"))
    if not proposal.stated:
        shown.append(Text("    the country is the page's: no words beside the name say it", "yellow"))
    shown += _quotations(proposal)
    for other in proposal.others:
        shown.append(Text(safe(f"    but {_who(other)}: {_many(other)}, {_span(other)}"), "yellow"))
        shown += _quotations(other)
    return Group(*shown)


def _who(reading: _Reading) -> str:
    parts = [reading.code or "—", reading.sector or "—", reading.office or "", f"({reading.organisation})"
             if reading.organisation else "", f"since {reading.since}" if reading.since else ""]  # fmt: skip
    return " ".join(part for part in parts if part)


def _many(reading: _Reading) -> str:
    """On how many documents, and how often: ``2 documents, 3 of 4 mentions`` where others contradict."""
    every = round(reading.mentions / reading.agreement) if reading.agreement else reading.mentions
    share = f"{reading.mentions:,} of " if every > reading.mentions else ""
    return f"{number(reading.documents, 'document')}, {share}{number(every, 'mention')}"


def _span(reading: _Reading) -> str:
    if reading.first is None:
        return "undated"
    return reading.first if reading.first == reading.last else f"{reading.first} to {reading.last}"


def _quotations(reading: _Reading) -> list[Text]:
    lines = []
    for quoted in reading.evidence[:_SHOWN]:
        line = Text(safe(f"    “{quoted.text}”"))
        line.append(safe(f" ← {quoted.rule}  {quoted.document} {quoted.date or ''}".rstrip()), "dim")
        lines.append(line)
    return lines


def proposal_row(proposal: _Proposal) -> dict[str, Any]:
    """A proposal as one flat row; what lines up with each other is joined by "; "."""
    row = {name: getattr(proposal, name) for name in PROPOSAL_COLUMNS if name != "evidence_documents"}
    return {
        **row,
        "aliases": "; ".join(proposal.aliases),
        "short": "; ".join(proposal.short),
        "others": "; ".join(f"{_who(other)} {other.mentions}" for other in proposal.others),
        "evidence": "; ".join(quoted.text.replace(";", ",") for quoted in proposal.evidence),
        "evidence_documents": "; ".join(quoted.document.replace(";", ",") for quoted in proposal.evidence),
    }
