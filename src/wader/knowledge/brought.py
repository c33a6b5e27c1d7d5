"""Dictionaries that a user brings from PETRARCH or TABARI, laid over actors and role nouns.

Their names win over all others of the same words. A code that holds at some time leaves the other times to what the
packaged knowledge has of the name. The entry of each is the dictionary's own file and line (``my.actors.txt:12``).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import msgspec

from wader.knowledge import petrarch_codes
from wader.knowledge.actors import ActorEntry, Actors
from wader.knowledge.names import name_pieces
from wader.knowledge.petrarch import Agent, Coded, Dictionary, DictionaryNote, Named, read_dictionary
from wader.knowledge.petrarch_codes import Codes, Meant
from wader.knowledge.roles import RoleEntry, Roles

_DISCARDED = "---"
"""The code of names that shall be no actor."""
_PLACES = frozenset({"state", "demonym", "capital", "subnational", "region"})
_SMALL = frozenset("of the and for in on to de la le du des del da dos von van bin al el der".split())
_REMEDY = "Lay a petrarch.yaml of your own over Wader's with --knowledge to say what it is."


class Counts(msgspec.Struct):
    """What a dictionary gave: ``names`` and ``agents`` in force, ``discarded`` names that are no actors, lines
    ``skipped``."""

    path: str
    names: int = 0
    agents: int = 0
    discarded: int = 0
    skipped: int = 0


class Brought:
    """Dictionaries as read. ``actors`` and ``roles`` lay them over others; ``counts`` and ``notes`` are whole after."""

    def __init__(self, files: Sequence[Path], codes: Codes) -> None:
        self._codes = codes
        self._read = [read_dictionary(path) for path in files]
        self.counts = [Counts(str(path)) for path in files]
        self.notes: list[DictionaryNote] = [note for read in self._read for note in read.notes]

    def over_actors(self, actors: Actors) -> None:
        """Put the names of all dictionaries over those of ``actors``, a later one over an earlier one."""
        for read, counts in zip(self._read, self.counts, strict=True):
            told = _Told(read, self.notes)
            longer: list[tuple[str, list[ActorEntry]]] = []
            own: dict[str, list[ActorEntry]] = {}
            for named in read.actors:
                self._name(named, told, actors, own, longer, counts)
            for name, entries in own.items():
                actors.bring(name, entries)
            for name, entries in longer:
                for ending in self._codes.endings if " " not in name else ("s",):
                    actors.bring(name + ending, entries, derived=True)
            counts.skipped = sum(note.skipped for note in self.notes if note.where.startswith(f"{read.path}:"))

    def _name(
        self, named: Named, told: _Told, actors: Actors, own: dict[str, list[ActorEntry]],
        longer: list[tuple[str, list[ActorEntry]]], counts: Counts,
    ) -> None:  # fmt: skip
        """One actor's names and codes, into ``own`` and ``longer``."""
        is_state = partial(_is_state, actors)
        # Codes without dates hold where no dated one does.
        coded = sorted(named.codes, key=lambda c: c.since is None and c.until is None)
        meanings = [(c, told.meaning(c.code, c.line, self._codes, is_state)) for c in coded]
        meanings = [(c, m) for c, m in meanings if c.code == _DISCARDED or m.known]
        if not meanings:
            return
        for name, open_ended in named.names:
            known = actors.lookup(_written(name)) or actors.lookup(name)
            if any(e.kind in ("state", "demonym") for e in known[:1]) and not any(
                m.code or c.code == _DISCARDED for c, m in meanings
            ):
                told.keep(named.line, name, known[0])
                continue
            entries = [self._entry(name, c, m, known, actors, told.read.path) for c, m in meanings]
            always = any(c.since is None and c.until is None for c, _ in meanings)
            counts.discarded += all(c.code == _DISCARDED for c, _ in meanings)
            counts.names += not all(c.code == _DISCARDED for c, _ in meanings)
            rest = [] if always else [entry for entry in known if not entry.brought]
            # A later line of the same dictionary replaces an earlier one's codes.
            own[name] = [*entries, *rest]
            if open_ended and len(name.split()[-1]) > 3:
                longer.append((name, entries))

    def _entry(
        self, name: str, coded: Coded, meant: Meant, known: Sequence[ActorEntry], actors: Actors, path: Path
    ) -> ActorEntry:
        """What a name stands for under one of its codes; what kind of thing it is, the packaged knowledge tells."""
        base = next((e for e in known if e.code == meant.code), known[0] if known else None)
        same = base is not None and base.code == meant.code
        sector = meant.sectors[0] if meant.sectors else None
        usual = base.name if base is not None else _written(name)
        doubt = base.ambiguous if base is not None and base.ambiguous in ("person", "word", "place") else None
        return ActorEntry(
            name=usual, code=meant.code, sector=sector, other_sectors=tuple(meant.sectors[1:]),
            kind="discarded" if coded.code == _DISCARDED else self._kind(name, meant, base, actors),
            identifier_id=base.identifier_id if base is not None and same else None,
            identifier_text=base.identifier_text if base is not None and same else usual,
            office=None, religion=meant.religion, ethnicity=meant.ethnicity, since=coded.since, until=coded.until,
            as_of=None, entry=f"{path.name}:{coded.line}", ambiguous=doubt, brought=True,
        )  # fmt: skip

    def _kind(self, name: str, meant: Meant, base: ActorEntry | None, actors: Actors) -> str:
        sector = meant.sectors[0] if meant.sectors else None
        """The packaged kind where it fits; a name that stands for a state other than its place's is no place."""
        place = base is not None and base.kind in _PLACES and base.code != meant.code
        if base is not None and not place and (base.kind == "person" or sector is None or base.sector == sector):
            return base.kind
        first = name.split()
        if len(first) > 1 and actors.gender(first[0]) is not None:
            return "person"
        if sector is None and meant.code is not None and _is_state(actors, meant.code):
            return "metonym"
        return self._codes.kinds.get(sector or meant.code or "", "government")

    def over_roles(self, roles: Roles, actors: Actors) -> None:
        """Put the agents of all dictionaries over the role nouns of ``roles``."""
        for read, counts in zip(self._read, self.counts, strict=True):
            told = _Told(read, self.notes)
            for agent in read.agents:
                entry = self._role(agent, told, roles, actors)
                if entry is not None:
                    roles.bring(entry, agent.plural)
                    counts.agents += 1
            counts.skipped = sum(note.skipped for note in self.notes if note.where.startswith(f"{read.path}:"))

    def _role(self, agent: Agent, told: _Told, roles: Roles, actors: Actors) -> RoleEntry | None:
        written = agent.code.replace("~", "").strip().upper()
        meant = told.meaning(written, agent.line, self._codes, partial(_is_state, actors))
        if not meant.known:
            return None
        lemma = agent.noun.lower()
        base = roles.lookup(lemma)
        sector = meant.sectors[0] if meant.sectors else ("SOC" if meant.code == "NGO" else None)
        many, public = agent.plural == "", sector in self._codes.public
        entry = base or RoleEntry(lemma, None, (), many, "person", None, None, public, "")
        return msgspec.structs.replace(
            entry, lemma=lemma, sector=sector, other_sectors=tuple(meant.sectors[1:]), code=meant.code, by_country={},
            entry=f"{told.read.path.name}:{agent.line}",
        )  # fmt: skip


