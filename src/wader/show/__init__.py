"""What people see: rows and tables, evidence cards, summaries, progress."""

from wader.show.card import card, cards
from wader.show.progress import Meter, meter
from wader.show.result import Result
from wader.show.rows import DocumentRow, document_row, flat_row, lines
from wader.show.safe import safe
from wader.show.schema import schemas, write_schemas
from wader.show.summary import render_diff, render_summary
from wader.show.tables import write_rows

__all__ = [
    "DocumentRow",
    "Meter",
    "Result",
    "card",
    "cards",
    "document_row",
    "flat_row",
    "lines",
    "meter",
    "render_diff",
    "render_summary",
    "safe",
    "schemas",
    "write_rows",
    "write_schemas",
]
