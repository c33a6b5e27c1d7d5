"""What share of the registry has an id of Wikidata.

    python -m evaluation.identified [DIR]

One line for each kind of entry of the packaged registry (with the user's folder DIR over it): entries, those with an
id, share. A state, its people and its capital are entries of their own and carry the state's id. Terms of office are
counted by row, then their holders by name and country; in high office are the classes that ``PROMINENT`` lists;
notables are persons listed for no office.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from wader.knowledge import Knowledge, load
from wader.knowledge.names import person_key
from wader.knowledge.offices import PROMINENT


def shares(knowledge: Knowledge) -> Iterator[tuple[str, int, int]]:
    """(what, entries, entries with an id): kinds in the order of the alphabet, then offices, then all rows."""
    kinds: dict[str, list[bool]] = {}
    for listed in knowledge.actors.entries():
        kinds.setdefault(listed.entry.kind, []).append(listed.entry.identifier_id is not None)
    rows: list[bool] = []
    prominent: list[bool] = []
    holders: dict[tuple[str, str], bool] = {}
    for held, _ in knowledge.offices.entries():
        known = held.identifier_id is not None
        if not held.office:
            kinds.setdefault("notable", []).append(known)
            continue
        rows.append(known)
        if held.office_class in PROMINENT:
            prominent.append(known)
        who = (held.code, person_key(held.name))
        holders[who] = holders.get(who, False) or known
    for kind, found in sorted(kinds.items()):
        yield kind, len(found), sum(found)
    yield "terms of office", len(rows), sum(rows)
    yield "in high office", len(prominent), sum(prominent)
    yield "office holders", len(holders), sum(holders.values())
    everything = [known for found in kinds.values() for known in found] + rows
    yield "all rows", len(everything), sum(everything)


def main() -> None:
    for what, entries, known in shares(load(Path(sys.argv[1]) if len(sys.argv) > 1 else None)):
        print(f"{what:16} {entries:8,} {known:8,} {known / entries:7.1%}")


if __name__ == "__main__":
    main()
