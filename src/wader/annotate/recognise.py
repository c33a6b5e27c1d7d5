"""What the list of persons adds to somebody whom a page names."""

from __future__ import annotations

from wader.annotate.propagate import Person
from wader.knowledge.actors import ActorEntry


def recognise(person: Person, entry: ActorEntry) -> None:
    """Fill from the list of persons what neither the page nor the registry of offices says."""
    if entry.sector in ("REB", "GOV") and person.sector == "MIL" and person.code in (None, entry.code):
        person.sector = entry.sector  # rebels and rulers are commanders and colonels too
    if entry.brought:  # the user's own word
        person.code, person.sector, person.other_sectors = entry.code, entry.sector, list(entry.other_sectors)
        person.rule = f"person: {entry.entry}"
    if person.code not in (None, entry.code) or (person.code and person.sector):
        return
    person.identifier_id = person.identifier_id or entry.identifier_id
    person.identifier_text = person.identifier_text or entry.identifier_text
    person.office = person.office or entry.office
    person.religion, person.ethnicity = person.religion or entry.religion, person.ethnicity or entry.ethnicity
    if person.sector is None:
        person.sector, person.other_sectors = entry.sector, list(entry.other_sectors)
        person.rule = f"person: {entry.entry}"
    person.code = person.code or entry.code
