"""Proposals for the registry of actors: names that pages place by the words beside them, gathered over a store.

What comes out depends on the documents in force alone, not on the order in which they came: rows are read by document,
every choice between equals is by the alphabet.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

import msgspec

from wader.analyse.summary import statement
from wader.knowledge.actors import NON_STATES, Actors
from wader.knowledge.names import person_key
from wader.knowledge.offices import Offices
from wader.records import Placed, Placing, Record
from wader.text import plain

EVIDENCE = 8
"""How many pages are quoted for a reading."""
_BATCH = 2048
_OFFICIAL = frozenset(["GOV", "LEG", "JUD", "MIL", "COP", "SPY"])


class Knows(Protocol):
    """The parts of ``Knowledge`` that say what is held already."""

    @property
    def actors(self) -> Actors: ...
    @property
    def offices(self) -> Offices: ...


class Quoted(Record):
    """The words of a document that say who somebody is, and the rule that read them so."""

    document: str
    date: str | None
    text: str
    rule: str
    start: int | None
    end: int | None
    in_: str


class Reading(Record):
    """One way in which pages place a name. ``documents`` and ``mentions``: on how many they say so, and how often;
    ``agreement``: the latter as a share of all mentions that say anything. ``stated``: the words say of which country,
    else it is the pages'. ``since``: where the pages agree on it. ``first`` and ``last`` are days of publication."""

    code: str | None
    sector: str | None
    other_sectors: list[str]
    office: str | None
    organisation: str | None
    since: str | None
    first: str | None
    last: str | None
    documents: int
    mentions: int
    agreement: float
    stated: bool
    evidence: list[Quoted]


class Proposal(Record):
    """A name that the registry does not hold, as most pages place it, and beside that how others do (``others``).
    ``aliases``: other spellings of the whole name; ``short``: shorter forms. ``like``: who of that surname has the same
    office in the registry, and may be meant. Counts are of what the first reading says, as in ``Reading``; ``named``:
    how often all these pages name its bearer, whatever they say."""

    name: str
    kind: str
    aliases: list[str]
    short: list[str]
    code: str | None
    sector: str | None
    other_sectors: list[str]
    office: str | None
    organisation: str | None
    since: str | None
    first: str | None
    last: str | None
    documents: int
    mentions: int
    agreement: float
    named: int
    stated: bool
    like: str | None
    evidence: list[Quoted]
    others: list[Reading]

    @property
    def is_office(self) -> bool:
        """Whether it is somebody's public office, which the registry keeps by date."""
        return self.kind == "person" and self.sector in _OFFICIAL and self.office is not None

    @property
    def is_certain(self) -> bool:
        """Whether the words say of which country, and nobody known is likely meant."""
        return self.stated and self.like is None


def propose(connection: Any, knowledge: Knows | None = None, *, min_documents: int = 1) -> list[Proposal]:
    """The names that the documents in force propose, most supported first.

    Args:
        connection: DuckDB connection to a store (``Store.connection``).
        knowledge: what is held already is left out, and likenesses are told.
        min_documents: how many documents must place a name so; those that contradict them do not count.
    """
    gathered: dict[str, _Gathered] = {}
    for document, date, placed in _rows(connection):
        gathered.setdefault(name_key(placed), _Gathered()).add(document, date, placed)
    made = (each.proposal(knowledge) for each in gathered.values())
    enough = (p for p in made if p is not None and p.documents >= min_documents)
    return sorted(enough, key=lambda p: (-p.documents, -p.mentions, p.name))


def _rows(connection: Any) -> Iterator[tuple[str, str | None, Placed]]:
    for batch in connection.sql(statement("names")).to_arrow_reader(_BATCH):
        for row in batch.to_pylist():
            document, date = row.pop("document"), row.pop("date")
            placed = _shown(msgspec.convert(row, Placed))
            if placed.name:
                yield document, date, placed


def _shown(placed: Placed) -> Placed:
    """A name without characters that no eye sees, and a registry does not take: they make no other name of it."""
    for placing in placed.placings:
        placing.office = plain(placing.office or "") or None
        placing.organisation = plain(placing.organisation or "") or None
    forms = sorted({plain(form) for form in placed.forms} - {"", plain(placed.name)})
    return Placed(plain(placed.name), placed.kind, placed.mentions, forms, placed.placings)


def name_key(placed: Placed) -> str:
    """What all spellings of a name have in common: transliterations meet, and names with and without initials."""
    words = person_key(placed.name).split()
    full = [word for word in words if len(word) > 1]
    return f"{placed.kind} {' '.join(full if len(full) > 1 else words)}"


@dataclass
class _Said:
    """One reading as it is gathered."""

    documents: dict[str, str | None] = field(default_factory=dict)
    mentions: int = 0
    stated: int = 0
    offices: Counter[str] = field(default_factory=Counter)
    organisations: Counter[str] = field(default_factory=Counter)
    others: Counter[tuple[str, ...]] = field(default_factory=Counter)
    since: Counter[str] = field(default_factory=Counter)
    evidence: list[Quoted] = field(default_factory=list)

    def add(self, document: str, date: str | None, placing: Placing) -> None:
        self.documents[document] = date
        self.mentions += 1
        self.stated += placing.stated
        self.offices.update([placing.office] if placing.office else [])
        self.organisations.update([placing.organisation] if placing.organisation else [])
        self.others[tuple(placing.other_sectors)] += 1
        self.since.update([placing.since] if placing.since else [])
        if len(self.evidence) < EVIDENCE and all(e.document != document for e in self.evidence):
            self.evidence.append(
                Quoted(document, date, " ".join((placing.text or "").split()), placing.rule, placing.start, placing.end,
                       placing.in_)
            )  # fmt: skip

    def take(self, other: _Said) -> None:
        """Add what another reading says that does not contradict this one."""
        self.documents |= other.documents
        self.mentions += other.mentions
        for name in ("offices", "organisations", "others", "since"):
            getattr(self, name).update(getattr(other, name))
        self.evidence = (self.evidence + other.evidence)[:EVIDENCE]