class _Told:
    """Reads the codes of one dictionary, noting what of them is left."""

    def __init__(self, read: Dictionary, notes: list[DictionaryNote]) -> None:
        self.read, self._notes = read, notes

    def meaning(self, code: str, line: int, codes: Codes, is_state: partial[bool]) -> Meant:
        if code == _DISCARDED:
            return Meant(left=[])
        meant = codes.meaning(code, is_state)
        where = f"{self.read.path}:{line}"
        if not meant.known:
            self._notes.append(DictionaryNote(where, f"[{code}] is nothing that PLOVER has a code for", _REMEDY, True))
        elif meant.left:
            kept = " ".join([*([meant.code] if meant.code else []), *meant.sectors])
            said = f"{' '.join(meant.left)} of [{code}] has no counterpart in PLOVER; read as {kept}"
            self._notes.append(DictionaryNote(where, said, _REMEDY))
        return meant

    def keep(self, line: int, name: str, known: ActorEntry) -> None:
        said = f"“{name}” names {known.code}, its code no state; read as before ({known.entry})"
        self._notes.append(DictionaryNote(f"{self.read.path}:{line}", said, _REMEDY, True))


def _is_state(actors: Actors, code: str) -> bool:
    return actors.state(code) is not None


def _written(name: str) -> str:
    """A name of capitals as news writes it: short single words are acronyms, words within are small where usual."""
    words = name.split()
    if not name.isupper() or (len(words) == 1 and len(name_pieces(name)[0]) <= 3) or "." in words[0]:
        return name
    return " ".join(
        word.lower() if n and word.lower() in _SMALL else "-".join(part.capitalize() for part in word.split("-"))
        for n, word in enumerate(words)
    )


def load(directories: Sequence[Path], files: Sequence[Path]) -> Brought:
    """The dictionaries ``files``, read with the table of codes of ``directories``.

    Raises:
        UsageError: a file cannot be read.
        KnowledgeError: a ``petrarch.yaml`` is malformed.
    """
    return Brought(files, petrarch_codes.load(directories))
