"""``countries.yaml``: states, their people, adjectives, capitals and predecessors, as names of actors."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from wader.knowledge.actors import ActorEntry, StateEntry, _file, _plurals, _Record
from wader.knowledge.files import read_yaml
from wader.knowledge.names import name_pieces


def read_states(path: Path, layer: dict[str, list[_Record]], states: dict[str, StateEntry]) -> None:
    """``countries.yaml``: code → name, names, adjectives, people, capital, cities, former; see its head."""
    if not path.exists():
        return
    for code, row in (read_yaml(path) or {}).items():
        ambiguous: dict[str, str] = row.get("ambiguous", {})
        entry_of = _StateNames(str(code), row, path.name, layer, ambiguous)
        names = [row["name"], *row.get("names", ())]
        entry_of.add(names, "state", "state", None)
        demonyms = [*row.get("adjectives", ()), *row.get("people", ())]
        entry_of.add([*demonyms, *_plurals(row.get("adjectives", ())), *_plurals(row.get("people", ()))],
                     "demonym", "demonym", None)  # fmt: skip
        capital = row.get("capital")
        cities = [*([capital] if capital else ()), *row.get("cities", ())]
        entry_of.add(cities, "capital", "capital", "GOV", any_case=False)
        former = row.get("former", {})
        entry_of.add(former.get("names", ()), "state", "former", None, until=former.get("until"))
        entry_of.add([*former.get("adjectives", ()), *_plurals(former.get("adjectives", ()))], "demonym", "former",
                     None, until=former.get("until"))  # fmt: skip
        states[str(code)] = StateEntry(
            code=str(code), name=row["name"], demonyms=tuple(demonyms), capital=capital,
            iso2=row.get("iso2"), region=row.get("region"), names=tuple(names),
        )  # fmt: skip


class _StateNames:
    """Files the names of one state."""

    def __init__(self, code: str, row: dict[str, Any], file: str, layer: dict[str, list[_Record]],
                 ambiguous: dict[str, str]) -> None:  # fmt: skip
        self.code, self.row, self.file, self.layer, self.ambiguous = code, row, file, layer, ambiguous
        self.listed: set[str] = set()

    def add(self, names: Iterable[str], kind: str, part: str, sector: str | None, *, any_case: bool = True,
            until: str | None = None) -> None:  # fmt: skip
        """File ``names`` as ``kind``. A name that is also an ordinary word, or an acronym, keeps its capitals."""
        for name in dict.fromkeys(names):
            if kind == "demonym" and name in self.listed:
                continue
            self.listed.add(name)
            doubt = self.ambiguous.get(name)
            entry = ActorEntry(
                name=self.row["name"] if kind == "state" and until is None else name, code=self.code, sector=sector,
                other_sectors=(), kind=kind, identifier_id=self.row.get("id"), identifier_text=self.row["name"],
                office=None, religion=None, ethnicity=None, since=None, until=until, as_of=None,
                entry=f"{self.file}:{self.code}/{part}", ambiguous=doubt,
            )  # fmt: skip
            plain = any_case and doubt is None and not any(p.isupper() for p in name_pieces(name))
            _file(self.layer, name, entry, any_case=plain)
