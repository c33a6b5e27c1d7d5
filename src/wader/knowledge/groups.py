"""``groups.csv.gz``: organisations and armed groups compiled from tables of facts, under the lists written by hand."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from wader.knowledge.actors import NON_STATES, ActorEntry, _entry_of, _file, _Record
from wader.knowledge.names import key, open_csv


def read_groups(path: Path, layer: dict[str, list[_Record]], members: dict[str, tuple[str, ...]]) -> None:
    """``groups.csv.gz``; a name that the lists above give for the same code and kind keeps what they say."""
    if not path.exists():
        return
    with open_csv(path) as stream:
        for row in csv.DictReader(stream):
            given: dict[str, Any] = {field: value for field, value in row.items() if value and field != "members"}
            given["id"] = given.get("wikidata_id")
            names = (row["name"], *(a for a in row["aliases"].split("|") if a))
            entry = _entry_of(given, f"{path.name}:{row['name']}")
            for name in names:
                known = layer.get(key(name), ())
                if not any(r.entry.code == entry.code and _same_sort(r.entry.kind, entry.kind) for r in known):
                    _file(layer, name, _doubted(name, entry, known))
                if row["members"]:
                    members.setdefault(key(name), tuple(row["members"].split("|")))


_BODIES = frozenset({"court", "legislature", "ministry", "military", "police", "party", "agency", "armed group"})
_OF_STATES = frozenset({"court", "legislature", "ministry", "military", "police", "agency"})
_GENERIC = frozenset(
    "security armed national federal supreme high constitutional special defence defense air police army navy guard "
    "guards force forces court council assembly parliament senate congress house representatives chamber deputies "
    "republican presidential royal state states public border coast intelligence service services agency ministry "
    "department central military general staff command people's peoples popular civil justice of the for and republic "
    "interior foreign affairs finance protection marine marines corps troops gendarmerie".split()
)
"""Words of which any state's body may be named: "Security Forces", "Federal Court", "National Guard"."""


def _doubted(name: str, entry: ActorEntry, known: Sequence[_Record]) -> ActorEntry:
    """``entry`` with what makes ``name`` doubtful: several states have such a body, or might; a short acronym; one
    plain word."""
    if entry.kind in _OF_STATES and entry.code not in NON_STATES and _GENERIC.issuperset(key(name).split()):
        return msgspec.structs.replace(entry, ambiguous="generic")
    if entry.kind in _BODIES and any(r.entry.code != entry.code and r.entry.kind in _BODIES for r in known):
        return msgspec.structs.replace(entry, ambiguous="generic")
    if " " in name or "-" in name:
        return entry
    if len(name) <= 3:
        return msgspec.structs.replace(entry, ambiguous="generic")
    return entry if name.isupper() else msgspec.structs.replace(entry, ambiguous="word")


def _same_sort(one: str, other: str) -> bool:
    """Whether two kinds would describe the same body, so that listing it twice adds nothing."""
    alike = ({"igo", "alliance", "agency", "court"}, {"military", "police", "agency", "armed group"},
             {"party", "armed group", "movement"}, {"armed group", "criminal group"},
             {"company", "media", "ngo", "agency"})  # fmt: skip
    return one == other or any(one in group and other in group for group in alike)
