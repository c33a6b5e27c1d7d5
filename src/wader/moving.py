"""Which events of a store a folder of knowledge would move: documents that hold a name that it tells otherwise are
coded again in memory. Nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from wader.analyse import Names
from wader.errors import WaderError
from wader.pipeline import pipeline
from wader.records import Record
from wader.store import Diff, Store
from wader.store.history import compare


class Moved(Record):
    """How many documents a preview looked at, coded again and found changed, and how many events it found to move."""

    documents: int = 0
    coded: int = 0
    touched: int = 0
    added: int = 0
    removed: int = 0
    changed: int = 0
    failed: int = 0

    @property
    def events(self) -> int:
        return self.added + self.removed + self.changed


def moving(
    store: Store, knowledge: Path, names: Names, counts: Moved, tick: Callable[[int, int], Any] = lambda d, e: None,
    dictionaries: Sequence[Path] = (),
) -> Iterator[Diff]:
    """What would become of events of the store under the folder ``knowledge``, by document and place in it.

    Args:
        names: only documents that hold one of these are coded again.
        counts: filled as it goes on.
        tick: told the documents done and the events that move.
        dictionaries: PETRARCH dictionaries in force beside the folder.
    """
    least = store.runs[-1].min_confidence if store.runs else None
    for article, before in store.coded():
        counts.documents += 1
        found: list[Diff] = []
        if names.are_in(article.title, article.text):
            counts.coded += 1
            try:
                after = pipeline(knowledge, dictionaries).recode(article, least)
            except WaderError:
                raise
            except Exception:  # one document's fault is nobody else's trouble
                counts.failed += 1
                after = before
            held, new = ({event.id: event for event in events} for events in (before, after))
            each = (compare(name, held.get(name), new.get(name)) for name in dict.fromkeys([*held, *new]))
            found = [diff for diff in each if diff is not None]
            for diff in found:
                setattr(counts, diff.change, getattr(counts, diff.change) + 1)
            counts.touched += bool(found)
        tick(1, len(found))
        yield from found
