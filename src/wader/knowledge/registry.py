"""The registry as its readers see it: actors and terms of office as rows of one shape, listed, searched, told by name.

Nothing is resolved here that the stages would resolve otherwise: look-ups go through ``Actors`` and ``Offices``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from rapidfuzz import fuzz, process

from wader.knowledge import Knowledge
from wader.knowledge.actors import ActorEntry, Listed, in_force
from wader.knowledge.editing import OFFICES, gone_offices, own_entries
from wader.knowledge.files import PACKAGED
from wader.knowledge.names import key, person_key
from wader.knowledge.offices import FILES, OfficeEntry, validity

OFFICE, PERSON = "office", "person"
"""Kind of the rows that tell a term of office."""
_LEAST = 78
"""Likeness, of 100, from which a misspelt name is offered."""


class RegistryRow(msgspec.Struct, frozen=True):
    """An actor, or one term of a person in an office (``kind`` office). ``own``: from the user's folder; ``gone``: it
    takes what Wader has away, of every kind where it has none. ``file`` and ``entry`` say where it stands; dates are
    ISO, cut to the precision known."""

    name: str
    aliases: tuple[str, ...]
    kind: str | None
    code: str | None
    sector: str | None
    other_sectors: tuple[str, ...]
    office: str | None
    organisation: str | None
    since: str | None
    until: str | None
    as_of: str | None
    wikidata_id: str | None
    source: str | None
    own: bool
    file: str
    entry: str
    gone: bool = False


class Found(msgspec.Struct, frozen=True):
    """A row that answers a search, and how it does: exactly, by surname, by office, in part, or by likeness."""

    row: RegistryRow
    how: str


def listing(
    knowledge: Knowledge,
    *,
    kind: str | None = None,
    code: str | None = None,
    sector: str | None = None,
    on: str | None = None,
    own: bool = False,
) -> Iterator[RegistryRow]:
    """Rows in force that have what is asked; of dated ones, with ``on``, those that may hold on that day. With ``own``
    those of the user's folders alone, and behind them what these take away."""
    if kind != OFFICE:
        for listed in knowledge.actors.entries():
            entry = listed.entry
            if (kind is None or kind == entry.kind) and _fits(entry, code, sector, on) and _ours(listed.directory, own):
                yield of_actor(listed)
    if kind in (None, OFFICE, PERSON):
        for held, directory in knowledge.offices.entries():
            if own and directory == PACKAGED:
                break  # the user's come first
            of_kind = kind is None or (kind == OFFICE) == bool(held.office)
            if of_kind and _fits(held, code, sector, on):
                yield of_office(held, directory)
    for row in _gone(knowledge) if own else ():
        if kind in (None, row.kind) and code in (None, row.code) and sector in (None, row.sector):
            yield row


def _gone(knowledge: Knowledge) -> Iterator[RegistryRow]:
    """Rows of the user's folders that take names and terms of office away."""
    for directory in knowledge.directories:
        if directory == PACKAGED:
            continue
        for path, entry in own_entries(directory):
            if entry.get("gone"):
                names = [str(name) for name in (entry["name"], *entry["aliases"])]
                told = {field: entry.get(field) for field in ("kind", "code", "sector", "source")}
                yield RegistryRow(
                    name=names[0], aliases=tuple(names[1:]), kind=told["kind"], code=told["code"],
                    sector=told["sector"], other_sectors=(), office=None, organisation=None, since=None, until=None,
                    as_of=None, wikidata_id=None, source=told["source"], own=True, file=str(path),
                    entry=f"{path.name}:{names[0]}", gone=True,
                )  # fmt: skip
        for held in gone_offices(directory):
            yield RegistryRow(
                **msgspec.structs.asdict(held), kind=OFFICE, other_sectors=(), own=True, gone=True,
                file=str(directory / OFFICES), entry=f"offices:{held.name}/{held.office}/{held.since or ''}",
            )  # fmt: skip


