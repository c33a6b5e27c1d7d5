"""The summary of a store: how much, over what span, who did most to whom, what was left out and why."""

from __future__ import annotations

from importlib import resources
from typing import Any

from wader.records import Record


class Dyad(Record):
    """How often one side acted towards the other; ``events``: counts by category, most frequent first."""

    actor: str
    recipient: str
    count: int
    events: list[tuple[str, int]]


class Bar(Record):
    """A name and its count."""

    name: str
    count: int


class Reason(Record):
    """Why inputs were left out, how many, and one of them."""

    stage: str
    reason: str
    count: int
    example: str
    remedy: str | None


class Replaced(Record):
    """Documents that took the place of other words under their id, and those that got an id of their own instead.
    ``others``: how many have hardly a word in common with what was there. The lists name the first of each."""

    count: int
    examples: list[str]
    others: int
    other_examples: list[str]
    apart: list[str]


class Summary(Record):
    """Counts over the documents in force. ``events`` counts all; all else leaves out the negated and hypothetical."""

    documents: int
    not_coded: int
    events: int
    counted: int
    first: str | None
    last: str | None
    undated: int
    categories: list[Bar]
    dyads: list[Dyad]
    places: list[Bar]
    skipped: list[Reason]


def statement(name: str) -> str:
    """Text of the SQL statement ``sql/<name>.sql``."""
    return resources.files("wader.analyse").joinpath("sql", f"{name}.sql").read_text("utf-8")


def summarise(connection: Any, run: int, *, top: int = 8) -> Summary:
    """Count over the tables of a store's index.

    Args:
        connection: DuckDB connection to a store (``Store.connection``).
        run: the run whose skipped inputs are told.
        top: how many dyads, places and reasons to name.
    """
    [(documents, not_coded, events, counted, first, last, undated)] = _rows(connection, "totals")
    return Summary(
        documents=documents,
        not_coded=not_coded,
        events=events,
        counted=counted,
        first=first,
        last=last,
        undated=undated,
        categories=[Bar(*row) for row in _rows(connection, "categories")],
        dyads=[
            Dyad(actor, recipient, count, list(zip(names, counts, strict=True)))
            for actor, recipient, count, names, counts in _rows(connection, "dyads", {"top": top})
        ],
        places=[Bar(*row) for row in _rows(connection, "places", {"top": top})],
        skipped=[Reason(*row) for row in _rows(connection, "skipped", {"run": run, "top": top})],
    )


def replaced(connection: Any, run: int, *, top: int = 5) -> Replaced:
    """What ``run`` put in the place of other documents, read from the store's parts."""
    [(count, examples, others, other_examples)] = _rows(connection, "replaced", {"run": run, "top": top})
    apart = [document for (document,) in _rows(connection, "apart", {"run": run, "top": top})]
    return Replaced(count, examples, others, other_examples, apart)


def _rows(connection: Any, name: str, values: dict[str, Any] | None = None) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = connection.execute(statement(name), values or {}).fetchall()
    return found