class _Gathered:
    """What pages say of one name."""

    def __init__(self) -> None:
        self.names: Counter[str] = Counter()
        self.forms: set[str] = set()
        self.kind = "person"
        self.mentions = 0
        self.said: dict[tuple[str | None, str | None], _Said] = defaultdict(_Said)

    def add(self, document: str, date: str | None, placed: Placed) -> None:
        self.kind = placed.kind
        self.names[placed.name] += 1
        self.forms.update(placed.forms)
        self.mentions += placed.mentions
        for placing in placed.placings:
            self.said[placing.code, placing.sector].add(document, date, placing)

    def proposal(self, knowledge: Knows | None) -> Proposal | None:
        """The proposal; None where no page says of what country and sector, or the knowledge holds it."""
        spellings = sorted(self.names, key=lambda name: (-self.names[name], name))
        codes = {code for code, _ in self.said}
        if knowledge is not None and any(_is_held(name, knowledge, codes) for name in spellings):
            return None
        self._settle()
        every = sum(said.mentions for said in self.said.values())
        ranked = sorted(self.said.items(), key=_rank)
        readings = [_reading(code, sector, said, every) for (code, sector), said in ranked]
        best, name = readings[0], spellings[0]
        if best.code is None or best.sector is None:
            return None
        whole = {form for form in self.forms if len(form.split()) >= len(name.split()) > 1}
        return Proposal(
            name=name, kind=self.kind, aliases=sorted({*spellings[1:], *whole} - {name}),
            short=sorted(self.forms - whole - {*spellings}), code=best.code, sector=best.sector,
            other_sectors=best.other_sectors, office=best.office, organisation=best.organisation, since=best.since,
            first=best.first, last=best.last, documents=best.documents, mentions=best.mentions,
            agreement=best.agreement, named=self.mentions, stated=best.stated, like=_like(name, best, knowledge),
            evidence=best.evidence, others=readings[1:],
        )  # fmt: skip

    def _settle(self) -> None:
        """Mentions that give no country go with the one reading of their sector that does."""
        for code, sector in sorted(self.said, key=str):
            full = [key for key in self.said if key[1] == sector and key[0] is not None]
            if code is None and len(full) == 1:
                self.said[full[0]].take(self.said.pop((code, sector)))


def _rank(item: tuple[tuple[str | None, str | None], _Said]) -> tuple[bool, bool, int, int, str]:
    """Readings whose words give the country first, then by documents and mentions, then by the alphabet."""
    (code, sector), said = item
    return code is None, said.stated == 0, -len(said.documents), -said.mentions, f"{code} {sector}"


def _reading(code: str | None, sector: str | None, said: _Said, every: int) -> Reading:
    days = sorted(day for day in said.documents.values() if day)
    return Reading(
        code=code, sector=sector, other_sectors=list(_most(said.others) or ()), office=_office(said.offices),
        organisation=_most(said.organisations), since=_agreed(said.since), first=days[0] if days else None,
        last=days[-1] if days else None, documents=len(said.documents), mentions=said.mentions,
        agreement=round(said.mentions / every, 3), stated=said.stated > 0, evidence=said.evidence,
    )  # fmt: skip


def _most(counts: Counter[Any]) -> Any:
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def _office(counts: Counter[str]) -> str | None:
    """The office most often given, capitals aside, as it is most often written."""
    folded: Counter[str] = Counter()
    for office, count in counts.items():
        folded[office.lower()] += count
    best = _most(folded)
    written = Counter({office: n for office, n in counts.items() if office.lower() == best})
    return min(written, key=lambda office: (-written[office], office), default=None)


def _agreed(since: Counter[str]) -> str | None:
    """The most exact of the days that pages tell, where they do not contradict each other."""
    best = min(since, key=lambda day: (-len(day), day), default=None)
    return best if best is not None and all(best.startswith(day) for day in since) else None


def _is_held(name: str, knowledge: Knows, codes: Container[str | None]) -> bool:
    words = name.split()
    asked = {name, " ".join(reversed(words)) if len(words) == 2 else name}
    return any(knowledge.offices.lists(each, codes) or knowledge.actors.lookup(each) for each in sorted(asked))


def _like(name: str, reading: Reading, knowledge: Knows | None) -> str | None:
    """Who has this office in the registry and the same surname."""
    if knowledge is None or reading.code is None or reading.office is None:
        return None
    body = reading.organisation if reading.code in NON_STATES and reading.organisation else reading.code
    holder = knowledge.offices.holder(body, reading.office, reading.last)
    if holder is None or person_key(holder.name).split()[-1] != person_key(name).split()[-1]:
        return None
    return holder.name


