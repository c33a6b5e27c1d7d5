"""What ``wader.code`` gives back: events, the document they are in, a table, and cards."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING, Any

from wader.records import Document, Event, Skip
from wader.show.card import heading, segments
from wader.show.rows import DocumentRow, document_row, flat_row
from wader.show.safe import safe
from wader.show.tables import EVENT_COLUMNS

if TYPE_CHECKING:
    import pyarrow

_COLOURS = {
    "actor": "#b7ecf2",
    "trigger": "#ffe38a",
    "recipient": "#f2c4ee",
    "date": "#c9efc4",
    "place": "#c6d5fa",
    "speaker": "#fbc9c2",
}


class Result:
    """Events of one text. Iterates over them; ``len`` counts them.

    ``document`` is the text with its sentences, names, places and times; ``skip`` says why it was not coded, and is
    None where it was.
    """

    def __init__(self, document: Document | None, events: list[Event], skip: Skip | None = None) -> None:
        self.document = document
        self.events = events
        self.skip = skip

    def __iter__(self) -> Iterator[Event]:
        return iter(self.events)

    def __len__(self) -> int:
        return len(self.events)

    def __getitem__(self, place: int) -> Event:
        return self.events[place]

    def rows(self) -> list[dict[str, Any]]:
        """One flat dict an event, the columns of ``wader code --format csv``."""
        return [flat_row(event) for event in self.events]

    def table(self) -> pyarrow.Table:
        """The same rows as an Arrow table; ``.to_pandas()`` makes it a data frame."""
        import pyarrow as pa

        kinds: dict[str, Any] = {"quad_code": pa.int64(), "sentence": pa.int64(), "geonameid": pa.int64()}
        kinds |= dict.fromkeys(("event_scale", "lat", "lon", "confidence"), pa.float64())
        schema = pa.schema([(name, kinds.get(name, pa.string())) for name in EVENT_COLUMNS])
        return pa.Table.from_pylist(self.rows(), schema)

    def row(self) -> DocumentRow | None:
        """The document as ``wader annotate`` writes it."""
        return document_row(self.document, self.events) if self.document else None

    def why(self, place: int | None = None) -> None:
        """Print the evidence card of one event, or of all."""
        from rich.console import Console

        from wader.show.card import cards

        console = Console(markup=False, highlight=False)
        chosen = self.events if place is None else [self.events[place]]
        article = self.document.article if self.document else None
        console.print(cards(chosen, article, colour=console.color_system is not None))

    def __repr__(self) -> str:
        if self.skip is not None:
            return f"<not coded: {safe(self.skip.reason)}>"
        head = f"<{len(self.events)} event{'' if len(self.events) == 1 else 's'}>"
        return "\n".join([head, *(f"  {heading(event).plain}" for event in self.events)])

    def _repr_html_(self) -> str:
        if self.skip is not None:
            return f"<p>Not coded: {escape(safe(self.skip.reason))}</p>"
        rows = "".join(
            f"<tr><td style='text-align:left;white-space:nowrap'>{escape(heading(event).plain)}</td>"
            f"<td style='text-align:left'>{_marked(event)}</td></tr>"
            for event in self.events
        )
        return f"<table><thead><tr><th>event</th><th>sentence</th></tr></thead><tbody>{rows}</tbody></table>"


def _marked(event: Event) -> str:
    pieces = []
    for words, part in segments(event):
        text = escape(safe(words))
        pieces.append(f"<mark style='background:{_COLOURS[part]}' title='{part}'>{text}</mark>" if part else text)
    return "".join(pieces)