def search(knowledge: Knowledge, words: str, on: str | None = None) -> list[Found]:
    """What ``words`` may mean, the surest first: an office ("foreign minister of India"), a name or alias, a surname
    of the prominent, a part of a name, a name spelt nearly so. With ``on``, offices are those held on that day."""
    found: dict[RegistryRow, str] = {}
    where = _Where(knowledge)
    for held in _by_office(knowledge, words, on):
        found.setdefault(where.office(held), "holds that office" if on else "held that office")
    for row in _named(where, words, on):
        found.setdefault(row, "exactly")
    parts = words.split()
    titled = knowledge.offices.longest_title(parts, 0) if parts else None
    bare = " ".join(parts[titled[0] :]) if titled is not None and titled[0] < len(parts) else words
    for held in knowledge.offices.surname(bare, on):
        found.setdefault(where.office(held), "by surname")
    for row in _named(where, bare, on):
        found.setdefault(row, "without the title")
    if not any(how.endswith("that office") for how in found.values()):
        for name, how in _near(where.names(), words, alike=not found):
            for row in where.of_key(name, on):
                found.setdefault(row, how)
    return [Found(row, how) for row, how in found.items()]


def named(knowledge: Knowledge, name: str, on: str | None = None) -> list[RegistryRow]:
    """All rows that have this name or alias, whatever its capitals: actors, then terms of office as they followed."""
    return _named(_Where(knowledge), name, on)


def of_actor(listed: Listed) -> RegistryRow:
    """An actor's row."""
    entry, own = listed.entry, listed.directory != PACKAGED
    file = entry.entry.partition(":")[0]
    return RegistryRow(
        name=entry.name, aliases=tuple(name for name in listed.names if name != entry.name), kind=entry.kind,
        code=entry.code, sector=entry.sector, other_sectors=entry.other_sectors, office=entry.office,
        organisation=None, since=entry.since, until=entry.until, as_of=entry.as_of, wikidata_id=entry.identifier_id,
        source=entry.source, own=own, file=str(listed.directory / file) if own else file, entry=entry.entry,
    )  # fmt: skip


def of_office(held: OfficeEntry, directory: Path) -> RegistryRow:
    """A term's row."""
    own = directory != PACKAGED
    written = own or held.source.startswith("written for Wader")
    file = FILES[0] if own or (written and held.office) else FILES[1] if written else FILES[2]
    return RegistryRow(
        name=held.name, aliases=held.aliases, kind=OFFICE, code=held.code, sector=held.sector, other_sectors=(),
        office=held.office, organisation=held.organisation, since=held.since, until=held.until, as_of=held.as_of,
        wikidata_id=held.identifier_id, source=held.source or None, own=own,
        file=str(directory / file) if own else file, entry=held.entry,
    )  # fmt: skip


def _fits(entry: ActorEntry | OfficeEntry, code: str | None, sector: str | None, on: str | None) -> bool:
    if code is not None and entry.code != code:
        return False
    others = entry.other_sectors if isinstance(entry, ActorEntry) else ()
    if sector is not None and sector != entry.sector and sector not in others:
        return False
    if on is None:
        return True
    return in_force(entry, on) if isinstance(entry, ActorEntry) else validity(entry, on) < 2


def _ours(directory: Path, own: bool) -> bool:
    return not own or directory != PACKAGED


class _Where:
    """Rows by key, with what the look-ups do not say: all names of an actor, and whose data a term is from."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.offices = knowledge.offices
        self.actors: dict[str, list[Listed]] = {}
        for listed in knowledge.actors.entries():
            for name in dict.fromkeys(key(name) for name in listed.names):
                self.actors.setdefault(name, []).append(listed)
        self._own: dict[OfficeEntry, Path] = {}
        for held, directory in knowledge.offices.entries():
            if directory == PACKAGED:
                break
            self._own[held] = directory

    def office(self, held: OfficeEntry) -> RegistryRow:
        return of_office(held, self._own.get(held, PACKAGED))

    def names(self) -> list[str]:
        """Keys of all names, each once."""
        return [*dict.fromkeys([*self.actors, *self.offices.names()])]

    def of_key(self, name: str, on: str | None) -> list[RegistryRow]:
        """Actors whose key this is, and terms of office of people with this name, in the order of time."""
        rows = [of_actor(listed) for listed in self.actors.get(key(name), ()) if _fits(listed.entry, None, None, on)]
        held = [h for h in self.offices.holders_named(name, on) if validity(h, on) < 2]
        return rows + [self.office(h) for h in sorted(held, key=lambda h: h.since or h.until or h.as_of or "")]


def _named(where: _Where, words: str, on: str | None) -> list[RegistryRow]:
    return where.of_key(words, on)


def _by_office(knowledge: Knowledge, words: str, on: str | None) -> list[OfficeEntry]:
    """Who held the office that the words name, with or without its state: on the day, or ever, the latest first."""
    offices, found = knowledge.offices, []
    for body, title in _readings(words):
        meant = offices.title(title)
        held = offices.titles.office_class(title) or (meant.office if meant is not None else None)
        if held is None and meant is None:
            continue
        if body is None:
            codes = [meant.code] if meant is not None and meant.code else [s.code for s in knowledge.actors.states()]
        else:
            codes = _bodies(knowledge, body)
        for code in codes:
            wanted = offices.titles.office_class(title, code) or held or title
            if on is not None or (body is None and len(codes) > 1):
                one = offices.holder(code, wanted, on)
                found += [one] if one is not None else []
            else:
                found += sorted(offices.holders(code, wanted), key=lambda h: h.since or h.as_of or "", reverse=True)
        if found:
            break
    return found


def _readings(words: str) -> Iterator[tuple[str | None, str]]:
    """(body, title) as which the words may be read: "T of B", "B's T", "B T", then the whole as a title."""
    parts = words.replace("’s ", " ").replace("'s ", " ").split()
    for n in range(len(parts) - 1, 0, -1):
        if parts[n].lower() in ("of", "for") and n < len(parts) - 1:
            yield " ".join(parts[n + 1 :]), " ".join(parts[:n])
    for n in range(1, len(parts)):
        yield " ".join(parts[:n]), " ".join(parts[n:])
    yield None, " ".join(parts)


def _bodies(knowledge: Knowledge, body: str) -> list[str]:
    """Codes, or names of organisations, under which the offices of a body are found."""
    body = body.removeprefix("the ").removeprefix("The ")
    for written in dict.fromkeys((body, body.title(), body.upper())):
        entries = knowledge.actors.lookup(written)
        if entries:
            named = [e.name for e in entries if e.kind in ("igo", "alliance")]
            return list(dict.fromkeys(named + [e.code for e in entries if e.code is not None]))
    return [body.upper()] if len(body) == 3 and knowledge.actors.state(body.upper()) else []


def _near(names: Sequence[str], words: str, *, alike: bool) -> Iterator[tuple[str, str]]:
    """Keys of names that contain the words, and where ``alike`` those spelt nearly so, the nearest first; how."""
    asked = key(words)
    yield from ((name, "in part") for name in _with(names, asked.split()))
    if alike:
        shown = process.extract(person_key(asked), names, scorer=fuzz.ratio, limit=30, score_cutoff=_LEAST)
        for name, score, _ in sorted(shown, key=lambda each: (-each[1], each[0])):
            yield name, f"spelt nearly so ({score:.0f}%)"
        known = sorted({part for name in names for part in name.split()})
        meant = [process.extractOne(part, known, scorer=fuzz.ratio, score_cutoff=_LEAST) for part in asked.split()]
        yield from ((name, "spelt nearly so, in part") for name in _with(names, [m[0] for m in meant if m]))


def _with(names: Sequence[str], parts: Sequence[str]) -> list[str]:
    """Names that have all of these words and more, the shortest first."""
    wanted = set(parts)
    inside = [name for name in names if wanted <= set(name.split())] if wanted else []
    return sorted(inside, key=lambda name: (len(name), name))[:50]
